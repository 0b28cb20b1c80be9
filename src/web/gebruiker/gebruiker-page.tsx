import type { ReactNode } from 'react'
import { maakMailnaam } from './mailnaam.ts'
import type { EigenSessie } from '../../domain/plan/account/queries.ts'
import { aanmeldwijzen, type Aanmeldwijze } from '../../domain/plan/account/meld-aan.ts'
import type { Gebruiker, Mailstand, RolVan } from '../../domain/plan/gebruiker/queries.ts'
import { herkenningen } from '../../domain/plan/gebruiker/herkenning.ts'
import { routes } from '../routes.ts'
import { Feiten } from '../ui/feiten.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Knop, KnopFormulier } from '../ui/knop.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, datum, moment, momentKort } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { grenszin, rolnaam } from './woorden.ts'

type Props = {
  raam: Raam
  gebruiker: Gebruiker
  rollen: RolVan[]
  sessies: EigenSessie[]
  mails: Mailstand[]
  /** May change people, and this is not the reader himself. */
  wijzigen: boolean
  zelf: boolean
  mail: boolean
  melding?: { soort: 'gedaan' | 'fout'; tekst: string } | undefined
}

/** One person: what he may since when, whether he can sign in, and what a beheerder can do about it. */
export function GebruikerPage(props: Props) {
  const { raam, gebruiker, rollen, sessies, wijzigen, zelf, melding } = props
  const nu = rollen.filter(({ stand }) => stand !== 'voorbij')
  const voorbij = rollen.filter(({ stand }) => stand === 'voorbij')
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Gebruikers', href: routes.gebruikers() }]}
      titel={gebruiker.naam}
      lead={leadzin(gebruiker, rollen)}
      {...(wijzigen &&
        !gebruiker.uitgeschakeldOp && {
          actie: <Knop href={routes.gebruiker(gebruiker.id, 'rollen')}>Rol geven</Knop>,
        })}
      melding={melding && <Melding soort={melding.soort}>{melding.tekst}</Melding>}
    >
      <Feiten feiten={feiten(gebruiker, sessies)} />
      {zelf && <Melding>Dit bent u zelf. Uw eigen toegang wijzigt een andere functioneel beheerder.</Melding>}
      <Onderdeel titel="Rollen">
        <Tabel
          bijschrift="Rollen"
          kolommen={rolkolommen(gebruiker, raam.csrf, wijzigen)}
          rijen={nu}
          sleutel={({ id }) => id}
          klikbaar={false}
          leeg={<p className="ov-klein">Deze persoon heeft nu geen rol en ziet na het aanmelden niets.</p>}
        />
        {voorbij.length > 0 && (
          <Vouw titel={aantal(voorbij.length, 'eerdere rol', 'eerdere rollen')}>
            <Tabel
              bijschrift="Eerdere rollen"
              kolommen={rolkolommen(gebruiker, raam.csrf, false)}
              rijen={voorbij}
              sleutel={({ id }) => id}
              klikbaar={false}
            />
          </Vouw>
        )}
      </Onderdeel>
      {sessies.length > 0 && (
        <Onderdeel titel="Waar deze persoon is aangemeld">
          <Tabel
            bijschrift="Sessies"
            kolommen={sessiekolommen}
            rijen={sessies}
            sleutel={({ id }) => id}
            klikbaar={false}
          />
          {wijzigen && (
            <div className="ov-acties">
              <KnopFormulier
                soort="tweede"
                actie={routes.gebruiker(gebruiker.id, 'sessies-beeindigen')}
                csrf={raam.csrf}
              >
                Alle sessies beëindigen
              </KnopFormulier>
            </div>
          )}
        </Onderdeel>
      )}
      {props.mails.length > 0 && (
        <Onderdeel titel="Mail">
          <Tabel
            bijschrift="Mail"
            kolommen={mailkolommen}
            rijen={props.mails}
            sleutel={({ id }) => id}
            klikbaar={false}
          />
        </Onderdeel>
      )}
      {wijzigen && <Handelingen {...props} />}
    </Pagina>
  )
}

