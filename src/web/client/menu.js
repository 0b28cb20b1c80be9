// Menus are <details>. A click beside one or Escape closes it, and Escape gives the focus back.
const OPEN = 'details[data-menu][open]'

document.addEventListener('click', ({ target }) => {
  for (const menu of document.querySelectorAll(OPEN)) if (!menu.contains(target)) menu.open = false
})
document.addEventListener('keydown', (e) => {
  if (e.key !== 'Escape') return
  for (const menu of document.querySelectorAll(OPEN)) {
    menu.open = false
    if (menu.contains(document.activeElement)) menu.querySelector('summary').focus()
  }
})
