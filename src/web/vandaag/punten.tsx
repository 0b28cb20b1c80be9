import type { AflopendeOvereenkomsten, OpenBevindingen } from '../../domain/check/rapportage/vandaag.ts'
import type { AflopendCertificaat } from '../../domain/check/rapportage/vandaag-certificaten.ts'
import type { BerichtAandacht, Onbezet } from '../../domain/check/rapportage/vandaag-beheer.ts'
import type { Plafondvoorstel } from '../../domain/plan/overeenkomst/list-plafondvoorstellen.ts'
import type { TermijnInLijst } from '../../domain/plan/kalender/list-termijnen.ts'
import { meldingVan } from '../../domain/do/bericht/meldingen.ts'
import { mag } from '../../domain/rechten.ts'
import type { Actor } from '../../platform/context.ts'
import { hoeveel } from '../lijst.ts'
import { routes } from '../routes.ts'
import { aantal, bedragHeel, datum, getal, momentKort, opsomming } from '../ui/notatie.ts'
import type { Werkpunt } from './werkpunt.ts'

/** Findings that nobody closed yet, one point per aanbieder. */
export function bevindingPunten(actor: Actor, open: OpenBevindingen[]): Werkpunt[] {
  const beoordeelt = mag(actor, 'bevinding:beoordelen')
  return open.map((groep) => ({
    id: `bevindingen-${groep.aanbiederId}`,
    vanMij: groep.vanMij && !groep.achtervang,
    datum: null,
    sinds: groep.oudsteOp.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate(),
    titel: `${hoeveel(groep.aantal, 'bevinding', 'bevindingen')} bij ${groep.aanbieder}`,
    href: routes.aanbieder(groep.aanbiederId, 'bevindingen'),
    tekst: bevindingtekst(groep, beoordeelt),
    actie: beoordeelt && groep.zonderBesluit > 0 ? 'Beoordelen' : 'Bekijken',
  }))
}

function bevindingtekst(
  { titels, aantal: n, zonderBesluit, achtervang }: OpenBevindingen,
  beoordeelt: boolean,
): string {
  const getoond = titels.slice(0, 2)
  const rest = n - getoond.length
  const zinnen = [
    `${getoond.join('; ')}${rest > 0 ? `; en nog ${getal(rest)}` : ''}.`,
    beoordeelt && zonderBesluit < n
      ? n === 1
        ? 'Er is al een besluit over.'
        : `Over ${getal(n - zonderBesluit)} ervan is al een besluit.`
      : '',
    achtervang ? 'U bent achtervanger.' : '',
  ]
  return zinnen.filter((zin) => zin !== '').join(' ')
}

/** FIN-14: a proposal waits for somebody else than who made it. */
export function budgetPunten(actor: Actor, open: Plafondvoorstel[]): Werkpunt[] {
  return open.map((voorstel) => {
    const eigen = voorstel.voorgesteldDoorId === actor.id
    return {
      id: `budget-${voorstel.id}`,
      vanMij: !eigen && mag(actor, 'budget:besluiten'),
      datum: null,
      sinds: voorstel.voorgesteldOp.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate(),
      titel: `Budget ${voorstel.jaar} van ${voorstel.nummer}: ${bedragHeel(voorstel.nieuwCent)} voorgesteld`,
      href: routes.budget(voorstel.overeenkomstId),
      tekst: `${voorstel.aanbieder ?? 'Nog onbekende aanbieder'}. ${eigen ? 'U stelde dit voor; een ander besluit.' : `Voorgesteld door ${voorstel.voorgesteldDoor}: ${voorstel.motivering}`}`,
      actie: eigen ? 'Bekijken' : 'Besluiten',
    }
  })
}

/** KPI-03: results are established before 1 April. */
export function vaststelPunten(
  actor: Actor,
  jaren: { jaar: number; uiterlijk: Temporal.PlainDate; berekend: boolean }[],
): Werkpunt[] {
  if (!mag(actor, 'kpi:vaststellen')) return []
  return jaren.map(({ jaar, uiterlijk, berekend }) => ({
    id: `vaststellen-${jaar}`,
    vanMij: true,
    datum: uiterlijk,
    titel: `KPI’s over ${jaar} vaststellen`,
    href: routes.kpisVaststellen(jaar),
    tekst: berekend
      ? 'De cijfers zijn op de peildatum berekend.'
      : 'De cijfers zijn nog voorlopig: er is nog niet op de peildatum gerekend.',
    actie: 'Cijfers bekijken',
  }))
}

type Aflopend = AflopendeOvereenkomsten & { beslisdatum: Temporal.PlainDate | null }

