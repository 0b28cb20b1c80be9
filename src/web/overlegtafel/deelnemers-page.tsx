import type { Tafelbron } from '../../domain/act/overlegtafel/lees-tafelregels.ts'
import type { Deelnemer } from '../../domain/act/overlegtafel/list-deelnemers.ts'
import { weigerHandeling } from '../../domain/act/overlegtafel/toestand.ts'
import { aanwezigheden } from '../../domain/act/overlegtafel/tel-gemiste-tafels.ts'
import { mag } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { KnopFormulier } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { aantal, moment, vanTotaal } from '../ui/notatie.ts'
import { Oordeel } from '../ui/oordeel.tsx'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { Tafelkaart, type Kaartgegevens } from './kaart.tsx'
import { antwoorden } from './woorden.ts'

type Props = Kaartgegevens & {
  deelnemers: Deelnemer[]
  /** Ids of those of whom it was decided since not to invite them */
  uitgesloten: ReadonlySet<string>
  bron: Tafelbron
}

/** Who was invited, what they answered, and whether they were there. */
export function DeelnemersPage(props: Props) {
  const { tafel, deelnemers } = props
  return (
    <Tafelkaart {...props} deel="deelnemers" lead={leadzin(props)}>
      {tafel.uitgenodigdOp === null ? (
        <LegeStaat titel="Nog niemand uitgenodigd">
          Hier staat straks per genodigde wat zij antwoordde, of de uitnodiging aankwam, en of zij er was.
        </LegeStaat>
      ) : (
        <Onderdeel titel="Genodigden" noot={aantal(deelnemers.length, 'aanbieder', 'aanbieders')}>
          <Tabel
            bijschrift="Genodigden"
            klikbaar={false}
            rijen={deelnemers}
            sleutel={({ aanbiederId }) => aanbiederId}
            kolommen={kolommen(props)}
          />
          <Waarom
            bij="de deelname"
            regel="Deelname is verplicht. Wie iemand anders stuurt, is aanwezig. Wie zich zonder reden afmeldt of niets laat weten en wegblijft, is afwezig zonder reden. Bij één keer afwezig zonder reden, of bij de derde gemiste tafel, kunnen de gemeenten besluiten een aanbieder (tijdelijk) niet meer uit te nodigen."
            bron={props.bron('deelname')}
          />
        </Onderdeel>
      )}
    </Tafelkaart>
  )
}

// the installation has no mail server: nothing is wrong with this aanbieder
function geenServer({ fout }: Deelnemer): boolean {
  return fout === 'geen mailserver ingesteld'
}

function leadzin({ tafel, deelnemers }: Props) {
  if (tafel.uitgenodigdOp === null) return 'De uitnodigingen zijn nog niet verstuurd.'
  const zonderMail = deelnemers.filter(({ mails }) => mails === 0).length
  if (tafel.gehoudenOp) {
    return (
      <>
        <b>{vanTotaal(tafel.aanwezig, tafel.genodigd)}</b> genodigden waren aanwezig.
      </>
    )
  }
  const komt = deelnemers.filter(({ antwoord }) => antwoord === 'komt').length
  return (
    <>
      <b>{vanTotaal(komt, deelnemers.length)}</b> genodigden komen.
      {zonderMail > 0 &&
        ` ${zonderMail === 1 ? 'Eén aanbieder heeft' : `${zonderMail} aanbieders hebben`} geen contactpersoon met een e-mailadres: nodig die zelf uit.`}
      {deelnemers.some(geenServer) && ' Er is geen mailserver ingesteld: stuur de uitnodigingen zelf.'}
    </>
  )
}

