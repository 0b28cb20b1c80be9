// Reading in: a delivery is made first, so that this page can show what the server has really read of it while the files are
// still being sent. Without script the form sends everything at once and the answer is the page of the delivery.
document.addEventListener('submit', (e) => {
  const formulier = e.target
  const maak = formulier.dataset.inlezen
  if (!maak || e.defaultPrevented) return
  const bestanden = [...formulier.querySelector('input[type=file]').files]
  if (bestanden.length === 0) return
  e.preventDefault()
  void lees(formulier, maak, bestanden)
})

async function lees(formulier, maak, bestanden) {
  const knop = formulier.querySelector('button[type=submit]')
  const csrf = formulier.elements.csrf.value
  const omvang = bestanden.reduce((som, bestand) => som + bestand.size, 0)
  knop.disabled = true
  zeg('Het inlezen begint.')
  const begin = await fetch(maak, { method: 'POST', body: new URLSearchParams({ csrf, omvang }) }).catch(
    () => undefined,
  )
  if (!begin?.ok) return formulier.submit()
  const { id, pagina } = await begin.json()

  const inhoud = new FormData()
  inhoud.set('csrf', csrf)
  inhoud.set('ronde', id)
  for (const bestand of bestanden) inhoud.append('bestanden', bestand)
  const blijf = (e) => e.preventDefault()
  addEventListener('beforeunload', blijf)
  zeg('De bestanden worden verstuurd en gelezen. Laat deze pagina open tot alles is verstuurd.')
  let klaar = false
  const zending = fetch(formulier.action, { method: 'POST', body: inhoud }).finally(() => (klaar = true))
  void toonStand(pagina, () => klaar)
  try {
    const antwoord = await zending
    removeEventListener('beforeunload', blijf)
    if (antwoord.ok) return location.assign(antwoord.url)
    zeg('Het inlezen is gestopt. Wat is vastgelegd, blijft staan. Stuur de bestanden opnieuw.')
  } catch {
    removeEventListener('beforeunload', blijf)
    zeg('De verbinding is verbroken. Wat is vastgelegd, blijft staan. Stuur de bestanden opnieuw.')
  }
  knop.disabled = false
}

// What the page of the delivery says, fetched again every second.
async function toonStand(pagina, klaar) {
  const plek = document.querySelector('[data-inlezen-stand]')
  while (!klaar()) {
    await new Promise((verder) => setTimeout(verder, 1000))
    try {
      const antwoord = await fetch(pagina, { headers: { 'x-overlap-achtergrond': '1' } })
      const deel = new DOMParser().parseFromString(await antwoord.text(), 'text/html').getElementById('ronde')
      if (deel && !klaar()) plek.replaceChildren(...deel.childNodes)
    } catch {
      // The server may be busy for a moment: try again at the next turn.
    }
  }
}

function zeg(tekst) {
  document.querySelector('[data-inlezen-melding]').textContent = tekst
}
