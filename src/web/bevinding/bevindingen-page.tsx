import { besluiten, bronnen, type Bron } from '../../domain/check/bevinding/bevinding.ts'
import type { BevindingInLijst, Bevindingkolom } from '../../domain/check/bevinding/queries.ts'
import { PAGINA, TELGRENS, type Lijst } from '../../domain/begrippen/lijst.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { aantal, datum, getal } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'

export type Keuze = {
  stand: 'open' | 'gesloten' | 'alle'
  bron: Bron | ''
  jaar: string
  van: 'mij' | ''
  aanbieder: string
  sorteer: Bevindingkolom
  richting: 'op' | 'af'
  pagina: number
}

type Props = { raam: Raam; ctx: Context; keuze: Keuze; lijst: Lijst<BevindingInLijst> }

/** All findings of one choice, newest first. */
export function BevindingenPage({ raam, ctx, keuze, lijst }: Props) {
  const { stand, bron, jaar, van, aanbieder } = keuze
  const query = { stand: stand === 'open' ? '' : stand, bron, jaar, van, aanbieder }
  const volgorde = {
    sorteer: keuze.sorteer === 'ontstaan' ? '' : keuze.sorteer,
    richting: keuze.richting === 'af' ? '' : keuze.richting,
  }
  const hoeveel =
    lijst.totaal > TELGRENS
      ? `meer dan ${getal(TELGRENS)} bevindingen`
      : aantal(lijst.totaal, 'bevinding', 'bevindingen')
  const jaren = Array.from({ length: ctx.today.year - 2022 }, (_, i) => String(ctx.today.year - i))
  return (
    <Pagina
      raam={raam}
      titel="Bevindingen"
      lead={
        <>
          <b>{hoeveel}</b> {stand === 'gesloten' ? 'gesloten' : stand === 'alle' ? 'in deze keuze' : 'open'}. Alles wat
          niet voldoet aan wat is afgesproken; wat er gebeurt, beslist een mens.
        </>
      }
      actie={
        mag(ctx.actor, 'bevinding:vastleggen') && <Knop href={routes.bevindingVastleggen()}>Bevinding vastleggen</Knop>
      }
    >
      <FilterZin
        actie={routes.bevindingen()}
        delen={[
          'Toon',
          {
            naam: 'stand',
            label: 'Stand',
            waarde: stand === 'open' ? '' : stand,
            opties: [
              { waarde: '', label: 'open bevindingen' },
              { waarde: 'gesloten', label: 'gesloten bevindingen' },
              { waarde: 'alle', label: 'alle bevindingen' },
            ],
          },
          'uit',
          {
            naam: 'bron',
            label: 'Bron',
            waarde: bron,
            opties: [
              { waarde: '', label: 'elke bron' },
              ...Object.entries(bronnen).map(([waarde, label]) => ({ waarde, label })),
            ],
          },
          'over',
          {
            naam: 'jaar',
            label: 'Jaar',
            waarde: jaar,
            opties: [{ waarde: '', label: 'elk jaar' }, ...jaren.map((waarde) => ({ waarde, label: waarde }))],
          },
          'bij',
          {
            naam: 'van',
            label: 'Aanbieders',
            waarde: van,
            opties: [
              { waarde: '', label: 'alle aanbieders' },
              { waarde: 'mij', label: 'mijn aanbieders' },
            ],
          },
        ]}
        verborgen={aanbieder ? { aanbieder } : {}}
        einde={
          <Uitvoer xlsx={routes.bevindingenUitvoer('xlsx', query)} csv={routes.bevindingenUitvoer('csv', query)} />
        }
      />
      <Tabel
        bijschrift="Bevindingen"
        kolommen={kolommen}
        rijen={lijst.rijen}
        sleutel={({ id }) => id}
        sortering={{
          kolom: keuze.sorteer,
          richting: keuze.richting,
          href: (sorteer, richting) => routes.bevindingen({ ...query, sorteer, richting }),
        }}
        leeg={
          <LegeStaat titel="Geen bevindingen in deze keuze">
            Hier staat alles wat niet voldoet: een KPI die bij het vaststellen onder de norm is, een overeenkomst waar
            iemand ontbreekt, of wat u zelf vastlegt.
          </LegeStaat>
        }
      />
      <Bladeren
        pagina={keuze.pagina}
        paginas={Math.max(1, Math.ceil(lijst.totaal / PAGINA))}
        van={(keuze.pagina - 1) * PAGINA + 1}
        tot={(keuze.pagina - 1) * PAGINA + lijst.rijen.length}
        totaal={lijst.totaal}
        wat="bevindingen"
        href={(pagina) => routes.bevindingen({ ...query, ...volgorde, pagina })}
      />
    </Pagina>
  )
}

const kolommen: Kolom<BevindingInLijst>[] = [
  {
    naam: 'titel',
    kop: 'Bevinding',
    sorteerbaar: true,
    cel: ({ id, titel, indicatief }) => (
      <>
        <a href={routes.bevinding(id)}>{titel}</a>
        {indicatief && <span className="ov-stil"> indicatief</span>}
      </>
    ),
  },
  { naam: 'aanbieder', kop: 'Aanbieder', sorteerbaar: true, cel: ({ aanbieder }) => aanbieder },
  { naam: 'subregio', kop: 'Subregio', telefoon: 'weg', cel: ({ subregio }) => subregio ?? '–' },
  { naam: 'bron', kop: 'Bron', telefoon: 'weg', cel: ({ bron }) => bronnen[bron] },
  {
    naam: 'ontstaan',
    kop: 'Sinds',
    sorteerbaar: true,
    heel: true,
    cel: ({ ontstaanOp }) => datum(ontstaanOp.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()),
  },
  {
    naam: 'stand',
    kop: 'Stand',
    cel: ({ geslotenOp, besluit }) => (geslotenOp ? 'Gesloten' : besluit ? besluiten[besluit] : 'Nog te beoordelen'),
  },
]
