import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Task } from 'graphile-worker'
import { sql } from 'kysely'
import { describe, expect, test as los } from 'vitest'
import { maakAanbieder } from '../../../../test/afspraken.ts'
import { als, maakProefregio, test } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import { voerTakenUit } from '../../../../test/voer-taken-uit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Bericht, Uitkomst } from '../../../platform/mail.ts'
import { openSleutels } from '../../../platform/sleutels.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { voegContactpersoonToe } from '../../plan/aanbieder/bewaar-contactpersoon.ts'
import { listDossier } from '../../plan/dossier/queries.ts'
import { geefNummer } from '../../plan/huisstijl/geef-nummer.ts'
import { wijzigHuisstijl } from '../../plan/huisstijl/wijzig-huisstijl.ts'
import { maakGebruiker } from '../../plan/inrichting/maak-gebruiker.ts'
import type { Rol } from '../../rechten.ts'
import { haalOntvangerWeg } from './haal-ontvanger-weg.ts'
import { keurBrief, laatBriefVervallen, legBriefVoor } from './keur-brief.ts'
import { legVerzendingVast } from './leg-verzending-vast.ts'
import { findSjabloon } from './lees-sjablonen.ts'
import { findBrief, listOntvangers } from './queries.ts'
import { stelBriefOp, type Briefinvoer } from './stel-brief-op.ts'
import { probeerOpnieuw, verstuurBrief, vraagVerwerking } from './verstuur-brief.ts'
import { verwerkBrief } from './verwerk-brief.ts'
import { wijzigSjabloon } from './wijzig-sjabloon.ts'

async function persoon(ctx: Context, naam: string, rol: Rol): Promise<Context> {
  const id = await maakGebruiker(ctx, { naam, functie: 'test', rol, voorbeeld: true })
  return { ...ctx, actor: { soort: 'gebruiker', id, naam, rollen: [{ rol, agb: null }], agb: null } }
}
async function vulAanbieders(ctx: Context, aantal = 2): Promise<string[]> {
  const ids: string[] = []
  for (let i = 1; i <= aantal; i++) {
    const id = await maakAanbieder(ctx, {
      agb: `9899010${String(i)}`,
      kvk: `9933120${String(i)}`,
      naam: `Zorg ${String(i)}`,
    })
    await voegContactpersoonToe(ctx, id, {
      naam: `Contact ${String(i)}`,
      functie: 'directeur',
      email: `c${String(i)}@zorg.example`,
      telefoon: '',
    })
    ids.push(id)
  }
  return ids
}
const informatie = (meer: Partial<Briefinvoer> = {}): Briefinvoer => ({
  sjabloon: 'informatiebrief',
  onderwerp: 'Bereikbaarheid',
  gemeente: null,
  velden: { bericht: 'Wij zijn dicht.' },
  selectie: {},
  selectietekst: 'alle aanbieders',
  ...meer,
})
const wijziging = (ingang = '2027-01-01') =>
  informatie({
    sjabloon: 'gewijzigde-afspraken',
    velden: { wijziging: 'De norm wordt 85%.', ingang, reden: 'Evaluatie.' },
  })

const enige = async (ctx: Context, id: string) => (await listOntvangers(ctx, id))[0]!.id
const systeem = (ctx: Context): Context => als(ctx, 'systeem (wachtrij)')

