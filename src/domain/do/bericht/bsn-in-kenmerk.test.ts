import { sql } from 'kysely'
import { expect } from 'vitest'
import { xml301, xml305, xml323, xml325, xmlRetour } from '../../../../test/builders-bericht.ts'
import { lever, maakAfspraken } from '../../../../test/inlezen.ts'
import { test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'

const BSN = '999932172'
const ANDERE_BSN = '999940004'

test('een BSN als identificatie wordt verborgen, en elk antwoord vindt zijn bericht nog', async ({ ctx }) => {
  await maakAfspraken(ctx)
  await lever(
    ctx,
    xmlRetour(302, { identificatie: BSN, identificatieRetour: ANDERE_BSN }),
    xml325({ declaratie: ANDERE_BSN, ingediend: 35_400 }, { bsn: BSN, referentie: `${BSN}202402` }),
    xml323({ identificatie: ANDERE_BSN, nummer: BSN }, { bsn: BSN, referentie: `${BSN}202402` }),
    xml305({ identificatie: 'S1', bsn: BSN }),
    xml301({ identificatie: BSN, bsn: BSN }),
  )
  expect(await lees(ctx, 'bericht', 'oordeel')).toEqual(Array(5).fill('geldig'))
  // the 325 listed this line as refused, the 302 approved
  expect(await lees(ctx, 'declaratie_regel', 'toegekend')).toEqual([false])
  const verborgen = /^verborgen-[0-9A-Z]{5}-[0-9A-Z]{5}$/
  const namen = [
    ...(await lees(ctx, 'retour', 'heen_identificatie')),
    ...(await lees(ctx, 'declaratie', 'declaratienummer')),
    ...(await lees(ctx, 'declaratie_regel', 'referentie')),
    ...(await lees(ctx, 'declaratie_antwoord', 'declaratie_identificatie')),
    ...(await lees(ctx, 'declaratie_antwoord_regel', 'referentie')),
  ]
  expect(namen).toHaveLength(5)
  for (const naam of namen) expect(naam).toMatch(verborgen)
  const identificaties = await lees(ctx, 'bericht', 'identificatie')
  expect(identificaties.filter((naam) => verborgen.test(String(naam)))).toHaveLength(3)
  expect(identificaties).toEqual(expect.arrayContaining(['ANT1', 'S1']))
})

test('een credit vindt de regel waarvan de referentie verborgen is', async ({ ctx }) => {
  await maakAfspraken(ctx)
  const regel = { bsn: BSN, referentie: `REF ${BSN}` }
  await lever(
    ctx,
    xml301({ identificatie: 'T1', bsn: BSN }),
    xml323({ identificatie: 'D1' }, regel),
    xml323({ identificatie: 'D2' }, { bsn: BSN, referentie: 'R2', vorige: `REF ${BSN}`, credit: true }),
  )
  expect(await lees(ctx, 'declaratie_regel', 'oordeel')).toEqual(['geldig', 'geldig'])
})

test('ook van een geweigerd bericht blijft het BSN in de identificatie verborgen', async ({ ctx }) => {
  await maakAfspraken(ctx)
  const kapot = xml301({ identificatie: BSN, bsn: BSN }).replace('<m:Geslacht>2<', '<m:Geslacht>7<')
  const { afgekeurd } = await lever(ctx, kapot)
  expect(afgekeurd[0]).toMatchObject({ code: 'schemafout' })
  expect(afgekeurd[0]!.identificatie).toMatch(/^verborgen-/)
})

async function lees(ctx: Context, tabel: string, kolom: string): Promise<unknown[]> {
  const { rows } = await sql<{ waarde: unknown }>`select ${sql.ref(kolom)} as waarde from ${sql.table(tabel)}
    where regio_id = ${ctx.regioId}`.execute(ctx.db)
  return rows.map(({ waarde }) => waarde)
}