/** Overeenkomsten whose last day to decide comes near, and those that end within `maanden`. */
export function overeenkomstPunten(
  actor: Actor,
  aflopend: Aflopend[],
  vandaag: Temporal.PlainDate,
  maanden: number,
): Werkpunt[] {
  const besluit = mag(actor, 'overeenkomst:verlengen')
  const grens = vandaag.add({ months: maanden })
  return aflopend.flatMap((groep) => {
    const { beslisdatum, looptTot, optiesOver, nietVerlengd, verlengingMaanden } = groep
    const wat = hoeveel(groep.aantal, 'overeenkomst', 'overeenkomsten')
    const alleen = groep.id
    const basis = {
      id: `overeenkomsten-${groep.vanMij ? 'mij' : 'team'}-${looptTot.toString()}-${optiesOver}-${nietVerlengd ? 'niet' : verlengingMaanden}`,
      vanMij: groep.vanMij,
      href: alleen
        ? routes.overeenkomst(alleen, optiesOver > 0 ? 'verlenging' : undefined)
        : routes.overeenkomsten({ van: groep.vanMij ? 'mij' : undefined, sorteer: 'looptTot', richting: 'op' }),
      actie: alleen ? 'Bekijken' : 'Lijst bekijken',
    }
    const welke = `${opsomming(groep.nummers)}${groep.aantal > groep.nummers.length ? ` en ${getal(groep.aantal - groep.nummers.length)} andere` : ''}.`
    if (beslisdatum && Temporal.PlainDate.compare(beslisdatum, vandaag) >= 0) {
      const opties = `${aantal(optiesOver, 'optie', 'opties')} van ${aantal(verlengingMaanden, 'maand', 'maanden')}`
      const tekst = `Zonder verlenging ${groep.aantal === 1 ? 'eindigt zij' : 'eindigen zij'} op ${datum(looptTot)}; er ${optiesOver === 1 ? 'is' : 'zijn'} nog ${opties}. ${welke}`
      const actie = alleen && besluit ? 'Besluiten' : basis.actie
      return [{ ...basis, actie, datum: beslisdatum, titel: `Verlengen of niet: ${wat}`, tekst }]
    }
    if (Temporal.PlainDate.compare(looptTot, grens) > 0) return []
    const tekst = beslisdatum
      ? `Uiterlijk ${datum(beslisdatum)} moest bekend zijn of er wordt verlengd; er is geen verlenging vastgelegd. ${welke}`
      : nietVerlengd
        ? `Er is besloten niet te verlengen. ${welke}`
        : `Er is geen verlenging meer mogelijk. ${welke}`
    return [{ ...basis, datum: looptTot, titel: `${wat} ${groep.aantal === 1 ? 'loopt' : 'lopen'} af`, tekst }]
  })
}

/** CTR-13: certificates that expire before long. */
export function certificaatPunten(actor: Actor, certificaten: AflopendCertificaat[]): Werkpunt[] {
  const wijzigt = mag(actor, 'aanbieder:wijzigen')
  return certificaten.map(({ id, naam, geldigTot, aanbiederId, aanbieder, vanMij }) => ({
    id: `certificaat-${id}`,
    vanMij,
    datum: geldigTot,
    titel: `Certificaat ${naam} van ${aanbieder} verloopt`,
    href: `${routes.aanbieder(aanbiederId, 'gegevens')}#certificaten`,
    tekst: wijzigt
      ? 'Vraag de aanbieder om het nieuwe certificaat en leg het vast.'
      : 'Stuur het nieuwe certificaat naar uw contractmanager.',
    actie: 'Bekijken',
  }))
}

/** Terms of the calendar that come near or passed. */
export function termijnPunten(actor: Actor, termijnen: TermijnInLijst[]): Werkpunt[] {
  return termijnen.map(({ id, bron, bronId, titel, einddatum, aanbieder, gevolg, stand }) => ({
    id: `termijn-${id}`,
    vanMij: true,
    datum: einddatum,
    titel: aanbieder === null ? titel : `${titel}, ${aanbieder}`,
    href:
      bron === 'verbeterplan' && mag(actor, 'verbeterplan:lezen') ? routes.verbeterplan(bronId) : routes.termijn(id),
    tekst: stand === 'verstreken' ? `De laatste dag is voorbij. ${gevolg}` : gevolg,
    actie: bron === 'verbeterplan' && mag(actor, 'verbeterplan:lezen') ? 'Plan bekijken' : 'Termijn bekijken',
  }))
}

