import type { Client } from 'pg'

// The binaries have no pg_dump. What a reviewer reads is text that PostgreSQL itself makes from its catalogs, in an order
// that depends on names only, so the same migrations always give the same file.

const HEAD = '-- Generated from db/migrations by scripts/schema.ts; do not edit.'

// Schemas of others, and objects that belong to an extension.
const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname !~ '^pg_'`
const notOfExtension = (catalog: string, alias: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${alias}.oid and d.deptype = 'e')`

const GRANTEE = `case when a.grantee = 0 then 'public' else a.grantee::regrole::text end`

const parts: { title: string; sql: string }[] = [
  {
    title: 'extensions',
    sql: `select 'create extension ' || extname || ';' as text from pg_extension where extname <> 'plpgsql' order by extname collate "C"`,
  },
  {
    title: 'schemas',
    sql: `select text from (
      select n.nspname, 0 as rank, 'create schema ' || quote_ident(n.nspname) || ';' as text from pg_namespace n
        where ${OURS} and n.nspname <> 'public'
      union all
      select n.nspname, 1, format('grant %s on schema %I to %s;', lower(string_agg(a.privilege_type, ', ' order by a.privilege_type)),
          n.nspname, ${GRANTEE})
        from pg_namespace n, aclexplode(n.nspacl) a where ${OURS} and a.grantee <> n.nspowner and a.grantee <> 0
        group by n.nspname, a.grantee) x
      order by nspname collate "C", rank, text collate "C"`,
  },
  {
    title: 'types',
    sql: `select case t.typtype
        when 'e' then format('create type %s as enum (%s);', t.oid::regtype,
          (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid))
        when 'd' then format('create domain %s as %s%s%s;', t.oid::regtype, format_type(t.typbasetype, t.typtypmod),
          case when t.typnotnull then ' not null' else '' end,
          coalesce((select string_agg(' ' || pg_get_constraintdef(c.oid), '' order by c.conname collate "C")
                    from pg_constraint c where c.contypid = t.oid and c.contype = 'c'), ''))
        else format(E'create type %s as (\\n%s\\n);', t.oid::regtype,
          (select string_agg(format('  %I %s', attname, format_type(atttypid, atttypmod)), E',\\n' order by attnum)
           from pg_attribute where attrelid = t.typrelid and attnum > 0 and not attisdropped)) end as text
      from pg_type t join pg_namespace n on n.oid = t.typnamespace left join pg_class c on c.oid = t.typrelid
      where ${OURS} and (t.typtype in ('e', 'd') or (t.typtype = 'c' and c.relkind = 'c')) and ${notOfExtension('pg_type', 't')}
      order by t.oid::regtype::text collate "C"`,
  },
  {
    title: 'sequences',
    sql: `select format('create sequence %s as %s;', c.oid::regclass, format_type(s.seqtypid, null)) as text
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_sequence s on s.seqrelid = c.oid
      where ${OURS} and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'i')
      order by c.oid::regclass::text collate "C"`,
  },
  {
    title: 'functions',
    sql: `select trim(trailing E'\\n' from pg_get_functiondef(p.oid)) || ';'
        || case when exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)
             then '' else format(E'\\nrevoke all on function %s from public;', p.oid::regprocedure) end
        || coalesce((select string_agg(format(E'\\ngrant execute on function %s to %s;', p.oid::regprocedure, ${GRANTEE}), ''
              order by ${GRANTEE} collate "C")
            from aclexplode(p.proacl) a where a.grantee not in (0, p.proowner)), '')
        || coalesce(E'\\ncomment on function ' || p.oid::regprocedure || ' is ' || quote_literal(obj_description(p.oid, 'pg_proc')) || ';', '') as text
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${OURS} and p.prokind in ('f', 'p') and ${notOfExtension('pg_proc', 'p')}
      order by p.oid::regprocedure::text collate "C"`,
  },
  {
    title: 'tables',
    sql: `select
        format(E'create %stable %s%s (\\n%s\\n)%s;', case c.relpersistence when 'u' then 'unlogged ' else '' end, c.oid::regclass,
          coalesce((select ' partition of ' || i.inhparent::regclass || ' ' || pg_get_expr(c.relpartbound, c.oid)
                    from pg_inherits i where i.inhrelid = c.oid), ''),
          concat_ws(E',\\n',
            (select string_agg(format('  %I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                case when a.attcollation <> t.typcollation then ' collate ' || a.attcollation::regcollation else '' end,
                case when a.attnotnull then ' not null' else '' end,
                case
                  when a.attidentity = 'a' then ' generated always as identity'
                  when a.attidentity = 'd' then ' generated by default as identity'
                  when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                  when a.attgenerated = 'v' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') virtual'
                  when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid)
                  else '' end), E',\\n' order by a.attnum)
              from pg_attribute a join pg_type t on t.oid = a.atttypid
              left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
            (select string_agg(format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid)), E',\\n'
                order by position(k.contype in 'pufcx'), k.conname collate "C")
              from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c', 'x'))),
          coalesce(' partition by ' || pg_get_partkeydef(c.oid), ''))
        || coalesce((select string_agg(E'\\n' || pg_get_indexdef(i.indexrelid) || ';', '' order by i.indexrelid::regclass::text collate "C")
            from pg_index i where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid and k.contype in ('p', 'u', 'x'))), '')
        || coalesce((select string_agg(E'\\n' || pg_get_statisticsobjdef(s.oid) || ';', '' order by s.stxname collate "C")
            from pg_statistic_ext s where s.stxrelid = c.oid), '')
        || case when c.relrowsecurity then format(E'\\nalter table %s enable row level security;', c.oid::regclass) else '' end
        || case when c.relforcerowsecurity then format(E'\\nalter table %s force row level security;', c.oid::regclass) else '' end
        || coalesce((select string_agg(format(E'\\ncreate policy %I on %s%s for %s to %s%s%s;', p.polname, c.oid::regclass,
              case when p.polpermissive then '' else ' as restrictive' end,
              case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
              (select string_agg(case when r = 0 then 'public' else r::regrole::text end, ', ') from unnest(p.polroles) r),
              coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', ''),
              coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')), '' order by p.polname collate "C")
            from pg_policy p where p.polrelid = c.oid), '')
        || coalesce((select string_agg(E'\\n' || pg_get_triggerdef(g.oid) || ';', '' order by g.tgname collate "C")
            from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal), '')
        || %GRANTS% || %COMMENTS% as text
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and c.relkind in ('r', 'p') and ${notOfExtension('pg_class', 'c')}
      order by c.oid::regclass::text collate "C"`,
  },
  {
    title: 'views',
    sql: `select format(E'create %s %s%s as\\n%s', case c.relkind when 'm' then 'materialized view' else 'view' end, c.oid::regclass,
          coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', ''), pg_get_viewdef(c.oid, true))
        || coalesce((select string_agg(E'\\n' || pg_get_indexdef(i.indexrelid) || ';', '' order by i.indexrelid::regclass::text collate "C")
            from pg_index i where i.indrelid = c.oid), '')
        || %GRANTS% || %COMMENTS% as text
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and c.relkind in ('v', 'm') and ${notOfExtension('pg_class', 'c')}
      order by c.oid::regclass::text collate "C"`,
  },
  {
    title: 'default privileges',
    sql: `select format('alter default privileges for role %s%s: %s;', defaclrole::regrole,
          coalesce(' in schema ' || nullif(defaclnamespace, 0)::regnamespace, ''), defaclacl::text) as text
      from pg_default_acl order by 1`,
  },
]

