import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { druk, kies, lees, openPersonen, volg, vul, type Personen } from './personen.ts'
import { haalStuk, neemPrent } from './prenten.ts'
import { startProgramma, type Programma } from './programma.ts'

// Zaanstreek-Waterland (Wmo): who judges, who decides, who sends, and who answers for the aanbieder.
const ZW = {
  manager: 'Marloes de Wit',
  eigenaar: 'Ruud Hoekstra',
  beheerder: 'Aylin Kaya',
  directie: 'Marit Vink',
  aanbieder: 'Annemiek Bruin',
}
const BLIK = 'De Weidse Blik Huishoudelijke Hulp B.V.'
// Flevoland (Jeugdwet)
const ZEEDISTEL = 'Stichting Jeugdhulp De Zeedistel'
const SDFL = {
  manager: 'Jurre Hofman',
  eigenaar: 'Gerben Wiarda',
  beheerder: 'Thirza Bos',
  directie: 'Anouk Terlouw',
  aanbieder: 'Carlijn Smeets',
}

let programma: Programma | undefined
let browser: Browser | undefined
let personen: Personen | undefined
/** What a browser complains about because of a refusal this test asks for. */
let verwacht: RegExp | undefined

const als = (naam: string) => personen!.als(naam)

/** From here on it is this day: the same regions, the program started anew. */
async function wordt(vandaag: string) {
  await personen?.sluit()
  await programma?.zetStil()
  ;[programma, browser] = await Promise.all([
    startProgramma({ OVERLAP_VANDAAG: vandaag }, programma?.map),
    browser ?? launchBrowser(),
  ])
  personen = openPersonen(browser, programma.url)
}

afterEach(() => {
  const fouten = personen?.fouten().filter((fout) => !verwacht?.test(fout))
  verwacht = undefined
  expect(fouten).toEqual([])
})

afterAll(async () => {
  await browser?.close()
  await programma?.stop()
})

/** Where the case, the plan, the table and the meetings of this story are: the address is the same on every day. */
const plek = { escalatie: '', gesprek: '', plan: '', tafel: '', fraude: '', voortgang: '' }
const pad = (page: Page) => new URL(page.url()).pathname

/** Records something in the case that is open. */
async function legVast(page: Page, stuk: string, velden: Record<string, string>) {
  await page.getByText('Stuk vastleggen', { exact: true }).click()
  await volg(page, stuk, `${stuk} vastleggen`)
  await vul(page, velden)
  await druk(page, 'Vastleggen', 'Het stuk is vastgelegd.')
}

/** Chooses where a step leads, by the rung. */
async function kiesDoel(page: Page, trede: string) {
  await page
    .getByRole('group', { name: 'Waar gaat de zaak heen?' })
    .getByLabel(new RegExp(`· ${trede}$`))
    .check()
}

/** Agrees to what waits in a case, with the reason. */
async function besluit(page: Page, zaak: string, reden: string) {
  await page.goto(zaak)
  await kies(page, 'Uw besluit', 'Akkoord')
  await vul(page, { Reden: reden })
  await druk(page, 'Besluit vastleggen', 'Uw besluit is vastgelegd.')
}

/** Plans a meeting with an aanbieder on the day of the meetings, with these colleagues. */
async function planGesprek(page: Page, soort: string, aanbieder: string, plaats: string, collegas: RegExp[] = []) {
  await page.goto('/gesprekken')
  await volg(page, 'Gesprek plannen', 'Gesprek plannen')
  await page.getByLabel('Soort gesprek').selectOption({ label: soort })
  await page.getByLabel('Aanbieder', { exact: true }).selectOption({ label: aanbieder })
  await page.getByRole('main').getByRole('button', { name: 'Verder' }).click()
  await vul(page, { Dag: '18 mrt 2027', 'Plaats of verbinding': plaats })
  for (const naam of collegas) await page.getByLabel(naam).check()
  await druk(page, 'Gesprek plannen', 'Het gesprek is gepland.')
}

/** Sends the letter that waits in a case, digitally, after a picture of it. */
async function verstuur(page: Page, zaak: string, brief: string, naam: string) {
  await page.goto(zaak)
  await volg(page, 'Brief versturen', brief)
  await neemPrent(page, naam)
  await kies(page, 'Hoe', 'digitaal')
  await druk(page, 'Brief is verstuurd', 'De verzending is vastgelegd en de stap is gezet.')
}

/** Goes to the minutes of the meeting that is open and says who were there: everybody. */
async function houd(page: Page) {
  await page.getByRole('main').getByRole('link', { name: 'Verslag schrijven' }).first().click()
  await volg(page, 'Gehouden melden', 'Gehouden melden')
  await druk(page, 'Gehouden melden', 'Vastgelegd wie erbij was.')
}

async function schrijf(page: Page, punt: string, tekst: string) {
  const veld = page.getByRole('textbox', { name: `Verslag bij ${punt}` })
  await veld.fill(tekst)
  await page.getByRole('button', { name: new RegExp(`^Bewaren ?: ${punt}$`) }).click()
  await page
    .locator('section', { has: veld })
    .getByText(/^\S.*,\s\w\w\s\d+\s\w+\s\d\d\.\d\d$/)
    .waitFor()
}

async function besluitInGesprek(page: Page, tekst: string) {
  await page.getByText('Besluit toevoegen', { exact: true }).click()
  await vul(page, { 'Wat is besloten?': tekst })
  await druk(page, 'Besluit vastleggen', 'Het besluit is vastgelegd.')
}

async function actieInGesprek(page: Page, tekst: string, wie: string, dag: string) {
  await vul(page, { 'Wat gebeurt er?': tekst, 'Wie van de aanbieder': wie, 'Klaar op': dag })
  await kies(page, 'Wie doet het?', 'De aanbieder')
  await druk(page, 'Actie vastleggen', 'De actie is vastgelegd.')
}

const vulPunt = (page: Page, punt: string, velden: Record<string, string>) =>
  vul(page.getByRole('group', { name: punt, exact: true }), velden)

async function meld(page: Page, punt: number, tekst: string, bewijs: string) {
  const nr = String(punt)
  await page.getByLabel(`Punt ${nr} is klaar: nu melden`).check()
  await vul(page, { [`Wat is gerealiseerd bij punt ${nr}`]: tekst, [`Bewijs bij punt ${nr}`]: bewijs })
}

async function oordeel(page: Page, punt: number, wat: string, reden: string) {
  await kies(page, `Oordeel over punt ${String(punt)}`, wat)
  await vul(page, { [`Reden bij punt ${String(punt)}`]: reden })
}

