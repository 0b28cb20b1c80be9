type Gebonden = { overeenkomsten: readonly { id: string }[] }

/** Who is there for one overeenkomst (CTR-01, CTR-04): first who is there for it by name, then who is there for all of them. */
export function contactpersonenVoor<P extends Gebonden>(contactpersonen: readonly P[], overeenkomstId: string): P[] {
  const eigen = contactpersonen.filter(({ overeenkomsten }) => overeenkomsten.some(({ id }) => id === overeenkomstId))
  return [...eigen, ...contactpersonen.filter(({ overeenkomsten }) => overeenkomsten.length === 0)]
}
