import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { within } from '../../../platform/transaction.ts'
import { houdersVan, mag, type Recht } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'

type Onderwerp = { onderwerpType: string; onderwerpId: string }

const RECHTEN = [
  'audit:lezen',
  'aanbieder:lezen',
  'overeenkomst:lezen',
  'bevinding:lezen',
  'gesprek:lezen',
  'actie:lezen',
  'verbeterplan:lezen',
] as const satisfies Recht[]

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What people call the subjects of audit records, by `${type} ${id}`; what this person may not see is left out. One query. */
export async function listOnderwerpnamen(
  ctx: Context,
  onderwerpen: readonly Onderwerp[],
): Promise<Map<string, string>> {
  const ids = (type: string) => [
    ...new Set(
      onderwerpen.filter((o) => o.onderwerpType === type && UUID.test(o.onderwerpId)).map((o) => o.onderwerpId),
    ),
  ]
  if (onderwerpen.length === 0) return new Map()
  // Whoever reads the whole trail knows what it is about.
  const kijk = (recht: Recht) => zicht(ctx, mag(ctx.actor, 'audit:lezen') ? 'audit:lezen' : recht)
  // Each kind has the scope of its own right; row-level security has them together.
  const houders = RECHTEN.flatMap((recht) => (mag(ctx.actor, recht) ? houdersVan(ctx.actor, recht) : []))
  const { rows } = await within(ctx, houders, () =>
    prepared(sql<{ sleutel: string; naam: string }>`
    select 'aanbieder ' || id as sleutel, naam from aanbieder
      where ${kijk('aanbieder:lezen').aanbieder('aanbieder')} and id = any(${ids('aanbieder')}::uuid[])
    union all select 'overeenkomst ' || id, nummer || ' ' || onderwerp from overeenkomst
      where ${kijk('overeenkomst:lezen').overeenkomst('overeenkomst')} and id = any(${ids('overeenkomst')}::uuid[])
    union all select 'bevinding ' || id, titel from bevinding
      where ${kijk('bevinding:lezen').bevinding('bevinding')} and id = any(${ids('bevinding')}::uuid[])
    union all select 'overlegtafel ' || id, titel from overlegtafel
      where regio_id = ${ctx.regioId} and ${ctx.actor.agb === null} and id = any(${ids('overlegtafel')}::uuid[])
    union all select 'gesprek ' || id, titel from gesprek
      where ${zicht(ctx, 'gesprek:lezen').gesprek('gesprek')} and id = any(${ids('gesprek')}::uuid[])
    union all select 'actie ' || id, tekst from actie
      where ${zicht(ctx, 'actie:lezen').actie('actie')} and id = any(${ids('actie')}::uuid[])
    union all select 'verbeterplan ' || id, nummer || ' ' || titel from verbeterplan
      where ${kijk('verbeterplan:lezen').verbeterplan('verbeterplan')} and id = any(${ids('verbeterplan')}::uuid[])
    union all select 'gebruiker ' || id, naam from gebruiker
      where regio_id = ${ctx.regioId} and id = any(${ids('gebruiker')}::uuid[])
    union all select 'regio ' || id, naam from regio where id = ${ctx.regioId}`).execute(ctx.db),
  )
  return new Map(rows.map(({ sleutel, naam }) => [sleutel, naam]))
}
