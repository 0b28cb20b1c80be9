import { z } from 'zod'
import { gegevenRollen, isAanbiederrol } from '../gebruiker/rolgrens.ts'
import type { Rol } from '../../rechten.ts'

const tekst = z.string().min(1)

/** One group of the organisation and the role it stands for, in one region, with the same limits as any role. */
const Rolregel = z.strictObject({
  waarde: tekst,
  regio: tekst,
  rol: z.enum(
    gegevenRollen.filter((rol) => !isAanbiederrol(rol)) as [Rol, ...Rol[]],
    'deze rol bestaat niet aan de kant van de opdrachtgever',
  ),
  gemeenten: z
    .array(z.string().regex(/^[0-9]{4}$/, 'een CBS-code heeft vier cijfers'))
    .min(1)
    .optional(),
  wet: z.enum(['wmo', 'jw']).optional(),
  categorieen: z
    .array(z.string().regex(/^[0-9]{2}$/))
    .min(1)
    .optional(),
})

/** The file of OVERLAP_OIDC: the identity provider of the organisation and what its groups may here. */
export const Organisatie = z
  .strictObject({
    naam: tekst,
    uitgever: z
      .url()
      .refine(
        (url) => url.startsWith('https://') || /^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url),
        'moet met https beginnen',
      ),
    clientId: tekst,
    /** Private key for private_key_jwt: a file beside this one, PEM (PKCS#8). */
    sleutelbestand: tekst.optional(),
    sleutelnaam: tekst.optional(),
    /** A shared secret, only with the reason why nothing better is possible (S39). */
    geheimbestand: tekst.optional(),
    afwijking: z.string().min(20, 'leg uit waarom een geheim nodig is').optional(),
    // S37: no broad scopes, and never one with a BSN (S38)
    scope: z
      .string()
      .regex(/^openid( (email|profile|groups|roles))*$/, 'vraag alleen openid, email, profile, groups of roles')
      .default('openid email'),
    rolclaim: tekst.default('groups'),
    naamclaim: tekst.default('name'),
    /** One of these must be in the answer: that is the second factor (S5). */
    acr: z.array(tekst).default([]),
    amr: z.array(tekst).default([]),
    rollen: z.array(Rolregel).min(1, 'noem minstens één rol'),
  })
  .superRefine(({ sleutelbestand, geheimbestand, afwijking, acr, amr }, ctx) => {
    const fout = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    if ((sleutelbestand === undefined) === (geheimbestand === undefined))
      fout('sleutelbestand', 'noem een sleutelbestand, of een geheimbestand met een afwijking')
    if (geheimbestand !== undefined && afwijking === undefined) fout('afwijking', 'leg uit waarom een geheim nodig is')
    if (acr.length === 0 && amr.length === 0)
      fout('acr', 'noem bij acr of amr waaraan te zien is dat er een tweede factor was')
  })

export type Organisatie = z.infer<typeof Organisatie>

export type Organisatierol = Omit<z.infer<typeof Rolregel>, 'waarde' | 'regio'>

/** The roles that the groups in the claims stand for in this region, each once. */
export function rollenVan(
  { rolclaim, rollen }: Organisatie,
  claims: Record<string, unknown>,
  regio: string,
): Organisatierol[] {
  const waarden = new Set([claims[rolclaim]].flat().filter((een) => typeof een === 'string'))
  const gevonden = rollen
    .filter((regel) => regel.regio === regio && waarden.has(regel.waarde))
    .map(({ waarde: _waarde, regio: _regio, ...rol }) => rol)
  return gevonden.filter((rol, i) => gevonden.findIndex((ander) => sleutelVan(ander) === sleutelVan(rol)) === i)
}

/** Whether the answer says that a second factor was used, in one of the ways the installation accepts (S5, S36). */
export function metTweedeFactor({ acr, amr }: Organisatie, claims: Record<string, unknown>): boolean {
  const wijzen = [claims['amr']].flat()
  return (
    (typeof claims['acr'] === 'string' && acr.includes(claims['acr'])) || amr.some((wijze) => wijzen.includes(wijze))
  )
}

/** The same role with the same limits has the same key. */
export function sleutelVan({
  rol,
  gemeenten,
  wet,
  categorieen,
}: {
  rol: string
  gemeenten?: readonly string[] | null | undefined
  wet?: string | null | undefined
  categorieen?: readonly string[] | null | undefined
}): string {
  return JSON.stringify([rol, gemeenten?.toSorted() ?? null, wet ?? null, categorieen?.toSorted() ?? null])
}

/** How somebody is called here: the name claim, else the part before the @, else the identifier; at most 200 characters. */
export function naamVan({ naamclaim }: Organisatie, claims: Record<string, unknown>): string {
  const kandidaten = [
    claims[naamclaim],
    typeof claims['email'] === 'string' ? claims['email'].split('@')[0] : undefined,
    claims['sub'],
  ]
  const naam = kandidaten.find((een): een is string => typeof een === 'string' && een.trim() !== '')
  return (naam ?? '').trim().slice(0, 200)
}
