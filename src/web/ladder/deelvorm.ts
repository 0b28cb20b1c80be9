import type { z } from 'zod'
import type { Grond } from '../../domain/act/escalatie/gronden.ts'
import type { Ladder } from '../../domain/act/escalatie/ladder.ts'
import { deelschema, type DeelVan, type Ladderdeel } from '../../domain/act/escalatie/ladderdelen.ts'
import type { Waarborg } from '../../domain/act/escalatie/waarborgen.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { waarborgwoorden, type Parameter } from './woorden.ts'

export type Waarden = Record<string, string | string[]>

const MEESTE_RIJEN = 60

/** A part as the fields of its form. */
export function alsWaarden(deel: Ladderdeel, een: DeelVan<Ladderdeel>): Waarden {
  const waarden: Waarden = {}
  // of a step these two become one list below
  const { gronden: _, waarborgen: __, ...rest } = een as Record<string, unknown>
  vlak(deel === 'overgangen' ? rest : een, '', waarden)
  if (deel === 'overgangen') {
    const overgang = een as Ladder['overgangen'][number]
    const { naar, gronden, waarborgen, schorst } = overgang
    waarden['naarsoort'] = typeof naar === 'string' ? naar : 'toestanden'
    waarden['naar'] = typeof naar === 'string' ? [] : naar
    waarden['gronden'] = gronden.map(({ grond }) => grond)
    // one list: what always holds, and what holds on one of the grounds
    const alle = [
      ...waarborgen.map((waarborg) => ({ waarborg, grond: '' })),
      ...gronden.flatMap(({ grond, waarborgen }) => waarborgen.map((waarborg) => ({ waarborg, grond }))),
    ]
    for (const [i, { waarborg, grond }] of alle.entries()) {
      vlak({ ...waarborg, bijGrond: grond }, `waarborgen.${String(i)}.`, waarden)
    }
    if (schorst) waarden['schorst.nietBij'] = schorst.nietBij.join(', ')
  }
  if (deel === 'brieven') waarden['alineas'] = (een as Ladder['brieven'][number]).alineas.join('\n\n')
  if (deel === 'termijnen') {
    const { looptijd } = een as Ladder['termijnen'][number]
    waarden['looptijd'] = looptijd ? 'geteld' : 'afgesproken'
    if (looptijd?.doorrollen === 'volgende werkdag') waarden['doorrollen'] = 'ja'
  }
  return waarden
}

function vlak(waarde: object, voor: string, uit: Waarden) {
  for (const [naam, inhoud] of Object.entries(waarde) as [string, unknown][]) {
    const pad = `${voor}${naam}`
    if (inhoud === null || inhoud === undefined || inhoud === false) continue
    if (inhoud === true) uit[pad] = 'ja'
    else if (naam === 'opties')
      uit[pad] = (inhoud as { code: string; naam: string }[]).map(({ code, naam }) => `${code}: ${naam}`).join('\n')
    else if (naam === 'stappen' && Array.isArray(inhoud)) uit[pad] = inhoud.join(', ')
    else if (Array.isArray(inhoud) && inhoud.every((een) => typeof een === 'string')) uit[pad] = inhoud
    else if (Array.isArray(inhoud))
      for (const [i, een] of inhoud.entries()) vlak(een as object, `${pad}.${String(i)}.`, uit)
    else if (typeof inhoud === 'object') vlak(inhoud, `${pad}.`, uit)
    else uit[pad] = typeof inhoud === 'number' ? inhoud.toString() : (inhoud as string)
  }
}

/** The rows of a repeating group that were filled in and not taken away: the numbers in their names, in order. */
export function rijnummers(waarden: Waarden, groep: string): number[] {
  const nummers = Object.keys(waarden).flatMap((naam) => {
    const vondst = new RegExp(`^${groep}\\.(\\d{1,3})\\.`).exec(naam)
    return vondst ? [Number(vondst[1])] : []
  })
  return [...new Set(nummers)].toSorted((a, b) => a - b).slice(0, MEESTE_RIJEN)
}

