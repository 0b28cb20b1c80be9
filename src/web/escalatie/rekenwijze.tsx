import type { Laddertermijn } from '../../domain/act/escalatie/ladder.ts'
import type { TermijnRegel } from '../../domain/act/escalatie/find-dossier.ts'
import type { Schorsing } from '../../domain/act/escalatie/zaak.ts'
import { datum } from '../ui/notatie.ts'
import { Waarom } from '../ui/waarom.tsx'

const eenheden: Record<string, string> = { werkdagen: 'Werkdag', dagen: 'Dag', maanden: 'Maand' }

type Regel = { stap: string; uitkomst: string }

/** A term as it was counted, step by step; working days that follow each other are one line. */
export function Rekenwijze({
  termijn,
  soort,
  schorsingen,
}: {
  termijn: TermijnRegel
  soort: Laddertermijn
  schorsingen: readonly Schorsing[]
}) {
  const { einddatum, werkelijkEinde, afgesproken, start } = termijn
  const stil = schorsingen.filter(({ termijnen }) => termijnen.includes(termijn.code))
  return (
    <Waarom
      bij={soort.naam}
      regel={soort.bron.tekst}
      bron={`${soort.bron.document}, ${soort.bron.paragraaf}`}
      gegevens={`Begint bij: ${soort.startgebeurtenis}, ${datum(start)}. Die dag telt niet mee.`}
      berekening={[
        ...rekenregels(termijn),
        ...(afgesproken ? [{ stap: 'In de brief staat deze dag', uitkomst: datum(einddatum) }] : []),
        ...(werkelijkEinde.equals(einddatum)
          ? []
          : [
              ...stil.map(({ vanaf, tot, uiterlijk }) => ({
                stap: `Stilgezet door bezwaar van ${datum(vanaf)} tot`,
                uitkomst: datum(tot ?? uiterlijk),
              })),
              { stap: 'De laatste dag wordt', uitkomst: datum(werkelijkEinde) },
            ]),
      ]}
    />
  )
}

type Reeks = { van: number; tot: number; eerste: Temporal.PlainDate; laatste: Temporal.PlainDate }

function rekenregels({ stappen }: TermijnRegel): Regel[] {
  const regels: Regel[] = []
  const reeksen: Reeks[] = []
  const sluit = () => {
    const reeks = reeksen.pop()
    if (reeks) regels.push(alsRegel(reeks))
  }
  for (const stap of stappen) {
    if (stap.soort === 'geteld' && stap.eenheid === 'werkdagen') {
      const vorige = reeksen.pop() ?? { van: stap.aantal, eerste: stap.datum }
      reeksen.push({ van: vorige.van, eerste: vorige.eerste, tot: stap.aantal, laatste: stap.datum })
      continue
    }
    sluit()
    regels.push({ stap: inWoorden(stap), uitkomst: datum(stap.datum) })
  }
  sluit()
  return regels
}

function alsRegel({ van, tot, eerste, laatste }: Reeks): Regel {
  return van === tot
    ? { stap: `Werkdag ${String(van)}`, uitkomst: datum(eerste) }
    : { stap: `Werkdag ${String(van)} tot en met ${String(tot)}`, uitkomst: `${datum(eerste)} – ${datum(laatste)}` }
}

function inWoorden(stap: TermijnRegel['stappen'][number]): string {
  switch (stap.soort) {
    case 'start':
      return 'Begin'
    case 'geteld':
      return `${eenheden[stap.eenheid]} ${String(stap.aantal)}`
    case 'overgeslagen':
      return `Telt niet mee: ${stap.reden}`
    case 'doorgeschoven':
      return `Schuift door (${stap.reden})`
    default:
      return 'Laatste dag van de maand'
  }
}
