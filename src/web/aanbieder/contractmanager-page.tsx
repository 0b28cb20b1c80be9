import type { AanbiederInLijst } from '../../domain/plan/aanbieder/list-aanbieders.ts'
import type { Lijst } from '../../domain/begrippen/lijst.ts'
import { bladstand, hoeveel } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Melding } from '../ui/melding.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { aanbiederQuery, type Aanbiederkeuze } from './keuze.ts'

type Props = {
  raam: Raam
  keuze: Aanbiederkeuze
  lijst: Lijst<AanbiederInLijst>
  personen: { id: string; naam: string }[]
  gekozen?: string[]
  fout?: string | undefined
  gedaan?: number | undefined
}

const LAAT = 'laat'

/** Giving many aanbieders a contract manager and a back-up at once (ROL-06). */
export function ContractmanagerPage({ raam, keuze, lijst, personen, gekozen = [], fout, gedaan }: Props) {
  const query = aanbiederQuery(keuze)
  const opties = [
    { waarde: LAAT, label: 'Laten zoals het is' },
    ...personen.map(({ id, naam }) => ({ waarde: id, label: naam })),
    { waarde: '', label: 'Niemand' },
  ]
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Aanbieders', href: routes.aanbieders(query) }]}
      titel="Contractmanager instellen"
      lead={
        <>
          Kies uit <b>{hoeveel(lijst.totaal, 'aanbieder', 'aanbieders')}</b> wie u een contractmanager of achtervanger
          wilt geven. De twee zijn verschillende personen.
        </>
      }
      melding={
        fout ? (
          <Melding soort="fout">{fout}</Melding>
        ) : gedaan !== undefined ? (
          <Melding soort="gedaan">
            {gedaan === 1 ? 'Eén aanbieder is gewijzigd.' : `${gedaan} aanbieders zijn gewijzigd.`}
          </Melding>
        ) : undefined
      }
      fouten={fout !== undefined}
    >
      <Formulier
        actie={routes.aanbiedersContractmanager({ ...query, pagina: keuze.pagina })}
        csrf={raam.csrf}
        knop="Vastleggen"
        terug={{ label: 'Terug naar de aanbieders', href: routes.aanbieders(query) }}
      >
        <Keuze naam="contractmanagerId" label="Contractmanager" opties={opties} waarde={LAAT} />
        <Keuze naam="achtervangerId" label="Achtervanger" opties={opties} waarde={LAAT} />
        <Keuze
          naam="aanbieder"
          label="Aanbieders"
          soort="vinkjes"
          waarde={gekozen}
          opties={lijst.rijen.map(({ id, naam, contractmanager, achtervanger }) => ({
            waarde: id,
            label: naam,
            hulp: `${contractmanager ?? 'geen contractmanager'}, ${achtervanger ? `achtervanger ${achtervanger}` : 'geen achtervanger'}`,
          }))}
        />
      </Formulier>
      <Bladeren
        {...bladstand(keuze.pagina, lijst)}
        wat="aanbieders"
        href={(pagina) => routes.aanbiedersContractmanager({ ...query, pagina })}
      />
    </Pagina>
  )
}
