import { Fragment } from 'react'
import { routes } from '../routes.ts'

/** Where a cell comes from, each with a link to what it says there (docs/handleiding/rollen.md). */
export function Bronnen({ bron }: { bron: string }) {
  const delen = bron.split(', ')
  return delen.map((deel, i) => (
    <Fragment key={deel}>
      <span className="ov-bron">
        <a href={`${routes.handleiding('rollen')}#${bronanker(deel)}`}>{deel.replace(/^2\.3 rij/, 'matrix, rij')}</a>
        {i < delen.length - 1 && ','}
      </span>{' '}
    </Fragment>
  ))
}

/** "ROL-17" is "rol-17"; "2.3 rij 4" is the matrix as a whole. */
export function bronanker(bron: string): string {
  return bron.startsWith('2.3') ? 'de-matrix' : bron.toLowerCase().replace(' ', '-')
}
