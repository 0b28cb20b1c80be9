-- Plan: what was agreed.

-- Text as it is searched: lower case, without accents ("cooperatie" finds "Coöperatie").
create function zoekvorm(p_tekst text) returns text language sql immutable parallel safe
  return regexp_replace(normalize(lower(p_tekst), NFD), '[\u0300-\u036f]', '', 'g');

-- Last day of a period of so many months that starts the day after (begrippen/periode.ts eindeNaMaanden, tested to be the same).
create function einde_na_maanden(p_einddatum date, p_maanden int) returns date language sql immutable parallel safe
  return (p_einddatum + 1 + make_interval(months => p_maanden))::date
    - case when extract(day from p_einddatum + 1 + make_interval(months => p_maanden)) = extract(day from p_einddatum + 1) then 1 else 0 end;

create table aanbieder (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  agb text not null check (agb ~ '^[0-9]{8}$'),
  kvk text not null check (kvk ~ '^[0-9]{8}$'),
  naam text not null check (length(naam) between 1 and 200),
  rechtsvorm text not null default '',
  plaats text not null default '',
  grootteklasse text not null check (grootteklasse in ('zzp', 'klein', 'middelgroot', 'groot')),
  medewerkers int not null default 0 check (medewerkers >= 0),
  contract_van date,
  contractmanager_id uuid,
  achtervanger_id uuid,
  zoektekst text not null generated always as (zoekvorm(naam || ' ' || agb || ' ' || kvk || ' ' || plaats)) stored,
  aangemaakt_op timestamptz not null default now(),
  primary key (regio_id, id),
  unique (regio_id, agb),
  foreign key (regio_id, contractmanager_id) references gebruiker (regio_id, id),
  foreign key (regio_id, achtervanger_id) references gebruiker (regio_id, id),
  constraint aanbieder_twee_personen check (contractmanager_id <> achtervanger_id)
);
create index aanbieder_naam on aanbieder (regio_id, naam collate "nl-x-icu", id);
create index aanbieder_plaats on aanbieder (regio_id, plaats collate "nl-x-icu", id);
create index aanbieder_medewerkers on aanbieder (regio_id, medewerkers, id);
create index aanbieder_contractmanager on aanbieder (regio_id, contractmanager_id, id);
create index aanbieder_achtervanger on aanbieder (regio_id, achtervanger_id, id);
create index aanbieder_grootteklasse on aanbieder (regio_id, grootteklasse, naam collate "nl-x-icu", id);
create index aanbieder_zoek on aanbieder using gin (zoektekst gin_trgm_ops);

-- Product catalogue of the region (CTR-03). The law follows from the category: 01-18 iWmo, 31-55 iJw.
create table product (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  wet text not null generated always as (case when categorie <= '18' then 'wmo' else 'jw' end) stored check (wet in ('wmo', 'jw')),
  categorie text not null check (categorie ~ '^[0-9]{2}$'),
  code text not null check (length(code) between 1 and 5),
  naam text not null,
  primary key (regio_id, id),
  unique (regio_id, categorie, code)
);

create table overeenkomst (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  nummer text not null check (length(nummer) between 1 and 60),
  -- null while the aanbieder with this AGB-code is not known yet: files may arrive in any order
  aanbieder_id uuid,
  agb text not null,
  soort text not null default 'contract' check (soort in ('contract', 'subsidie')),
  onderwerp text not null,
  begindatum date not null,
  einddatum date not null,
  verlengingen int not null default 0 check (verlengingen >= 0),
  verlenging_maanden int not null default 0 check (verlenging_maanden >= 0),
  verlengd int not null default 0 check (verlengd >= 0),
  -- last day with the extensions that were used: plan/overeenkomst/verlenging.ts einddatumNa, so that lists can sort and filter
  loopt_tot date not null generated always as (einde_na_maanden(einddatum, verlengd * verlenging_maanden)) stored,
  vindplaats text not null default '',
  zoektekst text not null generated always as (zoekvorm(nummer || ' ' || onderwerp)) stored,
  aangemaakt_op timestamptz not null default now(),
  primary key (regio_id, id),
  unique (regio_id, nummer),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id),
  check (einddatum >= begindatum)
);
create index overeenkomst_aanbieder on overeenkomst (regio_id, aanbieder_id, einddatum);
create index overeenkomst_agb on overeenkomst (regio_id, agb);
create index overeenkomst_loopt_tot on overeenkomst (regio_id, loopt_tot, id);
create index overeenkomst_verlengd on overeenkomst (regio_id, nummer) where verlengd > 0;
create index overeenkomst_begindatum on overeenkomst (regio_id, begindatum, id);
create index overeenkomst_onderwerp on overeenkomst (regio_id, onderwerp collate "nl-x-icu", id);
create index overeenkomst_soort on overeenkomst (regio_id, soort, nummer);
create index overeenkomst_zoek on overeenkomst using gin (zoektekst gin_trgm_ops);

create table overeenkomst_gemeente (
  regio_id uuid not null references regio (id),
  overeenkomst_id uuid not null,
  gemeente_code text not null check (gemeente_code ~ '^[0-9]{4}$'),
  primary key (regio_id, overeenkomst_id, gemeente_code),
  foreign key (regio_id, overeenkomst_id) references overeenkomst (regio_id, id)
);
create index overeenkomst_gemeente_code on overeenkomst_gemeente (regio_id, gemeente_code, overeenkomst_id);

