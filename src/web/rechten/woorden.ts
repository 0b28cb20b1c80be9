import { inWoorden } from '../../domain/rechten/in-woorden.ts'
import { zonderPagina } from '../../domain/rechten/matrix.ts'
import { rollen, vanAanbieder, type Rol } from '../../domain/rechten.ts'
import { opsomming } from '../ui/notatie.ts'

/** "ziet aanbieders en budget; wijst functies toe", or "niets". */
export function alleenWoorden(rol: Rol): string {
  const { ziet, doet } = inWoorden(rol, zonderPagina)
  const delen = [ziet.length > 0 && `ziet ${opsomming(ziet)}`, doet.length > 0 && opsomming(doet)]
  return delen.filter(Boolean).join('; ') || 'nog niets'
}

/** The row of a role in docs/handleiding/rollen.md: the test beside it holds the handbook to the table of rights. */
export function rolregel(rol: Rol): string {
  const { ziet, doet } = inWoorden(rol, zonderPagina)
  const eigen = vanAanbieder(rol) && ziet.length > 0 ? ', alleen van de eigen organisatie' : ''
  return `| ${rollen[rol]} | ${opsomming(ziet) || 'nog niets'}${eigen} | ${opsomming(doet) || (ziet.length > 0 ? 'leest mee' : 'nog niets')} |`
}
