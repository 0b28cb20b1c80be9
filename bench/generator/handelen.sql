-- What people do: meetings with their actions, cases on the ladder, and the terms of all of it. Follows plan.sql and do.sql, after
-- hulp.sql in the same session. bench.soorten holds what the rules of the ladder made of a few cases (zaken.ts); here are many like them.

create temp table gg as
  select i, pg_temp.sleutel('gesprek', i) as id, i % pg_temp.maat('aanbieders') as a, i % pg_temp.maat('contractmanagers') as manager,
    '2026-11-21'::date - (pg_temp.toeval('gesprek', i) * 300)::int as datum
  from generate_series(0, pg_temp.maat('acties') / 4 - 1) i;
insert into gesprek (regio_id, id, soort, titel, telt_mee, regelsetdeel_id, aanbieder_id, agb, datum, begintijd, eindtijd, wijze, eigenaar_id,
    gepland_op, gepland_door, uitgenodigd_op, voorbereid_op, gehouden_op, verslag_uiterlijk, verslag_begonnen_op, gedeeld_op, reactie_uiterlijk, definitief_op)
  select pg_temp.regio(), id, 'contractmanagementgesprek', 'Contractmanagementgesprek', true,
    (select r.id from regelsetdeel r where r.regio_id = pg_temp.regio() and r.deel = 'gesprekken'), pg_temp.sleutel('aanbieder', a),
    lpad((10000000 + a)::text, 8, '0'), datum, '10:00', '11:30', 'fysiek', pg_temp.sleutel('gebruiker', manager), datum - 60, 'bench', datum - 50,
    datum - 7, datum, datum + 14, datum + 1, datum + 10, datum + 24, datum + 25
  from gg;
insert into deelnemer (regio_id, id, gesprek_id, hoedanigheid, gebruiker_id, naam, antwoord, antwoord_op, aanwezig)
  select pg_temp.regio(), pg_temp.sleutel('deelnemer' || k, i), id, case k when 0 then 'voorzitter' else 'contractbeheer' end,
    pg_temp.sleutel('gebruiker', (manager + k) % pg_temp.maat('contractmanagers')), 'Contractmanager', 'ja', datum - 40, true
  from gg, generate_series(0, 1) k;

-- four open actions to a meeting, of either side, one in six late, one in ten ready; and as many that were accepted
create temp table ac as
  select j, pg_temp.sleutel('actie', j) as id, gg.id as gesprek_id, a, manager, datum, j % 8 >= 4 as klaar, j % 2 = 0 as van_regio,
    case when j % 8 >= 4 then datum + 30 when pg_temp.toeval('te laat', j) < 0.17 then '2026-11-21'::date - (pg_temp.toeval('dag', j) * 60)::int
      else '2026-11-22'::date + (pg_temp.toeval('dag', j) * 200)::int end as einddatum
  from gg, generate_series(i * 8, i * 8 + 7) j;
insert into actie (regio_id, id, gesprek_id, aanbieder_id, agb, tekst, kant, eigenaar_id, eigenaar, einddatum, niveau, vastgelegd_op, vastgelegd_door,
    gedeeld_op, begonnen_op, gereed_op, gereed_door, geaccepteerd_op, geaccepteerd_door)
  select pg_temp.regio(), id, gesprek_id, pg_temp.sleutel('aanbieder', a), lpad((10000000 + a)::text, 8, '0'),
    (array['Wachttijden per gemeente aanleveren', 'Nieuwe contactpersoon doorgeven', 'Verschil in de declaraties uitzoeken', 'Werkinstructie bijwerken'])[1 + j % 4] || ' (' || j || ')',
    case when van_regio then 'regio' else 'aanbieder' end, case when van_regio then pg_temp.sleutel('gebruiker', manager) end,
    case when van_regio then 'Contractmanager ' || manager else 'Contact ' || a || '-1' end, einddatum, 'tactisch', datum + 1, 'bench', datum + 10,
    case when j % 3 = 0 then datum + 12 end, case when klaar or j % 10 = 0 then datum + 20 end, case when klaar or j % 10 = 0 then 'bench' end,
    case when klaar then datum + 28 end, case when klaar then 'bench' end
  from ac;

