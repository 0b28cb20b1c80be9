import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { als, maakProefregio, test } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Context } from '../../../platform/context.ts'
import { leesAanbiedersIn } from '../aanbieder/lees-aanbieders-in.ts'
import { bekijkOvereenkomsten, leesOvereenkomstenIn } from './lees-overeenkomsten-in.ts'
import { wachtendeOvereenkomsten } from './wachtende-overeenkomsten.ts'

const KOP =
  'overeenkomst;agb;onderwerp;begindatum;einddatum;verlengingen;verlengingMaanden;gemeenten;productcategorie;productcode;product;eenheidTarief;eenheidDeclaratie;jaar;tariefCent;plafondCent'

const basis = {
  overeenkomst: 'ZW-HO-001',
  agb: '98990101',
  onderwerp: 'Huishoudelijke ondersteuning',
  begindatum: '2024-01-01',
  einddatum: '2027-12-31',
  verlengingen: '1',
  verlengingMaanden: '12',
  gemeenten: '0439,0385',
  productcategorie: '01',
  productcode: '01A03',
  product: 'Huishoudelijke ondersteuning basis',
  eenheidTarief: '04',
  eenheidDeclaratie: '04',
  jaar: '2024',
  tariefCent: '3540',
  plafondCent: '58600000',
}
type Rij = Partial<Record<keyof typeof basis, string>>

const csv = (...rijen: Rij[]) =>
  Buffer.from([KOP, ...rijen.map((rij) => Object.values({ ...basis, ...rij }).join(';')), ''].join('\n'))

const twee = csv({}, { jaar: '2025', tariefCent: '3664', plafondCent: '55400000' })
const aanbieder = Buffer.from(
  'agb;kvk;naam;rechtsvorm;plaats;grootteklasse;medewerkers;contractVan\n98990101;99331200;Veenlicht;stichting;Purmerend;groot;3;2024-01-01\n',
)

async function stand(ctx: Context) {
  const { rows } = await sql<{
    nummer: string
  }>`select o.nummer, o.agb, o.aanbieder_id is not null as gekoppeld, o.einddatum::text,
      (select string_agg(gemeente_code, ',' order by gemeente_code) from overeenkomst_gemeente g where g.overeenkomst_id = o.id) as gemeenten,
      (select string_agg(p.categorie || p.code || ' ' || op.eenheid_declaratie || ' ' || t.geldig_van || ' ' || t.geldig_tot || ' ' || t.cent, ', ' order by p.code, t.geldig_van)
        from overeenkomst_product op join product p on p.id = op.product_id join tarief t on t.overeenkomst_product_id = op.id where op.overeenkomst_id = o.id) as tarieven,
      (select string_agg(jaar || ' ' || cent, ', ' order by jaar) from plafond p where p.overeenkomst_id = o.id) as plafonds
    from overeenkomst o where o.regio_id = ${ctx.regioId} order by o.nummer`.execute(ctx.db)
  return rows
}

async function gebeurtenissen(ctx: Context) {
  const { rows } = await sql<{ soort: string; waarden: string }>`select r.soort, w.waarden from audit_regel r
    join audit_waarden w using (regio_id, volgnr) where r.regio_id = ${ctx.regioId} and r.soort like 'overeenkomst%'
    order by r.volgnr`.execute(ctx.db)
  return rows.map(({ soort, waarden }) => ({ soort, ...(JSON.parse(waarden) as object) }))
}

async function gemeld(ctx: Context) {
  const { rows } = await sql<{
    agb: string
  }>`select agb from afspraak_wijziging where regio_id = ${ctx.regioId} order by agb`.execute(ctx.db)
  return rows.map(({ agb }) => agb)
}

const wisMelding = (ctx: Context) => sql`delete from afspraak_wijziging where regio_id = ${ctx.regioId}`.execute(ctx.db)

