import type { Lijst } from '../../domain/begrippen/lijst.ts'
import type { ContactpersoonInLijst } from '../../domain/plan/aanbieder/list-contactpersonen.ts'
import type { Gemeente } from '../../domain/plan/inrichting/queries.ts'
import type { Overeenkomst } from '../../domain/plan/overeenkomst/queries.ts'
import { bladstand, hoeveelVooraan } from '../lijst.ts'
import { routes } from '../routes.ts'
import { TeKort } from '../te-kort.tsx'
import { Bladeren } from '../ui/bladeren.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { opsomming } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { contactpersoonQuery, type Contactpersoonkeuze } from './keuze.ts'

type Props = {
  raam: Raam
  keuze: Contactpersoonkeuze
  lijst: Lijst<ContactpersoonInLijst>
  gemeenten: Gemeente[]
  overeenkomst: Overeenkomst | null
}

/** Everybody who can be called or mailed at the aanbieders (CTR-04): per aanbieder, per overeenkomst and per gemeente. */
export function ContactpersonenPage({ raam, keuze, lijst, gemeenten, overeenkomst }: Props) {
  const query = contactpersoonQuery(keuze)
  const gemeente = gemeenten.find(({ code }) => code === keuze.gemeente)
  return (
    <Pagina
      raam={raam}
      kruimels={[
        { label: 'Plan', href: routes.aanbieders() },
        ...(overeenkomst ? [{ label: overeenkomst.nummer, href: routes.overeenkomst(overeenkomst.id) }] : []),
      ]}
      titel="Contactpersonen"
      lead={
        <>
          <b>{hoeveelVooraan(lijst.totaal, 'contactpersoon', 'contactpersonen')}</b>
          {overeenkomst && ` voor ${overeenkomst.nummer}`}
          {gemeente && `, er voor ${gemeente.naam}`}.
          {overeenkomst && (
            <>
              {' '}
              <a href={routes.contactpersonen({ ...query, overeenkomst: undefined })}>Toon die van elke overeenkomst</a>
            </>
          )}
        </>
      }
    >
      <FilterZin
        actie={routes.contactpersonen()}
        delen={[
          'Toon wie er is voor',
          {
            naam: 'gemeente',
            label: 'Gemeente',
            waarde: keuze.gemeente ?? '',
            opties: [
              { waarde: '', label: 'elke gemeente' },
              ...gemeenten.map(({ code, naam }) => ({ waarde: code, label: naam })),
            ],
          },
          'bij aanbieders van',
          {
            naam: 'van',
            label: 'Contractmanager',
            waarde: keuze.van ?? '',
            opties: [
              { waarde: '', label: 'iedereen' },
              { waarde: 'mij', label: 'mij' },
            ],
          },
          'met',
          {
            soort: 'tekst',
            naam: 'zoek',
            label: 'Zoek op naam, functie, e-mail of aanbieder',
            waarde: keuze.zoek ?? '',
            plaats: 'naam of aanbieder',
          },
        ]}
        verborgen={{
          ...(keuze.overeenkomst && { overeenkomst: keuze.overeenkomst }),
          ...(query.sorteer && { sorteer: query.sorteer, richting: keuze.richting }),
        }}
        einde={
          <Uitvoer
            xlsx={routes.contactpersonenUitvoer('xlsx', query)}
            csv={routes.contactpersonenUitvoer('csv', query)}
          />
        }
      />
      <TeKort zoek={keuze.zoek} wat="contactpersonen" />
      <Tabel
        bijschrift="Contactpersonen"
        kolommen={kolommen}
        rijen={lijst.rijen}
        sleutel={({ id }) => id}
        sortering={{
          kolom: keuze.sorteer,
          richting: keuze.richting,
          href: (sorteer, richting) => routes.contactpersonen({ ...query, sorteer, richting }),
        }}
        leeg={
          <LegeStaat titel="Geen contactpersonen in deze keuze">
            Kies minder voorwaarden, of voeg bij een aanbieder een contactpersoon toe.
          </LegeStaat>
        }
      />
      <Bladeren
        {...bladstand(keuze.pagina, lijst)}
        wat="contactpersonen"
        href={(pagina) => routes.contactpersonen({ ...query, pagina })}
      />
    </Pagina>
  )
}

const kolommen: Kolom<ContactpersoonInLijst>[] = [
  {
    naam: 'naam',
    kop: 'Naam',
    sorteerbaar: true,
    cel: ({ naam, functie, aanbiederId }) => (
      <>
        <a href={`${routes.aanbieder(aanbiederId, 'gegevens')}#contactpersonen`}>{naam}</a>
        {functie && <div className="ov-klein">{functie}</div>}
      </>
    ),
  },
  { naam: 'aanbieder', kop: 'Aanbieder', sorteerbaar: true, telefoon: 'breed', cel: ({ aanbieder }) => aanbieder },
  {
    naam: 'email',
    kop: 'E-mail',
    telefoon: 'breed',
    cel: ({ email }) => (email ? <a href={`mailto:${email}`}>{email}</a> : '–'),
  },
  {
    naam: 'telefoon',
    kop: 'Telefoon',
    heel: true,
    cel: ({ telefoon }) => (telefoon ? <a href={`tel:${telefoon.replace(/[^+0-9]/g, '')}`}>{telefoon}</a> : '–'),
  },
  {
    naam: 'overeenkomsten',
    kop: 'Overeenkomsten',
    cel: ({ overeenkomsten }) =>
      overeenkomsten.length === 0 ? (
        <span className="ov-stil">alle</span>
      ) : (
        overeenkomsten.map(({ id, nummer }, i) => (
          <span key={id}>
            {i > 0 && ', '}
            <a href={routes.overeenkomst(id)}>{nummer}</a>
          </span>
        ))
      ),
  },
  {
    naam: 'gemeenten',
    kop: 'Gemeenten',
    cel: ({ gemeenten }) =>
      gemeenten.length === 0 ? <span className="ov-stil">alle</span> : opsomming(gemeenten.map(({ naam }) => naam)),
  },
]
