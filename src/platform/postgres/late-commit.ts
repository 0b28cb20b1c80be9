import type pg from 'pg'

/** What can take the end of the transaction before it along in its own message. */
export type Carrier = { lead: (text: string) => void }
type Client = { query: (text: string) => Promise<unknown> }

// Long enough for the next question of a busy program, too short to be in the way of anybody.
const MILLISECONDS = 5
const waiting = new WeakMap<object, NodeJS.Timeout>()

/**
 * Ends a read-only transaction in which all went well with whatever the connection is asked next, or by itself in a moment: a message
 * of its own costs a busy program and its server more than many a question.
 */
export function commitLater(client: pg.PoolClient) {
  const end = () => {
    waiting.delete(client)
    commit(client)
  }
  waiting.set(client, setTimeout(end, MILLISECONDS))
}

/** Called for each question before it is sent, so that it never falls within the transaction before it. */
export function commitBefore(client: Client, question: unknown) {
  const timer = waiting.get(client)
  if (!timer) return
  clearTimeout(timer)
  waiting.delete(client)
  if (isCarrier(question)) question.lead('commit')
  else commit(client)
}

// Nothing in it can fail but the connection, and then the transaction is gone too.
function commit(client: Client) {
  client.query('commit').catch(() => undefined)
}

function isCarrier(question: unknown): question is Carrier {
  return typeof question === 'object' && question !== null && 'lead' in question
}