function speel(...antwoorden: Uitkomst[]) {
  const berichten: Bericht[] = []
  const verstuur = (bericht: Bericht): Promise<Uitkomst> => {
    const antwoord = antwoorden.shift() ?? { soort: 'verzonden' }
    if (antwoord.soort === 'verzonden') berichten.push(bericht)
    return Promise.resolve(antwoord)
  }
  return { berichten, post: { mailer: { verstuur, stop: () => undefined }, url: 'https://overlap.example' } }
}
describe('een brief aan een keuze van aanbieders', () => {
  test('COM-02, COM-01: de brief gaat per mail met de PDF, genummerd en elk een keer, en komt in elk dossier', async ({
    ctx,
  }) => {
    const [een] = await vulAanbieders(ctx)
    const manager = await persoon(ctx, 'Manager', 'contractmanager')
    const id = await stelBriefOp(manager, informatie())
    await verstuurBrief(manager, id, 1)
    const { berichten, post } = speel()
    for (const { id: ontvanger } of await listOntvangers(manager, id)) {
      await verwerkBrief(systeem(ctx), ontvanger, post)
      await verwerkBrief(systeem(ctx), ontvanger, post)
    }
    expect(berichten.map(({ aan }) => aan)).toEqual(['c1@zorg.example', 'c2@zorg.example'])
    expect(berichten[0]!.bijlagen![0]).toMatchObject({ naam: 'BRIEF-2026-0001.pdf', type: 'application/pdf' })
    expect(berichten[0]!.bijlagen![0]!.inhoud.toString('latin1', 0, 5)).toBe('%PDF-')
    const ontvangers = await listOntvangers(manager, id)
    expect(ontvangers.map(({ nummer }) => nummer)).toEqual(['BRIEF-2026-0001', 'BRIEF-2026-0002'])
    expect(ontvangers.every(({ verzondenDatum, misluktOp }) => verzondenDatum !== null && misluktOp === null)).toBe(
      true,
    )
    const { rijen } = await listDossier(manager, { aanbiederId: een }, 1)
    expect(rijen).toMatchObject([
      { soort: 'D52', richting: 'uit', kenmerk: 'BRIEF-2026-0001', vormen: ['pdf', 'docx'], voorAanbieder: true },
    ])
    const { rows } =
      await sql`select kanaal, doelgroep_tekst, datum::text from publicatie where brief_id = ${id}`.execute(ctx.db)
    expect(rows).toEqual([{ kanaal: 'mail', doelgroepTekst: 'alle aanbieders', datum: '2026-11-22' }])
  })

  los(
    'COM-02: twee mensen die tegelijk versturen, en een rij met drie werkers: elke aanbieder krijgt de brief een keer',
    async () => {
      await using fresh = await freshDatabase({ max: 8 })
      const map = mkdtempSync(join(tmpdir(), 'overlap-sleutels-'))
      const ctx = await maakProefregio(fresh.db, openSleutels(map))
      await inTransaction(ctx, (ctx) => vulAanbieders(ctx, 6))
      const manager = await persoon(ctx, 'Manager', 'contractmanager')
      const id = await stelBriefOp(manager, informatie())
      const uit = await Promise.allSettled([verstuurBrief(manager, id, 1), verstuurBrief(manager, id, 1)])
      expect(uit.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      await inTransaction(systeem(ctx), (ctx) => vraagVerwerking(ctx, null))
      const { berichten, post } = speel()
      const werk: Task = (payload) => verwerkBrief(systeem(ctx), (payload as { ontvangerId: string }).ontvangerId, post)
      await voerTakenUit(fresh.eigenaarUrl, { 'verwerk-brief': werk })
      expect(berichten.map(({ aan }) => aan).sort()).toEqual(
        [1, 2, 3, 4, 5, 6].map((nr) => `c${String(nr)}@zorg.example`),
      )
      const nummers = (await inTransaction(manager, (ctx) => listOntvangers(ctx, id)))
        .map(({ nummer }) => nummer)
        .sort()
      expect(nummers).toEqual([1, 2, 3, 4, 5, 6].map((nr) => `BRIEF-2026-000${String(nr)}`))
      rmSync(map, { recursive: true })
    },
  )

  test('wat mislukt zegt waarom, en gaat opnieuw naar het adres dat er dan staat; wat verzonden is niet', async ({
    ctx,
  }) => {
    await vulAanbieders(ctx)
    const manager = await persoon(ctx, 'Manager', 'contractmanager')
    const id = await stelBriefOp(manager, informatie())
    await verstuurBrief(manager, id, 1)
    const { berichten, post } = speel({ soort: 'blijvend', fout: 'EENVELOPE 550' })
    for (const { id: ontvanger } of await listOntvangers(manager, id)) await verwerkBrief(systeem(ctx), ontvanger, post)
    const [mis, goed] = await listOntvangers(manager, id)
    expect(mis).toMatchObject({ laatsteFout: 'EENVELOPE 550', verzondenDatum: null, pogingen: 1 })
    expect((await findBrief(manager, id)).telling).toEqual({ ontvangers: 2, verzonden: 1, mislukt: 1, gemaakt: 2 })
    await sql`update contactpersoon set email = 'nieuw@zorg.example' where email = 'c1@zorg.example'`.execute(ctx.db)
    expect(await probeerOpnieuw(manager, id)).toBe(1)
    for (const ontvanger of [mis!, goed!]) await verwerkBrief(systeem(ctx), ontvanger.id, post)
    expect(berichten.map(({ aan }) => aan)).toEqual(['c2@zorg.example', 'nieuw@zorg.example'])
    expect((await listOntvangers(manager, id))[0]!.nummer).toBe(mis!.nummer)
    await expect(probeerOpnieuw(manager, id)).rejects.toThrow('niets mislukt')
  })

  test('een mailserver die nog niet wil: de rij probeert het opnieuw, met hetzelfde kenmerk en dezelfde brief', async ({
    ctx,
  }) => {
    await vulAanbieders(ctx, 1)
    const manager = await persoon(ctx, 'Manager', 'contractmanager')
    const id = await stelBriefOp(manager, informatie())
    await verstuurBrief(manager, id, 1)
    const { berichten, post } = speel({ soort: 'voorlopig', fout: '450' })
    const ontvanger = await enige(manager, id)
    await expect(verwerkBrief(systeem(ctx), ontvanger, post)).rejects.toThrow('not accepted yet')
    await verwerkBrief(systeem(ctx), ontvanger, post)
    expect(berichten).toMatchObject([{ kenmerk: ontvanger }])
    expect((await listOntvangers(manager, id))[0]).toMatchObject({ pogingen: 2, nummer: 'BRIEF-2026-0001' })
  })

  test('na een kill tussen maken en versturen gaat het na tien minuten verder; eerder begint niemand anders', async ({
    ctx,
  }) => {
    await vulAanbieders(ctx, 1)
    const manager = await persoon(ctx, 'Manager', 'contractmanager')
    const id = await stelBriefOp(manager, informatie())
    await verstuurBrief(manager, id, 1)
    const ontvanger = await enige(manager, id)
    const dood = { mailer: { verstuur: () => Promise.reject(new Error('kill -9')), stop: () => undefined }, url: '' }
    await expect(verwerkBrief(systeem(ctx), ontvanger, dood)).rejects.toThrow('kill')
    const { berichten, post } = speel()
    await expect(verwerkBrief(systeem(ctx), ontvanger, post)).rejects.toThrow('another')
    const later = { ...systeem(ctx), now: ctx.now.add({ minutes: 11 }) }
    await verwerkBrief(later, ontvanger, post)
    expect(berichten).toHaveLength(1)
    expect((await listOntvangers(manager, id))[0]).toMatchObject({ nummer: 'BRIEF-2026-0001' })
    const { totaal } = await listDossier(manager, {}, 1)
    expect(totaal).toBe(1)
  })

  test('een aanbieder zonder adres mislukt met die reden; weghalen kan alleen in een concept, en nooit de laatste', async ({
    ctx,
  }) => {
    const [een] = await vulAanbieders(ctx, 2)
    await sql`delete from contactpersoon where aanbieder_id = ${een}`.execute(ctx.db)
    const manager = await persoon(ctx, 'Manager', 'contractmanager')
    const id = await stelBriefOp(manager, informatie())
    const [zonder, met] = await listOntvangers(manager, id)
    await haalOntvangerWeg(manager, id, met!.id)
    await expect(haalOntvangerWeg(manager, id, zonder!.id)).rejects.toThrow('ten minste één ontvanger')
    await verstuurBrief(manager, id, 1)
    await expect(haalOntvangerWeg(manager, id, zonder!.id)).rejects.toThrow('geen concept meer')
    await verwerkBrief(systeem(ctx), zonder!.id, speel().post)
    expect((await listOntvangers(manager, id))[0]).toMatchObject({
      laatsteFout: expect.stringContaining('geen e-mailadres') as string,
    })
  })
})

describe('goedkeuren', () => {
  test('ROL-13, DOC-02: waar de taak vier ogen vraagt keurt een ander met mandaat goed, en eerder gaat er niets uit', async ({
    ctx,
  }) => {
    await vulAanbieders(ctx)
    const manager = await persoon(ctx, 'Manager', 'contractmanager')
    const eigenaar = await persoon(ctx, 'Eigenaar', 'contracteigenaar')
    const id = await stelBriefOp(manager, wijziging())
    await expect(verstuurBrief(manager, id, 1)).rejects.toThrow('niet goedgekeurd')
    await legBriefVoor(manager, id, 1)
    await expect(verstuurBrief(manager, id, 2)).rejects.toThrow('niet goedgekeurd')
    await expect(keurBrief(manager, id, 2, { goed: true, reden: '' })).rejects.toMatchObject({ status: 403 })
    await expect(keurBrief(eigenaar, id, 1, { goed: true, reden: '' })).rejects.toThrow('intussen')
    await expect(keurBrief(eigenaar, id, 2, { goed: false, reden: ' ' })).rejects.toThrow('wat er anders moet')
    await keurBrief(eigenaar, id, 2, { goed: false, reden: 'Noem de bron.' })
    expect(await findBrief(manager, id)).toMatchObject({ stand: 'concept', reden: 'Noem de bron.' })
    await legBriefVoor(manager, id, 3)
    await keurBrief(eigenaar, id, 4, { goed: true, reden: '' })
    await verstuurBrief(manager, id, 5)
    expect(await findBrief(manager, id)).toMatchObject({
      stand: 'verzonden',
      beslotenDoor: 'Eigenaar',
      beslotenAls: 'contracteigenaar',
    })
    await expect(laatBriefVervallen(manager, id)).rejects.toThrow('niet meer vervallen')
  })

  test('LIF-15: een wijziging die al ingaat wordt niet meer medegedeeld', async ({ ctx }) => {
    await vulAanbieders(ctx, 1)
    const manager = await persoon(ctx, 'Manager', 'contractmanager')
    await expect(stelBriefOp(manager, wijziging('2026-11-22'))).rejects.toThrow('voordat zij ingaat')
    await stelBriefOp(manager, wijziging('2026-11-23'))
  })

  test('wie geen recht heeft, wie leeg laat wat moet, en een BSN: geweigerd', async ({ ctx }) => {
    await vulAanbieders(ctx, 1)
    const manager = await persoon(ctx, 'Manager', 'contractmanager')
    await expect(stelBriefOp(als(ctx, 'toezichthouder'), informatie())).rejects.toMatchObject({ status: 403 })
    await expect(stelBriefOp(manager, informatie({ velden: { bericht: ' ' } }))).rejects.toThrow('Vul in: bericht')
    await expect(stelBriefOp(manager, informatie({ velden: { bericht: 'Over 999900006.' } }))).rejects.toThrow(
      'burgerservicenummer',
    )
    await expect(stelBriefOp(manager, informatie({ selectie: { categorie: '99' } }))).rejects.toThrow(
      'geen enkele aanbieder',
    )
  })
})

describe('per post', () => {
  test('DOC-03, TRM-06: aangetekend vraagt een nummer, en de ontvangst is de eerste werkdag erna tenzij er bewijs is', async ({
    ctx,
  }) => {
    await vulAanbieders(ctx, 1)
    const manager = await persoon(ctx, 'Manager', 'contractmanager')
    const eigenaar = await persoon(ctx, 'Tweede', 'contractmanager')
    const id = await stelBriefOp(
      manager,
      informatie({
        sjabloon: 'niet-uitnodigen',
        velden: { vanaf: '2027-01-01', duur: 'een jaar', motivering: 'Bleef drie keer weg.' },
      }),
    )
    await legBriefVoor(manager, id, 1)
    await keurBrief(eigenaar, id, 2, { goed: true, reden: '' })
    await verstuurBrief(manager, id, 3)
    const ontvanger = await enige(manager, id)
    const vrijdag = Temporal.PlainDate.from('2026-11-20')
    const bewijs = { datum: vrijdag, nummer: '3SRRC1', ontvangen: null }
    await expect(legVerzendingVast(manager, id, ontvanger, bewijs)).rejects.toThrow('wordt nog gemaakt')
    const { berichten, post } = speel()
    await verwerkBrief(systeem(ctx), ontvanger, post)
    expect(berichten).toEqual([])
    await expect(legVerzendingVast(manager, id, ontvanger, { ...bewijs, nummer: ' ' })).rejects.toThrow(
      'nummer van de aangetekende',
    )
    await expect(
      legVerzendingVast(manager, id, ontvanger, { ...bewijs, datum: ctx.today.add({ days: 1 }) }),
    ).rejects.toThrow('toekomst')
    await legVerzendingVast(manager, id, ontvanger, bewijs)
    await expect(legVerzendingVast(manager, id, ontvanger, bewijs)).rejects.toThrow('al vastgelegd')
    const [rij] = await listOntvangers(manager, id)
    expect([rij!.aangetekendNummer, rij!.verzondenDatum!.toString(), rij!.ontvangenDatum!.toString()]).toEqual([
      '3SRRC1',
      '2026-11-20',
      '2026-11-23',
    ])
  })
})

describe('sjablonen', () => {
  test('DOC-02: zonder een verplicht deel wordt bewaren geweigerd; een nieuwe versie raakt geen concept dat er al is', async ({
    ctx,
  }) => {
    await vulAanbieders(ctx, 1)
    const manager = await persoon(ctx, 'Manager', 'contractmanager')
    const beheerder = await persoon(ctx, 'Beheer', 'functioneel beheerder')
    const { sjabloon, versie } = await findSjabloon(ctx, 'informatiebrief')
    const basis = { ...sjabloon, reden: 'Vriendelijker.', gezien: versie }
    await expect(wijzigSjabloon(manager, 'informatiebrief', basis)).rejects.toMatchObject({ status: 403 })
    await expect(wijzigSjabloon(beheerder, 'informatiebrief', { ...basis, alineas: ['Dag.'] })).rejects.toThrow(
      'moet het bericht noemen',
    )
    const id = await stelBriefOp(manager, informatie())
    await wijzigSjabloon(beheerder, 'informatiebrief', { ...basis, alineas: ['Dag.', '{bericht}'] })
    await expect(wijzigSjabloon(beheerder, 'informatiebrief', basis)).rejects.toThrow('intussen')
    expect((await findBrief(manager, id)).alineas[0]).toBe('{bericht}')
    expect((await findSjabloon(ctx, 'informatiebrief')).sjabloon.alineas[0]).toBe('Dag.')
  })
})

describe('nummers', () => {
  los(
    'een nummer komt nooit twee keer en er valt er nooit een tussenuit, ook tegelijk en als er een mislukt',
    async () => {
      await using fresh = await freshDatabase({ max: 12 })
      const map = mkdtempSync(join(tmpdir(), 'overlap-sleutels-'))
      const ctx = await maakProefregio(fresh.db, openSleutels(map))
      const geef = (mislukt: boolean) =>
        inTransaction(ctx, async (ctx) => {
          const nummer = await geefNummer(ctx, 'ZW')
          if (mislukt) throw new Error('mislukt')
          return nummer
        }).catch(() => null)
      const uit = await Promise.all(Array.from({ length: 40 }, (_, i) => geef(i % 4 === 0)))
      rmSync(map, { recursive: true })
      const gegeven = uit.filter((nummer) => nummer !== null).sort()
      expect(gegeven).toEqual(Array.from({ length: 30 }, (_, i) => `ZW-2026-${String(i + 1).padStart(4, '0')}`))
    },
  )

  test('een gemeente heeft haar eigen huisstijl en reeks; twee afzenders delen er geen', async ({ ctx }) => {
    await vulAanbieders(ctx, 1)
    const beheerder = await persoon(ctx, 'Beheer', 'functioneel beheerder')
    const manager = await persoon(ctx, 'Manager', 'contractmanager')
    const stijl = { naam: 'Gemeente Zaanstad', adres: 'Stadhuisplein', voettekst: '', reeks: 'ZST' }
    await wijzigHuisstijl(beheerder, '0479', stijl, null)
    await expect(wijzigHuisstijl(beheerder, null, stijl, null)).rejects.toThrow('al van een andere afzender')
    await expect(
      wijzigHuisstijl(beheerder, null, { ...stijl, reeks: 'ZW' }, Buffer.from('<svg/>')),
    ).rejects.toMatchObject({ status: 422 })
    const id = await stelBriefOp(manager, informatie({ gemeente: '0479' }))
    await verstuurBrief(manager, id, 1)
    const ontvanger = await enige(manager, id)
    const { berichten, post } = speel()
    await verwerkBrief(systeem(ctx), ontvanger, post)
    expect(berichten[0]!.tekst).toContain('een brief van Gemeente Zaanstad')
    expect((await listOntvangers(manager, id))[0]!.nummer).toBe('ZST-2026-0001')
  })
})
