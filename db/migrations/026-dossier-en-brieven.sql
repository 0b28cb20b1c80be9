-- The file of an aanbieder or overeenkomst (DOC-01), the sender's house style, letters to one or many (DOC-02, COM-02), and what was
-- published (COM-01). Besluit 028.

-- A document; what it holds stands in its versions. Nothing is deleted but by a decision to destroy (besluit 019).
create table document (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  -- code of the catalogue, regelset part "documentsoorten": D28
  soort text not null check (soort ~ '^[A-Z][0-9]{2}$'),
  titel text not null check (length(trim(titel)) between 1 and 200),
  richting text not null check (richting in ('in', 'uit', 'intern')),
  -- null: of the region as a whole
  aanbieder_id uuid,
  agb text,
  overeenkomst_id uuid,
  -- the related object: a kind of thing and which one
  onderwerp text check (onderwerp ~ '^[a-z][a-z-]{0,39}$'),
  onderwerp_id text check (length(onderwerp_id) between 1 and 60),
  -- which document of that object, so that making it twice makes one: "brief-2", "verslag"
  sleutel text check (length(sleutel) between 1 and 60),
  voor_aanbieder boolean not null,
  -- of the newest version, kept for lists
  versie int not null check (versie > 0),
  datum date not null,
  auteur text not null check (length(auteur) <= 200),
  toegevoegd_op timestamptz not null,
  primary key (regio_id, id),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id),
  foreign key (regio_id, overeenkomst_id) references overeenkomst (regio_id, id),
  check ((aanbieder_id is null) = (agb is null)),
  check ((onderwerp is null) = (onderwerp_id is null)),
  check (sleutel is null or onderwerp is not null),
  check (not voor_aanbieder or aanbieder_id is not null)
);
create unique index document_onderwerp on document (regio_id, onderwerp, onderwerp_id, sleutel) where sleutel is not null;
create index document_aanbieder on document (regio_id, aanbieder_id, datum desc, id desc);
create index document_overeenkomst on document (regio_id, overeenkomst_id, datum desc, id desc);
create index document_datum on document (regio_id, datum desc, id desc);

create table documentversie (
  regio_id uuid not null,
  document_id uuid not null,
  nr int not null check (nr > 0),
  datum date not null,
  auteur text not null check (length(auteur) <= 200),
  kenmerk text not null default '' check (length(kenmerk) <= 100),
  toelichting text not null default '' check (length(toelichting) <= 1000),
  toegevoegd_op timestamptz not null,
  toegevoegd_door text not null,
  primary key (regio_id, document_id, nr),
  foreign key (regio_id, document_id) references document (regio_id, id)
);

-- The bytes of a version, in the forms it has: what was archived (pdf) and what can be edited (docx), or what was handed in.
create table documentbestand (
  regio_id uuid not null,
  document_id uuid not null,
  nr int not null,
  vorm text not null check (vorm in ('pdf', 'docx', 'xlsx', 'odt', 'ods', 'png', 'jpg')),
  omvang int not null check (omvang > 0),
  sha256 bytea not null check (length(sha256) = 32),
  inhoud bytea not null check (length(inhoud) = omvang),
  primary key (regio_id, document_id, nr, vorm),
  foreign key (regio_id, document_id, nr) references documentversie (regio_id, document_id, nr)
);
-- compressed already
alter table documentbestand alter column inhoud set storage external;

-- How the sender looks: of the region, or of one gemeente. A version is never changed, the newest counts.
create table huisstijl (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gemeente_code text,
  naam text not null check (length(trim(naam)) between 1 and 120),
  adres text not null check (length(adres) <= 400),
  voettekst text not null check (length(voettekst) <= 300),
  logo bytea check (length(logo) <= 300000),
  logo_vorm text check (logo_vorm in ('png', 'svg')),
  -- before the number of a letter: "ZW" in ZW-2026-0001
  reeks text not null check (reeks ~ '^[A-Z][A-Z0-9]{0,9}$'),
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  primary key (regio_id, id),
  foreign key (regio_id, gemeente_code) references gemeente (regio_id, code),
  check ((logo is null) = (logo_vorm is null))
);
create index huisstijl_gemeente on huisstijl (regio_id, gemeente_code, id desc);

