import { deelVan, type Ladder, type Overgang } from './ladder.ts'
import type { Ladderdeel } from './ladderdelen.ts'
import type { Waarborg } from './waarborgen.ts'

/** What is wrong with a ladder: in which part, by its code, and a sentence for who composes it. */
export type Ladderfout = { deel: Ladderdeel; waar: string; zin: string }

// DOC-02: what a letter of the catalogue must always hold; a region may change its text, not leave these out.
const verplichteVelden: Record<string, readonly string[]> = {
  D25: ['tekortkoming', 'verbeteringen', 'plandatum', 'realisatiedatum'],
  D28: ['tekortkoming', 'hersteldatum', 'gevolgen'],
  D29: ['tekortkoming'],
  D30: ['ingang'],
  D31: ['opdracht'],
  D32: ['berekening'],
  D33: ['berekening'],
  D34: ['besluit'],
  D37: ['tekortkoming', 'maatregel'],
  D48: ['partij', 'periode', 'kosten'],
}

/** Words that every letter can use, beside its own fields. */
export const briefwoorden = [
  'aanbieder',
  'regio',
  'datum',
  'kenmerk',
  'motivering',
  'grond',
  'gespreksdatum',
  'maatregelen',
] as const

/** Checks a ladder as a whole, when it is saved. `taken`: codes of the mandate register. Empty: it is sound. */
export function controleerLadder(ladder: Ladder, taken: ReadonlySet<string>): Ladderfout[] {
  const namen = [...dubbeleCodes(ladder), ...onbekendeNamen(ladder, taken)]
  // Walking over a ladder that names what is not there says nothing.
  return namen.length > 0 ? namen : [...wegen(ladder), ...termijnfouten(ladder), ...brieffouten(ladder)]
}

function dubbeleCodes(ladder: Ladder): Ladderfout[] {
  const lijsten = ['stappen', 'toestanden', 'termijnen', 'stukken', 'maatregelen', 'brieven', 'overgangen'] as const
  return lijsten.flatMap((lijst) => {
    const codes = ladder[lijst].map(({ code }) => code)
    return [...new Set(codes.filter((code, plaats) => codes.indexOf(code) !== plaats))].map((code) => ({
      deel: lijst,
      waar: code,
      zin: `De code ${code} komt bij ${lijst} twee keer voor.`,
    }))
  })
}

function onbekendeNamen(ladder: Ladder, taken: ReadonlySet<string>): Ladderfout[] {
  const kent = (deel: Exclude<keyof Ladder, 'code' | 'naam' | 'bron'>, code: string) =>
    ladder[deel].some((een) => een.code === code)
  const fouten: Ladderfout[] = []
  const eisBij = (deel: Ladderdeel) => (waar: string, goed: boolean, zin: string) => {
    if (!goed) fouten.push({ deel, waar, zin })
  }
  for (const { code, stap } of ladder.toestanden) {
    eisBij('toestanden')(code, stap === null || kent('stappen', stap), `De stap ${stap} bestaat niet.`)
  }
  for (const { code, naam, velden, uitGesprek } of ladder.stukken) {
    for (const veld of Object.values(uitGesprek?.velden ?? {})) {
      const gevuld = velden.some((een) => een.code === veld)
      eisBij('stukken')(
        code,
        gevuld,
        `Het verslag van een gesprek vult ${veld} van "${naam}", en dat veld bestaat niet.`,
      )
    }
  }
  for (const { code, stap, taak, waarborgen } of ladder.maatregelen) {
    const eis = eisBij('maatregelen')
    eis(code, stap === null || kent('stappen', stap), `De stap ${stap} bestaat niet.`)
    eis(code, taken.has(taak), `De taak ${taak} staat niet in de taakverdeling; dan kan niemand mandaat hebben.`)
    for (const fout of waarborgen.flatMap((een) => onbekendIn(een, kent))) eis(code, false, fout)
  }
  const eis = eisBij('overgangen')
  for (const overgang of ladder.overgangen) {
    const { code, van, naar, mandaat, brief, stukken, termijnen, klaar, maatregelen, schorst } = overgang
    for (const toestand of [...van, ...(typeof naar === 'string' ? [] : naar)]) {
      eis(code, kent('toestanden', toestand), `De toestand ${toestand} bestaat niet.`)
    }
    eis(code, mandaat === null || taken.has(mandaat), `De taak ${mandaat} staat niet in de taakverdeling.`)
    eis(code, brief === null || kent('brieven', brief), `De brief ${brief} ontbreekt.`)
    for (const stuk of [...stukken, ...termijnen.flatMap(({ stuk }) => stuk ?? [])]) {
      eis(code, kent('stukken', stuk), `Het stuk ${stuk} bestaat niet.`)
    }
    for (const termijn of [...termijnen.map((een) => een.termijn), ...klaar, ...(schorst?.termijnen ?? [])]) {
      eis(code, kent('termijnen', termijn), `De termijn ${termijn} is niet bekend.`)
    }
    for (const maatregel of [...maatregelen.start, ...maatregelen.einde]) {
      eis(code, kent('maatregelen', maatregel), `De maatregel ${maatregel} bestaat niet.`)
    }
    for (const fout of waarborgenVan(overgang).flatMap((een) => onbekendIn(een, kent))) eis(code, false, fout)
  }
  return fouten
}

