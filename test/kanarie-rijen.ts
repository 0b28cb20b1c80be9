import type pg from 'pg'
import type { Zaak } from './wereld.ts'

/** Of an aanbieder: one row in every table that maakZaak leaves empty. */
export async function vulZaak(beheer: pg.Client, regioId: string, zaak: Zaak, gebruikerId: string) {
  const rij = vul(beheer, regioId)
  const { aanbiederId, agb, overeenkomstId, contactpersoonId, escalatieId, termijnId } = zaak
  // where the world has a plan under the id of the aanbieder (test/verbeterplan-rijen.ts)
  const { rowCount } = await beheer.query('select from verbeterplan where regio_id = $1 and id = $2', [
    regioId,
    aanbiederId,
  ])
  if (rowCount) await vulConcepten(rij, aanbiederId)
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
    'document (regio_id, id, soort, titel, richting, aanbieder_id, agb, overeenkomst_id, onderwerp, onderwerp_id, sleutel, voor_aanbieder, versie, datum, auteur, toegevoegd_op)',
    `$1, $2, 'D19', 'Kwartaalrapportage', 'in', $2, $4, $3, 'rapportage', $2::uuid::text, 'rapport', true, 1, '2026-11-01', 'De aanbieder', now()`,
    aanbiederId,
    overeenkomstId,
    zaak.agb,
  )
  await rij(
    'documentversie (regio_id, document_id, nr, datum, auteur, kenmerk, toelichting, toegevoegd_op, toegevoegd_door)',
    `$1, $2, 1, '2026-11-01', 'De aanbieder', 'K-1', 'Eerste', now(), 'proef'`,
    aanbiederId,
  )
  await rij(
    'documentbestand (regio_id, document_id, nr, vorm, omvang, sha256, inhoud)',
    `$1, $2, 1, 'pdf', 10, sha256('%PDF-1.7 x'), '%PDF-1.7 x'`,
    aanbiederId,
  )
  await rij(
    'brief (regio_id, id, sjabloon, regelsetdeel_id, soort, naam, onderwerp, velden, alineas, selectie, wijze, aangetekend, opgesteld_op, opgesteld_door, stand, verzonden_op, besloten_als, mandaat_grond, reden)',
    `$1, $2, 'informatiebrief', (select max(id::text)::uuid from regelsetdeel where regio_id = $1 and deel = 'briefsjablonen'), 'D52', 'Informatiebrief', 'Bereikbaarheid', '{"bericht":"Dicht."}', '["{bericht}"]', 'alle', 'mail', false, now(), $3, 'verzonden', now(), 'contracteigenaar', 'Mandaatbesluit', 'Anders'`,
    aanbiederId,
    gebruikerId,
  )
  await rij(
    'brief_ontvanger (regio_id, id, brief_id, aanbieder_id, agb, tav, email, nummer, document_id, laatste_fout, aangetekend_nummer, verzonden_op, verzonden_datum, vastgelegd_door)',
    `$1, $2, $2, $2, $3, 'Contact', 'contact@example.nl', 'P-2026-1' || $3, $2, 'fout', '3S', now(), '2026-11-01', 'proef'`,
    aanbiederId,
    zaak.agb,
  )
  await rij(
    'brief_norm (regio_id, brief_id, regelsetdeel_id)',
    `$1, $2, (select max(id::text)::uuid from regelsetdeel where regio_id = $1 and deel = 'kpi-start-zorg')`,
    aanbiederId,
  )
  await rij(
    'normmededeling (regio_id, regelsetdeel_id, aanbieder_id, agb, datum, kanaal, toelichting, vastgelegd_op, vastgelegd_door, ingetrokken_op, ingetrokken_door)',
    `$1, (select max(id::text)::uuid from regelsetdeel where regio_id = $1 and deel = 'kpi-start-zorg'), $2, $3, '2026-11-01', 'post', 'Per brief', now(), 'proef', now(), 'proef'`,
    aanbiederId,
    zaak.agb,
  )
  await rij(
    'publicatie (regio_id, titel, tekst, doelgroep, doelgroep_tekst, kanaal, datum, brief_id, vastgelegd_op, vastgelegd_door, ingetrokken_op, ingetrokken_door)',
    `$1, 'Bereikbaarheid', 'Tekst', 'selectie', 'alle', 'mail', '2026-11-01', $2, now(), 'proef', now(), 'proef'`,
    aanbiederId,
  )
  await rij(
    'plafondvoorstel (regio_id, overeenkomst_id, jaar, nieuw_cent, motivering, voorgesteld_op, voorgesteld_door)',
    `$1, $2, 2027, 12345600, 'Meer vraag', now(), $3`,
    overeenkomstId,
    gebruikerId,
  )
  await rij(
    'declaratie_maand_gewist (regio_id, agb, maand, overeenkomst_id, regels, bedrag_cent)',
    `$1, $2, '2016-01-01', $3, 3, 12300`,
    agb,
    overeenkomstId,
  )
  await rij(
    'escalatie_maatregel (regio_id, escalatie_id, nr, soort, effect, velden, gemeenten, producten, begin)',
    `$1, $2, 1, 'clientenstop', 'toewijzing', '{"toelichting": "Geen nieuwe cliënten"}', '{0439}', '{01A03}', '2026-11-01'`,
    escalatieId,
  )
  await rij(
    'escalatie_schorsing (regio_id, escalatie_id, nr, vanaf, uiterlijk, termijnen)',
    `$1, $2, 1, '2026-11-01', '2026-12-01', '{herstel}'`,
    escalatieId,
  )
  await rij(
    'herinnering (regio_id, termijn_id, gebruiker_id, nummer, als, gemaakt_op)',
    `$1, $2, $3, 1, 'aanbieder', now()`,
    termijnId,
    gebruikerId,
  )
  await rij(
    'kalenderadres (regio_id, gebruiker_id, agb, token_hash, gemaakt_op)',
    `$1, $2, $3, $3::text::bytea, now()`,
    gebruikerId,
    agb,
  )
  await vulTafel(beheer, regioId, zaak)
}

