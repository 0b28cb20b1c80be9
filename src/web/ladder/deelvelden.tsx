import { gronden } from '../../domain/act/escalatie/gronden.ts'
import type { Ladderdeel } from '../../domain/act/escalatie/ladderdelen.ts'
import { briefwoorden } from '../../domain/act/escalatie/controleer-ladder.ts'
import { Keuze, type Optie } from '../ui/keuze.tsx'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vinkje } from '../ui/vinkje.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { veldcodes } from './deelvorm.ts'
import { Bronvelden, optiesVan, Termijnrijen, veldIn, Veldrijen, Waarborgrijen, type Vorm } from './rijen.tsx'
import { eenheden, effecten, partijen, toestandsoorten } from './woorden.ts'

type Props = {
  deel: Ladderdeel
  vorm: Vorm
  taken: Optie[]
  /** Kinds of meeting. */
  gesprekken: Optie[]
}

const alsOpties = (woorden: Record<string, string>) =>
  Object.entries(woorden).map(([waarde, label]) => ({ waarde, label }))

/** The fields of one part of a ladder, by its kind. */
export function Deelvelden({ deel, vorm, taken, gesprekken }: Props) {
  const veld = (naam: string) => veldIn(vorm, naam)
  const vink = (naam: string) => ({ naam, aan: vorm.waarden[naam] === 'ja' })
  const treden = optiesVan(vorm.ladder.stappen)
  switch (deel) {
    case 'stappen':
      return (
        <>
          <Tekstveld {...veld('naam')} label="Naam van de trede" />
          <Tekstveld {...veld('uitleg')} label="Wat er op deze trede gebeurt" regels={3} />
          <Bronvelden vorm={vorm} />
        </>
      )
    case 'toestanden':
      return (
        <>
          <Tekstveld {...veld('naam')} label="Naam van de toestand" />
          <Tekstveld {...veld('zin')} label="Eén zin: wat is er aan de hand, en op wie wordt gewacht?" regels={2} />
          <Keuze
            {...veld('stap')}
            label="Hoort bij trede"
            facultatief
            leeg="Geen: voor de eerste trede, of het einde"
            opties={treden}
          />
          <Keuze {...veld('soort')} label="Soort" soort="rondjes" opties={alsOpties(toestandsoorten)} />
        </>
      )
    case 'termijnen':
      return (
        <>
          <Tekstveld {...veld('naam')} label="Naam van de termijn" />
          <Keuze
            {...veld('wie')}
            label="Wie moet handelen?"
            soort="rondjes"
            opties={[
              { waarde: 'aanbieder', label: partijen.aanbieder },
              { waarde: 'opdrachtgever', label: partijen.opdrachtgever },
            ]}
          />
          <Vinkje {...vink('recht')} label="Is een recht en geen plicht: wie het laat gaan, is niet te laat" />
          <Tekstveld {...veld('startgebeurtenis')} label="Begint bij" hulp="Bijvoorbeeld: ontvangst van de brief." />
          <Keuze
            {...veld('looptijd')}
            label="Hoe lang?"
            soort="rondjes"
            opties={[
              { waarde: 'geteld', label: 'Geteld: lengte en eenheid hieronder' },
              { waarde: 'afgesproken', label: 'De dag staat in de stap of de brief' },
            ]}
          />
          <Tekstveld {...veld('looptijd.lengte')} label="Lengte" facultatief breedte="kort" cijfers />
          <Keuze
            {...veld('looptijd.eenheid')}
            label="Eenheid"
            facultatief
            opties={eenheden.map((waarde) => ({ waarde, label: waarde }))}
          />
          <Vinkje {...vink('doorrollen')} label="Schuift door naar de volgende werkdag (bij weken en kalenderdagen)" />
          <Tekstveld
            {...veld('gevolg')}
            label="Wat kan volgen als de termijn voorbij is"
            hulp="Er gebeurt niets vanzelf."
          />
          <Bronvelden vorm={vorm} />
        </>
      )
    case 'stukken':
      return (
        <>
          <Tekstveld {...veld('naam')} label="Naam van het stuk" />
          <Tekstveld {...veld('uitleg')} label="Uitleg" facultatief />
          <Keuze {...veld('van')} label="Wie legt het vast?" soort="rondjes" opties={alsOpties(partijen)} />
          <Vinkje {...vink('delen')} label="De aanbieder leest het ook als de regio het maakt" />
          <Vinkje {...vink('eenmalig')} label="Telt alleen in de toestand waarin het is vastgelegd" />
          <Vinkje {...vink('bewijs')} label="Is bewijs voor de zwaarste treden" />
          <Veldrijen vorm={vorm} />
          <Gesprekvelden vorm={vorm} gesprekken={gesprekken} />
        </>
      )
    case 'maatregelen':
      return (
        <>
          <Tekstveld {...veld('naam')} label="Naam van de maatregel" />
          <Keuze {...veld('taak')} label="Wie beslist: taak in de taakverdeling" leeg="Kies een taak" opties={taken} />
          <Keuze {...veld('stap')} label="Hoort bij trede" facultatief leeg="Geen" opties={treden} />
          <Keuze {...veld('effect')} label="Werkt op" soort="rondjes" opties={alsOpties(effecten)} />
          <Bronvelden vorm={vorm} voor="basis" titel="Grondslag" />
          <Waarborgrijen vorm={vorm} />
          <Veldrijen vorm={vorm} />
        </>
      )
    case 'brieven':
      return (
        <>
          <Tekstveld {...veld('naam')} label="Naam van de brief" />
          <Tekstveld
            {...veld('onderwerp')}
            label="Onderwerp"
            facultatief
            hulp="Waar de brief over gaat, boven de tekst. Zonder onderwerp staat daar de naam."
          />
          <Vinkje {...vink('aangetekend')} label="Gaat aangetekend" />
          <Tekstveld
            {...veld('alineas')}
            label="Tekst"
            regels={16}
            hulp={`Een lege regel begint een nieuwe alinea. Tussen accolades staat wat wordt ingevuld: een veld hieronder, of ${briefwoorden.map((woord) => `{${woord}}`).join(', ')}.`}
          />
          <Veldrijen vorm={vorm} />
        </>
      )
    case 'overgangen':
      return <Stapvelden vorm={vorm} taken={taken} />
  }
}

