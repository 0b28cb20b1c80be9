import { datumzin } from '../../begrippen/datumzin.ts'
import { boetegrens } from './boetegrens.ts'
import { deelVan, hoogte, type Ladder } from './ladder.ts'
import { laatsteTermijn, werkelijkEinde } from './termijnen.ts'
import type { Waarborg } from './waarborgen.ts'
import type { Feiten, Gebrek, Velden, Zaak, Zet } from './zaak.ts'

/** What a guard looks at: the case with the records of this step, where it leads, and the day of the act. */
export type Blik = {
  ladder: Ladder
  zaak: Zaak
  zet: Pick<Zet, 'datum' | 'doel'>
  /** Fields of the step, or of the measure the guard belongs to. */
  velden: Velden
  feiten: Feiten
}

type Wat<Naam extends Waarborg['waarborg']> = Extract<Waarborg, { waarborg: Naam }>

/** Why this guard does not hold; null when it does. */
export function toetsWaarborg(waarborg: Waarborg, blik: Blik): Gebrek | null {
  switch (waarborg.waarborg) {
    case 'termijn-verstreken':
      return verstreken(waarborg.termijn, blik)
    case 'op-tijd':
      return opTijd(waarborg, blik)
    case 'te-laat':
      return teLaat(waarborg, blik)
    case 'stuk-of-verstreken':
      return heeftStuk(blik, waarborg.stuk) ? null : verstreken(waarborg.termijn, blik)
    case 'in-verzuim':
      return inVerzuim(waarborg, blik)
    case 'bewijs':
      return bewijs(waarborg, blik)
    case 'bewijs-vastgesteld':
      return vastgesteld(waarborg, blik)
    case 'hooguit-van-omzet':
      return hooguitVanOmzet(waarborg, blik)
    case 'hogere-stap':
      return hoger(blik) > 0 ? null : wacht('Kies een hogere trede dan waar de zaak nu staat.')
    case 'lagere-stap':
      return hoger(blik) < 0 ? null : wacht('Kies een lagere trede dan waar de zaak nu staat.')
    case 'overslaan-gemotiveerd':
      return hoger(blik) <= 1 || heeftStuk(blik, waarborg.stuk)
        ? null
        : nodig('Er worden treden overgeslagen. Leg vast welke, en waarom de ernst dat vraagt.')
    case 'stuk-na-acuut':
      return blik.zaak.stappen.some(({ overgang }) => overgang === waarborg.overgang) && !heeftStuk(blik, waarborg.stuk)
        ? nodig(`Na het acute spoor ontbreekt nog: ${naam(blik, waarborg.stuk)}.`)
        : null
  }
}

function verstreken(code: string, { ladder, zaak, zet, feiten }: Blik): Gebrek | null {
  const termijn = laatsteTermijn(zaak, code)
  const { naam } = deelVan(ladder, 'termijnen', code)
  if (!termijn) return wacht(`De termijn "${naam}" heeft niet gelopen.`)
  const einde = werkelijkEinde(termijn, zaak.schorsingen, feiten.kalender)
  return Temporal.PlainDate.compare(zet.datum, einde) > 0
    ? null
    : wacht(
        `De termijn "${naam}" loopt tot en met ${datumzin(einde)}. Dit kan vanaf ${datumzin(einde.add({ days: 1 }))}.`,
      )
}

function opTijd({ termijn: code, stuk }: Wat<'op-tijd'>, blik: Blik): Gebrek | null {
  const { ladder, zaak, feiten } = blik
  const termijn = laatsteTermijn(zaak, code)
  const { naam } = deelVan(ladder, 'termijnen', code)
  if (!termijn || termijn.klaar) return wacht(`De termijn "${naam}" loopt niet.`)
  const einde = werkelijkEinde(termijn, zaak.schorsingen, feiten.kalender)
  return Temporal.PlainDate.compare(dagVan(stuk, blik), einde) <= 0
    ? null
    : wacht(`Te laat: de termijn "${naam}" liep tot en met ${datumzin(einde)}.`)
}

function teLaat({ termijn: code, stuk }: Wat<'te-laat'>, blik: Blik): Gebrek | null {
  const { ladder, zaak, feiten } = blik
  const termijn = laatsteTermijn(zaak, code)
  const { naam } = deelVan(ladder, 'termijnen', code)
  if (!termijn || termijn.klaar) return wacht(`De termijn "${naam}" loopt niet.`)
  const einde = werkelijkEinde(termijn, zaak.schorsingen, feiten.kalender)
  return Temporal.PlainDate.compare(dagVan(stuk, blik), einde) > 0
    ? null
    : wacht(`De termijn "${naam}" loopt nog tot en met ${datumzin(einde)}: dit is op tijd.`)
}

