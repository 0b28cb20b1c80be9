-- Plan as people use it: extensions that were decided, and what no file gives.

-- ORG-10, ORG-11, ORG-13, CTR-06: relatietype with its motivation, domein, and the frameworks of the gemeenteraad.
alter table overeenkomst drop constraint overeenkomst_soort_check;
alter table overeenkomst rename column soort to relatietype;
alter index overeenkomst_soort rename to overeenkomst_relatietype;
alter table overeenkomst alter column relatietype set default 'inkoop';
update overeenkomst set relatietype = 'inkoop' where relatietype = 'contract';
alter table overeenkomst
  add constraint overeenkomst_relatietype_check check (relatietype in ('inkoop', 'subsidie')),
  add column motivering_juridisch text not null default '',
  add column motivering_beleid text not null default '',
  add constraint overeenkomst_motivering check ((motivering_juridisch = '') = (motivering_beleid = '')),
  add column budgetkader text not null default '',
  add column beleidskader text not null default '',
  -- what somebody chose; empty: as the products say
  add column domein_keuze text check (domein_keuze in
    ('wmo', 'jeugd', 'participatie', 'recreatie', 'sport', 'cultuur', 'onderwijs', 'economie', 'veiligheid')),
  -- Wmo as soon as one product is of the Wmo; kept by reading in overeenkomsten
  add column domein_producten text not null default 'wmo' check (domein_producten in ('wmo', 'jeugd')),
  add column domein text not null generated always as (coalesce(domein_keuze, domein_producten)) stored,
  -- counts what people changed by hand, so that two at once see each other
  add column gegevens_versie int not null default 0,
  -- like verlengd: what the decisions in verlengingsbesluit come to, so that lists can filter and group
  add column niet_verlengd_op date,
  add constraint overeenkomst_verlengd_binnen_opties check (verlengd <= verlengingen);
create index overeenkomst_domein on overeenkomst (regio_id, domein, nummer);

alter table product no force row level security;
alter table overeenkomst_product no force row level security;
update overeenkomst o set domein_producten = 'jeugd'
  where exists (select from overeenkomst_product op join product p on p.regio_id = op.regio_id and p.id = op.product_id
      where op.regio_id = o.regio_id and op.overeenkomst_id = o.id and p.wet = 'jw')
    and not exists (select from overeenkomst_product op join product p on p.regio_id = op.regio_id and p.id = op.product_id
      where op.regio_id = o.regio_id and op.overeenkomst_id = o.id and p.wet = 'wmo');
alter table product force row level security;
alter table overeenkomst_product force row level security;

-- CTR-05: how a product is paid for. Empty: not registered.
alter table overeenkomst_product add column bekostigingsvorm text
  check (bekostigingsvorm in ('inspanningsgericht', 'outputgericht', 'taakgericht'));

-- CTR-10: what was decided about each extension, in order; never changed, withdrawing is a decision too. vanaf and tot are the
-- term of the option, whether it comes or not.
create table verlengingsbesluit (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  overeenkomst_id uuid not null,
  volgnr int not null check (volgnr > 0),
  optie int not null check (optie > 0),
  besluit text not null check (besluit in ('verlengen', 'niet verlengen', 'intrekken')),
  vanaf date not null,
  tot date not null,
  reden text not null check (length(trim(reden)) between 1 and 2000),
  besluitdatum date not null,
  besloten_door uuid not null,
  vastgelegd_op timestamptz not null,
  primary key (regio_id, id),
  unique (regio_id, overeenkomst_id, volgnr),
  foreign key (regio_id, overeenkomst_id) references overeenkomst (regio_id, id),
  foreign key (regio_id, besloten_door) references gebruiker (regio_id, id),
  check (tot >= vanaf)
);
create index verlengingsbesluit_besloten_door on verlengingsbesluit (regio_id, besloten_door);

-- CTR-11, ROL-10: one aanspreekpunt at a time for everything a kernpartner does; a change ends the row and begins another.
create table kernpartner (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  aanbieder_id uuid not null,
  aanspreekpunt_id uuid not null,
  motivering text not null check (length(trim(motivering)) between 1 and 2000),
  vanaf date not null,
  tot date,
  primary key (regio_id, id),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id),
  foreign key (regio_id, aanspreekpunt_id) references gebruiker (regio_id, id),
  check (tot >= vanaf)
);
create unique index kernpartner_nu on kernpartner (regio_id, aanbieder_id) where tot is null;
create index kernpartner_aanbieder on kernpartner (regio_id, aanbieder_id, vanaf desc);
create index kernpartner_aanspreekpunt on kernpartner (regio_id, aanspreekpunt_id);

-- CTR-13: quality certificates; a new one with the same name takes over from the old one.
create table certificaat (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  aanbieder_id uuid not null,
  naam text not null check (length(trim(naam)) between 1 and 120),
  instelling text not null default '',
  nummer text not null default '',
  geldig_van date not null,
  geldig_tot date not null,
  primary key (regio_id, id),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id),
  check (geldig_tot >= geldig_van)
);
create index certificaat_aanbieder on certificaat (regio_id, aanbieder_id, geldig_tot desc);
create index certificaat_geldig_tot on certificaat (regio_id, geldig_tot, aanbieder_id);

