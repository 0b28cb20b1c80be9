import { klassen } from './klassen.ts'
import { soortVanOordeel, type Oordeelsoort } from './oordeel.tsx'
import { Vorm } from './vormen.tsx'

export type MatrixCel =
  | {
      soort: 'waarde'
      /** "59,4%" */
      tekst: string
      /** "n 37" */
      n: string
      oordeel: Oordeelsoort
      /** How far below the norm: see `tintVanAfstand` */
      tint?: 0 | 1 | 2 | 3
      href: string
      voorlopig?: boolean
    }
  | { soort: 'niet meetbaar'; tekst: string; n?: string; href?: string }
  | { soort: 'niet aangeleverd'; href?: string }
  /** About too few clients to be shown: `tekst` says so ("minder dan 10"), with the judgement where that may be told */
  | { soort: 'afgeschermd'; tekst: string; oordeel?: Oordeelsoort; voorlopig?: boolean; href: string }

/** One measurement of the heat table, or why there is none; `null` is no clients there. */
export function Cel({ cel, klasse }: { cel: MatrixCel | null; klasse: string }) {
  if (cel === null) {
    return (
      <td className={`${klasse} ov-niets`}>
        <span aria-hidden="true">·</span>
        <span className="ams-visually-hidden">geen cliënten</span>
      </td>
    )
  }
  if (cel.soort === 'waarde') {
    const vorm = soortVanOordeel(cel.oordeel)
    return (
      <td className={klassen(klasse, vorm === 'mis' && `ov-t${cel.tint || 1}`)}>
        <a href={cel.href}>
          {vorm === 'goed' ? cel.tekst : <b>{cel.tekst}</b>}
          <Vorm naam={vorm} />
          <span className="ams-visually-hidden">{cel.oordeel}</span>
          <small>
            {cel.n}
            {cel.voorlopig && ' · vl.'}
          </small>
        </a>
      </td>
    )
  }
  if (cel.soort === 'afgeschermd') {
    return (
      <td className={`${klasse} ov-arceer ov-arceer-oordeel`}>
        <a href={cel.href}>
          <i>
            {cel.tekst}
            {cel.voorlopig && ' · vl.'}
          </i>
          {cel.oordeel && (
            <>
              <span className={klassen(soortVanOordeel(cel.oordeel) === 'mis' && 'ov-mis')}>
                <Vorm naam={soortVanOordeel(cel.oordeel)} />
              </span>
              <span className="ams-visually-hidden">{cel.oordeel}</span>
            </>
          )}
        </a>
      </td>
    )
  }
  const inhoud = (
    <>
      <i>{cel.soort === 'niet meetbaar' ? cel.tekst : 'geen meting'}</i>
      {cel.soort === 'niet meetbaar' && cel.n !== undefined && <small>{cel.n}</small>}
    </>
  )
  return (
    <td className={`${klasse} ov-arceer`}>
      {cel.href === undefined ? <span>{inhoud}</span> : <a href={cel.href}>{inhoud}</a>}
    </td>
  )
}
