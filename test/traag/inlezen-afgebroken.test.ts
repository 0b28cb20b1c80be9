import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { BSN, xml301, xml305, xml307, xml323 } from '../builders-bericht.ts'
import { stand } from '../inlezen.ts'
import { gedeeld } from './bericht-gedeeld.ts'
import { inRegio, startKind, telWezen, verseRegio } from './inlezen-hulp.ts'

const KEREN = 5

test(
  'met kill -9 op willekeurige momenten is de eindstand dezelfde, niets kwijt en niets dubbel',
  { timeout: 600_000 },
  async () => {
    const eigen = mkdtempSync(join(tmpdir(), 'overlap-berichten-'))
    const paden = gedeeld === null ? schrijfBerichten(eigen) : proefregio(gedeeld)
    await using ongestoord = await verseRegio()
    await using gestoord = await verseRegio()
    const heel = await leesHeel(ongestoord, paden)
    const verwacht = await inRegio(ongestoord.ctx, (ctx) => stand(ctx, { sleutels: false }))

    let gedood = 0
    for (let keer = 0; keer < KEREN; keer++) {
      const kind = startKind(gestoord.appUrl, gestoord.map, gestoord.ctx.regioId, schud(paden))
      // from where it begins to read, every moment of the time that is left is as good as another
      await kind.begonnen
      await setTimeout((Math.random() * heel.duur) / KEREN)
      kind.stop()
      gedood += Number((await kind.klaar).verslag === null)
      await rondesKloppen(gestoord.ctx)
    }
    expect(gedood).toBeGreaterThan(0)

    const { verslag } = await startKind(gestoord.appUrl, gestoord.map, gestoord.ctx.regioId, schud(paden)).klaar
    expect(verslag!.verwerkt + verslag!.dubbel).toBe(heel.verslag!.verwerkt + heel.verslag!.dubbel)
    expect(await inRegio(gestoord.ctx, (ctx) => stand(ctx, { sleutels: false }))).toEqual(verwacht)
    expect(verwacht['berichten']!.length).toBeGreaterThan(300)
    const wezen = await inRegio(gestoord.ctx, telWezen)
    expect(wezen).toEqual(Object.fromEntries(Object.keys(wezen).map((sleutel) => [sleutel, 0])))
    console.log(`${gedood} of ${KEREN} processes were killed while they read ${verwacht['berichten']!.length} messages`)
    rmSync(eigen, { recursive: true })
  },
)

/** Reads all files undisturbed: what was read, and how long that took (ms). */
async function leesHeel({ appUrl, map, ctx }: Awaited<ReturnType<typeof verseRegio>>, paden: readonly string[]) {
  const kind = startKind(appUrl, map, ctx.regioId, paden)
  await kind.begonnen
  const begin = performance.now()
  const { verslag } = await kind.klaar
  return { verslag, duur: performance.now() - begin }
}

/** What a round says it read is what is there, also of a round that was killed. */
async function rondesKloppen(ctx: Parameters<typeof stand>[0]) {
  const { rows } = await inRegio(ctx, (ctx) =>
    sql<{ bestanden: number; n: number }>`select r.bestanden, (select count(*) from inleesbestand f
      where f.regio_id = r.regio_id and f.ronde_id = r.id) as n from inleesronde r`.execute(ctx.db),
  )
  for (const { bestanden, n } of rows) {
    expect(bestanden).toBe(n)
  }
}

function proefregio(map: string): string[] {
  const berichten = ['301', '305', '307', '323'].map((soort) => `berichten/WMO${soort}-2024.zip`)
  return ['aanbieders.csv', 'overeenkomsten.csv', ...berichten].map((naam) => join(map, 'proefregio', naam))
}

function schrijfBerichten(map: string): string[] {
  const aanbieders =
    'agb;kvk;naam;rechtsvorm;plaats;grootteklasse;medewerkers;contractVan\n98990101;99331200;Veenlicht;stichting;Purmerend;groot;343;2024-01-01\n'
  const overeenkomsten =
    'overeenkomst;agb;onderwerp;begindatum;einddatum;verlengingen;verlengingMaanden;gemeenten;productcategorie;productcode;product;eenheidTarief;eenheidDeclaratie;jaar;tariefCent;plafondCent\nZW-HO-001;98990101;HO;2024-01-01;2027-12-31;1;12;0439;01;01A03;Basis;04;04;2024;3540;100\n'
  const bestanden: [string, string][] = [
    ['aanbieders.csv', aanbieders],
    ['overeenkomsten.csv', overeenkomsten],
  ]
  for (let i = 0; i < 400; i++) {
    const bsn = [BSN.jan, BSN.truus, BSN.piet][i % 3]!
    bestanden.push([`t${i}.xml`, xml301({ identificatie: `T${i}`, bsn }, { nummer: i + 1 })])
    bestanden.push([`s${i}.xml`, xml305({ identificatie: `S${i}`, bsn }, { nummer: i + 1 })])
    bestanden.push([`p${i}.xml`, xml307({ identificatie: `P${i}`, bsn }, { nummer: i + 1 })])
    bestanden.push([
      `d${i}.xml`,
      xml323({ identificatie: `D${i}`, nummer: `D${i}` }, { nummer: i + 1, bsn, referentie: `R${i}` }),
    ])
  }
  return bestanden.map(([naam, inhoud]) => {
    writeFileSync(join(map, naam), inhoud)
    return join(map, naam)
  })
}

function schud<T>(lijst: readonly T[]): T[] {
  return lijst
    .map((een) => ({ een, plek: Math.random() }))
    .sort((a, b) => a.plek - b.plek)
    .map(({ een }) => een)
}
