import { routes } from './routes.ts'
import { KalePagina } from './ui/kale-pagina.tsx'
import { Knop } from './ui/knop.tsx'
import { Pagina, type Raam } from './ui/pagina.tsx'

const titels: Record<number, string> = {
  403: 'Dit mag niet',
  404: 'Niet gevonden',
  409: 'Dit kan nu niet',
  413: 'Te groot',
  422: 'Dit klopt niet',
  429: 'Even wachten',
  500: 'Er ging iets mis',
  503: 'Nu niet te tonen',
}

/** A refusal as a page: what happened and what to do. `raam` is there once somebody is signed in. */
export function FoutPage({ status, melding, raam }: { status: number; melding: string; raam: Raam | undefined }) {
  const titel = titels[status] ?? 'Dit kan niet'
  const terug = <Knop href={routes.vandaag()}>Naar Vandaag</Knop>
  if (!raam) {
    return (
      <KalePagina titel={titel} lead={melding}>
        {terug}
      </KalePagina>
    )
  }
  return (
    <Pagina raam={raam} titel={titel} lead={melding}>
      {terug}
    </Pagina>
  )
}
