import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { lever, stand } from '../inlezen.ts'
import { gedeeld, leesGedeeld, listGedeeld, moetErZijn } from './bericht-gedeeld.ts'
import { inRegio, telWezen, verseRegio } from './inlezen-hulp.ts'

type Verwacht = {
  aanbieders: { agb: string; toewijzingen: number; waarvanIngetrokken: number }[]
  contracten: { overeenkomst: string; jaar: number; gedeclareerdCent: number }[]
}

describe.skipIf(gedeeld === null && !moetErZijn)('proefregio', () => {
  test(
    'in willekeurige volgorde en stukken ingelezen: de verwachte stand; nog een keer verandert niets; geen afgekeurd bestand doet dat',
    { timeout: 900_000 },
    async () => {
      await using regio = await verseRegio()
      const { ctx } = regio
      const bestanden = [
        ...['aanbieders.csv', 'overeenkomsten.csv', 'evaluaties.csv', 'cto.csv'].map((naam) => ['proefregio', naam]),
        ...listGedeeld('proefregio/berichten').map((naam) => ['proefregio/berichten', naam]),
      ].map(([map, naam]) => ({ naam: naam!, inhoud: leesGedeeld(map!, naam!) }))
      const geschud = bestanden
        .map((een) => ({ een, plek: Math.random() }))
        .sort((a, b) => a.plek - b.plek)
        .map(({ een }) => een)
      console.log(`order: ${geschud.map(({ naam }) => naam).join(' ')}`)
      await lever(ctx, ...geschud.slice(0, 5))
      await lever(ctx, ...geschud.slice(5, 9))
      await lever(ctx, ...geschud.slice(9))

      const na = await inRegio(ctx, stand)
      const verwacht = JSON.parse(readFileSync(join(gedeeld!, 'proefregio/verwacht.json'), 'utf8')) as Verwacht
      expect(per(na['toewijzingen'] as { agb: string; ingetrokken: boolean }[], verwacht)).toEqual(
        verwacht.aanbieders.map(({ agb, toewijzingen, waarvanIngetrokken }) => ({
          agb,
          toewijzingen,
          waarvanIngetrokken,
        })),
      )
      const cent = new Map<string, number>()
      for (const { nummer, maand, bedragCent } of na['maanden'] as {
        nummer: string
        maand: string
        bedragCent: number
      }[]) {
        const sleutel = `${nummer} ${maand.slice(0, 4)}`
        cent.set(sleutel, (cent.get(sleutel) ?? 0) + bedragCent)
      }
      const gedeclareerd = verwacht.contracten.map(({ overeenkomst, jaar }) => [
        overeenkomst,
        jaar,
        cent.get(`${overeenkomst} ${jaar}`) ?? 0,
      ])
      expect(gedeclareerd).toEqual(verwacht.contracten.map((c) => [c.overeenkomst, c.jaar, c.gedeclareerdCent]))
      expect(new Set((na['berichten'] as { oordeel: string }[]).map(({ oordeel }) => oordeel))).toEqual(
        new Set(['geldig']),
      )
      const wezen = await inRegio(ctx, telWezen)
      expect(wezen).toEqual(Object.fromEntries(Object.keys(wezen).map((sleutel) => [sleutel, 0])))

      const weer = await lever(ctx, ...bestanden)
      expect(weer).toMatchObject({ verwerkt: 0, wachtend: 0, aantalAfgekeurd: 0, afgekeurd: [] })
      expect(await inRegio(ctx, stand)).toEqual(na)
      await afgekeurdVerandertNiets(ctx)
    },
  )
})

/** Each bad file alone after the region: a reason that is allowed, and no figure differs. */
async function afgekeurdVerandertNiets(ctx: Parameters<typeof stand>[0]) {
  const cijfers = () =>
    inRegio(ctx, async (ctx) => {
      const { toewijzingen, maanden } = await stand(ctx)
      const oordelen = await sql`select sum(cijfer::text::numeric) as n from (select count(*) as cijfer from evaluatie e
        join toewijzing t on t.regio_id = e.regio_id and t.gemeente = e.gemeente and t.nummer = e.nummer
        union all select count(*) from cto_respons e
        join toewijzing t on t.regio_id = e.regio_id and t.gemeente = e.gemeente and t.nummer = e.nummer
        union all select count(*) from start_melding where oordeel = 'geldig'
        union all select count(*) from stop_melding where oordeel = 'geldig'
        union all select count(*) from aanbieder union all select count(*) from overeenkomst) x`.execute(ctx.db)
      return { toewijzingen, maanden, oordelen: oordelen.rows }
    })
  const voor = await cijfers()
  const [, ...regels] = leesGedeeld('proefregio/afgekeurd/verwacht.csv').toString().trim().split('\n')
  for (const [nummer, [bestand, klassen]] of regels.map((regel) => regel.split(';')).entries()) {
    const verslag = await lever(ctx, { naam: bestand!, inhoud: leesGedeeld('proefregio/afgekeurd', bestand!) })
    const codes = verslag.afgekeurd.map(({ code }) => code)
    expect(codes.length, bestand).toBeGreaterThan(0)
    expect(klassen!.split('|'), bestand).toEqual(expect.arrayContaining([...new Set(codes)]))
    expect(verslag, bestand).toMatchObject({ verwerkt: 0, dubbel: 0 })
    if (nummer % 10 === 0) {
      expect(await cijfers(), `${bestand} of een van de tien ervoor`).toEqual(voor)
    }
  }
  expect(await cijfers()).toEqual(voor)
  expect(regels.length).toBeGreaterThan(80)
}

function per(toewijzingen: { agb: string; ingetrokken: boolean }[], { aanbieders }: Verwacht) {
  return aanbieders.map(({ agb }) => {
    const eigen = toewijzingen.filter((toewijzing) => toewijzing.agb === agb)
    return {
      agb,
      toewijzingen: eigen.length,
      waarvanIngetrokken: eigen.filter(({ ingetrokken }) => ingetrokken).length,
    }
  })
}
