import type { Geopend } from '../../domain/act/escalatie/lees-zaak.ts'
import type { Brieftekst } from '../../domain/act/escalatie/maak-brief.ts'
import type { BriefRegel } from '../../domain/act/escalatie/find-dossier.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { datum, datumLang } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { dag, een, type Waarden } from './velden.tsx'

type Kop = {
  naam: string
  onderwerp: string
  aanbieder: string
  regio: string
  kenmerk: string
  dag: Temporal.PlainDate | null
}

/** A letter as it will look on paper. */
export function Brief({
  naam,
  onderwerp,
  aanbieder,
  regio,
  kenmerk,
  dag,
  alineas,
}: Kop & { alineas: readonly string[] }) {
  return (
    <article className="ov-brief" aria-label={naam}>
      <header>
        <b>{regio}</b>
        <dl>
          <dt>Aan</dt>
          <dd>{aanbieder}</dd>
          <dt>Datum</dt>
          <dd>{dag ? datumLang(dag) : 'de dag van verzending'}</dd>
          <dt>Ons kenmerk</dt>
          <dd>{kenmerk}</dd>
          <dt>Onderwerp</dt>
          <dd>{onderwerp}</dd>
        </dl>
      </header>
      <p>Geachte heer, mevrouw,</p>
      {alineas.map((alinea, i) => (
        <p key={i}>{alinea}</p>
      ))}
      <p>
        Met vriendelijke groet,
        <br />
        namens {regio}
      </p>
    </article>
  )
}

const WIJZEN = { aangetekend: 'aangetekend', post: 'per post', digitaal: 'digitaal' } as const
export const wijze = (code: string) => WIJZEN[code as keyof typeof WIJZEN]

type Verstuurprops = {
  raam: Raam
  geopend: Geopend
  brief: Brieftekst
  aanbieder: string
  waarden?: Waarden
  fouten?: Veldfout[]
}

/** The letter that waits, and recording that it was sent. */
export function VersturenPage({ raam, geopend, brief, aanbieder, waarden = {}, fouten = [] }: Verstuurprops) {
  const { rij, feiten } = geopend
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[
        { label: 'Escalaties', href: routes.escalaties() },
        { label: rij.nummer, href: routes.escalatie(rij.id) },
      ]}
      titel={brief.naam}
      lead={
        <>
          Druk de brief af of kopieer de tekst, verstuur hem en leg dat hier vast.{' '}
          <b>De stap gaat in met de verzending</b>; termijnen tellen vanaf de ontvangst.
        </>
      }
    >
      <Foutenlijst fouten={fouten} />
      <Brief {...brief} aanbieder={aanbieder} regio={raam.regio} kenmerk={rij.nummer} dag={null} />
      <Onderdeel titel="Verzending vastleggen">
        <Formulier
          actie={routes.escalatieVersturen(rij.id)}
          csrf={raam.csrf}
          knop="Brief is verstuurd"
          verborgen={{ gezien: String(rij.versie) }}
          terug={{ label: 'Terug', href: routes.escalatie(rij.id) }}
        >
          <Datumveld
            naam="datum"
            label="Verstuurd op"
            waarde={een(waarden['datum']) ?? dag(feiten.vandaag)}
            fout={fout('datum')}
          />
          <Keuze
            naam="wijze"
            label="Hoe"
            soort="rondjes"
            opties={(brief.aangetekend
              ? (['aangetekend'] as const)
              : (['digitaal', 'post', 'aangetekend'] as const)
            ).map((waarde) => ({
              waarde,
              label: WIJZEN[waarde],
              ...(waarde === 'digitaal'
                ? { hulp: 'Ontvangen op dezelfde dag.' }
                : { hulp: 'Ontvangen op de eerste werkdag erna, tenzij u iets anders vastlegt.' }),
            }))}
            waarde={een(waarden['wijze']) ?? (brief.aangetekend ? 'aangetekend' : 'digitaal')}
            fout={fout('wijze')}
          />
          <Tekstveld
            naam="kenmerk"
            label="Nummer van de aangetekende brief"
            facultatief={!brief.aangetekend}
            breedte="half"
            waarde={een(waarden['kenmerk'])}
            fout={fout('kenmerk')}
          />
          <Datumveld
            naam="ontvangen"
            label="Ontvangen op"
            facultatief
            hulp="Alleen met een bewijs van ontvangst."
            waarde={een(waarden['ontvangen'])}
            fout={fout('ontvangen')}
          />
        </Formulier>
      </Onderdeel>
    </Pagina>
  )
}

type Briefprops = { raam: Raam; zaak: { id: string; nummer: string; aanbieder: string }; brief: BriefRegel }

/** A letter as it was sent. */
export function BriefPage({ raam, zaak, brief }: Briefprops) {
  const { naam, verzonden, ontvangen, kenmerk, verzondenDoor, alineas } = brief
  return (
    <Pagina
      raam={raam}
      kruimels={[
        { label: 'Escalaties', href: routes.escalaties() },
        { label: zaak.nummer, href: routes.escalatie(zaak.id) },
      ]}
      titel={naam}
      lead={
        <>
          <b>Verstuurd</b> op {datum(verzonden)}, {wijze(brief.wijze)}
          {kenmerk && ` ${kenmerk}`}, ontvangen op {datum(ontvangen)}. Vastgelegd door {verzondenDoor}.
        </>
      }
    >
      <Brief
        naam={naam}
        onderwerp={brief.onderwerp}
        aanbieder={zaak.aanbieder}
        regio={raam.regio}
        kenmerk={zaak.nummer}
        dag={verzonden}
        alineas={alineas}
      />
    </Pagina>
  )
}
