// A click anywhere on a row follows the link in its first cell; selecting text, other links and buttons keep their own meaning.
document.addEventListener('click', (e) => {
  const rij = e.target.closest('tr[data-rij]')
  if (!rij || e.target.closest('a, button, input, label, summary') || String(getSelection())) return
  const link = rij.querySelector('th a, td a')
  if (!link) return
  if (e.ctrlKey || e.metaKey) open(link.href)
  else link.click()
})
