-- A meeting that is held for an escalation belongs to that case, and its minutes are the record a step asks for. Either can be destroyed
-- before the other: the record keeps its text.
alter table gesprek
  add column escalatie_id uuid,
  add foreign key (regio_id, escalatie_id) references escalatie (regio_id, id) on delete set null (escalatie_id),
  add check (escalatie_id is null or aanbieder_id is not null);
create index gesprek_escalatie on gesprek (regio_id, escalatie_id, datum) where escalatie_id is not null;

alter table escalatie_stuk
  add column gesprek_id uuid,
  add foreign key (regio_id, gesprek_id) references gesprek (regio_id, id) on delete set null (gesprek_id);
create index escalatie_stuk_gesprek on escalatie_stuk (regio_id, gesprek_id) where gesprek_id is not null;

-- An item about the case itself, where no finding tells what it is about.
alter table agendapunt drop constraint agendapunt_bron_check;
alter table agendapunt add constraint agendapunt_bron_check
  check (bron in ('sjabloon', 'bevinding', 'kpi', 'meegenomen', 'hand', 'escalatie'));

-- What a letter is about, in its own words; of an earlier letter its name says it.
alter table escalatie_brief add column onderwerp text not null default '' check (length(onderwerp) <= 200);
