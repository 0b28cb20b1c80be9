export const berichtsoorten = [
  'uitnodiging',
  'verplaatst',
  'geannuleerd',
  'rapportage gevraagd',
  'verslag gedeeld',
  'verslag definitief',
] as const
export type Berichtsoort = (typeof berichtsoorten)[number]

type Gegevens = {
  naam: string
  regio: string
  titel: string
  /** "woensdag 25 november 2026 van 10.00 tot 11.30 uur" */
  wanneer: string
  waar: string
  eigenaar: string
  reden: string
  rapportageUiterlijk: string
  reactieUiterlijk: string
  url: string
}

const teksten: Record<Berichtsoort, (g: Gegevens) => { onderwerp: string; alineas: string[] }> = {
  uitnodiging: ({ titel, wanneer, waar, eigenaar }) => ({
    onderwerp: `Uitnodiging: ${titel}`,
    alineas: [
      `${eigenaar} nodigt u uit voor ${titel}, op ${wanneer}${waar}.`,
      'De afspraak zit als bijlage bij deze mail. In Overlap staan de agenda en uw antwoord.',
    ],
  }),
  verplaatst: ({ titel, wanneer, waar, reden }) => ({
    onderwerp: `Verplaatst: ${titel}`,
    alineas: [
      `${titel} is verplaatst naar ${wanneer}${waar}. Reden: ${reden}`,
      'De nieuwe afspraak zit als bijlage bij deze mail.',
    ],
  }),
  geannuleerd: ({ titel, wanneer, reden }) => ({
    onderwerp: `Gaat niet door: ${titel}`,
    alineas: [`${titel} op ${wanneer} gaat niet door. Reden: ${reden}`],
  }),
  'rapportage gevraagd': ({ titel, wanneer, rapportageUiterlijk }) => ({
    onderwerp: `Rapportage voor ${titel}`,
    alineas: [
      `Op ${wanneer} is ${titel}. Wij vragen u om daarvoor de rapportage aan te leveren, uiterlijk op ${rapportageUiterlijk}.`,
      'U vult de rapportage in Overlap in, bij het gesprek. Noem geen cliënten bij naam.',
    ],
  }),
  'verslag gedeeld': ({ titel, reactieUiterlijk }) => ({
    onderwerp: `Verslag: ${titel}`,
    alineas: [
      `Het verslag van ${titel} staat voor u klaar in Overlap.`,
      reactieUiterlijk === ''
        ? 'U kunt daar reageren.'
        : `U kunt daar reageren tot en met ${reactieUiterlijk}. Reageert u niet, dan gaan wij ervan uit dat u instemt.`,
    ],
  }),
  'verslag definitief': ({ titel }) => ({
    onderwerp: `Definitief verslag: ${titel}`,
    alineas: [`Het verslag van ${titel} is definitief. U leest het in Overlap.`],
  }),
}

/** Subject, plain text and the same as simple HTML. What was talked about never stands in a mail. */
export function maakGespreksmail(
  soort: Berichtsoort,
  gegevens: Gegevens,
): { onderwerp: string; tekst: string; html: string } {
  const { onderwerp, alineas } = teksten[soort](gegevens)
  const alles = [`Beste ${gegevens.naam},`, ...alineas, gegevens.url, `Overlap, ${gegevens.regio}`]
  const html = alles.map((alinea) =>
    alinea === gegevens.url ? `<p><a href="${veilig(alinea)}">${veilig(alinea)}</a></p>` : `<p>${veilig(alinea)}</p>`,
  )
  const enkel = onderwerp.replaceAll(/[\r\n]+/g, ' ')
  return {
    onderwerp: enkel,
    tekst: `${alles.join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="nl"><head><meta charset="utf-8"><title>${veilig(enkel)}</title></head>\n<body>\n${html.join('\n')}\n</body></html>\n`,
  }
}

function veilig(tekst: string): string {
  return tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '<br>\n')
}
