-- Act: a plan to improve. Asked with a term, handed in by the aanbieder in the form of the regelset, judged point by point, realised and
-- judged again. The rules are pure functions over these rows (src/domain/act/verbeterplan); what was handed in, judged and reported is
-- only added to. A plan keeps the version of the form it was asked with (PLN-04).

create table verbeterplan (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  -- "VP-2026-001", counted per region and year
  nummer text not null,
  titel text not null check (length(trim(titel)) between 1 and 200),
  -- what falls short and what is asked, as the aanbieder reads it
  aanleiding text not null check (length(trim(aanleiding)) between 1 and 8000),
  aanbieder_id uuid not null,
  agb text not null,
  overeenkomst_id uuid,
  subregio_id uuid,
  -- where it came from: a finding, a meeting (GES-07), a step of an escalation (ESA-05, ESB-06)
  bevinding_id uuid,
  gesprek_id uuid,
  escalatie_id uuid,
  regelsetdeel_id uuid not null,
  stand text not null check (stand in ('gevraagd', 'ingediend', 'aanvullen', 'uitvoering', 'gerapporteerd', 'gerealiseerd',
    'niet gerealiseerd', 'afgewezen', 'niet ingediend', 'ingetrokken')),
  -- how often it was handed in: the version of the plan that counts
  ronde int not null default 0 check (ronde >= 0),
  uiterlijk date not null,
  realisatie_uiterlijk date,
  -- kept for lists: points of the version that counts, those realised, and the first day on which somebody must have acted
  punten int not null default 0 check (punten >= 0),
  punten_gerealiseerd int not null default 0 check (punten_gerealiseerd between 0 and punten),
  eerste_dag date,
  -- counts every change, so that two people at once do not overwrite each other
  versie int not null default 1,
  gevraagd_op timestamptz not null,
  gevraagd_door text not null,
  -- null: within an escalation, where the step asked the mandate
  besloten_als text,
  mandaat_id uuid,
  mandaat_grond text,
  gewijzigd_op timestamptz not null,
  gesloten_op timestamptz,
  gesloten_reden text,
  primary key (regio_id, id),
  unique (regio_id, nummer),
  foreign key (regio_id, aanbieder_id) references aanbieder (regio_id, id),
  foreign key (regio_id, overeenkomst_id) references overeenkomst (regio_id, id),
  foreign key (regio_id, subregio_id) references subregio (regio_id, id),
  foreign key (regio_id, bevinding_id) references bevinding (regio_id, id),
  foreign key (regio_id, gesprek_id) references gesprek (regio_id, id),
  foreign key (regio_id, escalatie_id) references escalatie (regio_id, id),
  foreign key (regio_id, regelsetdeel_id) references regelsetdeel (regio_id, id),
  foreign key (regio_id, mandaat_id) references mandaat (regio_id, id),
  check ((gesloten_op is null) = (stand in ('gevraagd', 'ingediend', 'aanvullen', 'uitvoering', 'gerapporteerd'))),
  check ((gesloten_op is null) = (gesloten_reden is null)),
  check (stand not in ('uitvoering', 'gerapporteerd', 'gerealiseerd') or realisatie_uiterlijk is not null),
  check ((ronde = 0) = (punten = 0))
);
create index verbeterplan_gevraagd on verbeterplan (regio_id, gevraagd_op, id);
create index verbeterplan_eerst on verbeterplan (regio_id, eerste_dag, id);
create index verbeterplan_titel on verbeterplan (regio_id, titel collate "nl-x-icu", id);
create index verbeterplan_lopend on verbeterplan (regio_id, stand, eerste_dag, id) where gesloten_op is null;
create index verbeterplan_aanbieder on verbeterplan (regio_id, aanbieder_id, gevraagd_op desc);
create index verbeterplan_overeenkomst on verbeterplan (regio_id, overeenkomst_id);
create index verbeterplan_subregio on verbeterplan (regio_id, subregio_id);
create index verbeterplan_bevinding on verbeterplan (regio_id, bevinding_id);
create index verbeterplan_gesprek on verbeterplan (regio_id, gesprek_id);
create unique index verbeterplan_escalatie_open on verbeterplan (regio_id, escalatie_id) where gesloten_op is null;
create index verbeterplan_escalatie on verbeterplan (regio_id, escalatie_id);
create index verbeterplan_formulier on verbeterplan (regio_id, regelsetdeel_id);
create index verbeterplan_mandaat on verbeterplan (regio_id, mandaat_id);

-- A version of the plan as it was handed in; never changed.
create table verbeterplan_indiening (
  regio_id uuid not null,
  verbeterplan_id uuid not null,
  ronde int not null check (ronde > 0),
  toelichting text not null,
  -- the day it was received (TRM-06)
  ontvangen date not null,
  -- who handed it in: the aanbieder, or the region on its behalf
  partij text not null check (partij in ('opdrachtgever', 'aanbieder')),
  ingediend_op timestamptz not null,
  ingediend_door text not null,
  primary key (regio_id, verbeterplan_id, ronde),
  foreign key (regio_id, verbeterplan_id) references verbeterplan (regio_id, id)
);

