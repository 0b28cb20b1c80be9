import type { Task } from 'graphile-worker'
import { makeContext, SYSTEEM, type Diensten } from '../diensten.ts'
import { archiveerStukken } from '../domain/act/brief/archiveer-stukken.ts'
import { vraagVerwerking } from '../domain/act/brief/verstuur-brief.ts'
import { verwerkBrief } from '../domain/act/brief/verwerk-brief.ts'
import { verstuurPlanbericht } from '../domain/act/verbeterplan/verstuur-planbericht.ts'
import { verstuurTafelbericht } from '../domain/act/overlegtafel/verstuur-tafelbericht.ts'
import { stelVernietigingenVoor } from '../domain/check/bewaren/stel-vernietigingen-voor.ts'
import { hervatVernietigingen, voerVernietigingUit } from '../domain/check/bewaren/voer-vernietiging-uit.ts'
import { volgEscalaties } from '../domain/act/escalatie/volg-escalaties.ts'
import { volgGesprekken } from '../domain/act/gesprek/volg-gesprekken.ts'
import { volgJaarplanning } from '../domain/act/gesprek/volg-jaarplanning.ts'
import { volgOverlegtafels } from '../domain/act/overlegtafel/volg-overlegtafels.ts'
import { volgTafeljaar } from '../domain/act/overlegtafel/volg-tafeljaar.ts'
import { maakTermijnbevinding } from '../domain/check/bevinding/maak-termijnbevinding.ts'
import { verstuurGespreksbericht } from '../domain/act/gesprek/verstuur-gespreksbericht.ts'
import { werkGesprekkenBij } from '../domain/act/gesprek/werk-gesprekken-bij.ts'
import { controleerClientenstops } from '../domain/act/escalatie/controleer-clientenstops.ts'
import { controleerCertificaten } from '../domain/check/bevinding/controleer-certificaten.ts'
import { controleerOvereenkomsten } from '../domain/check/bevinding/controleer-overeenkomsten.ts'
import { verzegelInzage } from '../domain/check/inzage/verzegel-inzage.ts'
import { berekenKpis } from '../domain/check/kpi/bereken-kpis.ts'
import { volgVaststelling } from '../domain/check/kpi/volg-vaststelling.ts'
import { beoordeelBerichten } from '../domain/do/bericht/beoordeel-berichten.ts'
import { ruimToegangOp } from '../domain/plan/account/ruim-toegang-op.ts'
import { verstuurMail } from '../domain/plan/account/verstuur-mail.ts'
import { zoekHerstelverzoekUit } from '../domain/plan/account/zoek-herstelverzoek-uit.ts'
import { herinner } from '../domain/plan/kalender/herinner.ts'
import { volgTermijnen } from '../domain/plan/kalender/volg-termijnen.ts'
import { listRegios } from '../domain/plan/inrichting/list-regios.ts'
import { enqueue, type Jobs } from '../domain/jobs.ts'
import { schrijfAnker } from '../platform/audit-controle.ts'
import type { Context } from '../platform/context.ts'
import { inTransaction } from '../platform/transaction.ts'
import { ruimBeurtenOp } from '../platform/beurten.ts'

type Handlers = { [Name in keyof Jobs]: (payload: Jobs[Name]) => Promise<unknown> }

