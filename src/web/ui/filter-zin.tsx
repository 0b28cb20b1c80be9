import type { ReactNode } from 'react'

export type FilterDeel =
  | string
  | { naam: string; label: string; waarde: string; opties: { waarde: string; label: string }[] }
  | { soort: 'tekst'; naam: string; label: string; waarde: string; plaats?: string }

type Props = {
  actie: string
  /** Words and fields in the order of the sentence */
  delen: FilterDeel[]
  /** What else the URL keeps, such as the order */
  verborgen?: Record<string, string>
  /** At the right, e.g. `<Uitvoer/>` */
  einde?: ReactNode
}

/** A filter that reads as a sentence: "Toon alle aanbieders met elk onderwerp". A GET form: the URL keeps the choice. */
export function FilterZin({ actie, delen, verborgen = {}, einde }: Props) {
  return (
    <div className="ov-zin">
      <form action={actie} method="get" data-filter role="search" aria-label="Filter">
        {delen.map((deel, i) => (
          <Deel key={i} deel={deel} />
        ))}
        {Object.entries(verborgen).map(([naam, waarde]) => (
          <input key={naam} type="hidden" name={naam} value={waarde} />
        ))}
        <button type="submit" className="ov-zin-pas ams-button ams-button--secondary ov-knop-klein">
          Toepassen
        </button>
      </form>
      {einde !== undefined && <div className="ov-zin-einde">{einde}</div>}
    </div>
  )
}

function Deel({ deel }: { deel: FilterDeel }) {
  if (typeof deel === 'string') return <span>{deel}</span>
  const id = `f-${deel.naam}`
  return (
    <>
      <label className="ams-visually-hidden" htmlFor={id}>
        {deel.label}
      </label>
      {'opties' in deel ? (
        <select id={id} name={deel.naam} defaultValue={deel.waarde}>
          {deel.opties.map((optie) => (
            <option key={optie.waarde} value={optie.waarde}>
              {optie.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          type="search"
          id={id}
          name={deel.naam}
          defaultValue={deel.waarde}
          placeholder={deel.plaats}
          autoComplete="off"
        />
      )}
    </>
  )
}
