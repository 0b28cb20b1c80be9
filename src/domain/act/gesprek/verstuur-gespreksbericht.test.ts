import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { GEBRUIKER, openPostvak, WACHTWOORD } from '../../../../test/postvak.ts'
import { test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { makeMailer } from '../../../platform/mail.ts'
import { annuleerGesprek } from './annuleer-gesprek.ts'
import { nodigDeelnemersUit } from './nodig-deelnemers-uit.ts'
import { maakProef, plan } from './proefgesprek.testhulp.ts'
import { verstuurGespreksbericht } from './verstuur-gespreksbericht.ts'

async function listIds(ctx: Context, gesprekId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from gesprek_bericht where gesprek_id = ${gesprekId}
    order by gevraagd_op, id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

async function vanNoor(ctx: Context, gesprekId: string): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`select b.id from gesprek_bericht b join deelnemer d on d.id = b.deelnemer_id
    where b.gesprek_id = ${gesprekId} and d.naam = 'Noor Bakker'`.execute(ctx.db)
  return rows[0]!.id
}

async function metPostvak<T>(werk: (post: { mailer: ReturnType<typeof makeMailer>; url: string }) => Promise<T>) {
  const postvak = await openPostvak()
  const mailer = makeMailer({
    host: '127.0.0.1',
    poort: postvak.poort,
    tls: 'verplicht',
    van: 'Overlap <overlap@regio.example>',
    aanmelding: { gebruiker: GEBRUIKER, wachtwoord: WACHTWOORD },
    ca: postvak.ca,
  })
  try {
    await werk({ mailer, url: 'https://overlap.regio.example' })
    return postvak.mails
  } finally {
    mailer.stop()
    await postvak.stop()
  }
}

describe('mail over een gesprek', () => {
  test('GES-10, COM-01: de uitnodiging komt aan met de afspraak erbij, één keer, en zegt niets over de inhoud', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef)
    await sql`update gebruiker set email = 'm.dewit@regio.example' where id = ${proef.manager.actor.id}`.execute(ctx.db)
    await nodigDeelnemersUit(proef.manager, id)
    const berichtId = await vanNoor(ctx, id)
    const mails = await metPostvak(async (post) => {
      await verstuurGespreksbericht(ctx, berichtId, post)
      await verstuurGespreksbericht(ctx, berichtId, post)
    })
    expect(mails).toHaveLength(1)
    expect(mails[0]!.aan).toEqual(['noor@zorg.example'])
    expect(mails[0]!.tekst).toContain('Marloes de Wit nodigt u uit')
    expect(mails[0]!.tekst.replaceAll(/=\r?\n|\r?\n/g, '')).toContain(`https://overlap.regio.example/gesprekken/${id}`)
    expect(mails[0]!.tekst).not.toContain('Governance')
    // the appointment, as calendar programs find it
    expect(mails[0]!.tekst).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/)
    expect(mails[0]!.tekst.replaceAll(/=?\r\n ?/g, '')).toContain(`UID:${id}@overlap.invalid`)
    const { rows } = await sql<{ verzonden: boolean }>`select verzonden_op is not null as verzonden from gesprek_bericht
      where id = ${berichtId}`.execute(ctx.db)
    expect(rows[0]!.verzonden).toBe(true)
  })

  test('STM-02: bij annuleren krijgt alleen bericht wie was uitgenodigd', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const nooit = await plan(proef)
    await annuleerGesprek(proef.manager, nooit, 'Ziekte.')
    expect(await listIds(ctx, nooit)).toEqual([])
    const id = await plan(proef)
    await nodigDeelnemersUit(proef.manager, id)
    await annuleerGesprek(proef.manager, id, 'Ziekte.')
    const [, annulering] = await listIds(ctx, id)
    const mails = await metPostvak((post) => verstuurGespreksbericht(ctx, annulering!, post))
    expect(mails[0]!.tekst).toContain('gaat niet door. Reden: Ziekte.')
  })

  test('zonder mailserver staat bij het bericht dat het niet verstuurd is', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef)
    await nodigDeelnemersUit(proef.manager, id)
    const [berichtId] = await listIds(ctx, id)
    await verstuurGespreksbericht(ctx, berichtId!, undefined)
    const { rows } = await sql<{
      laatsteFout: string
    }>`select laatste_fout from gesprek_bericht where id = ${berichtId}`.execute(ctx.db)
    expect(rows[0]!.laatsteFout).toBe('geen mailserver ingesteld')
  })
})
