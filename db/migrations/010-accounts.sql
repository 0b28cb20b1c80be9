-- Accounts: e-mail address, password and second factor; invitations and recovery by mail; sessions that end at once; counters
-- against guessing; who looked at who may what.

alter table gebruiker
  add column email text check (email = lower(email) and email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254),
  add column laatst_aangemeld_op timestamptz,
  add constraint gebruiker_email unique (regio_id, email);
create index gebruiker_op_naam on gebruiker (regio_id, naam collate "nl-x-icu", id);
create index gebruiker_op_aanmelding on gebruiker (regio_id, laatst_aangemeld_op, id);

-- A role is taken away at a moment: from then on, also on that day, nobody acts by it.
alter table roltoewijzing
  add column toegekend_op timestamptz not null default now(),
  add column toegekend_door text,
  add column ingetrokken_op timestamptz,
  add column ingetrokken_door text,
  -- inside the region or one aanbieder, never both at a time: somebody with a role on each side would see the region
  add constraint roltoewijzing_een_kant exclude using gist
    (regio_id with =, gebruiker_id with =, coalesce(agb, '') with <>, daterange(begindatum, einddatum, '[]') with &&)
    where (ingetrokken_op is null);
create index roltoewijzing_rol on roltoewijzing (regio_id, rol);
create index roltoewijzing_agb on roltoewijzing (regio_id, agb) where agb is not null;

alter table sessie
  add column wijze text not null default 'voorbeeld' check (length(wijze) between 1 and 60),
  add column toestel text not null default '' check (length(toestel) <= 100);
drop index sessie_gebruiker;
create index sessie_gebruiker on sessie (regio_id, gebruiker_id) where beeindigd_op is null;
create index sessie_oud on sessie (regio_id, verloopt_op);
grant delete on sessie to overlap_app;

-- Rights that change, and an account that is switched off, end every session of the person: whoever changes them, by whatever way.
create function beeindig_sessies() returns trigger language plpgsql as $$
begin
  update sessie set beeindigd_op = greatest(gestart_op, now())
    where regio_id = new.regio_id and beeindigd_op is null
      and gebruiker_id = case tg_table_name when 'gebruiker' then new.id else (to_jsonb(new) ->> 'gebruiker_id')::uuid end;
  return null;
end $$;
create trigger sessies_bij_rol after insert or update on roltoewijzing for each row execute function beeindig_sessies();
create trigger sessies_bij_uitschakelen after update of uitgeschakeld_op on gebruiker for each row
  when (old.uitgeschakeld_op is distinct from new.uitgeschakeld_op) execute function beeindig_sessies();

-- What a person without an identity provider signs in with. Passwords and recovery codes: Argon2id; the TOTP secret is sealed with a key
-- beside those of the pseudonyms, outside the database.
create table account (
  regio_id uuid not null references regio (id),
  gebruiker_id uuid not null,
  wachtwoord_hash text not null,
  wachtwoord_op timestamptz not null,
  totp_geheim bytea not null,
  totp_op timestamptz not null,
  -- the last time step whose code was used: each code works once
  totp_stap bigint not null default 0,
  herstelzout bytea not null,
  herstelcodes_op timestamptz not null,
  primary key (regio_id, gebruiker_id),
  foreign key (regio_id, gebruiker_id) references gebruiker (regio_id, id)
);

create table herstelcode (
  regio_id uuid not null references regio (id),
  gebruiker_id uuid not null,
  hash bytea not null,
  gebruikt_op timestamptz,
  primary key (regio_id, gebruiker_id, hash),
  foreign key (regio_id, gebruiker_id) references account (regio_id, gebruiker_id) on delete cascade
);

-- Passkeys: the public key only.
create table toegangssleutel (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gebruiker_id uuid not null,
  sleutel_id text not null,
  publieke_sleutel bytea not null,
  teller bigint not null,
  vervoer text[] not null,
  naam text not null check (length(trim(naam)) between 1 and 60),
  toegevoegd_op timestamptz not null,
  laatst_gebruikt_op timestamptz,
  primary key (regio_id, id),
  unique (regio_id, sleutel_id),
  foreign key (regio_id, gebruiker_id) references account (regio_id, gebruiker_id) on delete cascade
);
create index toegangssleutel_gebruiker on toegangssleutel (regio_id, gebruiker_id);

