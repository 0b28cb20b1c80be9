import type { Ladder, Overgang } from '../../domain/act/escalatie/ladder.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Stapvelden } from './stapvelden.tsx'
import { een, type Keuzelijsten, type Waarden } from './velden.tsx'

type Props = {
  raam: Raam
  ladder: Ladder
  openingen: Overgang[]
  overgang: Overgang
  bevinding: { id: string; titel: string; aanbieder: string } | null
  aanbieders: { id: string; naam: string }[]
  overeenkomsten: { id: string; naam: string }[]
  keuzes: Keuzelijsten
  vandaag: Temporal.PlainDate
  waarden?: Waarden
  fouten?: Veldfout[]
}

/** Opening a case: from a finding, or by hand. */
export function NieuweEscalatiePage(props: Props) {
  const { raam, openingen, overgang, bevinding, aanbieders, overeenkomsten, waarden = {}, fouten = [] } = props
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const adres = (stap: string) =>
    routes.escalatieOpenen({ bevinding: bevinding?.id, aanbieder: een(waarden['aanbiederId']), stap })
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[{ label: 'Escalaties', href: routes.escalaties() }]}
      titel={overgang.naam}
      lead={
        bevinding ? (
          <>
            Naar aanleiding van <a href={routes.bevinding(bevinding.id)}>{bevinding.titel}</a> bij{' '}
            <b>{bevinding.aanbieder}</b>.
          </>
        ) : (
          'Een escalatie begint bij een bevinding of een signaal dat u hebt beoordeeld. Noem geen cliënten.'
        )
      }
    >
      {openingen.length > 1 && (
        <p className="ov-klein">
          Anders beginnen:{' '}
          {openingen
            .filter(({ code }) => code !== overgang.code)
            .map(({ code, naam }, i) => (
              <span key={code}>
                {i > 0 && ' · '}
                <a href={adres(code)}>{naam}</a>
              </span>
            ))}
        </p>
      )}
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.escalatieOpenen()}
        csrf={raam.csrf}
        knop={overgang.naam}
        verborgen={{ stap: overgang.code, ...(bevinding && { bevindingId: bevinding.id }) }}
        terug={{ label: 'Terug', href: bevinding ? routes.bevinding(bevinding.id) : routes.escalaties() }}
      >
        {!bevinding && (
          <Keuze
            naam="aanbiederId"
            label="Aanbieder"
            leeg="Kies een aanbieder"
            opties={aanbieders.map(({ id, naam }) => ({ waarde: id, label: naam }))}
            waarde={een(waarden['aanbiederId'])}
            fout={fout('aanbiederId')}
          />
        )}
        {overeenkomsten.length > 0 && (
          <Keuze
            naam="overeenkomstId"
            label="Overeenkomst"
            facultatief
            leeg="Alle overeenkomsten van deze aanbieder"
            opties={overeenkomsten.map(({ id, naam }) => ({ waarde: id, label: naam }))}
            waarde={een(waarden['overeenkomstId'])}
            fout={fout('overeenkomstId')}
          />
        )}
        <Tekstveld
          naam="titel"
          label="Waar gaat het over?"
          hulp="Eén zin, bijvoorbeeld: ondersteuning begint te laat."
          waarde={een(waarden['titel'])}
          fout={fout('titel')}
        />
        <Stapvelden {...props} waarden={waarden} fouten={fouten} aanwezig={new Set()} gesprekken={[]} />
      </Formulier>
    </Pagina>
  )
}
