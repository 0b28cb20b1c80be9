import type { KandidaatInTafel } from '../../domain/act/overlegtafel/list-kandidaten.ts'
import { toonGrens } from '../../domain/begrippen/getoond-aantal.ts'
import { grootteklassen, type Tafelregels } from '../../domain/act/overlegtafel/regels.ts'
import { weigerHandeling } from '../../domain/act/overlegtafel/toestand.ts'
import type { Subregio } from '../../domain/plan/inrichting/queries.ts'
import { mag } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { getoond, getoondAantal } from '../ui/getoond.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { aantal, datum, getal, hoofdletter, vanTotaal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { datumZonderDag } from '../lijst.ts'
import { Tafelkaart, type Kaartgegevens } from './kaart.tsx'
import { klassenamen, omvangstappen, redenzin } from './woorden.ts'

type Props = Kaartgegevens & {
  kandidaten: KandidaatInTafel[]
  regels: Tafelregels
  subregios: Subregio[]
  /** From how many clients on something is told to this person; null for who works with cases (S44) */
  minimum: number | null
}

/** Who is proposed for a table and why, per aanbieder; how the seats fall over classes and subregio's. */
export function SamenstellingPage(props: Props) {
  const { tafel, kandidaten, regels } = props
  const allen = kandidaten.length <= regels.allenTotEnMet
  const genodigd = kandidaten.filter((een) => een.genodigd).length
  return (
    <Tafelkaart
      {...props}
      deel="samenstelling"
      lead={
        tafel.samengesteldOp === null ? (
          'De tafel is nog niet samengesteld.'
        ) : (
          <>
            <b>{aantal(genodigd, 'aanbieder', 'aanbieders')}</b> van {getal(kandidaten.length)} voor wie het onderwerp
            relevant is.{' '}
            {allen
              ? `Tot en met ${regels.allenTotEnMet} relevante aanbieders zijn allen uitgenodigd.`
              : 'Het voorstel verdeelt de stoelen over grootteklassen en subregio’s.'}
          </>
        )
      }
    >
      {tafel.samengesteldOp === null ? (
        <LegeStaat titel="Nog geen samenstelling">
          Hier staat straks elke aanbieder die voor dit onderwerp is gecontracteerd, of zij wordt uitgenodigd, en
          waarom.
        </LegeStaat>
      ) : kandidaten.length === 0 ? (
        <LegeStaat titel="Niemand is relevant">
          Op {datum(tafel.datum)} is in dit gebied geen aanbieder voor dit onderwerp gecontracteerd. Kies een ander
          onderwerp, gebied of een andere dag.
        </LegeStaat>
      ) : (
        <>
          {!allen && <Verdeling {...props} />}
          <Kandidaten {...props} />
        </>
      )}
    </Tafelkaart>
  )
}

/** Seats per class and subregio, with how many there are to choose from. */
function Verdeling({ kandidaten, regels, subregios, tafel }: Props) {
  const inGebied = subregios.filter(({ id }) => tafel.subregioId === null || id === tafel.subregioId)
  const tel = (waar: (kandidaat: KandidaatInTafel) => boolean) => {
    const deel = kandidaten.filter(waar)
    return vanTotaal(deel.filter(({ genodigd }) => genodigd).length, deel.length)
  }
  const kolommen: Kolom<(typeof grootteklassen)[number] | 'alle'>[] = [
    { naam: 'klasse', kop: 'Klasse', cel: (klasse) => (klasse === 'alle' ? 'Samen' : klassenamen[klasse]) },
    ...inGebied.map(({ id, naam }) => ({
      naam: id,
      kop: naam,
      rechts: true,
      cel: (klasse: string) => tel((k) => k.subregioId === id && (klasse === 'alle' || k.klasse === klasse)),
    })),
    {
      naam: 'samen',
      kop: 'Samen',
      rechts: true,
      cel: (klasse) => tel((k) => klasse === 'alle' || k.klasse === klasse),
    },
    {
      naam: 'quotum',
      kop: 'Ten hoogste',
      rechts: true,
      cel: (klasse) =>
        getal(klasse === 'alle' ? Object.values(regels.quota).reduce((a, b) => a + b, 0) : regels.quota[klasse]),
    },
  ]
  return (
    <Onderdeel titel="Verdeling" conclusie="Uitgenodigd van wie er is, per klasse en subregio.">
      <Tabel
        bijschrift="Uitgenodigde aanbieders per klasse en subregio"
        kolommen={kolommen}
        rijen={[...grootteklassen, 'alle' as const]}
        sleutel={(klasse) => klasse}
        klikbaar={false}
      />
      <Waarom
        bij="de verdeling"
        regel="Elke klasse heeft een grootste aantal stoelen. Die gaan om de beurt naar de subregio’s, te beginnen bij die met de minste stoelen aan deze tafel. Binnen een subregio gaat voor wie het langst niet is uitgenodigd, dan wie de meeste cliënten heeft, dan het laagste KvK-nummer. Stoelen die overblijven, gaan niet naar een andere klasse."
        bron={`${regels.bronnen[0]!.document}, ${regels.bronnen[0]!.paragraaf}. Hoe “evenredig” wordt gerekend, is een keuze.`}
        versie={`Regels voor overlegtafels, versie ${tafel.regelsVersie ?? '–'}`}
      />
    </Onderdeel>
  )
}

