-- How long records are kept, and what is left of what was destroyed or removed (decision 019).

-- A proposal to destroy one kind of record, the decision about it, and what stays: what kind, how many, which period, on which
-- ground, who decided and when. Never what was destroyed.
create table vernietiging (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  soort text not null check (soort ~ '^[a-z-]+$'),
  regelsetdeel_id uuid not null,
  grond text not null,
  -- what ended on this day or before it
  grens date not null,
  aantal int not null check (aantal > 0),
  eerste date not null,
  laatste date not null,
  inhoud jsonb not null,
  voorgesteld_op timestamptz not null,
  voorgelegd_op timestamptz,
  voorgelegd_door uuid,
  toelichting text check (length(trim(toelichting)) between 1 and 2000),
  besluit text check (besluit in ('vernietigen', 'uitstellen')),
  reden text check (length(trim(reden)) between 1 and 2000),
  uitgesteld_tot date,
  besloten_op timestamptz,
  besloten_door uuid,
  gevuld_op timestamptz,
  klaar_op timestamptz,
  vernietigd jsonb not null default '{}',
  primary key (regio_id, id),
  foreign key (regio_id, regelsetdeel_id) references regelsetdeel (regio_id, id),
  foreign key (regio_id, voorgelegd_door) references gebruiker (regio_id, id),
  foreign key (regio_id, besloten_door) references gebruiker (regio_id, id),
  check (eerste <= laatste and laatste <= grens),
  check ((voorgelegd_op is null) = (voorgelegd_door is null) and (voorgelegd_op is null) = (toelichting is null)),
  check ((besluit is null) = (besloten_door is null) and (besluit is null) = (besloten_op is null) and (besluit is null) = (reden is null)),
  -- four eyes: what nobody prepared is not decided on, and nobody decides on what he prepared
  check (besluit is null or voorgelegd_door <> besloten_door),
  check ((besluit = 'uitstellen') = (uitgesteld_tot is not null) or besluit is null and uitgesteld_tot is null),
  check ((gevuld_op is null and klaar_op is null) or besluit = 'vernietigen')
);
create unique index vernietiging_open on vernietiging (regio_id, soort) where besluit is null;
create index vernietiging_soort on vernietiging (regio_id, soort, voorgesteld_op desc);
create index vernietiging_voorgesteld on vernietiging (regio_id, voorgesteld_op desc);
create index vernietiging_loopt on vernietiging (regio_id) where besluit = 'vernietigen' and klaar_op is null;
create index vernietiging_regelsetdeel on vernietiging (regio_id, regelsetdeel_id);
create index vernietiging_voorgelegd on vernietiging (regio_id, voorgelegd_door);
create index vernietiging_besloten on vernietiging (regio_id, besloten_door);

-- What a running destruction still has to do: a kill loses nothing of it. Empty when it is done.
create table vernietiging_regel (
  regio_id uuid not null,
  vernietiging_id uuid not null,
  id text not null,
  primary key (regio_id, vernietiging_id, id),
  foreign key (regio_id, vernietiging_id) references vernietiging (regio_id, id)
);

-- That everything about one client was removed on request. The label never said who it was.
create table clientverwijdering (
  regio_id uuid not null references regio (id),
  id uuid not null default uuidv7(),
  label text not null,
  wet text not null check (wet in ('wmo', 'jw')),
  reden text not null check (length(trim(reden)) between 1 and 2000),
  begonnen_op timestamptz not null,
  begonnen_door text not null,
  klaar_op timestamptz,
  verwijderd jsonb not null default '{}',
  primary key (regio_id, id)
);
create index clientverwijdering_begonnen on clientverwijdering (regio_id, begonnen_op desc);
create index clientverwijdering_label on clientverwijdering (regio_id, label);

-- Messages that were destroyed, as the keyed digest of their content: the same file again brings nothing back.
create table vernietigd_bericht (
  regio_id uuid not null references regio (id),
  wet text not null check (wet in ('wmo', 'jw')),
  inhoud_hmac bytea not null,
  primary key (regio_id, wet, inhoud_hmac)
);

-- Counts up when clients are destroyed: who reads messages at that moment forgets the ids he knew.
create table clientenstand (
  regio_id uuid not null references regio (id),
  gewist bigint not null default 0,
  primary key (regio_id)
);

