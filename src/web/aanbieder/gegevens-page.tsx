import type { Contactpersoon, Jaargeld } from '../../domain/plan/aanbieder/queries.ts'
import { procent } from '../../domain/begrippen/percentage.ts'
import { mag } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Gegevens } from '../ui/gegevens.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop, KnopFormulier } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Melding } from '../ui/melding.tsx'
import { bedragHeel, datum, decimaal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Aanbiederkaart, type Kaartgegevens } from './kaart.tsx'

type Props = Kaartgegevens & {
  contactpersonen: Contactpersoon[]
  /** null for who may not read the budget */
  geld: Jaargeld[] | null
  personen: { id: string; naam: string }[]
  fout?: string | undefined
  gedaan?: string | undefined
}

const gedaanTekst: Record<string, string> = {
  contractmanager: 'De contractmanager en de achtervanger zijn vastgelegd.',
  contactpersoon: 'De contactpersoon is vastgelegd.',
  verwijderd: 'De contactpersoon is weggehaald.',
}

/** Identity, people and money per year of one aanbieder. */
export function AanbiederGegevensPage(props: Props) {
  const { raam, ctx, aanbieder, contactpersonen, geld, personen, fout, gedaan } = props
  const magWijzigen = mag(ctx.actor, 'aanbieder:wijzigen')
  const melding = fout ? (
    <Melding soort="fout">{fout}</Melding>
  ) : gedaan && gedaanTekst[gedaan] ? (
    <Melding soort="gedaan">{gedaanTekst[gedaan]}</Melding>
  ) : undefined
  return (
    <Aanbiederkaart {...props} deel="gegevens" melding={melding}>
      <Onderdeel titel="Gegevens">
        <Gegevens
          rijen={[
            { naam: 'Naam', waarde: aanbieder.naam },
            { naam: 'KvK-nummer', waarde: aanbieder.kvk },
            { naam: 'AGB-code', waarde: aanbieder.agb },
            { naam: 'Rechtsvorm', waarde: aanbieder.rechtsvorm || '–' },
            { naam: 'Plaats', waarde: aanbieder.plaats || '–' },
            { naam: 'Grootte', waarde: `${aanbieder.grootteklasse}, ${aanbieder.medewerkers} medewerkers` },
            { naam: 'Eerste contractdag', waarde: aanbieder.contractVan ? datum(aanbieder.contractVan) : '–' },
          ]}
        />
      </Onderdeel>

      <Onderdeel titel="Contractmanager en achtervanger" id="contractmanager">
        {magWijzigen ? (
          <Formulier actie={routes.aanbieder(aanbieder.id, 'gegevens')} csrf={raam.csrf} knop="Vastleggen">
            <Keuze
              naam="contractmanagerId"
              label="Contractmanager"
              leeg="Niemand"
              waarde={aanbieder.contractmanagerId ?? ''}
              opties={personen.map(({ id, naam }) => ({ waarde: id, label: naam }))}
            />
            <Keuze
              naam="achtervangerId"
              label="Achtervanger"
              hulp="Neemt het werk over als de contractmanager er niet is. Een andere persoon dan de contractmanager."
              leeg="Niemand"
              waarde={aanbieder.achtervangerId ?? ''}
              opties={personen.map(({ id, naam }) => ({ waarde: id, label: naam }))}
            />
          </Formulier>
        ) : (
          <Gegevens
            rijen={[
              { naam: 'Contractmanager', waarde: aanbieder.contractmanager ?? 'geen' },
              { naam: 'Achtervanger', waarde: aanbieder.achtervanger ?? 'geen' },
            ]}
          />
        )}
      </Onderdeel>

      <Onderdeel
        titel="Contactpersonen"
        noot={magWijzigen && <a href={routes.contactpersoon(aanbieder.id)}>Contactpersoon toevoegen</a>}
      >
        <Tabel
          bijschrift={`Contactpersonen van ${aanbieder.naam}`}
          klikbaar={false}
          rijen={contactpersonen}
          sleutel={({ id }) => id}
          kolommen={[
            {
              naam: 'naam',
              kop: 'Naam',
              cel: ({ id, naam }) =>
                magWijzigen ? <a href={routes.contactpersoon(aanbieder.id, id)}>{naam}</a> : naam,
            },
            { naam: 'functie', kop: 'Functie', cel: ({ functie }) => functie || '–' },
            {
              naam: 'email',
              kop: 'E-mail',
              cel: ({ email }) => (email ? <a href={`mailto:${email}`}>{email}</a> : '–'),
            },
            { naam: 'telefoon', kop: 'Telefoon', heel: true, cel: ({ telefoon }) => telefoon || '–' },
            ...(magWijzigen
              ? [
                  {
                    naam: 'weg',
                    kop: 'Doen',
                    cel: ({ id }: Contactpersoon) => (
                      <KnopFormulier
                        soort="tweede"
                        klein
                        actie={`${routes.contactpersoon(aanbieder.id, id)}/verwijderen`}
                        csrf={raam.csrf}
                      >
                        Weghalen
                      </KnopFormulier>
                    ),
                  },
                ]
              : []),
          ]}
          leeg={
            <LegeStaat
              titel="Nog geen contactpersonen"
              actie={
                magWijzigen && (
                  <Knop soort="tweede" href={routes.contactpersoon(aanbieder.id)}>
                    Contactpersoon toevoegen
                  </Knop>
                )
              }
            >
              Hier staat wie u bij de aanbieder kunt bellen of mailen.
            </LegeStaat>
          }
        />
      </Onderdeel>

      {geld && <GeldPerJaar naam={aanbieder.naam} geld={geld} />}
    </Aanbiederkaart>
  )
}

function GeldPerJaar({ naam, geld }: { naam: string; geld: Jaargeld[] }) {
  return (
    <Onderdeel titel="Geld per jaar">
      <Tabel
        bijschrift={`Gedeclareerd en plafond per jaar van ${naam}`}
        plat
        smal
        klikbaar={false}
        rijen={geld}
        sleutel={({ jaar }) => String(jaar)}
        kolommen={[
          { naam: 'jaar', kop: 'Jaar', cel: ({ jaar }) => jaar },
          {
            naam: 'gedeclareerd',
            kop: 'Gedeclareerd',
            rechts: true,
            cel: ({ gedeclareerdCent }) => bedragHeel(gedeclareerdCent),
          },
          {
            naam: 'plafond',
            kop: 'Plafond',
            rechts: true,
            cel: ({ plafondCent }) => (plafondCent === null ? '–' : bedragHeel(plafondCent)),
          },
          {
            naam: 'deel',
            kop: 'Deel',
            rechts: true,
            cel: ({ gedeclareerdCent, plafondCent }) =>
              plafondCent ? `${decimaal(procent(gedeclareerdCent, plafondCent, 1))}%` : '–',
          },
        ]}
        leeg={<LegeStaat titel="Nog geen bedragen">Hier staan de plafonds en wat er is gedeclareerd.</LegeStaat>}
      />
    </Onderdeel>
  )
}
