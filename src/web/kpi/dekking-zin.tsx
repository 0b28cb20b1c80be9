import { z } from 'zod'
import { procent as inProcent } from '../../domain/begrippen/percentage.ts'
import type { Uitkomst } from '../../domain/check/kpi/find-uitkomst.ts'
import { aantal, getal, procent, vanTotaal } from '../ui/notatie.ts'
import { Waarom } from '../ui/waarom.tsx'

const Dekking = z.object({ beeindigd: z.int(), geevalueerd: z.int() })

/** Of how many beschikkingen that ended the lokaal team established a result (KPI-17); informative. */
export function DekkingZin({ uitkomst: { kpi, jaar, kenmerken, voorlopig } }: { uitkomst: Uitkomst }) {
  const gelezen = Dekking.safeParse(kenmerken['dekking'])
  if (kpi !== 'resultaat-behaald' || !gelezen.success || gelezen.data.beeindigd === 0) return null
  const { beeindigd, geevalueerd } = gelezen.data
  const deel = procent(inProcent(geevalueerd, beeindigd, 1))
  return (
    <>
      <p>
        In {String(jaar)} {beeindigd === 1 ? 'eindigde' : 'eindigden'}
        {voorlopig && ' tot nu toe'} {aantal(beeindigd, 'beschikking', 'beschikkingen')}. Bij{' '}
        {vanTotaal(geevalueerd, beeindigd)} is het resultaat vastgesteld ({deel}).
      </p>
      <Waarom
        bij="hoeveel beschikkingen zijn geëvalueerd"
        regel="Aan het einde van een beschikking is er een evaluatiegesprek van cliënt, aanbieder en lokaal team. Het lokale team stelt dan vast of het resultaat is behaald. Dit getal is informatief."
        bron="Bijlage 19 Contractmanagement, regio Zaanstreek-Waterland, KPI 2, evaluatiegesprek"
        gegevens="Toewijzingen met een einddatum in het meetjaar waarop zorg is geleverd, zonder wat is ingetrokken; en de eindevaluaties die voor de peildatum zijn vastgesteld."
        berekening={[
          { stap: 'Beschikkingen die eindigden', uitkomst: getal(beeindigd) },
          { stap: 'Daarvan met een eindevaluatie', uitkomst: getal(geevalueerd) },
          { stap: 'Deel in procent, afgekapt', uitkomst: deel },
        ]}
      />
    </>
  )
}
