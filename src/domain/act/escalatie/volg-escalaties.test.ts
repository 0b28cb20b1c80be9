import { sql } from 'kysely'
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakPersoon } from '../../../../test/afspraken.ts'
import { doorloop, flevoland, ladderVan, volledigeZet } from '../../../../test/escalatie.ts'
import { proefregio, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { narrow } from '../../../platform/transaction.ts'
import { maakRegio } from '../../plan/inrichting/maak-regio.ts'
import { findTermijn } from '../../plan/kalender/find-termijn.ts'
import { bewaarZaak } from './bewaar-zaak.ts'
import { deelVan } from './ladder.ts'
import { leesZaak } from './lees-zaak.ts'
import { openEscalatie } from './open-escalatie.ts'
import { werkelijkEinde } from './termijnen.ts'
import { past } from './toets.ts'
import { volgEscalaties } from './volg-escalaties.ts'
import { nieuweZaak, type Zaak } from './zaak.ts'

type Regelset = 'zaanstreek-waterland' | 'flevoland'
type Staat = { ctx: Context; id: string; mensen: Record<string, string> }

async function begin(basis: Context, regelset: Regelset): Promise<Staat> {
  let ctx = basis
  if (regelset === 'flevoland') {
    const { regioId } = await maakRegio(basis, { ...proefregio, naam: 'Flevoland', regelset })
    ctx = { ...basis, regioId }
  }
  await narrow(ctx)
  const manager = await maakPersoon(ctx, 'Marloes')
  const eigenaar = await maakPersoon(ctx, 'Ella', 'contracteigenaar')
  const aanbiederId = await maakAanbieder(ctx)
  const als: Context = {
    ...ctx,
    actor: {
      soort: 'gebruiker',
      id: manager,
      naam: 'Marloes',
      rollen: [{ rol: 'contractmanager', agb: null }],
      agb: null,
    },
  }
  const ladder = ladderVan(regelset)
  const eerste = regelset === 'flevoland' ? 'B1' : 'A1'
  const zet = volledigeZet(ladder, nieuweZaak, eerste, ctx.today)
  const id = await openEscalatie(als, { aanbiederId, titel: 'Start te laat', zet })
  return { ctx: als, id, mensen: { manager, eigenaar } }
}

/** What the rules say is open, against what stands in the calendar: last day, who acts. */
async function vergelijk(ctx: Context, id: string, regelset: Regelset) {
  const { zaak, feiten } = await leesZaak(ctx, id)
  const ladder = ladderVan(regelset)
  const regels = zaak.termijnen
    .filter(({ klaar }) => klaar === null)
    // a right that passed asks nothing any more
    .filter((termijn) => {
      const voorbij =
        Temporal.PlainDate.compare(werkelijkEinde(termijn, zaak.schorsingen, feiten.kalender), ctx.today) < 0
      return !(voorbij && deelVan(ladder, 'termijnen', termijn.code).recht)
    })
    .map((termijn) => {
      const einde = werkelijkEinde(termijn, zaak.schorsingen, feiten.kalender).toString()
      return `${termijn.code} ${einde} ${deelVan(ladder, 'termijnen', termijn.code).wie}`
    })
  const { rows } = await sql<{ regel: string }>`select sleutel || ' ' || einddatum || ' ' ||
      case kant when 'aanbieder' then 'aanbieder' else 'opdrachtgever' end as regel
    from termijn where regio_id = ${ctx.regioId} and bron = 'escalatie' and bron_id = ${id} and gesloten_op is null`.execute(
    ctx.db,
  )
  expect(rows.map(({ regel }) => regel).toSorted()).toEqual(regels.toSorted())
  return regels.length
}

async function bewaar(ctx: Context, { id, mensen }: Staat, nieuw: Zaak) {
  const geopend = await leesZaak(ctx, id, true)
  const naam = (wie: string) => mensen[wie] ?? wie
  await bewaarZaak(ctx, geopend, {
    ...nieuw,
    stappen: nieuw.stappen.map((stap) => ({
      ...stap,
      door: naam(stap.door),
      beslotenDoor: stap.beslotenDoor && naam(stap.beslotenDoor),
    })),
  })
}

describe.each(['zaanstreek-waterland', 'flevoland'] as const)(
  'besluit 030: de kalender volgt de ladder van %s',
  (regelset) => {
    test('ESA-05, ESB-05, AMB-44: in elke toestand staan precies de lopende termijnen van de zaak in de kalender', async ({
      ctx: basis,
    }) => {
      const ladder = ladderVan(regelset)
      let gezien = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ kies: fc.nat(), doel: fc.nat(), dagen: fc.integer({ min: 0, max: 30 }) }), {
            minLength: 8,
            maxLength: 16,
          }),
          async (beurten) => {
            await sql`savepoint zaak`.execute(basis.db)
            const staat = await begin(basis, regelset)
            let { ctx } = staat
            for (const { kies, doel, dagen } of beurten) {
              const today = ctx.today.add({ days: dagen })
              const now = today.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '12:00' }).toInstant()
              ctx = { ...ctx, today, now }
              const { zaak, feiten } = await leesZaak(ctx, staat.id)
              const passend = ladder.overgangen.filter(
                (overgang) =>
                  overgang.van.length > 0 &&
                  past(overgang, zaak.toestand) &&
                  (typeof overgang.naar === 'string' || !overgang.naar.every((code) => code.startsWith('GE'))),
              )
              if (passend.length === 0) break
              const overgang = passend[kies % passend.length]!
              const naar = typeof overgang.naar === 'string' ? undefined : overgang.naar[doel % overgang.naar.length]
              let nieuw: Zaak
              try {
                nieuw = doorloop(ladder, zaak, volledigeZet(ladder, zaak, overgang.code, today, { doel: naar }), {
                  ...feiten,
                  omzetCent: 100_000_000,
                })
              } catch {
                continue
              }
              await bewaar(ctx, staat, nieuw)
              gezien += await vergelijk(ctx, staat.id, regelset)
              // followed again, nothing changes
              await volgEscalaties(ctx)
              await vergelijk(ctx, staat.id, regelset)
            }
            await sql`rollback to savepoint zaak`.execute(basis.db)
            await narrow(basis)
          },
        ),
        { numRuns: 8 },
      )
      // a property that saw no running term proves nothing
      expect(gezien).toBeGreaterThan(10)
    }, 60_000)
  },
)

