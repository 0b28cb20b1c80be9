-- Reading for who sees the whole region with each of his roles (decision 032). All the policies of a table are planned and started
-- with every statement, whoever asks; for most people all but the region are true. overlap_lezer is the role in which the program
-- reads for them (platform/transaction.ts): it can read and nothing else, below one policy for each table. That policy asks
-- everything once: in a transaction with a scope, or of an aanbieder's account, this role sees no row at all.
create function regio_van_lezer() returns uuid language sql stable parallel safe
  return case when volledig_bereik() and huidige_agb() is null then huidige_regio() end;

grant usage on schema public to overlap_lezer;

-- A policy for everybody would be added to the one of overlap_lezer: those there are hold for the program and for the owner. One that limits
-- stays for everybody when it limits the region as well (of a plan to improve each side has drafts of its own).
do $$
declare p record;
begin
  for p in select policyname, tablename from pg_policies where schemaname = 'public' and roles = '{public}' and (permissive = 'PERMISSIVE'
      or qual ~ '^\(\( SELECT \(huidige_agb\(\) IS NULL\)\) OR |^\( SELECT \(huidige_agb\(\) IS NULL\)\)$') loop
    execute format('alter policy %I on %I to overlap_app, current_user', p.policyname, p.tablename);
  end loop;
end $$;

create procedure laat_lezen(p_tabel regclass, p_regio text default 'regio_id') language plpgsql as $$
begin
  execute format('create policy lezer on %s for select to overlap_lezer using (%I = (select regio_van_lezer()))', p_tabel, p_regio);
  execute format('grant select on %s to overlap_lezer', p_tabel);
end $$;

create or replace procedure beveilig(p_tabel regclass, p_rechten text default 'select, insert, update, delete', p_agb text default null)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', p_tabel);
  execute format('alter table %s force row level security', p_tabel);
  execute format('create policy regio on %s to overlap_app, current_user using (regio_id = (select huidige_regio())) with check (regio_id = (select huidige_regio()))', p_tabel);
  if p_agb is not null then
    execute format('create policy aanbieder on %1$s as restrictive to overlap_app, current_user using ((select huidige_agb() is null) or %2$s = (select huidige_agb()))', p_tabel, p_agb);
  end if;
  execute format('grant %s on %s to overlap_app', p_rechten, p_tabel);
  call laat_lezen(p_tabel);
end $$;

call laat_lezen('regio', 'id');
do $$
declare t regclass;
begin
  for t in select c.oid::regclass from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relforcerowsecurity and has_table_privilege('overlap_app', c.oid, 'select')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'regio_id' and not a.attisdropped) loop
    call laat_lezen(t);
  end loop;
end $$;

-- Meetings are read by invitation whatever the scope (025); who has no limited role reads all of them or those he is invited to.
create policy uitnodiging_lezer on gesprek as restrictive for select to overlap_lezer using ((select ongevraagd_alles())
  or id in (select gesprekken_op_uitnodiging()));
do $$
declare t text;
begin
  foreach t in array array['gesprek_overeenkomst', 'gesprek_verplaatsing', 'deelnemer', 'gesprek_bericht', 'agendapunt', 'verslagtekst',
    'gesprek_besluit', 'rapportagedeel', 'verslagversie', 'verslagreactie'] loop
    execute format('create policy uitnodiging_lezer on %I as restrictive for select to overlap_lezer using ((select ongevraagd_alles())
      or gesprek_id in (select gesprekken_op_uitnodiging()))', t);
  end loop;
end $$;
create policy uitnodiging_lezer on actie as restrictive for select to overlap_lezer using ((select ongevraagd_alles())
  or eigenaar_id::text = (select current_setting('overlap.gebruiker', true)) or gesprek_id in (select gesprekken_op_uitnodiging()));

-- The functions of the owner that pages read with; each asks for region, aanbieder and scope itself.
grant execute on function zoek_aanbieders, zoek_overeenkomsten, zoek_contactpersonen, gesprekken_op_uitnodiging, audit_eerste_fout, inzage_hash,
  regio_lijst, regio_van_slug to overlap_lezer;

