import { archiveerStukken } from '../domain/act/brief/archiveer-stukken.ts'
import { keurBrief, laatBriefVervallen, legBriefVoor } from '../domain/act/brief/keur-brief.ts'
import { leesSjablonen } from '../domain/act/brief/lees-sjablonen.ts'
import { legVerzendingVast } from '../domain/act/brief/leg-verzending-vast.ts'
import { findBrief, listBrieven, listOntvangers } from '../domain/act/brief/queries.ts'
import { stelBriefOp } from '../domain/act/brief/stel-brief-op.ts'
import { verstuurBrief } from '../domain/act/brief/verstuur-brief.ts'
import { verwerkBrief } from '../domain/act/brief/verwerk-brief.ts'
import { wijzigSjabloon } from '../domain/act/brief/wijzig-sjabloon.ts'
import { plaatsPublicatie, type Publicatieinvoer } from '../domain/act/publicatie/plaats-publicatie.ts'
import { KpiDefinitie, type Kpicode } from '../domain/check/kpi/kpi-definitie.ts'
import { wijzigNorm } from '../domain/check/kpi/wijzig-norm.ts'
import { voegDocumentToe } from '../domain/plan/dossier/voeg-document-toe.ts'
import { wijzigHuisstijl } from '../domain/plan/huisstijl/wijzig-huisstijl.ts'
import { listVersies } from '../domain/plan/inrichting/lees-regelset.ts'
import type { Context } from '../platform/context.ts'
import { maakPdf } from '../platform/document/maak-pdf.ts'
import { inTransaction } from '../platform/transaction.ts'
import { binnen, type Register } from './voorbeeld-register.ts'

/** Who does something, so many days before today. */
type Toen = { dagen: number; wie: string }

type Voorbeeldbrief = Toen & {
  sjabloon: string
  onderwerp: string
  gemeente?: string
  velden: Record<string, string>
  selectie?: { agb?: string; categorie?: string; gemeente?: string }
  selectietekst?: string
  /** It tells the new norm of this KPI */
  norm?: Kpicode
  tot: 'concept' | 'voorgelegd' | 'teruggegeven' | 'goedgekeurd' | 'verzonden' | 'vervallen'
  /** Who approves it or gives it back, and then why */
  besluit?: Toen & { reden?: string }
  /** To these the mail did not arrive */
  mislukt?: string[]
  /** Whose letter went by post, when, and under which registered number */
  gepost?: (Toen & { agb: string; nummer: string })[]
}

/** House styles, templates, letters, publications and documents of a demonstration region (brieven.json). */
export type Voorbeeldbrieven = {
  huisstijlen: (Toen & {
    gemeente: string | null
    naam: string
    adres: string
    voettekst: string
    reeks: string
    logo: string
  })[]
  sjablonen?: (Toen & { code: string; wijze: 'mail' | 'post'; aangetekend: boolean; reden: string })[]
  /** A norm that changes at the next new year */
  normen?: (Toen & { kpi: Kpicode; norm: string; normtekst: string; bron: string; reden: string })[]
  brieven: Voorbeeldbrief[]
  publicaties: (Toen & Omit<Publicatieinvoer, 'datum'>)[]
  documenten: (Toen & { agb: string; soort: string; titel: string; auteur: string; periode: string; tekst: string })[]
}

// No mail leaves this machine: in the story of the demonstration the mail server took it, or did not.
const post = (aangenomen: boolean) => ({
  mailer: {
    verstuur: () =>
      Promise.resolve(
        aangenomen ? { soort: 'verzonden' as const } : { soort: 'blijvend' as const, fout: '550 mailbox unavailable' },
      ),
    stop: () => undefined,
  },
  url: '',
})

/** House styles, letters, publications and a few documents of a demonstration region, through the use cases themselves. Done once. */
export async function vulBrievenAan(
  ctx: Context,
  systeem: Context,
  inhoud: Voorbeeldbrieven,
  register: Register,
): Promise<void> {
  await inTransaction(ctx, (ctx) => vul(ctx, { ...systeem, db: ctx.db }, inhoud, binnen(ctx, register)))
}

