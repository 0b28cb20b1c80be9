// "/" goes to the search field, unless somebody is typing or has switched single-key shortcuts off.
document.addEventListener('keydown', (e) => {
  if (e.key !== '/' || e.ctrlKey || e.metaKey || e.altKey) return
  if (document.documentElement.dataset.sneltoetsen === 'uit') return
  if (e.target.closest('input, textarea, select, [contenteditable]')) return
  const veld = document.querySelector('[data-zoek]')
  if (!veld?.checkVisibility()) return
  e.preventDefault()
  veld.focus()
  veld.select()
})
