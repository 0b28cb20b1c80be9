import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { soortcodes, type Soortcode } from '../src/domain/check/bewaren/bewaartermijn.ts'

// Every table is destroyed with a kind of record, or says why it stays.
const soortVan: Record<string, Soortcode> = {
  overeenkomst: 'overeenkomsten',
  overeenkomst_functie: 'overeenkomsten',
  overeenkomst_gemeente: 'overeenkomsten',
  overeenkomst_product: 'overeenkomsten',
  tarief: 'overeenkomsten',
  plafond: 'overeenkomsten',
  plafondvoorstel: 'overeenkomsten',
  verlengingsbesluit: 'overeenkomsten',
  contactpersoon_overeenkomst: 'overeenkomsten',
  declaratie_maand: 'overeenkomsten',
  declaratie_maand_gewist: 'overeenkomsten',
  client: 'clienten',
  toewijzing: 'clienten',
  toewijzing_versie: 'clienten',
  start_melding: 'clienten',
  stop_melding: 'clienten',
  declaratie_regel: 'clienten',
  declaratie: 'clienten',
  declaratie_regel_fout: 'clienten',
  declaratie_antwoord: 'clienten',
  declaratie_antwoord_regel: 'clienten',
  retour: 'clienten',
  bericht: 'clienten',
  bericht_aandacht: 'clienten',
  aanvaarding: 'clienten',
  evaluatie: 'evaluaties',
  cto_respons: 'evaluaties',
  kpi_berekening: 'kpis',
  kpi_uitkomst: 'kpis',
  kpi_gevallen: 'kpis',
  kpi_telling: 'kpis',
  kpi_aanbieder: 'kpis',
  kpi_vaststelling: 'kpis',
  bevinding: 'bevindingen',
  bevinding_besluit: 'bevindingen',
  inleesronde: 'leveringen',
  inleesbestand: 'leveringen',
  inleesfout: 'leveringen',
  account: 'accounts',
  herstelcode: 'accounts',
  toegangssleutel: 'accounts',
  weergave: 'accounts',
  audit_waarden: 'logwaarden',
  weigering: 'weigeringen',
}
const VANZELF = 'thrown away by itself when it is over (ruim-toegang-op)'
const KLEIN = 'no kind yet (decision 019)'
const blijft: Record<string, string> = {
  aanmelding: VANZELF,
  bekend_toestel: VANZELF,
  eenmalige_link: VANZELF,
  herstelverzoek: VANZELF,
  mail: VANZELF,
  organisatiepoging: 'used once, and gone',
  sessie: VANZELF,
  beurt: VANZELF,
  mislukking: VANZELF,
  aanbieder: KLEIN,
  aanbieder_omvang: KLEIN,
  certificaat: KLEIN,
  contactpersoon: KLEIN,
  contactpersoon_gemeente: KLEIN,
  kernpartner: KLEIN,
  mandaat: KLEIN,
  rasci: KLEIN,
  roltoewijzing: KLEIN,
  toegangscontrole: KLEIN,
  waarneming: KLEIN,
  gebruiker: 'the name stays under what this person decided; the rest goes with accounts',
  audit_regel: 'the chain; its values go',
  audit_keten: 'head of the chain',
  clientverwijdering: 'that something was removed',
  vernietiging: 'the declaration itself',
  vernietiging_regel: 'empty when a destruction is done',
  vernietigd_bericht: 'a keyed digest, so that nothing comes back',
  clientenstand: 'a counter',
  sleutelstand: 'which key is in use',
  afspraak_wijziging: 'a note for the queue',
  te_beoordelen: 'a note for the queue',
  declaratie_jaar: 'added up from declaratie_maand by its triggers',
  gemeente: 'the region itself',
  subregio: 'the region itself',
  product: 'the catalogue',
  regelsetdeel: 'what applied when something was decided',
  regio: 'the region itself',
  migratie: 'which migrations ran',
}

test('S14: elke tabel gaat met een soort gegevens mee, of zegt waarom zij blijft', () => {
  const tabellen = [
    ...readFileSync(join(import.meta.dirname, '../db/schema.sql'), 'utf8').matchAll(/^create table (\w+)/gm),
  ].map(([, naam]) => naam!)
  expect(tabellen.length).toBeGreaterThan(60)
  expect(tabellen.filter((naam) => naam in soortVan === naam in blijft)).toEqual([])
  expect([...Object.keys(soortVan), ...Object.keys(blijft)].filter((naam) => !tabellen.includes(naam))).toEqual([])
  const zonderTabel = soortcodes.filter((code) => !Object.values(soortVan).includes(code))
  // a part of the values of the audit trail
  expect(zonderTabel).toEqual(['aanmeldingen'])
})
