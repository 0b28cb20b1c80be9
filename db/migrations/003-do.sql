-- Do: what was delivered, from messages. Nothing here names a client: a random id, and one keyed pseudonym per regio and wet.

create table client (
  regio_id uuid not null references regio (id),
  id uuid not null default gen_random_uuid(),
  wet text not null check (wet in ('wmo', 'jw')),
  pseudoniem bytea not null,
  sleutelversie int not null,
  label text not null check (length(label) >= 8),
  primary key (regio_id, id),
  unique (regio_id, wet, sleutelversie, pseudoniem),
  unique (regio_id, label)
);

-- One delivery of files: an upload or a command. stand holds counts only.
create table inleesronde (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  bron text not null check (bron in ('web', 'opdrachtregel', 'voorbeeld')),
  gestart_op timestamptz not null,
  gestart_door text not null,
  laatste_teken_op timestamptz not null,
  klaar_op timestamptz,
  omvang bigint,
  gelezen bigint not null default 0,
  bestanden int not null default 0,
  verwerkt int not null default 0,
  dubbel int not null default 0,
  wachtend int not null default 0,
  afgekeurd int not null default 0,
  primary key (regio_id, id)
);
create index inleesronde_gestart on inleesronde (regio_id, gestart_op desc);

-- The tables that messages go into by the million declare their foreign keys but do not enforce them: checking row by row costs as
-- much as storing. They are written by one use case each, in one transaction with what they refer to; a test looks for orphans.

-- A message as it was read: header and judgement. The lines stand in the tables below. Immutable but for the judgement, which is
-- a function of all that was read and agreed (do/bericht/beoordeel-berichten.ts).
create table bericht (
  regio_id uuid not null,
  id bigint generated always as identity,
  wet text not null check (wet in ('wmo', 'jw')),
  soort text not null check (soort in ('301', '302', '305', '306', '307', '308', '323', '325')),
  afzender text not null,
  ontvanger text not null,
  identificatie text not null,
  dagtekening date not null,
  gemeente text not null,
  agb text not null,
  inhoud_hmac bytea not null,
  ronde_id uuid,
  ingelezen_op timestamptz not null,
  beoordeeld_op timestamptz,
  oordeel text check (oordeel in ('geldig', 'wachtend', 'aangehouden', 'afgekeurd')),
  code text,
  plaats text,
  signaal text,
  -- lines that count nowhere (323)
  regelfouten int not null default 0,
  primary key (regio_id, id),
  unique (regio_id, wet, soort, afzender, identificatie, inhoud_hmac),
  foreign key (regio_id, ronde_id) references inleesronde (regio_id, id) not enforced
) with (fillfactor = 45);
create index bericht_agb on bericht (regio_id, agb, dagtekening desc);
create index bericht_soort on bericht (regio_id, soort, id desc);

-- What the next judgement looks at. Not a partial index on bericht: no index there may hold a judgement, so that judging rewrites
-- a row in its own page (HOT) instead of every index.
create table te_beoordelen (
  regio_id uuid not null,
  bericht_id bigint not null,
  primary key (regio_id, bericht_id)
);

-- The few messages a person should look at: not valid, a line that counts nowhere, or a signal. Kept by the judgement.
create table bericht_aandacht (
  regio_id uuid not null,
  bericht_id bigint not null,
  agb text not null,
  oordeel text not null,
  code text,
  signaal text,
  regelfouten int not null,
  primary key (regio_id, bericht_id),
  foreign key (regio_id, bericht_id) references bericht (regio_id, id)
);
create index bericht_aandacht_oordeel on bericht_aandacht (regio_id, oordeel, bericht_id desc);
create index bericht_aandacht_agb on bericht_aandacht (regio_id, agb, bericht_id desc);

-- Every file (or zip entry) that was delivered, with what became of it. naam has nine-digit runs masked.
create table inleesbestand (
  regio_id uuid not null,
  id bigint generated always as identity,
  ronde_id uuid not null,
  naam text not null,
  soort text,
  afzender text,
  ontvanger text,
  identificatie text,
  dagtekening date,
  uitkomst text not null check (uitkomst in ('gelezen', 'dubbel', 'afgekeurd')),
  bericht_id bigint,
  code text,
  melding text,
  plaats text,
  ingelezen_op timestamptz not null,
  primary key (regio_id, ronde_id, id),
  foreign key (regio_id, ronde_id) references inleesronde (regio_id, id) not enforced,
  foreign key (regio_id, bericht_id) references bericht (regio_id, id) not enforced
);
create index inleesbestand_bericht on inleesbestand (regio_id, bericht_id);
create index inleesbestand_afgekeurd on inleesbestand (regio_id, id desc) where uitkomst = 'afgekeurd';

