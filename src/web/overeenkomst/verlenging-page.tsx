import type { Overeenkomstregels } from '../../domain/plan/overeenkomst/lees-regels.ts'
import { keurIntrekken } from '../../domain/plan/overeenkomst/keur-besluit.ts'
import type { Verlengingsbesluit } from '../../domain/plan/overeenkomst/list-verlengingsbesluiten.ts'
import { optiestanden, type OptieMetStand, type Optiestand } from '../../domain/plan/overeenkomst/optiestand.ts'
import { mag } from '../../domain/rechten.ts'
import { datumZonderDag } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Melding } from '../ui/melding.tsx'
import { datum, hoofdletter, opsomming, relatief, woord } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Tijdlijn } from '../ui/tijdlijn.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { Overeenkomstkaart, type Kaartgegevens } from './kaart.tsx'

type Props = Kaartgegevens & {
  besluiten: Verlengingsbesluit[]
  regels: Overeenkomstregels
  /** Names of the contracteigenaren, who decide. */
  eigenaren: string[]
  zonderTarief: number[]
  gedaan?: string | undefined
  waarden?: Record<string, string>
  fouten?: Veldfout[]
  /** Why the decision could not be taken at all. */
  weigering?: string | undefined
}

type Optie = OptieMetStand<Verlengingsbesluit>

const gedaanTekst: Record<string, string> = {
  verlengen: 'De overeenkomst is verlengd. Wat van de einddatum afhangt, wordt opnieuw berekend.',
  'niet verlengen': 'Vastgelegd is dat de overeenkomst niet wordt verlengd.',
  intrekken: 'Het besluit is ingetrokken.',
}

/** Every extension with where it stands, deciding about the next one, and what was decided before (CTR-10). */
export function OvereenkomstVerlengingPage(props: Props) {
  const { ctx, overeenkomst, besluiten, regels, fouten = [], weigering, gedaan } = props
  const opties = optiestanden(overeenkomst, besluiten, ctx.today, regels)
  // without a form to stand in, what was typed would be lost
  const getypt = props.waarden?.['reden'] ?? props.waarden?.['redenIntrekken']
  const beslisbaar = opties.some(({ stand }) => stand === 'open' || stand === 'verstreken')
  return (
    <Overeenkomstkaart
      {...props}
      deel="verlenging"
      fouten={fouten.length > 0 || weigering !== undefined}
      melding={
        weigering ? (
          <Melding soort="fout">
            {weigering}
            {getypt && !beslisbaar && ` U schreef: “${getypt}”`}
          </Melding>
        ) : (
          gedaan && gedaanTekst[gedaan] && <Melding soort="gedaan">{gedaanTekst[gedaan]}</Melding>
        )
      }
    >
      <Foutenlijst fouten={fouten} />
      <Opties {...props} opties={opties} />
      <Besluiten {...props} opties={opties} />
      {besluiten.length > 0 && <Genomen {...props} />}
    </Overeenkomstkaart>
  )
}

function Opties({ ctx, overeenkomst, opties, regels, zonderTarief }: Props & { opties: Optie[] }) {
  const { opzegtermijn, bronnen } = regels
  return (
    <Onderdeel titel="Verlengingen" conclusie={conclusie(opties, ctx.today)}>
      {opties.length > 0 && (
        <>
          <Tabel
            bijschrift={`Verlengingen van ${overeenkomst.nummer}`}
            klikbaar={false}
            rijen={opties}
            sleutel={({ optie }) => String(optie)}
            kolommen={[
              { naam: 'optie', kop: 'Verlenging', cel: ({ optie }) => `${optie} van ${opties.length}` },
              {
                naam: 'termijn',
                kop: 'Termijn',
                cel: ({ zonderVerlengingTotEnMet, metVerlengingTotEnMet }) =>
                  `${datumZonderDag(zonderVerlengingTotEnMet.add({ days: 1 }))} tot en met ${datumZonderDag(metVerlengingTotEnMet)}`,
              },
              {
                naam: 'uiterlijk',
                kop: 'Besluit uiterlijk',
                cel: ({ uiterlijkBeslissen }) => datum(uiterlijkBeslissen),
              },
              { naam: 'stand', kop: 'Stand', cel: (optie) => <Stand optie={optie} /> },
              {
                naam: 'wie',
                kop: 'Besloten',
                cel: ({ genomen }) => (genomen ? `${datumZonderDag(genomen.besluitdatum)}, ${genomen.door}` : '–'),
              },
            ]}
          />
          <Waarom
            bij="de verlengingen"
            regel={`${opzegtermijn.bron.tekst} Hoort de aanbieder het te laat of niet, dan eindigt de overeenkomst vanzelf. Elke termijn wordt gerekend vanaf de einddatum zonder verlengingen, ${datum(overeenkomst.einddatum)}.`}
            bron={`${opzegtermijn.bron.document}, ${opzegtermijn.bron.paragraaf}`}
            versie={`Regel verlenging, versie ${bronnen.verlenging.versie}`}
          />
        </>
      )}
      {zonderTarief.length > 0 && (
        <Melding>
          Voor {opsomming(zonderTarief.map(String))} is nog niet van elk product een tarief bekend. Declaraties over dat
          jaar wachten tot het tarief is ingelezen.
          {mag(ctx.actor, 'overeenkomst:inlezen') && (
            <>
              {' '}
              <a href={routes.overeenkomstenInlezen()}>Overeenkomsten inlezen</a>
            </>
          )}
        </Melding>
      )}
    </Onderdeel>
  )
}

