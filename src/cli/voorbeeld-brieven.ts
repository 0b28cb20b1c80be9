import { archiveerStukken } from '../domain/act/brief/archiveer-stukken.ts'
import { legBriefVoor } from '../domain/act/brief/keur-brief.ts'
import { listBrieven, listOntvangers } from '../domain/act/brief/queries.ts'
import { stelBriefOp, type Briefinvoer } from '../domain/act/brief/stel-brief-op.ts'
import { verstuurBrief } from '../domain/act/brief/verstuur-brief.ts'
import { verwerkBrief } from '../domain/act/brief/verwerk-brief.ts'
import { plaatsPublicatie } from '../domain/act/publicatie/plaats-publicatie.ts'
import { voegDocumentToe } from '../domain/plan/dossier/voeg-document-toe.ts'
import { wijzigHuisstijl } from '../domain/plan/huisstijl/wijzig-huisstijl.ts'
import type { Context } from '../platform/context.ts'
import { maakPdf } from '../platform/document/maak-pdf.ts'
import { inTransaction } from '../platform/transaction.ts'
import { binnen, type Register } from './voorbeeld-register.ts'

// Invented, as everything of this region: three circles that overlap.
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 44"><circle cx="22" cy="22" r="18" fill="#00598a"/><circle cx="46" cy="22" r="18" fill="#3d8b6f"/><path d="M34 8.6a18 18 0 0 1 0 26.8a18 18 0 0 1 0-26.8Z" fill="#ffffff"/><rect x="74" y="12" width="40" height="5" fill="#00598a"/><rect x="74" y="22" width="40" height="5" fill="#3d8b6f"/><rect x="74" y="32" width="24" height="5" fill="#b35900"/></svg>'
const ZAANSTAD =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 44"><path d="M4 40V18L16 6L28 18V40Z" fill="#14532d"/><path d="M32 40V22L42 12L52 22V40Z" fill="#1d7a45"/></svg>'

// No mail leaves this machine: in the story of the demonstration the mail server took it.
const post = {
  mailer: { verstuur: () => Promise.resolve({ soort: 'verzonden' as const }), stop: () => undefined },
  url: '',
}

/** House styles, letters, publications and a few documents of the demonstration region, through the use cases themselves. Done once. */
export async function vulBrievenAan(ctx: Context, systeem: Context, register: Register): Promise<void> {
  await inTransaction(ctx, (ctx) => vul(ctx, { ...systeem, db: ctx.db }, binnen(ctx, register)))
}

