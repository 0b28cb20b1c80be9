import type { InzageInLijst } from '../../domain/check/inzage/queries.ts'
import type { Inzagereden } from '../../domain/check/inzage/inzage.ts'
import { mag } from '../../domain/rechten.ts'
import type { Actor } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { getal, moment } from '../ui/notatie.ts'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { foutTekst, hrefVan, inzageNaam, waarvoor } from './woorden.ts'

type Props = {
  bijschrift: string
  inzagen: InzageInLijst[]
  redenen: Inzagereden[]
  actor: Actor
  zonderAantal?: boolean
}

/** Requests that showed cases, or tried to: who, what, and what for. */
export function InzageTabel({ bijschrift, inzagen, redenen, actor, zonderAantal = false }: Props) {
  const kolommen: Kolom<InzageInLijst>[] = [
    {
      naam: 'wanneer',
      kop: 'Wanneer',
      heel: true,
      cel: ({ id, startTime }) => <a href={routes.inzage(id)}>{moment(startTime)}</a>,
    },
    {
      naam: 'wie',
      kop: 'Wie',
      cel: ({ gebruiker, rol, namens }) => (
        <>
          {gebruiker}
          <div className="ov-klein">
            {rol}, namens {namens}
          </div>
        </>
      ),
    },
    {
      naam: 'wat',
      kop: 'Wat',
      cel: ({ name, fout }) => (
        <>
          {inzageNaam(name)}
          {fout !== null && <div className="ov-klein ov-mis">{foutTekst(fout)}</div>}
        </>
      ),
    },
    {
      naam: 'waarvoor',
      kop: 'Waarvoor',
      telefoon: 'breed',
      cel: (rij) => <Waarvoor rij={rij} redenen={redenen} actor={actor} />,
    },
    ...(zonderAantal
      ? []
      : [
          {
            naam: 'clienten',
            kop: 'Cliënten',
            rechts: true,
            cel: ({ clienten }: InzageInLijst) => (clienten === 0 ? '–' : getal(clienten)),
          },
        ]),
  ]
  return (
    <Tabel
      bijschrift={bijschrift}
      kolommen={kolommen}
      rijen={inzagen}
      sleutel={({ id }) => String(id)}
      leeg={<p className="ov-stil">Niets gevonden.</p>}
    />
  )
}

const RECHT = { 'kpi-uitkomst': 'kpi:lezen', bevinding: 'bevinding:lezen', bericht: 'bericht:lezen' } as const

function Waarvoor({ rij, redenen, actor }: { rij: InzageInLijst; redenen: Inzagereden[]; actor: Actor }) {
  const tekst = waarvoor(rij, redenen)
  const href = hrefVan(rij)
  const recht = rij.taak && rij.taak in RECHT ? RECHT[rij.taak as keyof typeof RECHT] : undefined
  return href && recht && mag(actor, recht) ? <a href={href}>{tekst}</a> : <>{tekst}</>
}
