import { kiesSoort, leesRegelsVan, type Regels } from '../../domain/act/gesprek/lees-gespreksregels.ts'
import type { Gesprekssoort } from '../../domain/act/gesprek/gespreksregels.ts'
import { listVerplaatsingen, type Verplaatst } from '../../domain/act/gesprek/list-verplaatsingen.ts'
import { listReacties, type Verslagreactie } from '../../domain/act/gesprek/list-verslag.ts'
import { nummerAgenda } from '../../domain/act/gesprek/nummer-agenda.ts'
import {
  findGesprek,
  listAgendapunten,
  listDeelnemers,
  listGesprekOvereenkomsten,
  type Agendapunt,
  type Deelnemer,
  type Gesprek,
} from '../../domain/act/gesprek/queries.ts'
import { reactiestand, type Reactiestand } from '../../domain/act/gesprek/reactiestand.ts'
import type { Context } from '../../platform/context.ts'
import type { Raam } from '../ui/pagina.tsx'

export type Genummerd = Agendapunt & { nummer: string; diepte: number }

/** What stands around every page of one meeting. */
export type Kader = {
  raam: Raam
  ctx: Context
  gesprek: Gesprek
  soort: Gesprekssoort
  regels: Regels
  deelnemers: Deelnemer[]
  punten: Genummerd[]
  overeenkomsten: { id: string; nummer: string; onderwerp: string }[]
  verplaatsingen: Verplaatst[]
  reacties: Verslagreactie[]
  reactie: Reactiestand
}

export async function leesKader(ctx: Context, raam: Raam, id: string): Promise<Kader> {
  const gesprek = await findGesprek(ctx, id)
  const regels = await leesRegelsVan(ctx, gesprek.regelsetdeelId)
  const reacties = gesprek.gedeeldOp ? await listReacties(ctx, id) : []
  return {
    raam,
    ctx,
    gesprek,
    regels,
    soort: kiesSoort(regels.regels, gesprek.soort),
    deelnemers: await listDeelnemers(ctx, id),
    punten: nummerAgenda(await listAgendapunten(ctx, id)),
    overeenkomsten: await listGesprekOvereenkomsten(ctx, id),
    verplaatsingen: await listVerplaatsingen(ctx, id),
    reacties,
    reactie: reactiestand(
      reacties.map(({ soort, verwerktOp }) => ({ soort, verwerkt: verwerktOp !== null })),
      gesprek.reactieUiterlijk,
      ctx.now,
    ),
  }
}
