// The end of the session is told a few minutes before, and can be put off. What happens in another tab counts too: before it tells
// anything, the page asks the server how long the session still lasts (that question is no activity).
const balk = document.querySelector('[data-sessie]')
if (balk) {
  // a few minutes before the end, and never right at the start of a short session
  const VOORAF = Math.min(5 * 60, Number(balk.dataset.stil) / 3)
  const tekst = balk.querySelector('[data-sessie-tekst]')
  const knop = balk.querySelector('button')
  const aanmelden = balk.querySelector('[data-sessie-aanmelden]')
  let stilTot = 0
  let uiterlijk = 0
  let gevraagd = false
  stel(balk.dataset)
  balk.classList.add('ov-sessie-script')
  toon(false)
  setInterval(tik, 1000)
  // a laptop that wakes up
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) tik()
  })

  function stel({ stil, rest }) {
    stilTot = Date.now() + 1000 * Number(stil)
    uiterlijk = Date.now() + 1000 * Number(rest)
  }

  async function tik() {
    const over = Math.round((Math.min(stilTot, uiterlijk) - Date.now()) / 1000)
    if (over > VOORAF) return toon(false)
    if (!gevraagd) {
      gevraagd = true
      const stand = await vraag()
      if (stand) return stel(stand)
    }
    if (over <= 0) return voorbij()
    // asked again now and then, for another tab may have extended it
    if (over % 20 === 0) gevraagd = false
    const vast = uiterlijk <= stilTot
    zeg(
      vast
        ? `Uw sessie eindigt over ${duur(over)}. Sla uw werk op en meld u daarna opnieuw aan.`
        : `Uw sessie eindigt over ${duur(over)}, omdat u een tijd niets deed.`,
      over,
    )
    knop.hidden = vast
    aanmelden.hidden = !vast
    toon(true)
  }

  async function vraag() {
    try {
      const antwoord = await fetch(balk.dataset.sessie, { headers: { accept: 'application/json' }, redirect: 'manual' })
      return antwoord.ok ? await antwoord.json() : undefined
    } catch {
      return undefined
    }
  }

  balk.addEventListener('submit', async (e) => {
    e.preventDefault()
    knop.disabled = true
    const antwoord = await fetch(balk.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(new FormData(balk)),
    }).catch(() => undefined)
    knop.disabled = false
    if (!antwoord?.ok) return antwoord ? voorbij() : undefined
    stel(await antwoord.json())
    toon(false)
    document.getElementById('meldplek').textContent = 'Uw sessie is verlengd.'
  })

  function voorbij() {
    tekst.textContent =
      'Uw sessie is voorbij. Wat u hier typte blijft staan: meld u aan en ga daarna in dit tabblad verder.'
    knop.hidden = true
    aanmelden.hidden = false
    toon(true)
    if (!gevraagd) return
    // signed in again in another tab: this page goes on
    gevraagd = false
  }

  // Screen readers hear it once and at the last minute, not every second.
  function zeg(zin, over) {
    tekst.textContent = zin
    if (balk.hidden || over === 60) document.getElementById('meldplek').textContent = zin
  }

  function toon(zichtbaar) {
    balk.hidden = !zichtbaar
  }

  function duur(seconden) {
    const minuten = Math.floor(seconden / 60)
    if (minuten >= 2) return `${minuten} minuten`
    return seconden === 1 ? '1 seconde' : `${seconden} seconden`
  }
}
