import { datumzin } from '../../begrippen/datumzin.ts'
import { planoordelen, puntenVan, realisatieoordelen, type Plan, type Punt } from './plan.ts'
import type { Planregels, Zaakgebeurtenis } from './planregels.ts'

/** The fields of the record that an event of the plan becomes in its case, in words; null when the ladder has no such record. */
export function zaaktekst(
  plan: Plan,
  regels: Planregels,
  nummer: string,
  gebeurtenis: Zaakgebeurtenis,
): { stuk: string; stap: string | null; velden: Record<string, string> } | null {
  const deel = regels.zaak?.stukken[gebeurtenis]
  if (!deel) return null
  const { stuk, stap, veld, velden = {} } = deel
  const kop = `Verbeterplan ${nummer}${plan.ronde > 1 ? `, versie ${plan.ronde}` : ''}`
  const uit = Object.fromEntries(
    Object.entries(velden).map(([code, vragen]) => [
      code,
      `${kop}\n${puntenVan(plan)
        .map((punt) => puntzin(punt, vragen, regels))
        .join('\n')}`,
    ]),
  )
  return { stuk, stap, velden: veld === undefined ? uit : { ...uit, [veld]: `${kop}\n${verloop(plan, gebeurtenis)}` } }
}

function puntzin(
  { nr, velden, wie, einddatum }: Punt,
  codes: readonly string[],
  { vragen, wie: doet, wanneer }: Planregels,
): string {
  const delen = codes.flatMap((code) => {
    if (code === 'wie') return [`${doet.naam}: ${wie}`]
    if (code === 'wanneer') return [`${wanneer.naam}: ${datumzin(einddatum)}`]
    const antwoord = (velden[code] ?? '').trim().replace(/\.$/, '')
    return antwoord === '' ? [] : [`${vragen.find((vraag) => vraag.code === code)?.naam ?? code}: ${antwoord}`]
  })
  return `${nr}. ${delen.join('. ')}`
}

function verloop(plan: Plan, gebeurtenis: Zaakgebeurtenis): string {
  if (gebeurtenis === 'gerapporteerd') {
    return puntenVan(plan)
      .map(({ nr }) => {
        const melding = plan.meldingen.findLast((een) => een.nr === nr)
        if (!melding) return `${nr}. Niet gemeld.`
        return `${nr}. ${melding.tekst}${melding.bewijs === '' ? '' : ` Bewijs: ${melding.bewijs}`}`
      })
      .join('\n')
  }
  const fase = gebeurtenis === 'akkoord' || gebeurtenis === 'afgewezen' ? 'plan' : 'realisatie'
  const namen = { ...planoordelen, ...realisatieoordelen }
  const geheel = plan.oordelen.findLast((een) => een.fase === fase && een.nr === null)
  const punten = puntenVan(plan).flatMap(({ nr }) => {
    const oordeel = plan.oordelen.findLast((een) => een.fase === fase && een.nr === nr)
    return oordeel ? [`${nr}. ${namen[oordeel.oordeel]}: ${oordeel.reden}`] : []
  })
  return [
    geheel ? `${namen[geheel.oordeel]}: ${geheel.reden}` : namen[gebeurtenis as keyof typeof namen],
    ...punten,
  ].join('\n')
}
