import { z } from 'zod'
import { bedragHeel, getal, opsomming } from '../../ui/notatie.ts'

const Drempel = z.object({ twee: z.int(), drie: z.int() })
const Overlegtafel = z.looseObject({
  drempels: z.object({ clienten: Drempel, medewerkers: Drempel, omzetCent: Drempel }),
  quota: z.object({ klein: z.int(), middelgroot: z.int(), groot: z.int() }),
  aanleiding: z.object({ gemist: z.int(), zonderReden: z.int() }),
  terugkoppeling: z.object({ lengte: z.int(), eenheid: z.string() }).optional(),
})
const Inzage = z.looseObject({
  bewaartermijn: z.object({ jaren: z.int(), vanaf: z.string() }),
  redenen: z.array(z.object({ naam: z.string(), voor: z.string() })),
})
const Rollen = z.looseObject({ verschillendePersonen: z.array(z.array(z.string())) })
const Minimum = z.object({ minimumClienten: z.int() })

// What the name of a field or a nested number does not say by itself, per part, in words.
const TOON: Record<string, (inhoud: unknown) => unknown> = {
  overlegtafel: (inhoud) => {
    const gelezen = Overlegtafel.safeParse(inhoud).data
    if (!gelezen) return inhoud
    const { drempels, quota, aanleiding, terugkoppeling, ...overig } = gelezen
    const { clienten, medewerkers, omzetCent } = drempels
    return {
      ...overig,
      quota: `${getal(quota.klein)} kleine, ${getal(quota.middelgroot)} middelgrote en ${getal(quota.groot)} grote aanbieders`,
      aanleiding: `${getal(aanleiding.gemist)} gemiste tafels, of ${getal(aanleiding.zonderReden)} keer afwezig zonder reden`,
      ...(terugkoppeling && {
        terugkoppeling: `binnen ${getal(terugkoppeling.lengte)} ${terugkoppeling.eenheid} na de tafel`,
      }),
      drempels: [
        { naam: 'cliënten', twee: getal(clienten.twee), drie: getal(clienten.drie) },
        { naam: 'medewerkers', twee: getal(medewerkers.twee), drie: getal(medewerkers.drie) },
        { naam: 'omzet', twee: bedragHeel(omzetCent.twee), drie: bedragHeel(omzetCent.drie) },
      ],
    }
  },
  inzage: (inhoud) => {
    const gelezen = Inzage.safeParse(inhoud).data
    if (!gelezen) return inhoud
    const { bewaartermijn, redenen, ...overig } = gelezen
    return {
      ...overig,
      bewaartermijn: `${getal(bewaartermijn.jaren)} jaar vanaf ${bewaartermijn.vanaf}`,
      redenen: redenen.map(({ naam, voor }) => ({ naam, teKiezenDoor: voor })),
    }
  },
  rollen: (inhoud) => {
    const gelezen = Rollen.safeParse(inhoud).data
    return gelezen
      ? { ...gelezen, verschillendePersonen: gelezen.verschillendePersonen.map((samen) => opsomming(samen)) }
      : inhoud
  },
  'kleine-aantallen': (inhoud) => {
    const gelezen = Minimum.safeParse(inhoud).data
    return gelezen ? { tonenVanafClienten: gelezen.minimumClienten } : inhoud
  },
}

/** A small part with its numbers in words; every other part as it is. */
export function toonKleinDeel(deel: string, inhoud: unknown): unknown {
  return TOON[deel]?.(inhoud) ?? inhoud
}
