import type { ReactNode } from 'react'
import { datum, decimaal, hoofdletter, maandnaam, opsomming } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { veldnaam } from './namen.ts'

type Velden = Record<string, unknown>

/** The content of a regelset part, readable: names and values; things of one kind as a table, with their sources. */
export function Inhoud({ waarde, naam = 'inhoud' }: { waarde: unknown; naam?: string }): ReactNode {
  if (Array.isArray(waarde)) return <Lijst delen={waarde} naam={naam} />
  if (!isObject(waarde)) return enkel(waarde, naam)
  const velden = opVolgorde(waarde)
  const [enige] = velden
  // a part that is one list needs no name beside it
  if (naam === 'inhoud' && velden.length === 1 && enige && Array.isArray(enige[1])) {
    return <Inhoud waarde={enige[1]} naam={enige[0]} />
  }
  if (isTermijn(waarde)) return <Termijnen rijen={[waarde]} naam={naam} />
  if (naam === 'inhoud') return <Delen velden={velden} />
  if ('dag' in waarde && 'maand' in waarde && velden.length === 2) return vasteDag(waarde)
  if (isPlat(velden)) {
    return opsomming(velden.map(([veld, deel]) => `${veldnaam(veld).toLowerCase()}: ${enkel(deel)}`))
  }
  return <Regels velden={velden} />
}

/** What fits on a line first, as names with values; then every list of things under a heading of its own, over the whole width. */
function Delen({ velden }: { velden: [string, unknown][] }) {
  const lang = velden.filter(([, deel]) => isReeks(deel) || (isObject(deel) && !isPlat(opVolgorde(deel))))
  const kort = velden.filter((veld) => !lang.includes(veld))
  return (
    <>
      {kort.length > 0 && <Regels velden={kort} />}
      {lang.map(([veld, deel]) => (
        <Onderdeel key={veld} niveau={3} titel={veldnaam(veld)}>
          <Inhoud waarde={deel} naam={veld} />
        </Onderdeel>
      ))}
    </>
  )
}

