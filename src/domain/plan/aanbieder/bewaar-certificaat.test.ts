import { describe, expect } from 'vitest'
import { leesGebeurtenissen, maakAanbieder } from '../../../../test/afspraken.ts'
import { als, test } from '../../../../test/regio.ts'
import { narrow } from '../../../platform/transaction.ts'
import { CertificaatInvoer, verwijderCertificaat, voegCertificaatToe, wijzigCertificaat } from './bewaar-certificaat.ts'
import { leesCertificaatregels } from './lees-certificaatregels.ts'
import { listCertificaten } from './list-certificaten.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const hkz = {
  naam: 'HKZ',
  instelling: 'Keurmerkinstituut',
  nummer: 'K-1',
  geldigVan: dag('2023-12-01'),
  geldigTot: dag('2026-11-30'),
}

describe('CTR-13: kwaliteitscertificaten', () => {
  test('toevoegen, verbeteren en weghalen, met oud en nieuw in het logboek', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    const id = await voegCertificaatToe(als(ctx, 'contractmanager'), veen, hkz)
    await wijzigCertificaat(ctx, veen, id, { ...hkz, geldigTot: dag('2027-11-30') })
    expect((await listCertificaten(ctx, veen)).map(({ naam, geldigTot }) => [naam, geldigTot.toString()])).toEqual([
      ['HKZ', '2027-11-30'],
    ])
    expect(await leesGebeurtenissen(ctx, 'certificaat:gewijzigd')).toEqual([
      { wijzigingen: [{ veld: 'geldigTot', oud: '2026-11-30', nieuw: '2027-11-30' }] },
    ])
    await verwijderCertificaat(ctx, veen, id)
    expect(await listCertificaten(ctx, veen)).toEqual([])
    expect(await leesGebeurtenissen(ctx, 'certificaat:verwijderd')).toMatchObject([
      { wijzigingen: [{ veld: 'naam', oud: 'HKZ', nieuw: null }, {}, {}, {}, {}] },
    ])
  })

  test('een certificaat van een andere aanbieder is niet te wijzigen, en niet te zien voor een ander', async ({
    ctx,
  }) => {
    const veen = await maakAanbieder(ctx)
    const dijk = await maakAanbieder(ctx, { agb: '98990108', naam: 'Dijk' })
    const id = await voegCertificaatToe(ctx, veen, hkz)
    await expect(wijzigCertificaat(ctx, dijk, id, hkz)).rejects.toMatchObject({ status: 404 })
    await expect(verwijderCertificaat(ctx, dijk, id)).rejects.toMatchObject({ status: 404 })
    await expect(voegCertificaatToe(als(ctx, 'backoffice'), veen, hkz)).rejects.toMatchObject({ status: 403 })
    const ander = als(ctx, 'aanbieder', '98990108')
    await narrow(ander)
    expect(await listCertificaten(ander, veen)).toEqual([])
  })

  test('de termijn van de waarschuwing komt uit de regelset', async ({ ctx }) => {
    expect((await leesCertificaatregels(ctx)).waarschuwing).toMatchObject({ eenheid: 'maanden', lengte: 3 })
  })

  test('de laatste dag ligt niet voor de eerste, en een naam is nodig', () => {
    expect(CertificaatInvoer.safeParse({ ...hkz, geldigTot: dag('2023-11-30') }).error?.issues[0]?.path).toEqual([
      'geldigTot',
    ])
    expect(CertificaatInvoer.safeParse({ ...hkz, naam: ' ' }).error?.issues[0]?.path).toEqual(['naam'])
    expect(CertificaatInvoer.safeParse({ ...hkz, geldigTot: dag('2023-12-01') }).success).toBe(true)
  })
})
