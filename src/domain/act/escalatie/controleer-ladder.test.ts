import { describe, expect, test } from 'vitest'
import { flevoland, zw } from '../../../../test/escalatie.ts'
import { controleerLadder } from './controleer-ladder.ts'
import type { Ladder } from './ladder.ts'

const kopie = (ladder: Ladder): Ladder => structuredClone(ladder)
const zonder = <T extends { code: string }>(lijst: T[], code: string) => lijst.filter((een) => een.code !== code)

describe('MTR-04: een ladder wordt gecontroleerd als zij wordt bewaard', () => {
  test.each([
    ['Zaanstreek-Waterland', zw],
    ['Flevoland', flevoland],
  ])('de meegeleverde ladder van %s klopt', (_, { ladder, taken }) => {
    expect(controleerLadder(ladder, taken)).toEqual([])
  })

  const gevallen: [wat: string, breek: (ladder: Ladder) => Ladder, waar: string, zin: RegExp][] = [
    [
      'een toestand waar niemand komt',
      (l) => ({ ...l, overgangen: l.overgangen.filter(({ naar }) => !naar.includes('S3.maatregel')) }),
      'S3.maatregel',
      /vanuit geen enkele opening te bereiken/,
    ],
    [
      'een toestand zonder uitweg',
      (l) => ({ ...l, overgangen: zonder(l.overgangen, 'A20') }),
      'S3.verzuim',
      /leidt geen weg naar een einde/,
    ],
    ['een brief die ontbreekt', (l) => ({ ...l, brieven: zonder(l.brieven, 'D37') }), 'A20', /De brief D37 ontbreekt/],
    [
      'een termijn die niet bekend is',
      (l) => ({ ...l, termijnen: zonder(l.termijnen, 'verbeterplan') }),
      'A5',
      /De termijn verbeterplan is niet bekend/,
    ],
    [
      'een stuk dat niet bestaat',
      (l) => ({ ...l, stukken: zonder(l.stukken, 'beoordeling') }),
      'A11',
      /Het stuk beoordeling bestaat niet/,
    ],
    [
      'een verslag dat een veld vult dat niet bestaat',
      (l) => {
        l.stukken.find(({ code }) => code === 'verslag')!.velden[0]!.code = 'iets-anders'
        return l
      },
      'verslag',
      /vult afspraken van "Verslag van het escalatiegesprek", en dat veld bestaat niet/,
    ],
    [
      'een maatregel die niet bestaat',
      (l) => ({ ...l, maatregelen: zonder(l.maatregelen, 'clientenstop') }),
      'A18-aan',
      /De maatregel clientenstop bestaat niet/,
    ],
    [
      'een code die twee keer voorkomt',
      (l) => ({ ...l, stukken: [...l.stukken, l.stukken[0]!] }),
      'aanleiding',
      /twee keer/,
    ],
    [
      'een termijn waarop wordt gewacht en die niemand start',
      (l) => {
        for (const overgang of l.overgangen)
          overgang.termijnen = overgang.termijnen.filter(({ termijn }) => termijn !== 'realisatie')
        return l
      },
      'A17',
      /maar geen stap laat haar lopen/,
    ],
    [
      'een termijn zonder lengte waarvan de dag niet verplicht is',
      (l) => {
        for (const veld of l.brieven.find(({ code }) => code === 'D25')!.velden)
          if (veld.code === 'realisatiedatum') veld.verplicht = false
        return l
      },
      'A5',
      /maak het veld met de dag verplicht/,
    ],
    [
      'een termijn vanaf ontvangst zonder brief',
      (l) => {
        l.overgangen.find(({ code }) => code === 'A5')!.brief = null
        return l
      },
      'A5',
      /begint bij ontvangst van een brief, en er is geen brief/,
    ],
    [
      'een brief zonder verplicht onderdeel',
      (l) => {
        const brief = l.brieven.find(({ code }) => code === 'D28')!
        brief.velden = zonder(brief.velden, 'gevolgen')
        brief.alineas = brief.alineas.filter((tekst) => !tekst.includes('{gevolgen}'))
        return l
      },
      'D28',
      /moet het onderdeel gevolgen hebben/,
    ],
    [
      'een brief met een woord dat niemand invult',
      (l) => {
        l.brieven[0]!.alineas.push('Groet van {burgemeester}')
        return l
      },
      'D25',
      /gebruikt \{burgemeester\}/,
    ],
    [
      'een einde waaruit nog iets vertrekt',
      (l) => {
        l.overgangen.find(({ code }) => code === 'A4')!.van.push('GESLOTEN.opgelost')
        return l
      },
      'GESLOTEN.opgelost',
      /is een einde, en toch vertrekt daar A4/,
    ],
    [
      'een ladder die niets opent',
      (l) => ({ ...l, overgangen: l.overgangen.filter(({ van }) => van.length > 0) }),
      'zaanstreek-waterland-3-stappen',
      /Geen enkele overgang opent een zaak/,
    ],
    [
      'een opening die op een besluit wacht',
      (l) => {
        l.overgangen.find(({ code }) => code === 'A1')!.voorstel = true
        return l
      },
      'A1',
      /Een opening gaat meteen in/,
    ],
    [
      'een voorstel waarover niemand besluit',
      (l) => {
        l.overgangen.find(({ code }) => code === 'A6')!.mandaat = null
        return l
      },
      'A6',
      /niet wie daar mandaat voor heeft/,
    ],
    [
      'terug naar waar het vandaan kwam, zonder voorstel',
      (l) => {
        l.overgangen.find(({ code }) => code === 'A9')!.naar = 'vorige'
        return l
      },
      'A9',
      /Alleen een voorstel kan terug/,
    ],
  ]
  test.each(gevallen)('%s: de melding zegt wat en waar', (_, breek, waar, zin) => {
    const fouten = controleerLadder(breek(kopie(zw.ladder)), zw.taken)
    expect(
      fouten
        .filter((fout) => fout.waar === waar)
        .map((fout) => fout.zin)
        .join(' '),
    ).toMatch(zin)
  })

  test('ROL-13: een taak die niet in de taakverdeling staat', () => {
    const taken = new Set([...flevoland.taken].filter((taak) => taak !== 'boete' && taak !== 'directiegesprek'))
    const waar = controleerLadder(flevoland.ladder, taken).map((fout) => fout.waar)
    expect(new Set(waar)).toEqual(new Set(['boete', 'B14-3', 'B14-4', 'B14-5', 'B14-6', 'B14-7']))
  })

  test('een voorstel dat niet afgewezen kan worden', () => {
    const ladder = kopie(flevoland.ladder)
    ladder.overgangen = zonder(ladder.overgangen, 'B22')
    expect(controleerLadder(ladder, flevoland.taken).map(({ waar }) => waar)).toContain('TREDE-3.voorstel')
  })
})
