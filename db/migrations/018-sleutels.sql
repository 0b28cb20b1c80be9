-- Which key the pseudonyms of a region and law were made with, and whether a change of keys still runs (decision 020).

-- No row: the first key. While a change runs `oudste` is the version that may still occur; when it is done both are the same.
create table sleutelstand (
  regio_id uuid not null references regio (id),
  wet text not null check (wet in ('wmo', 'jw')),
  versie int not null check (versie > 1),
  oudste int not null check (oudste in (versie, versie - 1)),
  begonnen_op timestamptz not null,
  begonnen_door text not null,
  klaar_op timestamptz,
  primary key (regio_id, wet),
  check ((oudste = versie) = (klaar_op is not null))
);
call beveilig('sleutelstand', 'select, insert, update');
create policy aanbieder on sleutelstand as restrictive using ((select huidige_agb() is null));

-- With which key the digest of the content was made, per message: a change of keys that was killed goes on where it was.
alter table bericht add column sleutelversie int not null default 1;
alter table vernietigd_bericht add column sleutelversie int not null default 1;
grant update on vernietigd_bericht to overlap_app;
