-- Act: talk and agree. A meeting with its agenda, minutes, decisions and actions; the report beforehand and the reaction of the
-- aanbieder; the class of an aanbieder as far as the number of meetings needs it.

-- The class of an aanbieder, set by hand, from a day on (CLS-01, CLS-08). A version is never changed; of one day the last one counts.
create table aanbieder_klasse (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  aanbieder_id uuid not null,
  agb text not null,
  klasse int not null check (klasse between 1 and 5),
  geldig_vanaf date not null,
  reden text not null check (length(trim(reden)) > 0),
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  primary key (regio_id, id),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id)
);
create index aanbieder_klasse_aanbieder on aanbieder_klasse (regio_id, aanbieder_id, geldig_vanaf desc, id desc);

-- One meeting. Its state is the furthest moment that came (act/gesprek/gespreksstand.ts, tested to be the same).
create table gesprek (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  soort text not null check (soort ~ '^[a-z0-9-]+$'),
  titel text not null check (length(trim(titel)) between 1 and 200),
  -- what the regelset said of it when it was planned
  telt_mee boolean not null,
  regelsetdeel_id uuid not null,
  -- with an aanbieder, with who gave the order (a gemeente), or with neither among ourselves
  aanbieder_id uuid,
  agb text,
  gemeente_code text,
  datum date not null,
  begintijd text not null check (begintijd ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  eindtijd text not null check (eindtijd ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  plaats text not null default '' check (length(plaats) <= 300),
  wijze text not null check (wijze in ('fysiek', 'digitaal', 'telefonisch')),
  eigenaar_id uuid not null,
  -- grows with each change of day, time or place: the SEQUENCE of the calendar attachment (RFC 5545)
  volgnummer int not null default 0,
  versie int not null default 1,
  gepland_op timestamptz not null,
  gepland_door text not null,
  uitgenodigd_op timestamptz,
  rapportage_gevraagd_op timestamptz,
  rapportage_uiterlijk date,
  rapportage_ingediend_op timestamptz,
  rapportage_ingediend_door text,
  voorbereid_op timestamptz,
  gehouden_op timestamptz,
  verslag_uiterlijk date,
  verslag_begonnen_op timestamptz,
  gedeeld_op timestamptz,
  reactie_uiterlijk date,
  definitief_op timestamptz,
  geannuleerd_op timestamptz,
  annulering_reden text,
  stand text not null generated always as (case
    when geannuleerd_op is not null then 'geannuleerd'
    when definitief_op is not null then 'definitief'
    when gedeeld_op is not null then 'verslag gedeeld'
    when gehouden_op is not null and verslag_begonnen_op is not null then 'verslag concept'
    when gehouden_op is not null then 'gehouden'
    when voorbereid_op is not null then 'voorbereid'
    when rapportage_gevraagd_op is not null then 'rapportage gevraagd'
    else 'gepland' end) stored,
  primary key (regio_id, id),
  foreign key (regio_id, regelsetdeel_id) references regelsetdeel (regio_id, id),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id),
  foreign key (regio_id, gemeente_code) references gemeente (regio_id, code),
  foreign key (regio_id, eigenaar_id) references gebruiker (regio_id, id),
  check (eindtijd > begintijd),
  check ((aanbieder_id is null) = (agb is null)),
  check (aanbieder_id is null or gemeente_code is null),
  check ((geannuleerd_op is null) = (annulering_reden is null)),
  check ((rapportage_ingediend_op is null) = (rapportage_ingediend_door is null)),
  check (definitief_op is null or gedeeld_op is not null),
  check (gedeeld_op is null or gehouden_op is not null),
  check (gehouden_op is null or geannuleerd_op is null)
);
create index gesprek_datum on gesprek (regio_id, datum, id);
create index gesprek_titel on gesprek (regio_id, titel collate "nl-x-icu", id);
create index gesprek_stand on gesprek (regio_id, stand, datum, id);
create index gesprek_aanbieder on gesprek (regio_id, aanbieder_id, datum desc);
create index gesprek_gemeente on gesprek (regio_id, gemeente_code, datum) where gemeente_code is not null;
create index gesprek_eigenaar on gesprek (regio_id, eigenaar_id, datum);
create index gesprek_regelsetdeel on gesprek (regio_id, regelsetdeel_id);

-- CLS-12: one meeting for several overeenkomsten.
create table gesprek_overeenkomst (
  regio_id uuid not null references regio (id),
  gesprek_id uuid not null,
  overeenkomst_id uuid not null,
  primary key (regio_id, gesprek_id, overeenkomst_id),
  foreign key (regio_id, gesprek_id) references gesprek (regio_id, id),
  foreign key (regio_id, overeenkomst_id) references overeenkomst (regio_id, id)
);
create index gesprek_overeenkomst_andersom on gesprek_overeenkomst (regio_id, overeenkomst_id);

create table gesprek_verplaatsing (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gesprek_id uuid not null,
  van_datum date not null,
  naar_datum date not null,
  reden text not null check (length(trim(reden)) > 0),
  verplaatst_op timestamptz not null,
  verplaatst_door text not null,
  primary key (regio_id, id),
  foreign key (regio_id, gesprek_id) references gesprek (regio_id, id)
);
create index gesprek_verplaatsing_gesprek on gesprek_verplaatsing (regio_id, gesprek_id, verplaatst_op);

-- Who is asked, what he answered and whether he was there. The name stays when the contactpersoon leaves.
create table deelnemer (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gesprek_id uuid not null,
  hoedanigheid text not null check (hoedanigheid in ('voorzitter', 'contractbeheer', 'aanbieder', 'gast')),
  gebruiker_id uuid,
  contactpersoon_id uuid,
  naam text not null check (length(trim(naam)) between 1 and 120),
  functie text not null default '',
  email text not null default '',
  antwoord text check (antwoord in ('ja', 'nee', 'onder voorbehoud')),
  antwoord_toelichting text not null default '',
  antwoord_op timestamptz,
  antwoord_door text,
  aanwezig boolean,
  primary key (regio_id, id),
  unique (regio_id, gesprek_id, gebruiker_id),
  unique (regio_id, gesprek_id, contactpersoon_id),
  foreign key (regio_id, gesprek_id) references gesprek (regio_id, id),
  foreign key (regio_id, gebruiker_id) references gebruiker (regio_id, id),
  foreign key (regio_id, contactpersoon_id) references contactpersoon (regio_id, id) on delete set null (contactpersoon_id),
  check ((antwoord is null) = (antwoord_op is null))
);
create index deelnemer_gebruiker on deelnemer (regio_id, gebruiker_id, gesprek_id) where gebruiker_id is not null;
create index deelnemer_contactpersoon on deelnemer (regio_id, contactpersoon_id) where contactpersoon_id is not null;

-- Each mail about a meeting: to whom, why, and what became of it. Text and attachment are made when it is sent and are not kept.
create table gesprek_bericht (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gesprek_id uuid not null,
  deelnemer_id uuid not null,
  soort text not null check (soort in ('uitnodiging', 'verplaatst', 'geannuleerd', 'rapportage gevraagd', 'verslag gedeeld', 'verslag definitief')),
  gevraagd_op timestamptz not null,
  uiterlijk_op timestamptz not null,
  pogingen int not null default 0,
  laatste_fout text check (length(laatste_fout) <= 200),
  verzonden_op timestamptz,
  mislukt_op timestamptz,
  primary key (regio_id, id),
  foreign key (regio_id, gesprek_id) references gesprek (regio_id, id),
  foreign key (regio_id, deelnemer_id) references deelnemer (regio_id, id) on delete cascade,
  check (verzonden_op is null or mislukt_op is null)
);
create index gesprek_bericht_gesprek on gesprek_bericht (regio_id, gesprek_id, gevraagd_op);
create index gesprek_bericht_deelnemer on gesprek_bericht (regio_id, deelnemer_id);

-- An item of the agenda. sleutel says what it is about: made once, also when somebody took it away.
create table agendapunt (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gesprek_id uuid not null,
  sleutel text not null,
  onder_id uuid,
  volgorde int not null,
  titel text not null check (length(trim(titel)) between 1 and 300),
  toelichting text not null default '',
  niveau text check (niveau in ('strategisch', 'tactisch', 'operationeel')),
  bron text not null check (bron in ('sjabloon', 'bevinding', 'kpi', 'meegenomen', 'hand')),
  vult text[] not null default '{}',
  bevinding_id uuid,
  van_punt_id uuid,
  versie int not null default 1,
  meenemen_op timestamptz,
  weggehaald_op timestamptz,
  primary key (regio_id, id),
  unique (regio_id, gesprek_id, sleutel),
  foreign key (regio_id, gesprek_id) references gesprek (regio_id, id),
  foreign key (regio_id, onder_id) references agendapunt (regio_id, id),
  foreign key (regio_id, bevinding_id) references bevinding (regio_id, id),
  foreign key (regio_id, van_punt_id) references agendapunt (regio_id, id)
);
create index agendapunt_onder on agendapunt (regio_id, onder_id);
create index agendapunt_bevinding on agendapunt (regio_id, bevinding_id) where bevinding_id is not null;
create index agendapunt_van on agendapunt (regio_id, van_punt_id) where van_punt_id is not null;

-- What was said, per item: apart from the item, for an aanbieder sees the item but not the notes (only versions that were shared).
create table verslagtekst (
  regio_id uuid not null references regio (id),
  gesprek_id uuid not null,
  agendapunt_id uuid not null,
  tekst text not null,
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door text not null,
  primary key (regio_id, agendapunt_id),
  foreign key (regio_id, gesprek_id) references gesprek (regio_id, id),
  foreign key (regio_id, agendapunt_id) references agendapunt (regio_id, id)
);
create index verslagtekst_gesprek on verslagtekst (regio_id, gesprek_id);

-- What was decided and mandated (GES-16). With a measure: as who, and on which mandate (ROL-13).
create table gesprek_besluit (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gesprek_id uuid not null,
  agendapunt_id uuid,
  tekst text not null check (length(trim(tekst)) > 0),
  taak text,
  besloten_als text,
  mandaat_id uuid,
  grond text,
  versie int not null default 1,
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  weggehaald_op timestamptz,
  primary key (regio_id, id),
  foreign key (regio_id, gesprek_id) references gesprek (regio_id, id),
  foreign key (regio_id, agendapunt_id) references agendapunt (regio_id, id),
  foreign key (regio_id, mandaat_id) references mandaat (regio_id, id),
  check ((taak is null) = (besloten_als is null))
);
create index gesprek_besluit_gesprek on gesprek_besluit (regio_id, gesprek_id, vastgelegd_op);
create index gesprek_besluit_agendapunt on gesprek_besluit (regio_id, agendapunt_id) where agendapunt_id is not null;
create index gesprek_besluit_mandaat on gesprek_besluit (regio_id, mandaat_id) where mandaat_id is not null;

-- Who does what by when (GES-16). It lives until it is accepted or lapses (act/gesprek/actiestand.ts, tested to be the same).
create table actie (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gesprek_id uuid not null,
  agendapunt_id uuid,
  aanbieder_id uuid,
  agb text,
  tekst text not null check (length(trim(tekst)) between 1 and 1000),
  -- of the region, by one person of it, or of the aanbieder; eigenaar is the name as it was agreed
  kant text not null check (kant in ('regio', 'aanbieder')),
  eigenaar_id uuid,
  eigenaar text not null check (length(trim(eigenaar)) between 1 and 120),
  einddatum date not null,
  niveau text check (niveau in ('strategisch', 'tactisch', 'operationeel')),
  versie int not null default 1,
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  -- from then on the aanbieder sees it
  gedeeld_op timestamptz,
  begonnen_op timestamptz,
  gereed_op timestamptz,
  gereed_door text,
  gereed_toelichting text not null default '',
  geaccepteerd_op timestamptz,
  geaccepteerd_door text,
  vervallen_op timestamptz,
  vervallen_door text,
  vervallen_reden text,
  stand text not null generated always as (case
    when vervallen_op is not null then 'vervallen'
    when geaccepteerd_op is not null then 'geaccepteerd'
    when gereed_op is not null then 'gereed'
    when begonnen_op is not null then 'in uitvoering'
    else 'open' end) stored,
  primary key (regio_id, id),
  foreign key (regio_id, gesprek_id) references gesprek (regio_id, id),
  foreign key (regio_id, agendapunt_id) references agendapunt (regio_id, id),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id),
  foreign key (regio_id, eigenaar_id) references gebruiker (regio_id, id),
  check ((aanbieder_id is null) = (agb is null)),
  check (kant = 'regio' or aanbieder_id is not null),
  check (geaccepteerd_op is null or gereed_op is not null),
  check ((vervallen_op is null) = (vervallen_reden is null))
);
create index actie_einddatum on actie (regio_id, einddatum, id);
create index actie_open on actie (regio_id, einddatum, id) where geaccepteerd_op is null and vervallen_op is null;
create index actie_aanbieder on actie (regio_id, aanbieder_id, einddatum);
create index actie_eigenaar on actie (regio_id, eigenaar_id, einddatum);
create index actie_gesprek on actie (regio_id, gesprek_id);
create index actie_agendapunt on actie (regio_id, agendapunt_id) where agendapunt_id is not null;

