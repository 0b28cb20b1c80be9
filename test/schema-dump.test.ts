import pg from 'pg'
import { expect } from 'vitest'
import { dumpSchema } from '../scripts/schema/dump.ts'
import { freshDatabase, test } from './test.ts'

const parts = [
  `create table b (id bigint generated always as identity primary key, soort text not null default 'x' check (soort in ('x', 'y')),
     naam text collate "nl-x-icu", dubbel int generated always as (2 * 2) stored)`,
  `create table a (b_id bigint)`,
]
const rest = `
  alter table a add constraint a_b foreign key (b_id) references b;
  create unique index b_naam on b (lower(naam)) where naam is not null;
  alter table b enable row level security; alter table b force row level security;
  create policy regio on b as restrictive for select to overlap_app using (id > 1);
  grant select, update on b to overlap_app; grant insert (naam) on b to overlap_app;
  comment on column b.naam is 'Zoals het hoort';
  create view v with (security_invoker = true) as select id from b;
  create function f(x int) returns int language sql security definer set search_path = pg_catalog as 'select x';
  revoke all on function f from public; grant execute on function f to overlap_app;
  create function t() returns trigger language plpgsql as 'begin return new; end';
  create trigger na after update on b for each row execute function t();
  create type kleur as enum ('rood', 'wit');
  create domain code as text check (value <> '')`

async function dump(statements: string[]): Promise<string> {
  await using fresh = await freshDatabase({ empty: true })
  const client = new pg.Client(fresh.eigenaarUrl)
  await client.connect()
  for (const statement of [...statements, rest]) {
    await client.query(statement)
  }
  const text = await dumpSchema(client)
  await client.end()
  return text
}

test('de afdruk hangt niet af van de volgorde waarin het schema is gemaakt', async () => {
  const text = await dump(parts)
  expect(await dump(parts.toReversed())).toBe(text)
})

test.each([
  `  id bigint not null generated always as identity`,
  `  soort text not null default 'x'::text`,
  `  naam text collate "nl-x-icu"`,
  `  dubbel integer generated always as ((2 * 2)) stored`,
  `  constraint b_soort_check CHECK ((soort = ANY (ARRAY['x'::text, 'y'::text])))`,
  `  constraint a_b FOREIGN KEY (b_id) REFERENCES b(id)`,
  `CREATE UNIQUE INDEX b_naam ON public.b USING btree (lower(naam)) WHERE (naam IS NOT NULL);`,
  `alter table b force row level security;`,
  `create policy regio on b as restrictive for select to overlap_app using ((id > 1));`,
  `grant select, update on b to overlap_app;`,
  `grant insert (naam) on b to overlap_app;`,
  `comment on column b.naam is 'Zoals het hoort';`,
  `create view v with (security_invoker=true) as`,
  ` SECURITY DEFINER`,
  `revoke all on function f(integer) from public;`,
  `grant execute on function f(integer) to overlap_app;`,
  `CREATE TRIGGER na AFTER UPDATE ON public.b FOR EACH ROW EXECUTE FUNCTION t();`,
  `create type kleur as enum ('rood', 'wit');`,
  `create domain code as text CHECK ((VALUE <> ''::text));`,
])('de afdruk noemt: %s', async (line) => {
  expect(await once()).toContain(line)
})

let made: Promise<string> | undefined
const once = () => (made ??= dump(parts))
