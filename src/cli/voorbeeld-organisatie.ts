import { adviseerOverOpdracht } from '../domain/plan/organisatie/adviseer-over-opdracht.ts'
import { geefOpdracht } from '../domain/plan/organisatie/geef-opdracht.ts'
import type { Prioriteit } from '../domain/plan/organisatie/opdracht.ts'
import { legDienstverleningVast } from '../domain/plan/organisatie/leg-dienstverlening-vast.ts'
import { legHarmonisatieVast } from '../domain/plan/organisatie/leg-harmonisatie-vast.ts'
import { legMaatregelVast } from '../domain/plan/organisatie/leg-maatregel-vast.ts'
import { legModelVast } from '../domain/plan/organisatie/leg-model-vast.ts'
import { legSamenwerkingVast } from '../domain/plan/organisatie/leg-samenwerking-vast.ts'
import { listModelversies, listTaakgebiedjaren } from '../domain/plan/organisatie/queries.ts'
import type { Modelsoort } from '../domain/plan/organisatie/regels.ts'
import type { Onderwerp, Partner } from '../domain/plan/organisatie/samenwerking.ts'
import { schrijfTaakgebied } from '../domain/plan/organisatie/schrijf-taakgebied.ts'
import { sluitMaatregel } from '../domain/plan/organisatie/sluit-maatregel.ts'
import type { Context } from '../platform/context.ts'
import { inTransaction } from '../platform/transaction.ts'
import { binnen, type Register } from './voorbeeld-register.ts'

/** organisatie.json of a demonstration region: days as YYYY-MM-DD; `datum` is the day on which somebody recorded it. */
export type Voorbeeldorganisatie = {
  /** Who recorded what, and who chose the models, by name. */
  vastgelegdDoor: string
  gekozenDoor: string
  modellen: {
    datum: string
    soort: Modelsoort
    model: string
    centrumgemeente?: string
    uitvoerder?: string
    geldigVanaf: string
    besluit: string
    reden: string
  }[]
  maatregelen: {
    datum: string
    soort: Modelsoort
    nadeel?: string
    eigen?: string
    maatregel: string
    wie: string
    uiterlijk: string
    gereed?: { datum: string; afloop: string }
  }[]
  dienstverlening: {
    datum: string
    dienstverlener: string
    gemeente: string
    begindatum: string
    einddatum: string | null
    vindplaats: string
  }[]
  reikwijdte: string
  samenwerking: {
    gemeenten: string[]
    met: Partner
    onderwerp: Onderwerp
    datum: string
    tekst: string
    vindplaats: string
  }[]
  harmonisatie: { onderwerp: string; gemeenten: string[]; datum: string; tekst: string; vindplaats: string }[]
  opdrachten: {
    datum: string
    jaar: number
    tekst: string
    prioriteiten: Record<string, Prioriteit>
    wie: string
    advies?: { datum: string; wie: string; tekst: string }
  }[]
  taakgebieden: { taakgebied: string; jaar: number; datum: string; plan: string; uren: number; verslag?: string }[]
}

const dag = (tekst: string) => Temporal.PlainDate.from(tekst)

/** Adds how a demonstration region organises its work, each act on its day; all of it or nothing, and not when there is any. */
export function vulOrganisatieAan(ctx: Context, organisatie: Voorbeeldorganisatie, register: Register): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    if ((await listModelversies(ctx)).length > 0) return
    const { als } = binnen(ctx, register)
    const beheer = (op: string) => als({ op, wie: organisatie.vastgelegdDoor })
    for (const { datum, centrumgemeente = '', uitvoerder = '', geldigVanaf, ...model } of organisatie.modellen) {
      const invoer = { ...model, centrumgemeente, uitvoerder, geldigVanaf: dag(geldigVanaf) }
      await legModelVast(als({ op: datum, wie: organisatie.gekozenDoor }), invoer)
    }
    for (const {
      datum,
      soort,
      nadeel = '',
      eigen = '',
      maatregel,
      wie,
      uiterlijk,
      gereed,
    } of organisatie.maatregelen) {
      const eigenaarId = register.persoonId(wie)
      const invoer = { soort, nadeelCode: nadeel, nadeel: eigen, maatregel, eigenaarId, uiterlijk: dag(uiterlijk) }
      const maatregelId = await legMaatregelVast(beheer(datum), invoer)
      if (gereed) await sluitMaatregel(beheer(gereed.datum), maatregelId, { als: 'gereed', afloop: gereed.afloop })
    }
    for (const { datum, begindatum, einddatum, ...dienst } of organisatie.dienstverlening) {
      await legDienstverleningVast(beheer(datum), {
        ...dienst,
        reikwijdte: organisatie.reikwijdte,
        begindatum: dag(begindatum),
        einddatum: einddatum === null ? null : dag(einddatum),
      })
    }
    for (const { gemeenten, datum, ...afspraak } of organisatie.samenwerking) {
      for (const gemeente of gemeenten) {
        await legSamenwerkingVast(beheer(datum), { ...afspraak, gemeente, geldigVanaf: dag(datum) })
      }
    }
    for (const { datum, ...afspraak } of organisatie.harmonisatie) {
      await legHarmonisatieVast(beheer(datum), { ...afspraak, geldigVanaf: dag(datum) })
    }
    for (const { datum, wie, advies, ...opdracht } of organisatie.opdrachten) {
      await geefOpdracht(als({ op: datum, wie }), opdracht)
      if (advies) {
        await adviseerOverOpdracht(als({ op: advies.datum, wie: advies.wie }), opdracht.jaar, advies.tekst)
      }
    }
    for (const { taakgebied, jaar, datum, plan, uren, verslag = '' } of organisatie.taakgebieden) {
      const versie = (await listTaakgebiedjaren(ctx, jaar)).find((een) => een.taakgebied === taakgebied)?.versie ?? 0
      await schrijfTaakgebied(beheer(datum), taakgebied, jaar, { plan, uren, verslag, versie })
    }
  })
}
