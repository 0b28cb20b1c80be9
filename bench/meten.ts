import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds that `werk` took, by the clock, and what it gave. */
export async function klok<T>(werk: () => Promise<T>): Promise<{ ms: number; uitkomst: T }> {
  const begin = performance.now()
  const uitkomst = await werk()
  return { ms: performance.now() - begin, uitkomst }
}

/** The value below which `deel` (0–1) of the numbers lie: nearest rank. */
export function kwantiel(getallen: number[], deel: number): number {
  const oplopend = [...getallen].sort((a, b) => a - b)
  return oplopend[Math.max(0, Math.ceil(deel * oplopend.length) - 1)] ?? Number.NaN
}

export function mediaan(getallen: number[]): number {
  return (kwantiel(getallen, 0.5) + kwantiel(getallen, 0.5 + 1e-9)) / 2
}

/** Milliseconds of CPU that the server with this pid and all its processes used, ended ones included. NaN where /proc is missing. */
export function cpuVanBoom(pid: number): number {
  try {
    const kinderen = readdirSync('/proc').filter((naam) => /^\d+$/.test(naam) && ouder(naam) === pid)
    const levend = [String(pid), ...kinderen].reduce((som, naam) => som + draaitijd(naam), 0)
    return (
      levend +
      velden(String(pid))
        .slice(13, 15)
        .reduce((som, tikken) => som + Number(tikken) * 10, 0)
    )
  } catch {
    return Number.NaN
  }
}

/** Nanoseconds on a core, finer than the ticks in stat; a process that just ended counts with its parent. */
function draaitijd(naam: string): number {
  try {
    return Number(readFileSync(`/proc/${naam}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return 0
  }
}

function ouder(naam: string): number {
  try {
    return Number(velden(naam)[1])
  } catch {
    return -1
  }
}

/** Fields of stat after the name of the program (which may hold spaces): 0 state, 1 ppid, 11 utime, …, 13 cutime, 14 cstime. */
function velden(naam: string): string[] {
  const tekst = readFileSync(`/proc/${naam}/stat`, 'utf8')
  return tekst.slice(tekst.lastIndexOf(')') + 2).split(' ')
}

/** Resident memory in MB, now and at its highest. NaN where /proc is missing. */
export function geheugen(pid: number): { nu: number; hoogste: number } {
  try {
    const tekst = readFileSync(`/proc/${pid}/status`, 'utf8')
    const mb = (veld: string) => Number(new RegExp(`${veld}:\\s+(\\d+)`).exec(tekst)?.[1]) / 1024
    return { nu: mb('VmRSS'), hoogste: mb('VmHWM') }
  } catch {
    return { nu: Number.NaN, hoogste: Number.NaN }
  }
}
