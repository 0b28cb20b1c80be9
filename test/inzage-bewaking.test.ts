import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { stelKpisVast } from '../src/domain/check/kpi/stel-kpis-vast.ts'
import { maakGebruiker } from '../src/domain/plan/inrichting/maak-gebruiker.ts'
import type { Rol } from '../src/domain/rechten.ts'
import type { Context } from '../src/platform/context.ts'
import { bewaakInzage } from './bewaak-inzage.ts'
import { EIGEN, maakCijfers } from './cijfers.ts'
import { als, test } from './regio.ts'
import { makeTestApp } from './web.ts'

const root = join(import.meta.dirname, '..')

// It gives a new client its label, and shows it to nobody.
const MAAKT_LABELS = 'src/domain/do/bericht/clienten.ts'

describe('elke plaats die een cliënt laat zien', () => {
  test('S50: SQL die het label van een cliënt leest, zegt ook dat die cliënt wordt getoond', () => {
    // only domain and platform speak SQL (test/architecture.test.ts)
    const bestanden = readdirSync(join(root, 'src/domain'), { recursive: true, withFileTypes: true })
      .filter((bestand) => bestand.isFile() && /\.tsx?$/.test(bestand.name) && !/\.test\.tsx?$/.test(bestand.name))
      .map((bestand) => join(bestand.parentPath, bestand.name))
      .map((bestand) => ({ naam: relative(root, bestand), tekst: readFileSync(bestand, 'utf8') }))
    const leest = bestanden.filter(
      ({ tekst }) => /\b(from|join|into) client\b|'client( as \w+)?'\)/.test(tekst) && /\blabel\b/.test(tekst),
    )
    // a guard that saw nothing guards nothing
    expect(leest.length).toBeGreaterThan(5)
    const zonder = leest.filter(({ tekst }) => !tekst.includes('toonClienten('))
    expect(zonder.map(({ naam }) => naam)).toEqual([MAAKT_LABELS])
  })

  test(
    'S50: elke pagina en uitvoer van het programma, door wie alles mag zien',
    { timeout: 60_000 },
    async ({ ctx }) => {
      const maart = {
        ...ctx,
        now: Temporal.Instant.from('2026-03-20T10:00:00Z'),
        today: Temporal.PlainDate.from('2026-03-20'),
      }
      const paden = await vul(maart)
      const toont: Record<string, string[]> = {}
      for (const rol of [
        'contractmanager',
        'backoffice',
        'privacyfunctionaris',
        'functioneel beheerder',
      ] satisfies Rol[]) {
        const { app, cookie } = await makeTestApp({ ctx: maart, rol })
        const alle = app.routes
          .filter(({ method, path }) => method === 'GET' && !path.includes('*'))
          .map(({ path }) => path)
        expect(alle.length).toBeGreaterThan(50)
        for (const patroon of new Set(alle)) {
          const pad = invullen(patroon, paden)
          expect(pad, `a new kind of address: say in this test what stands in it`).not.toContain(':')
          const voor = await telInzagen(maart)
          // throws when a label is shown of which no line was written
          const antwoord = await bewaakInzage(maart, await app.request(pad, { headers: { cookie } }), '')
          expect([200, 302, 303, 403, 404], `${rol} ${pad}`).toContain(antwoord.status)
          if ((await telInzagen(maart)) > voor && antwoord.status === 200) (toont[patroon] ??= []).push(rol)
        }
      }
      expect(toont).toEqual({
        '/kpis/:id{[0-9a-f]{8}-[0-9a-f-]{27}}': ['contractmanager'],
        '/kpis/:id{[0-9a-f]{8}-[0-9a-f-]{27}}/gevallen.csv': ['contractmanager'],
        '/kpis/:id{[0-9a-f]{8}-[0-9a-f-]{27}}/gevallen.xlsx': ['contractmanager'],
        '/toewijzingen/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}': ['contractmanager'],
        '/berichten/:id{[0-9]{1,15}}': ['contractmanager', 'backoffice', 'functioneel beheerder'],
        '/inzage': ['privacyfunctionaris'],
        '/inzage.csv': ['privacyfunctionaris'],
        '/inzage.xlsx': ['privacyfunctionaris'],
        '/inzage/:id{[0-9]{1,15}}': ['privacyfunctionaris'],
      })
    },
  )
})

/** A region with a thing behind every kind of address. */
async function vul(ctx: Context) {
  const cijfers = await maakCijfers(ctx)
  const manager = als(ctx, 'contractmanager')
  const id = await maakGebruiker(ctx, { naam: 'Vaststeller', functie: '', rol: 'contractmanager', voorbeeld: false })
  await stelKpisVast({ ...manager, actor: { ...manager.actor, id } }, 2025, '')
  const uitkomst = cijfers[EIGEN.agb]!
  const { rows } = await sql<Record<'toewijzing' | 'bevinding' | 'bericht' | 'inzage', string>>`select
      (select t.id from toewijzing t where t.regio_id = ${ctx.regioId} and t.agb = ${EIGEN.agb} limit 1) as toewijzing,
      (select b.id from bevinding b where b.regio_id = ${ctx.regioId} limit 1) as bevinding,
      (select m.bericht_id::text from start_melding m where m.regio_id = ${ctx.regioId} limit 1) as bericht,
      inzage_vastleggen(${ctx.regioId}, ${JSON.stringify({ trace_id: '1'.repeat(32), span_id: '1'.repeat(16), status: 'Ok', name: 'casus:getoond', start_time: '2026-03-19T10:00:00Z', end_time: '2026-03-19T10:00:00Z', resource: {}, activiteit: 'casus-onderzoeken', gebruiker_id: 'x', gebruiker: 'x', rol: 'x' })}::jsonb,
        (select array_agg(id) from client where regio_id = ${ctx.regioId}), null)::text as inzage`.execute(ctx.db)
  return { ...rows[0]!, uitkomst: uitkomst.id, aanbieder: uitkomst.aanbiederId }
}

type Paden = Awaited<ReturnType<typeof vul>>

function invullen(patroon: string, paden: Paden): string {
  const onbekend = '00000000-0000-4000-8000-000000000000'
  const [, ruimte = ''] = patroon.split('/')
  const ids: Record<string, string> = {
    kpis: paden.uitkomst,
    toewijzingen: paden.toewijzing,
    bevindingen: paden.bevinding,
    aanbieders: paden.aanbieder,
    overeenkomsten: onbekend,
    inzage: paden.inzage,
  }
  return patroon
    .replace(/\/rondes\/:id\{(?:[^{}]|\{[^}]*\})*\}/, `/rondes/${onbekend}`)
    .replace('/berichten/:id{[0-9]{1,15}}', `/berichten/${paden.bericht}`)
    .replace(/:persoon\{(?:[^{}]|\{[^}]*\})*\}/, onbekend)
    .replace(/:jaar\{(?:[^{}]|\{[^}]*\})*\}/, '2025')
    .replace(/:deel\{(?:[^{}]|\{[^}]*\})*\}/, 'rollen')
    .replace(/:pagina(\{(?:[^{}]|\{[^}]*\})*\})?/, 'kpis')
    .replace(/:id\{(?:[^{}]|\{[^}]*\})*\}/, ids[ruimte] ?? ':id')
}

async function telInzagen(ctx: Context): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from inzage where regio_id = ${ctx.regioId}`.execute(ctx.db)
  return rows[0]!.n
}
