import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { soorten } from '../../src/domain/check/bewaren/soorten.ts'
import { stelVernietigingenVoor } from '../../src/domain/check/bewaren/stel-vernietigingen-voor.ts'
import { voerVernietigingUit } from '../../src/domain/check/bewaren/voer-vernietiging-uit.ts'
import { wisselSleutels } from '../../src/domain/do/bericht/wissel-sleutels.ts'
import { berekenKpis } from '../../src/domain/check/kpi/bereken-kpis.ts'
import { leesCijfers } from '../../src/domain/check/kpi/lees-cijfers.ts'
import { leesIn } from '../../src/domain/do/bericht/lees-in.ts'
import { controleerAudit } from '../../src/platform/audit-controle.ts'
import type { Context } from '../../src/platform/context.ts'
import { openSleutels } from '../../src/platform/sleutels.ts'
import { openStukken } from '../../src/cli/stukken.ts'
import { stand } from '../inlezen.ts'
import { maakPersoon } from '../wereld.ts'
import { BEGONNEN } from './inlezen-begin.ts'
import { inRegio, telWezen, verseRegio } from './inlezen-hulp.ts'

const VOORBEELD = join(import.meta.dirname, '../../db/voorbeeldregio')
const zips = readdirSync(join(VOORBEELD, 'berichten')).map((naam) => join(VOORBEELD, 'berichten', naam))
const csvs = ['aanbieders', 'overeenkomsten', 'evaluaties', 'cto'].map((naam) => join(VOORBEELD, `${naam}.csv`))

type Regio = Awaited<ReturnType<typeof verseRegio>>

/** With the keys as they are on disk now, as a program that was just started. */
const vers = ({ ctx, map }: Regio): Context => ({ ...ctx, sleutels: openSleutels(map) })

async function lees(ctx: Context, paden: readonly string[]) {
  const clock = { now: () => ctx.now, today: () => ctx.today }
  const verslag = await leesIn({ ...ctx, clock, scanner: undefined }, 'opdrachtregel', openStukken([...paden]))
  return { verwerkt: verslag.verwerkt, dubbel: verslag.dubbel }
}

/** Runs it in a child and kills that after so many milliseconds; whether it was killed before it was done. */
async function dood({ appUrl, map, ctx }: Regio, wat: string, na: number, vandaag = ctx.today): Promise<boolean> {
  const kind = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      join(import.meta.dirname, 'bewaren-kind.ts'),
      appUrl,
      map,
      ctx.regioId,
      wat,
      vandaag.toString(),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, TZ: 'UTC' } },
  )
  let fout = ''
  await new Promise<void>((resolve) => {
    kind.stderr.on('data', (deel: Buffer) => {
      fout += deel.toString()
      if (fout.includes(BEGONNEN)) resolve()
    })
    kind.on('close', () => resolve())
  })
  await setTimeout(na)
  kind.kill('SIGKILL')
  const [code, signaal] = await new Promise<[number | null, string | null]>((resolve) => {
    if (kind.exitCode !== null || kind.signalCode !== null) resolve([kind.exitCode, kind.signalCode])
    kind.on('close', (code, signaal) => resolve([code, signaal]))
  })
  if (signaal !== 'SIGKILL' && code !== 0) throw new Error(fout)
  return signaal === 'SIGKILL'
}

async function cijfers(ctx: Context) {
  await berekenKpis(ctx, {})
  return { kpis: await leesCijfers(ctx, {}), stand: await inRegio(ctx, (ctx) => stand(ctx, { sleutels: false })) }
}

const telClienten = (ctx: Context) =>
  inRegio(
    ctx,
    async ({ db }) =>
      (
        await sql<{ n: number; versies: string }>`select count(*)::int as n,
    string_agg(distinct sleutelversie::text, ' ') as versies from client`.execute(db)
      ).rows[0]!,
  )

/** Hidden numbers differ by key, and which of two ways of the same name and day comes first with them. */
const zonderVerborgen = (wat: unknown) =>
  JSON.stringify(wat).replaceAll(/verborgen-[0-9A-Z]{5}-[0-9A-Z]{5}/g, 'verborgen')