-- The report beforehand, part by part (GES-03); a draft of the aanbieder until it hands it in.
create table rapportagedeel (
  regio_id uuid not null references regio (id),
  gesprek_id uuid not null,
  code text not null check (code ~ '^[a-z0-9-]+$'),
  tekst text not null,
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door text not null,
  primary key (regio_id, gesprek_id, code),
  foreign key (regio_id, gesprek_id) references gesprek (regio_id, id)
);

-- The minutes as they were shared and as they became final: canonical JSON with its SHA-256, never changed.
create table verslagversie (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gesprek_id uuid not null,
  soort text not null check (soort in ('gedeeld', 'definitief')),
  inhoud text not null,
  sha256 bytea not null check (length(sha256) = 32),
  gemaakt_op timestamptz not null,
  gemaakt_door text not null,
  primary key (regio_id, id),
  unique (regio_id, gesprek_id, soort),
  foreign key (regio_id, gesprek_id) references gesprek (regio_id, id)
);

create table verslagreactie (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gesprek_id uuid not null,
  soort text not null check (soort in ('akkoord', 'opmerking')),
  tekst text not null default '',
  gegeven_op timestamptz not null,
  gegeven_door text not null,
  verwerking text,
  verwerkt_op timestamptz,
  verwerkt_door text,
  primary key (regio_id, id),
  foreign key (regio_id, gesprek_id) references gesprek (regio_id, id),
  check (soort = 'akkoord' or length(trim(tekst)) > 0),
  check ((verwerking is null) = (verwerkt_op is null))
);
create index verslagreactie_gesprek on verslagreactie (regio_id, gesprek_id, gegeven_op);

