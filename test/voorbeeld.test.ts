import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laadVoorbeelden, VOORBEELDEN } from '../src/cli/voorbeeld.ts'
import { Ladder } from '../src/domain/act/escalatie/ladder.ts'
import { actiestanden } from '../src/domain/act/gesprek/actiestand.ts'
import { standen } from '../src/domain/act/gesprek/gespreksstand.ts'
import { faseVan, fasen, type Momenten } from '../src/domain/act/overlegtafel/toestand.ts'
import { besluiten } from '../src/domain/check/bevinding/bevinding.ts'
import { klassen } from '../src/domain/plan/risico/klasse.ts'
import { leesRegelsetbestand } from '../src/domain/plan/inrichting/maak-regio.ts'
import { standen as briefstanden } from '../src/domain/act/brief/queries.ts'
import { leesVoorbeeldregio, makeVoorbeelddiensten, telVoorbeeld, VANDAAG } from './voorbeeld.ts'
import { freshDatabase, type FreshDatabase } from './test.ts'

let fresh: FreshDatabase
let map: string
let beheer: pg.Client
const gemeld: string[] = []

beforeAll(async () => {
  fresh = await freshDatabase()
  map = mkdtempSync(join(tmpdir(), 'overlap-voorbeeld-'))
  beheer = new pg.Client(fresh.beheerUrl)
  await beheer.connect()
  await laad()
})
afterAll(async () => {
  await beheer.end()
  await fresh.drop()
  rmSync(map, { recursive: true, force: true })
})

function laad() {
  return laadVoorbeelden(makeVoorbeelddiensten(fresh, map), (regel) => gemeld.push(regel))
}

/** The different values of one column of a region. */
async function waarden(regio: string, vraag: string): Promise<string[]> {
  const { rows } = await beheer.query<{ waarde: string }>(
    `select distinct waarde from (${vraag}) as v (regio_id, waarde) join regio r on r.id = v.regio_id and r.naam = $1
     where waarde is not null order by 1`,
    [regio],
  )
  return rows.map(({ waarde }) => waarde)
}

/** States that no way of working of this regelset leads to, each with the reason. */
const ONBEREIKBAAR: Record<string, string[]> = {
  // its meetings ask no report beforehand (GES-10…-17)
  flevoland: ['rapportage gevraagd'],
  'zaanstreek-waterland': [],
}