/** Waits until the document lies in the file of the aanbieder, and gets it as PDF the way the aanbieder does. */
async function haalUitDossier(page: Page, titel: string | RegExp, naam: string) {
  await page.goto('/aanbieders')
  await page.locator('tbody').getByRole('link').first().click()
  await page.getByRole('link', { name: 'Dossier', exact: true }).click()
  const link = page
    .getByRole('table', { name: /^Documenten in het dossier/ })
    .getByRole('row', { name: titel })
    .first()
  await expect
    .poll(
      async () => {
        await page.reload()
        return link.count()
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0)
  const inhoud = await haalStuk(page, (await link.getByRole('link', { name: /PDF$/ }).getAttribute('href'))!, naam)
  expect(inhoud.subarray(0, 5).toString()).toBe('%PDF-')
}

describe('woensdag 10 maart 2027: een cijfer en een vermoeden', () => {
  beforeAll(() => wordt('2027-03-10'))

  test('ROL-01, CTR-10: de contracteigenaar legt vast dat de overeenkomst is verlengd', async () => {
    const eigenaar = await als(ZW.eigenaar)
    await eigenaar.goto('/overeenkomsten?zoek=ZW-HO-003')
    await eigenaar.getByRole('table', { name: 'Overeenkomsten' }).locator('tbody tr').first().click()
    await eigenaar.getByRole('heading', { level: 1, name: /ZW-HO-003|Huishoudelijke/ }).waitFor()
    await eigenaar.getByRole('link', { name: 'Verlenging', exact: true }).click()
    await eigenaar.getByText(/^Een besluit van uiterlijk .* vastleggen$/).click()
    await kies(eigenaar, 'Verlenging 1 van 2', 'Verlengen')
    await vul(eigenaar, { 'Datum van het besluit': '15 jun 2026', Waarom: 'De samenwerking wordt voortgezet.' })
    await druk(eigenaar, 'Besluit vastleggen', /vastgelegd/)
  })

  test('ROL-17: het lokale team legt twee resultaten vast', async () => {
    const team = await als('Noor Haddad')
    await team.goto('/evaluaties/inlezen')
    await team.getByLabel('Bestand').setInputFiles({
      name: 'evaluaties.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `gemeentecode;toewijzingNummer;datum;soort;resultaat;reden\n${[1716, 2033].map((nummer) => `0479;${String(nummer)};2026-09-30;einde-beschikking;niet behaald;aanbieder`).join('\n')}\n`,
      ),
    })
    await team.getByRole('button', { name: 'Bekijken' }).click()
    await team.getByText('2 rijen nieuw en 0 gewijzigd.').waitFor()
    await team.getByRole('button', { name: 'Vastleggen' }).click()
    await team.getByText('Het bestand is ingelezen: 2 rijen nieuw').waitFor()
  })

  test('ESB-01, ESB-03, ESB-04, B1, B3: een vermoeden van fraude begint met onderzoek en wederhoor; daarna pas wordt ingeschaald', async () => {
    const manager = await als(SDFL.manager)
    const aanbieder = await als(SDFL.aanbieder)
    await manager.goto('/escalaties')
    await volg(manager, 'Escalatie openen', 'Onderzoek openen')
    await manager.getByLabel('Aanbieder', { exact: true }).selectOption({ label: ZEEDISTEL })
    await vul(manager, {
      'Waar gaat het over?': 'Uren gedeclareerd zonder hulp',
      'Wat niet is nagekomen':
        'Alleen geleverde hulp wordt gedeclareerd. Een lokale toegang meldt uren zonder afspraak.',
      Motivering: 'Twee signalen die elkaar bevestigen. Eerst onderzoeken en horen.',
    })
    await kies(manager, 'Op welke grond?', 'Tekortkoming in de rechtmatigheid')
    await druk(manager, 'Onderzoek openen', 'De escalatie is geopend.')
    plek.fraude = pad(manager)

    // heard in the program: what the aanbieder says lies in the case at once
    await aanbieder.goto(plek.fraude)
    await volg(aanbieder, 'Zienswijze van de aanbieder indienen', 'Zienswijze van de aanbieder indienen')
    await vul(aanbieder, { Zienswijze: 'Een medewerker boekte uren die niet zijn gewerkt. Wij zoeken uit hoe vaak.' })
    await druk(aanbieder, 'Indienen', 'Wij hebben uw stuk ontvangen.')

    await manager.goto(plek.fraude)
    await legVast(manager, 'Onderzoek', {
      'Wat is onderzocht en gevonden': 'In vijf van twintig dossiers staan uren op dagen zonder afspraak.',
    })
    // no rung without a hearing, and none passed over without the reason
    await volg(manager, 'Inschalen', 'Inschalen')
    await kiesDoel(manager, 'Ingebrekestelling')
    await vul(manager, { Motivering: 'Het vermoeden is gegrond en vraagt een formele aanzegging.' })
    verwacht = /422/
    await druk(manager, 'Inschalen', /Er worden treden overgeslagen/)
    expect(await lees(manager)).toMatch(/Wederhoor/)
    await vul(manager.getByRole('group', { name: 'Wederhoor' }), {
      'Uitgenodigd op': '8 mrt 2027',
      'Reactie van de aanbieder': 'De bestuurder erkent dat uren onjuist zijn geboekt. Zie de zienswijze.',
    })
    await manager.getByText('Erbij: motivering van overgeslagen treden').click()
    await vul(manager, {
      'Welke treden, en waarom de ernst dat vraagt':
        'Trede 1 en 2: overleg en een plan passen niet bij vermoedelijk bedrog.',
    })
    await druk(manager, 'Inschalen', 'De stap is gezet.')
    expect(await lees(manager)).toMatch(/trede 3 van 7/i)
  })

  test('ROL-13, ESB-02, ESB-07, ESB-16, B8: trede 3 gaat pas in met een besluit van een ander en een aangetekende brief', async () => {
    const [manager, eigenaar, beheerder] = [
      await als(SDFL.manager),
      await als(SDFL.eigenaar),
      await als(SDFL.beheerder),
    ]
    await manager.goto(plek.fraude)
    await volg(manager, 'In gebreke stellen', 'In gebreke stellen')
    await vul(manager, {
      'Waarom deze trede, en waarom een lichtere niet volstaat':
        'Bij vermoedelijk bedrog is een formele aanzegging nodig.',
      'Waarom dat zo is': 'Declaraties gaan anders gewoon door.',
      Tekortkoming: 'in vijf van twintig dossiers zijn uren gedeclareerd zonder hulp.',
      'Herstellen uiterlijk op': '10 mei 2027',
      'Juridische gevolgen van verzuim':
        'opschorting van betaling, terugvordering en een boete tot 5% van de regionale omzet.',
      Motivering: 'Het onderzoek en het wederhoor laten geen lichtere trede toe.',
    })
    await kies(
      manager,
      'Noodzakelijk voor veiligheid, of om verdere fraude te voorkomen',
      'noodzakelijk om verdere fraude te voorkomen; een bezwaar schort haar niet op',
    )
    await druk(manager, 'Voorstel doen', 'Uw voorstel ligt klaar voor een besluit.')
    expect(await manager.getByLabel('Akkoord').count()).toBe(0)

    await besluit(eigenaar, plek.fraude, 'Evenredig en goed onderbouwd.')
    await beheerder.goto(plek.fraude)
    await volg(beheerder, 'Brief versturen', 'Ingebrekestelling')
    await neemPrent(beheerder, 'sdfl-1-ingebrekestelling')
    // without the number of the registered letter it was not sent
    expect(await beheerder.getByRole('group', { name: 'Hoe' }).getByRole('radio').count()).toBe(1)
    verwacht = /422/
    await druk(beheerder, 'Brief is verstuurd', /Vul het nummer van de aangetekende brief in/)
    await vul(beheerder, { 'Nummer van de aangetekende brief': '3SRRC4480017' })
    await druk(beheerder, 'Brief is verstuurd', 'De verzending is vastgelegd en de stap is gezet.')

    const aanbieder = await als(SDFL.aanbieder)
    await aanbieder.goto(plek.fraude)
    await volg(aanbieder, 'Ingebrekestelling', 'Ingebrekestelling')
    const brief = await lees(aanbieder)
    expect(brief).toMatch(/aangetekend 3SRRC4480017, ontvangen op do 11 mrt 2027/)
    expect(brief).toMatch(/tot en met 10 mei 2027/)
    expect(brief).toMatch(/binnen vijf werkdagen na ontvangst/)
  })

  test('TAF-03, TAF-08, TAF-09: een overlegtafel wordt samengesteld, waar nodig met een gemotiveerde afwijking, en uitgenodigd', async () => {
    const manager = await als(ZW.manager)
    await manager.goto('/overlegtafels')
    await volg(manager, /plannen$/, 'Overlegtafel plannen')
    await vul(manager, {
      Onderwerp: 'Resultaat halen met cliënten',
      Thema: 'Wat werkt bij ondersteuning die vastloopt',
      Datum: '18 mrt 2027',
      Begintijd: '13.30',
      Plaats: 'Buurthuis De Vaart, Purmerend',
    })
    await druk(manager, 'Tafel plannen', 'De tafel is gepland. Stel haar nu samen.')
    plek.tafel = pad(manager)
    await druk(manager, 'Samenstelling voorstellen', 'Het voorstel staat klaar.')
    expect(await lees(manager)).toMatch(/12 aanbieders van 15[^]*Groot\s[^]*5 van 5[^]*Klein of zzp[^]*2 van 5/)
    // no seat more than the class has: who is added takes the place of another, each with its motive
    const toch = manager.getByRole('link', { name: /^Toch uitnodigen ?: Ferdi Zandstra/ })
    const wijkAf = async (knop: string, waarom: string, melding: string | RegExp) => {
      await vul(manager, { 'Waarom wijkt u af?': waarom })
      await druk(manager, knop, melding)
    }
    await toch.click()
    verwacht = /422/
    await wijkAf('Op de lijst zetten', 'Begon een proef die hier wordt besproken.', /Er zijn al 2 kleine aanbieders/)
    await manager.goto(`${plek.tafel}/samenstelling`)
    await manager.getByRole('link', { name: /^Niet uitnodigen ?: Tevreden Thuis/ }).click()
    await wijkAf('Van de lijst halen', 'Kon de vorige keer al meepraten.', 'Uw afwijking is vastgelegd.')
    await toch.click()
    await wijkAf('Op de lijst zetten', 'Begon een proef die hier wordt besproken.', 'Uw afwijking is vastgelegd.')
    expect(await lees(manager)).toMatch(
      /12 aanbieders van 15[^]*Wel uitgenodigd in afwijking van het voorstel: Begon een proef/,
    )
    await druk(manager, 'Uitnodigingen versturen', 'De genodigden krijgen een bericht.')

    const aanbieder = await als(ZW.aanbieder)
    await aanbieder.goto(plek.tafel)
    await volg(aanbieder, 'Uitnodiging beantwoorden', 'Uitnodiging beantwoorden')
    await kies(aanbieder, 'Komt er iemand namens uw organisatie?', 'Ja, er komt iemand')
    await vul(aanbieder, { 'Als er iemand komt: wie?': 'Rachid Vos, teamleider' })
    await druk(aanbieder, 'Antwoord versturen', 'Het antwoord is vastgelegd.')
  })

  test('GES-10, GES-11: een contractvoortgangsgesprek wordt gepland met voorzitter, contractbeheer en de aanbieder', async () => {
    const manager = await als(SDFL.manager)
    await planGesprek(manager, 'Contractvoortgangsgesprek', ZEEDISTEL, 'Kantoor in Dijkmeer', [/^Thirza Bos/])
    plek.voortgang = pad(manager)
    await druk(manager, 'Uitnodigen', 'De uitnodigingen zijn onderweg.')
    expect(await lees(manager)).toMatch(
      /Contractmanager, voorzitter[^]*Vertegenwoordiger contractbeheer[^]*Carlijn Smeets, bestuurder\s+Aanbieder/,
    )
  })

  test('KPI-03, ESA-01, A1: een KPI van 61% wordt bij het vaststellen een bevinding, en een mens opent daarop een escalatie', async () => {
    const manager = await als(ZW.manager)
    const rij = manager.getByRole('row', { name: new RegExp(BLIK) })
    await expect
      .poll(
        async () => {
          await manager.goto('/kpis?jaar=2026&kpi=resultaat-behaald')
          return lees(rij)
        },
        { timeout: 60_000 },
      )
      .toContain('61,5%')
    await volg(manager, 'Resultaten vaststellen', 'Resultaten over 2026 vaststellen')
    await vul(manager, { Toelichting: 'Besproken in het overleg van 9 maart.' })
    await druk(manager, 'Resultaten over 2026 vaststellen', 'De resultaten over 2026 zijn vastgesteld.')

    await manager.goto('/bevindingen?jaar=2026&bron=kpi')
    await manager
      .getByRole('row', { name: new RegExp(`^Resultaat behaald 2026 onder de norm in Zaanstad/Wormerland ${BLIK}`) })
      .getByRole('link')
      .first()
      .click()
    await manager.getByText('Nog te beoordelen.').waitFor()
    expect(await lees(manager)).toMatch(/Uitkomst\s+61,5%\s+n 39/)
    await volg(manager, 'Escalatie openen', 'Escalatie openen')
    await kies(manager, 'Op welke grond?', 'Een KPI is onvoldoende')
    await vul(manager, {
      'Wat niet is nagekomen': 'Bij 61,5% van de cliënten is het resultaat behaald. De norm is 65%.',
      'Gesprek gepland op': '18 mrt 2027',
      Motivering: 'Bespreken in het reguliere gesprek hielp niet.',
    })
    await druk(manager, 'Escalatie openen', 'De escalatie is geopend.')
    plek.escalatie = pad(manager)

    const aanbieder = await als(ZW.aanbieder)
    await aanbieder.goto('/escalaties')
    await aanbieder
      .getByRole('main')
      .getByRole('link', { name: /^Resultaat behaald 2026/ })
      .click()
    await aanbieder.getByText('gesprek gepland').first().waitFor()
    expect(pad(aanbieder)).toBe(plek.escalatie)
    // what the region weighs is told in letters, not here
    expect(await lees(aanbieder)).not.toContain('Bespreken in het reguliere gesprek')
  })

  test('GES-19, ESA-02: het escalatiegesprek wordt gepland, en de aanbieder zegt in het programma dat hij komt', async () => {
    const manager = await als(ZW.manager)
    await manager.goto(plek.escalatie)
    await volg(manager, 'Gesprek plannen', 'Gesprek plannen')
    await vul(manager, { Dag: '18 mrt 2027', 'Plaats of verbinding': 'Stadhuis Zaanstad, zaal 2.14' })
    await druk(manager, 'Gesprek plannen', 'Het gesprek is gepland.')
    plek.gesprek = pad(manager)
    // about this case: its finding, and no other
    expect(await lees(manager)).toMatch(/Resultaat behaald 2026 onder de norm[^]*Escalatie\s+Resultaat behaald 2026/)
    expect(await manager.getByText('bevinding', { exact: true }).count()).toBe(1)
    await druk(manager, 'Uitnodigen', 'De uitnodigingen zijn onderweg.')

    const aanbieder = await als(ZW.aanbieder)
    await aanbieder.goto(plek.gesprek)
    await druk(aanbieder, /^Komt ?: Annemiek Bruin$/, 'Het antwoord is vastgelegd.')
    await manager.reload()
    expect(await lees(manager)).toContain('Eén van vier heeft toegezegd.')
  })
})

