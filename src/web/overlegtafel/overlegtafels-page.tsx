import type { Tafelbron } from '../../domain/act/overlegtafel/lees-tafelregels.ts'
import { fasen, faseVan } from '../../domain/act/overlegtafel/toestand.ts'
import { aanwezigheden } from '../../domain/act/overlegtafel/tel-gemiste-tafels.ts'
import type { TafelInLijst, Tafelkolom } from '../../domain/act/overlegtafel/queries.ts'
import type { Toetstermijn } from '../../domain/act/overlegtafel/list-toetsen.ts'
import type { Tafelproduct } from '../../domain/act/overlegtafel/list-tafelproducten.ts'
import type { Bladzijde, Lijst } from '../../domain/begrippen/lijst.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { bladstand, hoeveelVooraan, volgordeInUrl } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { aantal, datum, getal, vanTotaal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { WeergaveBewaren, Weergaven, type Weergavestand } from '../weergave/weergaven.tsx'
import { antwoorden, onderwerpzin } from './woorden.ts'

export type Keuze = Bladzijde<Tafelkolom> & {
  stand: 'open' | 'gesloten' | 'vervallen' | 'alle'
  product: string
  jaar: string
}

export const STANDAARD = { sorteer: 'datum', richting: 'af' } as const

type Props = {
  raam: Raam
  ctx: Context
  keuze: Keuze
  lijst: Lijst<TafelInLijst>
  producten: Tafelproduct[]
  /** Products that must still have a table this year (TAF-02); null for an aanbieder, or where no frequency was agreed */
  zonder: Tafelproduct[] | null
  /** Products whose tables were not tested in time (TAF-16) */
  teToetsen: Toetstermijn[]
  bron: Tafelbron
  weergaven: Weergavestand
}

// TAF-01: what a table is for (bijlage 19, overlegtafels)
const DOEL =
  'Doel: constructieve samenwerking en structurele communicatie tussen gemeenten en aanbieders, en een betere kwaliteit van de ondersteuning.'

const STANDEN = { open: 'open', gesloten: 'gesloten', vervallen: 'vervallen', alle: 'in deze keuze' } as const

/** All tables of one choice; which products still need one this year. */
export function OverlegtafelsPage({ raam, ctx, keuze, lijst, producten, zonder, teToetsen, bron, weergaven }: Props) {
  const binnen = ctx.actor.agb === null
  const query = tafelQuery(keuze)
  return (
    <Pagina
      raam={raam}
      titel="Overlegtafels"
      lead={
        <>
          <b>{hoeveelVooraan(lijst.totaal, 'overlegtafel', 'overlegtafels')}</b> {STANDEN[keuze.stand]}.{' '}
          {zonder !== null && jaarzin(zonder.length, ctx.today.year)}
          {!binnen && 'De tafels waarvoor u bent uitgenodigd, en de terugkoppeling over uw producten.'}
        </>
      }
      actie={
        mag(ctx.actor, 'overlegtafel:organiseren') && <Knop href={routes.overlegtafelPlannen()}>Tafel plannen</Knop>
      }
      acties={
        binnen && (
          <Knop soort="tweede" href={routes.tafeldeelname()}>
            Deelname per aanbieder
          </Knop>
        )
      }
    >
      <p className="ov-klein">{DOEL}</p>
      <Weergaven stand={weergaven} />
      <FilterZin
        actie={routes.overlegtafels()}
        delen={[
          'Toon',
          {
            naam: 'stand',
            label: 'Stand',
            waarde: keuze.stand === 'open' ? '' : keuze.stand,
            opties: [
              { waarde: '', label: 'open tafels' },
              { waarde: 'gesloten', label: 'gesloten tafels' },
              { waarde: 'vervallen', label: 'vervallen tafels' },
              { waarde: 'alle', label: 'alle tafels' },
            ],
          },
          'over',
          {
            naam: 'product',
            label: 'Product',
            waarde: keuze.product,
            opties: [
              { waarde: '', label: 'elk onderwerp' },
              ...producten.map(({ code, naam }) => ({ waarde: code, label: naam })),
            ],
          },
          'in',
          {
            naam: 'jaar',
            label: 'Jaar',
            waarde: keuze.jaar,
            opties: [
              { waarde: '', label: 'elk jaar' },
              ...jaren(ctx.today.year).map((jaar) => ({ waarde: jaar, label: jaar })),
            ],
          },
        ]}
        verborgen={volgordeInUrl(keuze, STANDAARD)}
        einde={
          <>
            <WeergaveBewaren stand={weergaven} csrf={raam.csrf} />
            <Uitvoer
              xlsx={routes.overlegtafelsUitvoer('xlsx', query)}
              csv={routes.overlegtafelsUitvoer('csv', query)}
            />
          </>
        }
      />
      <Tabel
        bijschrift="Overlegtafels"
        kolommen={kolommen(binnen)}
        rijen={lijst.rijen}
        sleutel={({ id }) => id}
        sortering={{
          kolom: keuze.sorteer,
          richting: keuze.richting,
          href: (sorteer, richting) => routes.overlegtafels({ ...inUrl(keuze), sorteer, richting }),
        }}
        leeg={
          <LegeStaat titel="Geen overlegtafels in deze keuze">
            {binnen
              ? 'Hier staat elke tafel van de regio: van plannen en samenstellen tot de terugkoppeling.'
              : 'Hier staat elke tafel waarvoor u bent uitgenodigd.'}
          </LegeStaat>
        }
      />
      <Bladeren
        {...bladstand(keuze.pagina, lijst)}
        wat="overlegtafels"
        href={(pagina) => routes.overlegtafels({ ...query, pagina })}
      />
      {zonder !== null && zonder.length > 0 && <ZonderTafel ctx={ctx} zonder={zonder} bron={bron} />}
      {teToetsen.length > 0 && <TeToetsen teToetsen={teToetsen} bron={bron} />}
    </Pagina>
  )
}

