import { perPersoon, verdelingsgebrek, type Verdeeld } from '../../domain/plan/bezetting/list-verdeling.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, getal } from '../ui/notatie.ts'
import { Oordeel } from '../ui/oordeel.tsx'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { Waarom } from '../ui/waarom.tsx'

type Props = { raam: Raam; ctx: Context; verdeling: Verdeeld[]; bron: string | undefined; gedaan?: string | undefined }

/** Who manages whom (D09): every aanbieder with its contract manager and back-up, gaps first (ROL-06). */
export function VerdelingPage({ raam, ctx, verdeling, bron, gedaan }: Props) {
  const mist = verdeling.filter((een) => verdelingsgebrek(een)).length
  return (
    <Pagina
      raam={raam}
      titel="Verdeling"
      lead={
        <>
          <b>
            {mist === 0
              ? `Alle ${aantal(verdeling.length, 'aanbieder heeft', 'aanbieders hebben')} een contractmanager en een achtervanger.`
              : `${aantal(mist, 'aanbieder mist', 'aanbieders missen')} een contractmanager of achtervanger.`}
          </b>{' '}
          Een aanbieder heeft een vaste contractmanager, en een ander als achtervanger.
        </>
      }
      actie={mag(ctx.actor, 'werk:overdragen') && <Knop href={routes.werkOverdragen()}>Werk overdragen</Knop>}
      acties={
        <>
          {mag(ctx.actor, 'aanbieder:wijzigen') && (
            <a href={routes.aanbiedersContractmanager()}>Contractmanager instellen</a>
          )}
          <Uitvoer xlsx={routes.verdelingUitvoer('xlsx')} csv={routes.verdelingUitvoer('csv')} />
        </>
      }
      melding={gedaan && <Melding soort="gedaan">{gedaan}</Melding>}
    >
      <Onderdeel titel="Per persoon">
        <Tabel
          bijschrift="Werk per persoon"
          plat
          smal
          klikbaar={false}
          rijen={perPersoon(verdeling)}
          sleutel={({ id }) => id}
          kolommen={[
            { naam: 'naam', kop: 'Wie', cel: ({ naam }) => naam },
            { naam: 'beheert', kop: 'Beheert', rechts: true, cel: ({ beheert }) => getal(beheert) },
            { naam: 'achtervanger', kop: 'Achtervanger', rechts: true, cel: ({ achtervanger }) => getal(achtervanger) },
            {
              naam: 'bevindingen',
              kop: 'Open bevindingen',
              rechts: true,
              cel: ({ bevindingen }) => getal(bevindingen),
            },
          ]}
          leeg={<LegeStaat titel="Nog niemand">Hier staat hoeveel aanbieders ieder beheert.</LegeStaat>}
        />
      </Onderdeel>
      <Onderdeel titel="Per aanbieder">
        <Tabel
          bijschrift="Aanbieders met contractmanager en achtervanger"
          rijen={verdeling}
          sleutel={({ id }) => id}
          kolommen={[
            { naam: 'naam', kop: 'Aanbieder', cel: ({ id, naam }) => <a href={routes.aanbieder(id)}>{naam}</a> },
            {
              naam: 'manager',
              kop: 'Contractmanager',
              cel: ({ contractmanager }) => contractmanager ?? <span className="ov-stil">niemand</span>,
            },
            {
              naam: 'achtervanger',
              kop: 'Achtervanger',
              cel: ({ achtervanger }) => achtervanger ?? <span className="ov-stil">niemand</span>,
            },
            {
              naam: 'overeenkomsten',
              kop: 'Lopende overeenkomsten',
              rechts: true,
              cel: ({ overeenkomsten }) => getal(overeenkomsten),
            },
            {
              naam: 'stand',
              kop: 'Stand',
              telefoon: 'breed',
              cel: (een) => {
                const gebrek = verdelingsgebrek(een)
                return gebrek ? (
                  <Oordeel oordeel="onvoldoende" tekst={gebrek} />
                ) : (
                  <span className="ov-stil">op orde</span>
                )
              },
            },
          ]}
          leeg={
            <LegeStaat titel="Nog geen aanbieders">
              Hier staan de aanbieders met een overeenkomst die loopt of nog begint.
            </LegeStaat>
          }
        />
        <Waarom
          bij="de verdeling"
          regel="Elke aanbieder heeft één vaste contractmanager en een andere persoon als achtervanger, zodat het werk doorgaat en objectief blijft."
          bron={bron}
        />
      </Onderdeel>
    </Pagina>
  )
}

type OverdragenProps = {
  raam: Raam
  personen: { id: string; naam: string }[]
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

/** One act that passes on all open work of somebody (ROL-07). */
export function WerkOverdragenPage({ raam, personen, waarden = {}, fouten = [] }: OverdragenProps) {
  const veld = (naam: string) => ({
    naam,
    waarde: waarden[naam],
    fout: fouten.find((een) => een.veld === naam)?.melding,
  })
  const opties = personen.map(({ id, naam }) => ({ waarde: id, label: naam }))
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Verdeling', href: routes.verdeling() }]}
      titel="Werk overdragen"
      lead="Alle aanbieders, functies, open acties en gesprekken van iemand gaan in één keer naar een ander. Open bevindingen gaan mee met de aanbieder."
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.werkOverdragen()}
        csrf={raam.csrf}
        knop="Werk overdragen"
        terug={{ label: 'Terug naar de verdeling', href: routes.verdeling() }}
      >
        <Keuze {...veld('vanId')} label="Wiens werk" leeg="Kies een persoon" opties={opties} />
        <Keuze
          {...veld('naarId')}
          label="Wie neemt het over"
          opties={[{ waarde: '', label: 'Bij elke aanbieder de achtervanger' }, ...opties]}
        />
        <Tekstveld {...veld('reden')} label="Reden" regels={2} />
      </Formulier>
    </Pagina>
  )
}