describe.each([...VOORBEELDEN])('%s', (naam) => {
  const { regio, regelset } = leesVoorbeeldregio(naam)

  test('STM-02: er is een gesprek in elke stand', async () => {
    const verwacht = Object.keys(standen).filter((stand) => !ONBEREIKBAAR[regelset]!.includes(stand))
    expect(await waarden(regio, 'select regio_id, stand from gesprek')).toEqual(verwacht.toSorted())
  })

  test('STM-03: er is een actie in elke stand, en een die te laat is', async () => {
    expect(await waarden(regio, 'select regio_id, stand from actie')).toEqual(Object.keys(actiestanden).toSorted())
    const laat = `select regio_id, 'laat' from actie where stand in ('open', 'in uitvoering') and einddatum < date '${VANDAAG}'`
    expect(await waarden(regio, laat)).toEqual(['laat'])
  })

  test('ESA, ESB: er is een escalatie in elke toestand van de ladder', async () => {
    const { delen } = await leesRegelsetbestand(regelset)
    const { toestanden } = Ladder.parse(delen.find(({ deel }) => deel === 'escalatieladder')!.inhoud)
    expect(await waarden(regio, 'select regio_id, toestand from escalatie')).toEqual(
      toestanden.map(({ code }) => code).toSorted(),
    )
  })

  test('ESA, ESB: brieven wachten en zijn verstuurd, voorstellen wachten op een besluit, termijnen lopen en zijn voorbij', async () => {
    const stand = 'select regio_id, open_stand from escalatie'
    expect(await waarden(regio, stand)).toEqual(['besloten', 'voorgesteld'])
    expect(await waarden(regio, 'select regio_id, wijze from escalatie_brief')).toEqual(['aangetekend', 'digitaal'])
    const termijn = `select regio_id, case when werkelijk_einde < date '${VANDAAG}' then 'voorbij' else 'loopt' end
      from escalatie_termijn where klaar is null`
    expect(await waarden(regio, termijn)).toEqual(['loopt', 'voorbij'])
  })

  test('COM-02: er is een brief in elke stand, die aankwam en die mislukte; in de tweede regio wacht er ook een om te posten of aan te passen', async () => {
    expect(await waarden(regio, 'select regio_id, stand from brief')).toEqual(Object.keys(briefstanden).toSorted())
    const ontvanger = `select regio_id, case when mislukt_op is not null then 'mislukt' else 'verzonden' end from brief_ontvanger
      where mislukt_op is not null or verzonden_op is not null`
    expect(await waarden(regio, ontvanger)).toEqual(['mislukt', 'verzonden'])
    const wacht = `select b.regio_id, 'wacht' from brief b join brief_ontvanger o on o.regio_id = b.regio_id and o.brief_id = b.id
      where (b.stand = 'concept' and b.reden <> '') or (b.wijze = 'post' and o.document_id is not null and o.verzonden_op is null)`
    expect(await waarden(regio, wacht)).toEqual(regelset === 'flevoland' ? ['wacht'] : [])
  })

  test('STM-08, STM-09: er is een overlegtafel in elke fase, met elk antwoord en elke aanwezigheid', async () => {
    const { rows } = await beheer.query<Record<string, Date | null>>(
      `select t.samengesteld_op as "samengesteldOp", t.uitgenodigd_op as "uitgenodigdOp", t.gehouden_op as "gehoudenOp",
        t.teruggekoppeld_op as "teruggekoppeldOp", t.gesloten_op as "geslotenOp", t.vervallen_op as "vervallenOp"
       from overlegtafel t join regio r on r.id = t.regio_id where r.naam = $1`,
      [regio],
    )
    const bereikt = new Set(rows.map((rij) => faseVan(rij as unknown as Momenten)))
    expect([...bereikt].toSorted()).toEqual(Object.keys(fasen).toSorted())
    const deelname = (kolom: string) => waarden(regio, `select regio_id, ${kolom} from overlegtafel_deelname`)
    expect(await deelname("coalesce(antwoord, 'nog geen')")).toEqual(['afgemeld', 'komt', 'nog geen'])
    const aanwezig = await waarden(regio, 'select regio_id, aanwezigheid from overlegtafel_aanwezigheid')
    expect(aanwezig).toEqual(['aanwezig', 'afgemeld', 'afwezig'])
  })

  test('CLS-01: er is een aanbieder in elke klasse', async () => {
    expect(await waarden(regio, 'select regio_id, klasse::text from aanbieder_klasse')).toEqual(Object.keys(klassen))
  })

  test('AMB-33: over bevindingen is elk besluit genomen, en over een nog geen', async () => {
    expect(await waarden(regio, 'select regio_id, besluit from bevinding_besluit')).toEqual(
      Object.keys(besluiten).toSorted(),
    )
    const nieuw = `select b.regio_id, 'nieuw' from bevinding b where not exists (select from bevinding_besluit x
      where x.regio_id = b.regio_id and x.bevinding_id = b.id)`
    expect(await waarden(regio, nieuw)).toEqual(['nieuw'])
  })
})

test('ESB-12: tegen elke trede waartegen dat kan, ligt een bezwaar', async () => {
  expect(
    await waarden('Proefregio Jeugd', `select regio_id, toestand from escalatie where toestand like '%bezwaar'`),
  ).toHaveLength(5)
})

test('TAF: aan een tafel over ambulante jeugdhulp zitten dertig aanbieders', async () => {
  const { rows } = await beheer.query<{ aantal: number }>(
    'select count(*)::int as aantal from overlegtafel_deelname group by overlegtafel_id order by 1 desc limit 1',
  )
  expect(rows).toEqual([{ aantal: 30 }])
})

test('AMB-66: de regio voor de Jeugdwet heeft geen KPI en krijgt er geen', async () => {
  expect(await waarden('Proefregio Jeugd', 'select regio_id, kpi from kpi_uitkomst')).toEqual([])
  expect(await waarden('Proefregio', 'select regio_id, kpi from kpi_uitkomst')).toHaveLength(3)
})

test('nog een keer starten verandert niets', async () => {
  const voor = await telVoorbeeld(beheer)
  const regels = gemeld.length
  await laad()
  expect(await telVoorbeeld(beheer)).toEqual(voor)
  expect(gemeld).toHaveLength(regels)
})
