import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, test as los } from 'vitest'
import { leesToken } from './token.ts'
import { GEBRUIKER, openPostvak, WACHTWOORD, type Postvak } from '../../../../test/postvak.ts'
import { anoniem, leesMails, maakAccount, rol } from '../../../../test/accounts.ts'
import { maakProefregio, test } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import { voerTakenUit } from '../../../../test/voer-taken-uit.ts'
import { makeTasks } from '../../../jobs/tasks.ts'
import type { Diensten } from '../../../diensten.ts'
import type { Context } from '../../../platform/context.ts'
import { makeMailer, type Bericht, type Mailer, type Uitkomst } from '../../../platform/mail.ts'
import { nodigUit } from '../gebruiker/nodig-uit.ts'
import { kiesWachtwoord } from './kies-wachtwoord.ts'
import { maakMail, mailteksten, type Mailsoort } from './mailtekst.ts'
import { verstuurMail } from './verstuur-mail.ts'

const URL = 'https://overlap.regio.example'

/** A mail server that answers as told, one answer per mail; what it accepted is kept. */
function speelMailer(...antwoorden: Uitkomst[]) {
  const berichten: Bericht[] = []
  const mailer: Mailer = {
    verstuur: (bericht) => {
      const antwoord = antwoorden.shift() ?? { soort: 'verzonden' }
      if (antwoord.soort === 'verzonden') berichten.push(bericht)
      return Promise.resolve(antwoord)
    },
    stop: () => undefined,
  }
  return { berichten, post: { mailer, url: URL } }
}

async function nodigTessUit(ctx: Context) {
  const tess = { naam: 'Tess <Molenaar>', email: 'tess@regio.example', functie: '' }
  const { gebruikerId } = await nodigUit(ctx, tess, [rol(ctx, 'backoffice')], { mail: true })
  return { gebruikerId, mailId: await laatsteMail(ctx) }
}

