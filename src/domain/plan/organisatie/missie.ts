import { z } from 'zod'
import { Bron } from '../../begrippen/bron.ts'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'

const code = z.string().regex(/^[a-z0-9-]+$/, 'Gebruik kleine letters, cijfers en streepjes')
const Onderdeel = z.object({
  code,
  naam: vrijeTekst(120).pipe(z.string().min(1, 'Vul een naam in')),
  omschrijving: vrijeTekst(500),
})
const lijst = (wat: string) =>
  z
    .array(Onderdeel)
    .min(1, `Noem ten minste één ${wat}`)
    .refine((delen) => new Set(delen.map(({ naam }) => naam.toLowerCase())).size === delen.length, {
      message: `Een ${wat} staat er twee keer in`,
    })
    .refine((delen) => new Set(delen.map(({ code }) => code)).size === delen.length, {
      message: `Een code van een ${wat} komt twee keer voor`,
    })

/** Part "missie" of a regelset: the roles a region stands for (ORG-14) and the areas in which it works (ORG-15). */
export const Missie = z.object({
  missierollen: lijst('missierol'),
  taakgebieden: lijst('taakgebied'),
  bronnen: z.array(Bron),
})

export type Missie = z.infer<typeof Missie>
export type Missiedeel = z.infer<typeof Onderdeel>

/**
 * The lines of a form as parts: one with the code it had keeps it, a new one gets a code from its name, an empty line is left out.
 * A code of `bezet` is never given again: a plan of another year may hang on it.
 */
export function maakDelen(
  regels: readonly { code: string; naam: string; omschrijving: string }[],
  bezet: ReadonlySet<string>,
): Missiedeel[] {
  const gebruikt = new Set([...bezet, ...regels.map(({ code }) => code)])
  return regels
    .filter(({ naam, omschrijving }) => naam.trim() !== '' || omschrijving.trim() !== '')
    .map((regel) => (regel.code === '' ? { ...regel, code: nieuweCode(regel.naam, gebruikt) } : regel))
}

function nieuweCode(naam: string, gebruikt: Set<string>): string {
  const kaal =
    naam
      .normalize('NFD')
      .replaceAll(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 40) || 'deel'
  const met = (nr: number) => (nr === 1 ? kaal : `${kaal}-${String(nr)}`)
  let nr = 1
  while (gebruikt.has(met(nr))) nr++
  gebruikt.add(met(nr))
  return met(nr)
}
