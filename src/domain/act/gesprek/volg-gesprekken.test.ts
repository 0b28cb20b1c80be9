import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { als, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { listTermijnen } from '../../plan/kalender/list-termijnen.ts'
import { laatVerstrijken } from '../../plan/kalender/laat-verstrijken.ts'
import { annuleerGesprek } from './annuleer-gesprek.ts'
import { bewaarRapportage } from './bewaar-rapportage.ts'
import { deelVerslag } from './deel-verslag.ts'
import { legActieVast } from './leg-actie-vast.ts'
import { leesGespreksregels } from './lees-gespreksregels.ts'
import { maakVerslagDefinitief } from './maak-verslag-definitief.ts'
import { meldGehouden } from './meld-gehouden.ts'
import { nodigDeelnemersUit } from './nodig-deelnemers-uit.ts'
import { dag, maakProef, namens, op, plan, type Proef } from './proefgesprek.testhulp.ts'
import { findGesprek, listAgendapunten, listDeelnemers } from './queries.ts'
import { reageerOpVerslag } from './reageer-op-verslag.ts'
import { schrijfVerslagtekst } from './schrijf-verslagtekst.ts'
import { verplaatsGesprek } from './verplaats-gesprek.ts'
import { volgGesprekken } from './volg-gesprekken.ts'
import { volgJaarplanning } from './volg-jaarplanning.ts'
import { vraagRapportage } from './vraag-rapportage.ts'
import { zetActie } from './zet-actie.ts'

/** All terms with their state, as the region's calendar has them; `spiegel`: those only the aanbieder sees. */
async function termijnen({ db, regioId }: Context, bron: string, spiegel = false) {
  const { rows } = await sql<{ regel: string }>`select einddatum || ' ' || sleutel || ' ' || kant || ' ' ||
      case when gesloten_op is null then 'open' when gehaald_op is null then 'vervallen' else 'gedaan ' || gehaald_op end as regel
    from termijn where regio_id = ${regioId} and bron = ${bron} and spiegel = ${spiegel} order by einddatum, sleutel, gepland_op, gesloten_op nulls last`.execute(
    db,
  )
  return rows.map(({ regel }) => regel)
}

const titels = async (ctx: Context) =>
  (await listTermijnen(ctx, {}, { pagina: null, hoogstens: 100 })).rijen.map(
    ({ einddatum, titel }) => `${einddatum.toString()} ${titel}`,
  )

async function houd(proef: Proef, id: string) {
  const toen = op(proef.manager, '2026-12-16', '12:00')
  await meldGehouden(
    toen,
    id,
    (await listDeelnemers(toen, id)).map((een) => een.id),
  )
  const [punt] = await listAgendapunten(toen, id)
  await schrijfVerslagtekst(toen, id, punt!.id, { tekst: 'Besproken.', versie: 0 })
}

describe('besluit 030: de kalender volgt een gesprek', () => {
  test('CAT-05, GES-03, GES-17: van plannen tot definitief staat elke dag er één keer in, aan beide kanten', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef)
    expect(await termijnen(ctx, 'gesprek')).toEqual(['2026-12-16 gesprek regio open'])
    expect(await termijnen(ctx, 'gesprek', true)).toEqual([])
    await vraagRapportage(proef.manager, id)
    // the aanbieder has the day and the report; the region has the day once
    expect(await termijnen(ctx, 'gesprek')).toEqual([
      '2026-12-02 rapportage aanbieder open',
      '2026-12-16 gesprek regio open',
    ])
    expect(await termijnen(ctx, 'gesprek', true)).toEqual(['2026-12-16 gesprek-aanbieder aanbieder open'])
    await namens(ctx, proef.zorg, async (zorg) => {
      expect(await titels(zorg)).toEqual([
        '2026-12-02 Rapportage voor het gesprek aanleveren',
        '2026-12-16 Contractmanagementgesprek Stichting Veenlicht',
      ])
    })
    const manager = (await titels(proef.manager)).filter((titel) => titel.includes('Contractmanagementgesprek'))
    expect(manager).toHaveLength(1)

    const { delen } = (await leesGespreksregels(ctx)).regels.rapportage
    await namens(ctx, op(proef.zorg, '2026-12-01'), (zorg) =>
      bewaarRapportage(
        zorg,
        id,
        delen.map(({ code }) => ({ code, tekst: 'Niets bijzonders.', versie: 0 })),
        true,
      ),
    )
    expect((await termijnen(ctx, 'gesprek'))[0]).toBe('2026-12-02 rapportage aanbieder gedaan 2026-12-01')
    await houd(proef, id)
    expect(await termijnen(ctx, 'gesprek')).toEqual([
      '2026-12-02 rapportage aanbieder gedaan 2026-12-01',
      '2026-12-16 gesprek regio gedaan 2026-12-16',
      '2026-12-23 verslag regio open',
    ])
    await deelVerslag(op(proef.manager, '2026-12-18'), id)
    expect((await termijnen(ctx, 'gesprek')).slice(2)).toEqual([
      '2026-12-23 verslag regio gedaan 2026-12-18',
      '2026-12-28 reactie aanbieder open',
    ])
    await namens(ctx, op(proef.zorg, '2026-12-21'), (zorg) =>
      reageerOpVerslag(zorg, id, { soort: 'akkoord', tekst: '' }),
    )
    expect((await termijnen(ctx, 'gesprek')).at(-1)).toBe('2026-12-28 reactie aanbieder gedaan 2026-12-21')
    await maakVerslagDefinitief(op(proef.manager, '2026-12-22'), id)
    const voor = await termijnen(ctx, 'gesprek')
    await volgGesprekken(op(ctx, '2026-12-22'))
    expect(await termijnen(ctx, 'gesprek')).toEqual(voor)
    expect(voor.filter((regel) => regel.endsWith('open'))).toEqual([])
  })

  test('AMB-11: wie niet reageert, is akkoord: de laatste dag gaat voorbij en is nooit te laat', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef)
    await houd(proef, id)
    await deelVerslag(op(proef.manager, '2026-12-18'), id)
    const later = op(ctx, '2026-12-29')
    expect(await laatVerstrijken(later)).toBe(0)
    expect((await termijnen(ctx, 'gesprek')).at(-1)).toBe('2026-12-28 reactie aanbieder gedaan 2026-12-28')
    await volgGesprekken(later)
    expect((await termijnen(ctx, 'gesprek')).filter((regel) => regel.endsWith('open'))).toEqual([])
  })

  test('STM-02: verplaatsen verschuift dezelfde termijnen; annuleren laat ze vervallen, met de reden', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef)
    await nodigDeelnemersUit(proef.manager, id)
    await vraagRapportage(proef.manager, id)
    const ids = async () =>
      (
        await sql<{
          id: string
        }>`select id from termijn where bron = 'gesprek' and bron_id = ${id} order by id`.execute(ctx.db)
      ).rows
    const eerst = await ids()
    const { versie } = await findGesprek(proef.manager, id)
    await verplaatsGesprek(proef.manager, id, versie, {
      datum: dag('2027-01-20'),
      begintijd: '10:00',
      eindtijd: '11:00',
      plaats: '',
      wijze: 'fysiek',
      reden: 'Ziekte',
    })
    expect(await ids()).toEqual(eerst)
    expect(await termijnen(ctx, 'gesprek')).toEqual([
      '2027-01-06 rapportage aanbieder open',
      '2027-01-20 gesprek regio open',
    ])
    expect(await termijnen(ctx, 'gesprek', true)).toEqual(['2027-01-20 gesprek-aanbieder aanbieder open'])
    await annuleerGesprek(proef.manager, id, 'Niet meer nodig')
    expect(await termijnen(ctx, 'gesprek')).toEqual([
      '2027-01-06 rapportage aanbieder vervallen',
      '2027-01-20 gesprek regio vervallen',
    ])
    const { rows } = await sql<{
      r: string
    }>`select distinct gesloten_reden as r from termijn where bron_id = ${id}`.execute(ctx.db)
    expect(rows).toEqual([{ r: 'Het gesprek is geannuleerd.' }])
  })

  test('GES-16, STM-03: een actie van de aanbieder staat er voor haar pas in als het verslag is gedeeld; gereed is gedaan', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef)
    await houd(proef, id)
    const toen = op(proef.manager, '2026-12-16', '13:00')
    const actie = (anders = {}) => ({
      tekst: 'Stuurt de wachtlijst',
      kant: 'aanbieder' as const,
      eigenaarId: '',
      eigenaar: 'Noor Bakker',
      einddatum: dag('2027-01-15'),
      agendapuntId: '' as const,
      niveau: '' as const,
      ...anders,
    })
    const vanZorg = await legActieVast(toen, id, actie())
    await legActieVast(
      toen,
      id,
      actie({ kant: 'regio', eigenaarId: proef.manager.actor.id, einddatum: dag('2027-01-22') }),
    )
    expect(await termijnen(ctx, 'actie')).toEqual(['2027-01-22 actie regio open'])
    await deelVerslag(op(proef.manager, '2026-12-18'), id)
    expect(await termijnen(ctx, 'actie')).toEqual(['2027-01-15 actie aanbieder open', '2027-01-22 actie regio open'])
    await zetActie(op(proef.manager, '2027-01-11'), vanZorg, 'gereed melden', 'Ontvangen.')
    expect((await termijnen(ctx, 'actie'))[0]).toBe('2027-01-15 actie aanbieder gedaan 2027-01-11')
    // given back: it runs again, as a new term beside what was
    await zetActie(op(proef.manager, '2027-01-12'), vanZorg, 'teruggeven', 'Niet volledig.')
    expect((await termijnen(ctx, 'actie')).slice(0, 2)).toEqual([
      '2027-01-15 actie aanbieder gedaan 2027-01-11',
      '2027-01-15 actie aanbieder open',
    ])
    await zetActie(op(proef.manager, '2027-01-13'), vanZorg, 'laten vervallen', 'Achterhaald.')
    expect((await termijnen(ctx, 'actie')).filter((regel) => regel.endsWith('open'))).toEqual([
      '2027-01-22 actie regio open',
    ])
  })

  test('ROL-21: een termijn van een gesprek ziet alleen wie het gesprek mag zien', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    await plan(proef)
    const wie = async (rol: Parameters<typeof als>[1]) => titels(als(ctx, rol))
    expect((await wie('contractmanager')).some((titel) => titel.includes('Veenlicht'))).toBe(true)
    // asked to meetings only by invitation, and never about talks at all
    expect((await wie('toezichthouder')).some((titel) => titel.includes('Veenlicht'))).toBe(false)
    expect((await wie('functioneel beheerder')).some((titel) => titel.includes('Veenlicht'))).toBe(false)
  })
})

