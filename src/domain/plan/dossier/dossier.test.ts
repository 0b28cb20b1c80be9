import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { zipSync, strToU8 } from 'fflate'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst } from '../../../../test/afspraken.ts'
import { als, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { within } from '../../../platform/transaction.ts'
import type { Rol } from '../../rechten.ts'
import { vormVan } from './bestandsvorm.ts'
import { bewaarDocument } from './bewaar-document.ts'
import { findBestand, findDocument, listDocumentversies, listDossier } from './queries.ts'
import { voegDocumentToe, voegVersieToe } from './voeg-document-toe.ts'

const PDF = Buffer.from('%PDF-1.7 inhoud')
const invoer = (meer = {}) => ({
  soort: 'D19',
  titel: 'Kwartaalrapportage 3',
  richting: 'in' as const,
  datum: Temporal.PlainDate.from('2026-11-01'),
  auteur: 'Veenlicht',
  voorAanbieder: true,
  ...meer,
})
const manager = (ctx: Context) => als(ctx, 'contractmanager')
const beheerder = (ctx: Context) => als(ctx, 'contractbeheerder')
const titels = async (ctx: Context, aanbiederId: string) =>
  (await listDossier(ctx, { aanbiederId }, 1)).rijen.map(({ titel }) => titel).sort()

describe('dossier', () => {
  test('DOC-01: een document heeft soort, versie, datum, auteur, richting en onderwerp, en een vingerafdruk', async ({
    ctx,
  }) => {
    const aanbiederId = await maakAanbieder(ctx)
    const id = await voegDocumentToe(beheerder(ctx), { aanbiederId }, invoer(), PDF)
    const document = await findDocument(manager(ctx), id)
    expect(document).toMatchObject({
      soort: 'D19',
      richting: 'in',
      auteur: 'Veenlicht',
      versie: 1,
      aanbiederId,
      vormen: ['pdf'],
    })
    await voegVersieToe(
      beheerder(ctx),
      id,
      { datum: invoer().datum, auteur: 'Veenlicht', toelichting: 'Cijfers hersteld' },
      Buffer.from('%PDF-1.7 beter'),
    )
    const versies = await listDocumentversies(manager(ctx), id)
    expect(versies.map(({ nr, toelichting }) => [nr, toelichting])).toEqual([
      [2, 'Cijfers hersteld'],
      [1, ''],
    ])
    expect(versies[1]!.bestanden[0]!.sha256).toBe(createHash('sha256').update(PDF).digest('hex'))
    expect((await findBestand(manager(ctx), id, 1, 'pdf')).inhoud.equals(PDF)).toBe(true)
    const { rows } = await sql<{
      soort: string
    }>`select soort from audit_regel where onderwerp_id = ${id} order by volgnr`.execute(ctx.db)
    expect(rows.map(({ soort }) => soort)).toEqual(['document:toegevoegd', 'document:bijgewerkt'])
  })

  test('DOC-01: niets wordt gewijzigd of verwijderd, ook niet door wie de database als het programma aanspreekt', async ({
    ctx,
  }) => {
    const aanbiederId = await maakAanbieder(ctx)
    const id = await voegDocumentToe(beheerder(ctx), { aanbiederId }, invoer(), PDF)
    for (const opdracht of [
      sql`delete from document where id = ${id}`,
      sql`delete from documentversie where document_id = ${id}`,
      sql`update documentbestand set inhoud = 'x' where document_id = ${id}`,
    ]) {
      await sql`savepoint proef`.execute(ctx.db)
      await expect(opdracht.execute(ctx.db)).rejects.toThrow('permission denied')
      await sql`rollback to savepoint proef`.execute(ctx.db)
    }
  })

  test('ROL-21: een aanbieder ziet alleen het eigen dossier, en daarvan alleen wat hij mag meelezen', async ({
    ctx,
  }) => {
    const eigen = await maakAanbieder(ctx)
    const ander = await maakAanbieder(ctx, { agb: '98990108', kvk: '99331217', naam: 'Dijk & Doen' })
    await voegDocumentToe(beheerder(ctx), { aanbiederId: eigen }, invoer({ titel: 'Voor beide' }), PDF)
    await voegDocumentToe(
      beheerder(ctx),
      { aanbiederId: eigen },
      invoer({ titel: 'Intern', voorAanbieder: false }),
      PDF,
    )
    const vreemd = await voegDocumentToe(
      beheerder(ctx),
      { aanbiederId: ander },
      invoer({ titel: 'Van een ander' }),
      PDF,
    )
    expect(await titels(beheerder(ctx), eigen)).toEqual(['Intern', 'Voor beide'])
    const aanbieder = als(ctx, 'aanbieder', '98990101')
    await sql`select set_config('overlap.agb', '98990101', true)`.execute(ctx.db)
    expect(await titels(aanbieder, eigen)).toEqual(['Voor beide'])
    await expect(findBestand(aanbieder, vreemd, 1, 'pdf')).rejects.toMatchObject({ status: 404 })
    // and the database itself shows no more
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from documentbestand`.execute(ctx.db)
    expect(rows[0]!.n).toBe(1)
  })

  test('ORG-09: een rol voor een gemeente ziet alleen het dossier van wie daar werkt', async ({ ctx }) => {
    await maakAanbieder(ctx)
    await maakOvereenkomst(ctx, { overeenkomst: 'PUR-01', gemeenten: '0439' })
    const { rows } = await sql<{ id: string }>`select id from aanbieder`.execute(ctx.db)
    const aanbiederId = rows[0]!.id
    await voegDocumentToe(beheerder(ctx), { aanbiederId }, invoer(), PDF)
    const vanuit = (gemeenten: string[]) => {
      const rollen = [{ rol: 'contractbeheerder', agb: null, gemeenten }]
      return within({ ...ctx, actor: { ...ctx.actor, rollen } }, rollen, () =>
        listDossier({ ...ctx, actor: { ...ctx.actor, rollen } }, {}, 1),
      )
    }
    expect((await vanuit(['0439'])).totaal).toBe(1)
    expect((await vanuit(['0479'])).totaal).toBe(0)
  })

  test.for<[string, Rol, boolean]>([
    ['D38', 'rvm', false],
    ['D38', 'contractmanager', true],
    ['D25', 'rvm', true],
    ['D58', 'lokaal team', false],
    ['D19', 'lokaal team', true],
  ])('wie de zaak zelf niet mag zien, ziet ook het document niet: %s voor %s', async ([soort, rol, ziet], { ctx }) => {
    const aanbiederId = await maakAanbieder(ctx)
    const id = await bewaarDocument(ctx, {
      soort,
      titel: 'Stuk',
      richting: 'uit',
      aanbieder: { id: aanbiederId, agb: '98990101' },
      voorAanbieder: false,
      versie: { datum: ctx.today, auteur: 'Regio', bestanden: [{ vorm: 'pdf', bytes: PDF }] },
    })
    const lees = findDocument(als(ctx, rol), id!)
    await (ziet ? expect(lees).resolves.toMatchObject({ soort }) : expect(lees).rejects.toMatchObject({ status: 404 }))
  })

  test('geweigerd: zonder recht, een onbekende soort, een datum in de toekomst, een bestand dat iets anders is', async ({
    ctx,
  }) => {
    const aanbiederId = await maakAanbieder(ctx)
    const toe = (wie: Context, meer = {}, bytes: Buffer = PDF) =>
      voegDocumentToe(wie, { aanbiederId }, invoer(meer), bytes)
    await expect(toe(als(ctx, 'toezichthouder'))).rejects.toMatchObject({ status: 403 })
    await expect(toe(beheerder(ctx), { soort: 'D99' })).rejects.toThrow('documentsoort')
    await expect(toe(beheerder(ctx), { datum: ctx.today.add({ days: 1 }) })).rejects.toThrow('toekomst')
    await expect(toe(beheerder(ctx), {}, Buffer.from('<html>'))).rejects.toThrow('kan niet in het dossier')
  })
})

describe('wat een bestand is, zegt zijn inhoud', () => {
  const zip = (...namen: string[]) => zipSync(Object.fromEntries(namen.map((naam) => [naam, strToU8('x')])))
  const odt = zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8('x'),
  })
  test.each<[string, Uint8Array, string | undefined]>([
    ['pdf', PDF, 'pdf'],
    ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'png'],
    ['jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'jpg'],
    ['Word', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
    ['Excel', zip('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
    ['OpenDocument', odt, 'odt'],
    ['Word met macro’s', zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), undefined],
    ['alleen het begin van een zip', Buffer.from('PK\u0003\u0004'), undefined],
    ['een gewone zip', zip('lees.txt'), undefined],
    ['een kapotte zip', Buffer.from('PK\u0003\u0004kapot en veel te kort om te lezen'), undefined],
    ['HTML', Buffer.from('<!doctype html>'), undefined],
    ['niets', Buffer.alloc(0), undefined],
  ])('%s', (_, bytes, vorm) => {
    expect(vormVan(bytes)).toBe(vorm)
  })
})
