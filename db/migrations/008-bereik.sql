-- Scope: a role can be limited to gemeenten, to one law and to product categories (ORG-09, ORG-12, ROL-01…-11). The scope of the
-- running transaction stands in overlap.bereik (platform/transaction.ts): empty for the whole region, else a JSON array of limits
-- of which a row must fit one.

alter table roltoewijzing
  add column gemeenten text[] check (cardinality(gemeenten) > 0),
  add column wet text check (wet in ('wmo', 'jw')),
  add column categorieen text[] check (cardinality(categorieen) > 0),
  -- an aanbieder's role is always that of one aanbieder: without it the account would see the region
  add constraint roltoewijzing_aanbieder check ((rol like 'aanbieder%') = (agb is not null)),
  add constraint roltoewijzing_een_grens check (agb is null or (gemeenten is null and wet is null and categorieen is null));

create type bereikgrens as (gemeenten text[], wet text, categorieen text[]);

create function volledig_bereik() returns boolean language sql stable parallel safe
  return coalesce(current_setting('overlap.bereik', true), '') = '';

create function bereik() returns bereikgrens[] language sql stable parallel safe
  return (select coalesce(array_agg(row (b.gemeenten, b.wet, b.categorieen)::bereikgrens), '{}')
    from jsonb_to_recordset(nullif(current_setting('overlap.bereik', true), '')::jsonb)
      as b (gemeenten text[], wet text, categorieen text[]));

-- What is bound to a gemeente through an overeenkomst. The functions of the owner look at the running region only and give ids:
-- policies that read each other's tables would go round in a circle.
create function overeenkomsten_in_bereik() returns setof uuid
  language sql cost 1 rows 50 stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select o.id from overeenkomst o
  where o.regio_id = huidige_regio() and exists (select from unnest(bereik()) b
    where (b.gemeenten is null or exists (select from overeenkomst_gemeente g
        where g.regio_id = o.regio_id and g.overeenkomst_id = o.id and g.gemeente_code = any (b.gemeenten)))
      and ((b.wet is null and b.categorieen is null) or exists (select from overeenkomst_product op
        join product p on p.regio_id = op.regio_id and p.id = op.product_id
        where op.regio_id = o.regio_id and op.overeenkomst_id = o.id
          and (b.wet is null or p.wet = b.wet) and (b.categorieen is null or p.categorie = any (b.categorieen)))))
$$;
create function aanbieders_in_bereik() returns setof uuid
  language sql cost 1 rows 50 stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct o.aanbieder_id from overeenkomst o
  where o.regio_id = huidige_regio() and o.aanbieder_id is not null and o.id in (select overeenkomsten_in_bereik())
$$;
create function subregios_in_bereik() returns setof uuid language sql cost 1 rows 10 stable parallel safe
begin atomic
  select distinct g.subregio_id from gemeente g, unnest(bereik()) b
    where g.regio_id = huidige_regio() and (b.gemeenten is null or g.code = any (b.gemeenten));
end;
revoke all on function overeenkomsten_in_bereik, aanbieders_in_bereik from public;
grant execute on function overeenkomsten_in_bereik, aanbieders_in_bereik to overlap_app;

-- Limits the program on a table to rows in scope: p_voorwaarde says which.
create procedure begrens(p_tabel regclass, p_voorwaarde text) language plpgsql as $$
begin
  execute format('create policy bereik on %s as restrictive to overlap_app using ((select volledig_bereik()) or %s)', p_tabel, p_voorwaarde);
end $$;
-- The same for rows that name their gemeente, law or category themselves.
create procedure begrens_op(p_tabel regclass, p_gemeente text, p_wet text default null, p_categorie text default null) language plpgsql as $$
begin
  call begrens(p_tabel, format('exists (select from unnest((select bereik())) b where (b.gemeenten is null or %1$s.%2$I = any (b.gemeenten))',
      p_tabel, p_gemeente)
    || case when p_wet is null then '' else format(' and (b.wet is null or b.wet = %s.%I)', p_tabel, p_wet) end
    || case when p_categorie is null then '' else format(' and (b.categorieen is null or %s.%I = any (b.categorieen))', p_tabel, p_categorie) end
    || ')');
end $$;

call begrens_op('toewijzing', 'gemeente', 'wet', 'categorie');
call begrens_op('toewijzing_versie', 'gemeente', 'wet', 'categorie');
call begrens_op('start_melding', 'gemeente', 'wet', 'categorie');
call begrens_op('stop_melding', 'gemeente', 'wet', 'categorie');
call begrens_op('declaratie_regel', 'gemeente', 'wet', 'categorie');
call begrens_op('bericht', 'gemeente', 'wet');
call begrens_op('evaluatie', 'gemeente');
call begrens_op('cto_respons', 'gemeente');

