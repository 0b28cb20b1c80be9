import type { Sjabloon } from '../../domain/act/brief/sjabloon.ts'
import type { Documentsoort } from '../../domain/plan/dossier/documentsoorten.ts'
import type { Huisstijl } from '../../domain/plan/huisstijl/huisstijl.ts'
import type { Gemeente } from '../../domain/plan/inrichting/queries.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Bestandveld } from '../ui/bestandveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Melding } from '../ui/melding.tsx'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vinkje } from '../ui/vinkje.tsx'

type Props = {
  raam: Raam
  ctx: Context
  stijlen: Huisstijl[]
  gemeenten: Gemeente[]
  sjablonen: readonly Sjabloon[]
  versie: number
  soorten: readonly Documentsoort[]
  gedaan?: string | undefined
}

const GEDAAN: Record<string, string> = {
  huisstijl: 'De huisstijl is gewijzigd. Wat al is verzonden, blijft zoals het was.',
  sjabloon: 'De sjabloon is gewijzigd. Brieven die al een concept zijn, houden de oude tekst.',
}

/** In whose name letters go out, and with which text they begin. */
export function HuisstijlenPage({ raam, ctx, stijlen, gemeenten, sjablonen, versie, soorten, gedaan = '' }: Props) {
  const wijzigen = mag(ctx.actor, 'inrichting:wijzigen')
  const soortnaam = new Map(soorten.map(({ code, naam }) => [code, naam]))
  const afzenders = [
    { wie: 'regio', label: raam.regio, stijl: stijlen.find(({ gemeente }) => gemeente === null) },
    ...gemeenten.map(({ code, naam }) => ({
      wie: code,
      label: `Gemeente ${naam}`,
      stijl: stijlen.find(({ gemeente }) => gemeente === code),
    })),
  ]
  return (
    <Pagina
      raam={raam}
      titel="Huisstijl en sjablonen"
      lead="Brieven en verslagen gaan uit in de huisstijl van de regio, of van de gemeente in wier naam u schrijft."
      melding={GEDAAN[gedaan] && <Melding soort="gedaan">{GEDAAN[gedaan]}</Melding>}
    >
      <Onderdeel titel="Huisstijl" conclusie="Een gemeente zonder eigen huisstijl gebruikt die van de regio.">
        <Tabel
          bijschrift="Huisstijl per afzender"
          rijen={afzenders}
          sleutel={({ wie }) => wie}
          kolommen={[
            {
              naam: 'wie',
              kop: 'Afzender',
              cel: ({ wie, label }) => (wijzigen ? <a href={routes.huisstijl(wie)}>{label}</a> : label),
            },
            {
              naam: 'naam',
              kop: 'Naam op de brief',
              cel: ({ stijl, wie }) => stijl?.naam ?? (wie === 'regio' ? raam.regio : 'als de regio'),
            },
            {
              naam: 'reeks',
              kop: 'Nummers',
              cel: ({ stijl, wie }) => stijl?.reeks ?? (wie === 'regio' ? 'BRIEF' : 'als de regio'),
            },
            {
              naam: 'logo',
              kop: 'Logo',
              cel: ({ stijl, wie, label }) =>
                stijl?.logo ? (
                  <img className="ov-logo-klein" src={routes.huisstijlLogo(wie)} alt={`Logo van ${label}`} />
                ) : (
                  'geen'
                ),
            },
          ]}
        />
      </Onderdeel>
      <Onderdeel
        titel="Briefsjablonen"
        conclusie={`Versie ${String(versie)}. Wat een brief altijd moet zeggen, kan er niet uit. De brieven van een escalatie staan in de ladder.`}
        noot={mag(ctx.actor, 'escalatie:lezen') && <a href={routes.escalatieladder()}>Brieven van de ladder</a>}
      >
        <Tabel
          bijschrift="Sjablonen van brieven"
          rijen={[...sjablonen]}
          sleutel={({ code }) => code}
          kolommen={[
            { naam: 'naam', kop: 'Brief', cel: ({ code, naam }) => <a href={routes.briefsjabloon(code)}>{naam}</a> },
            {
              naam: 'soort',
              kop: 'Soort',
              cel: ({ soort }) => `${soort} ${soortnaam.get(soort) ?? ''}`,
              telefoon: 'weg',
            },
            {
              naam: 'wijze',
              kop: 'Verzending',
              cel: ({ wijze, aangetekend }) =>
                wijze === 'mail' ? 'per e-mail' : aangetekend ? 'aangetekend' : 'per post',
            },
            { naam: 'taak', kop: 'Goedkeuring', cel: ({ taak }) => (taak === null ? 'niet nodig' : 'met mandaat') },
          ]}
        />
      </Onderdeel>
    </Pagina>
  )
}

type Stijlprops = {
  raam: Raam
  wie: string
  gemeente: string | null
  stijl: Huisstijl | undefined
  waarden?: Record<string, string | undefined>
  fouten?: Veldfout[]
}

/** Setting how a sender looks. */
export function HuisstijlPage({ raam, wie, gemeente, stijl, waarden = {}, fouten = [] }: Stijlprops) {
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const naam = gemeente === null ? raam.regio : `Gemeente ${gemeente}`
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[{ label: 'Huisstijl en sjablonen', href: routes.huisstijlen() }]}
      titel={`Huisstijl van ${gemeente === null ? naam : `de gemeente ${gemeente}`}`}
      lead="Dit staat boven en onder elke brief die vanaf nu uitgaat."
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.huisstijl(wie)}
        csrf={raam.csrf}
        bestand
        knop="Huisstijl wijzigen"
        terug={{ label: 'Terug', href: routes.huisstijlen() }}
      >
        <Tekstveld
          naam="naam"
          label="Naam van de afzender"
          waarde={waarden['naam'] ?? stijl?.naam ?? naam}
          fout={fout('naam')}
        />
        <Tekstveld
          naam="adres"
          label="Adres"
          facultatief
          regels={3}
          waarde={waarden['adres'] ?? stijl?.adres}
          fout={fout('adres')}
        />
        <Tekstveld
          naam="voettekst"
          label="Onder elke bladzijde"
          facultatief
          hulp="Bijvoorbeeld uw website en telefoonnummer."
          waarde={waarden['voettekst'] ?? stijl?.voettekst}
          fout={fout('voettekst')}
        />
        <Tekstveld
          naam="reeks"
          label="Begin van het nummer van een brief"
          hulp="Met ZW is de eerste brief van 2026 ZW-2026-0001."
          breedte="kort"
          waarde={waarden['reeks'] ?? stijl?.reeks}
          fout={fout('reeks')}
        />
        {stijl?.logo && (
          <>
            <img className="ov-logo-klein" src={routes.huisstijlLogo(wie)} alt={`Het logo nu, van ${naam}`} />
            <Vinkje naam="geenLogo" label="Zonder logo" />
          </>
        )}
        <Bestandveld
          naam="logo"
          label={stijl?.logo ? 'Ander logo' : 'Logo'}
          facultatief
          accept=".png,.svg"
          uitleg="PNG, of een eenvoudige SVG met gevulde vlakken · ten hoogste 300 kB"
          fout={fout('logo')}
        />
      </Formulier>
    </Pagina>
  )
}
