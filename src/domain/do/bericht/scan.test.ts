import { readdirSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { leesGebeurtenissen } from '../../../../test/afspraken.ts'
import { xml301, xml305 } from '../../../../test/builders-bericht.ts'
import { EICAR, startClamd, type Gedrag } from '../../../../test/clamd.ts'
import { lever, maakAfspraken } from '../../../../test/inlezen.ts'
import { test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'

const tel = async (ctx: Context, tabel: string) =>
  (
    await sql<{
      n: number
    }>`select count(*)::int as n from ${sql.table(tabel)} where regio_id = ${ctx.regioId}`.execute(ctx.db)
  ).rows[0]!.n

const EVALUATIES = 'gemeentecode;toewijzingNummer;datum;soort;resultaat;reden\n'

describe('een levering met een virusscanner', () => {
  test('elk bestand gaat er heel langs voor het wordt gelezen; een schone levering gaat als altijd', async ({
    ctx,
  }) => {
    await using clamd = await startClamd()
    await maakAfspraken(ctx)
    const bestanden = [
      { naam: 'a.xml', inhoud: xml301({ identificatie: 'T1' }) },
      { naam: 'leeg.xml', inhoud: '' },
      { naam: 'e.csv', inhoud: `${EVALUATIES}0439;1001;2024-03-01;tussentijds;behaald;\n` },
    ]
    const verslag = await lever({ ...ctx, scanner: clamd.scanner }, ...bestanden)
    expect(verslag).toMatchObject({ verwerkt: 2, aantalAfgekeurd: 1, afgekeurd: [{ code: 'leeg-bestand' }] })
    expect(clamd.ontvangen.map((bytes) => bytes.toString())).toEqual(bestanden.map(({ inhoud }) => inhoud))
    expect(readdirSync(clamd.map)).toEqual([])
    const { rows } = await sql<{
      gelezen: number
    }>`select gelezen::int from inleesronde where regio_id = ${ctx.regioId}`.execute(ctx.db)
    expect(rows).toEqual([{ gelezen: bestanden.reduce((som, { inhoud }) => som + Buffer.byteLength(inhoud), 0) }])
  })

  test('wat de scanner vindt wordt niet gelezen en staat met reden in de levering; de rest gaat door', async ({
    ctx,
  }) => {
    await using clamd = await startClamd()
    await maakAfspraken(ctx)
    const verslag = await lever(
      { ...ctx, scanner: clamd.scanner },
      // a message that is right in every way, but for what hangs behind it
      { naam: 'virus.xml', inhoud: `${xml301({ identificatie: 'T1' })}<!--${EICAR}-->` },
      { naam: 'virus.csv', inhoud: `${EVALUATIES}0439;1001;2024-03-01;tussentijds;behaald;${EICAR}\n` },
      { naam: 'goed.xml', inhoud: xml301({ identificatie: 'T2' }, { nummer: 2 }) },
    )
    expect(verslag).toMatchObject({ verwerkt: 1, aantalAfgekeurd: 2 })
    expect(verslag.afgekeurd.map(({ bestand, code }) => [bestand, code])).toEqual([
      ['virus.xml', 'virus'],
      ['virus.csv', 'virus'],
    ])
    expect(verslag.afgekeurd[0]!.melding).toBe(
      'De virusscanner vond iets in dit bestand (Eicar-Test-Signature). Het is niet gelezen en niet bewaard. Stuur het niet door, en waarschuw uw beheerder en de afzender.',
    )
    expect([await tel(ctx, 'bericht'), await tel(ctx, 'evaluatie')]).toEqual([1, 0])
    expect(await leesGebeurtenissen(ctx, 'virus:gevonden')).toEqual([
      { virus: 'Eicar-Test-Signature' },
      { virus: 'Eicar-Test-Signature' },
    ])
    expect(readdirSync(clamd.map)).toEqual([])
  })

  test.for<[Gedrag, string, RegExp]>([
    ['fout', 'niet-gescand', /gaf geen uitslag.*opnieuw/],
    ['stil', 'niet-gescand', /gaf geen uitslag/],
    ['sluit halverwege', 'niet-gescand', /gaf geen uitslag/],
    ['ander antwoord', 'niet-gescand', /gaf geen uitslag/],
    ['te groot', 'te-groot-voor-scan', /te groot voor de virusscanner.*Verdeel het/],
    ['grens van de inhoud', 'te-groot-voor-scan', /te veel bestanden/],
  ])('%s: het bestand wordt geweigerd en er blijft niets half achter', async ([gedrag, code, melding], { ctx }) => {
    await using clamd = await startClamd(gedrag)
    await maakAfspraken(ctx)
    const start = { naam: 'start.xml', inhoud: xml305({ identificatie: 'S1' }) }
    const verslag = await lever({ ...ctx, scanner: clamd.scanner }, start)
    expect(verslag).toMatchObject({ verwerkt: 0, wachtend: 0, aantalAfgekeurd: 1, afgekeurd: [{ code }] })
    expect(verslag.afgekeurd[0]!.melding).toMatch(melding)
    expect([await tel(ctx, 'bericht'), await tel(ctx, 'client')]).toEqual([0, 0])
    expect(await leesGebeurtenissen(ctx, 'virus:gevonden')).toEqual([])

    // mended, the same file again: as if nothing had been
    clamd.stand.gedrag = 'gewoon'
    expect(await lever({ ...ctx, scanner: clamd.scanner }, start)).toMatchObject({ wachtend: 1, dubbel: 0 })
  })
})
