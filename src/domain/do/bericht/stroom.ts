/** The first bytes of a stream (fewer only at its end), and the whole stream again. `opBytes` hears how much was read. */
export async function gluur(bron: AsyncIterable<Uint8Array>, aantal: number, opBytes: (aantal: number) => void) {
  const delen: Uint8Array[] = []
  const stroom = bron[Symbol.asyncIterator]()
  let lengte = 0
  let klaar = false
  while (lengte < aantal && !klaar) {
    const deel = await stroom.next()
    klaar = deel.done === true
    if (!deel.done && deel.value.length > 0) {
      delen.push(deel.value)
      lengte += deel.value.length
      opBytes(deel.value.length)
    }
  }
  async function* geheel(): AsyncGenerator<Uint8Array> {
    try {
      yield* delen
      while (!klaar) {
        const deel = await stroom.next()
        if (deel.done === true) {
          return
        }
        opBytes(deel.value.length)
        yield deel.value
      }
    } finally {
      await stroom.return?.()
    }
  }
  return { begin: Buffer.concat(delen).subarray(0, aantal), geheel: geheel() }
}

/** All bytes of a stream, or null when there are more than `hoogstens`; the rest is read and dropped. */
export async function verzamel(bron: AsyncIterable<Uint8Array>, hoogstens: number): Promise<Buffer | null> {
  let delen: Uint8Array[] = []
  let lengte = 0
  for await (const deel of bron) {
    lengte += deel.length
    if (lengte > hoogstens) {
      delen = []
    } else {
      delen.push(deel)
    }
  }
  return lengte > hoogstens ? null : Buffer.concat(delen)
}