/** One line per job; the compiler reports a job that has no handler. Each opens its transaction as the region of its payload. */
export function makeTasks(diensten: Diensten): Record<string, Task> {
  const als = (regioId: string) => makeContext(diensten, regioId, SYSTEEM)
  const handlers: Handlers = {
    'beoordeel-berichten': ({ regioId }) => beoordeelBerichten(als(regioId)),
    'bereken-kpis': ({ regioId }) => berekenKpis(als(regioId), {}),
    'controleer-overeenkomsten': ({ regioId }) => controleerOvereenkomsten(als(regioId)),
    'controleer-certificaten': ({ regioId }) => controleerCertificaten(als(regioId)),
    'stel-vernietigingen-voor': ({ regioId }) => stelVernietigingenVoor(als(regioId)),
    vernietig: ({ regioId, vernietigingId }) => voerVernietigingUit(als(regioId), vernietigingId),
    'volg-termijnen': ({ regioId }) => volg(als(regioId)),
    'herinner-aan-termijnen': ({ regioId }) => herinner(als(regioId)),
    'herinner-elk-uur': () => herinnerElkUur(diensten),
    'maak-termijnbevinding': ({ regioId, termijnId }) => maakTermijnbevinding(als(regioId), termijnId),
    'controleer-clientenstops': ({ regioId }) => controleerClientenstops(als(regioId)),
    'controleer-dagelijks': () => controleerDagelijks(diensten),
    'werk-gesprekken-bij': ({ regioId }) => werkGesprekkenBij(als(regioId)),
    'verstuur-gespreksbericht': ({ regioId, berichtId }) =>
      verstuurGespreksbericht(als(regioId), berichtId, diensten.post),
    'verwerk-brief': ({ regioId, ontvangerId }) => verwerkBrief(als(regioId), ontvangerId, diensten.post),
    'archiveer-stukken': ({ regioId }) => archiveerStukken(als(regioId)),
    'verstuur-mail': ({ regioId, mailId }) => verstuurMail(als(regioId), mailId, diensten.post),
    'verstuur-tafelbericht': ({ regioId, berichtId }) => verstuurTafelbericht(als(regioId), berichtId, diensten.post),
    'verstuur-planbericht': ({ regioId, berichtId }) => verstuurPlanbericht(als(regioId), berichtId, diensten.post),
    'zoek-herstelverzoek-uit': ({ regioId, verzoekId }) => zoekHerstelverzoekUit(als(regioId), verzoekId),
    'ruim-toegang-op': () => ruimOp(diensten),
    'schrijf-anker': () => schrijfAnkers(diensten),
    'verzegel-inzage': () => verzegelAlles(diensten),
  }
  return Object.fromEntries(
    Object.entries(handlers).map(([naam, handler]) => [
      naam,
      async (payload: unknown) => {
        await (handler as (payload: unknown) => Promise<unknown>)(payload)
      },
    ]),
  )
}

/** What only time changes: each region is looked at by jobs of its own, so that one that fails holds up no other. */
async function controleerDagelijks(diensten: Diensten) {
  for (const { id: regioId } of await listRegios(diensten.db)) {
    const ctx = makeContext(diensten, regioId, SYSTEEM)
    await enqueue(ctx, 'controleer-overeenkomsten', { regioId }, `controleer-overeenkomsten:${regioId}`)
    await enqueue(ctx, 'controleer-certificaten', { regioId }, `controleer-certificaten:${regioId}`)
    await enqueue(ctx, 'stel-vernietigingen-voor', { regioId }, `stel-vernietigingen-voor:${regioId}`)
    await hervatVernietigingen(ctx)
    await enqueue(ctx, 'volg-termijnen', { regioId }, `volg-termijnen:${regioId}`)
    await enqueue(ctx, 'werk-gesprekken-bij', { regioId }, `werk-gesprekken-bij:${regioId}`)
    await enqueue(ctx, 'controleer-clientenstops', { regioId }, `controleer-clientenstops:${regioId}`)
    await enqueue(ctx, 'archiveer-stukken', { regioId }, `archiveer-stukken:${regioId}`)
  }
}

/** Every date that is recorded elsewhere, in the calendar: each room follows its own. */
export async function volg(ctx: Context): Promise<void> {
  await volgTermijnen(ctx)
  await volgVaststelling(ctx)
  await volgEscalaties(ctx)
  await volgGesprekken(ctx)
  await volgJaarplanning(ctx)
  await volgOverlegtafels(ctx)
  await volgTafeljaar(ctx)
}

/** Reminders that are due: a region each, so that one that fails holds up no other. */
async function herinnerElkUur(diensten: Diensten) {
  for (const { id: regioId } of await listRegios(diensten.db)) {
    const ctx = makeContext(diensten, regioId, SYSTEEM)
    await enqueue(ctx, 'herinner-aan-termijnen', { regioId }, `herinner-aan-termijnen:${regioId}`)
    // letters whose worker was killed wait no longer than this
    await inTransaction(ctx, (ctx) => vraagVerwerking(ctx, null))
  }
}

/** A seal over what was recorded of reading cases, in the chain of every region. */
export async function verzegelAlles(diensten: Diensten): Promise<void> {
  for (const { id } of await listRegios(diensten.db)) await verzegelInzage(makeContext(diensten, id, SYSTEEM))
}

/** Head and length of every chain, in one file of the day. */
export async function schrijfAnkers(diensten: Diensten): Promise<string> {
  const regios = await listRegios(diensten.db)
  return schrijfAnker(
    regios.map(({ id, naam }) => ({ ...makeContext(diensten, id, SYSTEEM), regioNaam: naam })),
    diensten.map,
    diensten.clock.today(),
  )
}

/** What sign-in left behind, in every region, and the counters that stand apart from regions. */
async function ruimOp(diensten: Diensten): Promise<void> {
  for (const { id } of await listRegios(diensten.db)) await ruimToegangOp(makeContext(diensten, id, SYSTEEM))
  await ruimBeurtenOp(diensten.db, diensten.clock.now())
}
