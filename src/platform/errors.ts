type Meer = { opnieuwNa?: number; recht?: string }

/** Expected refusals. `message` is Dutch, for people; `status` is what the web answers. */
export class Weigering extends Error {
  readonly status: 400 | 403 | 404 | 409 | 413 | 422 | 429
  readonly code: string
  /** Seconds after which it may be tried again (Retry-After) */
  readonly opnieuwNa: number | undefined
  /** The right that was missing, of a 403 */
  readonly recht: string | null
  constructor(status: Weigering['status'], code: string, message: string, meer: Meer = {}) {
    super(message)
    this.name = 'Weigering'
    this.status = status
    this.code = code
    this.opnieuwNa = meer.opnieuwNa
    this.recht = meer.recht ?? null
  }
}

/** 404: it is not there, or you may not see that it is. */
export function notFound(wat: string) {
  return new Weigering(404, 'niet-gevonden', `${wat} bestaat niet, of u mag het niet zien.`)
}

/** 403: you may see it, but this act is not yours. */
export function forbidden(recht: string) {
  return new Weigering(403, 'geen-recht', `Met uw rol mag dit niet (${recht}).`, { recht })
}

/** 409: somebody else was first, or the state does not allow it any more. */
export function conflict(message: string) {
  return new Weigering(409, 'conflict', message)
}

/** 422: the input is wrong; the message says what and what to do. */
export function invalid(message: string, code = 'ongeldig') {
  return new Weigering(422, code, message)
}

/** 429: too often; `seconden` until it may be tried again. */
export function teVaak(seconden: number) {
  const minuten = Math.ceil(seconden / 60)
  const wanneer =
    seconden <= 90 ? `${seconden} seconden` : minuten <= 90 ? `${minuten} minuten` : `${Math.ceil(minuten / 60)} uur`
  return new Weigering(429, 'te-vaak', `Dit is te vaak geprobeerd. Probeer het over ${wanneer} opnieuw.`, {
    opnieuwNa: seconden,
  })
}

/** For the command line: stop with exit code 2 and this sentence. */
export class Stop extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Stop'
  }
}

/** True for a PostgreSQL error with this SQLSTATE. */
export function isPgError(error: unknown, sqlstate: string): boolean {
  return error instanceof Error && 'code' in error && error.code === sqlstate
}