-- CTR-08: employees per year, from a file or by hand. Clients and claims are counted from the messages.
create table aanbieder_omvang (
  regio_id uuid not null references regio (id),
  aanbieder_id uuid not null,
  jaar int not null check (jaar between 2000 and 2100),
  medewerkers int not null check (medewerkers >= 0),
  bron text not null check (bron in ('bestand', 'hand')),
  toelichting text not null default '',
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  primary key (regio_id, aanbieder_id, jaar),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id)
);
insert into aanbieder_omvang (regio_id, aanbieder_id, jaar, medewerkers, bron, vastgelegd_op, vastgelegd_door)
  select regio_id, id, extract(year from aangemaakt_op at time zone 'Europe/Amsterdam'), medewerkers, 'bestand', aangemaakt_op, 'aanbieders ingelezen'
  from aanbieder;

-- CTR-04: for which overeenkomsten and gemeenten somebody is there; none: for all of them.
create table contactpersoon_overeenkomst (
  regio_id uuid not null references regio (id),
  contactpersoon_id uuid not null,
  overeenkomst_id uuid not null,
  primary key (regio_id, contactpersoon_id, overeenkomst_id),
  foreign key (regio_id, contactpersoon_id) references contactpersoon (regio_id, id) on delete cascade,
  foreign key (regio_id, overeenkomst_id) references overeenkomst (regio_id, id)
);
create index contactpersoon_overeenkomst_andersom on contactpersoon_overeenkomst (regio_id, overeenkomst_id, contactpersoon_id);
create table contactpersoon_gemeente (
  regio_id uuid not null references regio (id),
  contactpersoon_id uuid not null,
  gemeente_code text not null,
  primary key (regio_id, contactpersoon_id, gemeente_code),
  foreign key (regio_id, contactpersoon_id) references contactpersoon (regio_id, id) on delete cascade,
  foreign key (regio_id, gemeente_code) references gemeente (regio_id, code)
);
create index contactpersoon_gemeente_andersom on contactpersoon_gemeente (regio_id, gemeente_code, contactpersoon_id);
alter table contactpersoon
  add column zoektekst text not null generated always as (zoekvorm(naam || ' ' || functie || ' ' || email)) stored;
create index contactpersoon_naam on contactpersoon (regio_id, naam collate "nl-x-icu", id);
create index contactpersoon_zoek on contactpersoon using gin (zoektekst gin_trgm_ops);

call beveilig('verlengingsbesluit', 'select, insert');
call beveilig('kernpartner', 'select, insert, update');
call beveilig('certificaat');
call beveilig('aanbieder_omvang');
call beveilig('contactpersoon_overeenkomst');
call beveilig('contactpersoon_gemeente');
create policy aanbieder on verlengingsbesluit as restrictive using ((select huidige_agb() is null) or exists
  (select from overeenkomst o where o.regio_id = verlengingsbesluit.regio_id and o.id = verlengingsbesluit.overeenkomst_id));
do $$
declare t text;
begin
  foreach t in array array['kernpartner', 'certificaat', 'aanbieder_omvang'] loop
    execute format('create policy aanbieder on %1$I as restrictive using ((select huidige_agb() is null) or exists
      (select from aanbieder a where a.regio_id = %1$I.regio_id and a.id = %1$I.aanbieder_id))', t);
  end loop;
  foreach t in array array['contactpersoon_overeenkomst', 'contactpersoon_gemeente'] loop
    execute format('create policy aanbieder on %1$I as restrictive using ((select huidige_agb() is null) or exists
      (select from contactpersoon c where c.regio_id = %1$I.regio_id and c.id = %1$I.contactpersoon_id))', t);
  end loop;
end $$;

-- Search, as in 002: like is not leakproof.
create policy eigenaar on contactpersoon to current_user using (true);
alter policy regio on contactpersoon to overlap_app;
alter policy aanbieder on contactpersoon to overlap_app;
create function zoek_contactpersonen(p_patronen text[], p_max int) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id from contactpersoon c
  where c.regio_id = huidige_regio()
    and (huidige_agb() is null or exists
      (select from aanbieder a where a.regio_id = c.regio_id and a.id = c.aanbieder_id and a.agb = huidige_agb()))
    and c.zoektekst like p_patronen[1]
    and c.zoektekst like coalesce(p_patronen[2], '%')
    and c.zoektekst like coalesce(p_patronen[3], '%')
  limit p_max
$$;
revoke all on function zoek_contactpersonen from public;
grant execute on function zoek_contactpersonen to overlap_app;

-- CTR-13: a certificate that expired is a finding.
alter table bevinding drop constraint bevinding_bron_check;
alter table bevinding add constraint bevinding_bron_check check (bron in ('kpi', 'overeenkomst', 'certificaat', 'hand'));