/** Drafts of a plan, of each side, and a mail about it. */
async function vulConcepten(rij: ReturnType<typeof vul>, aanbiederId: string) {
  await rij(
    'verbeterplan_bericht (regio_id, verbeterplan_id, soort, naam, email, gevraagd_op)',
    `$1, $2, 'gevraagd', 'Contact', 'contact@example.nl', now()`,
    aanbiederId,
  )
  for (const partij of ['aanbieder', 'opdrachtgever']) {
    await rij(
      'verbeterplan_concept (regio_id, verbeterplan_id, partij, wat, inhoud, gewijzigd_op, gewijzigd_door)',
      `$1, $2, '${partij}', 'plan', '{"punten.0.wie": "Teamleider"}', now(), 'proef'`,
      aanbiederId,
    )
  }
}

/** A consultation table with one of everything below it, and an exclusion; both have the id of the aanbieder, as in test/routes.ts. */
async function vulTafel(beheer: pg.Client, regioId: string, { aanbiederId: id, agb }: Zaak) {
  const rij = vul(beheer, regioId)
  await beheer.query(
    `insert into overlegtafel (regio_id, id, titel, thema, datum, plaats, gepland_op, gepland_door, samengesteld_voor, regels_id,
        samengesteld_op, uitgenodigd_op, gehouden_op, terugkoppeling, teruggekoppeld_op, teruggekoppeld_door)
      select $1, $2, 'Begeleiding', 'Wachtlijst', '2026-11-22', 'Stadhuis', now(), 'proef', '2026-11-22', r.id, now(), now(), now(),
        'Besproken', now(), 'proef'
      from regelsetdeel r where r.regio_id = $1 and r.deel = 'overlegtafel'`,
    [regioId, id],
  )
  await rij('overlegtafel_product (regio_id, overlegtafel_id, categorie)', `$1, $2, '02'`, id)
  await rij(
    `overlegtafel_kandidaat (regio_id, overlegtafel_id, aanbieder_id, volgorde, klasse, omvang, subregio_id, clienten, uitgesloten,
      voorgesteld, reden)`,
    `$1, $2, $2, 0, 'klein',
      '{"jaar":2025,"clienten":null,"medewerkers":null,"omzetCent":null,"budget":false,"zzp":false,"punten":null}',
      (select id from subregio where regio_id = $1 order by volgorde limit 1), 0, false, true, '{"soort":"allen"}'`,
    id,
  )
  await rij(
    'overlegtafel_afwijking (regio_id, id, overlegtafel_id, aanbieder_id, richting, motivering, vastgelegd_op, vastgelegd_door)',
    `$1, $2, $2, $2, 'wel', 'Kent de wachtlijst', now(), 'proef'`,
    id,
  )
  await rij(
    `overlegtafel_deelname (regio_id, overlegtafel_id, aanbieder_id, agb, uitgenodigd_op, uitgenodigd_door, antwoord, afgevaardigde,
      reden, beantwoord_op, beantwoord_door)`,
    `$1, $2, $2, $3, now(), 'proef', 'komt', 'De directeur', 'Graag', now(), 'proef'`,
    id,
    agb,
  )
  await rij(
    'overlegtafel_aanwezigheid (regio_id, id, overlegtafel_id, aanbieder_id, agb, aanwezigheid, toelichting, vastgelegd_op, vastgelegd_door)',
    `$1, $2, $2, $2, $3, 'aanwezig', 'Op tijd', now(), 'proef'`,
    id,
    agb,
  )
  await rij(
    'overlegtafel_besluit (regio_id, id, overlegtafel_id, tekst, vastgelegd_op, vastgelegd_door)',
    `$1, $2, $2, 'Eén wachtlijst', now(), 'proef'`,
    id,
  )
  await rij('overlegtafel_besluit_partij (regio_id, besluit_id, aanbieder_id, agb)', `$1, $2, $2, $3`, id, agb)
  await rij(
    'overlegtafel_terugkoppeling (regio_id, overlegtafel_id, aanbieder_id, agb, verzonden_op)',
    `$1, $2, $2, $3, now()`,
    id,
    agb,
  )
  await rij(
    `overlegtafel_toets (regio_id, id, overlegtafel_id, datum, besproken_met, afspiegeling, oordeel, aanpassing, vastgelegd_op,
      vastgelegd_door)`,
    `$1, $2, $2, '2026-11-22', 'Allen', true, 'Werkt', 'Geen', now(), 'proef'`,
    id,
  )
  await rij(
    'overlegtafel_uitsluiting (regio_id, id, aanbieder_id, agb, vanaf, tot, grond, motivering, besloten_op, besloten_door)',
    `$1, $2, $2, $3, '2026-01-01', '2026-01-02', '{"gemist": 3}', 'Bleef weg', now(), 'proef'`,
    id,
    agb,
  )
  await rij(
    'overlegtafel_bericht (regio_id, id, soort, overlegtafel_id, aanbieder_id, naam, email, gevraagd_op, laatste_fout)',
    `$1, $2, 'uitnodiging', $2, $2, 'Wie kwam', 'tafel@example.nl', now(), 'proef'`,
    id,
  )
}

