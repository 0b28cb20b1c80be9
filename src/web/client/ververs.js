// A part of the page that is still changing (<div id data-ververs="1000">) is fetched again from the same URL and put in its
// place, until the server sends it without data-ververs. The end is told to screen readers once.
for (const deel of document.querySelectorAll('[data-ververs]')) volg(deel.id)

async function volg(id) {
  for (;;) {
    const deel = document.getElementById(id)
    const elke = Number(deel?.dataset.ververs)
    if (!elke) return
    await new Promise((verder) => setTimeout(verder, document.hidden ? 5 * elke : elke))
    try {
      const antwoord = await fetch(location.href, { headers: { 'x-overlap-achtergrond': '1' } })
      if (!antwoord.ok) continue
      const pagina = new DOMParser().parseFromString(await antwoord.text(), 'text/html')
      const nieuw = pagina.getElementById(id)
      if (!nieuw) return location.reload()
      const open = [...deel.querySelectorAll('details')].map((vouw) => vouw.open)
      nieuw.querySelectorAll('details').forEach((vouw, i) => (vouw.open = open[i] ?? vouw.open))
      deel.replaceWith(nieuw)
      if (!nieuw.dataset.ververs) {
        document.title = pagina.title
        const lead = document.getElementById('lead')
        lead?.replaceChildren(...(pagina.getElementById('lead')?.childNodes ?? []))
        document.getElementById('meldplek').textContent = nieuw.dataset.klaar ?? 'Klaar'
      }
    } catch {
      // The server may be busy or gone for a moment: try again at the next turn.
    }
  }
}
