import type { Ronde } from '../../domain/do/bericht/rondes.ts'
import { Voortgang } from '../ui/voortgang.tsx'

/** How much the server has really read, in whole kilobytes; without a known size only the count. */
export function Leesbalk({ ronde, noot }: { ronde: Pick<Ronde, 'gelezen' | 'omvang'>; noot: string }) {
  const gelezen = Math.floor(ronde.gelezen / 1000)
  const omvang = ronde.omvang === null ? undefined : Math.max(gelezen, Math.ceil(ronde.omvang / 1000))
  return <Voortgang label="Gelezen" gedaan={gelezen} totaal={omvang} gedaanLabel="kB gelezen" noot={noot} />
}
