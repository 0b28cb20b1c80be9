import { createHash, randomBytes } from 'node:crypto'

const REGIO = 16
const GEHEIM = 32

/** A secret for a link or a cookie that also says in which region to look: 384 bits, of which 256 from the random generator. */
export function maakToken(regioId: string): { token: string; hash: Buffer } {
  const token = Buffer.concat([Buffer.from(regioId.replaceAll('-', ''), 'hex'), randomBytes(GEHEIM)]).toString(
    'base64url',
  )
  return { token, hash: hashVan(token) }
}

/** Region and hash of a token; undefined when it cannot be one. */
export function leesToken(token: string | undefined): { regioId: string; hash: Buffer } | undefined {
  if (token === undefined || !/^[\w-]{64}$/.test(token)) return undefined
  const hex = Buffer.from(token, 'base64url').subarray(0, REGIO).toString('hex')
  return { regioId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), hash: hashVan(token) }
}

function hashVan(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
