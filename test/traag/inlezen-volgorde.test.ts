import { test } from '../regio.ts'
import { bewijsVolgorde } from '../volgorde.ts'

test(
  'elke volgorde, elke verdeling over leveringen en elke herhaling geeft dezelfde stand',
  { timeout: 600_000 },
  async ({ ctx }) => {
    await bewijsVolgorde(ctx, 16)
  },
)
