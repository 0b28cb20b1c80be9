-- Consultation tables (TAF-01…-16): subject, composition with its reasons, invitations, attendance, decisions, feedback, review; and who
-- is not invited for a while. Phases are moments (STM-08).

create table overlegtafel (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  titel text not null check (length(trim(titel)) between 1 and 200),
  thema text not null default '' check (length(thema) <= 500),
  -- null: the whole region (TAF-06)
  subregio_id uuid,
  datum date not null,
  begintijd text not null default '' check (begintijd ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' or begintijd = ''),
  wijze text not null default 'fysiek' check (wijze in ('fysiek', 'online')),
  plaats text not null default '' check (length(plaats) <= 300),
  gepland_op timestamptz not null,
  gepland_door text not null,
  -- the day and the version of the rules the composition was made for
  samengesteld_voor date,
  regels_id uuid,
  samengesteld_op timestamptz,
  uitgenodigd_op timestamptz,
  gehouden_op timestamptz,
  terugkoppeling text check (length(trim(terugkoppeling)) between 1 and 10000),
  teruggekoppeld_op timestamptz,
  teruggekoppeld_door text,
  gesloten_op timestamptz,
  vervallen_op timestamptz,
  vervallen_reden text check (length(trim(vervallen_reden)) between 1 and 1000),
  -- what somebody saw when he decides: another change in between and he looks again
  versie int not null default 0,
  check ((samengesteld_op is null) = (samengesteld_voor is null) and (samengesteld_op is null) = (regels_id is null)),
  check (uitgenodigd_op is null or samengesteld_op is not null),
  check (gehouden_op is null or uitgenodigd_op is not null),
  check (teruggekoppeld_op is null or gehouden_op is not null),
  check (gesloten_op is null or teruggekoppeld_op is not null),
  check (vervallen_op is null or gehouden_op is null),
  check ((vervallen_op is null) = (vervallen_reden is null)),
  check ((teruggekoppeld_op is null) = (terugkoppeling is null) and (teruggekoppeld_op is null) = (teruggekoppeld_door is null)),
  primary key (regio_id, id),
  foreign key (regio_id, subregio_id) references subregio (regio_id, id),
  foreign key (regio_id, regels_id) references regelsetdeel (regio_id, id)
);
create index overlegtafel_datum on overlegtafel (regio_id, datum, id);
create index overlegtafel_titel on overlegtafel (regio_id, titel collate "nl-x-icu", id);
create index overlegtafel_subregio on overlegtafel (regio_id, subregio_id, datum);
create index overlegtafel_regels on overlegtafel (regio_id, regels_id);

-- The products of the subject, as productcategorie (besluit 024); none when it is about a theme only.
create table overlegtafel_product (
  regio_id uuid not null references regio (id),
  overlegtafel_id uuid not null,
  categorie text not null check (categorie ~ '^[0-9]{2}$'),
  primary key (regio_id, overlegtafel_id, categorie),
  foreign key (regio_id, overlegtafel_id) references overlegtafel (regio_id, id)
);
create index overlegtafel_product_categorie on overlegtafel_product (regio_id, categorie, overlegtafel_id);

-- Everybody for whom the subject was relevant when the table was composed, with what the proposal was made of and its reason.
create table overlegtafel_kandidaat (
  regio_id uuid not null references regio (id),
  overlegtafel_id uuid not null,
  aanbieder_id uuid not null,
  volgorde int not null,
  klasse text not null check (klasse in ('groot', 'middelgroot', 'klein')),
  -- indicators and points of FRM-18
  omvang jsonb not null,
  subregio_id uuid not null,
  clienten int not null check (clienten >= 0),
  laatst_uitgenodigd_op date,
  uitgesloten boolean not null,
  voorgesteld boolean not null,
  reden jsonb not null,
  primary key (regio_id, overlegtafel_id, aanbieder_id),
  foreign key (regio_id, overlegtafel_id) references overlegtafel (regio_id, id),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id),
  foreign key (regio_id, subregio_id) references subregio (regio_id, id)
);
create index overlegtafel_kandidaat_aanbieder on overlegtafel_kandidaat (regio_id, aanbieder_id);
create index overlegtafel_kandidaat_subregio on overlegtafel_kandidaat (regio_id, subregio_id);

