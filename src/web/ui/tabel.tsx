import type { ReactNode } from 'react'
import { klassen } from './klassen.ts'
import { LegeStaat } from './lege-staat.tsx'

export type Kolom<R> = {
  naam: string
  kop: ReactNode
  /** Name before the value on a phone; by default `kop` when that is text */
  label?: string
  cel: (rij: R) => ReactNode
  /** Numbers right, words left */
  rechts?: boolean
  /** Never broken over two lines */
  heel?: boolean
  sorteerbaar?: boolean
  /** On a phone: left out, or over the whole width */
  telefoon?: 'weg' | 'breed'
}

export type Richting = 'op' | 'af'

export type Sortering = { kolom: string; richting: Richting; href: (kolom: string, richting: Richting) => string }

type Props<R> = {
  /** What the table shows; for screen readers unless `bijschriftTonen` */
  bijschrift: string
  bijschriftTonen?: boolean
  /** The first column names the row: put the link there */
  kolommen: Kolom<R>[]
  rijen: R[]
  sleutel: (rij: R) => string
  sortering?: Sortering
  leeg?: ReactNode
  /** Stays a table on a phone: only for few and narrow columns */
  plat?: boolean
  /** No wider than its content asks */
  smal?: boolean
  /** A click anywhere on the row follows its link (script); on by default */
  klikbaar?: boolean
}

/** A list as a table. Plain elements, because pages hold hundreds of cells. */
export function Tabel<R>(props: Props<R>) {
  const { bijschrift, kolommen, rijen, sleutel, sortering, leeg, plat = false, klikbaar = true } = props
  if (rijen.length === 0)
    return leeg ?? <LegeStaat titel="Niets gevonden">Kies minder voorwaarden om meer te zien.</LegeStaat>

  const [eerste, ...overige] = kolommen.map((kolom, i) => ({
    ...kolom,
    klasse: klassen(
      kolom.rechts && 'ov-r',
      kolom.heel && 'ov-h',
      kolom.telefoon === 'weg' && 'ov-weg',
      kolom.telefoon === 'breed' && 'ov-vol',
    ),
    dataKop: plat || i === 0 ? undefined : (kolom.label ?? (typeof kolom.kop === 'string' ? kolom.kop : undefined)),
  }))
  return (
    <table className={klassen('ov-tabel', !plat && 'ov-lijnen', props.smal && 'ov-tabel-smal')}>
      <caption className={klassen(!props.bijschriftTonen && 'ams-visually-hidden')}>{bijschrift}</caption>
      <thead>
        <tr>
          {[eerste!, ...overige].map((kolom) => (
            <Kop key={kolom.naam} kolom={kolom} klasse={kolom.klasse} sortering={sortering} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rijen.map((rij) => (
          <tr key={sleutel(rij)} data-rij={klikbaar ? '' : undefined}>
            <th scope="row" className={eerste!.klasse}>
              {eerste!.cel(rij)}
            </th>
            {overige.map((kolom) => (
              <td key={kolom.naam} className={kolom.klasse} data-kop={kolom.dataKop}>
                {kolom.cel(rij)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type KopProps<R> = { kolom: Kolom<R>; klasse: string | undefined; sortering: Sortering | undefined }

function Kop<R>({ kolom, klasse, sortering }: KopProps<R>) {
  if (!sortering || !kolom.sorteerbaar) {
    return (
      <th scope="col" className={klasse}>
        {kolom.kop}
      </th>
    )
  }
  const richting = sortering.kolom === kolom.naam ? sortering.richting : undefined
  return (
    <th scope="col" className={klasse} aria-sort={richting && (richting === 'op' ? 'ascending' : 'descending')}>
      <a href={sortering.href(kolom.naam, richting === 'op' ? 'af' : 'op')}>
        {kolom.kop}
        {richting && <span aria-hidden="true">{richting === 'op' ? '\u00a0↑' : '\u00a0↓'}</span>}
      </a>
    </th>
  )
}
