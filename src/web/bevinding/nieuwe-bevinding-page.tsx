import type { Gesprek } from '../../domain/act/gesprek/queries.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { datum } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'

type Props = {
  raam: Raam
  aanbieders: { id: string; naam: string }[]
  /** The meeting it came up in: then the aanbieder is known */
  gesprek?: Gesprek | undefined
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

/** Writing down a finding by hand, or one that came up in a meeting. */
export function NieuweBevindingPage({ raam, aanbieders, gesprek, waarden = {}, fouten = [] }: Props) {
  const fout = (veld: string) => fouten.find((fout) => fout.veld === veld)?.melding
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={
        gesprek
          ? [
              { label: 'Gesprekken', href: routes.gesprekken() },
              { label: gesprek.titel, href: routes.gesprek(gesprek.id) },
            ]
          : [{ label: 'Bevindingen', href: routes.bevindingen() }]
      }
      titel="Bevinding vastleggen"
      lead={
        gesprek
          ? `Uit het gesprek van ${datum(gesprek.datum)} met ${gesprek.aanbieder ?? 'de aanbieder'}. Noem geen cliënten bij naam.`
          : 'Leg vast wat niet voldoet aan wat is afgesproken. Noem geen cliënten bij naam.'
      }
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.bevindingVastleggen()}
        csrf={raam.csrf}
        knop="Bevinding vastleggen"
        terug={{ label: 'Terug', href: gesprek ? routes.gesprek(gesprek.id) : routes.bevindingen() }}
        verborgen={gesprek ? { gesprekId: gesprek.id, aanbiederId: gesprek.aanbiederId ?? '' } : {}}
      >
        {!gesprek && (
          <Keuze
            naam="aanbiederId"
            label="Aanbieder"
            leeg="Kies een aanbieder"
            opties={aanbieders.map(({ id, naam }) => ({ waarde: id, label: naam }))}
            waarde={waarden['aanbiederId']}
            fout={fout('aanbiederId')}
          />
        )}
        <Tekstveld
          naam="titel"
          label="Wat is er niet in orde?"
          hulp="Eén zin, bijvoorbeeld: rapportage over 2025 ontbreekt."
          waarde={waarden['titel']}
          fout={fout('titel')}
        />
        <Tekstveld
          naam="toelichting"
          label="Toelichting"
          facultatief
          regels={5}
          waarde={waarden['toelichting']}
          fout={fout('toelichting')}
        />
      </Formulier>
    </Pagina>
  )
}