-- Last number that was given in a series and year; the row is the lock, so that a number is never given twice nor passed over.
create table nummerreeks (
  regio_id uuid not null references regio (id),
  reeks text not null,
  jaar int not null,
  laatste int not null check (laatste > 0),
  primary key (regio_id, reeks, jaar)
);

-- A letter to one or more aanbieders, from its template to its sending.
create table brief (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  -- the template as it was: code in this version of the regelset part
  sjabloon text not null,
  regelsetdeel_id uuid not null,
  soort text not null check (soort ~ '^[A-Z][0-9]{2}$'),
  naam text not null,
  onderwerp text not null check (length(trim(onderwerp)) between 1 and 200),
  -- in whose house style; null is the region's
  gemeente_code text,
  velden jsonb not null,
  alineas jsonb not null,
  -- how the aanbieders were chosen, in words
  selectie text not null check (length(selectie) <= 300),
  wijze text not null check (wijze in ('mail', 'post')),
  aangetekend boolean not null,
  -- task of the mandate register that must approve it; null: none
  taak text,
  stand text not null default 'concept' check (stand in ('concept', 'voorgelegd', 'goedgekeurd', 'verzonden', 'vervallen')),
  versie int not null default 1,
  opgesteld_op timestamptz not null,
  opgesteld_door uuid not null,
  voorgelegd_op timestamptz,
  besloten_op timestamptz,
  besloten_door uuid,
  besloten_als text,
  mandaat_id uuid,
  mandaat_grond text,
  reden text not null default '' check (length(reden) <= 1000),
  verzonden_op timestamptz,
  primary key (regio_id, id),
  foreign key (regio_id, regelsetdeel_id) references regelsetdeel (regio_id, id),
  foreign key (regio_id, gemeente_code) references gemeente (regio_id, code),
  foreign key (regio_id, opgesteld_door) references gebruiker (regio_id, id),
  foreign key (regio_id, besloten_door) references gebruiker (regio_id, id),
  foreign key (regio_id, mandaat_id) references mandaat (regio_id, id),
  check ((stand = 'verzonden') = (verzonden_op is not null)),
  check (not aangetekend or wijze = 'post')
);
create index brief_opgesteld on brief (regio_id, opgesteld_op desc, id desc);
create index brief_stand on brief (regio_id, stand, opgesteld_op desc, id desc);
create index brief_regelsetdeel on brief (regio_id, regelsetdeel_id);
create index brief_gemeente on brief (regio_id, gemeente_code);
create index brief_door on brief (regio_id, opgesteld_door);
create index brief_besloten on brief (regio_id, besloten_door);
create index brief_mandaat on brief (regio_id, mandaat_id);

-- One addressee of a letter and what became of it; taken away only while the letter is a concept.
create table brief_ontvanger (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  brief_id uuid not null,
  aanbieder_id uuid not null,
  agb text not null,
  -- as it was when it was sent
  tav text not null default '' check (length(tav) <= 200),
  email text not null default '' check (length(email) <= 254),
  -- what this letter alone says: words and tables of this aanbieder
  eigen jsonb not null default '{}',
  nummer text,
  document_id uuid,
  -- who is sending it now, until when; after a kill another may
  bezig_tot timestamptz,
  pogingen int not null default 0,
  laatste_fout text check (length(laatste_fout) <= 200),
  verzonden_op timestamptz,
  mislukt_op timestamptz,
  -- proof of sending by post (DOC-03), and the day of receipt (TRM-06)
  verzonden_datum date,
  aangetekend_nummer text not null default '' check (length(aangetekend_nummer) <= 60),
  ontvangen_datum date,
  vastgelegd_door text,
  primary key (regio_id, id),
  unique (regio_id, brief_id, aanbieder_id),
  unique (regio_id, nummer),
  foreign key (regio_id, brief_id) references brief (regio_id, id),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id),
  foreign key (regio_id, document_id) references document (regio_id, id),
  check (verzonden_op is null or mislukt_op is null),
  check ((verzonden_op is null) = (verzonden_datum is null)),
  check (ontvangen_datum is null or ontvangen_datum >= verzonden_datum)
);
create index brief_ontvanger_aanbieder on brief_ontvanger (regio_id, aanbieder_id);
create index brief_ontvanger_document on brief_ontvanger (regio_id, document_id);

