import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Account, canReach, namespaceCommand } from '../../src/platform/postgres/account.ts'
import { startPostgres } from '../../src/platform/postgres/start-postgres.ts'

const isLinux = process.platform === 'linux'
const isRoot = process.getuid?.() === 0
const NOBODY = { uid: 65534, gid: 65534 }
// Nothing here lets the machine itself fall, so nothing need wait for the disk.
const QUICK = { sync: false, settings: { fsync: 'off' } }
const WITHOUT_NAME = { uid: 54321, gid: 54321 }
const PROGRAM = join(import.meta.dirname, 'hold-server.ts')

// Another account can only run the program where it can read it; one without a name needs user namespaces as well.
const othersCanRun = isRoot && (await canReach(process.execPath, NOBODY)) && (await canReach(PROGRAM, NOBODY))
const ordinary: [string, Account][] = [
  ...(othersCanRun ? [['een gewone gebruiker', NOBODY] satisfies [string, Account]] : []),
  ...(othersCanRun && (await namespaceCommand())
    ? [['een gebruiker zonder naam', WITHOUT_NAME] satisfies [string, Account]]
    : []),
]

let folder: string
const children: ChildProcess[] = []

beforeEach(() => {
  // In a folder that everybody may enter, so that other accounts can work in it.
  folder = mkdtempSync('/var/tmp/overlap-test-')
  chmodSync(folder, 0o755)
})

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL')
  }
  await pause(50)
  // A kill above may have left a server: join it and be the last to leave.
  for (const map of maps.splice(0)) {
    await startPostgres({ map, ...QUICK }).then((postgres) => postgres.stop())
    rmSync(realpathSync(join(map, 'database')), { recursive: true, force: true })
  }
  rmSync(folder, { recursive: true, force: true })
})

const maps: string[] = []

/** A folder where nothing was ever started. */
function newMap(...path: string[]) {
  const map = join(folder, ...path)
  maps.push(map)
  return map
}

/** A folder whose database was made before, so that a test takes no second for that. */
function usedMap() {
  const map = newMap('gebruikt')
  execFileSync('cp', ['-a', prepared, map])
  return map
}

let prepared: string

beforeAll(async () => {
  prepared = mkdtempSync('/var/tmp/overlap-test-')
  await (await startPostgres({ map: prepared, ...QUICK })).stop()
})

afterAll(() => rmSync(prepared, { recursive: true, force: true }))

type Held = { child: ChildProcess; started: boolean; url: string }

/** Runs hold-server.ts as another process, and as another account when given. */
async function hold(map: string, account: { uid?: number; gid?: number } = {}): Promise<Held> {
  const child = spawn(process.execPath, [PROGRAM, map], {
    ...account,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  children.push(child)
  let [output, errors] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  while (!output.includes('\n')) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`hold-server ended: ${errors}`)
    }
    await pause(10)
  }
  return { child, ...(JSON.parse(output) as { started: boolean; url: string }) }
}

async function letGo({ child }: Held) {
  child.stdin?.end()
  await once(child, 'exit')
}

async function kill({ child }: Held) {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function query<Row>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(text)).rows as Row[]
  } finally {
    await client.end()
  }
}

const serverPid = (map: string) =>
  Number(readFileSync(join(map, 'database/data/postmaster.pid'), 'utf8').split('\n')[0])

/** A zombie that nobody collects is not alive. */
function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return !isLinux || !/ Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

const WRITE = 'create table proef as select 42 as getal'
const READ = 'select getal from proef'