async function vul(ctx: Context, systeem: Context, register: Register): Promise<void> {
  if ((await listBrieven(ctx, undefined, 1)).totaal > 0) return
  const als = (wie: string, dagen: number) =>
    register.als({ op: ctx.today.subtract({ days: dagen }).toString(), wie }, '10:15')
  const beheer = als('Joris Blom', 60)
  await wijzigHuisstijl(
    beheer,
    null,
    {
      naam: 'Proefregio Zaanstreek-Waterland',
      adres: 'Contractmanagement\nPostbus 100 (verzonnen)\n1500 AC Zaandam',
      voettekst: 'contractmanagement@zaanstreek-waterland.example · Alle gegevens zijn verzonnen',
      reeks: 'ZW',
    },
    Buffer.from(LOGO),
  )
  await wijzigHuisstijl(
    beheer,
    '0479',
    {
      naam: 'Gemeente Zaanstad',
      adres: 'Stadhuisplein 100 (verzonnen)\n1506 MZ Zaandam',
      voettekst: 'www.zaanstad.example · Alle gegevens zijn verzonnen',
      reeks: 'ZST',
    },
    Buffer.from(ZAANSTAD),
  )

  const brief = (meer: Partial<Briefinvoer>): Briefinvoer => ({
    sjabloon: 'informatiebrief',
    onderwerp: '',
    gemeente: null,
    velden: {},
    selectie: {},
    selectietekst: 'alle aanbieders',
    ...meer,
  })
  const verstuur = async (wie: Context, invoer: Briefinvoer) => {
    const id = await stelBriefOp(wie, invoer)
    await verstuurBrief(wie, id, 1)
    const toen = { ...systeem, today: wie.today, now: wie.now }
    for (const { id: ontvanger } of await listOntvangers(toen, id)) await verwerkBrief(toen, ontvanger, post)
  }
  await verstuur(
    als('Aylin Kaya', 33),
    brief({
      onderwerp: 'Bereikbaarheid rond de jaarwisseling',
      velden: {
        bericht:
          'Van 24 december tot en met 3 januari is het contractmanagement beperkt bereikbaar.\n\n## Wat u wel kunt doen\n- Startberichten en declaraties stuurt u zoals altijd.\n- Een signaal over veiligheid meldt u meteen bij het toezicht van uw gemeente.\n- Andere vragen beantwoorden wij vanaf 4 januari.',
      },
    }),
  )
  await verstuur(
    als('Marloes de Wit', 12),
    brief({
      onderwerp: 'Dagbesteding in Zaanstad: nieuwe locatielijst',
      gemeente: '0479',
      selectie: { categorie: '07', gemeente: '0479' },
      selectietekst: 'alle aanbieders met dagbesteding in Zaanstad',
      velden: {
        bericht:
          'Stuur ons voor 1 februari de lijst van locaties waar u dagbesteding geeft. Noem per locatie het adres en de openingstijden.',
      },
    }),
  )
  const manager = als('Marloes de Wit', 2)
  const voorgelegd = await stelBriefOp(
    manager,
    brief({
      sjabloon: 'gewijzigde-afspraken',
      onderwerp: 'Gewijzigde norm voor de start van zorg',
      velden: {
        wijziging: 'De norm van de KPI Start zorg gaat van 80% naar 85%. De termijn van zes weken blijft gelijk.',
        // the next new year, so that it is told before (LIF-15)
        ingang: ctx.today.with({ month: 1, day: 1 }).add({ years: 1 }).toString(),
        reden: 'De gemeenten besloten dit na de evaluatie van de schaal, in het opdrachtgeversoverleg.',
      },
    }),
  )
  await legBriefVoor(manager, voorgelegd, 1)
  await stelBriefOp(
    manager,
    brief({ sjabloon: 'kpi-resultaten', onderwerp: 'Uw KPI-resultaten over 2025', velden: { jaar: '2025' } }),
  )

  await plaatsPublicatie(als('Aylin Kaya', 20), {
    titel: 'Planning van de overlegtafels in 2027',
    tekst:
      'In 2027 zijn er weer overlegtafels per product. De data staan uiterlijk 15 januari vast.\n\n- Huishoudelijke ondersteuning: maart\n- Begeleiding: april\n- Dagbesteding: mei\n\nAanbieders krijgen een uitnodiging per e-mail.',
    doelgroep: 'iedereen',
    kanaal: 'website',
    datum: ctx.today.subtract({ days: 20 }),
  })
  await plaatsPublicatie(als('Marloes de Wit', 9), {
    titel: 'Bijeenkomst over het startbericht',
    tekst: '',
    doelgroep: 'aanbieders',
    kanaal: 'bijeenkomst',
    datum: ctx.today.subtract({ days: 9 }),
  })
  const weidseBlik = register.aanbiederId('98990115')
  const beheerder = als('Aylin Kaya', 25)
  const stuk = await maakPdf({
    titel: 'Kwartaalrapportage, derde kwartaal 2026',
    afzender: { naam: 'De Weidse Blik (verzonnen)', adres: '', voettekst: 'Alle gegevens zijn verzonnen', logo: null },
    geadresseerde: null,
    kenmerken: [['Periode', 'juli tot en met september 2026']],
    blokken: [{ soort: 'alinea', tekst: 'In dit kwartaal startten alle nieuwe toewijzingen binnen zes weken.' }],
    auteur: 'De Weidse Blik',
    gemaaktOp: beheerder.now,
  })
  await voegDocumentToe(
    beheerder,
    { aanbiederId: weidseBlik },
    {
      soort: 'D19',
      titel: 'Kwartaalrapportage, derde kwartaal 2026',
      richting: 'in',
      datum: beheerder.today,
      auteur: 'De Weidse Blik',
      voorAanbieder: true,
    },
    stuk,
  )
  await archiveerStukken(systeem)
}