-- What destroyed claims counted for: budgets of earlier years stay what they were.
create table declaratie_maand_gewist (
  regio_id uuid not null,
  agb text not null,
  maand date not null,
  overeenkomst_id uuid not null,
  regels int not null,
  bedrag_cent bigint not null,
  primary key (regio_id, agb, maand, overeenkomst_id),
  foreign key (regio_id, overeenkomst_id) references overeenkomst (regio_id, id)
);
create index declaratie_maand_gewist_overeenkomst on declaratie_maand_gewist (regio_id, overeenkomst_id);

call beveilig('vernietiging');
call beveilig('vernietiging_regel', 'select, insert, delete');
call beveilig('clientverwijdering', 'select, insert, update');
call beveilig('vernietigd_bericht', 'select, insert');
call beveilig('clientenstand', 'select, insert, update');
call beveilig('declaratie_maand_gewist', 'select, insert, update, delete', 'agb');
call begrens('declaratie_maand_gewist', 'overeenkomst_id in (select overeenkomsten_in_bereik())');
create policy aanbieder on vernietiging as restrictive using ((select huidige_agb() is null));
create policy aanbieder on vernietiging_regel as restrictive using ((select huidige_agb() is null));
create policy aanbieder on clientverwijdering as restrictive using ((select huidige_agb() is null));
create policy aanbieder on vernietigd_bericht as restrictive using ((select huidige_agb() is null));
create policy aanbieder on clientenstand as restrictive using ((select huidige_agb() is null));

-- Whether this transaction carries out a decision of a person to destroy, or a removal on request.
create function wissen_loopt() returns boolean language sql stable as $$
  select exists (select from vernietiging v where v.regio_id = huidige_regio()
      and v.id::text = current_setting('overlap.wissen', true) and v.besluit = 'vernietigen' and v.klaar_op is null)
    or exists (select from clientverwijdering c where c.regio_id = huidige_regio()
      and c.id::text = current_setting('overlap.wissen', true) and c.klaar_op is null)
$$;

create function wissen_mag() returns boolean language plpgsql stable as $$
begin
  if not wissen_loopt() then raise exception 'permission denied: nothing is deleted without a decision' using errcode = '42501'; end if;
  return true;
end $$;

-- The program could add to these and not delete from them. Now it can, while a decision is carried out.
create procedure sta_wissen_toe(p_tabel regclass) language plpgsql as $$
begin
  execute format('grant delete on %s to overlap_app', p_tabel);
  execute format('create policy wissen on %s as restrictive for delete to overlap_app using ((select wissen_mag()))', p_tabel);
end $$;
do $$
declare t text;
begin
  foreach t in array array['bericht', 'toewijzing_versie', 'start_melding', 'stop_melding', 'declaratie', 'declaratie_regel',
    'declaratie_regel_fout', 'declaratie_antwoord', 'declaratie_antwoord_regel', 'retour', 'aanvaarding', 'inleesronde', 'inleesbestand',
    'inleesfout', 'evaluatie', 'cto_respons', 'kpi_berekening', 'kpi_uitkomst', 'kpi_gevallen', 'kpi_telling', 'kpi_aanbieder',
    'kpi_vaststelling', 'bevinding', 'bevinding_besluit', 'plafondvoorstel', 'verlengingsbesluit', 'weigering']
  loop
    call sta_wissen_toe(t::regclass);
  end loop;
end $$;

-- Values stand apart from the chain (decision 003): these go, and the chain stays whole.
create function audit_waarden_vernietigen(p_volgnrs bigint[]) returns int language plpgsql security definer
  set search_path to 'pg_catalog', 'public', 'pg_temp' as $$
declare v_aantal int;
begin
  perform wissen_mag();
  delete from audit_waarden where regio_id = huidige_regio() and volgnr = any (p_volgnrs);
  get diagnostics v_aantal = row_count;
  return v_aantal;
end $$;
revoke all on function audit_waarden_vernietigen(bigint[]) from public;
grant execute on function audit_waarden_vernietigen(bigint[]) to overlap_app;

-- Destroying an outcome asks whether a finding is about it.
create index bevinding_kpi_uitkomst on bevinding (regio_id, kpi_uitkomst_id) where kpi_uitkomst_id is not null;
