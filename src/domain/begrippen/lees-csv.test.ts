import { describe, expect, test } from 'vitest'
import { cijfercode, dag, facultatief, geheel, keuze, tekst } from './csv-kolommen.ts'
import { soortCsv } from './csv-soort.ts'
import type { CsvVorm } from './csv-vorm.ts'
import { leesCsv, leesCsvGeheel } from './lees-csv.ts'

type Rij = { code: string; naam: string; aantal: number; op: string; soort: 'a' | 'b' | 'c' | null }

const vorm: CsvVorm<Rij> = {
  kolommen: {
    code: cijfercode('de code', 4),
    naam: tekst('de naam', { max: 10 }),
    aantal: geheel('het aantal', 0, 99),
    op: dag('de datum'),
    soort: facultatief(keuze('de soort', ['a', 'b', 'c'])),
  },
  rijfout: ({ code, aantal }) => (code === '0001' && aantal === 1 ? 'dit kan niet samen.' : null),
}

const KOP = 'code;naam;aantal;op;soort\n'
const goed = '0439;Naam;3;2026-02-28;a\n'
const lees = (inhoud: string) => leesCsvGeheel(Buffer.from(inhoud), vorm)

describe('een CSV-bestand lezen', () => {
  test('een goede rij, met de nummering van een rekenblad', async () => {
    expect(await lees(KOP + '\n' + goed + '0000;"x;""y""";0;2024-02-29;\n')).toEqual({
      fouten: [],
      rijen: [
        { rij: 3, waarde: { code: '0439', naam: 'Naam', aantal: 3, op: '2026-02-28', soort: 'a' } },
        { rij: 4, waarde: { code: '0000', naam: 'x;"y"', aantal: 0, op: '2024-02-29', soort: null } },
      ],
    })
  })

  test.for([
    [
      '439;Naam;3;2026-02-28;a',
      'csv-waarde',
      'de code moet uit 4 cijfers bestaan. Controleer of voorloopnullen zijn weggevallen.',
    ],
    ['٠٤٣٩;Naam;3;2026-02-28;a', 'csv-waarde', 'de code moet uit 4 cijfers bestaan'],
    ['0439;;3;2026-02-28;a', 'csv-waarde', 'de naam ontbreekt. Vul deze cel in.'],
    ['0439;   ;3;2026-02-28;a', 'csv-waarde', 'de naam ontbreekt. Vul deze cel in.'],
    ['0439;12345678901;3;2026-02-28;a', 'csv-waarde', 'de naam mag niet langer zijn dan 10 tekens.'],
    [
      '0439;999990019;3;2026-02-28;a',
      'csv-waarde',
      'de naam bevat een getal van negen cijfers dat een burgerservicenummer kan zijn.',
    ],
    ['0439;Naam;100;2026-02-28;a', 'csv-waarde', 'het aantal moet een geheel getal zijn van 0 tot en met 99.'],
    ['0439;Naam;1.0;2026-02-28;a', 'csv-waarde', 'het aantal moet een geheel getal zijn'],
    ['0439;Naam;;2026-02-28;a', 'csv-waarde', 'het aantal moet een geheel getal zijn'],
    ['0439;Naam;3;2026-02-29;a', 'csv-waarde', 'de datum moet een bestaande datum zijn, geschreven als 2026-11-22.'],
    ['0439;Naam;3;2026-00-10;a', 'csv-waarde', 'de datum moet een bestaande datum zijn'],
    ['0439;Naam;3;2026-13-10;a', 'csv-waarde', 'de datum moet een bestaande datum zijn'],
    ['0439;Naam;3;28-02-2026;a', 'csv-waarde', 'de datum moet een bestaande datum zijn'],
    ['0439;Naam;3;2026-02-28;d', 'csv-waarde', 'de soort moet zijn: a, b of c.'],
    ['0001;Naam;1;2026-02-28;a', 'csv-waarde', 'dit kan niet samen.'],
    ['0439;Na\u0007am;3;2026-02-28;a', 'csv-waarde', 'de naam bevat een teken dat niet te lezen is'],
    ['0439;"Na\nam";3;2026-02-28;a', 'csv-waarde', 'de naam bevat een teken dat niet te lezen is'],
    ['0439;=1+1;3;2026-02-28;a', 'csv-formule', 'de naam begint als een formule'],
    ['0439;+31;3;2026-02-28;a', 'csv-formule', 'de naam begint als een formule'],
    ['0439;-a;3;2026-02-28;a', 'csv-formule', 'de naam begint als een formule'],
    ['0439;@a;3;2026-02-28;a', 'csv-formule', 'de naam begint als een formule'],
    ['0439; =a;3;2026-02-28;a', 'csv-formule', 'de naam begint als een formule'],
    ['0439;\ta;3;2026-02-28;a', 'csv-formule', 'de naam begint als een formule'],
    ['0439;"\ra";3;2026-02-28;a', 'csv-formule', 'de naam begint als een formule'],
    ['0439;Naam;3;2026-02-28', 'csv-kolommen', 'het aantal waarden is 4, het moeten er 5 zijn.'],
    ['0439;Naam;3;2026-02-28;a;', 'csv-kolommen', 'het aantal waarden is 6, het moeten er 5 zijn.'],
    ['0439;N"aam;3;2026-02-28;a', 'csv-waarde', 'een aanhalingsteken staat op een plek waar dat niet kan.'],
    ['0439;"Naam;3;2026-02-28;a', 'csv-waarde', 'een aanhalingsteken staat op een plek waar dat niet kan.'],
    [`0439;"${'x'.repeat(100_001)}";3;2026-02-28;a`, 'csv-waarde', 'deze rij is langer dan 100000 tekens.'],
  ] as const)('een foute rij: %s', async ([rij, code, zin]) => {
    const { fouten, rijen } = await lees(KOP + goed + rij + '\n')
    expect(rijen).toEqual([])
    expect(fouten).toHaveLength(1)
    expect(fouten[0]).toMatchObject({ code, rij: 3 })
    expect(fouten[0]!.melding).toContain(`Rij 3: ${zin}`)
    // the sentence never repeats what stood in the cell
    expect(fouten[0]!.melding).not.toContain('999990019')
  })

  test.for([
    ['', 'leeg-bestand', 'Het bestand is leeg.'],
    ['\ufeff  \n\n', 'leeg-bestand', 'Het bestand is leeg.'],
    [KOP, 'leeg-bestand', 'Het bestand bevat geen rijen'],
    ['code,naam,aantal,op,soort\n', 'csv-kolommen', 'De kolommen zijn niet met een puntkomma gescheiden.'],
    ['code;naam;aantal;op\n' + goed, 'csv-kolommen', 'De kolom soort ontbreekt.'],
    ['code;naam;aantal;op;soort;x\n' + goed, 'csv-kolommen', 'Kolommen die hier niet horen: 1.'],
    ['code;naam;aantal;op;soort;naam\n' + goed, 'csv-kolommen', 'De kolom naam staat er meer dan één keer.'],
    [goed, 'csv-kolommen', 'De eerste rij bevat niet de kolomnamen.'],
  ] as const)('een bestand dat niet deugt: %#', async ([inhoud, code, zin]) => {
    const { fouten } = await lees(inhoud)
    expect(fouten[0]).toMatchObject({ code })
    expect(fouten[0]!.melding).toContain(zin)
  })

  test('een andere tekenset wordt geweigerd voordat er iets gelezen wordt', async () => {
    const { fouten } = await leesCsvGeheel(
      Buffer.concat([Buffer.from(KOP + '0439;Caf'), Buffer.from([0xe9]), Buffer.from(';3;2026-02-28;a\n')]),
      vorm,
    )
    expect(fouten).toMatchObject([{ code: 'geen-utf8', rij: null }])
  })

  test('een naam in losse tekens is dezelfde naam', async () => {
    const { rijen } = await lees(KOP + '0439;Cafe\u0301;3;2026-02-28;a\n')
    expect(rijen[0]!.waarde.naam).toBe('Caf\u00e9')
  })

  test('een groot bestand gaat in delen, en na een fout wordt niets meer doorgegeven', async () => {
    const groottes: number[] = []
    const rijen = 12_001
    const { fouten, rijen: gelezen } = await leesCsv(
      Buffer.from(KOP + goed.repeat(rijen)),
      vorm,
      (deel) => void groottes.push(deel.length),
    )
    expect({ fouten, gelezen, groottes }).toEqual({ fouten: [], gelezen: rijen, groottes: [5000, 5000, 2001] })

    groottes.length = 0
    await leesCsv(
      Buffer.from(KOP + goed.repeat(5001) + 'fout\n' + goed.repeat(6000)),
      vorm,
      (deel) => void groottes.push(deel.length),
    )
    expect(groottes).toEqual([5000])
  })

  test('na duizend fouten wordt alleen nog geteld', async () => {
    const { fouten } = await lees(KOP + '439;Naam;3;2026-02-28;a\n'.repeat(1_500))
    expect(fouten).toHaveLength(1_001)
    expect(fouten.at(-1)!.melding).toBe('Daarna zijn nog 500 fouten gevonden. Verbeter eerst de fouten hierboven.')
  })
})

describe('de soort van een CSV-bestand', () => {
  const cto = 'jaar;veldwerkEinde;gemeentecode;toewijzingNummer;cijfer;datumRespons\n'
  test.for([
    [cto, 'willekeurig.csv', 'cto'],
    [`\ufeff"jaar";veldwerkEinde;gemeentecode;toewijzingNummer;cijfer;datumRespons\r\n`, 'aanbieders.csv', 'cto'],
    ['agb;naam\n', '75-aanbieders-kolom-ontbreekt.csv', 'aanbieders'],
    ['x\n', 'evaluaties-en-cto.csv', 'evaluaties'],
    ['x\n', 'aanbieders/CTO 2025.csv', 'cto'],
    ['x\n', 'lijst.csv', null],
  ] as const)('%#: %s', ([inhoud, naam, soort]) => {
    expect(soortCsv(Buffer.from(inhoud), naam)).toBe(soort)
  })
})
