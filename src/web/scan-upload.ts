import type { Context as HonoContext } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { recordEvent } from '../platform/audit.ts'
import { scanBytes, type Scanfout } from '../platform/scan-eerst.ts'
import { inTransaction } from '../platform/transaction.ts'

/** Why a file that came with a form may not be read; null when it may. What the scanner found is recorded. */
export async function scanUpload(c: HonoContext<AppEnv>, bytes: Uint8Array): Promise<Scanfout | null> {
  const { ctx, scanner } = c.var
  const fout = await scanBytes(scanner, bytes)
  if (fout?.virus !== undefined) {
    const { virus } = fout
    const onderwerp = { type: 'gebruiker', id: ctx.actor.id }
    await inTransaction(ctx, (ctx) => recordEvent(ctx, { soort: 'virus:gevonden', onderwerp, gegevens: { virus } }))
  }
  return fout
}
