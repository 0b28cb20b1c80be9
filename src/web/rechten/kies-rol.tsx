import { rollen, type Rol } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { FilterZin } from '../ui/filter-zin.tsx'

/** All roles, or one. */
export function KiesRol({ rol }: { rol?: Rol }) {
  const mensen = Object.entries(rollen).filter(([rol]) => !rol.includes('('))
  return (
    <FilterZin
      actie={routes.rechten()}
      delen={[
        'Toon wat',
        {
          naam: 'rol',
          label: 'Rol',
          waarde: rol ?? '',
          opties: [
            { waarde: '', label: 'elke rol' },
            ...mensen.map(([waarde, label]) => ({
              waarde,
              label: label.toLowerCase().replace('aanbieder: ', 'aanbieder, '),
            })),
          ],
        },
        'mag',
      ]}
    />
  )
}