function leadzin(
  { uitgeschakeldOp, account, email, laatstAangemeldOp, uitnodigingTot, voorbeeld }: Gebruiker,
  rollen: RolVan[],
): ReactNode {
  const nu = rollen.filter(({ stand }) => stand === 'nu').length
  if (uitgeschakeldOp) return <b>Uitgeschakeld. Niemand kan met dit account aanmelden.</b>
  const mag = (
    <>
      Heeft nu <b>{nu === 0 ? 'geen rol' : aantal(nu, 'rol', 'rollen')}</b>
    </>
  )
  if (account || voorbeeld || (uitnodigingTot === null && laatstAangemeldOp)) return <>{mag}.</>
  return email === null ? (
    <>{mag} en kan niet aanmelden: er is geen e-mailadres.</>
  ) : (
    <>{mag} en heeft de uitnodiging nog niet aanvaard.</>
  )
}

function feiten(gebruiker: Gebruiker, sessies: EigenSessie[]) {
  const { email, functie, account, sleutels, laatstAangemeldOp, uitnodigingTot, uitgeschakeldOp, voorbeeld } = gebruiker
  return [
    { label: 'E-mailadres', waarde: email ?? 'geen', ...(functie !== '' && { toelichting: functie }) },
    {
      label: 'Aanmelden',
      waarde: uitgeschakeldOp
        ? 'uitgeschakeld'
        : account
          ? 'wachtwoord en code'
          : voorbeeld
            ? 'voorbeeldregio'
            : uitnodigingTot
              ? 'uitgenodigd'
              : laatstAangemeldOp
                ? 'account van de organisatie'
                : 'nog niet mogelijk',
      toelichting: uitgeschakeldOp
        ? `sinds ${moment(uitgeschakeldOp)}`
        : account && sleutels > 0
          ? aantal(sleutels, 'toegangssleutel', 'toegangssleutels')
          : uitnodigingTot && !account
            ? `uitnodiging geldt tot ${moment(uitnodigingTot)}`
            : '',
    },
    {
      label: 'Laatst aangemeld',
      waarde: laatstAangemeldOp ? momentKort(laatstAangemeldOp) : 'nog niet',
      toelichting: sessies.length > 0 ? `nu op ${aantal(sessies.length, 'plaats', 'plaatsen')} aangemeld` : '',
    },
  ]
}

function rolkolommen({ id: gebruikerId }: Gebruiker, csrf: string, wijzigen: boolean): Kolom<RolVan>[] {
  return [
    { naam: 'rol', kop: 'Rol', cel: ({ rol }) => rolnaam(rol) },
    { naam: 'grens', kop: 'Voor', telefoon: 'breed', cel: (rol) => grenszin(rol) },
    {
      naam: 'periode',
      kop: 'Periode',
      cel: ({ begindatum, einddatum, ingetrokkenOp, ingetrokkenDoor, stand }) => (
        <>
          {stand === 'straks' ? 'vanaf' : 'sinds'} {datum(begindatum)}
          {einddatum && <div>tot en met {datum(einddatum)}</div>}
          {ingetrokkenOp && (
            <div className="ov-klein">
              ingetrokken {moment(ingetrokkenOp)} door {ingetrokkenDoor}
            </div>
          )}
        </>
      ),
    },
    { naam: 'door', kop: 'Gegeven door', telefoon: 'weg', cel: ({ toegekendDoor }) => toegekendDoor ?? '–' },
    ...(wijzigen
      ? [
          {
            naam: 'weg',
            kop: <span className="ams-visually-hidden">Intrekken</span>,
            label: '',
            cel: ({ id, rol }: RolVan) => (
              <KnopFormulier soort="tekst" actie={routes.rolIntrekken(gebruikerId, id)} csrf={csrf}>
                Intrekken<span className="ams-visually-hidden"> van de rol {rolnaam(rol)}</span>
              </KnopFormulier>
            ),
          },
        ]
      : []),
  ]
}

const sessiekolommen: Kolom<EigenSessie>[] = [
  { naam: 'toestel', kop: 'Apparaat', cel: ({ toestel }) => toestel || 'onbekend' },
  { naam: 'sinds', kop: 'Sinds', heel: true, cel: ({ gestartOp }) => momentKort(gestartOp) },
  { naam: 'gezien', kop: 'Laatst gezien', heel: true, cel: ({ laatstGezienOp }) => momentKort(laatstGezienOp) },
  { naam: 'wijze', kop: 'Aangemeld met', cel: ({ wijze }) => aanmeldwijzen[wijze as Aanmeldwijze] },
]