const GRANTS = `coalesce((select string_agg(text, '' order by text collate "C") from (
    select format(E'\\ngrant %s on %s to %s;', lower(string_agg(a.privilege_type, ', ' order by a.privilege_type)), c.oid::regclass, ${GRANTEE}) as text
      from aclexplode(c.relacl) a where a.grantee <> c.relowner group by a.grantee
    union all
    select format(E'\\ngrant %s (%s) on %s to %s;', lower(a.privilege_type), string_agg(quote_ident(t.attname), ', ' order by t.attname), c.oid::regclass, ${GRANTEE})
      from pg_attribute t, aclexplode(t.attacl) a where t.attrelid = c.oid group by a.privilege_type, a.grantee) g), '')`

const COMMENTS = `coalesce(E'\\ncomment on table ' || c.oid::regclass || ' is ' || quote_literal(obj_description(c.oid, 'pg_class')) || ';', '')
  || coalesce((select string_agg(format(E'\\ncomment on column %s.%I is %L;', c.oid::regclass, a.attname, col_description(c.oid, a.attnum)), '' order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and col_description(c.oid, a.attnum) is not null), '')`

/** The whole schema as readable SQL: the same text for the same migrations. */
export async function dumpSchema(client: Client): Promise<string> {
  const texts = [HEAD]
  // Names are written without their schema only when it is in the search path.
  await client.query('set search_path = public')
  for (const { title, sql } of parts) {
    const query = sql.replaceAll('%GRANTS%', () => GRANTS).replaceAll('%COMMENTS%', () => COMMENTS)
    const { rows } = await client.query<{ text: string }>(query)
    if (rows.length > 0) {
      texts.push(`-- ${title}`, ...rows.map(({ text }) => text))
    }
  }
  return `${texts.join('\n\n')}\n`
}
