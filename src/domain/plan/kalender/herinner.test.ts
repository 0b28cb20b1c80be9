import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, test as los } from 'vitest'
import { maakAanbieder, maakOvereenkomst, maakPersoon } from '../../../../test/afspraken.ts'
import { GEBRUIKER, openPostvak, WACHTWOORD } from '../../../../test/postvak.ts'
import { maakProefregio, test as base } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import { voerTakenUit } from '../../../../test/voer-taken-uit.ts'
import type { Diensten } from '../../../diensten.ts'
import { makeTasks } from '../../../jobs/tasks.ts'
import type { Context } from '../../../platform/context.ts'
import { makeMailer } from '../../../platform/mail.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { maakGebruiker } from '../inrichting/maak-gebruiker.ts'
import { listDagbericht } from './list-dagbericht.ts'
import { herinner } from './herinner.ts'
import { planTermijn, type NieuweTermijn } from './plan-termijn.ts'
import { stelHerinneringUit } from './stel-herinnering-uit.ts'
import { vervulTermijn } from './vervul-termijn.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const op = (ctx: Context, iso: string, uur = 8): Context => ({
  ...ctx,
  today: dag(iso),
  now: dag(iso)
    .toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: { hour: uur } })
    .toInstant(),
})

type Staat = { aanbiederId: string; overeenkomstId: string; noor: string; bas: string; ruud: string; imke: string }

async function maakStaat(ctx: Context): Promise<Staat> {
  const aanbiederId = await maakAanbieder(ctx)
  const overeenkomstId = await maakOvereenkomst(ctx)
  const [noor, bas, imke] = [
    await maakPersoon(ctx, 'Noor'),
    await maakPersoon(ctx, 'Bas'),
    await maakPersoon(ctx, 'Imke'),
  ]
  const ruud = await maakPersoon(ctx, 'Ruud', 'contracteigenaar')
  await inTransaction(ctx, async ({ db, regioId, today }) => {
    await sql`update gebruiker set email = lower(naam) || '@regio.example'`.execute(db)
    await sql`update aanbieder set contractmanager_id = ${noor}, achtervanger_id = ${bas} where id = ${aanbiederId}`.execute(
      db,
    )
    await sql`insert into overeenkomst_functie (regio_id, overeenkomst_id, functie, gebruiker_id, vanaf)
      values (${regioId}, ${overeenkomstId}, 'contracteigenaar', ${ruud}, ${today})`.execute(db)
  })
  return { aanbiederId, overeenkomstId, noor, bas, ruud, imke }
}

const plan = ({ aanbiederId, overeenkomstId }: Staat, meer: Partial<NieuweTermijn> = {}): NieuweTermijn => ({
  bron: 'proef',
  bronId: '1',
  titel: 'Verslag delen',
  regel: { datum: dag('2027-01-29') },
  startdatum: dag('2026-11-22'),
  wie: { kant: 'regio', rol: 'contractmanager' },
  over: { aanbiederId, overeenkomstId },
  ...meer,
})

async function wie({ db }: Context) {
  const { rows } = await sql<{
    naam: string
    als: string
    nummer: number
    titel: string
  }>`select g.naam, h.als, h.nummer, t.titel from herinnering h
    join gebruiker g on g.id = h.gebruiker_id join termijn t on t.id = h.termijn_id order by h.nummer, g.naam, t.titel`.execute(
    db,
  )
  return rows.map(({ naam, als, nummer }) => `${nummer} ${naam} ${als}`)
}

async function mails({ db }: Context) {
  const { rows } = await sql<{
    naam: string
    n: number
    termijnen: number
  }>`select g.naam, count(distinct m.id)::int as n,
      count(distinct h.termijn_id)::int as termijnen
    from mail m join gebruiker g on g.id = m.gebruiker_id left join herinnering h on h.mail_id = m.id
    where m.soort = 'herinnering' group by 1 order by 1`.execute(db)
  return rows.map(({ naam, n, termijnen }) => `${naam} ${n} over ${termijnen}`)
}

const test = base.extend<{ staat: Staat }>({
  staat: async ({ ctx }, use) => {
    await use(await maakStaat(ctx))
  },
})

