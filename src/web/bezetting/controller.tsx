import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { CONTRACTROLLEN } from '../../domain/plan/aanbieder/wijzig-contractmanager.ts'
import { beeindigWaarneming } from '../../domain/plan/bezetting/beeindig-waarneming.ts'
import { draagWerkOver } from '../../domain/act/gesprek/draag-werk-over.ts'
import { geefMandaat } from '../../domain/plan/bezetting/geef-mandaat.ts'
import { findTaak, listBelegging, listRasciversies, listTaken } from '../../domain/plan/bezetting/lees-taken.ts'
import { listVerdeling, verdelingsgebrek, type Verdeeld } from '../../domain/plan/bezetting/list-verdeling.ts'
import {
  listBezetteRollen,
  listMandaten,
  listWaarnemingen,
  type Registermandaat,
} from '../../domain/plan/bezetting/queries.ts'
import { ontbreekt, verdelingsfouten } from '../../domain/plan/bezetting/rasci.ts'
import { regelWaarneming } from '../../domain/plan/bezetting/regel-waarneming.ts'
import { trekMandaatIn } from '../../domain/plan/bezetting/trek-mandaat-in.ts'
import { wijzigRasci } from '../../domain/plan/bezetting/wijzig-rasci.ts'
import { listGebruikers, listGemeenten } from '../../domain/plan/inrichting/queries.ts'
import { leesRegelset } from '../../domain/plan/inrichting/lees-regelset.ts'
import { leesInhoud } from '../../domain/plan/inrichting/regelset-inhoud.ts'
import { Rollen } from '../../domain/plan/inrichting/regelset.ts'
import { authorize, rollen } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors } from '../form.ts'
import { metUitvoer } from '../met-uitvoer.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { aantal } from '../ui/notatie.ts'
import { type Uitvoerkolom } from '../uitvoer.ts'
import { leesVerdeling, MandaatInvoer, OverdrachtInvoer, RasciInvoer, taakrollen, WaarnemingInvoer } from './invoer.ts'
import { MandaatGevenPage, MandatenPage } from './mandaten-page.tsx'
import { TaakPage } from './taak-page.tsx'
import { TakenPage } from './taken-page.tsx'
import { VerdelingPage, WerkOverdragenPage } from './verdeling-page.tsx'
import { WaarnemingenPage } from './waarnemingen-page.tsx'

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const TAAK = '/taken/:code{[a-z0-9-]{1,60}}'

export const bezettingController = new Hono<AppEnv>()

type Formulier = Record<string, string>

/** Refusals that belong beside the form; the others (403, 404) are pages of their own. */
function alsFout(error: unknown, veld: string) {
  if (error instanceof Weigering && (error.status === 422 || error.status === 409)) {
    return [{ veld, melding: error.message }]
  }
  throw error
}

bezettingController.get('/taken', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'mandaat:lezen')
  const gemeenten = await listGemeenten(ctx)
  const gemeente = gemeenten.find(({ code }) => code === c.req.query('gemeente'))?.code ?? null
  const mandaten = (await listMandaten(ctx)).filter((mandaat) => geldt(mandaat, ctx))
  const bezet = await listBezetteRollen(ctx)
  const gemandateerd = new Set(mandaten.map(({ taak }) => taak))
  const taken = (await listTaken(ctx, gemeente, ctx.today)).map((taak) => ({
    ...taak,
    ontbreekt: ontbreekt(taak, { bezet, gemandateerd }),
    mandaten: mandaten.filter((mandaat) => mandaat.taak === taak.code).length,
  }))
  const belegging = await listBelegging(ctx, ctx.today)
  return render(c, <TakenPage {...{ raam, taken, belegging, gemeente, gemeenten }} />)
})

bezettingController.get(TAAK, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'mandaat:lezen')
  const gegevens = await leesTaak(ctx, c.req.param('code'), c.req.query('gemeente') ?? null)
  return render(c, <TaakPage {...{ raam, ctx, ...gegevens }} gedaan={c.req.query('gedaan')} />)
})

