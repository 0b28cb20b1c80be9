-- Escalation: a case on a ladder, every step it took, and what lay there when it was taken. The rules are pure functions over these
-- rows (src/domain/act/escalatie); a case keeps the version of the ladder it started with (MTR-04).

create table escalatie (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  -- "E-2026-001", counted per region and year
  nummer text not null,
  aanbieder_id uuid not null,
  agb text not null,
  overeenkomst_id uuid,
  subregio_id uuid,
  bevinding_id uuid,
  regelsetdeel_id uuid not null,
  titel text not null check (length(trim(titel)) between 1 and 200),
  toestand text not null,
  -- the rung it stands on, 0 before the first; kept for lists
  hoogte int not null check (hoogte >= 0),
  -- where it stood before what is now proposed
  vorige text,
  beurt int not null check (beurt >= 0),
  -- a step waits for a decision or for its letter; what it is stands in escalatie_voorstel
  open_stand text check (open_stand in ('voorgesteld', 'besloten')),
  -- counts every change, so that two people at once do not overwrite each other
  versie int not null default 1,
  geopend_op timestamptz not null,
  geopend_door text not null,
  gewijzigd_op timestamptz not null,
  gesloten_op timestamptz,
  -- the first day on which a term of it ends; kept for lists
  eerste_termijn date,
  primary key (regio_id, id),
  unique (regio_id, nummer),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id),
  foreign key (regio_id, overeenkomst_id) references overeenkomst (regio_id, id),
  foreign key (regio_id, subregio_id) references subregio (regio_id, id),
  foreign key (regio_id, bevinding_id) references bevinding (regio_id, id),
  foreign key (regio_id, regelsetdeel_id) references regelsetdeel (regio_id, id)
);
create index escalatie_geopend on escalatie (regio_id, geopend_op, id);
create index escalatie_lopend on escalatie (regio_id, eerste_termijn, id) where gesloten_op is null;
create index escalatie_hoogte on escalatie (regio_id, hoogte, id);
create index escalatie_termijn_eerst on escalatie (regio_id, eerste_termijn, id);
create index escalatie_aanbieder on escalatie (regio_id, aanbieder_id, geopend_op desc);
create index escalatie_overeenkomst on escalatie (regio_id, overeenkomst_id);
create index escalatie_subregio on escalatie (regio_id, subregio_id);
create index escalatie_bevinding on escalatie (regio_id, bevinding_id);
create index escalatie_ladder on escalatie (regio_id, regelsetdeel_id);

-- A step that is proposed, or decided and waiting for its letter. At most one is open; what became of it stays.
create table escalatie_voorstel (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  escalatie_id uuid not null,
  overgang text not null,
  zet jsonb not null,
  stand text not null check (stand in ('voorgesteld', 'besloten', 'gezet', 'afgewezen', 'ingetrokken')),
  voorgesteld_op timestamptz not null,
  voorgesteld_door uuid not null,
  besloten_op timestamptz,
  besloten_door uuid,
  besloten_als text,
  mandaat_id uuid,
  mandaat_grond text,
  reden text,
  primary key (regio_id, id),
  foreign key (regio_id, escalatie_id) references escalatie (regio_id, id),
  foreign key (regio_id, voorgesteld_door) references gebruiker (regio_id, id),
  foreign key (regio_id, besloten_door) references gebruiker (regio_id, id),
  foreign key (regio_id, mandaat_id) references mandaat (regio_id, id)
);
create unique index escalatie_voorstel_open on escalatie_voorstel (regio_id, escalatie_id) where stand in ('voorgesteld', 'besloten');
create index escalatie_voorstel_zaak on escalatie_voorstel (regio_id, escalatie_id, voorgesteld_op desc);
create index escalatie_voorstel_wacht on escalatie_voorstel (regio_id, voorgesteld_op) where stand = 'voorgesteld';
create index escalatie_voorstel_door on escalatie_voorstel (regio_id, voorgesteld_door);
create index escalatie_voorstel_besloten on escalatie_voorstel (regio_id, besloten_door);
create index escalatie_voorstel_mandaat on escalatie_voorstel (regio_id, mandaat_id);

-- A step that was taken; never changed.
create table escalatie_stap (
  regio_id uuid not null,
  escalatie_id uuid not null,
  nr int not null check (nr > 0),
  overgang text not null,
  van text,
  naar text not null,
  datum date not null,
  grond text,
  motivering text not null,
  velden jsonb not null,
  partij text not null check (partij in ('opdrachtgever', 'aanbieder')),
  door uuid not null,
  besloten_door uuid,
  besloten_als text,
  mandaat_grond text,
  gezet_op timestamptz not null,
  primary key (regio_id, escalatie_id, nr),
  foreign key (regio_id, escalatie_id) references escalatie (regio_id, id),
  foreign key (regio_id, door) references gebruiker (regio_id, id),
  foreign key (regio_id, besloten_door) references gebruiker (regio_id, id)
);
create index escalatie_stap_door on escalatie_stap (regio_id, door);
create index escalatie_stap_besloten on escalatie_stap (regio_id, besloten_door);

