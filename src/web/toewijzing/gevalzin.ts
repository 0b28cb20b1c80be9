import type { CasusKpi } from '../../domain/check/rapportage/casus-kpis.ts'
import type { Oordeelsoort } from '../ui/oordeel.tsx'

export const kpiNamen: Record<CasusKpi['kpi'], string> = {
  clienttevredenheid: 'Cliënttevredenheid',
  'resultaat-behaald': 'Resultaat behaald',
  'start-zorg': 'Start zorg',
}

type Geval = { oordeel: Oordeelsoort; woord: string; zin: string }

const GEVALLEN: Record<string, Geval> = {
  tijdig: { oordeel: 'behaald', woord: 'telt mee: tijdig', zin: 'De zorg begon binnen de termijn.' },
  'te laat': { oordeel: 'niet behaald', woord: 'telt mee: te laat', zin: 'De zorg begon na de termijn.' },
  'geen start': {
    oordeel: 'niet behaald',
    woord: 'telt mee: geen start',
    zin: 'Op de peildatum was geen start gemeld en was de termijn voorbij.',
  },
  behaald: {
    oordeel: 'behaald',
    woord: 'telt mee: behaald',
    zin: 'Het lokaal team stelde vast dat het resultaat is behaald.',
  },
  'niet behaald': {
    oordeel: 'niet behaald',
    woord: 'telt mee: niet behaald',
    zin: 'Het lokaal team stelde vast dat het resultaat niet is behaald.',
  },
  ingetrokken: {
    oordeel: 'niet meetbaar',
    woord: 'telt niet mee: ingetrokken',
    zin: 'De toewijzing is ingetrokken voor het einde van de termijn, zonder start.',
  },
  clientWeg: {
    oordeel: 'niet meetbaar',
    woord: 'telt niet mee: cliënt weg',
    zin: 'De cliënt overleed, verhuisde of ging naar een ander domein voordat de zorg begon.',
  },
  voortzetting: {
    oordeel: 'niet meetbaar',
    woord: 'telt niet mee: voortzetting',
    zin: 'De cliënt kreeg deze zorg al van dezelfde aanbieder.',
  },
  termijnLoopt: { oordeel: 'loopt', woord: 'termijn loopt', zin: 'Op de peildatum was de termijn nog niet voorbij.' },
  tussentijds: {
    oordeel: 'niet meetbaar',
    woord: 'telt niet mee: tussentijds',
    zin: 'Het is een tussentijdse evaluatie.',
  },
  geenCijfer: { oordeel: 'niet meetbaar', woord: 'telt niet mee: geen cijfer', zin: 'De cliënt gaf geen cijfer.' },
  buitenSchaal: {
    oordeel: 'niet meetbaar',
    woord: 'telt niet mee: buiten de schaal',
    zin: 'Het cijfer valt buiten de schaal van 0,0 tot en met 10,0.',
  },
  nietInZorg: {
    oordeel: 'niet meetbaar',
    woord: 'telt niet mee: niet in zorg',
    zin: 'De cliënt was in dat jaar niet in zorg bij deze aanbieder.',
  },
  dubbel: {
    oordeel: 'niet meetbaar',
    woord: 'telt niet mee: eerder antwoord',
    zin: 'Van deze cliënt telt een later antwoord.',
  },
}

/** What a counted case says; an unknown word is shown as it is. */
export function leesGeval(geval: string): Geval {
  const bekend = GEVALLEN[geval]
  if (bekend) return bekend
  // a grade: "8.5"
  if (/^\d+(\.\d)?$/.test(geval)) return { oordeel: 'voldoende', woord: 'telt mee', zin: 'De cliënt gaf een cijfer.' }
  return { oordeel: 'niet meetbaar', woord: geval, zin: '' }
}
