import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { lstat, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The operating system user that runs the server, when it is not the user that runs this program. */
export type Account = { uid: number; gid: number }

// PostgreSQL refuses to run as root. A number of our own, outside the ranges that people and services get,
// keeps the data apart from whatever else runs as `nobody` or `postgres`.
export const OVERLAP_ACCOUNT: Account = { uid: 65521, gid: 65521 }

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Owner of an existing file or folder, or undefined when it does not exist or is root's. */
export async function ownerOf(path: string): Promise<Account | undefined> {
  const found = await lstat(path).catch(() => undefined)
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined
}

/** Whether `account` may walk to `path` and read it. */
export async function canReach(path: string, account: Account): Promise<boolean> {
  let bits = 4
  for (let current = path; ; current = dirname(current)) {
    const found = await stat(current).catch(() => undefined)
    if (!found) {
      return false
    }
    const shift = found.uid === account.uid ? 6 : found.gid === account.gid ? 3 : 0
    if (((found.mode >> shift) & bits) !== bits) {
      return false
    }
    if (dirname(current) === current) {
      return true
    }
    bits = 1
  }
}

type Known = { name: string } & Account

/** Accounts in /etc/passwd, but root. */
export async function listAccounts(): Promise<Known[]> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'))
  return lines
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid }) => name !== '' && uid > 0)
}

/** Whether this process may start another as `account`: root in a container may lack the right, or know no such number. */
export async function canBecome(account: Account): Promise<boolean> {
  const { error } = await attempt(['true'], account)
  return error !== 'EPERM' && error !== 'EINVAL'
}

/**
 * Command that makes a program believe that it runs as `nobody`, while to everybody else it stays this user. Needs user
 * namespaces, so it is the last resort. Undefined when this machine does not allow it.
 */
export async function namespaceCommand(): Promise<string[] | undefined> {
  const command = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']
  const { code } = await attempt([...command, 'true'])
  return code === 0 ? command : undefined
}

async function attempt(command: string[], account?: Account): Promise<{ code?: number | null; error?: string }> {
  try {
    const child = spawn(command[0]!, command.slice(1), { ...account, cwd: '/', stdio: 'ignore' })
    const [code] = (await once(child, 'exit')) as [number | null]
    return { code }
  } catch (error) {
    return { error: (error as NodeJS.ErrnoException).code ?? 'onbekend' }
  }
}
