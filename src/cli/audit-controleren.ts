import { readFileSync } from 'node:fs'
import { makeContext, OPDRACHTREGEL, type Diensten } from '../diensten.ts'
import { controleerZegels } from '../domain/check/inzage/zegels.ts'
import { listRegios } from '../domain/plan/inrichting/list-regios.ts'
import { Anker, controleerAudit } from '../platform/audit-controle.ts'
import { Stop } from '../platform/errors.ts'
import { kiesRegio } from './regio.ts'

/** Checks the audit chain of every region (or the one named), against an anchor file when given. Exit 1 names the first broken record. */
export async function auditControleren(
  diensten: Diensten,
  opties: { regio?: string; anker?: string },
): Promise<number> {
  const regios =
    opties.regio === undefined ? await listRegios(diensten.db) : [await kiesRegio(diensten.db, opties.regio)]
  const ankers = opties.anker === undefined ? [] : leesAnkers(opties.anker)
  let stuk = 0
  for (const regio of regios) {
    const uitkomst = await controleerAudit(
      makeContext(diensten, regio.id, OPDRACHTREGEL),
      ankers.filter(({ regioId }) => regioId === regio.id),
    )
    const { zegels, fout } = await controleerZegels(makeContext(diensten, regio.id, OPDRACHTREGEL))
    if (uitkomst.fout || fout) stuk++
    console.log(
      uitkomst.fout
        ? `${regio.naam}: gebroken. Regel ${uitkomst.fout.volgnr} ${uitkomst.fout.fout}.`
        : fout
          ? `${regio.naam}: gebroken. De inzagen ${fout.na + 1} tot en met ${fout.tot} zijn anders dan regel ${fout.volgnr} van het logboek zegt.`
          : `${regio.naam}: in orde, ${uitkomst.lengte} regels${zegels > 0 ? ` en ${zegels} ${zegels === 1 ? 'zegel' : 'zegels'} op inzage` : ''}.`,
    )
  }
  for (const anker of ankers.filter(
    ({ regioId }) => opties.regio === undefined && !regios.some(({ id }) => id === regioId),
  )) {
    stuk++
    console.log(`${anker.regio}: gebroken. De regio staat in het anker, maar niet in de database.`)
  }
  return stuk > 0 ? 1 : 0
}

function leesAnkers(bestand: string): Anker[] {
  try {
    return Anker.array().parse(JSON.parse(readFileSync(bestand, 'utf8')))
  } catch {
    throw new Stop(`Het anker ${bestand} is niet te lezen, of het is geen anker van Overlap.`)
  }
}
