import type { Deelnemer } from '../../domain/act/overlegtafel/list-deelnemers.ts'
import type { KandidaatInTafel } from '../../domain/act/overlegtafel/list-kandidaten.ts'
import type { Overlegtafel } from '../../domain/act/overlegtafel/queries.ts'
import { aanwezigheden } from '../../domain/act/overlegtafel/tel-gemiste-tafels.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { aantal } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { wanneer } from './woorden.ts'

type Basis = {
  raam: Raam
  tafel: Overlegtafel
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

const melding = (fouten: Veldfout[], veld: string) => fouten.find((een) => een.veld === veld)?.melding

function kruimels(tafel: Overlegtafel) {
  return [
    { label: 'Overlegtafels', href: routes.overlegtafels() },
    { label: tafel.titel, href: routes.overlegtafel(tafel.id) },
  ]
}

/** Deviates from the proposal for one aanbieder, with a motive. */
export function AfwijkenPage({
  raam,
  tafel,
  kandidaat,
  waarden = {},
  fouten = [],
}: Basis & { kandidaat: KandidaatInTafel }) {
  const { aanbieder, aanbiederId, genodigd } = kandidaat
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[...kruimels(tafel), { label: 'Samenstelling', href: routes.overlegtafel(tafel.id, 'samenstelling') }]}
      titel={genodigd ? `${aanbieder} niet uitnodigen` : `${aanbieder} toch uitnodigen`}
      lead="Het voorstel blijft staan, met daarnaast uw motief."
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.overlegtafel(tafel.id, 'afwijken')}
        csrf={raam.csrf}
        knop={genodigd ? 'Van de lijst halen' : 'Op de lijst zetten'}
        terug={{ label: 'Annuleren', href: routes.overlegtafel(tafel.id, 'samenstelling') }}
        verborgen={{ aanbiederId, richting: genodigd ? 'niet' : 'wel' }}
      >
        <Tekstveld
          naam="motivering"
          label="Waarom wijkt u af?"
          hulp="Kort en feitelijk"
          regels={3}
          waarde={waarden['motivering']}
          fout={melding(fouten, 'motivering')}
        />
      </Formulier>
    </Pagina>
  )
}

/** Says who comes, or that nobody can and why; for an aanbieder about itself, for the region what was said by telephone. */
export function AntwoordPage({
  raam,
  tafel,
  deelnemer,
  zelf,
  waarden = {},
  fouten = [],
}: Basis & { deelnemer: Deelnemer; zelf: boolean }) {
  const terug = routes.overlegtafel(tafel.id, zelf ? undefined : 'deelnemers')
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={kruimels(tafel)}
      titel={zelf ? 'Uitnodiging beantwoorden' : `Antwoord van ${deelnemer.aanbieder}`}
      lead={
        zelf
          ? `${wanneer(tafel)}. Deelname is verplicht.`
          : 'Wat de aanbieder zelf liet weten, bijvoorbeeld telefonisch.'
      }
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.overlegtafel(tafel.id, 'antwoord')}
        csrf={raam.csrf}
        knop={zelf ? 'Antwoord versturen' : 'Antwoord vastleggen'}
        terug={{ label: 'Annuleren', href: terug }}
        verborgen={{ aanbiederId: deelnemer.aanbiederId }}
      >
        <Keuze
          naam="antwoord"
          label={zelf ? 'Komt er iemand namens uw organisatie?' : 'Komt er iemand?'}
          soort="rondjes"
          waarde={waarden['antwoord'] ?? deelnemer.antwoord ?? undefined}
          fout={melding(fouten, 'antwoord')}
          opties={[
            { waarde: 'komt', label: 'Ja, er komt iemand' },
            { waarde: 'afgemeld', label: 'Nee, wij melden ons af' },
          ]}
        />
        <Tekstveld
          naam="afgevaardigde"
          label="Als er iemand komt: wie?"
          hulp="Naam en functie. Wie vervangt, telt als aanwezig."
          waarde={waarden['afgevaardigde'] ?? deelnemer.afgevaardigde}
          fout={melding(fouten, 'afgevaardigde')}
        />
        <Tekstveld
          naam="reden"
          label="Als u zich afmeldt: waarom?"
          hulp="Zonder reden telt het als afwezig zonder reden."
          regels={2}
          waarde={waarden['reden'] ?? deelnemer.reden}
          fout={melding(fouten, 'reden')}
        />
      </Formulier>
    </Pagina>
  )
}

const opties = Object.entries(aanwezigheden).map(([waarde, label]) => ({ waarde, label }))

