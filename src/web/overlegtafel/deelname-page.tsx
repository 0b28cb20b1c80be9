import type { Tafelbron } from '../../domain/act/overlegtafel/lees-tafelregels.ts'
import type { Aanbiederdeelname } from '../../domain/act/overlegtafel/list-deelname.ts'
import { aanwezigheden } from '../../domain/act/overlegtafel/tel-gemiste-tafels.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, datum, getal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Waarom } from '../ui/waarom.tsx'

const REGEL =
  'Bij één keer afwezig zonder reden, of bij de derde gemiste tafel, kunnen de gemeenten besluiten een aanbieder (tijdelijk) niet meer uit te nodigen. Het telt over alle tafels waarvoor de aanbieder was uitgenodigd, sinds het begin van het contract of sinds zij weer werd uitgenodigd. Niemand wordt vanzelf uitgesloten.'

const meldingen: Record<string, string> = {
  besloten: 'Het besluit is vastgelegd. De aanbieder krijgt het per e-mail.',
  opgeheven: 'De aanbieder wordt weer uitgenodigd en krijgt dat per e-mail.',
}

type Props = { raam: Raam; ctx: Context; deelname: Aanbiederdeelname[]; bron: Tafelbron; gedaan?: string | undefined }

/** How often each aanbieder missed a table, who gives cause to decide about, and who is not invited. */
export function DeelnamePage({ raam, deelname, bron, gedaan }: Props) {
  const aanleiding = deelname.filter((een) => een.aanleiding && !een.uitsluiting).length
  const uitgesloten = deelname.filter((een) => een.uitsluiting).length
  const melding = gedaan === undefined ? undefined : meldingen[gedaan]
  return (
    <Pagina
      raam={raam}
      titel="Deelname aan overlegtafels"
      kruimels={[{ label: 'Overlegtafels', href: routes.overlegtafels() }]}
      lead={
        <>
          Bij <b>{aantal(aanleiding, 'aanbieder', 'aanbieders')}</b> is er aanleiding voor een besluit.{' '}
          {uitgesloten > 0 && `${aantal(uitgesloten, 'aanbieder wordt', 'aanbieders worden')} niet uitgenodigd.`}
        </>
      }
      melding={melding && <Melding soort="gedaan">{melding}</Melding>}
    >
      <Onderdeel>
        <Tabel
          bijschrift="Deelname per aanbieder"
          rijen={deelname}
          sleutel={({ aanbiederId }) => aanbiederId}
          leeg={
            <LegeStaat titel="Nog geen tafels gehouden">
              Hier staat per aanbieder hoe vaak zij een tafel miste, en over wie is besloten haar niet uit te nodigen.
            </LegeStaat>
          }
          kolommen={[
            {
              naam: 'aanbieder',
              kop: 'Aanbieder',
              cel: ({ aanbiederId, aanbieder }) => <a href={routes.tafeldeelname(aanbiederId)}>{aanbieder}</a>,
            },
            { naam: 'uitgenodigd', kop: 'Uitgenodigd', rechts: true, cel: ({ uitgenodigd }) => getal(uitgenodigd) },
            { naam: 'gemist', kop: 'Gemist', rechts: true, cel: ({ gemist }) => getal(gemist) },
            { naam: 'zonder', kop: 'Zonder reden', rechts: true, cel: ({ zonderReden }) => getal(zonderReden) },
            { naam: 'stand', kop: 'Stand', cel: (een) => <Stand deelname={een} /> },
          ]}
        />
        {deelname.length > 0 && <Waarom bij="de deelname" regel={REGEL} bron={bron('deelname')} />}
      </Onderdeel>
    </Pagina>
  )
}

function Stand({ deelname: { uitsluiting, aanleiding } }: { deelname: Aanbiederdeelname }) {
  if (uitsluiting) {
    return (
      <Oordeel
        oordeel="niet behaald"
        tekst={
          uitsluiting.tot
            ? `niet uitgenodigd tot en met ${datum(uitsluiting.tot)}`
            : 'niet uitgenodigd tot nader bericht'
        }
      />
    )
  }
  return aanleiding ? (
    <Oordeel oordeel="loopt" tekst={`te besluiten: ${aanleiding}`} />
  ) : (
    <Oordeel oordeel="voldoende" tekst="wordt uitgenodigd" />
  )
}

