import { FieldSet } from '@amsterdam/design-system-react'
import type { Missie, Missiedeel } from '../../domain/plan/organisatie/missie.ts'
import type { Taakgebiedjaar } from '../../domain/plan/organisatie/schrijf-taakgebied.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { aantal, datum, getal, moment, vanTotaal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Fout } from '../ui/veld.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { kruimels, OrganisatieKader } from './kader.tsx'
import { maakVeld } from './model-form-page.tsx'
import { DELEN, type Waarden } from './velden.ts'

type Props = {
  raam: Raam
  ctx: Context
  missie: Missie & { versie: { versie: number; geldigVanaf: Temporal.PlainDate; bron: string } }
  jaar: number
  jaren: Taakgebiedjaar[]
  gedaan?: string | undefined
}

/** The roles the region stands for, and its task areas with what was planned and reported in a year (ORG-14, ORG-15). */
export function MissiePage({ raam, ctx, missie, jaar, jaren, gedaan }: Props) {
  const { missierollen, taakgebieden, bronnen, versie } = missie
  // what has a plan of this year but is no task area any more stays to be read
  const oud = jaren
    .filter((een) => !taakgebieden.some(({ code }) => code === een.taakgebied))
    .map(({ taakgebied }) => ({ code: taakgebied, naam: taakgebied, omschrijving: 'Nu geen taakgebied meer.' }))
  const gepland = taakgebieden.filter(({ code }) => jaren.some((een) => een.taakgebied === code)).length
  const uren = jaren.reduce((som, een) => som + (een.uren ?? 0), 0)
  return (
    <OrganisatieKader
      raam={raam}
      deel="missie"
      gedaan={gedaan}
      acties={
        mag(ctx.actor, 'inrichting:wijzigen') && (
          <a href={routes.organisatie('missie/wijzigen')}>Rollen en taakgebieden wijzigen</a>
        )
      }
      lead={
        <>
          <b>
            {vanTotaal(gepland, taakgebieden.length)} taakgebieden hebben een plan voor {String(jaar)}
          </b>
          {uren > 0 && `, samen ${aantal(uren, 'uur', 'uur')}`}.
        </>
      }
    >
      <Onderdeel titel="Rollen van de regio">
        <Tabel
          bijschrift="Waar de regio voor staat"
          klikbaar={false}
          smal
          rijen={missierollen}
          sleutel={({ code }) => code}
          kolommen={[
            { naam: 'naam', kop: 'Rol', cel: ({ naam }) => naam },
            {
              naam: 'wat',
              kop: 'Wat zij inhoudt',
              telefoon: 'breed',
              cel: ({ omschrijving }) => omschrijving || <span className="ov-stil">–</span>,
            },
          ]}
        />
      </Onderdeel>
      <Onderdeel
        titel={`Taakgebieden in ${String(jaar)}`}
        noot={
          <>
            <a href={routes.organisatie('missie', { jaar: jaar - 1 })}>{String(jaar - 1)}</a> ·{' '}
            <a href={routes.organisatie('missie', { jaar: jaar + 1 })}>{String(jaar + 1)}</a>
          </>
        }
      >
        <Tabel
          bijschrift={`Wat de regio in ${String(jaar)} doet, en wat ervan kwam`}
          rijen={[...taakgebieden, ...oud]}
          sleutel={({ code }) => code}
          kolommen={[
            {
              naam: 'naam',
              kop: 'Taakgebied',
              cel: ({ code, naam, omschrijving }) => (
                <>
                  <a href={routes.taakgebied(code, jaar)}>{naam}</a>
                  {omschrijving && <span className="ov-klein"> {omschrijving}</span>}
                </>
              ),
            },
            {
              naam: 'plan',
              kop: 'Plan',
              telefoon: 'breed',
              cel: ({ code }) =>
                jaren.find((een) => een.taakgebied === code)?.plan ?? (
                  <Oordeel oordeel="niet aangeleverd" tekst="nog geen plan" />
                ),
            },
            {
              naam: 'uren',
              kop: 'Uren',
              rechts: true,
              cel: ({ code }) => {
                const uren = jaren.find((een) => een.taakgebied === code)?.uren
                return uren === null || uren === undefined ? <span className="ov-stil">–</span> : getal(uren)
              },
            },
            {
              naam: 'verslag',
              kop: 'Verslag',
              telefoon: 'breed',
              cel: ({ code }) =>
                jaren.find((een) => een.taakgebied === code)?.verslag || <span className="ov-stil">nog niet</span>,
            },
          ]}
        />
        <Waarom
          bij="missie en taakgebieden"
          regel="De regio legt vast waar zij voor staat en in welke taakgebieden zij werkt; per jaar staat erbij wat zij van plan is en wat ervan kwam."
          bron={bronnen.map(({ document, paragraaf, tekst }) => (
            <p key={tekst}>
              {document}, {paragraaf}. {tekst}
            </p>
          ))}
          versie={`Deel missie van de regelset, versie ${String(versie.versie)}, vanaf ${datum(versie.geldigVanaf)}. ${versie.bron}`}
        />
      </Onderdeel>
    </OrganisatieKader>
  )
}

type FormProps = { raam: Raam; ctx: Context; missie: Missie; waarden?: Waarden; fouten?: Veldfout[] }

