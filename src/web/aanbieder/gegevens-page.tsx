import type { Certificaatregels } from '../../domain/plan/aanbieder/certificaatstand.ts'
import type { Certificaat } from '../../domain/plan/aanbieder/list-certificaten.ts'
import type { Jaaromvang } from '../../domain/plan/aanbieder/list-omvang.ts'
import type { Omvangregels } from '../../domain/plan/aanbieder/omvangregels.ts'
import type { Contactpersoon } from '../../domain/plan/aanbieder/list-contactpersonen.ts'
import type { Jaargeld } from '../../domain/plan/aanbieder/queries.ts'
import { procent } from '../../domain/begrippen/percentage.ts'
import { mag } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Gegevens } from '../ui/gegevens.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop, KnopFormulier } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Melding } from '../ui/melding.tsx'
import { bedragHeel, datum, decimaal, opsomming } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Certificaten } from './certificaten.tsx'
import { Aanbiederkaart, type Kaartgegevens } from './kaart.tsx'
import { Omvang } from './omvang.tsx'

type Props = Kaartgegevens & {
  contactpersonen: Contactpersoon[]
  /** null for who may not read the budget */
  geld: Jaargeld[] | null
  personen: { id: string; naam: string }[]
  certificaten: Certificaat[]
  certificaatregels: Certificaatregels
  omvang: Jaaromvang[]
  omvangregels: Omvangregels
  fout?: string | undefined
  gedaan?: string | undefined
}

/** For which overeenkomsten and gemeenten somebody is there. */
function waarvoor({ overeenkomsten, gemeenten }: Pick<Contactpersoon, 'overeenkomsten' | 'gemeenten'>): string {
  const delen = [...overeenkomsten.map(({ nummer }) => nummer), ...gemeenten.map(({ naam }) => naam)]
  return delen.length === 0 ? 'alles' : opsomming(delen)
}

const gedaanTekst: Record<string, string> = {
  contractmanager: 'De contractmanager en de achtervanger zijn vastgelegd.',
  contactpersoon: 'De contactpersoon is vastgelegd.',
  verwijderd: 'De contactpersoon is weggehaald.',
  kernpartner: 'De kernpartner en het aanspreekpunt zijn vastgelegd.',
  'geen-kernpartner': 'De aanbieder is geen kernpartner meer.',
  certificaat: 'Het certificaat is vastgelegd.',
  'certificaat-weg': 'Het certificaat is weggehaald.',
  omvang: 'Het aantal medewerkers is vastgelegd.',
}

/** Identity, people and money per year of one aanbieder. */
export function AanbiederGegevensPage(props: Props) {
  const { raam, ctx, aanbieder, kernpartner, contactpersonen, geld, personen, fout, gedaan } = props
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
        titel="Kernpartner"
        id="kernpartner"
        noot={
          magWijzigen && (
            <a href={routes.kernpartner(aanbieder.id)}>
              {kernpartner ? 'Kernpartner wijzigen' : 'Kernpartner aanwijzen'}
            </a>
          )
        }
        conclusie={
          kernpartner
            ? `Kernpartner sinds ${datum(kernpartner.vanaf)}; ${kernpartner.aanspreekpunt} is het aanspreekpunt voor alle domeinen en overeenkomsten.`
            : 'Deze aanbieder is geen kernpartner.'
        }
      >
        {kernpartner?.motivering && <p className="ov-klein">{kernpartner.motivering}</p>}
      </Onderdeel>

      <Onderdeel
        titel="Contactpersonen"
        id="contactpersonen"
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
              telefoon: 'breed',
              cel: ({ email }) => (email ? <a href={`mailto:${email}`}>{email}</a> : '–'),
            },
            { naam: 'telefoon', kop: 'Telefoon', heel: true, cel: ({ telefoon }) => telefoon || '–' },
            { naam: 'waarvoor', kop: 'Waarvoor', cel: waarvoor },
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

      <Certificaten {...props} />
      <Omvang {...props} />

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
