import { bewijsVolgorde } from '../../../../test/volgorde.ts'
import { test } from '../../../../test/regio.ts'

// A fixed seed here; test/traag/inlezen-volgorde.test.ts tries many others.
test('het oordeel volgt uit wat er is ingelezen, nooit uit de volgorde', { timeout: 120_000 }, async ({ ctx }) => {
  await bewijsVolgorde(ctx, 12, 2026)
})
