import { sql } from 'kysely'
import { beoordeelBerichten } from '../src/domain/do/bericht/beoordeel-berichten.ts'
import { leesIn, type Stuk } from '../src/domain/do/bericht/lees-in.ts'
import type { Weigering } from '../src/domain/do/bericht/weigeringenlijst.ts'
import type { Context } from '../src/platform/context.ts'
import type { Virusscanner } from '../src/platform/virusscanner.ts'
import { maakAanbieder, maakOvereenkomst } from './afspraken.ts'
import { AGB, ANDERE_AGB, UURTARIEF } from './builders-bericht.ts'

export type Verslag = {
  verwerkt: number
  dubbel: number
  wachtend: number
  aantalAfgekeurd: number
  afgekeurd: Weigering[]
}

/** Reads texts in as files 1.xml, 2.xml, … (or with the given names) in one run; with a virus scanner when there is one. */
export async function lever(
  ctx: Context & { scanner?: Virusscanner },
  ...inhoud: (string | Buffer | { naam: string; inhoud: string | Buffer })[]
): Promise<Verslag> {
  async function* stukken(): AsyncGenerator<Stuk> {
    for (const [plek, deel] of inhoud.entries()) {
      const stuk = typeof deel === 'object' && 'naam' in deel ? deel : { naam: `${plek + 1}.xml`, inhoud: deel }
      yield await Promise.resolve({ naam: stuk.naam, inhoud: inStukken(Buffer.from(stuk.inhoud)) })
    }
  }
  const clock = { now: () => ctx.now, today: () => ctx.today }
  const { db, regioId, actor, sleutels, scanner } = ctx
  const verslag = await leesIn({ db, regioId, actor, clock, sleutels, scanner }, 'opdrachtregel', stukken())
  const afgekeurd: Weigering[] = []
  for await (const weigering of verslag.afgekeurd) {
    afgekeurd.push(weigering)
  }
  const { verwerkt, dubbel, wachtend, aantalAfgekeurd } = verslag
  return { verwerkt, dubbel, wachtend, aantalAfgekeurd, afgekeurd }
}

async function* inStukken(bytes: Buffer) {
  for (let plek = 0; plek < bytes.length; plek += 4_096) {
    yield await Promise.resolve(bytes.subarray(plek, plek + 4_096))
  }
}

/** Two aanbieders; the first with an overeenkomst for 01A03 (per hour) and 02A05 (per hour, claimed in minutes). */
export async function maakAfspraken(ctx: Context) {
  await maakAanbieder(ctx, { agb: AGB })
  await maakAanbieder(ctx, { agb: ANDERE_AGB, kvk: '99331217', naam: 'Coöperatie Dijk & Doen' })
  await maakOvereenkomst(ctx, { jaar: 2024, tariefCent: UURTARIEF })
  const begeleiding = { productcategorie: '02', productcode: '02A05', product: 'Begeleiding', eenheidDeclaratie: '01' }
  await maakOvereenkomst(ctx, { overeenkomst: 'ZW-BG-001', ...begeleiding, jaar: 2024, tariefCent: 8167 })
}

/** From more than `veel` messages on in the way for many. */
export function beoordeel(ctx: Context, veel?: number) {
  return beoordeelBerichten(ctx, veel)
}

/** Puts messages in the queue of the judgement. */
export async function zetKlaar(ctx: Context, welke: ReturnType<typeof sql> = sql`true`) {
  await sql`insert into te_beoordelen (regio_id, van, tot) select regio_id, id, id from bericht
    where regio_id = ${ctx.regioId} and ${welke}`.execute(ctx.db)
}

/** As if nothing was judged yet. */
export async function vergeetOordelen(ctx: Context) {
  const regio = sql`where regio_id = ${ctx.regioId}`
  for (const tabel of ['toewijzing_versie', 'start_melding', 'stop_melding']) {
    await sql`update ${sql.table(tabel)} set oordeel = null ${regio}`.execute(ctx.db)
  }
  await sql`update declaratie_regel set oordeel = null, fout = null, toegekend = null, overeenkomst_id = null ${regio}`.execute(
    ctx.db,
  )
  await sql`update bericht set oordeel = null, code = null, plaats = null, signaal = null, regelfouten = 0 ${regio}`.execute(
    ctx.db,
  )
  for (const tabel of ['toewijzing', 'declaratie_maand', 'bericht_aandacht']) {
    await sql`delete from ${sql.table(tabel)} ${regio}`.execute(ctx.db)
  }
  await zetKlaar(ctx)
}

