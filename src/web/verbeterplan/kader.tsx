import { Fragment, type ReactNode } from 'react'
import type { Concept } from '../../domain/act/verbeterplan/concept.ts'
import type { Planrij } from '../../domain/act/verbeterplan/lees-plan.ts'
import { routes } from '../routes.ts'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Melding } from '../ui/melding.tsx'
import { hoofdletter, moment } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Vouw } from '../ui/vouw.tsx'

export type Formulierstand = {
  /** The plan as this form saw it, and the draft it was filled with: both go along so that nobody is overwritten unseen. */
  verborgen: Record<string, string>
  waarden: Readonly<Record<string, string>>
  fouten: Veldfout[]
  concept: Concept | undefined
  /** Somebody else was first: what he did, so that it can be seen beside what was typed */
  botsing?: string | undefined
  bewaard?: boolean | undefined
}

type Props = {
  raam: Raam
  rij: Planrij
  titel: string
  lead: ReactNode
  stand: Formulierstand
  children: ReactNode
}

/** A form about a plan: what it is about, the draft it holds, what was wrong, and what somebody else did meanwhile. */
export function Planformulier({ raam, rij, titel, lead, stand, children }: Props) {
  const { fouten, concept, botsing, bewaard } = stand
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0 || botsing !== undefined}
      kruimels={[
        { label: 'Verbeterplannen', href: routes.verbeterplannen() },
        { label: rij.nummer, href: routes.verbeterplan(rij.id) },
      ]}
      titel={titel}
      lead={lead}
      melding={
        botsing !== undefined ? (
          <Melding soort="fout" titel="Nog niet verstuurd.">
            {botsing} <a href={routes.verbeterplan(rij.id)}>Bekijk het plan zoals het nu is</a>.
          </Melding>
        ) : bewaard ? (
          <Melding soort="gedaan">Het concept is bewaard. De andere kant ziet het pas als u verstuurt.</Melding>
        ) : undefined
      }
    >
      <Foutenlijst fouten={fouten} />
      {concept && botsing === undefined && fouten.length === 0 && !bewaard && (
        <p className="ov-klein">
          Dit is het concept van {concept.gewijzigdDoor}, {moment(concept.gewijzigdOp)}.
        </p>
      )}
      {concept && botsing !== undefined && <Anders concept={concept} />}
      {children}
    </Pagina>
  )
}

/** The draft that a colleague kept meanwhile, so that nobody replaces it unread. */
function Anders({ concept: { inhoud, gewijzigdDoor, gewijzigdOp } }: { concept: Concept }) {
  const velden = Object.entries(inhoud).filter(
    ([naam, tekst]) => tekst.trim() !== '' && naam !== 'aantal' && !/\.(nr|melden)$/.test(naam),
  )
  return (
    <Vouw titel={`Het concept van ${gewijzigdDoor}, ${moment(gewijzigdOp)}`}>
      <dl className="ov-paren">
        {velden.map(([naam, tekst]) => (
          <Fragment key={naam}>
            <dt>{veldInWoorden(naam)}</dt>
            <dd>{tekst}</dd>
          </Fragment>
        ))}
      </dl>
    </Vouw>
  )
}

function veldInWoorden(naam: string): string {
  const deel = /^punten\.(\d+)\.(.+)$/.exec(naam)
  return deel ? `Punt ${deel[1]!}, ${deel[2]!}` : hoofdletter(naam)
}
