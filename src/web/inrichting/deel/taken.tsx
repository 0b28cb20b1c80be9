import { metLetter } from '../../../domain/plan/bezetting/rasci.ts'
import type { Belegging, Letter, Taak } from '../../../domain/plan/bezetting/taken.ts'
import { mag, rollen } from '../../../domain/rechten.ts'
import type { Actor } from '../../../platform/context.ts'
import { routes } from '../../routes.ts'
import { hoofdletter, opsomming } from '../../ui/notatie.ts'
import { Onderdeel } from '../../ui/onderdeel.tsx'
import { Tabel, type Kolom } from '../../ui/tabel.tsx'
import { Bron } from '../inhoud.tsx'

const KOPPEN = {
  A: 'Beslist',
  R: 'Doet',
  S: 'Helpt',
  C: 'Geraadpleegd',
  I: 'Geïnformeerd',
  N: 'Doet dit niet',
} as const satisfies Record<Letter, string>

/** Part "taken": one line a task, with who decides, does, helps, is asked and is told. */
export function TakenDeel({ taken, belegging, actor }: { taken: Taak[]; belegging: Belegging[]; actor: Actor }) {
  const nodig = (Object.keys(KOPPEN) as Letter[]).filter((letter) =>
    taken.some(({ verdeling }) => metLetter(verdeling, letter).length > 0),
  )
  const kolommen: Kolom<Taak>[] = [
    {
      naam: 'taak',
      kop: 'Taak',
      cel: ({ code, naam, ...taak }) => (
        <>
          {mag(actor, 'mandaat:lezen') ? <a href={routes.taak(code)}>{naam}</a> : naam}
          <small>{kenmerken(taak)}</small>
        </>
      ),
    },
    ...nodig.map((letter): Kolom<Taak> => ({
      naam: letter,
      kop: KOPPEN[letter],
      telefoon: 'breed',
      cel: ({ verdeling }) =>
        hoofdletter(opsomming(metLetter(verdeling, letter).map((rol) => rollen[rol].toLowerCase()))) || '–',
    })),
  ]
  return (
    <>
      {belegging.length > 0 && (
        <Onderdeel niveau={3} titel="Bij wie afspraken zijn belegd">
          <Tabel
            bijschrift="Bij wie afspraken zijn belegd"
            klikbaar={false}
            rijen={belegging}
            sleutel={({ afspraak }) => afspraak}
            kolommen={[
              { naam: 'naam', kop: 'Afspraken', cel: ({ naam, afspraak }) => `${naam} (${afspraak})` },
              { naam: 'bij', kop: 'Bij', telefoon: 'breed', cel: ({ bij }) => bij },
              {
                naam: 'rollen',
                kop: 'Rollen',
                telefoon: 'breed',
                cel: (een) => hoofdletter(opsomming(een.rollen.map((rol) => rollen[rol].toLowerCase()))),
              },
              { naam: 'bron', kop: 'Bron', telefoon: 'breed', cel: ({ bron }) => <Bron bron={bron} /> },
            ]}
          />
        </Onderdeel>
      )}
      {(['besluit', 'uitvoering'] as const).map((soort) => (
        <Onderdeel key={soort} niveau={3} titel={soort === 'besluit' ? 'Besluiten en maatregelen' : 'Werk'}>
          <Tabel
            bijschrift={soort === 'besluit' ? 'Verdeling van besluiten en maatregelen' : 'Verdeling van het werk'}
            klikbaar={false}
            rijen={taken.filter((taak) => taak.soort === soort)}
            sleutel={({ code }) => code}
            kolommen={kolommen}
          />
        </Onderdeel>
      ))}
    </>
  )
}

function kenmerken({ vierOgen, grensBedrag, grensMaanden, afspraak }: Omit<Taak, 'code' | 'naam'>): string {
  const delen = [
    afspraak,
    vierOgen && 'vier ogen',
    grensBedrag && 'mandaat tot een bedrag',
    grensMaanden && 'mandaat tot een aantal maanden',
  ].filter((deel) => typeof deel === 'string')
  return delen.length === 0 ? '' : ` ${delen.join(', ')}`
}
