-- What was delivered: toewijzingen with their versions, starts, stops, claims, evaluations and survey answers, as the judgement
-- leaves them (everything geldig). Follows plan.sql in the same session.

-- The first aanbieders are the large ones: half of the toewijzingen belong to a quarter of them.
create temp table tw as
  select i, g.code as gemeente, i as nummer, a, pg_temp.sleutel('client', (pg_temp.toeval('client', i) * pg_temp.maat('toewijzingen') * 0.6)::bigint) as client_id,
    lpad((10000000 + a)::text, 8, '0') as agb, ((a + (pg_temp.toeval('ov', i) * 10)::int % 10 * pg_temp.maat('aanbieders')) % pg_temp.maat('overeenkomsten')) as n,
    ingang, ingang + 365 as eind, ingang - (pg_temp.toeval('vroeg', i) * 20)::int as toegewezen,
    case when pg_temp.toeval('gestart', i) < 0.93 then ingang + (pg_temp.toeval('wachten', i) * 55)::int end as start,
    case when pg_temp.toeval('gestopt', i) < 0.6 then ingang + 60 + (pg_temp.toeval('duur', i) * 400)::int end as stop
  from (
    select i, (pg_temp.maat('aanbieders') * power(pg_temp.toeval('aanbieder', i), 2))::int % pg_temp.maat('aanbieders') as a,
      '2024-01-01'::date + (pg_temp.toeval('dag', i) * (least(pg_temp.maat('jaren'), 3) * 365 - 45 * (pg_temp.maat('jaren') / 3)))::int as ingang,
      1 + (pg_temp.toeval('gemeente', i) * 7)::int % 7 as g
    from generate_series(1, pg_temp.maat('toewijzingen')) i
  ) basis
  join (select code, row_number() over (order by code) as g from gemeente where regio_id = pg_temp.regio()) g using (g);
update tw set stop = null where stop > '2026-11-01' or start is null or stop < start;
update tw set start = null, stop = null where start > '2026-11-20';
alter table tw add column categorie text, add column code text;
update tw set categorie = lpad((1 + p / 4)::text, 2, '0'), code = lpad((1 + p / 4)::text, 2, '0') || 'A' || lpad((3 + p % 4)::text, 2, '0')
  from (select n, (n * 3) % 20 as p from ov) ov where ov.n = tw.n;
analyze tw;

insert into client (regio_id, id, wet, pseudoniem, sleutelversie, label)
  select pg_temp.regio(), client_id, 'wmo', sha256(uuid_send(client_id)), 1, upper(substr(md5(client_id::text), 1, 12))
  from tw group by client_id;

create temp table ber as
  select row_number() over (order by dagtekening, i, soort) as id, * from (
    select i, '301' as soort, gemeente as afzender, agb as ontvanger, toegewezen as dagtekening, gemeente, agb from tw
    union all select i, '301v', gemeente, agb, toegewezen + 90, gemeente, agb from tw where pg_temp.toeval('verlengd', i) < 0.25
    union all select i, '305', agb, gemeente, start + 3, gemeente, agb from tw where start is not null
    union all select i, '307', agb, gemeente, stop + 3, gemeente, agb from tw where stop is not null
    union all select i, '323', agb, gemeente, start + 40, gemeente, agb from tw where start is not null and i % 5 = 0
  );
insert into bericht (regio_id, id, wet, soort, afzender, ontvanger, identificatie, dagtekening, gemeente, agb, inhoud_hmac, ronde_id, ingelezen_op, beoordeeld_op, oordeel)
  overriding system value
  select pg_temp.regio(), id, 'wmo', left(soort, 3), afzender, ontvanger, 'B' || id, dagtekening, gemeente, agb, sha256(int8send(id)), null,
    least(dagtekening + 1, '2026-11-21') + time '10:00', least(dagtekening + 1, '2026-11-21') + time '10:01', 'geldig'
  from ber;
insert into toewijzing_versie (regio_id, bericht_id, regel, wet, gemeente, nummer, client_id, agb, categorie, code, toewijzing_moment, ingangsdatum, einddatum,
    reden_wijziging, volume, eenheid, frequentie, dagtekening, identificatie, oordeel)
  select pg_temp.regio(), ber.id, 1, 'wmo', tw.gemeente, nummer, client_id, tw.agb, categorie, code,
    case soort when '301' then toegewezen else toegewezen + 90 end + time '10:00', ingang, case soort when '301' then eind else eind + 180 end,
    case soort when '301v' then '01' end, 4, '04', '2', dagtekening, 'B' || ber.id, 'geldig'
  from ber join tw using (i) where soort in ('301', '301v');
