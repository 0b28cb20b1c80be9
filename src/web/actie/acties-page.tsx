import { actiestanden, isTeLaat } from '../../domain/act/gesprek/actiestand.ts'
import type { Actie, Actiekolom } from '../../domain/act/gesprek/list-acties.ts'
import { kanten, type Kant } from '../../domain/act/gesprek/actie-invoer.ts'
import type { Bladzijde, Lijst } from '../../domain/begrippen/lijst.ts'
import type { Context } from '../../platform/context.ts'
import { bladstand, hoeveel, volgordeInUrl } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { datum } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { WeergaveBewaren, Weergaven, type Weergavestand } from '../weergave/weergaven.tsx'

export type Actiekeuze = Bladzijde<Actiekolom> & {
  stand: 'lopend' | 'te laat' | 'gereed' | 'afgerond' | 'alle'
  kant: Kant | ''
  van: 'mij' | ''
  aanbieder: string
}

export const STANDAARD = { sorteer: 'einddatum', richting: 'op' } as const

type Props = {
  raam: Raam
  ctx: Context
  keuze: Actiekeuze
  lijst: Lijst<Actie>
  aanbieder?: { id: string; naam: string } | undefined
  weergaven: Weergavestand
}

const WOORDEN = {
  lopend: ['loopt', 'lopen'],
  'te laat': ['is te laat', 'zijn te laat'],
  gereed: ['wacht op acceptatie', 'wachten op acceptatie'],
  afgerond: ['is afgerond', 'zijn afgerond'],
  alle: ['staat in deze keuze', 'staan in deze keuze'],
} as const

/** Every action that came from a meeting, until it is accepted. */
export function ActiesPage({ raam, ctx, keuze, lijst, aanbieder, weergaven }: Props) {
  const query = actiequery(keuze)
  const extern = ctx.actor.agb !== null
  return (
    <Pagina
      raam={raam}
      titel="Acties"
      lead={
        <>
          <b>{hoeveel(lijst.totaal, 'actie', 'acties')}</b> {WOORDEN[keuze.stand][lijst.totaal === 1 ? 0 : 1]}
          {aanbieder && ` bij ${aanbieder.naam}`}. Een actie blijft hier tot zij is geaccepteerd.
        </>
      }
    >
      <Weergaven stand={weergaven} />
      <FilterZin
        actie={routes.acties()}
        delen={[
          'Toon',
          {
            naam: 'stand',
            label: 'Stand',
            waarde: keuze.stand === 'lopend' ? '' : keuze.stand,
            opties: [
              { waarde: '', label: 'lopende acties' },
              { waarde: 'te laat', label: 'acties die te laat zijn' },
              { waarde: 'gereed', label: 'acties die wachten op acceptatie' },
              { waarde: 'afgerond', label: 'afgeronde acties' },
              { waarde: 'alle', label: 'alle acties' },
            ],
          },
          'van',
          {
            naam: 'kant',
            label: 'Kant',
            waarde: keuze.kant,
            opties: [
              { waarde: '', label: 'beide kanten' },
              { waarde: 'regio', label: 'de regio' },
              { waarde: 'aanbieder', label: extern ? 'ons' : 'de aanbieder' },
            ],
          },
          ...(extern
            ? []
            : [
                'bij',
                aanbieder
                  ? {
                      naam: 'aanbieder',
                      label: 'Aanbieder',
                      waarde: aanbieder.id,
                      opties: [
                        { waarde: '', label: 'iedereen' },
                        { waarde: aanbieder.id, label: aanbieder.naam },
                      ],
                    }
                  : {
                      naam: 'van',
                      label: 'Eigenaar',
                      waarde: keuze.van,
                      opties: [
                        { waarde: '', label: 'iedereen' },
                        { waarde: 'mij', label: 'mij' },
                      ],
                    },
              ]),
        ]}
        verborgen={volgordeInUrl(keuze, STANDAARD)}
        einde={
          <>
            <WeergaveBewaren stand={weergaven} csrf={raam.csrf} />
            <Uitvoer xlsx={routes.actiesUitvoer('xlsx', query)} csv={routes.actiesUitvoer('csv', query)} />
          </>
        }
      />
      <Tabel
        bijschrift="Acties"
        kolommen={actiekolommen(ctx.today).filter(({ naam }) => !extern || naam !== 'aanbieder')}
        rijen={lijst.rijen}
        sleutel={({ id }) => id}
        sortering={{
          kolom: keuze.sorteer,
          richting: keuze.richting,
          href: (sorteer, richting) => routes.acties({ ...query, sorteer, richting }),
        }}
        leeg={
          <LegeStaat titel="Geen acties in deze keuze">
            Hier staat wat in gesprekken is afgesproken: wie wat doet, en wanneer het klaar is.
          </LegeStaat>
        }
      />
      <Bladeren
        {...bladstand(keuze.pagina, lijst)}
        wat="acties"
        href={(pagina) => routes.acties({ ...query, pagina })}
      />
    </Pagina>
  )
}

/** The choice as it stands in a URL; the default order is left out. */
export function actiequery(keuze: Actiekeuze) {
  const { stand, kant, van, aanbieder } = keuze
  return { stand: stand === 'lopend' ? '' : stand, kant, van, aanbieder, ...volgordeInUrl(keuze, STANDAARD) }
}

export function actiekolommen(vandaag: Temporal.PlainDate): Kolom<Actie>[] {
  return [
    { naam: 'tekst', kop: 'Wat', sorteerbaar: true, cel: ({ id, tekst }) => <a href={routes.actie(id)}>{tekst}</a> },
    { naam: 'aanbieder', kop: 'Bij', sorteerbaar: true, cel: ({ aanbieder, gesprek }) => aanbieder ?? gesprek },
    {
      naam: 'eigenaar',
      kop: 'Wie',
      sorteerbaar: true,
      cel: ({ eigenaar, kant }) => `${eigenaar} (${kanten[kant].toLowerCase()})`,
    },
    {
      naam: 'einddatum',
      kop: 'Klaar op',
      sorteerbaar: true,
      heel: true,
      cel: (actie) =>
        isTeLaat(actie, vandaag) ? <b className="ov-mis">{datum(actie.einddatum)}, te laat</b> : datum(actie.einddatum),
    },
    { naam: 'stand', kop: 'Stand', cel: ({ stand }) => actiestanden[stand] },
  ]
}