bezettingController.post(TAAK, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'mandaat:wijzigen')
  const code = c.req.param('code')
  const waarden = await c.req.parseBody<Formulier>()
  const opnieuw = async (fouten: { veld: string; melding: string }[]) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => leesTaak(ctx, code, waarden['gemeente'] ?? null))
    return render(c, <TaakPage {...{ raam, ctx, ...gegevens, waarden, fouten }} />, 422)
  }
  const invoer = RasciInvoer.safeParse(waarden)
  const verdeling = leesVerdeling(waarden)
  const fouten = [
    ...verdelingsfouten(verdeling).map((melding) => ({ veld: 'verdeling', melding })),
    ...(invoer.success ? [] : fieldErrors(invoer.error)),
  ]
  if (!invoer.success || fouten.length > 0) return opnieuw(fouten)
  const { geldigVanaf, reden } = invoer.data
  const gemeente = invoer.data.gemeente || null
  try {
    await wijzigRasci(ctx, { taak: code, gemeente, verdeling, geldigVanaf, reden })
  } catch (error) {
    return opnieuw(alsFout(error, 'verdeling'))
  }
  return c.redirect(routes.taak(code, { gemeente, gedaan: 'verdeeld' }), 303)
})

bezettingController.get('/mandaten', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'mandaat:lezen')
  const taken = await listTaken(ctx, null, ctx.today)
  return render(
    c,
    <MandatenPage {...{ raam, ctx, taken }} mandaten={await listMandaten(ctx)} gedaan={c.req.query('gedaan')} />,
  )
})

metUitvoer(bezettingController, '/mandaten', 'mandaat:lezen', async (ctx) => {
  const naam = new Map((await listTaken(ctx, null, ctx.today)).map((taak) => [taak.code, taak.naam]))
  const rijen = (await listMandaten(ctx)).map((mandaat) => ({
    ...mandaat,
    taaknaam: naam.get(mandaat.taak) ?? mandaat.taak,
  }))
  return { kolommen: mandaatuitvoer, rijen }
})

metUitvoer(bezettingController, '/verdeling', 'aanbieder:lezen', async (ctx) => {
  eisBinnen(ctx)
  const rijen = await listVerdeling(ctx)
  return { kolommen: verdelinguitvoer, rijen }
})

bezettingController.get('/mandaten/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'mandaat:wijzigen')
  return render(c, <MandaatGevenPage {...{ raam, ...(await leesKeuzes(ctx)) }} waarden={{}} />)
})

bezettingController.post('/mandaten/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'mandaat:wijzigen')
  const waarden = await c.req.parseBody<Formulier>()
  const opnieuw = async (fouten: { veld: string; melding: string }[]) => {
    const keuzes = await inReadTransaction(ctx, leesKeuzes)
    return render(c, <MandaatGevenPage {...{ raam, ...keuzes, waarden, fouten }} />, 422)
  }
  const invoer = MandaatInvoer.safeParse(waarden)
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  const { gemeente, hoogsteBedrag, ...rest } = invoer.data
  try {
    await geefMandaat(ctx, { ...rest, gemeente: gemeente || null, hoogsteCent: hoogsteBedrag })
  } catch (error) {
    return opnieuw(alsFout(error, 'taak'))
  }
  return c.redirect(`${routes.mandaten()}?gedaan=gegeven`, 303)
})

bezettingController.post(`/mandaten/:id{${UUID}}/intrekken`, async (c) => {
  const { reden = '' } = await c.req.parseBody<Formulier>()
  await trekMandaatIn(c.var.ctx, c.req.param('id'), reden)
  return c.redirect(`${routes.mandaten()}?gedaan=ingetrokken`, 303)
})

bezettingController.get('/waarnemingen', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'mandaat:lezen')
  return render(
    c,
    <WaarnemingenPage {...{ raam, ctx, ...(await leesWaarnemingen(ctx)) }} gedaan={c.req.query('gedaan')} />,
  )
})

