import { z } from 'zod'
import { woordenIn } from './vul-alinea.ts'
import { eigenDelen, vasteWoorden, type Sjabloon } from './sjabloon.ts'

type Deel = { woord: string; naam: string }

// DOC-02: what each letter of the catalogue must always say. A region writes its own text around it and cannot leave it out. The letters
// of an escalation stand in its ladder, which asks the same (act/escalatie/controleer-ladder.ts).
const verplicht: Readonly<Record<string, readonly Deel[]>> = {
  // results per subregio, before 1 April (bijlage 19)
  D38: [
    { woord: 'jaar', naam: 'het meetjaar' },
    { woord: 'kpis', naam: 'de tabel met resultaten' },
  ],
  // TAF-10: what was said and decided goes to everybody whom it concerns
  D40: [
    { woord: 'overlegtafel', naam: 'welke overlegtafel het was' },
    { woord: 'besluiten', naam: 'wat er is besproken en besloten' },
  ],
  // TAF-12
  D41: [
    { woord: 'motivering', naam: 'de motivering' },
    { woord: 'vanaf', naam: 'vanaf wanneer het geldt' },
  ],
  D52: [{ woord: 'bericht', naam: 'het bericht' }],
  // LIF-15: told before it takes effect
  D57: [
    { woord: 'wijziging', naam: 'wat er wijzigt' },
    { woord: 'ingang', naam: 'de ingangsdatum' },
  ],
  D58: [{ woord: 'klasse', naam: 'de klasse' }],
}

/** What a letter of this kind must always say, in words. */
export function verplichteDelen(soort: string): string[] {
  return (verplicht[soort] ?? []).map(({ naam }) => naam)
}

/** What is wrong with a template, in sentences for who changes it; none when it can be saved. */
export function controleerSjabloon(
  { soort, naam, velden, alineas, wijze, aangetekend, taak }: Sjabloon,
  taken: ReadonlySet<string>,
): string[] {
  const gebruikt = new Set(alineas.flatMap(woordenIn))
  const eigen = new Map(velden.map((veld) => [veld.code, veld]))
  const bestaat = (woord: string) => eigen.has(woord) || woord in vasteWoorden || woord in eigenDelen
  const dubbel = velden.filter(({ code }, i) => velden.findIndex((ander) => ander.code === code) !== i)
  const bezet = velden.filter(({ code }) => code in vasteWoorden || code in eigenDelen)
  return [
    ...(verplicht[soort] ?? []).flatMap(({ woord, naam: deel }) => [
      ...(gebruikt.has(woord) ? [] : [`De brief "${naam}" moet ${deel} noemen. Zet {${woord}} in de tekst.`]),
      ...(woord in eigenDelen || eigen.get(woord)?.verplicht || eigen.get(woord)?.soort === 'termijn'
        ? []
        : [`Het veld {${woord}} moet er zijn en verplicht zijn: de brief moet ${deel} noemen.`]),
    ]),
    ...[...gebruikt]
      .filter((woord) => !bestaat(woord))
      .map((woord) => `De tekst gebruikt {${woord}}, en dat veld bestaat niet.`),
    ...velden
      .filter(({ verplicht, code }) => verplicht && !gebruikt.has(code))
      .map(({ code, naam: veld }) => `Het verplichte veld "${veld}" staat niet in de tekst. Zet {${code}} erin.`),
    ...dubbel.map(({ code }) => `Het veld {${code}} komt twee keer voor.`),
    ...bezet.map(({ code }) => `Het woord {${code}} is al van Overlap. Geef het veld een andere naam.`),
    ...alineas
      .filter((tekst) =>
        Object.keys(eigenDelen).some(
          (deel) => deel === 'kpis' && tekst.includes(`{${deel}}`) && tekst.trim() !== `{${deel}}`,
        ),
      )
      .map(() => 'Zet {kpis} in een alinea zonder andere tekst: het wordt een tabel.'),
    ...(aangetekend && wijze !== 'post' ? ['Een aangetekende brief gaat per post.'] : []),
    ...(taak !== null && !taken.has(taak) ? [`De taak "${taak}" staat niet in de taakverdeling.`] : []),
  ]
}

/** The text of a template as people edit it: paragraphs with an empty line between them. */
export const Sjabloontekst = z
  .string()
  .max(20_000, 'De tekst is te lang: hooguit 20.000 tekens')
  .transform((tekst) =>
    tekst
      .replaceAll('\r\n', '\n')
      .split(/\n\s*\n/)
      .map((alinea) => alinea.trim())
      .filter((alinea) => alinea !== ''),
  )
  .pipe(z.array(z.string()).min(1, 'Schrijf de tekst van de brief'))
