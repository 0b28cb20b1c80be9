import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { alsPersoon, leesGebeurtenissen } from '../../../../test/afspraken.ts'
import { als, proefregio, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import type { Weigering } from '../../../platform/errors.ts'
import { wijzigRasci } from '../bezetting/wijzig-rasci.ts'
import { geefRolbundel } from '../gebruiker/geef-rolbundel.ts'
import { listRollen } from '../gebruiker/queries.ts'
import { listVersies } from '../inrichting/lees-regelset.ts'
import { maakGebruiker } from '../inrichting/maak-gebruiker.ts'
import { maakRegio } from '../inrichting/maak-regio.ts'
import { listTermijnen } from '../kalender/list-termijnen.ts'
import { volgTermijnen } from '../kalender/volg-termijnen.ts'
import { beeindigDienstverlening } from './beeindig-dienstverlening.ts'
import type { DienstverleningInvoer } from './dienstverlening.ts'
import { leesMissie } from './lees-regels.ts'
import { leesOrganisatie } from './lees-organisatie.ts'
import { legDienstverleningVast } from './leg-dienstverlening-vast.ts'
import { legHarmonisatieVast } from './leg-harmonisatie-vast.ts'
import { legMaatregelVast } from './leg-maatregel-vast.ts'
import { legModelVast } from './leg-model-vast.ts'
import { legSamenwerkingVast } from './leg-samenwerking-vast.ts'
import { listRolbundels } from './list-rolbundels.ts'
import type { ModelInvoer } from './model.ts'
import { adviseerOverOpdracht } from './adviseer-over-opdracht.ts'
import { geefOpdracht } from './geef-opdracht.ts'
import {
  listAdviezen,
  listHarmonisatie,
  listModelversies,
  listOpdrachten,
  listSamenwerking,
  listTaakgebiedjaren,
} from './queries.ts'
import { schrijfTaakgebied } from './schrijf-taakgebied.ts'
import { sluitMaatregel } from './sluit-maatregel.ts'
import { wijzigMissie } from './wijzig-missie.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)

const centrum: ModelInvoer = {
  soort: 'positionering',
  model: 'centrumgemeente',
  centrumgemeente: '0479',
  uitvoerder: '',
  geldigVanaf: dag('2026-01-01'),
  besluit: 'Collegebesluit',
  reden: 'Schaal',
}
const functies: ModelInvoer = { ...centrum, soort: 'functiemodel', model: 'aparte-functies', centrumgemeente: '' }
const dienst: DienstverleningInvoer = {
  dienstverlener: '0479',
  gemeente: '0439',
  reikwijdte: 'Contractmanagement',
  begindatum: dag('2025-01-01'),
  einddatum: dag('2026-12-31'),
  vindplaats: 'Z-1',
}

const directie = (ctx: Context) => als(ctx, 'directie')
const beheer = (ctx: Context) => als(ctx, 'contractbeheerder')

async function weigering(werk: Promise<unknown>): Promise<[number, string]> {
  const fout = (await werk.then(
    () => undefined,
    (error: unknown) => error,
  )) as Weigering
  return [fout.status, fout.code]
}

async function kalender(ctx: Context, bron: string) {
  const { rijen } = await listTermijnen(ctx, {}, { pagina: null, hoogstens: 200 })
  return rijen
    .filter((rij) => rij.bron === bron)
    .map(({ titel, einddatum, stand }) => `${einddatum.toString()} ${titel}: ${stand}`)
}

describe('modellen', () => {
  test('ORG-05, ORG-07: een model geldt vanaf een dag, met wie, waarom en wat er eerder gold', async ({ ctx }) => {
    await legModelVast(directie(ctx), {
      ...centrum,
      model: 'informeel',
      centrumgemeente: '',
      geldigVanaf: dag('2024-01-01'),
    })
    await legModelVast(directie(ctx), centrum)
    await legModelVast(als(ctx, 'functioneel beheerder'), functies)
    expect(
      (await listModelversies(ctx)).map(({ soort, model, centrumgemeente }) => [soort, model, centrumgemeente]),
    ).toEqual([
      ['functiemodel', 'aparte-functies', null],
      ['positionering', 'centrumgemeente', '0479'],
      ['positionering', 'informeel', null],
    ])
    expect((await leesGebeurtenissen(ctx, 'organisatiemodel:vastgelegd')).at(1)).toMatchObject({
      besluit: 'Collegebesluit',
      wijzigingen: [{ veld: 'positionering', bij: '2026-01-01', oud: 'informeel', nieuw: 'centrumgemeente' }],
    })
    expect(await weigering(legModelVast(directie(ctx), centrum))).toEqual([422, 'model'])
    expect(await weigering(legModelVast(directie(ctx), { ...centrum, centrumgemeente: '' }))).toEqual([
      422,
      'centrumgemeente',
    ])
    expect(await weigering(legModelVast(beheer(ctx), functies))).toEqual([403, 'geen-recht'])
  })

  test('ORG-05: wat er gold, is niet te wijzigen en niet weg te halen', async ({ ctx }) => {
    await legModelVast(directie(ctx), centrum)
    await expect(sql`savepoint a`.execute(ctx.db)).resolves.toBeDefined()
    await expect(sql`update organisatiemodel set model = 'informeel'`.execute(ctx.db)).rejects.toThrow(
      /permission denied/,
    )
    await sql`rollback to savepoint a`.execute(ctx.db)
    await expect(sql`delete from organisatiemodel`.execute(ctx.db)).rejects.toThrow(/permission denied/)
  })

  test('ORG-03: in Flevoland geldt één regionale aanpak; een model van binnen een gemeente wordt geweigerd', async ({
    ctx,
  }) => {
    const flevoland = {
      ...ctx,
      ...(await maakRegio(ctx, { ...proefregio, naam: 'Flevoland proef', regelset: 'flevoland' })),
    }
    expect(
      await weigering(legModelVast(directie(flevoland), { ...centrum, model: 'verticaal', centrumgemeente: '' })),
    ).toEqual([422, 'model'])
    await legModelVast(directie(flevoland), {
      ...centrum,
      model: 'gezamenlijke-organisatie',
      centrumgemeente: '',
      uitvoerder: 'Sociaal Domein Flevoland',
    })
    expect((await leesOrganisatie(flevoland)).regels.aanpak).toMatchObject({ uitvoerder: 'Sociaal Domein Flevoland' })
  })

  test('ROL-16: in Flevoland is de overeengekomen prestatie niet naar SDFL te verdelen, en omgekeerd', async ({
    ctx,
  }) => {
    const flevoland = {
      ...ctx,
      ...(await maakRegio(ctx, { ...proefregio, naam: 'Flevoland proef', regelset: 'flevoland' })),
    }
    const beheerder = als(flevoland, 'functioneel beheerder')
    const basis = { gemeente: '0439', geldigVanaf: ctx.today, reden: 'Proef' }
    const naarSdfl = [
      { rol: 'contractmanager', letter: 'A' },
      { rol: 'contractmanager', letter: 'R' },
    ] as const
    await expect(
      wijzigRasci(beheerder, { ...basis, taak: 'levering-vaststellen', verdeling: [...naarSdfl] }),
    ).rejects.toThrow(/belegd bij de lokale gemeenten en toegangsteams/)
    const naarTeam = [
      { rol: 'lokaal team', letter: 'A' },
      { rol: 'lokaal team', letter: 'R' },
    ] as const
    await expect(wijzigRasci(beheerder, { ...basis, taak: 'monitoring', verdeling: [...naarTeam] })).rejects.toThrow(
      /belegd bij Sociaal Domein Flevoland/,
    )
    await wijzigRasci(beheerder, { ...basis, taak: 'levering-vaststellen', verdeling: [...naarTeam] })
  })
})

describe('maatregelen', () => {
  test('ORG-08: tegen een bekend of eigen nadeel, door wie, wanneer, en hoe het afliep', async ({ ctx }) => {
    const noor = await alsPersoon(ctx, 'Noor', 'contractmanager')
    const invoer = {
      soort: 'positionering',
      nadeelCode: 'afstand',
      nadeel: '',
      maatregel: 'Overleg',
      eigenaarId: noor.actor.id,
      uiterlijk: dag('2027-02-01'),
    } as const
    expect(await weigering(legMaatregelVast(beheer(ctx), invoer))).toEqual([422, 'nadeelCode'])
    await legModelVast(directie(ctx), centrum)
    const id = await legMaatregelVast(beheer(ctx), invoer)
    await legMaatregelVast(noor, { ...invoer, nadeelCode: '', nadeel: 'Weinig mensen', maatregel: 'Werven' })
    expect((await leesOrganisatie(ctx)).maatregelen.map(({ nadeel, nadeelCode }) => [nadeelCode, nadeel])).toEqual([
      ['afstand', 'Contractmanagement staat verder af van het beleid en de wijkteams van elke gemeente.'],
      [null, 'Weinig mensen'],
    ])
    const fout = async (anders: object) => weigering(legMaatregelVast(beheer(ctx), { ...invoer, ...anders }))
    expect(await fout({ nadeelCode: 'versnipperd' })).toEqual([422, 'nadeelCode'])
    expect(await fout({ nadeelCode: '' })).toEqual([422, 'nadeel'])
    expect(await fout({ uiterlijk: dag('2026-11-21') })).toEqual([422, 'uiterlijk'])
    expect(await fout({ eigenaarId: ctx.regioId })).toEqual([404, 'niet-gevonden'])
    const zorg = await maakGebruiker(ctx, {
      naam: 'Zorg',
      functie: '',
      rol: 'aanbieder',
      agb: '98990101',
      voorbeeld: false,
    })
    expect(await fout({ eigenaarId: zorg })).toEqual([404, 'niet-gevonden'])
    expect(await weigering(legMaatregelVast(als(ctx, 'beleid'), invoer))).toEqual([403, 'geen-recht'])

    await volgTermijnen(ctx)
    expect(await kalender(ctx, 'modelmaatregel')).toEqual([
      '2027-02-01 Maatregel uitvoeren: Overleg: loopt',
      '2027-02-01 Maatregel uitvoeren: Werven: loopt',
    ])
    await sluitMaatregel(noor, id, { als: 'gereed', afloop: 'Het is er' })
    expect(await weigering(sluitMaatregel(noor, id, { als: 'gereed', afloop: 'Nog eens' }))).toEqual([409, 'conflict'])
    expect(await weigering(sluitMaatregel(noor, ctx.regioId, { als: 'gereed', afloop: 'x' }))).toEqual([
      404,
      'niet-gevonden',
    ])
    await volgTermijnen(ctx)
    expect(await kalender(ctx, 'modelmaatregel')).toEqual([
      '2027-02-01 Maatregel uitvoeren: Overleg: gehaald',
      '2027-02-01 Maatregel uitvoeren: Werven: loopt',
    ])
    expect(await leesGebeurtenissen(ctx, 'modelmaatregel:gereed')).toEqual([{ afloop: 'Het is er' }])
  })
})

describe('dienstverlening', () => {
  test('ORG-06: vastleggen, wijzigen en beëindigen, met de laatste dag in de kalender', async ({ ctx }) => {
    await legModelVast(directie(ctx), centrum)
    const id = await legDienstverleningVast(beheer(ctx), dienst)
    await volgTermijnen(ctx)
    expect(await kalender(ctx, 'dienstverlening')).toEqual([
      '2026-12-31 Dienstverleningsovereenkomst met Purmerend vernieuwen: loopt',
    ])
    expect((await leesOrganisatie(ctx)).gebreken).toContainEqual({
      soort: 'dienstverlening loopt af',
      gemeente: '0439',
      tot: dag('2026-12-31'),
    })

    // somebody else was first
    await legDienstverleningVast(beheer(ctx), { ...dienst, einddatum: dag('2027-03-31') }, { id, versie: 1 })
    expect(await weigering(legDienstverleningVast(beheer(ctx), dienst, { id, versie: 1 }))).toEqual([409, 'conflict'])
    expect((await leesGebeurtenissen(ctx, 'dienstverlening:gewijzigd')).at(-1)).toEqual({
      wijzigingen: [{ veld: 'einddatum', oud: '2026-12-31', nieuw: '2027-03-31' }],
    })
    await volgTermijnen(ctx)
    expect(await kalender(ctx, 'dienstverlening')).toEqual([
      '2027-03-31 Dienstverleningsovereenkomst met Purmerend vernieuwen: loopt',
    ])

    expect(
      await weigering(
        legDienstverleningVast(beheer(ctx), { ...dienst, begindatum: dag('2027-03-31'), einddatum: null }),
      ),
    ).toEqual([422, 'begindatum'])
    await legDienstverleningVast(beheer(ctx), {
      ...dienst,
      begindatum: dag('2027-04-01'),
      einddatum: dag('2029-12-31'),
    })
    await volgTermijnen(ctx)
    expect(await kalender(ctx, 'dienstverlening')).toEqual([
      '2027-03-31 Dienstverleningsovereenkomst met Purmerend vernieuwen: gehaald',
      '2029-12-31 Dienstverleningsovereenkomst met Purmerend vernieuwen: loopt',
    ])
    expect((await leesOrganisatie(ctx)).gebreken.map(({ soort }) => soort)).not.toContain('dienstverlening loopt af')

    const einde = { versie: 2, einddatum: dag('2026-12-01'), reden: 'Anders' }
    expect(await weigering(beeindigDienstverlening(beheer(ctx), id, { ...einde, versie: 1 }))).toEqual([
      409,
      'conflict',
    ])
    expect(
      await weigering(beeindigDienstverlening(beheer(ctx), id, { ...einde, einddatum: dag('2028-01-01') })),
    ).toEqual([422, 'einddatum'])
    expect(
      await weigering(beeindigDienstverlening(beheer(ctx), id, { ...einde, einddatum: dag('2024-12-31') })),
    ).toEqual([422, 'einddatum'])
    await beeindigDienstverlening(beheer(ctx), id, einde)
    expect(await weigering(beeindigDienstverlening(beheer(ctx), id, { ...einde, versie: 3 }))).toEqual([
      409,
      'conflict',
    ])
    expect(await weigering(legDienstverleningVast(beheer(ctx), dienst, { id, versie: 3 }))).toEqual([409, 'conflict'])
    // a gap now: the first ends, and the second does not take over
    expect((await leesOrganisatie(ctx)).gebreken).toContainEqual({
      soort: 'dienstverlening loopt af',
      gemeente: '0439',
      tot: dag('2026-12-01'),
    })
    await volgTermijnen(ctx)
    expect((await kalender(ctx, 'dienstverlening')).filter((regel) => regel.endsWith('loopt'))).toEqual([
      '2026-12-01 Dienstverleningsovereenkomst met Purmerend vernieuwen: loopt',
      '2029-12-31 Dienstverleningsovereenkomst met Purmerend vernieuwen: loopt',
    ])
    expect(await weigering(legDienstverleningVast(beheer(ctx), { ...dienst, gemeente: '0034' }))).toEqual([
      404,
      'niet-gevonden',
    ])
    expect(await weigering(legDienstverleningVast(als(ctx, 'rvm'), dienst))).toEqual([403, 'geen-recht'])
  })

  test('ORG-06: wat voorbij is zonder vervolg, blijft een jaar te laat in de kalender staan', async ({ ctx }) => {
    await legDienstverleningVast(beheer(ctx), { ...dienst, einddatum: dag('2026-06-30') })
    await volgTermijnen(ctx)
    await volgTermijnen({ ...ctx, today: dag('2027-06-30') })
    expect(await kalender(ctx, 'dienstverlening')).toHaveLength(1)
    expect(await kalender(ctx, 'dienstverlening')).not.toContain(expect.stringContaining('vervallen'))
    await volgTermijnen({ ...ctx, today: dag('2027-07-01') })
    expect(await kalender(ctx, 'dienstverlening')).toEqual([expect.stringContaining(': vervallen')])
  })
})

describe('afspraken', () => {
  test('ORG-17: een nieuwe afspraak komt in de plaats van de vorige, die blijft te lezen', async ({ ctx }) => {
    const invoer = {
      gemeente: '0439',
      met: 'wijkteam',
      onderwerp: 'samenwerking',
      tekst: 'Elke maand',
      vindplaats: '',
      geldigVanaf: dag('2026-02-01'),
    } as const
    await legSamenwerkingVast(beheer(ctx), invoer)
    expect(await weigering(legSamenwerkingVast(beheer(ctx), invoer))).toEqual([422, 'tekst'])
    expect(
      await weigering(
        legSamenwerkingVast(beheer(ctx), { ...invoer, tekst: 'Elke week', geldigVanaf: dag('2026-01-01') }),
      ),
    ).toEqual([422, 'geldigVanaf'])
    await legSamenwerkingVast(als(ctx, 'contractmanager'), {
      ...invoer,
      tekst: 'Elke week',
      geldigVanaf: dag('2026-02-01'),
    })
    expect((await listSamenwerking(ctx)).map(({ tekst }) => tekst)).toEqual(['Elke week', 'Elke maand'])
    expect(await weigering(legSamenwerkingVast(beheer(ctx), { ...invoer, gemeente: '0034' }))).toEqual([
      404,
      'niet-gevonden',
    ])
    expect(await weigering(legSamenwerkingVast(als(ctx, 'lokaal team'), invoer))).toEqual([403, 'geen-recht'])
    expect((await leesGebeurtenissen(ctx, 'samenwerkingsafspraak:vastgelegd')).at(-1)).toMatchObject({
      gemeente: '0439',
      wijzigingen: [{ veld: 'tekst', oud: 'Elke maand', nieuw: 'Elke week' }],
    })
  })

  test('ORG-18: een versie noemt wie meedoet; een gemeente erbij is een nieuwe versie', async ({ ctx }) => {
    const invoer = {
      onderwerp: 'facturatie',
      tekst: 'Binnen dertig dagen',
      gemeenten: ['0479', '0439', '0479'],
      vindplaats: '',
      geldigVanaf: dag('2026-02-01'),
    }
    await legHarmonisatieVast(beheer(ctx), invoer)
    expect(await weigering(legHarmonisatieVast(beheer(ctx), { ...invoer, onderwerp: 'Facturatie' }))).toEqual([
      422,
      'tekst',
    ])
    await legHarmonisatieVast(beheer(ctx), {
      ...invoer,
      gemeenten: ['0439', '0479', '0852'],
      geldigVanaf: dag('2026-03-01'),
    })
    expect((await listHarmonisatie(ctx)).map(({ gemeenten }) => gemeenten)).toEqual([
      ['0439', '0852', '0479'],
      ['0439', '0479'],
    ])
    expect(await weigering(legHarmonisatieVast(beheer(ctx), { ...invoer, tekst: 'Anders' }))).toEqual([
      422,
      'geldigVanaf',
    ])
    expect(await weigering(legHarmonisatieVast(beheer(ctx), { ...invoer, gemeenten: ['0034'] }))).toEqual([
      404,
      'niet-gevonden',
    ])
    expect(await weigering(legHarmonisatieVast(als(ctx, 'beleid'), invoer))).toEqual([403, 'geen-recht'])
  })
})

describe('missie en taakgebieden', () => {
  test('ORG-14, ORG-15: te lezen en te wijzigen, met een nieuwe versie en haar reden', async ({ ctx }) => {
    const beheerder = als(ctx, 'functioneel beheerder')
    const { missierollen, taakgebieden } = await leesMissie(ctx)
    expect([missierollen.length, taakgebieden.length]).toEqual([3, 5])
    const wijziging = {
      missierollen: [...missierollen, { code: '', naam: 'Kennismakelaar', omschrijving: '' }],
      taakgebieden: taakgebieden.slice(1),
      geldigVanaf: dag('2026-11-22'),
      bron: 'Besluit',
      reden: 'Nieuwe rol',
    }
    await wijzigMissie(beheerder, wijziging)
    const nu = await leesMissie(ctx)
    expect(nu.missierollen.at(-1)).toEqual({ code: 'kennismakelaar', naam: 'Kennismakelaar', omschrijving: '' })
    expect(nu.taakgebieden.map(({ code }) => code)).not.toContain('inkoop')
    expect((await listVersies(ctx, 'missie')).map(({ versie }) => versie)).toEqual([2, 1])
    expect(await weigering(wijzigMissie(beheerder, { ...wijziging, taakgebieden: [] }))).toEqual([422, 'taakgebieden'])
    expect(await weigering(wijzigMissie(directie(ctx), wijziging))).toEqual([403, 'geen-recht'])
  })

  test('ORG-15: per jaar een plan met uren en een verslag; wie te laat is, ziet eerst wat er nu staat', async ({
    ctx,
  }) => {
    const plan = { plan: 'Samen inkopen', uren: 100, verslag: '', versie: 0 }
    await schrijfTaakgebied(beheer(ctx), 'inkoop', 2026, plan)
    expect(await weigering(schrijfTaakgebied(beheer(ctx), 'inkoop', 2026, plan))).toEqual([409, 'conflict'])
    await schrijfTaakgebied(als(ctx, 'contractmanager'), 'inkoop', 2026, { ...plan, verslag: 'Gedaan', versie: 1 })
    expect(await listTaakgebiedjaren(ctx, 2026)).toMatchObject([
      { taakgebied: 'inkoop', plan: 'Samen inkopen', uren: 100, verslag: 'Gedaan', versie: 2 },
    ])
    expect(await listTaakgebiedjaren(ctx, 2025)).toEqual([])
    expect(await weigering(schrijfTaakgebied(beheer(ctx), 'bestaat-niet', 2026, plan))).toEqual([404, 'niet-gevonden'])
    expect(await weigering(schrijfTaakgebied(als(ctx, 'raad'), 'inkoop', 2026, plan))).toEqual([403, 'geen-recht'])
  })
})

describe('opdracht', () => {
  const opdracht = {
    jaar: 2026,
    tekst: 'Sturen op kwaliteit',
    prioriteiten: { sturing: 'hoog', relatiebeheer: 'laag' },
  } as const

  test('ROL-11: de opdrachtgever geeft de opdracht; contractmanagement kan alleen adviseren', async ({ ctx }) => {
    const opdrachtgever = als(ctx, 'beleid')
    const manager = als(ctx, 'contractmanager')
    expect(await weigering(adviseerOverOpdracht(manager, 2026, 'Minder tegelijk'))).toEqual([409, 'conflict'])
    await geefOpdracht(opdrachtgever, opdracht)
    for (const rol of [
      'contractmanager',
      'contractbeheerder',
      'contracteigenaar',
      'directie',
      'functioneel beheerder',
    ] as const) {
      expect([rol, await weigering(geefOpdracht(als(ctx, rol), { ...opdracht, tekst: 'Anders' }))]).toEqual([
        rol,
        [403, 'geen-recht'],
      ])
    }
    await adviseerOverOpdracht(manager, 2026, 'Minder tegelijk')
    expect(await weigering(adviseerOverOpdracht(opdrachtgever, 2026, 'Goed zo'))).toEqual([403, 'geen-recht'])
    const [nu] = await listOpdrachten(ctx, 2026)
    // an advice is there to be read, and changes nothing
    expect(nu).toMatchObject({ ...opdracht, gegevenAls: 'Opdrachtgever of beleid' })
    expect((await listAdviezen(ctx, 2026)).map(({ tekst }) => tekst)).toEqual(['Minder tegelijk'])
    await sql`savepoint a`.execute(ctx.db)
    await expect(sql`update opdracht set tekst = 'Anders'`.execute(ctx.db)).rejects.toThrow(/permission denied/)
    await sql`rollback to savepoint a`.execute(ctx.db)

    expect(await weigering(geefOpdracht(opdrachtgever, opdracht))).toEqual([422, 'tekst'])
    expect(await weigering(geefOpdracht(opdrachtgever, { ...opdracht, prioriteiten: { inkopen: 'hoog' } }))).toEqual([
      422,
      'tekst',
    ])
    await geefOpdracht(opdrachtgever, { ...opdracht, prioriteiten: {} })
    expect((await listOpdrachten(ctx, 2026)).map(({ prioriteiten }) => prioriteiten)).toEqual([
      {},
      opdracht.prioriteiten,
    ])
    expect(await listOpdrachten(ctx, 2027)).toEqual([])
  })

  test('ROL-11, ROL-12: wie de opdracht geeft, volgt uit de taakverdeling', async ({ ctx }) => {
    const verdeling = [
      { rol: 'programmamanager', letter: 'A' },
      { rol: 'beleid', letter: 'R' },
    ] as const
    await wijzigRasci(als(ctx, 'functioneel beheerder'), {
      taak: 'opdracht-geven',
      gemeente: null,
      verdeling: [...verdeling],
      geldigVanaf: ctx.today,
      reden: 'Besluit',
    })
    expect(await weigering(geefOpdracht(als(ctx, 'beleid'), opdracht))).toEqual([403, 'geen-mandaat'])
    await geefOpdracht(als(ctx, 'programmamanager'), opdracht)
  })
})

describe('rolbundels', () => {
  const grens = {
    agb: null,
    gemeenten: null,
    wet: null,
    categorieen: null,
    begindatum: dag('2026-11-22'),
    einddatum: null,
  }

  test('ORG-07: de bundels volgen uit het functiemodel van vandaag', async ({ ctx }) => {
    expect(await listRolbundels(ctx)).toBeNull()
    await legModelVast(directie(ctx), { ...functies, model: 'een-functie' })
    await legModelVast(directie(ctx), { ...functies, geldigVanaf: dag('2027-01-01') })
    expect((await listRolbundels(ctx))?.bundels.map(({ code }) => code)).toEqual([
      'inhoud-en-contract',
      'contractbeheer',
    ])
    expect((await listRolbundels({ ...ctx, today: dag('2027-01-01') }))?.bundels.map(({ code }) => code)).toEqual([
      'contractmanager-met-beheer',
      'inhoudelijke-aansturing',
    ])
  })

  test('ORG-07: een bundel geeft alleen wat ontbreekt, en een ander model verandert niemands rollen', async ({
    ctx,
  }) => {
    const beheerder = als(ctx, 'functioneel beheerder')
    const id = await maakGebruiker(
      { ...ctx, today: dag('2026-01-01') },
      { naam: 'Noor', functie: '', rol: 'contractmanager', voorbeeld: false },
    )
    const rollen = async () =>
      (await listRollen(ctx, id)).map(({ rol, begindatum }) => `${rol} ${begindatum.toString()}`).sort()
    expect(await geefRolbundel(beheerder, id, ['contractmanager', 'contractbeheerder'], grens)).toEqual([
      'contractbeheerder',
    ])
    const verwacht = ['contractbeheerder 2026-11-22', 'contractmanager 2026-01-01']
    expect(await rollen()).toEqual(verwacht)
    expect(await weigering(geefRolbundel(beheerder, id, ['contractmanager', 'contractbeheerder'], grens))).toEqual([
      422,
      'ongeldig',
    ])
    await legModelVast(directie(ctx), functies)
    await legModelVast(directie(ctx), { ...functies, model: 'een-functie' })
    expect(await rollen()).toEqual(verwacht)
    expect(await weigering(geefRolbundel(beheer(ctx), id, ['rvm'], grens))).toEqual([403, 'geen-recht'])
  })
})

test('ORG-05, ORG-06, ORG-17, ORG-18: een account van een aanbieder ziet hier niets van', async ({ ctx }) => {
  const noor = await alsPersoon(ctx, 'Noor', 'contractmanager')
  await legModelVast(directie(ctx), centrum)
  await legDienstverleningVast(beheer(ctx), dienst)
  const maatregel = { soort: 'positionering', nadeelCode: 'afstand', nadeel: '', maatregel: 'Overleg' } as const
  await legMaatregelVast(noor, { ...maatregel, eigenaarId: noor.actor.id, uiterlijk: dag('2027-02-01') })
  const afspraak = { tekst: 'Elke maand', vindplaats: '', geldigVanaf: dag('2026-02-01') }
  await legSamenwerkingVast(noor, { ...afspraak, gemeente: '0439', met: 'beleid', onderwerp: 'samenwerking' })
  await legHarmonisatieVast(noor, { ...afspraak, onderwerp: 'facturatie', gemeenten: ['0439'] })
  await schrijfTaakgebied(noor, 'inkoop', 2026, { plan: 'Samen', uren: null, verslag: '', versie: 0 })
  await geefOpdracht(als(ctx, 'beleid'), { jaar: 2026, tekst: 'Sturen', prioriteiten: {} })
  await adviseerOverOpdracht(noor, 2026, 'Minder')
  const tel = async () => {
    const geteld: Record<string, number> = {}
    for (const tabel of [
      'organisatiemodel',
      'modelmaatregel',
      'dienstverleningsovereenkomst',
      'samenwerkingsafspraak',
      'harmonisatieafspraak',
      'harmonisatieafspraak_gemeente',
      'taakgebiedjaar',
      'opdracht',
      'opdracht_advies',
    ])
      geteld[tabel] = (await sql`select from ${sql.table(tabel)}`.execute(ctx.db)).rows.length
    return geteld
  }
  const binnen = await tel()
  expect(new Set(Object.values(binnen))).toEqual(new Set([1]))
  await sql`select set_config('overlap.agb', '98990101', true)`.execute(ctx.db)
  expect(await tel()).toEqual(Object.fromEntries(Object.keys(binnen).map((tabel) => [tabel, 0])))
})