describe('donderdag 18 maart 2027: gesprekken, een plan en een bezwaar', () => {
  beforeAll(() => wordt('2027-03-18'))

  test('GES-16, ESA-03: het verslag van het escalatiegesprek gaat naar de aanbieder, die akkoord gaat; dan is het definitief', async () => {
    const manager = await als(ZW.manager)
    const aanbieder = await als(ZW.aanbieder)
    await manager.goto(plek.gesprek)
    await houd(manager)
    await schrijf(manager, 'Bespreking', 'De aanbieder mist vaste begeleiders en stelt te weinig haalbare doelen.')
    await besluitInGesprek(manager, 'De aanbieder maakt een verbeterplan.')
    await actieInGesprek(manager, 'Stuurt het verbeterplan met per punt wie en wanneer', 'Annemiek Bruin', '1 apr 2027')
    await druk(manager, 'Verslag delen', 'Het verslag is gedeeld. De aanbieder krijgt bericht.')

    await aanbieder.goto(plek.gesprek)
    await aanbieder.getByRole('main').getByRole('link', { name: 'Verslag lezen' }).click()
    await kies(aanbieder, 'Klopt dit verslag?', 'Ja, akkoord')
    await druk(aanbieder, 'Reageren', 'Uw reactie is vastgelegd.')
    await manager.reload()
    await druk(manager, 'Definitief maken', 'Het verslag is definitief.')
    await neemPrent(manager, 'zw-2-verslag')
    await haalUitDossier(aanbieder, /^Verslag: Escalatiegesprek/, 'zw-2-verslag')
  })

  test('ESA-04, ESA-05, A4, A5: de brief van stap 1 noemt de tekortkoming, de verbeteringen en twee data', async () => {
    const [manager, beheerder, aanbieder] = [await als(ZW.manager), await als(ZW.beheerder), await als(ZW.aanbieder)]
    await manager.goto(plek.escalatie)
    await volg(manager, 'Gesprek vastleggen', 'Gesprek vastleggen')
    // the minutes are the record: nothing is typed again
    await druk(manager, 'Gesprek vastleggen', 'De stap is gezet.')
    await volg(manager, 'Verslag en brief sturen', 'Verslag en brief sturen')
    await vul(manager, {
      Tekortkoming: 'bij 61,5% van de cliënten in Zaanstad en Wormerland is het resultaat behaald; de norm is 65%.',
      'Besproken verbeteringen': 'haalbare doelen vanaf de start en een vaste begeleider per cliënt.',
      'Verbeterplan uiterlijk op': '1 apr 2027',
      'Verbeteringen gerealiseerd op': '14 jun 2027',
      'Gevolg als dit niet gebeurt': 'stap 3 volgt: verzuim en maatregelen volgens artikel 3.19.',
    })
    await druk(manager, 'Verslag en brief sturen', 'De brief is klaar. De stap gaat in als hij is verstuurd.')
    await verstuur(beheerder, plek.escalatie, 'Brief stap 1', 'zw-2-brief-stap-1')

    await aanbieder.goto(plek.escalatie)
    await volg(aanbieder, 'Brief stap 1', 'Brief stap 1')
    const brief = await lees(aanbieder)
    expect(brief).toContain('Uitkomst van ons gesprek: tekortkoming, verbeterplan en termijnen')
    expect(brief).toMatch(/Op 18 maart 2027 spraken wij met u/)
    expect(brief).toMatch(/uiterlijk op 1 april 2027 uw verbeterplan[^]*uiterlijk op 14 juni 2027 gerealiseerd/)
    await haalUitDossier(aanbieder, 'Brief stap 1', 'zw-2-brief-stap-1')
    await aanbieder.goto(plek.escalatie)
    await aanbieder.getByText('Verslag van het escalatiegesprek').click()
    await aanbieder.getByText('Besluit: De aanbieder maakt een verbeterplan.').waitFor()
    await aanbieder.getByRole('main').getByRole('link', { name: 'Verslag van het gesprek' }).first().click()
    expect(pad(aanbieder)).toBe(`${plek.gesprek}/verslag`)
  })

  test('ESA-09, ESA-11, ESA-12, A8, A11: de aanbieder dient het plan in, krijgt een punt terug, past het aan, en het plan is akkoord', async () => {
    const manager = await als(ZW.manager)
    const aanbieder = await als(ZW.aanbieder)
    await aanbieder.goto(plek.escalatie)
    await aanbieder
      .getByRole('main')
      .getByRole('link', { name: /^Verbeterplan VP-2027-\d+ openen$/ })
      .click()
    await aanbieder.getByRole('link', { name: 'Plan schrijven' }).waitFor()
    plek.plan = pad(aanbieder)
    await volg(aanbieder, 'Plan schrijven', 'Verbeterplan schrijven')
    await vulPunt(aanbieder, 'Nieuw punt 1', {
      Oorzaak: 'Doelen zijn bij de start te groot.',
      Maatregel: 'Elk ondersteuningsplan krijgt ten hoogste drie haalbare doelen.',
      Resultaat: 'Negen van tien nieuwe plannen hebben ten hoogste drie doelen.',
      Wie: 'Zorgcoördinator',
      'Wanneer klaar': '30 apr 2027',
    })
    // a draft is of the aanbieder alone
    await druk(aanbieder, 'Concept bewaren', 'Het concept is bewaard.')
    await manager.goto(plek.plan)
    expect(await lees(manager)).not.toContain('Doelen zijn bij de start te groot.')

    await aanbieder.getByRole('button', { name: 'Punt toevoegen' }).click()
    await vulPunt(aanbieder, 'Nieuw punt 2', {
      Oorzaak: 'Begeleiders wisselen te vaak.',
      Maatregel: 'Een vaste begeleider per cliënt.',
      Resultaat: 'Cliënten merken het.',
      Wie: 'Directeur',
      'Wanneer klaar': '31 mei 2027',
    })
    await druk(aanbieder, 'Indienen', 'Het verbeterplan is ontvangen.')
    // handed in: the case moved by itself (A8)
    await manager.goto(plek.escalatie)
    expect(await lees(manager)).toContain('verbeterplan beoordelen')

    await manager.goto(plek.plan)
    await volg(manager, 'Plan beoordelen', 'Verbeterplan beoordelen')
    await oordeel(manager, 1, 'Akkoord', 'Concreet en te meten.')
    await oordeel(manager, 2, 'Aanvullen', 'Noem een getal: bij hoeveel cliënten, en hoe wij dat zien.')
    await kies(manager, 'Oordeel over het hele plan', 'Aanvullen')
    await vul(manager, {
      'Reden bij het hele plan': 'Een van de twee punten is rond.',
      'Bij aanvullen: opnieuw indienen uiterlijk op': '25 mrt 2027',
    })
    await druk(manager, 'Oordeel geven', 'Het oordeel is vastgelegd.')

    await aanbieder.goto(plek.plan)
    await volg(aanbieder, 'Plan schrijven', 'Verbeterplan aanpassen')
    expect(await lees(aanbieder)).toMatch(/Aanvullen\. Noem een getal/)
    await vulPunt(aanbieder, 'Punt 2', { Resultaat: 'Negen van tien cliënten zien een half jaar dezelfde begeleider.' })
    await druk(aanbieder, 'Indienen', 'Het verbeterplan is ontvangen.')

    await manager.goto(plek.plan)
    await volg(manager, 'Plan beoordelen', 'Verbeterplan beoordelen')
    await oordeel(manager, 2, 'Akkoord', 'Nu is het te meten.')
    await kies(manager, 'Oordeel over het hele plan', 'Akkoord')
    await vul(manager, {
      'Reden bij het hele plan': 'Het plan past bij de ernst.',
      'Bij akkoord: alles gerealiseerd op': '14 jun 2027',
    })
    await druk(manager, 'Oordeel geven', 'Het oordeel is vastgelegd.')
    await neemPrent(manager, 'zw-2-verbeterplan')
    await manager.goto(plek.escalatie)
    expect(await lees(manager)).toContain('verbeterplan in uitvoering')
  })

  test('ESA-13, A18: een cliëntenstop geldt vanaf de dag in de brief, voor de gemeenten in de brief, en het antwoord op toewijzen is nee', async () => {
    const [manager, beheerder] = [await als(ZW.manager), await als(ZW.beheerder)]
    await manager.goto(plek.escalatie)
    await volg(manager, 'Cliëntenstop instellen', 'Cliëntenstop instellen')
    await manager.getByLabel('Cliëntenstop', { exact: true }).check()
    for (const gemeente of ['Zaanstad', 'Wormerland']) await manager.getByLabel(gemeente, { exact: true }).check()
    await vul(manager, {
      Ingangsdatum: '18 mrt 2027',
      Motivering: 'Eerst moeten de huidige cliënten resultaat halen.',
    })
    await druk(manager, 'Cliëntenstop instellen', 'De brief is klaar.')
    await verstuur(beheerder, plek.escalatie, 'Besluit cliëntenstop', 'zw-2-clientenstop')
    const team = await als('Noor Haddad')
    await team.goto('/escalaties')
    expect(await lees(team.getByRole('table', { name: 'Cliëntenstops die vandaag gelden' }))).toMatch(
      new RegExp(`${BLIK}\\s+Wormerland, Zaanstad|${BLIK}\\s+Zaanstad, Wormerland`),
    )
    const aanbieder = await als(ZW.aanbieder)
    await aanbieder.goto(plek.escalatie)
    await volg(aanbieder, 'Besluit cliëntenstop', 'Besluit cliëntenstop')
    expect(await lees(aanbieder)).toMatch(/cliëntenstop, gemeenten (Zaanstad, Wormerland|Wormerland, Zaanstad)\./)
  })

  test('ESB-12, ESB-14, B12: bezwaar op de vijfde werkdag is op tijd, en schort niet op als de maatregel verdere fraude voorkomt', async () => {
    const aanbieder = await als(SDFL.aanbieder)
    await aanbieder.goto(plek.fraude)
    await volg(aanbieder, 'Bezwaar van de aanbieder indienen', 'Bezwaar van de aanbieder indienen')
    await vul(aanbieder, { 'Bezwaren tegen de trede': 'Wij hebben zelf ingegrepen; trede 1 volstaat.' })
    await druk(aanbieder, 'Indienen', 'Wij hebben uw stuk ontvangen.')
    const manager = await als(SDFL.manager)
    await manager.goto(plek.fraude)
    const zaak = await lees(manager)
    expect(zaak).toMatch(/Gesprek op directieniveau: tot en met ma 5 apr 2027/)
    expect(zaak).not.toContain('Het bezwaar schort de maatregel op.')
    expect(zaak).not.toMatch(/besluit Carlijn Smeets/i)
    await volg(manager, 'Ontvangst van het bezwaar bevestigen', 'Ontvangst van het bezwaar bevestigen')
    await vul(manager, { 'Directiegesprek op': '18 mrt 2027' })
    await druk(manager, 'Ontvangst van het bezwaar bevestigen', 'De brief is klaar.')
    await verstuur(
      await als(SDFL.beheerder),
      plek.fraude,
      'Ontvangstbevestiging van het bezwaar',
      'sdfl-2-ontvangst-bezwaar',
    )
  })

  test('ESB-13, B14: na het gesprek op directieniveau stelt de contractmanager de uitkomst voor, en de directie besluit', async () => {
    const [manager, directie, aanbieder] = [
      await als(SDFL.manager),
      await als(SDFL.directie),
      await als(SDFL.aanbieder),
    ]
    await manager.goto(plek.fraude)
    await volg(manager, 'Uitkomst van het directiegesprek', 'Uitkomst van het directiegesprek')
    await manager
      .getByRole('group', { name: 'Waar gaat de zaak heen?' })
      .getByLabel(/^Trede 3 van kracht/)
      .check()
    await vul(manager, {
      Aanwezig: 'Directeur van de regio, bestuurder van de aanbieder, contractmanager',
      'Verslag en uitkomst':
        'De aanbieder greep in na de melding, niet ervoor. Trede 3 blijft; de termijn blijft 10 mei.',
      Motivering: 'Zelf ingrijpen neemt de ernst niet weg.',
    })
    await druk(manager, 'Voorstel doen', 'Uw voorstel ligt klaar voor een besluit.')
    await besluit(directie, plek.fraude, 'Wij handhaven de trede.')
    expect(await lees(directie)).toContain('trede 3 van kracht')
    await aanbieder.goto(plek.fraude)
    await aanbieder.getByText('Verslag van het directiegesprek').click()
    await aanbieder.getByText('De aanbieder greep in na de melding, niet ervoor.').waitFor()
  })

  test('TAF-11, TAF-14, TAF-15: wie er was en wat er is besloten; de aanbieder leest de terugkoppeling en zijn besluiten', async () => {
    const [manager, aanbieder] = [await als(ZW.manager), await als(ZW.aanbieder)]
    await manager.goto(plek.tafel)
    await volg(manager, 'Aanwezigheid vastleggen', 'Aanwezigheid vastleggen')
    const genodigden = manager.getByRole('group').filter({ has: manager.getByRole('radio') })
    for (const groep of await genodigden.all()) {
      await groep
        .getByLabel((await groep.innerText()).includes('Stichting Grenspaal') ? 'Afwezig zonder reden' : 'Aanwezig', {
          exact: true,
        })
        .check()
    }
    await druk(manager, 'Aanwezigheid vastleggen', 'De aanwezigheid is vastgelegd.')
    await vul(manager, { 'Wat is er besloten?': 'Elk ondersteuningsplan krijgt ten hoogste drie doelen.' })
    await druk(manager, 'Besluit vastleggen', 'Het besluit is vastgelegd.')
    expect(await lees(manager)).toMatch(/Partij: de gemeenten en (?!.*Grenspaal).*De Weidse Blik/)
    await volg(manager, 'Terugkoppeling versturen', 'Terugkoppeling versturen')
    expect(await lees(manager)).toContain('Naar 15 betrokken aanbieders, ook wie niet aan tafel zat.')
    await vul(manager, {
      'Wat is er besproken?': 'Kleine, haalbare doelen werken.\n\nWie een proef doet, deelt de uitkomst in het najaar.',
      'Andere belanghebbenden': 'Cliëntenraad <raad@clienten.example>',
    })
    await druk(manager, 'Terugkoppeling versturen', 'De terugkoppeling gaat naar alle betrokken aanbieders.')
    await neemPrent(manager, 'tafel-terugkoppeling')

    await aanbieder.goto('/overlegtafels?stand=alle')
    await volg(aanbieder, 'Resultaat halen met cliënten', 'Resultaat halen met cliënten')
    const gelezen = await lees(aanbieder)
    expect(gelezen).toContain('Wie een proef doet, deelt de uitkomst in het najaar.')
    expect(gelezen).toMatch(/ten hoogste drie doelen\.[^]*Uw organisatie was partij/)
    // who else sat at the table, or stayed away, is not for another aanbieder
    expect(gelezen).not.toContain('Grenspaal')
  })

  test('GES-16, GES-17: het verslag van het voortgangsgesprek wordt gedeeld en krijgt een opmerking van de aanbieder', async () => {
    const [manager, aanbieder] = [await als(SDFL.manager), await als(SDFL.aanbieder)]
    await manager.goto(plek.voortgang)
    await houd(manager)
    await schrijf(manager, 'Ontwikkelingen in cijfers', 'De wachttijd in Zilverhaven is negen weken.')
    // an action has an owner and a day, or it is none
    await vul(manager, { 'Wat gebeurt er?': 'Stuurt elke maand de wachttijd per gemeente' })
    await kies(manager, 'Wie doet het?', 'De aanbieder')
    verwacht = /422/
    await druk(manager, 'Actie vastleggen', /klop(t|pen) nog niet/)
    await actieInGesprek(manager, 'Stuurt elke maand de wachttijd per gemeente', 'Carlijn Smeets', '1 mei 2027')
    await druk(manager, 'Verslag delen', 'Het verslag is gedeeld. De aanbieder krijgt bericht.')
    // while the aanbieder can react it is not final
    expect(await manager.getByRole('button', { name: 'Definitief maken' }).count()).toBe(0)

    await aanbieder.goto(plek.voortgang)
    await aanbieder.getByRole('main').getByRole('link', { name: 'Verslag lezen' }).click()
    await kies(aanbieder, 'Klopt dit verslag?', 'Nee, er moet iets anders')
    await vul(aanbieder, { Opmerking: 'De wachttijd in Zilverhaven is acht weken.' })
    await druk(aanbieder, 'Reageren', 'Uw reactie is vastgelegd.')
    await manager.reload()
    expect(await lees(manager)).toContain('Er staat een opmerking open.')
    expect(await manager.getByRole('button', { name: 'Definitief maken' }).count()).toBe(0)
  })
})

