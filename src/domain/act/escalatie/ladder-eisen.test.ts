import { describe, expect, test } from 'vitest'
import { dag, flevoland, nieuwStuk, op, speel, volledigeZet, zw, type Beurt } from '../../../../test/escalatie.ts'
import { leesMeegeleverd } from './begin-ladderconcept.ts'
import { doeBesluit, doeStap, doeVerzending, takenVan } from './doe.ts'
import { gronden } from './gronden.ts'
import { deelVan, type Ladder } from './ladder.ts'
import { toetsStuk, toetsZet, veldenVan } from './toets.ts'
import { nieuweZaak, type Zaak, type Zet } from './zaak.ts'

const D = '2026-11-02'
const NA = '2027-03-01'
const zinnen = (ladder: Ladder, zaak: Zaak, code: string, eigen: Partial<Zet> = {}, datum = D) =>
  toetsZet(ladder, zaak, volledigeZet(ladder, zaak, code, dag(datum), eigen), op(dag(datum))).map(({ zin }) => zin)
const kan = (ladder: Ladder, zaak: Zaak) =>
  ladder.overgangen.filter(({ van }) => van.includes(zaak.toestand ?? '')).map(({ code }) => code)
/** Where each way up leads, with the ground it rests on. */
const naarStap3 = (zaak: Zaak) =>
  zw.ladder.overgangen
    .filter(({ van, naar }) => van.includes(zaak.toestand!) && naar.includes('S3.verzuim'))
    .flatMap(({ gronden }) => gronden.map(({ grond }) => grond))

