import { deelVan } from '../../domain/act/escalatie/ladder.ts'
import { isGeschorst } from '../../domain/act/escalatie/termijnen.ts'
import { mag } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { Feiten } from '../ui/feiten.tsx'
import { aantal, datum } from '../ui/notatie.ts'
import type { Escalatieprops } from './escalatiekader.ts'
import { grondzin } from './woorden.ts'

/** Whom a case is about, why, since when, and what runs. */
export function Kop({ geopend: { rij, ladder, zaak, feiten }, dossier, ctx }: Escalatieprops) {
  const { kop, stappen } = dossier
  const geopendDag = kop.geopendOp.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
  const laatste = stappen.findLast(({ beslotenDoor }) => beslotenDoor !== null)
  const lopend = zaak.maatregelen.filter(({ einde }) => einde === null)
  return (
    <Feiten
      feiten={[
        {
          label: 'Aanbieder',
          waarde: <a href={routes.aanbieder(rij.aanbiederId)}>{kop.aanbieder}</a>,
          toelichting: kop.overeenkomst ? (
            <a href={routes.overeenkomst(rij.overeenkomstId!)}>{kop.overeenkomst}</a>
          ) : (
            (kop.subregio ?? 'alle overeenkomsten')
          ),
        },
        {
          label: 'Aanleiding',
          waarde:
            kop.bevindingId && mag(ctx.actor, 'bevinding:lezen') ? (
              <a href={routes.bevinding(kop.bevindingId)}>{kop.bevinding ?? 'bevinding'}</a>
            ) : (
              (grondzin(stappen[0]?.grond ?? null) ?? 'met de hand geopend')
            ),
          toelichting: `${rij.nummer}, door ${kop.geopendDoor}`,
        },
        {
          label: 'Loopt sinds',
          waarde: datum(geopendDag),
          toelichting: kop.geslotenOp ? 'gesloten' : aantal(geopendDag.until(ctx.today).days, 'dag', 'dagen'),
        },
        {
          label: lopend.length > 0 ? 'Maatregelen' : 'Laatste besluit',
          waarde:
            lopend.length > 0
              ? lopend.map(({ soort }) => deelVan(ladder, 'maatregelen', soort).naam).join(', ')
              : (laatste?.beslotenDoor ?? 'nog geen'),
          toelichting:
            lopend.length > 0
              ? isGeschorst(zaak.schorsingen, feiten.vandaag)
                ? 'opgeschort door bezwaar'
                : `${Temporal.PlainDate.compare(lopend[0]!.begin, feiten.vandaag) > 0 ? 'vanaf' : 'sinds'} ${datum(lopend[0]!.begin)}`
              : laatste && datum(laatste.datum),
        },
      ]}
    />
  )
}