-- A person invites otherwise than proposed, with a motive (AMB-14). The newest of an aanbieder counts.
create table overlegtafel_afwijking (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  overlegtafel_id uuid not null,
  aanbieder_id uuid not null,
  richting text not null check (richting in ('wel', 'niet')),
  motivering text not null check (length(trim(motivering)) between 1 and 1000),
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  primary key (regio_id, id),
  foreign key (regio_id, overlegtafel_id, aanbieder_id)
    references overlegtafel_kandidaat (regio_id, overlegtafel_id, aanbieder_id) on delete cascade
);
create index overlegtafel_afwijking_tafel on overlegtafel_afwijking (regio_id, overlegtafel_id, aanbieder_id, vastgelegd_op desc, id desc);

-- An invitation that went out, and what the aanbieder answered.
create table overlegtafel_deelname (
  regio_id uuid not null references regio (id),
  overlegtafel_id uuid not null,
  aanbieder_id uuid not null,
  agb text not null,
  uitgenodigd_op timestamptz not null,
  uitgenodigd_door text not null,
  -- in whose place (TAF-13)
  vervangt_id uuid,
  ingetrokken_op timestamptz,
  antwoord text check (antwoord in ('komt', 'afgemeld')),
  afgevaardigde text not null default '' check (length(afgevaardigde) <= 200),
  reden text not null default '' check (length(reden) <= 1000),
  beantwoord_op timestamptz,
  beantwoord_door text,
  check ((antwoord is null) = (beantwoord_op is null) and (antwoord is null) = (beantwoord_door is null)),
  check (antwoord is distinct from 'afgemeld' or length(trim(reden)) > 0),
  primary key (regio_id, overlegtafel_id, aanbieder_id),
  foreign key (regio_id, overlegtafel_id) references overlegtafel (regio_id, id),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id),
  foreign key (regio_id, vervangt_id) references aanbieder (regio_id, id)
);
create index overlegtafel_deelname_aanbieder on overlegtafel_deelname (regio_id, aanbieder_id, uitgenodigd_op desc);
create index overlegtafel_deelname_agb on overlegtafel_deelname (regio_id, agb, overlegtafel_id);
create index overlegtafel_deelname_vervangt on overlegtafel_deelname (regio_id, vervangt_id);

-- Who was there (STM-09); a correction is a new row with its reason, the newest counts.
create table overlegtafel_aanwezigheid (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  overlegtafel_id uuid not null,
  aanbieder_id uuid not null,
  agb text not null,
  aanwezigheid text not null check (aanwezigheid in ('aanwezig', 'afgemeld', 'afwezig')),
  toelichting text not null default '' check (length(toelichting) <= 1000),
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  primary key (regio_id, id),
  foreign key (regio_id, overlegtafel_id, aanbieder_id)
    references overlegtafel_deelname (regio_id, overlegtafel_id, aanbieder_id)
);
create index overlegtafel_aanwezigheid_tafel on overlegtafel_aanwezigheid (regio_id, overlegtafel_id, aanbieder_id, vastgelegd_op desc, id desc);
create index overlegtafel_aanwezigheid_aanbieder on overlegtafel_aanwezigheid (regio_id, aanbieder_id);

-- What was decided at a table, and who was party to it (TAF-14).
create table overlegtafel_besluit (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  overlegtafel_id uuid not null,
  tekst text not null check (length(trim(tekst)) between 1 and 4000),
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  primary key (regio_id, id),
  foreign key (regio_id, overlegtafel_id) references overlegtafel (regio_id, id)
);
create index overlegtafel_besluit_tafel on overlegtafel_besluit (regio_id, overlegtafel_id, vastgelegd_op, id);

create table overlegtafel_besluit_partij (
  regio_id uuid not null references regio (id),
  besluit_id uuid not null,
  aanbieder_id uuid not null,
  agb text not null,
  primary key (regio_id, besluit_id, aanbieder_id),
  foreign key (regio_id, besluit_id) references overlegtafel_besluit (regio_id, id),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id)
);
create index overlegtafel_besluit_partij_aanbieder on overlegtafel_besluit_partij (regio_id, aanbieder_id);