call beveilig('aanbieder_klasse', 'select, insert', 'agb');
call beveilig('gesprek', 'select, insert, update', 'agb');
call beveilig('gesprek_overeenkomst', 'select, insert');
call beveilig('gesprek_verplaatsing', 'select, insert');
call beveilig('deelnemer');
call beveilig('gesprek_bericht', 'select, insert, update');
call beveilig('agendapunt', 'select, insert, update');
call beveilig('verslagtekst', 'select, insert, update');
call beveilig('gesprek_besluit', 'select, insert, update');
call beveilig('actie', 'select, insert, update', 'agb');
call beveilig('rapportagedeel', 'select, insert, update');
call beveilig('verslagversie', 'select, insert');
call beveilig('verslagreactie', 'select, insert, update');

-- An aanbieder sees a meeting from the moment it was told of it, and an action from the moment the minutes were shared.
create policy verteld on gesprek as restrictive using ((select huidige_agb() is null)
  or uitgenodigd_op is not null or rapportage_gevraagd_op is not null);
create policy verteld on actie as restrictive using ((select huidige_agb() is null) or gedeeld_op is not null);
-- Who sees the meeting sees what hangs below it; what is still being written, and the mails, are the region's.
do $$
declare t text;
begin
  foreach t in array array['gesprek_overeenkomst', 'gesprek_verplaatsing', 'deelnemer', 'agendapunt', 'rapportagedeel', 'verslagversie', 'verslagreactie'] loop
    execute format('create policy aanbieder on %1$I as restrictive using ((select huidige_agb() is null) or exists
      (select from gesprek g where g.regio_id = %1$I.regio_id and g.id = %1$I.gesprek_id))', t);
  end loop;
  foreach t in array array['verslagtekst', 'gesprek_besluit', 'gesprek_bericht'] loop
    execute format('create policy aanbieder on %I as restrictive using ((select huidige_agb() is null))', t);
  end loop;
