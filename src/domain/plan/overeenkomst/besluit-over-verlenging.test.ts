import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { alsPersoon, leesGebeurtenissen, maakAanbieder, maakOvereenkomst } from '../../../../test/afspraken.ts'
import { als, maakProefregio, test as base } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction, narrow } from '../../../platform/transaction.ts'
import { volgendeVerlenging } from './beslismoment.ts'
import { besluitOverVerlenging, type Besluitinvoer } from './besluit-over-verlenging.ts'
import { faseOp } from './fase.ts'
import { bekijkOvereenkomsten, leesOvereenkomstenIn } from './lees-overeenkomsten-in.ts'
import { leesRegels } from './lees-regels.ts'
import { listOvereenkomsten } from './list-overeenkomsten.ts'
import { listVerlengingsbesluiten } from './list-verlengingsbesluiten.ts'
import { findOvereenkomst } from './queries.ts'
import { trekVerlengingsbesluitIn } from './trek-verlengingsbesluit-in.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const besluit = (anders: Partial<Besluitinvoer> = {}): Besluitinvoer => ({
  besluit: 'verlengen',
  besluitdatum: dag('2026-05-12'),
  reden: 'De aanbieder doet wat is afgesproken.',
  gezien: 0,
  ...anders,
})

// Ends on 31 December 2026, twice twelve months; today is 22 November 2026.
const test = base.extend<{ staat: { id: string; eigenaar: Context } }>({
  staat: async ({ ctx }, use) => {
    await maakAanbieder(ctx)
    const id = await maakOvereenkomst(ctx, { einddatum: '2026-12-31' })
    await sql`delete from afspraak_wijziging where regio_id = ${ctx.regioId}`.execute(ctx.db)
    await use({ id, eigenaar: await alsPersoon(ctx, 'Ruud Hoekstra', 'contracteigenaar') })
  },
})

async function gemeld(ctx: Context) {
  const { rows } = await sql<{
    agb: string
  }>`select agb from afspraak_wijziging where regio_id = ${ctx.regioId}`.execute(ctx.db)
  return rows.map(({ agb }) => agb)
}