async function laatsteMail(ctx: Context): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from mail order by id desc limit 1`.execute(ctx.db)
  return rows[0]!.id
}

async function leesStand(ctx: Context, id: string) {
  const { rows } = await sql`select pogingen, laatste_fout, verzonden_op is not null as verzonden,
    mislukt_op is not null as mislukt from mail where id = ${id}`.execute(ctx.db)
  return rows[0]
}

function linkUit({ tekst }: Bericht): Buffer {
  return leesToken(/\/uitnodiging\/([\w-]+)/.exec(tekst)![1])!.hash
}

describe('een mail uit de rij', () => {
  test('de link wordt bij het versturen gemaakt, alleen zijn hash blijft; nog een keer versturen gebeurt niet', async ({
    ctx,
  }) => {
    const { mailId } = await nodigTessUit(ctx)
    const { berichten, post } = speelMailer()
    const tokens = () => sql<{ n: number }>`select count(token_hash)::int as n from eenmalige_link`.execute(ctx.db)
    expect((await tokens()).rows).toEqual([{ n: 0 }])
    await verstuurMail(ctx, mailId, post)
    await verstuurMail(ctx, mailId, post)
    expect(berichten).toHaveLength(1)
    const [bericht] = berichten
    expect(bericht).toMatchObject({ aan: 'tess@regio.example', kenmerk: mailId })
    expect(bericht!.tekst).toContain(`${URL}/uitnodiging/`)
    expect(bericht!.html).toContain('Tess &lt;Molenaar>')
    expect(bericht!.html).not.toMatch(/<img|<script|style=|http:\/\//)
    expect(await kiesWachtwoord(anoniem(ctx), linkUit(bericht!), 'koffie met uitzicht')).toMatchObject({
      soort: 'gekozen',
    })
    const { rows } = await sql<{ alles: string }>`select concat(to_jsonb(m)::text, to_jsonb(l)::text) as alles
      from mail m join eenmalige_link l on l.id = m.link_id`.execute(ctx.db)
    expect(rows[0]!.alles).not.toContain(/\/uitnodiging\/([\w-]+)/.exec(bericht!.tekst)![1]!)
    expect(await leesStand(ctx, mailId)).toEqual({ pogingen: 1, laatsteFout: null, verzonden: true, mislukt: false })
  })

  test('een server die nu niet kan, krijgt hem later: dan geldt de link van die keer', async ({ ctx }) => {
    const { mailId } = await nodigTessUit(ctx)
    const { berichten, post } = speelMailer({ soort: 'voorlopig', fout: 'ECONNREFUSED' })
    await expect(verstuurMail(ctx, mailId, post)).rejects.toThrow('mail not accepted yet: ECONNREFUSED')
    expect(await leesStand(ctx, mailId)).toMatchObject({
      pogingen: 1,
      laatsteFout: 'ECONNREFUSED',
      verzonden: false,
      mislukt: false,
    })
    await verstuurMail(ctx, mailId, post)
    expect(await leesStand(ctx, mailId)).toMatchObject({ pogingen: 2, laatsteFout: null, verzonden: true })
    expect(berichten).toHaveLength(1)
  })

  test.for([
    ['een ontvanger die er niet is', { soort: 'blijvend', fout: 'EENVELOPE 550' }, 0, 'EENVELOPE 550'],
    ['na drie dagen', { soort: 'verzonden' }, 3 * 86_400, 'te laat'],
  ] as const)('geeft op: %s', async ([, antwoord, later, fout], { ctx }) => {
    const { mailId } = await nodigTessUit(ctx)
    const { berichten, post } = speelMailer(antwoord)
    await verstuurMail(anoniem(ctx, { na: later }), mailId, post)
    await verstuurMail(ctx, mailId, post)
    expect(await leesStand(ctx, mailId)).toMatchObject({ laatsteFout: fout, verzonden: false, mislukt: true })
    expect(berichten).toHaveLength(0)
  })

  test('zonder mailserver, of met een link die intussen is ingetrokken, gaat er niets weg', async ({ ctx }) => {
    const { mailId } = await nodigTessUit(ctx)
    await sql`update eenmalige_link set ingetrokken_op = now()`.execute(ctx.db)
    const { berichten, post } = speelMailer()
    await verstuurMail(ctx, mailId, post)
    expect([berichten.length, await leesStand(ctx, mailId)]).toMatchObject([
      0,
      { laatsteFout: 'de link geldt niet meer' },
    ])
    const noor = await maakAccount(ctx, 'Noor Haddad')
    await sql`insert into mail (regio_id, gebruiker_id, soort, gevraagd_op, uiterlijk_op)
      values (${ctx.regioId}, ${noor.id}, 'wachtwoord-gewijzigd', ${ctx.now}, ${ctx.now.add({ hours: 1 })})`.execute(
      ctx.db,
    )
    await verstuurMail(ctx, await laatsteMail(ctx), undefined)
    expect(await leesStand(ctx, await laatsteMail(ctx))).toMatchObject({
      laatsteFout: 'geen mailserver ingesteld',
      mislukt: true,
    })
    expect(await leesMails(ctx, noor.id)).toEqual(['wachtwoord-gewijzigd'])
  })
})

describe('de rij en een echte mailserver', () => {
  los('server uit en weer aan: niets verloren, niets dubbel', async () => {
    await using fresh = await freshDatabase()
    const geen = { maak: () => undefined } as unknown as Context['sleutels']
    const nu = Temporal.Now.instant()
    const ctx = { ...(await maakProefregio(fresh.db, geen)), now: nu }
    const tess = { naam: 'Tess Molenaar', email: 'tess@regio.example', functie: '' }
    await nodigUit(ctx, tess, [rol(ctx, 'backoffice')], { mail: true })
    const dicht: Postvak = await openPostvak()
    await dicht.stop()
    const mailer = makeMailer({
      host: 'localhost',
      poort: dicht.poort,
      tls: 'verplicht',
      van: 'Overlap <overlap@regio.example>',
      aanmelding: { gebruiker: GEBRUIKER, wachtwoord: WACHTWOORD },
      ca: dicht.ca,
    })
    const clock = { now: () => nu, today: () => ctx.today }
    const diensten = { db: fresh.db, clock, sleutels: geen, post: { mailer, url: URL } } as unknown as Diensten
    const werk = () => voerTakenUit(fresh.eigenaarUrl, makeTasks(diensten))
    await werk()
    expect(await leesJobs(fresh)).toEqual([{ task_identifier: 'verstuur-mail', attempts: 1, bytes: true }])
    const open = await openPostvak({}, dicht.poort)
    try {
      await wekJobs(fresh.eigenaarUrl)
      await werk()
      await werk()
      expect(open.mails.map(({ aan }) => aan)).toEqual([['tess@regio.example']])
      expect(await leesJobs(fresh)).toEqual([])
    } finally {
      mailer.stop()
      await open.stop()
    }
  })
})

async function leesJobs({ eigenaarUrl }: { eigenaarUrl: string }) {
  const client = new pg.Client(eigenaarUrl)
  await client.connect()
  try {
    const { rows } = await client.query<object>(
      `select j.task_identifier, j.attempts, length(p.payload::text) < 120 as bytes from graphile_worker.jobs j
        join graphile_worker._private_jobs p on p.id = j.id`,
    )
    return rows
  } finally {
    await client.end()
  }
}

async function wekJobs(eigenaarUrl: string) {
  const client = new pg.Client(eigenaarUrl)
  await client.connect()
  await client.query(`update graphile_worker._private_jobs set run_at = now()`)
  await client.end()
}

describe('de tekst van een mail', () => {
  los.each(Object.keys(mailteksten) as Mailsoort[])('%s: Nederlands, kort, zonder volgen of opmaak', (soort) => {
    const link =
      soort in { uitnodiging: 1, wachtwoord: 1, 'toegang-hersteld': 1 } ? `${URL}/uitnodiging/abc` : undefined
    const mail = maakMail(soort, {
      naam: 'Noor',
      regio: 'Proefregio',
      url: URL,
      link,
      geldigTot: Temporal.Instant.from('2026-11-29T10:00:00Z'),
      door: 'Joris Blom',
      reden: 'a & b\r\nBcc: x',
    })
    expect(mail.tekst).toMatch(/^Beste Noor,\n\n/)
    expect(mail.tekst.includes(URL)).toBe(true)
    expect(mail.tekst).not.toMatch(/!|undefined|null/)
    expect(mail.onderwerp).toMatch(/Overlap, Proefregio/)
    expect(mail.onderwerp).not.toMatch(/[\r\n]/)
    expect(mail.html).not.toMatch(/<img|style|script|&(?!amp;|lt;|quot;)/)
    expect(mail.html.match(/<a href/g) ?? []).toHaveLength(link === undefined ? 0 : 1)
  })
})
