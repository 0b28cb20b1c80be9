import type { Tafelbron } from '../../domain/act/overlegtafel/lees-tafelregels.ts'
import type { Deelnemer } from '../../domain/act/overlegtafel/list-deelnemers.ts'
import type { Overlegtafel, Tafelbesluit } from '../../domain/act/overlegtafel/queries.ts'
import type { Toets } from '../../domain/act/overlegtafel/list-toetsen.ts'
import { fasen, faseVan, handelingen, weigerHandeling, type Fase } from '../../domain/act/overlegtafel/toestand.ts'
import { aanwezigheden } from '../../domain/act/overlegtafel/tel-gemiste-tafels.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Feiten, type Feit } from '../ui/feiten.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Loop, type Loopstap } from '../ui/loop.tsx'
import { aantal, datum, hoofdletter, moment, opsomming, relatief, vanTotaal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { Tafelkaart, type Kaartgegevens } from './kaart.tsx'
import { antwoorden, onderwerpzin, wanneer } from './woorden.ts'

export type Tafelgegevens = Kaartgegevens & {
  besluiten: Tafelbesluit[]
  toetsen: Toets[]
  bron: Tafelbron
  deelnemers: Deelnemer[]
  terug: { aanbieders: number; mails: number; verzonden: number; mislukt: number; fout: string | null }
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

const dagVan = (op: Temporal.Instant) => op.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()

/** One table: where it stands, what comes next, what was decided and told, and whether it works. */
export function TafelPage(gegevens: Tafelgegevens) {
  const { ctx, tafel, fouten = [] } = gegevens
  const binnen = ctx.actor.agb === null
  return (
    <Tafelkaart {...gegevens} deel="overzicht" lead={binnen ? leadzin(gegevens) : eigenzin(gegevens)}>
      <Foutenlijst fouten={fouten} />
      {binnen && <Loop label="Waar de tafel staat" stappen={stappen(tafel)} />}
      <Feiten feiten={feiten(tafel, ctx)} />
      {binnen && <WatNu {...gegevens} />}
      {!binnen && <EigenDeelname {...gegevens} />}
      {tafel.gehoudenOp && <Besluiten {...gegevens} />}
      {tafel.terugkoppeling !== null && <Terugkoppeling {...gegevens} />}
      {binnen && tafel.gehoudenOp && <Toetsen {...gegevens} />}
    </Tafelkaart>
  )
}

function leadzin({ tafel, deelnemers, ctx }: Tafelgegevens) {
  const fase = faseVan(tafel)
  const dag = <b>{relatief(tafel.datum, ctx.today)}</b>
  const komt = deelnemers.filter(({ antwoord }) => antwoord === 'komt').length
  const stil = deelnemers.filter(({ antwoord }) => antwoord === null).length
  switch (fase) {
    case 'gepland':
      return <>De tafel is {dag} en nog niet samengesteld.</>
    case 'samengesteld':
      return tafel.samengesteldVoor?.equals(tafel.datum) ? (
        <>De samenstelling staat klaar; de uitnodigingen zijn nog niet verstuurd. De tafel is {dag}.</>
      ) : (
        <>
          <b>De dag is gewijzigd na het samenstellen.</b> Stel de tafel opnieuw samen voor {datum(tafel.datum)}.
        </>
      )
    case 'uitgenodigd':
      return (
        <>
          De tafel is {dag}. Van {aantal(deelnemers.length, 'genodigde', 'genodigden')} {komt === 1 ? 'komt' : 'komen'}{' '}
          er <b>{komt}</b>
          {stil > 0 && `; ${stil === 1 ? 'één heeft' : `${stil} hebben`} nog niet geantwoord`}.
        </>
      )
    case 'gehouden':
      return (
        <>
          Gehouden met <b>{vanTotaal(tafel.aanwezig, tafel.genodigd)} genodigden</b>. De terugkoppeling moet nog worden
          verstuurd.
        </>
      )
    case 'teruggekoppeld':
    case 'gesloten':
      return (
        <>
          Gehouden met <b>{vanTotaal(tafel.aanwezig, tafel.genodigd)} genodigden</b> en teruggekoppeld aan alle
          betrokken aanbieders.
        </>
      )
    case 'vervallen':
      return (
        <>
          <b>Vervallen.</b> {tafel.vervallenReden}
        </>
      )
  }
}

function eigenzin({ tafel, ctx }: Tafelgegevens) {
  const { eigen } = tafel
  if (tafel.vervallenOp) {
    return (
      <>
        <b>Deze tafel gaat niet door.</b> {tafel.vervallenReden}
      </>
    )
  }
  if (eigen === null) return 'U was niet uitgenodigd. De terugkoppeling is er voor alle betrokken aanbieders.'
  if (eigen.aanwezigheid) return <b>{aanwezigheden[eigen.aanwezigheid]}.</b>
  if (eigen.antwoord) {
    return (
      <>
        <b>{antwoorden[eigen.antwoord]}.</b> De tafel is {relatief(tafel.datum, ctx.today)}.
      </>
    )
  }
  return (
    <>
      <b>U bent uitgenodigd.</b> De tafel is {relatief(tafel.datum, ctx.today)}; deelname is verplicht.
    </>
  )
}

function feiten(tafel: Overlegtafel, ctx: Context): Feit[] {
  return [
    { label: 'Over', waarde: onderwerpzin(tafel) },
    { label: 'Gebied', waarde: tafel.subregio ?? 'Hele regio' },
    { label: 'Wanneer', waarde: wanneer(tafel), toelichting: relatief(tafel.datum, ctx.today) },
    {
      label: 'Waar',
      waarde: tafel.plaats === '' ? 'Nog te bepalen' : tafel.plaats,
      toelichting: tafel.wijze,
    },
  ]
}

const loop = [
  ['Plannen', 'geplandOp'],
  ['Samenstellen', 'samengesteldOp'],
  ['Uitnodigen', 'uitgenodigdOp'],
  ['Houden', 'gehoudenOp'],
  ['Terugkoppelen', 'teruggekoppeldOp'],
  ['Sluiten', 'geslotenOp'],
] as const

function stappen(tafel: Overlegtafel): Loopstap[] {
  const eerste = loop.findIndex(([, op]) => tafel[op] === null)
  const gedaan = loop.map(([naam, op], i): Loopstap => {
    const toen = tafel[op]
    const stand = toen ? 'gedaan' : tafel.vervallenOp ? 'later' : i === eerste ? 'nu' : 'later'
    return { naam, noot: toen ? datum(dagVan(toen)) : undefined, stand }
  })
  if (!tafel.vervallenOp) return gedaan
  return [
    ...gedaan.filter(({ stand }) => stand === 'gedaan'),
    { naam: fasen.vervallen, noot: datum(dagVan(tafel.vervallenOp)), stand: 'weg' },
  ]
}

const vervolg: Partial<Record<Fase, { zin: string; deel?: 'samenstelling' | 'deelnemers' }>> = {
  gepland: {
    zin: 'Eerst komt er een voorstel voor de samenstelling, met elke aanbieder die op de dag van de tafel voor dit onderwerp is gecontracteerd en de reden waarom zij wel of niet wordt uitgenodigd. Afwijken kan, met een reden die wordt vastgelegd.',
  },
  samengesteld: {
    zin: 'Er is een voorstel voor wie wordt uitgenodigd en waarom. Daarna gaan de uitnodigingen uit. Wie is uitgenodigd, komt of meldt zich af met een reden.',
    deel: 'samenstelling',
  },
  uitgenodigd: {
    zin: 'Wie is uitgenodigd, antwoordt zelf. Na de tafel wordt vastgelegd wie er was, wat is besloten en wat alle betrokken aanbieders te horen krijgen.',
    deel: 'deelnemers',
  },
}

/** Before the table is held there is nothing to read yet: what has to happen first. */
function WatNu({ tafel, bron }: Tafelgegevens) {
  const fase = faseVan(tafel)
  // on another day others may be relevant: then it begins with a proposal again
  const opnieuw = fase === 'samengesteld' && !tafel.samengesteldVoor?.equals(tafel.datum)
  const nu = vervolg[opnieuw ? 'gepland' : fase]
  if (!nu) return null
  return (
    <Onderdeel titel="Wat nu" conclusie={nu.zin}>
      {nu.deel && (
        <p>
          <a href={routes.overlegtafel(tafel.id, nu.deel)}>{hoofdletter(nu.deel)} bekijken</a>
        </p>
      )}
      <Waarom
        bij="wat nu moet"
        regel="Aan tafel zit een afspiegeling van de aanbieders en gemeenten voor wie het onderwerp relevant is; deelname is verplicht."
        bron={bron('samenstelling')}
      />
    </Onderdeel>
  )
}

function EigenDeelname({ deelnemers }: Tafelgegevens) {
  const [eigen] = deelnemers
  if (!eigen) return null
  return (
    <Onderdeel
      titel="Uw deelname"
      conclusie={
        eigen.aanwezigheid !== null
          ? `${aanwezigheden[eigen.aanwezigheid]}.${eigen.toelichting ? ` ${eigen.toelichting}` : ''}`
          : eigen.antwoord === null
            ? 'Laat weten wie er namens uw organisatie komt, of meld u af met de reden. Wie zonder reden wegblijft, kan een volgende keer niet worden uitgenodigd.'
            : eigen.antwoord === 'komt'
              ? `Namens uw organisatie komt ${eigen.afgevaardigde}.`
              : `U hebt zich afgemeld: ${eigen.reden}`
      }
    />
  )
}

function Besluiten({ raam, ctx, tafel, besluiten, waarden = {}, fouten = [] }: Tafelgegevens) {
  const binnen = ctx.actor.agb === null
  const kan = mag(ctx.actor, 'overlegtafel:bijwerken') && weigerHandeling('besluit', tafel, ctx.today) === null
  return (
    <Onderdeel
      titel="Besluiten"
      conclusie={
        besluiten.length > 0
          ? undefined
          : binnen
            ? 'Er zijn geen besluiten vastgelegd.'
            : 'Er zijn geen besluiten waarbij uw organisatie partij was.'
      }
    >
      {besluiten.length > 0 && (
        <ol className="ov-besluiten">
          {besluiten.map(({ id, tekst, vastgelegdOp, door, partijen }) => (
            <li key={id}>
              <p className="ov-proza ov-regeltekst">{tekst}</p>
              <p className="ov-klein">
                {binnen
                  ? partijen.length === 0
                    ? 'Geen aanbieder was partij, alleen de gemeenten'
                    : `Partij: de gemeenten en ${opsomming(partijen)}`
                  : 'Uw organisatie was partij'}{' '}
                · vastgelegd {moment(vastgelegdOp)}
                {binnen && ` door ${door}`}
              </p>
            </li>
          ))}
        </ol>
      )}
      {kan && (
        <Vouw titel="Besluit vastleggen" open={besluiten.length === 0 || fouten.some(({ veld }) => veld === 'tekst')}>
          <Formulier
            actie={routes.overlegtafel(tafel.id, 'besluiten')}
            csrf={raam.csrf}
            knop="Besluit vastleggen"
            soort="tweede"
          >
            <Tekstveld
              naam="tekst"
              label="Wat is er besloten?"
              hulp="Partij zijn de gemeenten en wie aanwezig was."
              regels={3}
              waarde={waarden['tekst']}
              fout={fouten.find(({ veld }) => veld === 'tekst')?.melding}
            />
          </Formulier>
        </Vouw>
      )}
    </Onderdeel>
  )
}

function Terugkoppeling({ ctx, tafel, terug, bron }: Tafelgegevens) {
  const { aanbieders, mails, verzonden, mislukt, fout } = terug
  return (
    <Onderdeel titel="Terugkoppeling" noot={tafel.teruggekoppeldOp && moment(tafel.teruggekoppeldOp)}>
      <p className="ov-proza ov-regeltekst">{tafel.terugkoppeling}</p>
      {ctx.actor.agb === null && (
        <>
          <p className="ov-klein">
            Aan {aantal(aanbieders, 'betrokken aanbieder', 'betrokken aanbieders')}, ook wie niet aan tafel zat. Van{' '}
            {aantal(mails, 'e-mail', 'e-mails')} {verzonden === 1 ? 'is' : 'zijn'} er {verzonden} verzonden
            {mislukt > 0 && (
              <b className="ov-mis">
                {' '}
                en {mislukt} mislukt{fout !== null && ` (${fout})`}
              </b>
            )}
            .
          </p>
          <Waarom
            bij="de terugkoppeling"
            regel="Wat is besproken, gaat naar alle aanbieders voor wie het onderwerp relevant is en naar andere belanghebbenden, niet alleen naar de deelnemers."
            bron={bron('samenstelling')}
          />
        </>
      )}
    </Onderdeel>
  )
}

function Toetsen({ raam, ctx, tafel, toetsen, waarden = {}, fouten = [] }: Tafelgegevens) {
  const kan =
    mag(ctx.actor, 'overlegtafel:bijwerken') && (handelingen.toetsen.van as readonly Fase[]).includes(faseVan(tafel))
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const laatste = toetsen[0]
  return (
    <Onderdeel
      titel="Werkt de tafel?"
      conclusie={
        laatste
          ? `Op ${datum(laatste.datum)} getoetst: ${laatste.afspiegeling ? 'een afspiegeling' : 'geen afspiegeling'} van de belangen van aanbieders en gemeenten.`
          : 'Nog niet getoetst. Bespreek elk jaar met aanbieders of de tafel werkt.'
      }
    >
      {toetsen.map(({ id, datum: dag, besprokenMet, oordeel, aanpassing, door }) => (
        <div key={id} className="ov-toets">
          <p className="ov-proza ov-regeltekst">{oordeel}</p>
          {aanpassing !== '' && (
            <p>
              <b>Samenstelling:</b> {aanpassing}
            </p>
          )}
          <p className="ov-klein">
            {datum(dag)} · besproken met {besprokenMet} · vastgelegd door {door}
          </p>
        </div>
      ))}
      {kan && (
        <Vouw titel="Toets vastleggen" open={['besprokenMet', 'afspiegeling', 'oordeel', 'aanpassing'].some(fout)}>
          <Formulier
            actie={routes.overlegtafel(tafel.id, 'toetsen')}
            csrf={raam.csrf}
            knop="Toets vastleggen"
            soort="tweede"
          >
            <Tekstveld
              naam="besprokenMet"
              label="Met wie besproken"
              waarde={waarden['besprokenMet']}
              fout={fout('besprokenMet')}
            />
            <Keuze
              naam="afspiegeling"
              label="Is de tafel een afspiegeling van de belangen van aanbieders en gemeenten?"
              soort="rondjes"
              waarde={waarden['afspiegeling']}
              fout={fout('afspiegeling')}
              opties={[
                { waarde: 'ja', label: 'Ja' },
                { waarde: 'nee', label: 'Nee' },
              ]}
            />
            <Tekstveld
              naam="oordeel"
              label="Hoe werkt de tafel?"
              regels={3}
              waarde={waarden['oordeel']}
              fout={fout('oordeel')}
            />
            <Tekstveld
              naam="aanpassing"
              label="Aanpassing van de samenstelling"
              hulp="Nodig als de tafel geen afspiegeling is"
              facultatief
              regels={2}
              waarde={waarden['aanpassing']}
              fout={fout('aanpassing')}
            />
          </Formulier>
        </Vouw>
      )}
    </Onderdeel>
  )
}
