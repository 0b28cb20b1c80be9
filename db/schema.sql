-- Generated from db/migrations by scripts/schema.ts; do not edit.

-- extensions

create extension btree_gist;

create extension pg_trgm;

-- schemas

grant usage on schema public to overlap_app;

grant usage on schema public to overlap_lezer;

-- types

create type bereikgrens as (
  gemeenten text[],
  wet text,
  categorieen text[]
);

create type overeenkomstgrens as (
  gemeenten text[],
  soorten text[]
);

-- functions

CREATE OR REPLACE FUNCTION public.audit_eerste_fout()
 RETURNS TABLE(volgnr bigint, fout text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with regel as (
    select r.*, lag(r.hash) over (order by r.volgnr) as hash_ervoor, lag(r.volgnr) over (order by r.volgnr) as nr_ervoor,
           w.zout, w.waarden
    from audit_regel r left join audit_waarden w using (regio_id, volgnr)
    where r.regio_id = huidige_regio()
  ), fout as (
    select volgnr, case
      when volgnr <> coalesce(nr_ervoor, 0) + 1 then 'ontbreekt'
      when vorige_hash <> coalesce(hash_ervoor, sha256(convert_to('overlap ' || regio_id::text, 'UTF8'))) then 'sluit niet aan'
      when hash <> sha256(audit_tekst(volgnr, tijdstip, actor_id, actor_naam, soort, onderwerp_type, onderwerp_id, waarden_hash,
        vorige_hash)) then 'is gewijzigd'
      when zout is not null and waarden_hash <> sha256(zout || convert_to(waarden, 'UTF8')) then 'heeft gewijzigde waarden'
    end as fout, coalesce(nr_ervoor, 0) + 1 as verwacht
    from regel
  )
  (select case when f.fout = 'ontbreekt' then f.verwacht else f.volgnr end, f.fout from fout f
     where f.fout is not null order by f.volgnr limit 1)
  union all
  (select k.lengte, 'ontbreekt aan het eind' from audit_keten k
     where k.regio_id = huidige_regio()
       and not exists (select from fout where fout.fout is not null)
       and (k.lengte <> (select coalesce(max(r.volgnr), 0) from audit_regel r where r.regio_id = k.regio_id)
         or k.kop is distinct from coalesce(
           (select r.hash from audit_regel r where r.regio_id = k.regio_id order by r.volgnr desc limit 1), k.kop)))
$function$;
revoke all on function audit_eerste_fout() from public;
grant execute on function audit_eerste_fout() to overlap_app;
grant execute on function audit_eerste_fout() to overlap_lezer;

CREATE OR REPLACE FUNCTION public.audit_tekst(volgnr bigint, tijdstip timestamp with time zone, actor_id text, actor_naam text, soort text, onderwerp_type text, onderwerp_id text, waarden_hash bytea, vorige_hash bytea)
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN convert_to((((((((((((((((((((((((((((volgnr)::text || '|'::text) || (((EXTRACT(epoch FROM tijdstip) * (1000000)::numeric))::bigint)::text) || '|'::text) || length(actor_id)) || ':'::text) || actor_id) || '|'::text) || length(actor_naam)) || ':'::text) || actor_naam) || '|'::text) || length(soort)) || ':'::text) || soort) || '|'::text) || length(onderwerp_type)) || ':'::text) || onderwerp_type) || '|'::text) || length(onderwerp_id)) || ':'::text) || onderwerp_id) || '|'::text) || encode(waarden_hash, 'hex'::text)) || '|'::text) || encode(vorige_hash, 'hex'::text)), 'UTF8'::name);

CREATE OR REPLACE FUNCTION public.audit_toevoegen(p_tijdstip timestamp with time zone, p_actor_id text, p_actor_naam text, p_soort text, p_onderwerp_type text, p_onderwerp_id text, p_waarden text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  v_regio uuid := huidige_regio();
  v_keten audit_keten%rowtype;
  v_zout bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  v_waarden_hash bytea;
  v_hash bytea;
  v_volgnr bigint;
  v_tijdstip timestamptz := date_trunc('milliseconds', p_tijdstip);
begin
  if v_regio is null then raise exception 'audit zonder regio'; end if;
  insert into audit_keten (regio_id, kop) values (v_regio, sha256(convert_to('overlap ' || v_regio::text, 'UTF8')))
    on conflict do nothing;
  select * into v_keten from audit_keten where regio_id = v_regio for update;
  v_volgnr := v_keten.lengte + 1;
  v_waarden_hash := sha256(v_zout || convert_to(p_waarden, 'UTF8'));
  v_hash := sha256(audit_tekst(v_volgnr, v_tijdstip, p_actor_id, p_actor_naam, p_soort, p_onderwerp_type, p_onderwerp_id,
    v_waarden_hash, v_keten.kop));
  insert into audit_regel values (v_regio, v_volgnr, v_tijdstip, p_actor_id, p_actor_naam, p_soort, p_onderwerp_type,
    p_onderwerp_id, v_waarden_hash, v_keten.kop, v_hash);
  insert into audit_waarden values (v_regio, v_volgnr, v_zout, p_waarden);
  update audit_keten set lengte = v_volgnr, kop = v_hash where regio_id = v_regio;
  return v_volgnr;
end $function$;
revoke all on function audit_toevoegen(timestamp with time zone,text,text,text,text,text,text) from public;
grant execute on function audit_toevoegen(timestamp with time zone,text,text,text,text,text,text) to overlap_app;

CREATE OR REPLACE FUNCTION public.audit_waarden_vernietigen(p_volgnrs bigint[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare v_aantal int;
begin
  perform wissen_mag();
  delete from audit_waarden where regio_id = huidige_regio() and volgnr = any (p_volgnrs);
  get diagnostics v_aantal = row_count;
  return v_aantal;
end $function$;
revoke all on function audit_waarden_vernietigen(bigint[]) from public;
grant execute on function audit_waarden_vernietigen(bigint[]) to overlap_app;

CREATE OR REPLACE FUNCTION public.beeindig_sessies()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update sessie set beeindigd_op = greatest(gestart_op, now())
    where regio_id = new.regio_id and beeindigd_op is null
      and gebruiker_id = case tg_table_name when 'gebruiker' then new.id else (to_jsonb(new) ->> 'gebruiker_id')::uuid end;
  return null;
end $function$;

CREATE OR REPLACE PROCEDURE public.begrens(IN p_tabel regclass, IN p_voorwaarde text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create policy bereik on %s as restrictive to overlap_app using ((select volledig_bereik()) or %s)', p_tabel, p_voorwaarde);
end $procedure$;

CREATE OR REPLACE PROCEDURE public.begrens_op(IN p_tabel regclass, IN p_gemeente text, IN p_wet text DEFAULT NULL::text, IN p_categorie text DEFAULT NULL::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  call begrens(p_tabel, format('exists (select from unnest((select bereik())) b where (b.gemeenten is null or %1$s.%2$I = any (b.gemeenten))',
      p_tabel, p_gemeente)
    || case when p_wet is null then '' else format(' and (b.wet is null or b.wet = %s.%I)', p_tabel, p_wet) end
    || case when p_categorie is null then '' else format(' and (b.categorieen is null or %s.%I = any (b.categorieen))', p_tabel, p_categorie) end
    || ')');
end $procedure$;

CREATE OR REPLACE FUNCTION public.bereik()
 RETURNS bereikgrens[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (SELECT COALESCE(array_agg(ROW(b.gemeenten, b.wet, b.categorieen)::bereikgrens), '{}'::bereikgrens[]) AS "coalesce" FROM jsonb_to_recordset((NULLIF(current_setting('overlap.bereik'::text, true), ''::text))::jsonb) b(gemeenten text[], wet text, categorieen text[]));

CREATE OR REPLACE FUNCTION public.bereik_bij_aanbieder()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform bereken_bereik(new.regio_id, array[new.id]);
  return null;
end $function$;
revoke all on function bereik_bij_aanbieder() from public;

CREATE OR REPLACE FUNCTION public.bereik_bij_deel()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform bereken_bereik(r.regio_id, array_agg(distinct r.overeenkomst_id)) from regels r group by r.regio_id;
  return null;
end $function$;
revoke all on function bereik_bij_deel() from public;

CREATE OR REPLACE FUNCTION public.bereik_bij_overeenkomst()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform bereken_bereik(r.regio_id, array_agg(r.id)) from regels r group by r.regio_id;
  return null;
end $function$;
revoke all on function bereik_bij_overeenkomst() from public;

CREATE OR REPLACE FUNCTION public.bereik_bij_product()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform bereken_bereik(new.regio_id, array_agg(op.overeenkomst_id)) from overeenkomst_product op
    where op.regio_id = new.regio_id and op.product_id = new.id having count(*) > 0;
  return null;
end $function$;
revoke all on function bereik_bij_product() from public;

CREATE OR REPLACE FUNCTION public.bereken_bereik(p_regio uuid, p_overeenkomsten uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
end $function$;
revoke all on function bereken_bereik(uuid,uuid[]) from public;

CREATE OR REPLACE PROCEDURE public.beveilig(IN p_tabel regclass, IN p_rechten text DEFAULT 'select, insert, update, delete'::text, IN p_agb text DEFAULT NULL::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', p_tabel);
  execute format('alter table %s force row level security', p_tabel);
  execute format('create policy regio on %s to overlap_app, current_user using (regio_id = (select huidige_regio())) with check (regio_id = (select huidige_regio()))', p_tabel);
  if p_agb is not null then
    execute format('create policy aanbieder on %1$s as restrictive to overlap_app, current_user using ((select huidige_agb() is null) or %2$s = (select huidige_agb()))', p_tabel, p_agb);
  end if;
  execute format('grant %s on %s to overlap_app', p_rechten, p_tabel);
  call laat_lezen(p_tabel);
end $procedure$;

CREATE OR REPLACE FUNCTION public.binnen_bereik(p_tabel regclass, p_kolom text, p_wat text)
 RETURNS text
 LANGUAGE sql
RETURN format('exists (select from overeenkomst_bereik ob where ob.regio_id = (select huidige_regio()) and ob.%I = %s.%I offset 0)'::text, p_wat, p_tabel, p_kolom);

CREATE OR REPLACE FUNCTION public.declaratie_jaar_bijwerken()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from declaratie_jaar j using (select distinct regio_id, agb, extract(year from maand)::int as jaar from regels) g
    where j.regio_id = g.regio_id and j.agb = g.agb and j.jaar = g.jaar;
  insert into declaratie_jaar (regio_id, agb, jaar, maand_cent)
    select g.regio_id, g.agb, g.jaar, array(select m.cent from generate_series(1, 12) as i
      left join (select extract(month from d.maand) as maand, sum(d.bedrag_cent)::bigint as cent from declaratie_maand d
        where d.regio_id = g.regio_id and d.agb = g.agb and d.maand between make_date(g.jaar, 1, 1) and make_date(g.jaar, 12, 31)
        group by 1) m on m.maand = i order by i)
    from (select distinct regio_id, agb, extract(year from maand)::int as jaar from regels) g
    where exists (select from declaratie_maand d where d.regio_id = g.regio_id and d.agb = g.agb
      and d.maand between make_date(g.jaar, 1, 1) and make_date(g.jaar, 12, 31));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.einde_na_maanden(p_einddatum date, p_maanden integer)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((((p_einddatum + 1) + make_interval(months => p_maanden)))::date - CASE WHEN (EXTRACT(day FROM ((p_einddatum + 1) + make_interval(months => p_maanden))) = EXTRACT(day FROM (p_einddatum + 1))) THEN 1 ELSE 0 END);

CREATE OR REPLACE FUNCTION public.enqueue_job(p_naam text, p_payload json, p_sleutel text DEFAULT NULL::text, p_op timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform graphile_worker.add_job(p_naam, p_payload, job_key => p_sleutel, run_at => p_op);
end $function$;
revoke all on function enqueue_job(text,json,text,timestamp with time zone) from public;
grant execute on function enqueue_job(text,json,text,timestamp with time zone) to overlap_app;

CREATE OR REPLACE FUNCTION public.functie_loopt_tot()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.loopt_tot := (select o.loopt_tot from overeenkomst o where o.regio_id = new.regio_id and o.id = new.overeenkomst_id);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.gesprekken_op_uitnodiging()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER COST 1 ROWS 20
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select d.gesprek_id from deelnemer d
  where d.regio_id = huidige_regio() and d.gebruiker_id::text = current_setting('overlap.gebruiker', true)
$function$;
revoke all on function gesprekken_op_uitnodiging() from public;
grant execute on function gesprekken_op_uitnodiging() to overlap_app;
grant execute on function gesprekken_op_uitnodiging() to overlap_lezer;

CREATE OR REPLACE FUNCTION public.huidige_agb()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('overlap.agb'::text, true), ''::text);

CREATE OR REPLACE FUNCTION public.huidige_regio()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('overlap.regio_id'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.inzage_hash(p_na bigint, p_tot bigint)
 RETURNS TABLE(inzagen bigint, regels bigint, hash bytea)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$;
revoke all on function inzage_hash(bigint,bigint) from public;
grant execute on function inzage_hash(bigint,bigint) to overlap_app;
grant execute on function inzage_hash(bigint,bigint) to overlap_lezer;

CREATE OR REPLACE FUNCTION public.inzage_vastleggen(p_regio uuid, p_kop jsonb, p_clienten uuid[], p_toewijzing uuid)
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
end $function$;
revoke all on function inzage_vastleggen(uuid,jsonb,uuid[],uuid) from public;
grant execute on function inzage_vastleggen(uuid,jsonb,uuid[],uuid) to overlap_app;

CREATE OR REPLACE FUNCTION public.inzage_vernietigen(p_na bigint, p_tot bigint, OUT inzagen integer, OUT regels integer)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform wissen_mag();
  delete from inzage_client where regio_id = huidige_regio() and inzage_id > p_na and inzage_id <= p_tot;
  get diagnostics regels = row_count;
  delete from inzage where regio_id = huidige_regio() and id > p_na and id <= p_tot;
  get diagnostics inzagen = row_count;
end $function$;
revoke all on function inzage_vernietigen(bigint,bigint) from public;
grant execute on function inzage_vernietigen(bigint,bigint) to overlap_app;

CREATE OR REPLACE FUNCTION public.kan_iemand_aanmelden(p_nu timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select from account a join gebruiker g on g.regio_id = a.regio_id and g.id = a.gebruiker_id
      where g.uitgeschakeld_op is null)
    or exists (select from eenmalige_link l join gebruiker g on g.regio_id = l.regio_id and g.id = l.gebruiker_id
      where g.uitgeschakeld_op is null and l.soort = 'uitnodiging' and l.gebruikt_op is null and l.ingetrokken_op is null
        and l.geldig_tot > p_nu)
$function$;
revoke all on function kan_iemand_aanmelden(timestamp with time zone) from public;
grant execute on function kan_iemand_aanmelden(timestamp with time zone) to overlap_app;

CREATE OR REPLACE PROCEDURE public.laat_lezen(IN p_tabel regclass, IN p_regio text DEFAULT 'regio_id'::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create policy lezer on %s for select to overlap_lezer using (%I = (select regio_van_lezer()))', p_tabel, p_regio);
  execute format('grant select on %s to overlap_lezer', p_tabel);
end $procedure$;

CREATE OR REPLACE FUNCTION public.leest_ongevraagd(p_rol text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (p_rol = ANY (ARRAY['contracteigenaar'::text, 'contractmanager'::text, 'contractbeheerder'::text, 'directie'::text, 'categoriemanager'::text, 'beheer (opdrachtregel)'::text, 'systeem (wachtrij)'::text]));

CREATE OR REPLACE FUNCTION public.ongevraagd()
 RETURNS bereikgrens[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (SELECT COALESCE(array_agg(ROW(r.gemeenten, r.wet, r.categorieen)::bereikgrens), '{}'::bereikgrens[]) AS "coalesce" FROM jsonb_to_recordset((NULLIF(current_setting('overlap.rollen'::text, true), ''::text))::jsonb) r(rol text, gemeenten text[], wet text, categorieen text[]) WHERE leest_ongevraagd(r.rol));

CREATE OR REPLACE FUNCTION public.ongevraagd_alles()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((COALESCE(current_setting('overlap.rollen'::text, true), ''::text) = ''::text) OR (EXISTS (SELECT FROM unnest(ongevraagd()) b(gemeenten, wet, categorieen) WHERE ((b.gemeenten IS NULL) AND (b.wet IS NULL) AND (b.categorieen IS NULL)))));

CREATE OR REPLACE FUNCTION public.overeenkomst_past(p_gemeenten text[], p_soorten text[], p_grenzen overeenkomstgrens[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM unnest(overeenkomst_past.p_grenzen) g(gemeenten, soorten) WHERE (((g.gemeenten IS NULL) OR (g.gemeenten && overeenkomst_past.p_gemeenten)) AND ((g.soorten IS NULL) OR (g.soorten && overeenkomst_past.p_soorten)))));

CREATE OR REPLACE FUNCTION public.overeenkomstgrenzen(p_grenzen bereikgrens[])
 RETURNS overeenkomstgrens[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT COALESCE(array_agg(ROW(b.gemeenten, CASE WHEN ((b.wet IS NOT NULL) OR (b.categorieen IS NOT NULL)) THEN ARRAY(SELECT concat(b.wet, '|', c.c) AS concat FROM unnest(COALESCE(b.categorieen, '{""}'::text[])) c(c)) ELSE NULL::text[] END)::overeenkomstgrens), '{}'::overeenkomstgrens[]) AS "coalesce" FROM unnest(overeenkomstgrenzen.p_grenzen) b(gemeenten, wet, categorieen));

CREATE OR REPLACE FUNCTION public.regio_lijst()
 RETURNS TABLE(id uuid, naam text, voorbeeld boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select id, naam, voorbeeld from regio order by naam $function$;
revoke all on function regio_lijst() from public;
grant execute on function regio_lijst() to overlap_app;
grant execute on function regio_lijst() to overlap_lezer;

CREATE OR REPLACE FUNCTION public.regio_van_lezer()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (volledig_bereik() AND (huidige_agb() IS NULL)) THEN huidige_regio() ELSE NULL::uuid END;

CREATE OR REPLACE FUNCTION public.regio_van_slug(p_slug text)
 RETURNS TABLE(id uuid, naam text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select r.id, r.naam from regio r where r.slug = p_slug order by r.aangemaakt_op limit 1
$function$;
revoke all on function regio_van_slug(text) from public;
grant execute on function regio_van_slug(text) to overlap_app;
grant execute on function regio_van_slug(text) to overlap_lezer;

CREATE OR REPLACE PROCEDURE public.sta_wissen_toe(IN p_tabel regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('grant delete on %s to overlap_app', p_tabel);
  execute format('create policy wissen on %s as restrictive for delete to overlap_app using ((select wissen_mag()))', p_tabel);
end $procedure$;

CREATE OR REPLACE FUNCTION public.subregios_in_bereik()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE COST 1 ROWS 10
BEGIN ATOMIC
 SELECT DISTINCT g.subregio_id
    FROM gemeente g,
     unnest(bereik()) b(gemeenten, wet, categorieen)
   WHERE ((g.regio_id = huidige_regio()) AND ((b.gemeenten IS NULL) OR (g.code = ANY (b.gemeenten))));
END;

CREATE OR REPLACE FUNCTION public.vind_sessie(p_token_hash bytea, p_nu timestamp with time zone, p_vandaag date, p_stil interval, p_voorbeeld boolean)
 RETURNS TABLE(sessie_id uuid, regio_id uuid, regio_naam text, gebruiker_id uuid, naam text, functie text, rijhoogte text, sneltoetsen boolean, csrf text, wijze text, laatst_gezien_op timestamp with time zone, verloopt_op timestamp with time zone, vorige_bezoek_op timestamp with time zone, rollen json)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select s.id, s.regio_id, r.naam, g.id, g.naam, g.functie, g.rijhoogte, g.sneltoetsen, s.csrf, s.wijze, s.laatst_gezien_op, s.verloopt_op,
    g.vorige_bezoek_op,
    (select coalesce(json_agg(json_build_object('rol', t.rol, 'agb', t.agb, 'gemeenten', t.gemeenten, 'wet', t.wet,
        'categorieen', t.categorieen) order by t.rol, t.id), '[]') from roltoewijzing t
      where t.regio_id = s.regio_id and t.gebruiker_id = g.id and t.begindatum <= p_vandaag
        and (t.einddatum is null or t.einddatum >= p_vandaag) and t.ingetrokken_op is null)
  from sessie s
  join gebruiker g on g.regio_id = s.regio_id and g.id = s.gebruiker_id and g.uitgeschakeld_op is null
  join regio r on r.id = s.regio_id
  where s.token_hash = p_token_hash and s.beeindigd_op is null and s.verloopt_op > p_nu
    and s.laatst_gezien_op > p_nu - p_stil
    and case when s.wijze = 'voorbeeld' then p_voorbeeld and r.voorbeeld and g.voorbeeld else true end
$function$;
revoke all on function vind_sessie(bytea,timestamp with time zone,date,interval,boolean) from public;
grant execute on function vind_sessie(bytea,timestamp with time zone,date,interval,boolean) to overlap_app;

CREATE OR REPLACE FUNCTION public.volledig_bereik()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(current_setting('overlap.bereik'::text, true), ''::text) = ''::text);

CREATE OR REPLACE FUNCTION public.voorbeeldgebruikers()
 RETURNS TABLE(regio_id uuid, regio text, id uuid, naam text, functie text, rol text, aanbieder text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select r.id, r.naam, g.id, g.naam, g.functie, t.rol, a.naam
  from regio r
  join gebruiker g on g.regio_id = r.id and g.voorbeeld and g.uitgeschakeld_op is null
  cross join lateral (select t.rol, t.agb from roltoewijzing t where t.regio_id = g.regio_id and t.gebruiker_id = g.id
    and t.ingetrokken_op is null order by t.id limit 1) t
  left join aanbieder a on a.regio_id = g.regio_id and a.agb = t.agb
  where r.voorbeeld and current_setting('overlap.voorbeeld', true) = 'aan'
    and not exists (select from regio ander where not ander.voorbeeld)
  order by g.id
$function$;
revoke all on function voorbeeldgebruikers() from public;
grant execute on function voorbeeldgebruikers() to overlap_app;

CREATE OR REPLACE FUNCTION public.wissen_loopt()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from vernietiging v where v.regio_id = huidige_regio()
      and v.id::text = current_setting('overlap.wissen', true) and v.besluit = 'vernietigen' and v.klaar_op is null)
    or exists (select from clientverwijdering c where c.regio_id = huidige_regio()
      and c.id::text = current_setting('overlap.wissen', true) and c.klaar_op is null)
$function$;

CREATE OR REPLACE FUNCTION public.wissen_mag()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  if not wissen_loopt() then raise exception 'permission denied: nothing is deleted without a decision' using errcode = '42501'; end if;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION public.zoek_aanbieders(p_patronen text[], p_max integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select a.id from aanbieder a
  where a.regio_id = huidige_regio() and (huidige_agb() is null or a.agb = huidige_agb())
    and (volledig_bereik() or exists (select from overeenkomst_bereik ob where ob.regio_id = a.regio_id and ob.aanbieder_id = a.id
      and overeenkomst_past(ob.gemeenten, ob.soorten, (select overeenkomstgrenzen(bereik())))))
    and a.zoektekst like p_patronen[1]
    and a.zoektekst like coalesce(p_patronen[2], '%')
    and a.zoektekst like coalesce(p_patronen[3], '%')
  limit p_max
$function$;
revoke all on function zoek_aanbieders(text[],integer) from public;
grant execute on function zoek_aanbieders(text[],integer) to overlap_app;
grant execute on function zoek_aanbieders(text[],integer) to overlap_lezer;

CREATE OR REPLACE FUNCTION public.zoek_contactpersonen(p_patronen text[], p_max integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select c.id from contactpersoon c
  where c.regio_id = huidige_regio()
    and (huidige_agb() is null or exists
      (select from aanbieder a where a.regio_id = c.regio_id and a.id = c.aanbieder_id and a.agb = huidige_agb()))
    and c.zoektekst like p_patronen[1]
    and c.zoektekst like coalesce(p_patronen[2], '%')
    and c.zoektekst like coalesce(p_patronen[3], '%')
  limit p_max
$function$;
revoke all on function zoek_contactpersonen(text[],integer) from public;
grant execute on function zoek_contactpersonen(text[],integer) to overlap_app;
grant execute on function zoek_contactpersonen(text[],integer) to overlap_lezer;

CREATE OR REPLACE FUNCTION public.zoek_overeenkomsten(p_patronen text[], p_max integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select o.id from overeenkomst o
  where o.regio_id = huidige_regio() and (huidige_agb() is null or o.agb = huidige_agb())
    and (volledig_bereik() or exists (select from overeenkomst_bereik ob where ob.regio_id = o.regio_id and ob.overeenkomst_id = o.id
      and overeenkomst_past(ob.gemeenten, ob.soorten, (select overeenkomstgrenzen(bereik())))))
    and o.zoektekst like p_patronen[1]
    and o.zoektekst like coalesce(p_patronen[2], '%')
    and o.zoektekst like coalesce(p_patronen[3], '%')
  limit p_max
$function$;
revoke all on function zoek_overeenkomsten(text[],integer) from public;
grant execute on function zoek_overeenkomsten(text[],integer) to overlap_app;
grant execute on function zoek_overeenkomsten(text[],integer) to overlap_lezer;

CREATE OR REPLACE FUNCTION public.zoekvorm(p_tekst text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(NORMALIZE(lower(p_tekst), NFD), '[\u0300-\u036f]'::text, ''::text, 'g'::text);

-- tables

create table aanbieder (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  agb text not null,
  kvk text not null,
  naam text not null,
  rechtsvorm text not null default ''::text,
  plaats text not null default ''::text,
  grootteklasse text not null,
  medewerkers integer not null default 0,
  contract_van date,
  contractmanager_id uuid,
  achtervanger_id uuid,
  zoektekst text not null generated always as (zoekvorm(((((((naam || ' '::text) || agb) || ' '::text) || kvk) || ' '::text) || plaats))) stored,
  aangemaakt_op timestamp with time zone not null default now(),
  constraint aanbieder_pkey PRIMARY KEY (regio_id, id),
  constraint aanbieder_met_naam UNIQUE (regio_id, id, naam),
  constraint aanbieder_regio_id_agb_key UNIQUE (regio_id, agb),
  constraint aanbieder_regio_id_achtervanger_id_fkey FOREIGN KEY (regio_id, achtervanger_id) REFERENCES gebruiker(regio_id, id),
  constraint aanbieder_regio_id_contractmanager_id_fkey FOREIGN KEY (regio_id, contractmanager_id) REFERENCES gebruiker(regio_id, id),
  constraint aanbieder_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint aanbieder_agb_check CHECK ((agb ~ '^[0-9]{8}$'::text)),
  constraint aanbieder_grootteklasse_check CHECK ((grootteklasse = ANY (ARRAY['zzp'::text, 'klein'::text, 'middelgroot'::text, 'groot'::text]))),
  constraint aanbieder_kvk_check CHECK ((kvk ~ '^[0-9]{8}$'::text)),
  constraint aanbieder_medewerkers_check CHECK ((medewerkers >= 0)),
  constraint aanbieder_naam_check CHECK (((length(naam) >= 1) AND (length(naam) <= 200))),
  constraint aanbieder_twee_personen CHECK ((contractmanager_id <> achtervanger_id))
);
CREATE INDEX aanbieder_achtervanger ON public.aanbieder USING btree (regio_id, achtervanger_id, id);
CREATE INDEX aanbieder_contractmanager ON public.aanbieder USING btree (regio_id, contractmanager_id, id);
CREATE INDEX aanbieder_grootteklasse ON public.aanbieder USING btree (regio_id, grootteklasse, naam COLLATE "nl-x-icu", id);
CREATE INDEX aanbieder_medewerkers ON public.aanbieder USING btree (regio_id, medewerkers, id);
CREATE INDEX aanbieder_naam ON public.aanbieder USING btree (regio_id, naam COLLATE "nl-x-icu", id);
CREATE INDEX aanbieder_plaats ON public.aanbieder USING btree (regio_id, plaats COLLATE "nl-x-icu", id);
CREATE INDEX aanbieder_zoek ON public.aanbieder USING gin (zoektekst gin_trgm_ops);
alter table aanbieder enable row level security;
alter table aanbieder force row level security;
create policy aanbieder on aanbieder as restrictive for all to overlap_app using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on aanbieder as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = aanbieder.id))
 OFFSET 0))));
create policy eigenaar on aanbieder for all to overlap_eigenaar using (true);
create policy lezer on aanbieder for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on aanbieder for all to overlap_app using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on aanbieder to overlap_app;
grant select on aanbieder to overlap_lezer;

create table aanbieder_klasse (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  aanbieder_id uuid not null,
  agb text not null,
  klasse integer not null,
  geldig_vanaf date not null,
  reden text not null,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  constraint aanbieder_klasse_pkey PRIMARY KEY (regio_id, id),
  constraint aanbieder_klasse_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint aanbieder_klasse_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint aanbieder_klasse_klasse_check CHECK (((klasse >= 1) AND (klasse <= 5))),
  constraint aanbieder_klasse_reden_check CHECK ((length(TRIM(BOTH FROM reden)) > 0))
);
CREATE INDEX aanbieder_klasse_aanbieder ON public.aanbieder_klasse USING btree (regio_id, aanbieder_id, geldig_vanaf DESC, id DESC);
alter table aanbieder_klasse enable row level security;
alter table aanbieder_klasse force row level security;
create policy aanbieder on aanbieder_klasse as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on aanbieder_klasse as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = aanbieder_klasse.aanbieder_id))
 OFFSET 0))));
create policy lezer on aanbieder_klasse for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on aanbieder_klasse for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select on aanbieder_klasse to overlap_app;
grant select on aanbieder_klasse to overlap_lezer;

create table aanbieder_omvang (
  regio_id uuid not null,
  aanbieder_id uuid not null,
  jaar integer not null,
  medewerkers integer not null,
  bron text not null,
  toelichting text not null default ''::text,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  constraint aanbieder_omvang_pkey PRIMARY KEY (regio_id, aanbieder_id, jaar),
  constraint aanbieder_omvang_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint aanbieder_omvang_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint aanbieder_omvang_bron_check CHECK ((bron = ANY (ARRAY['bestand'::text, 'hand'::text]))),
  constraint aanbieder_omvang_jaar_check CHECK (((jaar >= 2000) AND (jaar <= 2100))),
  constraint aanbieder_omvang_medewerkers_check CHECK ((medewerkers >= 0))
);
alter table aanbieder_omvang enable row level security;
alter table aanbieder_omvang force row level security;
create policy aanbieder on aanbieder_omvang as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM aanbieder a
  WHERE ((a.regio_id = aanbieder_omvang.regio_id) AND (a.id = aanbieder_omvang.aanbieder_id))))));
create policy bereik on aanbieder_omvang as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = aanbieder_omvang.aanbieder_id))
 OFFSET 0))));
create policy lezer on aanbieder_omvang for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on aanbieder_omvang for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on aanbieder_omvang to overlap_app;
grant select on aanbieder_omvang to overlap_lezer;

create table aanmelding (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gebruiker_id uuid,
  token_hash bytea not null,
  soort text not null,
  link_id uuid,
  wachtwoord_hash text,
  totp_geheim bytea,
  uitdaging text,
  pogingen integer not null default 0,
  begonnen_op timestamp with time zone not null,
  verloopt_op timestamp with time zone not null,
  constraint aanmelding_pkey PRIMARY KEY (regio_id, id),
  constraint aanmelding_regio_id_token_hash_key UNIQUE (regio_id, token_hash),
  constraint aanmelding_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint aanmelding_regio_id_gebruiker_id_fkey FOREIGN KEY (regio_id, gebruiker_id) REFERENCES gebruiker(regio_id, id),
  constraint aanmelding_regio_id_link_id_fkey FOREIGN KEY (regio_id, link_id) REFERENCES eenmalige_link(regio_id, id) ON DELETE CASCADE,
  constraint aanmelding_check CHECK (((gebruiker_id IS NOT NULL) OR (soort = 'toegangssleutel'::text))),
  constraint aanmelding_soort_check CHECK ((soort = ANY (ARRAY['aanmelden'::text, 'uitnodiging'::text, 'wachtwoord'::text, 'tweede factor'::text, 'toegangssleutel'::text])))
);
CREATE INDEX aanmelding_gebruiker ON public.aanmelding USING btree (regio_id, gebruiker_id);
CREATE INDEX aanmelding_link ON public.aanmelding USING btree (regio_id, link_id) WHERE (link_id IS NOT NULL);
CREATE INDEX aanmelding_oud ON public.aanmelding USING btree (regio_id, verloopt_op);
alter table aanmelding enable row level security;
alter table aanmelding force row level security;
create policy lezer on aanmelding for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on aanmelding for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on aanmelding to overlap_app;
grant select on aanmelding to overlap_lezer;

create table aanvaarding (
  regio_id uuid not null,
  bericht_id bigint not null,
  regel integer not null default 0,
  aanvaard_op timestamp with time zone not null,
  aanvaard_door text not null,
  reden text not null,
  constraint aanvaarding_pkey PRIMARY KEY (regio_id, bericht_id, regel),
  constraint aanvaarding_regio_id_bericht_id_fkey FOREIGN KEY (regio_id, bericht_id) REFERENCES bericht(regio_id, id),
  constraint aanvaarding_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint aanvaarding_reden_check CHECK ((length(TRIM(BOTH FROM reden)) > 0))
);
alter table aanvaarding enable row level security;
alter table aanvaarding force row level security;
create policy aanbieder on aanvaarding as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on aanvaarding as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM bericht b
  WHERE ((b.regio_id = aanvaarding.regio_id) AND (b.id = aanvaarding.bericht_id))))));
create policy lezer on aanvaarding for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on aanvaarding for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on aanvaarding as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on aanvaarding to overlap_app;
grant select on aanvaarding to overlap_lezer;

create table account (
  regio_id uuid not null,
  gebruiker_id uuid not null,
  wachtwoord_hash text not null,
  wachtwoord_op timestamp with time zone not null,
  totp_geheim bytea not null,
  totp_op timestamp with time zone not null,
  totp_stap bigint not null default 0,
  herstelzout bytea not null,
  herstelcodes_op timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (regio_id, gebruiker_id),
  constraint account_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint account_regio_id_gebruiker_id_fkey FOREIGN KEY (regio_id, gebruiker_id) REFERENCES gebruiker(regio_id, id)
);
alter table account enable row level security;
alter table account force row level security;
create policy eigenaar on account for all to overlap_eigenaar using (true) with check (true);
create policy lezer on account for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on account for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on account to overlap_app;
grant select on account to overlap_lezer;