/** The fields that a part has in its form, by the code they have or get; without those that are marked to go. */
export function veldcodes(waarden: Waarden): { code: string; naam: string }[] {
  const { tekst, ja } = new Lezer(waarden)
  return rijnummers(waarden, 'velden').flatMap((n) => {
    const voor = `velden.${String(n)}.`
    const naam = tekst(`${voor}naam`)
    return naam === '' || ja(`${voor}weg`) ? [] : [{ code: tekst(`${voor}code`) || slug(naam), naam }]
  })
}

/** The form of a part as a part, or what is wrong with it, per field. */
export function leesDeel(
  deel: Ladderdeel,
  code: string,
  waarden: Waarden,
): { nieuw: DeelVan<Ladderdeel> } | { fouten: Veldfout[] } {
  const lezer = new Lezer(waarden)
  const ruw = { code, ...bouw[deel](lezer) }
  const gelezen = deelschema(deel).safeParse(ruw)
  if (gelezen.success) return { nieuw: gelezen.data }
  const fouten = new Map<string, string>()
  for (const issue of gelezen.error.issues) {
    const veld = lezer.veldVan(issue.path)
    if (!fouten.has(veld)) fouten.set(veld, woordenVan[veld] ?? inWoorden(issue))
  }
  return { fouten: [...fouten].map(([veld, melding]) => ({ veld, melding })) }
}

// asked only with a kind of meeting, so the sentence says why
const woordenVan: Record<string, string> = {
  'uitGesprek.vanaf': 'Kies vanaf wanneer het verslag van zo’n gesprek telt.',
  'uitGesprek.velden.tekst': 'Kies in welk veld staat wat is besproken en afgesproken.',
}

function inWoorden(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return issue.origin === 'number' ? 'Vul minstens 1 in.' : 'Vul dit in.'
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'Maak een keuze.'
  if (issue.code === 'invalid_type') return 'Vul dit in.'
  return issue.message.endsWith('.') ? issue.message : `${issue.message}.`
}

/** Reads fields by name, and remembers which row of the form became which row of the part. */
class Lezer {
  private readonly rijen = new Map<string, number[]>()
  private readonly waarden: Waarden
  constructor(waarden: Waarden) {
    this.waarden = waarden
  }
  tekst = (naam: string): string => {
    const waarde = this.waarden[naam]
    return (Array.isArray(waarde) ? (waarde[0] ?? '') : (waarde ?? '')).trim()
  }
  ja = (naam: string): boolean => this.tekst(naam) === 'ja'
  lijst = (naam: string): string[] => [this.waarden[naam] ?? []].flat().filter((een) => een !== '')
  komma = (naam: string): string[] =>
    this.tekst(naam)
      .split(',')
      .map((een) => een.trim())
      .filter((een) => een !== '')
  getal = (naam: string): number => (/^\d{1,4}$/.test(this.tekst(naam)) ? Number(this.tekst(naam)) : Number.NaN)
  /** Rows of which the field that names them is filled in, and that are not marked to go. */
  groep<T>(naam: string, sleutel: string, lees: (voor: string) => T): T[] {
    const nummers = rijnummers(this.waarden, naam).filter(
      (n) => this.tekst(`${naam}.${String(n)}.${sleutel}`) !== '' && !this.ja(`${naam}.${String(n)}.weg`),
    )
    this.rijen.set(naam, nummers)
    return nummers.map((n) => lees(`${naam}.${String(n)}.`))
  }
  /** Where the rows of a list in the part come from, when it is not one group of the form. */
  wijs(lijst: string, nummers: number[]) {
    this.rijen.set(lijst, nummers)
  }
  /** The field of the form that a path in the part came from. */
  veldVan(pad: readonly PropertyKey[]): string {
    const delen = pad.map(String)
    const bijGrond = delen[0] === 'gronden' && delen[2] === 'waarborgen'
    const lijst = bijGrond ? delen.slice(0, 3).join('.') : delen[0]
    const [plaats, ...rest] = delen.slice(bijGrond ? 3 : 1)
    const nummers = lijst === undefined ? undefined : this.rijen.get(lijst)
    if (!nummers || plaats === undefined) return delen.join('.')
    return [bijGrond ? 'waarborgen' : lijst, nummers[Number(plaats)] ?? plaats, ...rest].join('.')
  }
}