bezettingController.post('/waarnemingen', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'waarneming:eigen')
  const waarden = await c.req.parseBody<Formulier>()
  const opnieuw = async (fouten: { veld: string; melding: string }[]) => {
    const gegevens = await inReadTransaction(ctx, leesWaarnemingen)
    return render(c, <WaarnemingenPage {...{ raam, ctx, ...gegevens, waarden, fouten }} />, 422)
  }
  const invoer = WaarnemingInvoer.safeParse(waarden)
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  try {
    await regelWaarneming(ctx, invoer.data)
  } catch (error) {
    return opnieuw(alsFout(error, 'waarnemerId'))
  }
  return c.redirect(`${routes.waarnemingen()}?gedaan=geregeld`, 303)
})

bezettingController.post(`/waarnemingen/:id{${UUID}}/beeindigen`, async (c) => {
  await beeindigWaarneming(c.var.ctx, c.req.param('id'))
  return c.redirect(`${routes.waarnemingen()}?gedaan=beeindigd`, 303)
})

bezettingController.get('/verdeling', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'aanbieder:lezen')
  eisBinnen(ctx)
  const geteld = (naam: string) => (/^\d{1,5}$/.test(c.req.query(naam) ?? '') ? Number(c.req.query(naam)) : undefined)
  const [aanbieders, zonder, acties = 0, gesprekken = 0, blijft = 0] = [
    'aanbieders',
    'zonder',
    'acties',
    'gesprekken',
    'blijft',
  ].map(geteld)
  const gedaan =
    aanbieders === undefined
      ? undefined
      : `Het werk is overgedragen: ${aantal(aanbieders, 'aanbieder', 'aanbieders')}, ${aantal(acties, 'actie', 'acties')} en ${aantal(gesprekken, 'gesprek', 'gesprekken')}.${blijft ? ` ${aantal(blijft, 'actie of gesprek blijft', 'acties en gesprekken blijven')}: daarvoor is geen achtervanger. Draag ze over aan één persoon.` : ''}${zonder ? ` Bij ${aantal(zonder, 'aanbieder', 'aanbieders')} is nu geen achtervanger: wijs die aan.` : ''}`
  const verdeling = await listVerdeling(ctx)
  return render(c, <VerdelingPage {...{ raam, ctx, verdeling, gedaan }} bron={await leesBron(ctx)} />)
})

/** Where the regelset has the second person from. */
async function leesBron(ctx: Context): Promise<string | undefined> {
  const { vereisteFuncties } = leesInhoud(Rollen, (await leesRegelset(ctx, 'rollen', ctx.today)).inhoud)
  const bron = vereisteFuncties.find(({ functie }) => functie === 'achtervanger')?.bron
  return bron && `${bron.document}, ${bron.paragraaf}; de eis twee verschillende personen is een keuze`
}

bezettingController.get('/verdeling/overdragen', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'werk:overdragen')
  return render(
    c,
    <WerkOverdragenPage
      raam={raam}
      personen={await listGebruikers(ctx, CONTRACTROLLEN)}
      waarden={{ vanId: ctx.actor.id }}
    />,
  )
})

bezettingController.post('/verdeling/overdragen', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'werk:overdragen')
  const waarden = await c.req.parseBody<Formulier>()
  const opnieuw = async (fouten: { veld: string; melding: string }[]) => {
    const personen = await inReadTransaction(ctx, (ctx) => listGebruikers(ctx, CONTRACTROLLEN))
    return render(c, <WerkOverdragenPage {...{ raam, personen, waarden, fouten }} />, 422)
  }
  const invoer = OverdrachtInvoer.safeParse(waarden)
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  const { vanId, naarId, reden } = invoer.data
  try {
    const { aanbieders, zonderAchtervanger, acties, gesprekken, blijft } = await draagWerkOver(ctx, {
      vanId,
      naarId: naarId || null,
      reden,
    })
    return c.redirect(routes.verdeling({ aanbieders, zonder: zonderAchtervanger, acties, gesprekken, blijft }), 303)
  } catch (error) {
    return opnieuw(alsFout(error, 'naarId'))
  }
})