const standen: Record<Optiestand, Parameters<typeof Oordeel>[0]> = {
  verlengd: { oordeel: 'voldoende', tekst: 'verlengd' },
  'niet verlengd': { oordeel: 'niet behaald', tekst: 'niet verlengd' },
  open: { oordeel: 'loopt', tekst: 'te besluiten' },
  verstreken: { oordeel: 'niet behaald', tekst: 'verstreken zonder besluit' },
  later: { oordeel: 'niet aangeleverd', tekst: 'later' },
  vervallen: { oordeel: 'niet aangeleverd', tekst: 'vervallen' },
}

function Stand({ optie }: { optie: Optie }) {
  return <Oordeel {...standen[optie.stand]} />
}

function conclusie(opties: Optie[], vandaag: Temporal.PlainDate): string {
  if (opties.length === 0) {
    return 'Er zijn geen verlengingen afgesproken. Langer doorgaan kan alleen met een nieuwe overeenkomst.'
  }
  const over = opties.filter(({ stand }) => stand === 'open' || stand === 'later').length
  const beslis = opties.find(({ stand }) => stand === 'open')
  if (beslis) {
    const { uiterlijkBeslissen } = beslis
    const wat =
      over < opties.length
        ? `Nog ${woord(over)} van de ${woord(opties.length)} verlengingen over.`
        : `Er ${over === 1 ? 'is één verlenging' : `zijn ${woord(over)} verlengingen`} mogelijk.`
    return `${wat} Besluit uiterlijk ${datum(uiterlijkBeslissen)}, ${relatief(uiterlijkBeslissen, vandaag)}.`
  }
  const einde = opties.find(({ stand }) => stand === 'niet verlengd' || stand === 'verstreken')
  if (einde?.stand === 'niet verlengd') {
    return `Er is besloten niet te verlengen: de overeenkomst eindigt op ${datum(einde.zonderVerlengingTotEnMet)}.`
  }
  if (einde) {
    return `De laatste dag om te besluiten was ${datum(einde.uiterlijkBeslissen)}, ${relatief(einde.uiterlijkBeslissen, vandaag)}. De overeenkomst eindigt vanzelf op ${datum(einde.zonderVerlengingTotEnMet)}.`
  }
  return `Alle verlengingen zijn gebruikt. Langer doorgaan dan ${datum(opties.at(-1)!.metVerlengingTotEnMet)} kan alleen met een nieuwe overeenkomst.`
}

function Besluiten(props: Props & { opties: Optie[] }) {
  const { ctx, opties, eigenaren } = props
  const optie = opties.find(({ stand }) => stand === 'open' || stand === 'verstreken')
  if (!optie) return null
  if (!mag(ctx.actor, 'overeenkomst:verlengen')) {
    if (ctx.actor.agb !== null) return null
    return (
      <Onderdeel titel="Besluiten over verlengen">
        <p className="ov-conclusie">
          Alleen de contracteigenaar besluit
          {eigenaren.length > 0 ? `: ${opsomming(eigenaren)}` : '; voor deze overeenkomst is er nog geen aangewezen'}.
        </p>
      </Onderdeel>
    )
  }
  if (optie.stand === 'open') {
    return (
      <Onderdeel titel="Besluiten over verlengen">
        <Besluitformulier {...props} optie={optie} />
      </Onderdeel>
    )
  }
  const open = (props.fouten ?? []).length > 0 || props.weigering !== undefined
  return (
    <Onderdeel
      titel="Wat nog kan"
      conclusie="Is het besluit op tijd genomen en aan de aanbieder gemeld, leg het dan alsnog vast met de datum van toen. Anders kan langer doorgaan alleen met een nieuwe overeenkomst."
    >
      <Vouw titel={`Een besluit van uiterlijk ${datum(optie.uiterlijkBeslissen)} vastleggen`} open={open}>
        <Besluitformulier {...props} optie={optie} />
      </Vouw>
    </Onderdeel>
  )
}

