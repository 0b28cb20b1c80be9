import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Planregels } from './planregels.ts'
import { stelFormulierOp } from './stel-formulier-op.ts'
import type { Formulierinvoer } from './toets-formulier.ts'

function lees(naam: string): Planregels {
  const pad = join(import.meta.dirname, `../../../../db/regelsets/${naam}.json`)
  const { delen } = JSON.parse(readFileSync(pad, 'utf8')) as { delen: { deel: string; inhoud: unknown }[] }
  return Planregels.parse(delen.find(({ deel }) => deel === 'verbeterplan')!.inhoud)
}
const regelsets = ['zaanstreek-waterland', 'flevoland'] as const
const besluit = { bron: 'Besluit van het overleg', reden: 'Evaluatie' }

/** The form as it is, as somebody would send it back. */
function zoals(regels: Planregels, meer: Partial<Formulierinvoer> = {}): Formulierinvoer {
  const van = (wat: keyof Planregels['termijnVoor']) => {
    const termijn = regels.termijnen.find(({ code }) => code === regels.termijnVoor[wat])!
    if (termijn.eenheid === 'vaste datum') throw new Error('no length')
    return { lengte: termijn.lengte, eenheid: termijn.eenheid }
  }
  const { naam, inleiding, kern, wie, wanneer, hoogstensPunten } = regels
  return {
    ...{ naam, inleiding, kern, wie, wanneer, hoogstensPunten },
    vragen: regels.vragen.map((vraag, rij) => ({ ...vraag, rij })),
    criteria: regels.criteria.map(({ tekst }) => tekst),
    termijnen: {
      indienen: van('indienen'),
      beoordelen: van('beoordelen'),
      aanvullen: van('aanvullen'),
      eindoordeel: van('eindoordeel'),
    },
    ...meer,
  }
}
const nieuweVraag = (naam: string) => ({ code: null, naam, hulp: '', verplicht: false, rij: 9 })
function goed(regels: Planregels, invoer: Formulierinvoer): Planregels {
  const uitkomst = stelFormulierOp(regels, invoer, besluit)
  if ('gebreken' in uitkomst) throw new Error(JSON.stringify(uitkomst.gebreken))
  return uitkomst.regels
}
const gebreken = (invoer: Formulierinvoer, regels = lees('zaanstreek-waterland')) => {
  const uitkomst = stelFormulierOp(regels, invoer, besluit)
  return 'gebreken' in uitkomst ? uitkomst.gebreken : []
}

