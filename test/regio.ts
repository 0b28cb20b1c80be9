import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { maakRegio } from '../src/domain/plan/inrichting/maak-regio.ts'
import { beginInzage, type Inzagesoort } from '../src/domain/check/inzage/begin-inzage.ts'
import { makeInzage } from '../src/platform/inzage.ts'
import type { Rol } from '../src/domain/rechten.ts'
import type { Actor, Context, Db } from '../src/platform/context.ts'
import { openSleutels, type Sleutels } from '../src/platform/sleutels.ts'
import { test as base } from './test.ts'

export const VANDAAG = Temporal.PlainDate.from('2026-11-22')

/** The region of the trial data: seven gemeenten in three subregio's, contract phase from 2024. */
export const proefregio = {
  naam: 'Proefregio',
  regelset: 'zaanstreek-waterland',
  contractfaseVanaf: '2024-01-01',
  subregios: [
    { naam: 'Purmerend/Edam-Volendam', gemeenten: [gemeente('0439', 'Purmerend'), gemeente('0385', 'Edam-Volendam')] },
    {
      naam: 'Oostzaan/Waterland/Landsmeer',
      gemeenten: [gemeente('0431', 'Oostzaan'), gemeente('0852', 'Waterland'), gemeente('0415', 'Landsmeer')],
    },
    { naam: 'Zaanstad/Wormerland', gemeenten: [gemeente('0479', 'Zaanstad'), gemeente('0880', 'Wormerland')] },
  ],
}

/** A context as the command line, in a region of its own; on a transaction it joins that, else it commits. */
export async function maakProefregio(db: Db, sleutels: Sleutels, naam = proefregio.naam): Promise<Context> {
  const ctx: Context = {
    db,
    regioId: '',
    actor: actorMetRol('beheer (opdrachtregel)'),
    now: Temporal.Instant.from('2026-11-22T10:00:00Z'),
    today: VANDAAG,
    sleutels,
  }
  const { regioId } = await maakRegio(ctx, { ...proefregio, naam })
  return { ...ctx, regioId }
}

/** The same context as somebody with this role. */
export function als(ctx: Context, rol: Rol, agb: string | null = null): Context {
  return { ...ctx, actor: actorMetRol(rol, agb) }
}

/** The same context in a request that said what it looks at clients for: what it shows can be read from `inzage`. */
export function metInzage(ctx: Context, soort: Inzagesoort = 'gevallen:getoond') {
  const met = { ...ctx, inzage: makeInzage(ctx.now) }
  beginInzage(met, soort)
  return met
}

function actorMetRol(rol: Rol, agb: string | null = null): Actor {
  return { soort: 'gebruiker', id: `test ${rol}`, naam: `Test ${rol}`, rollen: [{ rol, agb }], agb }
}

function gemeente(code: string, naam: string) {
  return { code, naam }
}

/** `ctx` is a fresh region in the test's own transaction, as the command line; everything is rolled back. */
export const test = base.extend<{ sleutels: Sleutels; ctx: Context }>({
  sleutels: async ({}, use) => {
    const map = mkdtempSync(join(tmpdir(), 'overlap-sleutels-'))
    await use(openSleutels(map))
    rmSync(map, { recursive: true })
  },
  ctx: async ({ db, sleutels }, use) => {
    await use(await maakProefregio(db, sleutels))
  },
})
