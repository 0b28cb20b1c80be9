import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Tabs } from '../ui/tabs.tsx'

/** The lists of this room, for who plans; others have one. */
export function Gesprektabs({ ctx, deel }: { ctx: Context; deel: 'gesprekken' | 'gezien' | 'plannen' }) {
  if (!mag(ctx.actor, 'gesprek:plannen')) return null
  return (
    <Tabs
      label="Onderdelen van gesprekken"
      tabs={[
        { label: 'Gesprekken', href: routes.gesprekken(), actief: deel === 'gesprekken' },
        { label: 'Wie te weinig gezien', href: routes.gezien(), actief: deel === 'gezien' },
        { label: 'Jaar plannen', href: routes.gesprekkenPlannen(), actief: deel === 'plannen' },
      ]}
    />
  )
}