describe('CAT-05: wat het jaar nog vraagt', () => {
  test('GES-01: wie te weinig is gezien, staat er tot 31 december in; plannen haalt de termijn weg, annuleren brengt hem terug', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    await volgJaarplanning(ctx)
    expect(await termijnen(ctx, 'gesprek-jaar')).toEqual(['2026-12-31 2026 regio open'])
    const id = await plan(proef)
    await volgJaarplanning(ctx)
    expect(await termijnen(ctx, 'gesprek-jaar')).toEqual(['2026-12-31 2026 regio gedaan 2026-11-22'])
    await annuleerGesprek(proef.manager, id, 'Ziek')
    await volgJaarplanning(ctx)
    expect(await termijnen(ctx, 'gesprek-jaar')).toEqual([
      '2026-12-31 2026 regio gedaan 2026-11-22',
      '2026-12-31 2026 regio open',
    ])
    // a year that fell short stays for a month
    await volgJaarplanning(op(ctx, '2027-01-15'))
    expect(await termijnen(ctx, 'gesprek-jaar')).toEqual([
      '2026-12-31 2026 regio gedaan 2026-11-22',
      '2026-12-31 2026 regio open',
      '2027-12-31 2027 regio open',
    ])
    await volgJaarplanning(op(ctx, '2027-02-15'))
    expect((await termijnen(ctx, 'gesprek-jaar'))[1]).toBe('2026-12-31 2026 regio vervallen')
  })

  test('PLN-07: elke opdrachtgever met minder dan twee overleggen staat erin', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    await volgJaarplanning(ctx)
    expect(await termijnen(ctx, 'opdrachtgever-jaar')).toHaveLength(7)
    for (const datum of ['2026-12-01', '2026-12-02']) {
      await plan(proef, {
        soort: 'opdrachtgeversoverleg',
        aanbiederId: '',
        gemeenteCode: '0439',
        contactpersoonIds: [],
        datum: dag(datum),
      })
    }
    await volgJaarplanning(ctx)
    expect((await termijnen(ctx, 'opdrachtgever-jaar')).filter((regel) => regel.endsWith('open'))).toHaveLength(6)
  })
})
