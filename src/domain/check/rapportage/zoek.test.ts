import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { als, metInzage, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { leesAanbiedersIn } from '../../plan/aanbieder/lees-aanbieders-in.ts'
import { leesOvereenkomstenIn } from '../../plan/overeenkomst/lees-overeenkomsten-in.ts'
import { zoek, zoeksoorten, type Zoeksoort } from './zoek.ts'
import { leesZoekterm } from './zoekterm.ts'

const AANBIEDERS = `agb;kvk;naam;rechtsvorm;plaats;grootteklasse;medewerkers;contractVan
98990101;99331200;Stichting Veenlicht Thuiszorg;stichting;Purmerend;groot;343;2024-01-01
98990102;99331201;Thuiszorg Veen;bv;Zaandam;klein;12;2024-01-01
98990108;00331217;Coöperatie Dijk & Doen;coöperatie;Purmerend;klein;16;2024-01-01
`
const OVEREENKOMSTEN = `overeenkomst;agb;onderwerp;begindatum;einddatum;verlengingen;verlengingMaanden;gemeenten;productcategorie;productcode;product;eenheidTarief;eenheidDeclaratie;jaar;tariefCent;plafondCent
ZW-HO-001;98990101;Huishoudelijke ondersteuning;2024-01-01;2027-12-31;1;12;0439,0385;01;01A03;Huishoudelijke ondersteuning basis;04;04;2024;3540;58600000
ZW-HO-0012;98990102;Huishoudelijke ondersteuning;2024-01-01;2027-12-31;1;12;0439;01;01A03;Huishoudelijke ondersteuning basis;04;04;2024;3540;58600000
`

async function vul(ctx: Context) {
  await leesAanbiedersIn(ctx, Buffer.from(AANBIEDERS))
  await leesOvereenkomstenIn(ctx, Buffer.from(OVEREENKOMSTEN))
  await sql`with c as (insert into client (regio_id, wet, pseudoniem, sleutelversie, label)
      values (${ctx.regioId}, 'wmo', '\\x01', 1, 'C-7KQ2M-9XD4T') returning id)
    insert into toewijzing (regio_id, wet, gemeente, nummer, client_id, agb, ingangsdatum, ingetrokken, toegewezen_op, referentiedatum)
    select ${ctx.regioId}, 'wmo', '0439', 1163, c.id, '98990101', '2025-03-09', false, '2025-03-09', '2025-03-09' from c`.execute(
    ctx.db,
  )
}

async function titels(ctx: Context, tekst: string, soorten: readonly Zoeksoort[] = zoeksoorten, limit = 10) {
  const groepen = await zoek(metInzage(ctx, 'client:gezocht'), leesZoekterm(tekst)!, soorten, limit)
  return Object.fromEntries(
    groepen.map(({ soort, vondsten, meer }) => [
      soort,
      [...vondsten.map(({ titel }) => titel), ...(meer ? ['…'] : [])],
    ]),
  )
}

describe('zoeken in alles', () => {
  test('de beste staat voorop: precies dit nummer, dan wat ermee begint, dan wat het bevat', async ({ ctx }) => {
    await vul(ctx)
    expect(await titels(ctx, 'thuiszorg')).toEqual({ aanbieder: ['Thuiszorg Veen', 'Stichting Veenlicht Thuiszorg'] })
    expect(await titels(ctx, 'zw-ho-001')).toEqual({ overeenkomst: ['ZW-HO-001', 'ZW-HO-0012'] })
    expect(await titels(ctx, '98990101')).toMatchObject({ aanbieder: ['Stichting Veenlicht Thuiszorg'] })
    expect(await titels(ctx, '00331217')).toEqual({ aanbieder: ['Coöperatie Dijk & Doen'] })
    expect(await titels(ctx, 'cooperatie doen')).toEqual({ aanbieder: ['Coöperatie Dijk & Doen'] })
    expect(await titels(ctx, 'purmerend', ['aanbieder'])).toEqual({
      aanbieder: ['Coöperatie Dijk & Doen', 'Stichting Veenlicht Thuiszorg'],
    })
    expect(await titels(ctx, 'purmerend', ['gemeente'])).toEqual({ gemeente: ['Purmerend'] })
    expect(await titels(ctx, '01A03')).toEqual({ product: ['Huishoudelijke ondersteuning basis'] })
    expect(await titels(ctx, 'thuiszorg', ['aanbieder'], 1)).toEqual({ aanbieder: ['Thuiszorg Veen', '…'] })
    expect(await titels(ctx, 'bestaat niet')).toEqual({})
  })

  test('een cliëntlabel wordt alleen gevonden door wie casussen mag zien, en door een aanbieder alleen bij zichzelf', async ({
    ctx,
  }) => {
    await vul(ctx)
    expect(await titels(als(ctx, 'contractmanager'), 'c-7kq2m 9xd4t')).toEqual({ client: ['C-7KQ2M-9XD4T'] })
    expect(await titels(als(ctx, 'aanbieder', '98990101'), 'C-7KQ2M')).toEqual({ client: ['C-7KQ2M-9XD4T'] })
    expect(await titels(als(ctx, 'aanbieder', '98990102'), 'C-7KQ2M')).toEqual({})
    expect(await titels(als(ctx, 'backoffice'), 'C-7KQ2M-9XD4T')).toEqual({})
    expect(await titels(als(ctx, 'aanbieder', '98990102'), 'thuiszorg')).toEqual({ aanbieder: ['Thuiszorg Veen'] })
  })

  test('tekens met een eigen betekenis in SQL zijn gewone tekens', async ({ ctx }) => {
    await vul(ctx)
    expect(await titels(ctx, '%%')).toEqual({})
    expect(await titels(ctx, "o'r")).toEqual({})
    expect(await titels(ctx, 'k & d')).toEqual({ aanbieder: ['Coöperatie Dijk & Doen'] })
  })
})