-- A device from which somebody signed in before: guessing from elsewhere does not slow it down.
create table bekend_toestel (
  regio_id uuid not null references regio (id),
  gebruiker_id uuid not null,
  token_hash bytea not null,
  laatst_op timestamptz not null,
  primary key (regio_id, gebruiker_id, token_hash),
  foreign key (regio_id, gebruiker_id) references gebruiker (regio_id, id)
);
create index bekend_toestel_oud on bekend_toestel (regio_id, laatst_op);

-- A link that works once. Its token is made when the mail is, and only its hash is kept.
create table eenmalige_link (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gebruiker_id uuid not null,
  soort text not null check (soort in ('uitnodiging', 'wachtwoord')),
  gevraagd_op timestamptz not null,
  gevraagd_door text not null,
  reden text check (length(reden) <= 500),
  token_hash bytea,
  geldig_tot timestamptz not null,
  gebruikt_op timestamptz,
  ingetrokken_op timestamptz,
  primary key (regio_id, id),
  unique (regio_id, token_hash),
  foreign key (regio_id, gebruiker_id) references gebruiker (regio_id, id)
);
create index eenmalige_link_gebruiker on eenmalige_link (regio_id, gebruiker_id, gevraagd_op desc);
create index eenmalige_link_oud on eenmalige_link (regio_id, geldig_tot);

-- A sign-in that is half done: the password was right (or a link was), the second factor is still to come.
create table aanmelding (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  -- unknown until the passkey says who it is
  gebruiker_id uuid,
  token_hash bytea not null,
  soort text not null check (soort in ('aanmelden', 'uitnodiging', 'wachtwoord', 'tweede factor', 'toegangssleutel')),
  link_id uuid,
  -- chosen, but not yet in force
  wachtwoord_hash text,
  totp_geheim bytea,
  uitdaging text,
  pogingen int not null default 0,
  begonnen_op timestamptz not null,
  verloopt_op timestamptz not null,
  check (gebruiker_id is not null or soort = 'toegangssleutel'),
  primary key (regio_id, id),
  unique (regio_id, token_hash),
  foreign key (regio_id, gebruiker_id) references gebruiker (regio_id, id),
  foreign key (regio_id, link_id) references eenmalige_link (regio_id, id) on delete cascade
);
create index aanmelding_gebruiker on aanmelding (regio_id, gebruiker_id);
create index aanmelding_link on aanmelding (regio_id, link_id) where link_id is not null;
create index aanmelding_oud on aanmelding (regio_id, verloopt_op);

-- Somebody asked for a new password. The address is looked up by the queue, so that the answer tells nothing about it.
create table herstelverzoek (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  email text not null,
  gevraagd_op timestamptz not null,
  primary key (regio_id, id)
);

-- Each mail: for whom, why, and what became of it. Text and token are made when it is sent and are not kept.
create table mail (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gebruiker_id uuid not null,
  soort text not null check (length(soort) between 1 and 60),
  link_id uuid,
  gevraagd_op timestamptz not null,
  uiterlijk_op timestamptz not null,
  pogingen int not null default 0,
  laatste_poging_op timestamptz,
  laatste_fout text check (length(laatste_fout) <= 200),
  verzonden_op timestamptz,
  mislukt_op timestamptz,
  primary key (regio_id, id),
  foreign key (regio_id, gebruiker_id) references gebruiker (regio_id, id),
  foreign key (regio_id, link_id) references eenmalige_link (regio_id, id) on delete set null (link_id),
  check (verzonden_op is null or mislukt_op is null)
);
create index mail_gebruiker on mail (regio_id, gebruiker_id, gevraagd_op desc);
create index mail_link on mail (regio_id, link_id) where link_id is not null;
create index mail_oud on mail (regio_id, gevraagd_op);

