import type { Ruimte } from '../../domain/plan/overeenkomst/lees-ruimte.ts'
import type { Overeenkomstjaar } from '../../domain/plan/overeenkomst/queries.ts'
import { getoondAantal } from '../ui/getoond.tsx'
import { aantal, bedragHeel, datum } from '../ui/notatie.ts'
import { Waarom } from '../ui/waarom.tsx'

type Props = { jaar: Overeenkomstjaar; ruimte: Ruimte }

/** How the room in an overeenkomst was counted (FRM-10). */
export function WaaromRuimte({ jaar, ruimte }: Props) {
  const { vanaf, verplichtCent, toewijzingen, zonderBedrag, ruimteCent } = ruimte
  return (
    <Waarom
      bij={`de ruimte in ${jaar.jaar}`}
      regel="Ruimte is het plafond, min wat is gedeclareerd, min wat is toegewezen maar nog niet gedeclareerd. Het laatste is een schatting: volume en frequentie van elke toewijzing maal het tarief, vanaf de eerste maand die nog niet volledig is gedeclareerd."
      bron="Contractruimte en uitputting (FRM-10)"
      gegevens={`${getoondAantal(toewijzingen, 'toewijzing loopt', 'toewijzingen lopen')} vanaf ${datum(vanaf)}${zonderBedrag ? `; van ${aantal(zonderBedrag, 'toewijzing', 'toewijzingen')} is geen bedrag te berekenen` : ''}.`}
      berekening={[
        { stap: 'Plafond', uitkomst: bedragHeel(jaar.plafondCent ?? 0) },
        { stap: 'Gedeclareerd', uitkomst: bedragHeel(-jaar.gedeclareerdCent) },
        {
          stap: 'Toegewezen, nog niet gedeclareerd',
          uitkomst: verplichtCent === null ? 'afgeschermd' : bedragHeel(-verplichtCent),
        },
        {
          stap: verplichtCent === null ? 'Ruimte, hoogstens' : 'Ruimte',
          uitkomst: ruimteCent === null ? '–' : bedragHeel(ruimteCent),
        },
      ]}
    />
  )
}
