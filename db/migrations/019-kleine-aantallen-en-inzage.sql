-- What is seen of clients: small numbers, and who looked at a case (besluit 017). The parts of the regelset it reads are added by the
-- program when it starts (plan/inrichting/vul-regelset-aan.ts).

-- How many clients stand behind the counts of an outcome: { n, teller, rest, uitgesloten: { reason: clients } }. Cases and clients
-- differ: twelve toewijzingen can be those of three clients.
alter table kpi_uitkomst add column clienten jsonb not null default '{}';

-- And behind the figure of a finding; null when it is about none.
alter table bevinding add column clienten int;

-- The sums of a calculation as they are for who does not work with cases: of what is shown with this minimum of clients. Null: made
-- before there was one.
alter table kpi_berekening add column getoond_minimum int;
alter table kpi_telling add column getoond_gemeten int not null default 0, add column getoond_onder int not null default 0,
  add column getoond_voldoende int not null default 0, add column getoond_zonder int not null default 0,
  add column afgeschermd int not null default 0;
alter table kpi_aanbieder add column getoond_onder int not null default 0, add column getoond_oordelen jsonb not null default '[]';
create index kpi_aanbieder_getoond on kpi_aanbieder (regio_id, berekening_id, getoond_onder desc, naam collate "nl-x-icu", aanbieder_id);

-- What was stored before, region by region, with the minimum of the shipped regelset: no region has another one yet.
do $$
declare
  r uuid;
  minimum constant int := 10;
begin
  for r in select id from regio loop
    perform set_config('overlap.regio_id', r::text, true);
    with geval as (
      select k.regio_id, k.uitkomst_id, g.client_id, g.uitkomst,
        g.uitkomst in ('tijdig', 'behaald') as teller, g.uitkomst in ('te laat', 'geen start', 'niet behaald') as rest,
        g.uitkomst ~ '^[0-9]' as cijfer
      from kpi_gevallen k cross join lateral unnest(k.client_id, k.uitkomst) as g (client_id, uitkomst)
    ), geteld as (
      select regio_id, uitkomst_id, count(distinct client_id) filter (where teller or rest or cijfer) as n,
        count(distinct client_id) filter (where teller) as teller, count(distinct client_id) filter (where rest) as rest
      from geval group by 1, 2
    ), eruit as (
      select regio_id, uitkomst_id, jsonb_object_agg(uitkomst, clienten) as uitgesloten from (
        select regio_id, uitkomst_id, uitkomst, count(distinct client_id) as clienten from geval
        where not (teller or rest or cijfer) group by 1, 2, 3) per_reden
      group by 1, 2
    )
    update kpi_uitkomst u set clienten = jsonb_build_object('n', g.n, 'teller', g.teller, 'rest', g.rest,
      'uitgesloten', coalesce(e.uitgesloten, '{}'))
    from geteld g left join eruit e using (regio_id, uitkomst_id)
    where u.regio_id = g.regio_id and u.id = g.uitkomst_id;

    create temp table w_getoond on commit drop as
      select id, oordeel_getoond, oordeel_getoond and (kpi = 'clienttevredenheid' or ((teller = 0 or achter_teller >= minimum)
        and (n = teller or achter_rest >= minimum))) as cijfer_getoond
      from (select id, kpi, n, teller, coalesce((clienten ->> 'teller')::int, teller) as achter_teller,
          coalesce((clienten ->> 'rest')::int, n - teller) as achter_rest,
          not (clienten_in_zorg between 1 and minimum - 1 or (n > 0 and coalesce((clienten ->> 'n')::int, n) < minimum)) as oordeel_getoond
        from kpi_uitkomst) cel;
    update kpi_berekening set getoond_minimum = minimum;
    update kpi_telling t set getoond_gemeten = g.gemeten, getoond_onder = g.onder, getoond_voldoende = g.voldoende, getoond_zonder = g.zonder,
      afgeschermd = g.afgeschermd
    from (select u.berekening_id, u.kpi, u.subregio_id, count(u.waarde) filter (where oordeel_getoond) as gemeten,
        count(*) filter (where u.oordeel in ('onvoldoende', 'niet behaald') and oordeel_getoond) as onder,
        count(*) filter (where u.oordeel = 'voldoende' and oordeel_getoond) as voldoende,
        count(*) filter (where u.clienten_in_zorg > 0 and not (u.waarde is not null and oordeel_getoond)) as zonder,
        count(u.waarde) filter (where oordeel_getoond and not cijfer_getoond) as afgeschermd
      from kpi_uitkomst u join w_getoond using (id) group by 1, 2, 3) g
    where t.berekening_id = g.berekening_id and t.kpi = g.kpi and t.subregio_id = g.subregio_id;
    update kpi_aanbieder a set getoond_onder = g.onder, getoond_oordelen = g.oordelen
    from (select k.berekening_id, k.aanbieder_id, sum(k.onder) as onder,
        jsonb_agg(jsonb_build_object('kpi', k.kpi, 'oordeel', k.slechtste ->> 0, 'reden', k.slechtste ->> 1) order by k.kpi) as oordelen
      from (
        select berekening_id, aanbieder_id, kpi, count(*) filter (where oordeel in ('onvoldoende', 'niet behaald')) as onder,
          (array_agg(jsonb_build_array(oordeel, reden) order by case oordeel when 'niet behaald' then 0 when 'onvoldoende' then 0
            when 'voldoende' then 1 when 'behaald' then 2 when 'goed' then 2 else 3 end, reden))[1] as slechtste
        from (select u.berekening_id, u.aanbieder_id, u.kpi, case when oordeel_getoond then u.oordeel end as oordeel,
            case when oordeel_getoond then u.reden else coalesce(u.reden, 'te weinig clienten') end as reden
          from kpi_uitkomst u join w_getoond using (id)) getoond
        group by 1, 2, 3) k
      group by 1, 2) g
    where a.berekening_id = g.berekening_id and a.aanbieder_id = g.aanbieder_id;
    drop table w_getoond;

    -- A finding carries no figure of its own: who may see it reads it beside the finding.
    update bevinding set
      titel = regexp_replace(titel, ': [0-9]+(,[0-9]+)?%? in ', ' onder de norm in '),
      toelichting = regexp_replace(toelichting, '^De uitkomst is [^.]*\. ', 'De uitkomst ligt onder de norm. ')
    where bron = 'kpi';
    update bevinding b set clienten = least(nullif(u.clienten_in_zorg, 0), coalesce((u.clienten ->> 'n')::int, u.n))
    from kpi_uitkomst u where u.regio_id = b.regio_id and u.id = b.kpi_uitkomst_id;
  end loop;
  perform set_config('overlap.regio_id', '', true);