describe('kill -9', () => {
  test('S42: half gelezen, gewisseld met kill -9, de rest gelezen, nog eens gewisseld: dezelfde cliënten en dezelfde uitkomsten', async () => {
    await using ongestoord = await verseRegio()
    await using gestoord = await verseRegio()
    await lees(ongestoord.ctx, [...csvs.slice(0, 2), ...zips, ...csvs.slice(2)])
    const verwacht = await cijfers(ongestoord.ctx)
    const clienten = await telClienten(ongestoord.ctx)
    expect(clienten.n).toBeGreaterThan(100)

    const half = zips.filter((_, i) => i % 2 === 0)
    await lees(gestoord.ctx, [...csvs.slice(0, 2), ...half])
    let gedood = 0
    for (const na of [30, 80, 150, 250, 400]) gedood += Number(await dood(gestoord, 'wissel', na))
    expect(gedood).toBeGreaterThan(0)
    const midden = await telClienten(gestoord.ctx)
    // in the middle of it, and while it goes on in another process
    const rest = zips.filter((zip) => !half.includes(zip))
    await Promise.all([lees(vers(gestoord), rest.slice(0, 2)), wisselSleutels(vers(gestoord), { perKeer: 20 })])
    await lees(vers(gestoord), [...rest.slice(2), ...csvs.slice(2)])
    expect(await wisselSleutels(vers(gestoord))).toMatchObject({ hervat: false, clienten: clienten.n })
    const weer = await lees(vers(gestoord), zips)
    expect(weer.verwerkt).toBe(0)

    expect((await telClienten(gestoord.ctx)).n).toBe(clienten.n)
    expect(zonderVerborgen(await cijfers(vers(gestoord)))).toBe(zonderVerborgen(verwacht))
    expect(Object.values(await inRegio(gestoord.ctx, telWezen)).filter((n) => n > 0)).toEqual([])
    console.log(`${gedood} of 5 processes were killed; versions in the middle: ${midden.versies}`)
  })

  test('R3, R4: vernietigen met kill -9 gaat verder waar het was, en de verklaring telt alles één keer', async () => {
    await using regio = await verseRegio()
    await lees(regio.ctx, [...csvs.slice(0, 2), ...zips, ...csvs.slice(2)])
    const later = {
      ...regio.ctx,
      today: Temporal.PlainDate.from('2050-01-01'),
      now: Temporal.Instant.from('2050-01-01T08:00:00Z'),
    }
    await stelVernietigingenVoor(later)
    const beheerder = await maakPersoon(regio.ctx, 'contractbeheerder')
    const eigenaar = await maakPersoon(regio.ctx, 'contracteigenaar')
    const [{ id, aantal }] = (await inRegio(
      regio.ctx,
      async ({ db }) =>
        (
          await sql<{ id: string; aantal: number }>`update vernietiging
      set voorgelegd_op = now(), voorgelegd_door = ${beheerder.gebruikerId}, toelichting = 'x', besluit = 'vernietigen', reden = 'x',
        besloten_op = now(), besloten_door = ${eigenaar.gebruikerId} where soort = 'clienten' returning id, aantal`.execute(
            db,
          )
        ).rows,
    )) as [{ id: string; aantal: number }]
    const { perKeer } = soorten.clienten
    expect(aantal).toBeGreaterThan(50)
    let gedood = 0
    for (const na of [100, 300, 900]) gedood += Number(await dood(regio, id, na, later.today))
    expect(gedood).toBeGreaterThan(0)
    soorten.clienten.perKeer = 40
    await voerVernietigingUit(later, id)
    soorten.clienten.perKeer = perKeer
    const [gedaan] = await inRegio(
      regio.ctx,
      async ({ db }) =>
        (
          await sql<{ vernietigd: { clienten: number }; klaarOp: unknown; over: number }>`
      select vernietigd, klaar_op, (select count(*) from vernietiging_regel) as over from vernietiging where id = ${id}`.execute(
            db,
          )
        ).rows,
    )
    expect(gedaan).toMatchObject({ vernietigd: { clienten: aantal }, over: 0 })
    expect(gedaan!.klaarOp).not.toBeNull()
    expect(Object.values(await inRegio(regio.ctx, telWezen)).filter((n) => n > 0)).toEqual([])
    expect((await controleerAudit(regio.ctx)).fout).toBeUndefined()
    console.log(`${gedood} of 3 processes were killed while ${aantal} clients were destroyed`)
  })

  test('R3, R4: ook een dossier: gesprekken met alles eronder gaan met kill -9 precies één keer, en nooit half', async () => {
    await using regio = await verseRegio()
    const GESPREKKEN = 600
    const eigenaar = await maakPersoon(regio.ctx, 'contracteigenaar')
    const beheerder = await maakPersoon(regio.ctx, 'contractbeheerder')
    await inRegio(regio.ctx, async ({ db, regioId }) => {
      await sql`insert into gesprek (regio_id, soort, titel, telt_mee, regelsetdeel_id, datum, begintijd, eindtijd, wijze, eigenaar_id, gepland_op,
          gepland_door, gehouden_op, gedeeld_op, definitief_op)
        select ${regioId}, 'intern', 'Overleg ' || n, false, r.id, '2026-01-01', '09:00', '10:00', 'fysiek', ${eigenaar.gebruikerId}, '2026-01-01',
          'proef', '2026-01-01', '2026-01-01', '2026-01-01' from regelsetdeel r, generate_series(1, ${GESPREKKEN}::int) n where r.deel = 'gesprekken'`.execute(
        db,
      )
      await sql`insert into agendapunt (regio_id, gesprek_id, sleutel, volgorde, titel, bron)
        select regio_id, id, 'hand:1', 1, titel, 'hand' from gesprek`.execute(db)
      await sql`insert into verslagtekst (regio_id, gesprek_id, agendapunt_id, tekst, gewijzigd_op, gewijzigd_door)
        select regio_id, gesprek_id, id, titel, '2026-01-01', 'proef' from agendapunt`.execute(db)
      await sql`insert into actie (regio_id, gesprek_id, agendapunt_id, tekst, kant, eigenaar, einddatum, vastgelegd_op, vastgelegd_door, gereed_op,
          geaccepteerd_op) select regio_id, gesprek_id, id, titel, 'regio', 'Iemand', '2026-02-01', '2026-01-01', 'proef', '2026-01-01', '2026-02-01'
        from agendapunt`.execute(db)
    })
    const later = {
      ...regio.ctx,
      today: Temporal.PlainDate.from('2050-01-01'),
      now: Temporal.Instant.from('2050-01-01T08:00:00Z'),
    }
    await stelVernietigingenVoor(later)
    const [{ id, aantal }] = (await inRegio(
      regio.ctx,
      async ({ db }) =>
        (
          await sql<{ id: string; aantal: number }>`update vernietiging
      set voorgelegd_op = now(), voorgelegd_door = ${beheerder.gebruikerId}, toelichting = 'x', besluit = 'vernietigen', reden = 'x',
        besloten_op = now(), besloten_door = ${eigenaar.gebruikerId} where soort = 'gesprekken-zonder-overeenkomst' returning id, aantal`.execute(
            db,
          )
        ).rows,
    )) as [{ id: string; aantal: number }]
    expect(aantal).toBe(GESPREKKEN)
    const telling = () =>
      inRegio(
        regio.ctx,
        async ({ db }) =>
          (
            await sql<
              Record<string, number>
            >`select (select count(*)::int from gesprek) as gesprek, (select count(*)::int from agendapunt) as punt,
        (select count(*)::int from verslagtekst) as tekst, (select count(*)::int from actie) as actie`.execute(db)
          ).rows[0]!,
      )
    // later and later, until it was killed with a part done
    let midden = 0
    for (let na = 60; midden === 0 && na < 10_000; na *= 2) {
      const gedood = await dood(regio, id, na, later.today)
      // nothing of a meeting is gone while the rest of it stands
      const over = await telling()
      expect(new Set(Object.values(over)).size).toBe(1)
      if (gedood && over['gesprek']! < GESPREKKEN) midden = over['gesprek']!
    }
    expect(midden).toBeGreaterThan(0)
    await voerVernietigingUit(later, id)
    expect(await telling()).toEqual({ gesprek: 0, punt: 0, tekst: 0, actie: 0 })
    const [gedaan] = await inRegio(
      regio.ctx,
      async ({ db }) =>
        (
          await sql<{
            vernietigd: object
            klaarOp: unknown
          }>`select vernietigd, klaar_op from vernietiging where id = ${id}`.execute(db)
        ).rows,
    )
    expect(gedaan).toMatchObject({
      vernietigd: { gesprekken: GESPREKKEN, acties: GESPREKKEN, agendapunten: GESPREKKEN },
    })
    expect(gedaan!.klaarOp).not.toBeNull()
    expect((await controleerAudit(regio.ctx)).fout).toBeUndefined()
    console.log(`killed with ${midden} of ${aantal} meetings left`)
  })
})
