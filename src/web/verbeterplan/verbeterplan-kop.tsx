import { voortgang } from '../../domain/act/verbeterplan/puntstand.ts'
import { rollen, type Rol } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { Feiten } from '../ui/feiten.tsx'
import { dagVanMoment, datum, vanTotaal } from '../ui/notatie.ts'
import type { Plandeel } from './lees-kader.ts'

/** Of whom a plan is, what it came from, since when, and how far it is. */
export function Kop({ ctx, kader: { rij, plan, verbanden } }: Plandeel) {
  const { totaal, gerealiseerd } = voortgang(plan)
  const { bevinding, gesprek, escalatie } = verbanden
  const verband = escalatie
    ? { soort: 'escalatie', naam: escalatie.naam, href: routes.escalatie(escalatie.id) }
    : bevinding
      ? { soort: 'bevinding', naam: bevinding.naam, href: routes.bevinding(bevinding.id) }
      : gesprek && { soort: 'gesprek', naam: gesprek.naam, href: routes.gesprek(gesprek.id) }
  return (
    <Feiten
      feiten={[
        {
          label: 'Aanbieder',
          waarde: <a href={routes.aanbieder(rij.aanbiederId)}>{rij.aanbieder}</a>,
          toelichting: rij.overeenkomstId ? (
            <a href={routes.overeenkomst(rij.overeenkomstId)}>{rij.overeenkomst}</a>
          ) : (
            'alle overeenkomsten'
          ),
        },
        {
          label: 'Komt uit',
          waarde: verband ? <a href={verband.href}>{verband.naam}</a> : 'een verzoek van de regio',
          toelichting: verband ? verband.soort : `door ${rij.gevraagdDoor}`,
        },
        {
          label: 'Gevraagd',
          waarde: datum(dagVanMoment(rij.gevraagdOp)),
          // how the region divides its work is not for an aanbieder
          toelichting: [
            rij.nummer,
            ctx.actor.agb === null && rij.besloten ? `als ${rollen[rij.besloten.als as Rol].toLowerCase()}` : '',
          ]
            .filter((deel) => deel !== '')
            .join(', '),
        },
        {
          label: 'Gerealiseerd',
          waarde: totaal === 0 ? 'nog geen plan' : vanTotaal(gerealiseerd, totaal),
          toelichting: totaal === 0 ? undefined : 'punten',
          betekenis: 'geleverd',
        },
      ]}
    />
  )
}
