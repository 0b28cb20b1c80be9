import { alsMail, type Mailinhoud } from '../../plan/account/mailtekst.ts'

export type Berichtsoort = 'gevraagd' | 'ingetrokken'

type Gegevens = {
  naam: string
  aanbieder: string
  regio: string
  nummer: string
  /** "11 december 2026" */
  uiterlijk: string
  url: string
  link: string
}

/** A mail about a plan that was asked, or is no longer. What falls short is read in Overlap: a mail is read by more people. */
export function maakPlanmail(soort: Berichtsoort, gegevens: Gegevens): Mailinhoud {
  const { aanbieder, nummer, uiterlijk, link } = gegevens
  const tekst =
    soort === 'gevraagd'
      ? {
          onderwerp: `Verbeterplan gevraagd (${nummer})`,
          alineas: [
            `De gemeenten vragen ${aanbieder} om een verbeterplan. U dient het in tot en met ${uiterlijk}.`,
            'In Overlap leest u wat wij vragen en waarom, en vult u het plan in:',
            link,
            'Werkt u niet in Overlap? Neem dan contact op met uw contractmanager.',
          ],
        }
      : {
          onderwerp: `Verbeterplan niet meer nodig (${nummer})`,
          alineas: [
            `De gemeenten vragen ${aanbieder} niet langer om verbeterplan ${nummer}. U hoeft er niets meer voor te doen.`,
            'De reden leest u in Overlap:',
            link,
          ],
        }
  return alsMail({ ...tekst, ...gegevens })
}
