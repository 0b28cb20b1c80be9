import { bekostigingsvormen } from '../../domain/plan/overeenkomst/bekostigingsvorm.ts'
import { domeinen } from '../../domain/plan/overeenkomst/domein.ts'
import { relatietypen } from '../../domain/plan/overeenkomst/relatietype.ts'
import { mag } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { Gegevens } from '../ui/gegevens.tsx'
import { Onderdeel } from '../ui/onderdeel.tsx'
import type { Overzichtgegevens } from './overzicht-page.tsx'

const NIET = <span className="ov-stil">niet vastgelegd</span>

/** Type of relation with why (ORG-11, ORG-13), domein (ORG-10), how it is paid for (CTR-05) and the frameworks it falls under (CTR-06). */
export function RelatieEnKaders({
  ctx,
  overeenkomst,
  producten,
}: Pick<Overzichtgegevens, 'ctx' | 'overeenkomst' | 'producten'>) {
  const { id, relatietype, motiveringJuridisch, motiveringBeleid, domein, domeinKeuze, budgetkader, beleidskader } =
    overeenkomst
  const intern = ctx.actor.agb === null
  const vormen = [...new Set(producten.flatMap(({ bekostigingsvorm }) => bekostigingsvorm ?? []))]
  return (
    <Onderdeel
      titel="Relatie en kaders"
      noot={
        mag(ctx.actor, 'overeenkomst:wijzigen') && <a href={routes.overeenkomst(id, 'gegevens')}>Gegevens wijzigen</a>
      }
      conclusie={
        intern && motiveringJuridisch === '' ? 'De keuze voor inkoop of subsidie is nog niet gemotiveerd.' : undefined
      }
    >
      <Gegevens
        rijen={[
          { naam: 'Relatietype', waarde: relatietypen[relatietype] },
          ...(intern
            ? [
                { naam: 'Juridisch argument', waarde: motiveringJuridisch || NIET },
                { naam: 'Argument uit het beleid', waarde: motiveringBeleid || NIET },
              ]
            : []),
          {
            naam: 'Domein',
            waarde: domeinKeuze ? (
              domeinen[domein]
            ) : (
              <>
                {domeinen[domein]} <span className="ov-stil">volgt uit de producten</span>
              </>
            ),
          },
          {
            naam: 'Bekostiging',
            waarde: vormen.length > 0 ? vormen.map((vorm) => bekostigingsvormen[vorm]).join(', ') : NIET,
          },
          ...(intern
            ? [
                { naam: 'Budget van de raad', waarde: budgetkader || NIET },
                { naam: 'Beleid van de raad', waarde: beleidskader || NIET },
              ]
            : []),
        ]}
      />
    </Onderdeel>
  )
}