describe('de ronde', () => {
  test('TRM-01: eerst de contractmanager, dan ook de achtervanger, en na de laatste dag de contracteigenaar; nooit vaker dan het maximum', async ({
    ctx,
    staat,
  }) => {
    const { id } = await planTermijn(ctx, plan(staat))
    expect(await herinner(op(ctx, '2026-12-31'))).toEqual({ verstreken: 0, herinnerd: 0, berichten: 0 })
    expect(await herinner(op(ctx, '2027-01-01', 6))).toMatchObject({ herinnerd: 0 })
    for (const dag of [
      '2027-01-01',
      '2027-01-01',
      '2027-01-22',
      '2027-01-28',
      '2027-01-30',
      '2027-02-06',
      '2027-03-01',
      '2027-05-01',
    ])
      await herinner(op(ctx, dag))
    expect(await wie(ctx)).toEqual([
      '1 Noor functie',
      '2 Noor functie',
      '3 Bas achtervanger',
      '3 Noor functie',
      '4 Bas achtervanger',
      '4 Noor functie',
      '4 Ruud eigenaar',
      '5 Bas achtervanger',
      '5 Noor functie',
      '5 Ruud eigenaar',
    ])
    const { rows } =
      await sql<object>`select stand, volgende_herinnering_op as volgende, herinneringen from termijn where id = ${id}`.execute(
        ctx.db,
      )
    expect(rows).toEqual([{ stand: 'verstreken', volgende: null, herinneringen: 5 }])
  })

  test('TRM-01: een gemiste maand verliest niets en stuurt niets dubbel: één herinnering voor alles', async ({
    ctx,
    staat,
  }) => {
    await planTermijn(ctx, plan(staat))
    await planTermijn(ctx, plan(staat, { bronId: '2', regel: { datum: dag('2027-01-20') } }))
    // nobody swept between 22 November and 29 January
    expect(await herinner(op(ctx, '2027-01-29'))).toMatchObject({ verstreken: 1, herinnerd: 2 })
    expect(await mails(ctx)).toEqual(['Bas 1 over 2', 'Noor 1 over 2', 'Ruud 1 over 1'])
    expect(await herinner(op(ctx, '2027-01-29', 9))).toMatchObject({ verstreken: 0, herinnerd: 0, berichten: 0 })
  })

  test('één bericht per dag per persoon: wat later op de dag komt, gaat met dat van morgen mee', async ({
    ctx,
    staat,
  }) => {
    await planTermijn(ctx, plan(staat))
    await planTermijn(ctx, plan(staat, { bronId: '2' }))
    await herinner(op(ctx, '2027-01-01'))
    expect(await mails(ctx)).toEqual(['Noor 1 over 2'])
    await planTermijn(op(ctx, '2027-01-01', 11), plan(staat, { bronId: '3', regel: { datum: dag('2027-01-01') } }))
    expect(await herinner(op(ctx, '2027-01-01', 12))).toMatchObject({ herinnerd: 1, berichten: 1 })
    // Noor had hers; Bas, told because it is the last day, had none
    expect(await mails(ctx)).toEqual(['Bas 1 over 1', 'Noor 1 over 2'])
    await herinner(op(ctx, '2027-01-02', 8))
    expect(await mails(ctx)).toEqual(['Bas 2 over 1', 'Noor 2 over 3', 'Ruud 1 over 1'])
  })

  test('ROL-06: wie er niet is, heeft een waarnemer; wie is uitgeschakeld, telt niet; zonder iemand gaat het naar de achtervanger of elke houder van de rol', async ({
    ctx,
    staat,
  }) => {
    await sql`insert into waarneming (regio_id, gebruiker_id, waarnemer_id, begindatum, einddatum, reden, vastgelegd_op, vastgelegd_door)
      values (${ctx.regioId}, ${staat.noor}, ${staat.imke}, '2026-12-20', '2027-01-05', 'Vakantie', ${ctx.now}, 'x')`.execute(
      ctx.db,
    )
    await planTermijn(ctx, plan(staat))
    await herinner(op(ctx, '2027-01-01'))
    expect(await wie(ctx)).toEqual(['1 Imke waarnemer'])
    await sql`update gebruiker set uitgeschakeld_op = now() where id = ${staat.noor}`.execute(ctx.db)
    await herinner(op(ctx, '2027-01-22'))
    expect((await wie(ctx)).slice(1)).toEqual(['2 Bas achtervanger'])
    await sql`update aanbieder set contractmanager_id = null, achtervanger_id = null`.execute(ctx.db)
    await herinner(op(ctx, '2027-01-28'))
    expect((await wie(ctx)).slice(2)).toEqual(['3 Bas rol', '3 Imke rol'])
  })

  test('ROL-21: aan wat een aanbieder moet doen worden haar mensen herinnerd; de contractmanager kijkt mee', async ({
    ctx,
    staat,
  }) => {
    await maakGebruiker(ctx, { naam: 'Veen', functie: '', rol: 'aanbieder', agb: '98990101', voorbeeld: false })
    await maakGebruiker(ctx, { naam: 'Ander', functie: '', rol: 'aanbieder', agb: '98990108', voorbeeld: false })
    await planTermijn(ctx, plan(staat, { wie: { kant: 'aanbieder' } }))
    await herinner(op(ctx, '2027-01-01'))
    expect(await wie(ctx)).toEqual(['1 Noor bewaakt', '1 Veen aanbieder'])
  })

  test('TRM-03: na de laatste dag is een termijn verstreken, en een moment gewoon voorbij', async ({ ctx, staat }) => {
    const { id } = await planTermijn(ctx, plan(staat))
    const moment = await planTermijn(ctx, plan(staat, { bronId: '2', aard: 'moment' }))
    await herinner(op(ctx, '2027-01-29', 23))
    const stand = async () =>
      (
        await sql<{
          stand: string
        }>`select stand from termijn where id in (${id}, ${moment.id}) order by bron_id`.execute(ctx.db)
      ).rows.map((r) => r.stand)
    // TRM-03: the last day itself belongs to the term
    expect(await stand()).toEqual(['loopt', 'loopt'])
    expect(await herinner(op(ctx, '2027-01-30'))).toMatchObject({ verstreken: 1 })
    await herinner(op(ctx, '2027-01-31'))
    expect(await stand()).toEqual(['verstreken', 'gehaald'])
  })
})

