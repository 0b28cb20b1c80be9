import { describe, expect } from 'vitest'
import { maakPersoon } from '../../../test/afspraken.ts'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { listRollen } from '../../domain/plan/gebruiker/queries.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')
const naar = async (antwoord: Response | Promise<Response>) => {
  const { status, headers } = await antwoord
  return [status, headers.get('location')]
}

const model = {
  model: 'centrumgemeente',
  centrumgemeente: '0479',
  uitvoerder: '',
  geldigVanaf: '1-1-2026',
  besluit: 'Collegebesluit',
  reden: 'Schaal',
}
const dienst = {
  dienstverlener: '0479',
  gemeente: '0439',
  reikwijdte: 'Alles',
  begindatum: '1 jan 2025',
  einddatum: '',
  vindplaats: 'Z-1',
}

describe('inrichting van contractmanagement', () => {
  test('ORG-05, ORG-07: het overzicht zegt hoe het is georganiseerd en wat ontbreekt', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    expect(await lees(get('/organisatie'))).toMatch(
      /Nog niet vastgelegd hoe contractmanagement is georganiseerd.*Er ontbreken nog 2 dingen/s,
    )
    // no choice at all is no field in a form
    const niets = await lees(post('/organisatie/model/positionering', { geldigVanaf: 'ooit' }))
    expect(niets).toMatch(/Kies een model.*Vul een bestaande datum in.*Noem het besluit/s)
    expect(niets).not.toMatch(/Invalid|expected/)
    const fout = await post('/organisatie/model/positionering', { ...model, centrumgemeente: '', reden: '' })
    expect(fout.status).toBe(422)
    const opnieuw = await lees(fout)
    expect(opnieuw).toContain('Schrijf op waarom voor dit model is gekozen')
    expect(opnieuw).toMatch(/<input[^>]*value="Collegebesluit"/)
    expect(await lees(post('/organisatie/model/positionering', { ...model, centrumgemeente: '' }))).toContain(
      'Kies welke gemeente centrumgemeente is.',
    )
    expect(await naar(post('/organisatie/model/positionering', model))).toEqual([
      303,
      '/organisatie/model?gedaan=model#positionering',
    ])
    const html = await lees(get('/organisatie'))
    expect(html).toMatch(/Regionaal, via een centrumgemeente.*Er ontbreken nog 4 dingen/s)
    expect(html).toContain('Gemeente Zaanstad')
    expect(html).toContain(
      'Geen lopende dienstverleningsovereenkomst: Purmerend, Edam-Volendam, Oostzaan, Waterland, Landsmeer en Wormerland',
    )
    expect(html).toContain('Positionering: 4 bekende nadelen en risico’s zonder maatregel')
    expect(await lees(get('/organisatie/model'))).toContain('gemeente Zaanstad voert uit')
  })

  test('ORG-08: een maatregel vastleggen vanuit het nadeel, en afronden', async ({ ctx }) => {
    const noor = await maakPersoon(ctx, 'Noor Smit', 'contractmanager')
    const { get, post } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    await post('/organisatie/model/positionering', model)
    const formulier = await lees(get('/organisatie/maatregelen/nieuw?soort=positionering&nadeel=afstand'))
    expect(formulier).toMatch(/<option value="afstand" selected="">/)
    const invoer = {
      soort: 'positionering',
      nadeelCode: 'afstand',
      nadeel: '',
      maatregel: 'Overleg',
      eigenaarId: noor,
      uiterlijk: '1-2-2027',
    }
    expect((await post('/organisatie/maatregelen/nieuw', { ...invoer, maatregel: '' })).status).toBe(422)
    expect(await naar(post('/organisatie/maatregelen/nieuw', invoer))).toEqual([
      303,
      '/organisatie/model?gedaan=maatregel#positionering',
    ])
    const html = await lees(get('/organisatie/model'))
    const [, id] = /\/organisatie\/maatregelen\/([0-9a-f-]{36})/.exec(html)!
    expect(await lees(get(`/organisatie/maatregelen/${id!}`))).toMatch(/Noor Smit.*ma 1 feb 2027/s)
    expect((await post(`/organisatie/maatregelen/${id!}`, { als: 'gereed', afloop: '' })).status).toBe(422)
    expect(await naar(post(`/organisatie/maatregelen/${id!}`, { als: 'vervallen', afloop: 'Ander model' }))).toEqual([
      303,
      '/organisatie/model?gedaan=afgerond#maatregelen',
    ])
    expect((await post(`/organisatie/maatregelen/${id!}`, { als: 'gereed', afloop: 'Toch' })).status).toBe(409)
    expect(await lees(get('/organisatie/model'))).toContain('vervallen')
    expect((await get(`/organisatie/maatregelen/${ctx.regioId}`)).status).toBe(404)
  })

  test('ORG-06: wie geen lopende overeenkomst heeft, staat er met naam bij', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    expect(await lees(get('/organisatie/dienstverlening'))).toContain('Hier is geen centrumgemeente.')
    await post('/organisatie/model/positionering', model)
    expect((await post('/organisatie/dienstverlening/nieuw', { ...dienst, einddatum: 'ooit' })).status).toBe(422)
    expect(await lees(post('/organisatie/dienstverlening/nieuw', { ...dienst, gemeente: '0479' }))).toContain(
      'geen overeenkomst met zichzelf',
    )
    expect(await naar(post('/organisatie/dienstverlening/nieuw', dienst))).toEqual([
      303,
      '/organisatie/dienstverlening?gedaan=dienstverlening',
    ])
    const html = await lees(get('/organisatie/dienstverlening'))
    expect(html).toContain(
      'Met 5 partners loopt geen overeenkomst: Edam-Volendam, Oostzaan, Waterland, Landsmeer en Wormerland.',
    )
    const [, id] = /\/organisatie\/dienstverlening\/([0-9a-f-]{36})/.exec(html)!
    expect(await lees(get('/organisatie/dienstverlening.csv'))).toContain('Zaanstad;Purmerend;Alles;2025-01-01;;Z-1')
    expect(
      await naar(post(`/organisatie/dienstverlening/${id!}`, { ...dienst, einddatum: '31-12-2026', versie: '1' })),
    ).toEqual([303, '/organisatie/dienstverlening?gedaan=dienstverlening'])
    const ouder = await post(`/organisatie/dienstverlening/${id!}`, {
      ...dienst,
      reikwijdte: 'Iets anders',
      versie: '1',
    })
    expect(ouder.status).toBe(422)
    expect(await lees(ouder)).toMatch(/intussen gewijzigd.*Iets anders/s)
    const einde = { laatste: '1-12-2026', 'einde-reden': '', versie: '2' }
    const zonder = await post(`/organisatie/dienstverlening/${id!}/beeindigen`, einde)
    expect([zonder.status, (await lees(zonder)).includes('href="#veld-einde-reden"')]).toEqual([422, true])
    expect(
      await naar(post(`/organisatie/dienstverlening/${id!}/beeindigen`, { ...einde, 'einde-reden': 'Anders' })),
    ).toEqual([303, '/organisatie/dienstverlening?gedaan=beeindigd'])
    expect(await lees(get(`/organisatie/dienstverlening/${id!}`))).toMatch(/di 1 dec 2026.*Beëindigd.*Anders/s)
    expect((await get(`/organisatie/dienstverlening/${ctx.regioId}`)).status).toBe(404)
  })

  test('ORG-17, ORG-18: afspraken per gemeente, en gelijke afspraken met wie ontbreekt', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'contractbeheerder' })
    const afspraak = {
      met: 'beleid',
      onderwerp: 'samenwerking',
      tekst: 'Elke maand',
      vindplaats: '',
      geldigVanaf: '1-2-2026',
    }
    expect((await post('/organisatie/samenwerking/0439', { ...afspraak, tekst: '' })).status).toBe(422)
    expect(await naar(post('/organisatie/samenwerking/0439', afspraak))).toEqual([
      303,
      '/organisatie/samenwerking?gedaan=samenwerking',
    ])
    expect(await lees(get('/organisatie/samenwerking'))).toContain('1 van 28 afspraken zijn gemaakt')
    expect(await lees(get('/organisatie/samenwerking/0439'))).toContain('Elke maand')
    expect((await get('/organisatie/samenwerking/0034')).status).toBe(404)

    const gelijk = {
      bekend: 'facturatie',
      onderwerp: '',
      tekst: 'Binnen 30 dagen',
      gemeenten: '0439',
      vindplaats: '',
      geldigVanaf: '1-2-2026',
    }
    const leeg = await post('/organisatie/harmonisatie/nieuw', { ...gelijk, bekend: '' })
    expect([leeg.status, (await lees(leeg)).includes('Kies een onderwerp of schrijf het op')]).toEqual([422, true])
    expect(await naar(post('/organisatie/harmonisatie/nieuw', gelijk))).toEqual([
      303,
      '/organisatie/harmonisatie?gedaan=harmonisatie',
    ])
    expect(await lees(get('/organisatie/harmonisatie'))).toMatch(
      /Facturatie.*Doet niet mee: Edam-Volendam, Oostzaan, Waterland, Landsmeer, Zaanstad en Wormerland\./s,
    )
    expect(await lees(get('/organisatie/harmonisatie/nieuw?onderwerp=facturatie'))).toMatch(
      /<option value="facturatie" selected="">.*Binnen 30 dagen/s,
    )
  })

  test('ORG-14, ORG-15: rollen en taakgebieden lezen en wijzigen, en een jaar plannen en verslaan', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    const html = await lees(get('/organisatie/missie'))
    expect(html).toMatch(
      /Opdrachtgever namens de gemeenten.*Bemiddelaar.*Wederzijds contractmanager.*Data en monitoring/s,
    )
    const plan = { plan: 'Samen inkopen', uren: '1.400', verslag: '', versie: '0' }
    expect(await lees(post('/organisatie/taakgebieden/inkoop/2026', { ...plan, uren: 'veel' }))).toContain(
      'Vul een heel aantal uren in',
    )
    expect(await naar(post('/organisatie/taakgebieden/inkoop/2026', plan))).toEqual([
      303,
      '/organisatie/missie?jaar=2026&gedaan=taakgebied',
    ])
    expect(await lees(get('/organisatie/missie'))).toMatch(
      /1 van 5 taakgebieden hebben een plan voor 2026.*1\.400 uur/s,
    )
    expect((await get('/organisatie/taakgebieden/bestaat-niet/2026')).status).toBe(404)
    const rollen = {
      'missierollen-code-0': 'bemiddelaar',
      'missierollen-naam-0': 'Bemiddelaar',
      'missierollen-omschrijving-0': 'Brengt bij elkaar',
      'taakgebieden-code-0': '',
      'taakgebieden-naam-0': 'Toezicht',
      geldigVanaf: '22-11-2026',
      bron: 'Besluit',
      reden: 'Korter',
    }
    const zonder = await post('/organisatie/missie/wijzigen', {
      ...rollen,
      'missierollen-naam-0': '',
      'missierollen-omschrijving-0': '',
    })
    expect([zonder.status, (await lees(zonder)).includes('Noem ten minste één missierol.')]).toEqual([422, true])
    expect(await naar(post('/organisatie/missie/wijzigen', rollen))).toEqual([303, '/organisatie/missie?gedaan=missie'])
    const nieuw = await lees(get('/organisatie/missie'))
    expect(nieuw).toContain('Toezicht')
    expect(nieuw).not.toContain('Wederzijds contractmanager')
    // what was planned for a task area that is none any more stays to be read
    expect(nieuw).toContain('Samen inkopen')
    expect(await lees(get('/inrichting/missie'))).toContain('Missierollen en taakgebieden')
  })

  test('ROL-11: de opdrachtgever geeft de opdracht, contractmanagement adviseert, en beide staan erbij', async ({
    ctx,
  }) => {
    const beleid = await makeTestApp({ ctx, rol: 'beleid' })
    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    expect(await lees(beleid.get('/organisatie/opdracht'))).toContain('Er is nog geen opdracht voor 2026.')
    const opdracht = { jaar: '2026', tekst: 'Sturen op kwaliteit', 'prioriteit-sturing': 'hoog' }
    const fout = await beleid.post('/organisatie/opdracht/nieuw', {
      ...opdracht,
      tekst: '',
      jaar: 'ooit',
      'prioriteit-sturing': 'eerst',
    })
    expect(fout.status).toBe(422)
    expect(await lees(fout)).toMatch(/Kies een jaar.*Beschrijf de opdracht.*Kies hoog, gewoon of laag/s)
    expect(await naar(beleid.post('/organisatie/opdracht/nieuw', opdracht))).toEqual([
      303,
      '/organisatie/opdracht?jaar=2026&gedaan=opdracht',
    ])
    expect((await manager.post('/organisatie/opdracht/nieuw', { ...opdracht, tekst: 'Anders' })).status).toBe(403)
    expect((await manager.post('/organisatie/opdracht/adviezen', { jaar: '2026', advies: '' })).status).toBe(422)
    expect((await manager.post('/organisatie/opdracht/adviezen', { jaar: '2025', advies: 'Te laat' })).status).toBe(409)
    expect(
      await naar(manager.post('/organisatie/opdracht/adviezen', { jaar: '2026', advies: 'Minder tegelijk' })),
    ).toEqual([303, '/organisatie/opdracht?jaar=2026&gedaan=advies'])
    const html = await lees(beleid.get('/organisatie/opdracht'))
    expect(html).toMatch(
      /heeft 1 kerntaak hoge prioriteit.*Contractsturing.*hoog.*Advies van Test contractmanager.*Minder tegelijk/s,
    )
    expect(html).not.toContain('Advies geven')
    expect(await lees(manager.get('/organisatie/opdracht'))).not.toContain('Opdracht wijzigen')
    expect(await lees(manager.get('/organisatie'))).toMatch(/Wat vraagt de opdrachtgever\?.*Contractsturing/s)
  })

  test('ORG-05: wie meeleest, ziet het en wijzigt niets; een aanbieder ziet niets', async ({ ctx }) => {
    const beleid = await makeTestApp({ ctx, rol: 'beleid' })
    for (const pad of [
      '',
      '/model',
      '/dienstverlening',
      '/samenwerking',
      '/samenwerking/0439',
      '/harmonisatie',
      '/missie',
      '/taakgebieden/inkoop/2026',
    ]) {
      const antwoord = await beleid.get(`/organisatie${pad}`)
      expect([pad, antwoord.status]).toEqual([pad, 200])
      expect([pad, (await lees(antwoord)).match(/(vastleggen|wijzigen)<\/(a|button)>/i)]).toEqual([pad, null])
    }
    expect((await beleid.post('/organisatie/model/positionering', model)).status).toBe(403)
    const aanbieder = await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990101' })
    expect((await aanbieder.get('/organisatie')).status).toBe(403)
  })
})

