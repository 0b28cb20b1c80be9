-- Privacy, what was left: the files about an aanbieder can be destroyed (decision 027), and row-level security holds once more who
-- reads a meeting on invitation.

-- Until now the program could add to these and not delete from them. Now it can, while a decision is carried out (017).
do $$
declare t text;
begin
  foreach t in array array['gesprek', 'gesprek_overeenkomst', 'gesprek_verplaatsing', 'gesprek_bericht', 'agendapunt', 'verslagtekst',
    'gesprek_besluit', 'actie', 'rapportagedeel', 'verslagversie', 'verslagreactie',
    'escalatie', 'escalatie_voorstel', 'escalatie_stap', 'escalatie_stuk', 'escalatie_termijn', 'escalatie_maatregel', 'escalatie_brief',
    'escalatie_schorsing',
    'overlegtafel', 'overlegtafel_deelname', 'overlegtafel_aanwezigheid', 'overlegtafel_besluit', 'overlegtafel_besluit_partij',
    'overlegtafel_terugkoppeling', 'overlegtafel_toets', 'overlegtafel_uitsluiting', 'overlegtafel_bericht',
    'termijn', 'herinnering']
  loop
    call sta_wissen_toe(t::regclass);
  end loop;
end $$;

-- What was recorded of reading cases is added to and nothing else (017): the lines of a seal go through this, while a decision is carried
-- out. Gives how many requests and lines.
create function inzage_vernietigen(p_na bigint, p_tot bigint, out inzagen int, out regels int) language plpgsql security definer
  set search_path to 'pg_catalog', 'public', 'pg_temp' as $$
begin
  perform wissen_mag();
  delete from inzage_client where regio_id = huidige_regio() and inzage_id > p_na and inzage_id <= p_tot;
  get diagnostics regels = row_count;
  delete from inzage where regio_id = huidige_regio() and id > p_na and id <= p_tot;
  get diagnostics inzagen = row_count;
end $$;
revoke all on function inzage_vernietigen(bigint, bigint) from public;
grant execute on function inzage_vernietigen(bigint, bigint) to overlap_app;

-- An address that was withdrawn opens nothing: it goes with what else only gave access (plan/account/ruim-toegang-op.ts), and with the
-- account of its owner.
grant delete on kalenderadres to overlap_app;
create policy wissen on kalenderadres as restrictive for delete to overlap_app using (ingetrokken_op is not null or (select wissen_loopt()));

-- What is destroyed is looked up by what it hangs on.
create index overlegtafel_bericht_tijd on overlegtafel_bericht (regio_id, gevraagd_op);
create index gesprek_bericht_tijd on gesprek_bericht (regio_id, gevraagd_op);
create index termijn_gesloten on termijn (regio_id, gesloten_op) where gesloten_op is not null and overeenkomst_id is null;

-- Reading a meeting on invitation (matrix, "Gesprek en verslag"). Who the actor is and which roles he has stand beside the other settings
-- of a transaction (platform/transaction.ts); without roles set, as the owner or asRegion, nothing is limited. Which roles need no
-- invitation is said here once more: a role that is not in the list needs one (test/rijbeveiliging.test.ts holds it to rechten.ts).
create function leest_ongevraagd(p_rol text) returns boolean language sql immutable parallel safe
  return p_rol in ('contracteigenaar', 'contractmanager', 'contractbeheerder', 'directie', 'categoriemanager',
    'beheer (opdrachtregel)', 'systeem (wachtrij)');
create function ongevraagd() returns bereikgrens[] language sql stable parallel safe
  return (select coalesce(array_agg(row (r.gemeenten, r.wet, r.categorieen)::bereikgrens), '{}')
    from jsonb_to_recordset(nullif(current_setting('overlap.rollen', true), '')::jsonb)
      as r (rol text, gemeenten text[], wet text, categorieen text[]) where leest_ongevraagd(r.rol));
create function ongevraagd_alles() returns boolean language sql stable parallel safe
  return coalesce(current_setting('overlap.rollen', true), '') = '' or exists (select from unnest(ongevraagd()) b
    where b.gemeenten is null and b.wet is null and b.categorieen is null);

-- Functions of the owner that give ids of the running region only: policies that read each other's tables would go round in a circle.
create function gesprekken_op_uitnodiging() returns setof uuid
  language sql cost 1 rows 20 stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select d.gesprek_id from deelnemer d
  where d.regio_id = huidige_regio() and d.gebruiker_id::text = current_setting('overlap.gebruiker', true)
$$;
create function aanbieders_ongevraagd() returns setof uuid
  language sql cost 1 rows 50 stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct o.aanbieder_id from overeenkomst o
  where o.regio_id = huidige_regio() and o.aanbieder_id is not null and exists (select from unnest(ongevraagd()) b
    where (b.gemeenten is null or exists (select from overeenkomst_gemeente g
        where g.regio_id = o.regio_id and g.overeenkomst_id = o.id and g.gemeente_code = any (b.gemeenten)))
      and ((b.wet is null and b.categorieen is null) or exists (select from overeenkomst_product op
        join product p on p.regio_id = op.regio_id and p.id = op.product_id
        where op.regio_id = o.regio_id and op.overeenkomst_id = o.id
          and (b.wet is null or p.wet = b.wet) and (b.categorieen is null or p.categorie = any (b.categorieen)))))
$$;
revoke all on function gesprekken_op_uitnodiging, aanbieders_ongevraagd from public;
grant execute on function gesprekken_op_uitnodiging, aanbieders_ongevraagd to overlap_app;

create policy uitnodiging on gesprek as restrictive to overlap_app using ((select ongevraagd_alles()) or (select huidige_agb() is not null)
  or id in (select gesprekken_op_uitnodiging()) or aanbieder_id in (select aanbieders_ongevraagd())
  or (aanbieder_id is null and exists (select from unnest((select ongevraagd())) b
    where gesprek.gemeente_code is null or b.gemeenten is null or gesprek.gemeente_code = any (b.gemeenten))));
do $$
declare t text;
begin
  foreach t in array array['gesprek_overeenkomst', 'gesprek_verplaatsing', 'deelnemer', 'gesprek_bericht', 'agendapunt', 'verslagtekst',
    'gesprek_besluit', 'rapportagedeel', 'verslagversie', 'verslagreactie'] loop
    execute format('create policy uitnodiging on %1$I as restrictive to overlap_app using ((select ongevraagd_alles())
      or (select huidige_agb() is not null) or exists (select from gesprek g where g.regio_id = %1$I.regio_id and g.id = %1$I.gesprek_id))', t);
  end loop;
end $$;
-- An action is also its owner's.
create policy uitnodiging on actie as restrictive to overlap_app using ((select ongevraagd_alles()) or (select huidige_agb() is not null)
  or eigenaar_id::text = (select current_setting('overlap.gebruiker', true))
  or exists (select from gesprek g where g.regio_id = actie.regio_id and g.id = actie.gesprek_id));

-- A note for the queue about what was agreed with an aanbieder is of that aanbieder.
create policy aanbieder on afspraak_wijziging as restrictive using ((select huidige_agb() is null) or agb = (select huidige_agb()));