create table overeenkomst_product (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  overeenkomst_id uuid not null,
  product_id uuid not null,
  eenheid_tarief text not null check (eenheid_tarief ~ '^[0-9]{2}$'),
  eenheid_declaratie text not null check (eenheid_declaratie ~ '^[0-9]{2}$'),
  primary key (regio_id, id),
  unique (regio_id, overeenkomst_id, product_id),
  foreign key (regio_id, overeenkomst_id) references overeenkomst (regio_id, id),
  foreign key (regio_id, product_id) references product (regio_id, id)
);
create index overeenkomst_product_product on overeenkomst_product (regio_id, product_id);

-- Tariff in cents, valid from and until (inclusive). Two tariffs of one line never overlap.
create extension if not exists btree_gist;
create table tarief (
  regio_id uuid not null references regio (id),
  overeenkomst_product_id uuid not null,
  geldig_van date not null,
  geldig_tot date not null,
  cent int not null check (cent >= 0),
  primary key (regio_id, overeenkomst_product_id, geldig_van),
  foreign key (regio_id, overeenkomst_product_id) references overeenkomst_product (regio_id, id),
  check (geldig_tot >= geldig_van),
  constraint tarief_overlapt exclude using gist
    (regio_id with =, overeenkomst_product_id with =, daterange(geldig_van, geldig_tot, '[]') with &&)
);

create table plafond (
  regio_id uuid not null references regio (id),
  overeenkomst_id uuid not null,
  jaar int not null check (jaar between 2000 and 2100),
  cent bigint not null check (cent >= 0),
  primary key (regio_id, overeenkomst_id, jaar),
  foreign key (regio_id, overeenkomst_id) references overeenkomst (regio_id, id)
);

-- ROL-23: contracteigenaar, contractmanager, achtervanger and (DOP) RVM'er of an overeenkomst.
create table overeenkomst_functie (
  regio_id uuid not null references regio (id),
  overeenkomst_id uuid not null,
  functie text not null check (functie in ('contracteigenaar', 'contractmanager', 'achtervanger', 'rvm')),
  gebruiker_id uuid not null,
  vanaf date not null,
  primary key (regio_id, overeenkomst_id, functie, gebruiker_id),
  foreign key (regio_id, overeenkomst_id) references overeenkomst (regio_id, id),
  foreign key (regio_id, gebruiker_id) references gebruiker (regio_id, id)
);
create index overeenkomst_functie_gebruiker on overeenkomst_functie (regio_id, gebruiker_id);

create table contactpersoon (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  aanbieder_id uuid not null,
  naam text not null,
  functie text not null default '',
  email text not null default '',
  telefoon text not null default '',
  primary key (regio_id, id),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id)
);
create index contactpersoon_aanbieder on contactpersoon (regio_id, aanbieder_id);

-- What changed in what was agreed, so that messages that depend on it are judged again (read and cleared by do/bericht).
create table afspraak_wijziging (
  regio_id uuid not null references regio (id),
  agb text not null,
  primary key (regio_id, agb)
);

call beveilig('aanbieder', p_agb => 'agb');
call beveilig('product');
call beveilig('overeenkomst', p_agb => 'agb');
call beveilig('overeenkomst_gemeente');
call beveilig('overeenkomst_product');
call beveilig('tarief');
call beveilig('plafond');
call beveilig('overeenkomst_functie');
call beveilig('contactpersoon');
call beveilig('afspraak_wijziging');
-- What hangs below an overeenkomst or aanbieder is seen only by who may see that.
do $$
declare t text;
begin
  foreach t in array array['overeenkomst_gemeente', 'overeenkomst_product', 'plafond', 'overeenkomst_functie'] loop
    execute format('create policy aanbieder on %1$I as restrictive using ((select huidige_agb() is null) or exists
      (select from overeenkomst o where o.regio_id = %1$I.regio_id and o.id = %1$I.overeenkomst_id))', t);
  end loop;
end $$;
create policy aanbieder on tarief as restrictive using ((select huidige_agb() is null) or exists
  (select from overeenkomst_product p where p.regio_id = tarief.regio_id and p.id = tarief.overeenkomst_product_id));
create policy aanbieder on contactpersoon as restrictive using ((select huidige_agb() is null) or exists
  (select from aanbieder a where a.regio_id = contactpersoon.regio_id and a.id = contactpersoon.aanbieder_id));

-- Search. A condition like `like` may not use an index below row-level security (the operator is not leakproof), so two functions
-- of the owner do the search: they look at the same region and aanbieder as the policies, and give ids only.
create policy eigenaar on aanbieder to current_user using (true);
create policy eigenaar on overeenkomst to current_user using (true);
alter policy regio on aanbieder to overlap_app;
alter policy aanbieder on aanbieder to overlap_app;
alter policy regio on overeenkomst to overlap_app;
alter policy aanbieder on overeenkomst to overlap_app;

create function zoek_aanbieders(p_patronen text[], p_max int) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.id from aanbieder a
  where a.regio_id = huidige_regio() and (huidige_agb() is null or a.agb = huidige_agb())
    and a.zoektekst like p_patronen[1]
    and a.zoektekst like coalesce(p_patronen[2], '%')
    and a.zoektekst like coalesce(p_patronen[3], '%')
  limit p_max
$$;
create function zoek_overeenkomsten(p_patronen text[], p_max int) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select o.id from overeenkomst o
  where o.regio_id = huidige_regio() and (huidige_agb() is null or o.agb = huidige_agb())
    and o.zoektekst like p_patronen[1]
    and o.zoektekst like coalesce(p_patronen[2], '%')
    and o.zoektekst like coalesce(p_patronen[3], '%')
  limit p_max
$$;
revoke all on function zoek_aanbieders, zoek_overeenkomsten from public;
grant execute on function zoek_aanbieders, zoek_overeenkomsten to overlap_app;