// Minutes of a meeting of the case can be the record itself (decision 034).
function Gesprekvelden({ vorm, gesprekken }: Pick<Props, 'vorm' | 'gesprekken'>) {
  const veld = (naam: string) => veldIn(vorm, `uitGesprek.${naam}`)
  const soorten = [vorm.waarden['uitGesprek.soorten'] ?? []].flat()
  const velden = optiesVan(veldcodes(vorm.waarden))
  return (
    <fieldset className="ov-rijen">
      <legend>Verslag van een gesprek</legend>
      <Vouw
        titel={soorten.length === 0 ? 'Dit stuk komt niet uit een gesprek' : 'Welk verslag dit stuk is'}
        open={soorten.length > 0 || vorm.fouten.some(({ veld }) => veld.startsWith('uitGesprek'))}
      >
        <div className="ov-rij-velden">
          <Keuze
            {...veld('soorten')}
            waarde={soorten}
            soort="vinkjes"
            label="Het verslag van zo’n gesprek bij de zaak is dit stuk"
            facultatief
            hulp="Niets aangevinkt: het stuk komt niet uit een gesprek."
            opties={gesprekken}
          />
          <Keuze
            {...veld('vanaf')}
            label="Vanaf wanneer?"
            soort="rondjes"
            facultatief
            hulp="Nodig als hierboven een gesprek is aangevinkt, net als het veld hieronder."
            opties={[
              { waarde: 'gehouden', label: 'Als het gesprek is gehouden' },
              { waarde: 'definitief', label: 'Als het verslag definitief is' },
            ]}
          />
          <Keuze
            {...veld('velden.tekst')}
            label="Veld voor wat is besproken en afgesproken"
            facultatief
            leeg="Kies een veld"
            hulp="Staat het veld er nog niet bij? Bewaar het eerst en kies het dan."
            opties={velden}
          />
          <Keuze {...veld('velden.aanwezig')} label="Veld voor wie er was" facultatief leeg="Geen" opties={velden} />
          <Keuze
            {...veld('velden.uitgenodigd')}
            label="Veld voor wie was gevraagd"
            facultatief
            leeg="Geen"
            opties={velden}
          />
        </div>
      </Vouw>
    </fieldset>
  )
}

