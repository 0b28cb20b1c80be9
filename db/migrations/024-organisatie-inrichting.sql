-- How contract management is organised (ORG-05…-08, ORG-15, ORG-17, ORG-18): the models that were chosen with the measures against
-- their disadvantages, and what the gemeenten agreed about it with each other.

-- Which model of positioning or of functions holds from a day on. A version is never changed; of one day the last one counts.
create table organisatiemodel (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  soort text not null check (soort in ('positionering', 'functiemodel')),
  -- a code of part "organisatie" of the regelset
  model text not null check (model ~ '^[a-z0-9-]+$'),
  -- who does the work for the others: a gemeente of the region, or an organisation by its name
  centrumgemeente_code text,
  uitvoerder text not null default '' check (length(uitvoerder) <= 200),
  geldig_vanaf date not null,
  besluit text not null check (length(trim(besluit)) between 1 and 500),
  reden text not null check (length(trim(reden)) between 1 and 2000),
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  primary key (regio_id, id),
  foreign key (regio_id, centrumgemeente_code) references gemeente (regio_id, code),
  check (soort = 'positionering' or (centrumgemeente_code is null and uitvoerder = ''))
);
create index organisatiemodel_soort on organisatiemodel (regio_id, soort, geldig_vanaf desc, id desc);
create index organisatiemodel_centrumgemeente on organisatiemodel (regio_id, centrumgemeente_code) where centrumgemeente_code is not null;

-- What is done against a disadvantage or risk of a model: a known one by its code, or one that somebody wrote himself.
create table modelmaatregel (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  soort text not null check (soort in ('positionering', 'functiemodel')),
  model text not null check (model ~ '^[a-z0-9-]+$'),
  -- null: the disadvantage is one of our own
  nadeel_code text check (nadeel_code ~ '^[a-z0-9-]+$'),
  -- as it read when the measure was recorded
  nadeel text not null check (length(trim(nadeel)) between 1 and 500),
  maatregel text not null check (length(trim(maatregel)) between 1 and 1000),
  eigenaar_id uuid not null,
  uiterlijk date not null,
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  gereed_op date,
  vervallen_op date,
  -- what was done, or why it is not needed any more
  afloop text check (length(trim(afloop)) between 1 and 1000),
  gesloten_door text,
  primary key (regio_id, id),
  foreign key (regio_id, eigenaar_id) references gebruiker (regio_id, id),
  check (gereed_op is null or vervallen_op is null),
  check ((gereed_op is null and vervallen_op is null) = (afloop is null)),
  check ((afloop is null) = (gesloten_door is null))
);
create index modelmaatregel_model on modelmaatregel (regio_id, soort, model, uiterlijk, id);
create index modelmaatregel_eigenaar on modelmaatregel (regio_id, eigenaar_id);
create index modelmaatregel_open on modelmaatregel (regio_id, uiterlijk, id) where afloop is null;

-- ORG-06: what the centrumgemeente does for a partner, between two days. Correcting it is a new version of the row with its event.
create table dienstverleningsovereenkomst (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  dienstverlener_code text not null,
  gemeente_code text not null,
  reikwijdte text not null check (length(trim(reikwijdte)) between 1 and 2000),
  begindatum date not null,
  -- null: until it is ended
  einddatum date,
  vindplaats text not null check (length(trim(vindplaats)) between 1 and 300),
  versie int not null default 1,
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  beeindigd_op timestamptz,
  beeindiging_reden text check (length(trim(beeindiging_reden)) between 1 and 1000),
  primary key (regio_id, id),
  foreign key (regio_id, dienstverlener_code) references gemeente (regio_id, code),
  foreign key (regio_id, gemeente_code) references gemeente (regio_id, code),
  check (dienstverlener_code <> gemeente_code),
  check (einddatum >= begindatum),
  check ((beeindigd_op is null) = (beeindiging_reden is null)),
  check (beeindigd_op is null or einddatum is not null)
);
create index dienstverleningsovereenkomst_gemeente on dienstverleningsovereenkomst (regio_id, gemeente_code, begindatum desc, id desc);
create index dienstverleningsovereenkomst_dienstverlener on dienstverleningsovereenkomst (regio_id, dienstverlener_code);
create index dienstverleningsovereenkomst_einde on dienstverleningsovereenkomst (regio_id, einddatum) where einddatum is not null;