describe('PLN-04: het formulier van een verbeterplan', () => {
  test.each(regelsets)('PLN-04: %s heen en terug is hetzelfde, met elke bron', (naam) => {
    const regels = lees(naam)
    expect(goed(regels, zoals(regels))).toEqual(regels)
  })

  test.each(regelsets)(
    'PLN-04: in %s krijgt een nieuwe vraag een eigen code en komt zij in het stuk van de zaak',
    (naam) => {
      const regels = lees(naam)
      const met = goed(regels, zoals(regels, { vragen: [...zoals(regels).vragen, nieuweVraag('Wat kost het?')] }))
      expect(met.vragen.at(-1)).toEqual({ code: 'wat-kost-het', naam: 'Wat kost het?', hulp: '', verplicht: false })
      const velden = Object.values(met.zaak!.stukken.ingediend!.velden!)
      expect(velden.filter((codes) => codes.includes('wat-kost-het'))).toHaveLength(1)
      expect(velden.find((codes) => codes.includes('wat-kost-het'))).toContain(regels.kern)
    },
  )

  test('PLN-04: een code van een ander formulier wordt niet overgenomen, en een naam van een vaste vraag geeft een andere code', () => {
    const regels = lees('zaanstreek-waterland')
    const met = goed(
      regels,
      zoals(regels, {
        wie: { naam: 'Uitvoerder', hulp: '' },
        vragen: [...zoals(regels).vragen, { ...nieuweVraag('Wie'), code: 'verzonnen' }],
      }),
    )
    expect(met.vragen.at(-1)!.code).toBe('wie-2')
  })

  test('PLN-04: wat wijzigt krijgt het besluit als bron, wat blijft houdt de zijne; doorschuiven alleen waar het kan', () => {
    const regels = lees('zaanstreek-waterland')
    const [eerste] = zoals(regels).criteria
    const met = goed(
      regels,
      zoals(regels, {
        criteria: [eerste!, 'Het plan noemt de kosten.'],
        termijnen: { ...zoals(regels).termijnen, indienen: { lengte: 10, eenheid: 'werkdagen' } },
      }),
    )
    expect(met.criteria[0]).toEqual(regels.criteria[0])
    expect(met.criteria[1]!.bron).toEqual({
      document: 'Besluit van het overleg',
      paragraaf: 'Waaraan wordt getoetst',
      tekst: 'Evaluatie',
    })
    const termijn = (van: Planregels) => van.termijnen.find(({ code }) => code === van.termijnVoor.indienen)
    expect(termijn(met)).toMatchObject({ lengte: 10, eenheid: 'werkdagen', doorrollen: 'niet' })
    expect(termijn(met)!.bron.document).toBe('Besluit van het overleg')
    expect(met.termijnen.slice(1)).toEqual(regels.termijnen.slice(1))
    // three weeks roll on as two did
    const weken = { ...zoals(regels).termijnen, indienen: { lengte: 3, eenheid: 'weken' as const } }
    expect(termijn(goed(regels, zoals(regels, { termijnen: weken })))).toMatchObject({ doorrollen: 'volgende werkdag' })
  })

  const regels = lees('zaanstreek-waterland')
  const basis = zoals(regels)
  test.each<[string, Partial<Formulierinvoer>, string, RegExp]>([
    ['zonder vraag', { vragen: [] }, 'vragen', /ten minste één vraag/],
    [
      'zonder de vraag die een punt benoemt',
      { vragen: basis.vragen.filter(({ code }) => code !== regels.kern) },
      'kern',
      /uit de vragen die blijven/,
    ],
    [
      'de vraag die een punt benoemt niet verplicht',
      { vragen: basis.vragen.map((vraag) => ({ ...vraag, verplicht: false })) },
      'kern',
      /moet dus verplicht zijn/,
    ],
    ['twee keer dezelfde vraag', { vragen: [...basis.vragen, nieuweVraag('oorzaak')] }, 'vragen.9.naam', /staat er al/],
    [
      'een vraag die al vast is',
      { vragen: [...basis.vragen, nieuweVraag(regels.wie.naam)] },
      'vragen.9.naam',
      /staat er al/,
    ],
    ['ESA-09: zonder wie', { wie: { naam: '', hulp: '' } }, 'wie.naam', /wie het doet/],
    ['ESA-09: zonder wanneer', { wanneer: { naam: '', hulp: '' } }, 'wanneer.naam', /wanneer het klaar is/],
    ['ESA-11: zonder criterium', { criteria: [] }, 'criteria', /vooraf waaraan/],
    ['een criterium twee keer', { criteria: ['a', 'a'] }, 'criteria', /twee keer/],
    ['nul punten', { hoogstensPunten: 0 }, 'hoogstensPunten', /1 tot en met 50/],
    ['geen getal', { hoogstensPunten: null }, 'hoogstensPunten', /1 tot en met 50/],
    [
      'een termijn van nul',
      { termijnen: { ...basis.termijnen, aanvullen: { lengte: 0, eenheid: 'weken' } } },
      'termijnen.aanvullen.lengte',
      /1 tot en met 365/,
    ],
    ['zonder naam', { naam: '' }, 'naam', /een naam/],
    ['zonder inleiding', { inleiding: '' }, 'inleiding', /van de aanbieder vraagt/],
  ])('PLN-04: %s kan niet, en dat staat bij het veld', (_, meer, veld, zin) => {
    const gevonden = gebreken(zoals(regels, meer))
    expect(gevonden.map((een) => een.veld)).toContain(veld)
    expect(gevonden.find((een) => een.veld === veld)!.zin).toMatch(zin)
  })

  test('ESB-06: een vraag waar het stuk van de zaak niet zonder kan, blijft', () => {
    const jeugd = lees('flevoland')
    const zonder = zoals(jeugd, {
      vragen: zoals(jeugd).vragen.filter(({ code }) => !['tekortkoming', 'oorzaak'].includes(code!)),
    })
    expect(gebreken(zonder, jeugd)[0]!.zin).toContain('"Tekortkoming" of "Oorzaak"')
    // one of the two is enough
    const een = zoals(jeugd, { vragen: zoals(jeugd).vragen.filter(({ code }) => code !== 'oorzaak') })
    expect(goed(jeugd, een).zaak!.stukken.ingediend!.velden!['tekortkomingen']).toEqual(['tekortkoming'])
  })
})
