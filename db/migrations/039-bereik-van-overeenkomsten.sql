-- For who has a scope (008) it was found with every question which overeenkomsten lie in it: a list of thousands of ids, for every table
-- once more. What a scope asks of an overeenkomst now stands in one narrow row, so that a question looks only at what it reads.
create table overeenkomst_bereik (
  regio_id uuid not null,
  overeenkomst_id uuid not null,
  aanbieder_id uuid,
  gemeenten text[] not null,
  -- of each of its products: law, category and both ('wmo|', '|05', 'wmo|05')
  soorten text[] not null,
  primary key (regio_id, overeenkomst_id),
  foreign key (regio_id, overeenkomst_id) references overeenkomst on delete cascade,
  foreign key (regio_id, aanbieder_id) references aanbieder
);
create index overeenkomst_bereik_aanbieder on overeenkomst_bereik (regio_id, aanbieder_id);
call beveilig('overeenkomst_bereik', 'select');
-- kept by triggers of the owner, whoever writes
create policy eigenaar on overeenkomst_bereik to current_user using (true) with check (true);

-- The limits of a scope in the words of that row; null is no limit.
create type overeenkomstgrens as (gemeenten text[], soorten text[]);
create function overeenkomstgrenzen(p_grenzen bereikgrens[]) returns overeenkomstgrens[] language sql immutable parallel safe
  return (select coalesce(array_agg(row (b.gemeenten, case when b.wet is not null or b.categorieen is not null then
      array(select concat(b.wet, '|', c) from unnest(coalesce(b.categorieen, '{""}')) c) end)::overeenkomstgrens), '{}')
    from unnest(p_grenzen) b);

-- In a policy: an overeenkomst, or an aanbieder by one of its overeenkomsten, lies in the running scope. "offset 0" lets it be looked up
-- for each row that is read: without it a list of all is made for a page that shows one.
create function binnen_bereik(p_tabel regclass, p_kolom text, p_wat text) returns text language sql
  return format('exists (select from overeenkomst_bereik ob where ob.regio_id = (select huidige_regio()) and ob.%I = %s.%I offset 0)',
    p_wat, p_tabel, p_kolom);

-- An aanbieder's account has no scope, and nothing to find here.
create policy bereik on overeenkomst_bereik as restrictive to overlap_app using ((select volledig_bereik() and huidige_agb() is null)
  or exists (select from unnest((select overeenkomstgrenzen(bereik()))) g
    where (g.gemeenten is null or g.gemeenten && overeenkomst_bereik.gemeenten)
      and (g.soorten is null or g.soorten && overeenkomst_bereik.soorten)));

do $$
declare p record;
begin
  for p in select policyname, tablename, qual from pg_policies
      where schemaname = 'public' and qual ~ '(overeenkomsten|aanbieders)_in_bereik\(\)' loop
    execute format('alter policy %I on %I using (%s)', p.policyname, p.tablename, regexp_replace(regexp_replace(p.qual,
      '\((\w+\.)?(\w+) IN \( SELECT overeenkomsten_in_bereik\(\) AS overeenkomsten_in_bereik\)\)',
      binnen_bereik(p.tablename::regclass, '\2', 'overeenkomst_id'), 'g'),
      '\((\w+\.)?(\w+) IN \( SELECT aanbieders_in_bereik\(\) AS aanbieders_in_bereik\)\)',
      binnen_bereik(p.tablename::regclass, '\2', 'aanbieder_id'), 'g'));
  end loop;
end $$;
-- Of a calculation most rows fall outside by their subregio, which is cheaper to ask.
drop policy bereik on kpi_uitkomst;
do $$
begin
  call begrens('kpi_uitkomst', '(subregio_id in (select subregios_in_bereik()) and '
    || binnen_bereik('kpi_uitkomst', 'aanbieder_id', 'aanbieder_id') || ')');
end $$;