create table actie (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gesprek_id uuid not null,
  agendapunt_id uuid,
  aanbieder_id uuid,
  agb text,
  tekst text not null,
  kant text not null,
  eigenaar_id uuid,
  eigenaar text not null,
  einddatum date not null,
  niveau text,
  versie integer not null default 1,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  gedeeld_op timestamp with time zone,
  begonnen_op timestamp with time zone,
  gereed_op timestamp with time zone,
  gereed_door text,
  gereed_toelichting text not null default ''::text,
  geaccepteerd_op timestamp with time zone,
  geaccepteerd_door text,
  vervallen_op timestamp with time zone,
  vervallen_door text,
  vervallen_reden text,
  stand text not null generated always as (
CASE
    WHEN (vervallen_op IS NOT NULL) THEN 'vervallen'::text
    WHEN (geaccepteerd_op IS NOT NULL) THEN 'geaccepteerd'::text
    WHEN (gereed_op IS NOT NULL) THEN 'gereed'::text
    WHEN (begonnen_op IS NOT NULL) THEN 'in uitvoering'::text
    ELSE 'open'::text
END) stored,
  constraint actie_pkey PRIMARY KEY (regio_id, id),
  constraint actie_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint actie_regio_id_agendapunt_id_fkey FOREIGN KEY (regio_id, agendapunt_id) REFERENCES agendapunt(regio_id, id),
  constraint actie_regio_id_eigenaar_id_fkey FOREIGN KEY (regio_id, eigenaar_id) REFERENCES gebruiker(regio_id, id),
  constraint actie_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint actie_regio_id_gesprek_id_fkey FOREIGN KEY (regio_id, gesprek_id) REFERENCES gesprek(regio_id, id),
  constraint actie_check CHECK (((aanbieder_id IS NULL) = (agb IS NULL))),
  constraint actie_check1 CHECK (((kant = 'regio'::text) OR (aanbieder_id IS NOT NULL))),
  constraint actie_check2 CHECK (((geaccepteerd_op IS NULL) OR (gereed_op IS NOT NULL))),
  constraint actie_check3 CHECK (((vervallen_op IS NULL) = (vervallen_reden IS NULL))),
  constraint actie_eigenaar_check CHECK (((length(TRIM(BOTH FROM eigenaar)) >= 1) AND (length(TRIM(BOTH FROM eigenaar)) <= 120))),
  constraint actie_kant_check CHECK ((kant = ANY (ARRAY['regio'::text, 'aanbieder'::text]))),
  constraint actie_niveau_check CHECK ((niveau = ANY (ARRAY['strategisch'::text, 'tactisch'::text, 'operationeel'::text]))),
  constraint actie_tekst_check CHECK (((length(TRIM(BOTH FROM tekst)) >= 1) AND (length(TRIM(BOTH FROM tekst)) <= 1000)))
);
CREATE INDEX actie_aanbieder ON public.actie USING btree (regio_id, aanbieder_id, einddatum);
CREATE INDEX actie_agendapunt ON public.actie USING btree (regio_id, agendapunt_id) WHERE (agendapunt_id IS NOT NULL);
CREATE INDEX actie_eigenaar ON public.actie USING btree (regio_id, eigenaar_id, einddatum);
CREATE INDEX actie_einddatum ON public.actie USING btree (regio_id, einddatum, id);
CREATE INDEX actie_gesprek ON public.actie USING btree (regio_id, gesprek_id);
CREATE INDEX actie_open ON public.actie USING btree (regio_id, einddatum, id) WHERE ((geaccepteerd_op IS NULL) AND (vervallen_op IS NULL));
alter table actie enable row level security;
alter table actie force row level security;
create policy aanbieder on actie as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on actie as restrictive for all to overlap_app using ((( SELECT (volledig_bereik() AND (ongevraagd_alles() OR (huidige_agb() IS NOT NULL)))) OR (( SELECT volledig_bereik() AS volledig_bereik) AND ((eigenaar_id)::text = ( SELECT current_setting('overlap.gebruiker'::text, true) AS current_setting))) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = actie.regio_id) AND (g.id = actie.gesprek_id))))));
create policy lezer on actie for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on actie for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy uitnodiging_lezer on actie as restrictive for select to overlap_lezer using ((( SELECT ongevraagd_alles() AS ongevraagd_alles) OR ((eigenaar_id)::text = ( SELECT current_setting('overlap.gebruiker'::text, true) AS current_setting)) OR (gesprek_id IN ( SELECT gesprekken_op_uitnodiging() AS gesprekken_op_uitnodiging))));
create policy verteld on actie as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (gedeeld_op IS NOT NULL)));
create policy wissen on actie as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on actie to overlap_app;
grant select on actie to overlap_lezer;

create table afspraak_wijziging (
  regio_id uuid not null,
  agb text not null,
  constraint afspraak_wijziging_pkey PRIMARY KEY (regio_id, agb),
  constraint afspraak_wijziging_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id)
);
alter table afspraak_wijziging enable row level security;
alter table afspraak_wijziging force row level security;
create policy aanbieder on afspraak_wijziging as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy lezer on afspraak_wijziging for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on afspraak_wijziging for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on afspraak_wijziging to overlap_app;
grant select on afspraak_wijziging to overlap_lezer;

create table agendapunt (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gesprek_id uuid not null,
  sleutel text not null,
  onder_id uuid,
  volgorde integer not null,
  titel text not null,
  toelichting text not null default ''::text,
  niveau text,
  bron text not null,
  vult text[] not null default '{}'::text[],
  bevinding_id uuid,
  van_punt_id uuid,
  versie integer not null default 1,
  meenemen_op timestamp with time zone,
  weggehaald_op timestamp with time zone,
  constraint agendapunt_pkey PRIMARY KEY (regio_id, id),
  constraint agendapunt_regio_id_gesprek_id_sleutel_key UNIQUE (regio_id, gesprek_id, sleutel),
  constraint agendapunt_regio_id_bevinding_id_fkey FOREIGN KEY (regio_id, bevinding_id) REFERENCES bevinding(regio_id, id),
  constraint agendapunt_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint agendapunt_regio_id_gesprek_id_fkey FOREIGN KEY (regio_id, gesprek_id) REFERENCES gesprek(regio_id, id),
  constraint agendapunt_regio_id_onder_id_fkey FOREIGN KEY (regio_id, onder_id) REFERENCES agendapunt(regio_id, id),
  constraint agendapunt_regio_id_van_punt_id_fkey FOREIGN KEY (regio_id, van_punt_id) REFERENCES agendapunt(regio_id, id),
  constraint agendapunt_bron_check CHECK ((bron = ANY (ARRAY['sjabloon'::text, 'bevinding'::text, 'kpi'::text, 'meegenomen'::text, 'hand'::text, 'escalatie'::text]))),
  constraint agendapunt_niveau_check CHECK ((niveau = ANY (ARRAY['strategisch'::text, 'tactisch'::text, 'operationeel'::text]))),
  constraint agendapunt_titel_check CHECK (((length(TRIM(BOTH FROM titel)) >= 1) AND (length(TRIM(BOTH FROM titel)) <= 300)))
);
CREATE INDEX agendapunt_bevinding ON public.agendapunt USING btree (regio_id, bevinding_id) WHERE (bevinding_id IS NOT NULL);
CREATE INDEX agendapunt_onder ON public.agendapunt USING btree (regio_id, onder_id);
CREATE INDEX agendapunt_van ON public.agendapunt USING btree (regio_id, van_punt_id) WHERE (van_punt_id IS NOT NULL);
alter table agendapunt enable row level security;
alter table agendapunt force row level security;
create policy aanbieder on agendapunt as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = agendapunt.regio_id) AND (g.id = agendapunt.gesprek_id))))));
create policy bereik on agendapunt as restrictive for all to overlap_app using ((( SELECT (volledig_bereik() AND (ongevraagd_alles() OR (huidige_agb() IS NOT NULL)))) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = agendapunt.regio_id) AND (g.id = agendapunt.gesprek_id))))));
create policy lezer on agendapunt for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on agendapunt for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy uitnodiging_lezer on agendapunt as restrictive for select to overlap_lezer using ((( SELECT ongevraagd_alles() AS ongevraagd_alles) OR (gesprek_id IN ( SELECT gesprekken_op_uitnodiging() AS gesprekken_op_uitnodiging))));
create policy wissen on agendapunt as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on agendapunt to overlap_app;
grant select on agendapunt to overlap_lezer;

create table audit_keten (
  regio_id uuid not null,
  lengte bigint not null default 0,
  kop bytea not null,
  constraint audit_keten_pkey PRIMARY KEY (regio_id),
  constraint audit_keten_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id)
);
alter table audit_keten enable row level security;
alter table audit_keten force row level security;
create policy aanbieder on audit_keten as restrictive for all to overlap_app using (( SELECT (huidige_agb() IS NULL)));
create policy eigenaar on audit_keten for all to overlap_eigenaar using (true) with check (true);
create policy lezer on audit_keten for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on audit_keten for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant select on audit_keten to overlap_app;
grant select on audit_keten to overlap_lezer;

create table audit_regel (
  regio_id uuid not null,
  volgnr bigint not null,
  tijdstip timestamp with time zone not null,
  actor_id text not null,
  actor_naam text not null,
  soort text not null,
  onderwerp_type text not null,
  onderwerp_id text not null,
  waarden_hash bytea not null,
  vorige_hash bytea not null,
  hash bytea not null,
  constraint audit_regel_pkey PRIMARY KEY (regio_id, volgnr),
  constraint audit_regel_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id)
);
CREATE INDEX audit_regel_actor ON public.audit_regel USING btree (regio_id, actor_id, tijdstip, volgnr);
CREATE INDEX audit_regel_onderwerp ON public.audit_regel USING btree (regio_id, onderwerp_type, onderwerp_id, volgnr DESC);
CREATE INDEX audit_regel_tijdstip ON public.audit_regel USING btree (regio_id, tijdstip, volgnr);
alter table audit_regel enable row level security;
alter table audit_regel force row level security;
create policy aanbieder on audit_regel as restrictive for all to overlap_app using (( SELECT (huidige_agb() IS NULL)));
create policy eigenaar on audit_regel for all to overlap_eigenaar using (true) with check (true);
create policy lezer on audit_regel for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on audit_regel for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant select on audit_regel to overlap_app;
grant select on audit_regel to overlap_lezer;

create table audit_waarden (
  regio_id uuid not null,
  volgnr bigint not null,
  zout bytea not null,
  waarden text not null,
  constraint audit_waarden_pkey PRIMARY KEY (regio_id, volgnr),
  constraint audit_waarden_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint audit_waarden_regio_id_volgnr_fkey FOREIGN KEY (regio_id, volgnr) REFERENCES audit_regel(regio_id, volgnr)
);
alter table audit_waarden enable row level security;
alter table audit_waarden force row level security;
create policy aanbieder on audit_waarden as restrictive for all to overlap_app using (( SELECT (huidige_agb() IS NULL)));
create policy eigenaar on audit_waarden for all to overlap_eigenaar using (true) with check (true);
create policy lezer on audit_waarden for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on audit_waarden for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant select on audit_waarden to overlap_app;
grant select on audit_waarden to overlap_lezer;

create table bekend_toestel (
  regio_id uuid not null,
  gebruiker_id uuid not null,
  token_hash bytea not null,
  laatst_op timestamp with time zone not null,
  constraint bekend_toestel_pkey PRIMARY KEY (regio_id, gebruiker_id, token_hash),
  constraint bekend_toestel_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint bekend_toestel_regio_id_gebruiker_id_fkey FOREIGN KEY (regio_id, gebruiker_id) REFERENCES gebruiker(regio_id, id)
);
CREATE INDEX bekend_toestel_oud ON public.bekend_toestel USING btree (regio_id, laatst_op);
alter table bekend_toestel enable row level security;
alter table bekend_toestel force row level security;
create policy lezer on bekend_toestel for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on bekend_toestel for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on bekend_toestel to overlap_app;
grant select on bekend_toestel to overlap_lezer;

create table bericht (
  regio_id uuid not null,
  id bigint not null generated always as identity,
  wet text not null,
  soort text not null,
  afzender text not null,
  ontvanger text not null,
  identificatie text not null,
  dagtekening date not null,
  gemeente text not null,
  agb text not null,
  inhoud_hmac bytea not null,
  ronde_id uuid,
  ingelezen_op timestamp with time zone not null,
  beoordeeld_op timestamp with time zone,
  oordeel text,
  code text,
  plaats text,
  signaal text,
  regelfouten integer not null default 0,
  sleutelversie integer not null default 1,
  constraint bericht_pkey PRIMARY KEY (regio_id, id),
  constraint bericht_regio_id_wet_soort_afzender_identificatie_inhoud_hm_key UNIQUE (regio_id, wet, soort, afzender, identificatie, inhoud_hmac),
  constraint bericht_regio_id_ronde_id_fkey FOREIGN KEY (regio_id, ronde_id) REFERENCES inleesronde(regio_id, id) NOT ENFORCED,
  constraint bericht_oordeel_check CHECK ((oordeel = ANY (ARRAY['geldig'::text, 'wachtend'::text, 'aangehouden'::text, 'afgekeurd'::text]))),
  constraint bericht_soort_check CHECK ((soort = ANY (ARRAY['301'::text, '302'::text, '305'::text, '306'::text, '307'::text, '308'::text, '323'::text, '325'::text]))),
  constraint bericht_wet_check CHECK ((wet = ANY (ARRAY['wmo'::text, 'jw'::text])))
);
CREATE INDEX bericht_agb ON public.bericht USING btree (regio_id, agb, dagtekening DESC);
CREATE INDEX bericht_dagtekening ON public.bericht USING btree (regio_id, dagtekening, id);
CREATE INDEX bericht_identificatie ON public.bericht USING btree (regio_id, identificatie, id);
CREATE INDEX bericht_soort ON public.bericht USING btree (regio_id, soort, id);
alter table bericht enable row level security;
alter table bericht force row level security;
create policy aanbieder on bericht as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on bericht as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM unnest(( SELECT bereik() AS bereik)) b(gemeenten, wet, categorieen)
  WHERE (((b.gemeenten IS NULL) OR (bericht.gemeente = ANY (b.gemeenten))) AND ((b.wet IS NULL) OR (b.wet = bericht.wet)))))));
create policy lezer on bericht for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on bericht for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on bericht as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, maintain, select, update on bericht to overlap_app;
grant select on bericht to overlap_lezer;

create table bericht_aandacht (
  regio_id uuid not null,
  bericht_id bigint not null,
  agb text not null,
  oordeel text not null,
  code text,
  signaal text,
  regelfouten integer not null,
  constraint bericht_aandacht_pkey PRIMARY KEY (regio_id, bericht_id),
  constraint bericht_aandacht_regio_id_bericht_id_fkey FOREIGN KEY (regio_id, bericht_id) REFERENCES bericht(regio_id, id)
);
CREATE INDEX bericht_aandacht_agb ON public.bericht_aandacht USING btree (regio_id, agb, bericht_id DESC);
CREATE INDEX bericht_aandacht_oordeel ON public.bericht_aandacht USING btree (regio_id, oordeel, bericht_id DESC);
alter table bericht_aandacht enable row level security;
alter table bericht_aandacht force row level security;
create policy aanbieder on bericht_aandacht as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on bericht_aandacht as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM bericht b
  WHERE ((b.regio_id = bericht_aandacht.regio_id) AND (b.id = bericht_aandacht.bericht_id))))));
create policy lezer on bericht_aandacht for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on bericht_aandacht for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, maintain, select, update on bericht_aandacht to overlap_app;
grant select on bericht_aandacht to overlap_lezer;

create table beurt (
  sleutel bytea not null,
  vol_tot timestamp with time zone not null,
  constraint beurt_pkey PRIMARY KEY (sleutel)
);
CREATE INDEX beurt_oud ON public.beurt USING btree (vol_tot);
alter table beurt enable row level security;
alter table beurt force row level security;
create policy tellen on beurt for all to overlap_app using (true) with check (true);
grant delete, insert, select, update on beurt to overlap_app;

create table bevinding (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  bron text not null,
  sleutel text not null,
  titel text not null,
  toelichting text not null default ''::text,
  aanbieder_id uuid not null,
  agb text not null,
  overeenkomst_id uuid,
  subregio_id uuid,
  kpi_uitkomst_id uuid,
  jaar integer,
  indicatief boolean not null default false,
  ontstaan_op timestamp with time zone not null,
  ontstaan_door text not null,
  gesloten_op timestamp with time zone,
  clienten integer,
  termijn_id uuid,
  gesprek_id uuid,
  constraint bevinding_pkey PRIMARY KEY (regio_id, id),
  constraint bevinding_regio_id_sleutel_key UNIQUE (regio_id, sleutel),
  constraint bevinding_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint bevinding_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint bevinding_regio_id_gesprek_id_fkey FOREIGN KEY (regio_id, gesprek_id) REFERENCES gesprek(regio_id, id) ON DELETE SET NULL (gesprek_id),
  constraint bevinding_regio_id_kpi_uitkomst_id_fkey FOREIGN KEY (regio_id, kpi_uitkomst_id) REFERENCES kpi_uitkomst(regio_id, id),
  constraint bevinding_regio_id_overeenkomst_id_fkey FOREIGN KEY (regio_id, overeenkomst_id) REFERENCES overeenkomst(regio_id, id),
  constraint bevinding_regio_id_subregio_id_fkey FOREIGN KEY (regio_id, subregio_id) REFERENCES subregio(regio_id, id),
  constraint bevinding_regio_id_termijn_id_fkey FOREIGN KEY (regio_id, termijn_id) REFERENCES termijn(regio_id, id) ON DELETE SET NULL (termijn_id),
  constraint bevinding_bron_check CHECK ((bron ~ '^[a-z][a-z-]{0,39}$'::text))
);
CREATE INDEX bevinding_aanbieder ON public.bevinding USING btree (regio_id, aanbieder_id, ontstaan_op DESC);
CREATE INDEX bevinding_bron ON public.bevinding USING btree (regio_id, bron, ontstaan_op, id);
CREATE INDEX bevinding_gesprek ON public.bevinding USING btree (regio_id, gesprek_id) WHERE (gesprek_id IS NOT NULL);
CREATE INDEX bevinding_jaar ON public.bevinding USING btree (regio_id, jaar, ontstaan_op, id);
CREATE INDEX bevinding_kpi_uitkomst ON public.bevinding USING btree (regio_id, kpi_uitkomst_id) WHERE (kpi_uitkomst_id IS NOT NULL);
CREATE INDEX bevinding_ontstaan ON public.bevinding USING btree (regio_id, ontstaan_op, id);
CREATE INDEX bevinding_open ON public.bevinding USING btree (regio_id, ontstaan_op, id) WHERE (gesloten_op IS NULL);
CREATE INDEX bevinding_overeenkomst ON public.bevinding USING btree (regio_id, overeenkomst_id);
CREATE INDEX bevinding_termijn ON public.bevinding USING btree (regio_id, termijn_id) WHERE (termijn_id IS NOT NULL);
CREATE INDEX bevinding_titel ON public.bevinding USING btree (regio_id, titel COLLATE "nl-x-icu", id);
alter table bevinding enable row level security;
alter table bevinding force row level security;
create policy aanbieder on bevinding as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on bevinding as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR ((EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = bevinding.aanbieder_id))
 OFFSET 0)) AND ((overeenkomst_id IS NULL) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.overeenkomst_id = bevinding.overeenkomst_id))
 OFFSET 0))) AND ((subregio_id IS NULL) OR (subregio_id IN ( SELECT subregios_in_bereik() AS subregios_in_bereik))))));
create policy lezer on bevinding for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on bevinding for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on bevinding as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on bevinding to overlap_app;
grant select on bevinding to overlap_lezer;

create table bevinding_besluit (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  bevinding_id uuid not null,
  besluit text not null,
  reden text not null,
  besloten_op timestamp with time zone not null,
  besloten_door uuid not null,
  constraint bevinding_besluit_pkey PRIMARY KEY (regio_id, id),
  constraint bevinding_besluit_regio_id_besloten_door_fkey FOREIGN KEY (regio_id, besloten_door) REFERENCES gebruiker(regio_id, id),
  constraint bevinding_besluit_regio_id_bevinding_id_fkey FOREIGN KEY (regio_id, bevinding_id) REFERENCES bevinding(regio_id, id),
  constraint bevinding_besluit_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint bevinding_besluit_besluit_check CHECK ((besluit = ANY (ARRAY['bespreken'::text, 'plan vragen'::text, 'escaleren'::text, 'sluiten'::text, 'heropenen'::text]))),
  constraint bevinding_besluit_reden_check CHECK ((length(TRIM(BOTH FROM reden)) > 0))
);
CREATE INDEX bevinding_besluit_bevinding ON public.bevinding_besluit USING btree (regio_id, bevinding_id, besloten_op DESC);
alter table bevinding_besluit enable row level security;
alter table bevinding_besluit force row level security;
create policy aanbieder on bevinding_besluit as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM bevinding b
  WHERE ((b.regio_id = bevinding_besluit.regio_id) AND (b.id = bevinding_besluit.bevinding_id))))));
create policy bereik on bevinding_besluit as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM bevinding b
  WHERE ((b.regio_id = bevinding_besluit.regio_id) AND (b.id = bevinding_besluit.bevinding_id))))));
create policy lezer on bevinding_besluit for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on bevinding_besluit for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on bevinding_besluit as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on bevinding_besluit to overlap_app;
grant select on bevinding_besluit to overlap_lezer;

create table brief (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  sjabloon text not null,
  regelsetdeel_id uuid not null,
  soort text not null,
  naam text not null,
  onderwerp text not null,
  gemeente_code text,
  velden jsonb not null,
  alineas jsonb not null,
  selectie text not null,
  wijze text not null,
  aangetekend boolean not null,
  taak text,
  stand text not null default 'concept'::text,
  versie integer not null default 1,
  opgesteld_op timestamp with time zone not null,
  opgesteld_door uuid not null,
  voorgelegd_op timestamp with time zone,
  besloten_op timestamp with time zone,
  besloten_door uuid,
  besloten_als text,
  mandaat_id uuid,
  mandaat_grond text,
  reden text not null default ''::text,
  verzonden_op timestamp with time zone,
  constraint brief_pkey PRIMARY KEY (regio_id, id),
  constraint brief_regio_id_besloten_door_fkey FOREIGN KEY (regio_id, besloten_door) REFERENCES gebruiker(regio_id, id),
  constraint brief_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint brief_regio_id_gemeente_code_fkey FOREIGN KEY (regio_id, gemeente_code) REFERENCES gemeente(regio_id, code),
  constraint brief_regio_id_mandaat_id_fkey FOREIGN KEY (regio_id, mandaat_id) REFERENCES mandaat(regio_id, id),
  constraint brief_regio_id_opgesteld_door_fkey FOREIGN KEY (regio_id, opgesteld_door) REFERENCES gebruiker(regio_id, id),
  constraint brief_regio_id_regelsetdeel_id_fkey FOREIGN KEY (regio_id, regelsetdeel_id) REFERENCES regelsetdeel(regio_id, id),
  constraint brief_check CHECK (((stand = 'verzonden'::text) = (verzonden_op IS NOT NULL))),
  constraint brief_check1 CHECK (((NOT aangetekend) OR (wijze = 'post'::text))),
  constraint brief_onderwerp_check CHECK (((length(TRIM(BOTH FROM onderwerp)) >= 1) AND (length(TRIM(BOTH FROM onderwerp)) <= 200))),
  constraint brief_reden_check CHECK ((length(reden) <= 1000)),
  constraint brief_selectie_check CHECK ((length(selectie) <= 300)),
  constraint brief_soort_check CHECK ((soort ~ '^[A-Z][0-9]{2}$'::text)),
  constraint brief_stand_check CHECK ((stand = ANY (ARRAY['concept'::text, 'voorgelegd'::text, 'goedgekeurd'::text, 'verzonden'::text, 'vervallen'::text]))),
  constraint brief_wijze_check CHECK ((wijze = ANY (ARRAY['mail'::text, 'post'::text])))
);
CREATE INDEX brief_besloten ON public.brief USING btree (regio_id, besloten_door);
CREATE INDEX brief_door ON public.brief USING btree (regio_id, opgesteld_door);
CREATE INDEX brief_gemeente ON public.brief USING btree (regio_id, gemeente_code);
CREATE INDEX brief_mandaat ON public.brief USING btree (regio_id, mandaat_id);
CREATE INDEX brief_opgesteld ON public.brief USING btree (regio_id, opgesteld_op DESC, id DESC);
CREATE INDEX brief_regelsetdeel ON public.brief USING btree (regio_id, regelsetdeel_id);
CREATE INDEX brief_stand ON public.brief USING btree (regio_id, stand, opgesteld_op DESC, id DESC);
alter table brief enable row level security;
alter table brief force row level security;
create policy aanbieder on brief as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on brief for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on brief for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on brief as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on brief to overlap_app;
grant select on brief to overlap_lezer;

create table brief_norm (
  regio_id uuid not null,
  brief_id uuid not null,
  regelsetdeel_id uuid not null,
  constraint brief_norm_pkey PRIMARY KEY (regio_id, brief_id, regelsetdeel_id),
  constraint brief_norm_regio_id_brief_id_fkey FOREIGN KEY (regio_id, brief_id) REFERENCES brief(regio_id, id),
  constraint brief_norm_regio_id_regelsetdeel_id_fkey FOREIGN KEY (regio_id, regelsetdeel_id) REFERENCES regelsetdeel(regio_id, id)
);
CREATE INDEX brief_norm_regelsetdeel ON public.brief_norm USING btree (regio_id, regelsetdeel_id);
alter table brief_norm enable row level security;
alter table brief_norm force row level security;
create policy aanbieder on brief_norm as restrictive for all to public using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on brief_norm for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on brief_norm for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on brief_norm as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on brief_norm to overlap_app;
grant select on brief_norm to overlap_lezer;

create table brief_ontvanger (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  brief_id uuid not null,
  aanbieder_id uuid not null,
  agb text not null,
  tav text not null default ''::text,
  email text not null default ''::text,
  eigen jsonb not null default '{}'::jsonb,
  nummer text,
  document_id uuid,
  bezig_tot timestamp with time zone,
  pogingen integer not null default 0,
  laatste_fout text,
  verzonden_op timestamp with time zone,
  mislukt_op timestamp with time zone,
  verzonden_datum date,
  aangetekend_nummer text not null default ''::text,
  ontvangen_datum date,
  vastgelegd_door text,
  constraint brief_ontvanger_pkey PRIMARY KEY (regio_id, id),
  constraint brief_ontvanger_regio_id_brief_id_aanbieder_id_key UNIQUE (regio_id, brief_id, aanbieder_id),
  constraint brief_ontvanger_regio_id_nummer_key UNIQUE (regio_id, nummer),
  constraint brief_ontvanger_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint brief_ontvanger_regio_id_brief_id_fkey FOREIGN KEY (regio_id, brief_id) REFERENCES brief(regio_id, id),
  constraint brief_ontvanger_regio_id_document_id_fkey FOREIGN KEY (regio_id, document_id) REFERENCES document(regio_id, id),
  constraint brief_ontvanger_aangetekend_nummer_check CHECK ((length(aangetekend_nummer) <= 60)),
  constraint brief_ontvanger_check CHECK (((verzonden_op IS NULL) OR (mislukt_op IS NULL))),
  constraint brief_ontvanger_check1 CHECK (((verzonden_op IS NULL) = (verzonden_datum IS NULL))),
  constraint brief_ontvanger_check2 CHECK (((ontvangen_datum IS NULL) OR (ontvangen_datum >= verzonden_datum))),
  constraint brief_ontvanger_email_check CHECK ((length(email) <= 254)),
  constraint brief_ontvanger_laatste_fout_check CHECK ((length(laatste_fout) <= 200)),
  constraint brief_ontvanger_tav_check CHECK ((length(tav) <= 200))
);
CREATE INDEX brief_ontvanger_aanbieder ON public.brief_ontvanger USING btree (regio_id, aanbieder_id);
CREATE INDEX brief_ontvanger_document ON public.brief_ontvanger USING btree (regio_id, document_id);
CREATE INDEX brief_ontvanger_open ON public.brief_ontvanger USING btree (regio_id, brief_id) WHERE (verzonden_op IS NULL);
alter table brief_ontvanger enable row level security;
alter table brief_ontvanger force row level security;
create policy aanbieder on brief_ontvanger as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on brief_ontvanger as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = brief_ontvanger.aanbieder_id))
 OFFSET 0))));
create policy lezer on brief_ontvanger for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on brief_ontvanger for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on brief_ontvanger to overlap_app;
grant select on brief_ontvanger to overlap_lezer;

create table certificaat (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  aanbieder_id uuid not null,
  naam text not null,
  instelling text not null default ''::text,
  nummer text not null default ''::text,
  geldig_van date not null,
  geldig_tot date not null,
  constraint certificaat_pkey PRIMARY KEY (regio_id, id),
  constraint certificaat_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint certificaat_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint certificaat_check CHECK ((geldig_tot >= geldig_van)),
  constraint certificaat_naam_check CHECK (((length(TRIM(BOTH FROM naam)) >= 1) AND (length(TRIM(BOTH FROM naam)) <= 120)))
);
CREATE INDEX certificaat_aanbieder ON public.certificaat USING btree (regio_id, aanbieder_id, geldig_tot DESC);
CREATE INDEX certificaat_geldig_tot ON public.certificaat USING btree (regio_id, geldig_tot, aanbieder_id);
alter table certificaat enable row level security;
alter table certificaat force row level security;
create policy aanbieder on certificaat as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM aanbieder a
  WHERE ((a.regio_id = certificaat.regio_id) AND (a.id = certificaat.aanbieder_id))))));
create policy bereik on certificaat as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = certificaat.aanbieder_id))
 OFFSET 0))));
create policy lezer on certificaat for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on certificaat for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on certificaat to overlap_app;
grant select on certificaat to overlap_lezer;

create table client (
  regio_id uuid not null,
  id uuid not null default gen_random_uuid(),
  wet text not null,
  pseudoniem bytea not null,
  sleutelversie integer not null,
  label text not null,
  constraint client_pkey PRIMARY KEY (regio_id, id),
  constraint client_regio_id_label_key UNIQUE (regio_id, label),
  constraint client_regio_id_wet_sleutelversie_pseudoniem_key UNIQUE (regio_id, wet, sleutelversie, pseudoniem),
  constraint client_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id) NOT ENFORCED,
  constraint client_label_check CHECK ((length(label) >= 8)),
  constraint client_wet_check CHECK ((wet = ANY (ARRAY['wmo'::text, 'jw'::text])))
);
alter table client enable row level security;
alter table client force row level security;
create policy aanbieder on client as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM toewijzing t
  WHERE ((t.regio_id = client.regio_id) AND (t.client_id = client.id))))));
create policy bereik on client as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM toewijzing t
  WHERE ((t.regio_id = client.regio_id) AND (t.client_id = client.id))))));
create policy lezer on client for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on client for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, maintain, select, update on client to overlap_app;
grant select on client to overlap_lezer;

create table clientenstand (
  regio_id uuid not null,
  gewist bigint not null default 0,
  constraint clientenstand_pkey PRIMARY KEY (regio_id),
  constraint clientenstand_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id)
);
alter table clientenstand enable row level security;
alter table clientenstand force row level security;
create policy aanbieder on clientenstand as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on clientenstand for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on clientenstand for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select, update on clientenstand to overlap_app;
grant select on clientenstand to overlap_lezer;

create table clientverwijdering (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  label text not null,
  wet text not null,
  reden text not null,
  begonnen_op timestamp with time zone not null,
  begonnen_door text not null,
  klaar_op timestamp with time zone,
  verwijderd jsonb not null default '{}'::jsonb,
  constraint clientverwijdering_pkey PRIMARY KEY (regio_id, id),
  constraint clientverwijdering_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint clientverwijdering_reden_check CHECK (((length(TRIM(BOTH FROM reden)) >= 1) AND (length(TRIM(BOTH FROM reden)) <= 2000))),
  constraint clientverwijdering_wet_check CHECK ((wet = ANY (ARRAY['wmo'::text, 'jw'::text])))
);
CREATE INDEX clientverwijdering_begonnen ON public.clientverwijdering USING btree (regio_id, begonnen_op DESC);
CREATE INDEX clientverwijdering_label ON public.clientverwijdering USING btree (regio_id, label);
alter table clientverwijdering enable row level security;
alter table clientverwijdering force row level security;
create policy aanbieder on clientverwijdering as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on clientverwijdering for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on clientverwijdering for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select, update on clientverwijdering to overlap_app;
grant select on clientverwijdering to overlap_lezer;

create table contactpersoon (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  aanbieder_id uuid not null,
  naam text not null,
  functie text not null default ''::text,
  email text not null default ''::text,
  telefoon text not null default ''::text,
  zoektekst text not null generated always as (zoekvorm(((((naam || ' '::text) || functie) || ' '::text) || email))) stored,
  constraint contactpersoon_pkey PRIMARY KEY (regio_id, id),
  constraint contactpersoon_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint contactpersoon_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id)
);
CREATE INDEX contactpersoon_aanbieder ON public.contactpersoon USING btree (regio_id, aanbieder_id);
CREATE INDEX contactpersoon_naam ON public.contactpersoon USING btree (regio_id, naam COLLATE "nl-x-icu", id);
CREATE INDEX contactpersoon_zoek ON public.contactpersoon USING gin (zoektekst gin_trgm_ops);
alter table contactpersoon enable row level security;
alter table contactpersoon force row level security;
create policy aanbieder on contactpersoon as restrictive for all to overlap_app using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM aanbieder a
  WHERE ((a.regio_id = contactpersoon.regio_id) AND (a.id = contactpersoon.aanbieder_id))))));
create policy bereik on contactpersoon as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = contactpersoon.aanbieder_id))
 OFFSET 0))));
create policy eigenaar on contactpersoon for all to overlap_eigenaar using (true);
create policy lezer on contactpersoon for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on contactpersoon for all to overlap_app using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on contactpersoon to overlap_app;
grant select on contactpersoon to overlap_lezer;

create table contactpersoon_gemeente (
  regio_id uuid not null,
  contactpersoon_id uuid not null,
  gemeente_code text not null,
  constraint contactpersoon_gemeente_pkey PRIMARY KEY (regio_id, contactpersoon_id, gemeente_code),
  constraint contactpersoon_gemeente_regio_id_contactpersoon_id_fkey FOREIGN KEY (regio_id, contactpersoon_id) REFERENCES contactpersoon(regio_id, id) ON DELETE CASCADE,
  constraint contactpersoon_gemeente_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint contactpersoon_gemeente_regio_id_gemeente_code_fkey FOREIGN KEY (regio_id, gemeente_code) REFERENCES gemeente(regio_id, code)
);
CREATE INDEX contactpersoon_gemeente_andersom ON public.contactpersoon_gemeente USING btree (regio_id, gemeente_code, contactpersoon_id);
alter table contactpersoon_gemeente enable row level security;
alter table contactpersoon_gemeente force row level security;
create policy aanbieder on contactpersoon_gemeente as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM contactpersoon c
  WHERE ((c.regio_id = contactpersoon_gemeente.regio_id) AND (c.id = contactpersoon_gemeente.contactpersoon_id))))));
create policy bereik on contactpersoon_gemeente as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM contactpersoon c
  WHERE ((c.regio_id = contactpersoon_gemeente.regio_id) AND (c.id = contactpersoon_gemeente.contactpersoon_id))))));
create policy lezer on contactpersoon_gemeente for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on contactpersoon_gemeente for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on contactpersoon_gemeente to overlap_app;
grant select on contactpersoon_gemeente to overlap_lezer;

create table contactpersoon_overeenkomst (
  regio_id uuid not null,
  contactpersoon_id uuid not null,
  overeenkomst_id uuid not null,
  constraint contactpersoon_overeenkomst_pkey PRIMARY KEY (regio_id, contactpersoon_id, overeenkomst_id),
  constraint contactpersoon_overeenkomst_regio_id_contactpersoon_id_fkey FOREIGN KEY (regio_id, contactpersoon_id) REFERENCES contactpersoon(regio_id, id) ON DELETE CASCADE,
  constraint contactpersoon_overeenkomst_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint contactpersoon_overeenkomst_regio_id_overeenkomst_id_fkey FOREIGN KEY (regio_id, overeenkomst_id) REFERENCES overeenkomst(regio_id, id)
);
CREATE INDEX contactpersoon_overeenkomst_andersom ON public.contactpersoon_overeenkomst USING btree (regio_id, overeenkomst_id, contactpersoon_id);
alter table contactpersoon_overeenkomst enable row level security;
alter table contactpersoon_overeenkomst force row level security;
create policy aanbieder on contactpersoon_overeenkomst as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM contactpersoon c
  WHERE ((c.regio_id = contactpersoon_overeenkomst.regio_id) AND (c.id = contactpersoon_overeenkomst.contactpersoon_id))))));
create policy bereik on contactpersoon_overeenkomst as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM contactpersoon c
  WHERE ((c.regio_id = contactpersoon_overeenkomst.regio_id) AND (c.id = contactpersoon_overeenkomst.contactpersoon_id))))));
create policy lezer on contactpersoon_overeenkomst for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on contactpersoon_overeenkomst for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on contactpersoon_overeenkomst to overlap_app;
grant select on contactpersoon_overeenkomst to overlap_lezer;

create table cto_respons (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gemeente text not null,
  nummer integer not null,
  veldwerk_einde date not null,
  datum_respons date not null,
  cijfer text not null,
  volgnr integer not null,
  ingelezen_op timestamp with time zone not null,
  ingelezen_door text not null,
  constraint cto_respons_pkey PRIMARY KEY (regio_id, id),
  constraint cto_respons_regio_id_gemeente_nummer_veldwerk_einde_datum_r_key UNIQUE (regio_id, gemeente, nummer, veldwerk_einde, datum_respons, cijfer, volgnr),
  constraint cto_respons_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id)
);
CREATE INDEX cto_respons_ingelezen ON public.cto_respons USING btree (regio_id, ingelezen_op, gemeente);
CREATE INDEX cto_respons_veldwerk ON public.cto_respons USING btree (regio_id, veldwerk_einde);
alter table cto_respons enable row level security;
alter table cto_respons force row level security;
create policy aanbieder on cto_respons as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on cto_respons as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM unnest(( SELECT bereik() AS bereik)) b(gemeenten, wet, categorieen)
  WHERE ((b.gemeenten IS NULL) OR (cto_respons.gemeente = ANY (b.gemeenten)))))));
create policy lezer on cto_respons for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on cto_respons for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on cto_respons as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on cto_respons to overlap_app;
grant select on cto_respons to overlap_lezer;

