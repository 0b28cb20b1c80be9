import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Organisatie } from '../domain/plan/account/organisatie-instelling.ts'
import type { Env } from '../platform/env.ts'
import { Stop } from '../platform/errors.ts'
import { makeOidc, type Bewijs, type Oidc } from '../platform/oidc.ts'

/** Reads the file of OVERLAP_OIDC once at start; undefined when none is set. Throws Stop with what is wrong and where. */
export function readOrganisatie(env: Env): { instelling: Organisatie; oidc: Oidc } | undefined {
  const pad = env.OVERLAP_OIDC
  if (pad === undefined) return undefined
  if (env.OVERLAP_URL === undefined) {
    throw new Stop('Om aan te melden met het account van de organisatie moet ook OVERLAP_URL ingesteld zijn.')
  }
  const gelezen = Organisatie.safeParse(leesJson(pad))
  if (!gelezen.success) {
    const fouten = gelezen.error.issues.map(
      ({ path, message }) => `${path.map(String).join('.') || 'bestand'}: ${message}`,
    )
    throw new Stop(`Het bestand van OVERLAP_OIDC klopt niet. ${fouten.join('. ')}.`)
  }
  const instelling = gelezen.data
  const aanbod = {
    uitgever: instelling.uitgever,
    clientId: instelling.clientId,
    scope: instelling.scope,
    acr: instelling.acr,
    bewijs: leesBewijs(instelling, dirname(resolve(pad))),
  }
  return { instelling, oidc: makeOidc(aanbod, `${env.OVERLAP_URL}/aanmelden/organisatie/terug`) }
}

function leesJson(pad: string): unknown {
  try {
    return JSON.parse(lees(pad)) as unknown
  } catch (error) {
    if (error instanceof Stop) throw error
    throw new Stop('Het bestand van OVERLAP_OIDC is geen geldige JSON.')
  }
}

function leesBewijs({ sleutelbestand, sleutelnaam, geheimbestand }: Organisatie, map: string): Bewijs {
  if (sleutelbestand !== undefined)
    return { soort: 'sleutel', pem: lees(resolve(map, sleutelbestand)), kid: sleutelnaam }
  return { soort: 'geheim', geheim: lees(resolve(map, geheimbestand!)).trim() }
}

function lees(pad: string): string {
  try {
    return readFileSync(pad, 'utf8')
  } catch {
    throw new Stop(`Het bestand ${pad} van OVERLAP_OIDC is niet te lezen.`)
  }
}
