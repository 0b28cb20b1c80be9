import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Context } from '../src/platform/context.ts'
import { bericht, leveringen } from './berichten-toeval.ts'
import { beoordeel, lever, stand, vergeetOordelen, zetKlaar } from './inlezen.ts'

const AANBIEDERS =
  'agb;kvk;naam;rechtsvorm;plaats;grootteklasse;medewerkers;contractVan\n98990101;99331200;Veenlicht;stichting;Purmerend;groot;343;2024-01-01\n98990108;99331217;Dijk en Doen;coöperatie;Purmerend;groot;216;2024-01-01\n'
const OVEREENKOMSTEN =
  'overeenkomst;agb;onderwerp;begindatum;einddatum;verlengingen;verlengingMaanden;gemeenten;productcategorie;productcode;product;eenheidTarief;eenheidDeclaratie;jaar;tariefCent;plafondCent\nZW-HO-001;98990101;HO;2024-01-01;2027-12-31;1;12;0439,0363;01;01A03;Basis;04;04;2024;3540;100\nZW-HO-002;98990101;HO;2024-01-01;2027-12-31;1;12;0439;01;01A03;Basis;04;04;2024;3541;100\n'

const afspraken = [
  { naam: 'aanbieders.csv', inhoud: AANBIEDERS },
  { naam: 'overeenkomsten.csv', inhoud: OVEREENKOMSTEN },
]

/** Proves for random deliveries that the end state is a function of the set that was read. */
export async function bewijsVolgorde(ctx: Context, aantal: number, zaad?: number) {
  const geval = fc.array(bericht, { minLength: 2, maxLength: 14 }).chain((berichten) => {
    const bestanden = [...afspraken, ...berichten.map((inhoud, plek) => ({ naam: `${plek}.xml`, inhoud }))]
    return fc.tuple(fc.constant(bestanden), leveringen(bestanden))
  })
  await fc.assert(
    fc.asyncProperty(geval, async ([bestanden, delen]) => {
      const ineens = await metTerugdraaien(ctx, async () => {
        await lever(ctx, ...bestanden)
        return stand(ctx)
      })
      const anders = await metTerugdraaien(ctx, async () => {
        for (const deel of delen) {
          await lever(ctx, ...deel)
        }
        return stand(ctx)
      })
      expect(anders).toEqual(ineens)
      // the way for many messages at once: all of them as if new, and a few among all
      const veel = await metTerugdraaien(ctx, async () => {
        await lever(ctx, ...bestanden)
        await vergeetOordelen(ctx)
        await beoordeel(ctx, 0)
        const alles = await stand(ctx)
        await zetKlaar(ctx, sql`id % 3 = 0`)
        await beoordeel(ctx, 0)
        return { alles, deel: await stand(ctx) }
      })
      expect(veel).toEqual({ alles: ineens, deel: ineens })
    }),
    { numRuns: aantal, ...(zaad === undefined ? {} : { seed: zaad }) },
  )
}

async function metTerugdraaien<T>(ctx: Context, werk: () => Promise<T>): Promise<T> {
  await sql`savepoint begin`.execute(ctx.db)
  try {
    return await werk()
  } finally {
    await sql`rollback to savepoint begin`.execute(ctx.db)
  }
}
