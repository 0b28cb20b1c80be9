import { routes } from '../routes.ts'
import { Gegevens } from '../ui/gegevens.tsx'
import { hoofdletter, opsomming } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import type { Overzichtgegevens } from './overzicht-page.tsx'

/** For which gemeenten it holds and who looks after it; what ROL-23 wants and is missing is said. */
export function GemeentenEnMensen({
  overeenkomst,
  gemeenten,
  functies,
  ontbrekend,
}: Pick<Overzichtgegevens, 'overeenkomst' | 'gemeenten' | 'functies' | 'ontbrekend'>) {
  return (
    <Onderdeel
      titel="Gemeenten en functies"
      conclusie={
        ontbrekend.length === 0 ? (
          'Alle functies zijn toegewezen.'
        ) : (
          <>
            Er {ontbrekend.length === 1 ? 'ontbreekt' : 'ontbreken'} nog:{' '}
            {opsomming(ontbrekend.map(({ naam }) => naam))}.{' '}
            <a href={routes.overeenkomst(overeenkomst.id, 'functies')}>Functies toewijzen</a>
          </>
        )
      }
    >
      <Gegevens
        rijen={[
          { naam: 'Gemeenten', waarde: opsomming(gemeenten.map(({ code, naam }) => naam ?? `onbekend (${code})`)) },
          ...functies.map(({ functie, naam }) => ({
            naam: functie === 'rvm' ? 'RVM’er' : hoofdletter(functie),
            waarde: naam,
          })),
        ]}
      />
    </Onderdeel>
  )
}
