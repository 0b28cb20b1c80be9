import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { asRegion } from '../../../platform/transaction.ts'
import type { Bron } from '../../begrippen/bron.ts'
import type { Looptijd } from '../../begrippen/termijn.ts'
import { Kalender } from '../../begrippen/werkdagen.ts'
import type { Verstrijktaak } from '../../jobs.ts'
import type { Rol } from '../../rechten.ts'
import { leesRegelsetdelen } from '../inrichting/lees-regelset.ts'
import { leesInhoud } from '../inrichting/regelset-inhoud.ts'
import { Termijnen } from '../inrichting/regelset.ts'
import { berekenMet, gegevenDag, type Berekend } from './berekening.ts'
import { Herinneringsregels, ritmeVan } from './herinneringsregels.ts'
import { eersteHerinnering, ochtend } from './volgende-herinnering.ts'

/** Who must act: the aanbieder; or in the region one person, else who has this function at the aanbieder or overeenkomst, else this role. */
export type Wie = { kant: 'aanbieder' } | { kant: 'regio'; rol: Rol; gebruikerId?: string | null }

/** A term of the regelset by its code; one that was agreed for this case; or a day that was given. */
export type Termijnregel =
  | { code: string }
  | { looptijd: Looptijd; naam: string; bron: Bron | null }
  | { datum: Temporal.PlainDate; bron?: Bron | null }

export type NieuweTermijn = {
  /** What the term is of: a kind ("gesprek", "escalatie") and which one. */
  bron: string
  bronId: string
  /** Which of the terms of that thing; by default the code, else "termijn". One that is open under this name is planned anew. */
  sleutel?: string
  titel: string
  regel: Termijnregel
  startdatum: Temporal.PlainDate
  /** What started it, in words; by default those of the regelset. */
  startgebeurtenis?: string
  wie: Wie
  over?: { aanbiederId?: string | null; overeenkomstId?: string | null }
  /** What follows when nobody acts, as a sentence. */
  gevolg?: string
  /** "moment": something takes place then and is over; by default somebody must have acted. */
  aard?: 'uiterlijk' | 'moment'
  /** Queued with the id of the term when it passes. */
  bijVerstrijken?: Verstrijktaak
}

/**
 * Puts a term in the calendar, in the caller's transaction: counts it, keeps how, and sets the first reminder (TRM-01). The caller has
 * authorised its own act. Gives the id and the last day, which still belongs to the term (TRM-03). Throws when the code is unknown.
 */
export function planTermijn(
  ctx: Context,
  nieuw: NieuweTermijn,
): Promise<{ id: string; einddatum: Temporal.PlainDate }> {
  return asRegion(ctx, async () => {
    const { berekend, code, startgebeurtenis, regels } = await bereken(ctx, nieuw)
    const { bron, bronId, titel, startdatum, wie, over = {}, aard = 'uiterlijk', bijVerstrijken = null } = nieuw
    const sleutel = nieuw.sleutel ?? code ?? 'termijn'
    const { einddatum } = berekend
    const eerste = eersteHerinnering({ einddatum, aard }, ritmeVan(regels, { code, bron }), regels.maximum, ctx.today)
    const regio = wie.kant === 'regio' ? wie : null
    const { rows } = await sql<{ id: string }>`
      insert into termijn (regio_id, bron, bron_id, sleutel, titel, aard, code, startgebeurtenis, startdatum, berekening, einddatum,
        kant, rol, gebruiker_id, aanbieder_id, overeenkomst_id, gevolg, taak_bij_verstrijken, volgende_herinnering_op, gepland_op, gewijzigd_op)
      values (${ctx.regioId}, ${bron}, ${bronId}, ${sleutel}, ${titel}, ${aard}, ${code}, ${startgebeurtenis}, ${startdatum},
        ${JSON.stringify(berekend.opslag)}::jsonb, ${einddatum}, ${wie.kant}, ${regio?.rol ?? null}, ${regio?.gebruikerId ?? null},
        ${over.aanbiederId ?? null}, ${over.overeenkomstId ?? null}, ${nieuw.gevolg ?? ''}, ${bijVerstrijken},
        ${eerste && ochtend(eerste)}, ${ctx.now}, ${ctx.now})
      on conflict (regio_id, bron, bron_id, sleutel) where gesloten_op is null do update set
        titel = excluded.titel, aard = excluded.aard, code = excluded.code, startgebeurtenis = excluded.startgebeurtenis,
        startdatum = excluded.startdatum, berekening = excluded.berekening, einddatum = excluded.einddatum, kant = excluded.kant,
        rol = excluded.rol, gebruiker_id = excluded.gebruiker_id, aanbieder_id = excluded.aanbieder_id,
        overeenkomst_id = excluded.overeenkomst_id, gevolg = excluded.gevolg, taak_bij_verstrijken = excluded.taak_bij_verstrijken,
        stand = 'loopt', volgende_herinnering_op = excluded.volgende_herinnering_op, herinneringen = 0,
        uitgesteld_tot = null, uitstel_reden = null, uitgesteld_door = null, gewijzigd_op = excluded.gewijzigd_op
      returning id`.execute(ctx.db)
    const id = rows[0]!.id
    await recordEvent(ctx, {
      soort: 'termijn:gepland',
      onderwerp: { type: 'termijn', id },
      gegevens: { bron, bronId, titel, startdatum: startdatum.toString(), einddatum: einddatum.toString(), wie },
    })
    return { id, einddatum }
  })
}

type Uitgerekend = { berekend: Berekend; code: string | null; startgebeurtenis: string; regels: Herinneringsregels }

async function bereken(
  ctx: Context,
  { regel, startdatum, startgebeurtenis, titel }: NieuweTermijn,
): Promise<Uitgerekend> {
  const delen = await leesRegelsetdelen(ctx, ['termijnen', 'feestdagen', 'herinneringen'], ctx.today)
  const regels = leesInhoud(Herinneringsregels, delen.herinneringen.inhoud)
  const kalender = leesInhoud(Kalender, delen.feestdagen.inhoud)
  const zonderCode = { code: null, regels, startgebeurtenis: startgebeurtenis ?? titel }
  if ('datum' in regel) {
    return {
      ...zonderCode,
      berekend: gegevenDag(regel.datum, { regel: titel, bron: regel.bron ?? null, versie: null }),
    }
  }
  if ('looptijd' in regel) {
    const { looptijd, naam, bron } = regel
    return { ...zonderCode, berekend: berekenMet(looptijd, startdatum, kalender, { regel: naam, bron, versie: null }) }
  }
  const termijn = leesInhoud(Termijnen, delen.termijnen.inhoud).termijnen.find(({ code }) => code === regel.code)
  if (!termijn) throw new Error(`The regelset has no term ${regel.code}`)
  return {
    code: termijn.code,
    regels,
    startgebeurtenis: startgebeurtenis ?? termijn.startgebeurtenis,
    berekend: berekenMet(termijn, startdatum, kalender, {
      regel: termijn.naam,
      bron: termijn.bron,
      versie: `termijnen, versie ${delen.termijnen.versie}`,
    }),
  }
}
