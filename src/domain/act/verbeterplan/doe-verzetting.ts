import { belet, gebrek } from './planacten.ts'
import type { Plan, Uitkomst, Wie } from './plan.ts'

/** Shortens or extends the term that runs, with a reason (ESA-10): that of the plan, or of the realisation once it was agreed. */
export function doeVerzetting(
  plan: Plan,
  { naar, reden }: { naar: Temporal.PlainDate | null; reden: string },
  wie: Wie,
): Uitkomst {
  const stop = belet('verzetten', plan, wie)
  if (stop) return stop
  const soort = plan.stand === 'uitvoering' ? 'realisatie' : 'plan'
  const van = soort === 'realisatie' ? plan.realisatieUiterlijk! : plan.uiterlijk
  if (naar === null) return gebrek('Vul de nieuwe laatste dag in.', 'naar')
  if (Temporal.PlainDate.compare(naar, wie.vandaag) < 0) return gebrek('Deze dag is al voorbij.', 'naar')
  if (naar.equals(van)) return gebrek('Dit is al de laatste dag.', 'naar')
  if (reden.trim() === '') return gebrek('Schrijf op waarom de termijn verandert.', 'reden')
  return {
    plan: {
      ...plan,
      ...(soort === 'realisatie' ? { realisatieUiterlijk: naar } : { uiterlijk: naar }),
      verzettingen: [...plan.verzettingen, { soort, van, naar, reden, door: wie.naam, op: wie.op }],
    },
  }
}
