import type { Globaaljaar, Stuurnaam } from '../../domain/check/kpi/scherm-stuurjaar-af.ts'
import { CijfersAlsTabel } from '../ui/cijfers-als-tabel.tsx'
import { Feiten } from '../ui/feiten.tsx'
import { Afgeschermd } from '../ui/getoond.tsx'
import { decimaal, procent } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { stuurnamen } from './stuurindicatoren.tsx'

const volgorde = Object.keys(stuurnamen) as Stuurnaam[]

type Props = { jaren: Globaaljaar[]; minimum: number }

/** The stuurindicatoren for who does not work with cases: cut off, without counts, and only where nothing is hidden (S44). */
export function GlobaleStuurindicatoren({ jaren, minimum }: Props) {
  const getoond = jaren.findLast((jaar) => !jaar.voorlopig) ?? jaren.at(-1)
  if (!getoond) return null
  return (
    <Onderdeel
      titel="Stuurindicatoren"
      noot="informatief, zonder norm of oordeel"
      conclusie={`Over ${String(getoond.jaar)}, van alle subregio’s samen en afgekapt. Wat over minder dan ${String(minimum)} cliënten gaat, of daaruit is af te leiden, is afgeschermd.`}
    >
      <Feiten
        feiten={volgorde.map((naam) => ({
          label: stuurnamen[naam],
          groot: true,
          waarde: getoond[naam] ? tekst(naam, getoond[naam]) : <Afgeschermd minimum={minimum} />,
          ...(!getoond[naam] && { toelichting: 'cliënten, of een deel ervan' }),
        }))}
      />
      <Vouw titel="Alle jaren als tabel">
        <CijfersAlsTabel
          bijschrift="Stuurindicatoren per jaar"
          koppen={['Jaar', ...Object.values(stuurnamen), 'Stand']}
          rechts={[1, 2, 3, 4]}
          rijen={jaren.map((jaar) => [
            String(jaar.jaar),
            ...volgorde.map((naam) => (jaar[naam] ? tekst(naam, jaar[naam]) : 'afgeschermd')),
            jaar.vastgesteld ? 'vastgesteld' : 'voorlopig',
          ])}
        />
      </Vouw>
    </Onderdeel>
  )
}

function tekst(naam: Stuurnaam, waarde: string): string {
  return naam === 'wachttijd' || naam === 'tevredenheidPerClient' ? decimaal(waarde) : procent(waarde)
}
