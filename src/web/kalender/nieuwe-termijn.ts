import { Termijninvoer } from '../../domain/plan/kalender/termijninvoer.ts'
import { leesDatum } from '../lees-datum.ts'
import { UUID } from '../lijst.ts'
import { fieldErrors } from '../form.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'

type Gelezen = { invoer: Termijninvoer; fouten?: undefined } | { invoer?: undefined; fouten: Veldfout[] }

// Where the field of a fault stands in the form.
const VELDEN: Record<string, string> = {
  'wanneer.datum': 'datum',
  'wanneer.start': 'start',
  'wanneer.lengte': 'lengte',
  'wanneer.eenheid': 'eenheid',
  'wie.gebruikerId': 'wie',
  wanneer: 'hoe',
}

/** The form of a new term as the use case wants it, or what is wrong with it, per field. */
export function leesNieuweTermijn(waarden: Record<string, string>, ik: string): Gelezen {
  const tekst = (veld: string) => (waarden[veld] ?? '').trim()
  const fouten: Veldfout[] = []
  const dag = (veld: string) => {
    const gelezen = leesDatum(tekst(veld))
    if (!gelezen) {
      const melding = tekst(veld) === '' ? 'Vul een dag in.' : 'Vul een bestaande datum in, bijvoorbeeld 13 nov 2026.'
      fouten.push({ veld, melding })
    }
    return gelezen ?? Temporal.PlainDate.from('2000-01-01')
  }
  const geteld = tekst('hoe') === 'geteld'
  const ruw = {
    titel: tekst('titel'),
    toelichting: tekst('toelichting'),
    aard: tekst('aard'),
    wanneer: geteld
      ? {
          soort: 'geteld',
          start: dag('start'),
          lengte: /^\d{1,4}$/.test(tekst('lengte')) ? Number(tekst('lengte')) : Number.NaN,
          eenheid: tekst('eenheid'),
          doorrollen: tekst('doorrollen') === 'ja',
        }
      : { soort: 'dag', datum: dag('datum') },
    wie: leesWie(tekst('wie'), ik),
    aanbiederId: UUID.test(tekst('aanbieder')) ? tekst('aanbieder') : null,
    overeenkomstId: UUID.test(tekst('overeenkomst')) ? tekst('overeenkomst') : null,
  }
  const gelezen = Termijninvoer.safeParse(ruw)
  if (!gelezen.success) {
    for (const { veld, melding } of fieldErrors(gelezen.error)) {
      const vertaald = VELDEN[veld] ?? veld
      fouten.push({
        veld: vertaald,
        melding: vertaald === 'lengte' ? 'Vul een geheel getal van 1 tot en met 999 in.' : melding,
      })
    }
  }
  return fouten.length > 0 || !gelezen.success ? { fouten: opVolgorde(fouten) } : { invoer: gelezen.data }
}

function leesWie(wie: string, ik: string) {
  if (wie === 'aanbieder') return { soort: 'aanbieder' }
  if (wie === 'contractmanager' || wie === 'contracteigenaar') return { soort: 'rol', rol: wie }
  return { soort: 'persoon', gebruikerId: wie === 'mij' ? ik : wie }
}

const VOLGORDE = ['titel', 'aard', 'hoe', 'datum', 'start', 'lengte', 'eenheid', 'wie', 'aanbieder', 'overeenkomst']

function opVolgorde(fouten: Veldfout[]) {
  return fouten.toSorted((a, b) => VOLGORDE.indexOf(a.veld) - VOLGORDE.indexOf(b.veld))
}