-- Every wrong row of a CSV file that was refused.
create table inleesfout (
  regio_id uuid not null,
  ronde_id uuid not null,
  bestand_id bigint not null,
  volgnr int not null,
  code text not null,
  melding text not null,
  plaats text,
  primary key (regio_id, ronde_id, bestand_id, volgnr),
  foreign key (regio_id, ronde_id, bestand_id) references inleesbestand (regio_id, ronde_id, id)
);

-- Lines. oordeel repeats the judgement of the message (for a 323 it is the line's own), so that figures need no join.
create table toewijzing_versie (
  regio_id uuid not null,
  bericht_id bigint not null,
  regel int not null,
  wet text not null,
  gemeente text not null,
  nummer int not null,
  client_id uuid not null,
  agb text not null,
  categorie text,
  code text,
  toewijzing_moment timestamp not null,
  ingangsdatum date not null,
  einddatum date,
  reden_wijziging text,
  volume int,
  eenheid text,
  frequentie text,
  budget_cent int,
  dagtekening date not null,
  identificatie text not null,
  oordeel text,
  primary key (regio_id, bericht_id, regel),
  foreign key (regio_id, bericht_id) references bericht (regio_id, id) not enforced,
  foreign key (regio_id, client_id) references client (regio_id, id) not enforced
) with (fillfactor = 42);
create index toewijzing_versie_sleutel on toewijzing_versie (regio_id, gemeente, nummer, wet);

create table start_melding (
  regio_id uuid not null,
  bericht_id bigint not null,
  regel int not null,
  wet text not null,
  gemeente text not null,
  nummer int,
  client_id uuid not null,
  agb text not null,
  categorie text,
  code text,
  begindatum date not null,
  status_aanlevering smallint not null,
  dagtekening date not null,
  oordeel text,
  primary key (regio_id, bericht_id, regel),
  foreign key (regio_id, bericht_id) references bericht (regio_id, id) not enforced,
  foreign key (regio_id, client_id) references client (regio_id, id) not enforced
) with (fillfactor = 42);
create index start_melding_sleutel on start_melding (regio_id, gemeente, nummer, wet);
-- the few that take an earlier delivery back
create index start_melding_weg on start_melding (regio_id, gemeente, nummer) where status_aanlevering = 3;

create table stop_melding (
  regio_id uuid not null,
  bericht_id bigint not null,
  regel int not null,
  wet text not null,
  gemeente text not null,
  nummer int,
  client_id uuid not null,
  agb text not null,
  categorie text,
  code text,
  begindatum date not null,
  einddatum date not null,
  reden_beeindiging text not null,
  status_aanlevering smallint not null,
  dagtekening date not null,
  oordeel text,
  primary key (regio_id, bericht_id, regel),
  foreign key (regio_id, bericht_id) references bericht (regio_id, id) not enforced,
  foreign key (regio_id, client_id) references client (regio_id, id) not enforced
) with (fillfactor = 42);
create index stop_melding_sleutel on stop_melding (regio_id, gemeente, nummer, wet);
create index stop_melding_weg on stop_melding (regio_id, gemeente, nummer) where status_aanlevering = 3;

create table declaratie (
  regio_id uuid not null,
  bericht_id bigint not null,
  declaratienummer text not null,
  periode_van date not null,
  periode_tot date not null,
  totaal_cent bigint not null,
  primary key (regio_id, bericht_id),
  foreign key (regio_id, bericht_id) references bericht (regio_id, id) not enforced
);

-- Amounts are signed: a credit line is negative, its volume too.
create table declaratie_regel (
  regio_id uuid not null,
  bericht_id bigint not null,
  regel int not null,
  wet text not null,
  gemeente text not null,
  nummer int not null,
  client_id uuid not null,
  agb text not null,
  categorie text not null,
  code text not null,
  van date not null,
  tot date not null,
  volume int not null,
  eenheid text not null,
  tarief_cent int,
  bedrag_cent bigint not null,
  credit boolean not null,
  referentie text not null,
  vorige_referentie text,
  dagtekening date not null,
  oordeel text,
  fout text,
  -- found by the judgement; no foreign key, for it would be checked line by line (declaratie_maand has one)
  overeenkomst_id uuid,
  toegekend boolean,
  primary key (regio_id, bericht_id, regel),
  foreign key (regio_id, bericht_id) references bericht (regio_id, id) not enforced,
  foreign key (regio_id, client_id) references client (regio_id, id) not enforced
) with (fillfactor = 42);
create index declaratie_regel_sleutel on declaratie_regel (regio_id, gemeente, nummer, wet);
create index declaratie_regel_referentie on declaratie_regel (regio_id, agb, referentie, wet);
create index declaratie_regel_agb on declaratie_regel (regio_id, agb, van);
create index declaratie_regel_vorige on declaratie_regel (regio_id, agb, vorige_referentie, wet) where vorige_referentie is not null;

-- What counts of the lines above, per overeenkomst and month of ProductPeriode.Begindatum (kept by the judgement): figures and
-- pages read this instead of millions of lines.
create table declaratie_maand (
  regio_id uuid not null,
  agb text not null,
  maand date not null,
  overeenkomst_id uuid not null,
  regels int not null,
  bedrag_cent bigint not null,
  primary key (regio_id, agb, maand, overeenkomst_id) include (bedrag_cent),
  foreign key (regio_id, overeenkomst_id) references overeenkomst (regio_id, id)
);
create index declaratie_maand_overeenkomst on declaratie_maand (regio_id, overeenkomst_id, maand) include (bedrag_cent);

-- Lines of a 323 that the message itself shows to be wrong: refused when read, never stored with their content.
create table declaratie_regel_fout (
  regio_id uuid not null,
  bericht_id bigint not null,
  regel int not null,
  code text not null,
  melding text not null,
  plaats text,
  primary key (regio_id, bericht_id, regel),
  foreign key (regio_id, bericht_id) references bericht (regio_id, id)
);

-- 325: only what was refused is listed in it; everything else of the 323 is granted.
create table declaratie_antwoord (
  regio_id uuid not null,
  bericht_id bigint not null,
  declaratie_identificatie text not null,
  geheel_afgekeurd boolean not null,
  totaal_ingediend_cent bigint,
  totaal_toegekend_cent bigint,
  primary key (regio_id, bericht_id),
  foreign key (regio_id, bericht_id) references bericht (regio_id, id)
);
create index declaratie_antwoord_declaratie on declaratie_antwoord (regio_id, declaratie_identificatie);
create table declaratie_antwoord_regel (
  regio_id uuid not null,
  bericht_id bigint not null,
  regel int not null,
  referentie text not null,
  bedrag_cent bigint not null,
  codes text[] not null,
  primary key (regio_id, bericht_id, regel),
  foreign key (regio_id, bericht_id) references bericht (regio_id, id)
);

-- 302, 306, 308: the receiver's answer. A message with any other code than 0200 counts as never sent (OP286, IV032).
create table retour (
  regio_id uuid not null,
  bericht_id bigint not null,
  heen_soort text not null,
  heen_afzender text not null,
  heen_identificatie text not null,
  afgekeurd boolean not null,
  codes text[] not null,
  primary key (regio_id, bericht_id),
  foreign key (regio_id, bericht_id) references bericht (regio_id, id)
);
create index retour_heen on retour (regio_id, heen_afzender, heen_identificatie);

-- A person accepted what was held back (regel 0: the whole message).
create table aanvaarding (
  regio_id uuid not null references regio (id),
  bericht_id bigint not null,
  regel int not null default 0,
  aanvaard_op timestamptz not null,
  aanvaard_door text not null,
  reden text not null check (length(trim(reden)) > 0),
  primary key (regio_id, bericht_id, regel),
  foreign key (regio_id, bericht_id) references bericht (regio_id, id)
);

-- The state of each toewijzing, derived from the valid lines above (STM-13).
create table toewijzing (
  regio_id uuid not null references regio (id),
  id uuid not null default gen_random_uuid(),
  wet text not null check (wet in ('wmo', 'jw')),
  gemeente text not null,
  nummer int not null,
  client_id uuid not null,
  agb text not null,
  categorie text,
  code text,
  ingangsdatum date not null,
  einddatum date,
  reden_wijziging text,
  ingetrokken boolean not null,
  toegewezen_op date not null,
  referentiedatum date not null,
  gestart_op date,
  gestopt_op date,
  volume int,
  eenheid text,
  frequentie text,
  primary key (regio_id, id),
  unique (regio_id, gemeente, nummer, wet),
  foreign key (regio_id, client_id) references client (regio_id, id)
);
create index toewijzing_agb on toewijzing (regio_id, agb, referentiedatum desc);
create index toewijzing_client on toewijzing (regio_id, client_id);

create table evaluatie (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gemeente text not null,
  nummer int not null,
  datum date not null,
  soort text not null check (soort in ('einde-beschikking', 'tussentijds')),
  resultaat text not null check (resultaat in ('behaald', 'niet behaald')),
  reden text check (reden in ('client', 'aanbieder', 'lokaal team')),
  volgnr int not null,
  ingelezen_op timestamptz not null,
  ingelezen_door text not null,
  primary key (regio_id, id),
  unique nulls not distinct (regio_id, gemeente, nummer, datum, soort, resultaat, reden, volgnr),
  check ((resultaat = 'niet behaald') = (reden is not null))
);
create table cto_respons (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  gemeente text not null,
  nummer int not null,
  veldwerk_einde date not null,
  datum_respons date not null,
  cijfer text not null,
  volgnr int not null,
  ingelezen_op timestamptz not null,
  ingelezen_door text not null,
  primary key (regio_id, id),
  unique (regio_id, gemeente, nummer, veldwerk_einde, datum_respons, cijfer, volgnr)
);
create index cto_respons_veldwerk on cto_respons (regio_id, veldwerk_einde);
create index evaluatie_datum on evaluatie (regio_id, datum);

call beveilig('client');
call beveilig('inleesronde', 'select, insert, update');
call beveilig('bericht', 'select, insert, update', 'agb');
call beveilig('inleesbestand', 'select, insert, update');
call beveilig('inleesfout', 'select, insert');
call beveilig('te_beoordelen', 'select, insert, delete');
call beveilig('bericht_aandacht', p_agb => 'agb');
call beveilig('declaratie_maand', 'select, insert, delete', 'agb');
call beveilig('toewijzing_versie', 'select, insert, update', 'agb');
call beveilig('start_melding', 'select, insert, update', 'agb');
call beveilig('stop_melding', 'select, insert, update', 'agb');
call beveilig('declaratie', 'select, insert, update');
call beveilig('declaratie_regel', 'select, insert, update', 'agb');
call beveilig('declaratie_regel_fout', 'select, insert');
call beveilig('declaratie_antwoord', 'select, insert, update');
call beveilig('declaratie_antwoord_regel', 'select, insert, update');
call beveilig('retour', 'select, insert, update');
call beveilig('aanvaarding', 'select, insert');
call beveilig('toewijzing', p_agb => 'agb');
call beveilig('evaluatie', 'select, insert');
call beveilig('cto_respons', 'select, insert');

-- An aanbieder's account sees the clients of its own toewijzingen and nothing of how files were read in.
create policy aanbieder on client as restrictive using ((select huidige_agb() is null) or exists
  (select from toewijzing t where t.regio_id = client.regio_id and t.client_id = client.id));
do $$
declare t text;
begin
  foreach t in array array['inleesronde', 'inleesbestand', 'inleesfout', 'te_beoordelen', 'declaratie', 'declaratie_regel_fout', 'declaratie_antwoord',
    'declaratie_antwoord_regel', 'retour', 'aanvaarding', 'evaluatie', 'cto_respons', 'audit_keten', 'audit_regel', 'audit_waarden'] loop
    execute format('create policy aanbieder on %I as restrictive using ((select huidige_agb() is null))', t);
  end loop;
end $$;

-- After a large delivery the program gathers statistics itself: plans made on an empty table would stay with it (PostgreSQL 17+).
grant maintain on client, bericht, inleesbestand, te_beoordelen, bericht_aandacht, toewijzing_versie, start_melding, stop_melding, declaratie_regel, toewijzing
  to overlap_app;
