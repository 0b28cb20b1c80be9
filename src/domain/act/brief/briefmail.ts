type Gegevens = { tav: string; onderwerp: string; afzender: string; kenmerk: string }

/** The mail around a letter: the letter is attached, the mail itself says little (it passes servers of others). */
export function maakBriefmail({ tav, onderwerp, afzender, kenmerk }: Gegevens): {
  onderwerp: string
  tekst: string
  html: string
} {
  const kop = `${onderwerp} (${kenmerk})`.replaceAll(/[\r\n]+/g, ' ')
  const alineas = [
    tav === '' ? 'Geachte heer, mevrouw,' : `Geachte ${tav},`,
    `Bij deze mail zit een brief van ${afzender} over: ${onderwerp}. Ons kenmerk is ${kenmerk}.`,
    'De brief staat ook in Overlap, in uw dossier. Heeft u vragen, neem dan contact op met uw contractmanager.',
    afzender,
  ]
  return {
    onderwerp: kop,
    tekst: `${alineas.join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="nl"><head><meta charset="utf-8"><title>${veilig(kop)}</title></head>\n<body>\n${alineas.map((alinea) => `<p>${veilig(alinea)}</p>`).join('\n')}\n</body></html>\n`,
  }
}

function veilig(tekst: string): string {
  return tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '<br>\n')
}