type EenProps = {
  raam: Raam
  ctx: Context
  een: Aanbiederdeelname
  bron: Tafelbron
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

/** The tables of one aanbieder, and the decision about inviting it (TAF-12). */
export function AanbiederdeelnamePage({ raam, ctx, een, bron, waarden = {}, fouten = [] }: EenProps) {
  const { aanbiederId, aanbieder, uitsluiting, aanleiding, gemist, vanaf } = een
  const besluit = mag(ctx.actor, 'overlegtafel:organiseren')
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      titel={aanbieder}
      titelInTab={`${aanbieder}, overlegtafels`}
      kruimels={[
        { label: 'Overlegtafels', href: routes.overlegtafels() },
        { label: 'Deelname', href: routes.tafeldeelname() },
      ]}
      lead={
        uitsluiting ? (
          <>
            <b>
              {uitsluiting.tot
                ? `Niet uitgenodigd tot en met ${datum(uitsluiting.tot)}.`
                : 'Tot nader bericht niet uitgenodigd.'}
            </b>{' '}
            {uitsluiting.motivering} ({uitsluiting.door}, {datum(uitsluiting.vanaf)})
          </>
        ) : (
          <>
            <b>{aantal(gemist, 'tafel', 'tafels')} gemist</b>
            {vanaf && ` sinds ${datum(vanaf)}`}.{' '}
            {aanleiding
              ? `Er is aanleiding voor een besluit: ${aanleiding}.`
              : 'Er is geen aanleiding voor een besluit.'}
          </>
        )
      }
    >
      <Foutenlijst fouten={fouten} />
      <Onderdeel titel="Tafels">
        <Tabel
          bijschrift={`Tafels waarvoor ${aanbieder} was uitgenodigd`}
          rijen={een.deelnames}
          sleutel={({ overlegtafelId }) => overlegtafelId}
          kolommen={[
            {
              naam: 'tafel',
              kop: 'Tafel',
              cel: ({ overlegtafelId, titel }) => <a href={routes.overlegtafel(overlegtafelId)}>{titel}</a>,
            },
            { naam: 'datum', kop: 'Datum', heel: true, cel: ({ datum: dag }) => datum(dag) },
            { naam: 'stand', kop: 'Aanwezigheid', cel: ({ aanwezigheid }) => aanwezigheden[aanwezigheid] },
          ]}
        />
        <Waarom
          bij={`de deelname van ${aanbieder}`}
          regel={REGEL}
          bron={bron('deelname')}
          gegevens={vanaf ? `Geteld vanaf ${datum(vanaf)}.` : 'Geteld over alle tafels.'}
        />
      </Onderdeel>
      {besluit && uitsluiting && (
        <Onderdeel titel="Weer uitnodigen" conclusie="Vanaf vandaag. Gemiste tafels tellen daarna opnieuw.">
          <Formulier actie={routes.tafeldeelname(aanbiederId, 'opheffen')} csrf={raam.csrf} knop="Weer uitnodigen">
            <Tekstveld naam="reden" label="Reden" regels={3} waarde={waarden['reden']} fout={fout('reden')} />
          </Formulier>
        </Onderdeel>
      )}
      {besluit && !uitsluiting && aanleiding && (
        <Onderdeel
          titel="Niet meer uitnodigen"
          conclusie="Dit is een keuze, geen verplichting. De aanbieder krijgt het besluit met uw motivering. Een gelijksoortige aanbieder komt in haar plaats; de terugkoppeling blijft zij krijgen."
        >
          <Formulier
            actie={routes.tafeldeelname(aanbiederId)}
            csrf={raam.csrf}
            knop="Besluit vastleggen"
            terug={{ label: 'Annuleren', href: routes.tafeldeelname() }}
          >
            <Datumveld
              naam="tot"
              label="Tot en met"
              hulp="Laat leeg voor tot nader bericht"
              facultatief
              waarde={waarden['tot']}
              fout={fout('tot')}
            />
            <Tekstveld
              naam="motivering"
              label="Motivering"
              hulp="De aanbieder leest dit."
              regels={4}
              waarde={waarden['motivering']}
              fout={fout('motivering')}
            />
          </Formulier>
        </Onderdeel>
      )}
    </Pagina>
  )
}