function kolommen({ raam, ctx, tafel, uitgesloten }: Props): Kolom<Deelnemer>[] {
  const organiseert = mag(ctx.actor, 'overlegtafel:organiseren')
  const werktBij = mag(ctx.actor, 'overlegtafel:bijwerken')
  const kan = (handeling: Parameters<typeof weigerHandeling>[0]) =>
    weigerHandeling(handeling, tafel, ctx.today) === null
  return [
    {
      naam: 'aanbieder',
      kop: 'Aanbieder',
      cel: ({ aanbiederId, aanbieder, vervangt }) => (
        <>
          {mag(ctx.actor, 'aanbieder:lezen') ? <a href={routes.aanbieder(aanbiederId)}>{aanbieder}</a> : aanbieder}
          {vervangt !== null && <div className="ov-klein">in de plaats van {vervangt}</div>}
        </>
      ),
    },
    {
      naam: 'uitnodiging',
      kop: 'Uitnodiging',
      cel: (deelnemer) => <Uitnodiging deelnemer={deelnemer} />,
    },
    {
      naam: 'antwoord',
      kop: 'Antwoord',
      telefoon: 'breed',
      cel: ({ antwoord, afgevaardigde, reden, beantwoordDoor, beantwoordOp }) =>
        antwoord === null ? (
          <Oordeel oordeel="niet aangeleverd" tekst="nog geen antwoord" />
        ) : (
          <>
            {antwoorden[antwoord]}: {antwoord === 'komt' ? afgevaardigde : reden}
            {beantwoordOp && (
              <div className="ov-klein">
                {moment(beantwoordOp)}, {beantwoordDoor}
              </div>
            )}
          </>
        ),
    },
    ...(tafel.gehoudenOp
      ? [
          {
            naam: 'aanwezigheid',
            kop: 'Aanwezigheid',
            cel: ({ aanwezigheid, toelichting }: Deelnemer) =>
              aanwezigheid && (
                <>
                  <Oordeel
                    oordeel={
                      aanwezigheid === 'aanwezig'
                        ? 'voldoende'
                        : aanwezigheid === 'afwezig'
                          ? 'niet behaald'
                          : 'niet aangeleverd'
                    }
                    tekst={aanwezigheden[aanwezigheid].toLowerCase()}
                  />
                  {toelichting && <div className="ov-klein">{toelichting}</div>}
                </>
              ),
          },
        ]
      : []),
    {
      naam: 'doe',
      kop: <span className="ams-visually-hidden">Handelingen</span>,
      cel: ({ aanbiederId, aanbieder }) => (
        <>
          {werktBij && kan('antwoorden') && (
            <a href={routes.tafelAntwoord(tafel.id, aanbiederId)}>
              Antwoord vastleggen<span className="ams-visually-hidden">: {aanbieder}</span>
            </a>
          )}
          {organiseert && kan('vervangen') && uitgesloten.has(aanbiederId) && (
            <KnopFormulier
              actie={routes.overlegtafel(tafel.id, 'vervangen')}
              csrf={raam.csrf}
              velden={{ aanbiederId }}
              soort="tweede"
              klein
            >
              Vervangen<span className="ams-visually-hidden">: {aanbieder}</span>
            </KnopFormulier>
          )}
          {werktBij && kan('aanwezigheid') && (
            <a href={routes.tafelCorrigeren(tafel.id, aanbiederId)}>
              Corrigeren<span className="ams-visually-hidden">: {aanbieder}</span>
            </a>
          )}
        </>
      ),
    },
  ]
}

function Uitnodiging({ deelnemer }: { deelnemer: Deelnemer }) {
  const { uitgenodigdOp, mails, verzonden, mislukt, fout } = deelnemer
  return (
    <>
      {mails === 0 ? (
        <Oordeel oordeel="niet behaald" tekst="geen e-mailadres" />
      ) : mislukt > 0 && verzonden === 0 ? (
        geenServer(deelnemer) ? (
          <Oordeel oordeel="niet aangeleverd" tekst="niet per e-mail" />
        ) : (
          <Oordeel oordeel="niet behaald" tekst={fout === null ? 'niet verzonden' : `niet verzonden: ${fout}`} />
        )
      ) : verzonden > 0 ? (
        <Oordeel oordeel="voldoende" tekst="verzonden" />
      ) : (
        <Oordeel oordeel="loopt" tekst="wordt verzonden" />
      )}
      <div className="ov-klein">{moment(uitgenodigdOp)}</div>
    </>
  )
}
