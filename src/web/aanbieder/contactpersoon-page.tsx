import type { Aanbieder } from '../../domain/plan/aanbieder/queries.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'

type Props = {
  raam: Raam
  aanbieder: Aanbieder
  overeenkomsten: { id: string; nummer: string; onderwerp: string }[]
  gemeenten: { code: string; naam: string }[]
  /** Ids of overeenkomsten and codes of gemeenten. */
  gekozen?: string[]
  /** Left out: a new one. */
  id?: string | undefined
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

/** Adding or changing somebody at an aanbieder. */
export function ContactpersoonPage(props: Props) {
  const { raam, aanbieder, overeenkomsten, gemeenten, gekozen = [], id, waarden = {}, fouten = [] } = props
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
        {overeenkomsten.length > 0 && (
          <Keuze
            naam="overeenkomstIds"
            label="Voor welke overeenkomsten"
            hulp="Niets gekozen: voor alle overeenkomsten."
            soort="vinkjes"
            facultatief
            waarde={gekozen}
            opties={overeenkomsten.map((een) => ({ waarde: een.id, label: `${een.nummer} ${een.onderwerp}` }))}
          />
        )}
        <Keuze
          naam="gemeenteCodes"
          label="Voor welke gemeenten"
          hulp="Niets gekozen: voor alle gemeenten."
          soort="vinkjes"
          facultatief
          waarde={gekozen}
          opties={gemeenten.map(({ code, naam }) => ({ waarde: code, label: naam }))}
        />
      </Formulier>
    </Pagina>
  )
}