describe('de ladder van Zaanstreek-Waterland, eis voor eis', () => {
  const { ladder } = zw
  const S1: Beurt[] = ['A1', 'A4']
  const S2: Beurt[] = [...S1, 'A5']
  const beoordelen: Beurt[] = [...S2, 'A8']
  const uitvoering: Beurt[] = [...beoordelen, 'A11']
  const eind: Beurt[] = [...uitvoering, 'A13']
  const verzuim: Beurt[] = [...S1, 'A6']

  test('ESA-01: een zaak begint bij een KPI, een prestatieafspraak of een andere afspraak, en alleen als iemand dat besluit', () => {
    for (const grond of ['kpi', 'prestatieafspraak', 'andere-afspraak'] as const) {
      expect(speel(ladder, [['A1', D, { grond }]]).toestand).toBe('S1.gesprek-gepland')
    }
    expect(zinnen(ladder, nieuweZaak, 'A1', { grond: undefined }).join()).toMatch(/Kies de grond/)
    expect(zinnen(ladder, nieuweZaak, 'A1', { grond: 'houding' }).join()).toMatch(/Kies de grond/)
    expect(zinnen(ladder, nieuweZaak, 'A1', { motivering: '' }).join()).toMatch(/Schrijf op waarom/)
  })

  test('ESA-03: het verslag noemt afspraken, acties en termijnen, en de aanbieder leest het', () => {
    const verslag = deelVan(ladder, 'stukken', 'verslag')
    expect(verslag.velden).toMatchObject([{ naam: 'Afspraken, acties en termijnen', verplicht: true }])
    expect(verslag).toMatchObject({ van: 'opdrachtgever', delen: true })
    const leeg = { soort: 'verslag', datum: dag(D), velden: { afspraken: ' ' } }
    expect(zinnen(ladder, speel(ladder, S1), 'A5', { stukken: [leeg] }).join()).toMatch(
      /afspraken, acties en termijnen/i,
    )
    // as soon as possible: our own term to strive for runs from the meeting
    const zaak = speel(ladder, S1)
    expect(zaak.termijnen.find(({ code }) => code === 'verslag')).toMatchObject({
      einddatum: dag('2026-11-09'),
      klaar: null,
    })
    expect(speel(ladder, ['A5'], zaak).termijnen.find(({ code }) => code === 'verslag')!.klaar).toEqual(dag(D))
  })

  test('ESA-04: met het verslag gaat een brief mee met de tekortkoming en de besproken verbeteringen', () => {
    const zaak = speel(ladder, S2)
    expect(zaak.brieven.map(({ soort }) => soort)).toEqual(['D25'])
    const { velden, alineas } = deelVan(ladder, 'brieven', 'D25')
    for (const code of ['tekortkoming', 'verbeteringen']) {
      expect(velden.find((veld) => veld.code === code)!.verplicht).toBe(true)
      expect(alineas.join()).toContain(`{${code}}`)
      const rest = Object.fromEntries(
        Object.entries(volledigeZet(ladder, speel(ladder, S1), 'A5', dag(D)).velden).filter(([veld]) => veld !== code),
      )
      expect(zinnen(ladder, speel(ladder, S1), 'A5', { velden: rest })).toHaveLength(1)
    }
    expect(alineas[0]).toMatch(/Het verslag gaat met deze brief mee/)
  })

  test('ESA-06, ESA-07: van stap 1 direct naar stap 3 alleen na het gesprek, op een van twee gronden, met motivering, verslag en besluit', () => {
    expect(kan(ladder, speel(ladder, ['A1']))).not.toContain('A6')
    expect(naarStap3(speel(ladder, S1)).toSorted()).toEqual(['blijvend-onmogelijk', 'houding'])
    for (const [code, grond, anders] of [
      ['A6', 'houding', 'blijvend-onmogelijk'],
      ['A7', 'blijvend-onmogelijk', 'houding'],
    ] as const) {
      const zaak = speel(ladder, S1)
      expect(zinnen(ladder, zaak, code, { motivering: '' })).toHaveLength(1)
      expect(zinnen(ladder, zaak, code, { stukken: [] }).join()).toMatch(/verslag/)
      expect(zinnen(ladder, zaak, code, { grond: anders })).toHaveLength(1)
      const uit = doeStap(ladder, zaak, volledigeZet(ladder, zaak, code, dag(D)), zw.taken, op(dag(D)))
      expect(uit).toMatchObject({ gezet: false, zaak: { open: { stand: 'voorgesteld' } } })
      expect(speel(ladder, [...S1, code])).toMatchObject({
        toestand: 'S3.verzuim',
        stappen: [{}, {}, { grond, beslotenDoor: 'eigenaar' }],
      })
    }
  })

  test('ESA-11: het plan wordt beoordeeld op aard en ernst van het tekortschieten, door wie mandaat heeft', () => {
    const [oordeel] = deelVan(ladder, 'stukken', 'beoordeling').velden
    expect(oordeel).toMatchObject({ verplicht: true, hulp: 'Past het bij de aard en ernst van het tekortschieten?' })
    const zaak = speel(ladder, beoordelen)
    expect(zinnen(ladder, zaak, 'A11', { stukken: [] }).join()).toMatch(/beoordeling/)
    const zet = volledigeZet(ladder, zaak, 'A11', dag(D))
    expect(doeStap(ladder, zaak, zet, new Set(), op(dag(D)))).toMatchObject({ gebreken: [{ soort: 'mandaat' }] })
    // the judgement of an earlier round does not count for the next
    const later = speel(ladder, [...eind])
    expect(zinnen(ladder, later, 'A16', { stukken: [] }).join()).toMatch(/beoordeling/)
  })

  test('ESA-15, ESA-17: van stap 2 naar stap 3 op zes gronden en geen andere, elk in haar eigen toestand', () => {
    expect(naarStap3(speel(ladder, S2))).toEqual(['plan-niet-ontvangen'])
    expect(naarStap3(speel(ladder, beoordelen))).toEqual(['plan-onvoldoende'])
    expect(naarStap3(speel(ladder, uitvoering)).toSorted()).toEqual(['niet-gerapporteerd', 'uitvoering-onvoldoende'])
    expect(naarStap3(speel(ladder, eind)).toSorted()).toEqual([
      'resultaat-onvoldoende',
      'verbetering-niet-gerealiseerd',
    ])
    // (iv) and (vi) wait for their term
    expect(zinnen(ladder, speel(ladder, S2), 'A10').join()).toMatch(/Dit kan vanaf/)
    expect(zinnen(ladder, speel(ladder, S2), 'A10', {}, NA)).toEqual([])
    expect(zinnen(ladder, speel(ladder, uitvoering), 'A14').join()).toMatch(/Dit kan vanaf/)
    expect(zinnen(ladder, speel(ladder, uitvoering), 'A14', {}, NA)).toEqual([])
  })

  test('ESA-16: de realisatietermijn loopt door na het plan; daarna rapporteert de aanbieder zelf wat is gerealiseerd', () => {
    const zaak = speel(ladder, uitvoering)
    expect(zaak.termijnen.filter(({ klaar }) => klaar === null).map(({ code }) => code)).toEqual(['realisatie'])
    const stuk = nieuwStuk(ladder, 'realisatierapportage', dag(D))
    expect(toetsStuk(ladder, stuk, 'aanbieder', dag(D))).toEqual([])
    expect(deelVan(ladder, 'overgangen', 'A13').wie).not.toBe('opdrachtgever')
    expect(zinnen(ladder, zaak, 'A13', { stukken: [] }).join()).toMatch(
      /rapportage over de gerealiseerde verbeteringen/i,
    )
    expect(speel(ladder, ['A13'], zaak).toestand).toBe('S2.eindbeoordeling')
  })

  test('ESA-18: in verzuim gelden artikel 3.19.1 tot en met 3.19.5, de inkoopvoorwaarden en de wet; een maatregel rust op een ervan', () => {
    const verwacht = ['art-3.19.1', 'art-3.19.2', 'art-3.19.3', 'art-3.19.4', 'art-3.19.5', 'inkoopvoorwaarden', 'wet']
    const kansen = deelVan(ladder, 'overgangen', 'A20').gronden.map(({ grond }) => grond)
    expect(kansen).toEqual(verwacht)
    for (const grond of kansen) expect(zinnen(ladder, speel(ladder, verzuim), 'A20', { grond })).toEqual([])
    expect(zinnen(ladder, speel(ladder, verzuim), 'A20', { grond: undefined }).join()).toMatch(/Kies de grond/)
    expect(deelVan(ladder, 'stappen', '3').uitleg).toMatch(/toerekenbaar.*verzuim.*3\.19\.1 tot en met 3\.19\.5/)
  })

  test('ESA-19: een zienswijze kan in elke toestand en houdt niets tegen; een bezwaar bestaat hier niet', () => {
    const stuk = nieuwStuk(ladder, 'zienswijze', dag(D))
    expect(toetsStuk(ladder, stuk, 'aanbieder', dag(D))).toEqual([])
    const zonder = speel(ladder, verzuim)
    const met = { ...zonder, stukken: [...zonder.stukken, { ...stuk, beurt: zonder.beurt }] }
    expect(speel(ladder, ['A20'], met)).toMatchObject({ toestand: 'S3.maatregel', schorsingen: [] })
    expect(ladder.overgangen.filter(({ schorst }) => schorst !== null)).toEqual([])
    expect(ladder.toestanden.filter(({ soort }) => soort === 'bezwaar')).toEqual([])
    expect(ladder.overgangen.filter(({ stukken }) => stukken.includes('zienswijze'))).toEqual([])
  })

  test('ESA-20: opgelost sluiten kan alleen na de rapportage, met een oordeel dat alles is gerealiseerd', () => {
    const opgelost = ladder.overgangen.filter(({ naar }) => naar.includes('GESLOTEN.opgelost'))
    expect(opgelost.map(({ code, van }) => [code, van])).toEqual([['A16', ['S2.eindbeoordeling']]])
    expect(speel(ladder, [...eind, 'A16'])).toMatchObject({ toestand: 'GESLOTEN.opgelost' })
    expect(speel(ladder, [...eind, 'A16']).termijnen.filter(({ klaar }) => klaar === null)).toEqual([])
    expect(zinnen(ladder, speel(ladder, uitvoering), 'A16').join()).toMatch(/kan niet vanuit/)
  })
})

