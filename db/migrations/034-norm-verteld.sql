-- What was told to an aanbieder about a changed norm, and when it reached it (LIF-15, COM-01). Besluit 033.

create table normmededeling (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  -- the version of the definition that was told
  regelsetdeel_id uuid not null,
  aanbieder_id uuid not null,
  agb text not null,
  -- the day it was received (TRM-06)
  datum date not null,
  kanaal text not null check (kanaal in ('website', 'mail', 'post', 'bijeenkomst', 'anders')),
  toelichting text not null default '' check (length(toelichting) <= 1000),
  -- the letter in the file, when it was told by one
  document_id uuid,
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  -- a record by hand that was wrong; it stays
  ingetrokken_op timestamptz,
  ingetrokken_door text,
  primary key (regio_id, id),
  foreign key (regio_id, regelsetdeel_id) references regelsetdeel (regio_id, id),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id),
  foreign key (regio_id, document_id) references document (regio_id, id),
  check ((ingetrokken_op is null) = (ingetrokken_door is null)),
  check (ingetrokken_op is null or document_id is null)
);
create index normmededeling_norm on normmededeling (regio_id, regelsetdeel_id, aanbieder_id, datum);
create index normmededeling_aanbieder on normmededeling (regio_id, aanbieder_id);
create index normmededeling_document on normmededeling (regio_id, document_id);

-- Which changed norms a letter tells.
create table brief_norm (
  regio_id uuid not null,
  brief_id uuid not null,
  regelsetdeel_id uuid not null,
  primary key (regio_id, brief_id, regelsetdeel_id),
  foreign key (regio_id, brief_id) references brief (regio_id, id),
  foreign key (regio_id, regelsetdeel_id) references regelsetdeel (regio_id, id)
);
create index brief_norm_regelsetdeel on brief_norm (regio_id, regelsetdeel_id);

call beveilig('normmededeling', 'select, insert, update', 'agb');
call begrens('normmededeling', 'aanbieder_id in (select aanbieders_in_bereik())');
call beveilig('brief_norm', 'select, insert');
create policy aanbieder on brief_norm as restrictive using ((select huidige_agb() is null));
