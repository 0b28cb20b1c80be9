import type pg from 'pg'

const MOST = 250

type Connection = { parsedStatements: Record<string, unknown> }
type Names = { byText: Map<string, string>; made: number }

const perClient = new WeakMap<pg.ClientBase, Names>()

/**
 * The name under which this connection keeps a statement parsed and planned (PostgreSQL goes over to one plan for all parameters
 * after five times, when that is as good). Of the statements it keeps, the one used longest ago makes room.
 */
export function nameOf(client: pg.ClientBase, text: string, role = ''): string {
  let names = perClient.get(client)
  if (!names) perClient.set(client, (names = { byText: new Map(), made: 0 }))
  const { byText } = names
  // no statement starts with the name of a role
  const key = role + text
  const known = byText.get(key)
  if (known !== undefined) {
    byText.delete(key)
    byText.set(key, known)
    return known
  }
  if (byText.size >= MOST) forgetOldest(client, byText)
  const name = `s${++names.made}`
  byText.set(key, name)
  return name
}

function forgetOldest(client: pg.ClientBase, byText: Map<string, string>) {
  const [text, name] = byText.entries().next().value!
  byText.delete(text)
  // pg remembers the text of every statement it prepared. What never came to that, because something before it failed, is unknown to the
  // server, and to take it away would fail: with it the transaction of somebody else.
  const { parsedStatements } = (client as unknown as { connection: Connection }).connection
  if (parsedStatements[name] === undefined) return
  Reflect.deleteProperty(parsedStatements, name)
  // It fails when the transaction failed: then one statement stays behind, under a name that is not used again.
  client.query(`deallocate ${name}`).catch(() => undefined)
}
