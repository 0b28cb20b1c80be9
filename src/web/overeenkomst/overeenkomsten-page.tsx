import type { Lijst } from '../../domain/begrippen/lijst.ts'
import type { Gemeente } from '../../domain/plan/inrichting/queries.ts'
import { domeinen } from '../../domain/plan/overeenkomst/domein.ts'
import { fasen } from '../../domain/plan/overeenkomst/fase.ts'
import type { OvereenkomstInLijst } from '../../domain/plan/overeenkomst/list-overeenkomsten.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { bladstand, hoeveelVooraan } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { TeKort } from '../te-kort.tsx'
import { WeergaveBewaren, Weergaven, type Weergavestand } from '../weergave/weergaven.tsx'
import { overeenkomstQuery, type Overeenkomstkeuze } from './keuze.ts'
import { overeenkomstkolommen } from './kolommen.tsx'

type Props = {
  raam: Raam
  ctx: Context
  keuze: Overeenkomstkeuze
  lijst: Lijst<OvereenkomstInLijst>
  gemeenten: Gemeente[]
  weergaven: Weergavestand
}

const fasenaam = {
  implementatie: 'in implementatie',
  loopt: 'die lopen',
  verlengd: 'die verlengd zijn',
  afgelopen: 'die afgelopen zijn',
} as const

/** All overeenkomsten of one choice. */
export function OvereenkomstenPage({ raam, ctx, keuze, lijst, gemeenten, weergaven }: Props) {
  const query = overeenkomstQuery(keuze)
  return (
    <Pagina
      raam={raam}
      titel="Overeenkomsten"
      lead={
        <>
          <b>{hoeveelVooraan(lijst.totaal, 'overeenkomst', 'overeenkomsten')}</b>
          {keuze.fase && ` ${fasenaam[keuze.fase]}`}.
        </>
      }
      actie={
        mag(ctx.actor, 'overeenkomst:inlezen') && (
          <Knop soort="tweede" href={routes.overeenkomstenInlezen()}>
            Overeenkomsten inlezen
          </Knop>
        )
      }
    >
      <Weergaven stand={weergaven} />
      <FilterZin
        actie={routes.overeenkomsten()}
        delen={[
          'Toon',
          {
            naam: 'relatietype',
            label: 'Relatietype',
            waarde: keuze.relatietype ?? '',
            opties: [
              { waarde: '', label: 'overeenkomsten' },
              { waarde: 'inkoop', label: 'ingekochte overeenkomsten' },
              { waarde: 'subsidie', label: 'subsidies' },
            ],
          },
          'over',
          {
            naam: 'domein',
            label: 'Domein',
            waarde: keuze.domein ?? '',
            opties: [
              { waarde: '', label: 'elk domein' },
              ...Object.entries(domeinen).map(([waarde, label]) => ({ waarde, label })),
            ],
          },
          {
            naam: 'fase',
            label: 'Stand',
            waarde: keuze.fase ?? '',
            opties: [
              { waarde: '', label: 'in elke stand' },
              ...fasen.map((waarde) => ({ waarde, label: fasenaam[waarde] })),
            ],
          },
          'voor',
          {
            naam: 'gemeente',
            label: 'Gemeente',
            waarde: keuze.gemeente ?? '',
            opties: [
              { waarde: '', label: 'elke gemeente' },
              ...gemeenten.map(({ code, naam }) => ({ waarde: code, label: naam })),
            ],
          },
          // an aanbieder sees only its own
          ...(ctx.actor.agb === null
            ? [
                'van aanbieders van',
                {
                  naam: 'van',
                  label: 'Contractmanager',
                  waarde: keuze.van ?? '',
                  opties: [
                    { waarde: '', label: 'iedereen' },
                    { waarde: 'mij', label: 'mij' },
                  ],
                },
              ]
            : []),
          'met',
          {
            soort: 'tekst',
            naam: 'zoek',
            label: 'Zoek op nummer of onderwerp',
            waarde: keuze.zoek ?? '',
            plaats: 'nummer of onderwerp',
          },
        ]}
        verborgen={
          keuze.sorteer === 'nummer' && keuze.richting === 'op'
            ? {}
            : { sorteer: keuze.sorteer, richting: keuze.richting }
        }
        einde={
          <>
            <WeergaveBewaren stand={weergaven} csrf={raam.csrf} />
            <Uitvoer
              xlsx={routes.overeenkomstenUitvoer('xlsx', query)}
              csv={routes.overeenkomstenUitvoer('csv', query)}
            />
          </>
        }
      />
      <TeKort zoek={keuze.zoek} wat="overeenkomsten" />
      <Tabel
        bijschrift="Overeenkomsten"
        kolommen={overeenkomstkolommen(ctx.today, mag(ctx.actor, 'budget:lezen'))}
        rijen={lijst.rijen}
        sleutel={({ id }) => id}
        sortering={{
          kolom: keuze.sorteer,
          richting: keuze.richting,
          href: (sorteer, richting) => routes.overeenkomsten({ ...query, sorteer, richting }),
        }}
        leeg={
          <LegeStaat titel="Geen overeenkomsten in deze keuze">
            Kies minder voorwaarden, of lees overeenkomsten in uit een CSV-bestand.
          </LegeStaat>
        }
      />
      <Bladeren
        {...bladstand(keuze.pagina, lijst)}
        wat="overeenkomsten"
        href={(pagina) => routes.overeenkomsten({ ...query, pagina })}
      />
    </Pagina>
  )
}
