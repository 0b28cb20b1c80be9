/** Answers every message of the bench with what `werk` gives; says first that it is ready. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what it is asked
export function beantwoord<Vraag>(werk: (vraag: Vraag) => Promise<unknown>) {
  process.on('message', (vraag: Vraag) => {
    werk(vraag).then(
      (goed) => process.send?.({ goed }),
      (fout: unknown) => process.send?.({ fout: fout instanceof Error ? (fout.stack ?? fout.message) : String(fout) }),
    )
  })
  process.once('disconnect', () => process.exit())
  process.send?.('klaar')
}
