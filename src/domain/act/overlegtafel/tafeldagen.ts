import { berekenMet, gegevenDag } from '../../plan/kalender/berekening.ts'
import type { Gevolgd } from '../../plan/kalender/volg-bron.ts'
import type { Kalender } from '../../begrippen/werkdagen.ts'
import type { Tafelregels } from './regels.ts'

/** A table as far as its days go; `deelnemers`: aanbieders that are invited and have not cancelled. */
export type Tafeldag = {
  id: string
  titel: string
  datum: Temporal.PlainDate
  begintijd: string
  gehouden: Temporal.PlainDate | null
  teruggekoppeld: Temporal.PlainDate | null
  vervallen: boolean
  deelnemers: string[]
}

type Terugkoppeltermijn = NonNullable<Tafelregels['terugkoppeling']>

/**
 * The dates a table still has, as terms: its day, the same day for each aanbieder that was invited to it, and once it was held the
 * feedback to all concerned (TAF-15), as far as the regelset has a term for that.
 */
export function tafeldagen(
  t: Tafeldag,
  { terugkoppeling, kalender }: { terugkoppeling: Terugkoppeltermijn | null; kalender: Kalender },
  vandaag: Temporal.PlainDate,
): Gevolgd[] {
  if (t.vervallen) return []
  const wij = { kant: 'regio', rol: 'contractmanager' } as const
  if (t.gehouden) {
    if (t.teruggekoppeld || !terugkoppeling) return []
    const { naam, bron } = terugkoppeling
    const looptijd = { ...terugkoppeling, richting: 'vooruit' as const }
    return [
      {
        bronId: t.id,
        sleutel: 'terugkoppeling',
        titel: `Terugkoppeling versturen: ${t.titel}`.slice(0, 200),
        aard: 'uiterlijk',
        code: 'tafel-terugkoppelen',
        startgebeurtenis: 'de overlegtafel',
        startdatum: t.datum,
        berekend: berekenMet(looptijd, t.datum, kalender, { regel: naam, bron, versie: null }),
        wie: wij,
        aanbiederId: null,
        overeenkomstId: null,
        gevolg: 'De aanbieders weten dan nog niet wat is besproken.',
      },
    ]
  }
  if (Temporal.PlainDate.compare(t.datum, vandaag) < 0) return []
  const regel = t.begintijd === '' ? 'De dag van de overlegtafel' : `De overlegtafel begint om ${t.begintijd} uur`
  const dag: Omit<Gevolgd, 'sleutel' | 'wie' | 'aanbiederId'> = {
    bronId: t.id,
    titel: `Overlegtafel ${t.titel}`.slice(0, 200),
    aard: 'moment',
    code: null,
    startgebeurtenis: 'de afspraak',
    startdatum: t.datum,
    berekend: gegevenDag(t.datum, { regel, bron: null, versie: null }),
    overeenkomstId: null,
    gevolg: 'Daarna komt de terugkoppeling aan alle betrokkenen.',
  }
  return [
    { ...dag, sleutel: 'tafel', wie: wij, aanbiederId: null },
    ...t.deelnemers.map((aanbiederId): Gevolgd => ({
      ...dag,
      sleutel: `deelname ${aanbiederId}`,
      wie: { kant: 'aanbieder' },
      aanbiederId,
      spiegel: true,
    })),
  ]
}