end $$;

call begrens('aanbieder_klasse', 'aanbieder_id in (select aanbieders_in_bereik())');
call begrens('gesprek', '(aanbieder_id in (select aanbieders_in_bereik()) or (aanbieder_id is null and (gemeente_code is null
  or exists (select from unnest((select bereik())) b where b.gemeenten is null or gesprek.gemeente_code = any (b.gemeenten)))))');
call begrens('actie', 'exists (select from gesprek g where g.regio_id = actie.regio_id and g.id = actie.gesprek_id)');
do $$
declare t text;
begin
  foreach t in array array['gesprek_overeenkomst', 'gesprek_verplaatsing', 'deelnemer', 'gesprek_bericht', 'agendapunt', 'verslagtekst',
    'gesprek_besluit', 'rapportagedeel', 'verslagversie', 'verslagreactie'] loop
    call begrens(t::regclass, format('exists (select from gesprek g where g.regio_id = %1$I.regio_id and g.id = %1$I.gesprek_id)', t));
  end loop;
end $$;

-- An aanbieder answers, reports and reacts, and that stands in the audit trail it may not read: its limit binds the program, not the
-- owner as whom audit_toevoegen writes. (021 and 022 say the same; said again it changes nothing.)
alter policy aanbieder on audit_keten to overlap_app;
alter policy aanbieder on audit_regel to overlap_app;
alter policy aanbieder on audit_waarden to overlap_app;