/** Of a region, and of nobody in particular. The id of the proposal to destroy is `anderId`. */
export async function vulRegio(beheer: pg.Client, regioId: string, gebruikerId: string, anderId: string) {
  const rij = vul(beheer, regioId)
  await rij(
    `vernietiging (regio_id, id, soort, regelsetdeel_id, grond, grens, aantal, eerste, laatste, inhoud, voorgesteld_op, voorgelegd_op,
      voorgelegd_door, toelichting, besluit, reden, besloten_op, besloten_door)`,
    `$1, $2, 'weigeringen', (select id from regelsetdeel where regio_id = $1 and deel = 'bewaartermijnen' limit 1), 'Keuze van de regio',
      '2023-01-01', 1, '2022-12-31', '2022-12-31', '{}', now(), now(), $3, 'Nagekeken', 'vernietigen', 'Voorbij', now(), $2`,
    anderId,
    gebruikerId,
  )
  await rij('vernietiging_regel (regio_id, vernietiging_id, id)', `$1, $2, '2022-12-31'`, anderId)
  await rij(
    'clientverwijdering (regio_id, label, wet, reden, begonnen_op, begonnen_door)',
    `$1, 'C-PROEF', 'wmo', 'Verzoek', now(), 'proef'`,
  )
  await rij('vernietigd_bericht (regio_id, wet, inhoud_hmac)', `$1, 'wmo', '\\x01'`)
  await rij(
    'mandaat (regio_id, taak, rol, gemeente_code, grond, geldig_vanaf, vastgelegd_op, vastgelegd_door, ingetrokken_op, ingetrokken_door, intrekking_reden)',
    `$1, 'boete', 'directie', (select min(code) from gemeente where regio_id = $1), 'Mandaatbesluit', '2026-01-01', now(), 'proef', now(), 'proef', 'Vervangen'`,
  )
  await rij(
    'rasci (regio_id, taak, gemeente_code, verdeling, geldig_vanaf, reden, vastgelegd_op, vastgelegd_door)',
    `$1, 'boete', (select min(code) from gemeente where regio_id = $1), '[{"rol": "directie", "letter": "A"}, {"rol": "contractmanager", "letter": "R"}]', '2026-01-01', 'Besluit', now(), 'proef'`,
  )
  const gemeente = '(select min(code) from gemeente where regio_id = $1)'
  await rij(
    'organisatiemodel (regio_id, soort, model, centrumgemeente_code, uitvoerder, geldig_vanaf, besluit, reden, vastgelegd_op, vastgelegd_door)',
    `$1, 'positionering', 'centrumgemeente', ${gemeente}, '', '2026-01-01', 'Collegebesluit', 'Schaal', now(), 'proef'`,
  )
  await rij(
    'modelmaatregel (regio_id, soort, model, nadeel_code, nadeel, maatregel, eigenaar_id, uiterlijk, vastgelegd_op, vastgelegd_door, gereed_op, afloop, gesloten_door)',
    `$1, 'positionering', 'centrumgemeente', 'afstand', 'Afstand', 'Overleg', $2, '2026-12-01', now(), 'proef', '2026-11-01', 'Het is er', 'proef'`,
    gebruikerId,
  )
  await rij(
    'dienstverleningsovereenkomst (regio_id, dienstverlener_code, gemeente_code, reikwijdte, begindatum, einddatum, vindplaats, vastgelegd_op, vastgelegd_door, beeindigd_op, beeindiging_reden)',
    `$1, ${gemeente}, (select max(code) from gemeente where regio_id = $1), 'Alles', '2026-01-01', '2026-12-31', 'Z-1', now(), 'proef', now(), 'Anders'`,
  )
  await rij(
    'samenwerkingsafspraak (regio_id, gemeente_code, met, onderwerp, tekst, vindplaats, geldig_vanaf, vastgelegd_op, vastgelegd_door)',
    `$1, ${gemeente}, 'beleid', 'samenwerking', 'Elke maand', 'Z-2', '2026-01-01', now(), 'proef'`,
  )
  await rij(
    'harmonisatieafspraak (regio_id, id, onderwerp, tekst, vindplaats, geldig_vanaf, vastgelegd_op, vastgelegd_door)',
    `$1, $2, 'facturatie', 'Elke maand', 'Z-3', '2026-01-01', now(), 'proef'`,
    gebruikerId,
  )
  await rij(
    'harmonisatieafspraak_gemeente (regio_id, harmonisatieafspraak_id, gemeente_code)',
    `$1, $2, ${gemeente}`,
    gebruikerId,
  )
  await rij(
    'opdracht (regio_id, id, jaar, tekst, prioriteiten, gegeven_op, gegeven_door, gegeven_als)',
    `$1, $2, 2026, 'Sturen op kwaliteit', '{}', now(), 'proef', 'Opdrachtgever'`,
    gebruikerId,
  )
  await rij(
    'opdracht_advies (regio_id, opdracht_id, tekst, gegeven_op, gegeven_door)',
    `$1, $2, 'Minder taken tegelijk', now(), 'proef'`,
    gebruikerId,
  )
  await rij(
    'taakgebiedjaar (regio_id, taakgebied, jaar, plan, uren, verslag, gewijzigd_op, gewijzigd_door)',
    `$1, 'inkoop', 2026, 'Samen inkopen', 100, 'Gedaan', now(), 'proef'`,
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
    'huisstijl (regio_id, naam, adres, voettekst, reeks, vastgelegd_op, vastgelegd_door, gemeente_code, logo, logo_vorm)',
    `$1, 'Afzender', 'Adres', 'Voet', 'PR', now(), 'proef', (select min(code) from gemeente where regio_id = $1), 'logo', 'png'`,
  )
  await rij('nummerreeks (regio_id, reeks, jaar, laatste)', `$1, 'PR', 2026, 7`)
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