const bron = ({ tekst }: Lezer, voor = 'bron') => ({
  document: tekst(`${voor}.document`),
  paragraaf: tekst(`${voor}.paragraaf`),
  tekst: tekst(`${voor}.tekst`),
})

const velden = (lezer: Lezer) =>
  lezer.groep('velden', 'naam', (voor) => {
    const opties = lezer
      .tekst(`${voor}opties`)
      .split('\n')
      .map((regel) => regel.trim())
      .filter((regel) => regel !== '')
      .map((regel) => {
        const plaats = regel.indexOf(':')
        const naam = plaats < 0 ? regel : regel.slice(plaats + 1).trim()
        return { code: plaats < 0 ? slug(regel) : regel.slice(0, plaats).trim(), naam }
      })
    const soort = lezer.tekst(`${voor}soort`)
    const hulp = lezer.tekst(`${voor}hulp`)
    return {
      code: lezer.tekst(`${voor}code`) || slug(lezer.tekst(`${voor}naam`)),
      naam: lezer.tekst(`${voor}naam`),
      soort,
      verplicht: lezer.ja(`${voor}verplicht`),
      ...(hulp !== '' && { hulp }),
      ...(soort === 'keuze' && { opties }),
    }
  })

type Gelezenwaarborg = { waarborg: Waarborg; bijGrond: string; rij: number }

const waarborgen = (lezer: Lezer): Gelezenwaarborg[] =>
  lezer.groep('waarborgen', 'waarborg', (voor) => {
    const soort = lezer.tekst(`${voor}waarborg`)
    const woorden = Object.hasOwn(waarborgwoorden, soort) ? waarborgwoorden[soort as Waarborg['waarborg']] : undefined
    const lees = (naam: Parameter) =>
      naam === 'procent'
        ? lezer.getal(`${voor}procent`)
        : naam === 'stappen'
          ? lezer.komma(`${voor}stappen`)
          : lezer.tekst(`${voor}${naam}`)
    const gevuld = (naam: Parameter) => lezer.tekst(`${voor}${naam}`) !== ''
    const delen = [...(woorden?.vraagt ?? []), ...(woorden?.mag ?? []).filter(gevuld)]
    return {
      waarborg: { waarborg: soort, ...Object.fromEntries(delen.map((naam) => [naam, lees(naam)])) } as Waarborg,
      bijGrond: lezer.tekst(`${voor}bijGrond`),
      rij: Number(voor.split('.')[1]),
    }
  })

const uitGesprek = ({ lijst, tekst }: Lezer) => {
  const soorten = lijst('uitGesprek.soorten')
  if (soorten.length === 0) return null
  const [aanwezig, uitgenodigd] = [tekst('uitGesprek.velden.aanwezig'), tekst('uitGesprek.velden.uitgenodigd')]
  return {
    soorten,
    vanaf: tekst('uitGesprek.vanaf'),
    velden: {
      tekst: leegIsNiets(tekst('uitGesprek.velden.tekst')) ?? undefined,
      ...(aanwezig !== '' && { aanwezig }),
      ...(uitgenodigd !== '' && { uitgenodigd }),
    },
  }
}

const leegIsNiets = (tekst: string) => (tekst === '' ? null : tekst)