/**
 * What was judged, by natural keys: the same for every order, split and repetition. Without `sleutels` it holds nothing that
 * follows from the keys of the region, so that two regions can be compared.
 */
export async function stand(ctx: Context, { sleutels = true } = {}): Promise<Record<string, unknown[]>> {
  const vraag = async (query: ReturnType<typeof sql>) => (await query.execute(ctx.db)).rows
  const { regioId } = ctx
  const hmac = sleutels ? sql`encode(b.inhoud_hmac, 'hex')` : sql`''`
  const bericht = sql`b.wet || b.soort || ' ' || b.afzender || ' ' || b.identificatie || ' ' || b.dagtekening || ' ' || ${hmac}`
  const client = sleutels
    ? sql`(select encode(c.pseudoniem, 'hex') from client c where c.regio_id = x.regio_id and c.id = x.client_id)`
    : sql`''`
  return {
    berichten: await vraag(sql`select ${bericht} as bericht, b.oordeel, b.code, b.plaats, b.signaal, b.regelfouten,
        exists (select from te_beoordelen t where t.regio_id = b.regio_id and b.id between t.van and t.tot) as wacht_op_oordeel
      from bericht b where b.regio_id = ${regioId} order by 1`),
    aandacht:
      await vraag(sql`select ${bericht} as bericht, a.oordeel, a.code, a.signaal, a.regelfouten from bericht_aandacht a
      join bericht b on b.regio_id = a.regio_id and b.id = a.bericht_id where a.regio_id = ${regioId} order by 1`),
    regels:
      await vraag(sql`select ${bericht} as bericht, x.regel, x.oordeel, x.fout, x.toegekend, o.nummer as overeenkomst,
        x.bedrag_cent, ${client} as client
      from declaratie_regel x join bericht b on b.regio_id = x.regio_id and b.id = x.bericht_id
      left join overeenkomst o on o.regio_id = x.regio_id and o.id = x.overeenkomst_id
      where x.regio_id = ${regioId} order by 1, 2`),
    versies:
      await vraag(sql`select ${bericht} as bericht, x.regel, x.oordeel, ${client} as client from toewijzing_versie x
      join bericht b on b.regio_id = x.regio_id and b.id = x.bericht_id where x.regio_id = ${regioId} order by 1, 2`),
    starts: await vraag(sql`select ${bericht} as bericht, x.regel, x.oordeel from start_melding x
      join bericht b on b.regio_id = x.regio_id and b.id = x.bericht_id where x.regio_id = ${regioId} order by 1, 2`),
    stops: await vraag(sql`select ${bericht} as bericht, x.regel, x.oordeel from stop_melding x
      join bericht b on b.regio_id = x.regio_id and b.id = x.bericht_id where x.regio_id = ${regioId} order by 1, 2`),
    toewijzingen: await vraag(sql`select x.wet, x.gemeente, x.nummer, ${client} as client, x.agb, x.categorie, x.code,
        x.ingangsdatum::text, x.einddatum::text, x.reden_wijziging, x.ingetrokken, x.toegewezen_op::text,
        x.referentiedatum::text, x.gestart_op::text, x.gestopt_op::text, x.volume, x.eenheid, x.frequentie
      from toewijzing x where x.regio_id = ${regioId} order by 1, 2, 3`),
    maanden: await vraag(sql`select m.agb, m.maand::text, o.nummer, m.regels, m.bedrag_cent from declaratie_maand m
      join overeenkomst o on o.regio_id = m.regio_id and o.id = m.overeenkomst_id
      where m.regio_id = ${regioId} order by 1, 2, 3`),
  }
}
