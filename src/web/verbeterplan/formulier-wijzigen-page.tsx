import { Fragment } from 'react'
import type { Formulier } from '../../domain/act/verbeterplan/lees-planregels.ts'
import { looptijdVan } from '../../domain/act/verbeterplan/planregels.ts'
import { formuliertermijnen, termijneenheden } from '../../domain/act/verbeterplan/toets-formulier.ts'
import { Rijen, veldIn } from '../ladder/rijen.tsx'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier as Form } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Melding } from '../ui/melding.tsx'
import { datum } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vinkje } from '../ui/vinkje.tsx'
import type { Waarden } from './lees-invoer.ts'

type Props = {
  raam: Raam
  formulier: Formulier
  waarden: Waarden
  fouten?: Veldfout[]
  /** Somebody else changed it meanwhile */
  botsing?: string | undefined
}

/** Changing the form of a plan (PLN-04): the questions of a point, by what it is judged, and its terms. */
export function FormulierWijzigenPage({ raam, formulier, waarden, fouten = [], botsing }: Props) {
  const { regels, versie, geldigVanaf } = formulier
  const vorm = { waarden: { ...waarden }, fouten }
  const veld = (naam: string) => veldIn(vorm, naam)
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[
        { label: 'Inrichting', href: routes.inrichting() },
        { label: 'Formulier verbeterplan', href: routes.regelsetdeel('verbeterplan') },
      ]}
      titel="Formulier wijzigen"
      titelInTab="Formulier verbeterplan wijzigen"
      lead={
        <>
          U wijzigt <b>versie {versie}</b>, geldig vanaf {datum(geldigVanaf)}. Bewaren maakt een nieuwe versie; een plan
          dat loopt, houdt het formulier waarmee het is gevraagd.
        </>
      }
    >
      {botsing !== undefined && <Melding soort="fout">{botsing}</Melding>}
      <Foutenlijst fouten={fouten} />
      <Form
        actie={routes.planformulierWijzigen()}
        csrf={raam.csrf}
        knop="Nieuwe versie vastleggen"
        terug={{ label: 'Terug', href: routes.regelsetdeel('verbeterplan') }}
        verborgen={{ gezien: String(versie) }}
      >
        <Onderdeel titel="Wat u vraagt">
          <Tekstveld {...veld('naam')} label="Naam van het formulier" />
          <Tekstveld
            {...veld('inleiding')}
            label="Inleiding"
            regels={3}
            hulp="De aanbieder leest dit boven de punten."
          />
          <Tekstveld
            {...veld('hoogstensPunten')}
            label="Hoeveel punten mag een plan hebben?"
            breedte="kort"
            cijfers
            hulp="Van 1 tot en met 50"
          />
        </Onderdeel>
        <Onderdeel titel="Vragen per punt">
          <Rijen
            vorm={vorm}
            groep="vragen"
            titel="Vragen"
            uitleg="Open een vraag om haar te wijzigen. Een nieuwe vraag komt in een escalatie bij het antwoord dat een punt benoemt."
            naam={(voor) => veld(`${voor}naam`).waarde ?? ''}
            nieuw="Vraag toevoegen"
          >
            {(voor, nieuw) => (
              <>
                <input type="hidden" name={`${voor}code`} value={veld(`${voor}code`).waarde ?? ''} />
                <Tekstveld {...veld(`${voor}naam`)} label="Vraag" facultatief={nieuw} />
                <Tekstveld {...veld(`${voor}hulp`)} label="Uitleg onder de vraag" facultatief regels={2} />
                <Vinkje naam={`${voor}verplicht`} label="Verplicht" aan={waarden[`${voor}verplicht`] === 'ja'} />
                <Tekstveld
                  {...veld(`${voor}plaats`)}
                  label="Plaats"
                  breedte="kort"
                  cijfers
                  facultatief
                  hulp="De hoeveelste vraag dit is; leeg is achteraan."
                />
              </>
            )}
          </Rijen>
          <Keuze
            {...veld('kern')}
            label="Welke vraag benoemt een punt in lijsten?"
            hulp="Een nieuwe vraag kan dat zijn nadat zij is bewaard."
            opties={regels.vragen.map(({ code, naam }) => ({ waarde: code, label: naam }))}
          />
          <Tekstveld {...veld('wie.naam')} label="Hoe vraagt u wie het doet?" hulp="Dit zegt elk punt." />
          <Tekstveld {...veld('wie.hulp')} label="Uitleg bij wie" facultatief />
          <Tekstveld {...veld('wanneer.naam')} label="Hoe vraagt u wanneer het klaar is?" hulp="Dit zegt elk punt." />
          <Tekstveld {...veld('wanneer.hulp')} label="Uitleg bij wanneer" facultatief />
        </Onderdeel>
        <Onderdeel titel="Beoordelen">
          <Tekstveld
            {...veld('criteria')}
            label="Waaraan wordt getoetst?"
            regels={6}
            hulp="Op elke regel een criterium. Wat u niet wijzigt, houdt zijn bron."
          />
        </Onderdeel>
        <Onderdeel titel="Termijnen" conclusie="Een termijn die u niet wijzigt, houdt haar bron.">
          {formuliertermijnen.map((wat) => {
            const { naam, startgebeurtenis } = looptijdVan(regels, wat)
            return (
              <Fragment key={wat}>
                <Tekstveld
                  {...veld(`termijnen.${wat}.lengte`)}
                  label={`${naam}: hoe lang?`}
                  breedte="kort"
                  cijfers
                  hulp={`Telt vanaf ${startgebeurtenis}`}
                />
                <Keuze
                  {...veld(`termijnen.${wat}.eenheid`)}
                  label={`${naam}: eenheid`}
                  opties={termijneenheden.map((een) => ({ waarde: een, label: een }))}
                />
              </Fragment>
            )
          })}
        </Onderdeel>
        <Onderdeel titel="Vastleggen">
          <Datumveld {...veld('geldigVanaf')} label="Geldt vanaf" hulp="Bijvoorbeeld 1-1-2027" />
          <Tekstveld {...veld('bron')} label="Waar is dit besloten?" />
          <Tekstveld {...veld('reden')} label="Reden" regels={3} />
        </Onderdeel>
      </Form>
    </Pagina>
  )
}
