import { randomBytes } from 'node:crypto'
import { chmod, chown, lstat, mkdir, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { Stop } from '../errors.ts'
import { type Account, canBecome, canReach, isRoot, namespaceCommand, OVERLAP_ACCOUNT, ownerOf } from './account.ts'

/** Where the server's files are, and who runs it. */
export type Place = {
  folder: string
  /** Undefined when this user runs it itself. */
  account: Account | undefined
  /** Command that goes before the server's own; empty unless root can become nobody else. */
  wrapper: string[]
}

/** Makes `map` when it is missing and gives its real path. */
export async function prepareMap(map: string): Promise<string> {
  try {
    await mkdir(map, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
    const real = await realpath(map)
    // The server's account must be able to walk through; it cannot list what is inside.
    if (isRoot() && (await stat(real)).uid === 0) {
      await chmod(real, ((await stat(real)).mode & 0o777) | 0o011)
    }
    return real
  } catch {
    throw new Stop(`De map ${map} is niet te gebruiken. Kies met OVERLAP_MAP een map waarin u mag schrijven.`)
  }
}

/**
 * Finds the database folder of `map`, or makes it. It is `map/database`; when the server's account cannot work there (root
 * with a folder only root can read, a disk without owners) that is a link to a folder elsewhere.
 */
export async function preparePlace(map: string): Promise<Place> {
  const link = join(map, 'database')
  const existing = await realpath(link).catch(() => undefined)
  const { account, wrapper } = await chooseRunner(map)

  if (existing && (await isSuitable(existing, account))) {
    await assertOnlyMap(existing, map)
    return { folder: existing, account, wrapper }
  }
  if (!existing && (await lstat(link).catch(() => undefined))) {
    throw new Stop(`De map waar ${link} naar verwijst, is er niet meer. Zet die terug of verwijder de verwijzing.`)
  }
  if (!existing) {
    await mkdir(link, { mode: 0o711 })
    const owner = await ownerOf(map)
    if (owner && isRoot()) {
      await chown(link, owner.uid, owner.gid)
    }
    if (await isSuitable(link, account)) {
      return { folder: link, account, wrapper }
    }
  }
  if (await lstat(join(link, 'data')).catch(() => undefined)) {
    throw new Stop(`Het databaseproces kan niet bij ${link}. Geef de mappen daarboven het recht "openen" (chmod o+x).`)
  }
  const folder = await makeElsewhere()
  await writeFile(join(folder, 'map'), map)
  await rm(link, { recursive: true })
  await symlink(folder, link)
  return { folder, account, wrapper }
}

/** PostgreSQL refuses root: then the owner of what is there runs it, else a number of our own. */
async function chooseRunner(map: string): Promise<Omit<Place, 'folder'>> {
  if (!isRoot()) {
    return { account: undefined, wrapper: [] }
  }
  const account = (await ownerOf(join(map, 'database/data'))) ?? (await ownerOf(map)) ?? OVERLAP_ACCOUNT
  if (await canBecome(account)) {
    return { account, wrapper: [] }
  }
  const wrapper = await namespaceCommand()
  if (!wrapper) {
    throw new Stop(
      'De database kan hier niet als root draaien. Start Overlap als gewone gebruiker of gebruik DATABASE_URL.',
    )
  }
  return { account: undefined, wrapper }
}

/** Folders outside `map` that are safe to use: ours alone to write, and readable for the server's account. */
export async function makeElsewhere(name = randomBytes(8).toString('hex')): Promise<string> {
  const bases = isRoot() ? ['/var/lib/overlap', '/var/tmp/overlap'] : [join(homedir(), '.local/state/overlap')]
  for (const base of bases) {
    try {
      await mkdir(base, { recursive: !isRoot(), mode: 0o711 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        continue
      }
    }
    const found = await lstat(base)
    if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0) {
      await chmod(base, 0o711)
      const folder = join(base, name)
      await mkdir(folder, { recursive: true, mode: 0o711 })
      await chmod(folder, 0o711)
      return folder
    }
  }
  throw new Stop(
    `Er is geen plek voor de database: maak de map ${bases[0]} aan, of kies met OVERLAP_MAP een map die iedereen mag openen.`,
  )
}

async function isSuitable(folder: string, account: Account | undefined): Promise<boolean> {
  if (process.platform === 'win32') {
    return true
  }
  await chmod(folder, 0o711)
  const probe = join(folder, `proef-${randomBytes(4).toString('hex')}`)
  try {
    // Network disks and disks of other systems may ignore modes and owners; PostgreSQL insists on both.
    await mkdir(probe, { mode: 0o700 })
    if (account) {
      await chown(probe, account.uid, account.gid)
    }
    const made = await stat(probe)
    const right = (made.mode & 0o777) === 0o700 && (!account || made.uid === account.uid)
    return right && (!account || (await canReach(probe, account)))
  } catch {
    if (!account) {
      throw new Stop(
        `De map ${folder} is van een andere gebruiker. Start Overlap als die gebruiker of kies OVERLAP_MAP.`,
      )
    }
    return false
  } finally {
    await rm(probe, { recursive: true, force: true })
  }
}

/** A copied `map` would share its database with the original, keys and all: refuse that. */
async function assertOnlyMap(folder: string, map: string): Promise<void> {
  const file = join(folder, 'map')
  const recorded = await readFile(file, 'utf8').catch(() => map)
  if (recorded === map) {
    return
  }
  if ((await realpath(join(recorded, 'database')).catch(() => undefined)) === folder) {
    throw new Stop(
      `De map ${map} is een kopie van ${recorded} en wijst naar dezelfde database. Verwijder ${map}/database.`,
    )
  }
  await writeFile(file, map)
}