-- Meetings are read without invitation within the limits of the roles that may (025). To what somebody is invited is asked last.
drop policy uitnodiging on gesprek;
create policy uitnodiging on gesprek as restrictive to overlap_app using ((select ongevraagd_alles()) or (select huidige_agb() is not null)
  or exists (select from overeenkomst_bereik ob where ob.regio_id = (select huidige_regio()) and ob.aanbieder_id = gesprek.aanbieder_id
    and exists (select from unnest((select overeenkomstgrenzen(ongevraagd()))) g
      where (g.gemeenten is null or g.gemeenten && ob.gemeenten) and (g.soorten is null or g.soorten && ob.soorten)) offset 0)
  or (aanbieder_id is null and exists (select from unnest((select ongevraagd())) b
    where gesprek.gemeente_code is null or b.gemeenten is null or gesprek.gemeente_code = any (b.gemeenten)))
  or id in (select gesprekken_op_uitnodiging()));

-- What hangs below a meeting asked for that meeting twice: within the scope, and with an invitation. Who sees the meeting has both.
do $$
declare t text;
begin
  foreach t in array array['gesprek_overeenkomst', 'gesprek_verplaatsing', 'deelnemer', 'gesprek_bericht', 'agendapunt', 'verslagtekst',
    'gesprek_besluit', 'rapportagedeel', 'verslagversie', 'verslagreactie', 'actie'] loop
    execute format('drop policy uitnodiging on %I', t);
    execute format('drop policy bereik on %I', t);
    execute format('create policy bereik on %1$I as restrictive to overlap_app
      using ((select volledig_bereik() and (ongevraagd_alles() or huidige_agb() is not null)) %2$s
        or exists (select from gesprek g where g.regio_id = %1$I.regio_id and g.id = %1$I.gesprek_id))', t,
      -- an action is also its owner''s
      case t when 'actie' then 'or ((select volledig_bereik()) and eigenaar_id::text = (select current_setting(''overlap.gebruiker'', true)))'
        else '' end);
  end loop;
end $$;

-- Search looks past row-level security, so it asks the same itself.
create function overeenkomst_past(p_gemeenten text[], p_soorten text[], p_grenzen overeenkomstgrens[]) returns boolean
  language sql immutable parallel safe
  return exists (select from unnest(p_grenzen) g
    where (g.gemeenten is null or g.gemeenten && p_gemeenten) and (g.soorten is null or g.soorten && p_soorten));
create or replace function zoek_aanbieders(p_patronen text[], p_max int) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.id from aanbieder a
  where a.regio_id = huidige_regio() and (huidige_agb() is null or a.agb = huidige_agb())
    and (volledig_bereik() or exists (select from overeenkomst_bereik ob where ob.regio_id = a.regio_id and ob.aanbieder_id = a.id
      and overeenkomst_past(ob.gemeenten, ob.soorten, (select overeenkomstgrenzen(bereik())))))
    and a.zoektekst like p_patronen[1]
    and a.zoektekst like coalesce(p_patronen[2], '%')
    and a.zoektekst like coalesce(p_patronen[3], '%')
  limit p_max
$$;
create or replace function zoek_overeenkomsten(p_patronen text[], p_max int) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select o.id from overeenkomst o
  where o.regio_id = huidige_regio() and (huidige_agb() is null or o.agb = huidige_agb())
    and (volledig_bereik() or exists (select from overeenkomst_bereik ob where ob.regio_id = o.regio_id and ob.overeenkomst_id = o.id
      and overeenkomst_past(ob.gemeenten, ob.soorten, (select overeenkomstgrenzen(bereik())))))
    and o.zoektekst like p_patronen[1]
    and o.zoektekst like coalesce(p_patronen[2], '%')
    and o.zoektekst like coalesce(p_patronen[3], '%')
  limit p_max
$$;

drop function overeenkomsten_in_bereik, aanbieders_in_bereik, aanbieders_ongevraagd, overeenkomsten_binnen, aanbieders_binnen,
  onthouden, onthoud;

