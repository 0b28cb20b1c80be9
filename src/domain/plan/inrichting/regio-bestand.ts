import { z } from 'zod'

const naam = z.string('Vul een naam in').trim().min(1, 'Vul een naam in').max(200, 'Gebruik hooguit 200 tekens')

/** The form of regio.json: a region with its measuring parts, each gemeente in exactly one of them (ORG-02). */
export const Regiobestand = z
  .strictObject({
    naam,
    regelset: z
      .string('Noem de regelset')
      .regex(/^[a-z0-9-]+$/, 'De code van een regelset bestaat uit kleine letters, cijfers en streepjes'),
    /** Left out: the default of the regelset (LIF-07). */
    contractfaseVanaf: z.iso.date('Schrijf de datum als 2026-07-01').optional(),
    subregios: z
      .array(
        z.strictObject({
          naam,
          gemeenten: z
            .array(
              z.strictObject({
                code: z
                  .string('Vul de CBS-code in')
                  .regex(/^[0-9]{4}$/, 'Een CBS-code bestaat uit vier cijfers, tussen aanhalingstekens'),
                naam,
              }),
              'Noem de gemeenten van deze subregio in een lijst',
            )
            .min(1, 'Een subregio heeft ten minste één gemeente'),
        }),
        'Noem de subregio’s in een lijst',
      )
      .min(1, 'Een regio heeft ten minste één subregio'),
  })
  .superRefine(({ subregios }, ctx) => {
    const gemeenten = subregios.flatMap((subregio) => subregio.gemeenten)
    const fouten = [
      ...dubbele(subregios.map(({ naam }) => naam)).map((naam) => `De subregio ${naam} staat er twee keer in`),
      ...dubbele(gemeenten.map(({ code }) => code)).map(
        (code) => `Gemeente ${code} staat er twee keer in; een gemeente hoort bij precies één subregio`,
      ),
    ]
    for (const message of fouten) {
      ctx.addIssue({ code: 'custom', path: ['subregios'], message })
    }
  })

export type Regiobestand = z.infer<typeof Regiobestand>

/** One sentence per mistake, each with its place in the file. */
export function regiofouten(error: z.ZodError): string {
  return error.issues
    .map(({ path, message, code }) => {
      const plaats = path.length > 0 ? ` bij ${path.map(String).join('.')}` : ''
      const zin = code === 'unrecognized_keys' ? 'Hier staat iets wat niet in een regiobestand hoort' : message
      return `Het regiobestand klopt niet${plaats}: ${zin}.`
    })
    .join(' ')
}

function dubbele(waarden: string[]): string[] {
  return [...new Set(waarden.filter((waarde, plaats) => waarden.indexOf(waarde) !== plaats))]
}