const bouw: Record<Ladderdeel, (lezer: Lezer) => object> = {
  stappen: (l) => ({ naam: l.tekst('naam'), uitleg: l.tekst('uitleg'), bron: bron(l) }),
  toestanden: (l) => ({
    naam: l.tekst('naam'),
    stap: leegIsNiets(l.tekst('stap')),
    soort: l.tekst('soort'),
    zin: l.tekst('zin'),
  }),
  termijnen: (l) => ({
    naam: l.tekst('naam'),
    wie: l.tekst('wie'),
    recht: l.ja('recht'),
    startgebeurtenis: l.tekst('startgebeurtenis'),
    looptijd:
      l.tekst('looptijd') === 'afgesproken'
        ? null
        : {
            eenheid: l.tekst('looptijd.eenheid'),
            lengte: l.getal('looptijd.lengte'),
            doorrollen: l.ja('doorrollen') ? 'volgende werkdag' : 'niet',
          },
    gevolg: l.tekst('gevolg'),
    bron: bron(l),
  }),
  stukken: (l) => ({
    naam: l.tekst('naam'),
    uitleg: l.tekst('uitleg'),
    van: l.tekst('van'),
    delen: l.ja('delen'),
    eenmalig: l.ja('eenmalig'),
    bewijs: l.ja('bewijs'),
    velden: velden(l),
    uitGesprek: uitGesprek(l),
  }),
  maatregelen: (l) => ({
    naam: l.tekst('naam'),
    basis: bron(l, 'basis'),
    taak: l.tekst('taak'),
    stap: leegIsNiets(l.tekst('stap')),
    effect: l.tekst('effect'),
    waarborgen: waarborgen(l).map(({ waarborg }) => waarborg),
    velden: velden(l),
  }),
  brieven: (l) => ({
    naam: l.tekst('naam'),
    onderwerp: l.tekst('onderwerp'),
    aangetekend: l.ja('aangetekend'),
    velden: velden(l),
    alineas: l
      .tekst('alineas')
      .split(/\r?\n\s*\r?\n/)
      .map((alinea) => alinea.trim())
      .filter((alinea) => alinea !== ''),
  }),
  overgangen: (l) => {
    const alle = waarborgen(l)
    const bij = (grond: string) => alle.filter(({ bijGrond }) => bijGrond === grond)
    l.wijs(
      'waarborgen',
      bij('').map(({ rij }) => rij),
    )
    for (const [i, grond] of l.lijst('gronden').entries()) {
      l.wijs(
        `gronden.${String(i)}.waarborgen`,
        bij(grond).map(({ rij }) => rij),
      )
    }
    const naarsoort = l.tekst('naarsoort')
    return {
      regel: l.tekst('regel') || 'eigen keuze',
      naam: l.tekst('naam'),
      van: l.lijst('van'),
      naar: naarsoort === 'zelfde' || naarsoort === 'vorige' ? naarsoort : l.lijst('naar'),
      wie: l.tekst('wie'),
      mandaat: leegIsNiets(l.tekst('mandaat')),
      voorstel: l.ja('voorstel'),
      motivering: l.ja('motivering'),
      gronden: l.lijst('gronden').map((grond) => ({
        grond: grond as Grond,
        waarborgen: bij(grond).map(({ waarborg }) => waarborg),
      })),
      waarborgen: bij('').map(({ waarborg }) => waarborg),
      stukken: l.lijst('stukken'),
      velden: velden(l),
      maatregelen: {
        start: l.lijst('maatregelen.start'),
        minstens: l.tekst('maatregelen.minstens') === '' ? 0 : l.getal('maatregelen.minstens'),
        einde: l.lijst('maatregelen.einde'),
      },
      brief: leegIsNiets(l.tekst('brief')),
      termijnen: l.groep('termijnen', 'termijn', (voor) => {
        const [stuk, veld] = [l.tekst(`${voor}stuk`), l.tekst(`${voor}veld`)]
        return {
          termijn: l.tekst(`${voor}termijn`),
          vanaf: l.tekst(`${voor}vanaf`),
          ...(stuk !== '' && { stuk }),
          ...(veld !== '' && { veld }),
        }
      }),
      klaar: l.lijst('klaar'),
      schorst:
        l.tekst('schorst.tot') === ''
          ? null
          : {
              tot: l.tekst('schorst.tot'),
              veld: l.tekst('schorst.veld'),
              nietBij: l.komma('schorst.nietBij'),
              termijnen: l.lijst('schorst.termijnen'),
            },
    }
  },
}

function slug(naam: string): string {
  return naam
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
