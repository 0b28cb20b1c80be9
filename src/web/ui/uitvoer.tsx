/** The same list as a file; the links keep filter and order. */
export function Uitvoer({ xlsx, csv }: { xlsx: string; csv: string }) {
  return (
    <span className="ov-uitvoer">
      <a href={xlsx} download>
        Uitvoeren naar Excel
      </a>
      <a href={csv} download>
        CSV
      </a>
    </span>
  )
}
