// Choosing in a filter sentence shows the result at once. Arrow keys on a closed list do not: that would take the reader
// away while choosing; Enter or the button applies. Empty values stay out of the URL, so a link stays short.
const FOCUS = 'overlap-filter'

document.addEventListener('submit', ({ target }) => {
  if (!target.matches('[data-filter]')) return
  for (const veld of target.elements) if (veld.name && veld.value === '') veld.disabled = true
  setTimeout(() => {
    for (const veld of target.elements) veld.disabled = false
  })
})

let metPijl = false
document.addEventListener('keydown', (e) => {
  if (!e.target.matches('[data-filter] select')) return
  metPijl = e.key.startsWith('Arrow') || e.key.length === 1
  if (e.key === 'Enter') {
    e.preventDefault()
    verstuur(e.target)
  }
})
document.addEventListener('pointerdown', () => (metPijl = false))
document.addEventListener('change', ({ target }) => {
  if (target.matches('[data-filter] select') && !metPijl) verstuur(target)
})

function verstuur(veld) {
  sessionStorage.setItem(FOCUS, location.pathname + ' ' + veld.id)
  veld.form.requestSubmit()
}

const [pad, id] = (sessionStorage.getItem(FOCUS) ?? '').split(' ')
sessionStorage.removeItem(FOCUS)
if (pad === location.pathname) document.getElementById(id)?.focus({ preventScroll: true })
