import { z } from 'zod'
import { gegevenRollen, isAanbiederrol, type Rolkeuze } from '../../domain/plan/gebruiker/rolgrens.ts'
import type { listGrenskeuzes } from '../../domain/plan/gebruiker/queries.ts'
import { leesDatum } from '../lees-datum.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import type { Rol } from '../../domain/rechten.ts'
import { opsomming } from '../ui/notatie.ts'
import { rolnaam, wetten } from './woorden.ts'

export type Grenskeuzes = Awaited<ReturnType<typeof listGrenskeuzes>>
export type Rolwaarden = Partial<Record<string, string | string[]>>

// Before the code of a bundle, in the field that else holds a role.
const BUNDEL = 'bundel:'

const DAGHULP = 'Bijvoorbeeld 13-11-2026'

type Props = { keuzes: Grenskeuzes; waarden: Rolwaarden; fouten: Veldfout[]; vandaag: Temporal.PlainDate }

/** A role with its limits and period. What does not belong to the chosen role is refused, with the field that is too many. */
export function Rolvelden({ keuzes, waarden, fouten, vandaag }: Props) {
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const een = (veld: string) => {
    const waarde = waarden[veld]
    return typeof waarde === 'string' ? waarde : waarde?.[0]
  }
  return (
    <>
      <Keuze
        naam="rol"
        label="Rol"
        leeg="Kies een rol"
        waarde={een('rol')}
        fout={fout('rol')}
        {...(keuzes.rolbundels && {
          hulp: `De bundels bovenaan horen bij het functiemodel: ${keuzes.rolbundels.functiemodel.toLowerCase()}. Een bundel geeft alleen wat iemand nog niet heeft; andere rollen blijven zoals ze zijn.`,
        })}
        opties={[
          ...(keuzes.rolbundels?.bundels ?? []).map(({ code, naam, rollen }) => ({
            waarde: `${BUNDEL}${code}`,
            label: `Bundel: ${naam} (${opsomming(rollen.map((rol) => rolnaam(rol).toLowerCase()))})`,
          })),
          ...gegevenRollen.map((rol) => ({ waarde: rol, label: rolnaam(rol) })),
        ]}
      />
      <Keuze
        naam="agb"
        label="Aanbieder"
        facultatief
        leeg="Niet van een aanbieder"
        hulp="Alleen bij een rol van een aanbieder: die ziet dan alleen de eigen gegevens."
        waarde={een('agb')}
        fout={fout('agb')}
        opties={keuzes.aanbieders.map(({ agb, naam }) => ({ waarde: agb, label: `${naam} (${agb})` }))}
      />
      <Keuze
        naam="gemeenten"
        label="Gemeenten"
        soort="vinkjes"
        facultatief
        hulp="Zonder keuze geldt de rol voor alle gemeenten."
        waarde={[waarden['gemeenten'] ?? []].flat()}
        fout={fout('gemeenten')}
        opties={keuzes.gemeenten.map(({ code, naam }) => ({ waarde: code, label: naam }))}
      />
      <Keuze
        naam="wet"
        label="Wet"
        facultatief
        leeg="Beide wetten"
        waarde={een('wet')}
        fout={fout('wet')}
        opties={Object.entries(wetten).map(([waarde, label]) => ({ waarde, label }))}
      />
      {keuzes.categorieen.length > 0 && (
        <Keuze
          naam="categorieen"
          label="Productcategorieën"
          soort="vinkjes"
          facultatief
          hulp="Zonder keuze geldt de rol voor alle categorieën."
          waarde={[waarden['categorieen'] ?? []].flat()}
          fout={fout('categorieen')}
          opties={keuzes.categorieen.map((categorie) => ({ waarde: categorie, label: `Categorie ${categorie}` }))}
        />
      )}
      <Datumveld
        naam="begindatum"
        label="Vanaf"
        hulp={DAGHULP}
        waarde={een('begindatum') ?? `${vandaag.day}-${vandaag.month}-${vandaag.year}`}
        fout={fout('begindatum')}
      />
      <Datumveld
        naam="einddatum"
        label="Tot en met"
        facultatief
        hulp="Zonder datum geldt de rol tot iemand hem intrekt."
        waarde={een('einddatum')}
        fout={fout('einddatum')}
      />
    </>
  )
}

const lijst = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((waarde) => [waarde ?? []].flat())

const Velden = z.object({
  rol: z.string('Kies een rol').refine((rol) => (gegevenRollen as string[]).includes(rol), 'Kies een rol'),
  agb: z.string().default(''),
  gemeenten: lijst,
  wet: z.enum(['', 'wmo', 'jw'], 'Kies een wet').default(''),
  categorieen: lijst,
  begindatum: z.string().default(''),
  einddatum: z.string().default(''),
})

/** What a form gives: roles with one limit and period; `bundel` when they are those of a bundle (ORG-07). */
export type Gegeven = { rollen: Rol[]; bundel: boolean; grens: Omit<Rolkeuze, 'rol'> }

/** The role or bundle of a form, or what is wrong with it. An empty first day is today. */
export function leesRol(
  velden: Rolwaarden,
  vandaag: Temporal.PlainDate,
  bundels: Grenskeuzes['rolbundels'],
): Gegeven | { fouten: Veldfout[] } {
  const gekozen = typeof velden['rol'] === 'string' ? velden['rol'] : ''
  const bundel = bundels?.bundels.find(({ code }) => gekozen === `${BUNDEL}${code}`)
  const gelezen = leesEen({ ...velden, ...(bundel && { rol: bundel.rollen[0]! }) }, vandaag)
  if ('fouten' in gelezen) return gelezen
  const { rol, ...grens } = gelezen.rol
  return { rollen: bundel?.rollen ?? [rol], bundel: bundel !== undefined, grens }
}

function leesEen(velden: Rolwaarden, vandaag: Temporal.PlainDate): { rol: Rolkeuze } | { fouten: Veldfout[] } {
  const gelezen = Velden.safeParse(velden)
  if (!gelezen.success) {
    return { fouten: gelezen.error.issues.map(({ path, message }) => ({ veld: String(path[0]), melding: message })) }
  }
  const { rol, agb, gemeenten, wet, categorieen, begindatum, einddatum } = gelezen.data
  const van = begindatum.trim() === '' ? vandaag : leesDatum(begindatum.trim())
  const tot = einddatum.trim() === '' ? null : leesDatum(einddatum.trim())
  const fouten: Veldfout[] = [
    ...(van ? [] : [{ veld: 'begindatum', melding: 'Schrijf de datum als 13-11-2026' }]),
    ...(tot === undefined ? [{ veld: 'einddatum', melding: 'Schrijf de datum als 13-11-2026' }] : []),
    ...(isAanbiederrol(rol) && agb === '' ? [{ veld: 'agb', melding: 'Kies van welke aanbieder deze rol is' }] : []),
  ]
  if (!van || tot === undefined || fouten.length > 0) return { fouten }
  return {
    rol: {
      rol: rol as Rolkeuze['rol'],
      agb: agb === '' ? null : agb,
      gemeenten: gemeenten.length === 0 ? null : gemeenten,
      wet: wet === '' ? null : wet,
      categorieen: categorieen.length === 0 ? null : categorieen,
      begindatum: van,
      einddatum: tot,
    },
  }
}
