import type { Aanbieder } from '../../domain/plan/aanbieder/queries.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'

type Props = {
  raam: Raam
  aanbieder: Aanbieder
  /** Left out: a new one. */
  id?: string | undefined
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

/** Adding or changing somebody at an aanbieder. */
export function ContactpersoonPage({ raam, aanbieder, id, waarden = {}, fouten = [] }: Props) {
  const veld = (naam: string) => ({
    naam,
    waarde: waarden[naam],
    fout: fouten.find((fout) => fout.veld === naam)?.melding,
  })
  const terug = routes.aanbieder(aanbieder.id, 'gegevens')
  return (
    <Pagina
      raam={raam}
      kruimels={[
        { label: 'Aanbieders', href: routes.aanbieders() },
        { label: aanbieder.naam, href: routes.aanbieder(aanbieder.id) },
      ]}
      titel={id ? 'Contactpersoon wijzigen' : 'Contactpersoon toevoegen'}
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.contactpersoon(aanbieder.id, id)}
        csrf={raam.csrf}
        knop="Opslaan"
        terug={{ label: 'Terug', href: terug }}
      >
        <Tekstveld {...veld('naam')} label="Naam" autoComplete="off" />
        <Tekstveld {...veld('functie')} label="Functie" facultatief />
        <Tekstveld
          {...veld('email')}
          label="E-mailadres"
          soort="email"
          autoComplete="off"
          hulp="Vul een e-mailadres of een telefoonnummer in, of allebei."
        />
        <Tekstveld {...veld('telefoon')} label="Telefoonnummer" soort="tel" breedte="half" autoComplete="off" />
      </Formulier>
    </Pagina>
  )
}