-- A point in a version. Its number stays the same from one version to the next.
create table verbeterplan_punt (
  regio_id uuid not null,
  verbeterplan_id uuid not null,
  ronde int not null,
  nr int not null check (nr > 0),
  -- the answers to the questions of the form, by their code
  velden jsonb not null,
  wie text not null check (length(trim(wie)) between 1 and 120),
  einddatum date not null,
  -- the version in which it was agreed; such a point goes on unchanged
  akkoord_in int,
  primary key (regio_id, verbeterplan_id, ronde, nr),
  foreign key (regio_id, verbeterplan_id, ronde) references verbeterplan_indiening (regio_id, verbeterplan_id, ronde)
);

-- Every judgement with its reason, of a point or (without number) of the whole; never changed.
create table verbeterplan_oordeel (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  verbeterplan_id uuid not null,
  fase text not null check (fase in ('plan', 'realisatie')),
  ronde int not null check (ronde >= 0),
  nr int,
  oordeel text not null check (case fase
    when 'plan' then oordeel in ('akkoord', 'aanvullen', 'afgewezen')
    else oordeel in ('gerealiseerd', 'nog niet', 'niet gerealiseerd') end),
  reden text not null check (length(trim(reden)) > 0),
  gegeven_op timestamptz not null,
  gegeven_door text not null,
  -- of the whole: as who, and on which mandate (ROL-13)
  besloten_als text,
  mandaat_grond text,
  primary key (regio_id, id),
  foreign key (regio_id, verbeterplan_id) references verbeterplan (regio_id, id)
);
create index verbeterplan_oordeel_plan on verbeterplan_oordeel (regio_id, verbeterplan_id, id);

-- What the aanbieder reports of a point, with its evidence; never changed.
create table verbeterplan_melding (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  verbeterplan_id uuid not null,
  nr int not null check (nr > 0),
  tekst text not null check (length(trim(tekst)) > 0),
  bewijs text not null,
  partij text not null check (partij in ('opdrachtgever', 'aanbieder')),
  gemeld_op timestamptz not null,
  gemeld_door text not null,
  primary key (regio_id, id),
  foreign key (regio_id, verbeterplan_id) references verbeterplan (regio_id, id)
);
create index verbeterplan_melding_plan on verbeterplan_melding (regio_id, verbeterplan_id, id);

-- ESA-10: a term that was shortened or extended, and why.
create table verbeterplan_verzetting (
  regio_id uuid not null,
  id uuid not null default uuidv7(),
  verbeterplan_id uuid not null,
  soort text not null check (soort in ('plan', 'realisatie')),
  van date not null,
  naar date not null,
  reden text not null check (length(trim(reden)) > 0),
  verzet_op timestamptz not null,
  verzet_door text not null,
  primary key (regio_id, id),
  foreign key (regio_id, verbeterplan_id) references verbeterplan (regio_id, id)
);
create index verbeterplan_verzetting_plan on verbeterplan_verzetting (regio_id, verbeterplan_id, id);

-- What one side is still writing; the other side never sees it. Thrown away when it is handed in.
create table verbeterplan_concept (
  regio_id uuid not null,
  verbeterplan_id uuid not null,
  partij text not null check (partij in ('opdrachtgever', 'aanbieder')),
  wat text not null check (wat in ('plan', 'oordeel', 'melding', 'realisatieoordeel')),
  inhoud jsonb not null,
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door text not null,
  primary key (regio_id, verbeterplan_id, partij, wat),
  foreign key (regio_id, verbeterplan_id) references verbeterplan (regio_id, id)
);

call beveilig('verbeterplan', 'select, insert, update', 'agb');
call begrens('verbeterplan', '(aanbieder_id in (select aanbieders_in_bereik())
  and (overeenkomst_id is null or overeenkomst_id in (select overeenkomsten_in_bereik()))
  and (subregio_id is null or subregio_id in (select subregios_in_bereik())))');
call beveilig('verbeterplan_concept');
do $$
declare t text;
begin
  foreach t in array array['verbeterplan_indiening', 'verbeterplan_punt', 'verbeterplan_oordeel', 'verbeterplan_melding',
    'verbeterplan_verzetting'] loop
    call beveilig(t::regclass, 'select, insert');
  end loop;
  foreach t in array array['verbeterplan_indiening', 'verbeterplan_punt', 'verbeterplan_oordeel', 'verbeterplan_melding',
    'verbeterplan_verzetting', 'verbeterplan_concept'] loop
    call begrens(t::regclass, format('exists (select from verbeterplan v where v.regio_id = %1$I.regio_id and v.id = %1$I.verbeterplan_id)', t));
    execute format('create policy aanbieder on %1$I as restrictive using (%2$s ((select huidige_agb() is null) or exists
      (select from verbeterplan v where v.regio_id = %1$I.regio_id and v.id = %1$I.verbeterplan_id)))', t,
      case t when 'verbeterplan_concept' then '(partij = ''aanbieder'') = (select huidige_agb() is not null) and' else '' end);
  end loop;
end $$;