create table declaratie (
  regio_id uuid not null,
  bericht_id bigint not null,
  declaratienummer text not null,
  periode_van date not null,
  periode_tot date not null,
  totaal_cent bigint not null,
  constraint declaratie_pkey PRIMARY KEY (regio_id, bericht_id),
  constraint declaratie_regio_id_bericht_id_fkey FOREIGN KEY (regio_id, bericht_id) REFERENCES bericht(regio_id, id) NOT ENFORCED
);
alter table declaratie enable row level security;
alter table declaratie force row level security;
create policy aanbieder on declaratie as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on declaratie as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM bericht b
  WHERE ((b.regio_id = declaratie.regio_id) AND (b.id = declaratie.bericht_id))))));
create policy lezer on declaratie for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on declaratie for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on declaratie as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on declaratie to overlap_app;
grant select on declaratie to overlap_lezer;

create table declaratie_antwoord (
  regio_id uuid not null,
  bericht_id bigint not null,
  declaratie_identificatie text not null,
  geheel_afgekeurd boolean not null,
  totaal_ingediend_cent bigint,
  totaal_toegekend_cent bigint,
  constraint declaratie_antwoord_pkey PRIMARY KEY (regio_id, bericht_id),
  constraint declaratie_antwoord_regio_id_bericht_id_fkey FOREIGN KEY (regio_id, bericht_id) REFERENCES bericht(regio_id, id)
);
CREATE INDEX declaratie_antwoord_declaratie ON public.declaratie_antwoord USING btree (regio_id, declaratie_identificatie);
alter table declaratie_antwoord enable row level security;
alter table declaratie_antwoord force row level security;
create policy aanbieder on declaratie_antwoord as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on declaratie_antwoord as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM bericht b
  WHERE ((b.regio_id = declaratie_antwoord.regio_id) AND (b.id = declaratie_antwoord.bericht_id))))));
create policy lezer on declaratie_antwoord for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on declaratie_antwoord for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on declaratie_antwoord as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on declaratie_antwoord to overlap_app;
grant select on declaratie_antwoord to overlap_lezer;

create table declaratie_antwoord_regel (
  regio_id uuid not null,
  bericht_id bigint not null,
  regel integer not null,
  referentie text not null,
  bedrag_cent bigint not null,
  codes text[] not null,
  constraint declaratie_antwoord_regel_pkey PRIMARY KEY (regio_id, bericht_id, regel),
  constraint declaratie_antwoord_regel_regio_id_bericht_id_fkey FOREIGN KEY (regio_id, bericht_id) REFERENCES bericht(regio_id, id)
);
alter table declaratie_antwoord_regel enable row level security;
alter table declaratie_antwoord_regel force row level security;
create policy aanbieder on declaratie_antwoord_regel as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on declaratie_antwoord_regel as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM bericht b
  WHERE ((b.regio_id = declaratie_antwoord_regel.regio_id) AND (b.id = declaratie_antwoord_regel.bericht_id))))));
create policy lezer on declaratie_antwoord_regel for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on declaratie_antwoord_regel for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on declaratie_antwoord_regel as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on declaratie_antwoord_regel to overlap_app;
grant select on declaratie_antwoord_regel to overlap_lezer;

create table declaratie_jaar (
  regio_id uuid not null,
  agb text not null,
  jaar integer not null,
  maand_cent bigint[] not null,
  constraint declaratie_jaar_pkey PRIMARY KEY (regio_id, agb, jaar),
  constraint declaratie_jaar_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint declaratie_jaar_maand_cent_check CHECK ((cardinality(maand_cent) = 12))
);
alter table declaratie_jaar enable row level security;
alter table declaratie_jaar force row level security;
create policy aanbieder on declaratie_jaar as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on declaratie_jaar as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR false));
create policy lezer on declaratie_jaar for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on declaratie_jaar for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on declaratie_jaar to overlap_app;
grant select on declaratie_jaar to overlap_lezer;

create table declaratie_maand (
  regio_id uuid not null,
  agb text not null,
  maand date not null,
  overeenkomst_id uuid not null,
  regels integer not null,
  bedrag_cent bigint not null,
  constraint declaratie_maand_pkey PRIMARY KEY (regio_id, agb, maand, overeenkomst_id) INCLUDE (bedrag_cent),
  constraint declaratie_maand_regio_id_overeenkomst_id_fkey FOREIGN KEY (regio_id, overeenkomst_id) REFERENCES overeenkomst(regio_id, id)
);
CREATE INDEX declaratie_maand_overeenkomst ON public.declaratie_maand USING btree (regio_id, overeenkomst_id, maand) INCLUDE (bedrag_cent);
alter table declaratie_maand enable row level security;
alter table declaratie_maand force row level security;
create policy aanbieder on declaratie_maand as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on declaratie_maand as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.overeenkomst_id = declaratie_maand.overeenkomst_id))
 OFFSET 0))));
create policy lezer on declaratie_maand for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on declaratie_maand for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
CREATE TRIGGER jaar_eraf AFTER DELETE ON public.declaratie_maand REFERENCING OLD TABLE AS regels FOR EACH STATEMENT EXECUTE FUNCTION declaratie_jaar_bijwerken();
CREATE TRIGGER jaar_erbij AFTER INSERT ON public.declaratie_maand REFERENCING NEW TABLE AS regels FOR EACH STATEMENT EXECUTE FUNCTION declaratie_jaar_bijwerken();
grant delete, insert, select on declaratie_maand to overlap_app;
grant select on declaratie_maand to overlap_lezer;

create table declaratie_maand_gewist (
  regio_id uuid not null,
  agb text not null,
  maand date not null,
  overeenkomst_id uuid not null,
  regels integer not null,
  bedrag_cent bigint not null,
  constraint declaratie_maand_gewist_pkey PRIMARY KEY (regio_id, agb, maand, overeenkomst_id),
  constraint declaratie_maand_gewist_regio_id_overeenkomst_id_fkey FOREIGN KEY (regio_id, overeenkomst_id) REFERENCES overeenkomst(regio_id, id)
);
CREATE INDEX declaratie_maand_gewist_overeenkomst ON public.declaratie_maand_gewist USING btree (regio_id, overeenkomst_id);
alter table declaratie_maand_gewist enable row level security;
alter table declaratie_maand_gewist force row level security;
create policy aanbieder on declaratie_maand_gewist as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on declaratie_maand_gewist as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.overeenkomst_id = declaratie_maand_gewist.overeenkomst_id))
 OFFSET 0))));
create policy lezer on declaratie_maand_gewist for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on declaratie_maand_gewist for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on declaratie_maand_gewist to overlap_app;
grant select on declaratie_maand_gewist to overlap_lezer;

create table declaratie_regel (
  regio_id uuid not null,
  bericht_id bigint not null,
  regel integer not null,
  wet text not null,
  gemeente text not null,
  nummer integer not null,
  client_id uuid not null,
  agb text not null,
  categorie text not null,
  code text not null,
  van date not null,
  tot date not null,
  volume integer not null,
  eenheid text not null,
  tarief_cent integer,
  bedrag_cent bigint not null,
  credit boolean not null,
  referentie text not null,
  vorige_referentie text,
  dagtekening date not null,
  oordeel text,
  fout text,
  overeenkomst_id uuid,
  toegekend boolean,
  constraint declaratie_regel_pkey PRIMARY KEY (regio_id, bericht_id, regel),
  constraint declaratie_regel_regio_id_bericht_id_fkey FOREIGN KEY (regio_id, bericht_id) REFERENCES bericht(regio_id, id) NOT ENFORCED,
  constraint declaratie_regel_regio_id_client_id_fkey FOREIGN KEY (regio_id, client_id) REFERENCES client(regio_id, id) NOT ENFORCED
);
CREATE INDEX declaratie_regel_agb ON public.declaratie_regel USING btree (regio_id, agb, van);
CREATE INDEX declaratie_regel_referentie ON public.declaratie_regel USING btree (regio_id, agb, referentie, wet);
CREATE INDEX declaratie_regel_sleutel ON public.declaratie_regel USING btree (regio_id, gemeente, nummer, wet);
CREATE INDEX declaratie_regel_vorige ON public.declaratie_regel USING btree (regio_id, agb, vorige_referentie, wet) WHERE (vorige_referentie IS NOT NULL);
alter table declaratie_regel enable row level security;
alter table declaratie_regel force row level security;
create policy aanbieder on declaratie_regel as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on declaratie_regel as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM unnest(( SELECT bereik() AS bereik)) b(gemeenten, wet, categorieen)
  WHERE (((b.gemeenten IS NULL) OR (declaratie_regel.gemeente = ANY (b.gemeenten))) AND ((b.wet IS NULL) OR (b.wet = declaratie_regel.wet)) AND ((b.categorieen IS NULL) OR (declaratie_regel.categorie = ANY (b.categorieen))))))));
create policy lezer on declaratie_regel for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on declaratie_regel for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on declaratie_regel as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, maintain, select, update on declaratie_regel to overlap_app;
grant select on declaratie_regel to overlap_lezer;

create table declaratie_regel_fout (
  regio_id uuid not null,
  bericht_id bigint not null,
  regel integer not null,
  code text not null,
  melding text not null,
  plaats text,
  constraint declaratie_regel_fout_pkey PRIMARY KEY (regio_id, bericht_id, regel),
  constraint declaratie_regel_fout_regio_id_bericht_id_fkey FOREIGN KEY (regio_id, bericht_id) REFERENCES bericht(regio_id, id)
);
alter table declaratie_regel_fout enable row level security;
alter table declaratie_regel_fout force row level security;
create policy aanbieder on declaratie_regel_fout as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on declaratie_regel_fout as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM bericht b
  WHERE ((b.regio_id = declaratie_regel_fout.regio_id) AND (b.id = declaratie_regel_fout.bericht_id))))));
create policy lezer on declaratie_regel_fout for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on declaratie_regel_fout for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on declaratie_regel_fout as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on declaratie_regel_fout to overlap_app;
grant select on declaratie_regel_fout to overlap_lezer;

create table deelnemer (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gesprek_id uuid not null,
  hoedanigheid text not null,
  gebruiker_id uuid,
  contactpersoon_id uuid,
  naam text not null,
  functie text not null default ''::text,
  email text not null default ''::text,
  antwoord text,
  antwoord_toelichting text not null default ''::text,
  antwoord_op timestamp with time zone,
  antwoord_door text,
  aanwezig boolean,
  constraint deelnemer_pkey PRIMARY KEY (regio_id, id),
  constraint deelnemer_regio_id_gesprek_id_contactpersoon_id_key UNIQUE (regio_id, gesprek_id, contactpersoon_id),
  constraint deelnemer_regio_id_gesprek_id_gebruiker_id_key UNIQUE (regio_id, gesprek_id, gebruiker_id),
  constraint deelnemer_regio_id_contactpersoon_id_fkey FOREIGN KEY (regio_id, contactpersoon_id) REFERENCES contactpersoon(regio_id, id) ON DELETE SET NULL (contactpersoon_id),
  constraint deelnemer_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint deelnemer_regio_id_gebruiker_id_fkey FOREIGN KEY (regio_id, gebruiker_id) REFERENCES gebruiker(regio_id, id),
  constraint deelnemer_regio_id_gesprek_id_fkey FOREIGN KEY (regio_id, gesprek_id) REFERENCES gesprek(regio_id, id),
  constraint deelnemer_antwoord_check CHECK ((antwoord = ANY (ARRAY['ja'::text, 'nee'::text, 'onder voorbehoud'::text]))),
  constraint deelnemer_check CHECK (((antwoord IS NULL) = (antwoord_op IS NULL))),
  constraint deelnemer_hoedanigheid_check CHECK ((hoedanigheid = ANY (ARRAY['voorzitter'::text, 'contractbeheer'::text, 'aanbieder'::text, 'gast'::text]))),
  constraint deelnemer_naam_check CHECK (((length(TRIM(BOTH FROM naam)) >= 1) AND (length(TRIM(BOTH FROM naam)) <= 120)))
);
CREATE INDEX deelnemer_contactpersoon ON public.deelnemer USING btree (regio_id, contactpersoon_id) WHERE (contactpersoon_id IS NOT NULL);
CREATE INDEX deelnemer_gebruiker ON public.deelnemer USING btree (regio_id, gebruiker_id, gesprek_id) WHERE (gebruiker_id IS NOT NULL);
CREATE UNIQUE INDEX deelnemer_voorzitter ON public.deelnemer USING btree (regio_id, gesprek_id) WHERE (hoedanigheid = 'voorzitter'::text);
alter table deelnemer enable row level security;
alter table deelnemer force row level security;
create policy aanbieder on deelnemer as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = deelnemer.regio_id) AND (g.id = deelnemer.gesprek_id))))));
create policy bereik on deelnemer as restrictive for all to overlap_app using ((( SELECT (volledig_bereik() AND (ongevraagd_alles() OR (huidige_agb() IS NOT NULL)))) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = deelnemer.regio_id) AND (g.id = deelnemer.gesprek_id))))));
create policy lezer on deelnemer for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on deelnemer for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy uitnodiging_lezer on deelnemer as restrictive for select to overlap_lezer using ((( SELECT ongevraagd_alles() AS ongevraagd_alles) OR (gesprek_id IN ( SELECT gesprekken_op_uitnodiging() AS gesprekken_op_uitnodiging))));
grant delete, insert, select, update on deelnemer to overlap_app;
grant select on deelnemer to overlap_lezer;

create table dienstverleningsovereenkomst (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  dienstverlener_code text not null,
  gemeente_code text not null,
  reikwijdte text not null,
  begindatum date not null,
  einddatum date,
  vindplaats text not null,
  versie integer not null default 1,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  beeindigd_op timestamp with time zone,
  beeindiging_reden text,
  constraint dienstverleningsovereenkomst_pkey PRIMARY KEY (regio_id, id),
  constraint dienstverleningsovereenkomst_regio_id_dienstverlener_code_fkey FOREIGN KEY (regio_id, dienstverlener_code) REFERENCES gemeente(regio_id, code),
  constraint dienstverleningsovereenkomst_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint dienstverleningsovereenkomst_regio_id_gemeente_code_fkey FOREIGN KEY (regio_id, gemeente_code) REFERENCES gemeente(regio_id, code),
  constraint dienstverleningsovereenkomst_beeindiging_reden_check CHECK (((length(TRIM(BOTH FROM beeindiging_reden)) >= 1) AND (length(TRIM(BOTH FROM beeindiging_reden)) <= 1000))),
  constraint dienstverleningsovereenkomst_check CHECK ((dienstverlener_code <> gemeente_code)),
  constraint dienstverleningsovereenkomst_check1 CHECK ((einddatum >= begindatum)),
  constraint dienstverleningsovereenkomst_check2 CHECK (((beeindigd_op IS NULL) = (beeindiging_reden IS NULL))),
  constraint dienstverleningsovereenkomst_check3 CHECK (((beeindigd_op IS NULL) OR (einddatum IS NOT NULL))),
  constraint dienstverleningsovereenkomst_reikwijdte_check CHECK (((length(TRIM(BOTH FROM reikwijdte)) >= 1) AND (length(TRIM(BOTH FROM reikwijdte)) <= 2000))),
  constraint dienstverleningsovereenkomst_vindplaats_check CHECK (((length(TRIM(BOTH FROM vindplaats)) >= 1) AND (length(TRIM(BOTH FROM vindplaats)) <= 300)))
);
CREATE INDEX dienstverleningsovereenkomst_dienstverlener ON public.dienstverleningsovereenkomst USING btree (regio_id, dienstverlener_code);
CREATE INDEX dienstverleningsovereenkomst_einde ON public.dienstverleningsovereenkomst USING btree (regio_id, einddatum) WHERE (einddatum IS NOT NULL);
CREATE INDEX dienstverleningsovereenkomst_gemeente ON public.dienstverleningsovereenkomst USING btree (regio_id, gemeente_code, begindatum DESC, id DESC);
alter table dienstverleningsovereenkomst enable row level security;
alter table dienstverleningsovereenkomst force row level security;
create policy aanbieder on dienstverleningsovereenkomst as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on dienstverleningsovereenkomst for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on dienstverleningsovereenkomst for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select, update on dienstverleningsovereenkomst to overlap_app;
grant select on dienstverleningsovereenkomst to overlap_lezer;

create table document (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  soort text not null,
  titel text not null,
  richting text not null,
  aanbieder_id uuid,
  agb text,
  overeenkomst_id uuid,
  onderwerp text,
  onderwerp_id text,
  sleutel text,
  voor_aanbieder boolean not null,
  versie integer not null,
  datum date not null,
  auteur text not null,
  toegevoegd_op timestamp with time zone not null,
  constraint document_pkey PRIMARY KEY (regio_id, id),
  constraint document_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint document_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint document_regio_id_overeenkomst_id_fkey FOREIGN KEY (regio_id, overeenkomst_id) REFERENCES overeenkomst(regio_id, id),
  constraint document_auteur_check CHECK ((length(auteur) <= 200)),
  constraint document_check CHECK (((aanbieder_id IS NULL) = (agb IS NULL))),
  constraint document_check1 CHECK (((onderwerp IS NULL) = (onderwerp_id IS NULL))),
  constraint document_check2 CHECK (((sleutel IS NULL) OR (onderwerp IS NOT NULL))),
  constraint document_check3 CHECK (((NOT voor_aanbieder) OR (aanbieder_id IS NOT NULL))),
  constraint document_onderwerp_check CHECK ((onderwerp ~ '^[a-z][a-z-]{0,39}$'::text)),
  constraint document_onderwerp_id_check CHECK (((length(onderwerp_id) >= 1) AND (length(onderwerp_id) <= 60))),
  constraint document_richting_check CHECK ((richting = ANY (ARRAY['in'::text, 'uit'::text, 'intern'::text]))),
  constraint document_sleutel_check CHECK (((length(sleutel) >= 1) AND (length(sleutel) <= 60))),
  constraint document_soort_check CHECK ((soort ~ '^[A-Z][0-9]{2}$'::text)),
  constraint document_titel_check CHECK (((length(TRIM(BOTH FROM titel)) >= 1) AND (length(TRIM(BOTH FROM titel)) <= 200))),
  constraint document_versie_check CHECK ((versie > 0))
);
CREATE INDEX document_aanbieder ON public.document USING btree (regio_id, aanbieder_id, datum DESC, id DESC);
CREATE INDEX document_datum ON public.document USING btree (regio_id, datum DESC, id DESC);
CREATE UNIQUE INDEX document_onderwerp ON public.document USING btree (regio_id, onderwerp, onderwerp_id, sleutel) WHERE (sleutel IS NOT NULL);
CREATE INDEX document_overeenkomst ON public.document USING btree (regio_id, overeenkomst_id, datum DESC, id DESC);
alter table document enable row level security;
alter table document force row level security;
create policy aanbieder on document as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on document as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (((aanbieder_id IS NULL) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = document.aanbieder_id))
 OFFSET 0))) AND ((overeenkomst_id IS NULL) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.overeenkomst_id = document.overeenkomst_id))
 OFFSET 0))))));
create policy lezer on document for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on document for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy voor_aanbieder on document as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR voor_aanbieder));
create policy wissen on document as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on document to overlap_app;
grant select on document to overlap_lezer;

create table documentbestand (
  regio_id uuid not null,
  document_id uuid not null,
  nr integer not null,
  vorm text not null,
  omvang integer not null,
  sha256 bytea not null,
  inhoud bytea not null,
  constraint documentbestand_pkey PRIMARY KEY (regio_id, document_id, nr, vorm),
  constraint documentbestand_regio_id_document_id_nr_fkey FOREIGN KEY (regio_id, document_id, nr) REFERENCES documentversie(regio_id, document_id, nr),
  constraint documentbestand_check CHECK ((length(inhoud) = omvang)),
  constraint documentbestand_omvang_check CHECK ((omvang > 0)),
  constraint documentbestand_sha256_check CHECK ((length(sha256) = 32)),
  constraint documentbestand_vorm_check CHECK ((vorm = ANY (ARRAY['pdf'::text, 'docx'::text, 'xlsx'::text, 'odt'::text, 'ods'::text, 'png'::text, 'jpg'::text])))
);
alter table documentbestand enable row level security;
alter table documentbestand force row level security;
create policy aanbieder on documentbestand as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM document d
  WHERE ((d.regio_id = documentbestand.regio_id) AND (d.id = documentbestand.document_id))))));
create policy bereik on documentbestand as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM document d
  WHERE ((d.regio_id = documentbestand.regio_id) AND (d.id = documentbestand.document_id))))));
create policy lezer on documentbestand for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on documentbestand for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on documentbestand as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on documentbestand to overlap_app;
grant select on documentbestand to overlap_lezer;

create table documentversie (
  regio_id uuid not null,
  document_id uuid not null,
  nr integer not null,
  datum date not null,
  auteur text not null,
  kenmerk text not null default ''::text,
  toelichting text not null default ''::text,
  toegevoegd_op timestamp with time zone not null,
  toegevoegd_door text not null,
  constraint documentversie_pkey PRIMARY KEY (regio_id, document_id, nr),
  constraint documentversie_regio_id_document_id_fkey FOREIGN KEY (regio_id, document_id) REFERENCES document(regio_id, id),
  constraint documentversie_auteur_check CHECK ((length(auteur) <= 200)),
  constraint documentversie_kenmerk_check CHECK ((length(kenmerk) <= 100)),
  constraint documentversie_nr_check CHECK ((nr > 0)),
  constraint documentversie_toelichting_check CHECK ((length(toelichting) <= 1000))
);
alter table documentversie enable row level security;
alter table documentversie force row level security;
create policy aanbieder on documentversie as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM document d
  WHERE ((d.regio_id = documentversie.regio_id) AND (d.id = documentversie.document_id))))));
create policy bereik on documentversie as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM document d
  WHERE ((d.regio_id = documentversie.regio_id) AND (d.id = documentversie.document_id))))));
create policy lezer on documentversie for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on documentversie for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on documentversie as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on documentversie to overlap_app;
grant select on documentversie to overlap_lezer;

create table eenmalige_link (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gebruiker_id uuid not null,
  soort text not null,
  gevraagd_op timestamp with time zone not null,
  gevraagd_door text not null,
  reden text,
  token_hash bytea,
  geldig_tot timestamp with time zone not null,
  gebruikt_op timestamp with time zone,
  ingetrokken_op timestamp with time zone,
  constraint eenmalige_link_pkey PRIMARY KEY (regio_id, id),
  constraint eenmalige_link_regio_id_token_hash_key UNIQUE (regio_id, token_hash),
  constraint eenmalige_link_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint eenmalige_link_regio_id_gebruiker_id_fkey FOREIGN KEY (regio_id, gebruiker_id) REFERENCES gebruiker(regio_id, id),
  constraint eenmalige_link_reden_check CHECK ((length(reden) <= 500)),
  constraint eenmalige_link_soort_check CHECK ((soort = ANY (ARRAY['uitnodiging'::text, 'wachtwoord'::text])))
);
CREATE INDEX eenmalige_link_gebruiker ON public.eenmalige_link USING btree (regio_id, gebruiker_id, gevraagd_op DESC);
CREATE INDEX eenmalige_link_oud ON public.eenmalige_link USING btree (regio_id, geldig_tot);
alter table eenmalige_link enable row level security;
alter table eenmalige_link force row level security;
create policy eigenaar on eenmalige_link for all to overlap_eigenaar using (true) with check (true);
create policy lezer on eenmalige_link for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on eenmalige_link for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on eenmalige_link to overlap_app;
grant select on eenmalige_link to overlap_lezer;

create table escalatie (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  nummer text not null,
  aanbieder_id uuid not null,
  agb text not null,
  overeenkomst_id uuid,
  subregio_id uuid,
  bevinding_id uuid,
  regelsetdeel_id uuid not null,
  titel text not null,
  toestand text not null,
  hoogte integer not null,
  vorige text,
  beurt integer not null,
  open_stand text,
  versie integer not null default 1,
  geopend_op timestamp with time zone not null,
  geopend_door text not null,
  gewijzigd_op timestamp with time zone not null,
  gesloten_op timestamp with time zone,
  eerste_termijn date,
  constraint escalatie_pkey PRIMARY KEY (regio_id, id),
  constraint escalatie_regio_id_nummer_key UNIQUE (regio_id, nummer),
  constraint escalatie_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint escalatie_regio_id_bevinding_id_fkey FOREIGN KEY (regio_id, bevinding_id) REFERENCES bevinding(regio_id, id),
  constraint escalatie_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint escalatie_regio_id_overeenkomst_id_fkey FOREIGN KEY (regio_id, overeenkomst_id) REFERENCES overeenkomst(regio_id, id),
  constraint escalatie_regio_id_regelsetdeel_id_fkey FOREIGN KEY (regio_id, regelsetdeel_id) REFERENCES regelsetdeel(regio_id, id),
  constraint escalatie_regio_id_subregio_id_fkey FOREIGN KEY (regio_id, subregio_id) REFERENCES subregio(regio_id, id),
  constraint escalatie_beurt_check CHECK ((beurt >= 0)),
  constraint escalatie_hoogte_check CHECK ((hoogte >= 0)),
  constraint escalatie_open_stand_check CHECK ((open_stand = ANY (ARRAY['voorgesteld'::text, 'besloten'::text]))),
  constraint escalatie_titel_check CHECK (((length(TRIM(BOTH FROM titel)) >= 1) AND (length(TRIM(BOTH FROM titel)) <= 200)))
);
CREATE INDEX escalatie_aanbieder ON public.escalatie USING btree (regio_id, aanbieder_id, geopend_op DESC);
CREATE INDEX escalatie_bevinding ON public.escalatie USING btree (regio_id, bevinding_id);
CREATE INDEX escalatie_geopend ON public.escalatie USING btree (regio_id, geopend_op, id);
CREATE INDEX escalatie_hoogte ON public.escalatie USING btree (regio_id, hoogte, id);
CREATE INDEX escalatie_ladder ON public.escalatie USING btree (regio_id, regelsetdeel_id);
CREATE INDEX escalatie_lopend ON public.escalatie USING btree (regio_id, eerste_termijn, id) WHERE (gesloten_op IS NULL);
CREATE INDEX escalatie_overeenkomst ON public.escalatie USING btree (regio_id, overeenkomst_id);
CREATE INDEX escalatie_subregio ON public.escalatie USING btree (regio_id, subregio_id);
CREATE INDEX escalatie_termijn_eerst ON public.escalatie USING btree (regio_id, eerste_termijn, id);
alter table escalatie enable row level security;
alter table escalatie force row level security;
create policy aanbieder on escalatie as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on escalatie as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR ((EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = escalatie.aanbieder_id))
 OFFSET 0)) AND ((overeenkomst_id IS NULL) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.overeenkomst_id = escalatie.overeenkomst_id))
 OFFSET 0))) AND ((subregio_id IS NULL) OR (subregio_id IN ( SELECT subregios_in_bereik() AS subregios_in_bereik))))));
create policy lezer on escalatie for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on escalatie for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on escalatie as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on escalatie to overlap_app;
grant select on escalatie to overlap_lezer;

create table escalatie_brief (
  regio_id uuid not null,
  escalatie_id uuid not null,
  nr integer not null,
  soort text not null,
  naam text not null,
  alineas jsonb not null,
  verzonden date not null,
  wijze text not null,
  kenmerk text not null,
  ontvangen date not null,
  verzonden_door text not null,
  vastgelegd_op timestamp with time zone not null,
  onderwerp text not null default ''::text,
  constraint escalatie_brief_pkey PRIMARY KEY (regio_id, escalatie_id, nr),
  constraint escalatie_brief_regio_id_escalatie_id_fkey FOREIGN KEY (regio_id, escalatie_id) REFERENCES escalatie(regio_id, id),
  constraint escalatie_brief_check CHECK (((wijze <> 'aangetekend'::text) OR (length(TRIM(BOTH FROM kenmerk)) > 0))),
  constraint escalatie_brief_check1 CHECK ((ontvangen >= verzonden)),
  constraint escalatie_brief_nr_check CHECK ((nr > 0)),
  constraint escalatie_brief_onderwerp_check CHECK ((length(onderwerp) <= 200)),
  constraint escalatie_brief_wijze_check CHECK ((wijze = ANY (ARRAY['digitaal'::text, 'post'::text, 'aangetekend'::text])))
);
alter table escalatie_brief enable row level security;
alter table escalatie_brief force row level security;
create policy aanbieder on escalatie_brief as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM escalatie e
  WHERE ((e.regio_id = escalatie_brief.regio_id) AND (e.id = escalatie_brief.escalatie_id))))));
create policy bereik on escalatie_brief as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM escalatie e
  WHERE ((e.regio_id = escalatie_brief.regio_id) AND (e.id = escalatie_brief.escalatie_id))))));
create policy lezer on escalatie_brief for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on escalatie_brief for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on escalatie_brief as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on escalatie_brief to overlap_app;
grant select on escalatie_brief to overlap_lezer;

create table escalatie_maatregel (
  regio_id uuid not null,
  escalatie_id uuid not null,
  nr integer not null,
  soort text not null,
  effect text not null,
  velden jsonb not null,
  gemeenten text[],
  producten text[],
  begin date not null,
  einde date,
  constraint escalatie_maatregel_pkey PRIMARY KEY (regio_id, escalatie_id, nr),
  constraint escalatie_maatregel_regio_id_escalatie_id_fkey FOREIGN KEY (regio_id, escalatie_id) REFERENCES escalatie(regio_id, id),
  constraint escalatie_maatregel_effect_check CHECK ((effect = ANY (ARRAY['toewijzing'::text, 'betaling'::text, 'tarief'::text, 'overeenkomst'::text, 'geen'::text]))),
  constraint escalatie_maatregel_nr_check CHECK ((nr > 0))
);
CREATE INDEX escalatie_maatregel_stop ON public.escalatie_maatregel USING btree (regio_id, begin) WHERE (effect = 'toewijzing'::text);
alter table escalatie_maatregel enable row level security;
alter table escalatie_maatregel force row level security;
create policy aanbieder on escalatie_maatregel as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM escalatie e
  WHERE ((e.regio_id = escalatie_maatregel.regio_id) AND (e.id = escalatie_maatregel.escalatie_id))))));
create policy bereik on escalatie_maatregel as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM escalatie e
  WHERE ((e.regio_id = escalatie_maatregel.regio_id) AND (e.id = escalatie_maatregel.escalatie_id))))));
create policy lezer on escalatie_maatregel for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on escalatie_maatregel for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on escalatie_maatregel as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on escalatie_maatregel to overlap_app;
grant select on escalatie_maatregel to overlap_lezer;

create table escalatie_schorsing (
  regio_id uuid not null,
  escalatie_id uuid not null,
  nr integer not null,
  vanaf date not null,
  uiterlijk date not null,
  tot date,
  termijnen text[] not null,
  constraint escalatie_schorsing_pkey PRIMARY KEY (regio_id, escalatie_id, nr),
  constraint escalatie_schorsing_regio_id_escalatie_id_fkey FOREIGN KEY (regio_id, escalatie_id) REFERENCES escalatie(regio_id, id),
  constraint escalatie_schorsing_nr_check CHECK ((nr > 0))
);
alter table escalatie_schorsing enable row level security;
alter table escalatie_schorsing force row level security;
create policy aanbieder on escalatie_schorsing as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM escalatie e
  WHERE ((e.regio_id = escalatie_schorsing.regio_id) AND (e.id = escalatie_schorsing.escalatie_id))))));
create policy bereik on escalatie_schorsing as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM escalatie e
  WHERE ((e.regio_id = escalatie_schorsing.regio_id) AND (e.id = escalatie_schorsing.escalatie_id))))));
create policy lezer on escalatie_schorsing for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on escalatie_schorsing for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on escalatie_schorsing as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on escalatie_schorsing to overlap_app;
grant select on escalatie_schorsing to overlap_lezer;

create table escalatie_stap (
  regio_id uuid not null,
  escalatie_id uuid not null,
  nr integer not null,
  overgang text not null,
  van text,
  naar text not null,
  datum date not null,
  grond text,
  motivering text not null,
  velden jsonb not null,
  partij text not null,
  door uuid not null,
  besloten_door uuid,
  besloten_als text,
  mandaat_grond text,
  gezet_op timestamp with time zone not null,
  constraint escalatie_stap_pkey PRIMARY KEY (regio_id, escalatie_id, nr),
  constraint escalatie_stap_regio_id_besloten_door_fkey FOREIGN KEY (regio_id, besloten_door) REFERENCES gebruiker(regio_id, id),
  constraint escalatie_stap_regio_id_door_fkey FOREIGN KEY (regio_id, door) REFERENCES gebruiker(regio_id, id),
  constraint escalatie_stap_regio_id_escalatie_id_fkey FOREIGN KEY (regio_id, escalatie_id) REFERENCES escalatie(regio_id, id),
  constraint escalatie_stap_nr_check CHECK ((nr > 0)),
  constraint escalatie_stap_partij_check CHECK ((partij = ANY (ARRAY['opdrachtgever'::text, 'aanbieder'::text])))
);
CREATE INDEX escalatie_stap_besloten ON public.escalatie_stap USING btree (regio_id, besloten_door);
CREATE INDEX escalatie_stap_door ON public.escalatie_stap USING btree (regio_id, door);
alter table escalatie_stap enable row level security;
alter table escalatie_stap force row level security;
create policy aanbieder on escalatie_stap as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM escalatie e
  WHERE ((e.regio_id = escalatie_stap.regio_id) AND (e.id = escalatie_stap.escalatie_id))))));
create policy bereik on escalatie_stap as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM escalatie e
  WHERE ((e.regio_id = escalatie_stap.regio_id) AND (e.id = escalatie_stap.escalatie_id))))));
create policy lezer on escalatie_stap for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on escalatie_stap for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on escalatie_stap as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on escalatie_stap to overlap_app;
grant select on escalatie_stap to overlap_lezer;

create table escalatie_stuk (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  escalatie_id uuid not null,
  soort text not null,
  datum date not null,
  velden jsonb not null,
  beurt integer not null,
  partij text not null,
  voor_aanbieder boolean not null,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  gesprek_id uuid,
  constraint escalatie_stuk_pkey PRIMARY KEY (regio_id, id),
  constraint escalatie_stuk_regio_id_escalatie_id_fkey FOREIGN KEY (regio_id, escalatie_id) REFERENCES escalatie(regio_id, id),
  constraint escalatie_stuk_regio_id_gesprek_id_fkey FOREIGN KEY (regio_id, gesprek_id) REFERENCES gesprek(regio_id, id) ON DELETE SET NULL (gesprek_id),
  constraint escalatie_stuk_partij_check CHECK ((partij = ANY (ARRAY['opdrachtgever'::text, 'aanbieder'::text])))
);
CREATE INDEX escalatie_stuk_gesprek ON public.escalatie_stuk USING btree (regio_id, gesprek_id) WHERE (gesprek_id IS NOT NULL);
CREATE INDEX escalatie_stuk_zaak ON public.escalatie_stuk USING btree (regio_id, escalatie_id, id);
alter table escalatie_stuk enable row level security;
alter table escalatie_stuk force row level security;
create policy aanbieder on escalatie_stuk as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (voor_aanbieder AND (EXISTS ( SELECT
   FROM escalatie e
  WHERE ((e.regio_id = escalatie_stuk.regio_id) AND (e.id = escalatie_stuk.escalatie_id)))))));
create policy bereik on escalatie_stuk as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM escalatie e
  WHERE ((e.regio_id = escalatie_stuk.regio_id) AND (e.id = escalatie_stuk.escalatie_id))))));
create policy lezer on escalatie_stuk for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on escalatie_stuk for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on escalatie_stuk as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on escalatie_stuk to overlap_app;
grant select on escalatie_stuk to overlap_lezer;

create table escalatie_termijn (
  regio_id uuid not null,
  escalatie_id uuid not null,
  nr integer not null,
  code text not null,
  start date not null,
  einddatum date not null,
  werkelijk_einde date not null,
  afgesproken boolean not null,
  stappen jsonb not null,
  klaar date,
  constraint escalatie_termijn_pkey PRIMARY KEY (regio_id, escalatie_id, nr),
  constraint escalatie_termijn_regio_id_escalatie_id_fkey FOREIGN KEY (regio_id, escalatie_id) REFERENCES escalatie(regio_id, id),
  constraint escalatie_termijn_check CHECK ((einddatum >= start)),
  constraint escalatie_termijn_nr_check CHECK ((nr > 0))
);
CREATE INDEX escalatie_termijn_lopend ON public.escalatie_termijn USING btree (regio_id, werkelijk_einde) WHERE (klaar IS NULL);
alter table escalatie_termijn enable row level security;
alter table escalatie_termijn force row level security;
create policy aanbieder on escalatie_termijn as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM escalatie e
  WHERE ((e.regio_id = escalatie_termijn.regio_id) AND (e.id = escalatie_termijn.escalatie_id))))));
create policy bereik on escalatie_termijn as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM escalatie e
  WHERE ((e.regio_id = escalatie_termijn.regio_id) AND (e.id = escalatie_termijn.escalatie_id))))));
create policy lezer on escalatie_termijn for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on escalatie_termijn for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on escalatie_termijn as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on escalatie_termijn to overlap_app;
grant select on escalatie_termijn to overlap_lezer;

