-- Ground: who is asking (regio, aanbieder), regions, people, sessions, audit trail, queue.
-- The program connects as overlap_app, which owns nothing; every table below has forced row-level security.

create extension if not exists pg_trgm;

grant usage on schema public to overlap_app;
revoke create on schema public from public;

-- The region of the running transaction; set by platform/transaction.ts. Empty after a SET LOCAL that ended, hence nullif.
create function huidige_regio() returns uuid language sql stable parallel safe
  return nullif(current_setting('overlap.regio_id', true), '')::uuid;

-- The AGB-code an aanbieder's account is limited to; null for everybody else.
create function huidige_agb() returns text language sql stable parallel safe
  return nullif(current_setting('overlap.agb', true), '');

create table regio (
  id uuid primary key default uuidv7(),
  naam text not null unique check (length(trim(naam)) between 1 and 200),
  regelset text not null,
  contractfase_vanaf date not null,
  voorbeeld boolean not null default false,
  aangemaakt_op timestamptz not null default now()
);

create table subregio (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  naam text not null,
  volgorde int not null,
  primary key (regio_id, id),
  unique (regio_id, naam)
);

create table gemeente (
  regio_id uuid not null references regio (id),
  code text not null check (code ~ '^[0-9]{4}$'),
  naam text not null,
  subregio_id uuid not null,
  volgorde int not null default 0,
  primary key (regio_id, code),
  foreign key (regio_id, subregio_id) references subregio (regio_id, id)
);

-- A regelset is stored in versioned parts; a version is never changed, a newer one takes over from geldig_vanaf.
create table regelsetdeel (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  deel text not null,
  versie int not null check (versie > 0),
  geldig_vanaf date not null,
  bron text not null,
  inhoud jsonb not null,
  reden text,
  vastgelegd_op timestamptz not null default now(),
  vastgelegd_door text not null,
  primary key (regio_id, id),
  unique (regio_id, deel, versie)
);

create table gebruiker (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  naam text not null,
  functie text not null default '',
  voorbeeld boolean not null default false,
  uitgeschakeld_op timestamptz,
  rijhoogte text not null default 'compact' check (rijhoogte in ('compact', 'ruim')),
  vorige_bezoek_op timestamptz,
  primary key (regio_id, id),
  unique (regio_id, naam)
);

create table roltoewijzing (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gebruiker_id uuid not null,
  rol text not null,
  agb text check (agb ~ '^[0-9]{8}$'),
  begindatum date not null,
  einddatum date,
  primary key (regio_id, id),
  foreign key (regio_id, gebruiker_id) references gebruiker (regio_id, id),
  check (einddatum is null or einddatum >= begindatum)
);
create index roltoewijzing_gebruiker on roltoewijzing (regio_id, gebruiker_id);

create table sessie (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gebruiker_id uuid not null,
  token_hash bytea not null unique,
  csrf text not null,
  gestart_op timestamptz not null,
  laatst_gezien_op timestamptz not null,
  verloopt_op timestamptz not null,
  beeindigd_op timestamptz,
  primary key (regio_id, id),
  foreign key (regio_id, gebruiker_id) references gebruiker (regio_id, id)
);
create index sessie_gebruiker on sessie (regio_id, gebruiker_id);

-- Audit: one hash chain per regio. The values stand apart and can be destroyed without breaking the chain: a record only holds
-- a salted hash of them. Records are written through audit_toevoegen alone, which takes the head of the chain for update.
create table audit_keten (
  regio_id uuid primary key references regio (id),
  lengte bigint not null default 0,
  kop bytea not null
);

create table audit_regel (
  regio_id uuid not null references regio (id),
  volgnr bigint not null,
  tijdstip timestamptz not null,
  actor_id text not null,
  actor_naam text not null,
  soort text not null,
  onderwerp_type text not null,
  onderwerp_id text not null,
  waarden_hash bytea not null,
  vorige_hash bytea not null,
  hash bytea not null,
  primary key (regio_id, volgnr)
);
create index audit_regel_onderwerp on audit_regel (regio_id, onderwerp_type, onderwerp_id, volgnr desc);

create table audit_waarden (
  regio_id uuid not null references regio (id),
  volgnr bigint not null,
  zout bytea not null,
  waarden text not null,
  primary key (regio_id, volgnr),
  foreign key (regio_id, volgnr) references audit_regel (regio_id, volgnr)
);

-- The exact bytes a record's hash covers. Length prefixes, so that no two records can share one text.
create function audit_tekst(volgnr bigint, tijdstip timestamptz, actor_id text, actor_naam text, soort text,
  onderwerp_type text, onderwerp_id text, waarden_hash bytea, vorige_hash bytea) returns bytea
  language sql stable parallel safe
  return convert_to(
    volgnr::text || '|' || (extract(epoch from tijdstip) * 1000000)::bigint::text
    || '|' || length(actor_id) || ':' || actor_id || '|' || length(actor_naam) || ':' || actor_naam
    || '|' || length(soort) || ':' || soort
    || '|' || length(onderwerp_type) || ':' || onderwerp_type || '|' || length(onderwerp_id) || ':' || onderwerp_id
    || '|' || encode(waarden_hash, 'hex') || '|' || encode(vorige_hash, 'hex'), 'UTF8');