type Kent = (deel: 'stukken' | 'termijnen' | 'brieven' | 'stappen' | 'overgangen', code: string) => boolean

function onbekendIn(waarborg: Waarborg, kent: Kent): string[] {
  const fouten: string[] = []
  const eis = (deel: Parameters<Kent>[0], code: string | undefined, wat: string) => {
    if (code !== undefined && !kent(deel, code))
      fouten.push(`De waarborg ${waarborg.waarborg} noemt ${wat} ${code}, en die is er niet.`)
  }
  if ('termijn' in waarborg) eis('termijnen', waarborg.termijn, 'de termijn')
  if ('stuk' in waarborg) eis('stukken', waarborg.stuk, 'het stuk')
  if (waarborg.waarborg === 'in-verzuim') {
    eis('brieven', waarborg.brief, 'de brief')
    eis('stukken', waarborg.zonder, 'het stuk')
  }
  if (waarborg.waarborg === 'stuk-na-acuut') eis('overgangen', waarborg.overgang, 'de overgang')
  if (waarborg.waarborg === 'bewijs') for (const stap of waarborg.stappen ?? []) eis('stappen', stap, 'de stap')
  return fouten
}

function waarborgenVan({ waarborgen, gronden }: Overgang): Waarborg[] {
  return [...waarborgen, ...gronden.flatMap((grond) => grond.waarborgen)]
}

/** Every state can be reached, every state has a way out, an end ends, and only a proposal goes back to where it came from. */
function wegen(ladder: Ladder): Ladderfout[] {
  const begin = ladder.overgangen.filter(({ van }) => van.length === 0)
  const fouten: Ladderfout[] =
    begin.length === 0 ? [{ deel: 'overgangen', waar: ladder.code, zin: 'Geen enkele overgang opent een zaak.' }] : []
  const bereikt = loop(begin.flatMap(doelen), (toestand) => vanuit(ladder, toestand).flatMap(doelen))
  const einden = ladder.toestanden.filter(({ soort }) => soort === 'einde').map(({ code }) => code)
  const kanEinden = loop(einden, (toestand) =>
    ladder.overgangen.filter((overgang) => doelen(overgang).includes(toestand)).flatMap(({ van }) => van),
  )
  for (const { code, naam, soort } of ladder.toestanden) {
    if (!bereikt.has(code))
      fouten.push({ deel: 'toestanden', waar: code, zin: `"${naam}" is vanuit geen enkele opening te bereiken.` })
    if (!kanEinden.has(code))
      fouten.push({ deel: 'toestanden', waar: code, zin: `Vanuit "${naam}" leidt geen weg naar een einde.` })
    const verder = vanuit(ladder, code)
    if (soort === 'einde' && verder.length > 0) {
      fouten.push({
        deel: 'toestanden',
        waar: code,
        zin: `"${naam}" is een einde, en toch vertrekt daar ${verder[0]!.code}.`,
      })
    }
    if (soort === 'voorstel' && !verder.some(({ naar }) => naar === 'vorige')) {
      fouten.push({
        deel: 'toestanden',
        waar: code,
        zin: `Een voorstel moet afgewezen kunnen worden, en vanuit "${naam}" kan dat niet.`,
      })
    }
  }
  for (const { code, van, naar, voorstel, brief, mandaat, maatregelen } of ladder.overgangen) {
    if (van.length === 0 && (voorstel || brief !== null)) {
      fouten.push({
        deel: 'overgangen',
        waar: code,
        zin: 'Een opening gaat meteen in: zonder voorstel en zonder brief.',
      })
    }
    if (voorstel && mandaat === null && maatregelen.minstens === 0) {
      fouten.push({
        deel: 'overgangen',
        waar: code,
        zin: 'Een voorstel vraagt een besluit, en er staat niet wie daar mandaat voor heeft.',
      })
    }
    if (van.length === 0 && typeof naar === 'string')
      fouten.push({ deel: 'overgangen', waar: code, zin: 'Een opening moet een toestand noemen.' })
    if (naar === 'vorige' && van.some((toestand) => deelVan(ladder, 'toestanden', toestand).soort !== 'voorstel')) {
      fouten.push({ deel: 'overgangen', waar: code, zin: 'Alleen een voorstel kan terug naar waar het vandaan kwam.' })
    }
  }
  return fouten
}