-- To whom the feedback went: every aanbieder for whom the subject was relevant (TAF-15), and others by address.
create table overlegtafel_terugkoppeling (
  regio_id uuid not null references regio (id),
  overlegtafel_id uuid not null,
  aanbieder_id uuid not null,
  agb text not null,
  verzonden_op timestamptz not null,
  primary key (regio_id, overlegtafel_id, aanbieder_id),
  foreign key (regio_id, overlegtafel_id) references overlegtafel (regio_id, id),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id)
);
create index overlegtafel_terugkoppeling_agb on overlegtafel_terugkoppeling (regio_id, agb, overlegtafel_id);
create index overlegtafel_terugkoppeling_aanbieder on overlegtafel_terugkoppeling (regio_id, aanbieder_id);

-- Whether the table does what it is for (TAF-16).
create table overlegtafel_toets (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  overlegtafel_id uuid not null,
  datum date not null,
  besproken_met text not null check (length(trim(besproken_met)) between 1 and 500),
  afspiegeling boolean not null,
  oordeel text not null check (length(trim(oordeel)) between 1 and 4000),
  aanpassing text not null default '' check (length(aanpassing) <= 2000),
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  -- a table that is no fair reflection asks for another composition
  check (afspiegeling or length(trim(aanpassing)) > 0),
  primary key (regio_id, id),
  foreign key (regio_id, overlegtafel_id) references overlegtafel (regio_id, id)
);
create index overlegtafel_toets_tafel on overlegtafel_toets (regio_id, overlegtafel_id, datum desc);

-- Decided by people: this aanbieder is not invited, for a while or until further notice (TAF-12).
create table overlegtafel_uitsluiting (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  aanbieder_id uuid not null,
  agb text not null,
  vanaf date not null,
  -- the last day; null is until further notice
  tot date,
  -- what FRM-20 said when it was decided
  grond jsonb not null,
  motivering text not null check (length(trim(motivering)) between 1 and 2000),
  besloten_op timestamptz not null,
  besloten_door text not null,
  -- from this day the aanbieder is invited again; the last day it is not is the one before
  opgeheven_vanaf date,
  opgeheven_op timestamptz,
  opgeheven_door text,
  opheffing_reden text check (length(trim(opheffing_reden)) between 1 and 2000),
  check (tot is null or tot >= vanaf),
  check ((opgeheven_op is null) = (opgeheven_vanaf is null) and (opgeheven_op is null) = (opgeheven_door is null)
    and (opgeheven_op is null) = (opheffing_reden is null)),
  check (opgeheven_vanaf >= vanaf),
  primary key (regio_id, id),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id),
  constraint overlegtafel_uitsluiting_een_tegelijk exclude using gist (regio_id with =, aanbieder_id with =,
    daterange(vanaf, least(opgeheven_vanaf, tot + 1), '[)') with &&)
);
create index overlegtafel_uitsluiting_aanbieder on overlegtafel_uitsluiting (regio_id, aanbieder_id, vanaf desc);

-- A mail about a table or about not being invited, to a contactpersoon of an aanbieder or to somebody else who is concerned.
create table overlegtafel_bericht (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  soort text not null check (soort in ('uitnodiging', 'wijziging', 'intrekking', 'vervallen', 'terugkoppeling', 'uitsluiting', 'opheffing')),
  overlegtafel_id uuid,
  uitsluiting_id uuid,
  aanbieder_id uuid,
  naam text not null check (length(naam) <= 200),
  email text not null check (length(email) <= 254),
  gevraagd_op timestamptz not null,
  pogingen int not null default 0,
  laatste_fout text check (length(laatste_fout) <= 200),
  verzonden_op timestamptz,
  mislukt_op timestamptz,
  check ((overlegtafel_id is null) <> (uitsluiting_id is null)),
  check (verzonden_op is null or mislukt_op is null),
  primary key (regio_id, id),
  foreign key (regio_id, overlegtafel_id) references overlegtafel (regio_id, id),
  foreign key (regio_id, uitsluiting_id) references overlegtafel_uitsluiting (regio_id, id),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id)
);
create index overlegtafel_bericht_tafel on overlegtafel_bericht (regio_id, overlegtafel_id, gevraagd_op, id);
create index overlegtafel_bericht_uitsluiting on overlegtafel_bericht (regio_id, uitsluiting_id) where uitsluiting_id is not null;
create index overlegtafel_bericht_aanbieder on overlegtafel_bericht (regio_id, aanbieder_id);

