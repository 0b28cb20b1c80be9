-- For whom somebody works now, when he has roles for several parties; and which requests were refused.

-- An AGB-code; null is the region for who has a role in it, else the first of his aanbieders (web/werkt-voor).
alter table sessie add column werkt_voor text check (werkt_voor ~ '^[0-9]{8}$');

-- Failed authorisation: once per person, route and minute, apart from the audit chain, which would grow with every attempt. `route`
-- is the pattern, never a path with an id. The program adds and reads, and can neither change nor remove.
create table weigering (
  regio_id uuid not null references regio (id),
  gebruiker_id uuid not null,
  minuut timestamptz not null,
  methode text not null check (length(methode) <= 10),
  route text not null check (length(route) <= 200),
  code text not null,
  recht text,
  primary key (regio_id, gebruiker_id, minuut, methode, route),
  foreign key (regio_id, gebruiker_id) references gebruiker (regio_id, id)
);
create index weigering_minuut on weigering (regio_id, minuut desc);

call beveilig('weigering', 'select, insert');
create policy aanbieder on weigering as restrictive for select using ((select huidige_agb() is null));

-- Inside the region or of aanbieders, never both at a time; of several aanbieders, because one works for one at a time (010).
alter table roltoewijzing
  drop constraint roltoewijzing_een_kant,
  add constraint roltoewijzing_een_kant exclude using gist
    (regio_id with =, gebruiker_id with =, ((agb is null)::int) with <>, daterange(begindatum, einddatum, '[]') with &&)
    where (ingetrokken_op is null);
