-- The calendar: every date on which somebody must have acted or on which something happens (besluit 022), who was reminded of it, and
-- addresses by which a calendar program reads along.

create table termijn (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  -- What the term is of: a kind of thing, which one, and which of its terms. Of each there is one that is open.
  bron text not null check (bron ~ '^[a-z][a-z-]{0,39}$'),
  bron_id text not null check (length(bron_id) between 1 and 60),
  sleutel text not null check (length(sleutel) between 1 and 80),
  titel text not null check (length(trim(titel)) between 1 and 200),
  -- uiterlijk: somebody must have acted by then; moment: something takes place or ends, and then it is over
  aard text not null check (aard in ('uiterlijk', 'moment')),
  -- of the rule in the regelset (part "termijnen"), when there is one
  code text,
  startgebeurtenis text not null,
  startdatum date not null,
  -- rule, source and every step, as it was when it was counted
  berekening jsonb not null,
  einddatum date not null,
  -- who must act: the aanbieder; or in the region the one person, or who has this function or role
  kant text not null check (kant in ('regio', 'aanbieder')),
  rol text,
  gebruiker_id uuid,
  aanbieder_id uuid,
  overeenkomst_id uuid,
  gevolg text not null default '',
  -- name of the job that is queued when the term passes (domain/jobs.ts)
  taak_bij_verstrijken text,
  stand text not null default 'loopt' check (stand in ('loopt', 'gehaald', 'verstreken', 'vervallen')),
  -- day on which it was done, and when and why the term was closed
  gehaald_op date,
  gesloten_op timestamptz,
  gesloten_reden text,
  volgende_herinnering_op timestamptz,
  herinneringen int not null default 0 check (herinneringen >= 0),
  uitgesteld_tot date,
  uitstel_reden text,
  uitgesteld_door text,
  gepland_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  primary key (regio_id, id),
  foreign key (regio_id, gebruiker_id) references gebruiker (regio_id, id),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id),
  foreign key (regio_id, overeenkomst_id) references overeenkomst (regio_id, id) on delete cascade,
  check ((kant = 'regio') = (rol is not null)),
  check (kant = 'regio' or (aanbieder_id is not null and gebruiker_id is null)),
  check ((stand in ('gehaald', 'vervallen')) = (gesloten_op is not null)),
  check ((stand = 'gehaald') = (gehaald_op is not null)),
  check ((uitgesteld_tot is null) = (uitstel_reden is null) and (uitgesteld_tot is null) = (uitgesteld_door is null)),
  check (volgende_herinnering_op is null or gesloten_op is null)
);
create unique index termijn_open on termijn (regio_id, bron, bron_id, sleutel) where gesloten_op is null;
create index termijn_bron on termijn (regio_id, bron, bron_id);
create index termijn_einddatum on termijn (regio_id, einddatum, id);
create index termijn_aanbieder on termijn (regio_id, aanbieder_id, einddatum, id);
create index termijn_overeenkomst on termijn (regio_id, overeenkomst_id, einddatum, id);
create index termijn_gebruiker on termijn (regio_id, gebruiker_id, einddatum, id);
create index termijn_herinneren on termijn (regio_id, volgende_herinnering_op, id) where volgende_herinnering_op is not null;
create index termijn_lopend on termijn (regio_id, einddatum, id) where gesloten_op is null;

-- Who was reminded of what, and with which mail. What was not mailed yet waits for the next day's message.
create table herinnering (
  regio_id uuid not null references regio (id),
  termijn_id uuid not null,
  gebruiker_id uuid not null,
  nummer int not null check (nummer > 0),
  -- why this person
  als text not null check (als in ('zelf', 'functie', 'rol', 'achtervanger', 'waarnemer', 'bewaakt', 'eigenaar', 'aanbieder')),
  gemaakt_op timestamptz not null,
  gemaild_op timestamptz,
  mail_id uuid,
  primary key (regio_id, termijn_id, gebruiker_id, nummer),
  foreign key (regio_id, termijn_id) references termijn (regio_id, id) on delete cascade,
  foreign key (regio_id, gebruiker_id) references gebruiker (regio_id, id),
  foreign key (regio_id, mail_id) references mail (regio_id, id) on delete set null (mail_id)
);
create index herinnering_te_mailen on herinnering (regio_id, gebruiker_id) where gemaild_op is null;
create index herinnering_gebruiker on herinnering (regio_id, gebruiker_id, gemaakt_op desc);
create index herinnering_mail on herinnering (regio_id, mail_id) where mail_id is not null;

-- One message a day per person, whatever happens at the same time.
create unique index mail_herinnering on mail (regio_id, gebruiker_id, ((gevraagd_op at time zone 'Europe/Amsterdam')::date))
  where soort = 'herinnering';

-- An address by which a calendar program reads somebody's terms. Only the hash of its secret is kept; agb: for which aanbieder.
create table kalenderadres (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gebruiker_id uuid not null,
  agb text check (agb ~ '^[0-9]{8}$'),
  token_hash bytea not null,
  gemaakt_op timestamptz not null,
  ingetrokken_op timestamptz,
  laatst_gelezen_op timestamptz,
  primary key (regio_id, id),
  unique (regio_id, token_hash),
  foreign key (regio_id, gebruiker_id) references gebruiker (regio_id, id)
);
create unique index kalenderadres_een on kalenderadres (regio_id, gebruiker_id, coalesce(agb, '')) where ingetrokken_op is null;
create index kalenderadres_gebruiker on kalenderadres (regio_id, gebruiker_id);

call beveilig('termijn', 'select, insert, update');
call beveilig('herinnering', 'select, insert, update');
call beveilig('kalenderadres', 'select, insert, update');

-- An aanbieder sees the terms on which it must act itself, and who of its own people was reminded.
create policy aanbieder on termijn as restrictive using ((select huidige_agb() is null) or (kant = 'aanbieder' and exists
  (select from aanbieder a where a.regio_id = termijn.regio_id and a.id = termijn.aanbieder_id)));
create policy aanbieder on herinnering as restrictive using ((select huidige_agb() is null) or (als = 'aanbieder' and exists
  (select from termijn t where t.regio_id = herinnering.regio_id and t.id = herinnering.termijn_id)));
create policy aanbieder on kalenderadres as restrictive using ((select huidige_agb() is null) or agb = (select huidige_agb()));
-- A term about no aanbieder is about how the region works: mandates, colleagues.
call begrens('termijn', '((aanbieder_id is null or aanbieder_id in (select aanbieders_in_bereik()))
  and (overeenkomst_id is null or overeenkomst_id in (select overeenkomsten_in_bereik())))');
call begrens('herinnering', 'exists (select from termijn t where t.regio_id = herinnering.regio_id and t.id = herinnering.termijn_id)');

-- What an aanbieder's account does is recorded as what others do: its account reads no trail, but the function of the owner that
-- writes it must get past that.
alter policy aanbieder on audit_keten to overlap_app;
alter policy aanbieder on audit_regel to overlap_app;
alter policy aanbieder on audit_waarden to overlap_app;