function Besluitformulier({
  raam,
  ctx,
  overeenkomst,
  besluiten,
  waarden = {},
  fouten = [],
  optie,
}: Props & { optie: Optie }) {
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const opTijd = optie.stand === 'open'
  return (
    <Formulier
      actie={routes.overeenkomst(overeenkomst.id, 'verlenging')}
      csrf={raam.csrf}
      knop="Besluit vastleggen"
      verborgen={{ gezien: String(besluiten.length) }}
    >
      <Keuze
        naam="besluit"
        label={`Verlenging ${optie.optie} van ${overeenkomst.verlengingen}`}
        soort="rondjes"
        waarde={waarden['besluit']}
        fout={fout('besluit')}
        opties={[
          {
            waarde: 'verlengen',
            label: 'Verlengen',
            hulp: `De overeenkomst loopt dan tot en met ${datum(optie.metVerlengingTotEnMet)}.`,
          },
          {
            waarde: 'niet verlengen',
            label: 'Niet verlengen',
            hulp: `De overeenkomst eindigt dan op ${datum(optie.zonderVerlengingTotEnMet)}${optie.optie < overeenkomst.verlengingen ? '; de verlengingen daarna vervallen' : ''}.`,
          },
        ]}
      />
      <Datumveld
        naam="besluitdatum"
        label="Datum van het besluit"
        hulp={`De dag waarop het is besloten en aan de aanbieder is gemeld, uiterlijk ${datum(optie.uiterlijkBeslissen)}. Bijvoorbeeld 13 nov 2026 of 13-11-2026.`}
        waarde={waarden['besluitdatum'] ?? (opTijd ? datumZonderDag(ctx.today) : undefined)}
        fout={fout('besluitdatum')}
      />
      <Tekstveld
        naam="reden"
        label="Waarom"
        hulp="Kort en feitelijk. De aanbieder ziet het besluit, niet de reden. Noem geen cliënt."
        regels={4}
        waarde={waarden['reden']}
        fout={fout('reden')}
      />
    </Formulier>
  )
}

function Genomen({ raam, ctx, overeenkomst, besluiten, waarden = {}, fouten = [] }: Props) {
  const laatste = keurIntrekken(besluiten, ctx.today)
  const foutIntrekken = fouten.find(({ veld }) => veld === 'redenIntrekken')?.melding
  return (
    <Onderdeel titel="Wat er is besloten">
      <Tijdlijn
        gebeurtenissen={besluiten.toReversed().map((besluit) => ({
          moment: datum(besluit.besluitdatum),
          datetime: besluit.besluitdatum.toString(),
          soort: 'gecontracteerd',
          tekst: <Besluitzin besluit={besluit} />,
        }))}
      />
      {mag(ctx.actor, 'overeenkomst:verlengen') &&
        ('weigering' in laatste ? null : (
          <Vouw titel="Het laatste besluit intrekken" open={foutIntrekken !== undefined}>
            <Formulier
              actie={`${routes.overeenkomst(overeenkomst.id, 'verlenging')}/intrekken`}
              csrf={raam.csrf}
              knop="Besluit intrekken"
              verborgen={{ gezien: String(besluiten.length) }}
            >
              <Tekstveld
                naam="redenIntrekken"
                label="Waarom trekt u het in"
                hulp={`“${hoofdletter(laatste.besluit)}” van ${datum(laatste.besluitdatum)} blijft met uw reden te lezen.`}
                regels={3}
                waarde={waarden['redenIntrekken']}
                fout={foutIntrekken}
              />
            </Formulier>
          </Vouw>
        ))}
    </Onderdeel>
  )
}

function Besluitzin({ besluit }: { besluit: Verlengingsbesluit }) {
  const { optie, vanaf, tot, door, reden, vastgelegdOp, besluitdatum } = besluit
  const wat = {
    verlengen: `Verlenging ${optie}: verlengd tot en met ${datum(tot)}`,
    'niet verlengen': `Verlenging ${optie}: niet verlengd, einde op ${datum(vanaf.subtract({ days: 1 }))}`,
    intrekken: `Verlenging ${optie}: besluit ingetrokken`,
  }[besluit.besluit]
  const vastgelegd = vastgelegdOp.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
  return (
    <>
      <b>{wat}</b>, door {door}
      {reden === null ? '.' : `: ${reden}`}
      {!vastgelegd.equals(besluitdatum) && <span className="ov-klein"> vastgelegd op {datum(vastgelegd)}</span>}
    </>
  )
}
