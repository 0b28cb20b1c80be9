-- What was claimed per overeenkomst and month: more than the lines of do.sql add up to, for a year of lines per overeenkomst would
-- be millions of rows that no page reads.
insert into declaratie_maand (regio_id, agb, maand, overeenkomst_id, regels, bedrag_cent)
  select pg_temp.regio(), lpad((10000000 + a)::text, 8, '0'), maand::date, id, 20, 100000 + (pg_temp.toeval('maand', n * 100 + extract(month from maand)::int) * 900000)::bigint
  from ov, generate_series('2024-01-01'::timestamp, '2026-10-01', '1 month') maand
  where maand >= begindatum and n % 5 <> 0;