insert into start_melding (regio_id, bericht_id, regel, wet, gemeente, nummer, client_id, agb, categorie, code, begindatum, status_aanlevering, dagtekening, oordeel)
  select pg_temp.regio(), ber.id, 1, 'wmo', tw.gemeente, nummer, client_id, tw.agb, categorie, code, start, 1, dagtekening, 'geldig'
  from ber join tw using (i) where soort = '305';
insert into stop_melding (regio_id, bericht_id, regel, wet, gemeente, nummer, client_id, agb, categorie, code, begindatum, einddatum, reden_beeindiging,
    status_aanlevering, dagtekening, oordeel)
  select pg_temp.regio(), ber.id, 1, 'wmo', tw.gemeente, nummer, client_id, tw.agb, categorie, code, start, stop, '19', 1, dagtekening, 'geldig'
  from ber join tw using (i) where soort = '307';
insert into toewijzing (regio_id, wet, gemeente, nummer, client_id, agb, categorie, code, ingangsdatum, einddatum, ingetrokken, toegewezen_op, referentiedatum,
    gestart_op, gestopt_op, volume, eenheid, frequentie)
  select pg_temp.regio(), 'wmo', gemeente, nummer, client_id, agb, categorie, code, ingang, eind, false, toegewezen, greatest(ingang, toegewezen), start, stop, 4, '04', '2'
  from tw;

-- four claimed months per 323
insert into declaratie (regio_id, bericht_id, declaratienummer, periode_van, periode_tot, totaal_cent)
  select pg_temp.regio(), id, 'D' || id, dagtekening - 40, dagtekening, 4 * 12000 from ber where soort = '323';
insert into declaratie_regel (regio_id, bericht_id, regel, wet, gemeente, nummer, client_id, agb, categorie, code, van, tot, volume, eenheid, tarief_cent,
    bedrag_cent, credit, referentie, dagtekening, oordeel, overeenkomst_id)
  select pg_temp.regio(), ber.id, k, 'wmo', tw.gemeente, nummer, client_id, tw.agb, categorie, code, start + 30 * (k - 1), start + 30 * k - 1, 4, '04', 3000, 12000, false,
    'R' || ber.id || '-' || k, dagtekening, 'geldig', ov.id
  from ber join tw using (i) join ov on ov.n = tw.n, generate_series(1, 4) k where soort = '323';

insert into evaluatie (regio_id, gemeente, nummer, datum, soort, resultaat, reden, volgnr, ingelezen_op, ingelezen_door)
  select pg_temp.regio(), gemeente, nummer, stop + 5, 'einde-beschikking', case when goed then 'behaald' else 'niet behaald' end,
    case when not goed then 'client' end, 1, '2026-11-20', 'bench'
  from (select *, pg_temp.toeval('behaald', i) < 0.8 as goed from tw) where stop is not null;
insert into cto_respons (regio_id, gemeente, nummer, veldwerk_einde, datum_respons, cijfer, volgnr, ingelezen_op, ingelezen_door)
  select pg_temp.regio(), gemeente, nummer, make_date(extract(year from start)::int, 10, 20), make_date(extract(year from start)::int, 10, 1),
    (6 + (pg_temp.toeval('cijfer', i) * 4)::int) || ',' || (i % 10), 1, '2026-11-20', 'bench'
  from tw where start is not null and pg_temp.toeval('respons', i) < 0.4;

-- what people did lately, in the chain as always
select set_config('overlap.regio_id', pg_temp.regio()::text, false);
select count(audit_toevoegen('2026-11-21 09:00+01'::timestamptz + i * interval '1 second', pg_temp.sleutel('gebruiker', i % 4)::text, 'Contractmanager ' || i % 4,
    'aanbieder:gewijzigd', 'aanbieder', pg_temp.sleutel('aanbieder', i % pg_temp.maat('aanbieders'))::text, '{"oud":{"plaats":"Edam"},"nieuw":{"plaats":"Wormer"}}'))
  from generate_series(1, 1500) i;
