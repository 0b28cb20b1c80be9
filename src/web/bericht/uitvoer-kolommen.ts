import { meldingVan, signaalteksten } from '../../domain/do/bericht/meldingen.ts'
import type { BerichtInLijst } from '../../domain/do/bericht/queries.ts'
import type { Ronde } from '../../domain/do/bericht/rondes.ts'
import type { Weigering } from '../../domain/do/bericht/weigeringenlijst.ts'
import { moment } from '../ui/notatie.ts'
import type { Uitvoerkolom } from '../uitvoer.ts'
import { bronnamen, standnamen } from './ronde-delen.tsx'
import { rondestand } from './ronde-stand.ts'
import { bestandsoortNaam, soortnamen } from './woorden.tsx'

export const berichtkolommen: Uitvoerkolom<BerichtInLijst>[] = [
  { kop: 'Identificatie', waarde: (b) => b.identificatie },
  { kop: 'Wet', waarde: (b) => (b.wet === 'wmo' ? 'Wmo' : 'Jeugdwet') },
  { kop: 'Soort', waarde: (b) => `${b.soort} ${soortnamen[b.soort]}` },
  { kop: 'Afzender', waarde: (b) => b.afzender },
  { kop: 'Ontvanger', waarde: (b) => b.ontvanger },
  { kop: 'Aanbieder', waarde: (b) => b.aanbieder },
  { kop: 'AGB', waarde: (b) => b.agb },
  { kop: 'Gemeente', waarde: (b) => b.gemeentenaam ?? b.gemeente },
  { kop: 'Dagtekening', soort: 'datum', waarde: (b) => b.dagtekening },
  { kop: 'Ingelezen', waarde: (b) => moment(b.ingelezenOp) },
  { kop: 'Uitkomst', waarde: (b) => b.oordeel ?? 'nog niet beoordeeld' },
  { kop: 'Code', waarde: (b) => b.code },
  {
    kop: 'Reden',
    waarde: (b) => (b.code && b.oordeel && b.oordeel !== 'geldig' ? meldingVan(b.code, b.oordeel) : null),
  },
  { kop: 'Regels die niet meetellen', soort: 'getal', waarde: (b) => b.regelfouten },
  { kop: 'Signaal', waarde: (b) => (b.signaal ? signaalteksten(b.signaal).join(' ') : null) },
]

export function rondekolommen(nu: Temporal.Instant): Uitvoerkolom<Ronde>[] {
  return [
    { kop: 'Levering', waarde: (r) => moment(r.gestartOp) },
    { kop: 'Door', waarde: (r) => r.gestartDoor },
    { kop: 'Hoe', waarde: (r) => bronnamen[r.bron] },
    { kop: 'Bestanden', soort: 'getal', waarde: (r) => r.bestanden },
    { kop: 'Verwerkt', soort: 'getal', waarde: (r) => r.verwerkt },
    { kop: 'Dubbel', soort: 'getal', waarde: (r) => r.dubbel },
    { kop: 'Wachtend', soort: 'getal', waarde: (r) => r.wachtend },
    { kop: 'Afgekeurd', soort: 'getal', waarde: (r) => r.afgekeurd },
    { kop: 'Stand', waarde: (r) => standnamen[rondestand(r, nu)].tekst },
  ]
}

export const weigeringkolommen: Uitvoerkolom<Weigering>[] = [
  { kop: 'Bestand', waarde: (w) => w.bestand },
  { kop: 'Plaats', waarde: (w) => w.plaats },
  { kop: 'Soort', waarde: (w) => bestandsoortNaam(w.soort) },
  { kop: 'Afzender', waarde: (w) => w.afzender },
  { kop: 'Identificatie', waarde: (w) => w.identificatie },
  { kop: 'Uitkomst', waarde: (w) => w.oordeel },
  { kop: 'Code', waarde: (w) => w.code },
  { kop: 'Reden', waarde: (w) => w.melding },
]
