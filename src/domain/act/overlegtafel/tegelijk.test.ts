import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { als, maakProefregio, test } from '../../../../test/regio.ts'
import { maakTafelaanbieder, planTafel, versieVan } from '../../../../test/tafels.ts'
import { freshDatabase } from '../../../../test/test.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { houdOverlegtafel } from './houd-overlegtafel.ts'
import { legTafelbesluitVast } from './leg-tafelbesluit-vast.ts'
import { listDeelnemers } from './list-deelnemers.ts'
import { listKandidaten } from './list-kandidaten.ts'
import { listTafelbesluiten } from './queries.ts'
import { sluitUit } from './sluit-uit.ts'
import { stelOverlegtafelSamen } from './stel-overlegtafel-samen.ts'
import { verstuurUitnodigingen } from './verstuur-uitnodigingen.ts'
import { wijkAf } from './wijk-af.ts'

const gelukt = (uitkomsten: PromiseSettledResult<unknown>[]) =>
  uitkomsten.filter(({ status }) => status === 'fulfilled').length

/** A composed table of thirteen small aanbieders, two of whom are on the list; everything commits. */
async function maakTafel(ctx: Context) {
  const ids: string[] = []
  await inTransaction(ctx, async (ctx) => {
    for (let n = 1; n <= 13; n++) ids.push(await maakTafelaanbieder(ctx, n, { medewerkers: 5 }))
  })
  const manager = als(ctx, 'contractmanager')
  const id = await planTafel(manager)
  const versie = () => inTransaction(ctx, (ctx) => versieVan(ctx, id))
  await stelOverlegtafelSamen(manager, id, await versie())
  return { id, ids, manager, versie }
}

describe('twee mensen tegelijk', () => {
  test('TAF-08: de laatste stoel gaat naar één; geen afwijking gaat verloren en het quotum houdt', async ({
    sleutels,
  }) => {
    await using fresh = await freshDatabase({ max: 6 })
    const ctx = await maakProefregio(fresh.db, sleutels)
    const { id, ids, manager } = await maakTafel(ctx)
    const wijk = (plek: number, richting: 'wel' | 'niet') =>
      wijkAf(manager, id, { aanbiederId: ids[plek]!, richting, motivering: 'Gevraagd.' })
    await wijk(0, 'niet')
    expect(gelukt(await Promise.allSettled([5, 6, 7, 8].map((plek) => wijk(plek, 'wel'))))).toBe(1)
    // taking off does not get in each other's way
    expect(gelukt(await Promise.allSettled([wijk(1, 'niet'), wijk(1, 'niet')]))).toBe(1)
    const genodigd = await inTransaction(ctx, async (ctx) => (await listKandidaten(ctx, id)).filter((k) => k.genodigd))
    expect(genodigd).toHaveLength(1)
  })

  test('TAF-05: twee keer uitnodigen tegelijk verstuurt één keer; opnieuw samenstellen wist geen afwijking die niemand zag', async ({
    sleutels,
  }) => {
    await using fresh = await freshDatabase({ max: 6 })
    const ctx = await maakProefregio(fresh.db, sleutels)
    const { id, ids, manager, versie } = await maakTafel(ctx)
    const gezien = await versie()
    const samen = await Promise.allSettled([
      wijkAf(manager, id, { aanbiederId: ids[0]!, richting: 'niet', motivering: 'Gevraagd.' }),
      stelOverlegtafelSamen(manager, id, gezien),
    ])
    const afgeweken = await inTransaction(ctx, async (ctx) => (await listKandidaten(ctx, id)).some((k) => k.afwijking))
    // whoever came first, what the second did not see was not wiped
    expect(afgeweken).toBe(true)
    expect(samen[0].status).toBe('fulfilled')

    const nu = await versie()
    expect(gelukt(await Promise.allSettled([1, 2, 3].map(() => verstuurUitnodigingen(manager, id, nu))))).toBe(1)
    const deelnemers = await inTransaction(ctx, (ctx) => listDeelnemers(ctx, id))
    expect(deelnemers.map(({ mails }) => mails)).toEqual([1])

    const later = { ...manager, today: Temporal.PlainDate.from('2026-12-10') }
    const standen = deelnemers.map(({ aanbiederId }) => ({
      aanbiederId,
      aanwezigheid: 'afwezig' as const,
      toelichting: '',
    }))
    expect(gelukt(await Promise.allSettled([1, 2].map(() => houdOverlegtafel(later, id, standen))))).toBe(1)
    await Promise.all(['Een', 'Twee'].map((tekst) => legTafelbesluitVast(later, id, { tekst })))
    expect(await inTransaction(ctx, (ctx) => listTafelbesluiten(ctx, id))).toHaveLength(2)

    const uit = { tot: null, motivering: 'Bleef weg.' }
    const wie = deelnemers[0]!.aanbiederId
    expect(gelukt(await Promise.allSettled([1, 2].map(() => sluitUit(later, wie, uit))))).toBe(1)
    const { rows } = await inTransaction(ctx, ({ db }) => sql`select from overlegtafel_uitsluiting`.execute(db))
    expect(rows).toHaveLength(1)
  })
})