-- cases that run, each as one of those the rules made; a term that is passed, runs, or was kept
create temp table vz as
  select (nr - 1)::int as nr, zaak, count(*) over ()::int as soorten from jsonb_array_elements(current_setting('bench.soorten')::jsonb) with ordinality v (zaak, nr);
create temp table zk as
  select i, pg_temp.sleutel('escalatie', i) as id, i % pg_temp.maat('aanbieders') as a, (i / soorten) % 20 as later, zaak
  from generate_series(0, pg_temp.maat('zaken') - 1) i join vz on vz.nr = i % (select max(soorten) from vz);
insert into escalatie (regio_id, id, nummer, aanbieder_id, agb, regelsetdeel_id, titel, toestand, hoogte, beurt, geopend_op, geopend_door, gewijzigd_op, eerste_termijn)
  select pg_temp.regio(), id, 'E-2026-' || lpad((i + 1)::text, 3, '0'), pg_temp.sleutel('aanbieder', a), lpad((10000000 + a)::text, 8, '0'),
    (select r.id from regelsetdeel r where r.regio_id = pg_temp.regio() and r.deel = 'escalatieladder' order by versie desc limit 1),
    'Start zorg onder de norm (' || i || ')', zaak ->> 'toestand', (zaak ->> 'hoogte')::int, (zaak ->> 'beurt')::int,
    '2026-11-02'::date - later, 'bench', '2026-11-02', (zaak ->> 'eersteTermijn')::date - later
  from zk;
insert into escalatie_stap (regio_id, escalatie_id, nr, overgang, van, naar, datum, grond, motivering, velden, partij, door, besloten_door, besloten_als,
    mandaat_grond, gezet_op)
  select pg_temp.regio(), zk.id, nr, s.overgang, s.van, s.naar, s.datum - later, s.grond, s.motivering, s.velden, s.partij, pg_temp.sleutel('gebruiker', 0),
    case when s."beslotenDoor" is not null then pg_temp.sleutel('gebruiker', 1) end, case when s."beslotenDoor" is not null then 'contracteigenaar' end, null, s.datum
  from zk, rows from (jsonb_to_recordset(zaak -> 'stappen') as (overgang text, van text, naar text, datum date, grond text, motivering text, velden jsonb,
    partij text, "beslotenDoor" text)) with ordinality s (overgang, van, naar, datum, grond, motivering, velden, partij, "beslotenDoor", nr);
insert into escalatie_stuk (regio_id, id, escalatie_id, soort, datum, velden, beurt, partij, voor_aanbieder, vastgelegd_op, vastgelegd_door)
  select pg_temp.regio(), pg_temp.sleutel('stuk' || nr, i), zk.id, s.soort, s.datum - later, s.velden, s.beurt, 'opdrachtgever', false, s.datum, 'bench'
  from zk, rows from (jsonb_to_recordset(zaak -> 'stukken') as (soort text, datum date, velden jsonb, beurt int)) with ordinality s (soort, datum, velden, beurt, nr);
insert into escalatie_termijn (regio_id, escalatie_id, nr, code, start, einddatum, werkelijk_einde, afgesproken, stappen, klaar)
  select pg_temp.regio(), zk.id, nr, t.code, t.start - later, t.einddatum - later, t.einddatum - later, t.afgesproken, t.stappen, t.klaar - later
  from zk, rows from (jsonb_to_recordset(zaak -> 'termijnen') as (code text, start date, einddatum date, afgesproken boolean, stappen jsonb, klaar date))
    with ordinality t (code, start, einddatum, afgesproken, stappen, klaar, nr);
insert into escalatie_maatregel (regio_id, escalatie_id, nr, soort, effect, velden, begin, einde)
  select pg_temp.regio(), zk.id, nr, m.soort, m.effect, m.velden, m.begin - later, m.einde
  from zk, rows from (jsonb_to_recordset(zaak -> 'maatregelen') as (soort text, effect text, velden jsonb, begin date, einde date))
    with ordinality m (soort, effect, velden, begin, einde, nr);
