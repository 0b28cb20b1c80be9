import { actiestanden } from '../../domain/act/gesprek/actiestand.ts'
import type { Actie } from '../../domain/act/gesprek/list-acties.ts'
import type { Rapportagedeel } from '../../domain/act/gesprek/list-rapportage.ts'
import type { Besluit, Verslagtekst } from '../../domain/act/gesprek/list-verslag.ts'
import { smartTips } from '../../domain/act/gesprek/smart.ts'
import { rollen, type Rol } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop, KnopFormulier } from '../ui/knop.tsx'
import { Kolommen } from '../ui/kolommen.tsx'
import { Melding } from '../ui/melding.tsx'
import { datum, momentKort } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Verborgen } from '../ui/verborgen.tsx'
import { Vouw } from '../ui/vouw.tsx'
import type { Genummerd, Kader } from './lees-kader.ts'
import { Rapportagetekst } from './rapportage-page.tsx'

export type Schrijfgegevens = {
  teksten: Verslagtekst[]
  besluiten: Besluit[]
  acties: Actie[]
  /** Open actions of earlier meetings with the same party. */
  eerdereActies: Actie[]
  rapportage: Rapportagedeel[]
  vorige: { id: string; datum: Temporal.PlainDate } | null
  collegas: { id: string; naam: string }[]
  maatregelen: { code: string; naam: string }[]
  /** The item somebody else saved meanwhile: what he typed is kept in the field. */
  botsing?: { puntId: string; tekst: string; melding: string } | undefined
  /** An action that was just written down: its tips show once. */
  nieuweActie?: string | undefined
}

type Props = Schrijfgegevens & { kader: Kader; waarden: Record<string, string>; fouten: Veldfout[] }

/** Minutes while people talk: every item, decision and action saved by itself. */
export function VerslagSchrijven(props: Props) {
  const { kader, teksten } = props
  const { punten, gesprek } = kader
  const heeftOnder = new Set(punten.map(({ onderId }) => onderId))
  const perPunt = new Map(teksten.map((een) => [een.agendapuntId, een]))
  return (
    <Kolommen
      zijLabel="Besluiten en acties"
      zij={
        <>
          <Besluiten {...props} />
          <Acties {...props} />
        </>
      }
    >
      <Onderdeel
        titel="Bespreken"
        conclusie="Elk punt bewaart u apart; werkt een collega aan hetzelfde punt, dan gaat niets verloren."
      >
        {punten.map((punt) => (
          <Punt
            key={punt.id}
            {...props}
            punt={punt}
            tekst={perPunt.get(punt.id)}
            schrijfbaar={!heeftOnder.has(punt.id) || perPunt.has(punt.id)}
          />
        ))}
      </Onderdeel>
      {gesprek.gehoudenOp === null && (
        <p className="ov-klein">Leg na het gesprek vast wie erbij was; daarna kunt u het verslag delen.</p>
      )}
    </Kolommen>
  )
}

function Punt({
  kader,
  punt,
  tekst,
  schrijfbaar,
  botsing,
  ...rest
}: Props & { punt: Genummerd; tekst: Verslagtekst | undefined; schrijfbaar: boolean }) {
  const { raam, gesprek, regels } = kader
  const botst = botsing?.puntId === punt.id ? botsing : undefined
  const veld = `tekst-${punt.id}`
  return (
    <section className={`ov-verslagpunt ov-verslagpunt-${String(Math.min(punt.diepte, 3))}`} id={`punt-${punt.id}`}>
      <h3>
        <span className="ov-agenda-nr">{punt.nummer}</span> {punt.titel}
      </h3>
      {punt.toelichting !== '' && <p className="ov-klein">{punt.toelichting}</p>}
      {punt.bron === 'kpi' && regels.regels.duiding.length > 0 && (
        <p className="ov-klein">{regels.regels.duiding.join(' ')}</p>
      )}
      <Vulling kader={kader} punt={punt} {...rest} />
      {botst && (
        <Melding soort="fout" titel={botst.melding}>
          <span>Nu staat er:</span>
          <span className="ov-tekst">{tekst?.tekst ?? ''}</span>
        </Melding>
      )}
      {schrijfbaar && (
        <form method="post" action={routes.verslagpunt(gesprek.id, punt.id)} className="ov-verslagpunt-form">
          <Verborgen csrf={raam.csrf} velden={{ versie: String(tekst?.versie ?? 0) }} />
          <label className="ams-visually-hidden" htmlFor={`veld-${veld}`}>
            Verslag bij {punt.titel}
          </label>
          <textarea
            id={`veld-${veld}`}
            name={veld}
            rows={Math.min(8, Math.max(2, (botst?.tekst ?? tekst?.tekst ?? '').split('\n').length + 1))}
            className="ams-text-area"
            defaultValue={rest.waarden[veld] ?? botst?.tekst ?? tekst?.tekst ?? ''}
          />
          <div className="ov-verslagpunt-acties">
            <Knop soort="tweede" klein>
              Bewaren<span className="ams-visually-hidden">: {punt.titel}</span>
            </Knop>
            {gesprek.gedeeldOp === null && (
              <button
                type="submit"
                name="mee"
                value={punt.meenemenOp ? 'nee' : 'ja'}
                formAction={routes.agendapunt(gesprek.id, punt.id, 'meenemen')}
                className="ov-knop-tekst"
              >
                {punt.meenemenOp ? 'Gaat mee; toch niet' : 'Meenemen'}
                <span className="ams-visually-hidden"> naar het volgende gesprek: {punt.titel}</span>
              </button>
            )}
            {tekst && (
              <span className="ov-klein">
                {tekst.gewijzigdDoor}, {momentKort(tekst.gewijzigdOp)}
              </span>
            )}
          </div>
        </form>
      )}
    </section>
  )
}

