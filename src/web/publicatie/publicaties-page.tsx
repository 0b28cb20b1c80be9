import { doelgroepen, kanalen, type Publicatie } from '../../domain/act/publicatie/publicaties.ts'
import type { Lijst } from '../../domain/begrippen/lijst.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { bladstand, hoeveelVooraan } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop, KnopFormulier } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Melding } from '../ui/melding.tsx'
import { datum } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { Opgemaakt } from './opgemaakt.tsx'

type Props = {
  raam: Raam
  ctx: Context
  pagina: number
  lijst: Lijst<Publicatie>
  slug: string
  gedaan?: string | undefined
}

const GEDAAN: Record<string, string> = {
  geplaatst: 'De publicatie is vastgelegd.',
  ingetrokken: 'De publicatie staat niet meer op de website. Dat zij er stond, blijft vastgelegd.',
}

/** What was told to whom, how and when (COM-01). */
export function PublicatiesPage({ raam, ctx, pagina, lijst, slug, gedaan = '' }: Props) {
  const intern = ctx.actor.agb === null
  const plaatsen = mag(ctx.actor, 'publicatie:plaatsen')
  return (
    <Pagina
      raam={raam}
      titel="Publicaties"
      lead={
        <>
          <b>{hoeveelVooraan(lijst.totaal, 'publicatie', 'publicaties')}.</b>{' '}
          {intern
            ? 'Wat op de website staat voor iedereen, leest men zonder aanmelden op de '
            : 'Wat voor iedereen is, staat ook op de '}
          <a href={routes.nieuws(slug)}>nieuwspagina van deze regio</a>.
        </>
      }
      melding={GEDAAN[gedaan] && <Melding soort="gedaan">{GEDAAN[gedaan]}</Melding>}
      actie={plaatsen && <Knop href={routes.publicatiePlaatsen()}>Publicatie plaatsen</Knop>}
    >
      <Tabel
        bijschrift="Publicaties, de nieuwste eerst"
        rijen={lijst.rijen}
        klikbaar={false}
        sleutel={({ id }) => id}
        kolommen={kolommen(raam, plaatsen, mag(ctx.actor, 'brief:lezen')).filter(
          ({ naam }) => intern || !['weg', 'door'].includes(naam),
        )}
        leeg={
          <LegeStaat titel="Nog geen publicaties">
            Hier staat wat aan aanbieders of aan iedereen is verteld, langs welke weg en wanneer.
          </LegeStaat>
        }
      />
      <Bladeren {...bladstand(pagina, lijst)} wat="publicaties" href={(nr) => routes.publicaties({ pagina: nr })} />
    </Pagina>
  )
}

function kolommen(raam: Raam, plaatsen: boolean, metBrief: boolean): Kolom<Publicatie>[] {
  return [
    {
      naam: 'titel',
      kop: 'Wat',
      cel: ({ titel, tekst, briefId, ingetrokkenOp }) => (
        <>
          {briefId !== null && metBrief ? (
            <a href={routes.brief(briefId)}>{titel}</a>
          ) : tekst === '' ? (
            titel
          ) : (
            <Vouw titel={titel}>
              <Opgemaakt tekst={tekst} niveau={3} />
            </Vouw>
          )}
          {ingetrokkenOp && <span className="ov-stil"> ingetrokken</span>}
        </>
      ),
    },
    {
      naam: 'doelgroep',
      kop: 'Voor wie',
      cel: ({ doelgroep, doelgroepTekst }) => doelgroepTekst || doelgroepen[doelgroep],
    },
    { naam: 'kanaal', kop: 'Hoe', cel: ({ kanaal }) => kanalen[kanaal] },
    { naam: 'datum', kop: 'Wanneer', heel: true, cel: (rij) => datum(rij.datum) },
    { naam: 'door', kop: 'Door', cel: ({ vastgelegdDoor }) => vastgelegdDoor, telefoon: 'weg' },
    {
      naam: 'weg',
      kop: 'Intrekken',
      cel: ({ id, titel, kanaal, briefId, ingetrokkenOp }) =>
        plaatsen && kanaal === 'website' && briefId === null && ingetrokkenOp === null ? (
          <KnopFormulier soort="tekst" klein actie={routes.publicatieIntrekken(id)} csrf={raam.csrf}>
            Intrekken<span className="ams-visually-hidden">: {titel}</span>
          </KnopFormulier>
        ) : (
          '–'
        ),
    },
  ]
}

type Plaatsprops = { raam: Raam; waarden?: Record<string, string | undefined>; fouten?: Veldfout[] }

/** Telling something, or writing down that it was told. */
export function PubliceerPage({ raam, waarden = {}, fouten = [] }: Plaatsprops) {
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[{ label: 'Publicaties', href: routes.publicaties() }]}
      titel="Publicatie plaatsen"
      lead="Op de website en voor iedereen: dan staat het vanaf die dag op de nieuwspagina, zonder aanmelden te lezen. Anders legt u alleen vast dat het is verteld."
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.publicatiePlaatsen()}
        csrf={raam.csrf}
        knop="Publicatie plaatsen"
        terug={{ label: 'Terug', href: routes.publicaties() }}
      >
        <Tekstveld naam="titel" label="Titel" waarde={waarden['titel']} fout={fout('titel')} />
        <Tekstveld
          naam="tekst"
          label="Tekst"
          hulp="Een lege regel begint een alinea, ## een kop, - een punt van een lijst. Noem geen cliënten."
          regels={10}
          waarde={waarden['tekst']}
          fout={fout('tekst')}
        />
        <Keuze
          naam="doelgroep"
          label="Voor wie"
          soort="rondjes"
          opties={[
            { waarde: 'iedereen', label: 'Iedereen' },
            { waarde: 'aanbieders', label: 'Alle aanbieders', hulp: 'Zij lezen het in Overlap, bij Publicaties.' },
          ]}
          waarde={waarden['doelgroep']}
          fout={fout('doelgroep')}
        />
        <Keuze
          naam="kanaal"
          label="Hoe"
          opties={Object.entries(kanalen).map(([waarde, label]) => ({ waarde, label }))}
          waarde={waarden['kanaal']}
          fout={fout('kanaal')}
        />
        <Datumveld naam="datum" label="Wanneer" waarde={waarden['datum']} fout={fout('datum')} />
      </Formulier>
    </Pagina>
  )
}
