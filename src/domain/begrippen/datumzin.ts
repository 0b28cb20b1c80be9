/** "30 juni 2026": a day inside a sentence of a refusal. Pages have their own notation. */
export function datumzin(dag: Temporal.PlainDate): string {
  return dag.toLocaleString('nl-NL', { day: 'numeric', month: 'long', year: 'numeric' })
}
