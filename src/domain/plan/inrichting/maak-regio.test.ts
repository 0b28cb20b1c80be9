import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { test as base } from '../../../../test/test.ts'
import type { Context } from '../../../platform/context.ts'
import { openSleutels } from '../../../platform/sleutels.ts'
import { inReadTransaction } from '../../../platform/transaction.ts'
import { bewaarRegelsetdeel } from './bewaar-regelsetdeel.ts'
import { findRegelset, leesRegelset, leesRegelsetdelen, listRegelsetdelen, listVersies } from './lees-regelset.ts'
import { maakRegio } from './maak-regio.ts'
import { leesVersies } from './regelset-inhoud.ts'
import { findRegio, listGemeenten, listSubregios } from './queries.ts'

const test = base.extend<{ ctx: Context; map: string }>({
  map: async ({}, use) => {
    const map = mkdtempSync(join(tmpdir(), 'sleutels-'))
    await use(map)
    rmSync(map, { recursive: true })
  },
  ctx: async ({ db, map }, use) => {
    await use({
      db,
      regioId: '',
      actor: {
        soort: 'opdrachtregel',
        id: 'opdrachtregel',
        naam: 'beheer (opdrachtregel)',
        rollen: [{ rol: 'beheer (opdrachtregel)', agb: null }],
        agb: null,
      },
      now: Temporal.Instant.from('2026-11-22T10:00:00Z'),
      today: Temporal.PlainDate.from('2026-11-22'),
      sleutels: openSleutels(map),
    })
  },
})

const bestand = {
  naam: 'Proefregio',
  regelset: 'zaanstreek-waterland',
  contractfaseVanaf: '2024-01-01',
  subregios: [
    {
      naam: 'Zaanstad/Wormerland',
      gemeenten: [
        { code: '0479', naam: 'Zaanstad' },
        { code: '0880', naam: 'Wormerland' },
      ],
    },
    { naam: 'Purmerend', gemeenten: [{ code: '0439', naam: 'Purmerend' }] },
  ],
}

async function maak(ctx: Context, invoer: unknown = bestand) {
  const { regioId } = await maakRegio(ctx, invoer)
  return { ...ctx, regioId }
}

describe('regio aanmaken', () => {
  test('ORG-01, LIF-07: een regio krijgt een eigen begin van de contractfase en een eigen regelset', async ({
    ctx,
  }) => {
    const regio = await maak(ctx)
    expect(await findRegio(regio)).toMatchObject({ naam: 'Proefregio', voorbeeld: false })
    expect((await findRegio(regio)).contractfaseVanaf.toString()).toBe('2024-01-01')
    const delen = await listRegelsetdelen(regio, ctx.today)
    expect(delen.map(({ deel }) => deel)).toContain('kpi-start-zorg')
    expect(delen.every(({ versie, bron }) => versie === 1 && bron !== '')).toBe(true)
  })

  test('LIF-07: zonder datum geldt het begin van de contractfase uit de regelset', async ({ ctx }) => {
    const { contractfaseVanaf: _, ...zonder } = bestand
    const regio = await maak(ctx, zonder)
    expect((await findRegio(regio)).contractfaseVanaf.toString()).toBe('2026-07-01')
  })

  test('ORG-02: gemeenten staan bij precies één subregio, in de volgorde van het bestand', async ({ ctx }) => {
    const regio = await maak(ctx)
    expect(await listSubregios(regio)).toMatchObject([
      { naam: 'Zaanstad/Wormerland', gemeenten: [{ code: '0479' }, { code: '0880' }] },
      { naam: 'Purmerend', gemeenten: [{ code: '0439', naam: 'Purmerend' }] },
    ])
    expect(await listGemeenten(regio)).toHaveLength(3)
  })

  test('ORG-02: een gemeente in twee subregio’s wordt geweigerd', async ({ ctx }) => {
    const dubbel = structuredClone(bestand)
    dubbel.subregios[1]!.gemeenten.push({ code: '0479', naam: 'Zaanstad' })
    await expect(maakRegio(ctx, dubbel)).rejects.toThrow('Gemeente 0479 staat er twee keer in')
  })

  test.for([
    [{ ...bestand, naam: ' ' }, 'bij naam: Vul een naam in.'],
    [{ ...bestand, contractfaseVanaf: '1-1-2024' }, 'Schrijf de datum als 2026-07-01'],
    [{ ...bestand, regelset: 'elders' }, 'De regelset elders bestaat niet'],
    [{ ...bestand, regelset: '../x' }, 'kleine letters'],
    [{ ...bestand, subregios: [] }, 'ten minste één subregio'],
    [{ ...bestand, extra: 1 }, 'niet in een regiobestand hoort'],
    ['geen object', 'Het regiobestand klopt niet'],
  ] as const)('een fout bestand wordt geweigerd met een zin: %#', async ([invoer, zin], { ctx }) => {
    await expect(maakRegio(ctx, invoer)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining(zin) as string,
    })
  })

  test('een bestaande naam wordt geweigerd', async ({ ctx }) => {
    await maak(ctx)
    await expect(maakRegio(ctx, bestand)).rejects.toMatchObject({ status: 409 })
  })

  test('de sleutels staan in hun map en de gebeurtenis in het logboek', async ({ ctx, map }) => {
    const regio = await maak(ctx)
    expect(existsSync(join(map, `${regio.regioId}-wmo-1.sleutel`))).toBe(true)
    expect(readFileSync(join(map, `${regio.regioId}-jw-1.sleutel`))).toHaveLength(32)
    const { rows } = await sql`select soort, actor_naam from audit_regel where regio_id = ${regio.regioId}`.execute(
      ctx.db,
    )
    expect(rows).toEqual([{ soort: 'regio:aangemaakt', actorNaam: 'beheer (opdrachtregel)' }])
  })

  test('zonder het recht wordt het geweigerd', async ({ ctx }) => {
    const actor = { ...ctx.actor, rollen: [{ rol: 'contractmanager', agb: null }] }
    await expect(maakRegio({ ...ctx, actor }, bestand)).rejects.toMatchObject({ status: 403 })
  })
})

