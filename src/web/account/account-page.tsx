import { aanmeldwijzen, type Aanmeldwijze } from '../../domain/plan/account/meld-aan.ts'
import type { EigenSessie, findEigenAccount } from '../../domain/plan/account/queries.ts'
import type { Toegangssleutel } from '../../domain/plan/account/toegangssleutels.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Gegevens } from '../ui/gegevens.tsx'
import { Knop, KnopFormulier } from '../ui/knop.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, moment, momentKort } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'

type Props = {
  raam: Raam
  ctx: Context
  wijze: string
  account: Awaited<ReturnType<typeof findEigenAccount>>
  sleutels: Toegangssleutel[]
  sleutelsMogelijk: boolean
  sessies: EigenSessie[]
  dezeSessie: string
  gedaan: string | undefined
}

const meldingen: Partial<Record<string, string>> = {
  wachtwoord: 'Uw wachtwoord is gewijzigd. U bent op andere apparaten afgemeld.',
  app: 'De nieuwe app is ingesteld. De oude werkt niet meer en u bent op andere apparaten afgemeld.',
  sleutel: 'De toegangssleutel is toegevoegd.',
  'sleutel-weg': 'De toegangssleutel is verwijderd.',
  sessie: 'Die sessie is beëindigd.',
  sessies: 'Alle andere sessies zijn beëindigd.',
}

// Few codes left: time for new ones.
const WEINIG = 3

/** The own account: what one signs in with, and where one is signed in. */
export function AccountPage(props: Props) {
  const { raam, ctx, wijze, account, sleutels, sleutelsMogelijk, sessies, dezeSessie, gedaan } = props
  const melding = meldingen[gedaan ?? '']
  const andere = sessies.filter(({ id }) => id !== dezeSessie)
  return (
    <Pagina
      raam={raam}
      titel="Mijn account"
      lead={
        <>
          {ctx.actor.naam}, {raam.persoon.rol || 'zonder rol'}. U bent op{' '}
          <b>{aantal(sessies.length, 'plaats', 'plaatsen')}</b> aangemeld.
        </>
      }
      melding={melding === undefined ? undefined : <Melding soort="gedaan">{melding}</Melding>}
    >
      {account ? (
        <>
          <Onderdeel titel="Aanmelden">
            <Gegevens
              rijen={[
                { naam: 'E-mailadres', waarde: account.email },
                {
                  naam: 'Wachtwoord',
                  waarde: (
                    <>
                      gekozen op {moment(account.wachtwoordOp)} ·{' '}
                      <a href={routes.account('wachtwoord')}>Wachtwoord wijzigen</a>
                    </>
                  ),
                },
                {
                  naam: 'App voor codes',
                  waarde: (
                    <>
                      ingesteld op {moment(account.totpOp)} ·{' '}
                      <a href={routes.account('tweede-factor')}>App vervangen</a>
                    </>
                  ),
                },
                {
                  naam: 'Herstelcodes',
                  waarde: (
                    <>
                      <span className={account.herstelcodes < WEINIG ? 'ov-mis' : undefined}>
                        nog {aantal(account.herstelcodes, 'code', 'codes')}
                      </span>{' '}
                      · <a href={routes.account('herstelcodes')}>Nieuwe herstelcodes maken</a>
                    </>
                  ),
                },
              ]}
            />
          </Onderdeel>
          {sleutelsMogelijk && (
            <Onderdeel titel="Toegangssleutels">
              <p className="ov-klein">
                Met een toegangssleutel meldt u zich aan met uw vinger, gezicht of pincode, zonder wachtwoord en code.
              </p>
              {sleutels.length > 0 && (
                <Tabel
                  bijschrift="Toegangssleutels"
                  kolommen={sleutelkolommen}
                  rijen={sleutels}
                  sleutel={({ id }) => id}
                  klikbaar={false}
                  smal
                />
              )}
              <p>
                <a href={routes.account('toegangssleutels')}>Toegangssleutel toevoegen</a>
              </p>
            </Onderdeel>
          )}
        </>
      ) : (
        <Onderdeel titel="Aanmelden">
          <p>U meldt u aan met: {aanmeldwijzen[wijze as Aanmeldwijze]}. Hier is daarvoor niets in te stellen.</p>
        </Onderdeel>
      )}
      <Onderdeel titel="Waar u bent aangemeld">
        <Tabel
          bijschrift="Sessies"
          kolommen={sessiekolommen(dezeSessie, account ? undefined : raam.csrf)}
          rijen={sessies}
          sleutel={({ id }) => id}
          klikbaar={false}
        />
        {andere.length > 0 && (
          <div className="ov-acties">
            {account ? (
              <Knop soort="tweede" href={routes.account('sessies/andere')}>
                Alle andere sessies beëindigen
              </Knop>
            ) : (
              <KnopFormulier soort="tweede" actie={routes.account('sessies/andere')} csrf={raam.csrf}>
                Alle andere sessies beëindigen
              </KnopFormulier>
            )}
          </div>
        )}
        <p className="ov-klein">
          Herkent u een sessie niet? Beëindig haar, wijzig uw wachtwoord en bel de functioneel beheerder.
        </p>
      </Onderdeel>
    </Pagina>
  )
}

const sleutelkolommen: Kolom<Toegangssleutel>[] = [
  { naam: 'naam', kop: 'Naam', cel: ({ naam }) => naam },
  { naam: 'toegevoegd', kop: 'Toegevoegd', cel: ({ toegevoegdOp }) => moment(toegevoegdOp) },
  {
    naam: 'gebruikt',
    kop: 'Laatst gebruikt',
    cel: ({ laatstGebruiktOp }) => (laatstGebruiktOp ? moment(laatstGebruiktOp) : 'nog niet'),
  },
  {
    naam: 'weg',
    kop: <span className="ams-visually-hidden">Verwijderen</span>,
    label: '',
    cel: ({ id, naam }) => (
      <a href={routes.toegangssleutelVerwijderen(id)}>
        Verwijderen<span className="ams-visually-hidden"> van {naam}</span>
      </a>
    ),
  },
]

// `csrf` when a session ends at once, for who has no password and code here to show; else a page asks for them.
function sessiekolommen(deze: string, csrf: string | undefined): Kolom<EigenSessie>[] {
  return [
    {
      naam: 'toestel',
      kop: 'Apparaat',
      cel: ({ id, toestel }) => (
        <>
          {toestel || 'onbekend'}
          {id === deze && <div className="ov-klein">deze sessie</div>}
        </>
      ),
    },
    { naam: 'sinds', kop: 'Sinds', heel: true, cel: ({ gestartOp }) => momentKort(gestartOp) },
    { naam: 'gezien', kop: 'Laatst gezien', heel: true, cel: ({ laatstGezienOp }) => momentKort(laatstGezienOp) },
    { naam: 'wijze', kop: 'Aangemeld met', cel: ({ wijze }) => aanmeldwijzen[wijze as Aanmeldwijze] },
    {
      naam: 'einde',
      kop: <span className="ams-visually-hidden">Beëindigen</span>,
      label: '',
      cel: ({ id, toestel }) => {
        const wat = (
          <>
            Beëindigen<span className="ams-visually-hidden"> van de sessie op {toestel}</span>
          </>
        )
        if (id === deze) return null
        return csrf === undefined ? (
          <a href={routes.eigenSessieBeeindigen(id)}>{wat}</a>
        ) : (
          <KnopFormulier soort="tekst" actie={routes.eigenSessieBeeindigen(id)} csrf={csrf}>
            {wat}
          </KnopFormulier>
        )
      },
    },
  ]
}
