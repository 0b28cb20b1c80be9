import type { Bestand } from './berichten.ts'
import type { Casus } from './casussen.ts'
import type { Kans } from './kans.ts'
import { bericht, el } from './xml.ts'

/** What was delivered in one month under one toewijzing. */
export type Levering = { casus: Casus; van: string; tot: string; volume: number; tarief: number; cent: number }

const LAATSTE_MAAND = '2026-10'

/** One 323 per aanbieder, gemeente and month, with a line per toewijzing. */
export function maakDeclaraties(casussen: readonly Casus[], kans: Kans): Bestand[] {
  const groepen = Map.groupBy(
    leveringen(casussen),
    ({ casus, van }) => `${casus.aanbieder.agb} ${casus.jeugdige.gemeente} ${van.slice(0, 7)}`,
  )
  let referentie = 0
  return [...groepen]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([groep, regels], plek) => {
      const [agb, gemeente, maand] = groep.split(' ') as [string, string, string]
      const begin = Temporal.PlainDate.from(`${maand}-01`)
      const datum = begin.add({ months: 1, days: kans.tussen(3, 17) }).toString()
      const perClient = [...Map.groupBy(regels, ({ casus }) => casus.jeugdige.bsn)].map(([bsn, eigen]) =>
        el('Client', el('Bsn', bsn), el('Prestaties', ...eigen.map((regel) => prestatie(regel, ++referentie)))),
      )
      const nummer = `33${String(plek + 1).padStart(8, '0')}`
      const binnen = el(
        'Declaratie',
        el('DeclaratieNummer', `J${String(plek + 1).padStart(7, '0')}`),
        el(
          'DeclaratiePeriode',
          el('i:Begindatum', `${maand}-01`),
          el('i:Einddatum', begin.add({ months: 1 }).subtract({ days: 1 }).toString()),
        ),
        el('DeclaratieDagtekening', datum),
        el(
          'TotaalIngediendBedrag',
          el('i:TotaalBedrag', String(regels.reduce((som, { cent }) => som + cent, 0))),
          el('i:DebetCredit', 'D'),
        ),
        el('Clienten', ...perClient),
      )
      return {
        naam: `JW323_${agb}_${gemeente}_${nummer}.xml`,
        zip: `JW323-${maand.slice(0, 4)}.zip`,
        tekst: bericht({ soort: '323', afzender: agb, ontvanger: gemeente, nummer, datum }, binnen),
      }
    })
}

/** Month by month; the tariff is that of the year. One line in a hundred asks the tariff of another year. */
export function leveringen(casussen: readonly Casus[]): Levering[] {
  return casussen.flatMap((casus) => {
    if (casus.gestart === null) return []
    const laatste = [casus.gestopt ?? casus.einde, casus.einde].toSorted()[0]!
    const uit: Levering[] = []
    for (let maand = casus.gestart.slice(0, 7); maand <= laatste.slice(0, 7) && maand <= LAATSTE_MAAND;) {
      const begin = Temporal.PlainDate.from(`${maand}-01`)
      const eind = begin.add({ months: 1 }).subtract({ days: 1 }).toString()
      const van = casus.gestart > begin.toString() ? casus.gestart : begin.toString()
      const tot = laatste < eind ? laatste : eind
      uit.push(lever(casus, van, tot))
      maand = begin.add({ months: 1 }).toString().slice(0, 7)
    }
    return uit
  })
}

function lever(casus: Casus, van: string, tot: string): Levering {
  const { product } = casus
  const dagen = Temporal.PlainDate.from(van).until(tot, { largestUnit: 'day' }).days + 1
  const jaar = van.startsWith('2025') ? 2025 : 2026
  const anders = (casus.nummer * 7 + Number(van.slice(5, 7))) % 97 === 0
  const tarief = product.tarief[anders ? (jaar === 2025 ? 2026 : 2025) : jaar]
  if (product.eenheden[0] === '14') return { casus, van, tot, volume: dagen, tarief, cent: dagen * tarief }
  const keer = Math.max(1, Math.round((dagen / 7) * casus.volume))
  if (product.eenheden[1] === '01') {
    const minuten = keer * 60
    return {
      casus,
      van,
      tot,
      volume: minuten,
      tarief: Math.round(tarief / 60),
      cent: Math.floor((2 * minuten * tarief + 60) / 120),
    }
  }
  return { casus, van, tot, volume: keer, tarief, cent: keer * tarief }
}

function prestatie({ casus, van, tot, volume, tarief, cent }: Levering, referentie: number): string {
  return el(
    'Prestatie',
    el('ProductReferentie', el('i:ReferentieNummer', `J${String(referentie).padStart(8, '0')}`)),
    el('ToewijzingNummer', String(casus.nummer)),
    el('ProductCategorie', casus.categorie),
    el('ProductCode', casus.product.code),
    el('ProductPeriode', el('i:Begindatum', van), el('i:Einddatum', tot)),
    el('GeleverdVolume', String(volume)),
    el('Eenheid', casus.product.eenheden[1]),
    el('ProductTarief', String(tarief)),
    el('IngediendBedrag', el('i:Bedrag', String(cent)), el('i:DebetCredit', 'D')),
  )
}