const mailkolommen: Kolom<Mailstand>[] = [
  { naam: 'soort', kop: 'Mail', cel: ({ soort }) => maakMailnaam(soort) },
  { naam: 'gevraagd', kop: 'Gevraagd', heel: true, cel: ({ gevraagdOp }) => momentKort(gevraagdOp) },
  {
    naam: 'stand',
    kop: 'Stand',
    telefoon: 'breed',
    cel: ({ verzondenOp, mislukt, fout, pogingen }) =>
      verzondenOp ? (
        `verstuurd ${momentKort(verzondenOp)}`
      ) : mislukt ? (
        <span className="ov-mis">niet aangekomen ({fout})</span>
      ) : pogingen > 0 ? (
        `wordt opnieuw geprobeerd (${String(fout)})`
      ) : (
        'staat klaar'
      ),
  },
]

/** What changes whether somebody can sign in: each with a reason, folded, for it is seldom needed. */
function Handelingen({ raam, gebruiker, mail }: Props) {
  const { id, uitgeschakeldOp, account, email, voorbeeld } = gebruiker
  // one name per form, for a name is an id on the page
  const reden = (naam: string) => <Tekstveld naam={naam} label="Reden" hulp="Komt in het logboek." />
  return (
    <Onderdeel titel="Toegang">
      <div className="ov-handelingen">
        {uitgeschakeldOp ? (
          <Vouw titel="Weer inschakelen">
            <div className="ov-handeling">
              <Formulier soort="tweede" actie={routes.gebruiker(id, 'inschakelen')} csrf={raam.csrf} knop="Inschakelen">
                {reden('reden-inschakelen')}
              </Formulier>
            </div>
          </Vouw>
        ) : (
          <>
            {!account && email !== null && !voorbeeld && (
              <Vouw titel="Opnieuw uitnodigen">
                <div className="ov-handeling">
                  <p>De vorige link werkt dan niet meer. De nieuwe geldt zeven dagen.</p>
                  {mail ? (
                    <KnopFormulier soort="tweede" actie={routes.gebruiker(id, 'opnieuw-uitnodigen')} csrf={raam.csrf}>
                      Uitnodiging versturen
                    </KnopFormulier>
                  ) : (
                    <GeenMail />
                  )}
                </div>
              </Vouw>
            )}
            {account && (
              <Vouw titel="Toegang herstellen">
                <div className="ov-handeling">
                  <p>
                    Voor wie telefoon en herstelcodes kwijt is. Wachtwoord, app en toegangssleutels vervallen meteen; de
                    persoon krijgt een mail met uw naam, de reden en een link om alles opnieuw in te stellen. Controleer
                    eerst of u met de juiste persoon spreekt.
                  </p>
                  {mail ? (
                    <Formulier
                      soort="tweede"
                      actie={routes.gebruiker(id, 'toegang-herstellen')}
                      csrf={raam.csrf}
                      knop="Toegang herstellen"
                    >
                      <Keuze
                        naam="herkend"
                        label="Hoe u deze persoon hebt herkend"
                        soort="rondjes"
                        hulp="Een telefoontje of mail van de persoon zelf is niet genoeg. Komt in het logboek."
                        opties={Object.entries(herkenningen).map(([waarde, label]) => ({ waarde, label }))}
                      />
                      <Tekstveld naam="reden-herstellen" label="Reden" hulp="Komt in het logboek en in de mail." />
                    </Formulier>
                  ) : (
                    <GeenMail />
                  )}
                </div>
              </Vouw>
            )}
            <Vouw titel="Uitschakelen">
              <div className="ov-handeling">
                <p>
                  De persoon is meteen overal afgemeld en kan niet meer aanmelden. Rollen en geschiedenis blijven
                  bewaard.
                </p>
                <Formulier
                  soort="tweede"
                  actie={routes.gebruiker(id, 'uitschakelen')}
                  csrf={raam.csrf}
                  knop="Uitschakelen"
                >
                  {reden('reden-uitschakelen')}
                </Formulier>
              </div>
            </Vouw>
          </>
        )}
      </div>
    </Onderdeel>
  )
}

export function GeenMail() {
  return (
    <p>
      Er is geen mailserver ingesteld. Wie de server beheert, kan dat doen, of een link maken met de opdracht{' '}
      <code>overlap gebruiker uitnodigen</code>.
    </p>
  )
}