create table escalatie_voorstel (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  escalatie_id uuid not null,
  overgang text not null,
  zet jsonb not null,
  stand text not null,
  voorgesteld_op timestamp with time zone not null,
  voorgesteld_door uuid not null,
  besloten_op timestamp with time zone,
  besloten_door uuid,
  besloten_als text,
  mandaat_id uuid,
  mandaat_grond text,
  reden text,
  constraint escalatie_voorstel_pkey PRIMARY KEY (regio_id, id),
  constraint escalatie_voorstel_regio_id_besloten_door_fkey FOREIGN KEY (regio_id, besloten_door) REFERENCES gebruiker(regio_id, id),
  constraint escalatie_voorstel_regio_id_escalatie_id_fkey FOREIGN KEY (regio_id, escalatie_id) REFERENCES escalatie(regio_id, id),
  constraint escalatie_voorstel_regio_id_mandaat_id_fkey FOREIGN KEY (regio_id, mandaat_id) REFERENCES mandaat(regio_id, id),
  constraint escalatie_voorstel_regio_id_voorgesteld_door_fkey FOREIGN KEY (regio_id, voorgesteld_door) REFERENCES gebruiker(regio_id, id),
  constraint escalatie_voorstel_stand_check CHECK ((stand = ANY (ARRAY['voorgesteld'::text, 'besloten'::text, 'gezet'::text, 'afgewezen'::text, 'ingetrokken'::text])))
);
CREATE INDEX escalatie_voorstel_besloten ON public.escalatie_voorstel USING btree (regio_id, besloten_door);
CREATE INDEX escalatie_voorstel_door ON public.escalatie_voorstel USING btree (regio_id, voorgesteld_door);
CREATE INDEX escalatie_voorstel_mandaat ON public.escalatie_voorstel USING btree (regio_id, mandaat_id);
CREATE UNIQUE INDEX escalatie_voorstel_open ON public.escalatie_voorstel USING btree (regio_id, escalatie_id) WHERE (stand = ANY (ARRAY['voorgesteld'::text, 'besloten'::text]));
CREATE INDEX escalatie_voorstel_wacht ON public.escalatie_voorstel USING btree (regio_id, voorgesteld_op) WHERE (stand = 'voorgesteld'::text);
CREATE INDEX escalatie_voorstel_zaak ON public.escalatie_voorstel USING btree (regio_id, escalatie_id, voorgesteld_op DESC);
alter table escalatie_voorstel enable row level security;
alter table escalatie_voorstel force row level security;
create policy aanbieder on escalatie_voorstel as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (false AND (EXISTS ( SELECT
   FROM escalatie e
  WHERE ((e.regio_id = escalatie_voorstel.regio_id) AND (e.id = escalatie_voorstel.escalatie_id)))))));
create policy bereik on escalatie_voorstel as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM escalatie e
  WHERE ((e.regio_id = escalatie_voorstel.regio_id) AND (e.id = escalatie_voorstel.escalatie_id))))));
create policy lezer on escalatie_voorstel for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on escalatie_voorstel for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on escalatie_voorstel as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on escalatie_voorstel to overlap_app;
grant select on escalatie_voorstel to overlap_lezer;

create table evaluatie (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gemeente text not null,
  nummer integer not null,
  datum date not null,
  soort text not null,
  resultaat text not null,
  reden text,
  volgnr integer not null,
  ingelezen_op timestamp with time zone not null,
  ingelezen_door text not null,
  constraint evaluatie_pkey PRIMARY KEY (regio_id, id),
  constraint evaluatie_regio_id_gemeente_nummer_datum_soort_resultaat_re_key UNIQUE NULLS NOT DISTINCT (regio_id, gemeente, nummer, datum, soort, resultaat, reden, volgnr),
  constraint evaluatie_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint evaluatie_check CHECK (((resultaat = 'niet behaald'::text) = (reden IS NOT NULL))),
  constraint evaluatie_reden_check CHECK ((reden = ANY (ARRAY['client'::text, 'aanbieder'::text, 'lokaal team'::text]))),
  constraint evaluatie_resultaat_check CHECK ((resultaat = ANY (ARRAY['behaald'::text, 'niet behaald'::text]))),
  constraint evaluatie_soort_check CHECK ((soort = ANY (ARRAY['einde-beschikking'::text, 'tussentijds'::text])))
);
CREATE INDEX evaluatie_datum ON public.evaluatie USING btree (regio_id, datum);
CREATE INDEX evaluatie_ingelezen ON public.evaluatie USING btree (regio_id, ingelezen_op, gemeente);
alter table evaluatie enable row level security;
alter table evaluatie force row level security;
create policy aanbieder on evaluatie as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on evaluatie as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM unnest(( SELECT bereik() AS bereik)) b(gemeenten, wet, categorieen)
  WHERE ((b.gemeenten IS NULL) OR (evaluatie.gemeente = ANY (b.gemeenten)))))));
create policy lezer on evaluatie for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on evaluatie for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on evaluatie as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on evaluatie to overlap_app;
grant select on evaluatie to overlap_lezer;

create table gebruiker (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  naam text not null,
  functie text not null default ''::text,
  voorbeeld boolean not null default false,
  uitgeschakeld_op timestamp with time zone,
  rijhoogte text not null default 'compact'::text,
  vorige_bezoek_op timestamp with time zone,
  sneltoetsen boolean not null default true,
  email text,
  laatst_aangemeld_op timestamp with time zone,
  uitgever text,
  onderwerp text,
  constraint gebruiker_pkey PRIMARY KEY (regio_id, id),
  constraint gebruiker_email UNIQUE (regio_id, email),
  constraint gebruiker_organisatie UNIQUE (regio_id, uitgever, onderwerp),
  constraint gebruiker_regio_id_naam_key UNIQUE (regio_id, naam),
  constraint gebruiker_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint gebruiker_check CHECK (((uitgever IS NULL) = (onderwerp IS NULL))),
  constraint gebruiker_email_check CHECK (((email = lower(email)) AND (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text) AND (length(email) <= 254))),
  constraint gebruiker_onderwerp_check CHECK (((length(onderwerp) >= 1) AND (length(onderwerp) <= 255))),
  constraint gebruiker_rijhoogte_check CHECK ((rijhoogte = ANY (ARRAY['compact'::text, 'ruim'::text])))
);
CREATE INDEX gebruiker_op_aanmelding ON public.gebruiker USING btree (regio_id, laatst_aangemeld_op, id);
CREATE INDEX gebruiker_op_naam ON public.gebruiker USING btree (regio_id, naam COLLATE "nl-x-icu", id);
alter table gebruiker enable row level security;
alter table gebruiker force row level security;
create policy eigenaar on gebruiker for all to overlap_eigenaar using (true) with check (true);
create policy lezer on gebruiker for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on gebruiker for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
CREATE TRIGGER sessies_bij_uitschakelen AFTER UPDATE OF uitgeschakeld_op ON public.gebruiker FOR EACH ROW WHEN ((old.uitgeschakeld_op IS DISTINCT FROM new.uitgeschakeld_op)) EXECUTE FUNCTION beeindig_sessies();
grant insert, select, update on gebruiker to overlap_app;
grant select on gebruiker to overlap_lezer;

create table gemeente (
  regio_id uuid not null,
  code text not null,
  naam text not null,
  subregio_id uuid not null,
  volgorde integer not null default 0,
  constraint gemeente_pkey PRIMARY KEY (regio_id, code),
  constraint gemeente_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint gemeente_regio_id_subregio_id_fkey FOREIGN KEY (regio_id, subregio_id) REFERENCES subregio(regio_id, id),
  constraint gemeente_code_check CHECK ((code ~ '^[0-9]{4}$'::text))
);
alter table gemeente enable row level security;
alter table gemeente force row level security;
create policy lezer on gemeente for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on gemeente for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on gemeente to overlap_app;
grant select on gemeente to overlap_lezer;

create table gesprek (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  soort text not null,
  titel text not null,
  telt_mee boolean not null,
  regelsetdeel_id uuid not null,
  aanbieder_id uuid,
  agb text,
  gemeente_code text,
  datum date not null,
  begintijd text not null,
  eindtijd text not null,
  plaats text not null default ''::text,
  wijze text not null,
  eigenaar_id uuid not null,
  volgnummer integer not null default 0,
  versie integer not null default 1,
  gepland_op timestamp with time zone not null,
  gepland_door text not null,
  uitgenodigd_op timestamp with time zone,
  rapportage_gevraagd_op timestamp with time zone,
  rapportage_uiterlijk date,
  rapportage_ingediend_op timestamp with time zone,
  rapportage_ingediend_door text,
  voorbereid_op timestamp with time zone,
  gehouden_op timestamp with time zone,
  verslag_uiterlijk date,
  verslag_begonnen_op timestamp with time zone,
  gedeeld_op timestamp with time zone,
  reactie_uiterlijk date,
  definitief_op timestamp with time zone,
  geannuleerd_op timestamp with time zone,
  annulering_reden text,
  stand text not null generated always as (
CASE
    WHEN (geannuleerd_op IS NOT NULL) THEN 'geannuleerd'::text
    WHEN (definitief_op IS NOT NULL) THEN 'definitief'::text
    WHEN (gedeeld_op IS NOT NULL) THEN 'verslag gedeeld'::text
    WHEN ((gehouden_op IS NOT NULL) AND (verslag_begonnen_op IS NOT NULL)) THEN 'verslag concept'::text
    WHEN (gehouden_op IS NOT NULL) THEN 'gehouden'::text
    WHEN (voorbereid_op IS NOT NULL) THEN 'voorbereid'::text
    WHEN (rapportage_gevraagd_op IS NOT NULL) THEN 'rapportage gevraagd'::text
    ELSE 'gepland'::text
END) stored,
  escalatie_id uuid,
  constraint gesprek_pkey PRIMARY KEY (regio_id, id),
  constraint gesprek_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint gesprek_regio_id_eigenaar_id_fkey FOREIGN KEY (regio_id, eigenaar_id) REFERENCES gebruiker(regio_id, id),
  constraint gesprek_regio_id_escalatie_id_fkey FOREIGN KEY (regio_id, escalatie_id) REFERENCES escalatie(regio_id, id) ON DELETE SET NULL (escalatie_id),
  constraint gesprek_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint gesprek_regio_id_gemeente_code_fkey FOREIGN KEY (regio_id, gemeente_code) REFERENCES gemeente(regio_id, code),
  constraint gesprek_regio_id_regelsetdeel_id_fkey FOREIGN KEY (regio_id, regelsetdeel_id) REFERENCES regelsetdeel(regio_id, id),
  constraint gesprek_begintijd_check CHECK ((begintijd ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint gesprek_check CHECK ((eindtijd > begintijd)),
  constraint gesprek_check1 CHECK (((aanbieder_id IS NULL) = (agb IS NULL))),
  constraint gesprek_check2 CHECK (((aanbieder_id IS NULL) OR (gemeente_code IS NULL))),
  constraint gesprek_check3 CHECK (((geannuleerd_op IS NULL) = (annulering_reden IS NULL))),
  constraint gesprek_check4 CHECK (((rapportage_ingediend_op IS NULL) = (rapportage_ingediend_door IS NULL))),
  constraint gesprek_check5 CHECK (((definitief_op IS NULL) OR (gedeeld_op IS NOT NULL))),
  constraint gesprek_check6 CHECK (((gedeeld_op IS NULL) OR (gehouden_op IS NOT NULL))),
  constraint gesprek_check7 CHECK (((gehouden_op IS NULL) OR (geannuleerd_op IS NULL))),
  constraint gesprek_check8 CHECK (((escalatie_id IS NULL) OR (aanbieder_id IS NOT NULL))),
  constraint gesprek_eindtijd_check CHECK ((eindtijd ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint gesprek_plaats_check CHECK ((length(plaats) <= 300)),
  constraint gesprek_soort_check CHECK ((soort ~ '^[a-z0-9-]+$'::text)),
  constraint gesprek_titel_check CHECK (((length(TRIM(BOTH FROM titel)) >= 1) AND (length(TRIM(BOTH FROM titel)) <= 200))),
  constraint gesprek_wijze_check CHECK ((wijze = ANY (ARRAY['fysiek'::text, 'digitaal'::text, 'telefonisch'::text])))
);
CREATE INDEX gesprek_aanbieder ON public.gesprek USING btree (regio_id, aanbieder_id, datum DESC);
CREATE INDEX gesprek_datum ON public.gesprek USING btree (regio_id, datum, id);
CREATE INDEX gesprek_eigenaar ON public.gesprek USING btree (regio_id, eigenaar_id, datum);
CREATE INDEX gesprek_escalatie ON public.gesprek USING btree (regio_id, escalatie_id, datum) WHERE (escalatie_id IS NOT NULL);
CREATE INDEX gesprek_gemeente ON public.gesprek USING btree (regio_id, gemeente_code, datum) WHERE (gemeente_code IS NOT NULL);
CREATE INDEX gesprek_regelsetdeel ON public.gesprek USING btree (regio_id, regelsetdeel_id);
CREATE INDEX gesprek_stand ON public.gesprek USING btree (regio_id, stand, datum, id);
CREATE INDEX gesprek_titel ON public.gesprek USING btree (regio_id, titel COLLATE "nl-x-icu", id);
alter table gesprek enable row level security;
alter table gesprek force row level security;
create policy aanbieder on gesprek as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on gesprek as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR ((EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = gesprek.aanbieder_id))
 OFFSET 0)) OR ((aanbieder_id IS NULL) AND ((gemeente_code IS NULL) OR (EXISTS ( SELECT
   FROM unnest(( SELECT bereik() AS bereik)) b(gemeenten, wet, categorieen)
  WHERE ((b.gemeenten IS NULL) OR (gesprek.gemeente_code = ANY (b.gemeenten))))))))));
create policy lezer on gesprek for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on gesprek for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy uitnodiging on gesprek as restrictive for all to overlap_app using ((( SELECT ongevraagd_alles() AS ongevraagd_alles) OR ( SELECT (huidige_agb() IS NOT NULL)) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = gesprek.aanbieder_id) AND (EXISTS ( SELECT
           FROM unnest(( SELECT overeenkomstgrenzen(ongevraagd()) AS overeenkomstgrenzen)) g(gemeenten, soorten)
          WHERE (((g.gemeenten IS NULL) OR (g.gemeenten && ob.gemeenten)) AND ((g.soorten IS NULL) OR (g.soorten && ob.soorten))))))
 OFFSET 0)) OR ((aanbieder_id IS NULL) AND (EXISTS ( SELECT
   FROM unnest(( SELECT ongevraagd() AS ongevraagd)) b(gemeenten, wet, categorieen)
  WHERE ((gesprek.gemeente_code IS NULL) OR (b.gemeenten IS NULL) OR (gesprek.gemeente_code = ANY (b.gemeenten)))))) OR (id IN ( SELECT gesprekken_op_uitnodiging() AS gesprekken_op_uitnodiging))));
create policy uitnodiging_lezer on gesprek as restrictive for select to overlap_lezer using ((( SELECT ongevraagd_alles() AS ongevraagd_alles) OR (id IN ( SELECT gesprekken_op_uitnodiging() AS gesprekken_op_uitnodiging))));
create policy verteld on gesprek as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (uitgenodigd_op IS NOT NULL) OR (rapportage_gevraagd_op IS NOT NULL)));
create policy wissen on gesprek as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on gesprek to overlap_app;
grant select on gesprek to overlap_lezer;

create table gesprek_bericht (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gesprek_id uuid not null,
  deelnemer_id uuid not null,
  soort text not null,
  gevraagd_op timestamp with time zone not null,
  uiterlijk_op timestamp with time zone not null,
  pogingen integer not null default 0,
  laatste_fout text,
  verzonden_op timestamp with time zone,
  mislukt_op timestamp with time zone,
  constraint gesprek_bericht_pkey PRIMARY KEY (regio_id, id),
  constraint gesprek_bericht_regio_id_deelnemer_id_fkey FOREIGN KEY (regio_id, deelnemer_id) REFERENCES deelnemer(regio_id, id) ON DELETE CASCADE,
  constraint gesprek_bericht_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint gesprek_bericht_regio_id_gesprek_id_fkey FOREIGN KEY (regio_id, gesprek_id) REFERENCES gesprek(regio_id, id),
  constraint gesprek_bericht_check CHECK (((verzonden_op IS NULL) OR (mislukt_op IS NULL))),
  constraint gesprek_bericht_laatste_fout_check CHECK ((length(laatste_fout) <= 200)),
  constraint gesprek_bericht_soort_check CHECK ((soort = ANY (ARRAY['uitnodiging'::text, 'verplaatst'::text, 'geannuleerd'::text, 'rapportage gevraagd'::text, 'verslag gedeeld'::text, 'verslag definitief'::text])))
);
CREATE INDEX gesprek_bericht_deelnemer ON public.gesprek_bericht USING btree (regio_id, deelnemer_id);
CREATE INDEX gesprek_bericht_gesprek ON public.gesprek_bericht USING btree (regio_id, gesprek_id, gevraagd_op);
CREATE INDEX gesprek_bericht_tijd ON public.gesprek_bericht USING btree (regio_id, gevraagd_op);
alter table gesprek_bericht enable row level security;
alter table gesprek_bericht force row level security;
create policy aanbieder on gesprek_bericht as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on gesprek_bericht as restrictive for all to overlap_app using ((( SELECT (volledig_bereik() AND (ongevraagd_alles() OR (huidige_agb() IS NOT NULL)))) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = gesprek_bericht.regio_id) AND (g.id = gesprek_bericht.gesprek_id))))));
create policy lezer on gesprek_bericht for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on gesprek_bericht for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy uitnodiging_lezer on gesprek_bericht as restrictive for select to overlap_lezer using ((( SELECT ongevraagd_alles() AS ongevraagd_alles) OR (gesprek_id IN ( SELECT gesprekken_op_uitnodiging() AS gesprekken_op_uitnodiging))));
create policy wissen on gesprek_bericht as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on gesprek_bericht to overlap_app;
grant select on gesprek_bericht to overlap_lezer;

create table gesprek_besluit (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gesprek_id uuid not null,
  agendapunt_id uuid,
  tekst text not null,
  taak text,
  besloten_als text,
  mandaat_id uuid,
  grond text,
  versie integer not null default 1,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  weggehaald_op timestamp with time zone,
  constraint gesprek_besluit_pkey PRIMARY KEY (regio_id, id),
  constraint gesprek_besluit_regio_id_agendapunt_id_fkey FOREIGN KEY (regio_id, agendapunt_id) REFERENCES agendapunt(regio_id, id),
  constraint gesprek_besluit_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint gesprek_besluit_regio_id_gesprek_id_fkey FOREIGN KEY (regio_id, gesprek_id) REFERENCES gesprek(regio_id, id),
  constraint gesprek_besluit_regio_id_mandaat_id_fkey FOREIGN KEY (regio_id, mandaat_id) REFERENCES mandaat(regio_id, id),
  constraint gesprek_besluit_check CHECK (((taak IS NULL) = (besloten_als IS NULL))),
  constraint gesprek_besluit_tekst_check CHECK ((length(TRIM(BOTH FROM tekst)) > 0))
);
CREATE INDEX gesprek_besluit_agendapunt ON public.gesprek_besluit USING btree (regio_id, agendapunt_id) WHERE (agendapunt_id IS NOT NULL);
CREATE INDEX gesprek_besluit_gesprek ON public.gesprek_besluit USING btree (regio_id, gesprek_id, vastgelegd_op);
CREATE INDEX gesprek_besluit_mandaat ON public.gesprek_besluit USING btree (regio_id, mandaat_id) WHERE (mandaat_id IS NOT NULL);
alter table gesprek_besluit enable row level security;
alter table gesprek_besluit force row level security;
create policy aanbieder on gesprek_besluit as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on gesprek_besluit as restrictive for all to overlap_app using ((( SELECT (volledig_bereik() AND (ongevraagd_alles() OR (huidige_agb() IS NOT NULL)))) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = gesprek_besluit.regio_id) AND (g.id = gesprek_besluit.gesprek_id))))));
create policy lezer on gesprek_besluit for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on gesprek_besluit for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy uitnodiging_lezer on gesprek_besluit as restrictive for select to overlap_lezer using ((( SELECT ongevraagd_alles() AS ongevraagd_alles) OR (gesprek_id IN ( SELECT gesprekken_op_uitnodiging() AS gesprekken_op_uitnodiging))));
create policy wissen on gesprek_besluit as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on gesprek_besluit to overlap_app;
grant select on gesprek_besluit to overlap_lezer;

create table gesprek_overeenkomst (
  regio_id uuid not null,
  gesprek_id uuid not null,
  overeenkomst_id uuid not null,
  constraint gesprek_overeenkomst_pkey PRIMARY KEY (regio_id, gesprek_id, overeenkomst_id),
  constraint gesprek_overeenkomst_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint gesprek_overeenkomst_regio_id_gesprek_id_fkey FOREIGN KEY (regio_id, gesprek_id) REFERENCES gesprek(regio_id, id),
  constraint gesprek_overeenkomst_regio_id_overeenkomst_id_fkey FOREIGN KEY (regio_id, overeenkomst_id) REFERENCES overeenkomst(regio_id, id)
);
CREATE INDEX gesprek_overeenkomst_andersom ON public.gesprek_overeenkomst USING btree (regio_id, overeenkomst_id);
alter table gesprek_overeenkomst enable row level security;
alter table gesprek_overeenkomst force row level security;
create policy aanbieder on gesprek_overeenkomst as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = gesprek_overeenkomst.regio_id) AND (g.id = gesprek_overeenkomst.gesprek_id))))));
create policy bereik on gesprek_overeenkomst as restrictive for all to overlap_app using ((( SELECT (volledig_bereik() AND (ongevraagd_alles() OR (huidige_agb() IS NOT NULL)))) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = gesprek_overeenkomst.regio_id) AND (g.id = gesprek_overeenkomst.gesprek_id))))));
create policy lezer on gesprek_overeenkomst for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on gesprek_overeenkomst for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy uitnodiging_lezer on gesprek_overeenkomst as restrictive for select to overlap_lezer using ((( SELECT ongevraagd_alles() AS ongevraagd_alles) OR (gesprek_id IN ( SELECT gesprekken_op_uitnodiging() AS gesprekken_op_uitnodiging))));
create policy wissen on gesprek_overeenkomst as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on gesprek_overeenkomst to overlap_app;
grant select on gesprek_overeenkomst to overlap_lezer;

create table gesprek_verplaatsing (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gesprek_id uuid not null,
  van_datum date not null,
  naar_datum date not null,
  reden text not null,
  verplaatst_op timestamp with time zone not null,
  verplaatst_door text not null,
  constraint gesprek_verplaatsing_pkey PRIMARY KEY (regio_id, id),
  constraint gesprek_verplaatsing_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint gesprek_verplaatsing_regio_id_gesprek_id_fkey FOREIGN KEY (regio_id, gesprek_id) REFERENCES gesprek(regio_id, id),
  constraint gesprek_verplaatsing_reden_check CHECK ((length(TRIM(BOTH FROM reden)) > 0))
);
CREATE INDEX gesprek_verplaatsing_gesprek ON public.gesprek_verplaatsing USING btree (regio_id, gesprek_id, verplaatst_op);
alter table gesprek_verplaatsing enable row level security;
alter table gesprek_verplaatsing force row level security;
create policy aanbieder on gesprek_verplaatsing as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = gesprek_verplaatsing.regio_id) AND (g.id = gesprek_verplaatsing.gesprek_id))))));
create policy bereik on gesprek_verplaatsing as restrictive for all to overlap_app using ((( SELECT (volledig_bereik() AND (ongevraagd_alles() OR (huidige_agb() IS NOT NULL)))) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = gesprek_verplaatsing.regio_id) AND (g.id = gesprek_verplaatsing.gesprek_id))))));
create policy lezer on gesprek_verplaatsing for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on gesprek_verplaatsing for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy uitnodiging_lezer on gesprek_verplaatsing as restrictive for select to overlap_lezer using ((( SELECT ongevraagd_alles() AS ongevraagd_alles) OR (gesprek_id IN ( SELECT gesprekken_op_uitnodiging() AS gesprekken_op_uitnodiging))));
create policy wissen on gesprek_verplaatsing as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on gesprek_verplaatsing to overlap_app;
grant select on gesprek_verplaatsing to overlap_lezer;

create table harmonisatieafspraak (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  onderwerp text not null,
  tekst text not null,
  vindplaats text not null default ''::text,
  geldig_vanaf date not null,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  constraint harmonisatieafspraak_pkey PRIMARY KEY (regio_id, id),
  constraint harmonisatieafspraak_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint harmonisatieafspraak_onderwerp_check CHECK (((length(TRIM(BOTH FROM onderwerp)) >= 1) AND (length(TRIM(BOTH FROM onderwerp)) <= 100))),
  constraint harmonisatieafspraak_tekst_check CHECK (((length(TRIM(BOTH FROM tekst)) >= 1) AND (length(TRIM(BOTH FROM tekst)) <= 4000))),
  constraint harmonisatieafspraak_vindplaats_check CHECK ((length(vindplaats) <= 300))
);
CREATE INDEX harmonisatieafspraak_onderwerp ON public.harmonisatieafspraak USING btree (regio_id, lower(onderwerp), geldig_vanaf DESC, id DESC);
alter table harmonisatieafspraak enable row level security;
alter table harmonisatieafspraak force row level security;
create policy aanbieder on harmonisatieafspraak as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on harmonisatieafspraak for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on harmonisatieafspraak for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select on harmonisatieafspraak to overlap_app;
grant select on harmonisatieafspraak to overlap_lezer;

create table harmonisatieafspraak_gemeente (
  regio_id uuid not null,
  harmonisatieafspraak_id uuid not null,
  gemeente_code text not null,
  constraint harmonisatieafspraak_gemeente_pkey PRIMARY KEY (regio_id, harmonisatieafspraak_id, gemeente_code),
  constraint harmonisatieafspraak_gemeente_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint harmonisatieafspraak_gemeente_regio_id_gemeente_code_fkey FOREIGN KEY (regio_id, gemeente_code) REFERENCES gemeente(regio_id, code),
  constraint harmonisatieafspraak_gemeente_regio_id_harmonisatieafspraa_fkey FOREIGN KEY (regio_id, harmonisatieafspraak_id) REFERENCES harmonisatieafspraak(regio_id, id)
);
CREATE INDEX harmonisatieafspraak_gemeente_andersom ON public.harmonisatieafspraak_gemeente USING btree (regio_id, gemeente_code);
alter table harmonisatieafspraak_gemeente enable row level security;
alter table harmonisatieafspraak_gemeente force row level security;
create policy aanbieder on harmonisatieafspraak_gemeente as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on harmonisatieafspraak_gemeente for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on harmonisatieafspraak_gemeente for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select on harmonisatieafspraak_gemeente to overlap_app;
grant select on harmonisatieafspraak_gemeente to overlap_lezer;

create table herinnering (
  regio_id uuid not null,
  termijn_id uuid not null,
  gebruiker_id uuid not null,
  nummer integer not null,
  als text not null,
  gemaakt_op timestamp with time zone not null,
  gemaild_op timestamp with time zone,
  mail_id uuid,
  constraint herinnering_pkey PRIMARY KEY (regio_id, termijn_id, gebruiker_id, nummer),
  constraint herinnering_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint herinnering_regio_id_gebruiker_id_fkey FOREIGN KEY (regio_id, gebruiker_id) REFERENCES gebruiker(regio_id, id),
  constraint herinnering_regio_id_mail_id_fkey FOREIGN KEY (regio_id, mail_id) REFERENCES mail(regio_id, id) ON DELETE SET NULL (mail_id),
  constraint herinnering_regio_id_termijn_id_fkey FOREIGN KEY (regio_id, termijn_id) REFERENCES termijn(regio_id, id) ON DELETE CASCADE,
  constraint herinnering_als_check CHECK ((als = ANY (ARRAY['zelf'::text, 'functie'::text, 'rol'::text, 'achtervanger'::text, 'waarnemer'::text, 'bewaakt'::text, 'eigenaar'::text, 'aanbieder'::text]))),
  constraint herinnering_nummer_check CHECK ((nummer > 0))
);
CREATE INDEX herinnering_gebruiker ON public.herinnering USING btree (regio_id, gebruiker_id, gemaakt_op DESC);
CREATE INDEX herinnering_mail ON public.herinnering USING btree (regio_id, mail_id) WHERE (mail_id IS NOT NULL);
CREATE INDEX herinnering_te_mailen ON public.herinnering USING btree (regio_id, gebruiker_id) WHERE (gemaild_op IS NULL);
alter table herinnering enable row level security;
alter table herinnering force row level security;
create policy aanbieder on herinnering as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR ((als = 'aanbieder'::text) AND (EXISTS ( SELECT
   FROM termijn t
  WHERE ((t.regio_id = herinnering.regio_id) AND (t.id = herinnering.termijn_id)))))));
create policy bereik on herinnering as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM termijn t
  WHERE ((t.regio_id = herinnering.regio_id) AND (t.id = herinnering.termijn_id))))));
create policy lezer on herinnering for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on herinnering for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on herinnering as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on herinnering to overlap_app;
grant select on herinnering to overlap_lezer;

create table herstelcode (
  regio_id uuid not null,
  gebruiker_id uuid not null,
  hash bytea not null,
  gebruikt_op timestamp with time zone,
  constraint herstelcode_pkey PRIMARY KEY (regio_id, gebruiker_id, hash),
  constraint herstelcode_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint herstelcode_regio_id_gebruiker_id_fkey FOREIGN KEY (regio_id, gebruiker_id) REFERENCES account(regio_id, gebruiker_id) ON DELETE CASCADE
);
alter table herstelcode enable row level security;
alter table herstelcode force row level security;
create policy lezer on herstelcode for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on herstelcode for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on herstelcode to overlap_app;
grant select on herstelcode to overlap_lezer;

create table herstelverzoek (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  email text not null,
  gevraagd_op timestamp with time zone not null,
  constraint herstelverzoek_pkey PRIMARY KEY (regio_id, id),
  constraint herstelverzoek_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id)
);
alter table herstelverzoek enable row level security;
alter table herstelverzoek force row level security;
create policy lezer on herstelverzoek for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on herstelverzoek for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select on herstelverzoek to overlap_app;
grant select on herstelverzoek to overlap_lezer;

create table huisstijl (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gemeente_code text,
  naam text not null,
  adres text not null,
  voettekst text not null,
  logo bytea,
  logo_vorm text,
  reeks text not null,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  constraint huisstijl_pkey PRIMARY KEY (regio_id, id),
  constraint huisstijl_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint huisstijl_regio_id_gemeente_code_fkey FOREIGN KEY (regio_id, gemeente_code) REFERENCES gemeente(regio_id, code),
  constraint huisstijl_adres_check CHECK ((length(adres) <= 400)),
  constraint huisstijl_check CHECK (((logo IS NULL) = (logo_vorm IS NULL))),
  constraint huisstijl_logo_check CHECK ((length(logo) <= 300000)),
  constraint huisstijl_logo_vorm_check CHECK ((logo_vorm = ANY (ARRAY['png'::text, 'svg'::text]))),
  constraint huisstijl_naam_check CHECK (((length(TRIM(BOTH FROM naam)) >= 1) AND (length(TRIM(BOTH FROM naam)) <= 120))),
  constraint huisstijl_reeks_check CHECK ((reeks ~ '^[A-Z][A-Z0-9]{0,9}$'::text)),
  constraint huisstijl_voettekst_check CHECK ((length(voettekst) <= 300))
);
CREATE INDEX huisstijl_gemeente ON public.huisstijl USING btree (regio_id, gemeente_code, id DESC);
alter table huisstijl enable row level security;
alter table huisstijl force row level security;
create policy lezer on huisstijl for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on huisstijl for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select on huisstijl to overlap_app;
grant select on huisstijl to overlap_lezer;

create table inleesbestand (
  regio_id uuid not null,
  id bigint not null,
  ronde_id uuid not null,
  naam text not null,
  soort text,
  afzender text,
  ontvanger text,
  identificatie text,
  dagtekening date,
  uitkomst text not null,
  bericht_id bigint,
  code text,
  melding text,
  plaats text,
  ingelezen_op timestamp with time zone not null,
  constraint inleesbestand_pkey PRIMARY KEY (regio_id, ronde_id, id),
  constraint inleesbestand_regio_id_bericht_id_fkey FOREIGN KEY (regio_id, bericht_id) REFERENCES bericht(regio_id, id) NOT ENFORCED,
  constraint inleesbestand_regio_id_ronde_id_fkey FOREIGN KEY (regio_id, ronde_id) REFERENCES inleesronde(regio_id, id) NOT ENFORCED,
  constraint inleesbestand_uitkomst_check CHECK ((uitkomst = ANY (ARRAY['gelezen'::text, 'dubbel'::text, 'afgekeurd'::text])))
);
CREATE INDEX inleesbestand_afgekeurd ON public.inleesbestand USING btree (regio_id, id DESC) WHERE (uitkomst = 'afgekeurd'::text);
CREATE INDEX inleesbestand_bericht ON public.inleesbestand USING btree (regio_id, bericht_id);
alter table inleesbestand enable row level security;
alter table inleesbestand force row level security;
create policy aanbieder on inleesbestand as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on inleesbestand for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on inleesbestand for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on inleesbestand as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, maintain, select, update on inleesbestand to overlap_app;
grant select on inleesbestand to overlap_lezer;

create table inleesfout (
  regio_id uuid not null,
  ronde_id uuid not null,
  bestand_id bigint not null,
  volgnr integer not null,
  code text not null,
  melding text not null,
  plaats text,
  constraint inleesfout_pkey PRIMARY KEY (regio_id, ronde_id, bestand_id, volgnr),
  constraint inleesfout_regio_id_ronde_id_bestand_id_fkey FOREIGN KEY (regio_id, ronde_id, bestand_id) REFERENCES inleesbestand(regio_id, ronde_id, id)
);
alter table inleesfout enable row level security;
alter table inleesfout force row level security;
create policy aanbieder on inleesfout as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on inleesfout for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on inleesfout for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on inleesfout as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on inleesfout to overlap_app;
grant select on inleesfout to overlap_lezer;

create table inleesronde (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  bron text not null,
  gestart_op timestamp with time zone not null,
  gestart_door text not null,
  laatste_teken_op timestamp with time zone not null,
  klaar_op timestamp with time zone,
  omvang bigint,
  gelezen bigint not null default 0,
  bestanden integer not null default 0,
  verwerkt integer not null default 0,
  dubbel integer not null default 0,
  wachtend integer not null default 0,
  afgekeurd integer not null default 0,
  constraint inleesronde_pkey PRIMARY KEY (regio_id, id),
  constraint inleesronde_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint inleesronde_bron_check CHECK ((bron = ANY (ARRAY['web'::text, 'opdrachtregel'::text, 'voorbeeld'::text])))
);
CREATE INDEX inleesronde_door ON public.inleesronde USING btree (regio_id, gestart_door, gestart_op);
CREATE INDEX inleesronde_gestart ON public.inleesronde USING btree (regio_id, gestart_op DESC);
CREATE INDEX inleesronde_mis ON public.inleesronde USING btree (regio_id, gestart_op) WHERE ((afgekeurd > 0) OR (wachtend > 0));
CREATE INDEX inleesronde_open ON public.inleesronde USING btree (regio_id, gestart_op) WHERE (klaar_op IS NULL);
alter table inleesronde enable row level security;
alter table inleesronde force row level security;
create policy aanbieder on inleesronde as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on inleesronde for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on inleesronde for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on inleesronde as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on inleesronde to overlap_app;
grant select on inleesronde to overlap_lezer;

create table inzage (
  regio_id uuid not null,
  id bigint not null generated always as identity,
  trace_id bytea not null,
  span_id bytea not null,
  parent_span_id bytea,
  status text not null,
  name text not null,
  start_time timestamp(3) with time zone not null,
  end_time timestamp(3) with time zone not null,
  resource jsonb not null,
  processing_activity_id text not null,
  data_subject_id_type text not null,
  gebruiker_id text not null,
  gebruiker text not null,
  rol text not null,
  namens text not null,
  taak text,
  taak_id text,
  fout text,
  clienten integer not null,
  constraint inzage_pkey PRIMARY KEY (regio_id, id),
  constraint inzage_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint inzage_check CHECK ((end_time >= start_time)),
  constraint inzage_check1 CHECK (((status = 'Error'::text) = (fout IS NOT NULL))),
  constraint inzage_parent_span_id_check CHECK ((octet_length(parent_span_id) = 8)),
  constraint inzage_span_id_check CHECK ((octet_length(span_id) = 8)),
  constraint inzage_status_check CHECK ((status = ANY (ARRAY['Unset'::text, 'Ok'::text, 'Error'::text]))),
  constraint inzage_taak_check CHECK ((taak = ANY (ARRAY['kpi-uitkomst'::text, 'bevinding'::text, 'bericht'::text, 'reden'::text, 'inzage'::text, 'opdracht'::text]))),
  constraint inzage_trace_id_check CHECK ((octet_length(trace_id) = 16))
);
CREATE INDEX inzage_gebruiker ON public.inzage USING btree (regio_id, gebruiker_id, id DESC);
CREATE INDEX inzage_start ON public.inzage USING btree (regio_id, start_time);
CREATE INDEX inzage_taak ON public.inzage USING btree (regio_id, taak, id DESC);
alter table inzage enable row level security;
alter table inzage force row level security;
create policy aanbieder on inzage as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on inzage as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR false));
create policy lezer on inzage for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on inzage for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select on inzage to overlap_app;
grant select on inzage to overlap_lezer;