call beveilig('overlegtafel', 'select, insert, update');
call beveilig('overlegtafel_product', 'select, insert, delete');
call beveilig('overlegtafel_kandidaat', 'select, insert, delete');
call beveilig('overlegtafel_afwijking', 'select, insert, delete');
call beveilig('overlegtafel_deelname', 'select, insert, update', 'agb');
call beveilig('overlegtafel_aanwezigheid', 'select, insert', 'agb');
call beveilig('overlegtafel_besluit', 'select, insert');
call beveilig('overlegtafel_besluit_partij', 'select, insert', 'agb');
call beveilig('overlegtafel_terugkoppeling', 'select, insert', 'agb');
call beveilig('overlegtafel_toets', 'select, insert');
call beveilig('overlegtafel_uitsluiting', 'select, insert, update', 'agb');
call beveilig('overlegtafel_bericht', 'select, insert, update');

-- An aanbieder sees the tables it was invited to and those whose feedback it got; decisions it was party to; nothing of how others were
-- weighed (ROL-21). The rows these conditions read are its own.
create policy aanbieder on overlegtafel as restrictive using ((select huidige_agb() is null)
  or exists (select from overlegtafel_deelname d where d.regio_id = overlegtafel.regio_id and d.overlegtafel_id = overlegtafel.id)
  or exists (select from overlegtafel_terugkoppeling t where t.regio_id = overlegtafel.regio_id and t.overlegtafel_id = overlegtafel.id));
create policy aanbieder on overlegtafel_product as restrictive using ((select huidige_agb() is null)
  or exists (select from overlegtafel o where o.regio_id = overlegtafel_product.regio_id and o.id = overlegtafel_product.overlegtafel_id));
create policy aanbieder on overlegtafel_besluit as restrictive using ((select huidige_agb() is null)
  or exists (select from overlegtafel_besluit_partij p where p.regio_id = overlegtafel_besluit.regio_id and p.besluit_id = overlegtafel_besluit.id));
create policy aanbieder on overlegtafel_kandidaat as restrictive using ((select huidige_agb() is null));
create policy aanbieder on overlegtafel_afwijking as restrictive using ((select huidige_agb() is null));
create policy aanbieder on overlegtafel_toets as restrictive using ((select huidige_agb() is null));
create policy aanbieder on overlegtafel_bericht as restrictive using ((select huidige_agb() is null));

call begrens('overlegtafel_kandidaat', 'aanbieder_id in (select aanbieders_in_bereik())');
call begrens('overlegtafel_afwijking', 'aanbieder_id in (select aanbieders_in_bereik())');
call begrens('overlegtafel_deelname', 'aanbieder_id in (select aanbieders_in_bereik())');
call begrens('overlegtafel_aanwezigheid', 'aanbieder_id in (select aanbieders_in_bereik())');
call begrens('overlegtafel_besluit_partij', 'aanbieder_id in (select aanbieders_in_bereik())');
call begrens('overlegtafel_terugkoppeling', 'aanbieder_id in (select aanbieders_in_bereik())');
call begrens('overlegtafel_uitsluiting', 'aanbieder_id in (select aanbieders_in_bereik())');
call begrens('overlegtafel_bericht', 'aanbieder_id in (select aanbieders_in_bereik())');

-- An aanbieder answers an invitation, and that stands in the audit trail it may not read: its limit binds the program, not the owner as
-- whom audit_toevoegen writes. (021 says the same; said twice it changes nothing.)
alter policy aanbieder on audit_keten to overlap_app;
alter policy aanbieder on audit_regel to overlap_app;
alter policy aanbieder on audit_waarden to overlap_app;
