import pino from 'pino'

/** Structured log to stderr. Only what is named here by the caller; never a form, a query, a file or an error's parameters. */
export function makeLog(level: string) {
  return pino(
    {
      level,
      base: null,
      serializers: {
        // PostgreSQL puts values in `detail`, `where` and `parameters`: only the name, code and place of an error are logged.
        err: (error: unknown) =>
          error instanceof Error
            ? {
                name: error.name,
                code: 'code' in error ? error.code : undefined,
                stack: error.stack
                  ?.split('\n')
                  .filter((line) => line.startsWith('    at '))
                  .join('\n'),
              }
            : { name: 'unknown' },
      },
    },
    pino.destination({ fd: 2, sync: true }),
  )
}

export type Log = ReturnType<typeof makeLog>