function jaarzin(zonder: number, jaar: number): string {
  if (zonder === 0) return `Elk product had in ${jaar} een tafel.`
  return `Over ${aantal(zonder, 'product', 'producten')} is in ${jaar} nog geen tafel gehouden.`
}

function ZonderTafel({ ctx, zonder, bron }: { ctx: Context; zonder: Tafelproduct[]; bron: Tafelbron }) {
  const jaar = ctx.today.year
  const plant = mag(ctx.actor, 'overlegtafel:organiseren')
  return (
    <Onderdeel titel={`Nog geen tafel in ${jaar}`} noot={aantal(zonder.length, 'product', 'producten')}>
      <ul className="ov-lijst">
        {zonder.map(({ code, naam }) => (
          <li key={code}>
            {naam}
            {plant && (
              <>
                {': '}
                <a href={routes.overlegtafelPlannen({ product: code })}>
                  tafel plannen<span className="ams-visually-hidden"> over {naam}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      <Waarom
        bij={`producten zonder tafel in ${jaar}`}
        regel="Over elk product dat is gecontracteerd, is er in elk kalenderjaar minstens een gehouden tafel. Een tafel over meer producten telt voor elk ervan."
        bron={bron('samenstelling')}
      />
    </Onderdeel>
  )
}

function TeToetsen({ teToetsen, bron }: { teToetsen: Toetstermijn[]; bron: Tafelbron }) {
  return (
    <Onderdeel titel="Werking te toetsen" noot={aantal(teToetsen.length, 'product', 'producten')}>
      <ul className="ov-lijst">
        {teToetsen.map(({ code, naam, tafelId, uiterlijk }) => (
          <li key={code}>
            <a href={routes.overlegtafel(tafelId)}>{naam}</a>: had uiterlijk {datum(uiterlijk)} moeten zijn getoetst
          </li>
        ))}
      </ul>
      <Waarom
        bij="het toetsen van de werking"
        regel="De gemeenten toetsen regelmatig, samen met aanbieders, of een tafel een afspiegeling is van de belangen en of zij werkt. Een toets bij een van de tafels over een product telt voor dat product."
        bron={bron('effectiviteit')}
      />
    </Onderdeel>
  )
}

/** The choice as it stands in a URL; the default order is left out. */
export function tafelQuery(keuze: Keuze) {
  return { ...inUrl(keuze), ...volgordeInUrl(keuze, STANDAARD) }
}

function inUrl({ stand, product, jaar }: Keuze) {
  return { stand: stand === 'open' ? '' : stand, product, jaar }
}

function jaren(nu: number): string[] {
  return Array.from({ length: nu - 2022 }, (_, i) => String(nu + 1 - i))
}

function kolommen(binnen: boolean): Kolom<TafelInLijst>[] {
  return [
    {
      naam: 'titel',
      kop: 'Tafel',
      sorteerbaar: true,
      cel: ({ id, titel }) => <a href={routes.overlegtafel(id)}>{titel}</a>,
    },
    { naam: 'onderwerp', kop: 'Over', cel: (tafel) => onderwerpzin(tafel) },
    { naam: 'gebied', kop: 'Gebied', telefoon: 'weg', heel: true, cel: ({ subregio }) => subregio ?? 'hele regio' },
    { naam: 'datum', kop: 'Datum', sorteerbaar: true, heel: true, cel: ({ datum: dag }) => datum(dag) },
    { naam: 'stand', kop: 'Stand', cel: (tafel) => fasen[faseVan(tafel)] },
    binnen
      ? {
          naam: 'genodigd',
          kop: 'Aanwezig',
          rechts: true,
          heel: true,
          cel: ({ genodigd, aanwezig, gehoudenOp }) =>
            gehoudenOp ? vanTotaal(aanwezig, genodigd) : genodigd === 0 ? '–' : `${getal(genodigd)} genodigd`,
        }
      : {
          naam: 'eigen',
          kop: 'Uw deelname',
          cel: ({ eigen }) =>
            eigen === null
              ? 'Niet uitgenodigd'
              : eigen.aanwezigheid
                ? aanwezigheden[eigen.aanwezigheid]
                : eigen.antwoord
                  ? antwoorden[eigen.antwoord]
                  : 'Nog te beantwoorden',
        },
  ]
}
