import type { Berekening } from '../../domain/plan/kalender/berekening.ts'
import { aantal, datum } from '../ui/notatie.ts'

type Eenheid = 'werkdagen' | 'kalenderdagen' | 'weken' | 'maanden' | 'dagen'

const EENHEDEN: Record<Eenheid, [string, string]> = {
  werkdagen: ['werkdag', 'werkdagen'],
  kalenderdagen: ['kalenderdag', 'kalenderdagen'],
  weken: ['week', 'weken'],
  maanden: ['maand', 'maanden'],
  dagen: ['dag', 'dagen'],
}

/** The rule of a term in a sentence. */
export function regelInWoorden({ regel, looptijd, stappen }: Berekening, startgebeurtenis: string): string {
  if (looptijd === null) return `${regel}: een dag die vaststaat.`
  if (looptijd.eenheid === 'vaste datum') return `${regel}: de eerste keer dat deze dag komt na ${startgebeurtenis}.`
  const { eenheid, lengte = 0, richting, doorrollen } = looptijd
  const hoelang = aantal(lengte, ...EENHEDEN[eenheid])
  const kant = richting === 'achteruit' ? ' terug' : ''
  const schuift = stappen.some(({ soort }) => soort === 'doorgeschoven')
  const rol =
    doorrollen === 'volgende werkdag'
      ? ` Valt het einde op een vrije dag, dan schuift het naar de volgende werkdag${schuift ? ', zoals hier' : ''}.`
      : ''
  return `${regel}: ${hoelang}${kant}, vanaf: ${startgebeurtenis}.${rol}`
}

/** Every step of the count, the day reached at the right. */
export function rekenstappen({ stappen }: Berekening, startgebeurtenis: string): { stap: string; uitkomst: string }[] {
  return stappen.map((stap) => ({ stap: inWoorden(stap, startgebeurtenis), uitkomst: datum(stap.datum) }))
}

function inWoorden(stap: Berekening['stappen'][number], startgebeurtenis: string): string {
  switch (stap.soort) {
    case 'start':
      return `Dag 0: ${startgebeurtenis}`
    case 'geteld': {
      const n = aantal(Math.abs(stap.aantal), ...EENHEDEN[stap.eenheid])
      return stap.eenheid === 'werkdagen'
        ? `Werkdag ${Math.abs(stap.aantal)}`
        : `${n} ${stap.aantal < 0 ? 'terug' : 'verder'}`
    }
    case 'overgeslagen':
      return `Telt niet mee: ${stap.reden}`
    case 'laatste dag van de maand':
      return 'Deze maand is korter: de laatste dag'
    case 'vaste datum':
      return 'De eerste keer daarna'
    case 'doorgeschoven':
      return `Doorgeschoven naar een werkdag (${stap.reden})`
    case 'afgesproken':
      return 'Afgesproken: deze dag'
    case 'stilgezet':
      return `Stilgezet door bezwaar, vanaf ${datum(stap.vanaf)}: ${aantal(stap.dagen, 'dag', 'dagen')}`
    case 'nieuwe laatste dag':
      return 'De laatste dag wordt'
  }
}
