/** Answers every message of the bench with what `werk` gives; says first that it is ready. */
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