const groepen = {
  missierollen: { titel: 'Rollen van de regio', een: 'Rol' },
  taakgebieden: { titel: 'Taakgebieden', een: 'Taakgebied' },
} as const

/** The parts as lines: a name with what it holds; an empty line is left out. */
export function MissieFormPage({ raam, ctx, missie, waarden, fouten = [] }: FormProps) {
  const vul = (deel: Missiedeel | undefined, groep: string, i: number, veld: keyof Missiedeel) =>
    waarden ? (waarden[`${groep}-${veld}-${String(i)}`] ?? '') : (deel?.[veld] ?? '')
  const { geldigVanaf, bron, reden } = {
    geldigVanaf: `${ctx.today.day}-${ctx.today.month}-${ctx.today.year}`,
    bron: '',
    reden: '',
    ...waarden,
  }
  const veld = maakVeld({ geldigVanaf, bron, reden }, fouten)
  return (
    <Pagina
      raam={raam}
      kruimels={kruimels('missie')}
      titel="Rollen en taakgebieden wijzigen"
      lead="Dit maakt een nieuwe versie. Wat eerder gold, blijft te lezen; een plan van een jaar blijft bij zijn taakgebied."
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.organisatie('missie/wijzigen')}
        csrf={raam.csrf}
        knop="Nieuwe versie vastleggen"
        terug={{ label: 'Terug', href: routes.organisatie('missie') }}
      >
        {(['missierollen', 'taakgebieden'] as const).map((groep) => (
          <FieldSet key={groep} legend={groepen[groep].titel} id={`veld-${groep}`} tabIndex={-1} className="ov-missie">
            <p className="ov-hulp">Laat een regel leeg om haar weg te laten.</p>
            {fouten
              .filter((een) => een.veld === groep)
              .map(({ melding }) => (
                <Fout key={melding} naam={groep} fout={melding} />
              ))}
            {Array.from({ length: Math.min(DELEN, missie[groep].length + 2) }, (_, i) => (
              <div key={i}>
                <input
                  type="hidden"
                  name={`${groep}-code-${String(i)}`}
                  value={vul(missie[groep][i], groep, i, 'code')}
                />
                <Tekstveld
                  naam={`${groep}-naam-${String(i)}`}
                  label={`${groepen[groep].een} ${String(i + 1)}`}
                  waarde={vul(missie[groep][i], groep, i, 'naam')}
                />
                <Tekstveld
                  naam={`${groep}-omschrijving-${String(i)}`}
                  label={`Wat ${groepen[groep].een.toLowerCase()} ${String(i + 1)} inhoudt`}
                  waarde={vul(missie[groep][i], groep, i, 'omschrijving')}
                />
              </div>
            ))}
          </FieldSet>
        ))}
        <Datumveld {...veld('geldigVanaf')} label="Geldt vanaf" />
        <Tekstveld {...veld('bron')} label="Waar is dit besloten?" />
        <Tekstveld {...veld('reden')} label="Reden" regels={3} />
      </Formulier>
    </Pagina>
  )
}

type TaakgebiedProps = {
  raam: Raam
  ctx: Context
  taakgebied: Missiedeel
  jaar: number
  nu: Taakgebiedjaar | undefined
  waarden?: Waarden
  fouten?: Veldfout[]
}

/** What the region plans in a task area in a year, and what it reports about it (ORG-15). */
export function TaakgebiedPage({ raam, ctx, taakgebied, jaar, nu, waarden = {}, fouten = [] }: TaakgebiedProps) {
  const veld = maakVeld(waarden, fouten)
  return (
    <Pagina
      raam={raam}
      kruimels={kruimels('missie')}
      titel={`${taakgebied.naam} in ${String(jaar)}`}
      lead={taakgebied.omschrijving || 'Wat de regio in dit jaar van plan is, en wat ervan kwam.'}
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      {mag(ctx.actor, 'organisatie:bijhouden') ? (
        <Formulier
          actie={routes.taakgebied(taakgebied.code, jaar)}
          csrf={raam.csrf}
          knop="Vastleggen"
          terug={{ label: 'Terug', href: routes.organisatie('missie', { jaar }) }}
          verborgen={{ versie: String(nu?.versie ?? 0) }}
        >
          <Tekstveld {...veld('plan', nu?.plan)} label="Plan" regels={5} />
          <Tekstveld
            {...veld('uren', nu?.uren === null || nu === undefined ? '' : getal(nu.uren))}
            label="Uren"
            facultatief
            breedte="kort"
            cijfers
            achter="uur"
          />
          <Tekstveld
            {...veld('verslag', nu?.verslag)}
            label="Verslag"
            facultatief
            hulp="Wat er van het plan kwam."
            regels={5}
          />
        </Formulier>
      ) : (
        <>
          <Onderdeel titel="Plan">
            <p className="ov-tekst">{nu?.plan ?? 'Nog geen plan.'}</p>
          </Onderdeel>
          <Onderdeel titel="Verslag">
            <p className="ov-tekst">{nu?.verslag || 'Nog geen verslag.'}</p>
          </Onderdeel>
        </>
      )}
      {nu && (
        <p className="ov-klein">
          Bijgewerkt door {nu.gewijzigdDoor}, {moment(nu.gewijzigdOp)}
        </p>
      )}
    </Pagina>
  )
}