describe('overeenkomsten inlezen', () => {
  test('CTR-02, CTR-03: een overeenkomst met gemeenten, producten, tarieven per kalenderjaar en plafonds', async ({
    ctx,
  }) => {
    await leesAanbiedersIn(ctx, aanbieder)
    expect(await leesOvereenkomstenIn(ctx, twee)).toMatchObject({ uitkomst: 'verwerkt', nieuw: 2, wachtend: [] })
    expect(await stand(ctx)).toEqual([
      {
        nummer: 'ZW-HO-001',
        agb: '98990101',
        gekoppeld: true,
        einddatum: '2027-12-31',
        gemeenten: '0385,0439',
        tarieven: '0101A03 04 2024-01-01 2024-12-31 3540, 0101A03 04 2025-01-01 2025-12-31 3664',
        plafonds: '2024 58600000, 2025 55400000',
      },
    ])
    expect(await gemeld(ctx)).toEqual(['98990101'])
    expect(await gebeurtenissen(ctx)).toEqual([
      { soort: 'overeenkomsten:ingelezen', nieuw: 2, gewijzigd: 0, ongewijzigd: 0 },
    ])
  })

  test('hetzelfde bestand nog een keer wijzigt niets', async ({ ctx }) => {
    await leesOvereenkomstenIn(ctx, twee)
    await wisMelding(ctx)
    const eerst = await stand(ctx)
    expect(await leesOvereenkomstenIn(ctx, twee)).toMatchObject({
      uitkomst: 'dubbel',
      nieuw: 0,
      gewijzigd: 0,
      ongewijzigd: 2,
    })
    expect(await stand(ctx)).toEqual(eerst)
    expect(await gebeurtenissen(ctx)).toHaveLength(1)
    expect(await gemeld(ctx)).toEqual([])
  })

  test('een ander tarief staat met oud en nieuw in het logboek, en de berichten worden opnieuw beoordeeld', async ({
    ctx,
  }) => {
    await leesOvereenkomstenIn(ctx, twee)
    await wisMelding(ctx)
    expect(await leesOvereenkomstenIn(ctx, csv({ tariefCent: '3600' }))).toMatchObject({
      uitkomst: 'verwerkt',
      gewijzigd: 1,
      nieuw: 0,
    })
    expect(await stand(ctx)).toMatchObject([
      { tarieven: '0101A03 04 2024-01-01 2024-12-31 3600, 0101A03 04 2025-01-01 2025-12-31 3664' },
    ])
    expect((await gebeurtenissen(ctx))[1]).toEqual({
      soort: 'overeenkomst:gewijzigd',
      wijzigingen: [{ veld: 'tarief', bij: '01A03, 2024', oud: '3540', nieuw: '3600' }],
    })
    expect(await gemeld(ctx)).toEqual(['98990101'])
    const { rows } = await sql<{
      n: number
    }>`select count(*) as n from audit_regel where soort = 'overeenkomst:gewijzigd'
      and onderwerp_id = (select id::text from overeenkomst where regio_id = ${ctx.regioId})`.execute(ctx.db)
    expect(rows).toEqual([{ n: 1 }])
  })

  test('wat in een later bestand ontbreekt, blijft staan; een nieuw jaar komt erbij', async ({ ctx }) => {
    await leesOvereenkomstenIn(ctx, twee)
    expect(await leesOvereenkomstenIn(ctx, csv({ jaar: '2026', tariefCent: '3759', plafondCent: '' }))).toMatchObject({
      nieuw: 1,
    })
    expect(await stand(ctx)).toMatchObject([
      { plafonds: '2024 58600000, 2025 55400000', tarieven: expect.stringContaining('2026-12-31 3759') as string },
    ])
  })

  test('andere gemeenten vervangen de lijst; een andere aanbieder wordt bij beide aanbieders gemeld', async ({
    ctx,
  }) => {
    await leesOvereenkomstenIn(ctx, twee)
    await wisMelding(ctx)
    expect(await leesOvereenkomstenIn(ctx, csv({ gemeenten: '0439,0479', agb: '98990108' }))).toMatchObject({
      gewijzigd: 1,
    })
    expect(await stand(ctx)).toMatchObject([{ gemeenten: '0439,0479', agb: '98990108' }])
    expect(await gemeld(ctx)).toEqual(['98990101', '98990108'])
  })

  test('een leeg plafond haalt het plafond van dat jaar weg', async ({ ctx }) => {
    await leesOvereenkomstenIn(ctx, twee)
    expect(await leesOvereenkomstenIn(ctx, csv({ plafondCent: '' }))).toMatchObject({ gewijzigd: 1 })
    expect(await stand(ctx)).toMatchObject([{ plafonds: '2025 55400000' }])
  })

  test('CTR-03: een andere productnaam geldt voor de hele catalogus', async ({ ctx }) => {
    await leesOvereenkomstenIn(ctx, twee)
    await wisMelding(ctx)
    const anders = csv(
      { product: 'HO basis' },
      { product: 'HO basis', jaar: '2025', tariefCent: '3664', plafondCent: '55400000' },
    )
    expect(await leesOvereenkomstenIn(ctx, anders)).toMatchObject({
      uitkomst: 'verwerkt',
      gewijzigd: 1,
      ongewijzigd: 1,
    })
    expect(await leesOvereenkomstenIn(ctx, anders)).toMatchObject({ uitkomst: 'dubbel' })
    const { rows } = await sql`select naam from product where regio_id = ${ctx.regioId}`.execute(ctx.db)
    expect(rows).toEqual([{ naam: 'HO basis' }])
  })

  test('wat verwijst naar een onbekende aanbieder of gemeente wordt bewaard en wacht', async ({ ctx }) => {
    const { uitkomst, wachtend, sleutels } = await leesOvereenkomstenIn(ctx, csv({ gemeenten: '0363' }))
    expect(uitkomst).toBe('verwerkt')
    expect(wachtend.map(({ code, rij }) => [rij, code])).toEqual([
      [2, 'onbekende-aanbieder'],
      [2, 'onbekende-gemeente'],
    ])
    expect(await stand(ctx)).toMatchObject([{ gekoppeld: false }])
    await leesAanbiedersIn(ctx, aanbieder)
    expect(await stand(ctx)).toMatchObject([{ gekoppeld: true }])
    expect((await wachtendeOvereenkomsten(ctx, sleutels)).map(({ code }) => code)).toEqual(['onbekende-gemeente'])
  })

  test.for<[Rij[], string]>([
    [
      [{}, { einddatum: '2028-12-31', jaar: '2025' }],
      'Rij 3: de einddatum van deze overeenkomst is anders dan in rij 2. Maak beide rijen gelijk.',
    ],
    [
      [{}, { gemeenten: '0439', jaar: '2025' }],
      'Rij 3: de lijst van gemeenten van deze overeenkomst is anders dan in rij 2.',
    ],
    [[{}, { tariefCent: '1' }], 'Rij 3: het tarief van dit product in dit jaar is anders dan in rij 2.'],
    [
      [{}, { productcode: '01A04', product: 'plus', plafondCent: '1' }],
      'Rij 3: het plafond van deze overeenkomst in dit jaar is anders dan in rij 2.',
    ],
    [
      [{}, { eenheidDeclaratie: '01', jaar: '2025' }],
      'Rij 3: de eenheid in de declaratie van dit product is anders dan in rij 2.',
    ],
    [[{}, { overeenkomst: 'B', product: 'anders' }], 'Rij 3: de naam van dit product is anders dan in rij 2.'],
    [[{ einddatum: '2023-12-31' }], 'Rij 2: de einddatum ligt voor de begindatum.'],
    [[{ verlengingMaanden: '0' }], 'Rij 2: er zijn verlengingen, maar het aantal maanden per verlenging is 0.'],
    [
      [{ productcategorie: '19' }],
      'Rij 2: de productcategorie moet 01 tot en met 18 (Wmo) of 31 tot en met 55 (Jeugdwet) zijn.',
    ],
    [[{ gemeenten: '439' }], 'Rij 2: de lijst van gemeenten moet uit CBS-codes van vier cijfers bestaan'],
    [[{ tariefCent: '35,40' }], 'Rij 2: het tarief in centen moet een geheel getal zijn'],
    [
      [{ onderwerp: 'Zorg voor 999990019' }],
      'Rij 2: het onderwerp bevat een getal van negen cijfers dat een burgerservicenummer kan zijn.',
    ],
  ])('een rij die niet klopt wordt genoemd, en niets wordt bewaard: %#', async ([rijen, zin], { ctx }) => {
    const { uitkomst, fouten } = await leesOvereenkomstenIn(ctx, csv(...rijen))
    expect(uitkomst).toBe('afgekeurd')
    expect(fouten.map(({ melding }) => melding).join('\n')).toContain(zin)
    expect(fouten.every(({ code }) => code === 'csv-waarde')).toBe(true)
    expect(await stand(ctx)).toEqual([])
  })

  test('het voorbeeld zegt per rij wat er gebeurt, en schrijft niets', async ({ ctx }) => {
    await leesOvereenkomstenIn(ctx, twee)
    const eerst = await stand(ctx)
    const voorbeeld = await bekijkOvereenkomsten(
      ctx,
      csv(
        { tariefCent: '3600', onderwerp: 'HO' },
        { onderwerp: 'HO', jaar: '2025', tariefCent: '3664', plafondCent: '55400000' },
        { onderwerp: 'HO', jaar: '2026' },
      ),
    )
    expect(voorbeeld).toMatchObject({ uitkomst: 'verwerkt', nieuw: 1, gewijzigd: 1, ongewijzigd: 1 })
    expect(voorbeeld.rijen).toMatchObject([
      {
        rij: 2,
        titel: 'ZW-HO-001, 01A03, 2024',
        oordeel: 'gewijzigd',
        wijzigingen: [
          { veld: 'tarief', bij: '01A03, 2024', oud: '3540', nieuw: '3600' },
          { veld: 'onderwerp', oud: 'Huishoudelijke ondersteuning', nieuw: 'HO' },
        ],
      },
      { rij: 3, oordeel: 'ongewijzigd' },
      { rij: 4, oordeel: 'nieuw' },
    ])
    expect(voorbeeld.wachtend).toMatchObject([{ code: 'onbekende-aanbieder' }])
    expect(await stand(ctx)).toEqual(eerst)
  })

  test.for(['contractmanager', 'backoffice', 'beleid'] as const)(
    '%s mag geen overeenkomsten inlezen',
    async (rol, { ctx }) => {
      await expect(leesOvereenkomstenIn(als(ctx, rol), twee)).rejects.toMatchObject({ status: 403 })
    },
  )

  test('aanbieders en overeenkomsten tegelijk ingelezen vinden elkaar', async ({ sleutels }) => {
    await using fresh = await freshDatabase({ max: 8 })
    const ctx = await maakProefregio(fresh.db, sleutels)
    await Promise.all([
      leesOvereenkomstenIn(ctx, twee),
      leesAanbiedersIn(ctx, aanbieder),
      leesOvereenkomstenIn(ctx, twee),
      leesAanbiedersIn(ctx, aanbieder),
    ])
    expect(await inTransaction(ctx, stand)).toMatchObject([{ nummer: 'ZW-HO-001', gekoppeld: true }])
  })
})
