// Passkeys. The page works without: then the form is not shown (sign-in) or says that it needs script.
for (const formulier of document.querySelectorAll('form[data-sleutel]')) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) continue
  formulier.hidden = false
  const melding = formulier.querySelector('[data-sleutel-melding]')
  formulier.addEventListener('submit', async (e) => {
    e.preventDefault()
    melding.textContent = ''
    try {
      const sleutel =
        formulier.dataset.sleutel === 'aanmelden'
          ? await navigator.credentials.get({
              publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await vraag(formulier)),
            })
          : await navigator.credentials.create({
              publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(formulier.dataset.vraag)),
            })
      formulier.elements.antwoord.value = JSON.stringify(sleutel.toJSON())
      formulier.submit()
    } catch (fout) {
      melding.textContent =
        fout.name === 'InvalidStateError'
          ? 'Dit apparaat heeft al een toegangssleutel voor uw account.'
          : 'Er is geen toegangssleutel gebruikt. Probeer het opnieuw, of meld u aan met uw wachtwoord.'
    }
  })
}

async function vraag(formulier) {
  const regio = formulier.elements.regio.value || document.querySelector('select[name=regio]')?.value || ''
  const antwoord = await fetch(formulier.dataset.vraag, { method: 'POST', body: new URLSearchParams({ regio }) })
  if (!antwoord.ok) throw new Error('refused')
  return antwoord.json()
}