create table inzage_client (
  regio_id uuid not null,
  inzage_id bigint not null,
  data_subject_id uuid not null,
  span_id bytea not null,
  constraint inzage_client_pkey PRIMARY KEY (regio_id, inzage_id, data_subject_id),
  constraint inzage_client_regio_id_inzage_id_fkey FOREIGN KEY (regio_id, inzage_id) REFERENCES inzage(regio_id, id) NOT ENFORCED,
  constraint inzage_client_span_id_check CHECK ((octet_length(span_id) = 8))
);
CREATE INDEX inzage_client_client ON public.inzage_client USING btree (regio_id, data_subject_id, inzage_id DESC);
alter table inzage_client enable row level security;
alter table inzage_client force row level security;
create policy aanbieder on inzage_client as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on inzage_client as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR false));
create policy lezer on inzage_client for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on inzage_client for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select on inzage_client to overlap_app;
grant select on inzage_client to overlap_lezer;

create table inzage_reden (
  regio_id uuid not null,
  id bigint not null generated always as identity,
  sessie_id uuid not null,
  reden text not null,
  gekozen_op timestamp with time zone not null,
  constraint inzage_reden_pkey PRIMARY KEY (regio_id, id),
  constraint inzage_reden_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint inzage_reden_regio_id_sessie_id_fkey FOREIGN KEY (regio_id, sessie_id) REFERENCES sessie(regio_id, id) ON DELETE CASCADE
);
CREATE INDEX inzage_reden_sessie ON public.inzage_reden USING btree (regio_id, sessie_id, id DESC);
alter table inzage_reden enable row level security;
alter table inzage_reden force row level security;
create policy lezer on inzage_reden for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on inzage_reden for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select on inzage_reden to overlap_app;
grant select on inzage_reden to overlap_lezer;

create table kalenderadres (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gebruiker_id uuid not null,
  agb text,
  token_hash bytea not null,
  gemaakt_op timestamp with time zone not null,
  ingetrokken_op timestamp with time zone,
  laatst_gelezen_op timestamp with time zone,
  constraint kalenderadres_pkey PRIMARY KEY (regio_id, id),
  constraint kalenderadres_regio_id_token_hash_key UNIQUE (regio_id, token_hash),
  constraint kalenderadres_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint kalenderadres_regio_id_gebruiker_id_fkey FOREIGN KEY (regio_id, gebruiker_id) REFERENCES gebruiker(regio_id, id),
  constraint kalenderadres_agb_check CHECK ((agb ~ '^[0-9]{8}$'::text))
);
CREATE UNIQUE INDEX kalenderadres_een ON public.kalenderadres USING btree (regio_id, gebruiker_id, COALESCE(agb, ''::text)) WHERE (ingetrokken_op IS NULL);
CREATE INDEX kalenderadres_gebruiker ON public.kalenderadres USING btree (regio_id, gebruiker_id);
alter table kalenderadres enable row level security;
alter table kalenderadres force row level security;
create policy aanbieder on kalenderadres as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy lezer on kalenderadres for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on kalenderadres for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on kalenderadres as restrictive for delete to overlap_app using (((ingetrokken_op IS NOT NULL) OR ( SELECT wissen_loopt() AS wissen_loopt)));
grant delete, insert, select, update on kalenderadres to overlap_app;
grant select on kalenderadres to overlap_lezer;

create table kernpartner (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  aanbieder_id uuid not null,
  aanspreekpunt_id uuid not null,
  motivering text not null,
  vanaf date not null,
  tot date,
  constraint kernpartner_pkey PRIMARY KEY (regio_id, id),
  constraint kernpartner_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint kernpartner_regio_id_aanspreekpunt_id_fkey FOREIGN KEY (regio_id, aanspreekpunt_id) REFERENCES gebruiker(regio_id, id),
  constraint kernpartner_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint kernpartner_check CHECK ((tot >= vanaf)),
  constraint kernpartner_motivering_check CHECK (((length(TRIM(BOTH FROM motivering)) >= 1) AND (length(TRIM(BOTH FROM motivering)) <= 2000)))
);
CREATE INDEX kernpartner_aanbieder ON public.kernpartner USING btree (regio_id, aanbieder_id, vanaf DESC);
CREATE INDEX kernpartner_aanspreekpunt ON public.kernpartner USING btree (regio_id, aanspreekpunt_id);
CREATE UNIQUE INDEX kernpartner_nu ON public.kernpartner USING btree (regio_id, aanbieder_id) WHERE (tot IS NULL);
alter table kernpartner enable row level security;
alter table kernpartner force row level security;
create policy aanbieder on kernpartner as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM aanbieder a
  WHERE ((a.regio_id = kernpartner.regio_id) AND (a.id = kernpartner.aanbieder_id))))));
create policy bereik on kernpartner as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = kernpartner.aanbieder_id))
 OFFSET 0))));
create policy lezer on kernpartner for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on kernpartner for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select, update on kernpartner to overlap_app;
grant select on kernpartner to overlap_lezer;

create table kpi_aanbieder (
  regio_id uuid not null,
  berekening_id uuid not null,
  aanbieder_id uuid not null,
  naam text not null,
  onder integer not null,
  oordelen jsonb not null,
  getoond_onder integer not null default 0,
  getoond_oordelen jsonb not null default '[]'::jsonb,
  constraint kpi_aanbieder_pkey PRIMARY KEY (regio_id, berekening_id, aanbieder_id),
  constraint kpi_aanbieder_regio_id_aanbieder_id_naam_fkey FOREIGN KEY (regio_id, aanbieder_id, naam) REFERENCES aanbieder(regio_id, id, naam) ON UPDATE CASCADE,
  constraint kpi_aanbieder_regio_id_berekening_id_fkey FOREIGN KEY (regio_id, berekening_id) REFERENCES kpi_berekening(regio_id, id),
  constraint kpi_aanbieder_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id)
);
CREATE INDEX kpi_aanbieder_aanbieder ON public.kpi_aanbieder USING btree (regio_id, aanbieder_id, naam);
CREATE INDEX kpi_aanbieder_getoond ON public.kpi_aanbieder USING btree (regio_id, berekening_id, getoond_onder DESC, naam COLLATE "nl-x-icu", aanbieder_id);
CREATE INDEX kpi_aanbieder_naam ON public.kpi_aanbieder USING btree (regio_id, berekening_id, naam COLLATE "nl-x-icu", aanbieder_id);
CREATE INDEX kpi_aanbieder_onder ON public.kpi_aanbieder USING btree (regio_id, berekening_id, onder DESC, naam COLLATE "nl-x-icu", aanbieder_id);
alter table kpi_aanbieder enable row level security;
alter table kpi_aanbieder force row level security;
create policy aanbieder on kpi_aanbieder as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on kpi_aanbieder as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR false));
create policy lezer on kpi_aanbieder for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on kpi_aanbieder for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on kpi_aanbieder as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on kpi_aanbieder to overlap_app;
grant select on kpi_aanbieder to overlap_lezer;

create table kpi_berekening (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  jaar integer not null,
  periode_van date not null,
  periode_tot date not null,
  peildatum date not null,
  voorlopig boolean not null,
  nulmeting boolean not null default false,
  berekend_op timestamp with time zone not null,
  berekend_door text not null,
  invoer jsonb not null,
  vingerafdruk bytea not null,
  regelsetdelen uuid[] not null default '{}'::uuid[],
  getoond_minimum integer,
  constraint kpi_berekening_pkey PRIMARY KEY (regio_id, id),
  constraint kpi_berekening_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id)
);
CREATE INDEX kpi_berekening_jaar ON public.kpi_berekening USING btree (regio_id, jaar, berekend_op DESC);
alter table kpi_berekening enable row level security;
alter table kpi_berekening force row level security;
create policy lezer on kpi_berekening for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on kpi_berekening for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy vastgesteld on kpi_berekening as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM kpi_vaststelling v
  WHERE ((v.regio_id = kpi_berekening.regio_id) AND (v.berekening_id = kpi_berekening.id))))));
create policy wissen on kpi_berekening as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on kpi_berekening to overlap_app;
grant select on kpi_berekening to overlap_lezer;

create table kpi_gevallen (
  regio_id uuid not null,
  uitkomst_id uuid not null,
  agb text not null,
  client_id uuid[] not null,
  toewijzing_id uuid[] not null,
  uitkomst text[] not null,
  referentiedatum date[] not null,
  startdatum date[] not null,
  constraint kpi_gevallen_pkey PRIMARY KEY (regio_id, uitkomst_id),
  constraint kpi_gevallen_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint kpi_gevallen_regio_id_uitkomst_id_fkey FOREIGN KEY (regio_id, uitkomst_id) REFERENCES kpi_uitkomst(regio_id, id)
);
alter table kpi_gevallen enable row level security;
alter table kpi_gevallen force row level security;
create policy aanbieder on kpi_gevallen as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on kpi_gevallen as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM kpi_uitkomst u
  WHERE ((u.regio_id = kpi_gevallen.regio_id) AND (u.id = kpi_gevallen.uitkomst_id))))));
create policy lezer on kpi_gevallen for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on kpi_gevallen for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy vastgesteld on kpi_gevallen as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM kpi_uitkomst u
  WHERE ((u.regio_id = kpi_gevallen.regio_id) AND (u.id = kpi_gevallen.uitkomst_id))))));
create policy wissen on kpi_gevallen as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on kpi_gevallen to overlap_app;
grant select on kpi_gevallen to overlap_lezer;

create table kpi_telling (
  regio_id uuid not null,
  berekening_id uuid not null,
  kpi text not null,
  subregio_id uuid not null,
  aanbieders integer not null,
  gemeten integer not null,
  onder integer not null,
  voldoende integer not null,
  zonder integer not null,
  getoond_gemeten integer not null default 0,
  getoond_onder integer not null default 0,
  getoond_voldoende integer not null default 0,
  getoond_zonder integer not null default 0,
  afgeschermd integer not null default 0,
  constraint kpi_telling_pkey PRIMARY KEY (regio_id, berekening_id, kpi, subregio_id),
  constraint kpi_telling_regio_id_berekening_id_fkey FOREIGN KEY (regio_id, berekening_id) REFERENCES kpi_berekening(regio_id, id),
  constraint kpi_telling_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint kpi_telling_regio_id_subregio_id_fkey FOREIGN KEY (regio_id, subregio_id) REFERENCES subregio(regio_id, id)
);
alter table kpi_telling enable row level security;
alter table kpi_telling force row level security;
create policy aanbieder on kpi_telling as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on kpi_telling as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR false));
create policy lezer on kpi_telling for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on kpi_telling for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on kpi_telling as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on kpi_telling to overlap_app;
grant select on kpi_telling to overlap_lezer;

create table kpi_uitkomst (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  berekening_id uuid not null,
  jaar integer not null,
  kpi text not null,
  agb text not null,
  aanbieder_id uuid not null,
  subregio_id uuid not null,
  clienten_in_zorg integer not null,
  n integer not null,
  teller integer not null,
  waarde text,
  oordeel text,
  reden text,
  uitgesloten jsonb not null,
  kenmerken jsonb not null default '{}'::jsonb,
  regelsetdeel_id uuid not null,
  clienten jsonb not null default '{}'::jsonb,
  constraint kpi_uitkomst_pkey PRIMARY KEY (regio_id, id),
  constraint kpi_uitkomst_eenmaal UNIQUE (regio_id, berekening_id, aanbieder_id, subregio_id, kpi),
  constraint kpi_uitkomst_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint kpi_uitkomst_regio_id_berekening_id_fkey FOREIGN KEY (regio_id, berekening_id) REFERENCES kpi_berekening(regio_id, id),
  constraint kpi_uitkomst_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint kpi_uitkomst_regio_id_regelsetdeel_id_fkey FOREIGN KEY (regio_id, regelsetdeel_id) REFERENCES regelsetdeel(regio_id, id),
  constraint kpi_uitkomst_regio_id_subregio_id_fkey FOREIGN KEY (regio_id, subregio_id) REFERENCES subregio(regio_id, id),
  constraint kpi_uitkomst_kpi_check CHECK ((kpi = ANY (ARRAY['clienttevredenheid'::text, 'resultaat-behaald'::text, 'start-zorg'::text]))),
  constraint kpi_uitkomst_oordeel_check CHECK ((oordeel = ANY (ARRAY['onvoldoende'::text, 'voldoende'::text, 'goed'::text, 'behaald'::text, 'niet behaald'::text]))),
  constraint kpi_uitkomst_reden_check CHECK ((reden = ANY (ARRAY['te weinig clienten'::text, 'geen meting'::text, 'onvoldoende respons'::text])))
);
CREATE INDEX kpi_uitkomst_aanbieder ON public.kpi_uitkomst USING btree (regio_id, aanbieder_id, jaar, kpi);
CREATE INDEX kpi_uitkomst_waarde ON public.kpi_uitkomst USING btree (regio_id, berekening_id, kpi, ((waarde)::numeric)) INCLUDE (waarde, subregio_id, aanbieder_id, agb) WHERE (waarde IS NOT NULL);
alter table kpi_uitkomst enable row level security;
alter table kpi_uitkomst force row level security;
create policy aanbieder on kpi_uitkomst as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on kpi_uitkomst as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR ((subregio_id IN ( SELECT subregios_in_bereik() AS subregios_in_bereik)) AND (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = kpi_uitkomst.aanbieder_id))
 OFFSET 0)))));
create policy lezer on kpi_uitkomst for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on kpi_uitkomst for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy vastgesteld on kpi_uitkomst as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM kpi_vaststelling v
  WHERE ((v.regio_id = kpi_uitkomst.regio_id) AND (v.berekening_id = kpi_uitkomst.berekening_id))))));
create policy wissen on kpi_uitkomst as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on kpi_uitkomst to overlap_app;
grant select on kpi_uitkomst to overlap_lezer;

create table kpi_vaststelling (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  berekening_id uuid not null,
  jaar integer not null,
  vastgesteld_op timestamp with time zone not null,
  vastgesteld_door uuid not null,
  toelichting text not null default ''::text,
  constraint kpi_vaststelling_pkey PRIMARY KEY (regio_id, id),
  constraint kpi_vaststelling_regio_id_jaar_berekening_id_key UNIQUE (regio_id, jaar, berekening_id),
  constraint kpi_vaststelling_regio_id_berekening_id_fkey FOREIGN KEY (regio_id, berekening_id) REFERENCES kpi_berekening(regio_id, id),
  constraint kpi_vaststelling_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint kpi_vaststelling_regio_id_vastgesteld_door_fkey FOREIGN KEY (regio_id, vastgesteld_door) REFERENCES gebruiker(regio_id, id)
);
CREATE INDEX kpi_vaststelling_jaar ON public.kpi_vaststelling USING btree (regio_id, jaar, vastgesteld_op DESC);
alter table kpi_vaststelling enable row level security;
alter table kpi_vaststelling force row level security;
create policy lezer on kpi_vaststelling for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on kpi_vaststelling for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on kpi_vaststelling as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on kpi_vaststelling to overlap_app;
grant select on kpi_vaststelling to overlap_lezer;

create table ladderconcept (
  regio_id uuid not null,
  regelsetdeel_id uuid,
  inhoud jsonb not null,
  versie integer not null default 1,
  begonnen_op timestamp with time zone not null,
  begonnen_door text not null,
  gewijzigd_op timestamp with time zone not null,
  gewijzigd_door text not null,
  constraint ladderconcept_pkey PRIMARY KEY (regio_id),
  constraint ladderconcept_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint ladderconcept_regio_id_regelsetdeel_id_fkey FOREIGN KEY (regio_id, regelsetdeel_id) REFERENCES regelsetdeel(regio_id, id),
  constraint ladderconcept_versie_check CHECK ((versie > 0))
);
CREATE INDEX ladderconcept_regelsetdeel ON public.ladderconcept USING btree (regio_id, regelsetdeel_id);
alter table ladderconcept enable row level security;
alter table ladderconcept force row level security;
create policy aanbieder on ladderconcept as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on ladderconcept for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on ladderconcept for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on ladderconcept to overlap_app;
grant select on ladderconcept to overlap_lezer;

create table mail (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gebruiker_id uuid not null,
  soort text not null,
  link_id uuid,
  gevraagd_op timestamp with time zone not null,
  uiterlijk_op timestamp with time zone not null,
  pogingen integer not null default 0,
  laatste_poging_op timestamp with time zone,
  laatste_fout text,
  verzonden_op timestamp with time zone,
  mislukt_op timestamp with time zone,
  constraint mail_pkey PRIMARY KEY (regio_id, id),
  constraint mail_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint mail_regio_id_gebruiker_id_fkey FOREIGN KEY (regio_id, gebruiker_id) REFERENCES gebruiker(regio_id, id),
  constraint mail_regio_id_link_id_fkey FOREIGN KEY (regio_id, link_id) REFERENCES eenmalige_link(regio_id, id) ON DELETE SET NULL (link_id),
  constraint mail_check CHECK (((verzonden_op IS NULL) OR (mislukt_op IS NULL))),
  constraint mail_laatste_fout_check CHECK ((length(laatste_fout) <= 200)),
  constraint mail_soort_check CHECK (((length(soort) >= 1) AND (length(soort) <= 60)))
);
CREATE INDEX mail_gebruiker ON public.mail USING btree (regio_id, gebruiker_id, gevraagd_op DESC);
CREATE UNIQUE INDEX mail_herinnering ON public.mail USING btree (regio_id, gebruiker_id, (((gevraagd_op AT TIME ZONE 'Europe/Amsterdam'::text))::date)) WHERE (soort = 'herinnering'::text);
CREATE INDEX mail_link ON public.mail USING btree (regio_id, link_id) WHERE (link_id IS NOT NULL);
CREATE INDEX mail_oud ON public.mail USING btree (regio_id, gevraagd_op);
alter table mail enable row level security;
alter table mail force row level security;
create policy lezer on mail for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on mail for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on mail to overlap_app;
grant select on mail to overlap_lezer;

create table mandaat (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  taak text not null,
  rol text not null,
  gemeente_code text,
  grond text not null,
  hoogste_cent bigint,
  hoogste_maanden integer,
  geldig_vanaf date not null,
  geldig_tot date,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  ingetrokken_op timestamp with time zone,
  ingetrokken_door text,
  intrekking_reden text,
  constraint mandaat_pkey PRIMARY KEY (regio_id, id),
  constraint mandaat_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint mandaat_regio_id_gemeente_code_fkey FOREIGN KEY (regio_id, gemeente_code) REFERENCES gemeente(regio_id, code),
  constraint mandaat_check CHECK (((geldig_tot IS NULL) OR (geldig_tot >= geldig_vanaf))),
  constraint mandaat_check1 CHECK ((((ingetrokken_op IS NULL) = (ingetrokken_door IS NULL)) AND ((ingetrokken_op IS NULL) = (intrekking_reden IS NULL)))),
  constraint mandaat_grond_check CHECK ((length(TRIM(BOTH FROM grond)) > 0)),
  constraint mandaat_hoogste_cent_check CHECK ((hoogste_cent >= 0)),
  constraint mandaat_hoogste_maanden_check CHECK ((hoogste_maanden > 0)),
  constraint mandaat_taak_check CHECK ((taak ~ '^[a-z0-9-]+$'::text))
);
CREATE INDEX mandaat_gemeente ON public.mandaat USING btree (regio_id, gemeente_code);
CREATE INDEX mandaat_taak ON public.mandaat USING btree (regio_id, taak, rol);
alter table mandaat enable row level security;
alter table mandaat force row level security;
create policy aanbieder on mandaat as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on mandaat for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on mandaat for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select, update on mandaat to overlap_app;
grant select on mandaat to overlap_lezer;

create table migratie (
  naam text not null,
  controlegetal text not null,
  toegepast_op timestamp with time zone not null default now(),
  constraint migratie_pkey PRIMARY KEY (naam)
);

create table mislukking (
  sleutel bytea not null,
  aantal integer not null,
  laatst_op timestamp with time zone not null,
  constraint mislukking_pkey PRIMARY KEY (sleutel)
);
CREATE INDEX mislukking_oud ON public.mislukking USING btree (laatst_op);
alter table mislukking enable row level security;
alter table mislukking force row level security;
create policy tellen on mislukking for all to overlap_app using (true) with check (true);
grant delete, insert, select, update on mislukking to overlap_app;

create table modelmaatregel (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  soort text not null,
  model text not null,
  nadeel_code text,
  nadeel text not null,
  maatregel text not null,
  eigenaar_id uuid not null,
  uiterlijk date not null,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  gereed_op date,
  vervallen_op date,
  afloop text,
  gesloten_door text,
  constraint modelmaatregel_pkey PRIMARY KEY (regio_id, id),
  constraint modelmaatregel_regio_id_eigenaar_id_fkey FOREIGN KEY (regio_id, eigenaar_id) REFERENCES gebruiker(regio_id, id),
  constraint modelmaatregel_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint modelmaatregel_afloop_check CHECK (((length(TRIM(BOTH FROM afloop)) >= 1) AND (length(TRIM(BOTH FROM afloop)) <= 1000))),
  constraint modelmaatregel_check CHECK (((gereed_op IS NULL) OR (vervallen_op IS NULL))),
  constraint modelmaatregel_check1 CHECK ((((gereed_op IS NULL) AND (vervallen_op IS NULL)) = (afloop IS NULL))),
  constraint modelmaatregel_check2 CHECK (((afloop IS NULL) = (gesloten_door IS NULL))),
  constraint modelmaatregel_maatregel_check CHECK (((length(TRIM(BOTH FROM maatregel)) >= 1) AND (length(TRIM(BOTH FROM maatregel)) <= 1000))),
  constraint modelmaatregel_model_check CHECK ((model ~ '^[a-z0-9-]+$'::text)),
  constraint modelmaatregel_nadeel_check CHECK (((length(TRIM(BOTH FROM nadeel)) >= 1) AND (length(TRIM(BOTH FROM nadeel)) <= 500))),
  constraint modelmaatregel_nadeel_code_check CHECK ((nadeel_code ~ '^[a-z0-9-]+$'::text)),
  constraint modelmaatregel_soort_check CHECK ((soort = ANY (ARRAY['positionering'::text, 'functiemodel'::text])))
);
CREATE INDEX modelmaatregel_eigenaar ON public.modelmaatregel USING btree (regio_id, eigenaar_id);
CREATE INDEX modelmaatregel_model ON public.modelmaatregel USING btree (regio_id, soort, model, uiterlijk, id);
CREATE INDEX modelmaatregel_open ON public.modelmaatregel USING btree (regio_id, uiterlijk, id) WHERE (afloop IS NULL);
alter table modelmaatregel enable row level security;
alter table modelmaatregel force row level security;
create policy aanbieder on modelmaatregel as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on modelmaatregel for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on modelmaatregel for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select, update on modelmaatregel to overlap_app;
grant select on modelmaatregel to overlap_lezer;

create table normmededeling (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  regelsetdeel_id uuid not null,
  aanbieder_id uuid not null,
  agb text not null,
  datum date not null,
  kanaal text not null,
  toelichting text not null default ''::text,
  document_id uuid,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  ingetrokken_op timestamp with time zone,
  ingetrokken_door text,
  constraint normmededeling_pkey PRIMARY KEY (regio_id, id),
  constraint normmededeling_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint normmededeling_regio_id_document_id_fkey FOREIGN KEY (regio_id, document_id) REFERENCES document(regio_id, id),
  constraint normmededeling_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint normmededeling_regio_id_regelsetdeel_id_fkey FOREIGN KEY (regio_id, regelsetdeel_id) REFERENCES regelsetdeel(regio_id, id),
  constraint normmededeling_check CHECK (((ingetrokken_op IS NULL) = (ingetrokken_door IS NULL))),
  constraint normmededeling_check1 CHECK (((ingetrokken_op IS NULL) OR (document_id IS NULL))),
  constraint normmededeling_kanaal_check CHECK ((kanaal = ANY (ARRAY['website'::text, 'mail'::text, 'post'::text, 'bijeenkomst'::text, 'anders'::text]))),
  constraint normmededeling_toelichting_check CHECK ((length(toelichting) <= 1000))
);
CREATE INDEX normmededeling_aanbieder ON public.normmededeling USING btree (regio_id, aanbieder_id);
CREATE INDEX normmededeling_document ON public.normmededeling USING btree (regio_id, document_id);
CREATE INDEX normmededeling_norm ON public.normmededeling USING btree (regio_id, regelsetdeel_id, aanbieder_id, datum);
alter table normmededeling enable row level security;
alter table normmededeling force row level security;
create policy aanbieder on normmededeling as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on normmededeling as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = normmededeling.aanbieder_id))
 OFFSET 0))));
create policy lezer on normmededeling for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on normmededeling for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select, update on normmededeling to overlap_app;
grant select on normmededeling to overlap_lezer;

create table nummerreeks (
  regio_id uuid not null,
  reeks text not null,
  jaar integer not null,
  laatste integer not null,
  constraint nummerreeks_pkey PRIMARY KEY (regio_id, reeks, jaar),
  constraint nummerreeks_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint nummerreeks_laatste_check CHECK ((laatste > 0))
);
alter table nummerreeks enable row level security;
alter table nummerreeks force row level security;
create policy lezer on nummerreeks for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on nummerreeks for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select, update on nummerreeks to overlap_app;
grant select on nummerreeks to overlap_lezer;

create table opdracht (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  jaar integer not null,
  tekst text not null,
  prioriteiten jsonb not null,
  gegeven_op timestamp with time zone not null,
  gegeven_door text not null,
  gegeven_als text not null,
  constraint opdracht_pkey PRIMARY KEY (regio_id, id),
  constraint opdracht_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint opdracht_jaar_check CHECK (((jaar >= 2000) AND (jaar <= 2100))),
  constraint opdracht_tekst_check CHECK (((length(TRIM(BOTH FROM tekst)) >= 1) AND (length(TRIM(BOTH FROM tekst)) <= 4000)))
);
CREATE INDEX opdracht_jaar ON public.opdracht USING btree (regio_id, jaar, id DESC);
alter table opdracht enable row level security;
alter table opdracht force row level security;
create policy aanbieder on opdracht as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on opdracht for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on opdracht for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select on opdracht to overlap_app;
grant select on opdracht to overlap_lezer;

create table opdracht_advies (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  opdracht_id uuid not null,
  tekst text not null,
  gegeven_op timestamp with time zone not null,
  gegeven_door text not null,
  constraint opdracht_advies_pkey PRIMARY KEY (regio_id, id),
  constraint opdracht_advies_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint opdracht_advies_regio_id_opdracht_id_fkey FOREIGN KEY (regio_id, opdracht_id) REFERENCES opdracht(regio_id, id),
  constraint opdracht_advies_tekst_check CHECK (((length(TRIM(BOTH FROM tekst)) >= 1) AND (length(TRIM(BOTH FROM tekst)) <= 4000)))
);
CREATE INDEX opdracht_advies_opdracht ON public.opdracht_advies USING btree (regio_id, opdracht_id, id);
alter table opdracht_advies enable row level security;
alter table opdracht_advies force row level security;
create policy aanbieder on opdracht_advies as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on opdracht_advies for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on opdracht_advies for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select on opdracht_advies to overlap_app;
grant select on opdracht_advies to overlap_lezer;

create table organisatieafmelding (
  regio_id uuid not null,
  jti_hash bytea not null,
  verloopt_op timestamp with time zone not null,
  constraint organisatieafmelding_pkey PRIMARY KEY (regio_id, jti_hash),
  constraint organisatieafmelding_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint organisatieafmelding_jti_hash_check CHECK ((length(jti_hash) = 32))
);
CREATE INDEX organisatieafmelding_oud ON public.organisatieafmelding USING btree (regio_id, verloopt_op);
alter table organisatieafmelding enable row level security;
alter table organisatieafmelding force row level security;
create policy lezer on organisatieafmelding for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on organisatieafmelding for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select on organisatieafmelding to overlap_app;
grant select on organisatieafmelding to overlap_lezer;

create table organisatiemodel (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  soort text not null,
  model text not null,
  centrumgemeente_code text,
  uitvoerder text not null default ''::text,
  geldig_vanaf date not null,
  besluit text not null,
  reden text not null,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  constraint organisatiemodel_pkey PRIMARY KEY (regio_id, id),
  constraint organisatiemodel_regio_id_centrumgemeente_code_fkey FOREIGN KEY (regio_id, centrumgemeente_code) REFERENCES gemeente(regio_id, code),
  constraint organisatiemodel_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint organisatiemodel_besluit_check CHECK (((length(TRIM(BOTH FROM besluit)) >= 1) AND (length(TRIM(BOTH FROM besluit)) <= 500))),
  constraint organisatiemodel_check CHECK (((soort = 'positionering'::text) OR ((centrumgemeente_code IS NULL) AND (uitvoerder = ''::text)))),
  constraint organisatiemodel_model_check CHECK ((model ~ '^[a-z0-9-]+$'::text)),
  constraint organisatiemodel_reden_check CHECK (((length(TRIM(BOTH FROM reden)) >= 1) AND (length(TRIM(BOTH FROM reden)) <= 2000))),
  constraint organisatiemodel_soort_check CHECK ((soort = ANY (ARRAY['positionering'::text, 'functiemodel'::text]))),
  constraint organisatiemodel_uitvoerder_check CHECK ((length(uitvoerder) <= 200))
);
CREATE INDEX organisatiemodel_centrumgemeente ON public.organisatiemodel USING btree (regio_id, centrumgemeente_code) WHERE (centrumgemeente_code IS NOT NULL);
CREATE INDEX organisatiemodel_soort ON public.organisatiemodel USING btree (regio_id, soort, geldig_vanaf DESC, id DESC);
alter table organisatiemodel enable row level security;
alter table organisatiemodel force row level security;
create policy aanbieder on organisatiemodel as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on organisatiemodel for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on organisatiemodel for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select on organisatiemodel to overlap_app;
grant select on organisatiemodel to overlap_lezer;

create table organisatiepoging (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  token_hash bytea not null,
  state text not null,
  nonce text not null,
  verifier text not null,
  terug text not null,
  verloopt_op timestamp with time zone not null,
  constraint organisatiepoging_pkey PRIMARY KEY (regio_id, id),
  constraint organisatiepoging_regio_id_token_hash_key UNIQUE (regio_id, token_hash),
  constraint organisatiepoging_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint organisatiepoging_terug_check CHECK ((length(terug) <= 2000))
);
CREATE INDEX organisatiepoging_oud ON public.organisatiepoging USING btree (regio_id, verloopt_op);
alter table organisatiepoging enable row level security;
alter table organisatiepoging force row level security;
create policy lezer on organisatiepoging for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on organisatiepoging for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on organisatiepoging to overlap_app;
grant select on organisatiepoging to overlap_lezer;

create table overeenkomst (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  nummer text not null,
  aanbieder_id uuid,
  agb text not null,
  relatietype text not null default 'inkoop'::text,
  onderwerp text not null,
  begindatum date not null,
  einddatum date not null,
  verlengingen integer not null default 0,
  verlenging_maanden integer not null default 0,
  verlengd integer not null default 0,
  loopt_tot date not null generated always as (einde_na_maanden(einddatum, (verlengd * verlenging_maanden))) stored,
  vindplaats text not null default ''::text,
  zoektekst text not null generated always as (zoekvorm(((nummer || ' '::text) || onderwerp))) stored,
  aangemaakt_op timestamp with time zone not null default now(),
  motivering_juridisch text not null default ''::text,
  motivering_beleid text not null default ''::text,
  budgetkader text not null default ''::text,
  beleidskader text not null default ''::text,
  domein_keuze text,
  domein_producten text not null default 'wmo'::text,
  domein text not null generated always as (COALESCE(domein_keuze, domein_producten)) stored,
  gegevens_versie integer not null default 0,
  niet_verlengd_op date,
  constraint overeenkomst_pkey PRIMARY KEY (regio_id, id),
  constraint overeenkomst_met_einde UNIQUE (regio_id, id, loopt_tot),
  constraint overeenkomst_regio_id_nummer_key UNIQUE (regio_id, nummer),
  constraint overeenkomst_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint overeenkomst_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint overeenkomst_check CHECK ((einddatum >= begindatum)),
  constraint overeenkomst_domein_keuze_check CHECK ((domein_keuze = ANY (ARRAY['wmo'::text, 'jeugd'::text, 'participatie'::text, 'recreatie'::text, 'sport'::text, 'cultuur'::text, 'onderwijs'::text, 'economie'::text, 'veiligheid'::text]))),
  constraint overeenkomst_domein_producten_check CHECK ((domein_producten = ANY (ARRAY['wmo'::text, 'jeugd'::text]))),
  constraint overeenkomst_motivering CHECK (((motivering_juridisch = ''::text) = (motivering_beleid = ''::text))),
  constraint overeenkomst_nummer_check CHECK (((length(nummer) >= 1) AND (length(nummer) <= 60))),
  constraint overeenkomst_relatietype_check CHECK ((relatietype = ANY (ARRAY['inkoop'::text, 'subsidie'::text]))),
  constraint overeenkomst_verlengd_binnen_opties CHECK ((verlengd <= verlengingen)),
  constraint overeenkomst_verlengd_check CHECK ((verlengd >= 0)),
  constraint overeenkomst_verlenging_maanden_check CHECK ((verlenging_maanden >= 0)),
  constraint overeenkomst_verlengingen_check CHECK ((verlengingen >= 0))
);
CREATE INDEX overeenkomst_aanbieder ON public.overeenkomst USING btree (regio_id, aanbieder_id, loopt_tot) INCLUDE (agb, id);
CREATE INDEX overeenkomst_agb ON public.overeenkomst USING btree (regio_id, agb);
CREATE INDEX overeenkomst_begindatum ON public.overeenkomst USING btree (regio_id, begindatum, id);
CREATE INDEX overeenkomst_domein ON public.overeenkomst USING btree (regio_id, domein, nummer);
CREATE INDEX overeenkomst_loopt_tot ON public.overeenkomst USING btree (regio_id, loopt_tot, id) INCLUDE (agb, nummer, verlengingen, verlengd, verlenging_maanden, niet_verlengd_op);
CREATE INDEX overeenkomst_onderwerp ON public.overeenkomst USING btree (regio_id, onderwerp COLLATE "nl-x-icu", id);
CREATE INDEX overeenkomst_relatietype ON public.overeenkomst USING btree (regio_id, relatietype, nummer);
CREATE INDEX overeenkomst_verlengd ON public.overeenkomst USING btree (regio_id, nummer) WHERE (verlengd > 0);
CREATE INDEX overeenkomst_zoek ON public.overeenkomst USING gin (zoektekst gin_trgm_ops);
alter table overeenkomst enable row level security;
alter table overeenkomst force row level security;
create policy aanbieder on overeenkomst as restrictive for all to overlap_app using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on overeenkomst as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.overeenkomst_id = overeenkomst.id))
 OFFSET 0))));
create policy eigenaar on overeenkomst for all to overlap_eigenaar using (true);
create policy lezer on overeenkomst for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on overeenkomst for all to overlap_app using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
CREATE TRIGGER bereik_erbij AFTER INSERT ON public.overeenkomst REFERENCING NEW TABLE AS regels FOR EACH STATEMENT EXECUTE FUNCTION bereik_bij_overeenkomst();
CREATE TRIGGER bereik_van_ander AFTER UPDATE OF aanbieder_id ON public.overeenkomst FOR EACH ROW WHEN ((old.aanbieder_id IS DISTINCT FROM new.aanbieder_id)) EXECUTE FUNCTION bereik_bij_aanbieder();
grant delete, insert, select, update on overeenkomst to overlap_app;
grant select on overeenkomst to overlap_lezer;