// The law knows default without notice: a fatal date, or a debtor who says that he will not perform (6:83 BW; AMB-39).
function inVerzuim({ brief, termijn, zonder }: Wat<'in-verzuim'>, blik: Blik): Gebrek | null {
  if (heeftStuk(blik, zonder)) return null
  const { ladder, zaak } = blik
  if (!zaak.brieven.some(({ soort }) => soort === brief)) {
    const briefnaam = deelVan(ladder, 'brieven', brief).naam.toLowerCase()
    return nodig(`Er is nog geen ${briefnaam} verstuurd. Zonder kan alleen met: ${naam(blik, zonder)}.`)
  }
  return verstreken(termijn, blik)
}

function bewijs({ stappen }: Wat<'bewijs'>, blik: Blik): Gebrek | null {
  const doel = blik.zet.doel ?? null
  const stap = doel === null ? null : deelVan(blik.ladder, 'toestanden', doel).stap
  if (stappen && (stap === null || !stappen.includes(stap))) return null
  return bewijsstukken(blik).length > 0
    ? null
    : nodig(
        'Er ligt geen bewijsstuk van een ernstige misstand of fraude. Leg het vast bij de zaak, onder “Stuk vastleggen”. Eén stuk dat is beoordeeld, is genoeg.',
      )
}

function vastgesteld({ veld, niet }: Wat<'bewijs-vastgesteld'>, blik: Blik): Gebrek | null {
  return bewijsstukken(blik).some(({ velden }) => (velden[veld] ?? niet) !== niet)
    ? null
    : nodig(
        'Ontbinden kan alleen als de fraude of ernstige misstand is vastgesteld. Leg bij de zaak, onder “Stuk vastleggen”, een bewijsstuk vast met wie dat deed.',
      )
}

function hooguitVanOmzet({ veld, procent }: Wat<'hooguit-van-omzet'>, { velden, feiten }: Blik): Gebrek | null {
  const bedrag = velden[veld]
  if (bedrag === undefined || bedrag === '') return null
  if (feiten.omzetCent === null) return wacht('De regionale omzet over het laatste afgesloten jaar is niet bekend.')
  const grens = boetegrens(feiten.omzetCent, procent)
  return Number(bedrag) <= grens
    ? null
    : nodig(`De boete is hoger dan ${procent}% van de regionale omzet. Ten hoogste kan ${euro(grens)}.`)
}

function bewijsstukken({ ladder, zaak }: Blik) {
  return zaak.stukken.filter(({ soort }) => deelVan(ladder, 'stukken', soort).bewijs)
}

function heeftStuk({ ladder, zaak }: Blik, soort: string): boolean {
  return stukTelt(ladder, zaak, soort) !== undefined
}

/** The record of this kind that counts now, the newest first: one that is asked anew in each state must be of this state. */
export function stukTelt(ladder: Ladder, zaak: Zaak, soort: string) {
  const { eenmalig } = deelVan(ladder, 'stukken', soort)
  return zaak.stukken.findLast((stuk) => stuk.soort === soort && (!eenmalig || stuk.beurt === zaak.beurt))
}

function dagVan(stuk: string | undefined, { ladder, zaak, zet }: Blik): Temporal.PlainDate {
  return (stuk === undefined ? undefined : stukTelt(ladder, zaak, stuk)?.datum) ?? zet.datum
}

/** How many rungs a step goes up; below zero is down. */
function hoger({ ladder, zaak, zet }: Blik): number {
  const doel = zet.doel ?? null
  // An end is below every rung; a rung that was not chosen yet could still be right.
  if (doel === null) return 0
  return hoogte(ladder, doel) - hoogte(ladder, zaak.toestand)
}

function naam({ ladder }: Blik, stuk: string): string {
  return deelVan(ladder, 'stukken', stuk).naam.toLowerCase()
}

function euro(cent: number): string {
  return (cent / 100).toLocaleString('nl-NL', { style: 'currency', currency: 'EUR' })
}

const wacht = (zin: string): Gebrek => ({ soort: 'waarborg', zin, wacht: true })
const nodig = (zin: string): Gebrek => ({ soort: 'waarborg', zin, wacht: false })
