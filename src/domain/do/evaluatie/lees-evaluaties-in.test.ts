import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { als, maakProefregio, test } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import type { Context } from '../../../platform/context.ts'
import { bekijkCto, leesCtoIn } from './lees-cto-in.ts'
import { bekijkEvaluaties, leesEvaluatiesIn } from './lees-evaluaties-in.ts'
import { wachtendeEvaluaties } from './wachtende-evaluaties.ts'

const evaluaties = (...rijen: string[]) =>
  Buffer.from(['gemeentecode;toewijzingNummer;datum;soort;resultaat;reden', ...rijen, ''].join('\n'))
const cto = (...rijen: string[]) =>
  Buffer.from(['jaar;veldwerkEinde;gemeentecode;toewijzingNummer;cijfer;datumRespons', ...rijen, ''].join('\n'))

const behaald = '0439;000001711;2026-11-04;einde-beschikking;behaald;'
const niet = '0880;1163;2025-01-27;einde-beschikking;niet behaald;client'

async function stand(ctx: Context) {
  const { rows } = await sql`select gemeente, nummer, datum::text, soort, resultaat, reden, volgnr, ingelezen_door
    from evaluatie where regio_id = ${ctx.regioId} order by nummer, volgnr`.execute(ctx.db)
  return rows
}

async function maakToewijzing(ctx: Context, gemeente: string, nummer: number) {
  await sql`with c as (insert into client (regio_id, wet, pseudoniem, sleutelversie, label)
      values (${ctx.regioId}, 'wmo', decode(md5(${String(nummer)}), 'hex'), 1, ${`label-${nummer}`}) returning id)
    insert into toewijzing (regio_id, wet, gemeente, nummer, client_id, agb, ingangsdatum, ingetrokken, toegewezen_op, referentiedatum)
    select ${ctx.regioId}, 'wmo', ${gemeente}, ${nummer}, c.id, '98990101', '2025-01-01', false, '2025-01-01', '2025-01-01' from c`.execute(
    ctx.db,
  )
}

