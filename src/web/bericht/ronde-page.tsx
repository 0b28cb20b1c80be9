import type { Bestandsuitkomst, Inleesbestand, Ronde } from '../../domain/do/bericht/rondes.ts'
import { meldingVan } from '../../domain/do/bericht/meldingen.ts'
import type { Blad } from '../logboek/blad.ts'
import { bladstand, hoeveelVooraan } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Afbreekbaar } from '../ui/afbreekbaar.tsx'
import { Bladeren } from '../ui/bladeren.tsx'
import { Feiten } from '../ui/feiten.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Knop } from '../ui/knop.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, getal, moment, tijd } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { Ververs } from '../ui/ververs.tsx'
import { bestandsnaam, bronnamen, herkomst, megabytes, telzin } from './ronde-delen.tsx'
import { rondestand, type Rondestand } from './ronde-stand.ts'
import { bestandsoortNaam, UitkomstTeken } from './woorden.tsx'
import { Leesbalk } from './leesbalk.tsx'

type Props = {
  raam: Raam
  ronde: Ronde
  nu: Temporal.Instant
  magInlezen: boolean
  magBerichten: boolean
  uitkomst: Bestandsuitkomst | ''
  bestanden: Inleesbestand[]
  geteld: number
  blad: Blad
}

/** One delivery: how far it is while it is read, and afterwards what became of each file. */
export function RondePage(props: Props) {
  const { raam, ronde, nu, magInlezen, magBerichten } = props
  const stand = rondestand(ronde, nu)
  const loopt = stand === 'bezig' || stand === 'beoordelen'
  return (
    <Pagina
      raam={raam}
      titel="Levering"
      lead={
        <>
          Van {moment(ronde.gestartOp)}, door {ronde.gestartDoor} {bronnamen[ronde.bron]}.{' '}
          <b>{standzin(ronde, stand)}</b>
        </>
      }
      kruimels={
        magBerichten
          ? [
              { label: 'Berichten', href: routes.berichten() },
              { label: 'Leveringen', href: routes.inleesrondes() },
            ]
          : []
      }
      actie={
        magInlezen && (
          <Knop soort={stand === 'afgebroken' ? 'hoofd' : 'tweede'} href={routes.berichtenInlezen()}>
            {stand === 'afgebroken' ? 'Opnieuw sturen' : 'Nog een levering'}
          </Knop>
        )
      }
      ververs={loopt ? 3 : undefined}
    >
      <Ververs id="ronde" actief={loopt} klaar="Het inlezen is klaar.">
        {stand !== 'klaar' && <Voortgangsdeel ronde={ronde} stand={stand} />}
        {!loopt && (
          <>
            <Feiten feiten={feiten(ronde)} />
            <Bestanden {...props} />
          </>
        )}
      </Ververs>
    </Pagina>
  )
}

function standzin(ronde: Ronde, stand: Rondestand): string {
  switch (stand) {
    case 'klaar':
      return `${telzin(ronde)}.`
    case 'bezig':
      return 'De bestanden worden gelezen terwijl ze binnenkomen.'
    case 'beoordelen':
      return 'Alles is gelezen; de berichten worden beoordeeld.'
    case 'afgebroken':
      return 'Het inlezen is niet afgemaakt.'
  }
}

function Voortgangsdeel({ ronde, stand }: { ronde: Ronde; stand: Rondestand }) {
  return (
    <Onderdeel>
      {stand === 'afgebroken' && (
        <Melding soort="fout" titel="Het inlezen is afgebroken.">
          {gelezenTekst(ronde)} zijn gelezen en {aantal(ronde.bestanden, 'bestand is', 'bestanden zijn')} vastgelegd:{' '}
          {telzin(ronde)}. Dat blijft staan. Stuur dezelfde bestanden opnieuw: wat al is vastgelegd, wordt herkend en
          telt één keer.
        </Melding>
      )}
      <Leesbalk ronde={ronde} noot={`${telzin(ronde)} · gestart om ${tijd(ronde.gestartOp)}`} />
    </Onderdeel>
  )
}

function gelezenTekst({ gelezen, omvang }: Ronde): string {
  return omvang === null ? megabytes(gelezen) : `${megabytes(gelezen)} van de ${megabytes(omvang)}`
}