describe('de ingebouwde database', () => {
  test('start, stopt en start opnieuw met wat erin stond', async () => {
    const map = newMap('a')
    const first = await startPostgres({ map })
    await query(first.url('eigenaar'), WRITE)
    const pid = serverPid(map)
    await first.stop()
    expect([first.started, isAlive(pid)]).toEqual([true, false])

    const second = await startPostgres({ map })
    expect(await query(second.url('eigenaar'), READ)).toEqual([{ getal: 42 }])
    expect(await query(second.url('app'), 'select current_user as wie')).toEqual([{ wie: 'overlap_app' }])
    await second.stop()
    await second.stop()
  })

  test('de rol van het programma bezit niets en kan niet om de rijbeveiliging heen', async () => {
    const postgres = await startPostgres({ map: usedMap(), ...QUICK })
    const roles = await query(
      postgres.url('beheer'),
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname in ('overlap_app', 'overlap_eigenaar', 'overlap_lezer') order by 1`,
    )
    const powerless = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }
    expect(roles).toEqual([
      { rolname: 'overlap_app', ...powerless },
      { rolname: 'overlap_eigenaar', ...powerless },
      { rolname: 'overlap_lezer', ...powerless },
    ])
    await expect(query(postgres.url('app'), 'create table x (a int)')).rejects.toThrow(/permission denied/)
    const withoutPassword = postgres.url('app').replace(/:[^:@]*@/, ':fout@')
    await expect(query(withoutPassword, 'select 1')).rejects.toThrow(/password authentication failed/)
    await postgres.stop()
  })

  test('wat mislukt, komt met zijn waarden niet in het logboek van de server', async () => {
    const map = usedMap()
    const postgres = await startPostgres({ map, ...QUICK })
    await query(postgres.url('eigenaar'), 'create table t (a int primary key, b text unique)')
    await query(postgres.url('eigenaar'), `insert into t values (1, 'geheim-999911120')`)
    await expect(query(postgres.url('eigenaar'), `insert into t values (2, 'geheim-999911120')`)).rejects.toThrow()
    await expect(query(postgres.url('eigenaar'), `select 'geheim-999911120'::int`)).rejects.toThrow()
    await expect(query(postgres.url('eigenaar'), `select geheim_999911120`)).rejects.toThrow()
    await postgres.stop()
    const logs = readdirSync(join(map, 'database/data/log')).map((name) =>
      readFileSync(join(map, 'database/data/log', name), 'utf8'),
    )
    expect(logs.join('')).toContain('database system is ready')
    expect(logs.join('')).not.toMatch(/999911120/)
  })

  test('twee tegelijk: een start, de ander sluit aan, de laatste doet het licht uit', async () => {
    const map = newMap('a')
    const both = await Promise.all([hold(map), hold(map)])
    expect(both.map(({ started }) => started).sort()).toEqual([false, true])
    const pid = serverPid(map)
    const [starter, other] = both[0].started ? both : [both[1], both[0]]
    await letGo(starter)
    expect(await query(other.url, 'select 1 as een')).toEqual([{ een: 1 }])
    await letGo(other)
    expect(isAlive(pid)).toBe(false)
  })

  test('binnen een proces kan een tweede aansluiten en weer gaan', async () => {
    const map = usedMap()
    const [first, second] = await Promise.all([startPostgres({ map, ...QUICK }), startPostgres({ map, ...QUICK })])
    await first.stop()
    expect(await query(second.url('app'), 'select 1 as een')).toEqual([{ een: 1 }])
    const third = await hold(map)
    await second.stop()
    expect(await query(third.url, 'select 1 as een')).toEqual([{ een: 1 }])
    await letGo(third)
  })

  test('na kill -9 van het programma wordt de server overgenomen en later gestopt', async () => {
    const map = usedMap()
    const killed = await hold(map)
    await query(killed.url, WRITE)
    const pid = serverPid(map)
    await kill(killed)
    expect(isAlive(pid)).toBe(true)

    const next = await startPostgres({ map, ...QUICK })
    expect([next.started, serverPid(map)]).toEqual([false, pid])
    expect(await query(next.url('eigenaar'), READ)).toEqual([{ getal: 42 }])
    await next.stop()
    // it is nobody's child here: a moment may pass between its last breath and its being gone
    await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false)
  })

  test('na kill -9 van programma en server herstelt de database zich', async () => {
    const map = usedMap()
    const killed = await hold(map)
    await query(killed.url, WRITE)
    const pid = serverPid(map)
    process.kill(pid, 'SIGKILL')
    await kill(killed)

    const next = await hold(map)
    expect(next.started).toBe(true)
    expect(await query(next.url, READ)).toEqual([{ getal: 42 }])
    await letGo(next)
  })

  test('een query die doorloopt nadat haar server is gedood, houdt de volgende niet tegen', async () => {
    const map = usedMap()
    const held = await hold(map)
    await query(held.url, WRITE)
    const endless = query(held.url, 'select count(*) from generate_series(1, 1000000000000) n where n < 0')
    const refused = expect(endless).rejects.toThrow()
    await pause(300)
    process.kill(serverPid(map), 'SIGKILL')
    await kill(held)
    const next = await startPostgres({ map, ...QUICK })
    await refused
    expect(await query(next.url('eigenaar'), READ)).toEqual([{ getal: 42 }])
    await next.stop()
  })

  test('een achtergebleven pid dat nu van een ander proces is, houdt niets tegen', async () => {
    const map = usedMap()
    await (await startPostgres({ map, ...QUICK })).stop()
    writeFileSync(
      join(map, 'database/data/postmaster.pid'),
      `${process.pid}\n${map}/database/data\n1\n5432\n/tmp/x\n\n1 1\nready\n`,
    )
    const next = await startPostgres({ map, ...QUICK })
    expect(next.started).toBe(true)
    await next.stop()
  })

  test('een server die niet meer antwoordt, wordt vervangen', async () => {
    const map = usedMap()
    const held = await hold(map)
    await query(held.url, WRITE)
    const pid = serverPid(map)
    process.kill(pid, 'SIGSTOP')
    await kill(held)
    const next = await startPostgres({ map, ...QUICK })
    expect([next.started, isAlive(pid)]).toEqual([true, false])
    expect(await query(next.url('eigenaar'), READ)).toEqual([{ getal: 42 }])
    await next.stop()
  })

  test('gedood tijdens de allereerste start: de volgende start lukt', async () => {
    for (const delay of [300, 700]) {
      const map = newMap(`na-${delay}`)
      const child = spawn(process.execPath, [PROGRAM, map], { stdio: 'ignore' })
      await pause(delay)
      child.kill('SIGKILL')
      await once(child, 'exit')
      const next = await hold(map)
      expect(await query(next.url, 'select 1 as een')).toEqual([{ een: 1 }])
      await letGo(next)
    }
  })

  test.each(['met spatie en "aanhaling"', 'komma, procent %41 en é', `lang-${'x'.repeat(120)}`])(
    'werkt in een map met een lastige naam: %s',
    async (name) => {
      const map = newMap(name, 'Hoofdletters')
      for (const round of [1, 2]) {
        const held = await hold(map)
        expect(await query(held.url, `select ${round} as een`)).toEqual([{ een: round }])
        await letGo(held)
      }
    },
  )
})

describe.runIf(isRoot)('als root', () => {
  test('werkt onder een map die alleen root mag openen', async () => {
    const closed = join(folder, 'dicht')
    mkdirSync(closed, { mode: 0o700 })
    const map = newMap('dicht', 'project', '.overlap')
    const killed = await hold(map)
    await query(killed.url, WRITE)
    expect(lstatSync(join(map, 'database')).isSymbolicLink()).toBe(true)
    process.kill(serverPid(map), 'SIGKILL')
    await kill(killed)
    const next = await hold(map)
    expect(await query(next.url, READ)).toEqual([{ getal: 42 }])
    await letGo(next)
    expect(statSync(closed).mode & 0o777).toBe(0o700)
  })

  test('de server draait niet als root en zijn gegevens zijn voor niemand anders te lezen', async () => {
    const map = usedMap()
    const postgres = await startPostgres({ map, ...QUICK })
    const { uid } = statSync(`/proc/${serverPid(map)}`)
    const data = statSync(join(map, 'database/data'))
    expect([uid === 0, data.uid === uid, data.mode & 0o777]).toEqual([false, true, 0o700])
    await postgres.stop()
  })

  test.each(ordinary)('werkt voor %s, en daarna voor root in diezelfde map', async (_, account) => {
    const map = join(folder, 'van-gebruiker')
    mkdirSync(map, { mode: 0o700 })
    chownSync(map, account.uid, account.gid)
    for (const round of [1, 2]) {
      const held = await hold(map, account)
      expect(await query(held.url, `select ${round} as een`)).toEqual([{ een: round }])
      expect(statSync(`/proc/${serverPid(map)}`).uid).toBe(account.uid)
      await letGo(held)
    }
    const root = await startPostgres({ map, ...QUICK })
    expect(statSync(`/proc/${serverPid(map)}`).uid).toBe(account.uid)
    const joined = await hold(map, account)
    expect(joined.started).toBe(false)
    await letGo(joined)
    await root.stop()
    await letGo(await hold(map, account))
  })

  test.runIf(othersCanRun)('een gewone gebruiker krijgt bij de map van een ander een duidelijke zin', async () => {
    const map = usedMap()
    await (await startPostgres({ map, ...QUICK })).stop()
    await expect(hold(map, NOBODY)).rejects.toThrow(/andere gebruiker/)
    await expect(hold('/root/nergens', NOBODY)).rejects.toThrow(/Kies met OVERLAP_MAP/)
  })
})

test.runIf(ordinary.length < 2)('overgeslagen wat dit systeem niet toelaat', ({ annotate }) =>
  annotate(
    isRoot ? 'proeven als gewone gebruiker, met of zonder naam' : 'proeven als root: dit is een gewone gebruiker',
  ),
)
