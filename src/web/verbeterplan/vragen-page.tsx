import type { Formulier as Planformulier } from '../../domain/act/verbeterplan/lees-planregels.ts'
import { looptijdVan } from '../../domain/act/verbeterplan/planregels.ts'
import type { BerekendeTermijn } from '../../domain/begrippen/termijn.ts'
import { datumZonderDag } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { datum } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Waarom } from '../ui/waarom.tsx'

export type Vraaggegevens = {
  formulier: Planformulier
  bevinding: { id: string; titel: string; toelichting: string; aanbieder: string } | null
  gesprek: { id: string; titel: string; aanbieder: string | null } | null
  aanbieders: { id: string; naam: string }[]
  overeenkomsten: { id: string; naam: string }[]
  start: Temporal.PlainDate
  termijn: BerekendeTermijn
}

type Props = Vraaggegevens & { raam: Raam; waarden: Readonly<Record<string, string>>; fouten?: Veldfout[] }

/** Asking an aanbieder for a plan: what falls short, by when the plan must be there, and by when it must be realised. */
export function VragenPage(props: Props) {
  const {
    raam,
    formulier,
    bevinding,
    gesprek,
    aanbieders,
    overeenkomsten,
    start,
    termijn,
    waarden,
    fouten = [],
  } = props
  const looptijd = looptijdVan(formulier.regels, 'indienen')
  const veld = (naam: string) => ({
    naam,
    waarde: waarden[naam],
    fout: fouten.find((een) => een.veld === naam)?.melding,
  })
  const van = bevinding ?? gesprek
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[{ label: 'Verbeterplannen', href: routes.verbeterplannen() }]}
      titel="Verbeterplan vragen"
      lead={
        van ? (
          <>
            Naar aanleiding van{' '}
            <a href={bevinding ? routes.bevinding(bevinding.id) : routes.gesprek(gesprek!.id)}>{van.titel}</a>
            {van.aanbieder && (
              <>
                {' '}
                bij <b>{van.aanbieder}</b>
              </>
            )}
            .
          </>
        ) : (
          'Een verbeterplan volgt op een bevinding, een gesprek of een stap in een escalatie. Noem geen cliënten.'
        )
      }
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.verbeterplanVragen()}
        csrf={raam.csrf}
        knop="Verbeterplan vragen"
        verborgen={{ ...(bevinding && { bevindingId: bevinding.id }), ...(gesprek && { gesprekId: gesprek.id }) }}
        terug={{
          label: 'Terug',
          href: bevinding
            ? routes.bevinding(bevinding.id)
            : gesprek
              ? routes.gesprek(gesprek.id)
              : routes.verbeterplannen(),
        }}
      >
        {!van && (
          <Keuze
            {...veld('aanbiederId')}
            label="Aanbieder"
            leeg="Kies een aanbieder"
            opties={aanbieders.map(({ id, naam }) => ({ waarde: id, label: naam }))}
          />
        )}
        {overeenkomsten.length > 0 && (
          <Keuze
            {...veld('overeenkomstId')}
            label="Overeenkomst"
            facultatief
            leeg="Alle overeenkomsten van deze aanbieder"
            opties={overeenkomsten.map(({ id, naam }) => ({ waarde: id, label: naam }))}
          />
        )}
        <Tekstveld
          {...veld('titel')}
          label="Waar gaat het over?"
          hulp="Eén zin, bijvoorbeeld: ondersteuning begint te laat."
        />
        <Tekstveld
          {...veld('aanleiding')}
          label="Wat schiet er tekort, en wat vraagt u?"
          hulp="De aanbieder leest dit bij het schrijven van het plan. Kort en feitelijk; noem geen cliënten."
          regels={6}
        />
        <Datumveld
          {...veld('uiterlijk')}
          waarde={waarden['uiterlijk'] ?? datumZonderDag(termijn.einddatum)}
          label="Plan uiterlijk op"
          hulp={`Volgens de regels ${datum(termijn.einddatum)}. U kunt dit verkorten of verlengen, passend bij de tekortkoming.`}
        />
        <Waarom
          bij="de termijn voor het plan"
          regel={`${looptijd.naam}, vanaf ${looptijd.startgebeurtenis}: ${datum(start)}.`}
          bron={`${looptijd.bron.document}, ${looptijd.bron.paragraaf}. ${looptijd.bron.tekst}`}
          berekening={[
            { stap: 'Dag 0', uitkomst: datum(start) },
            { stap: 'Laatste dag', uitkomst: datum(termijn.einddatum) },
          ]}
        />
        <Datumveld
          {...veld('realisatieUiterlijk')}
          label="Verbeteringen gerealiseerd op"
          facultatief
          hulp="Kan ook bij het oordeel over het plan, als de punten bekend zijn."
        />
      </Formulier>
    </Pagina>
  )
}
