/** Where a pool connects to, and as which role. */
export type Connection = { connectionString: string; options?: string }

export type Database = {
  /** Owner of all objects: migrations and the job runner only. */
  eigenaarUrl: string
  /** The program's own role, that owns nothing. */
  app: Connection
  /** Lets go of an embedded server; the last process that uses it stops it. */
  stop: () => Promise<void>
}
