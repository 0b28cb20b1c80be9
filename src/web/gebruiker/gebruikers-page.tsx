import type { Lijst } from '../../domain/begrippen/lijst.ts'
import { gebruikersstanden, type GebruikerInLijst } from '../../domain/plan/gebruiker/list-gebruikers.ts'
import { gegevenRollen } from '../../domain/plan/gebruiker/rolgrens.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { bladstand, hoeveelVooraan } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { momentKort } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { gebruikerQuery, type Gebruikerkeuze } from './keuze.ts'
import { rolnaam, standen } from './woorden.ts'

type Props = { raam: Raam; ctx: Context; keuze: Gebruikerkeuze; lijst: Lijst<GebruikerInLijst>; beheerders: number }

/** Everybody who works with the program in this region. */
export function GebruikersPage({ raam, ctx, keuze, lijst, beheerders }: Props) {
  const query = gebruikerQuery(keuze)
  return (
    <Pagina
      raam={raam}
      titel="Gebruikers"
      lead={
        <>
          <b>{hoeveelVooraan(lijst.totaal, 'gebruiker', 'gebruikers')}</b> in deze keuze.{' '}
          {beheerders === 1
            ? 'Er is één functioneel beheerder: geef nog iemand die rol, dan kan een collega u helpen.'
            : `Er zijn ${beheerders} functioneel beheerders.`}
        </>
      }
      {...(mag(ctx.actor, 'gebruiker:wijzigen') && {
        actie: <Knop href={routes.gebruikerUitnodigen()}>Gebruiker uitnodigen</Knop>,
      })}
      acties={
        <Knop soort="tweede" href={routes.toegang()}>
          Toegang bekijken
        </Knop>
      }
    >
      <FilterZin
        actie={routes.gebruikers()}
        delen={[
          'Toon',
          {
            naam: 'kant',
            label: 'Waar iemand werkt',
            waarde: keuze.kant ?? '',
            opties: [
              { waarde: '', label: 'iedereen' },
              { waarde: 'regio', label: 'mensen van de regio' },
              { waarde: 'aanbieder', label: 'mensen van aanbieders' },
            ],
          },
          'met',
          {
            naam: 'rol',
            label: 'Rol',
            waarde: keuze.rol ?? '',
            opties: [
              { waarde: '', label: 'elke rol' },
              ...gegevenRollen.map((rol) => ({ waarde: rol, label: rolnaam(rol) })),
            ],
          },
          {
            naam: 'stand',
            label: 'Stand',
            waarde: keuze.stand ?? '',
            opties: [
              { waarde: '', label: 'in elke stand' },
              ...gebruikersstanden.map((stand) => ({ waarde: stand, label: standen[stand] })),
            ],
          },
          'en met',
          {
            soort: 'tekst',
            naam: 'zoek',
            label: 'Zoek op naam, functie of e-mailadres',
            waarde: keuze.zoek ?? '',
            plaats: 'naam of e-mailadres',
          },
        ]}
        verborgen={
          keuze.sorteer === 'naam' && keuze.richting === 'op'
            ? {}
            : { sorteer: keuze.sorteer, richting: keuze.richting }
        }
        einde={<Uitvoer xlsx={routes.gebruikersUitvoer('xlsx', query)} csv={routes.gebruikersUitvoer('csv', query)} />}
      />
      <Tabel
        bijschrift="Gebruikers"
        kolommen={kolommen}
        rijen={lijst.rijen}
        sleutel={({ id }) => id}
        sortering={{
          kolom: keuze.sorteer,
          richting: keuze.richting,
          href: (sorteer, richting) => routes.gebruikers({ ...query, sorteer, richting }),
        }}
        leeg={<LegeStaat titel="Niemand in deze keuze">Kies minder voorwaarden, of nodig iemand uit.</LegeStaat>}
      />
      <Bladeren
        {...bladstand(keuze.pagina, lijst)}
        wat="gebruikers"
        href={(pagina) => routes.gebruikers({ ...query, pagina })}
      />
    </Pagina>
  )
}

const kolommen: Kolom<GebruikerInLijst>[] = [
  {
    naam: 'naam',
    kop: 'Naam',
    sorteerbaar: true,
    cel: ({ id, naam, functie }) => (
      <>
        <a href={routes.gebruiker(id)}>{naam}</a>
        {functie !== '' && <div className="ov-klein">{functie}</div>}
      </>
    ),
  },
  {
    naam: 'rollen',
    kop: 'Rollen',
    telefoon: 'breed',
    cel: ({ rollen }) =>
      rollen.length === 0 ? (
        <span className="ov-stil">geen</span>
      ) : (
        rollen.map(({ rol, aanbieder, begrensd }, i) => (
          <div key={i}>
            {rolnaam(rol)}
            {aanbieder !== null && <div className="ov-klein">{aanbieder}</div>}
            {begrensd && <div className="ov-klein">voor een deel van de regio</div>}
          </div>
        ))
      ),
  },
  {
    naam: 'email',
    kop: 'E-mailadres',
    telefoon: 'breed',
    cel: ({ email }) => email ?? <span className="ov-stil">geen</span>,
  },
  {
    naam: 'stand',
    kop: 'Stand',
    cel: ({ stand }) => <span className={stand === 'actief' ? undefined : 'ov-stil'}>{standen[stand]}</span>,
  },
  {
    naam: 'aangemeld',
    kop: 'Laatst aangemeld',
    heel: true,
    sorteerbaar: true,
    cel: ({ laatstAangemeldOp }) =>
      laatstAangemeldOp ? momentKort(laatstAangemeldOp) : <span className="ov-stil">nog niet</span>,
  },
]
