import type { Berichtsoort } from '../../domain/do/bericht/bericht.ts'
import { meldingVan } from '../../domain/do/bericht/meldingen.ts'
import type { Berichtregel } from '../../domain/do/bericht/list-berichtregels.ts'
import type { Bericht } from '../../domain/do/bericht/queries.ts'
import { routes } from '../routes.ts'
import { hoeveelheid } from '../toewijzing/codelijst.ts'
import { bedrag, datum, getal } from '../ui/notatie.ts'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { UitkomstTeken } from './woorden.tsx'

type Regelkolom = Kolom<Berichtregel>

const NUMMER: Regelkolom = {
  naam: 'regel',
  kop: 'Regel',
  heel: true,
  cel: (r) =>
    r.regel === 0 ? (
      'bericht'
    ) : (
      <>
        <span className="ov-smal">Regel </span>
        {r.regel}
      </>
    ),
}
const toewijzing = (berichtId: number): Regelkolom => ({
  naam: 'toewijzing',
  kop: 'Toewijzing',
  cel: (r) => (
    <>
      {r.nummer === null ? (
        '–'
      ) : r.toewijzingId ? (
        <a href={routes.toewijzing(r.toewijzingId, { bij: `bericht-${berichtId}` })}>{r.nummer}</a>
      ) : (
        r.nummer
      )}
      {r.label && <small className="ov-heel">{r.label}</small>}
    </>
  ),
})
const PRODUCT: Regelkolom = { naam: 'product', kop: 'Product', cel: (r) => r.product ?? '–' }
const PERIODE: Regelkolom = {
  naam: 'periode',
  kop: 'Periode',
  cel: (r) =>
    r.van === null ? '–' : r.tot === null ? `vanaf ${datum(r.van)}` : `${datum(r.van)} tot en met ${datum(r.tot)}`,
}
const VOLUME: Regelkolom = {
  naam: 'volume',
  kop: 'Volume',
  rechts: true,
  cel: (r) => (r.volume === null || r.eenheid === null ? '–' : hoeveelheid(r.volume, r.eenheid, getal)),
}
const BEDRAG: Regelkolom = {
  naam: 'bedrag',
  kop: 'Bedrag',
  rechts: true,
  cel: (r) => (r.bedragCent === null ? '–' : bedrag(r.bedragCent)),
}
const REFERENTIE: Regelkolom = {
  naam: 'referentie',
  kop: 'Referentie',
  telefoon: 'weg',
  cel: (r) => r.referentie ?? '–',
}
const WOORDEN: Regelkolom = { naam: 'woorden', kop: 'Wat', cel: (r) => r.woorden ?? '–' }
const UITKOMST: Regelkolom = {
  naam: 'uitkomst',
  kop: 'Uitkomst',
  telefoon: 'breed',
  cel: (r) => (
    <>
      <UitkomstTeken uitkomst={r.oordeel} />
      {r.woorden && <small>{r.woorden}</small>}
      {r.oordeel && r.oordeel !== 'geldig' && (r.melding ?? r.code) && (
        <small>{r.melding ?? meldingVan(r.code ?? '', r.oordeel)}</small>
      )}
    </>
  ),
}

const kolommenVan = (TOEWIJZING: Regelkolom): Partial<Record<Berichtsoort, Regelkolom[]>> => ({
  '301': [NUMMER, TOEWIJZING, PRODUCT, PERIODE, VOLUME],
  '305': [NUMMER, TOEWIJZING, PRODUCT, PERIODE, WOORDEN],
  '307': [NUMMER, TOEWIJZING, PRODUCT, PERIODE, WOORDEN],
  '323': [NUMMER, TOEWIJZING, PRODUCT, PERIODE, VOLUME, BEDRAG, UITKOMST],
  '325': [NUMMER, REFERENTIE, BEDRAG, WOORDEN],
})

/** The lines of a message; which columns depends on its kind. */
export function RegelTabel({ bericht, regels }: { bericht: Pick<Bericht, 'id' | 'soort'>; regels: Berichtregel[] }) {
  const kolommen = kolommenVan(toewijzing(bericht.id))[bericht.soort] ?? [NUMMER, WOORDEN]
  return (
    <Tabel
      bijschrift="Regels van het bericht"
      kolommen={kolommen}
      rijen={regels}
      sleutel={(r) => String(r.regel)}
      klikbaar={false}
    />
  )
}