call begrens('overeenkomst', 'id in (select overeenkomsten_in_bereik())');
call begrens('aanbieder', 'id in (select aanbieders_in_bereik())');
call begrens('contactpersoon', 'aanbieder_id in (select aanbieders_in_bereik())');
call begrens('tarief', 'exists (select from overeenkomst_product p where p.regio_id = tarief.regio_id and p.id = tarief.overeenkomst_product_id)');
call begrens('client', 'exists (select from toewijzing t where t.regio_id = client.regio_id and t.client_id = client.id)');
call begrens('kpi_uitkomst', '(aanbieder_id in (select aanbieders_in_bereik()) and subregio_id in (select subregios_in_bereik()))');
call begrens('kpi_gevallen', 'exists (select from kpi_uitkomst u where u.regio_id = kpi_gevallen.regio_id and u.id = kpi_gevallen.uitkomst_id)');
call begrens('bevinding', '(aanbieder_id in (select aanbieders_in_bereik())
  and (overeenkomst_id is null or overeenkomst_id in (select overeenkomsten_in_bereik()))
  and (subregio_id is null or subregio_id in (select subregios_in_bereik())))');
call begrens('bevinding_besluit', 'exists (select from bevinding b where b.regio_id = bevinding_besluit.regio_id and b.id = bevinding_besluit.bevinding_id)');
do $$
declare t text;
begin
  foreach t in array array['overeenkomst_gemeente', 'overeenkomst_product', 'plafond', 'overeenkomst_functie', 'declaratie_maand'] loop
    call begrens(t::regclass, 'overeenkomst_id in (select overeenkomsten_in_bereik())');
  end loop;
  foreach t in array array['bericht_aandacht', 'declaratie', 'declaratie_regel_fout', 'declaratie_antwoord', 'declaratie_antwoord_regel', 'retour', 'aanvaarding'] loop
    call begrens(t::regclass, format('exists (select from bericht b where b.regio_id = %1$I.regio_id and b.id = %1$I.bericht_id)', t));
  end loop;
end $$;

-- Search looks past row-level security, so it asks the same itself.
create or replace function zoek_aanbieders(p_patronen text[], p_max int) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.id from aanbieder a
  where a.regio_id = huidige_regio() and (huidige_agb() is null or a.agb = huidige_agb())
    and (volledig_bereik() or a.id in (select aanbieders_in_bereik()))
    and a.zoektekst like p_patronen[1]
    and a.zoektekst like coalesce(p_patronen[2], '%')
    and a.zoektekst like coalesce(p_patronen[3], '%')
  limit p_max
$$;
create or replace function zoek_overeenkomsten(p_patronen text[], p_max int) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select o.id from overeenkomst o
  where o.regio_id = huidige_regio() and (huidige_agb() is null or o.agb = huidige_agb())
    and (volledig_bereik() or o.id in (select overeenkomsten_in_bereik()))
    and o.zoektekst like p_patronen[1]
    and o.zoektekst like coalesce(p_patronen[2], '%')
    and o.zoektekst like coalesce(p_patronen[3], '%')
  limit p_max
$$;

-- The roles of a session carry their limits.
create or replace function vind_sessie(p_token_hash bytea, p_nu timestamptz, p_vandaag date)
  returns table (sessie_id uuid, regio_id uuid, regio_naam text, gebruiker_id uuid, naam text, functie text, rijhoogte text,
    sneltoetsen boolean, csrf text, laatst_gezien_op timestamptz, vorige_bezoek_op timestamptz, rollen json)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.id, s.regio_id, r.naam, g.id, g.naam, g.functie, g.rijhoogte, g.sneltoetsen, s.csrf, s.laatst_gezien_op, g.vorige_bezoek_op,
    (select coalesce(json_agg(json_build_object('rol', t.rol, 'agb', t.agb, 'gemeenten', t.gemeenten, 'wet', t.wet,
        'categorieen', t.categorieen) order by t.rol, t.id), '[]') from roltoewijzing t
      where t.regio_id = s.regio_id and t.gebruiker_id = g.id and t.begindatum <= p_vandaag
        and (t.einddatum is null or t.einddatum >= p_vandaag))
  from sessie s
  join gebruiker g on g.regio_id = s.regio_id and g.id = s.gebruiker_id and g.uitgeschakeld_op is null
  join regio r on r.id = s.regio_id
  where s.token_hash = p_token_hash and s.beeindigd_op is null and s.verloopt_op > p_nu
    and s.laatst_gezien_op > p_nu - interval '12 hours'
$$;
