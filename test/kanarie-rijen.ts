import type pg from 'pg'
import type { Zaak } from './wereld.ts'

/** Of an aanbieder: one row in every table that maakZaak leaves empty. */
export async function vulZaak(beheer: pg.Client, regioId: string, zaak: Zaak, gebruikerId: string) {
  const rij = vul(beheer, regioId)
  const { aanbiederId, overeenkomstId, contactpersoonId } = zaak
  await rij(
    'certificaat (regio_id, aanbieder_id, naam, instelling, nummer, geldig_van, geldig_tot)',
    `$1, $2, 'ISO 9001', 'Keurmerk', 'K-1', '2024-01-01', '2027-12-31'`,
    aanbiederId,
  )
  await rij(
    'aanbieder_omvang (regio_id, aanbieder_id, jaar, medewerkers, bron, toelichting, vastgelegd_op, vastgelegd_door)',
    `$1, $2, 2023, 12, 'hand', 'Eigen opgave', now(), 'proef'`,
    aanbiederId,
  )
  await rij(
    'kernpartner (regio_id, aanbieder_id, aanspreekpunt_id, motivering, vanaf)',
    `$1, $2, $3, 'Levert in elke gemeente', '2026-01-01'`,
    aanbiederId,
    gebruikerId,
  )
  await rij(
    'contactpersoon_overeenkomst (regio_id, contactpersoon_id, overeenkomst_id)',
    '$1, $2, $3',
    contactpersoonId,
    overeenkomstId,
  )
  await rij(
    'contactpersoon_gemeente (regio_id, contactpersoon_id, gemeente_code)',
    '$1, $2, (select min(gemeente_code) from overeenkomst_gemeente where overeenkomst_id = $3)',
    contactpersoonId,
    overeenkomstId,
  )
  await rij(
    'verlengingsbesluit (regio_id, overeenkomst_id, volgnr, optie, besluit, vanaf, tot, reden, besluitdatum, besloten_door, vastgelegd_op)',
    `$1, $2, 1, 1, 'verlengen', '2028-01-01', '2028-12-31', 'Past in de raming', '2026-06-01', $3, now()`,
    overeenkomstId,
    gebruikerId,
  )
  await rij(
    'plafondvoorstel (regio_id, overeenkomst_id, jaar, nieuw_cent, motivering, voorgesteld_op, voorgesteld_door)',
    `$1, $2, 2027, 12345600, 'Meer vraag', now(), $3`,
    overeenkomstId,
    gebruikerId,
  )
}

/** Of a region, and of nobody in particular. */
export async function vulRegio(beheer: pg.Client, regioId: string, gebruikerId: string, anderId: string) {
  const rij = vul(beheer, regioId)
  await rij(
    'mandaat (regio_id, taak, rol, gemeente_code, grond, geldig_vanaf, vastgelegd_op, vastgelegd_door, ingetrokken_op, ingetrokken_door, intrekking_reden)',
    `$1, 'boete', 'directie', (select min(code) from gemeente where regio_id = $1), 'Mandaatbesluit', '2026-01-01', now(), 'proef', now(), 'proef', 'Vervangen'`,
  )
  await rij(
    'rasci (regio_id, taak, gemeente_code, verdeling, geldig_vanaf, reden, vastgelegd_op, vastgelegd_door)',
    `$1, 'boete', (select min(code) from gemeente where regio_id = $1), '[{"rol": "directie", "letter": "A"}, {"rol": "contractmanager", "letter": "R"}]', '2026-01-01', 'Besluit', now(), 'proef'`,
  )
  await rij(
    'waarneming (regio_id, gebruiker_id, waarnemer_id, begindatum, einddatum, reden, vastgelegd_op, vastgelegd_door)',
    `$1, $2, $3, '2026-11-01', '2027-12-31', 'Verlof', now(), 'proef'`,
    gebruikerId,
    anderId,
  )
  await rij(
    'toegangscontrole (regio_id, soort, periode, bekeken_op, bekeken_door, bekeken_door_id, aantal, opmerking)',
    `$1, 'alle', '2026', now(), 'proef', $2, 3, 'Alles klopt'`,
    gebruikerId,
  )
  await rij(
    'ladderconcept (regio_id, inhoud, begonnen_op, begonnen_door, gewijzigd_op, gewijzigd_door)',
    `$1, (select inhoud from regelsetdeel where regio_id = $1 and deel = 'escalatieladder' order by versie limit 1), now(), 'proef', now(), 'proef'`,
  )
  await rij('herstelverzoek (regio_id, email, gevraagd_op)', `$1, 'iemand@elders.example', now()`)
  await rij(
    'organisatiepoging (regio_id, token_hash, state, nonce, verifier, terug, verloopt_op)',
    `$1, $2::bytea, 's', 'n', 'v', '/kpis', now() + interval '1 hour'`,
    anderId,
  )
}

/** Of somebody: what signing in and choosing leaves behind. */
export async function vulPersoon(beheer: pg.Client, regioId: string, gebruikerId: string) {
  const rij = vul(beheer, regioId)
  await rij(
    'account (regio_id, gebruiker_id, wachtwoord_hash, wachtwoord_op, totp_geheim, totp_op, herstelzout, herstelcodes_op)',
    `$1, $2, 'hash', now(), 'geheim', now(), 'zout', now()`,
    gebruikerId,
  )
  await rij('herstelcode (regio_id, gebruiker_id, hash)', `$1, $2, 'hash'`, gebruikerId)
  await rij(
    'toegangssleutel (regio_id, gebruiker_id, sleutel_id, publieke_sleutel, teller, vervoer, naam, toegevoegd_op)',
    `$1, $2, $2::uuid::text, 'sleutel', 1, '{internal}', 'Laptop', now()`,
    gebruikerId,
  )
  await rij('bekend_toestel (regio_id, gebruiker_id, token_hash, laatst_op)', `$1, $2, 'toestel', now()`, gebruikerId)
  await rij(
    'eenmalige_link (regio_id, id, gebruiker_id, soort, gevraagd_op, gevraagd_door, reden, geldig_tot)',
    `$1, $2, $2, 'wachtwoord', now(), 'proef', 'Vergeten', now() + interval '1 hour'`,
    gebruikerId,
  )
  await rij(
    'mail (regio_id, gebruiker_id, soort, link_id, gevraagd_op, uiterlijk_op)',
    `$1, $2, 'wachtwoord', $2, now(), now() + interval '1 hour'`,
    gebruikerId,
  )
  await rij(
    'aanmelding (regio_id, gebruiker_id, token_hash, soort, begonnen_op, verloopt_op)',
    `$1, $2, $2::uuid::text::bytea, 'aanmelden', now(), now() + interval '1 hour'`,
    gebruikerId,
  )
  await rij(
    'weergave (regio_id, gebruiker_id, lijst, naam, keuze, bewaard_op)',
    `$1, $2, 'aanbieders', 'Van mij', '{"zoek": "veen"}', now()`,
    gebruikerId,
  )
}

function vul(beheer: pg.Client, regioId: string) {
  return (tabel: string, waarden: string, ...ids: string[]) =>
    beheer.query(`insert into ${tabel} values (${waarden}) on conflict do nothing`, [regioId, ...ids])
}
