import type { ReactNode } from 'react'
import type { Ronde } from '../../domain/do/bericht/rondes.ts'
import { routes } from '../routes.ts'
import { aantal, getal, momentKort } from '../ui/notatie.ts'
import { Oordeel } from '../ui/oordeel.tsx'
import { Tabel, type Kolom, type Sortering } from '../ui/tabel.tsx'
import { rondestand, type Rondestand } from './ronde-stand.ts'

export const bronnamen = {
  web: 'via de pagina',
  opdrachtregel: 'via de opdrachtregel',
  voorbeeld: 'voor de voorbeeldregio',
} as const

export const standnamen: Record<Rondestand, { oordeel: Parameters<typeof Oordeel>[0]['oordeel']; tekst: string }> = {
  klaar: { oordeel: 'voldoende', tekst: 'klaar' },
  bezig: { oordeel: 'loopt', tekst: 'wordt gelezen' },
  beoordelen: { oordeel: 'loopt', tekst: 'wordt beoordeeld' },
  afgebroken: { oordeel: 'onvoldoende', tekst: 'afgebroken' },
}

function StandTeken({ stand }: { stand: Rondestand }) {
  return <Oordeel {...standnamen[stand]} />
}

type Props = { rondes: Ronde[]; nu: Temporal.Instant; sortering?: Sortering; leeg?: ReactNode }

/** Deliveries of files. */
export function RondeTabel({ rondes, nu, ...tabel }: Props) {
  const kolommen: Kolom<Ronde>[] = [
    {
      naam: 'gestart',
      kop: 'Levering',
      heel: true,
      sorteerbaar: true,
      cel: (r) => <a href={routes.inleesronde(r.id)}>{momentKort(r.gestartOp)}</a>,
    },
    {
      naam: 'door',
      kop: 'Door',
      sorteerbaar: true,
      cel: (r) => (r.bron === 'web' ? r.gestartDoor : `${r.gestartDoor}, ${bronnamen[r.bron]}`),
    },
    { naam: 'bestanden', kop: 'Bestanden', rechts: true, cel: (r) => getal(r.bestanden) },
    { naam: 'verwerkt', kop: 'Verwerkt', rechts: true, cel: (r) => getal(r.verwerkt) },
    { naam: 'dubbel', kop: 'Dubbel', rechts: true, telefoon: 'weg', cel: (r) => getal(r.dubbel) },
    { naam: 'wachtend', kop: 'Wachtend', rechts: true, cel: (r) => getal(r.wachtend) },
    {
      naam: 'afgekeurd',
      kop: 'Afgekeurd',
      rechts: true,
      cel: (r) => (r.afgekeurd > 0 ? <span className="ov-mis">{getal(r.afgekeurd)}</span> : '0'),
    },
    { naam: 'stand', kop: 'Stand', cel: (r) => <StandTeken stand={rondestand(r, nu)} /> },
  ]
  return <Tabel bijschrift="Leveringen" kolommen={kolommen} rijen={rondes} sleutel={(r) => r.id} {...tabel} />
}

/** The name people know: of an entry the zip it came in, without the folders before it. */
export function bestandsnaam(pad: string): string {
  const delen = pad.split(/[\\/]/)
  const zip = delen.findLastIndex((deel, i) => i < delen.length - 1 && /\.zip$/i.test(deel))
  return delen.slice(zip === -1 ? -1 : zip).join('/')
}

/** The zip a file came in, else its own name: beside the identification of the message that is enough. */
export function herkomst(pad: string): string {
  const naam = bestandsnaam(pad)
  return /^(.*?\.zip)\//i.exec(naam)?.[1] ?? naam
}

/** "12,3 MB" from bytes */
export function megabytes(bytes: number): string {
  const tiende = Math.round(bytes / 1e5)
  return `${getal(tiende / 10)}\u00a0MB`
}

/** "261 verwerkt, 7 afgekeurd" of what was counted so far */
export function telzin(ronde: Ronde): string {
  const delen = [
    aantal(ronde.verwerkt, 'bestand verwerkt', 'bestanden verwerkt'),
    ronde.dubbel > 0 ? `${getal(ronde.dubbel)}\u00a0dubbel` : '',
    ronde.wachtend > 0 ? `${getal(ronde.wachtend)}\u00a0wachtend` : '',
    ronde.afgekeurd > 0 ? `${getal(ronde.afgekeurd)}\u00a0afgekeurd` : '',
  ]
  return delen.filter((deel) => deel !== '').join(', ')
}
