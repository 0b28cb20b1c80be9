-- Sign-in with the account of the organisation (OpenID Connect): who somebody is there, and which roles came from there.

alter table gebruiker
  add column uitgever text,
  add column onderwerp text check (length(onderwerp) between 1 and 255),
  add constraint gebruiker_organisatie unique (regio_id, uitgever, onderwerp),
  add check ((uitgever is null) = (onderwerp is null));

-- Roles from the organisation's groups follow those at every sign-in; roles given by hand stay.
alter table roltoewijzing
  add column herkomst text not null default 'hand' check (herkomst in ('hand', 'organisatie'));

-- A sign-in that is under way at the identity provider: what the answer must fit. Used once.
create table organisatiepoging (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  token_hash bytea not null,
  state text not null,
  nonce text not null,
  verifier text not null,
  terug text not null check (length(terug) <= 2000),
  verloopt_op timestamptz not null,
  primary key (regio_id, id),
  unique (regio_id, token_hash)
);
create index organisatiepoging_oud on organisatiepoging (regio_id, verloopt_op);
call beveilig('organisatiepoging');
