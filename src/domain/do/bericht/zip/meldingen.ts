import type { Berichtfout, Redenklasse } from '../fout.ts'

function fout(code: Redenklasse, melding: string): Berichtfout {
  return { code, melding }
}

// One sentence per refusal of a zip or of one file in it.
export const meldingen = {
  leeg: fout('leeg-bestand', 'Het zipbestand is leeg. Controleer of u het juiste bestand hebt gekozen.'),
  geenZip: fout('zip-beschadigd', 'Dit is geen zipbestand. Maak het zipbestand opnieuw en stuur het nog eens.'),
  beschadigd: fout(
    'zip-beschadigd',
    'Dit bestand is beschadigd in het zipbestand. Maak het zipbestand opnieuw en stuur het nog eens.',
  ),
  methode: fout(
    'zip-beschadigd',
    'Dit bestand is ingepakt op een manier die niet wordt gelezen. Maak een gewoon zipbestand en stuur het nog eens.',
  ),
  pad: fout(
    'zip-padtraversal',
    'De naam van dit bestand wijst buiten het zipbestand. Het is niet gelezen; stuur het bericht met een gewone bestandsnaam.',
  ),
  koppeling: fout(
    'zip-koppeling',
    'Dit is geen bestand maar een koppeling naar een ander bestand. Stuur het bestand zelf.',
  ),
  versleuteld: fout(
    'zip-versleuteld',
    'Dit bestand is beveiligd met een wachtwoord. Stuur een zipbestand zonder wachtwoord.',
  ),
  genest: fout('zip-genest', 'Dit is een zipbestand in een zipbestand. Stuur het binnenste zipbestand los.'),
  bestandstype: fout(
    'bestandstype',
    'Dit bestand is geen XML en geen CSV. Stuur alleen berichten (.xml) en lijsten (.csv).',
  ),
  bom: fout('zip-bom', 'Dit bestand wordt bij het uitpakken onredelijk groot. Het is niet gelezen.'),
  teVeel: fout('zip-bom', 'In het zipbestand zitten te veel bestanden. Verdeel ze over meer zipbestanden.'),
  teGroot: fout('te-groot', 'Het bestand is groter dan 25 MB. Vraag de afzender het bericht te splitsen.'),
} as const satisfies Record<string, Berichtfout>

/** The zip ends too early; `nietGelezen` files before that place are not trusted. */
export function zipAfgebroken(nietGelezen: number): Berichtfout {
  const laatste =
    nietGelezen === 0
      ? ''
      : nietGelezen === 1
        ? ' Het laatste bestand ervan is niet gelezen.'
        : ` De laatste ${String(nietGelezen)} bestanden ervan zijn niet gelezen.`
  return fout(
    'zip-beschadigd',
    `Het zipbestand is afgebroken of beschadigd.${laatste} Maak het opnieuw en stuur het nog eens.`,
  )
}