describe('rollen geven', () => {
  test('ORG-07: de bundels van het functiemodel worden aangeboden en geven alleen wat ontbreekt', async ({ ctx }) => {
    const noor = await maakPersoon(ctx, 'Noor Smit', 'contractmanager')
    const { get, post } = await makeTestApp({ ctx, rol: 'functioneel beheerder', mail: true })
    expect(await lees(get(`/gebruikers/${noor}/rollen`))).not.toContain('Bundel:')
    await post('/organisatie/model/functiemodel', { ...model, model: 'aparte-functies', centrumgemeente: '' })
    const html = await lees(get(`/gebruikers/${noor}/rollen`))
    expect(html).toContain('Bundel: Contractmanager met contractbeheer (contractmanager en contractbeheerder)')
    expect(html).toContain('inhoud en contract in aparte functies')
    expect(await lees(get('/gebruikers/uitnodigen'))).toContain('Bundel: Inhoudelijke aansturing')
    const bundel = { rol: 'bundel:contractmanager-met-beheer', begindatum: '22-11-2026' }
    expect(await naar(post(`/gebruikers/${noor}/rollen`, bundel))).toEqual([303, `/gebruikers/${noor}?gedaan=bundel`])
    expect((await listRollen(ctx, noor)).map(({ rol }) => rol).sort()).toEqual(['contractbeheerder', 'contractmanager'])
    expect(await lees(post(`/gebruikers/${noor}/rollen`, bundel))).toContain('alle rollen van deze bundel al')
    expect((await post(`/gebruikers/${noor}/rollen`, { ...bundel, rol: 'bundel:bestaat-niet' })).status).toBe(422)

    const nieuw = { naam: 'Bas Mol', email: 'bas@regio.example', functie: '', ...bundel }
    const [status, plek] = await naar(post('/gebruikers/uitnodigen', nieuw))
    expect(status).toBe(303)
    const [, id] = /gebruikers\/([0-9a-f-]{36})/.exec(String(plek))!
    expect((await listRollen(ctx, id!)).map(({ rol }) => rol).sort()).toEqual(['contractbeheerder', 'contractmanager'])
  })
})
