-- Back-channel logout (OpenID Connect, decision 035): the identity provider says that somebody signed out there.

-- Which session at the provider a session here came from: SHA-256 of issuer and `sid`.
alter table sessie add column uitgever_sessie bytea check (length(uitgever_sessie) = 32);
create index sessie_uitgever on sessie (regio_id, uitgever_sessie) where beeindigd_op is null and uitgever_sessie is not null;

-- A logout token that was heard: used once. Kept as a hash of its `jti`, longer than such a token is valid.
create table organisatieafmelding (
  regio_id uuid not null references regio (id),
  jti_hash bytea not null check (length(jti_hash) = 32),
  verloopt_op timestamptz not null,
  primary key (regio_id, jti_hash)
);
create index organisatieafmelding_oud on organisatieafmelding (regio_id, verloopt_op);
call beveilig('organisatieafmelding', 'select, insert, delete');
