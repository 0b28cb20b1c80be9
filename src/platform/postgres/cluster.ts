import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, lchown, lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Stop } from '../errors.ts'
import { type Account, listAccounts, namespaceCommand } from './account.ts'
import type { Place } from './place.ts'

export const MAJOR = '18'

/** Passwords of the three roles. They lie in the data folder itself, so that one cannot be lost without the other. */
export type Passwords = { beheer: string; eigenaar: string; app: string }

/** Makes the cluster of `place` when there is none; killed halfway, the next try starts afresh. */
export async function prepareCluster(place: Place, native: string, sync: boolean): Promise<Passwords> {
  const data = join(place.folder, 'data')
  if (!(await lstat(data).catch(() => undefined))) {
    await makeCluster(place, native, data, sync)
  }
  const version = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim()
  if (version !== MAJOR) {
    throw new Stop(`De gegevens in ${data} zijn van PostgreSQL ${version}; deze Overlap werkt met PostgreSQL ${MAJOR}.`)
  }
  return JSON.parse(await readFile(join(data, 'toegang.json'), 'utf8')) as Passwords
}

async function makeCluster(place: Place, native: string, data: string, sync: boolean): Promise<void> {
  // A killed program leaves an initdb that still writes for a second: never in the same folder.
  const name = `nieuw-${randomBytes(4).toString('hex')}`
  const [building, passwordFile] = [join(place.folder, name), join(place.folder, `${name}.wachtwoord`)]
  const passwords: Passwords = { beheer: password(), eigenaar: password(), app: password() }
  const { account, wrapper } = await chooseMaker(place)
  try {
    await mkdir(building, { mode: 0o700 })
    await writeFile(passwordFile, passwords.beheer, { mode: 0o600, flag: 'wx' })
    if (account) {
      await chown(building, account.uid, account.gid)
      await chown(passwordFile, account.uid, account.gid)
    }
    await run(
      [
        ...wrapper,
        join(native, 'bin/initdb'),
        ...['--pgdata', building, '--username', 'overlap_beheer', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
        ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
        ...['--text-search-config', 'dutch', '--no-instructions', ...(sync ? [] : ['--no-sync'])],
      ],
      account,
    )
    await writeFile(join(building, 'toegang.json'), JSON.stringify(passwords), { mode: 0o600, flush: true })
    if (place.account) {
      await chownTree(building, place.account.uid, place.account.gid)
    }
    await rename(building, data)
  } finally {
    const left = (await readdir(place.folder)).filter((entry) => entry.startsWith('nieuw-'))
    for (const entry of left) {
      await rm(join(place.folder, entry), { recursive: true, force: true }).catch(() => undefined)
    }
  }
}

function password(): string {
  return randomBytes(24).toString('base64url')
}

async function chownTree(path: string, uid: number, gid: number): Promise<void> {
  await lchown(path, uid, gid)
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const child = join(path, entry.name)
    await (entry.isDirectory() ? chownTree(child, uid, gid) : lchown(child, uid, gid))
  }
}

/** initdb, unlike the server, refuses a user that /etc/passwd does not know; any other may do its work, in its place. */
async function chooseMaker({ account, wrapper }: Place): Promise<Pick<Place, 'account' | 'wrapper'>> {
  const uid = account?.uid ?? process.getuid?.()
  const known = await listAccounts()
  if (uid === undefined || wrapper.length > 0 || known.some((one) => one.uid === uid)) {
    return { account, wrapper }
  }
  if (account) {
    const other: Account | undefined = known.find(({ name }) => name === 'nobody') ?? known.at(-1)
    return { account: other && { uid: other.uid, gid: other.gid }, wrapper }
  }
  // Not in /etc/passwd need not mean unknown: the system may ask a directory service. Then the wrapper does no harm.
  return { account, wrapper: (await namespaceCommand()) ?? [] }
}

async function run(command: string[], account: Account | undefined): Promise<void> {
  const child = spawn(command[0]!, command.slice(1), {
    ...account,
    cwd: '/',
    env: { LC_ALL: 'C', ...(process.env['PATH'] === undefined ? {} : { PATH: process.env['PATH'] }) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) {
    throw new Stop(`De database kon niet worden gemaakt: ${errors.trim()}`)
  }
}