const BERICHTEN = {
  wachtend: {
    wat: ['bericht wacht', 'berichten wachten'],
    titel: 'op iets dat nog niet bekend is',
    actie: 'Redenen bekijken',
  },
  aangehouden: { wat: ['bericht is', 'berichten zijn'], titel: 'aangehouden', actie: 'Beoordelen' },
  regels: { wat: ['declaratie heeft', 'declaraties hebben'], titel: 'regels die niet meetellen', actie: 'Bekijken' },
} as const

/** Messages that count nowhere yet, one point per kind with the reasons that occur most. */
export function berichtPunten(actor: Actor, aandacht: BerichtAandacht[]): Werkpunt[] {
  return (['aangehouden', 'wachtend', 'regels'] as const).flatMap((oordeel) => {
    const delen = aandacht.filter((deel) => deel.oordeel === oordeel)
    const n = delen.reduce((som, deel) => som + deel.aantal, 0)
    if (n === 0) return []
    const { wat, titel, actie } = BERICHTEN[oordeel]
    const meest = meestzin(delen, oordeel)
    return [
      {
        id: `berichten-${oordeel}`,
        vanMij: mag(actor, 'bericht:aanvaarden'),
        datum: null,
        titel: `${hoeveel(n, wat[0], wat[1])} ${titel}`,
        href: routes.berichten({ uitkomst: oordeel }),
        tekst: meest,
        actie: oordeel === 'aangehouden' && !mag(actor, 'bericht:aanvaarden') ? 'Bekijken' : actie,
      },
    ]
  })
}

function meestzin(delen: BerichtAandacht[], oordeel: string): string | undefined {
  const [eerste] = delen
  if (!eerste?.code) return undefined
  if (delen.length > 1 && eerste.aantal === 1) return 'Elk met een eigen reden.'
  const melding = meldingVan(eerste.code, oordeel)
  return delen.length > 1 ? `Meest (${getal(eerste.aantal)}): ${melding}` : melding
}

/** Aanbieders nobody manages, and overeenkomsten whose aanbieder was not read in. */
export function onbezetPunten(actor: Actor, onbezet: Onbezet): Werkpunt[] {
  const { zonderContractmanager, zonderAchtervanger, namen, zonderAanbieder } = onbezet
  const punt = (id: string, n: number, titel: string, href: string, actie: string, tekst?: string) =>
    n === 0 ? [] : [{ id, vanMij: mag(actor, 'overeenkomst:inlezen'), datum: null, titel, href, actie, tekst }]
  const beide = zonderAchtervanger === zonderContractmanager ? ' en achtervanger' : ''
  return [
    ...punt(
      'zonder-contractmanager',
      zonderContractmanager,
      `${hoeveel(zonderContractmanager, 'aanbieder', 'aanbieders')} zonder contractmanager${beide}`,
      routes.aanbieders({ van: 'geen' }),
      'Toewijzen',
      `${opsomming(namen)}${zonderContractmanager > namen.length ? ' en andere' : ''}.`,
    ),
    ...punt(
      'zonder-achtervanger',
      beide ? 0 : zonderAchtervanger,
      `${hoeveel(zonderAchtervanger, 'aanbieder', 'aanbieders')} zonder achtervanger`,
      routes.aanbieders(),
      'Toewijzen',
    ),
    ...punt(
      'zonder-aanbieder',
      zonderAanbieder,
      `${hoeveel(zonderAanbieder, 'overeenkomst wacht', 'overeenkomsten wachten')} op de aanbieder`,
      routes.overeenkomsten(),
      'Bekijken',
      'De AGB-code in het bestand hoort bij geen bekende aanbieder. Lees de aanbieders in.',
    ),
  ]
}

/** Deliveries that stopped before the end: what was read stays, the rest must be sent again. */
export function rondePunten(
  actor: Actor,
  rondes: { id: string; gestartOp: Temporal.Instant; gestartDoor: string; bestanden: number }[],
): Werkpunt[] {
  return rondes.map(({ id, gestartOp, gestartDoor, bestanden }) => ({
    id: `ronde-${id}`,
    vanMij: gestartDoor === actor.naam,
    datum: null,
    sinds: gestartOp.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate(),
    titel: 'Een levering is niet helemaal ingelezen',
    href: routes.inleesronde(id),
    tekst: `Levering van ${momentKort(gestartOp)} door ${gestartDoor}: na ${aantal(bestanden, 'bestand', 'bestanden')} gestopt. Stuur de bestanden opnieuw; wat al is ingelezen, telt maar één keer.`,
    actie: 'Levering bekijken',
  }))
}