/** An aanbieder reads itself, not how the region divides its work. */
function eisBinnen(ctx: Context) {
  if (ctx.actor.agb !== null) throw new Weigering(403, 'geen-recht', 'Met uw rol mag dit niet.')
}

function geldt({ ingetrokken, geldigVanaf, geldigTot }: Registermandaat, { today }: Context): boolean {
  return (
    !ingetrokken &&
    Temporal.PlainDate.compare(geldigVanaf, today) <= 0 &&
    (geldigTot === null || Temporal.PlainDate.compare(geldigTot, today) >= 0)
  )
}

async function leesTaak(ctx: Context, code: string, gevraagd: string | null) {
  await authorize(ctx, 'mandaat:lezen')
  const gemeenten = await listGemeenten(ctx)
  const gemeente = gemeenten.find((een) => een.code === gevraagd)?.code ?? null
  const taak = await findTaak(ctx, code, gemeente, ctx.today)
  const mandaten = await listMandaten(ctx, code)
  const gemandateerd = new Set(mandaten.filter((mandaat) => geldt(mandaat, ctx)).map((mandaat) => mandaat.taak))
  return {
    taak,
    gemeente,
    gemeenten,
    mandaten,
    ontbreekt: ontbreekt(taak, { bezet: await listBezetteRollen(ctx), gemandateerd }),
    versies: await listRasciversies(ctx, code),
    belegging: (await listBelegging(ctx, ctx.today)).find(({ afspraak }) => afspraak === taak.afspraak),
  }
}

async function leesKeuzes(ctx: Context) {
  await authorize(ctx, 'mandaat:wijzigen')
  return { taken: await listTaken(ctx, null, ctx.today), gemeenten: await listGemeenten(ctx) }
}

async function leesWaarnemingen(ctx: Context) {
  await authorize(ctx, 'mandaat:lezen')
  return { waarnemingen: await listWaarnemingen(ctx), personen: await listGebruikers(ctx, taakrollen) }
}

const mandaatuitvoer: Uitvoerkolom<Registermandaat & { taaknaam: string }>[] = [
  { kop: 'Taak of maatregel', waarde: ({ taaknaam }) => taaknaam },
  { kop: 'Rol', waarde: ({ rol }) => rollen[rol] },
  { kop: 'Gemeente', waarde: ({ gemeentenaam }) => gemeentenaam ?? 'hele regio' },
  { kop: 'Tot en met bedrag', soort: 'bedrag', waarde: ({ hoogsteCent }) => hoogsteCent },
  { kop: 'Hoogstens maanden', soort: 'getal', waarde: ({ hoogsteMaanden }) => hoogsteMaanden },
  { kop: 'Grond', waarde: ({ grond }) => grond },
  { kop: 'Eerste dag', soort: 'datum', waarde: ({ geldigVanaf }) => geldigVanaf },
  { kop: 'Laatste dag', soort: 'datum', waarde: ({ geldigTot }) => geldigTot },
  { kop: 'Ingetrokken door', waarde: ({ ingetrokkenDoor }) => ingetrokkenDoor },
  { kop: 'Reden van intrekken', waarde: ({ intrekkingReden }) => intrekkingReden },
]

const verdelinguitvoer: Uitvoerkolom<Verdeeld>[] = [
  { kop: 'Aanbieder', waarde: ({ naam }) => naam },
  { kop: 'Contractmanager', waarde: ({ contractmanager }) => contractmanager },
  { kop: 'Achtervanger', waarde: ({ achtervanger }) => achtervanger },
  { kop: 'Lopende overeenkomsten', soort: 'getal', waarde: ({ overeenkomsten }) => overeenkomsten },
  { kop: 'Open bevindingen', soort: 'getal', waarde: ({ openBevindingen }) => openBevindingen },
  { kop: 'Ontbreekt', waarde: verdelingsgebrek },
]