test('AMB-44: een bezwaar zet de hersteltermijn stil, en de termijn in de kalender zegt hoe lang en waarom', async ({
  ctx: basis,
}) => {
  const staat = await begin(basis, 'flevoland')
  const { ladder } = flevoland
  const doe = async (code: string, iso: string, eigen = {}) => {
    const today = Temporal.PlainDate.from(iso)
    const now = today.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '12:00' }).toInstant()
    const ctx = { ...staat.ctx, today, now }
    const { zaak, feiten } = await leesZaak(ctx, staat.id)
    const zet = volledigeZet(ladder, zaak, code, today, eigen)
    await bewaar(ctx, staat, doorloop(ladder, zaak, zet, { ...feiten, omzetCent: 100_000_000 }))
    return ctx
  }
  await doe('B3', '2026-11-23', { doel: 'TREDE-3.voorstel' })
  const velden = { noodzaak: 'geen', noodzaakreden: 'x', tekortkoming: 'x', hersteldatum: '2026-12-18', gevolgen: 'x' }
  const na = await doe('B8', '2026-11-24', { velden })
  const lees = async (ctx: Context) => {
    const { rows } = await sql<{ id: string }>`select id from termijn where bron = 'escalatie' and bron_id = ${staat.id}
      and sleutel = 'herstel' order by gepland_op desc limit 1`.execute(ctx.db)
    return findTermijn(ctx, rows[0]!.id)
  }
  const eerst = await lees(na)
  expect(eerst.einddatum.toString()).toBe('2026-12-18')
  const ctx = await doe('B12-3', '2026-11-26')
  const later = await lees(ctx)
  expect(later.id).toBe(eerst.id)
  // ten working days from 26 November: fourteen days stood still
  expect(later.einddatum.toString()).toBe('2027-01-04')
  expect(later.berekening.stappen.map(({ soort }) => soort)).toEqual([
    'start',
    'afgesproken',
    'stilgezet',
    'nieuwe laatste dag',
  ])
  expect(later.berekening.bron).toEqual(deelVan(ladder, 'termijnen', 'herstel').bron)
})
