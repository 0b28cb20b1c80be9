import type { Context } from '../../../platform/context.ts'
import { rollen, type Rol } from '../../rechten.ts'
import { listTaken } from '../../plan/bezetting/lees-taken.ts'
import { hoedanigheden, naamVanVerslag, ontbreekt } from './aanwezigen.ts'
import { kanten } from './actie-invoer.ts'
import { kiesSoort, leesRegelsVan } from './lees-gespreksregels.ts'
import { listActies } from './list-acties.ts'
import { listBesluiten, listReacties, listVerslagteksten } from './list-verslag.ts'
import { nummerAgenda } from './nummer-agenda.ts'
import { listAgendapunten, listDeelnemers, listGesprekOvereenkomsten, type Gesprek } from './queries.ts'
import type { Verslag } from './verslag.ts'

/** The minutes of a meeting as they stand now (GES-10, GES-16). */
export async function stelVerslagOp(ctx: Context, gesprek: Gesprek): Promise<Verslag> {
  const { regels } = await leesRegelsVan(ctx, gesprek.regelsetdeelId)
  const soort = kiesSoort(regels, gesprek.soort)
  const deelnemers = await listDeelnemers(ctx, gesprek.id)
  const teksten = new Map((await listVerslagteksten(ctx, gesprek.id)).map((een) => [een.agendapuntId, een.tekst]))
  const punten = nummerAgenda(await listAgendapunten(ctx, gesprek.id))
  const overeenkomsten = await listGesprekOvereenkomsten(ctx, gesprek.id)
  const besluiten = await listBesluiten(ctx, gesprek.id)
  const reacties = await listReacties(ctx, gesprek.id)
  const { rijen: acties } = await listActies(
    ctx,
    { gesprekId: gesprek.id },
    { sorteer: 'einddatum', richting: 'op', pagina: null },
  )
  const taken = besluiten.some(({ taak }) => taak !== null)
    ? new Map((await listTaken(ctx, gesprek.gemeenteCode, ctx.today)).map(({ code, naam }) => [code, naam]))
    : new Map<string, string>()
  const wie = ({ naam, functie, hoedanigheid, contactpersoonId }: (typeof deelnemers)[number]) =>
    [naam, (contactpersoonId && functie) || hoedanigheden[hoedanigheid].toLowerCase()].join(', ')
  return {
    vorm: 1,
    naam: naamVanVerslag(soort.naam, ontbreekt(soort.aanwezig, deelnemers)),
    titel: gesprek.titel,
    doel: regels.doel.tekst,
    met: gesprek.aanbieder ?? gesprek.gemeente ?? '',
    datum: gesprek.datum.toString(),
    van: gesprek.begintijd,
    tot: gesprek.eindtijd,
    plaats: gesprek.plaats,
    overeenkomsten: overeenkomsten.map(({ nummer }) => nummer),
    aanwezig: deelnemers.filter(({ aanwezig }) => aanwezig === true).map(wie),
    afwezig: deelnemers.filter(({ aanwezig }) => aanwezig !== true).map(wie),
    punten: punten.map(({ id, nummer, titel, niveau }) => ({ nummer, titel, niveau, tekst: teksten.get(id) ?? '' })),
    besluiten: besluiten.map(({ tekst, taak, beslotenAls }) => ({
      tekst,
      maatregel: taak && (taken.get(taak) ?? taak),
      als: beslotenAls && (Object.hasOwn(rollen, beslotenAls) ? rollen[beslotenAls as Rol] : beslotenAls),
    })),
    acties: acties
      .filter(({ vervallenOp }) => vervallenOp === null)
      .map(({ tekst, eigenaar, kant, einddatum }) => ({
        tekst,
        wie: eigenaar,
        kant: kanten[kant],
        einddatum: einddatum.toString(),
      })),
    reacties: reacties.map(({ soort, tekst, gegevenDoor, gegevenOp, verwerking }) => ({
      soort,
      tekst,
      door: gegevenDoor,
      op: gegevenOp.toString(),
      verwerking,
    })),
  }
}