describe('de ladder van Flevoland, eis voor eis', () => {
  const { ladder } = flevoland
  const naarTrede = (n: number): Beurt[] => ['B1', ['B3', D, { doel: `TREDE-${String(n)}.voorstel` }]]

  test('ESB-01: het onderzoek begint bij een tekortkoming in kwaliteit, continuïteit, rechtmatigheid of tijdigheid', () => {
    const opening = ladder.overgangen.filter(({ van }) => van.length === 0)
    expect(opening.map(({ code, gronden }) => [code, gronden.map(({ grond }) => grond)])).toEqual([
      ['B1', ['kwaliteit', 'continuiteit', 'rechtmatigheid', 'tijdigheid']],
    ])
    for (const { grond } of opening[0]!.gronden) {
      expect(gronden[grond]).toMatch(/^Tekortkoming in de /)
      expect(speel(ladder, [['B1', D, { grond }]]).toestand).toBe('ONDERZOEK')
    }
  })

  test('ESB-02: elke trede vanaf 3 gaat pas in met een motivering van evenredigheid, die voor elke trede nieuw is', () => {
    const vanaf3 = ladder.overgangen.filter(
      ({ naar }) => typeof naar !== 'string' && naar.some((code) => /^TREDE-[3-7]\.actief$/.test(code)),
    )
    const ingaan = vanaf3.filter(({ van }) => van.every((code) => code.endsWith('.voorstel')))
    expect(ingaan.map(({ code }) => code)).toEqual([
      'B8',
      'B11-4',
      'B11-5a',
      'B11-5b',
      'B11-6a',
      'B11-6b',
      'B11-7a',
      'B11-7b',
    ])
    for (const { code, stukken, van } of ingaan) {
      expect(stukken, code).toContain('evenredigheid')
      const n = Number(/TREDE-(\d)/.exec(van[0]!)![1])
      expect(zinnen(ladder, speel(ladder, naarTrede(n)), code, { stukken: [] }).join(), code).toMatch(/evenredigheid/)
    }
    expect(deelVan(ladder, 'stukken', 'evenredigheid').eenmalig).toBe(true)
  })

  test('ESB-03: naar geen enkele trede zonder onderzoek en wederhoor; alleen acuut gevaar gaat eerst', () => {
    for (let n = 1; n <= 7; n++) {
      const doel = `TREDE-${String(n)}.voorstel`
      for (const mist of ['onderzoek', 'wederhoor']) {
        const er = ['onderzoek', 'wederhoor', 'overslaan', 'M2'].filter((soort) => soort !== mist)
        const stukken = er.map((soort) => nieuwStuk(ladder, soort, dag(D)))
        expect(zinnen(ladder, speel(ladder, ['B1']), 'B3', { doel, stukken }).join(), `${doel} ${mist}`).toMatch(
          new RegExp(mist),
        )
      }
    }
    const velden = deelVan(ladder, 'stukken', 'wederhoor').velden
    expect(velden.some(({ verplicht }) => verplicht)).toBe(true)
    const zonder = ladder.overgangen.filter(
      ({ van, naar, stukken }) =>
        van.includes('ONDERZOEK') &&
        typeof naar !== 'string' &&
        naar.some((code) => code.startsWith('TREDE')) &&
        !stukken.includes('wederhoor'),
    )
    expect(zonder.map(({ code }) => code)).toEqual(['AMB-37'])
  })

  test('ESB-04: hoger instappen kan met een motivering; waar en waarom staan bij de zaak', () => {
    const zaak = speel(ladder, ['B1'])
    const eerst = ['onderzoek', 'wederhoor'].map((soort) => nieuwStuk(ladder, soort, dag(D)))
    const op4 = { doel: 'TREDE-4.voorstel', stukken: eerst }
    expect(zinnen(ladder, zaak, 'B3', op4).join()).toMatch(/treden overgeslagen/)
    const met = { ...op4, stukken: [...eerst, nieuwStuk(ladder, 'overslaan', dag(D))] }
    expect(zinnen(ladder, zaak, 'B3', met)).toEqual([])
    const ingeschaald = speel(ladder, [['B3', D, met]], zaak)
    expect(ingeschaald.stappen.at(-1)).toMatchObject({ van: 'ONDERZOEK', naar: 'TREDE-4.voorstel' })
    expect(ingeschaald.stukken.map(({ soort }) => soort)).toContain('overslaan')
    // the lowest rung skips nothing
    expect(zinnen(ladder, zaak, 'B3', { doel: 'TREDE-1.voorstel', stukken: eerst })).toEqual([])
  })

  test('ESB-06: het verbeterplan noemt tekortkomingen, oplossingen en termijnen; zonder een ervan is het geen plan', () => {
    const velden = deelVan(ladder, 'stukken', 'verbeterplan').velden
    expect(velden.map(({ naam, verplicht }) => [naam, verplicht])).toEqual([
      ['Tekortkomingen', true],
      ['Oplossingen', true],
      ['Termijnen', true],
    ])
    const plan = nieuwStuk(ladder, 'verbeterplan', dag(D))
    expect(toetsStuk(ladder, plan, 'aanbieder', dag(D))).toEqual([])
    for (const { code } of velden) {
      expect(
        toetsStuk(ladder, { ...plan, velden: { ...plan.velden, [code]: ' ' } }, 'aanbieder', dag(D)),
        code,
      ).toHaveLength(1)
    }
  })

  test('ESB-07: de ingebrekestelling gaat aangetekend met nummer en dag, en noemt tekortkoming, hersteltermijn en gevolgen', () => {
    const brief = deelVan(ladder, 'brieven', 'D28')
    expect(brief.aangetekend).toBe(true)
    for (const code of ['tekortkoming', 'hersteldatum', 'gevolgen']) {
      expect(brief.velden.find((veld) => veld.code === code)?.verplicht, code).toBe(true)
      expect(brief.alineas.join(), code).toContain(`{${code}}`)
    }
    const zaak = speel(ladder, [...naarTrede(3), 'B8'])
    // sent on Monday, received a working day later: from there the recovery term runs
    expect(zaak.brieven.at(-1)).toMatchObject({ soort: 'D28', verzonden: dag(D), ontvangen: dag('2026-11-03') })
    expect(zaak.termijnen.find(({ code }) => code === 'herstel')!.start).toEqual(dag('2026-11-03'))
  })

  test('ESB-09: trede 5 is een cliëntenstop, of een opdracht tot overdracht, of beide; met bewijs van het risico', () => {
    expect(deelVan(ladder, 'overgangen', 'B11-5a').maatregelen.start).toEqual(['clientenstop'])
    expect(deelVan(ladder, 'overgangen', 'B11-5b').maatregelen.start.toSorted()).toEqual([
      'clientenstop',
      'overdracht-clienten',
    ])
    const zaak = speel(ladder, naarTrede(5))
    const maatregelen = volledigeZet(ladder, zaak, 'B11-5a', dag(D)).maatregelen
    const evenredigheid = [nieuwStuk(ladder, 'evenredigheid', dag(D))]
    expect(zinnen(ladder, zaak, 'B11-5a', { stukken: evenredigheid }).join()).toMatch(/geen bewijsstuk/)
    expect(speel(ladder, ['B11-5a'], zaak).maatregelen).toMatchObject([
      { soort: 'clientenstop', begin: dag(D), einde: null },
    ])
    const beide = [
      ...maatregelen,
      ...volledigeZet(ladder, zaak, 'B11-5b', dag(D)).maatregelen.map((een) => ({
        ...een,
        soort: 'overdracht-clienten',
      })),
    ]
    expect(speel(ladder, [['B11-5b', D, { maatregelen: beide }]], zaak).maatregelen.map(({ soort }) => soort)).toEqual([
      'clientenstop',
      'overdracht-clienten',
    ])
  })

  test('ESB-11: trede 7 is niet verlengen of ontbinden, beide na een voorstel en een besluit met mandaat', () => {
    const zaak = speel(ladder, naarTrede(7))
    for (const [code, soort] of [
      ['B11-7a', 'niet-verlengen'],
      ['B11-7b', 'ontbinding'],
    ] as const) {
      expect(deelVan(ladder, 'overgangen', code)).toMatchObject({
        voorstel: true,
        brief: 'D34',
        maatregelen: { start: [soort], minstens: 1 },
      })
      expect(takenVan(ladder, volledigeZet(ladder, zaak, code, dag(D)))).toContain('ontbinding')
      expect(speel(ladder, [code], zaak)).toMatchObject({ toestand: 'TREDE-7.actief', maatregelen: [{ soort }] })
    }
  })

  test('ESB-13, STM-11: een bezwaar is ontvangen, op tijd of te laat, krijgt een directiegesprek binnen tien werkdagen, en een uitkomst', () => {
    const actief = speel(ladder, [...naarTrede(3), 'B8'])
    // on time: it stands as an objection and the term of the meeting runs from receipt
    const bezwaar = speel(ladder, [['B12-3', '2026-11-09']], actief)
    expect(bezwaar.toestand).toBe('TREDE-3.bezwaar')
    expect(bezwaar.termijnen.find(({ code }) => code === 'directiegesprek')).toMatchObject({
      start: dag('2026-11-09'),
      einddatum: dag('2026-11-23'),
    })
    // planned: the receipt is confirmed with a letter; held and outcome: minutes, and a decision by the directie
    const bevestigd = speel(ladder, [['D35', '2026-11-10']], bezwaar)
    expect(bevestigd.brieven.at(-1)!.soort).toBe('D35')
    expect(zinnen(ladder, bevestigd, 'B14-3', { doel: 'TREDE-3.actief', stukken: [] }, '2026-11-20').join()).toMatch(
      /verslag van het directiegesprek/,
    )
    expect(takenVan(ladder, { overgang: 'B14-3', maatregelen: [] })).toEqual(['directiegesprek'])
    const uit = speel(ladder, [['B14-3', '2026-11-20', { doel: 'TREDE-3.actief' }]], bevestigd)
    expect(uit.toestand).toBe('TREDE-3.actief')
    expect(uit.termijnen.find(({ code }) => code === 'directiegesprek')!.klaar).toEqual(dag('2026-11-20'))
    // too late: kept, and nothing stops
    const laat = speel(ladder, [['B13', '2026-12-01']], actief)
    expect(laat).toMatchObject({ toestand: 'TREDE-3.actief', schorsingen: [] })
    expect(laat.stukken.map(({ soort }) => soort)).toContain('bezwaar')
  })

  test('ESB-16: of de maatregel noodzakelijk is wordt voor het versturen gevraagd, met motivering, en staat in de brief', () => {
    const metBezwaar = ladder.overgangen.filter(
      ({ van, naar, brief }) =>
        brief !== null &&
        van.length > 0 &&
        typeof naar !== 'string' &&
        naar.some((code) => /^TREDE-[3-7]\.actief$/.test(code)),
    )
    expect(metBezwaar).toHaveLength(8)
    for (const overgang of metBezwaar) {
      const velden = veldenVan(ladder, overgang)
      expect(
        velden.find(({ code }) => code === 'noodzaak')?.opties?.map(({ code }) => code),
        overgang.code,
      ).toEqual(['geen', 'veiligheid', 'fraude'])
      expect(velden.find(({ code }) => code === 'noodzaakreden')?.verplicht, overgang.code).toBe(true)
      expect(deelVan(ladder, 'brieven', overgang.brief!).alineas.join(), overgang.code).toMatch(
        /\{noodzaak\}.*\{noodzaakreden\}/,
      )
    }
    // the step cannot even be proposed without it
    const zaak = speel(ladder, naarTrede(3))
    const { noodzaak: _, ...velden } = volledigeZet(ladder, zaak, 'B8', dag(D)).velden
    expect(zinnen(ladder, zaak, 'B8', { velden }).join()).toMatch(/noodzakelijk voor veiligheid/i)
  })
})