describe('uitstellen', () => {
  test('TRM-01: de herinnering schuift, de termijn niet; met een reden, en niet voorbij de laatste dag', async ({
    ctx,
    staat,
  }) => {
    const { id } = await planTermijn(ctx, plan(staat))
    const noor = (iso: string): Context => ({
      ...op(ctx, iso),
      actor: {
        soort: 'gebruiker',
        id: staat.noor,
        naam: 'Noor',
        rollen: [{ rol: 'contractmanager', agb: null }],
        agb: null,
      },
    })
    const stel = (tot: string, reden = 'Wacht op de bijlage.') =>
      stelHerinneringUit(noor('2027-01-02'), id, { tot: dag(tot), reden })
    await expect(stel('2027-01-10', ' ')).rejects.toThrow('Vul de reden in.')
    await expect(stel('2027-01-02')).rejects.toThrow('Kies een dag na vandaag.')
    await expect(stel('2027-01-30')).rejects.toThrow('niet na de laatste dag')
    await stel('2027-01-25')
    expect(await herinner(op(ctx, '2027-01-22'))).toMatchObject({ herinnerd: 0 })
    expect(await herinner(op(ctx, '2027-01-25'))).toMatchObject({ herinnerd: 1 })
    const { rows } = await sql<object>`select einddatum::text, uitgesteld_tot from termijn where id = ${id}`.execute(
      ctx.db,
    )
    expect(rows).toEqual([{ einddatum: '2027-01-29', uitgesteldTot: null }])
    await inTransaction(ctx, (ctx) => vervulTermijn(ctx, 'proef', '1', dag('2027-01-26')))
    await expect(stel('2027-01-27')).rejects.toThrow('al gesloten')
  })
})

