import { format } from 'node:util'
import { afterEach, beforeEach, vi } from 'vitest'

if (process.env['TZ'] !== 'UTC' && Temporal.Now.timeZoneId() !== 'UTC') {
  throw new Error('Tests run with TZ=UTC')
}

// React, Hono and drivers report mistakes here that otherwise nobody would read.
const written: string[] = []

beforeEach(() => {
  written.length = 0
  vi.spyOn(console, 'error').mockImplementation((...args: unknown[]) => written.push(format(...args)))
})

afterEach(() => {
  vi.restoreAllMocks()
  if (written.length > 0) {
    throw new Error(`console.error: ${written.join('\n')}`)
  }
})