/** What an item is filled with by itself: earlier minutes, open actions, the report. */
function Vulling({
  kader,
  punt,
  eerdereActies,
  rapportage,
  vorige,
}: Pick<Props, 'kader' | 'eerdereActies' | 'rapportage' | 'vorige'> & { punt: Genummerd }) {
  return (
    <>
      {punt.vult.includes('vorig verslag') && vorige && (
        <p>
          <a href={routes.gesprek(vorige.id, 'verslag')}>Verslag van {datum(vorige.datum)}</a>
        </p>
      )}
      {punt.vult.includes('acties') && eerdereActies.length > 0 && (
        <ul className="ov-lijst">
          {eerdereActies.map(({ id, tekst, eigenaar, einddatum, stand }) => (
            <li key={id}>
              <a href={routes.actie(id)}>{tekst}</a>{' '}
              <span className="ov-klein">
                {eigenaar}, {datum(einddatum)}, {actiestanden[stand].toLowerCase()}
              </span>
            </li>
          ))}
        </ul>
      )}
      {punt.vult.includes('rapportage') && rapportage.length > 0 && (
        <Vouw titel="Rapportage van de aanbieder">
          <Rapportagetekst regels={kader.regels} delen={rapportage} />
        </Vouw>
      )}
    </>
  )
}

const puntopties = (punten: Genummerd[]) =>
  punten.map(({ id, nummer, titel }) => ({ waarde: id, label: `${nummer} ${titel}` }))

function Besluiten({ kader, besluiten, maatregelen, waarden, fouten }: Props) {
  const { raam, gesprek, punten } = kader
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  return (
    <Onderdeel titel="Besluiten" id="besluiten" conclusie="Wat is besloten, en met welk mandaat.">
      {besluiten.length > 0 && (
        <ul className="ov-lijst">
          {besluiten.map(({ id, tekst, taak, beslotenAls, grond }) => (
            <li key={id}>
              {tekst}
              {taak !== null && (
                <span className="ov-klein">
                  {' '}
                  {maatregelen.find(({ code }) => code === taak)?.naam ?? taak}, als{' '}
                  {Object.hasOwn(rollen, beslotenAls ?? '') ? rollen[beslotenAls as Rol].toLowerCase() : beslotenAls}:{' '}
                  {grond}
                </span>
              )}
              <KnopFormulier soort="tekst" actie={routes.besluitWeghalen(gesprek.id, id)} csrf={raam.csrf}>
                Weghalen<span className="ams-visually-hidden">: {tekst}</span>
              </KnopFormulier>
            </li>
          ))}
        </ul>
      )}
      <Vouw titel="Besluit toevoegen" open={fouten.some(({ veld }) => veld.startsWith('besluit-'))}>
        <Formulier
          actie={routes.gesprek(gesprek.id, 'verslag/besluiten')}
          csrf={raam.csrf}
          knop="Besluit vastleggen"
          soort="tweede"
        >
          <Tekstveld
            naam="besluit-tekst"
            label="Wat is besloten?"
            regels={2}
            waarde={waarden['besluit-tekst']}
            fout={fout('besluit-tekst')}
          />
          <Keuze
            naam="besluit-agendapuntId"
            label="Bij punt"
            facultatief
            leeg="Geen"
            opties={puntopties(punten)}
            waarde={waarden['besluit-agendapuntId']}
          />
          <Keuze
            naam="besluit-taak"
            label="Maatregel"
            facultatief
            leeg="Geen maatregel"
            hulp="Over een maatregel besluit alleen wie daar mandaat voor heeft."
            opties={maatregelen.map(({ code, naam }) => ({ waarde: code, label: naam }))}
            waarde={waarden['besluit-taak']}
            fout={fout('besluit-taak')}
          />
        </Formulier>
      </Vouw>
    </Onderdeel>
  )
}