/** A term that a guard waits for is started somewhere; one that starts with a letter or a record has it; an agreed one gets its day. */
function termijnfouten(ladder: Ladder): Ladderfout[] {
  const gestart = new Set(ladder.overgangen.flatMap(({ termijnen }) => termijnen.map(({ termijn }) => termijn)))
  const bewaakt = new Map<string, string>()
  for (const overgang of ladder.overgangen) {
    for (const waarborg of waarborgenVan(overgang)) {
      if ('termijn' in waarborg) bewaakt.set(waarborg.termijn, overgang.code)
    }
  }
  const fouten: Ladderfout[] = [...bewaakt]
    .filter(([termijn]) => !gestart.has(termijn))
    .map(([termijn, waar]) => ({
      deel: 'overgangen' as const,
      waar,
      zin: `Er wordt gewacht op de termijn ${termijn}, maar geen stap laat haar lopen.`,
    }))
  for (const { code, brief, termijnen, velden, schorst } of ladder.overgangen) {
    const invoer = [...velden, ...(brief === null ? [] : deelVan(ladder, 'brieven', brief).velden)]
    if (schorst && !termijnen.some(({ termijn }) => termijn === schorst.tot)) {
      fouten.push({
        deel: 'overgangen',
        waar: code,
        zin: `De opschorting duurt tot de termijn ${schorst.tot}, die niet met deze stap begint.`,
      })
    }
    for (const { termijn, vanaf, stuk, veld } of termijnen) {
      const { looptijd } = deelVan(ladder, 'termijnen', termijn)
      const bron = veld === undefined ? undefined : invoer.find((een) => een.code === veld)
      if (veld !== undefined && bron?.soort !== 'datum') {
        fouten.push({
          deel: 'overgangen',
          waar: code,
          zin: `De termijn ${termijn} vraagt het veld ${veld}, en dat is er niet als datum.`,
        })
      }
      if (looptijd === null && bewaakt.has(termijn) && !bron?.verplicht) {
        fouten.push({
          deel: 'overgangen',
          waar: code,
          zin: `De termijn ${termijn} heeft geen lengte: maak het veld met de dag verplicht.`,
        })
      }
      if (vanaf === 'ontvangst' && brief === null) {
        fouten.push({
          deel: 'overgangen',
          waar: code,
          zin: `De termijn ${termijn} begint bij ontvangst van een brief, en er is geen brief.`,
        })
      }
      if (vanaf === 'stuk' && stuk === undefined) {
        fouten.push({
          deel: 'overgangen',
          waar: code,
          zin: `De termijn ${termijn} begint bij een stuk, en dat is niet genoemd.`,
        })
      }
    }
  }
  return fouten
}

/** Every letter has its mandatory parts, its text only uses words that are known, and some step sends it. */
function brieffouten(ladder: Ladder): Ladderfout[] {
  return ladder.brieven.flatMap(({ code, naam, velden, alineas }) => {
    const stappen = ladder.overgangen.filter(({ brief }) => brief === code)
    const ontbreekt = (verplichteVelden[code] ?? []).filter(
      (veld) =>
        !velden.some((een) => een.code === veld && een.verplicht) ||
        !alineas.some((tekst) => tekst.includes(`{${veld}}`)),
    )
    const woorden = [...alineas.join(' ').matchAll(/\{([^{}]*)\}/g)].map((vondst) => vondst[1]!)
    const onbekend = woorden.filter(
      (woord) =>
        !(briefwoorden as readonly string[]).includes(woord) &&
        !velden.some((veld) => veld.code === woord) &&
        !stappen.every((stap) => stap.velden.some((veld) => veld.code === woord)),
    )
    return [
      ...(stappen.length === 0 ? [{ waar: code, zin: `Geen enkele stap stuurt de brief "${naam}".` }] : []),
      ...ontbreekt.map((veld) => ({
        waar: code,
        zin: `De brief "${naam}" moet het onderdeel ${veld} hebben, in velden en tekst.`,
      })),
      ...new Set(onbekend.map((woord) => `De brief "${naam}" gebruikt {${woord}}, en dat veld bestaat niet.`)),
    ].map((fout) => ({ deel: 'brieven' as const, ...(typeof fout === 'string' ? { waar: code, zin: fout } : fout) }))
  })
}

function doelen({ naar }: Overgang): readonly string[] {
  return typeof naar === 'string' ? [] : naar
}

function vanuit(ladder: Ladder, toestand: string): Overgang[] {
  return ladder.overgangen.filter(({ van }) => van.includes(toestand))
}

function loop(begin: readonly string[], verder: (toestand: string) => readonly string[]): Set<string> {
  const gezien = new Set<string>()
  const rij = [...begin]
  for (let een = rij.pop(); een !== undefined; een = rij.pop()) {
    if (gezien.has(een)) continue
    gezien.add(een)
    rij.push(...verder(een))
  }
  return gezien
}