-- Keeps the rows. Who writes may see less than an overeenkomst is, so the owner reads; of two who write at once the second waits, and
-- then reads what the first wrote.
create function bereken_bereik(p_regio uuid, p_overeenkomsten uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_regio text := current_setting('overlap.regio_id', true);
  v_agb text := current_setting('overlap.agb', true);
begin
  perform set_config('overlap.regio_id', p_regio::text, true), set_config('overlap.agb', '', true);
  perform from overeenkomst_bereik where regio_id = p_regio and overeenkomst_id = any (p_overeenkomsten) order by overeenkomst_id for update;
  insert into overeenkomst_bereik as ob (regio_id, overeenkomst_id, aanbieder_id, gemeenten, soorten)
    select o.regio_id, o.id, o.aanbieder_id,
      array(select g.gemeente_code from overeenkomst_gemeente g where g.regio_id = o.regio_id and g.overeenkomst_id = o.id order by 1),
      array(select distinct s from overeenkomst_product op join product p on p.regio_id = op.regio_id and p.id = op.product_id,
          unnest(array[p.wet || '|', '|' || p.categorie, p.wet || '|' || p.categorie]) s
        where op.regio_id = o.regio_id and op.overeenkomst_id = o.id order by 1)
    from overeenkomst o where o.regio_id = p_regio and o.id = any (p_overeenkomsten)
  on conflict (regio_id, overeenkomst_id) do update
    set aanbieder_id = excluded.aanbieder_id, gemeenten = excluded.gemeenten, soorten = excluded.soorten
    where (ob.aanbieder_id, ob.gemeenten, ob.soorten) is distinct from (excluded.aanbieder_id, excluded.gemeenten, excluded.soorten);
  perform set_config('overlap.regio_id', coalesce(v_regio, ''), true), set_config('overlap.agb', coalesce(v_agb, ''), true);
end $$;
revoke all on function bereken_bereik from public;

create function bereik_bij_overeenkomst() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform bereken_bereik(r.regio_id, array_agg(r.id)) from regels r group by r.regio_id;
  return null;
end $$;
create function bereik_bij_aanbieder() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform bereken_bereik(new.regio_id, array[new.id]);
  return null;
end $$;
create function bereik_bij_deel() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform bereken_bereik(r.regio_id, array_agg(distinct r.overeenkomst_id)) from regels r group by r.regio_id;
  return null;
end $$;
create function bereik_bij_product() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform bereken_bereik(new.regio_id, array_agg(op.overeenkomst_id)) from overeenkomst_product op
    where op.regio_id = new.regio_id and op.product_id = new.id having count(*) > 0;
  return null;
end $$;
revoke all on function bereik_bij_overeenkomst, bereik_bij_aanbieder, bereik_bij_deel, bereik_bij_product from public;

create trigger bereik_erbij after insert on overeenkomst referencing new table as regels
  for each statement execute function bereik_bij_overeenkomst();
create trigger bereik_van_ander after update of aanbieder_id on overeenkomst for each row
  when (old.aanbieder_id is distinct from new.aanbieder_id) execute function bereik_bij_aanbieder();
create trigger bereik_van_ander after update of categorie on product for each row
  when (old.categorie <> new.categorie) execute function bereik_bij_product();
do $$
declare
  t text;
begin
  foreach t in array array['overeenkomst_gemeente', 'overeenkomst_product'] loop
    execute format('create trigger bereik_erbij after insert on %I referencing new table as regels
      for each statement execute function bereik_bij_deel()', t);
    execute format('create trigger bereik_eraf after delete on %I referencing old table as regels
      for each statement execute function bereik_bij_deel()', t);
    execute format('create trigger bereik_nieuw after update on %I referencing new table as regels
      for each statement execute function bereik_bij_deel()', t);
    execute format('create trigger bereik_oud after update on %I referencing old table as regels
      for each statement execute function bereik_bij_deel()', t);
  end loop;
end $$;

-- What was stored before, region by region: the owner too sees one region at a time.
do $$
declare r uuid;
begin
  for r in select id from regio loop
    perform set_config('overlap.regio_id', r::text, true);
    perform bereken_bereik(r, array(select id from overeenkomst where regio_id = r));
  end loop;
  perform set_config('overlap.regio_id', '', true);
end $$;
