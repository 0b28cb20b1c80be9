import { Bladerlijst } from '../ui/bladerlijst.tsx'
import { EersteDag } from '../ui/eerste-dag.tsx'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Paar } from '../ui/paar.tsx'

const vandaag = Temporal.PlainDate.from('2026-11-22')
const rijen = [
  { id: '1', naam: 'Wachttijden lopen op', dag: Temporal.PlainDate.from('2026-11-16') },
  { id: '2', naam: 'Verslagen blijven uit', dag: Temporal.PlainDate.from('2026-12-01') },
  { id: '3', naam: 'Klachten over vervoer', dag: null },
]

/** One page of a list that is longer, the first day of each row, and pairs. */
export function Plannen() {
  return (
    <>
      <Onderdeel titel="Een lijst in bladzijden" niveau={3}>
        <Bladerlijst
          naam="Plannen"
          kolommen={[
            { naam: 'naam', kop: 'Plan', sorteerbaar: true, cel: ({ id, naam }) => <a href={`#plan-${id}`}>{naam}</a> },
            {
              naam: 'dag',
              kop: 'Eerste dag',
              sorteerbaar: true,
              cel: ({ dag }) => <EersteDag dag={dag} vandaag={vandaag} />,
            },
          ]}
          lijst={{ rijen, totaal: 120 }}
          keuze={{ sorteer: 'dag', richting: 'op', pagina: 1 }}
          query={{}}
          href={() => '#plannen'}
          leeg={null}
        />
      </Onderdeel>
      <Onderdeel titel="Paren" niveau={3}>
        <dl className="ov-paren">
          <Paar naam="Maatregel">Een vaste invaller per wijk.</Paar>
          <Paar naam="Wanneer klaar">di 1 dec 2026</Paar>
        </dl>
      </Onderdeel>
    </>
  )
}
