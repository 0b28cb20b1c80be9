import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { maakAanbieder } from '../../../../test/afspraken.ts'
import { maakGesprek } from '../../../../test/gesprek.ts'
import { als, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { listDossier } from '../../plan/dossier/queries.ts'
import { maakGebruiker } from '../../plan/inrichting/maak-gebruiker.ts'
import { maakVersie } from '../gesprek/verslag.ts'
import { archiveerStukken } from './archiveer-stukken.ts'

async function zetBrief(ctx: Context, aanbiederId: string) {
  const { rows } = await sql<{
    id: string
  }>`insert into escalatie (regio_id, nummer, aanbieder_id, agb, regelsetdeel_id, titel, toestand, hoogte, beurt,
      geopend_op, geopend_door, gewijzigd_op)
    select ${ctx.regioId}, 'E-2026-001', ${aanbiederId}, '98990101', r.id, 'Te laat', 'S1', 1, 1, ${ctx.now}, 'test', ${ctx.now}
    from regelsetdeel r where r.regio_id = ${ctx.regioId} and r.deel = 'escalatieladder' returning id`.execute(ctx.db)
  const id = rows[0]!.id
  await sql`insert into escalatie_brief (regio_id, escalatie_id, nr, soort, naam, alineas, verzonden, wijze, kenmerk, ontvangen, verzonden_door, vastgelegd_op)
    values (${ctx.regioId}, ${id}, 1, 'D28', 'Ingebrekestelling', '["Hierbij stellen wij u in gebreke."]', '2026-11-19', 'aangetekend', '3SRRC', '2026-11-20',
      'test', ${ctx.now})`.execute(ctx.db)
  return id
}

test('DOC-02, DOC-03: een verzonden brief van een escalatie komt een keer in het dossier, als PDF en Word, met zijn nummer', async ({
  ctx,
}) => {
  const aanbiederId = await maakAanbieder(ctx)
  const id = await zetBrief(ctx, aanbiederId)
  const systeem = als(ctx, 'systeem (wachtrij)')
  expect(await archiveerStukken(systeem)).toBe(1)
  expect(await archiveerStukken(systeem)).toBe(0)
  const { rijen } = await listDossier(als(ctx, 'contractmanager'), { aanbiederId }, 1)
  expect(rijen).toMatchObject([
    {
      soort: 'D28',
      titel: 'Ingebrekestelling',
      kenmerk: 'E-2026-001-1',
      onderwerp: 'escalatie',
      onderwerpId: id,
      vormen: ['pdf', 'docx'],
    },
  ])
  expect(rijen[0]!.datum.toString()).toBe('2026-11-19')
})

test('GES-17: een definitief verslag komt in het dossier; een verslag dat niet meer klopt met zijn vingerafdruk niet', async ({
  ctx,
}) => {
  const aanbiederId = await maakAanbieder(ctx)
  const eigenaarId = await maakGebruiker(ctx, {
    naam: 'Manager',
    functie: 'test',
    rol: 'contractmanager',
    voorbeeld: true,
  })
  await maakGesprek(ctx, { aanbiederId, agb: '98990101', naam: 'Veenlicht', eigenaarId })
  const systeem = als(ctx, 'systeem (wachtrij)')
  const verslag = maakVersie({
    vorm: 1,
    naam: 'Contractmanagementgesprek',
    titel: 'Contractmanagementgesprek Veenlicht',
    doel: '',
    met: 'Veenlicht',
    datum: '2026-11-10',
    van: '10:00',
    tot: '11:00',
    plaats: '',
    overeenkomsten: [],
    aanwezig: ['Manager'],
    afwezig: [],
    punten: [{ nummer: '1', titel: 'Wachttijd', niveau: null, tekst: 'Elf weken.' }],
    besluiten: [],
    acties: [],
    reacties: [],
  })
  const zet = (sha256: Buffer) =>
    sql`insert into verslagversie (regio_id, gesprek_id, soort, inhoud, sha256, gemaakt_op, gemaakt_door)
      select regio_id, id, 'definitief', ${verslag.inhoud}, ${sha256}, ${ctx.now}, 'test' from gesprek where regio_id = ${ctx.regioId}`.execute(
      ctx.db,
    )
  await sql`savepoint proef`.execute(ctx.db)
  await zet(Buffer.alloc(32))
  await expect(archiveerStukken(systeem)).rejects.toThrow('not what was kept')
  await sql`rollback to savepoint proef`.execute(ctx.db)
  await zet(verslag.sha256)
  expect(await archiveerStukken(systeem)).toBe(1)
  expect(await archiveerStukken(systeem)).toBe(0)
  const { rijen } = await listDossier(als(ctx, 'contractmanager'), { aanbiederId }, 1)
  const verwacht = { soort: 'D24', titel: 'Verslag: Contractmanagementgesprek Veenlicht', voorAanbieder: true }
  expect(rijen).toMatchObject([{ ...verwacht, vormen: ['pdf', 'docx'] }])
})

test('het lettertype in een PDF heeft zijn licentie bij zich', () => {
  const map = new URL('../../../platform/document/lettertypen/', import.meta.url)
  expect(readFileSync(new URL('OFL.txt', map), 'utf8')).toContain('SIL Open Font License')
})
