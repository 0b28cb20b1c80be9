import type { TermijnInLijst } from '../../domain/plan/kalender/list-termijnen.ts'
import { rollen, type Rol } from '../../domain/rechten.ts'
import { Oordeel } from '../ui/oordeel.tsx'
import { datum, opsomming, relatief, teLaat } from '../ui/notatie.ts'

type Termijn = Pick<TermijnInLijst, 'stand' | 'aard' | 'einddatum' | 'gehaaldOp' | 'uitgesteldTot'>

/** Where a term stands: a word, with a shape where it is a judgement. */
export function Termijnstand({ termijn, vandaag }: { termijn: Termijn; vandaag: Temporal.PlainDate }) {
  const { stand, aard, einddatum, gehaaldOp, uitgesteldTot } = termijn
  if (stand === 'loopt') {
    return (
      <>
        {relatief(einddatum, vandaag)}
        {uitgesteldTot && <div className="ov-klein">herinnering uitgesteld tot {datum(uitgesteldTot)}</div>}
      </>
    )
  }
  if (stand === 'verstreken') return <Oordeel oordeel="onvoldoende" tekst={teLaat(einddatum, vandaag)} />
  if (stand === 'vervallen') return <span className="ov-stil">vervallen</span>
  if (aard === 'moment') return <span className="ov-stil">voorbij</span>
  const laat = gehaaldOp !== null && Temporal.PlainDate.compare(gehaaldOp, einddatum) > 0
  return <Oordeel oordeel={laat ? 'onvoldoende' : 'voldoende'} tekst={laat ? 'te laat gedaan' : 'op tijd gedaan'} />
}

/** Who must act, in words. */
export function wieTekst({ kant, rol, personen }: Pick<TermijnInLijst, 'kant' | 'rol' | 'personen'>): string {
  if (kant === 'aanbieder') return 'de aanbieder'
  return personen.length > 0 ? opsomming(personen) : rolnaam(rol)
}

function rolnaam(rol: string | null): string {
  return rol !== null && Object.hasOwn(rollen, rol) ? rollen[rol as Rol].toLowerCase() : (rol ?? '')
}