create table overeenkomst_bereik (
  regio_id uuid not null,
  overeenkomst_id uuid not null,
  aanbieder_id uuid,
  gemeenten text[] not null,
  soorten text[] not null,
  constraint overeenkomst_bereik_pkey PRIMARY KEY (regio_id, overeenkomst_id),
  constraint overeenkomst_bereik_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint overeenkomst_bereik_regio_id_overeenkomst_id_fkey FOREIGN KEY (regio_id, overeenkomst_id) REFERENCES overeenkomst(regio_id, id) ON DELETE CASCADE
);
CREATE INDEX overeenkomst_bereik_aanbieder ON public.overeenkomst_bereik USING btree (regio_id, aanbieder_id);
alter table overeenkomst_bereik enable row level security;
alter table overeenkomst_bereik force row level security;
create policy bereik on overeenkomst_bereik as restrictive for all to overlap_app using ((( SELECT (volledig_bereik() AND (huidige_agb() IS NULL))) OR (EXISTS ( SELECT
   FROM unnest(( SELECT overeenkomstgrenzen(bereik()) AS overeenkomstgrenzen)) g(gemeenten, soorten)
  WHERE (((g.gemeenten IS NULL) OR (g.gemeenten && overeenkomst_bereik.gemeenten)) AND ((g.soorten IS NULL) OR (g.soorten && overeenkomst_bereik.soorten)))))));
create policy eigenaar on overeenkomst_bereik for all to overlap_eigenaar using (true) with check (true);
create policy lezer on overeenkomst_bereik for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on overeenkomst_bereik for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant select on overeenkomst_bereik to overlap_app;
grant select on overeenkomst_bereik to overlap_lezer;

create table overeenkomst_functie (
  regio_id uuid not null,
  overeenkomst_id uuid not null,
  functie text not null,
  gebruiker_id uuid not null,
  vanaf date not null,
  loopt_tot date not null default 'infinity'::date,
  constraint overeenkomst_functie_pkey PRIMARY KEY (regio_id, overeenkomst_id, functie, gebruiker_id),
  constraint overeenkomst_functie_loopt_tot FOREIGN KEY (regio_id, overeenkomst_id, loopt_tot) REFERENCES overeenkomst(regio_id, id, loopt_tot) ON UPDATE CASCADE,
  constraint overeenkomst_functie_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint overeenkomst_functie_regio_id_gebruiker_id_fkey FOREIGN KEY (regio_id, gebruiker_id) REFERENCES gebruiker(regio_id, id),
  constraint overeenkomst_functie_regio_id_overeenkomst_id_fkey FOREIGN KEY (regio_id, overeenkomst_id) REFERENCES overeenkomst(regio_id, id),
  constraint overeenkomst_functie_functie_check CHECK ((functie = ANY (ARRAY['contracteigenaar'::text, 'contractmanager'::text, 'achtervanger'::text, 'rvm'::text])))
);
CREATE INDEX overeenkomst_functie_gebruiker ON public.overeenkomst_functie USING btree (regio_id, gebruiker_id, loopt_tot) INCLUDE (functie, overeenkomst_id);
alter table overeenkomst_functie enable row level security;
alter table overeenkomst_functie force row level security;
create policy aanbieder on overeenkomst_functie as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM overeenkomst o
  WHERE ((o.regio_id = overeenkomst_functie.regio_id) AND (o.id = overeenkomst_functie.overeenkomst_id))))));
create policy bereik on overeenkomst_functie as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.overeenkomst_id = overeenkomst_functie.overeenkomst_id))
 OFFSET 0))));
create policy lezer on overeenkomst_functie for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on overeenkomst_functie for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
CREATE TRIGGER loopt_tot BEFORE INSERT ON public.overeenkomst_functie FOR EACH ROW EXECUTE FUNCTION functie_loopt_tot();
grant delete, insert, select, update on overeenkomst_functie to overlap_app;
grant select on overeenkomst_functie to overlap_lezer;

create table overeenkomst_gemeente (
  regio_id uuid not null,
  overeenkomst_id uuid not null,
  gemeente_code text not null,
  constraint overeenkomst_gemeente_pkey PRIMARY KEY (regio_id, overeenkomst_id, gemeente_code),
  constraint overeenkomst_gemeente_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint overeenkomst_gemeente_regio_id_overeenkomst_id_fkey FOREIGN KEY (regio_id, overeenkomst_id) REFERENCES overeenkomst(regio_id, id),
  constraint overeenkomst_gemeente_gemeente_code_check CHECK ((gemeente_code ~ '^[0-9]{4}$'::text))
);
CREATE INDEX overeenkomst_gemeente_code ON public.overeenkomst_gemeente USING btree (regio_id, gemeente_code, overeenkomst_id);
alter table overeenkomst_gemeente enable row level security;
alter table overeenkomst_gemeente force row level security;
create policy aanbieder on overeenkomst_gemeente as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM overeenkomst o
  WHERE ((o.regio_id = overeenkomst_gemeente.regio_id) AND (o.id = overeenkomst_gemeente.overeenkomst_id))))));
create policy bereik on overeenkomst_gemeente as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.overeenkomst_id = overeenkomst_gemeente.overeenkomst_id))
 OFFSET 0))));
create policy lezer on overeenkomst_gemeente for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on overeenkomst_gemeente for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
CREATE TRIGGER bereik_eraf AFTER DELETE ON public.overeenkomst_gemeente REFERENCING OLD TABLE AS regels FOR EACH STATEMENT EXECUTE FUNCTION bereik_bij_deel();
CREATE TRIGGER bereik_erbij AFTER INSERT ON public.overeenkomst_gemeente REFERENCING NEW TABLE AS regels FOR EACH STATEMENT EXECUTE FUNCTION bereik_bij_deel();
CREATE TRIGGER bereik_nieuw AFTER UPDATE ON public.overeenkomst_gemeente REFERENCING NEW TABLE AS regels FOR EACH STATEMENT EXECUTE FUNCTION bereik_bij_deel();
CREATE TRIGGER bereik_oud AFTER UPDATE ON public.overeenkomst_gemeente REFERENCING OLD TABLE AS regels FOR EACH STATEMENT EXECUTE FUNCTION bereik_bij_deel();
grant delete, insert, select, update on overeenkomst_gemeente to overlap_app;
grant select on overeenkomst_gemeente to overlap_lezer;

create table overeenkomst_product (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  overeenkomst_id uuid not null,
  product_id uuid not null,
  eenheid_tarief text not null,
  eenheid_declaratie text not null,
  bekostigingsvorm text,
  constraint overeenkomst_product_pkey PRIMARY KEY (regio_id, id),
  constraint overeenkomst_product_regio_id_overeenkomst_id_product_id_key UNIQUE (regio_id, overeenkomst_id, product_id),
  constraint overeenkomst_product_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint overeenkomst_product_regio_id_overeenkomst_id_fkey FOREIGN KEY (regio_id, overeenkomst_id) REFERENCES overeenkomst(regio_id, id),
  constraint overeenkomst_product_regio_id_product_id_fkey FOREIGN KEY (regio_id, product_id) REFERENCES product(regio_id, id),
  constraint overeenkomst_product_bekostigingsvorm_check CHECK ((bekostigingsvorm = ANY (ARRAY['inspanningsgericht'::text, 'outputgericht'::text, 'taakgericht'::text]))),
  constraint overeenkomst_product_eenheid_declaratie_check CHECK ((eenheid_declaratie ~ '^[0-9]{2}$'::text)),
  constraint overeenkomst_product_eenheid_tarief_check CHECK ((eenheid_tarief ~ '^[0-9]{2}$'::text))
);
CREATE INDEX overeenkomst_product_product ON public.overeenkomst_product USING btree (regio_id, product_id);
alter table overeenkomst_product enable row level security;
alter table overeenkomst_product force row level security;
create policy aanbieder on overeenkomst_product as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM overeenkomst o
  WHERE ((o.regio_id = overeenkomst_product.regio_id) AND (o.id = overeenkomst_product.overeenkomst_id))))));
create policy bereik on overeenkomst_product as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.overeenkomst_id = overeenkomst_product.overeenkomst_id))
 OFFSET 0))));
create policy lezer on overeenkomst_product for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on overeenkomst_product for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
CREATE TRIGGER bereik_eraf AFTER DELETE ON public.overeenkomst_product REFERENCING OLD TABLE AS regels FOR EACH STATEMENT EXECUTE FUNCTION bereik_bij_deel();
CREATE TRIGGER bereik_erbij AFTER INSERT ON public.overeenkomst_product REFERENCING NEW TABLE AS regels FOR EACH STATEMENT EXECUTE FUNCTION bereik_bij_deel();
CREATE TRIGGER bereik_nieuw AFTER UPDATE ON public.overeenkomst_product REFERENCING NEW TABLE AS regels FOR EACH STATEMENT EXECUTE FUNCTION bereik_bij_deel();
CREATE TRIGGER bereik_oud AFTER UPDATE ON public.overeenkomst_product REFERENCING OLD TABLE AS regels FOR EACH STATEMENT EXECUTE FUNCTION bereik_bij_deel();
grant delete, insert, select, update on overeenkomst_product to overlap_app;
grant select on overeenkomst_product to overlap_lezer;

create table overlegtafel (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  titel text not null,
  thema text not null default ''::text,
  subregio_id uuid,
  datum date not null,
  begintijd text not null default ''::text,
  wijze text not null default 'fysiek'::text,
  plaats text not null default ''::text,
  gepland_op timestamp with time zone not null,
  gepland_door text not null,
  samengesteld_voor date,
  regels_id uuid,
  samengesteld_op timestamp with time zone,
  uitgenodigd_op timestamp with time zone,
  gehouden_op timestamp with time zone,
  terugkoppeling text,
  teruggekoppeld_op timestamp with time zone,
  teruggekoppeld_door text,
  gesloten_op timestamp with time zone,
  vervallen_op timestamp with time zone,
  vervallen_reden text,
  versie integer not null default 0,
  constraint overlegtafel_pkey PRIMARY KEY (regio_id, id),
  constraint overlegtafel_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint overlegtafel_regio_id_regels_id_fkey FOREIGN KEY (regio_id, regels_id) REFERENCES regelsetdeel(regio_id, id),
  constraint overlegtafel_regio_id_subregio_id_fkey FOREIGN KEY (regio_id, subregio_id) REFERENCES subregio(regio_id, id),
  constraint overlegtafel_begintijd_check CHECK (((begintijd ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text) OR (begintijd = ''::text))),
  constraint overlegtafel_check CHECK ((((samengesteld_op IS NULL) = (samengesteld_voor IS NULL)) AND ((samengesteld_op IS NULL) = (regels_id IS NULL)))),
  constraint overlegtafel_check1 CHECK (((uitgenodigd_op IS NULL) OR (samengesteld_op IS NOT NULL))),
  constraint overlegtafel_check2 CHECK (((gehouden_op IS NULL) OR (uitgenodigd_op IS NOT NULL))),
  constraint overlegtafel_check3 CHECK (((teruggekoppeld_op IS NULL) OR (gehouden_op IS NOT NULL))),
  constraint overlegtafel_check4 CHECK (((gesloten_op IS NULL) OR (teruggekoppeld_op IS NOT NULL))),
  constraint overlegtafel_check5 CHECK (((vervallen_op IS NULL) OR (gehouden_op IS NULL))),
  constraint overlegtafel_check6 CHECK (((vervallen_op IS NULL) = (vervallen_reden IS NULL))),
  constraint overlegtafel_check7 CHECK ((((teruggekoppeld_op IS NULL) = (terugkoppeling IS NULL)) AND ((teruggekoppeld_op IS NULL) = (teruggekoppeld_door IS NULL)))),
  constraint overlegtafel_plaats_check CHECK ((length(plaats) <= 300)),
  constraint overlegtafel_terugkoppeling_check CHECK (((length(TRIM(BOTH FROM terugkoppeling)) >= 1) AND (length(TRIM(BOTH FROM terugkoppeling)) <= 10000))),
  constraint overlegtafel_thema_check CHECK ((length(thema) <= 500)),
  constraint overlegtafel_titel_check CHECK (((length(TRIM(BOTH FROM titel)) >= 1) AND (length(TRIM(BOTH FROM titel)) <= 200))),
  constraint overlegtafel_vervallen_reden_check CHECK (((length(TRIM(BOTH FROM vervallen_reden)) >= 1) AND (length(TRIM(BOTH FROM vervallen_reden)) <= 1000))),
  constraint overlegtafel_wijze_check CHECK ((wijze = ANY (ARRAY['fysiek'::text, 'online'::text])))
);
CREATE INDEX overlegtafel_datum ON public.overlegtafel USING btree (regio_id, datum, id);
CREATE INDEX overlegtafel_open ON public.overlegtafel USING btree (regio_id, datum, id) WHERE ((gesloten_op IS NULL) AND (vervallen_op IS NULL));
CREATE INDEX overlegtafel_regels ON public.overlegtafel USING btree (regio_id, regels_id);
CREATE INDEX overlegtafel_subregio ON public.overlegtafel USING btree (regio_id, subregio_id, datum);
CREATE INDEX overlegtafel_titel ON public.overlegtafel USING btree (regio_id, titel COLLATE "nl-x-icu", id);
alter table overlegtafel enable row level security;
alter table overlegtafel force row level security;
create policy aanbieder on overlegtafel as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM overlegtafel_deelname d
  WHERE ((d.regio_id = overlegtafel.regio_id) AND (d.overlegtafel_id = overlegtafel.id)))) OR (EXISTS ( SELECT
   FROM overlegtafel_terugkoppeling t
  WHERE ((t.regio_id = overlegtafel.regio_id) AND (t.overlegtafel_id = overlegtafel.id))))));
create policy lezer on overlegtafel for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on overlegtafel for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on overlegtafel as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on overlegtafel to overlap_app;
grant select on overlegtafel to overlap_lezer;

create table overlegtafel_aanwezigheid (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  overlegtafel_id uuid not null,
  aanbieder_id uuid not null,
  agb text not null,
  aanwezigheid text not null,
  toelichting text not null default ''::text,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  constraint overlegtafel_aanwezigheid_pkey PRIMARY KEY (regio_id, id),
  constraint overlegtafel_aanwezigheid_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint overlegtafel_aanwezigheid_regio_id_overlegtafel_id_aanbied_fkey FOREIGN KEY (regio_id, overlegtafel_id, aanbieder_id) REFERENCES overlegtafel_deelname(regio_id, overlegtafel_id, aanbieder_id),
  constraint overlegtafel_aanwezigheid_aanwezigheid_check CHECK ((aanwezigheid = ANY (ARRAY['aanwezig'::text, 'afgemeld'::text, 'afwezig'::text]))),
  constraint overlegtafel_aanwezigheid_toelichting_check CHECK ((length(toelichting) <= 1000))
);
CREATE INDEX overlegtafel_aanwezigheid_aanbieder ON public.overlegtafel_aanwezigheid USING btree (regio_id, aanbieder_id);
CREATE INDEX overlegtafel_aanwezigheid_tafel ON public.overlegtafel_aanwezigheid USING btree (regio_id, overlegtafel_id, aanbieder_id, vastgelegd_op DESC, id DESC);
alter table overlegtafel_aanwezigheid enable row level security;
alter table overlegtafel_aanwezigheid force row level security;
create policy aanbieder on overlegtafel_aanwezigheid as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on overlegtafel_aanwezigheid as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = overlegtafel_aanwezigheid.aanbieder_id))
 OFFSET 0))));
create policy lezer on overlegtafel_aanwezigheid for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on overlegtafel_aanwezigheid for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on overlegtafel_aanwezigheid as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on overlegtafel_aanwezigheid to overlap_app;
grant select on overlegtafel_aanwezigheid to overlap_lezer;

create table overlegtafel_afwijking (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  overlegtafel_id uuid not null,
  aanbieder_id uuid not null,
  richting text not null,
  motivering text not null,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  constraint overlegtafel_afwijking_pkey PRIMARY KEY (regio_id, id),
  constraint overlegtafel_afwijking_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint overlegtafel_afwijking_regio_id_overlegtafel_id_aanbieder__fkey FOREIGN KEY (regio_id, overlegtafel_id, aanbieder_id) REFERENCES overlegtafel_kandidaat(regio_id, overlegtafel_id, aanbieder_id) ON DELETE CASCADE,
  constraint overlegtafel_afwijking_motivering_check CHECK (((length(TRIM(BOTH FROM motivering)) >= 1) AND (length(TRIM(BOTH FROM motivering)) <= 1000))),
  constraint overlegtafel_afwijking_richting_check CHECK ((richting = ANY (ARRAY['wel'::text, 'niet'::text])))
);
CREATE INDEX overlegtafel_afwijking_tafel ON public.overlegtafel_afwijking USING btree (regio_id, overlegtafel_id, aanbieder_id, vastgelegd_op DESC, id DESC);
alter table overlegtafel_afwijking enable row level security;
alter table overlegtafel_afwijking force row level security;
create policy aanbieder on overlegtafel_afwijking as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on overlegtafel_afwijking as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = overlegtafel_afwijking.aanbieder_id))
 OFFSET 0))));
create policy lezer on overlegtafel_afwijking for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on overlegtafel_afwijking for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select on overlegtafel_afwijking to overlap_app;
grant select on overlegtafel_afwijking to overlap_lezer;

create table overlegtafel_bericht (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  soort text not null,
  overlegtafel_id uuid,
  uitsluiting_id uuid,
  aanbieder_id uuid,
  naam text not null,
  email text not null,
  gevraagd_op timestamp with time zone not null,
  pogingen integer not null default 0,
  laatste_fout text,
  verzonden_op timestamp with time zone,
  mislukt_op timestamp with time zone,
  constraint overlegtafel_bericht_pkey PRIMARY KEY (regio_id, id),
  constraint overlegtafel_bericht_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint overlegtafel_bericht_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint overlegtafel_bericht_regio_id_overlegtafel_id_fkey FOREIGN KEY (regio_id, overlegtafel_id) REFERENCES overlegtafel(regio_id, id),
  constraint overlegtafel_bericht_regio_id_uitsluiting_id_fkey FOREIGN KEY (regio_id, uitsluiting_id) REFERENCES overlegtafel_uitsluiting(regio_id, id),
  constraint overlegtafel_bericht_check CHECK (((overlegtafel_id IS NULL) <> (uitsluiting_id IS NULL))),
  constraint overlegtafel_bericht_check1 CHECK (((verzonden_op IS NULL) OR (mislukt_op IS NULL))),
  constraint overlegtafel_bericht_email_check CHECK ((length(email) <= 254)),
  constraint overlegtafel_bericht_laatste_fout_check CHECK ((length(laatste_fout) <= 200)),
  constraint overlegtafel_bericht_naam_check CHECK ((length(naam) <= 200)),
  constraint overlegtafel_bericht_soort_check CHECK ((soort = ANY (ARRAY['uitnodiging'::text, 'wijziging'::text, 'intrekking'::text, 'vervallen'::text, 'terugkoppeling'::text, 'uitsluiting'::text, 'opheffing'::text])))
);
CREATE INDEX overlegtafel_bericht_aanbieder ON public.overlegtafel_bericht USING btree (regio_id, aanbieder_id);
CREATE INDEX overlegtafel_bericht_tafel ON public.overlegtafel_bericht USING btree (regio_id, overlegtafel_id, gevraagd_op, id);
CREATE INDEX overlegtafel_bericht_tijd ON public.overlegtafel_bericht USING btree (regio_id, gevraagd_op);
CREATE INDEX overlegtafel_bericht_uitsluiting ON public.overlegtafel_bericht USING btree (regio_id, uitsluiting_id) WHERE (uitsluiting_id IS NOT NULL);
alter table overlegtafel_bericht enable row level security;
alter table overlegtafel_bericht force row level security;
create policy aanbieder on overlegtafel_bericht as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on overlegtafel_bericht as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = overlegtafel_bericht.aanbieder_id))
 OFFSET 0))));
create policy lezer on overlegtafel_bericht for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on overlegtafel_bericht for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on overlegtafel_bericht as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on overlegtafel_bericht to overlap_app;
grant select on overlegtafel_bericht to overlap_lezer;

create table overlegtafel_besluit (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  overlegtafel_id uuid not null,
  tekst text not null,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  constraint overlegtafel_besluit_pkey PRIMARY KEY (regio_id, id),
  constraint overlegtafel_besluit_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint overlegtafel_besluit_regio_id_overlegtafel_id_fkey FOREIGN KEY (regio_id, overlegtafel_id) REFERENCES overlegtafel(regio_id, id),
  constraint overlegtafel_besluit_tekst_check CHECK (((length(TRIM(BOTH FROM tekst)) >= 1) AND (length(TRIM(BOTH FROM tekst)) <= 4000)))
);
CREATE INDEX overlegtafel_besluit_tafel ON public.overlegtafel_besluit USING btree (regio_id, overlegtafel_id, vastgelegd_op, id);
alter table overlegtafel_besluit enable row level security;
alter table overlegtafel_besluit force row level security;
create policy aanbieder on overlegtafel_besluit as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM overlegtafel_besluit_partij p
  WHERE ((p.regio_id = overlegtafel_besluit.regio_id) AND (p.besluit_id = overlegtafel_besluit.id))))));
create policy lezer on overlegtafel_besluit for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on overlegtafel_besluit for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on overlegtafel_besluit as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on overlegtafel_besluit to overlap_app;
grant select on overlegtafel_besluit to overlap_lezer;

create table overlegtafel_besluit_partij (
  regio_id uuid not null,
  besluit_id uuid not null,
  aanbieder_id uuid not null,
  agb text not null,
  constraint overlegtafel_besluit_partij_pkey PRIMARY KEY (regio_id, besluit_id, aanbieder_id),
  constraint overlegtafel_besluit_partij_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint overlegtafel_besluit_partij_regio_id_besluit_id_fkey FOREIGN KEY (regio_id, besluit_id) REFERENCES overlegtafel_besluit(regio_id, id),
  constraint overlegtafel_besluit_partij_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id)
);
CREATE INDEX overlegtafel_besluit_partij_aanbieder ON public.overlegtafel_besluit_partij USING btree (regio_id, aanbieder_id);
alter table overlegtafel_besluit_partij enable row level security;
alter table overlegtafel_besluit_partij force row level security;
create policy aanbieder on overlegtafel_besluit_partij as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on overlegtafel_besluit_partij as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = overlegtafel_besluit_partij.aanbieder_id))
 OFFSET 0))));
create policy lezer on overlegtafel_besluit_partij for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on overlegtafel_besluit_partij for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on overlegtafel_besluit_partij as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on overlegtafel_besluit_partij to overlap_app;
grant select on overlegtafel_besluit_partij to overlap_lezer;

create table overlegtafel_deelname (
  regio_id uuid not null,
  overlegtafel_id uuid not null,
  aanbieder_id uuid not null,
  agb text not null,
  uitgenodigd_op timestamp with time zone not null,
  uitgenodigd_door text not null,
  vervangt_id uuid,
  ingetrokken_op timestamp with time zone,
  antwoord text,
  afgevaardigde text not null default ''::text,
  reden text not null default ''::text,
  beantwoord_op timestamp with time zone,
  beantwoord_door text,
  constraint overlegtafel_deelname_pkey PRIMARY KEY (regio_id, overlegtafel_id, aanbieder_id),
  constraint overlegtafel_deelname_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint overlegtafel_deelname_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint overlegtafel_deelname_regio_id_overlegtafel_id_fkey FOREIGN KEY (regio_id, overlegtafel_id) REFERENCES overlegtafel(regio_id, id),
  constraint overlegtafel_deelname_regio_id_vervangt_id_fkey FOREIGN KEY (regio_id, vervangt_id) REFERENCES aanbieder(regio_id, id),
  constraint overlegtafel_deelname_afgevaardigde_check CHECK ((length(afgevaardigde) <= 200)),
  constraint overlegtafel_deelname_antwoord_check CHECK ((antwoord = ANY (ARRAY['komt'::text, 'afgemeld'::text]))),
  constraint overlegtafel_deelname_check CHECK ((((antwoord IS NULL) = (beantwoord_op IS NULL)) AND ((antwoord IS NULL) = (beantwoord_door IS NULL)))),
  constraint overlegtafel_deelname_check1 CHECK (((antwoord IS DISTINCT FROM 'afgemeld'::text) OR (length(TRIM(BOTH FROM reden)) > 0))),
  constraint overlegtafel_deelname_reden_check CHECK ((length(reden) <= 1000))
);
CREATE INDEX overlegtafel_deelname_aanbieder ON public.overlegtafel_deelname USING btree (regio_id, aanbieder_id, uitgenodigd_op DESC);
CREATE INDEX overlegtafel_deelname_agb ON public.overlegtafel_deelname USING btree (regio_id, agb, overlegtafel_id);
CREATE INDEX overlegtafel_deelname_vervangt ON public.overlegtafel_deelname USING btree (regio_id, vervangt_id);
alter table overlegtafel_deelname enable row level security;
alter table overlegtafel_deelname force row level security;
create policy aanbieder on overlegtafel_deelname as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on overlegtafel_deelname as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = overlegtafel_deelname.aanbieder_id))
 OFFSET 0))));
create policy lezer on overlegtafel_deelname for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on overlegtafel_deelname for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on overlegtafel_deelname as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on overlegtafel_deelname to overlap_app;
grant select on overlegtafel_deelname to overlap_lezer;

create table overlegtafel_kandidaat (
  regio_id uuid not null,
  overlegtafel_id uuid not null,
  aanbieder_id uuid not null,
  volgorde integer not null,
  klasse text not null,
  omvang jsonb not null,
  subregio_id uuid not null,
  clienten integer not null,
  laatst_uitgenodigd_op date,
  uitgesloten boolean not null,
  voorgesteld boolean not null,
  reden jsonb not null,
  constraint overlegtafel_kandidaat_pkey PRIMARY KEY (regio_id, overlegtafel_id, aanbieder_id),
  constraint overlegtafel_kandidaat_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint overlegtafel_kandidaat_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint overlegtafel_kandidaat_regio_id_overlegtafel_id_fkey FOREIGN KEY (regio_id, overlegtafel_id) REFERENCES overlegtafel(regio_id, id),
  constraint overlegtafel_kandidaat_regio_id_subregio_id_fkey FOREIGN KEY (regio_id, subregio_id) REFERENCES subregio(regio_id, id),
  constraint overlegtafel_kandidaat_clienten_check CHECK ((clienten >= 0)),
  constraint overlegtafel_kandidaat_klasse_check CHECK ((klasse = ANY (ARRAY['groot'::text, 'middelgroot'::text, 'klein'::text])))
);
CREATE INDEX overlegtafel_kandidaat_aanbieder ON public.overlegtafel_kandidaat USING btree (regio_id, aanbieder_id);
CREATE INDEX overlegtafel_kandidaat_subregio ON public.overlegtafel_kandidaat USING btree (regio_id, subregio_id);
alter table overlegtafel_kandidaat enable row level security;
alter table overlegtafel_kandidaat force row level security;
create policy aanbieder on overlegtafel_kandidaat as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on overlegtafel_kandidaat as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = overlegtafel_kandidaat.aanbieder_id))
 OFFSET 0))));
create policy lezer on overlegtafel_kandidaat for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on overlegtafel_kandidaat for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select on overlegtafel_kandidaat to overlap_app;
grant select on overlegtafel_kandidaat to overlap_lezer;

create table overlegtafel_product (
  regio_id uuid not null,
  overlegtafel_id uuid not null,
  categorie text not null,
  constraint overlegtafel_product_pkey PRIMARY KEY (regio_id, overlegtafel_id, categorie),
  constraint overlegtafel_product_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint overlegtafel_product_regio_id_overlegtafel_id_fkey FOREIGN KEY (regio_id, overlegtafel_id) REFERENCES overlegtafel(regio_id, id),
  constraint overlegtafel_product_categorie_check CHECK ((categorie ~ '^[0-9]{2}$'::text))
);
CREATE INDEX overlegtafel_product_categorie ON public.overlegtafel_product USING btree (regio_id, categorie, overlegtafel_id);
alter table overlegtafel_product enable row level security;
alter table overlegtafel_product force row level security;
create policy aanbieder on overlegtafel_product as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM overlegtafel o
  WHERE ((o.regio_id = overlegtafel_product.regio_id) AND (o.id = overlegtafel_product.overlegtafel_id))))));
create policy lezer on overlegtafel_product for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on overlegtafel_product for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select on overlegtafel_product to overlap_app;
grant select on overlegtafel_product to overlap_lezer;

create table overlegtafel_terugkoppeling (
  regio_id uuid not null,
  overlegtafel_id uuid not null,
  aanbieder_id uuid not null,
  agb text not null,
  verzonden_op timestamp with time zone not null,
  constraint overlegtafel_terugkoppeling_pkey PRIMARY KEY (regio_id, overlegtafel_id, aanbieder_id),
  constraint overlegtafel_terugkoppeling_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint overlegtafel_terugkoppeling_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint overlegtafel_terugkoppeling_regio_id_overlegtafel_id_fkey FOREIGN KEY (regio_id, overlegtafel_id) REFERENCES overlegtafel(regio_id, id)
);
CREATE INDEX overlegtafel_terugkoppeling_aanbieder ON public.overlegtafel_terugkoppeling USING btree (regio_id, aanbieder_id);
CREATE INDEX overlegtafel_terugkoppeling_agb ON public.overlegtafel_terugkoppeling USING btree (regio_id, agb, overlegtafel_id);
alter table overlegtafel_terugkoppeling enable row level security;
alter table overlegtafel_terugkoppeling force row level security;
create policy aanbieder on overlegtafel_terugkoppeling as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on overlegtafel_terugkoppeling as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = overlegtafel_terugkoppeling.aanbieder_id))
 OFFSET 0))));
create policy lezer on overlegtafel_terugkoppeling for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on overlegtafel_terugkoppeling for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on overlegtafel_terugkoppeling as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on overlegtafel_terugkoppeling to overlap_app;
grant select on overlegtafel_terugkoppeling to overlap_lezer;

create table overlegtafel_toets (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  overlegtafel_id uuid not null,
  datum date not null,
  besproken_met text not null,
  afspiegeling boolean not null,
  oordeel text not null,
  aanpassing text not null default ''::text,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  constraint overlegtafel_toets_pkey PRIMARY KEY (regio_id, id),
  constraint overlegtafel_toets_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint overlegtafel_toets_regio_id_overlegtafel_id_fkey FOREIGN KEY (regio_id, overlegtafel_id) REFERENCES overlegtafel(regio_id, id),
  constraint overlegtafel_toets_aanpassing_check CHECK ((length(aanpassing) <= 2000)),
  constraint overlegtafel_toets_besproken_met_check CHECK (((length(TRIM(BOTH FROM besproken_met)) >= 1) AND (length(TRIM(BOTH FROM besproken_met)) <= 500))),
  constraint overlegtafel_toets_check CHECK ((afspiegeling OR (length(TRIM(BOTH FROM aanpassing)) > 0))),
  constraint overlegtafel_toets_oordeel_check CHECK (((length(TRIM(BOTH FROM oordeel)) >= 1) AND (length(TRIM(BOTH FROM oordeel)) <= 4000)))
);
CREATE INDEX overlegtafel_toets_tafel ON public.overlegtafel_toets USING btree (regio_id, overlegtafel_id, datum DESC);
alter table overlegtafel_toets enable row level security;
alter table overlegtafel_toets force row level security;
create policy aanbieder on overlegtafel_toets as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on overlegtafel_toets for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on overlegtafel_toets for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on overlegtafel_toets as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on overlegtafel_toets to overlap_app;
grant select on overlegtafel_toets to overlap_lezer;

create table overlegtafel_uitsluiting (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  aanbieder_id uuid not null,
  agb text not null,
  vanaf date not null,
  tot date,
  grond jsonb not null,
  motivering text not null,
  besloten_op timestamp with time zone not null,
  besloten_door text not null,
  opgeheven_vanaf date,
  opgeheven_op timestamp with time zone,
  opgeheven_door text,
  opheffing_reden text,
  constraint overlegtafel_uitsluiting_pkey PRIMARY KEY (regio_id, id),
  constraint overlegtafel_uitsluiting_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint overlegtafel_uitsluiting_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint overlegtafel_uitsluiting_check CHECK (((tot IS NULL) OR (tot >= vanaf))),
  constraint overlegtafel_uitsluiting_check1 CHECK ((((opgeheven_op IS NULL) = (opgeheven_vanaf IS NULL)) AND ((opgeheven_op IS NULL) = (opgeheven_door IS NULL)) AND ((opgeheven_op IS NULL) = (opheffing_reden IS NULL)))),
  constraint overlegtafel_uitsluiting_check2 CHECK ((opgeheven_vanaf >= vanaf)),
  constraint overlegtafel_uitsluiting_motivering_check CHECK (((length(TRIM(BOTH FROM motivering)) >= 1) AND (length(TRIM(BOTH FROM motivering)) <= 2000))),
  constraint overlegtafel_uitsluiting_opheffing_reden_check CHECK (((length(TRIM(BOTH FROM opheffing_reden)) >= 1) AND (length(TRIM(BOTH FROM opheffing_reden)) <= 2000))),
  constraint overlegtafel_uitsluiting_een_tegelijk EXCLUDE USING gist (regio_id WITH =, aanbieder_id WITH =, daterange(vanaf, LEAST(opgeheven_vanaf, (tot + 1)), '[)'::text) WITH &&)
);
CREATE INDEX overlegtafel_uitsluiting_aanbieder ON public.overlegtafel_uitsluiting USING btree (regio_id, aanbieder_id, vanaf DESC);
alter table overlegtafel_uitsluiting enable row level security;
alter table overlegtafel_uitsluiting force row level security;
create policy aanbieder on overlegtafel_uitsluiting as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on overlegtafel_uitsluiting as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = overlegtafel_uitsluiting.aanbieder_id))
 OFFSET 0))));
create policy lezer on overlegtafel_uitsluiting for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on overlegtafel_uitsluiting for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on overlegtafel_uitsluiting as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on overlegtafel_uitsluiting to overlap_app;
grant select on overlegtafel_uitsluiting to overlap_lezer;

create table plafond (
  regio_id uuid not null,
  overeenkomst_id uuid not null,
  jaar integer not null,
  cent bigint not null,
  constraint plafond_pkey PRIMARY KEY (regio_id, overeenkomst_id, jaar) INCLUDE (cent),
  constraint plafond_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint plafond_regio_id_overeenkomst_id_fkey FOREIGN KEY (regio_id, overeenkomst_id) REFERENCES overeenkomst(regio_id, id),
  constraint plafond_cent_check CHECK ((cent >= 0)),
  constraint plafond_jaar_check CHECK (((jaar >= 2000) AND (jaar <= 2100)))
);
alter table plafond enable row level security;
alter table plafond force row level security;
create policy aanbieder on plafond as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM overeenkomst o
  WHERE ((o.regio_id = plafond.regio_id) AND (o.id = plafond.overeenkomst_id))))));
create policy bereik on plafond as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.overeenkomst_id = plafond.overeenkomst_id))
 OFFSET 0))));
create policy lezer on plafond for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on plafond for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on plafond to overlap_app;
grant select on plafond to overlap_lezer;

create table plafondvoorstel (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  overeenkomst_id uuid not null,
  jaar integer not null,
  oud_cent bigint,
  nieuw_cent bigint not null,
  motivering text not null,
  voorgesteld_op timestamp with time zone not null,
  voorgesteld_door uuid not null,
  besluit text,
  besluit_reden text,
  besloten_op timestamp with time zone,
  besloten_door uuid,
  besloten_als text,
  mandaat_id uuid,
  constraint plafondvoorstel_pkey PRIMARY KEY (regio_id, id),
  constraint plafondvoorstel_regio_id_besloten_door_fkey FOREIGN KEY (regio_id, besloten_door) REFERENCES gebruiker(regio_id, id),
  constraint plafondvoorstel_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint plafondvoorstel_regio_id_mandaat_id_fkey FOREIGN KEY (regio_id, mandaat_id) REFERENCES mandaat(regio_id, id),
  constraint plafondvoorstel_regio_id_overeenkomst_id_fkey FOREIGN KEY (regio_id, overeenkomst_id) REFERENCES overeenkomst(regio_id, id),
  constraint plafondvoorstel_regio_id_voorgesteld_door_fkey FOREIGN KEY (regio_id, voorgesteld_door) REFERENCES gebruiker(regio_id, id),
  constraint plafondvoorstel_besluit_check CHECK ((besluit = ANY (ARRAY['goedgekeurd'::text, 'afgewezen'::text, 'ingetrokken'::text]))),
  constraint plafondvoorstel_check CHECK ((((besluit IS NULL) = (besloten_op IS NULL)) AND ((besluit IS NULL) = (besloten_door IS NULL)))),
  constraint plafondvoorstel_jaar_check CHECK (((jaar >= 2000) AND (jaar <= 2100))),
  constraint plafondvoorstel_motivering_check CHECK ((length(TRIM(BOTH FROM motivering)) > 0)),
  constraint plafondvoorstel_nieuw_cent_check CHECK ((nieuw_cent >= 0))
);
CREATE INDEX plafondvoorstel_besloten ON public.plafondvoorstel USING btree (regio_id, besloten_door);
CREATE INDEX plafondvoorstel_mandaat ON public.plafondvoorstel USING btree (regio_id, mandaat_id);
CREATE UNIQUE INDEX plafondvoorstel_open ON public.plafondvoorstel USING btree (regio_id, overeenkomst_id, jaar) WHERE (besluit IS NULL);
CREATE INDEX plafondvoorstel_overeenkomst ON public.plafondvoorstel USING btree (regio_id, overeenkomst_id, voorgesteld_op DESC);
CREATE INDEX plafondvoorstel_voorgesteld ON public.plafondvoorstel USING btree (regio_id, voorgesteld_door);
CREATE INDEX plafondvoorstel_wacht ON public.plafondvoorstel USING btree (regio_id, voorgesteld_op) WHERE (besluit IS NULL);
alter table plafondvoorstel enable row level security;
alter table plafondvoorstel force row level security;
create policy aanbieder on plafondvoorstel as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on plafondvoorstel as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.overeenkomst_id = plafondvoorstel.overeenkomst_id))
 OFFSET 0))));