-- Who looked at who may what, per quarter (special rights) and per year (all rights): BIO2 5.18.02, 8.02.01.
create table toegangscontrole (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  soort text not null check (soort in ('bijzonder', 'alle')),
  periode text not null check (periode ~ '^[0-9]{4}(-K[1-4])?$'),
  bekeken_op timestamptz not null,
  bekeken_door text not null,
  bekeken_door_id uuid,
  aantal int not null,
  opmerking text not null check (length(opmerking) <= 2000),
  primary key (regio_id, id),
  foreign key (regio_id, bekeken_door_id) references gebruiker (regio_id, id)
);
create index toegangscontrole_periode on toegangscontrole (regio_id, bekeken_op desc);
create index toegangscontrole_door on toegangscontrole (regio_id, bekeken_door_id) where bekeken_door_id is not null;

-- Counters, shared by every process. They are needed before a region is known; a key is a hash of what is counted and for whom.
create table beurt (
  sleutel bytea primary key,
  -- until when the turns that were taken reach
  vol_tot timestamptz not null
);
create index beurt_oud on beurt (vol_tot);
create table mislukking (
  sleutel bytea primary key,
  aantal int not null,
  laatst_op timestamptz not null
);
create index mislukking_oud on mislukking (laatst_op);
do $$
declare t text;
begin
  foreach t in array array['beurt', 'mislukking'] loop
    execute format('alter table %1$I enable row level security', t);
    execute format('alter table %1$I force row level security', t);
    execute format('create policy tellen on %1$I to overlap_app using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %1$I to overlap_app', t);
  end loop;
end $$;

call beveilig('account');
call beveilig('herstelcode');
call beveilig('toegangssleutel');
call beveilig('bekend_toestel');
call beveilig('eenmalige_link');
call beveilig('aanmelding');
call beveilig('herstelverzoek', 'select, insert, delete');
call beveilig('mail');
call beveilig('toegangscontrole', 'select, insert');

-- The running session of a token: idle for less than p_stil, and one of the demonstration only while that runs.
drop function vind_sessie(bytea, timestamptz, date);
create function vind_sessie(p_token_hash bytea, p_nu timestamptz, p_vandaag date, p_stil interval, p_voorbeeld boolean)
  returns table (sessie_id uuid, regio_id uuid, regio_naam text, gebruiker_id uuid, naam text, functie text, rijhoogte text,
    sneltoetsen boolean, csrf text, wijze text, laatst_gezien_op timestamptz, verloopt_op timestamptz, vorige_bezoek_op timestamptz, rollen json)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
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
$$;

-- The people of the demonstration region, each with the first role. Nobody in a database that also holds another region.
create function voorbeeldgebruikers() returns table (regio_id uuid, regio text, id uuid, naam text, functie text, rol text, aanbieder text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.id, r.naam, g.id, g.naam, g.functie, t.rol, a.naam
  from regio r
  join gebruiker g on g.regio_id = r.id and g.voorbeeld and g.uitgeschakeld_op is null
  cross join lateral (select t.rol, t.agb from roltoewijzing t where t.regio_id = g.regio_id and t.gebruiker_id = g.id
    and t.ingetrokken_op is null order by t.id limit 1) t
  left join aanbieder a on a.regio_id = g.regio_id and a.agb = t.agb
  where r.voorbeeld and current_setting('overlap.voorbeeld', true) = 'aan'
    and not exists (select from regio ander where not ander.voorbeeld)
  order by g.id
$$;

-- Whether anybody can sign in with an account, now or through an invitation that still holds: a program that nobody can enter stops.
create function kan_iemand_aanmelden(p_nu timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from account a join gebruiker g on g.regio_id = a.regio_id and g.id = a.gebruiker_id
      where g.uitgeschakeld_op is null)
    or exists (select from eenmalige_link l join gebruiker g on g.regio_id = l.regio_id and g.id = l.gebruiker_id
      where g.uitgeschakeld_op is null and l.soort = 'uitnodiging' and l.gebruikt_op is null and l.ingetrokken_op is null
        and l.geldig_tot > p_nu)
$$;
create policy eigenaar on account to current_user using (true) with check (true);
create policy eigenaar on eenmalige_link to current_user using (true) with check (true);
revoke all on function vind_sessie, voorbeeldgebruikers, kan_iemand_aanmelden from public;
grant execute on function vind_sessie, voorbeeldgebruikers, kan_iemand_aanmelden to overlap_app;
