import type { Context } from '../../../platform/context.ts'
import { leesVersie, type Verslag } from '../gesprek/verslag.ts'
import { listVerslagversies } from '../gesprek/list-verslag.ts'
import { findGesprek, type Gesprek } from '../gesprek/queries.ts'
import { stelVerslagOp } from '../gesprek/stel-verslag-op.ts'
import type { Ladder, Stuksoort } from './ladder.ts'
import { Stapweigering } from './weiger-stap.ts'
import type { Stuk, Velden } from './zaak.ts'

/** What of a meeting says whether its minutes can be a record. */
export type Zaakgespreksoort = { soort: string; gehouden: boolean; definitief: boolean }

/** Whether a meeting of the case gives this record: `nog niet` until it was held or its minutes are final; null: another kind. */
export function geeftStuk({ uitGesprek }: Stuksoort, gesprek: Zaakgespreksoort): 'ja' | 'nog niet' | null {
  if (!uitGesprek?.soorten.includes(gesprek.soort)) return null
  return (uitGesprek.vanaf === 'definitief' ? gesprek.definitief : gesprek.gehouden) ? 'ja' : 'nog niet'
}

/** The minutes as text of a record: what was said per item, then what was decided and who does what by when. */
export function verslagtekst({ punten, besluiten, acties }: Pick<Verslag, 'punten' | 'besluiten' | 'acties'>): string {
  return [
    ...punten.filter(({ tekst }) => tekst.trim() !== '').map(({ titel, tekst }) => `${titel}: ${tekst.trim()}`),
    ...besluiten.map(({ tekst }) => `Besluit: ${tekst}`),
    ...acties.map(({ tekst, wie, einddatum }) => `Actie: ${tekst} (${wie}, uiterlijk ${einddatum})`),
  ].join('\n')
}

type Gegeven = Omit<Stuk, 'beurt'>

/**
 * Records that refer to a meeting, filled from it (ESA-02, ESA-03, ESB-13): its day, and for each field that was left empty who were there
 * and what the minutes say. Throws 422 when the meeting is not one of this case, of another kind, or too early; 404 when it may not be read.
 */
export async function vulUitGesprekken(
  ctx: Context,
  escalatieId: string,
  ladder: Ladder,
  stukken: readonly Gegeven[],
): Promise<Gegeven[]> {
  const gevuld: Gegeven[] = []
  for (const stuk of stukken) gevuld.push(stuk.gesprek ? await vul(ctx, escalatieId, ladder, stuk, stuk.gesprek) : stuk)
  return gevuld
}

async function vul(
  ctx: Context,
  escalatieId: string,
  ladder: Ladder,
  stuk: Gegeven,
  gesprekId: string,
): Promise<Gegeven> {
  const kent = ladder.stukken.find(({ code }) => code === stuk.soort)
  const gesprek = await findGesprek(ctx, gesprekId)
  const { gehoudenOp, definitiefOp, soort } = gesprek
  const stand = kent && geeftStuk(kent, { soort, gehouden: gehoudenOp !== null, definitief: definitiefOp !== null })
  if (gesprek.escalatieId !== escalatieId || !kent?.uitGesprek || !stand) {
    throw weigering(stuk, 'Dit gesprek hoort niet bij dit stuk. Kies een ander gesprek of schrijf het zelf.')
  }
  if (stand === 'nog niet') {
    throw weigering(
      stuk,
      kent.uitGesprek.vanaf === 'definitief'
        ? 'Het verslag van dit gesprek is nog niet definitief. Maak het eerst definitief of schrijf het hier zelf.'
        : 'Dit gesprek is nog niet gehouden.',
    )
  }
  const versie = (await listVerslagversies(ctx, gesprekId)).find((een) => een.soort === 'definitief')
  const verslag = versie ? leesVersie(versie).verslag : await stelVerslagOp(ctx, gesprek)
  const { tekst, aanwezig, uitgenodigd } = kent.uitGesprek.velden
  const uit: Velden = {
    [tekst]: verslagtekst(verslag),
    ...(aanwezig !== undefined && { [aanwezig]: verslag.aanwezig.join('; ') }),
    ...(uitgenodigd !== undefined && { [uitgenodigd]: dagVanUitnodiging(gesprek)?.toString() ?? '' }),
  }
  const getypt = Object.fromEntries(Object.entries(stuk.velden).filter(([, waarde]) => waarde.trim() !== ''))
  return { ...stuk, datum: gesprek.datum, velden: { ...uit, ...getypt } }
}

/** The day on which people were invited. Whom nobody invited is told of the meeting when its minutes are shared: that is no invitation. */
export function dagVanUitnodiging({
  uitgenodigdOp,
  datum,
}: Pick<Gesprek, 'uitgenodigdOp' | 'datum'>): Temporal.PlainDate | null {
  const dag = uitgenodigdOp?.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate() ?? null
  return dag && Temporal.PlainDate.compare(dag, datum) <= 0 ? dag : null
}

function weigering({ soort }: Gegeven, zin: string): Stapweigering {
  return new Stapweigering([{ soort: `stuk:${soort}:veld:gesprek`, zin, wacht: false }])
}

/** Which kind of meeting comes first for a case that asks for these records; undefined when the ladder knows none. */
export function gesprekssoortVoor(ladder: Ladder, gevraagd: readonly Stuksoort[]): string | undefined {
  const eerste = [...gevraagd, ...ladder.stukken].find(({ uitGesprek }) => uitGesprek !== null)
  return eerste?.uitGesprek?.soorten[0]
}
