import type { Geopend } from '../../domain/act/escalatie/lees-zaak.ts'
import type { Stuksoort } from '../../domain/act/escalatie/ladder.ts'
import type { Zaakgesprek } from '../../domain/act/gesprek/list-gesprekken-van.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Stukvelden } from './stukvelden.tsx'
import { Velden, type Keuzelijsten, type Waarden } from './velden.tsx'

type Props = {
  raam: Raam
  geopend: Geopend
  soort: Stuksoort
  /** The aanbieder hands in: today, and in its own words */
  aanbieder: boolean
  gesprekken: Zaakgesprek[]
  keuzes: Keuzelijsten
  waarden?: Waarden
  fouten?: Veldfout[]
}

/** Recording something in a case, or handing it in as the aanbieder. */
export function StukPage({ raam, geopend, soort, aanbieder, gesprekken, keuzes, waarden = {}, fouten = [] }: Props) {
  const { rij, feiten } = geopend
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[
        { label: 'Escalaties', href: routes.escalaties() },
        { label: rij.nummer, href: routes.escalatie(rij.id) },
      ]}
      titel={`${soort.naam}${aanbieder ? ' indienen' : ' vastleggen'}`}
      lead={
        aanbieder
          ? 'De dag waarop u dit indient, is de dag van ontvangst. Wat u indient blijft staan. Noem geen cliënten.'
          : soort.uitleg || 'Wat u vastlegt, blijft in de zaak staan. Noem geen cliënten.'
      }
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.escalatiestuk(rij.id, soort.code)}
        csrf={raam.csrf}
        knop={aanbieder ? 'Indienen' : 'Vastleggen'}
        verborgen={{ gezien: String(rij.versie) }}
        terug={{ label: 'Terug', href: routes.escalatie(rij.id) }}
      >
        {aanbieder ? (
          <Velden
            voor={`stuk.${soort.code}.`}
            velden={soort.velden}
            waarden={waarden}
            fouten={fouten}
            keuzes={keuzes}
          />
        ) : (
          <Stukvelden {...{ soort, gesprekken, waarden, fouten, keuzes }} dagnaam="datum" vandaag={feiten.vandaag} />
        )}
      </Formulier>
    </Pagina>
  )
}