describe('maandag 14 juni 2027: niet gerealiseerd, niet hersteld', () => {
  beforeAll(() => wordt('2027-06-14'))

  test('GES-17: de opmerking is verwerkt, het verslag is definitief en ligt als PDF in het dossier van de aanbieder', async () => {
    const [manager, aanbieder] = [await als(SDFL.manager), await als(SDFL.aanbieder)]
    await manager.goto(`${plek.voortgang}/verslag`)
    await schrijf(manager, 'Ontwikkelingen in cijfers', 'De wachttijd in Zilverhaven is acht weken.')
    await vul(manager, { 'Wat is ermee gedaan?': 'Acht weken klopt; het verslag is aangepast.' })
    await druk(manager, 'Vastleggen', 'Vastgelegd wat er met de opmerking is gedaan.')
    await druk(manager, 'Definitief maken', 'Het verslag is definitief.')
    await neemPrent(manager, 'sdfl-3-verslag')
    await aanbieder.goto(`${plek.voortgang}/verslag`)
    expect(await lees(aanbieder)).toMatch(/acht weken\.[^]*Opmerking van Carlijn Smeets[^]*Acht weken klopt/)
    await haalUitDossier(aanbieder, /^Verslag: Contractvoortgangsgesprek/, 'sdfl-3-verslag')
  })

  test('ESA-16, A13: de aanbieder rapporteert per punt wat is gerealiseerd, en deelt mee wat er niet komt', async () => {
    const aanbieder = await als(ZW.aanbieder)
    await aanbieder.goto(plek.plan)
    await volg(aanbieder, 'Realisatie melden', 'Realisatie melden')
    await meld(aanbieder, 1, 'Alle nieuwe plannen hebben ten hoogste drie doelen.', 'Steekproef van mei, 20 plannen.')
    await meld(aanbieder, 2, 'Bij vier van tien cliënten lukt een vaste begeleider.', '')
    await druk(aanbieder, 'Melden', 'De melding is ontvangen.')
    await aanbieder.goto(plek.escalatie)
    expect(await lees(aanbieder)).toContain('realisatie beoordelen')
    const mededeling = 'Mededeling dat een verbetering niet komt indienen'
    await volg(aanbieder, mededeling, mededeling)
    await vul(aanbieder, { 'Wat de aanbieder meedeelt': 'Een vaste begeleider voor elke cliënt lukt dit jaar niet.' })
    await druk(aanbieder, 'Indienen', 'Wij hebben uw stuk ontvangen.')
  })

  test('ESA-17, ESA-18, A17: een verbetering is niet gerealiseerd; op voorstel van de een en besluit van een ander is de aanbieder in verzuim', async () => {
    const [manager, eigenaar] = [await als(ZW.manager), await als(ZW.eigenaar)]
    await manager.goto(plek.plan)
    await volg(manager, 'Realisatie beoordelen', 'Realisatie beoordelen')
    await oordeel(manager, 1, 'Gerealiseerd', 'Gezien in de steekproef.')
    await oordeel(manager, 2, 'Niet gerealiseerd', 'Vier van tien is geen negen van tien.')
    await druk(manager, 'Oordeel geven', 'Het oordeel over de realisatie is vastgelegd.')
    await volg(manager, 'Plan afsluiten', 'Verbeterplan afsluiten')
    await kies(manager, 'Hoe eindigt het plan?', 'Niet gerealiseerd')
    await vul(manager, { Reden: 'Het belangrijkste punt is niet gerealiseerd.' })
    await druk(manager, 'Plan afsluiten', 'Het verbeterplan is gesloten.')
    await neemPrent(manager, 'zw-3-verbeterplan')

    await manager.goto(plek.escalatie)
    await volg(manager, 'Naar stap 3: niet gerealiseerd', 'Naar stap 3: niet gerealiseerd')
    await kies(manager, 'Op welke grond?', 'Een of meer verbeteringen zijn niet gerealiseerd zoals afgesproken')
    await vul(manager, { Motivering: 'De aanbieder deelt zelf mee dat de verbetering niet komt.' })
    await druk(manager, 'Voorstel doen', 'Uw voorstel ligt klaar voor een besluit.')
    await besluit(eigenaar, plek.escalatie, 'Het verzuim staat vast.')
    expect(await lees(eigenaar)).toMatch(/stap 3 van 3: in verzuim/i)
  })

  test('ESA-18, ROL-13, A20: een maatregel met mandaat, in een brief die haar noemt; de aanbieder leest hem en geeft zijn zienswijze', async () => {
    const [manager, eigenaar, aanbieder] = [await als(ZW.manager), await als(ZW.eigenaar), await als(ZW.aanbieder)]
    await manager.goto(plek.escalatie)
    await volg(manager, 'Maatregel opleggen', 'Maatregel opleggen')
    await kies(manager, 'Op welke grond?', 'Artikel 3.19.1: bijstellen, terugvorderen, korten of opzeggen')
    await manager.getByLabel('Tijdelijke korting van 5%', { exact: true }).check()
    await vul(manager, {
      'Geschatte opbrengst': '4.250,00',
      Tekortkoming: 'van twee afgesproken verbeteringen is er een niet gerealiseerd.',
      'De maatregel en wat u moet doen': 'Wij korten uw tarief met 5% van 1 juli tot en met 31 december 2027.',
      Motivering: 'Een lichtere maatregel bracht geen verbetering.',
    })
    await druk(manager, 'Voorstel doen', 'Uw voorstel ligt klaar voor een besluit.')
    // a mandate for each measure: who has none reads who has
    await eigenaar.goto(plek.escalatie)
    await kies(eigenaar, 'Uw besluit', 'Akkoord')
    verwacht = /403/
    await druk(eigenaar, 'Besluit vastleggen', /heeft u hier geen mandaat\. Dat heeft: directie\./)
    await besluit(await als(ZW.directie), plek.escalatie, 'Evenredig.')
    await verstuur(await als(ZW.beheerder), plek.escalatie, 'Brief verzuim en maatregel', 'zw-3-verzuim')
    await aanbieder.goto(plek.escalatie)
    await volg(aanbieder, 'Brief verzuim en maatregel', 'Brief verzuim en maatregel')
    expect(await lees(aanbieder)).toMatch(/tijdelijke korting van 5%, geschatte opbrengst € 4\.250,00\./)
    await haalUitDossier(aanbieder, 'Brief verzuim en maatregel', 'zw-3-verzuim')
    // ESA-19: a view, which holds nothing up
    await aanbieder.goto(plek.escalatie)
    await volg(aanbieder, 'Zienswijze van de aanbieder indienen', 'Zienswijze van de aanbieder indienen')
    await vul(aanbieder, { Zienswijze: 'Wij vinden de korting te hoog.' })
    await druk(aanbieder, 'Indienen', 'Wij hebben uw stuk ontvangen.')
    expect(await lees(aanbieder)).toContain('maatregel loopt')
  })

  test('ESA-13, A18, A21: de cliëntenstop wordt opgeheven en de zaak afgerond, met wat ervan is geleerd; beide kanten zien het', async () => {
    const [manager, eigenaar, aanbieder, team] = [
      await als(ZW.manager),
      await als(ZW.eigenaar),
      await als(ZW.aanbieder),
      await als('Noor Haddad'),
    ]
    await manager.goto(plek.escalatie)
    await volg(manager, 'Cliëntenstop opheffen', 'Cliëntenstop opheffen')
    await vul(manager, { 'Opgeheven per': '14 jun 2027', Motivering: 'Huidige cliënten hebben een vaste begeleider.' })
    await druk(manager, 'Cliëntenstop opheffen', 'De brief is klaar.')
    await verstuur(await als(ZW.beheerder), plek.escalatie, 'Besluit opheffen cliëntenstop', 'zw-3-stop-opgeheven')
    await team.goto('/escalaties')
    expect(await lees(team)).not.toContain(`${BLIK} Zaanstad`)
    await aanbieder.goto(plek.escalatie)
    await volg(aanbieder, 'Besluit opheffen cliëntenstop', 'Besluit opheffen cliëntenstop')
    expect(await lees(aanbieder)).toContain('Vanaf die dag kunnen wij u weer cliënten toewijzen.')

    await manager.goto(plek.escalatie)
    await volg(manager, 'Zaak afronden', 'Zaak afronden')
    await kies(manager, 'Op welke grond?', 'De maatregel is voltooid')
    await vul(manager, {
      'Hoe de zaak eindigde': 'De korting loopt tot en met 31 december en is met de aanbieder verrekend.',
      'Wat we hiervan leren': 'Vraag bij de start al naar vaste begeleiders.',
    })
    await druk(manager, 'Voorstel doen', 'Uw voorstel ligt klaar voor een besluit.')
    await besluit(eigenaar, plek.escalatie, 'Akkoord met afronden.')
    expect(await lees(eigenaar)).toMatch(/Gesloten: [^]*Geleerd: Vraag bij de start al naar vaste begeleiders\./)
    await neemPrent(eigenaar, 'zw-3-gesloten')
    await aanbieder.goto(plek.escalatie)
    expect(await lees(aanbieder)).toMatch(/Gesloten: [^]*Geleerd: Vraag bij de start al naar vaste begeleiders\./)
    expect(
      await aanbieder
        .getByRole('main')
        .getByRole('link', { name: /indienen$/ })
        .count(),
    ).toBe(0)
  })

  test('ESB-10, ESB-17, FRM-11, B10, B11: trede 6 vraagt bewijs, en een boete boven 5% van de regionale omzet wordt geweigerd', async () => {
    const [manager, eigenaar, aanbieder] = [
      await als(SDFL.manager),
      await als(SDFL.eigenaar),
      await als(SDFL.aanbieder),
    ]
    await manager.goto(plek.fraude)
    await volg(manager, 'Hogere trede voorstellen', 'Hogere trede voorstellen')
    await kiesDoel(manager, 'Financiële sancties')
    await vul(manager, { Motivering: 'De termijn is voorbij en er is niets terugbetaald.' })
    verwacht = /422/
    await druk(manager, 'Hogere trede voorstellen', /Er ligt geen bewijsstuk/)
    // the refusal says where, and leads there
    const soort = 'Fraude: declareren van niet geleverde zorg'
    await volg(manager, soort, `${soort} vastleggen`)
    await vul(manager, {
      Feiten: 'In vijf van twintig dossiers zijn 64 uur gedeclareerd op dagen zonder afspraak.',
      'Waaruit opzet blijkt': 'De uren zijn achteraf toegevoegd, op dezelfde avond.',
      'Financieel gewin': 'Ongeveer 5.760 euro.',
      'Wat dit stuk aantoont': 'Bewust declareren van hulp die niet is geleverd.',
    })
    await kies(manager, 'Vastgesteld door', 'afgerond eigen onderzoek met wederhoor')
    await druk(manager, 'Vastleggen', 'Het stuk is vastgelegd.')
    await volg(manager, 'Hogere trede voorstellen', 'Hogere trede voorstellen')
    await kiesDoel(manager, 'Financiële sancties')
    await manager.getByText('Erbij: motivering van overgeslagen treden').click()
    await vul(manager, {
      'Welke treden, en waarom de ernst dat vraagt':
        'Trede 4 en 5: er valt niets op te schorten en cliënten zijn veilig.',
      Motivering: 'De termijn is voorbij en er is niets terugbetaald.',
    })
    await druk(manager, 'Hogere trede voorstellen', 'De stap is gezet.')

    await volg(manager, 'Boete opleggen', 'Boete opleggen')
    const boete = manager.getByRole('textbox', { name: 'Bedrag' }).first()
    await manager.getByLabel('Boete', { exact: true }).check()
    await boete.fill('999.999.999,00')
    await kies(
      manager,
      'Noodzakelijk voor veiligheid, of om verdere fraude te voorkomen',
      'niet noodzakelijk voor de veiligheid van cliënten of om verdere fraude te voorkomen; een tijdig bezwaar schort haar op',
    )
    await vul(manager, {
      'Waarom deze trede, en waarom een lichtere niet volstaat': 'Terugbetalen alleen doet geen recht aan het bedrog.',
      'Waarom dat zo is': 'De aanbieder declareert inmiddels onder toezicht.',
      Tekortkoming: '64 uur gedeclareerd zonder dat hulp is geleverd.',
      'Berekening van de boete': '5% van de regionale omzet van 2026.',
      Motivering: 'De hoogte past bij de ernst.',
    })
    verwacht = /422/
    await druk(manager, 'Voorstel doen', /De boete is hoger dan 5% van de regionale omzet/)
    const hoogste = /Ten hoogste kan €\s([\d.]+,\d\d)\./.exec(await lees(manager))![1]!
    const cent = Number(hoogste.replace(/\D/g, ''))
    const euro = (cent: number) => `${String(Math.trunc(cent / 100))},${String(cent % 100).padStart(2, '0')}`
    await boete.fill(euro(cent + 1))
    await druk(manager, 'Voorstel doen', `Ten hoogste kan`)
    await boete.fill(euro(cent))
    await druk(manager, 'Voorstel doen', 'Uw voorstel ligt klaar voor een besluit.')
    await besluit(eigenaar, plek.fraude, 'Evenredig.')
    await verstuur(await als(SDFL.beheerder), plek.fraude, 'Boetebesluit', 'sdfl-3-boetebesluit')
    await aanbieder.goto(plek.fraude)
    await volg(aanbieder, 'Boetebesluit', 'Boetebesluit')
    expect(await lees(aanbieder)).toContain(`De maatregel: boete, bedrag € ${hoogste}.`)
    await haalUitDossier(aanbieder, 'Boetebesluit', 'sdfl-3-boetebesluit')
  })
})
