import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { vraagVolgen } from '../kalender/vraag-volgen.ts'
import type { VergrendeldeVerlenging } from './lock-verlenging.ts'
import { meldWijziging } from './meld-wijziging.ts'
import { einddatumNa } from './verlenging.ts'
import { verlengstand, type Besluitsoort } from './verlengstand.ts'

type NieuwBesluit = {
  optie: number
  besluit: Besluitsoort
  vanaf: Temporal.PlainDate
  tot: Temporal.PlainDate
  besluitdatum: Temporal.PlainDate
  reden: string
}

const soorten = {
  verlengen: 'overeenkomst:verlengd',
  'niet verlengen': 'overeenkomst:niet-verlengd',
  intrekken: 'overeenkomst:verlenging-ingetrokken',
} as const

/** Adds a decision to those of a locked overeenkomst, and what follows from all of them: its end, and what depends on that end. */
export async function bewaarBesluit(
  ctx: Context,
  { overeenkomst, besluiten }: VergrendeldeVerlenging,
  nieuw: NieuwBesluit,
): Promise<void> {
  const { optie, besluit, vanaf, tot, besluitdatum, reden } = nieuw
  await sql`insert into verlengingsbesluit (regio_id, overeenkomst_id, volgnr, optie, besluit, vanaf, tot, reden, besluitdatum,
      besloten_door, vastgelegd_op)
    values (${ctx.regioId}, ${overeenkomst.id}, ${besluiten.length + 1}, ${optie}, ${besluit}, ${vanaf}, ${tot}, ${reden},
      ${besluitdatum}, ${ctx.actor.id}, ${ctx.now.toString()}::timestamptz)`.execute(ctx.db)
  const { verlengd, nietVerlengdOp } = verlengstand([...besluiten, nieuw])
  await sql`update overeenkomst set verlengd = ${verlengd}, niet_verlengd_op = ${nietVerlengdOp}
    where regio_id = ${ctx.regioId} and id = ${overeenkomst.id}`.execute(ctx.db)

  const looptTot = einddatumNa(overeenkomst, verlengd)
  const verschuift = !looptTot.equals(overeenkomst.looptTot)
  await recordEvent(ctx, {
    soort: soorten[besluit],
    onderwerp: { type: 'overeenkomst', id: overeenkomst.id },
    gegevens: {
      optie,
      besluitdatum: besluitdatum.toString(),
      reden,
      wijzigingen: verschuift
        ? [{ veld: 'looptTot', oud: overeenkomst.looptTot.toString(), nieuw: looptTot.toString() }]
        : [],
    },
  })
  await vraagVolgen(ctx)
  if (verschuift) {
    await meldWijziging(ctx, [overeenkomst.agb])
  }
}
