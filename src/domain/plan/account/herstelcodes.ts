import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { hashCode } from '../../../platform/wachtwoord-hash.ts'

const AANTAL = 10
const LENGTE = 12
// without i, l, o, 0 and 1, which look like each other on paper
const TEKENS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten new codes of 59 bits, as they are shown once; and what is kept of them: hashes under one salt. */
export async function maakHerstelcodes(): Promise<{ codes: string[]; zout: Buffer; hashes: Buffer[] }> {
  const codes = Array.from({ length: AANTAL }, () =>
    Array.from({ length: LENGTE }, () => TEKENS[randomInt(TEKENS.length)]!).join(''),
  )
  const zout = randomBytes(16)
  const hashes = await Promise.all(codes.map((code) => hashCode(code, zout)))
  return { codes: codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-')), zout, hashes }
}

/** Which of the kept hashes this code has, however it was typed; undefined when none. */
export async function vindHerstelcode(
  code: string,
  zout: Uint8Array,
  hashes: readonly Buffer[],
): Promise<Buffer | undefined> {
  const hash = await hashCode(code.toLowerCase().replaceAll(/[^a-z0-9]/g, ''), zout)
  return hashes.find((bewaard) => bewaard.length === hash.length && timingSafeEqual(bewaard, hash))
}

/** Whether somebody typed a recovery code and not one of six digits. */
export function lijktHerstelcode(code: string): boolean {
  return code.replaceAll(/[^a-z0-9]/gi, '').length > 8
}