function Kandidaten({ ctx, tafel, kandidaten, regels, minimum }: Props) {
  // roughly, so that nothing follows from it next to a figure of a KPI
  const grof = (clienten: number) => (minimum === null ? clienten : toonGrens(clienten, minimum))
  const namen = new Map(kandidaten.map(({ aanbiederId, aanbieder }) => [aanbiederId, aanbieder]))
  const kan = mag(ctx.actor, 'overlegtafel:organiseren') && weigerHandeling('afwijken', tafel, ctx.today) === null
  const totaal = kandidaten.reduce((som, { clienten }) => som + clienten, 0)
  const volgorde = (een: KandidaatInTafel) => Number(!een.genodigd)
  return (
    <Onderdeel titel="Aanbieders" noot={aantal(kandidaten.length, 'relevante aanbieder', 'relevante aanbieders')}>
      <Tabel
        bijschrift="Aanbieders met de reden"
        klikbaar={false}
        rijen={kandidaten.toSorted((a, b) => volgorde(a) - volgorde(b))}
        sleutel={({ aanbiederId }) => aanbiederId}
        kolommen={[
          {
            naam: 'aanbieder',
            kop: 'Aanbieder',
            cel: ({ aanbiederId, aanbieder, genodigd, uitgesloten }) => (
              <>
                {mag(ctx.actor, 'aanbieder:lezen') ? (
                  <a href={routes.aanbieder(aanbiederId)}>{aanbieder}</a>
                ) : (
                  aanbieder
                )}
                {kan && !uitgesloten && (
                  <div className="ov-klein ov-rij-doe">
                    <a href={routes.tafelAfwijken(tafel.id, aanbiederId)}>
                      {genodigd ? 'Niet uitnodigen' : 'Toch uitnodigen'}
                      <span className="ams-visually-hidden">: {aanbieder}</span>
                    </a>
                  </div>
                )}
              </>
            ),
          },
          {
            naam: 'uitgenodigd',
            kop: 'Op de lijst',
            heel: true,
            cel: ({ genodigd }) => (
              <Oordeel oordeel={genodigd ? 'voldoende' : 'niet aangeleverd'} tekst={genodigd ? 'ja' : 'nee'} />
            ),
          },
          {
            naam: 'klasse',
            kop: 'Klasse, telt voor',
            cel: ({ klasse, subregio }) => (
              <>
                {klassenamen[klasse]}
                <div className="ov-klein">{subregio}</div>
              </>
            ),
          },
          {
            naam: 'clienten',
            kop: 'Cliënten',
            rechts: true,
            telefoon: 'weg',
            cel: ({ clienten }) => getoond(grof(clienten)),
          },
          {
            naam: 'laatst',
            kop: 'Laatst uitgenodigd',
            telefoon: 'weg',
            heel: true,
            cel: ({ laatstUitgenodigdOp }) => (laatstUitgenodigdOp ? datumZonderDag(laatstUitgenodigdOp) : 'nog niet'),
          },
          {
            naam: 'reden',
            kop: 'Reden',
            telefoon: 'breed',
            cel: (kandidaat) => (
              <>
                {kandidaat.afwijking ? (
                  <>
                    <b>{hoofdletter(kandidaat.afwijking.richting)} uitgenodigd in afwijking van het voorstel:</b>{' '}
                    {kandidaat.afwijking.motivering} ({kandidaat.afwijking.door})
                  </>
                ) : (
                  redenzin(kandidaat, namen)
                )}
                <Waarom
                  bij={kandidaat.aanbieder}
                  regel={
                    kandidaat.afwijking
                      ? `Voorstel: ${redenzin(kandidaat, namen)}`
                      : 'De klasse is de middelste van de punten voor cliënten, medewerkers en omzet. Een aanbieder telt voor de subregio met de meeste cliënten.'
                  }
                  gegevens={`${getoondAantal(grof(kandidaat.clienten), 'cliënt', 'cliënten')} met dit onderwerp in twaalf maanden${
                    totaal > 0 && minimum === null ? `, van ${getal(totaal)} bij alle relevante aanbieders` : ''
                  }. KvK ${kandidaat.kvk}.`}
                  berekening={omvangstappen(kandidaat, minimum)}
                  bron={regels.bronnen[1] && `${regels.bronnen[1].document}, ${regels.bronnen[1].paragraaf}`}
                />
              </>
            ),
          },
        ]}
      />
    </Onderdeel>
  )
}
