import { z } from 'zod'

const code = z.string().min(1)

/**
 * What must hold before a step can be taken, beside its ground, records and letter. A closed list: a ladder says which and with what,
 * `toets-waarborg.ts` says when it holds and which sentence a refusal reads.
 */
export const Waarborg = z.discriminatedUnion('waarborg', [
  /** The term ran and its last day is behind us. */
  z.strictObject({ waarborg: z.literal('termijn-verstreken'), termijn: code }),
  /** The term runs and the record (or the act itself) falls within it. */
  z.strictObject({ waarborg: z.literal('op-tijd'), termijn: code, stuk: code.optional() }),
  /** The record (or the act itself) came after the last day. */
  z.strictObject({ waarborg: z.literal('te-laat'), termijn: code, stuk: code.optional() }),
  /** There is something to judge, or the time for it is over. */
  z.strictObject({ waarborg: z.literal('stuk-of-verstreken'), stuk: code, termijn: code }),
  /** ESB-08, AMB-39: a letter of default whose recovery term passed, or a recorded case of default without one. */
  z.strictObject({ waarborg: z.literal('in-verzuim'), brief: code, termijn: code, zonder: code }),
  /** ESB-17: at least one item of the evidence frame; with `stappen` only towards those rungs. */
  z.strictObject({ waarborg: z.literal('bewijs'), stappen: z.array(code).optional() }),
  /** AMB-42: evidence that was established by somebody who may. */
  z.strictObject({ waarborg: z.literal('bewijs-vastgesteld'), veld: code, niet: code }),
  /** FRM-11: an amount of at most so many percent of the regional turnover. */
  z.strictObject({ waarborg: z.literal('hooguit-van-omzet'), veld: code, procent: z.int().min(1).max(100) }),
  z.strictObject({ waarborg: z.literal('hogere-stap') }),
  z.strictObject({ waarborg: z.literal('lagere-stap') }),
  /** ESB-04: rungs that are skipped are skipped with a reason. */
  z.strictObject({ waarborg: z.literal('overslaan-gemotiveerd'), stuk: code }),
  /** AMB-37: what was postponed on the acute track was done since. */
  z.strictObject({ waarborg: z.literal('stuk-na-acuut'), stuk: code, overgang: code }),
])
export type Waarborg = z.infer<typeof Waarborg>