function Regels({ velden }: { velden: [string, unknown][] }) {
  return (
    <dl className="ov-regels">
      {velden.map(([veld, deel]) => (
        <div key={veld}>
          <dt>{veldnaam(veld)}</dt>
          <dd>
            <Inhoud waarde={deel} naam={veld} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Lijst({ delen, naam }: { delen: unknown[]; naam: string }) {
  if (delen.length === 0) return <span className="ov-stil">geen</span>
  if (delen.every((deel) => isObject(deel) && opVolgorde(deel).every(([veld]) => veld === 'naam'))) {
    return <Lijst delen={delen.map((deel) => (deel as Velden)['naam'])} naam={naam} />
  }
  if (delen.every(isTermijn)) return <Termijnen rijen={delen} naam={naam} />
  if (delen.every(isObject)) return <Reeks rijen={delen} naam={naam} />
  const teksten = delen.map((deel) => enkel(deel))
  // sentences below each other, words after each other
  if (teksten.every((tekst) => tekst.length < 25)) return opsomming(teksten)
  return (
    <ul className="ov-regellijst">
      {teksten.map((tekst) => (
        <li key={tekst}>{tekst}</li>
      ))}
    </ul>
  )
}

/** Only words and numbers: a line of text. */
const isPlat = (velden: [string, unknown][]) => velden.every(([, deel]) => !isObject(deel) && !Array.isArray(deel))

/** Things with more than a name: a table of their own. */
const isReeks = (waarde: unknown) =>
  Array.isArray(waarde) && waarde.some((deel) => isObject(deel) && opVolgorde(deel).some(([veld]) => veld !== 'naam'))

// What only the program reads, and what stands in a column of its own.
const WEG = ['code', 'functie', 'bron', 'bronnen']

/** Things of one kind: a row each. */
function Reeks({ rijen: gegeven, naam }: { rijen: Velden[]; naam: string }) {
  const rijen = gegeven.map((rij) => ('lengte' in rij && 'eenheid' in rij ? metLooptijd(rij) : rij))
  // a column in which nothing stands says nothing
  const velden = [...new Set(rijen.flatMap((rij) => opVolgorde(rij).map(([veld]) => veld)))].filter((veld) =>
    rijen.some((rij) => !isLeeg(rij[veld])),
  )
  const eerst = velden.includes('naam') ? ['naam', ...velden.filter((veld) => veld !== 'naam')] : velden
  const kolommen: Kolom<Velden & { nummer: number }>[] = eerst.map((veld) => ({
    naam: veld,
    kop: veldnaam(veld),
    ...(veld !== 'naam' && { telefoon: 'breed' as const }),
    cel: (rij) =>
      veld === 'naam' ? (
        hoofdletter(enkel(rij[veld]))
      ) : isLeeg(rij[veld]) ? (
        '–'
      ) : (
        <Inhoud waarde={rij[veld]} naam={veld} />
      ),
  }))
  if (rijen.some((rij) => isObject(rij['bron']))) {
    kolommen.push({ naam: 'bron', kop: 'Bron', telefoon: 'breed', cel: ({ bron }) => <Bron bron={bron} /> })
  }
  return (
    <Tabel
      bijschrift={veldnaam(naam)}
      kolommen={kolommen}
      rijen={rijen.map((rij, nummer) => ({ ...rij, nummer }))}
      sleutel={({ nummer }) => String(nummer)}
      klikbaar={false}
      smal={kolommen.length < 4}
    />
  )
}

const ENKEL: Record<string, string> = {
  dagen: 'dag',
  weken: 'week',
  maanden: 'maand',
  werkdagen: 'werkdag',
}

/** A length and its unit are one thing to read. */
function metLooptijd({ lengte, eenheid, ...overig }: Velden): Velden {
  return { ...overig, lengte: looptijd({ lengte, eenheid }) }
}

/** "2 weken", "1 week". */
function looptijd({ lengte, eenheid }: Velden): string {
  const woord =
    eenheid === 'jaren' ? 'jaar' : lengte === 1 ? (ENKEL[String(eenheid)] ?? enkel(eenheid)) : enkel(eenheid)
  return `${enkel(lengte)}\u00a0${woord}`
}

/** Terms: how long, from when, and what a weekend does to them, in the words people use. */
export function Termijnen({ rijen, naam }: { rijen: Velden[]; naam: string }) {
  const tekst = (rij: Velden, veld: string) => enkel(rij[veld])
  return (
    <Tabel
      bijschrift={veldnaam(naam)}
      rijen={rijen}
      sleutel={(rij) => String(rij['code'])}
      klikbaar={false}
      kolommen={[
        { naam: 'naam', kop: 'Termijn', cel: (rij) => tekst(rij, 'naam') },
        {
          naam: 'lengte',
          kop: 'Hoe lang',
          telefoon: 'breed',
          cel: (rij) =>
            rij['eenheid'] === 'vaste datum'
              ? `uiterlijk ${vasteDag(rij)}`
              : `${looptijd(rij)} ${rij['richting'] === 'achteruit' ? 'ervoor' : 'erna'}`,
        },
        { naam: 'start', kop: 'Telt vanaf', telefoon: 'breed', cel: (rij) => tekst(rij, 'startgebeurtenis') },
        {
          naam: 'doorrollen',
          kop: 'Na een weekend of feestdag',
          telefoon: 'breed',
          cel: (rij) =>
            rij['doorrollen'] === 'volgende werkdag' ? 'schuift door naar de volgende werkdag' : 'schuift niet door',
        },
        { naam: 'bron', kop: 'Bron', telefoon: 'breed', cel: ({ bron }) => <Bron bron={bron} /> },
      ]}
    />
  )
}

function isTermijn(waarde: unknown): waarde is Velden {
  return isObject(waarde) && 'startgebeurtenis' in waarde && 'eenheid' in waarde
}

/** "1 april" of a day in every year. */
function vasteDag({ dag, maand }: Velden): string {
  return `${String(dag)}\u00a0${maandnaam(Number(maand))}`
}

export function Bron({ bron }: { bron: unknown }) {
  if (!isObject(bron)) return '–'
  const { document, paragraaf, tekst } = bron
  return (
    <small>
      {String(tekst)} {String(document)}, {String(paragraaf)}.
    </small>
  )
}

const isLeeg = (waarde: unknown) => waarde === null || waarde === undefined || waarde === ''

// "16.1" of the Selectielijst is a place in it, not a number
const KENMERK = new Set(['resultaat'])

function enkel(waarde: unknown, naam = ''): string {
  if (isLeeg(waarde)) return 'nog niet ingevuld'
  if (Array.isArray(waarde)) return opsomming(waarde.map((deel) => enkel(deel)))
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee'
  const tekst = typeof waarde === 'string' || typeof waarde === 'number' ? String(waarde) : JSON.stringify(waarde)
  if (tekst in WOORDEN) return WOORDEN[tekst]!
  if (/^\d{4}-\d{2}-\d{2}$/.test(tekst)) return datum(Temporal.PlainDate.from(tekst))
  if (/^-?\d+(\.\d+)?$/.test(tekst) && !KENMERK.has(naam)) return decimaal(tekst)
  // a word with hyphens for spaces: "goede-vrijdag"
  return /^[a-z]+(-[a-z]+)+$/.test(tekst) ? tekst.replaceAll('-', ' ') : tekst
}

const WOORDEN: Record<string, string> = { wmo: 'Wmo', jw: 'Jeugdwet' }

function isObject(waarde: unknown): waarde is Velden {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}

// A definition is read in this order; anything else follows as it is.
const VOLGORDE =
  'nummer naam voor lengte vanaf omschrijving methode vragen norm normtekst schaal eenheid decimalen minimumClienten minimumWaarnemingen termijnDagen peildatum nulmeting uitsluitingen redenen evaluatie status oranjeVanafProcent roodVanafProcent roodBovenPrognoseProcent maximum standaard dagenVooraf achtervangerVanaf dagenNaAfloop twee drie'.split(
    ' ',
  )

function opVolgorde(waarde: Velden): [string, unknown][] {
  const plaats = (veld: string) => (VOLGORDE.includes(veld) ? VOLGORDE.indexOf(veld) : VOLGORDE.length)
  return Object.entries(waarde)
    .filter(([veld]) => !WEG.includes(veld))
    .toSorted(([a], [b]) => plaats(a) - plaats(b))
}
