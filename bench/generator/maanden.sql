-- What was claimed per overeenkomst and month: more than the lines of do.sql add up to, for a year of lines per overeenkomst would
-- be millions of rows that no page reads.
insert into declaratie_maand (regio_id, agb, maand, overeenkomst_id, regels, bedrag_cent)
  select pg_temp.regio(), lpad((10000000 + a)::text, 8, '0'), maand::date, id, 20, 100000 + (pg_temp.toeval('maand', n * 100 + extract(month from maand)::int) * 900000)::bigint
  from ov, generate_series('2024-01-01'::timestamp, '2026-10-01', '1 month') maand
  where maand >= begindatum and n % 5 <> 0;
-- What the triggers of declaratie_maand would have kept.
insert into declaratie_jaar (regio_id, agb, jaar, maand_cent)
  select pg_temp.regio(), agb, jaar, array(select m.cent from generate_series(1, 12) as i
    left join (select extract(month from d.maand) as maand, sum(d.bedrag_cent)::bigint as cent from declaratie_maand d
      where d.regio_id = pg_temp.regio() and d.agb = g.agb and extract(year from d.maand) = g.jaar group by 1) m on m.maand = i order by i)
  from (select distinct agb, extract(year from maand)::int as jaar from declaratie_maand where regio_id = pg_temp.regio()) g;
