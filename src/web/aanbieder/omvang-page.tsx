import type { Jaaromvang } from '../../domain/plan/aanbieder/list-omvang.ts'
import type { Aanbieder } from '../../domain/plan/aanbieder/queries.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'

type Props = {
  raam: Raam
  aanbieder: Aanbieder
  omvang: Jaaromvang[]
  jaar: number
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

/** Writing down the number of employees of a year (CTR-08). */
export function OmvangPage({ raam, aanbieder, omvang, jaar, waarden = {}, fouten = [] }: Props) {
  const nu = omvang.find((een) => een.jaar === jaar)
  const veld = (naam: string, vastgelegd = '') => ({
    naam,
    waarde: waarden[naam] ?? vastgelegd,
    fout: fouten.find((fout) => fout.veld === naam)?.melding,
  })
  return (
    <Pagina
      raam={raam}
      kruimels={[
        { label: 'Aanbieders', href: routes.aanbieders() },
        { label: aanbieder.naam, href: routes.aanbieder(aanbieder.id, 'gegevens') },
      ]}
      titel="Medewerkers vastleggen"
      lead="Cliënten en declaraties worden geteld uit de berichten; die hoeft u niet in te vullen."
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.omvang(aanbieder.id)}
        csrf={raam.csrf}
        knop="Vastleggen"
        terug={{ label: 'Terug', href: `${routes.aanbieder(aanbieder.id, 'gegevens')}#omvang` }}
      >
        <Tekstveld {...veld('jaar', String(jaar))} label="Jaar" breedte="kort" cijfers />
        <Tekstveld
          {...veld('medewerkers', nu?.medewerkers == null ? '' : String(nu.medewerkers))}
          label="Aantal medewerkers"
          breedte="kort"
          cijfers
        />
        <Tekstveld
          {...veld('toelichting', nu?.toelichting ?? '')}
          label="Waar dit aantal vandaan komt"
          hulp="Bijvoorbeeld: jaarverantwoording 2025, bladzijde 12."
        />
      </Formulier>
    </Pagina>
  )
}
