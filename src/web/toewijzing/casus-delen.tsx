import type { Casus, Declaratiemaand, Startstop, Versie } from '../../domain/check/rapportage/casus.ts'
import { routes } from '../routes.ts'
import { Betekenis } from '../ui/betekenis.tsx'
import { bedrag, datum, getal, hoofdletter, maandnaam } from '../ui/notatie.ts'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { frequentieNaam, hoeveelheid, redenBeeindigingNaam, redenWijzigingNaam } from './codelijst.ts'

/** How much was assigned: "4 uur per week". */
export function omvangTekst({
  volume,
  eenheid,
  frequentie,
}: Pick<Versie, 'volume' | 'eenheid' | 'frequentie'>): string {
  if (volume === null || eenheid === null) return 'geen omvang opgegeven'
  return `${hoeveelheid(volume, eenheid, getal)} ${frequentieNaam(frequentie ?? '')}`.trim()
}

export function VersieTabel({ versies, magBerichten }: { versies: Versie[]; magBerichten: boolean }) {
  const geldend = versies.find(({ oordeel }) => oordeel === 'geldig')
  const kolommen: Kolom<Versie>[] = [
    {
      naam: 'moment',
      kop: 'Toegewezen op',
      heel: true,
      cel: (versie) => {
        const dag = datum(versie.moment.toPlainDate())
        return magBerichten ? <a href={routes.bericht(versie.berichtId)}>{dag}</a> : dag
      },
    },
    {
      naam: 'periode',
      kop: 'Periode',
      cel: ({ ingangsdatum, einddatum }) =>
        `${datum(ingangsdatum)} tot en met ${einddatum ? datum(einddatum) : 'onbepaald'}`,
    },
    { naam: 'omvang', kop: 'Omvang', cel: omvangTekst },
    {
      naam: 'reden',
      kop: 'Reden',
      cel: ({ redenWijziging }) => (redenWijziging ? redenWijzigingNaam(redenWijziging) : '–'),
    },
    {
      naam: 'stand',
      kop: 'Stand',
      cel: (versie) =>
        versie === geldend ? (
          <b>geldt nu</b>
        ) : versie.oordeel === 'geldig' ? (
          'vervangen'
        ) : (
          (versie.oordeel ?? 'nog niet beoordeeld')
        ),
    },
  ]
  return (
    <Tabel
      bijschrift="Versies van de toewijzing"
      kolommen={kolommen}
      rijen={versies}
      sleutel={(v) => `${v.berichtId}`}
      klikbaar={magBerichten}
    />
  )
}

export function StartstopTabel({
  casus,
  meldingen,
  magBerichten,
}: {
  casus: Casus
  meldingen: Startstop[]
  magBerichten: boolean
}) {
  const kolommen: Kolom<Startstop>[] = [
    {
      naam: 'datum',
      kop: 'Datum',
      heel: true,
      cel: (m) => (magBerichten ? <a href={routes.bericht(m.berichtId)}>{datum(m.datum)}</a> : datum(m.datum)),
    },
    {
      naam: 'soort',
      kop: 'Wat',
      cel: ({ soort, verwijderd, redenBeeindiging }) => (
        <Betekenis soort="geleverd">
          {soort === '305' ? 'start' : 'stop'}
          {redenBeeindiging && `: ${redenBeeindigingNaam(casus.wet, redenBeeindiging)}`}
          {verwijderd && ', verwijderd'}
        </Betekenis>
      ),
    },
    { naam: 'dagtekening', kop: 'Gemeld op', heel: true, cel: (m) => datum(m.dagtekening) },
    { naam: 'stand', kop: 'Stand', cel: ({ oordeel }) => oordeel ?? 'nog niet beoordeeld' },
  ]
  return (
    <Tabel
      bijschrift="Starts en stops"
      kolommen={kolommen}
      rijen={meldingen}
      sleutel={(m) => `${m.soort} ${m.berichtId} ${m.datum.toString()}`}
      klikbaar={magBerichten}
    />
  )
}

export function DeclaratieTabel({ maanden }: { maanden: Declaratiemaand[] }) {
  const kolommen: Kolom<Declaratiemaand>[] = [
    {
      naam: 'maand',
      kop: 'Maand',
      heel: true,
      cel: ({ maand }) => `${hoofdletter(maandnaam(maand.month))} ${maand.year}`,
    },
    { naam: 'product', kop: 'Product', cel: ({ code }) => code },
    {
      naam: 'volume',
      kop: 'Geleverd',
      rechts: true,
      cel: ({ volume, eenheid }) => hoeveelheid(volume, eenheid, getal),
    },
    { naam: 'bedrag', kop: 'Gedeclareerd', rechts: true, cel: ({ bedragCent }) => bedrag(bedragCent) },
    {
      naam: 'niet',
      kop: 'Telt niet mee',
      rechts: true,
      cel: ({ nietMee, nietMeeCent, nietToegekend }) =>
        nietMee > 0 ? bedrag(nietMeeCent) : nietToegekend > 0 ? `${getal(nietToegekend)} niet toegekend` : '–',
    },
  ]
  return (
    <Tabel
      bijschrift="Declaraties per maand"
      kolommen={kolommen}
      rijen={maanden}
      sleutel={(m) => `${m.maand.toString()} ${m.code} ${m.eenheid}`}
      klikbaar={false}
    />
  )
}