async function vul(ctx: Context, systeem: Context, inhoud: Voorbeeldbrieven, register: Register): Promise<void> {
  if ((await listBrieven(ctx, undefined, 1)).totaal > 0) return
  const als = ({ wie, dagen }: Toen, tijd = '10:15') =>
    register.als({ op: ctx.today.subtract({ days: dagen }).toString(), wie }, tijd)
  const nieuwjaar = ctx.today.with({ month: 1, day: 1 }).add({ years: 1 })
  for (const { gemeente, logo, wie, dagen, ...stijl } of inhoud.huisstijlen) {
    await wijzigHuisstijl(als({ wie, dagen }), gemeente, stijl, Buffer.from(logo))
  }
  for (const { code, wie, dagen, ...anders } of inhoud.sjablonen ?? []) {
    const toen = als({ wie, dagen })
    const { sjablonen, versie } = await leesSjablonen(toen)
    const { naam, taak, alineas } = sjablonen.find((een) => een.code === code)!
    await wijzigSjabloon(toen, code, { naam, taak, alineas, gezien: versie, ...anders })
  }
  const normen = new Map<string, string>()
  for (const { kpi, norm, normtekst, bron, reden, ...toen } of inhoud.normen ?? []) {
    const nu = KpiDefinitie.parse((await listVersies(ctx, `kpi-${kpi}`))[0]!.inhoud)
    const schaal = nu.schaal.map((klasse) => (klasse.ondergrens === nu.norm ? { ...klasse, ondergrens: norm } : klasse))
    const wijziging = { norm, schaal, normtekst }
    normen.set(kpi, (await wijzigNorm(als(toen), kpi, { wijziging, geldigVanaf: nieuwjaar, bron, reden })).id)
  }
  for (const brief of inhoud.brieven) {
    const norm = brief.norm === undefined ? undefined : normen.get(brief.norm)
    await doorloop(als, systeem, register, brief, nieuwjaar, norm === undefined ? [] : [norm])
  }
  for (const { wie, dagen, ...publicatie } of inhoud.publicaties) {
    await plaatsPublicatie(als({ wie, dagen }), { ...publicatie, datum: ctx.today.subtract({ days: dagen }) })
  }
  for (const stuk of inhoud.documenten) await voegToe(als(stuk), stuk, register)
  await archiveerStukken(systeem)
}

type Als = (toen: Toen, tijd?: string) => Context

/** One letter, from its concept as far as it came. */
async function doorloop(
  als: Als,
  systeem: Context,
  register: Register,
  brief: Voorbeeldbrief,
  nieuwjaar: Temporal.PlainDate,
  normen: string[],
) {
  const { sjabloon, onderwerp, gemeente = null, velden, selectietekst = 'alle aanbieders', tot, besluit } = brief
  const { agb, ...selectie } = brief.selectie ?? {}
  const schrijver = als(brief)
  const id = await stelBriefOp(schrijver, {
    sjabloon,
    onderwerp,
    gemeente,
    velden: Object.fromEntries(
      Object.entries(velden).map(([veld, waarde]) => [veld, waarde === 'nieuwjaar' ? nieuwjaar.toString() : waarde]),
    ),
    selectie: agb === undefined ? selectie : { aanbiederId: register.aanbiederId(agb) },
    selectietekst,
    normen,
  })
  if (tot === 'concept') return
  if (tot === 'vervallen') return laatBriefVervallen(als(brief, '15:40'), id)
  const gezien = async () => (await findBrief(schrijver, id)).versie
  if ((await findBrief(schrijver, id)).taak !== null) await legBriefVoor(als(brief, '10:40'), id, await gezien())
  if (besluit) {
    const goed = tot !== 'teruggegeven'
    await keurBrief(als(besluit, '11:30'), id, await gezien(), { goed, reden: besluit.reden ?? '' })
  }
  if (tot !== 'verzonden') return
  const verzender = als({ ...brief, dagen: besluit?.dagen ?? brief.dagen }, '13:05')
  await verstuurBrief(verzender, id, await gezien())
  const toen = { ...systeem, today: verzender.today, now: verzender.now }
  for (const ontvanger of await listOntvangers(toen, id)) {
    await verwerkBrief(toen, ontvanger.id, post(!brief.mislukt?.includes(ontvanger.agb)))
  }
  for (const { agb, nummer, ...daad } of brief.gepost ?? []) {
    const ontvanger = (await listOntvangers(toen, id)).find((een) => een.agb === agb)!
    const poster = als(daad, '16:10')
    await legVerzendingVast(poster, id, ontvanger.id, { datum: poster.today, nummer, ontvangen: null })
  }
}

async function voegToe(
  wie: Context,
  { agb, soort, titel, auteur, periode, tekst }: Voorbeeldbrieven['documenten'][number],
  register: Register,
) {
  const stuk = await maakPdf({
    titel,
    afzender: { naam: `${auteur} (verzonnen)`, adres: '', voettekst: 'Alle gegevens zijn verzonnen', logo: null },
    geadresseerde: null,
    kenmerken: [['Periode', periode]],
    blokken: [{ soort: 'alinea', tekst }],
    auteur,
    gemaaktOp: wie.now,
  })
  const invoer = { soort, titel, richting: 'in' as const, datum: wie.today, auteur, voorAanbieder: true }
  await voegDocumentToe(wie, { aanbiederId: register.aanbiederId(agb) }, invoer, stuk)
}
