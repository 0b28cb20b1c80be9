-- Check: what it means.

-- A calculation keeps what it was made of. A new one for the same year stands beside the old one.
create table kpi_berekening (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  jaar int not null,
  periode_van date not null,
  periode_tot date not null,
  peildatum date not null,
  voorlopig boolean not null,
  nulmeting boolean not null default false,
  berekend_op timestamptz not null,
  berekend_door text not null,
  invoer jsonb not null,
  vingerafdruk bytea not null,
  primary key (regio_id, id)
);
create index kpi_berekening_jaar on kpi_berekening (regio_id, jaar, berekend_op desc);

create table kpi_uitkomst (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  berekening_id uuid not null,
  jaar int not null,
  kpi text not null check (kpi in ('clienttevredenheid', 'resultaat-behaald', 'start-zorg')),
  agb text not null,
  aanbieder_id uuid not null,
  subregio_id uuid not null,
  clienten_in_zorg int not null,
  n int not null,
  teller int not null,
  waarde text,
  oordeel text check (oordeel in ('onvoldoende', 'voldoende', 'goed', 'behaald', 'niet behaald')),
  reden text check (reden in ('te weinig clienten', 'geen meting', 'onvoldoende respons')),
  uitgesloten jsonb not null,
  kenmerken jsonb not null default '{}',
  regelsetdeel_id uuid not null,
  primary key (regio_id, id),
  unique (regio_id, berekening_id, kpi, aanbieder_id, subregio_id),
  foreign key (regio_id, berekening_id) references kpi_berekening (regio_id, id),
  foreign key (regio_id, regelsetdeel_id) references regelsetdeel (regio_id, id),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id),
  foreign key (regio_id, subregio_id) references subregio (regio_id, id)
);
create index kpi_uitkomst_aanbieder on kpi_uitkomst (regio_id, aanbieder_id, jaar, kpi);

-- The cases behind a figure as they were counted: parallel arrays, one element per case, so that a country fits.
create table kpi_gevallen (
  regio_id uuid not null references regio (id),
  uitkomst_id uuid not null,
  agb text not null,
  client_id uuid[] not null,
  toewijzing_id uuid[] not null,
  uitkomst text[] not null,
  referentiedatum date[] not null,
  startdatum date[] not null,
  primary key (regio_id, uitkomst_id),
  foreign key (regio_id, uitkomst_id) references kpi_uitkomst (regio_id, id)
);

-- Vaststellen is a person's act (KPI-03).
create table kpi_vaststelling (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  berekening_id uuid not null,
  jaar int not null,
  vastgesteld_op timestamptz not null,
  vastgesteld_door uuid not null,
  toelichting text not null default '',
  primary key (regio_id, id),
  unique (regio_id, jaar, berekening_id),
  foreign key (regio_id, berekening_id) references kpi_berekening (regio_id, id),
  foreign key (regio_id, vastgesteld_door) references gebruiker (regio_id, id)
);
create index kpi_vaststelling_jaar on kpi_vaststelling (regio_id, jaar, vastgesteld_op desc);

-- Everything that does not meet what was agreed. sleutel makes a finding once, whatever finds it again.
create table bevinding (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  bron text not null check (bron in ('kpi', 'overeenkomst', 'hand')),
  sleutel text not null,
  titel text not null,
  toelichting text not null default '',
  aanbieder_id uuid not null,
  agb text not null,
  overeenkomst_id uuid,
  subregio_id uuid,
  kpi_uitkomst_id uuid,
  jaar int,
  indicatief boolean not null default false,
  ontstaan_op timestamptz not null,
  ontstaan_door text not null,
  gesloten_op timestamptz,
  primary key (regio_id, id),
  unique (regio_id, sleutel),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id),
  foreign key (regio_id, overeenkomst_id) references overeenkomst (regio_id, id),
  foreign key (regio_id, subregio_id) references subregio (regio_id, id),
  foreign key (regio_id, kpi_uitkomst_id) references kpi_uitkomst (regio_id, id)
);
create index bevinding_open on bevinding (regio_id, ontstaan_op desc, id) where gesloten_op is null;
create index bevinding_aanbieder on bevinding (regio_id, aanbieder_id, ontstaan_op desc);
create index bevinding_overeenkomst on bevinding (regio_id, overeenkomst_id);

-- What a person decided about a finding, with the reason.
create table bevinding_besluit (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  bevinding_id uuid not null,
  besluit text not null check (besluit in ('bespreken', 'plan vragen', 'escaleren', 'sluiten', 'heropenen')),
  reden text not null check (length(trim(reden)) > 0),
  besloten_op timestamptz not null,
  besloten_door uuid not null,
  primary key (regio_id, id),
  foreign key (regio_id, bevinding_id) references bevinding (regio_id, id),
  foreign key (regio_id, besloten_door) references gebruiker (regio_id, id)
);
create index bevinding_besluit_bevinding on bevinding_besluit (regio_id, bevinding_id, besloten_op desc);

call beveilig('kpi_berekening', 'select, insert');
call beveilig('kpi_uitkomst', 'select, insert', 'agb');
call beveilig('kpi_gevallen', 'select, insert, update', 'agb');
call beveilig('kpi_vaststelling', 'select, insert');
call beveilig('bevinding', 'select, insert, update', 'agb');
call beveilig('bevinding_besluit', 'select, insert');
create policy aanbieder on bevinding_besluit as restrictive using ((select huidige_agb() is null) or exists
  (select from bevinding b where b.regio_id = bevinding_besluit.regio_id and b.id = bevinding_besluit.bevinding_id));

-- ROL-19: an aanbieder sees a result once the region has established it, not before.
create policy vastgesteld on kpi_berekening as restrictive using ((select huidige_agb() is null) or exists
  (select from kpi_vaststelling v where v.regio_id = kpi_berekening.regio_id and v.berekening_id = kpi_berekening.id));
create policy vastgesteld on kpi_uitkomst as restrictive using ((select huidige_agb() is null) or exists
  (select from kpi_vaststelling v where v.regio_id = kpi_uitkomst.regio_id and v.berekening_id = kpi_uitkomst.berekening_id));
create policy vastgesteld on kpi_gevallen as restrictive using ((select huidige_agb() is null) or exists
  (select from kpi_uitkomst u where u.regio_id = kpi_gevallen.regio_id and u.id = kpi_gevallen.uitkomst_id));