describe('CTR-10: verlengen', () => {
  test('een optie gebruiken schuift het einde, de fase, het volgende beslismoment en de lijst', async ({
    staat: { id, eigenaar: ctx },
  }) => {
    await besluitOverVerlenging(ctx, id, besluit())
    const overeenkomst = await findOvereenkomst(ctx, id)
    expect(overeenkomst.einddatum.toString()).toBe('2026-12-31')
    expect([overeenkomst.looptTot.toString(), overeenkomst.verlengd]).toEqual(['2027-12-31', 1])
    expect(faseOp(overeenkomst, dag('2027-06-01'))).toBe('verlengd')
    const volgende = volgendeVerlenging(overeenkomst, await leesRegels(ctx))
    expect([volgende!.optie, volgende!.uiterlijkBeslissen.toString()]).toEqual([2, '2027-06-30'])
    const straks = { ...ctx, today: dag('2027-06-01') }
    const lijst = await listOvereenkomsten(
      straks,
      { fase: 'verlengd' },
      { sorteer: 'looptTot', richting: 'op', pagina: 1 },
    )
    expect(lijst.rijen.map((rij) => rij.looptTot.toString())).toEqual(['2027-12-31'])
  })

  test('wie, wanneer en waarom staan er, en de berichten van de aanbieder worden opnieuw beoordeeld', async ({
    staat: { id, eigenaar: ctx },
  }) => {
    await besluitOverVerlenging(ctx, id, besluit())
    expect(await listVerlengingsbesluiten(ctx, id)).toMatchObject([
      {
        volgnr: 1,
        optie: 1,
        besluit: 'verlengen',
        door: 'Ruud Hoekstra',
        reden: 'De aanbieder doet wat is afgesproken.',
      },
    ])
    const [vast] = await listVerlengingsbesluiten(ctx, id)
    expect([vast!.vanaf, vast!.tot, vast!.besluitdatum].map(String)).toEqual(['2027-01-01', '2027-12-31', '2026-05-12'])
    expect(await leesGebeurtenissen(ctx, 'overeenkomst:verlengd')).toEqual([
      {
        optie: 1,
        besluitdatum: '2026-05-12',
        reden: 'De aanbieder doet wat is afgesproken.',
        wijzigingen: [{ veld: 'looptTot', oud: '2026-12-31', nieuw: '2027-12-31' }],
      },
    ])
    expect(await gemeld(ctx)).toEqual(['98990101'])
  })

  test('één optie tegelijk, op volgorde, tot zij op zijn', async ({ staat: { id, eigenaar } }) => {
    const ctx = { ...eigenaar, today: dag('2027-06-30') }
    await besluitOverVerlenging(ctx, id, besluit())
    await besluitOverVerlenging(ctx, id, besluit({ besluitdatum: dag('2027-06-30'), gezien: 1 }))
    expect((await findOvereenkomst(ctx, id)).looptTot.toString()).toBe('2028-12-31')
    await expect(
      besluitOverVerlenging(ctx, id, besluit({ besluitdatum: dag('2027-06-30'), gezien: 2 })),
    ).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining(
        'Alle verlengingen zijn gebruikt; de laatste loopt tot en met 31 december 2028',
      ) as string,
    })
    expect((await listVerlengingsbesluiten(ctx, id)).map(({ volgnr, optie }) => [volgnr, optie])).toEqual([
      [1, 1],
      [2, 2],
    ])
  })

  test('na de laatste beslisdag wordt geweigerd, met waarom en wat nog kan; er is niets geschreven', async ({
    staat: { id, eigenaar: ctx },
  }) => {
    await expect(besluitOverVerlenging(ctx, id, besluit({ besluitdatum: dag('2026-07-01') }))).rejects.toMatchObject({
      status: 422,
      code: 'besluitdatum',
      message: expect.stringMatching(
        /^Na 30 juni 2026 kan .* eindigt vanzelf op 31 december 2026\..* nieuwe overeenkomst\.$/,
      ) as string,
    })
    expect(await listVerlengingsbesluiten(ctx, id)).toEqual([])
    expect(await gemeld(ctx)).toEqual([])
  })

  test('niet verlengen laat het einde staan en sluit de opties', async ({ staat: { id, eigenaar: ctx } }) => {
    await besluitOverVerlenging(ctx, id, besluit({ besluit: 'niet verlengen' }))
    const overeenkomst = await findOvereenkomst(ctx, id)
    expect([overeenkomst.looptTot.toString(), overeenkomst.nietVerlengdOp?.toString()]).toEqual([
      '2026-12-31',
      '2026-05-12',
    ])
    expect(volgendeVerlenging(overeenkomst, await leesRegels(ctx))).toBeNull()
    await expect(besluitOverVerlenging(ctx, id, besluit({ gezien: 1 }))).rejects.toThrow(
      'Op 12 mei 2026 is besloten niet te verlengen. Trek dat besluit eerst in.',
    )
    expect(await leesGebeurtenissen(ctx, 'overeenkomst:niet-verlengd')).toMatchObject([{ optie: 1, wijzigingen: [] }])
    expect(await gemeld(ctx)).toEqual([])
  })

  test('een ingetrokken besluit blijft staan; daarna kan opnieuw worden besloten', async ({
    staat: { id, eigenaar: ctx },
  }) => {
    await besluitOverVerlenging(ctx, id, besluit())
    await trekVerlengingsbesluitIn(ctx, id, { reden: 'Verkeerde overeenkomst.', gezien: 1 })
    expect((await findOvereenkomst(ctx, id)).looptTot.toString()).toBe('2026-12-31')
    expect(await leesGebeurtenissen(ctx, 'overeenkomst:verlenging-ingetrokken')).toMatchObject([
      { optie: 1, wijzigingen: [{ veld: 'looptTot', oud: '2027-12-31', nieuw: '2026-12-31' }] },
    ])
    await besluitOverVerlenging(ctx, id, besluit({ besluit: 'niet verlengen', gezien: 2 }))
    expect((await listVerlengingsbesluiten(ctx, id)).map(({ besluit }) => besluit)).toEqual([
      'verlengen',
      'intrekken',
      'niet verlengen',
    ])
    await expect(
      trekVerlengingsbesluitIn({ ...ctx, today: dag('2027-01-01'), now: ctx.now.add({ hours: 24 * 40 }) }, id, {
        reden: 'x',
        gezien: 3,
      }),
    ).rejects.toThrow('De overeenkomst is geëindigd op 31 december 2026.')
  })

  test('het verleden is niet te wijzigen of weg te halen, ook niet door het programma zelf', async ({
    staat: { id, eigenaar: ctx },
  }) => {
    await besluitOverVerlenging(ctx, id, besluit())
    await sql`savepoint s`.execute(ctx.db)
    await expect(sql`update verlengingsbesluit set reden = 'anders'`.execute(ctx.db)).rejects.toThrow(
      'permission denied',
    )
    await sql`rollback to s`.execute(ctx.db)
    await expect(sql`delete from verlengingsbesluit`.execute(ctx.db)).rejects.toThrow('permission denied')
  })

  test.for([
    'contractmanager',
    'contractbeheerder',
    'functioneel beheerder',
    'beheer (opdrachtregel)',
    'aanbieder',
  ] as const)('ROL-01: een %s besluit niet', async (rol, { ctx, staat: { id } }) => {
    await expect(besluitOverVerlenging(als(ctx, rol), id, besluit())).rejects.toMatchObject({ status: 403 })
    await expect(trekVerlengingsbesluitIn(als(ctx, rol), id, { reden: 'x', gezien: 0 })).rejects.toMatchObject({
      status: 403,
    })
  })

  test('wat er niet is geeft 404; een aanbieder ziet het besluit maar niet waarom', async ({
    ctx,
    staat: { id, eigenaar },
  }) => {
    await expect(besluitOverVerlenging(eigenaar, eigenaar.actor.id, besluit())).rejects.toMatchObject({ status: 404 })
    await besluitOverVerlenging(eigenaar, id, besluit())
    const eigen = als(ctx, 'aanbieder', '98990101')
    await narrow(eigen)
    expect(await listVerlengingsbesluiten(eigen, id)).toMatchObject([{ besluit: 'verlengen', reden: null }])
    const ander = als(ctx, 'aanbieder', '98990999')
    await narrow(ander)
    expect(await listVerlengingsbesluiten(ander, id)).toEqual([])
  })
})

