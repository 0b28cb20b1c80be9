import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Wijziging } from '../../begrippen/csv.ts'
import { authorize } from '../../rechten.ts'
import { ontbrekendeMotivering, type Overeenkomstgegevens } from './gegevens.ts'
import { listProducten, type Overeenkomstproduct } from './list-producten.ts'
import { findOvereenkomst, type Overeenkomst } from './queries.ts'

const velden = [
  'relatietype',
  'motiveringJuridisch',
  'motiveringBeleid',
  'domeinKeuze',
  'vindplaats',
  'budgetkader',
  'beleidskader',
] as const

/**
 * Changes what no file gives. `versie` is the one the person saw: when somebody else changed it since, nothing is written and 409 is
 * thrown. Throws 404, or 422 with the field as code when the motivation is missing (ORG-13).
 */
export function wijzigOvereenkomst(
  ctx: Context,
  id: string,
  nieuw: Overeenkomstgegevens,
  versie: number,
): Promise<{ gewijzigd: boolean }> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overeenkomst:wijzigen')
    await sql`select from overeenkomst where regio_id = ${ctx.regioId} and id = ${id} for update`.execute(ctx.db)
    const oud = await findOvereenkomst(ctx, id)
    const producten = await listProducten(ctx, id)
    if (oud.gegevensVersie !== versie) {
      throw conflict('Iemand anders heeft deze gegevens intussen gewijzigd.')
    }
    const [ontbreekt] = ontbrekendeMotivering(oud, nieuw)
    if (ontbreekt) {
      throw invalid(
        `Schrijf het ${ontbreekt === 'motiveringJuridisch' ? 'juridische argument' : 'argument uit het beleid'} op. De keuze voor inkoop of subsidie heeft beide nodig.`,
        ontbreekt,
      )
    }
    const wijzigingen = verschillen(oud, producten, nieuw)
    if (wijzigingen.length === 0) {
      return { gewijzigd: false }
    }

    await sql`update overeenkomst set relatietype = ${nieuw.relatietype}, motivering_juridisch = ${nieuw.motiveringJuridisch},
        motivering_beleid = ${nieuw.motiveringBeleid}, domein_keuze = ${nieuw.domeinKeuze}, vindplaats = ${nieuw.vindplaats},
        budgetkader = ${nieuw.budgetkader}, beleidskader = ${nieuw.beleidskader}, gegevens_versie = gegevens_versie + 1
      where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    const vormen = Object.entries(nieuw.bekostigingsvormen)
    await sql`update overeenkomst_product op set bekostigingsvorm = u.vorm
      from unnest(${vormen.map(([regel]) => regel)}::uuid[], ${vormen.map(([, vorm]) => vorm)}::text[]) as u (id, vorm)
      where op.regio_id = ${ctx.regioId} and op.overeenkomst_id = ${id} and op.id = u.id`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'overeenkomst:gewijzigd',
      onderwerp: { type: 'overeenkomst', id },
      gegevens: { versie: versie + 1, wijzigingen },
    })
    return { gewijzigd: true }
  })
}

function verschillen(oud: Overeenkomst, producten: Overeenkomstproduct[], nieuw: Overeenkomstgegevens): Wijziging[] {
  const vormen = producten.flatMap(({ id, code, bekostigingsvorm }) => {
    const vorm = nieuw.bekostigingsvormen[id]
    return vorm === undefined || vorm === bekostigingsvorm
      ? []
      : [{ veld: 'bekostigingsvorm', bij: code, oud: bekostigingsvorm, nieuw: vorm }]
  })
  return [
    ...velden.filter((veld) => oud[veld] !== nieuw[veld]).map((veld) => ({ veld, oud: oud[veld], nieuw: nieuw[veld] })),
    ...vormen,
  ]
}
