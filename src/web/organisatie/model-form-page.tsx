import {
  modelsoorten,
  zoekModel,
  type Modelsoort,
  type Organisatieregels,
} from '../../domain/plan/organisatie/regels.ts'
import { kiesModel, type Modelversie } from '../../domain/plan/organisatie/model.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { kruimels } from './kader.tsx'
import type { Waarden } from './velden.ts'
import { modelnamen } from './woorden.ts'

type Gemeenten = { code: string; naam: string }[]

type Basis = { raam: Raam; vandaag: Temporal.PlainDate; waarden?: Waarden; fouten?: Veldfout[] }

type Props = Basis & { soort: Modelsoort; regels: Organisatieregels; gemeenten: Gemeenten; modellen: Modelversie[] }

/** Choosing a model, with what is known against each of them beside it. */
export function ModelFormPage({ raam, vandaag, soort, regels, gemeenten, modellen, waarden = {}, fouten = [] }: Props) {
  const nu = kiesModel(modellen, soort, vandaag)
  const veld = maakVeld(waarden, fouten)
  const keuzes = soort === 'positionering' ? regels.positionering : regels.functiemodellen
  const regionaal = regels.aanpak !== null
  return (
    <Pagina
      raam={raam}
      kruimels={kruimels('model')}
      titel={`${modelnamen[soort]} vastleggen`}
      lead={
        soort === 'positionering'
          ? 'Waar contractmanagement is belegd. Een nieuw model verandert niets aan wat eerder gold.'
          : 'Hoe inhoud, contract en beheer over functies zijn verdeeld. De rollen die erbij horen, worden voortaan aangeboden; wie al rollen heeft, houdt ze.'
      }
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.organisatiemodel(soort)}
        csrf={raam.csrf}
        knop="Model vastleggen"
        terug={{ label: 'Terug', href: routes.organisatie('model') }}
      >
        <Keuze
          {...veld('model', nu?.model)}
          label="Model"
          soort="rondjes"
          opties={keuzes
            .filter((model) => !regionaal || !('regionaal' in model) || model.regionaal)
            .map((model) => ({
              waarde: model.code,
              label: model.naam,
              hulp: `${'omschrijving' in model ? `${model.omschrijving} ` : ''}Let op: ${model.nadelen.map(({ tekst }) => tekst.charAt(0).toLowerCase() + tekst.slice(1).replace(/\.$/, '')).join('; ')}.`,
            }))}
        />
        {soort === 'positionering' && (
          <>
            <Keuze
              {...veld('centrumgemeente', nu?.centrumgemeente ?? '')}
              label="Centrumgemeente"
              facultatief
              leeg="Geen centrumgemeente"
              hulp="Alleen bij uitvoering via een centrumgemeente."
              opties={gemeenten.map(({ code, naam }) => ({ waarde: code, label: naam }))}
            />
            <Tekstveld
              {...veld('uitvoerder', nu?.uitvoerder ?? '')}
              label="Gezamenlijke organisatie"
              facultatief
              hulp="Alleen bij uitvoering via een gezamenlijke organisatie: haar naam."
            />
          </>
        )}
        <Datumveld {...veld('geldigVanaf', `${vandaag.day}-${vandaag.month}-${vandaag.year}`)} label="Geldt vanaf" />
        <Tekstveld
          {...veld('besluit')}
          label="Besluit"
          hulp="Waar dit is besloten, bijvoorbeeld een collegebesluit met zijn datum."
        />
        <Tekstveld {...veld('reden')} label="Waarom dit model" regels={4} />
      </Formulier>
    </Pagina>
  )
}

type MaatregelProps = Basis & {
  regels: Organisatieregels
  modellen: Modelversie[]
  collegas: { id: string; naam: string; functie: string }[]
}

/** A measure against a disadvantage of a model: a known one or one of our own (ORG-08). */
export function MaatregelFormPage({
  raam,
  vandaag,
  regels,
  modellen,
  collegas,
  waarden = {},
  fouten = [],
}: MaatregelProps) {
  const veld = maakVeld(waarden, fouten)
  const gekozen = modelsoorten.flatMap((soort) => {
    const versie = kiesModel(modellen, soort, vandaag)
    const model = versie && zoekModel(regels, soort, versie.model)
    return model ? [{ soort, model }] : []
  })
  return (
    <Pagina
      raam={raam}
      kruimels={kruimels('model')}
      titel="Maatregel vastleggen"
      lead="Wat er tegen een nadeel of risico wordt gedaan, door wie en wanneer. De laatste dag komt in de kalender van wie het doet."
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.organisatie('maatregelen/nieuw')}
        csrf={raam.csrf}
        knop="Maatregel vastleggen"
        terug={{ label: 'Terug', href: routes.organisatie('model') }}
      >
        <Keuze
          {...veld('soort', gekozen[0]?.soort)}
          label="Bij welk model"
          soort="rondjes"
          opties={gekozen.map(({ soort, model }) => ({ waarde: soort, label: `${modelnamen[soort]}: ${model.naam}` }))}
        />
        <Keuze
          {...veld('nadeelCode')}
          label="Bekend nadeel of risico"
          facultatief
          leeg="Een eigen nadeel"
          opties={gekozen.flatMap(({ soort, model }) =>
            model.nadelen.map(({ code, tekst }) => ({ waarde: code, label: `${modelnamen[soort]}: ${tekst}` })),
          )}
        />
        <Tekstveld
          {...veld('nadeel')}
          label="Eigen nadeel of risico"
          facultatief
          hulp="Alleen als het niet in de lijst hierboven staat."
          regels={2}
        />
        <Tekstveld {...veld('maatregel')} label="Maatregel" regels={3} />
        <Keuze
          {...veld('eigenaarId')}
          label="Wie doet dit"
          leeg="Kies een collega"
          opties={collegas.map(({ id, naam, functie }) => ({
            waarde: id,
            label: [naam, functie].filter(Boolean).join(', '),
          }))}
        />
        <Datumveld {...veld('uiterlijk')} label="Uiterlijk" />
      </Formulier>
    </Pagina>
  )
}

/** Name, value and fault of a field; `nu` is what it holds before anybody typed. */
export function maakVeld(waarden: Waarden, fouten: readonly Veldfout[]) {
  return (naam: string, nu?: string) => ({
    naam,
    waarde: waarden[naam] ?? nu,
    fout: fouten.find((een) => een.veld === naam)?.melding,
  })
}