-- What a step asks for: a document that is referred to, or a text; never changed.
create table escalatie_stuk (
  regio_id uuid not null,
  -- not a number: an aanbieder does not see all of them
  id uuid not null default uuidv7(),
  escalatie_id uuid not null,
  soort text not null,
  datum date not null,
  velden jsonb not null,
  beurt int not null,
  partij text not null check (partij in ('opdrachtgever', 'aanbieder')),
  -- what the aanbieder handed in, or what can come from both
  voor_aanbieder boolean not null,
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  primary key (regio_id, id),
  foreign key (regio_id, escalatie_id) references escalatie (regio_id, id)
);
create index escalatie_stuk_zaak on escalatie_stuk (regio_id, escalatie_id, id);

-- A term with its calculation as it was made.
create table escalatie_termijn (
  regio_id uuid not null,
  escalatie_id uuid not null,
  nr int not null check (nr > 0),
  code text not null,
  start date not null,
  einddatum date not null,
  -- with the days that an objection stopped it
  werkelijk_einde date not null,
  afgesproken boolean not null,
  stappen jsonb not null,
  klaar date,
  primary key (regio_id, escalatie_id, nr),
  foreign key (regio_id, escalatie_id) references escalatie (regio_id, id),
  check (einddatum >= start)
);
create index escalatie_termijn_lopend on escalatie_termijn (regio_id, werkelijk_einde) where klaar is null;

create table escalatie_maatregel (
  regio_id uuid not null,
  escalatie_id uuid not null,
  nr int not null check (nr > 0),
  soort text not null,
  effect text not null check (effect in ('toewijzing', 'betaling', 'tarief', 'overeenkomst', 'geen')),
  velden jsonb not null,
  -- of a stop: null is every gemeente, every product (STM-10)
  gemeenten text[],
  producten text[],
  begin date not null,
  einde date,
  primary key (regio_id, escalatie_id, nr),
  foreign key (regio_id, escalatie_id) references escalatie (regio_id, id)
);
create index escalatie_maatregel_stop on escalatie_maatregel (regio_id, begin) where effect = 'toewijzing';

-- A letter as it was sent, word for word.
create table escalatie_brief (
  regio_id uuid not null,
  escalatie_id uuid not null,
  nr int not null check (nr > 0),
  soort text not null,
  naam text not null,
  alineas jsonb not null,
  verzonden date not null,
  wijze text not null check (wijze in ('digitaal', 'post', 'aangetekend')),
  kenmerk text not null,
  ontvangen date not null,
  verzonden_door text not null,
  vastgelegd_op timestamptz not null,
  primary key (regio_id, escalatie_id, nr),
  foreign key (regio_id, escalatie_id) references escalatie (regio_id, id),
  check (wijze <> 'aangetekend' or length(trim(kenmerk)) > 0),
  check (ontvangen >= verzonden)
);

create table escalatie_schorsing (
  regio_id uuid not null,
  escalatie_id uuid not null,
  nr int not null check (nr > 0),
  vanaf date not null,
  uiterlijk date not null,
  tot date,
  termijnen text[] not null,
  primary key (regio_id, escalatie_id, nr),
  foreign key (regio_id, escalatie_id) references escalatie (regio_id, id)
);

-- A 301 that was sent during a stop is a fact: read, counted, and a finding (ESA-13).
alter table bevinding drop constraint bevinding_bron_check;
alter table bevinding add constraint bevinding_bron_check
  check (bron in ('kpi', 'overeenkomst', 'certificaat', 'clientenstop', 'hand'));

call beveilig('escalatie', 'select, insert, update', 'agb');
call begrens('escalatie', '(aanbieder_id in (select aanbieders_in_bereik())
  and (overeenkomst_id is null or overeenkomst_id in (select overeenkomsten_in_bereik()))
  and (subregio_id is null or subregio_id in (select subregios_in_bereik())))');
do $$
declare t text;
begin
  foreach t in array array['escalatie_stap', 'escalatie_stuk', 'escalatie_brief'] loop
    call beveilig(t::regclass, 'select, insert');
  end loop;
  foreach t in array array['escalatie_voorstel', 'escalatie_termijn', 'escalatie_maatregel', 'escalatie_schorsing'] loop
    call beveilig(t::regclass, 'select, insert, update');
  end loop;
  foreach t in array array['escalatie_voorstel', 'escalatie_stap', 'escalatie_stuk', 'escalatie_termijn', 'escalatie_maatregel',
    'escalatie_brief', 'escalatie_schorsing'] loop
    call begrens(t::regclass, format('exists (select from escalatie e where e.regio_id = %1$I.regio_id and e.id = %1$I.escalatie_id)', t));
    execute format('create policy aanbieder on %1$I as restrictive using ((select huidige_agb() is null) or (%2$s exists
      (select from escalatie e where e.regio_id = %1$I.regio_id and e.id = %1$I.escalatie_id)))', t,
      case t when 'escalatie_voorstel' then 'false and' when 'escalatie_stuk' then 'voor_aanbieder and' else '' end);
  end loop;
end $$;