create policy lezer on plafondvoorstel for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on plafondvoorstel for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on plafondvoorstel as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on plafondvoorstel to overlap_app;
grant select on plafondvoorstel to overlap_lezer;

create table product (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  wet text not null generated always as (
CASE
    WHEN (categorie <= '18'::text) THEN 'wmo'::text
    ELSE 'jw'::text
END) stored,
  categorie text not null,
  code text not null,
  naam text not null,
  constraint product_pkey PRIMARY KEY (regio_id, id),
  constraint product_regio_id_categorie_code_key UNIQUE (regio_id, categorie, code),
  constraint product_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint product_categorie_check CHECK ((categorie ~ '^[0-9]{2}$'::text)),
  constraint product_code_check CHECK (((length(code) >= 1) AND (length(code) <= 5))),
  constraint product_wet_check CHECK ((wet = ANY (ARRAY['wmo'::text, 'jw'::text])))
);
alter table product enable row level security;
alter table product force row level security;
create policy lezer on product for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on product for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
CREATE TRIGGER bereik_van_ander AFTER UPDATE OF categorie ON public.product FOR EACH ROW WHEN ((old.categorie <> new.categorie)) EXECUTE FUNCTION bereik_bij_product();
grant delete, insert, select, update on product to overlap_app;
grant select on product to overlap_lezer;

create table publicatie (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  titel text not null,
  tekst text not null,
  doelgroep text not null,
  doelgroep_tekst text not null default ''::text,
  kanaal text not null,
  datum date not null,
  brief_id uuid,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  ingetrokken_op timestamp with time zone,
  ingetrokken_door text,
  constraint publicatie_pkey PRIMARY KEY (regio_id, id),
  constraint publicatie_regio_id_brief_id_fkey FOREIGN KEY (regio_id, brief_id) REFERENCES brief(regio_id, id),
  constraint publicatie_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint publicatie_check CHECK (((ingetrokken_op IS NULL) = (ingetrokken_door IS NULL))),
  constraint publicatie_check1 CHECK (((doelgroep = 'selectie'::text) = (doelgroep_tekst <> ''::text))),
  constraint publicatie_doelgroep_check CHECK ((doelgroep = ANY (ARRAY['iedereen'::text, 'aanbieders'::text, 'selectie'::text]))),
  constraint publicatie_doelgroep_tekst_check CHECK ((length(doelgroep_tekst) <= 300)),
  constraint publicatie_kanaal_check CHECK ((kanaal = ANY (ARRAY['website'::text, 'mail'::text, 'post'::text, 'bijeenkomst'::text, 'anders'::text]))),
  constraint publicatie_tekst_check CHECK ((length(tekst) <= 20000)),
  constraint publicatie_titel_check CHECK (((length(TRIM(BOTH FROM titel)) >= 1) AND (length(TRIM(BOTH FROM titel)) <= 200)))
);
CREATE UNIQUE INDEX publicatie_brief ON public.publicatie USING btree (regio_id, brief_id) WHERE (brief_id IS NOT NULL);
CREATE INDEX publicatie_datum ON public.publicatie USING btree (regio_id, datum DESC, id DESC);
alter table publicatie enable row level security;
alter table publicatie force row level security;
create policy aanbieder on publicatie as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR ((doelgroep <> 'selectie'::text) AND (ingetrokken_op IS NULL))));
create policy lezer on publicatie for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on publicatie for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on publicatie as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on publicatie to overlap_app;
grant select on publicatie to overlap_lezer;

create table rapportagedeel (
  regio_id uuid not null,
  gesprek_id uuid not null,
  code text not null,
  tekst text not null,
  versie integer not null default 1,
  gewijzigd_op timestamp with time zone not null,
  gewijzigd_door text not null,
  constraint rapportagedeel_pkey PRIMARY KEY (regio_id, gesprek_id, code),
  constraint rapportagedeel_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint rapportagedeel_regio_id_gesprek_id_fkey FOREIGN KEY (regio_id, gesprek_id) REFERENCES gesprek(regio_id, id),
  constraint rapportagedeel_code_check CHECK ((code ~ '^[a-z0-9-]+$'::text))
);
alter table rapportagedeel enable row level security;
alter table rapportagedeel force row level security;
create policy aanbieder on rapportagedeel as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = rapportagedeel.regio_id) AND (g.id = rapportagedeel.gesprek_id))))));
create policy bereik on rapportagedeel as restrictive for all to overlap_app using ((( SELECT (volledig_bereik() AND (ongevraagd_alles() OR (huidige_agb() IS NOT NULL)))) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = rapportagedeel.regio_id) AND (g.id = rapportagedeel.gesprek_id))))));
create policy lezer on rapportagedeel for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on rapportagedeel for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy uitnodiging_lezer on rapportagedeel as restrictive for select to overlap_lezer using ((( SELECT ongevraagd_alles() AS ongevraagd_alles) OR (gesprek_id IN ( SELECT gesprekken_op_uitnodiging() AS gesprekken_op_uitnodiging))));
create policy wissen on rapportagedeel as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on rapportagedeel to overlap_app;
grant select on rapportagedeel to overlap_lezer;

create table rasci (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  taak text not null,
  gemeente_code text,
  verdeling jsonb not null,
  geldig_vanaf date not null,
  reden text not null,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  constraint rasci_pkey PRIMARY KEY (regio_id, id),
  constraint rasci_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint rasci_regio_id_gemeente_code_fkey FOREIGN KEY (regio_id, gemeente_code) REFERENCES gemeente(regio_id, code),
  constraint rasci_reden_check CHECK ((length(TRIM(BOTH FROM reden)) > 0)),
  constraint rasci_taak_check CHECK ((taak ~ '^[a-z0-9-]+$'::text))
);
CREATE INDEX rasci_taak ON public.rasci USING btree (regio_id, taak, gemeente_code, geldig_vanaf DESC, id DESC);
alter table rasci enable row level security;
alter table rasci force row level security;
create policy aanbieder on rasci as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on rasci for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on rasci for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select on rasci to overlap_app;
grant select on rasci to overlap_lezer;

create table regelsetdeel (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  deel text not null,
  versie integer not null,
  geldig_vanaf date not null,
  bron text not null,
  inhoud jsonb not null,
  reden text,
  vastgelegd_op timestamp with time zone not null default now(),
  vastgelegd_door text not null,
  constraint regelsetdeel_pkey PRIMARY KEY (regio_id, id),
  constraint regelsetdeel_regio_id_deel_versie_key UNIQUE (regio_id, deel, versie),
  constraint regelsetdeel_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint regelsetdeel_versie_check CHECK ((versie > 0))
);
alter table regelsetdeel enable row level security;
alter table regelsetdeel force row level security;
create policy lezer on regelsetdeel for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on regelsetdeel for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select on regelsetdeel to overlap_app;
grant select on regelsetdeel to overlap_lezer;

create table regio (
  id uuid not null default uuidv7(),
  naam text not null,
  regelset text not null,
  contractfase_vanaf date not null,
  voorbeeld boolean not null default false,
  aangemaakt_op timestamp with time zone not null default now(),
  slug text not null generated always as (TRIM(BOTH '-'::text FROM regexp_replace(lower(naam), '[^a-z0-9]+'::text, '-'::text, 'g'::text))) stored,
  constraint regio_pkey PRIMARY KEY (id),
  constraint regio_naam_key UNIQUE (naam),
  constraint regio_naam_check CHECK (((length(TRIM(BOTH FROM naam)) >= 1) AND (length(TRIM(BOTH FROM naam)) <= 200)))
);
alter table regio enable row level security;
alter table regio force row level security;
create policy eigenaar on regio for all to overlap_eigenaar using (true) with check (true);
create policy lezer on regio for select to overlap_lezer using ((id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on regio for all to overlap_app, overlap_eigenaar using ((id = ( SELECT huidige_regio() AS huidige_regio))) with check ((id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select, update on regio to overlap_app;
grant select on regio to overlap_lezer;

create table retour (
  regio_id uuid not null,
  bericht_id bigint not null,
  heen_soort text not null,
  heen_afzender text not null,
  heen_identificatie text not null,
  afgekeurd boolean not null,
  codes text[] not null,
  constraint retour_pkey PRIMARY KEY (regio_id, bericht_id),
  constraint retour_regio_id_bericht_id_fkey FOREIGN KEY (regio_id, bericht_id) REFERENCES bericht(regio_id, id)
);
CREATE INDEX retour_heen ON public.retour USING btree (regio_id, heen_afzender, heen_identificatie);
alter table retour enable row level security;
alter table retour force row level security;
create policy aanbieder on retour as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on retour as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM bericht b
  WHERE ((b.regio_id = retour.regio_id) AND (b.id = retour.bericht_id))))));
create policy lezer on retour for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on retour for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on retour as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on retour to overlap_app;
grant select on retour to overlap_lezer;

create table roltoewijzing (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gebruiker_id uuid not null,
  rol text not null,
  agb text,
  begindatum date not null,
  einddatum date,
  gemeenten text[],
  wet text,
  categorieen text[],
  toegekend_op timestamp with time zone not null default now(),
  toegekend_door text,
  ingetrokken_op timestamp with time zone,
  ingetrokken_door text,
  waarneming_id uuid,
  herkomst text not null default 'hand'::text,
  constraint roltoewijzing_pkey PRIMARY KEY (regio_id, id),
  constraint roltoewijzing_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint roltoewijzing_regio_id_gebruiker_id_fkey FOREIGN KEY (regio_id, gebruiker_id) REFERENCES gebruiker(regio_id, id),
  constraint roltoewijzing_regio_id_waarneming_id_fkey FOREIGN KEY (regio_id, waarneming_id) REFERENCES waarneming(regio_id, id),
  constraint roltoewijzing_aanbieder CHECK (((rol ~~ 'aanbieder%'::text) = (agb IS NOT NULL))),
  constraint roltoewijzing_agb_check CHECK ((agb ~ '^[0-9]{8}$'::text)),
  constraint roltoewijzing_categorieen_check CHECK ((cardinality(categorieen) > 0)),
  constraint roltoewijzing_check CHECK (((einddatum IS NULL) OR (einddatum >= begindatum))),
  constraint roltoewijzing_een_grens CHECK (((agb IS NULL) OR ((gemeenten IS NULL) AND (wet IS NULL) AND (categorieen IS NULL)))),
  constraint roltoewijzing_gemeenten_check CHECK ((cardinality(gemeenten) > 0)),
  constraint roltoewijzing_herkomst_check CHECK ((herkomst = ANY (ARRAY['hand'::text, 'organisatie'::text]))),
  constraint roltoewijzing_wet_check CHECK ((wet = ANY (ARRAY['wmo'::text, 'jw'::text]))),
  constraint roltoewijzing_een_kant EXCLUDE USING gist (regio_id WITH =, gebruiker_id WITH =, (((agb IS NULL))::integer) WITH <>, daterange(begindatum, einddatum, '[]'::text) WITH &&) WHERE ((ingetrokken_op IS NULL))
);
CREATE INDEX roltoewijzing_agb ON public.roltoewijzing USING btree (regio_id, agb) WHERE (agb IS NOT NULL);
CREATE INDEX roltoewijzing_gebruiker ON public.roltoewijzing USING btree (regio_id, gebruiker_id);
CREATE INDEX roltoewijzing_rol ON public.roltoewijzing USING btree (regio_id, rol);
CREATE INDEX roltoewijzing_waarneming ON public.roltoewijzing USING btree (regio_id, waarneming_id) WHERE (waarneming_id IS NOT NULL);
alter table roltoewijzing enable row level security;
alter table roltoewijzing force row level security;
create policy eigenaar on roltoewijzing for all to overlap_eigenaar using (true) with check (true);
create policy lezer on roltoewijzing for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on roltoewijzing for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
CREATE TRIGGER sessies_bij_rol AFTER INSERT OR UPDATE ON public.roltoewijzing FOR EACH ROW EXECUTE FUNCTION beeindig_sessies();
grant insert, select, update on roltoewijzing to overlap_app;
grant select on roltoewijzing to overlap_lezer;

create table samenwerkingsafspraak (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gemeente_code text not null,
  met text not null,
  onderwerp text not null,
  tekst text not null,
  vindplaats text not null default ''::text,
  geldig_vanaf date not null,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  constraint samenwerkingsafspraak_pkey PRIMARY KEY (regio_id, id),
  constraint samenwerkingsafspraak_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint samenwerkingsafspraak_regio_id_gemeente_code_fkey FOREIGN KEY (regio_id, gemeente_code) REFERENCES gemeente(regio_id, code),
  constraint samenwerkingsafspraak_met_check CHECK ((met = ANY (ARRAY['beleid'::text, 'wijkteam'::text]))),
  constraint samenwerkingsafspraak_onderwerp_check CHECK ((onderwerp = ANY (ARRAY['verantwoordelijkheden'::text, 'samenwerking'::text]))),
  constraint samenwerkingsafspraak_tekst_check CHECK (((length(TRIM(BOTH FROM tekst)) >= 1) AND (length(TRIM(BOTH FROM tekst)) <= 4000))),
  constraint samenwerkingsafspraak_vindplaats_check CHECK ((length(vindplaats) <= 300))
);
CREATE INDEX samenwerkingsafspraak_gemeente ON public.samenwerkingsafspraak USING btree (regio_id, gemeente_code, met, onderwerp, geldig_vanaf DESC, id DESC);
alter table samenwerkingsafspraak enable row level security;
alter table samenwerkingsafspraak force row level security;
create policy aanbieder on samenwerkingsafspraak as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on samenwerkingsafspraak for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on samenwerkingsafspraak for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select on samenwerkingsafspraak to overlap_app;
grant select on samenwerkingsafspraak to overlap_lezer;

create table sessie (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gebruiker_id uuid not null,
  token_hash bytea not null,
  csrf text not null,
  gestart_op timestamp with time zone not null,
  laatst_gezien_op timestamp with time zone not null,
  verloopt_op timestamp with time zone not null,
  beeindigd_op timestamp with time zone,
  wijze text not null default 'voorbeeld'::text,
  toestel text not null default ''::text,
  werkt_voor text,
  uitgever_sessie bytea,
  constraint sessie_pkey PRIMARY KEY (regio_id, id),
  constraint sessie_token_hash_key UNIQUE (token_hash),
  constraint sessie_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint sessie_regio_id_gebruiker_id_fkey FOREIGN KEY (regio_id, gebruiker_id) REFERENCES gebruiker(regio_id, id),
  constraint sessie_toestel_check CHECK ((length(toestel) <= 100)),
  constraint sessie_uitgever_sessie_check CHECK ((length(uitgever_sessie) = 32)),
  constraint sessie_werkt_voor_check CHECK ((werkt_voor ~ '^[0-9]{8}$'::text)),
  constraint sessie_wijze_check CHECK (((length(wijze) >= 1) AND (length(wijze) <= 60)))
);
CREATE INDEX sessie_gebruiker ON public.sessie USING btree (regio_id, gebruiker_id) WHERE (beeindigd_op IS NULL);
CREATE INDEX sessie_oud ON public.sessie USING btree (regio_id, verloopt_op);
CREATE INDEX sessie_uitgever ON public.sessie USING btree (regio_id, uitgever_sessie) WHERE ((beeindigd_op IS NULL) AND (uitgever_sessie IS NOT NULL));
alter table sessie enable row level security;
alter table sessie force row level security;
create policy eigenaar on sessie for all to overlap_eigenaar using (true) with check (true);
create policy lezer on sessie for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on sessie for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on sessie to overlap_app;
grant select on sessie to overlap_lezer;

create table sleutelstand (
  regio_id uuid not null,
  wet text not null,
  versie integer not null,
  oudste integer not null,
  begonnen_op timestamp with time zone not null,
  begonnen_door text not null,
  klaar_op timestamp with time zone,
  constraint sleutelstand_pkey PRIMARY KEY (regio_id, wet),
  constraint sleutelstand_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint sleutelstand_check CHECK (((oudste = versie) OR (oudste = (versie - 1)))),
  constraint sleutelstand_check1 CHECK (((oudste = versie) = (klaar_op IS NOT NULL))),
  constraint sleutelstand_versie_check CHECK ((versie > 1)),
  constraint sleutelstand_wet_check CHECK ((wet = ANY (ARRAY['wmo'::text, 'jw'::text])))
);
alter table sleutelstand enable row level security;
alter table sleutelstand force row level security;
create policy aanbieder on sleutelstand as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on sleutelstand for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on sleutelstand for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select, update on sleutelstand to overlap_app;
grant select on sleutelstand to overlap_lezer;

create table start_melding (
  regio_id uuid not null,
  bericht_id bigint not null,
  regel integer not null,
  wet text not null,
  gemeente text not null,
  nummer integer,
  client_id uuid not null,
  agb text not null,
  categorie text,
  code text,
  begindatum date not null,
  status_aanlevering smallint not null,
  dagtekening date not null,
  oordeel text,
  constraint start_melding_pkey PRIMARY KEY (regio_id, bericht_id, regel),
  constraint start_melding_regio_id_bericht_id_fkey FOREIGN KEY (regio_id, bericht_id) REFERENCES bericht(regio_id, id) NOT ENFORCED,
  constraint start_melding_regio_id_client_id_fkey FOREIGN KEY (regio_id, client_id) REFERENCES client(regio_id, id) NOT ENFORCED
);
CREATE INDEX start_melding_sleutel ON public.start_melding USING btree (regio_id, gemeente, nummer, wet);
CREATE INDEX start_melding_weg ON public.start_melding USING btree (regio_id, gemeente, nummer) WHERE (status_aanlevering = 3);
alter table start_melding enable row level security;
alter table start_melding force row level security;
create policy aanbieder on start_melding as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on start_melding as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM unnest(( SELECT bereik() AS bereik)) b(gemeenten, wet, categorieen)
  WHERE (((b.gemeenten IS NULL) OR (start_melding.gemeente = ANY (b.gemeenten))) AND ((b.wet IS NULL) OR (b.wet = start_melding.wet)) AND ((b.categorieen IS NULL) OR (start_melding.categorie = ANY (b.categorieen))))))));
create policy lezer on start_melding for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on start_melding for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on start_melding as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, maintain, select, update on start_melding to overlap_app;
grant select on start_melding to overlap_lezer;

create table stop_melding (
  regio_id uuid not null,
  bericht_id bigint not null,
  regel integer not null,
  wet text not null,
  gemeente text not null,
  nummer integer,
  client_id uuid not null,
  agb text not null,
  categorie text,
  code text,
  begindatum date not null,
  einddatum date not null,
  reden_beeindiging text not null,
  status_aanlevering smallint not null,
  dagtekening date not null,
  oordeel text,
  constraint stop_melding_pkey PRIMARY KEY (regio_id, bericht_id, regel),
  constraint stop_melding_regio_id_bericht_id_fkey FOREIGN KEY (regio_id, bericht_id) REFERENCES bericht(regio_id, id) NOT ENFORCED,
  constraint stop_melding_regio_id_client_id_fkey FOREIGN KEY (regio_id, client_id) REFERENCES client(regio_id, id) NOT ENFORCED
);
CREATE INDEX stop_melding_sleutel ON public.stop_melding USING btree (regio_id, gemeente, nummer, wet);
CREATE INDEX stop_melding_weg ON public.stop_melding USING btree (regio_id, gemeente, nummer) WHERE (status_aanlevering = 3);
alter table stop_melding enable row level security;
alter table stop_melding force row level security;
create policy aanbieder on stop_melding as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on stop_melding as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM unnest(( SELECT bereik() AS bereik)) b(gemeenten, wet, categorieen)
  WHERE (((b.gemeenten IS NULL) OR (stop_melding.gemeente = ANY (b.gemeenten))) AND ((b.wet IS NULL) OR (b.wet = stop_melding.wet)) AND ((b.categorieen IS NULL) OR (stop_melding.categorie = ANY (b.categorieen))))))));
create policy lezer on stop_melding for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on stop_melding for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on stop_melding as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, maintain, select, update on stop_melding to overlap_app;
grant select on stop_melding to overlap_lezer;

create table subregio (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  naam text not null,
  volgorde integer not null,
  constraint subregio_pkey PRIMARY KEY (regio_id, id),
  constraint subregio_regio_id_naam_key UNIQUE (regio_id, naam),
  constraint subregio_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id)
);
alter table subregio enable row level security;
alter table subregio force row level security;
create policy lezer on subregio for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on subregio for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on subregio to overlap_app;
grant select on subregio to overlap_lezer;

create table taakgebiedjaar (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  taakgebied text not null,
  jaar integer not null,
  plan text not null,
  uren integer,
  verslag text not null default ''::text,
  versie integer not null default 1,
  gewijzigd_op timestamp with time zone not null,
  gewijzigd_door text not null,
  constraint taakgebiedjaar_pkey PRIMARY KEY (regio_id, id),
  constraint taakgebiedjaar_regio_id_jaar_taakgebied_key UNIQUE (regio_id, jaar, taakgebied),
  constraint taakgebiedjaar_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint taakgebiedjaar_jaar_check CHECK (((jaar >= 2000) AND (jaar <= 2100))),
  constraint taakgebiedjaar_plan_check CHECK (((length(TRIM(BOTH FROM plan)) >= 1) AND (length(TRIM(BOTH FROM plan)) <= 4000))),
  constraint taakgebiedjaar_taakgebied_check CHECK ((taakgebied ~ '^[a-z0-9-]+$'::text)),
  constraint taakgebiedjaar_uren_check CHECK (((uren >= 0) AND (uren <= 1000000))),
  constraint taakgebiedjaar_verslag_check CHECK ((length(verslag) <= 4000))
);
alter table taakgebiedjaar enable row level security;
alter table taakgebiedjaar force row level security;
create policy aanbieder on taakgebiedjaar as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on taakgebiedjaar for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on taakgebiedjaar for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select, update on taakgebiedjaar to overlap_app;
grant select on taakgebiedjaar to overlap_lezer;

create table tarief (
  regio_id uuid not null,
  overeenkomst_product_id uuid not null,
  geldig_van date not null,
  geldig_tot date not null,
  cent integer not null,
  constraint tarief_pkey PRIMARY KEY (regio_id, overeenkomst_product_id, geldig_van),
  constraint tarief_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint tarief_regio_id_overeenkomst_product_id_fkey FOREIGN KEY (regio_id, overeenkomst_product_id) REFERENCES overeenkomst_product(regio_id, id),
  constraint tarief_cent_check CHECK ((cent >= 0)),
  constraint tarief_check CHECK ((geldig_tot >= geldig_van)),
  constraint tarief_overlapt EXCLUDE USING gist (regio_id WITH =, overeenkomst_product_id WITH =, daterange(geldig_van, geldig_tot, '[]'::text) WITH &&)
);
alter table tarief enable row level security;
alter table tarief force row level security;
create policy aanbieder on tarief as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM overeenkomst_product p
  WHERE ((p.regio_id = tarief.regio_id) AND (p.id = tarief.overeenkomst_product_id))))));
create policy bereik on tarief as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_product p
  WHERE ((p.regio_id = tarief.regio_id) AND (p.id = tarief.overeenkomst_product_id))))));
create policy lezer on tarief for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on tarief for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on tarief to overlap_app;
grant select on tarief to overlap_lezer;

create table te_beoordelen (
  regio_id uuid not null,
  van bigint not null,
  tot bigint not null,
  constraint te_beoordelen_pkey PRIMARY KEY (regio_id, van, tot),
  constraint te_beoordelen_check CHECK ((van <= tot))
);
alter table te_beoordelen enable row level security;
alter table te_beoordelen force row level security;
create policy aanbieder on te_beoordelen as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on te_beoordelen for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on te_beoordelen for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, maintain, select on te_beoordelen to overlap_app;
grant select on te_beoordelen to overlap_lezer;

create table termijn (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  bron text not null,
  bron_id text not null,
  sleutel text not null,
  titel text not null,
  aard text not null,
  code text,
  startgebeurtenis text not null,
  startdatum date not null,
  berekening jsonb not null,
  einddatum date not null,
  kant text not null,
  rol text,
  gebruiker_id uuid,
  aanbieder_id uuid,
  overeenkomst_id uuid,
  gevolg text not null default ''::text,
  taak_bij_verstrijken text,
  stand text not null default 'loopt'::text,
  gehaald_op date,
  gesloten_op timestamp with time zone,
  gesloten_reden text,
  volgende_herinnering_op timestamp with time zone,
  herinneringen integer not null default 0,
  uitgesteld_tot date,
  uitstel_reden text,
  uitgesteld_door text,
  gepland_op timestamp with time zone not null,
  gewijzigd_op timestamp with time zone not null,
  spiegel boolean not null default false,
  gepland_door text,
  constraint termijn_pkey PRIMARY KEY (regio_id, id),
  constraint termijn_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint termijn_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint termijn_regio_id_gebruiker_id_fkey FOREIGN KEY (regio_id, gebruiker_id) REFERENCES gebruiker(regio_id, id),
  constraint termijn_regio_id_overeenkomst_id_fkey FOREIGN KEY (regio_id, overeenkomst_id) REFERENCES overeenkomst(regio_id, id) ON DELETE CASCADE,
  constraint termijn_aard_check CHECK ((aard = ANY (ARRAY['uiterlijk'::text, 'moment'::text]))),
  constraint termijn_bron_check CHECK ((bron ~ '^[a-z][a-z-]{0,39}$'::text)),
  constraint termijn_bron_id_check CHECK (((length(bron_id) >= 1) AND (length(bron_id) <= 60))),
  constraint termijn_check CHECK (((kant = 'regio'::text) = (rol IS NOT NULL))),
  constraint termijn_check1 CHECK (((kant = 'regio'::text) OR ((aanbieder_id IS NOT NULL) AND (gebruiker_id IS NULL)))),
  constraint termijn_check2 CHECK (((stand = ANY (ARRAY['gehaald'::text, 'vervallen'::text])) = (gesloten_op IS NOT NULL))),
  constraint termijn_check3 CHECK (((stand = 'gehaald'::text) = (gehaald_op IS NOT NULL))),
  constraint termijn_check4 CHECK ((((uitgesteld_tot IS NULL) = (uitstel_reden IS NULL)) AND ((uitgesteld_tot IS NULL) = (uitgesteld_door IS NULL)))),
  constraint termijn_check5 CHECK (((volgende_herinnering_op IS NULL) OR (gesloten_op IS NULL))),
  constraint termijn_check6 CHECK (((NOT spiegel) OR (kant = 'aanbieder'::text))),
  constraint termijn_herinneringen_check CHECK ((herinneringen >= 0)),
  constraint termijn_kant_check CHECK ((kant = ANY (ARRAY['regio'::text, 'aanbieder'::text]))),
  constraint termijn_sleutel_check CHECK (((length(sleutel) >= 1) AND (length(sleutel) <= 80))),
  constraint termijn_stand_check CHECK ((stand = ANY (ARRAY['loopt'::text, 'gehaald'::text, 'verstreken'::text, 'vervallen'::text]))),
  constraint termijn_titel_check CHECK (((length(TRIM(BOTH FROM titel)) >= 1) AND (length(TRIM(BOTH FROM titel)) <= 200)))
);
CREATE INDEX termijn_aanbieder ON public.termijn USING btree (regio_id, aanbieder_id, einddatum, id);
CREATE INDEX termijn_bron ON public.termijn USING btree (regio_id, bron, bron_id);
CREATE INDEX termijn_einddatum ON public.termijn USING btree (regio_id, einddatum, id);
CREATE INDEX termijn_gebruiker ON public.termijn USING btree (regio_id, gebruiker_id, einddatum, id);
CREATE INDEX termijn_gesloten ON public.termijn USING btree (regio_id, gesloten_op) WHERE ((gesloten_op IS NOT NULL) AND (overeenkomst_id IS NULL));
CREATE INDEX termijn_herinneren ON public.termijn USING btree (regio_id, volgende_herinnering_op, id) WHERE (volgende_herinnering_op IS NOT NULL);
CREATE INDEX termijn_lopend ON public.termijn USING btree (regio_id, einddatum, id) WHERE (gesloten_op IS NULL);
CREATE UNIQUE INDEX termijn_open ON public.termijn USING btree (regio_id, bron, bron_id, sleutel) WHERE (gesloten_op IS NULL);
CREATE INDEX termijn_open_aanbieder ON public.termijn USING btree (regio_id, aanbieder_id, einddatum, id) WHERE (gesloten_op IS NULL);
CREATE INDEX termijn_open_overeenkomst ON public.termijn USING btree (regio_id, overeenkomst_id, einddatum, id) WHERE (gesloten_op IS NULL);
CREATE INDEX termijn_overeenkomst ON public.termijn USING btree (regio_id, overeenkomst_id, einddatum, id);
CREATE INDEX termijn_rol ON public.termijn USING btree (regio_id, rol, einddatum, id) WHERE ((kant = 'regio'::text) AND (gebruiker_id IS NULL) AND ((rol <> ALL (ARRAY['contractmanager'::text, 'contracteigenaar'::text, 'rvm'::text])) OR ((aanbieder_id IS NULL) AND (overeenkomst_id IS NULL))));
CREATE INDEX termijn_spiegel ON public.termijn USING btree (regio_id, aanbieder_id, einddatum, id) WHERE spiegel;
alter table termijn enable row level security;
alter table termijn force row level security;
create policy aanbieder on termijn as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR ((kant = 'aanbieder'::text) AND (EXISTS ( SELECT
   FROM aanbieder a
  WHERE ((a.regio_id = termijn.regio_id) AND (a.id = termijn.aanbieder_id)))))));
create policy bereik on termijn as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (((aanbieder_id IS NULL) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = termijn.aanbieder_id))
 OFFSET 0))) AND ((overeenkomst_id IS NULL) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.overeenkomst_id = termijn.overeenkomst_id))
 OFFSET 0))))));
create policy lezer on termijn for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on termijn for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on termijn as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on termijn to overlap_app;
grant select on termijn to overlap_lezer;

create table toegangscontrole (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  soort text not null,
  periode text not null,
  bekeken_op timestamp with time zone not null,
  bekeken_door text not null,
  bekeken_door_id uuid,
  aantal integer not null,
  opmerking text not null,
  constraint toegangscontrole_pkey PRIMARY KEY (regio_id, id),
  constraint toegangscontrole_regio_id_bekeken_door_id_fkey FOREIGN KEY (regio_id, bekeken_door_id) REFERENCES gebruiker(regio_id, id),
  constraint toegangscontrole_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint toegangscontrole_opmerking_check CHECK ((length(opmerking) <= 2000)),
  constraint toegangscontrole_periode_check CHECK ((periode ~ '^[0-9]{4}(-K[1-4])?$'::text)),
  constraint toegangscontrole_soort_check CHECK ((soort = ANY (ARRAY['bijzonder'::text, 'alle'::text])))
);
CREATE INDEX toegangscontrole_door ON public.toegangscontrole USING btree (regio_id, bekeken_door_id) WHERE (bekeken_door_id IS NOT NULL);
CREATE INDEX toegangscontrole_periode ON public.toegangscontrole USING btree (regio_id, bekeken_op DESC);
alter table toegangscontrole enable row level security;
alter table toegangscontrole force row level security;
create policy lezer on toegangscontrole for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on toegangscontrole for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select on toegangscontrole to overlap_app;
grant select on toegangscontrole to overlap_lezer;

create table toegangssleutel (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gebruiker_id uuid not null,
  sleutel_id text not null,
  publieke_sleutel bytea not null,
  teller bigint not null,
  vervoer text[] not null,
  naam text not null,
  toegevoegd_op timestamp with time zone not null,
  laatst_gebruikt_op timestamp with time zone,
  constraint toegangssleutel_pkey PRIMARY KEY (regio_id, id),
  constraint toegangssleutel_regio_id_sleutel_id_key UNIQUE (regio_id, sleutel_id),
  constraint toegangssleutel_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint toegangssleutel_regio_id_gebruiker_id_fkey FOREIGN KEY (regio_id, gebruiker_id) REFERENCES account(regio_id, gebruiker_id) ON DELETE CASCADE,
  constraint toegangssleutel_naam_check CHECK (((length(TRIM(BOTH FROM naam)) >= 1) AND (length(TRIM(BOTH FROM naam)) <= 60)))
);
CREATE INDEX toegangssleutel_gebruiker ON public.toegangssleutel USING btree (regio_id, gebruiker_id);
alter table toegangssleutel enable row level security;
alter table toegangssleutel force row level security;
create policy lezer on toegangssleutel for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on toegangssleutel for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on toegangssleutel to overlap_app;
grant select on toegangssleutel to overlap_lezer;

create table toewijzing (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  wet text not null,
  gemeente text not null,
  nummer integer not null,
  client_id uuid not null,
  agb text not null,
  categorie text,
  code text,
  ingangsdatum date not null,
  einddatum date,
  reden_wijziging text,
  ingetrokken boolean not null,
  toegewezen_op date not null,
  referentiedatum date not null,
  gestart_op date,
  gestopt_op date,
  volume integer,
  eenheid text,
  frequentie text,
  constraint toewijzing_pkey PRIMARY KEY (regio_id, id),
  constraint toewijzing_regio_id_gemeente_nummer_wet_key UNIQUE (regio_id, gemeente, nummer, wet),
  constraint toewijzing_regio_id_client_id_fkey FOREIGN KEY (regio_id, client_id) REFERENCES client(regio_id, id) NOT ENFORCED,
  constraint toewijzing_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id) NOT ENFORCED,
  constraint toewijzing_wet_check CHECK ((wet = ANY (ARRAY['wmo'::text, 'jw'::text])))
);
CREATE INDEX toewijzing_agb ON public.toewijzing USING btree (regio_id, agb, referentiedatum DESC);
CREATE INDEX toewijzing_client ON public.toewijzing USING btree (regio_id, client_id);
alter table toewijzing enable row level security;
alter table toewijzing force row level security;
create policy aanbieder on toewijzing as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on toewijzing as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM unnest(( SELECT bereik() AS bereik)) b(gemeenten, wet, categorieen)
  WHERE (((b.gemeenten IS NULL) OR (toewijzing.gemeente = ANY (b.gemeenten))) AND ((b.wet IS NULL) OR (b.wet = toewijzing.wet)) AND ((b.categorieen IS NULL) OR (toewijzing.categorie = ANY (b.categorieen))))))));
create policy lezer on toewijzing for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on toewijzing for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, maintain, select, update on toewijzing to overlap_app;
grant select on toewijzing to overlap_lezer;

create table toewijzing_versie (
  regio_id uuid not null,
  bericht_id bigint not null,
  regel integer not null,
  wet text not null,
  gemeente text not null,
  nummer integer not null,
  client_id uuid not null,
  agb text not null,
  categorie text,
  code text,
  toewijzing_moment timestamp without time zone not null,
  ingangsdatum date not null,
  einddatum date,
  reden_wijziging text,
  volume integer,
  eenheid text,
  frequentie text,
  budget_cent integer,
  dagtekening date not null,
  identificatie text not null,
  oordeel text,
  constraint toewijzing_versie_pkey PRIMARY KEY (regio_id, bericht_id, regel),
  constraint toewijzing_versie_regio_id_bericht_id_fkey FOREIGN KEY (regio_id, bericht_id) REFERENCES bericht(regio_id, id) NOT ENFORCED,
  constraint toewijzing_versie_regio_id_client_id_fkey FOREIGN KEY (regio_id, client_id) REFERENCES client(regio_id, id) NOT ENFORCED
);
CREATE INDEX toewijzing_versie_sleutel ON public.toewijzing_versie USING btree (regio_id, gemeente, nummer, wet);
alter table toewijzing_versie enable row level security;
alter table toewijzing_versie force row level security;
create policy aanbieder on toewijzing_versie as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on toewijzing_versie as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM unnest(( SELECT bereik() AS bereik)) b(gemeenten, wet, categorieen)
  WHERE (((b.gemeenten IS NULL) OR (toewijzing_versie.gemeente = ANY (b.gemeenten))) AND ((b.wet IS NULL) OR (b.wet = toewijzing_versie.wet)) AND ((b.categorieen IS NULL) OR (toewijzing_versie.categorie = ANY (b.categorieen))))))));