function Acties({ kader, acties, collegas, waarden, fouten, nieuweActie }: Props) {
  const { raam, ctx, gesprek, punten } = kader
  const nieuw = acties.find(({ id }) => id === nieuweActie)
  const tips = nieuw ? smartTips(nieuw, ctx.today) : []
  return (
    <Onderdeel titel="Acties" id="acties" conclusie="Wat, wie en wanneer.">
      {tips.length > 0 && nieuw && (
        <Melding titel="Kan het scherper?">
          {tips.join(' ')} <a href={routes.actie(nieuw.id, 'wijzigen')}>Actie wijzigen</a>
        </Melding>
      )}
      {acties.length > 0 && (
        <ul className="ov-lijst">
          {acties.map(({ id, tekst, eigenaar, einddatum, stand }) => (
            <li key={id}>
              <a href={routes.actie(id)}>{tekst}</a>
              <div className="ov-klein">
                {eigenaar}, {datum(einddatum)}
                {stand !== 'open' && `, ${actiestanden[stand].toLowerCase()}`}
              </div>
            </li>
          ))}
        </ul>
      )}
      <Vouw titel="Actie toevoegen" open={acties.length === 0 || fouten.some(({ veld }) => veld.startsWith('actie-'))}>
        <Formulier
          actie={routes.gesprek(gesprek.id, 'verslag/acties')}
          csrf={raam.csrf}
          knop="Actie vastleggen"
          soort="tweede"
        >
          <Actievelden
            {...{ waarden, fouten, collegas }}
            punten={puntopties(punten)}
            metAanbieder={gesprek.aanbiederId !== null}
          />
        </Formulier>
      </Vouw>
    </Onderdeel>
  )
}

type Veldprops = {
  waarden: Record<string, string>
  fouten: Veldfout[]
  collegas: { id: string; naam: string }[]
  punten: { waarde: string; label: string }[]
  metAanbieder: boolean
}

/** What, who and when; also for changing an action. */
export function Actievelden({ waarden, fouten, collegas, punten, metAanbieder }: Veldprops) {
  const veld = (naam: string) => ({
    naam: `actie-${naam}`,
    waarde: waarden[`actie-${naam}`],
    fout: fouten.find((een) => een.veld === `actie-${naam}`)?.melding,
  })
  return (
    <>
      <Tekstveld
        {...veld('tekst')}
        label="Wat gebeurt er?"
        hulp="Een werkwoord en een resultaat: stuurt de lijst van wachtenden per product."
      />
      {metAanbieder && (
        <Keuze
          {...veld('kant')}
          label="Wie doet het?"
          soort="rondjes"
          opties={[
            { waarde: 'aanbieder', label: 'De aanbieder' },
            { waarde: 'regio', label: 'Een collega' },
          ]}
        />
      )}
      {metAanbieder && <Tekstveld {...veld('eigenaar')} label="Wie van de aanbieder" facultatief breedte="half" />}
      <Keuze
        {...veld('eigenaarId')}
        label="Welke collega"
        facultatief={metAanbieder}
        leeg="Kies een collega"
        opties={collegas.map(({ id, naam }) => ({ waarde: id, label: naam }))}
      />
      <Datumveld {...veld('einddatum')} label="Klaar op" />
      <Keuze {...veld('agendapuntId')} label="Bij punt" facultatief leeg="Geen" opties={punten} />
      <Keuze
        {...veld('niveau')}
        label="Niveau"
        facultatief
        leeg="Geen"
        opties={['strategisch', 'tactisch', 'operationeel'].map((waarde) => ({ waarde, label: waarde }))}
      />
    </>
  )
}
