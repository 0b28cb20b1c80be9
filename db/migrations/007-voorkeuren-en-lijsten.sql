-- What one person chose about the face of the program, and an index for each way a list is sorted or filtered.

-- Shortcuts of one key can be switched off (WCAG 2.1.4).
alter table gebruiker add column sneltoetsen boolean not null default true;

-- The same door as before, one column wider.
drop function vind_sessie(bytea, timestamptz, date);
create function vind_sessie(p_token_hash bytea, p_nu timestamptz, p_vandaag date)
  returns table (sessie_id uuid, regio_id uuid, regio_naam text, gebruiker_id uuid, naam text, functie text, rijhoogte text,
    sneltoetsen boolean, csrf text, laatst_gezien_op timestamptz, vorige_bezoek_op timestamptz, rollen json)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.id, s.regio_id, r.naam, g.id, g.naam, g.functie, g.rijhoogte, g.sneltoetsen, s.csrf, s.laatst_gezien_op, g.vorige_bezoek_op,
    (select coalesce(json_agg(json_build_object('rol', t.rol, 'agb', t.agb) order by t.rol), '[]') from roltoewijzing t
      where t.regio_id = s.regio_id and t.gebruiker_id = g.id and t.begindatum <= p_vandaag
        and (t.einddatum is null or t.einddatum >= p_vandaag))
  from sessie s
  join gebruiker g on g.regio_id = s.regio_id and g.id = s.gebruiker_id and g.uitgeschakeld_op is null
  join regio r on r.id = s.regio_id
  where s.token_hash = p_token_hash and s.beeindigd_op is null and s.verloopt_op > p_nu
    and s.laatst_gezien_op > p_nu - interval '12 hours'
$$;
revoke all on function vind_sessie from public;
grant execute on function vind_sessie to overlap_app;

-- A choice in a list under a name, of one person. keuze holds the words of the filter and the order, never a text somebody searched
-- for: that could name a client.
create table weergave (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gebruiker_id uuid not null,
  lijst text not null,
  naam text not null check (length(trim(naam)) between 1 and 60),
  keuze jsonb not null,
  bewaard_op timestamptz not null,
  primary key (regio_id, id),
  unique (regio_id, gebruiker_id, lijst, naam),
  foreign key (regio_id, gebruiker_id) references gebruiker (regio_id, id)
);
call beveilig('weergave', 'select, insert, delete');

-- Messages: by date and by identification. None holds the judgement, so that judging stays in the page of the row (003).
create index bericht_dagtekening on bericht (regio_id, dagtekening, id);
create index bericht_identificatie on bericht (regio_id, identificatie, id);

-- Deliveries: of one person, and the few that need a look.
create index inleesronde_door on inleesronde (regio_id, gestart_door, gestart_op);
create index inleesronde_mis on inleesronde (regio_id, gestart_op) where afgekeurd > 0 or wachtend > 0;
create index inleesronde_open on inleesronde (regio_id, gestart_op) where klaar_op is null;

create index evaluatie_ingelezen on evaluatie (regio_id, ingelezen_op, gemeente);
create index cto_respons_ingelezen on cto_respons (regio_id, ingelezen_op, gemeente);

drop index bevinding_open;
create index bevinding_open on bevinding (regio_id, ontstaan_op, id) where gesloten_op is null;
create index bevinding_ontstaan on bevinding (regio_id, ontstaan_op, id);
create index bevinding_titel on bevinding (regio_id, titel collate "nl-x-icu", id);
create index bevinding_bron on bevinding (regio_id, bron, ontstaan_op, id);
create index bevinding_jaar on bevinding (regio_id, jaar, ontstaan_op, id);

-- The trail is read by time: all of it, or of one person. (About one kind of thing: audit_regel_onderwerp finds few enough.)
create index audit_regel_tijdstip on audit_regel (regio_id, tijdstip, volgnr);
create index audit_regel_actor on audit_regel (regio_id, actor_id, tijdstip, volgnr);
