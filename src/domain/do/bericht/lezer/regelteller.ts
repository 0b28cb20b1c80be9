/** Tells the line (from 1) of an offset in the text, as the fast reader counts offsets: CR/LF and CR are one line end. Asked in order it reads the text once. */
export function maakRegelteller(origineel: string): (offset: number) => number {
  let tekst: string | null = null
  let plek = 0
  let regel = 1
  return (offset) => {
    tekst ??= origineel.replace(/\r\n?/g, '\n')
    if (offset < plek) {
      plek = 0
      regel = 1
    }
    for (let einde = tekst.indexOf('\n', plek); einde !== -1 && einde < offset; einde = tekst.indexOf('\n', plek)) {
      plek = einde + 1
      regel++
    }
    return regel
  }
}
