import type { Dienstverlening } from '../../domain/plan/organisatie/dienstverlening.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Feiten } from '../ui/feiten.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { datum, dagMaand, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { kruimels } from './kader.tsx'
import { maakVeld } from './model-form-page.tsx'
import type { Waarden } from './velden.ts'

type Basis = { raam: Raam; gemeenten: { code: string; naam: string }[]; waarden?: Waarden; fouten?: Veldfout[] }

/** A new agreement with a partner. `centrum`: the centrumgemeente, filled in beforehand. */
export function NieuweDienstverleningPage(props: Basis & { centrum: string | null }) {
  const { raam, fouten = [] } = props
  return (
    <Pagina
      raam={raam}
      kruimels={kruimels('dienstverlening')}
      titel="Dienstverleningsovereenkomst vastleggen"
      lead="Welke gemeente voor welke andere uitvoert. De laatste dag komt in de kalender van contractbeheer."
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.organisatie('dienstverlening/nieuw')}
        csrf={raam.csrf}
        knop="Overeenkomst vastleggen"
        terug={{ label: 'Terug', href: routes.organisatie('dienstverlening') }}
      >
        <Velden {...props} nu={{ dienstverlener: props.centrum ?? '' }} />
      </Formulier>
    </Pagina>
  )
}

function Velden({ gemeenten, waarden = {}, fouten = [], nu }: Basis & { nu: Waarden }) {
  const veld = maakVeld({ ...nu, ...waarden }, fouten)
  const opties = gemeenten.map(({ code, naam }) => ({ waarde: code, label: naam }))
  return (
    <>
      <Keuze {...veld('dienstverlener')} label="Wie voert uit" leeg="Kies een gemeente" opties={opties} />
      <Keuze {...veld('gemeente')} label="Voor welke partner" leeg="Kies een gemeente" opties={opties} />
      <Tekstveld
        {...veld('reikwijdte')}
        label="Waarvoor"
        hulp="Welke taken, voor welke overeenkomsten of wetten."
        regels={4}
      />
      <Datumveld {...veld('begindatum')} label="Eerste dag" />
      <Datumveld {...veld('einddatum')} label="Laatste dag" facultatief />
      <Tekstveld {...veld('vindplaats')} label="Document" hulp="Zaaknummer of adres van het getekende stuk." />
    </>
  )
}

type Props = Basis & { ctx: Context; overeenkomst: Dienstverlening; welke?: 'wijzigen' | 'beeindigen' }

/** One agreement, with correcting and ending it. */
export function DienstverleningKaart({ raam, ctx, gemeenten, overeenkomst, welke, waarden, fouten = [] }: Props) {
  const { id, dienstverlenerNaam, gemeenteNaam, begindatum, einddatum, beeindigdOp, beeindigingReden } = overeenkomst
  const houdtBij = mag(ctx.actor, 'organisatie:bijhouden') && !beeindigdOp
  const dag = (een: Temporal.PlainDate | null) => (een ? `${dagMaand(een)} ${String(een.year)}` : '')
  const beeindigen = maakVeld(welke === 'beeindigen' ? (waarden ?? {}) : {}, welke === 'beeindigen' ? fouten : [])
  return (
    <Pagina
      raam={raam}
      kruimels={kruimels('dienstverlening')}
      titel={`${dienstverlenerNaam} voor ${gemeenteNaam}`}
      lead={`Dienstverleningsovereenkomst van ${datum(begindatum)}${einddatum ? ` tot en met ${datum(einddatum)}` : ', zonder laatste dag'}.`}
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Feiten
        feiten={[
          { label: 'Voert uit', waarde: dienstverlenerNaam },
          { label: 'Partner', waarde: gemeenteNaam },
          { label: 'Laatste dag', betekenis: 'gecontracteerd', waarde: einddatum ? datum(einddatum) : 'geen' },
          { label: 'Document', waarde: overeenkomst.vindplaats },
        ]}
      />
      <Onderdeel titel="Waarvoor">
        <p className="ov-tekst">{overeenkomst.reikwijdte}</p>
        {beeindigdOp && (
          <p>
            <b>Beëindigd</b> op {moment(beeindigdOp)}: {beeindigingReden}
          </p>
        )}
        <p className="ov-klein">
          Vastgelegd door {overeenkomst.vastgelegdDoor}, {moment(overeenkomst.vastgelegdOp)}
        </p>
      </Onderdeel>
      {houdtBij && (
        <>
          <Vouw titel="Wijzigen" open={welke === 'wijzigen'}>
            <Formulier
              actie={routes.dienstverlening(id)}
              csrf={raam.csrf}
              knop="Wijziging vastleggen"
              verborgen={{ versie: String(overeenkomst.versie) }}
            >
              <Velden
                raam={raam}
                gemeenten={gemeenten}
                waarden={welke === 'wijzigen' ? (waarden ?? {}) : {}}
                fouten={welke === 'wijzigen' ? fouten : []}
                nu={{
                  dienstverlener: overeenkomst.dienstverlener,
                  gemeente: overeenkomst.gemeente,
                  reikwijdte: overeenkomst.reikwijdte,
                  begindatum: dag(begindatum),
                  einddatum: dag(einddatum),
                  vindplaats: overeenkomst.vindplaats,
                }}
              />
            </Formulier>
          </Vouw>
          <Vouw titel="Eerder beëindigen" open={welke === 'beeindigen'}>
            <Formulier
              actie={routes.dienstverlening(id, 'beeindigen')}
              csrf={raam.csrf}
              soort="tweede"
              knop="Overeenkomst beëindigen"
              verborgen={{ versie: String(overeenkomst.versie) }}
            >
              <Datumveld {...beeindigen('laatste')} label="Nieuwe laatste dag" />
              <Tekstveld {...beeindigen('einde-reden')} label="Reden" regels={3} />
            </Formulier>
          </Vouw>
        </>
      )}
    </Pagina>
  )
}