function Stapvelden({ vorm, taken }: Pick<Props, 'vorm' | 'taken'>) {
  const { ladder, waarden, fouten } = vorm
  const veld = (naam: string) => veldIn(vorm, naam)
  const meer = (naam: string) => ({
    ...veldIn(vorm, naam),
    waarde: [waarden[naam] ?? []].flat(),
    soort: 'vinkjes' as const,
    facultatief: true,
  })
  const vink = (naam: string) => ({ naam, aan: waarden[naam] === 'ja' })
  const toestanden = ladder.toestanden.map(({ code, naam, stap }) => ({
    waarde: code,
    label: stap === null ? naam : `${naam} (trede ${stap})`,
  }))
  const open = (...namen: string[]) =>
    namen.some((naam) => [waarden[naam] ?? []].flat().join('') !== '') ||
    fouten.some(({ veld }) => namen.some((naam) => veld.startsWith(naam)))
  return (
    <>
      <Tekstveld
        {...veld('naam')}
        label="Naam van de stap"
        hulp="Wat iemand doet, bijvoorbeeld: Verbeterplan vragen."
      />
      <Tekstveld
        {...veld('regel')}
        label="Waar deze stap vandaan komt"
        facultatief
        hulp="Artikel, nummer of afspraak."
      />
      <Onderdeel titel="Van waar naar waar" niveau={3}>
        <Vouw titel="Waarvandaan" open={open('van')}>
          <Keuze
            {...meer('van')}
            label="Kan vanuit"
            opties={toestanden}
            hulp="Niets aangevinkt: deze stap opent een zaak."
          />
        </Vouw>
        <Keuze
          {...veld('naarsoort')}
          label="Waarheen"
          soort="rondjes"
          opties={[
            { waarde: 'toestanden', label: 'Naar een van de toestanden hieronder' },
            { waarde: 'zelfde', label: 'De zaak blijft staan' },
            { waarde: 'vorige', label: 'Terug naar waar een voorstel vandaan kwam' },
          ]}
        />
        <Vouw titel="Naar welke toestanden" open={open('naar')}>
          <Keuze {...meer('naar')} label="Naar" opties={toestanden} />
        </Vouw>
      </Onderdeel>
      <Onderdeel titel="Wie" niveau={3}>
        <Keuze
          {...veld('wie')}
          label="Wie zet de stap?"
          soort="rondjes"
          opties={Object.entries(partijen).map(([waarde, label]) => ({ waarde, label }))}
        />
        <Keuze
          {...veld('mandaat')}
          label="Mandaat: taak in de taakverdeling"
          facultatief
          leeg="Geen: wie aan de zaak werkt"
          opties={taken}
        />
        <Vinkje {...vink('voorstel')} label="De een stelt voor, een ander besluit" />
      </Onderdeel>
      <Onderdeel titel="Wat ervoor nodig is" niveau={3}>
        <Vinkje {...vink('motivering')} label="Met een motivering" />
        <Vouw titel="Gronden" open={open('gronden')}>
          <Keuze
            {...meer('gronden')}
            label="Rust op een van deze gronden"
            opties={Object.entries(gronden).map(([waarde, label]) => ({ waarde, label }))}
          />
        </Vouw>
        <Vouw titel="Stukken" open={open('stukken')}>
          <Keuze {...meer('stukken')} label="Deze stukken liggen er" opties={optiesVan(ladder.stukken)} />
        </Vouw>
        <Waarborgrijen vorm={vorm} metGrond />
        <Veldrijen vorm={vorm} />
      </Onderdeel>
      <Onderdeel titel="Wat de stap doet" niveau={3}>
        <Keuze
          {...veld('brief')}
          label="Brief die meegaat"
          facultatief
          leeg="Geen brief"
          opties={optiesVan(ladder.brieven)}
        />
        <Termijnrijen vorm={vorm} />
        <Vouw titel="Termijnen die hiermee klaar zijn" open={open('klaar')}>
          <Keuze {...meer('klaar')} label="Klaar met deze stap" opties={optiesVan(ladder.termijnen)} />
        </Vouw>
        <Vouw titel="Maatregelen" open={open('maatregelen.start', 'maatregelen.einde')}>
          <div className="ov-rij-velden">
            <Keuze {...meer('maatregelen.start')} label="Kan beginnen" opties={optiesVan(ladder.maatregelen)} />
            <Tekstveld {...veld('maatregelen.minstens')} label="Minstens zoveel" facultatief breedte="kort" cijfers />
            <Keuze {...meer('maatregelen.einde')} label="Houdt op" opties={optiesVan(ladder.maatregelen)} />
          </div>
        </Vouw>
        <Vouw titel="Opschorten door bezwaar" open={open('schorst.tot')}>
          <div className="ov-rij-velden">
            <Keuze
              {...veld('schorst.tot')}
              label="Schort op tot deze termijn voorbij is"
              facultatief
              leeg="Schort niets op"
              opties={optiesVan(ladder.termijnen)}
            />
            <Keuze
              {...meer('schorst.termijnen')}
              label="Deze termijnen staan dan stil"
              opties={optiesVan(ladder.termijnen)}
            />
            <Tekstveld
              {...veld('schorst.veld')}
              label="Code van het veld dat zegt of de maatregel noodzakelijk is"
              facultatief
              breedte="half"
            />
            <Tekstveld
              {...veld('schorst.nietBij')}
              label="Schort niet op bij deze keuzes"
              facultatief
              hulp="Codes, met een komma ertussen."
            />
          </div>
        </Vouw>
      </Onderdeel>
    </>
  )
}