describe('CTR-10: twee tegelijk', () => {
  test('twee mensen besluiten tegelijk: één besluit telt, de ander leest wat er is besloten', async ({ sleutels }) => {
    await using fresh = await freshDatabase({ max: 6 })
    const ctx = await maakProefregio(fresh.db, sleutels)
    await inTransaction(ctx, maakAanbieder)
    const id = await inTransaction(ctx, (ctx) => maakOvereenkomst(ctx, { einddatum: '2026-12-31' }))
    const [ruud, imke] = [
      await alsPersoon(ctx, 'Ruud Hoekstra', 'contracteigenaar'),
      await alsPersoon(ctx, 'Imke Smit', 'contracteigenaar'),
    ]
    const uitkomsten = await Promise.allSettled([
      besluitOverVerlenging(ruud, id, besluit()),
      besluitOverVerlenging(imke, id, besluit()),
      besluitOverVerlenging(imke, id, besluit({ besluit: 'niet verlengen' })),
    ])
    expect(uitkomsten.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const uitkomst of uitkomsten) {
      if (uitkomst.status === 'rejected') {
        expect(uitkomst.reason).toMatchObject({
          status: 409,
          message: expect.stringMatching(
            /^Intussen is er al een besluit vastgelegd: (verlengen tot en met 31 december 2027|niet verlengen na 31 december 2026), door (Ruud Hoekstra|Imke Smit) op 12 mei 2026\. Bekijk dat eerst\.$/,
          ) as string,
        })
      }
    }
    expect(await inTransaction(ctx, (ctx) => listVerlengingsbesluiten(ctx, id))).toHaveLength(1)
  })

  test('een bestand en een besluit tegelijk laten nooit een einde achter dat bij geen van beide hoort', async ({
    sleutels,
  }) => {
    await using fresh = await freshDatabase({ max: 6 })
    const ctx = await maakProefregio(fresh.db, sleutels)
    await inTransaction(ctx, maakAanbieder)
    const id = await inTransaction(ctx, (ctx) => maakOvereenkomst(ctx, { einddatum: '2026-12-31' }))
    const ruud = await alsPersoon(ctx, 'Ruud Hoekstra', 'contracteigenaar')
    const [bestand, verlengen] = await Promise.allSettled([
      inTransaction(ctx, (ctx) => maakOvereenkomst(ctx, { einddatum: '2027-06-30' })),
      besluitOverVerlenging(ruud, id, besluit()),
    ])
    const { looptTot } = await inTransaction(ctx, (ctx) => findOvereenkomst(ctx, id))
    const [vast] = await inTransaction(ctx, (ctx) => listVerlengingsbesluiten(ctx, id))
    expect(verlengen.status).toBe('fulfilled')
    expect(vast!.tot.toString()).toBe(looptTot.toString())
    expect(looptTot.toString()).toBe(bestand.status === 'fulfilled' ? '2028-06-30' : '2027-12-31')
  })
})