create policy lezer on toewijzing_versie for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on toewijzing_versie for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on toewijzing_versie as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, maintain, select, update on toewijzing_versie to overlap_app;
grant select on toewijzing_versie to overlap_lezer;

create table verbeterplan (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  nummer text not null,
  titel text not null,
  aanleiding text not null,
  aanbieder_id uuid not null,
  agb text not null,
  overeenkomst_id uuid,
  subregio_id uuid,
  bevinding_id uuid,
  gesprek_id uuid,
  escalatie_id uuid,
  regelsetdeel_id uuid not null,
  stand text not null,
  ronde integer not null default 0,
  uiterlijk date not null,
  realisatie_uiterlijk date,
  punten integer not null default 0,
  punten_gerealiseerd integer not null default 0,
  eerste_dag date,
  versie integer not null default 1,
  gevraagd_op timestamp with time zone not null,
  gevraagd_door text not null,
  besloten_als text,
  mandaat_id uuid,
  mandaat_grond text,
  gewijzigd_op timestamp with time zone not null,
  gesloten_op timestamp with time zone,
  gesloten_reden text,
  constraint verbeterplan_pkey PRIMARY KEY (regio_id, id),
  constraint verbeterplan_regio_id_nummer_key UNIQUE (regio_id, nummer),
  constraint verbeterplan_regio_id_aanbieder_id_fkey FOREIGN KEY (regio_id, aanbieder_id) REFERENCES aanbieder(regio_id, id),
  constraint verbeterplan_regio_id_bevinding_id_fkey FOREIGN KEY (regio_id, bevinding_id) REFERENCES bevinding(regio_id, id),
  constraint verbeterplan_regio_id_escalatie_id_fkey FOREIGN KEY (regio_id, escalatie_id) REFERENCES escalatie(regio_id, id),
  constraint verbeterplan_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint verbeterplan_regio_id_gesprek_id_fkey FOREIGN KEY (regio_id, gesprek_id) REFERENCES gesprek(regio_id, id),
  constraint verbeterplan_regio_id_mandaat_id_fkey FOREIGN KEY (regio_id, mandaat_id) REFERENCES mandaat(regio_id, id),
  constraint verbeterplan_regio_id_overeenkomst_id_fkey FOREIGN KEY (regio_id, overeenkomst_id) REFERENCES overeenkomst(regio_id, id),
  constraint verbeterplan_regio_id_regelsetdeel_id_fkey FOREIGN KEY (regio_id, regelsetdeel_id) REFERENCES regelsetdeel(regio_id, id),
  constraint verbeterplan_regio_id_subregio_id_fkey FOREIGN KEY (regio_id, subregio_id) REFERENCES subregio(regio_id, id),
  constraint verbeterplan_aanleiding_check CHECK (((length(TRIM(BOTH FROM aanleiding)) >= 1) AND (length(TRIM(BOTH FROM aanleiding)) <= 8000))),
  constraint verbeterplan_check CHECK (((punten_gerealiseerd >= 0) AND (punten_gerealiseerd <= punten))),
  constraint verbeterplan_check1 CHECK (((gesloten_op IS NULL) = (stand = ANY (ARRAY['gevraagd'::text, 'ingediend'::text, 'aanvullen'::text, 'uitvoering'::text, 'gerapporteerd'::text])))),
  constraint verbeterplan_check2 CHECK (((gesloten_op IS NULL) = (gesloten_reden IS NULL))),
  constraint verbeterplan_check3 CHECK (((stand <> ALL (ARRAY['uitvoering'::text, 'gerapporteerd'::text, 'gerealiseerd'::text])) OR (realisatie_uiterlijk IS NOT NULL))),
  constraint verbeterplan_check4 CHECK (((ronde = 0) = (punten = 0))),
  constraint verbeterplan_punten_check CHECK ((punten >= 0)),
  constraint verbeterplan_ronde_check CHECK ((ronde >= 0)),
  constraint verbeterplan_stand_check CHECK ((stand = ANY (ARRAY['gevraagd'::text, 'ingediend'::text, 'aanvullen'::text, 'uitvoering'::text, 'gerapporteerd'::text, 'gerealiseerd'::text, 'niet gerealiseerd'::text, 'afgewezen'::text, 'niet ingediend'::text, 'ingetrokken'::text]))),
  constraint verbeterplan_titel_check CHECK (((length(TRIM(BOTH FROM titel)) >= 1) AND (length(TRIM(BOTH FROM titel)) <= 200)))
);
CREATE INDEX verbeterplan_aanbieder ON public.verbeterplan USING btree (regio_id, aanbieder_id, gevraagd_op DESC);
CREATE INDEX verbeterplan_bevinding ON public.verbeterplan USING btree (regio_id, bevinding_id);
CREATE INDEX verbeterplan_eerst ON public.verbeterplan USING btree (regio_id, eerste_dag, id);
CREATE INDEX verbeterplan_escalatie ON public.verbeterplan USING btree (regio_id, escalatie_id);
CREATE UNIQUE INDEX verbeterplan_escalatie_open ON public.verbeterplan USING btree (regio_id, escalatie_id) WHERE (gesloten_op IS NULL);
CREATE INDEX verbeterplan_formulier ON public.verbeterplan USING btree (regio_id, regelsetdeel_id);
CREATE INDEX verbeterplan_gesprek ON public.verbeterplan USING btree (regio_id, gesprek_id);
CREATE INDEX verbeterplan_gevraagd ON public.verbeterplan USING btree (regio_id, gevraagd_op, id);
CREATE INDEX verbeterplan_lopend ON public.verbeterplan USING btree (regio_id, stand, eerste_dag, id) WHERE (gesloten_op IS NULL);
CREATE INDEX verbeterplan_mandaat ON public.verbeterplan USING btree (regio_id, mandaat_id);
CREATE INDEX verbeterplan_overeenkomst ON public.verbeterplan USING btree (regio_id, overeenkomst_id);
CREATE INDEX verbeterplan_subregio ON public.verbeterplan USING btree (regio_id, subregio_id);
CREATE INDEX verbeterplan_titel ON public.verbeterplan USING btree (regio_id, titel COLLATE "nl-x-icu", id);
alter table verbeterplan enable row level security;
alter table verbeterplan force row level security;
create policy aanbieder on verbeterplan as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (agb = ( SELECT huidige_agb() AS huidige_agb))));
create policy bereik on verbeterplan as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR ((EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.aanbieder_id = verbeterplan.aanbieder_id))
 OFFSET 0)) AND ((overeenkomst_id IS NULL) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.overeenkomst_id = verbeterplan.overeenkomst_id))
 OFFSET 0))) AND ((subregio_id IS NULL) OR (subregio_id IN ( SELECT subregios_in_bereik() AS subregios_in_bereik))))));
create policy lezer on verbeterplan for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on verbeterplan for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on verbeterplan as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on verbeterplan to overlap_app;
grant select on verbeterplan to overlap_lezer;

create table verbeterplan_bericht (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  verbeterplan_id uuid not null,
  soort text not null,
  naam text not null,
  email text not null,
  gevraagd_op timestamp with time zone not null,
  pogingen integer not null default 0,
  laatste_fout text,
  verzonden_op timestamp with time zone,
  mislukt_op timestamp with time zone,
  constraint verbeterplan_bericht_pkey PRIMARY KEY (regio_id, id),
  constraint verbeterplan_bericht_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint verbeterplan_bericht_regio_id_verbeterplan_id_fkey FOREIGN KEY (regio_id, verbeterplan_id) REFERENCES verbeterplan(regio_id, id),
  constraint verbeterplan_bericht_check CHECK (((verzonden_op IS NULL) OR (mislukt_op IS NULL))),
  constraint verbeterplan_bericht_email_check CHECK ((length(email) <= 254)),
  constraint verbeterplan_bericht_laatste_fout_check CHECK ((length(laatste_fout) <= 200)),
  constraint verbeterplan_bericht_naam_check CHECK ((length(naam) <= 200)),
  constraint verbeterplan_bericht_soort_check CHECK ((soort = ANY (ARRAY['gevraagd'::text, 'ingetrokken'::text])))
);
CREATE INDEX verbeterplan_bericht_plan ON public.verbeterplan_bericht USING btree (regio_id, verbeterplan_id, gevraagd_op);
CREATE INDEX verbeterplan_bericht_tijd ON public.verbeterplan_bericht USING btree (regio_id, gevraagd_op);
alter table verbeterplan_bericht enable row level security;
alter table verbeterplan_bericht force row level security;
create policy aanbieder on verbeterplan_bericht as restrictive for all to public using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on verbeterplan_bericht as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM verbeterplan v
  WHERE ((v.regio_id = verbeterplan_bericht.regio_id) AND (v.id = verbeterplan_bericht.verbeterplan_id))))));
create policy lezer on verbeterplan_bericht for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on verbeterplan_bericht for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on verbeterplan_bericht as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on verbeterplan_bericht to overlap_app;
grant select on verbeterplan_bericht to overlap_lezer;

create table verbeterplan_concept (
  regio_id uuid not null,
  verbeterplan_id uuid not null,
  partij text not null,
  wat text not null,
  inhoud jsonb not null,
  versie integer not null default 1,
  gewijzigd_op timestamp with time zone not null,
  gewijzigd_door text not null,
  constraint verbeterplan_concept_pkey PRIMARY KEY (regio_id, verbeterplan_id, partij, wat),
  constraint verbeterplan_concept_regio_id_verbeterplan_id_fkey FOREIGN KEY (regio_id, verbeterplan_id) REFERENCES verbeterplan(regio_id, id),
  constraint verbeterplan_concept_partij_check CHECK ((partij = ANY (ARRAY['opdrachtgever'::text, 'aanbieder'::text]))),
  constraint verbeterplan_concept_wat_check CHECK ((wat = ANY (ARRAY['plan'::text, 'oordeel'::text, 'melding'::text, 'realisatieoordeel'::text])))
);
alter table verbeterplan_concept enable row level security;
alter table verbeterplan_concept force row level security;
create policy aanbieder on verbeterplan_concept as restrictive for all to public using (((((partij = 'aanbieder'::text) = ( SELECT (huidige_agb() IS NOT NULL))) OR ( SELECT wissen_loopt() AS wissen_loopt)) AND (( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM verbeterplan v
  WHERE ((v.regio_id = verbeterplan_concept.regio_id) AND (v.id = verbeterplan_concept.verbeterplan_id)))))));
create policy bereik on verbeterplan_concept as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM verbeterplan v
  WHERE ((v.regio_id = verbeterplan_concept.regio_id) AND (v.id = verbeterplan_concept.verbeterplan_id))))));
create policy lezer on verbeterplan_concept for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on verbeterplan_concept for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on verbeterplan_concept to overlap_app;
grant select on verbeterplan_concept to overlap_lezer;

create table verbeterplan_indiening (
  regio_id uuid not null,
  verbeterplan_id uuid not null,
  ronde integer not null,
  toelichting text not null,
  ontvangen date not null,
  partij text not null,
  ingediend_op timestamp with time zone not null,
  ingediend_door text not null,
  constraint verbeterplan_indiening_pkey PRIMARY KEY (regio_id, verbeterplan_id, ronde),
  constraint verbeterplan_indiening_regio_id_verbeterplan_id_fkey FOREIGN KEY (regio_id, verbeterplan_id) REFERENCES verbeterplan(regio_id, id),
  constraint verbeterplan_indiening_partij_check CHECK ((partij = ANY (ARRAY['opdrachtgever'::text, 'aanbieder'::text]))),
  constraint verbeterplan_indiening_ronde_check CHECK ((ronde > 0))
);
alter table verbeterplan_indiening enable row level security;
alter table verbeterplan_indiening force row level security;
create policy aanbieder on verbeterplan_indiening as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM verbeterplan v
  WHERE ((v.regio_id = verbeterplan_indiening.regio_id) AND (v.id = verbeterplan_indiening.verbeterplan_id))))));
create policy bereik on verbeterplan_indiening as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM verbeterplan v
  WHERE ((v.regio_id = verbeterplan_indiening.regio_id) AND (v.id = verbeterplan_indiening.verbeterplan_id))))));
create policy lezer on verbeterplan_indiening for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on verbeterplan_indiening for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on verbeterplan_indiening as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on verbeterplan_indiening to overlap_app;
grant select on verbeterplan_indiening to overlap_lezer;

create table verbeterplan_melding (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  verbeterplan_id uuid not null,
  nr integer not null,
  tekst text not null,
  bewijs text not null,
  partij text not null,
  gemeld_op timestamp with time zone not null,
  gemeld_door text not null,
  constraint verbeterplan_melding_pkey PRIMARY KEY (regio_id, id),
  constraint verbeterplan_melding_regio_id_verbeterplan_id_fkey FOREIGN KEY (regio_id, verbeterplan_id) REFERENCES verbeterplan(regio_id, id),
  constraint verbeterplan_melding_nr_check CHECK ((nr > 0)),
  constraint verbeterplan_melding_partij_check CHECK ((partij = ANY (ARRAY['opdrachtgever'::text, 'aanbieder'::text]))),
  constraint verbeterplan_melding_tekst_check CHECK ((length(TRIM(BOTH FROM tekst)) > 0))
);
CREATE INDEX verbeterplan_melding_plan ON public.verbeterplan_melding USING btree (regio_id, verbeterplan_id, id);
alter table verbeterplan_melding enable row level security;
alter table verbeterplan_melding force row level security;
create policy aanbieder on verbeterplan_melding as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM verbeterplan v
  WHERE ((v.regio_id = verbeterplan_melding.regio_id) AND (v.id = verbeterplan_melding.verbeterplan_id))))));
create policy bereik on verbeterplan_melding as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM verbeterplan v
  WHERE ((v.regio_id = verbeterplan_melding.regio_id) AND (v.id = verbeterplan_melding.verbeterplan_id))))));
create policy lezer on verbeterplan_melding for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on verbeterplan_melding for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on verbeterplan_melding as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on verbeterplan_melding to overlap_app;
grant select on verbeterplan_melding to overlap_lezer;

create table verbeterplan_oordeel (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  verbeterplan_id uuid not null,
  fase text not null,
  ronde integer not null,
  nr integer,
  oordeel text not null,
  reden text not null,
  gegeven_op timestamp with time zone not null,
  gegeven_door text not null,
  besloten_als text,
  mandaat_grond text,
  constraint verbeterplan_oordeel_pkey PRIMARY KEY (regio_id, id),
  constraint verbeterplan_oordeel_regio_id_verbeterplan_id_fkey FOREIGN KEY (regio_id, verbeterplan_id) REFERENCES verbeterplan(regio_id, id),
  constraint verbeterplan_oordeel_check CHECK (
CASE fase
    WHEN 'plan'::text THEN (oordeel = ANY (ARRAY['akkoord'::text, 'aanvullen'::text, 'afgewezen'::text]))
    ELSE (oordeel = ANY (ARRAY['gerealiseerd'::text, 'nog niet'::text, 'niet gerealiseerd'::text]))
END),
  constraint verbeterplan_oordeel_fase_check CHECK ((fase = ANY (ARRAY['plan'::text, 'realisatie'::text]))),
  constraint verbeterplan_oordeel_reden_check CHECK ((length(TRIM(BOTH FROM reden)) > 0)),
  constraint verbeterplan_oordeel_ronde_check CHECK ((ronde >= 0))
);
CREATE INDEX verbeterplan_oordeel_plan ON public.verbeterplan_oordeel USING btree (regio_id, verbeterplan_id, id);
alter table verbeterplan_oordeel enable row level security;
alter table verbeterplan_oordeel force row level security;
create policy aanbieder on verbeterplan_oordeel as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM verbeterplan v
  WHERE ((v.regio_id = verbeterplan_oordeel.regio_id) AND (v.id = verbeterplan_oordeel.verbeterplan_id))))));
create policy bereik on verbeterplan_oordeel as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM verbeterplan v
  WHERE ((v.regio_id = verbeterplan_oordeel.regio_id) AND (v.id = verbeterplan_oordeel.verbeterplan_id))))));
create policy lezer on verbeterplan_oordeel for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on verbeterplan_oordeel for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on verbeterplan_oordeel as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on verbeterplan_oordeel to overlap_app;
grant select on verbeterplan_oordeel to overlap_lezer;

create table verbeterplan_punt (
  regio_id uuid not null,
  verbeterplan_id uuid not null,
  ronde integer not null,
  nr integer not null,
  velden jsonb not null,
  wie text not null,
  einddatum date not null,
  akkoord_in integer,
  constraint verbeterplan_punt_pkey PRIMARY KEY (regio_id, verbeterplan_id, ronde, nr),
  constraint verbeterplan_punt_regio_id_verbeterplan_id_ronde_fkey FOREIGN KEY (regio_id, verbeterplan_id, ronde) REFERENCES verbeterplan_indiening(regio_id, verbeterplan_id, ronde),
  constraint verbeterplan_punt_nr_check CHECK ((nr > 0)),
  constraint verbeterplan_punt_wie_check CHECK (((length(TRIM(BOTH FROM wie)) >= 1) AND (length(TRIM(BOTH FROM wie)) <= 120)))
);
alter table verbeterplan_punt enable row level security;
alter table verbeterplan_punt force row level security;
create policy aanbieder on verbeterplan_punt as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM verbeterplan v
  WHERE ((v.regio_id = verbeterplan_punt.regio_id) AND (v.id = verbeterplan_punt.verbeterplan_id))))));
create policy bereik on verbeterplan_punt as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM verbeterplan v
  WHERE ((v.regio_id = verbeterplan_punt.regio_id) AND (v.id = verbeterplan_punt.verbeterplan_id))))));
create policy lezer on verbeterplan_punt for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on verbeterplan_punt for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on verbeterplan_punt as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on verbeterplan_punt to overlap_app;
grant select on verbeterplan_punt to overlap_lezer;

create table verbeterplan_verzetting (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  verbeterplan_id uuid not null,
  soort text not null,
  van date not null,
  naar date not null,
  reden text not null,
  verzet_op timestamp with time zone not null,
  verzet_door text not null,
  constraint verbeterplan_verzetting_pkey PRIMARY KEY (regio_id, id),
  constraint verbeterplan_verzetting_regio_id_verbeterplan_id_fkey FOREIGN KEY (regio_id, verbeterplan_id) REFERENCES verbeterplan(regio_id, id),
  constraint verbeterplan_verzetting_reden_check CHECK ((length(TRIM(BOTH FROM reden)) > 0)),
  constraint verbeterplan_verzetting_soort_check CHECK ((soort = ANY (ARRAY['plan'::text, 'realisatie'::text])))
);
CREATE INDEX verbeterplan_verzetting_plan ON public.verbeterplan_verzetting USING btree (regio_id, verbeterplan_id, id);
alter table verbeterplan_verzetting enable row level security;
alter table verbeterplan_verzetting force row level security;
create policy aanbieder on verbeterplan_verzetting as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM verbeterplan v
  WHERE ((v.regio_id = verbeterplan_verzetting.regio_id) AND (v.id = verbeterplan_verzetting.verbeterplan_id))))));
create policy bereik on verbeterplan_verzetting as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM verbeterplan v
  WHERE ((v.regio_id = verbeterplan_verzetting.regio_id) AND (v.id = verbeterplan_verzetting.verbeterplan_id))))));
create policy lezer on verbeterplan_verzetting for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on verbeterplan_verzetting for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on verbeterplan_verzetting as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on verbeterplan_verzetting to overlap_app;
grant select on verbeterplan_verzetting to overlap_lezer;

create table verlengingsbesluit (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  overeenkomst_id uuid not null,
  volgnr integer not null,
  optie integer not null,
  besluit text not null,
  vanaf date not null,
  tot date not null,
  reden text not null,
  besluitdatum date not null,
  besloten_door uuid not null,
  vastgelegd_op timestamp with time zone not null,
  constraint verlengingsbesluit_pkey PRIMARY KEY (regio_id, id),
  constraint verlengingsbesluit_regio_id_overeenkomst_id_volgnr_key UNIQUE (regio_id, overeenkomst_id, volgnr),
  constraint verlengingsbesluit_regio_id_besloten_door_fkey FOREIGN KEY (regio_id, besloten_door) REFERENCES gebruiker(regio_id, id),
  constraint verlengingsbesluit_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint verlengingsbesluit_regio_id_overeenkomst_id_fkey FOREIGN KEY (regio_id, overeenkomst_id) REFERENCES overeenkomst(regio_id, id),
  constraint verlengingsbesluit_besluit_check CHECK ((besluit = ANY (ARRAY['verlengen'::text, 'niet verlengen'::text, 'intrekken'::text]))),
  constraint verlengingsbesluit_check CHECK ((tot >= vanaf)),
  constraint verlengingsbesluit_optie_check CHECK ((optie > 0)),
  constraint verlengingsbesluit_reden_check CHECK (((length(TRIM(BOTH FROM reden)) >= 1) AND (length(TRIM(BOTH FROM reden)) <= 2000))),
  constraint verlengingsbesluit_volgnr_check CHECK ((volgnr > 0))
);
CREATE INDEX verlengingsbesluit_besloten_door ON public.verlengingsbesluit USING btree (regio_id, besloten_door);
alter table verlengingsbesluit enable row level security;
alter table verlengingsbesluit force row level security;
create policy aanbieder on verlengingsbesluit as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM overeenkomst o
  WHERE ((o.regio_id = verlengingsbesluit.regio_id) AND (o.id = verlengingsbesluit.overeenkomst_id))))));
create policy bereik on verlengingsbesluit as restrictive for all to overlap_app using ((( SELECT volledig_bereik() AS volledig_bereik) OR (EXISTS ( SELECT
   FROM overeenkomst_bereik ob
  WHERE ((ob.regio_id = ( SELECT huidige_regio() AS huidige_regio)) AND (ob.overeenkomst_id = verlengingsbesluit.overeenkomst_id))
 OFFSET 0))));
create policy lezer on verlengingsbesluit for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on verlengingsbesluit for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on verlengingsbesluit as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on verlengingsbesluit to overlap_app;
grant select on verlengingsbesluit to overlap_lezer;

create table vernietigd_bericht (
  regio_id uuid not null,
  wet text not null,
  inhoud_hmac bytea not null,
  sleutelversie integer not null default 1,
  constraint vernietigd_bericht_pkey PRIMARY KEY (regio_id, wet, inhoud_hmac),
  constraint vernietigd_bericht_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint vernietigd_bericht_wet_check CHECK ((wet = ANY (ARRAY['wmo'::text, 'jw'::text])))
);
alter table vernietigd_bericht enable row level security;
alter table vernietigd_bericht force row level security;
create policy aanbieder on vernietigd_bericht as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on vernietigd_bericht for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on vernietigd_bericht for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select, update on vernietigd_bericht to overlap_app;
grant select on vernietigd_bericht to overlap_lezer;

create table vernietiging (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  soort text not null,
  regelsetdeel_id uuid not null,
  grond text not null,
  grens date not null,
  aantal integer not null,
  eerste date not null,
  laatste date not null,
  inhoud jsonb not null,
  voorgesteld_op timestamp with time zone not null,
  voorgelegd_op timestamp with time zone,
  voorgelegd_door uuid,
  toelichting text,
  besluit text,
  reden text,
  uitgesteld_tot date,
  besloten_op timestamp with time zone,
  besloten_door uuid,
  gevuld_op timestamp with time zone,
  klaar_op timestamp with time zone,
  vernietigd jsonb not null default '{}'::jsonb,
  constraint vernietiging_pkey PRIMARY KEY (regio_id, id),
  constraint vernietiging_regio_id_besloten_door_fkey FOREIGN KEY (regio_id, besloten_door) REFERENCES gebruiker(regio_id, id),
  constraint vernietiging_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint vernietiging_regio_id_regelsetdeel_id_fkey FOREIGN KEY (regio_id, regelsetdeel_id) REFERENCES regelsetdeel(regio_id, id),
  constraint vernietiging_regio_id_voorgelegd_door_fkey FOREIGN KEY (regio_id, voorgelegd_door) REFERENCES gebruiker(regio_id, id),
  constraint vernietiging_aantal_check CHECK ((aantal > 0)),
  constraint vernietiging_besluit_check CHECK ((besluit = ANY (ARRAY['vernietigen'::text, 'uitstellen'::text]))),
  constraint vernietiging_check CHECK (((eerste <= laatste) AND (laatste <= grens))),
  constraint vernietiging_check1 CHECK ((((voorgelegd_op IS NULL) = (voorgelegd_door IS NULL)) AND ((voorgelegd_op IS NULL) = (toelichting IS NULL)))),
  constraint vernietiging_check2 CHECK ((((besluit IS NULL) = (besloten_door IS NULL)) AND ((besluit IS NULL) = (besloten_op IS NULL)) AND ((besluit IS NULL) = (reden IS NULL)))),
  constraint vernietiging_check3 CHECK (((besluit IS NULL) OR (voorgelegd_door <> besloten_door))),
  constraint vernietiging_check4 CHECK ((((besluit = 'uitstellen'::text) = (uitgesteld_tot IS NOT NULL)) OR ((besluit IS NULL) AND (uitgesteld_tot IS NULL)))),
  constraint vernietiging_check5 CHECK ((((gevuld_op IS NULL) AND (klaar_op IS NULL)) OR (besluit = 'vernietigen'::text))),
  constraint vernietiging_reden_check CHECK (((length(TRIM(BOTH FROM reden)) >= 1) AND (length(TRIM(BOTH FROM reden)) <= 2000))),
  constraint vernietiging_soort_check CHECK ((soort ~ '^[a-z-]+$'::text)),
  constraint vernietiging_toelichting_check CHECK (((length(TRIM(BOTH FROM toelichting)) >= 1) AND (length(TRIM(BOTH FROM toelichting)) <= 2000)))
);
CREATE INDEX vernietiging_besloten ON public.vernietiging USING btree (regio_id, besloten_door);
CREATE INDEX vernietiging_loopt ON public.vernietiging USING btree (regio_id) WHERE ((besluit = 'vernietigen'::text) AND (klaar_op IS NULL));
CREATE UNIQUE INDEX vernietiging_open ON public.vernietiging USING btree (regio_id, soort) WHERE (besluit IS NULL);
CREATE INDEX vernietiging_regelsetdeel ON public.vernietiging USING btree (regio_id, regelsetdeel_id);
CREATE INDEX vernietiging_soort ON public.vernietiging USING btree (regio_id, soort, voorgesteld_op DESC);
CREATE INDEX vernietiging_voorgelegd ON public.vernietiging USING btree (regio_id, voorgelegd_door);
CREATE INDEX vernietiging_voorgesteld ON public.vernietiging USING btree (regio_id, voorgesteld_op DESC);
alter table vernietiging enable row level security;
alter table vernietiging force row level security;
create policy aanbieder on vernietiging as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on vernietiging for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on vernietiging for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select, update on vernietiging to overlap_app;
grant select on vernietiging to overlap_lezer;

create table vernietiging_regel (
  regio_id uuid not null,
  vernietiging_id uuid not null,
  id text not null,
  constraint vernietiging_regel_pkey PRIMARY KEY (regio_id, vernietiging_id, id),
  constraint vernietiging_regel_regio_id_vernietiging_id_fkey FOREIGN KEY (regio_id, vernietiging_id) REFERENCES vernietiging(regio_id, id)
);
alter table vernietiging_regel enable row level security;
alter table vernietiging_regel force row level security;
create policy aanbieder on vernietiging_regel as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on vernietiging_regel for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on vernietiging_regel for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select on vernietiging_regel to overlap_app;
grant select on vernietiging_regel to overlap_lezer;

create table verslagreactie (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gesprek_id uuid not null,
  soort text not null,
  tekst text not null default ''::text,
  gegeven_op timestamp with time zone not null,
  gegeven_door text not null,
  verwerking text,
  verwerkt_op timestamp with time zone,
  verwerkt_door text,
  constraint verslagreactie_pkey PRIMARY KEY (regio_id, id),
  constraint verslagreactie_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint verslagreactie_regio_id_gesprek_id_fkey FOREIGN KEY (regio_id, gesprek_id) REFERENCES gesprek(regio_id, id),
  constraint verslagreactie_check CHECK (((soort = 'akkoord'::text) OR (length(TRIM(BOTH FROM tekst)) > 0))),
  constraint verslagreactie_check1 CHECK (((verwerking IS NULL) = (verwerkt_op IS NULL))),
  constraint verslagreactie_soort_check CHECK ((soort = ANY (ARRAY['akkoord'::text, 'opmerking'::text])))
);
CREATE INDEX verslagreactie_gesprek ON public.verslagreactie USING btree (regio_id, gesprek_id, gegeven_op);
alter table verslagreactie enable row level security;
alter table verslagreactie force row level security;
create policy aanbieder on verslagreactie as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = verslagreactie.regio_id) AND (g.id = verslagreactie.gesprek_id))))));
create policy bereik on verslagreactie as restrictive for all to overlap_app using ((( SELECT (volledig_bereik() AND (ongevraagd_alles() OR (huidige_agb() IS NOT NULL)))) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = verslagreactie.regio_id) AND (g.id = verslagreactie.gesprek_id))))));
create policy lezer on verslagreactie for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on verslagreactie for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy uitnodiging_lezer on verslagreactie as restrictive for select to overlap_lezer using ((( SELECT ongevraagd_alles() AS ongevraagd_alles) OR (gesprek_id IN ( SELECT gesprekken_op_uitnodiging() AS gesprekken_op_uitnodiging))));
create policy wissen on verslagreactie as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on verslagreactie to overlap_app;
grant select on verslagreactie to overlap_lezer;

create table verslagtekst (
  regio_id uuid not null,
  gesprek_id uuid not null,
  agendapunt_id uuid not null,
  tekst text not null,
  versie integer not null default 1,
  gewijzigd_op timestamp with time zone not null,
  gewijzigd_door text not null,
  constraint verslagtekst_pkey PRIMARY KEY (regio_id, agendapunt_id),
  constraint verslagtekst_regio_id_agendapunt_id_fkey FOREIGN KEY (regio_id, agendapunt_id) REFERENCES agendapunt(regio_id, id),
  constraint verslagtekst_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint verslagtekst_regio_id_gesprek_id_fkey FOREIGN KEY (regio_id, gesprek_id) REFERENCES gesprek(regio_id, id)
);
CREATE INDEX verslagtekst_gesprek ON public.verslagtekst USING btree (regio_id, gesprek_id);
alter table verslagtekst enable row level security;
alter table verslagtekst force row level security;
create policy aanbieder on verslagtekst as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy bereik on verslagtekst as restrictive for all to overlap_app using ((( SELECT (volledig_bereik() AND (ongevraagd_alles() OR (huidige_agb() IS NOT NULL)))) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = verslagtekst.regio_id) AND (g.id = verslagtekst.gesprek_id))))));
create policy lezer on verslagtekst for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on verslagtekst for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy uitnodiging_lezer on verslagtekst as restrictive for select to overlap_lezer using ((( SELECT ongevraagd_alles() AS ongevraagd_alles) OR (gesprek_id IN ( SELECT gesprekken_op_uitnodiging() AS gesprekken_op_uitnodiging))));
create policy wissen on verslagtekst as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select, update on verslagtekst to overlap_app;
grant select on verslagtekst to overlap_lezer;

create table verslagversie (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gesprek_id uuid not null,
  soort text not null,
  inhoud text not null,
  sha256 bytea not null,
  gemaakt_op timestamp with time zone not null,
  gemaakt_door text not null,
  constraint verslagversie_pkey PRIMARY KEY (regio_id, id),
  constraint verslagversie_regio_id_gesprek_id_soort_key UNIQUE (regio_id, gesprek_id, soort),
  constraint verslagversie_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint verslagversie_regio_id_gesprek_id_fkey FOREIGN KEY (regio_id, gesprek_id) REFERENCES gesprek(regio_id, id),
  constraint verslagversie_sha256_check CHECK ((length(sha256) = 32)),
  constraint verslagversie_soort_check CHECK ((soort = ANY (ARRAY['gedeeld'::text, 'definitief'::text])))
);
alter table verslagversie enable row level security;
alter table verslagversie force row level security;
create policy aanbieder on verslagversie as restrictive for all to overlap_app, overlap_eigenaar using ((( SELECT (huidige_agb() IS NULL)) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = verslagversie.regio_id) AND (g.id = verslagversie.gesprek_id))))));
create policy bereik on verslagversie as restrictive for all to overlap_app using ((( SELECT (volledig_bereik() AND (ongevraagd_alles() OR (huidige_agb() IS NOT NULL)))) OR (EXISTS ( SELECT
   FROM gesprek g
  WHERE ((g.regio_id = verslagversie.regio_id) AND (g.id = verslagversie.gesprek_id))))));
create policy lezer on verslagversie for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on verslagversie for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy uitnodiging_lezer on verslagversie as restrictive for select to overlap_lezer using ((( SELECT ongevraagd_alles() AS ongevraagd_alles) OR (gesprek_id IN ( SELECT gesprekken_op_uitnodiging() AS gesprekken_op_uitnodiging))));
create policy wissen on verslagversie as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on verslagversie to overlap_app;
grant select on verslagversie to overlap_lezer;

create table waarneming (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gebruiker_id uuid not null,
  waarnemer_id uuid not null,
  begindatum date not null,
  einddatum date not null,
  reden text not null,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door text not null,
  beeindigd_op timestamp with time zone,
  beeindigd_door text,
  constraint waarneming_pkey PRIMARY KEY (regio_id, id),
  constraint waarneming_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint waarneming_regio_id_gebruiker_id_fkey FOREIGN KEY (regio_id, gebruiker_id) REFERENCES gebruiker(regio_id, id),
  constraint waarneming_regio_id_waarnemer_id_fkey FOREIGN KEY (regio_id, waarnemer_id) REFERENCES gebruiker(regio_id, id),
  constraint waarneming_check CHECK ((einddatum >= begindatum)),
  constraint waarneming_check1 CHECK ((gebruiker_id <> waarnemer_id)),
  constraint waarneming_reden_check CHECK ((length(TRIM(BOTH FROM reden)) > 0))
);
CREATE INDEX waarneming_gebruiker ON public.waarneming USING btree (regio_id, gebruiker_id, einddatum DESC);
CREATE INDEX waarneming_waarnemer ON public.waarneming USING btree (regio_id, waarnemer_id, einddatum DESC);
alter table waarneming enable row level security;
alter table waarneming force row level security;
create policy aanbieder on waarneming as restrictive for all to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on waarneming for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on waarneming for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant insert, select, update on waarneming to overlap_app;
grant select on waarneming to overlap_lezer;

create table weergave (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  gebruiker_id uuid not null,
  lijst text not null,
  naam text not null,
  keuze jsonb not null,
  bewaard_op timestamp with time zone not null,
  constraint weergave_pkey PRIMARY KEY (regio_id, id),
  constraint weergave_regio_id_gebruiker_id_lijst_naam_key UNIQUE (regio_id, gebruiker_id, lijst, naam),
  constraint weergave_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint weergave_regio_id_gebruiker_id_fkey FOREIGN KEY (regio_id, gebruiker_id) REFERENCES gebruiker(regio_id, id),
  constraint weergave_naam_check CHECK (((length(TRIM(BOTH FROM naam)) >= 1) AND (length(TRIM(BOTH FROM naam)) <= 60)))
);
alter table weergave enable row level security;
alter table weergave force row level security;
create policy lezer on weergave for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on weergave for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
grant delete, insert, select on weergave to overlap_app;
grant select on weergave to overlap_lezer;

create table weigering (
  regio_id uuid not null,
  gebruiker_id uuid not null,
  minuut timestamp with time zone not null,
  methode text not null,
  route text not null,
  code text not null,
  recht text,
  constraint weigering_pkey PRIMARY KEY (regio_id, gebruiker_id, minuut, methode, route),
  constraint weigering_regio_id_fkey FOREIGN KEY (regio_id) REFERENCES regio(id),
  constraint weigering_regio_id_gebruiker_id_fkey FOREIGN KEY (regio_id, gebruiker_id) REFERENCES gebruiker(regio_id, id),
  constraint weigering_methode_check CHECK ((length(methode) <= 10)),
  constraint weigering_route_check CHECK ((length(route) <= 200))
);
CREATE INDEX weigering_minuut ON public.weigering USING btree (regio_id, minuut DESC);
alter table weigering enable row level security;
alter table weigering force row level security;
create policy aanbieder on weigering as restrictive for select to overlap_app, overlap_eigenaar using (( SELECT (huidige_agb() IS NULL)));
create policy lezer on weigering for select to overlap_lezer using ((regio_id = ( SELECT regio_van_lezer() AS regio_van_lezer)));
create policy regio on weigering for all to overlap_app, overlap_eigenaar using ((regio_id = ( SELECT huidige_regio() AS huidige_regio))) with check ((regio_id = ( SELECT huidige_regio() AS huidige_regio)));
create policy wissen on weigering as restrictive for delete to overlap_app using (( SELECT wissen_mag() AS wissen_mag));
grant delete, insert, select on weigering to overlap_app;
grant select on weigering to overlap_lezer;
