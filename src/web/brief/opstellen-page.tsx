import type { Sjabloon } from '../../domain/act/brief/sjabloon.ts'
import type { Normwijzigingsversie } from '../../domain/check/kpi/list-mededelingen.ts'
import type { Gemeente } from '../../domain/plan/inrichting/queries.ts'
import { waardeTekst } from '../kpi/uitkomst-tekst.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { datum } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'

type Aanbieder = { id: string; naam: string } | null
type Kiesprops = { raam: Raam; sjablonen: readonly Sjabloon[]; aanbieder: Aanbieder }

const kruimels = [{ label: 'Brieven', href: routes.brieven() }]
const hoe = ({ wijze, aangetekend, taak }: Sjabloon) =>
  [
    wijze === 'mail' ? 'per e-mail, met de brief als PDF' : aangetekend ? 'aangetekend per post' : 'per post',
    taak === null ? '' : 'na goedkeuring',
  ]
    .filter(Boolean)
    .join(', ')

/** Choosing what to write. */
export function SjabloonKiezenPage({ raam, sjablonen, aanbieder }: Kiesprops) {
  return (
    <Pagina
      raam={raam}
      kruimels={kruimels}
      titel="Brief schrijven"
      lead={aanbieder ? `Kies welke brief u aan ${aanbieder.naam} schrijft.` : 'Kies welke brief u schrijft.'}
    >
      {sjablonen.length === 0 ? (
        <LegeStaat titel="Deze regio heeft nog geen sjablonen">De functioneel beheerder legt ze vast.</LegeStaat>
      ) : (
        <ul className="ov-lijst">
          {sjablonen.map((sjabloon) => (
            <li key={sjabloon.code}>
              <a href={routes.briefOpstellen({ sjabloon: sjabloon.code, aanbieder: aanbieder?.id })}>{sjabloon.naam}</a>
              <div className="ov-klein">Gaat {hoe(sjabloon)}.</div>
            </li>
          ))}
        </ul>
      )}
    </Pagina>
  )
}

export type Waarden = Record<string, string | string[] | undefined>
type Props = {
  raam: Raam
  sjabloon: Sjabloon
  aanbieder: Aanbieder
  gemeenten: Gemeente[]
  categorieen: { code: string; naam: string }[]
  /** Changed norms that this letter can tell (LIF-15) */
  normen: readonly Normwijzigingsversie[]
  waarden?: Waarden
  fouten?: Veldfout[]
}

/** What the letter says, in whose name, and to whom. */
export function BriefOpstellenPage({
  raam,
  sjabloon,
  aanbieder,
  gemeenten,
  categorieen,
  normen,
  waarden = {},
  fouten = [],
}: Props) {
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const waarde = (veld: string) => [waarden[veld]].flat()[0]
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={kruimels}
      titel={sjabloon.naam}
      lead={
        <>
          Er gaat <b>nog niets uit</b>: u ziet eerst elke brief. De brief gaat {hoe(sjabloon)}. Noem geen cliënten.
        </>
      }
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.briefOpstellen({ sjabloon: sjabloon.code, aanbieder: aanbieder?.id })}
        csrf={raam.csrf}
        knop="Concept maken"
        terug={{ label: 'Andere brief kiezen', href: routes.briefOpstellen({ aanbieder: aanbieder?.id }) }}
      >
        <Tekstveld
          naam="onderwerp"
          label="Onderwerp"
          waarde={waarde('onderwerp') ?? sjabloon.naam}
          fout={fout('onderwerp')}
        />
        {sjabloon.velden.map((veld) =>
          veld.soort === 'termijn' ? null : veld.soort === 'datum' ? (
            <Datumveld
              key={veld.code}
              naam={`veld-${veld.code}`}
              label={veld.naam}
              facultatief={!veld.verplicht}
              {...(veld.hulp !== undefined && { hulp: veld.hulp })}
              waarde={waarde(`veld-${veld.code}`)}
              fout={fout(veld.code) ?? fout(`veld-${veld.code}`)}
            />
          ) : (
            <Tekstveld
              key={veld.code}
              naam={`veld-${veld.code}`}
              label={veld.naam}
              facultatief={!veld.verplicht}
              {...(veld.hulp !== undefined && { hulp: veld.hulp })}
              {...(veld.code === 'jaar' ? { breedte: 'kort' as const } : { regels: 5 })}
              waarde={waarde(`veld-${veld.code}`)}
              fout={fout(veld.code) ?? fout(`veld-${veld.code}`)}
            />
          ),
        )}
        {normen.length > 0 && (
          <Keuze
            naam="normen"
            label="Welke norm verandert?"
            hulp="Wie de brief ontvangt, weet dan van deze norm; dat wordt bij de norm vastgelegd."
            soort="vinkjes"
            facultatief
            opties={normen.map(({ nieuw }) => ({
              waarde: nieuw.id,
              label: `${nieuw.naam}: ${waardeTekst(nieuw.code, nieuw.norm)} vanaf ${datum(nieuw.geldigVanaf)}`,
            }))}
            waarde={waarden['normen']}
            fout={fout('normen')}
          />
        )}
        <Keuze
          naam="afzender"
          label="Uit naam van"
          opties={[
            { waarde: '', label: raam.regio },
            ...gemeenten.map(({ code, naam }) => ({ waarde: code, label: `Gemeente ${naam}` })),
          ]}
          waarde={waarden['afzender']}
          fout={fout('afzender')}
        />
        {aanbieder ? (
          <p>
            Aan: <b>{aanbieder.naam}</b>
          </p>
        ) : (
          <Onderdeel
            titel="Aan wie"
            niveau={2}
            conclusie="Op de volgende pagina ziet u wie het zijn, en kunt u er weghalen."
          >
            <Keuze
              naam="wie"
              label="Aanbieders"
              opties={[
                { waarde: '', label: 'alle aanbieders' },
                { waarde: 'mij', label: 'mijn aanbieders' },
              ]}
              waarde={waarden['wie']}
              fout={fout('wie')}
            />
            <Keuze
              naam="categorie"
              label="Met een lopende overeenkomst voor"
              opties={[
                { waarde: '', label: 'elk product, of geen' },
                ...categorieen.map(({ code, naam }) => ({ waarde: code, label: `${code} ${naam}` })),
              ]}
              waarde={waarden['categorie']}
              fout={fout('categorie')}
            />
            <Keuze
              naam="gemeente"
              label="In"
              opties={[
                { waarde: '', label: 'elke gemeente' },
                ...gemeenten.map(({ code, naam }) => ({ waarde: code, label: naam })),
              ]}
              waarde={waarden['gemeente']}
              fout={fout('gemeente')}
            />
          </Onderdeel>
        )}
      </Formulier>
    </Pagina>
  )
}