describe('evaluaties inlezen', () => {
  test('KPI-19, ROL-17: wat het lokaal team vaststelde komt erin, met wie het inlas', async ({ ctx }) => {
    const uitkomst = await leesEvaluatiesIn(als(ctx, 'backoffice'), evaluaties(behaald, niet))
    expect(uitkomst).toMatchObject({ uitkomst: 'verwerkt', nieuw: 2, ongewijzigd: 0, fouten: [] })
    expect(await stand(ctx)).toEqual([
      {
        gemeente: '0880',
        nummer: 1163,
        datum: '2025-01-27',
        soort: 'einde-beschikking',
        resultaat: 'niet behaald',
        reden: 'client',
        volgnr: 1,
        ingelezenDoor: 'Test backoffice',
      },
      {
        gemeente: '0439',
        nummer: 1711,
        datum: '2026-11-04',
        soort: 'einde-beschikking',
        resultaat: 'behaald',
        reden: null,
        volgnr: 1,
        ingelezenDoor: 'Test backoffice',
      },
    ])
  })

  test('hetzelfde bestand nog een keer wijzigt niets; dezelfde rij twee keer in één bestand telt twee keer', async ({
    ctx,
  }) => {
    expect(await leesEvaluatiesIn(ctx, evaluaties(behaald, niet, behaald))).toMatchObject({ nieuw: 3 })
    const eerst = await stand(ctx)
    expect(await leesEvaluatiesIn(ctx, evaluaties(behaald, behaald, niet))).toMatchObject({
      uitkomst: 'dubbel',
      nieuw: 0,
      ongewijzigd: 3,
    })
    expect(await leesEvaluatiesIn(ctx, evaluaties(niet))).toMatchObject({ uitkomst: 'dubbel' })
    expect(await stand(ctx)).toEqual(eerst)
    expect(eerst).toHaveLength(3)
    const { rows } =
      await sql`select soort from audit_regel where regio_id = ${ctx.regioId} and soort like 'evaluaties%'`.execute(
        ctx.db,
      )
    expect(rows).toHaveLength(1)
  })

  test.for([
    ['0439;1711;2026-11-04;einde-beschikking;niet behaald;', 'csv-waarde', 'Rij 3: de reden ontbreekt.'],
    ['0439;1711;2026-11-04;einde-beschikking;behaald;client', 'csv-waarde', 'Rij 3: bij behaald hoort geen reden.'],
    [
      '0439;1711;2026-11-04;einde-beschikking;deels;',
      'csv-waarde',
      'Rij 3: het resultaat moet zijn: behaald of niet behaald.',
    ],
    ['439;1711;2026-11-04;tussentijds;behaald;', 'csv-waarde', 'Rij 3: de gemeentecode moet uit 4 cijfers bestaan.'],
    ['0439;1711;4-11-2026;tussentijds;behaald;', 'csv-waarde', 'Rij 3: de datum moet een bestaande datum zijn'],
    ['0439;1711;2026-11-04;tussentijds', 'csv-kolommen', 'Rij 3: het aantal waarden is 4, het moeten er 6 zijn.'],
    [
      '0439;1711;2026-11-04;tussen\u0000tijds;behaald;',
      'csv-waarde',
      'Rij 3: de soort bevat een teken dat niet te lezen is',
    ],
    ['0439;+1711;2026-11-04;tussentijds;behaald;', 'csv-formule', 'Rij 3: het toewijzingnummer begint als een formule'],
  ] as const)('KPI-19: een foute rij weigert het hele bestand: %#', async ([rij, code, zin], { ctx }) => {
    const { uitkomst, fouten } = await leesEvaluatiesIn(ctx, evaluaties(behaald, rij))
    expect(uitkomst).toBe('afgekeurd')
    expect(fouten).toMatchObject([{ code, rij: 3, melding: expect.stringContaining(zin) as string }])
    expect(await stand(ctx)).toEqual([])
  })

  test('een evaluatie van een onbekende toewijzing wordt bewaard en wacht tot de toewijzing er is', async ({ ctx }) => {
    await maakToewijzing(ctx, '0880', 1163)
    const { uitkomst, wachtend, sleutels } = await leesEvaluatiesIn(ctx, evaluaties(behaald, niet))
    expect(uitkomst).toBe('verwerkt')
    expect(wachtend).toMatchObject([{ code: 'onbekende-toewijzing', rij: 2 }])
    await maakToewijzing(ctx, '0439', 1711)
    expect(await wachtendeEvaluaties(ctx, sleutels)).toEqual([])
  })

  test.for(['contractmanager', 'contractbeheerder', 'aanbieder', 'toezichthouder', 'functioneel beheerder'] as const)(
    'ROL-17: %s kan geen evaluaties inlezen',
    async (rol, { ctx }) => {
      await expect(leesEvaluatiesIn(als(ctx, rol), evaluaties(behaald))).rejects.toMatchObject({ status: 403 })
      await expect(bekijkEvaluaties(als(ctx, rol), evaluaties(behaald))).rejects.toMatchObject({ status: 403 })
    },
  )

  test('ROL-17: een vastgestelde evaluatie kan niet meer worden gewijzigd of weggehaald', async ({ ctx }) => {
    await leesEvaluatiesIn(ctx, evaluaties(behaald))
    await sql`savepoint s`.execute(ctx.db)
    await expect(sql`update evaluatie set resultaat = 'behaald'`.execute(ctx.db)).rejects.toThrow('permission denied')
    await sql`rollback to savepoint s`.execute(ctx.db)
    await expect(sql`delete from evaluatie`.execute(ctx.db)).rejects.toThrow('permission denied')
  })

  test('het voorbeeld telt wat nieuw is en bewaart niets', async ({ ctx }) => {
    await leesEvaluatiesIn(ctx, evaluaties(behaald))
    const voorbeeld = await bekijkEvaluaties(ctx, evaluaties(behaald, behaald, niet))
    expect(voorbeeld).toMatchObject({ uitkomst: 'verwerkt', nieuw: 2, ongewijzigd: 1, meer: 0 })
    expect(voorbeeld.rijen.map(({ rij, oordeel }) => [rij, oordeel])).toEqual([
      [2, 'ongewijzigd'],
      [3, 'nieuw'],
      [4, 'nieuw'],
    ])
    expect(await stand(ctx)).toHaveLength(1)
  })

  test('twee keer tegelijk telt één keer', async ({ sleutels }) => {
    await using fresh = await freshDatabase()
    const ctx = await maakProefregio(fresh.db, sleutels)
    const uitkomsten = await Promise.all([1, 2, 3].map(() => leesEvaluatiesIn(ctx, evaluaties(behaald, niet))))
    expect(uitkomsten.map(({ nieuw }) => nieuw).sort()).toEqual([0, 0, 2])
  })
})