end $$;

-- One request that showed, exported or tried to reach cases, in the words of the standard Logboek Dataverwerkingen: a span, of which
-- the lines of inzage_client are the children, one per client. Written once, never changed.
create table inzage (
  regio_id uuid not null references regio (id),
  id bigint generated always as identity,
  trace_id bytea not null check (octet_length(trace_id) = 16),
  span_id bytea not null check (octet_length(span_id) = 8),
  parent_span_id bytea check (octet_length(parent_span_id) = 8),
  status text not null check (status in ('Unset', 'Ok', 'Error')),
  name text not null,
  start_time timestamptz(3) not null,
  end_time timestamptz(3) not null,
  resource jsonb not null,
  processing_activity_id text not null,
  data_subject_id_type text not null,
  gebruiker_id text not null,
  gebruiker text not null,
  rol text not null,
  namens text not null,
  -- the task at hand: what it came from, or the reason that was chosen
  taak text check (taak in ('kpi-uitkomst', 'bevinding', 'bericht', 'reden', 'inzage', 'opdracht')),
  taak_id text,
  fout text,
  clienten int not null,
  primary key (regio_id, id),
  check (end_time >= start_time),
  check ((status = 'Error') = (fout is not null))
);
create index inzage_gebruiker on inzage (regio_id, gebruiker_id, id desc);
create index inzage_taak on inzage (regio_id, taak, id desc);
create index inzage_start on inzage (regio_id, start_time);

-- data_subject_id is the random id of a client. Not enforced: an export of thousands is one statement, and a client that was removed
-- leaves its lines.
create table inzage_client (
  regio_id uuid not null,
  inzage_id bigint not null,
  data_subject_id uuid not null,
  span_id bytea not null check (octet_length(span_id) = 8),
  primary key (regio_id, inzage_id, data_subject_id),
  foreign key (regio_id, inzage_id) references inzage (regio_id, id) not enforced
);
create index inzage_client_client on inzage_client (regio_id, data_subject_id, inzage_id desc);

-- The reason somebody chose for the work of a session; the last one holds.
create table inzage_reden (
  regio_id uuid not null references regio (id),
  id bigint generated always as identity,
  sessie_id uuid not null,
  reden text not null,
  gekozen_op timestamptz not null,
  primary key (regio_id, id),
  foreign key (regio_id, sessie_id) references sessie (regio_id, id) on delete cascade
);
create index inzage_reden_sessie on inzage_reden (regio_id, sessie_id, id desc);

call beveilig('inzage', 'select, insert');
call beveilig('inzage_client', 'select, insert');
call beveilig('inzage_reden', 'select, insert');
create policy aanbieder on inzage as restrictive using ((select huidige_agb() is null));
create policy aanbieder on inzage_client as restrictive using ((select huidige_agb() is null));
-- Read over the whole region only; a reason is asked while a limited role looks at a case.
call begrens('inzage', 'false');
call begrens('inzage_client', 'false');