-- ORG-17: who is responsible for what, and how people work together, per gemeente with its policy advisers and with its wijkteams.
create table samenwerkingsafspraak (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gemeente_code text not null,
  met text not null check (met in ('beleid', 'wijkteam')),
  onderwerp text not null check (onderwerp in ('verantwoordelijkheden', 'samenwerking')),
  tekst text not null check (length(trim(tekst)) between 1 and 4000),
  vindplaats text not null default '' check (length(vindplaats) <= 300),
  geldig_vanaf date not null,
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  primary key (regio_id, id),
  foreign key (regio_id, gemeente_code) references gemeente (regio_id, code)
);
create index samenwerkingsafspraak_gemeente on samenwerkingsafspraak (regio_id, gemeente_code, met, onderwerp, geldig_vanaf desc, id desc);

-- ORG-18: what gemeenten agreed to do alike, and which of them take part. A new version names all that take part.
create table harmonisatieafspraak (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  -- a code of the regelset, or the words of the region for a subject of its own
  onderwerp text not null check (length(trim(onderwerp)) between 1 and 100),
  tekst text not null check (length(trim(tekst)) between 1 and 4000),
  vindplaats text not null default '' check (length(vindplaats) <= 300),
  geldig_vanaf date not null,
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  primary key (regio_id, id)
);
create index harmonisatieafspraak_onderwerp on harmonisatieafspraak (regio_id, lower(onderwerp), geldig_vanaf desc, id desc);

create table harmonisatieafspraak_gemeente (
  regio_id uuid not null references regio (id),
  harmonisatieafspraak_id uuid not null,
  gemeente_code text not null,
  primary key (regio_id, harmonisatieafspraak_id, gemeente_code),
  foreign key (regio_id, harmonisatieafspraak_id) references harmonisatieafspraak (regio_id, id),
  foreign key (regio_id, gemeente_code) references gemeente (regio_id, code)
);
create index harmonisatieafspraak_gemeente_andersom on harmonisatieafspraak_gemeente (regio_id, gemeente_code);

-- ORG-15: what the region plans to do in a task area in a year, and what it reported about it.
create table taakgebiedjaar (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  taakgebied text not null check (taakgebied ~ '^[a-z0-9-]+$'),
  jaar int not null check (jaar between 2000 and 2100),
  plan text not null check (length(trim(plan)) between 1 and 4000),
  uren int check (uren between 0 and 1000000),
  verslag text not null default '' check (length(verslag) <= 4000),
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door text not null,
  primary key (regio_id, id),
  unique (regio_id, jaar, taakgebied)
);

-- ROL-11: what the opdrachtgever asks of contract management in a year, with the priority of each core task; the newest of a year counts.
-- Contract management can only advise on it.
create table opdracht (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  jaar int not null check (jaar between 2000 and 2100),
  tekst text not null check (length(trim(tekst)) between 1 and 4000),
  -- code of the core task to "hoog", "gewoon" or "laag"
  prioriteiten jsonb not null,
  gegeven_op timestamptz not null,
  gegeven_door text not null,
  -- as whom, on which mandate
  gegeven_als text not null,
  primary key (regio_id, id)
);
create index opdracht_jaar on opdracht (regio_id, jaar, id desc);

create table opdracht_advies (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  opdracht_id uuid not null,
  tekst text not null check (length(trim(tekst)) between 1 and 4000),
  gegeven_op timestamptz not null,
  gegeven_door text not null,
  primary key (regio_id, id),
  foreign key (regio_id, opdracht_id) references opdracht (regio_id, id)
);
create index opdracht_advies_opdracht on opdracht_advies (regio_id, opdracht_id, id);

-- ROL-20: a meeting has one chair, whom no form chooses.
create unique index deelnemer_voorzitter on deelnemer (regio_id, gesprek_id) where hoedanigheid = 'voorzitter';

call beveilig('organisatiemodel', 'select, insert');
call beveilig('modelmaatregel', 'select, insert, update');
call beveilig('dienstverleningsovereenkomst', 'select, insert, update');
call beveilig('samenwerkingsafspraak', 'select, insert');
call beveilig('harmonisatieafspraak', 'select, insert');
call beveilig('harmonisatieafspraak_gemeente', 'select, insert');
call beveilig('taakgebiedjaar', 'select, insert, update');
call beveilig('opdracht', 'select, insert');
call beveilig('opdracht_advies', 'select, insert');
-- How the region organises its work is nobody's business at an aanbieder.
do $$
declare t text;
begin
  foreach t in array array['organisatiemodel', 'modelmaatregel', 'dienstverleningsovereenkomst', 'samenwerkingsafspraak',
    'harmonisatieafspraak', 'harmonisatieafspraak_gemeente', 'taakgebiedjaar', 'opdracht', 'opdracht_advies'] loop
    execute format('create policy aanbieder on %I as restrictive using ((select huidige_agb() is null))', t);
  end loop;
end $$;