describe('MTR-03: elke maatregel is op te leggen zoals het hoort', () => {
  test.each(['zaanstreek-waterland', 'flevoland', 'zaanstad'] as const)(
    'MTR-03: in de ladder van %s: grondslag, mandaat, brief, begin en einde, en wat zij raakt',
    async (van) => {
      const ladder = await leesMeegeleverd(van)
      expect(ladder.maatregelen.length).toBeGreaterThan(1)
      for (const { code, basis, taak, stap, effect } of ladder.maatregelen) {
        expect(
          [basis.document, basis.paragraaf].every((tekst) => tekst.length > 3),
          code,
        ).toBe(true)
        expect([...zw.taken, ...flevoland.taken], code).toContain(taak)
        expect(
          ladder.stappen.map(({ code }) => code),
          code,
        ).toContain(stap)
        expect(['toewijzing', 'betaling', 'tarief', 'overeenkomst', 'geen']).toContain(effect)
        const opleggen = ladder.overgangen.filter(({ maatregelen }) => maatregelen.start.includes(code))
        expect(opleggen.length, code).toBeGreaterThan(0)
        // never without a letter, and never without the mandate of the measure itself
        for (const overgang of opleggen) {
          expect(overgang.brief, code).not.toBeNull()
          expect(
            takenVan(ladder, { overgang: overgang.code, maatregelen: [{ soort: code, velden: {} }] }),
            code,
          ).toContain(taak)
        }
      }
    },
  )

  test('ESA-13, DOC-02: een cliëntenstop geldt vanaf de dag in haar brief, niet eerder, en eindigt zo ook', () => {
    const { ladder } = zw
    const stop = (ingang: string): Zaak =>
      speel(ladder, ['A1', 'A4', 'A5', ['A18-aan', '2026-11-05', { velden: { ingang } }]])
    const begin = (ingang: string) => stop(ingang).maatregelen[0]!.begin
    expect(begin('2026-11-16')).toEqual(dag('2026-11-16'))
    // nobody can keep to a letter that was not sent yet
    const zaak = speel(ladder, ['A1', 'A4', 'A5'])
    const zet = volledigeZet(ladder, zaak, 'A18-aan', dag('2026-11-05'))
    const klaar = doeStap(ladder, zaak, zet, zw.taken, op(dag('2026-11-05')))
    if (!('zaak' in klaar)) throw new Error('not prepared')
    const laat = { datum: dag('2026-11-09'), wijze: 'digitaal' as const, kenmerk: '' }
    expect(doeVerzending(ladder, klaar.zaak, laat, op(dag('2026-11-09')))).toMatchObject({
      zaak: { maatregelen: [{ begin: dag('2026-11-09') }] },
    })
    const uit = speel(ladder, [['A18-uit', '2026-11-12', { velden: { ingang: '2026-12-01' } }]], stop('2026-11-16'))
    expect(uit.maatregelen[0]!.einde).toEqual(dag('2026-12-01'))
    // the case closes before the stop began: it never held
    const dicht = speel(ladder, ['A8', 'A11', 'A13', ['A16', '2026-11-09']], stop('2026-11-16'))
    expect(dicht.maatregelen[0]).toMatchObject({ begin: dag('2026-11-16'), einde: dag('2026-11-16') })
  })

  test('MTR-03: een maatregel begint met haar brief en eindigt met haar eigen einde of met de zaak', () => {
    const { ladder } = zw
    const S2: Beurt[] = ['A1', 'A4', 'A5']
    const aan = speel(ladder, [...S2, ['A18-aan', '2026-11-05']])
    expect(aan.maatregelen).toMatchObject([{ soort: 'clientenstop', begin: dag('2026-11-05'), einde: null }])
    expect(speel(ladder, [['A18-uit', '2026-11-12']], aan).maatregelen[0]!.einde).toEqual(dag('2026-11-12'))
    const dicht = speel(ladder, [...S2, 'A18-aan', 'A8', 'A11', 'A13', 'A16'])
    expect(dicht.maatregelen[0]!.einde).toEqual(dag(D))
    // refused without a mandate for the measure, whatever other mandate somebody has
    const zaak = speel(ladder, S2)
    const zet = volledigeZet(ladder, zaak, 'A18-aan', dag(D))
    const zonder = new Set([...zw.taken].filter((taak) => taak !== 'clientenstop'))
    const uit = doeStap(ladder, zaak, zet, zonder, op(dag(D)))
    const besloten =
      'zaak' in uit && uit.zaak.open?.stand === 'voorgesteld'
        ? doeBesluit(ladder, uit.zaak, { akkoord: true, reden: '', door: 'x', datum: dag(D) }, zonder, op(dag(D)))
        : uit
    expect(besloten).toMatchObject({ gebreken: [{ soort: 'mandaat' }] })
  })
})