describe('CTR-10: een bestand na een besluit', () => {
  const kop =
    'overeenkomst;agb;onderwerp;begindatum;einddatum;verlengingen;verlengingMaanden;gemeenten;productcategorie;productcode;product;eenheidTarief;eenheidDeclaratie;jaar;tariefCent;plafondCent'
  const csv = (einddatum: string, verlengingen = 2, maanden = 12, jaar = 2026) =>
    Buffer.from(
      `${kop}\nZW-HO-001;98990101;Huishoudelijke ondersteuning;2024-01-01;${einddatum};${verlengingen};${maanden};0439,0385;01;01A03;Huishoudelijke ondersteuning basis;04;04;${jaar};3759;41000000\n`,
    )

  test('hetzelfde bestand opnieuw maakt een verlenging niet ongedaan; een tarief van een later jaar komt erbij', async ({
    ctx,
    staat: { id, eigenaar },
  }) => {
    await besluitOverVerlenging(eigenaar, id, besluit())
    expect(await leesOvereenkomstenIn(ctx, csv('2026-12-31'))).toMatchObject({ uitkomst: 'dubbel' })
    expect(await leesOvereenkomstenIn(ctx, csv('2026-12-31', 2, 12, 2027))).toMatchObject({
      uitkomst: 'verwerkt',
      nieuw: 1,
    })
    expect(await leesOvereenkomstenIn(ctx, csv('2026-12-31', 3))).toMatchObject({ uitkomst: 'verwerkt', gewijzigd: 1 })
    expect(await findOvereenkomst(ctx, id)).toMatchObject({ verlengd: 1, verlengingen: 3 })
    expect((await findOvereenkomst(ctx, id)).looptTot.toString()).toBe('2027-12-31')
  })

  test.for([
    [
      csv('2027-12-31'),
      'Rij 2: deze overeenkomst is verlengd tot en met 31 december 2027. De einddatum in het bestand is die zonder verlengingen: 31 december 2026. Trek anders eerst het besluit over de verlenging in.',
    ],
    [
      csv('2026-12-31', 2, 6),
      'Rij 2: deze overeenkomst is verlengd tot en met 31 december 2027, met 12 maanden per verlenging. Laat dat aantal staan.',
    ],
    [
      csv('2026-12-31', 0),
      'Rij 2: deze overeenkomst is verlengd tot en met 31 december 2027; daarvoor is één verlenging gebruikt. Zet het aantal verlengingen niet lager.',
    ],
  ] as const)(
    'een bestand dat de verlenging tegenspreekt wordt geweigerd: %#',
    async ([bytes, zin], { ctx, staat: { id, eigenaar } }) => {
      await besluitOverVerlenging(eigenaar, id, besluit())
      for (const uitkomst of [await bekijkOvereenkomsten(ctx, bytes), await leesOvereenkomstenIn(ctx, bytes)]) {
        expect(uitkomst.uitkomst).toBe('afgekeurd')
        expect(uitkomst.fouten[0]!.melding).toContain(zin)
      }
      expect((await findOvereenkomst(ctx, id)).looptTot.toString()).toBe('2027-12-31')
    },
  )

  test('ook na niet verlengen ligt het einde vast; na intrekken niet meer', async ({
    ctx,
    staat: { id, eigenaar },
  }) => {
    await besluitOverVerlenging(eigenaar, id, besluit({ besluit: 'niet verlengen' }))
    expect((await leesOvereenkomstenIn(ctx, csv('2027-12-31'))).fouten[0]!.melding).toContain(
      'Rij 2: over de verlenging van deze overeenkomst is besloten. De einddatum in het bestand is die zonder verlengingen: 31 december 2026.',
    )
    await trekVerlengingsbesluitIn(eigenaar, id, { reden: 'De einddatum was verkeerd ingelezen.', gezien: 1 })
    expect(await leesOvereenkomstenIn(ctx, csv('2027-12-31'))).toMatchObject({ uitkomst: 'verwerkt' })
  })
})
