-- Pages that cost the same in a small and a large region: indexes that hold what a list shows, and sums that are made when figures are
-- made instead of each time somebody looks.

-- What Vandaag and the lists read of an overeenkomst stands in the index: a thousand of them are twenty pages instead of a thousand.
drop index overeenkomst_loopt_tot;
create index overeenkomst_loopt_tot on overeenkomst (regio_id, loopt_tot, id) include (agb, nummer, verlengingen, verlengd, verlenging_maanden, niet_verlengd_op);
drop index overeenkomst_aanbieder;
create index overeenkomst_aanbieder on overeenkomst (regio_id, aanbieder_id, loopt_tot) include (agb, id);
alter table plafond drop constraint plafond_pkey, add primary key (regio_id, overeenkomst_id, jaar) include (cent);

-- "What of mine ends soon" must not visit every overeenkomst somebody ever had a function in: the last day stands beside the function.
-- The trigger fills it in, the foreign key keeps it the same.
alter table overeenkomst add constraint overeenkomst_met_einde unique (regio_id, id, loopt_tot);
alter table overeenkomst_functie add column loopt_tot date not null default 'infinity';
create function functie_loopt_tot() returns trigger language plpgsql as $$
begin
  new.loopt_tot := (select o.loopt_tot from overeenkomst o where o.regio_id = new.regio_id and o.id = new.overeenkomst_id);
  return new;
end $$;
create trigger loopt_tot before insert on overeenkomst_functie for each row execute function functie_loopt_tot();
do $$
declare r uuid;
begin
  for r in select id from regio loop
    perform set_config('overlap.regio_id', r::text, true);
    update overeenkomst_functie f set loopt_tot = o.loopt_tot from overeenkomst o where o.regio_id = f.regio_id and o.id = f.overeenkomst_id;
  end loop;
  perform set_config('overlap.regio_id', '', true);
end $$;
alter table overeenkomst_functie add constraint overeenkomst_functie_loopt_tot foreign key (regio_id, overeenkomst_id, loopt_tot)
  references overeenkomst (regio_id, id, loopt_tot) on update cascade;
drop index overeenkomst_functie_gebruiker;
create index overeenkomst_functie_gebruiker on overeenkomst_functie (regio_id, gebruiker_id, loopt_tot) include (functie, overeenkomst_id);

-- Outcomes are looked up by aanbieder (a page of the matrix) and, per KPI, from the lowest value up (the spread).
alter table kpi_uitkomst drop constraint kpi_uitkomst_regio_id_berekening_id_kpi_aanbieder_id_subreg_key,
  add constraint kpi_uitkomst_eenmaal unique (regio_id, berekening_id, aanbieder_id, subregio_id, kpi);
create index kpi_uitkomst_waarde on kpi_uitkomst (regio_id, berekening_id, kpi, (waarde::numeric))
  include (waarde, subregio_id, aanbieder_id, agb) where waarde is not null;

-- A calculation never changes once it is stored, so what the matrix adds up over all of it is added up then: the definitions it was
-- judged by, the outcomes per KPI and subregio, and per aanbieder how many are below the norm and the worst of each KPI.
alter table kpi_berekening add column regelsetdelen uuid[] not null default '{}';

create table kpi_telling (
  regio_id uuid not null references regio (id),
  berekening_id uuid not null,
  kpi text not null,
  subregio_id uuid not null,
  aanbieders int not null,
  gemeten int not null,
  onder int not null,
  voldoende int not null,
  zonder int not null,
  primary key (regio_id, berekening_id, kpi, subregio_id),
  foreign key (regio_id, berekening_id) references kpi_berekening (regio_id, id),
  foreign key (regio_id, subregio_id) references subregio (regio_id, id)
);

-- naam is the name the aanbieder has now, so that the order of the matrix stands in an index: the foreign key keeps it so.
alter table aanbieder add constraint aanbieder_met_naam unique (regio_id, id, naam);
create table kpi_aanbieder (
  regio_id uuid not null references regio (id),
  berekening_id uuid not null,
  aanbieder_id uuid not null,
  naam text not null,
  onder int not null,
  oordelen jsonb not null,
  primary key (regio_id, berekening_id, aanbieder_id),
  foreign key (regio_id, berekening_id) references kpi_berekening (regio_id, id),
  foreign key (regio_id, aanbieder_id, naam) references aanbieder (regio_id, id, naam) on update cascade
);
create index kpi_aanbieder_onder on kpi_aanbieder (regio_id, berekening_id, onder desc, naam collate "nl-x-icu", aanbieder_id);
create index kpi_aanbieder_naam on kpi_aanbieder (regio_id, berekening_id, naam collate "nl-x-icu", aanbieder_id);
create index kpi_aanbieder_aanbieder on kpi_aanbieder (regio_id, aanbieder_id, naam);