describe('regelsetdeel bewaren', () => {
  const wijziging = {
    deel: 'minimumaantallen',
    inhoud: { benchmarkAndereAanbieders: 4, benchmarkHoogsteAandeelProcent: 50 },
    geldigVanaf: Temporal.PlainDate.from('2027-01-01'),
    bron: 'Besluit contractteam',
    reden: 'Vier is genoeg',
  }

  test('ORG-01: een wijziging is een nieuwe versie; de oude blijft gelden tot de nieuwe ingaat', async ({ ctx }) => {
    const regio = await maak(ctx)
    expect(await bewaarRegelsetdeel(regio, wijziging)).toMatchObject({ versie: 2 })
    expect((await leesRegelset(regio, 'minimumaantallen', Temporal.PlainDate.from('2026-12-31'))).versie).toBe(1)
    expect(await leesRegelset(regio, 'minimumaantallen', Temporal.PlainDate.from('2027-01-01'))).toMatchObject({
      versie: 2,
      inhoud: wijziging.inhoud,
      reden: 'Vier is genoeg',
      vastgelegdDoor: 'beheer (opdrachtregel)',
    })
    expect((await listVersies(regio, 'minimumaantallen')).map(({ versie }) => versie)).toEqual([2, 1])
  })

  test('ORG-01: wat tegelijk gevraagd wordt, krijgt elk zijn eigen deel van zijn eigen dag', async ({ ctx }) => {
    const regio = await maak(ctx)
    await bewaarRegelsetdeel(regio, wijziging)
    const [voor, na] = [Temporal.PlainDate.from('2026-12-31'), Temporal.PlainDate.from('2027-01-01')]
    await inReadTransaction(regio, async (ctx) => {
      const gevraagd = await Promise.allSettled([
        leesRegelsetdelen(ctx, ['minimumaantallen'], voor),
        leesRegelsetdelen(ctx, ['minimumaantallen', 'feestdagen'], na),
        leesRegelsetdelen(ctx, ['feestdagen', 'bestaat-niet'], voor),
        findRegelset(ctx, 'feestdagen', voor),
        findRegelset(ctx, 'bestaat-niet', voor),
      ])
      expect(
        gevraagd.map((een) =>
          een.status === 'rejected'
            ? (een.reason as Error).message
            : een.value &&
              ('deel' in een.value ? een.value.deel : Object.values(een.value).map((d) => [d.deel, d.versie])),
        ),
      ).toEqual([
        [['minimumaantallen', 1]],
        [
          ['feestdagen', 1],
          ['minimumaantallen', 2],
        ],
        'Het deel bestaat-niet van de regelset bestaat niet, of u mag het niet zien.',
        'feestdagen',
        null,
      ])
    })
  })

  test('een bekende versie is er voor een andere regio niet', async ({ ctx }) => {
    const regio = await maak(ctx)
    const deel = await leesRegelset(regio, 'feestdagen', Temporal.PlainDate.from('2026-12-31'))
    expect(await leesVersies(regio, [deel])).toEqual([deel])
    expect(await leesVersies({ ...regio, regioId: crypto.randomUUID() }, [deel])).toEqual([])
  })

  test('het programma kan een oude versie niet wijzigen of weghalen', async ({ ctx }) => {
    const regio = await maak(ctx)
    await expect(sql`update regelsetdeel set inhoud = '{}'`.execute(regio.db)).rejects.toThrow('permission denied')
  })

  test.for([
    [{ ...wijziging, deel: 'bestaat-niet' }, 404],
    [{ ...wijziging, inhoud: { benchmarkAndereAanbieders: 0, benchmarkHoogsteAandeelProcent: 50 } }, 422],
    [
      {
        ...wijziging,
        inhoud: { benchmarkAndereAanbieders: 5, benchmarkHoogsteAandeelProcent: 50 },
        geldigVanaf: Temporal.PlainDate.from('2015-01-01'),
      },
      422,
    ],
    [{ ...wijziging, reden: ' ' }, 422],
    [{ ...wijziging, bron: '' }, 422],
    [{ ...wijziging, geldigVanaf: Temporal.PlainDate.from('2014-01-01') }, 422],
  ] as const)('een wijziging die niet kan wordt geweigerd: %#', async ([nieuw, status], { ctx }) => {
    const regio = await maak(ctx)
    await expect(bewaarRegelsetdeel(regio, nieuw)).rejects.toMatchObject({ status })
  })

  test('alleen functioneel beheer en de opdrachtregel mogen de inrichting wijzigen', async ({ ctx }) => {
    const regio = await maak(ctx)
    const actor = { ...ctx.actor, rollen: [{ rol: 'contractmanager', agb: null }] }
    await expect(bewaarRegelsetdeel({ ...regio, actor }, wijziging)).rejects.toMatchObject({ status: 403 })
  })
})
