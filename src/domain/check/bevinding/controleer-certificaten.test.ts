import { describe, expect } from 'vitest'
import { maakAanbieder } from '../../../../test/afspraken.ts'
import { test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { voegCertificaatToe, wijzigCertificaat } from '../../plan/aanbieder/bewaar-certificaat.ts'
import { certificaatstand } from '../../plan/aanbieder/certificaatstand.ts'
import { leesCertificaatregels } from '../../plan/aanbieder/lees-certificaatregels.ts'
import { listCertificaten } from '../../plan/aanbieder/list-certificaten.ts'
import { controleerCertificaten } from './controleer-certificaten.ts'
import { listBevindingen } from './queries.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const certificaat = (naam: string, van: string, tot: string) => ({
  naam,
  instelling: '',
  nummer: '',
  geldigVan: dag(van),
  geldigTot: dag(tot),
})
const titels = async (ctx: Context) =>
  (await listBevindingen(ctx, { bron: 'certificaat' }, { sorteer: 'titel', richting: 'op', pagina: 1 })).rijen.map(
    ({ titel, aanbieder }) => `${aanbieder}: ${titel}`,
  )

// Today is 22 November 2026.
describe('CTR-13: verlopen certificaten', () => {
  test('één bevinding per certificaat en verloop; opnieuw zoeken maakt er geen bij', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    await voegCertificaatToe(ctx, veen, certificaat('HKZ', '2023-11-22', '2026-11-21'))
    await voegCertificaatToe(ctx, veen, certificaat('ISO 9001', '2023-11-23', '2026-11-22'))
    expect(await controleerCertificaten(ctx)).toBe(1)
    expect(await controleerCertificaten(ctx)).toBe(0)
    expect(await titels(ctx)).toEqual(['Stichting Veenlicht: Certificaat HKZ is verlopen'])
    expect(await controleerCertificaten({ ...ctx, today: dag('2026-11-23') })).toBe(1)
  })

  test('een andere laatste dag is een ander verloop', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    const id = await voegCertificaatToe(ctx, veen, certificaat('HKZ', '2022-11-22', '2025-11-21'))
    expect(await controleerCertificaten(ctx)).toBe(1)
    await wijzigCertificaat(ctx, veen, id, certificaat('HKZ', '2022-11-22', '2026-11-21'))
    expect(await controleerCertificaten(ctx)).toBe(1)
    expect(await controleerCertificaten(ctx)).toBe(0)
  })

  test('de vraag aan de database is de regel: op elke dag dezelfde certificaten', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    const dijk = await maakAanbieder(ctx, { agb: '98990108', naam: 'Dijk' })
    for (const [wie, naam, van, tot] of [
      [veen, 'HKZ', '2020-01-01', '2022-12-31'],
      [veen, 'hkz', '2023-01-01', '2025-12-31'],
      [veen, 'HKZ', '2026-02-01', '2028-01-31'],
      [veen, 'ISO 9001', '2022-01-01', '2024-12-31'],
      [dijk, 'HKZ', '2024-01-01', '2024-12-31'],
      [dijk, 'HKZ', '2024-06-01', '2024-12-31'],
    ] as const)
      await voegCertificaatToe(ctx, wie, certificaat(naam, van, tot))
    const regels = await leesCertificaatregels(ctx)
    // a finding is made once: what was found on an earlier day does not come back
    const gevonden = new Set<string>()
    for (const today of ['2022-12-31', '2023-01-01', '2025-01-01', '2026-01-15', '2026-02-01', '2028-02-01'].map(dag)) {
      const volgensRegel = []
      for (const id of [veen, dijk]) {
        const alle = await listCertificaten(ctx, id)
        volgensRegel.push(
          ...alle.filter((een) => certificaatstand(een, alle, today, regels) === 'verlopen').map((een) => een.id),
        )
      }
      const nieuw = await controleerCertificaten({ ...ctx, today })
      expect(nieuw, today.toString()).toBe(volgensRegel.filter((id) => !gevonden.has(id)).length)
      for (const id of volgensRegel) gevonden.add(id)
    }
  })
})