-- Writes a request with its lines, in one statement and, called outside a transaction, in one transaction of its own. Looks at the
-- whole region for as long as that takes: whose clients somebody may see does not decide what is recorded. p_toewijzing is the case
-- that was tried when there are no clients to name.
create function inzage_vastleggen(p_regio uuid, p_kop jsonb, p_clienten uuid[], p_toewijzing uuid) returns bigint
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  v_regio text := current_setting('overlap.regio_id', true);
  v_agb text := current_setting('overlap.agb', true);
  v_bereik text := current_setting('overlap.bereik', true);
  v_activiteit text;
  v_soort text;
  v_clienten uuid[];
  v_taak_id text := p_kop ->> 'taak_id';
  v_id bigint;
begin
  perform set_config('overlap.regio_id', p_regio::text, true), set_config('overlap.agb', '', true), set_config('overlap.bereik', '', true);
  -- sealing waits for what is being written
  perform pg_advisory_xact_lock_shared(hashtextextended('inzage ' || p_regio::text, 0));
  select v.uri, d.inhoud ->> 'soortBetrokkene' into v_activiteit, v_soort
    from regelsetdeel d, jsonb_to_recordset(d.inhoud -> 'verwerkingen') as v (code text, uri text)
    where d.regio_id = p_regio and d.deel = 'verwerkingen' and d.geldig_vanaf <= (p_kop ->> 'start_time')::timestamptz::date
      and v.code = p_kop ->> 'activiteit'
    order by d.versie desc limit 1;
  if v_activiteit is null then raise exception 'verwerkingsactiviteit % staat niet in het register', p_kop ->> 'activiteit'; end if;
  select coalesce(array_agg(distinct c), '{}') into v_clienten from (
    select unnest(p_clienten) as c
    union all
    select t.client_id from toewijzing t where p_clienten = '{}' and t.regio_id = p_regio and t.id = p_toewijzing) as gezien;
  -- what somebody only asked for, and is not in this region, is not kept
  if p_kop ->> 'taak' = 'kpi-uitkomst' then
    select id::text into v_taak_id from kpi_uitkomst where regio_id = p_regio and id = v_taak_id::uuid;
  elsif p_kop ->> 'taak' = 'bericht' then
    select id::text into v_taak_id from bericht where regio_id = p_regio and id = v_taak_id::bigint;
  end if;
  insert into inzage (regio_id, trace_id, span_id, parent_span_id, status, name, start_time, end_time, resource, processing_activity_id,
      data_subject_id_type, gebruiker_id, gebruiker, rol, namens, taak, taak_id, fout, clienten)
    values (p_regio, decode(p_kop ->> 'trace_id', 'hex'), decode(p_kop ->> 'span_id', 'hex'), decode(p_kop ->> 'parent_span_id', 'hex'),
      p_kop ->> 'status', p_kop ->> 'name', (p_kop ->> 'start_time')::timestamptz, (p_kop ->> 'end_time')::timestamptz,
      p_kop -> 'resource', v_activiteit, v_soort, p_kop ->> 'gebruiker_id', p_kop ->> 'gebruiker', p_kop ->> 'rol',
      coalesce(p_kop ->> 'namens', (select naam from regio where id = p_regio)), p_kop ->> 'taak', v_taak_id,
      p_kop ->> 'fout', cardinality(v_clienten))
    returning id into v_id;
  insert into inzage_client (regio_id, inzage_id, data_subject_id, span_id)
    select p_regio, v_id, c, substring(uuid_send(gen_random_uuid()) for 8) from unnest(v_clienten) as c;
  perform set_config('overlap.regio_id', coalesce(v_regio, ''), true), set_config('overlap.agb', coalesce(v_agb, ''), true),
    set_config('overlap.bereik', coalesce(v_bereik, ''), true);
  return v_id;
end $$;

-- A hash over all lines after p_na up to p_tot, in a form without settings: what an audit record of the chain holds of them.
create function inzage_hash(p_na bigint, p_tot bigint) returns table (inzagen bigint, regels bigint, hash bytea)
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
  with regel as (
    select i.id, i.clienten, sha256(convert_to(jsonb_build_array(i.id, encode(i.trace_id, 'hex'), encode(i.span_id, 'hex'),
        encode(i.parent_span_id, 'hex'), i.status, i.name, (extract(epoch from i.start_time) * 1000)::bigint,
        (extract(epoch from i.end_time) * 1000)::bigint, i.resource, i.processing_activity_id, i.data_subject_id_type, i.gebruiker_id,
        i.gebruiker, i.rol, i.namens, i.taak, i.taak_id, i.fout, i.clienten,
        (select jsonb_agg(jsonb_build_array(c.data_subject_id, encode(c.span_id, 'hex')) order by c.data_subject_id)
          from inzage_client c where c.regio_id = i.regio_id and c.inzage_id = i.id))::text, 'UTF8')) as hash
    from inzage i where i.regio_id = huidige_regio() and i.id > p_na and i.id <= p_tot
  )
  select count(*), coalesce(sum(clienten), 0)::bigint, sha256(coalesce(string_agg(hash, ''::bytea order by id), ''::bytea)) from regel
$$;
revoke all on function inzage_vastleggen, inzage_hash from public;
grant execute on function inzage_vastleggen, inzage_hash to overlap_app;