describe('cliëntervaringsonderzoek inlezen', () => {
  test('foute cijfers zijn gegevens: leeg, buiten de schaal of met twee decimalen blijft staan zoals gegeven', async ({
    ctx,
  }) => {
    const rijen = ['9,3', '', '-1,0', '11,0', '8,55', 'acht'].map(
      (cijfer, i) => `2025;2025-10-16;0479;${1183 + i};${cijfer};2025-10-09`,
    )
    expect(await leesCtoIn(ctx, cto(...rijen))).toMatchObject({ uitkomst: 'verwerkt', nieuw: 6, fouten: [] })
    const { rows } = await sql<{
      cijfer: string
    }>`select cijfer from cto_respons where regio_id = ${ctx.regioId} order by nummer`.execute(ctx.db)
    expect(rows.map(({ cijfer }) => cijfer)).toEqual(['9,3', '', '-1,0', '11,0', '8,55', 'acht'])
    expect(await leesCtoIn(ctx, cto(...rijen))).toMatchObject({ uitkomst: 'dubbel', ongewijzigd: 6 })
  })

  test.for([
    ['2025;15-10-2026;0385;1249;9,0;2026-10-01', 'csv-waarde'],
    ['2025;2025-10-16;0385;1249;=1+1;2026-10-01', 'csv-formule'],
    ['2025;2025-10-16;0385;1249;9,0;2026-10-01;x', 'csv-kolommen'],
  ] as const)('een foute rij weigert het bestand: %s', async ([rij, code], { ctx }) => {
    expect(await leesCtoIn(ctx, cto(rij))).toMatchObject({ uitkomst: 'afgekeurd', fouten: [{ code, rij: 2 }] })
  })

  test.for([
    [Buffer.from(''), 'leeg-bestand'],
    [Buffer.from('\ufeff\n \r\n'), 'leeg-bestand'],
    [cto(), 'leeg-bestand'],
    [Buffer.from('jaar;veldwerkEinde;gemeentecode;toewijzingNummer;cijfer\n'), 'csv-kolommen'],
    [Buffer.from('jaar,veldwerkEinde\n1,2\n'), 'csv-kolommen'],
    [Buffer.from([0x63, 0xeb, 0x0a]), 'geen-utf8'],
    [Buffer.from('\ufeffjaar;x', 'utf16le'), 'geen-utf8'],
  ] as const)('een bestand dat niet te lezen is wordt geweigerd met een reden: %#', async ([bytes, code], { ctx }) => {
    const { uitkomst, fouten } = await leesCtoIn(ctx, bytes)
    expect(uitkomst).toBe('afgekeurd')
    expect(fouten.map((fout) => fout.code)).toContain(code)
  })

  test('alleen wie het mag leest antwoorden in', async ({ ctx }) => {
    await expect(bekijkCto(als(ctx, 'contractmanager'), cto())).rejects.toMatchObject({ status: 403 })
  })
})