-- What was told to whom, by which channel, when (COM-01); what is public stands on the page without sign-in.
create table publicatie (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  titel text not null check (length(trim(titel)) between 1 and 200),
  tekst text not null check (length(tekst) <= 20000),
  doelgroep text not null check (doelgroep in ('iedereen', 'aanbieders', 'selectie')),
  -- in words: "24 aanbieders met de productcategorie 02"
  doelgroep_tekst text not null default '' check (length(doelgroep_tekst) <= 300),
  kanaal text not null check (kanaal in ('website', 'mail', 'post', 'bijeenkomst', 'anders')),
  datum date not null,
  brief_id uuid,
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  ingetrokken_op timestamptz,
  ingetrokken_door text,
  primary key (regio_id, id),
  foreign key (regio_id, brief_id) references brief (regio_id, id),
  check ((ingetrokken_op is null) = (ingetrokken_door is null)),
  check ((doelgroep = 'selectie') = (doelgroep_tekst <> ''))
);
create index publicatie_datum on publicatie (regio_id, datum desc, id desc);
create unique index publicatie_brief on publicatie (regio_id, brief_id) where brief_id is not null;

-- The name of a region in an address.
alter table regio add column slug text not null
  generated always as (trim(both '-' from regexp_replace(lower(naam), '[^a-z0-9]+', '-', 'g'))) stored;

call beveilig('document', 'select, insert, update', 'agb');
call beveilig('documentversie', 'select, insert');
call beveilig('documentbestand', 'select, insert');
call beveilig('huisstijl', 'select, insert');
call beveilig('nummerreeks', 'select, insert, update');
call beveilig('brief', 'select, insert, update');
call beveilig('brief_ontvanger', 'select, insert, update, delete', 'agb');
call beveilig('publicatie', 'select, insert, update');

create policy voor_aanbieder on document as restrictive using ((select huidige_agb() is null) or voor_aanbieder);
do $$
declare t text;
begin
  foreach t in array array['documentversie', 'documentbestand'] loop
    call begrens(t::regclass, format('exists (select from document d where d.regio_id = %1$I.regio_id and d.id = %1$I.document_id)', t));
    execute format('create policy aanbieder on %1$I as restrictive using ((select huidige_agb() is null)
      or exists (select from document d where d.regio_id = %1$I.regio_id and d.id = %1$I.document_id))', t);
  end loop;
end $$;
call begrens('document', '((aanbieder_id is null or aanbieder_id in (select aanbieders_in_bereik()))
  and (overeenkomst_id is null or overeenkomst_id in (select overeenkomsten_in_bereik())))');
call begrens('brief_ontvanger', 'aanbieder_id in (select aanbieders_in_bereik())');
-- A letter itself is for the region; an aanbieder reads what it got in its file.
create policy aanbieder on brief as restrictive using ((select huidige_agb() is null));
create policy aanbieder on publicatie as restrictive using ((select huidige_agb() is null) or (doelgroep <> 'selectie' and ingetrokken_op is null));

-- A region by the name in an address, before anybody signed in: for the page with news.
create function regio_van_slug(p_slug text) returns table (id uuid, naam text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.id, r.naam from regio r where r.slug = p_slug order by r.aangemaakt_op limit 1
$$;
revoke all on function regio_van_slug from public;
grant execute on function regio_van_slug to overlap_app;
