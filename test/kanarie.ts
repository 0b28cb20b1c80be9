import ExcelJS from 'exceljs'
import type pg from 'pg'

/** A column that can hold a text. */
type Kolom = { tabel: string; kolom: string; soort: 'text' | 'text[]' | 'jsonb' | 'json' }

/** Every column of the catalogue that could hold a mark, but for those the database computes itself. */
export async function listTekstkolommen(beheer: pg.Client): Promise<Kolom[]> {
  const { rows } = await beheer.query<Kolom>(`
    select c.relname as tabel, a.attname as kolom, format_type(a.atttypid, null) as soort
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attgenerated = ''
      and format_type(a.atttypid, null) in ('text', 'text[]', 'character varying', 'jsonb', 'json')
    order by 1, 2`)
  return rows
}

/** Every table of the program, each with whether it has a region. */
export async function listTabellen(beheer: pg.Client): Promise<string[]> {
  const { rows } = await beheer.query<{ tabel: string }>(
    `select relname as tabel from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  )
  return rows.map(({ tabel }) => tabel)
}

function metMerk({ kolom, soort }: Kolom, merk: string): string {
  const naam = `"${kolom}"`
  if (soort === 'text[]') return `${naam} = array_append(${naam}, '${merk}')`
  if (soort === 'text') return `${naam} = coalesce(${naam}, '') || '${merk}'`
  return `${naam} = (case jsonb_typeof(${naam}::jsonb) when 'object' then ${naam}::jsonb || jsonb_build_object('merk', '${merk}')
    when 'array' then ${naam}::jsonb || to_jsonb('${merk}'::text) else to_jsonb('${merk}'::text) end)::${soort}`
}

/**
 * Puts the mark in every text column of the rows that `waar` gives per table. Gives what could not hold it, as "table.column", and
 * the tables without such a row.
 */
export async function merkRijen(
  beheer: pg.Client,
  waar: Map<string, string>,
  merk: string,
  sla: ReadonlySet<string>,
): Promise<{ nietTeMerken: string[]; leeg: string[]; gemerkt: number }> {
  const kolommen = (await listTekstkolommen(beheer)).filter(({ tabel }) => waar.has(tabel))
  // which rows is settled before anything changes
  const rijen = new Map<string, string[]>()
  for (const [tabel, voorwaarde] of waar) {
    const { rows } = await beheer.query<{ ctid: string }>(`select ctid::text from "${tabel}" x where ${voorwaarde}`)
    rijen.set(
      tabel,
      rows.map(({ ctid }) => ctid),
    )
  }
  const nietTeMerken: string[] = []
  let gemerkt = 0
  await beheer.query('begin')
  for (const [tabel, ctids] of rijen) {
    if (ctids.length === 0) continue
    const goed: Kolom[] = []
    for (const kolom of kolommen.filter((een) => een.tabel === tabel && !sla.has(`${tabel}.${een.kolom}`))) {
      await beheer.query('savepoint proef')
      try {
        await beheer.query(`update "${tabel}" set ${metMerk(kolom, merk)} where ctid = any($1::tid[])`, [ctids])
        goed.push(kolom)
      } catch {
        nietTeMerken.push(`${tabel}.${kolom.kolom}`)
      }
      await beheer.query('rollback to savepoint proef')
    }
    gemerkt += goed.length
    if (goed.length > 0) {
      await beheer.query(
        `update "${tabel}" set ${goed.map((kolom) => metMerk(kolom, merk)).join(', ')} where ctid = any($1::tid[])`,
        [ctids],
      )
    }
  }
  await beheer.query('commit')
  const metTekst = new Set(kolommen.map(({ tabel }) => tabel))
  const leeg = [...rijen].filter(([tabel, ctids]) => ctids.length === 0 && metTekst.has(tabel)).map(([tabel]) => tabel)
  return { nietTeMerken: nietTeMerken.sort(), leeg: leeg.sort(), gemerkt }
}

/**
 * Which rows are of an aanbieder, per table: those with its AGB-code, and what refers to such a row by a foreign key. `ook` adds
 * what no key says. Tables that stay out are returned as `buiten`.
 */
export async function rijenVanAanbieder(
  beheer: pg.Client,
  regioId: string,
  agb: string,
  ook: Record<string, string>,
): Promise<{ waar: Map<string, string>; buiten: string[] }> {
  const tabellen = await listTabellen(beheer)
  const { rows: metAgb } = await beheer.query<{
    tabel: string
  }>(`select table_name as tabel from information_schema.columns
    where table_schema = 'public' and column_name = 'agb'`)
  const { rows: sleutels } = await beheer.query<{ tabel: string; doel: string; van: string[]; naar: string[] }>(`
    select k.conrelid::regclass::text as tabel, k.confrelid::regclass::text as doel,
      array(select a.attname::text from unnest(k.conkey) with ordinality n (nr, i) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.nr order by i) as van,
      array(select a.attname::text from unnest(k.confkey) with ordinality n (nr, i) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n.nr order by i) as naar
    from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace`)
  const waar = new Map<string, string>(
    Object.entries(ook).map(([tabel, sql]) => [tabel, `x.regio_id = '${regioId}' and ${sql}`]),
  )
  for (const { tabel } of metAgb) {
    if (tabellen.includes(tabel) && !waar.has(tabel)) waar.set(tabel, `x.regio_id = '${regioId}' and x.agb = '${agb}'`)
  }
  for (let vorige = -1; vorige !== waar.size;) {
    vorige = waar.size
    for (const { tabel, doel, van, naar } of sleutels) {
      if (waar.has(tabel) || !waar.has(doel) || tabel === doel) continue
      const y = `y${String(waar.size)}`
      const gelijk = van.map((kolom, i) => `x."${kolom}" = ${y}."${naar[i]!}"`).join(' and ')
      waar.set(
        tabel,
        `exists (select from "${doel}" ${y} where ${gelijk} and ${waar.get(doel)!.replaceAll(/\bx\./g, `${y}.`)})`,
      )
    }
  }
  return { waar, buiten: tabellen.filter((tabel) => !waar.has(tabel)) }
}

/** All ids (uuid columns) in the rows of a region. */
export async function listIds(
  beheer: pg.Client,
  waar: Map<string, string>,
  alleenSleutel = false,
): Promise<Set<string>> {
  const { rows: kolommen } = await beheer.query<{ tabel: string; kolom: string }>(`
    select c.relname as tabel, a.attname as kolom from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`)
  const ids = new Set<string>()
  for (const { tabel, kolom } of kolommen) {
    const voorwaarde = waar.get(tabel)
    if (voorwaarde === undefined || (alleenSleutel && kolom !== 'id')) continue
    const { rows } = await beheer.query<{ id: string | null }>(
      `select distinct "${kolom}"::text as id from "${tabel}" x where ${voorwaarde}`,
    )
    for (const { id } of rows) if (id) ids.add(id)
  }
  return ids
}

/** All that an answer says: status, headers and body; a workbook opened, cell by cell. */
export async function leesAlles(antwoord: Response): Promise<string> {
  const koppen = [...antwoord.headers].map(([naam, waarde]) => `${naam}: ${waarde}`).join('\n')
  const body = antwoord.headers.get('content-type')?.includes('spreadsheet')
    ? await leesWerkboek(await antwoord.arrayBuffer())
    : await antwoord.text()
  return `${String(antwoord.status)}\n${koppen}\n${body}`
}

async function leesWerkboek(bytes: ArrayBuffer): Promise<string> {
  const boek = new ExcelJS.Workbook()
  await boek.xlsx.load(bytes)
  const regels: string[] = []
  for (const blad of boek.worksheets) {
    regels.push(blad.name)
    blad.eachRow((rij) => regels.push(JSON.stringify(rij.values)))
  }
  return regels.join('\n')
}

/** The words of `verboden` that stand in the text. */
export function gevonden(tekst: string, merken: readonly string[], ids: ReadonlySet<string>): string[] {
  const klein = tekst.toLowerCase()
  const genoemd = [...klein.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)].map(([id]) => id)
  return [...merken.filter((merk) => klein.includes(merk)), ...new Set(genoemd.filter((id) => ids.has(id)))]
}
