import { verplichteDelen } from '../../../domain/act/brief/controleer-sjabloon.ts'
import { eigenDelen, vasteWoorden, type Sjabloon } from '../../../domain/act/brief/sjabloon.ts'
import { routes } from '../../routes.ts'
import { Gegevens } from '../../ui/gegevens.tsx'
import { aantal, hoofdletter, opsomming } from '../../ui/notatie.ts'
import { Onderdeel } from '../../ui/onderdeel.tsx'
import { Tabel } from '../../ui/tabel.tsx'

/** What the letters refer to: when a kind of document is sent, and what a task is called. */
export type Briefnamen = { aanleiding: ReadonlyMap<string, string>; taken: ReadonlyMap<string, string> }

const INVULLEN = { tekst: 'tekst', datum: 'datum', termijn: 'wordt berekend' } as const

/** Part "briefsjablonen": every letter with its occasion, what it must say, its fields and its text. */
export function BriefsjablonenDeel({ sjablonen, namen }: { sjablonen: Sjabloon[]; namen: Briefnamen }) {
  return (
    <>
      <p>
        {hoofdletter(aantal(sjablonen.length, 'brief', 'brieven'))}. Wat tussen haken staat, vult Overlap of de
        schrijver in.
      </p>
      {sjablonen.map((sjabloon) => (
        <Brief key={sjabloon.code} sjabloon={sjabloon} namen={namen} />
      ))}
    </>
  )
}

function Brief({ sjabloon, namen }: { sjabloon: Sjabloon; namen: Briefnamen }) {
  const { code, naam, soort, wijze, aangetekend, taak, velden } = sjabloon
  const moet = verplichteDelen(soort)
  return (
    <Onderdeel niveau={3} titel={<a href={routes.briefsjabloon(code)}>{naam}</a>}>
      <Gegevens
        rijen={[
          { naam: 'Aanleiding', waarde: namen.aanleiding.get(soort) ?? 'als dat nodig is' },
          {
            naam: 'Gaat uit',
            waarde: aangetekend ? 'aangetekend per post' : wijze === 'mail' ? 'per e-mail' : 'per post',
          },
          {
            naam: 'Goedkeuring',
            waarde: taak === null ? 'niet nodig' : (namen.taken.get(taak) ?? 'nog niet verdeeld'),
          },
          { naam: 'Noemt altijd', waarde: moet.length === 0 ? 'geen vaste delen' : opsomming(moet) },
        ]}
      />
      {velden.length > 0 && (
        <Tabel
          bijschrift={`Velden van ${naam}`}
          klikbaar={false}
          rijen={velden}
          sleutel={(veld) => veld.code}
          kolommen={[
            { naam: 'naam', kop: 'Veld', cel: (veld) => veld.naam },
            { naam: 'hulp', kop: 'Uitleg erbij', telefoon: 'breed', cel: (veld) => veld.hulp ?? '–' },
            { naam: 'soort', kop: 'Soort', cel: (veld) => INVULLEN[veld.soort] },
            { naam: 'verplicht', kop: 'Invullen', cel: (veld) => (veld.verplicht ? 'verplicht' : 'niet verplicht') },
          ]}
        />
      )}
      <article className="ov-brief" aria-label={`Tekst van ${naam}`}>
        {sjabloon.alineas.map((alinea, i) => (
          <Alinea key={i} tekst={alinea} sjabloon={sjabloon} />
        ))}
      </article>
    </Onderdeel>
  )
}

/** A paragraph as it will look: a first line with "## " as a heading, words to fill in between brackets. */
function Alinea({ tekst, sjabloon }: { tekst: string; sjabloon: Sjabloon }) {
  const [eerste = '', ...overige] = tekst.split('\n')
  const kop = eerste.startsWith('## ') ? eerste.slice(3) : undefined
  const rest = kop === undefined ? tekst : overige.join('\n')
  return (
    <>
      {kop !== undefined && <h4>{kop}</h4>}
      {rest !== '' && (
        <p className="ov-tekst">
          {rest
            .split(/\{([^{}]+)\}/)
            .map((stuk, i) => (i % 2 === 0 ? stuk : <b key={i}>[{woordnaam(stuk, sjabloon)}]</b>))}
        </p>
      )}
    </>
  )
}

function woordnaam(woord: string, { velden }: Sjabloon): string {
  const vast: Record<string, string> = { ...vasteWoorden, ...eigenDelen }
  return velden.find(({ code }) => code === woord)?.naam ?? vast[woord] ?? woord
}
