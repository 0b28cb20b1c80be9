import type { Bekend, Gelezen } from '../gelezen.ts'
import type { Telling } from '../inleesronde.ts'
import { plaatsTekst } from '../plaats.ts'
import type { Bestandsregel } from './bestanden.ts'
import { vingerafdruk } from './berichten.ts'

/** The first file with a new message is gelezen, every other with that content dubbel. */
export function bestandsregels(
  groep: readonly Gelezen[],
  ids: ReadonlyMap<string, number>,
  nieuw: Set<number>,
): Bestandsregel[] {
  return groep.map((gelezen) => {
    if ('fout' in gelezen) {
      const { plek, kop, fout, naam } = gelezen
      return {
        id: plek,
        naam,
        ...leeg,
        ...kopVan(kop),
        uitkomst: 'afgekeurd',
        ...fout,
        plaats: plaatsTekst(fout.plaats),
      }
    }
    const berichtId = ids.get(vingerafdruk(gelezen.goed))!
    const uitkomst = nieuw.delete(berichtId) ? 'gelezen' : 'dubbel'
    return {
      id: gelezen.plek,
      naam: gelezen.naam,
      ...leeg,
      uitkomst,
      berichtId,
    }
  })
}

const leeg = {
  soort: null,
  afzender: null,
  ontvanger: null,
  identificatie: null,
  dagtekening: null,
  berichtId: null,
  code: null,
  melding: null,
  plaats: null,
}

function kopVan({ wet, soort, afzender, ontvanger, identificatie, dagtekening }: Bekend) {
  return {
    soort: wet !== undefined && soort !== undefined ? wet + soort : null,
    afzender: afzender ?? null,
    ontvanger: ontvanger ?? null,
    identificatie: identificatie ?? null,
    dagtekening: dagtekening ?? null,
  }
}

/** Counts files by what became of them. */
export function telRegels(regels: readonly Bestandsregel[]): Telling {
  const aantal = (gezocht: Bestandsregel['uitkomst']) => regels.filter(({ uitkomst }) => uitkomst === gezocht).length
  return {
    bestanden: regels.length,
    verwerkt: aantal('gelezen'),
    dubbel: aantal('dubbel'),
    afgekeurd: aantal('afgekeurd'),
  }
}
