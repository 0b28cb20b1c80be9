import { deelVan } from '../../domain/act/escalatie/ladder.ts'
import { datum } from '../ui/notatie.ts'
import { Tijdlijn } from '../ui/tijdlijn.tsx'
import type { Escalatieprops } from './escalatiekader.ts'

/** Steps, and proposals that came to nothing, the newest first. */
export function Gebeurtenissen({ geopend: { ladder }, dossier }: Escalatieprops) {
  const dag = (op: Temporal.Instant) => op.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
  const stappen = dossier.stappen.map((stap) => ({
    dag: stap.datum,
    tekst: (
      <>
        <b>{deelVan(ladder, 'overgangen', stap.overgang).naam}</b>
        {stap.naar !== stap.van && ` → ${deelVan(ladder, 'toestanden', stap.naar).naam.toLowerCase()}`},{' '}
        {stap.partij === 'aanbieder' ? 'aanbieder' : stap.door}
        {stap.beslotenDoor && stap.beslotenDoor !== stap.door && `, besluit ${stap.beslotenDoor}`}
        {stap.motivering && `: ${stap.motivering}`}
        {stap.velden['geleerd'] && (
          <div>
            <b>Geleerd:</b> {stap.velden['geleerd']}
          </div>
        )}
      </>
    ),
  }))
  const voorstellen = dossier.voorstellen
    .filter(({ stand }) => stand === 'afgewezen' || stand === 'ingetrokken')
    .map((voorstel) => ({
      dag: dag(voorstel.beslotenOp ?? voorstel.voorgesteldOp),
      tekst: (
        <>
          <b>
            {deelVan(ladder, 'overgangen', voorstel.overgang).naam}: {voorstel.stand}
          </b>
          , voorgesteld door {voorstel.voorgesteldDoor}
          {voorstel.stand === 'afgewezen' && voorstel.beslotenDoor && `, afgewezen door ${voorstel.beslotenDoor}`}
          {voorstel.reden && `: ${voorstel.reden}`}
        </>
      ),
    }))
  const alles = [...stappen, ...voorstellen].toSorted((a, b) => Temporal.PlainDate.compare(a.dag, b.dag)).toReversed()
  return (
    <Tijdlijn
      gebeurtenissen={alles.map(({ dag, tekst }) => ({ moment: datum(dag), datetime: dag.toString(), tekst }))}
    />
  )
}
