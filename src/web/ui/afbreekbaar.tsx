import { Fragment } from 'react'

/** A long name that may break after a slash, hyphen or underscore, so that no abbreviation is needed and nothing is cut off. */
export function Afbreekbaar({ tekst }: { tekst: string }) {
  return tekst.split(/(?<=[/_-])/).map((deel, i) => (
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {deel}
    </Fragment>
  ))
}