function feiten(ronde: Ronde) {
  return [
    { label: 'Bestanden', waarde: getal(ronde.bestanden), toelichting: megabytes(ronde.gelezen), groot: true },
    { label: 'Verwerkt', waarde: getal(ronde.verwerkt), groot: true },
    { label: 'Dubbel', waarde: getal(ronde.dubbel), toelichting: 'telt één keer', groot: true },
    { label: 'Wachtend', waarde: getal(ronde.wachtend), toelichting: 'telt nog niet mee', groot: true },
    { label: 'Afgekeurd', waarde: getal(ronde.afgekeurd), toelichting: 'verandert geen cijfer', groot: true },
  ]
}

const KEUZES: { waarde: Bestandsuitkomst | ''; label: string }[] = [
  { waarde: '', label: 'alle bestanden' },
  { waarde: 'verwerkt', label: 'verwerkte bestanden' },
  { waarde: 'dubbel', label: 'dubbele bestanden' },
  { waarde: 'wachtend', label: 'wachtende bestanden' },
  { waarde: 'aangehouden', label: 'aangehouden bestanden' },
  { waarde: 'afgekeurd', label: 'afgekeurde bestanden' },
]

function Bestanden({ ronde, uitkomst, bestanden, geteld, blad, magBerichten }: Props) {
  return (
    <Onderdeel titel="Bestanden" noot={hoeveelVooraan(geteld, 'bestand', 'bestanden')} id="bestanden">
      <FilterZin
        actie={routes.inleesronde(ronde.id)}
        delen={['Toon', { naam: 'uitkomst', label: 'Uitkomst', waarde: uitkomst, opties: KEUZES }]}
        einde={
          magBerichten && (
            <>
              <span className="ov-klein">Wat niet meetelt: </span>
              <Uitvoer
                xlsx={routes.weigeringenUitvoer(ronde.id, 'xlsx')}
                csv={routes.weigeringenUitvoer(ronde.id, 'csv')}
              />
            </>
          )
        }
      />
      <Tabel
        bijschrift="Bestanden van de levering"
        kolommen={kolommen(magBerichten)}
        rijen={bestanden}
        sleutel={({ id }) => String(id)}
        klikbaar={magBerichten}
      />
      {bestanden.length > 0 && (
        <Bladeren
          {...bladstand(blad.pagina, { rijen: bestanden, totaal: geteld })}
          wat="bestanden"
          href={(pagina) => routes.inleesronde(ronde.id, { uitkomst, pagina })}
        />
      )}
    </Onderdeel>
  )
}

function kolommen(magBerichten: boolean): Kolom<Inleesbestand>[] {
  return [
    {
      naam: 'naam',
      kop: 'Bestand',
      cel: (b) => {
        const naam = <Afbreekbaar tekst={bestandsnaam(b.naam)} />
        if (!magBerichten || b.berichtId === null) return naam
        if (b.identificatie === null) return <a href={routes.bericht(b.berichtId)}>{naam}</a>
        return (
          <>
            <a href={routes.bericht(b.berichtId)}>{b.identificatie}</a>
            <small>
              <Afbreekbaar tekst={herkomst(b.naam)} />
            </small>
          </>
        )
      },
    },
    { naam: 'soort', kop: 'Soort', cel: (b) => bestandsoortNaam(b.soort) },
    { naam: 'afzender', kop: 'Van', telefoon: 'weg', cel: (b) => b.afzender ?? '–' },
    {
      naam: 'uitkomst',
      kop: 'Uitkomst',
      telefoon: 'breed',
      cel: (b) => (
        <>
          <UitkomstTeken uitkomst={b.uitkomst} />
          {b.uitkomst !== 'verwerkt' && b.uitkomst !== 'dubbel' && b.code && (
            <small>
              {b.melding ?? meldingVan(b.code, b.uitkomst ?? 'wachtend')}
              {/* sentences of the reader name the place themselves */}
              {b.melding === null && b.plaats && ` (${b.plaats})`}
            </small>
          )}
          {b.rijfouten > 0 && <small>en {aantal(b.rijfouten, 'andere reden', 'andere redenen')} in dit bestand</small>}
          {b.regelfouten > 0 && <small>{aantal(b.regelfouten, 'regel telt', 'regels tellen')} niet mee</small>}
        </>
      ),
    },
  ]
}
