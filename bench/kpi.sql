-- What nobody can leave out of the KPIs of one year ($2, known on $3): the same messages, evaluations and answers, reduced to
-- counts per aanbieder and subregio in one statement. No cases, no exclusions, nothing stored.
with gebied as (
  select code as gemeente, subregio_id from gemeente where regio_id = $1
), versie as (
  select distinct on (wet, gemeente, nummer) wet, gemeente, nummer, client_id, agb, ingangsdatum,
    greatest(ingangsdatum, min(toewijzing_moment::date) over (partition by wet, gemeente, nummer, ingangsdatum)) as ref
  from toewijzing_versie
  where regio_id = $1 and oordeel = 'geldig' and dagtekening <= $3
  order by wet, gemeente, nummer, toewijzing_moment desc
), begin as (
  select wet, gemeente, nummer, min(begindatum) as start, min(dagtekening) as gemeld
  from start_melding where regio_id = $1 and oordeel = 'geldig' and dagtekening <= $3 and status_aanlevering = 1
  group by wet, gemeente, nummer
), eind as (
  select wet, gemeente, nummer, max(einddatum) as stop
  from stop_melding where regio_id = $1 and oordeel = 'geldig' and dagtekening <= $3 and status_aanlevering = 1
  group by wet, gemeente, nummer
), geval as (
  select v.*, g.subregio_id, b.start, b.gemeld, e.stop,
    b.start <= make_date($2, 12, 31) and coalesce(e.stop, 'infinity') >= make_date($2, 1, 1) as zorg
  from versie v join gebied g using (gemeente)
  left join begin b using (wet, gemeente, nummer) left join eind e using (wet, gemeente, nummer)
), start as (
  select agb, subregio_id, count(distinct client_id) filter (where zorg) as clienten,
    count(*) filter (where ref between make_date($2, 1, 1) and make_date($2, 12, 31)) as n,
    count(*) filter (where ref between make_date($2, 1, 1) and make_date($2, 12, 31) and start <= ref + 42) as tijdig,
    count(*) filter (where start between make_date($2, 1, 1) and make_date($2, 12, 31) and gemeld <= start + 7) as gemeld
  from geval group by agb, subregio_id
), resultaat as (
  select agb, subregio_id, count(*) as n, count(*) filter (where behaald) as behaald
  from (
    select v.agb, g.subregio_id, v.client_id, bool_and(resultaat = 'behaald') as behaald
    from evaluatie e join versie v using (gemeente, nummer) join gebied g using (gemeente)
    where e.regio_id = $1 and e.soort = 'einde-beschikking' and e.datum between make_date($2, 1, 1) and make_date($2, 12, 31)
    group by v.agb, g.subregio_id, v.client_id
  ) per_client group by agb, subregio_id
), tevreden as (
  select agb, subregio_id, count(*) as n, sum(cijfer) as som
  from (
    select distinct on (v.agb, g.subregio_id, v.client_id) v.agb, g.subregio_id, replace(c.cijfer, ',', '.')::numeric as cijfer
    from cto_respons c join versie v using (gemeente, nummer) join gebied g using (gemeente)
    where c.regio_id = $1 and c.veldwerk_einde between make_date($2, 1, 1) and make_date($2, 12, 31) and c.cijfer ~ '^\d+(,\d)?$'
    order by v.agb, g.subregio_id, v.client_id, c.datum_respons desc
  ) per_client group by agb, subregio_id
)
select * from start left join resultaat using (agb, subregio_id) left join tevreden using (agb, subregio_id)