describe('met echte verbindingen', () => {
  const geen = { maak: () => undefined } as unknown as Context['sleutels']
  const bereid = async (db: Context['db']) => {
    const ctx = await maakProefregio(db, geen)
    const staat = await inTransaction(ctx, maakStaat)
    for (const bronId of ['1', '2', '3']) await inTransaction(ctx, (ctx) => planTermijn(ctx, plan(staat, { bronId })))
    return { ctx, staat }
  }

  los(
    'twee rondes tegelijk sturen samen één bericht, en wat een termijn bij verstrijken vraagt komt één keer in de rij',
    async () => {
      await using fresh = await freshDatabase({ max: 6 })
      const { ctx, staat } = await bereid(fresh.db)
      const nu = op(ctx, '2027-01-01')
      const uitkomsten = await Promise.all([herinner(nu), herinner(nu), herinner(nu)])
      expect(uitkomsten.map(({ herinnerd, berichten }) => [herinnerd, berichten]).sort()).toEqual([
        [0, 0],
        [0, 0],
        [3, 1],
      ])
      await inTransaction(ctx, async (ctx) => {
        expect(await mails(ctx)).toEqual(['Noor 1 over 3'])
        expect(await wie(ctx)).toEqual(['1 Noor functie', '1 Noor functie', '1 Noor functie'])
      })
      await inTransaction(ctx, async (ctx) => {
        const { id } = await planTermijn(ctx, plan(staat, { bronId: '4', regel: { datum: dag('2026-12-01') } }))
        await sql`update termijn set taak_bij_verstrijken = 'herinner-aan-termijnen', volgende_herinnering_op = null where id = ${id}`.execute(
          ctx.db,
        )
      })
      await Promise.all([herinner(nu), herinner(nu), herinner(nu)])
      const eigenaar = new pg.Client(fresh.eigenaarUrl)
      await eigenaar.connect()
      const { rows } = await eigenaar.query<{ n: number }>(
        `select count(*)::int as n from graphile_worker.jobs where task_identifier = 'herinner-aan-termijnen'`,
      )
      await eigenaar.end()
      expect(rows).toEqual([{ n: 1 }])
    },
  )

  los('een ronde die halverwege stopt laat niets achter; de volgende doet alles', async () => {
    await using fresh = await freshDatabase()
    const { ctx } = await bereid(fresh.db)
    const nu = op(ctx, '2027-01-01')
    const beheer = new pg.Client(fresh.beheerUrl)
    await beheer.connect()
    // killed after all was written and before the commit
    const gedood = inTransaction(nu, async (ctx) => {
      expect(await herinner(ctx)).toMatchObject({ herinnerd: 3, berichten: 1 })
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(ctx.db)
      await beheer.query('select pg_terminate_backend($1)', [rows[0]!.pid])
      await sql`select 1`.execute(ctx.db)
    })
    await expect(gedood).rejects.toThrow()
    await beheer.end()
    await inTransaction(nu, async (ctx) => expect([await wie(ctx), await mails(ctx)]).toEqual([[], []]))
    expect(await herinner(nu)).toMatchObject({ herinnerd: 3, berichten: 1 })
    await inTransaction(nu, async (ctx) => expect(await mails(ctx)).toEqual(['Noor 1 over 3']))
  })

  los('door de rij naar een echte mailserver: één bericht met alle termijnen, zonder wat intussen af is', async () => {
    await using fresh = await freshDatabase()
    const { ctx } = await bereid(fresh.db)
    const nu = op(ctx, '2027-01-01')
    const postvak = await openPostvak()
    const mailer = makeMailer({
      host: 'localhost',
      poort: postvak.poort,
      tls: 'verplicht',
      van: 'Overlap <overlap@regio.example>',
      aanmelding: { gebruiker: GEBRUIKER, wachtwoord: WACHTWOORD },
      ca: postvak.ca,
    })
    const clock = { now: () => nu.now, today: () => nu.today }
    const diensten = {
      db: fresh.db,
      clock,
      sleutels: geen,
      post: { mailer, url: 'https://overlap.example' },
    } as unknown as Diensten
    const werk = () => voerTakenUit(fresh.eigenaarUrl, makeTasks(diensten))
    try {
      await herinner(nu)
      await inTransaction(nu, (ctx) => vervulTermijn(ctx, 'proef', '2', nu.today))
      await werk()
      await fresh.pool.query(`select enqueue_job('herinner-elk-uur', '{}')`)
      await werk()
      await werk()
      expect(postvak.mails.map(({ aan }) => aan)).toEqual([['noor@regio.example']])
      const { tekst, html } = postvak.mails[0]!
      expect(tekst).toContain('Beste Noor,')
      expect(tekst.match(/Verslag delen, Stichting Veenlicht\r?\nUiterlijk vrijdag 29 januari 2027/g)).toHaveLength(2)
      expect(tekst).toContain('https://overlap.example/kalender')
      expect(html).not.toMatch(/<img|<script/)
    } finally {
      mailer.stop()
      await postvak.stop()
    }
  })

  los('is alles intussen af, dan gaat er geen bericht uit', async () => {
    await using fresh = await freshDatabase()
    const { ctx } = await bereid(fresh.db)
    const nu = op(ctx, '2027-01-01')
    await herinner(nu)
    await inTransaction(nu, async (ctx) => {
      for (const id of ['1', '2', '3']) await vervulTermijn(ctx, 'proef', id, nu.today)
      const { rows } = await sql<{ id: string }>`select id from mail where soort = 'herinnering'`.execute(ctx.db)
      expect(await listDagbericht(ctx, rows[0]!.id)).toEqual([])
    })
  })
})