/** For everybody who was invited whether it was there; after that for one of them what was wrong, with the reason. */
export function AanwezigheidPage({
  raam,
  tafel,
  deelnemers,
  correctie,
  waarden = {},
  fouten = [],
}: Basis & { deelnemers: Deelnemer[]; correctie: boolean }) {
  const enige = correctie ? deelnemers[0] : undefined
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[...kruimels(tafel), { label: 'Deelnemers', href: routes.overlegtafel(tafel.id, 'deelnemers') }]}
      titel={enige ? `Aanwezigheid van ${enige.aanbieder} corrigeren` : 'Aanwezigheid vastleggen'}
      lead={
        enige
          ? 'Wat er stond, blijft bewaard.'
          : `${aantal(deelnemers.length, 'genodigde', 'genodigden')}. Wie iemand in zijn plaats stuurde, was aanwezig.`
      }
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.overlegtafel(tafel.id, 'aanwezigheid')}
        csrf={raam.csrf}
        knop={enige ? 'Correctie vastleggen' : 'Aanwezigheid vastleggen'}
        terug={{ label: 'Annuleren', href: routes.overlegtafel(tafel.id, 'deelnemers') }}
        verborgen={enige ? { aanbiederId: enige.aanbiederId } : {}}
      >
        {deelnemers.map(({ aanbiederId, aanbieder, antwoord, reden, afgevaardigde, aanwezigheid }) => (
          <div key={aanbiederId} className="ov-aanwezig">
            <Keuze
              naam={`stand-${aanbiederId}`}
              label={aanbieder}
              soort="rondjes"
              hulp={
                antwoord === 'komt'
                  ? `Liet weten dat ${afgevaardigde} komt`
                  : antwoord === 'afgemeld'
                    ? `Meldde zich af: ${reden}`
                    : 'Antwoordde niet'
              }
              waarde={
                waarden[`stand-${aanbiederId}`] ??
                aanwezigheid ??
                (antwoord === 'komt' ? 'aanwezig' : antwoord === 'afgemeld' ? 'afgemeld' : undefined)
              }
              fout={melding(fouten, `stand-${aanbiederId}`)}
              opties={opties}
            />
            <Tekstveld
              naam={`toelichting-${aanbiederId}`}
              label={enige ? 'Waarom is dit anders?' : `Reden van afmelden of opmerking`}
              facultatief={!enige}
              waarde={waarden[`toelichting-${aanbiederId}`] ?? (antwoord === 'afgemeld' && !enige ? reden : '')}
              fout={melding(fouten, `toelichting-${aanbiederId}`)}
            />
          </div>
        ))}
      </Formulier>
    </Pagina>
  )
}

/** Writes the feedback and sends it to everybody concerned. */
export function TerugkoppelingPage({ raam, tafel, relevant, waarden = {}, fouten = [] }: Basis & { relevant: number }) {
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={kruimels(tafel)}
      titel="Terugkoppeling versturen"
      lead={
        <>
          Naar <b>{aantal(relevant, 'betrokken aanbieder', 'betrokken aanbieders')}</b>, ook wie niet aan tafel zat. De
          besluiten gaan mee. Daarna zijn zij niet meer te wijzigen.
        </>
      }
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.overlegtafel(tafel.id, 'terugkoppeling')}
        csrf={raam.csrf}
        knop="Terugkoppeling versturen"
        terug={{ label: 'Annuleren', href: routes.overlegtafel(tafel.id) }}
        verborgen={{ versie: waarden['versie'] ?? String(tafel.versie) }}
      >
        <Tekstveld
          naam="tekst"
          label="Wat is er besproken?"
          hulp="Noem geen cliënten. Alle betrokken aanbieders lezen dit."
          regels={12}
          waarde={waarden['tekst']}
          fout={melding(fouten, 'tekst')}
        />
        <Tekstveld
          naam="belanghebbenden"
          label="Andere belanghebbenden"
          hulp="Een per regel: adres, of Naam <adres>. Bijvoorbeeld een cliëntenraad of een beleidsadviseur."
          facultatief
          regels={3}
          waarde={waarden['belanghebbenden']}
          fout={melding(fouten, 'belanghebbenden')}
        />
      </Formulier>
    </Pagina>
  )
}

/** The table does not go ahead, with the reason. */
export function VervallenPage({ raam, tafel, waarden = {}, fouten = [] }: Basis) {
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={kruimels(tafel)}
      titel="Tafel laten vervallen"
      lead={
        tafel.uitgenodigdOp
          ? `De tafel van ${wanneer(tafel)} gaat niet door. De genodigden krijgen een bericht met de reden.`
          : `De tafel van ${wanneer(tafel)} gaat niet door. Er is nog niemand uitgenodigd.`
      }
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.overlegtafel(tafel.id, 'vervallen')}
        csrf={raam.csrf}
        knop="Tafel laten vervallen"
        terug={{ label: 'Annuleren', href: routes.overlegtafel(tafel.id) }}
      >
        <Tekstveld naam="reden" label="Reden" regels={3} waarde={waarden['reden']} fout={melding(fouten, 'reden')} />
      </Formulier>
    </Pagina>
  )
}