create function audit_toevoegen(p_tijdstip timestamptz, p_actor_id text, p_actor_naam text, p_soort text,
  p_onderwerp_type text, p_onderwerp_id text, p_waarden text) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
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
end $$;

-- The first record that does not fit (null when all is well): a changed record, a broken link, a gap, values that do not
-- match their hash (destroyed values are allowed), or a chain shorter or other than its head says.
create function audit_eerste_fout() returns table (volgnr bigint, fout text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
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
$$;

-- Regions and sessions are looked up before a region is known: two narrow doors through row-level security.
create function regio_lijst() returns table (id uuid, naam text, voorbeeld boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select id, naam, voorbeeld from regio order by naam $$;

-- The running session of a token with its person and roles, in one query; nothing when it ended or expired.
create function vind_sessie(p_token_hash bytea, p_nu timestamptz, p_vandaag date)
  returns table (sessie_id uuid, regio_id uuid, regio_naam text, gebruiker_id uuid, naam text, functie text, rijhoogte text,
    csrf text, laatst_gezien_op timestamptz, vorige_bezoek_op timestamptz, rollen json)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.id, s.regio_id, r.naam, g.id, g.naam, g.functie, g.rijhoogte, s.csrf, s.laatst_gezien_op, g.vorige_bezoek_op,
    (select coalesce(json_agg(json_build_object('rol', t.rol, 'agb', t.agb) order by t.rol), '[]') from roltoewijzing t
      where t.regio_id = s.regio_id and t.gebruiker_id = g.id and t.begindatum <= p_vandaag
        and (t.einddatum is null or t.einddatum >= p_vandaag))
  from sessie s
  join gebruiker g on g.regio_id = s.regio_id and g.id = s.gebruiker_id and g.uitgeschakeld_op is null
  join regio r on r.id = s.regio_id
  where s.token_hash = p_token_hash and s.beeindigd_op is null and s.verloopt_op > p_nu
    and s.laatst_gezien_op > p_nu - interval '12 hours'
$$;

-- The queue: graphile_worker.add_job needs the owner's rights; payloads hold ids and regioId only (test/architecture.test.ts).
create function enqueue_job(p_naam text, p_payload json, p_sleutel text default null, p_op timestamptz default null) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform graphile_worker.add_job(p_naam, p_payload, job_key => p_sleutel, run_at => p_op);
end $$;
revoke all on function enqueue_job, audit_toevoegen, audit_eerste_fout, regio_lijst, vind_sessie from public;
grant execute on function enqueue_job, audit_toevoegen, audit_eerste_fout, regio_lijst, vind_sessie to overlap_app;

-- Forces row-level security on a table: one region, and one aanbieder when the account is limited to one (p_agb names the column).
create procedure beveilig(p_tabel regclass, p_rechten text default 'select, insert, update, delete', p_agb text default null)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', p_tabel);
  execute format('alter table %s force row level security', p_tabel);
  execute format('create policy regio on %s using (regio_id = (select huidige_regio())) with check (regio_id = (select huidige_regio()))', p_tabel);
  if p_agb is not null then
    execute format('create policy aanbieder on %1$s as restrictive using ((select huidige_agb() is null) or %2$s = (select huidige_agb()))', p_tabel, p_agb);
  end if;
  execute format('grant %s on %s to overlap_app', p_rechten, p_tabel);
end $$;

call beveilig('subregio');
call beveilig('gemeente');
call beveilig('regelsetdeel', 'select, insert');
call beveilig('gebruiker', 'select, insert, update');
call beveilig('roltoewijzing', 'select, insert, update');
call beveilig('sessie', 'select, insert, update');
call beveilig('audit_keten', 'select');
call beveilig('audit_regel', 'select');
call beveilig('audit_waarden', 'select');

alter table regio enable row level security;
alter table regio force row level security;
create policy regio on regio using (id = (select huidige_regio())) with check (id = (select huidige_regio()));
grant select, insert, update on regio to overlap_app;

-- The owner's functions above must see past the region: only on these seven tables.
create policy eigenaar on regio to current_user using (true) with check (true);
create policy eigenaar on gebruiker to current_user using (true) with check (true);
create policy eigenaar on roltoewijzing to current_user using (true) with check (true);
create policy eigenaar on sessie to current_user using (true) with check (true);
create policy eigenaar on audit_keten to current_user using (true) with check (true);
create policy eigenaar on audit_regel to current_user using (true) with check (true);
create policy eigenaar on audit_waarden to current_user using (true) with check (true);