-- What an aanbieder claimed, a year in one row: cents of January to December, null without claims. Kept by the triggers below.
create table declaratie_jaar (
  regio_id uuid not null references regio (id),
  agb text not null,
  jaar int not null,
  maand_cent bigint[] not null check (cardinality(maand_cent) = 12),
  primary key (regio_id, agb, jaar)
);

-- Sums over all of a region are for who sees all of it; others add up what they see (domain/check/kpi/list-matrix.ts).
call beveilig('kpi_telling', 'select, insert');
call beveilig('kpi_aanbieder', 'select, insert');
call beveilig('declaratie_jaar', p_agb => 'agb');
create policy aanbieder on kpi_telling as restrictive using ((select huidige_agb() is null));
create policy aanbieder on kpi_aanbieder as restrictive using ((select huidige_agb() is null));
call begrens('kpi_telling', 'false');
call begrens('kpi_aanbieder', 'false');
call begrens('declaratie_jaar', 'false');

create function declaratie_jaar_bijwerken() returns trigger language plpgsql as $$
begin
  delete from declaratie_jaar j using (select distinct regio_id, agb, extract(year from maand)::int as jaar from regels) g
    where j.regio_id = g.regio_id and j.agb = g.agb and j.jaar = g.jaar;
  insert into declaratie_jaar (regio_id, agb, jaar, maand_cent)
    select g.regio_id, g.agb, g.jaar, array(select m.cent from generate_series(1, 12) as i
      left join (select extract(month from d.maand) as maand, sum(d.bedrag_cent)::bigint as cent from declaratie_maand d
        where d.regio_id = g.regio_id and d.agb = g.agb and d.maand between make_date(g.jaar, 1, 1) and make_date(g.jaar, 12, 31)
        group by 1) m on m.maand = i order by i)
    from (select distinct regio_id, agb, extract(year from maand)::int as jaar from regels) g
    where exists (select from declaratie_maand d where d.regio_id = g.regio_id and d.agb = g.agb
      and d.maand between make_date(g.jaar, 1, 1) and make_date(g.jaar, 12, 31));
  return null;
end $$;
create trigger jaar_erbij after insert on declaratie_maand referencing new table as regels
  for each statement execute function declaratie_jaar_bijwerken();
create trigger jaar_eraf after delete on declaratie_maand referencing old table as regels
  for each statement execute function declaratie_jaar_bijwerken();

-- What was stored before, region by region: the owner too sees one region at a time.
do $$
declare r uuid;
begin
  for r in select id from regio loop
    perform set_config('overlap.regio_id', r::text, true);
    update kpi_berekening b set regelsetdelen = array(select distinct u.regelsetdeel_id from kpi_uitkomst u
      where u.regio_id = b.regio_id and u.berekening_id = b.id order by 1);
    insert into kpi_telling (regio_id, berekening_id, kpi, subregio_id, aanbieders, gemeten, onder, voldoende, zonder)
      select regio_id, berekening_id, kpi, subregio_id, count(*), count(waarde),
        count(*) filter (where oordeel in ('onvoldoende', 'niet behaald')), count(*) filter (where oordeel = 'voldoende'),
        count(*) filter (where waarde is null and clienten_in_zorg > 0)
      from kpi_uitkomst group by 1, 2, 3, 4;
    insert into kpi_aanbieder (regio_id, berekening_id, aanbieder_id, naam, onder, oordelen)
      select k.regio_id, k.berekening_id, k.aanbieder_id, a.naam, sum(k.onder),
        jsonb_agg(jsonb_build_object('kpi', k.kpi, 'oordeel', k.slechtste ->> 0, 'reden', k.slechtste ->> 1) order by k.kpi)
      from (
        select regio_id, berekening_id, aanbieder_id, kpi, count(*) filter (where oordeel in ('onvoldoende', 'niet behaald')) as onder,
          (array_agg(jsonb_build_array(oordeel, reden) order by case oordeel when 'niet behaald' then 0 when 'onvoldoende' then 0
            when 'voldoende' then 1 when 'behaald' then 2 when 'goed' then 2 else 3 end, reden))[1] as slechtste
        from kpi_uitkomst group by 1, 2, 3, 4) k
      join aanbieder a on a.regio_id = k.regio_id and a.id = k.aanbieder_id
      group by 1, 2, 3, 4;
    insert into declaratie_jaar (regio_id, agb, jaar, maand_cent)
      select g.regio_id, g.agb, g.jaar, array(select m.cent from generate_series(1, 12) as i
        left join (select extract(month from d.maand) as maand, sum(d.bedrag_cent)::bigint as cent from declaratie_maand d
          where d.regio_id = g.regio_id and d.agb = g.agb and d.maand between make_date(g.jaar, 1, 1) and make_date(g.jaar, 12, 31)
          group by 1) m on m.maand = i order by i)
      from (select distinct regio_id, agb, extract(year from maand)::int as jaar from declaratie_maand) g;
  end loop;
  perform set_config('overlap.regio_id', '', true);
end $$;