-- For who has a scope (008): which overeenkomsten and aanbieders lie in it was found again for every table of every statement, row by
-- row. It is found from the gemeenten now, and kept until the end of a transaction that reads one unchanging picture of the data.
create function overeenkomsten_binnen(p_grenzen bereikgrens[]) returns setof uuid language sql stable rows 50 as $$
  select g.overeenkomst_id from unnest(p_grenzen) b
  join overeenkomst_gemeente g on g.regio_id = huidige_regio() and g.gemeente_code = any (b.gemeenten)
  where (b.wet is null and b.categorieen is null) or exists (select from overeenkomst_product op
    join product p on p.regio_id = op.regio_id and p.id = op.product_id
    where op.regio_id = g.regio_id and op.overeenkomst_id = g.overeenkomst_id
      and (b.wet is null or p.wet = b.wet) and (b.categorieen is null or p.categorie = any (b.categorieen)))
  union
  select op.overeenkomst_id from unnest(p_grenzen) b
  join product p on p.regio_id = huidige_regio() and (b.wet is null or p.wet = b.wet) and (b.categorieen is null or p.categorie = any (b.categorieen))
  join overeenkomst_product op on op.regio_id = p.regio_id and op.product_id = p.id
  where b.gemeenten is null and (b.wet is not null or b.categorieen is not null)
  union
  select o.id from overeenkomst o where o.regio_id = huidige_regio()
    and exists (select from unnest(p_grenzen) b where b.gemeenten is null and b.wet is null and b.categorieen is null)
$$;
create function aanbieders_binnen(p_grenzen bereikgrens[]) returns setof uuid language sql stable rows 50 as $$
  select distinct o.aanbieder_id from overeenkomst o
  where o.regio_id = huidige_regio() and o.aanbieder_id is not null and o.id in (select overeenkomsten_binnen(p_grenzen))
$$;

create function onthouden(p_wat text, p_van text) returns uuid[] language sql stable as $$
  select substr(v.tekst, length(v.kop) + 1)::uuid[]
  from (select current_setting(p_wat, true) as tekst, current_setting('overlap.regio_id', true) || p_van || '=' as kop) v
  where starts_with(v.tekst, v.kop)
$$;
create function onthoud(p_wat text, p_van text, p_ids uuid[]) returns uuid[] language plpgsql stable as $$
begin
  -- where something can change meanwhile, it is looked up each time
  if current_setting('transaction_read_only') = 'on' and current_setting('transaction_isolation') = 'repeatable read' then
    perform set_config(p_wat, current_setting('overlap.regio_id', true) || p_van || '=' || p_ids::text, true);
  end if;
  return p_ids;
end $$;
revoke all on function overeenkomsten_binnen, aanbieders_binnen, onthouden, onthoud from public;

create or replace function overeenkomsten_in_bereik() returns setof uuid
  language sql cost 1 rows 50 stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select unnest(coalesce(onthouden('overlap.overeenkomsten_in_bereik', current_setting('overlap.bereik', true)),
    onthoud('overlap.overeenkomsten_in_bereik', current_setting('overlap.bereik', true), array(select overeenkomsten_binnen(bereik())))))
$$;
create or replace function aanbieders_in_bereik() returns setof uuid
  language sql cost 1 rows 50 stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select unnest(coalesce(onthouden('overlap.aanbieders_in_bereik', current_setting('overlap.bereik', true)),
    onthoud('overlap.aanbieders_in_bereik', current_setting('overlap.bereik', true), array(select aanbieders_binnen(bereik())))))
$$;
create or replace function aanbieders_ongevraagd() returns setof uuid
  language sql cost 1 rows 50 stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select unnest(coalesce(onthouden('overlap.aanbieders_ongevraagd', current_setting('overlap.rollen', true)),
    onthoud('overlap.aanbieders_ongevraagd', current_setting('overlap.rollen', true), array(select aanbieders_binnen(ongevraagd())))))
$$;
