-- Asking a plan to improve tells the people of the aanbieder by mail (besluit 033); and plans, documents and letters can be destroyed by
-- decision, so that what hangs on them can be too (besluit 027).

create table verbeterplan_bericht (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  verbeterplan_id uuid not null,
  soort text not null check (soort in ('gevraagd', 'ingetrokken')),
  naam text not null check (length(naam) <= 200),
  email text not null check (length(email) <= 254),
  gevraagd_op timestamptz not null,
  pogingen int not null default 0,
  laatste_fout text check (length(laatste_fout) <= 200),
  verzonden_op timestamptz,
  mislukt_op timestamptz,
  primary key (regio_id, id),
  foreign key (regio_id, verbeterplan_id) references verbeterplan (regio_id, id),
  check (verzonden_op is null or mislukt_op is null)
);
create index verbeterplan_bericht_plan on verbeterplan_bericht (regio_id, verbeterplan_id, gevraagd_op);
create index verbeterplan_bericht_tijd on verbeterplan_bericht (regio_id, gevraagd_op);

call beveilig('verbeterplan_bericht', 'select, insert, update');
call begrens('verbeterplan_bericht', 'exists (select from verbeterplan v where v.regio_id = verbeterplan_bericht.regio_id
  and v.id = verbeterplan_bericht.verbeterplan_id)');
create policy aanbieder on verbeterplan_bericht as restrictive using ((select huidige_agb() is null));

-- Until now the program could add to these and not delete from them. Now it can, while a decision is carried out (017). What is thrown
-- away while people work (a draft, an addressee of a concept) is deleted as before.
do $$
declare t text;
begin
  foreach t in array array['verbeterplan', 'verbeterplan_indiening', 'verbeterplan_punt', 'verbeterplan_oordeel', 'verbeterplan_melding',
    'verbeterplan_verzetting', 'verbeterplan_bericht', 'document', 'documentversie', 'documentbestand', 'brief', 'brief_norm', 'publicatie']
  loop
    call sta_wissen_toe(t::regclass);
  end loop;
end $$;

-- A draft of an aanbieder is hidden from the region, but goes with its plan.
drop policy aanbieder on verbeterplan_concept;
create policy aanbieder on verbeterplan_concept as restrictive using (
  ((partij = 'aanbieder') = (select huidige_agb() is not null) or (select wissen_loopt()))
  and ((select huidige_agb() is null) or exists (select from verbeterplan v
    where v.regio_id = verbeterplan_concept.regio_id and v.id = verbeterplan_concept.verbeterplan_id)));

-- What still waits of letters that were sent, for Vandaag: few of many.
create index brief_ontvanger_open on brief_ontvanger (regio_id, brief_id) where verzonden_op is null;
