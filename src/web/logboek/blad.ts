import { PAGINA } from '../../domain/begrippen/lijst.ts'

export type Blad = { pagina: number; offset: number; limit: number }

/** The page a URL asks for; anything that is not a page number is the first one. */
export function leesBlad(pagina: string | undefined): Blad {
  const gevraagd = /^[1-9]\d{0,3}$/.test(pagina ?? '') ? Number(pagina) : 1
  return { pagina: gevraagd, offset: (gevraagd - 1) * PAGINA, limit: PAGINA }
}
