import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { freshDatabase } from './test.ts'

const root = join(import.meta.dirname, '..')
const src = join(root, 'src')

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

const all = files(src).map((file) => ({ file, name: relative(root, file), text: readFileSync(file, 'utf8') }))
const code = all.filter(({ name }) => !/\.test\.tsx?$/.test(name))

/** Relative imports of a file, as paths from the project root. */
function imports({ file, text }: { file: string; text: string }): string[] {
  return [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)[^'"]*?from\s+['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]/g),
  ].map((match) => relative(root, resolve(dirname(file), (match[1] ?? match[2])!)))
}

const graph = new Map(code.map((file) => [file.name, imports(file)]))

/** The room a file is in, from the inside out; a room may import those that its row names. */
const rooms: [name: string, prefix: string, may: string[]][] = [
  ['platform', 'src/platform/', ['platform']],
  ['begrippen', 'src/domain/begrippen/', ['begrippen', 'platform']],
  ['rechten', 'src/domain/rechten', ['rechten', 'platform']],
  ['jobnamen', 'src/domain/jobs.ts', ['platform']],
  ['plan', 'src/domain/plan/', ['plan', 'begrippen', 'rechten', 'jobnamen', 'platform']],
  ['do', 'src/domain/do/', ['do', 'plan', 'begrippen', 'rechten', 'jobnamen', 'platform']],
  ['check', 'src/domain/check/', ['check', 'do', 'plan', 'begrippen', 'rechten', 'jobnamen', 'platform']],
  ['act', 'src/domain/act/', ['act', 'check', 'do', 'plan', 'begrippen', 'rechten', 'jobnamen', 'platform']],
  ['web', 'src/web/', ['web', 'webomgeving', 'act', 'check', 'do', 'plan', 'begrippen', 'rechten', 'platform']],
  ['webomgeving', 'src/app-env.ts', ['web', 'platform']],
  ['app', 'src/app.ts', ['web', 'platform']],
  ['diensten', 'src/diensten.ts', ['platform']],
  ['jobs', 'src/jobs/', ['jobs', 'diensten', 'act', 'check', 'do', 'plan', 'jobnamen', 'platform']],
  [
    'cli',
    'src/cli/',
    ['cli', 'jobs', 'app', 'diensten', 'act', 'check', 'do', 'plan', 'begrippen', 'rechten', 'platform'],
  ],
  ['main', 'src/main.ts', ['cli', 'diensten', 'platform']],
]

function roomOf(name: string) {
  return rooms.find(([, prefix]) => name.startsWith(prefix))
}

