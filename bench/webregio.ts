import type { Doel } from './belasting.ts'
import { type Handelmaten, vulRegio } from './generator/vul-regio.ts'
import type { Webstand, Webstart, Webvraag } from './kind/web.ts'
import { cpuVanBoom } from './meten.ts'
import { openProgramma, type Opstelling } from './opstelling.ts'
import { maakProefregio, type Proefregio } from './regio.ts'
import { startKind } from './start-kind.ts'

/** A running server on a generated region, signed in as a contract manager. */
export type Webregio = Doel & {
  overeenkomsten: number
  regio: Proefregio
  /** Aanbieders from large to small, at the same places in the order for every size. */
  aanbieders: string[]
  overeenkomst: string
  /** Cases that run, of every height; empty without `handelen`. */
  zaken: string[]
  stand: () => Promise<Webstand & { database: number }>
  stop: () => Promise<void>
}

/** Per 1,000 overeenkomsten 200 aanbieders, 8 contract managers and 4,000 toewijzingen over three years: only their number grows. */
export async function maakWebregio(
  opstelling: Opstelling,
  overeenkomsten: number,
  zaad: number,
  handelen?: Handelmaten,
): Promise<Webregio> {
  const regio = await maakProefregio(opstelling)
  const aanbieders = overeenkomsten / 5
  const maten = {
    zaad,
    overeenkomsten,
    aanbieders,
    contractmanagers: Math.max(2, overeenkomsten / 125),
    toewijzingen: overeenkomsten * 4,
    jaren: 3,
  }
  await vulRegio(regio.eigen, regio.regioId, maten, handelen)
  await reken(regio)
  const kies = async (sql: string) => (await regio.eigen.query<{ id: string }>(sql)).rows.map(({ id }) => id)
  const gebruikers = await kies(`select id from gebruiker where naam = 'Contractmanager 1'`)
  const web = await startWeb(regio, gebruikers[0]!)
  return {
    ...web.doel,
    overeenkomsten,
    regio,
    aanbieders: await kies(
      `select id from (select id, row_number() over (order by agb) as nr from aanbieder) where nr % ${aanbieders / 20} = 0 order by nr`,
    ),
    overeenkomst: (await kies(`select id from overeenkomst order by nummer offset ${overeenkomsten / 2} limit 1`))[0]!,
    zaken: await kies(`select id from escalatie where gesloten_op is null order by nummer limit 18`),
    async stand() {
      return { ...(await web.stand()), database: cpuVanBoom(opstelling.serverPid) }
    },
    async stop() {
      await web.stop()
      await regio.weg()
    },
  }
}

/** The program's web server on this region, signed in as this person. */
export async function startWeb(
  { appUrl, sleutels, regioId }: Proefregio,
  gebruikerId: string,
  { zonderInzage = false }: { zonderInzage?: boolean } = {},
) {
  const kind = await startKind('web')
  const doel = await kind.vraag<Webstart>({
    soort: 'start',
    appUrl,
    sleutels,
    regioId,
    gebruikerId,
    zonderInzage,
  } satisfies Webvraag)
  return {
    doel,
    stand: () => kind.vraag<Webstand>({ soort: 'stand' } satisfies Webvraag),
    stop: () => kind.stop(),
  }
}

/** Figures and findings as the program itself makes them. */
async function reken({ appUrl, sleutels, regioId, eigen }: Proefregio) {
  const { berekenKpis } = await import('../src/domain/check/kpi/bereken-kpis.ts')
  const { controleerOvereenkomsten } = await import('../src/domain/check/bevinding/controleer-overeenkomsten.ts')
  const programma = openProgramma(appUrl, sleutels)
  try {
    const ctx = programma.ctx(regioId)
    await berekenKpis(ctx, {})
    await controleerOvereenkomsten({ ...ctx, actor: SYSTEEM })
    await eigen.query('vacuum analyze')
  } finally {
    await programma.stop()
  }
}

const SYSTEEM = {
  soort: 'systeem' as const,
  id: 'systeem',
  naam: 'systeem (wachtrij)',
  rollen: [{ rol: 'systeem (wachtrij)', agb: null }],
  agb: null,
}
