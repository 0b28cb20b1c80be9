// Shows which files were chosen, lets them be dropped, and shows how much of an upload has really been sent.
document.addEventListener('change', ({ target }) => {
  if (target.matches('[data-neer] input[type=file]')) noem(target)
})
for (const soort of ['dragover', 'dragleave', 'drop']) {
  document.addEventListener(soort, (e) => {
    const vak = e.target.closest?.('[data-neer]')
    if (!vak) return
    e.preventDefault()
    vak.toggleAttribute('data-boven', soort === 'dragover')
    if (soort !== 'drop') return
    const invoer = vak.querySelector('input')
    invoer.files = e.dataTransfer.files
    noem(invoer)
  })
}

function noem(invoer) {
  const namen = [...invoer.files].map((bestand) => bestand.name)
  const meer = namen.length > 5 ? ` en nog ${namen.length - 5}` : ''
  invoer.closest('[data-neer]').querySelector('output').textContent =
    namen.length > 1 ? `${namen.length} bestanden: ${namen.slice(0, 5).join(', ')}${meer}` : (namen[0] ?? '')
}

document.addEventListener('submit', (e) => {
  const formulier = e.target
  const balk = formulier.querySelector('[data-verzonden]')
  if (!balk || e.defaultPrevented) return
  e.preventDefault()
  const verzoek = new XMLHttpRequest()
  const tekst = balk.querySelector('output')
  const klaar = () => {
    // The answer is a page: after a redirect at its own URL, otherwise (errors) in the place of this one.
    if (verzoek.responseURL && verzoek.responseURL !== formulier.action) location.assign(verzoek.responseURL)
    else vervangPagina(verzoek.responseText)
  }
  verzoek.upload.addEventListener('progress', ({ loaded, total }) => {
    balk.querySelector('rect').setAttribute('width', `${(100 * loaded) / total}%`)
    tekst.textContent =
      loaded < total ? `${mb(loaded)} van ${mb(total)} verstuurd` : 'Alles is verstuurd; het inlezen loopt'
  })
  verzoek.addEventListener('load', klaar)
  verzoek.addEventListener('error', () => {
    tekst.textContent = 'De verbinding is verbroken. Wat is vastgelegd, blijft staan. Stuur de bestanden opnieuw.'
    knop.disabled = false
  })
  balk.hidden = false
  const knop = formulier.querySelector('button[type=submit]')
  verzoek.open('POST', formulier.action)
  verzoek.send(new FormData(formulier))
  knop.disabled = true
})

function vervangPagina(html) {
  const nieuw = new DOMParser().parseFromString(html, 'text/html')
  document.title = nieuw.title
  document.body.replaceWith(nieuw.body)
  document.querySelector('[autofocus]')?.focus()
}

function mb(bytes) {
  return `${(bytes / 1e6).toFixed(1).replace('.', ',')} MB`
}
