import { actiestanden, isTeLaat } from '../../domain/act/gesprek/actiestand.ts'
import type { Actie, Actiekolom } from '../../domain/act/gesprek/list-acties.ts'
import { kanten, type Kant } from '../../domain/act/gesprek/actie-invoer.ts'
import type { Bladzijde, Lijst } from '../../domain/begrippen/lijst.ts'
import type { Context } from '../../platform/context.ts'
import { aanbiederdelen, type Aanbiederkeuze, type GekozenAanbieder } from '../aanbiederkeuze.ts'
import { hoeveelVooraan, volgordeInUrl } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladerlijst } from '../ui/bladerlijst.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { datum } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import type { Kolom } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { WeergaveBewaren, Weergaven, type Weergavestand } from '../weergave/weergaven.tsx'

export type Actiekeuze = Bladzijde<Actiekolom> &
  Aanbiederkeuze & { stand: 'lopend' | 'te laat' | 'gereed' | 'afgerond' | 'alle'; kant: Kant | '' }

export const STANDAARD = { sorteer: 'einddatum', richting: 'op' } as const

type Props = {
  raam: Raam
  ctx: Context
  keuze: Actiekeuze
  lijst: Lijst<Actie>
  aanbieder: GekozenAanbieder
  weergaven: Weergavestand
}

const VAN_WIE = { voor: 'bij', label: 'Eigenaar', alle: 'iedereen', mij: 'mij' }

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
          <b>{hoeveelVooraan(lijst.totaal, 'actie', 'acties')}</b> {WOORDEN[keuze.stand][lijst.totaal === 1 ? 0 : 1]}
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
          ...aanbiederdelen(ctx, keuze, aanbieder, VAN_WIE),
        ]}
        verborgen={volgordeInUrl(keuze, STANDAARD)}
        einde={
          <>
            <WeergaveBewaren stand={weergaven} csrf={raam.csrf} />
            <Uitvoer xlsx={routes.actiesUitvoer('xlsx', query)} csv={routes.actiesUitvoer('csv', query)} />
          </>
        }
      />
      <Bladerlijst
        naam="Acties"
        kolommen={actiekolommen(ctx.today).filter(({ naam }) => !extern || naam !== 'aanbieder')}
        {...{ lijst, keuze, query }}
        href={routes.acties}
        leeg={
          <LegeStaat titel="Geen acties in deze keuze">
            Hier staat wat in gesprekken is afgesproken: wie wat doet, en wanneer het klaar is.
          </LegeStaat>
        }
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