insert into escalatie_brief (regio_id, escalatie_id, nr, soort, naam, alineas, verzonden, wijze, kenmerk, ontvangen, verzonden_door, vastgelegd_op)
  select pg_temp.regio(), zk.id, nr, b.soort, b.naam, '["Wij hebben het volgende vastgesteld."]', b.verzonden - later, 'aangetekend', '3S-1', b.ontvangen - later, 'bench', b.verzonden
  from zk, rows from (jsonb_to_recordset(zaak -> 'brieven') as (soort text, naam text, verzonden date, ontvangen date)) with ordinality b (soort, naam, verzonden, ontvangen, nr);

-- The calendar: of every open action and case its terms, and until there are as many as asked what overeenkomsten, certificates, meetings
-- and people put in it, over four years. What lies behind was done but for one in fifty; what lies ahead is open.
create temp table te as
  select 'actie' as bron, id::text as bron_id, 'actie' as sleutel, 'Actie: wachttijden per gemeente aanleveren' as titel, 'uiterlijk' as aard, einddatum,
    case when van_regio then 'regio' else 'aanbieder' end as kant, case when van_regio then 'contractmanager' end as rol,
    case when van_regio then pg_temp.sleutel('gebruiker', manager) end as gebruiker_id, a, null::uuid as overeenkomst_id, j::bigint as i
  from ac where not klaar
  union all
  select 'escalatie', id::text, nr || '-' || t.code, 'Verbeterplan indienen', 'uiterlijk', t.einddatum - later, 'aanbieder', null, null, a, null, i
  from zk, rows from (jsonb_to_recordset(zaak -> 'termijnen') as (code text, einddatum date, klaar date)) with ordinality t (code, einddatum, klaar, nr)
  where t.klaar is null;
insert into te
  select bron, pg_temp.sleutel(bron, i)::text, 'tot', titel || ' (' || i || ')', aard, '2025-01-01'::date + (pg_temp.toeval('termijn', i) * 4 * 365)::int,
    case when i % 7 = 0 then 'aanbieder' else 'regio' end,
    case when i % 7 = 0 then null when i % 11 = 0 then 'contracteigenaar' when i % 11 = 1 then 'rvm' else 'contractmanager' end,
    case when i % 7 <> 0 and i % 13 = 0 then pg_temp.sleutel('gebruiker', i % pg_temp.maat('contractmanagers')) end,
    (i % pg_temp.maat('aanbieders'))::int, case when bron in ('einde', 'verlenging') then pg_temp.sleutel('overeenkomst', i % pg_temp.maat('overeenkomsten')) end, i
  from (
    select i, (array['einde', 'verlenging', 'certificaat', 'hand', 'gesprek'])[1 + i % 5] as bron,
      (array['Einde van de overeenkomst', 'Beslissen over de verlenging', 'Certificaat verloopt', 'Jaarplan bespreken', 'Gesprek'])[1 + i % 5] as titel,
      (array['moment', 'uiterlijk', 'moment', 'uiterlijk', 'moment'])[1 + i % 5] as aard
    from generate_series(1, pg_temp.maat('termijnen') - (select count(*) from te)) i
  ) soort;
insert into termijn (regio_id, id, bron, bron_id, sleutel, titel, aard, startgebeurtenis, startdatum, berekening, einddatum, kant, rol, gebruiker_id, aanbieder_id,
    overeenkomst_id, gevolg, stand, gehaald_op, gesloten_op, gesloten_reden, gepland_op, gewijzigd_op)
  select pg_temp.regio(), pg_temp.sleutel('termijn ' || bron || sleutel, i), bron, bron_id, sleutel, titel, aard, 'Vastgelegd', einddatum - 60,
    jsonb_build_object('regel', 'Dag zoals vastgelegd', 'looptijd', null, 'bron', null, 'versie', null, 'stappen', '[]'::jsonb), einddatum, kant, rol, gebruiker_id,
    pg_temp.sleutel('aanbieder', a), overeenkomst_id, 'Wordt besproken in het volgende gesprek.', case when gedaan then 'gehaald' else 'loopt' end,
    case when gedaan then einddatum - 3 end, case when gedaan then (einddatum - 3)::timestamptz end, case when gedaan then 'gedaan' end, einddatum - 60, einddatum - 60
  from (select *, einddatum < '2026-11-22' and bron not in ('actie', 'escalatie') and pg_temp.toeval('blijft liggen', i) >= 0.02 as gedaan from te) te;