describe('source', () => {
  test('the guard saw the whole tree', () => {
    expect(code.length).toBeGreaterThan(120)
    expect([...graph.values()].flat().length).toBeGreaterThan(300)
    expect(code.filter(({ name }) => !roomOf(name)).map(({ name }) => name)).toEqual([])
  })

  test('imports follow the arrows of the house', () => {
    const wrong = [...graph].flatMap(([from, targets]) => {
      const [, , may = []] = roomOf(from) ?? []
      return targets
        .filter((to) => to.startsWith('src/') && !may.includes(roomOf(to)?.[0] ?? '?'))
        .map((to) => `${from} -> ${to}`)
    })
    expect(wrong).toEqual([])
  })

  test('every relative import names a file that exists', () => {
    const known = new Set([...all.map(({ name }) => name)])
    const wrong = [...graph].flatMap(([from, targets]) =>
      targets
        .filter((to) => /\.tsx?$/.test(to) && to.startsWith('src/') && !known.has(to))
        .map((to) => `${from} -> ${to}`),
    )
    expect(wrong).toEqual([])
  })

  test('there are no circles, but for types', () => {
    const values = new Map(
      code.map(({ file, name, text }) => [
        name,
        imports({ file, text: text.replace(/(?:^|\n)\s*import type[^\n]*(?:\n[^\n]*?from[^\n]*)?/g, '\n') }),
      ]),
    )
    const state = new Map<string, 'busy' | 'done'>()
    const circles: string[] = []
    const visit = (name: string, path: string[]) => {
      if (state.get(name) === 'done') return
      if (state.get(name) === 'busy') {
        circles.push([...path.slice(path.indexOf(name)), name].join(' -> '))
        return
      }
      state.set(name, 'busy')
      for (const next of values.get(name) ?? []) visit(next, [...path, name])
      state.set(name, 'done')
    }
    for (const name of values.keys()) visit(name, [])
    expect(circles).toEqual([])
  })

  test('only domain and platform speak SQL', () => {
    const wrong = code
      .filter(({ name }) => !name.startsWith('src/domain/') && !name.startsWith('src/platform/'))
      .filter(({ text }) =>
        /from 'kysely'|from 'pg'|\.selectFrom\(|\.insertInto\(|\.updateTable\(|\bsql`/.test(
          text.replace(/import type [^\n]*/g, ''),
        ),
      )
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  // Rule 1: over 150 lines needs a reason; data of the national messages is one table per message.
  const long: Record<string, string> = JSON.parse(
    readFileSync(join(root, 'test/lange-bestanden.json'), 'utf8'),
  ) as Record<string, string>
  test('a file in domain is short, or says why not', () => {
    const sizes = code
      .filter(({ name }) => name.startsWith('src/domain/'))
      .map(({ name, text }) => ({ name, lines: text.split('\n').length }))
    expect(sizes.filter(({ name, lines }) => lines > 150 && !(name in long))).toEqual([])
    expect(Object.keys(long).filter((name) => !sizes.some((size) => size.name === name && size.lines > 150))).toEqual(
      [],
    )
  })

  test('no default exports, barrels, or rooms called utils', () => {
    expect(code.filter(({ text }) => /export default /.test(text)).map(({ name }) => name)).toEqual([])
    expect(
      code.filter(({ name }) => /\/(utils|helpers|common)\/|\/index\.tsx?$/.test(name)).map(({ name }) => name),
    ).toEqual([])
  })

  test('no inline style or script: the content security policy forbids them', () => {
    const tsx = code.filter(({ name }) => name.endsWith('.tsx'))
    expect(tsx.length).toBeGreaterThan(40)
    expect(
      tsx.filter(({ text }) => /\bstyle=\{|dangerouslySetInnerHTML=\{\{ __html: `/.test(text)).map(({ name }) => name),
    ).toEqual([])
  })

  test('files that people send come in through two doors, and both have them scanned', () => {
    const doors = code
      .filter(({ text }) => /from 'busboy'|instanceof File\b|\.formData\(/.test(text))
      .map(({ name }) => name)
    expect(doors.toSorted()).toEqual(['src/web/bericht/lees-upload.ts', 'src/web/csrf.ts'])
    const readers = [...graph].filter(([, to]) => to.includes('src/web/bericht/lees-upload.ts')).map(([name]) => name)
    expect(readers).toEqual(['src/web/bericht/inlezen-controller.tsx'])
    const text = (name: string) => code.find((file) => file.name === name)!.text
    expect(text(readers[0]!)).toMatch(/leesIn\(\{[^}]*\bscanner\b/)
    expect(text('src/web/csrf.ts')).toContain('await scanUpload(c, bytes)')
  })

  test('job payloads hold ids and the region only', () => {
    const text = readFileSync(join(src, 'domain/jobs.ts'), 'utf8')
    const jobs = [...text.matchAll(/'([a-z-]+)': (\{[^}]*\}|Record<string, never>)/g)]
    expect(jobs.length).toBeGreaterThan(2)
    const wrong = jobs.filter(
      ([, , shape]) => shape!.startsWith('{') && !/^\{(\s*\w*[iI]d: (string|number);?\s*)+\}$/.test(shape!),
    )
    expect(wrong.map(([, name]) => name)).toEqual([])
  })
})

// Tables without a region of their own, each with its reason.
const withoutRegion: Record<string, string> = {
  regio: 'is the region itself: its policy is on id',
  migratie: 'which migrations ran; the program cannot read it',
  beurt: 'counted before a region is known; a key is a hash',
  mislukking: 'the same',
}
// Tables that a role's scope (gemeente, law, category) does not narrow, each with its reason.
const withoutBereik: Record<string, string> = {
  regio: 'one row: the region itself',
  migratie: 'which migrations ran; the program cannot read it',
  subregio: 'how the region is divided',
  gemeente: 'how the region is divided',
  regelsetdeel: 'the rules hold for the whole region',
  ladderconcept: 'a draft of rules that will hold for the whole region',
  gebruiker: 'colleagues; who may see what of them is a right',
  roltoewijzing: 'read at sign-in and by who manages people',
  sessie: 'found by its token; a person sees his own',
  weergave: 'a choice in a list of one person',
  organisatiepoging: 'a sign-in under way, of nobody yet',
  organisatieafmelding: 'a hash, of nobody',
  account: 'found at sign-in, by a person who has no role yet; a person sees his own',
  herstelcode: 'the same',
  toegangssleutel: 'the same',
  bekend_toestel: 'the same',
  aanmelding: 'the same',
  eenmalige_link: 'found by its token, by who has no role yet',
  herstelverzoek: 'a note for the queue',
  mail: 'a note for the queue; read by who manages people',
  toegangscontrole: 'of the whole region',
  beurt: 'counted before a region is known',
  mislukking: 'the same',
  audit_keten: 'one row per region',
  audit_regel: 'read by subject, or with audit:lezen over the whole region',
  audit_waarden: 'the same',
  product: 'the catalogue of the region',
  afspraak_wijziging: 'a note for the queue',
  inleesronde: 'a delivery of files is not bound to a gemeente',
  inleesbestand: 'the same',
  inleesfout: 'the same',
  te_beoordelen: 'a note for the queue',
  rasci: 'how the region divides its work',
  organisatiemodel: 'how the region organises its work',
  modelmaatregel: 'the same',
  taakgebiedjaar: 'the same',
  opdracht: 'what is asked of contract management, for the whole region',
  opdracht_advies: 'the same',
  dienstverleningsovereenkomst: 'agreements between gemeenten are for all of them to compare',
  samenwerkingsafspraak: 'the same',
  harmonisatieafspraak: 'the same',
  harmonisatieafspraak_gemeente: 'the same',
  mandaat: 'the register is the region’s; it names its gemeente',
  waarneming: 'colleagues',
  vernietiging: 'read with bewaren:lezen over the whole region',
  vernietiging_regel: 'a note for the queue',
  clientverwijdering: 'that somebody was removed, of the whole region',
  vernietigd_bericht: 'digests of messages that are gone',
  clientenstand: 'a counter',
  sleutelstand: 'one row per law',
  kpi_berekening: 'when and how was calculated; the results are narrowed',
  kpi_vaststelling: 'which calculation was established',
  kalenderadres: 'found by its secret; a person sees his own',
  weigering: 'read with audit:lezen over the whole region',
  inzage_reden: 'why somebody looks at cases in a session',
  huisstijl: 'how the region and its gemeenten look',
  nummerreeks: 'a counter',
  brief: 'read with brief:lezen over the whole region; who it goes to is narrowed',
  brief_norm: 'which changed norms a letter tells; as the letter',
  publicatie: 'what was told to everybody, or to all aanbieders; read with a right over the whole region otherwise',
  overlegtafel: 'a table is of the whole region or a subregio; who sits at it is narrowed',
  overlegtafel_product: 'what a table is about',
  overlegtafel_besluit: 'what was decided at a table; who was party is narrowed',
  overlegtafel_toets: 'whether a table works',
}
// Functions that see past row-level security, each with its reason.
const definers: Record<string, string> = {
  bereken_bereik: 'keeps what a scope asks of an overeenkomst, whoever writes; gives nothing back',
  bereik_bij_overeenkomst: 'a trigger that calls it',
  bereik_bij_aanbieder: 'a trigger that calls it',
  bereik_bij_deel: 'a trigger that calls it',
  bereik_bij_product: 'a trigger that calls it',
  gesprekken_op_uitnodiging:
    'to which meetings the actor is asked; policies that read each other would go round in a circle',
  inzage_vernietigen: 'destroys looks at cases, only while a decision to destroy is carried out',
  audit_toevoegen: 'the only way to write the audit trail',
  audit_waarden_vernietigen: 'destroys values, only while a decision to destroy is carried out',
  audit_eerste_fout: 'reads the chain of the running region',
  enqueue_job: 'adding a job needs the rights of the owner',
  kan_iemand_aanmelden: 'whether anybody in any region can sign in, before the program starts',
  regio_lijst: 'names of regions, before one is chosen',
  regio_van_slug: 'the region of a page with news, before anybody signed in',
  vind_sessie: 'a session is found by its token before the region is known',
  voorbeeldgebruikers: 'the people of the demonstration, in demonstration mode only',
  zoek_aanbieders:
    'like is not leakproof, so no index serves it below row-level security; gives ids of the running region only',
  zoek_contactpersonen: 'the same for contactpersonen',
  zoek_overeenkomsten: 'the same for overeenkomsten',
}

describe('database', () => {
  test('every table has regio_id and forced row-level security, or a reason', async () => {
    await using fresh = await freshDatabase()
    const { rows: tables } = await fresh.pool.query<{
      name: string
      region: boolean
      forced: boolean
      policies: number
      owner: string
    }>(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'regio_id' and a.attnotnull) as region,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`)
    expect(tables.length).toBeGreaterThan(35)
    expect(tables.filter(({ name, region }) => !region && !(name in withoutRegion)).map(({ name }) => name)).toEqual([])
    expect(
      tables
        .filter(({ name, forced, policies }) => name !== 'migratie' && (!forced || policies === 0))
        .map(({ name }) => name),
    ).toEqual([])
    expect(tables.filter(({ owner }) => owner === 'overlap_app').map(({ name }) => name)).toEqual([])
    expect(Object.keys(withoutRegion).filter((name) => !tables.some((table) => table.name === name))).toEqual([])
  })

  test('a table that functions of the owner read or write past what one person sees does not limit the owner', async () => {
    await using fresh = await freshDatabase()
    const { rows } = await fresh.pool.query<{ name: string; limits: string[] }>(`
      select p.tablename as name, array(select l.policyname::text from pg_policies l where l.schemaname = 'public'
          and l.tablename = p.tablename and l.permissive = 'RESTRICTIVE' and l.roles <> '{overlap_app}') as limits
      from pg_policies p where p.schemaname = 'public' and p.policyname = 'eigenaar' order by 1`)
    expect(rows.length).toBeGreaterThan(8)
    expect(rows.filter(({ limits }) => limits.length > 0)).toEqual([])
  })

  test('ORG-09, ORG-12: every table is narrowed by the scope of a role, or says why not', async () => {
    await using fresh = await freshDatabase()
    const { rows } = await fresh.pool.query<{ name: string; narrowed: boolean }>(`
      select c.relname as name, exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'bereik'
        and not p.polpermissive and p.polcmd = '*') as narrowed
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`)
    expect(rows.filter(({ narrowed }) => narrowed).length).toBeGreaterThan(25)
    const wrong = rows.filter(({ name, narrowed }) => narrowed === name in withoutBereik)
    expect(wrong).toEqual([])
    expect(Object.keys(withoutBereik).filter((name) => !rows.some((table) => table.name === name))).toEqual([])
  })

  test('ORG-09, ORG-12: the role that reads the whole region can only read, below a policy that asks for all of it', async () => {
    await using fresh = await freshDatabase()
    const { rows: tables } = await fresh.pool.query<{
      name: string
      region: string
      condition: string
      others: string[]
    }>(`
      select c.relname as name, case c.relname when 'regio' then 'id' else 'regio_id' end as region,
        (select string_agg(l.cmd || ' ' || l.qual, ' or ') from pg_policies l where l.schemaname = 'public' and l.tablename = c.relname
          and l.permissive = 'PERMISSIVE' and l.roles && '{overlap_lezer,public}') as condition,
        array(select l.policyname || ': ' || l.qual from pg_policies l where l.schemaname = 'public' and l.tablename = c.relname
          and l.permissive = 'RESTRICTIVE' and l.roles && '{overlap_lezer,public}') as others
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') order by 1`)
    const read = tables.filter(({ name }) => !['migratie', 'beurt', 'mislukking'].includes(name))
    expect(read.length).toBeGreaterThan(130)
    const wrong = read.filter(
      ({ region, condition }) => condition !== `SELECT (${region} = ( SELECT regio_van_lezer() AS regio_van_lezer))`,
    )
    expect(wrong).toEqual([])
    // what limits the program limits this role too, unless it is true for the region's side or for who has no scope
    const { rows: limits } = await fresh.pool.query<{ name: string; policy: string; condition: string }>(`
      select p.tablename as name, p.policyname as policy, p.qual as condition from pg_policies p
      where p.schemaname = 'public' and p.permissive = 'RESTRICTIVE' and p.cmd in ('ALL', 'SELECT') and not p.roles && '{overlap_lezer,public}'
        and not exists (select from pg_policies l where l.schemaname = 'public' and l.tablename = p.tablename and l.policyname = p.policyname || '_lezer')`)
    const without =
      /^\(\( SELECT \(huidige_agb\(\) IS NULL\)\) OR |^\( SELECT \(huidige_agb\(\) IS NULL\)\)$|^\(\( SELECT volledig_bereik\(\) AS volledig_bereik\) OR |^\(\( SELECT \(volledig_bereik\(\) AND \(huidige_agb\(\) IS NULL\)\)\) OR /
    // below a meeting the invitation stands in the same policy; this role has one of its own for it
    const metUitnodiging =
      /^\(\( SELECT \(volledig_bereik\(\) AND \(ongevraagd_alles\(\) OR \(huidige_agb\(\) IS NOT NULL\)\)\)\) OR /
    expect(limits.length).toBeGreaterThan(150)
    const onder = limits.filter(({ condition }) => metUitnodiging.test(condition)).map(({ name }) => name)
    expect(onder).toHaveLength(11)
    expect(
      onder.filter((naam) =>
        tables.every(({ name, others }) => name !== naam || !others.some((een) => een.startsWith('uitnodiging_lezer'))),
      ),
    ).toEqual([])
    expect(limits.filter(({ name, condition }) => !without.test(condition) && !onder.includes(name))).toEqual([])
    // in full: one that begins the same and lets everything through is none
    const uitgenodigd =
      /^uitnodiging_lezer: \(\( SELECT ongevraagd_alles\(\) AS ongevraagd_alles\) OR (\(\(eigenaar_id\)::text = \( SELECT current_setting\('overlap\.gebruiker'::text, true\) AS current_setting\)\) OR )?\(?(id|gesprek_id) IN \( SELECT gesprekken_op_uitnodiging\(\) AS gesprekken_op_uitnodiging\)\)?\)$/
    const others = tables.flatMap(({ name, others }) => others.map((policy) => ({ name, policy })))
    expect(others.filter(({ policy }) => policy.startsWith('uitnodiging_lezer') && !uitgenodigd.test(policy))).toEqual(
      [],
    )
    expect(others.filter(({ policy }) => uitgenodigd.test(policy))).toHaveLength(12)

    const { rows: rights } = await fresh.pool.query<{ name: string; reads: boolean; program: boolean; more: boolean }>(`
      select c.relname as name, has_table_privilege('overlap_lezer', c.oid, 'select')
          or has_any_column_privilege('overlap_lezer', c.oid, 'select') as reads,
        has_table_privilege('overlap_app', c.oid, 'select') as program,
        has_table_privilege('overlap_lezer', c.oid, 'insert, update, delete, truncate, references, trigger, maintain')
          or has_any_column_privilege('overlap_lezer', c.oid, 'insert, update, references') as more
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') order by 1`)
    expect(rights.filter(({ more }) => more)).toEqual([])
    expect(rights.filter(({ reads, program }) => reads !== program).map(({ name }) => name)).toEqual([
      'beurt',
      'mislukking',
    ])
    const { rows: functions } = await fresh.pool.query<{ name: string }>(`
      select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace
        and has_function_privilege('overlap_lezer', p.oid, 'execute') and not has_function_privilege('public', p.oid, 'execute') order by 1`)
    expect(functions.map(({ name }) => name)).toEqual([
      'audit_eerste_fout',
      'gesprekken_op_uitnodiging',
      'inzage_hash',
      'regio_lijst',
      'regio_van_slug',
      'zoek_aanbieders',
      'zoek_contactpersonen',
      'zoek_overeenkomsten',
    ])
  })

  test('the role that reads the whole region reaches nothing outside these tables', async () => {
    await using fresh = await freshDatabase()
    // the queue has a schema of its own, with what jobs are about
    const { rows: schemas } = await fresh.pool.query<{ name: string; uses: boolean; makes: boolean }>(`
      select nspname as name, has_schema_privilege('overlap_lezer', oid, 'usage') as uses,
        has_schema_privilege('overlap_lezer', oid, 'create') as makes
      from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' order by 1`)
    expect(schemas.map(({ name }) => name)).toContain('graphile_worker')
    expect(schemas.filter(({ uses, makes }) => uses || makes)).toEqual([{ name: 'public', uses: true, makes: false }])
    const { rows: elsewhere } = await fresh.pool.query<{ name: string }>(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and case c.relkind
        when 'S' then has_sequence_privilege('overlap_lezer', c.oid, 'usage, select, update')
        when 'i' then false when 'I' then false when 'c' then false when 't' then false
        else n.nspname <> 'public' and (has_table_privilege('overlap_lezer', c.oid, 'select, insert, update, delete, truncate')
          or has_any_column_privilege('overlap_lezer', c.oid, 'select, insert, update')) end`)
    expect(elsewhere).toEqual([])
    const { rows: later } = await fresh.pool.query<object>(
      `select defaclobjtype, defaclacl::text from pg_default_acl where defaclacl::text ~ 'overlap_lezer'`,
    )
    expect(later).toEqual([])
    const { rows: owned } = await fresh.pool.query<object>(
      `select classid::regclass, objid from pg_shdepend where refclassid = 'pg_authid'::regclass and deptype = 'o'
        and refobjid = 'overlap_lezer'::regrole`,
    )
    expect(owned).toEqual([])
  })

  test('the program can become the role that reads the whole region, and has nothing of it by itself', async () => {
    await using fresh = await freshDatabase()
    const { rows } = await fresh.pool.query<object>(`
      select r.rolname as role, m.rolname as member, a.inherit_option as inherit, a.set_option as set, a.admin_option as admin
      from pg_auth_members a join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member
      where 'overlap_lezer' in (r.rolname, m.rolname) and not m.rolsuper`)
    expect(rows).toEqual([{ role: 'overlap_lezer', member: 'overlap_app', inherit: false, set: true, admin: false }])
    const { rows: roles } = await fresh.pool.query<object>(
      `select rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as more from pg_roles where rolname = 'overlap_lezer'`,
    )
    expect(roles).toEqual([{ more: false }])
  })

  test('no key refers across regions: every foreign key between tables of a region holds regio_id', async () => {
    await using fresh = await freshDatabase()
    const { rows: keys } = await fresh.pool.query<{ name: string; table: string; target: string; columns: string[] }>(`
      select k.conname as name, k.conrelid::regclass::text as table, k.confrelid::regclass::text as target,
        array(select a.attname::text from unnest(k.conkey) n join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n) as columns
      from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace`)
    expect(keys.length).toBeGreaterThan(60)
    expect(keys.filter(({ columns }) => !columns.includes('regio_id')).map(({ name }) => name)).toEqual([])
    const { rows: uniques } = await fresh.pool.query<{ name: string; table: string; columns: string[] }>(`
      select c.relname as name, i.indrelid::regclass::text as table,
        array(select a.attname::text from unnest(i.indkey::int[]) n join pg_attribute a on a.attrelid = i.indrelid and a.attnum = n) as columns
      from pg_index i join pg_class c on c.oid = i.indexrelid where i.indisunique and c.relnamespace = 'public'::regnamespace`)
    const open = uniques.filter(({ table, columns }) => !(table in withoutRegion) && !columns.includes('regio_id'))
    // a random token's hash says nothing about another region
    expect(open.map(({ name }) => name)).toEqual(['sessie_token_hash_key'])
  })

  test('the program cannot write audit records, nor change or delete them', async () => {
    await using fresh = await freshDatabase()
    const { rows } = await fresh.pool.query<{ table: string; right: string }>(`
      select table_name as table, privilege_type as right from information_schema.role_table_grants
      where grantee = 'overlap_app' and table_name like 'audit%' and privilege_type <> 'SELECT'`)
    expect(rows).toEqual([])
    await expect(fresh.pool.query(`delete from audit_regel`)).rejects.toThrow(/permission denied/)
  })

  test('S3: what was recorded of reading cases is added to and nothing else', async () => {
    await using fresh = await freshDatabase()
    const { rows } = await fresh.pool.query<{ table: string; right: string }>(`
      select table_name as table, privilege_type as right from information_schema.role_table_grants
      where grantee = 'overlap_app' and table_name like 'inzage%' and privilege_type not in ('SELECT', 'INSERT')`)
    expect(rows).toEqual([])
    await expect(fresh.pool.query(`update inzage set gebruiker = 'x'`)).rejects.toThrow(/permission denied/)
    await expect(fresh.pool.query(`delete from inzage_client`)).rejects.toThrow(/permission denied/)
  })

  test('functions that run as the owner are on the list, have a fixed search path, and are not for everybody', async () => {
    await using fresh = await freshDatabase()
    const { rows } = await fresh.pool.query<{ name: string; path: boolean; everybody: boolean }>(`
      select p.proname as name, coalesce(array_to_string(p.proconfig, ','), '') like '%search_path=%' as path,
        has_function_privilege('public', p.oid, 'execute') as everybody
      from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef order by 1`)
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(definers).sort())
    expect(rows.filter(({ path, everybody }) => !path || everybody)).toEqual([])
  })
})
