import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { GEBRUIKER, openPostvak, WACHTWOORD } from '../../../../test/postvak.ts'
import { als, test } from '../../../../test/regio.ts'
import { maakTafelaanbieder, maakUitgenodigd, versieVan } from '../../../../test/tafels.ts'
import type { Context } from '../../../platform/context.ts'
import { makeMailer, type Bericht, type Uitkomst } from '../../../platform/mail.ts'
import { houdOverlegtafel } from './houd-overlegtafel.ts'
import { koppelTerug } from './koppel-terug.ts'
import { legTafelbesluitVast } from './leg-tafelbesluit-vast.ts'
import { listDeelnemers } from './list-deelnemers.ts'
import { sluitUit } from './sluit-uit.ts'
import { verstuurTafelbericht } from './verstuur-tafelbericht.ts'

const url = 'https://overlap.example'
const manager = (ctx: Context) => als(ctx, 'contractmanager')
const opDeDag = (ctx: Context): Context => ({ ...ctx, today: Temporal.PlainDate.from('2026-12-10') })

function speel(...antwoorden: Uitkomst[]) {
  const berichten: Bericht[] = []
  const verstuur = (bericht: Bericht): Promise<Uitkomst> => {
    const antwoord = antwoorden.shift() ?? { soort: 'verzonden' }
    if (antwoord.soort === 'verzonden') berichten.push(bericht)
    return Promise.resolve(antwoord)
  }
  return { berichten, post: { mailer: { verstuur, stop: () => undefined }, url } }
}
async function ids(ctx: Context, soort: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from overlegtafel_bericht where soort = ${soort} order by email`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
async function stand(ctx: Context, id: string) {
  const { rows } =
    await sql`select pogingen, laatste_fout, verzonden_op is not null as verzonden, mislukt_op is not null as mislukt
    from overlegtafel_bericht where id = ${id}`.execute(ctx.db)
  return rows[0]
}
async function houd(ctx: Context, id: string, aanwezigheid: 'aanwezig' | 'afwezig') {
  const deelnemers = await listDeelnemers(ctx, id)
  const standen = deelnemers.map(({ aanbiederId }) => ({ aanbiederId, aanwezigheid, toelichting: '' }))
  await houdOverlegtafel(manager(opDeDag(ctx)), id, standen)
}

describe('een bericht over een tafel uit de rij', () => {
  test('D39, TAF-04, TAF-05: de uitnodiging noemt dag, tijd, plaats en dat deelname verplicht is; één keer, via een echte server', async ({
    ctx,
  }) => {
    await maakTafelaanbieder(ctx, 1, { naam: 'Zorg <Noord>' })
    const id = await maakUitgenodigd(manager(ctx))
    const postvak = await openPostvak()
    const mailer = makeMailer({
      host: 'localhost',
      poort: postvak.poort,
      tls: 'verplicht',
      aanmelding: { gebruiker: GEBRUIKER, wachtwoord: WACHTWOORD },
      van: 'Regio <regio@overlap.example>',
      ca: postvak.ca,
    })
    const [bericht] = await ids(ctx, 'uitnodiging')
    await verstuurTafelbericht(ctx, bericht!, { mailer, url })
    await verstuurTafelbericht(ctx, bericht!, { mailer, url })
    mailer.stop()
    await postvak.stop()
    expect(postvak.mails).toHaveLength(1)
    const [mail] = postvak.mails
    expect(mail!.aan).toEqual(['contact1@zorg.example'])
    expect(mail!.tekst).toContain('Beste Contact 1,')
    expect(mail!.tekst).toMatch(/donderdag 10 december 2026, 13\.30 uur\s+Waar: Stadhuis Purmerend/)
    expect(mail!.tekst).toContain('Deelname is verplicht.')
    expect(mail!.tekst).toContain(`${url}/overlegtafels/${id}`)
    expect(mail!.html).toContain('Zorg &lt;Noord>')
    expect(await stand(ctx, bericht!)).toEqual({ pogingen: 1, laatsteFout: null, verzonden: true, mislukt: false })
  })

  test('een server die nu niet kan krijgt hem later; een adres dat er niet is, of geen server, is voorgoed', async ({
    ctx,
  }) => {
    for (const n of [1, 2, 3]) await maakTafelaanbieder(ctx, n)
    await maakUitgenodigd(manager(ctx))
    const [een, twee, drie] = (await ids(ctx, 'uitnodiging')) as [string, string, string]
    const { berichten, post } = speel({ soort: 'voorlopig', fout: 'ECONNREFUSED' })
    await expect(verstuurTafelbericht(ctx, een, post)).rejects.toThrow('ECONNREFUSED')
    await verstuurTafelbericht(ctx, een, post)
    expect(berichten).toHaveLength(1)
    expect(await stand(ctx, een)).toMatchObject({ pogingen: 2, laatsteFout: null, verzonden: true })
    await verstuurTafelbericht(ctx, twee, speel({ soort: 'blijvend', fout: 'EENVELOPE 550' }).post)
    expect(await stand(ctx, twee)).toMatchObject({ laatsteFout: 'EENVELOPE 550', mislukt: true })
    await verstuurTafelbericht(ctx, drie, undefined)
    expect(await stand(ctx, drie)).toMatchObject({ laatsteFout: 'geen mailserver ingesteld', mislukt: true })
  })

  test('een uitnodiging komt niet meer na de tafel', async ({ ctx }) => {
    await maakTafelaanbieder(ctx, 1)
    await maakUitgenodigd(manager(ctx))
    const [id] = await ids(ctx, 'uitnodiging')
    const { berichten, post } = speel()
    const later = { ...ctx, today: Temporal.PlainDate.from('2026-12-11') }
    await verstuurTafelbericht(later, id!, post)
    expect(berichten).toEqual([])
    expect(await stand(ctx, id!)).toMatchObject({ laatsteFout: 'te laat', mislukt: true })
  })

  test('D40, TAF-15: de terugkoppeling bevat tekst en besluiten; wie geen account heeft krijgt geen link', async ({
    ctx,
  }) => {
    await maakTafelaanbieder(ctx, 1)
    const id = await maakUitgenodigd(manager(ctx))
    await houd(ctx, id, 'aanwezig')
    await legTafelbesluitVast(manager(opDeDag(ctx)), id, { tekst: 'De wachtlijst komt elke maand op tafel.' })
    const terug = {
      tekst: 'We spraken over de wachtlijst.',
      belanghebbenden: [{ naam: 'Raad', email: 'raad@noord.example' }],
    }
    await koppelTerug(manager(opDeDag(ctx)), id, terug, await versieVan(ctx, id))
    const { berichten, post } = speel()
    for (const een of await ids(ctx, 'terugkoppeling')) await verstuurTafelbericht(ctx, een, post)
    const [aanbieder, raad] = berichten
    for (const { tekst } of berichten) {
      expect(tekst).toContain('We spraken over de wachtlijst.')
      expect(tekst).toContain('– De wachtlijst komt elke maand op tafel.')
    }
    expect(aanbieder!.tekst).toContain(`${url}/overlegtafels/${id}`)
    expect(raad!.tekst).not.toContain(id)
  })

  test('D41, TAF-12: het besluit om niet uit te nodigen noemt tot wanneer en waarom', async ({ ctx }) => {
    await maakTafelaanbieder(ctx, 1)
    const id = await maakUitgenodigd(manager(ctx))
    await houd(ctx, id, 'afwezig')
    const { aanbiederId } = (await listDeelnemers(ctx, id))[0]!
    const tot = Temporal.PlainDate.from('2027-06-30')
    await sluitUit(manager(opDeDag(ctx)), aanbiederId, { tot, motivering: 'Bleef weg zonder bericht.' })
    const { berichten, post } = speel()
    for (const een of await ids(ctx, 'uitsluiting')) await verstuurTafelbericht(ctx, een, post)
    expect(berichten[0]!.tekst).toContain('besloten Aanbieder 1 tot en met woensdag 30 juni 2027 niet uit te nodigen')
    expect(berichten[0]!.tekst).toContain('Motivering: Bleef weg zonder bericht.')
  })
})
