import type { Berichtfout, Plaats } from '../fout.ts'

// Sentences for the back office. They name elements of the standard and places in the file, never what the file says there.

const HERSTEL = 'Vraag de afzender het bericht te herstellen en opnieuw te sturen.'

/** `item`: 'Prestatie 12' when the error is inside a repeated part. */
export type Vindplaats = { regel: number; item: string | null; volgnummer: number | null }

function plaats({ regel, volgnummer }: Vindplaats, element?: string): Plaats {
  return {
    regel,
    ...(element === undefined ? {} : { element }),
    ...(volgnummer === null ? {} : { volgnummer }),
  }
}

function waar({ regel, item }: Vindplaats): string {
  return item === null ? `regel ${String(regel)}` : `regel ${String(regel)}, ${item}`
}

function schemafout(vindplaats: Vindplaats, zin: string, element?: string): Berichtfout {
  return {
    code: 'schemafout',
    melding: `${zin} (${waar(vindplaats)}). ${HERSTEL}`,
    plaats: plaats(vindplaats, element),
  }
}

export function waardeNietToegestaan(vindplaats: Vindplaats, element: string, verwacht: string): Berichtfout {
  return schemafout(vindplaats, `De waarde van ${element} is niet toegestaan; verwacht is ${verwacht}`, element)
}

export function elementOntbreekt(vindplaats: Vindplaats, element: string, ouder: string): Berichtfout {
  return schemafout(vindplaats, `In ${ouder} ontbreekt ${element} of staat het niet op zijn plaats`, element)
}

export function elementHoortNiet(vindplaats: Vindplaats, ouder: string): Berichtfout {
  return schemafout(vindplaats, `In ${ouder} staat een element dat er niet hoort of te vaak voorkomt`, ouder)
}

export function tekstHoortNiet(vindplaats: Vindplaats, ouder: string): Berichtfout {
  return schemafout(vindplaats, `In ${ouder} staat tekst op een plaats waar alleen elementen horen`, ouder)
}

export function attribuutHoortNiet(vindplaats: Vindplaats, element: string): Berichtfout {
  return schemafout(vindplaats, `Het element ${element} heeft een attribuut dat er niet hoort`, element)
}

export function nietWelgevormd(regel: number): Berichtfout {
  return {
    code: 'niet-welgevormd',
    melding: `Het bestand is geen geldige XML: op regel ${String(regel)} klopt de opbouw niet. ${HERSTEL}`,
    plaats: { regel },
  }
}

export function verkeerdeWortel(regel: number): Berichtfout {
  return {
    code: 'verkeerde-root',
    melding: `Het bestand begint niet met het element Bericht, dus het is geen iWmo- of iJw-bericht. Controleer of dit het juiste bestand is.`,
    plaats: { regel, element: 'Bericht' },
  }
}

const STANDAARD = /^http:\/\/www\.istandaarden\.nl\/(iwmo|ijw)\/([0-9]{1,2})_([0-9]{1,2})\/(wmo|jw)([0-9]{3})\/schema/
const ONGEBRUIKT = new Set(['315', '316', '317', '318', '319', '320'])

/** A namespace no description has: an older release, another message, or something else altogether. */
export function onbekendeNaamruimte(uri: string, regel: number): Berichtfout {
  const [, , hoofd = '', sub = '', , soort = ''] = STANDAARD.exec(uri) ?? []
  if (hoofd === '3' && sub === '2' && ONGEBRUIKT.has(soort)) {
    return {
      code: 'soort-niet-ondersteund',
      melding: `Dit is een ${soort}-bericht. Overlap gebruikt verzoeken en antwoorden (315 tot en met 320) niet; u hoeft niets te doen.`,
      plaats: { regel },
    }
  }
  const oud = hoofd === '' || (hoofd === '3' && sub === '2')
  const melding = oud
    ? 'Het bestand is geen bericht van iWmo 3.2 of iJw 3.2. Controleer of dit het juiste bestand is.'
    : `Dit bericht is van release ${hoofd}.${sub}. Alleen berichten van iWmo 3.2 en iJw 3.2 worden gelezen; vraag de afzender om die release.`
  return { code: 'onbekende-namespace', melding, plaats: { regel } }
}
