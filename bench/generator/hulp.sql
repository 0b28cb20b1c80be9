-- What the other files are written with. Sizes and seed come from settings bench.*; every choice is a hash of seed, kind and number, so
-- that two runs make the same rows.

create function pg_temp.maat(naam text) returns int language sql stable
  return current_setting('bench.' || naam)::int;
create function pg_temp.regio() returns uuid language sql stable
  return current_setting('bench.regio')::uuid;
-- 0 <= n < 1, the same for the same seed, kind and number.
create function pg_temp.toeval(soort text, i bigint) returns double precision language sql stable parallel safe
  return (hashtextextended(soort || i, pg_temp.maat('zaad')) & 4294967295) / 4294967296.0;
create function pg_temp.sleutel(soort text, i bigint) returns uuid language sql stable parallel safe
  return md5(soort || i || '/' || pg_temp.maat('zaad'))::uuid;
