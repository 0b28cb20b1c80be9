import type { Veld } from '../../domain/act/escalatie/ladder.ts'
import { datumZonderDag } from '../lijst.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'

export type Waarden = Record<string, string | string[]>
export type Keuzelijsten = { gemeenten: { code: string; naam: string }[]; producten: { code: string; naam: string }[] }

type Props = {
  /** Before the code of the field: "veld.", "stuk.verslag." */
  voor: string
  velden: readonly Veld[]
  waarden: Waarden
  fouten: readonly Veldfout[]
  keuzes: Keuzelijsten
}

/** The fields of a step, a record or a measure. */
export function Velden({ voor, velden, waarden, fouten, keuzes }: Props) {
  return velden.map((veld) => {
    const naam = `${voor}${veld.code}`
    const basis = {
      naam,
      label: veld.naam,
      fout: fouten.find((fout) => fout.veld === naam)?.melding,
      facultatief: !veld.verplicht,
      ...(veld.hulp !== undefined && { hulp: veld.hulp }),
    }
    const waarde = een(waarden[naam])
    if (veld.code === 'gemeenten' || veld.code === 'producten') {
      const opties = keuzes[veld.code].map(({ code, naam }) => ({ waarde: code, label: naam }))
      return <Keuze key={naam} {...basis} soort="vinkjes" opties={opties} waarde={[waarden[naam] ?? []].flat()} />
    }
    if (veld.soort === 'keuze') {
      const opties = (veld.opties ?? []).map(({ code, naam }) => ({ waarde: code, label: naam }))
      return <Keuze key={naam} {...basis} soort="rondjes" opties={opties} waarde={waarde} />
    }
    if (veld.soort === 'datum') return <Datumveld key={naam} {...basis} waarde={waarde} />
    if (veld.soort === 'bedrag')
      return <Tekstveld key={naam} {...basis} breedte="kort" cijfers achter="euro" waarde={waarde} />
    return <Tekstveld key={naam} {...basis} regels={3} waarde={waarde} />
  })
}

export function een(waarde: string | string[] | undefined): string | undefined {
  return Array.isArray(waarde) ? waarde[0] : waarde
}

export function dag(datum: Temporal.PlainDate): string {
  return datumZonderDag(datum)
}
