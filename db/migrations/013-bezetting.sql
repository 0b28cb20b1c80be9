-- Who does what: RASCI per task, mandate per task or measure, substitution, and changes of the budget that two people make together.

-- How a task is divided from a day on, for the region (gemeente_code null) or one gemeente; without a row the regelset decides
-- (part "taken"). A version is never changed.
create table rasci (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  taak text not null check (taak ~ '^[a-z0-9-]+$'),
  gemeente_code text,
  verdeling jsonb not null,
  geldig_vanaf date not null,
  reden text not null check (length(trim(reden)) > 0),
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  primary key (regio_id, id),
  foreign key (regio_id, gemeente_code) references gemeente (regio_id, code)
);
create index rasci_taak on rasci (regio_id, taak, gemeente_code, geldig_vanaf desc, id desc);

-- ROL-13: which role may decide on a task or measure, on which ground, within which limits. Ending is a moment with a reason.
create table mandaat (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  taak text not null check (taak ~ '^[a-z0-9-]+$'),
  rol text not null,
  gemeente_code text,
  grond text not null check (length(trim(grond)) > 0),
  hoogste_cent bigint check (hoogste_cent >= 0),
  hoogste_maanden int check (hoogste_maanden > 0),
  geldig_vanaf date not null,
  geldig_tot date,
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  ingetrokken_op timestamptz,
  ingetrokken_door text,
  intrekking_reden text,
  primary key (regio_id, id),
  foreign key (regio_id, gemeente_code) references gemeente (regio_id, code),
  check (geldig_tot is null or geldig_tot >= geldig_vanaf),
  check ((ingetrokken_op is null) = (ingetrokken_door is null) and (ingetrokken_op is null) = (intrekking_reden is null))
);
create index mandaat_taak on mandaat (regio_id, taak, rol);
create index mandaat_gemeente on mandaat (regio_id, gemeente_code);

-- Somebody stands in for somebody else between two days: the roles of the absent person come as roles of the substitute.
create table waarneming (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gebruiker_id uuid not null,
  waarnemer_id uuid not null,
  begindatum date not null,
  einddatum date not null,
  reden text not null check (length(trim(reden)) > 0),
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  beeindigd_op timestamptz,
  beeindigd_door text,
  primary key (regio_id, id),
  foreign key (regio_id, gebruiker_id) references gebruiker (regio_id, id),
  foreign key (regio_id, waarnemer_id) references gebruiker (regio_id, id),
  check (einddatum >= begindatum),
  check (gebruiker_id <> waarnemer_id)
);
create index waarneming_gebruiker on waarneming (regio_id, gebruiker_id, einddatum desc);
create index waarneming_waarnemer on waarneming (regio_id, waarnemer_id, einddatum desc);
alter table roltoewijzing
  add column waarneming_id uuid,
  add foreign key (regio_id, waarneming_id) references waarneming (regio_id, id);
create index roltoewijzing_waarneming on roltoewijzing (regio_id, waarneming_id) where waarneming_id is not null;

-- ROL-01, FIN-14: the ceiling of a year is raised or renewed by a proposal of one and a decision of another.
create table plafondvoorstel (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  overeenkomst_id uuid not null,
  jaar int not null check (jaar between 2000 and 2100),
  oud_cent bigint,
  nieuw_cent bigint not null check (nieuw_cent >= 0),
  motivering text not null check (length(trim(motivering)) > 0),
  voorgesteld_op timestamptz not null,
  voorgesteld_door uuid not null,
  besluit text check (besluit in ('goedgekeurd', 'afgewezen', 'ingetrokken')),
  besluit_reden text,
  besloten_op timestamptz,
  besloten_door uuid,
  besloten_als text,
  mandaat_id uuid,
  primary key (regio_id, id),
  foreign key (regio_id, overeenkomst_id) references overeenkomst (regio_id, id),
  foreign key (regio_id, voorgesteld_door) references gebruiker (regio_id, id),
  foreign key (regio_id, besloten_door) references gebruiker (regio_id, id),
  foreign key (regio_id, mandaat_id) references mandaat (regio_id, id),
  check ((besluit is null) = (besloten_op is null) and (besluit is null) = (besloten_door is null))
);
create unique index plafondvoorstel_open on plafondvoorstel (regio_id, overeenkomst_id, jaar) where besluit is null;
create index plafondvoorstel_overeenkomst on plafondvoorstel (regio_id, overeenkomst_id, voorgesteld_op desc);
create index plafondvoorstel_wacht on plafondvoorstel (regio_id, voorgesteld_op) where besluit is null;
create index plafondvoorstel_voorgesteld on plafondvoorstel (regio_id, voorgesteld_door);
create index plafondvoorstel_besloten on plafondvoorstel (regio_id, besloten_door);
create index plafondvoorstel_mandaat on plafondvoorstel (regio_id, mandaat_id);

call beveilig('rasci', 'select, insert');
call beveilig('mandaat', 'select, insert, update');
call beveilig('waarneming', 'select, insert, update');
call beveilig('plafondvoorstel', 'select, insert, update');
-- How the region divides its work is nobody's business at an aanbieder.
do $$
declare t text;
begin
  foreach t in array array['rasci', 'mandaat', 'waarneming', 'plafondvoorstel'] loop
    execute format('create policy aanbieder on %I as restrictive using ((select huidige_agb() is null))', t);
  end loop;
end $$;
call begrens('plafondvoorstel', 'overeenkomst_id in (select overeenkomsten_in_bereik())');
