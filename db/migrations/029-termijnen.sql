-- Every date in the calendar (besluit 030): the other side's view of a date that both keep, terms by hand, findings from terms and from
-- meetings, and the draft of a ladder.

-- A meeting or a table stands once in the calendar of the region. The row the aanbieder sees of it mirrors that one: only its own people
-- see it, and nobody of the region is reminded of it twice.
alter table termijn
  add column spiegel boolean not null default false,
  -- by whom a term was put in by hand; null for what an act or a source made
  add column gepland_door text,
  add check (not spiegel or kant = 'aanbieder');
create index termijn_spiegel on termijn (regio_id, aanbieder_id, einddatum, id) where spiegel;

-- Where a finding came from. Which sources there are stands in the code (check/bevinding/bevinding.ts), so that one more is one line there.
alter table bevinding drop constraint bevinding_bron_check;
alter table bevinding
  add constraint bevinding_bron_check check (bron ~ '^[a-z][a-z-]{0,39}$'),
  add column termijn_id uuid,
  add column gesprek_id uuid,
  add foreign key (regio_id, termijn_id) references termijn (regio_id, id) on delete set null (termijn_id),
  add foreign key (regio_id, gesprek_id) references gesprek (regio_id, id) on delete set null (gesprek_id);
create index bevinding_termijn on bevinding (regio_id, termijn_id) where termijn_id is not null;
create index bevinding_gesprek on bevinding (regio_id, gesprek_id) where gesprek_id is not null;

-- The ladder somebody is composing: one per region, checked and then saved as a version of the regelset. It may be wrong; it is a draft.
create table ladderconcept (
  regio_id uuid not null references regio (id),
  -- the version it began from, and in which it would differ
  regelsetdeel_id uuid,
  inhoud jsonb not null,
  versie int not null default 1 check (versie > 0),
  begonnen_op timestamptz not null,
  begonnen_door text not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door text not null,
  primary key (regio_id),
  foreign key (regio_id, regelsetdeel_id) references regelsetdeel (regio_id, id)
);
create index ladderconcept_regelsetdeel on ladderconcept (regio_id, regelsetdeel_id);
call beveilig('ladderconcept', 'select, insert, update, delete');
create policy aanbieder on ladderconcept as restrictive using ((select huidige_agb() is null));
