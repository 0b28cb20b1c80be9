import { annuleerGesprek } from '../domain/act/gesprek/annuleer-gesprek.ts'
import { bewaarRapportage } from '../domain/act/gesprek/bewaar-rapportage.ts'
import { deelVerslag } from '../domain/act/gesprek/deel-verslag.ts'
import type { Gespreksinvoer } from '../domain/act/gesprek/gesprek.ts'
import { legActieVast } from '../domain/act/gesprek/leg-actie-vast.ts'
import { legBesluitVast } from '../domain/act/gesprek/leg-besluit-vast.ts'
import { listContactpersonenVan } from '../domain/act/gesprek/list-contactpersonen-van.ts'
import { listGesprekken } from '../domain/act/gesprek/list-gesprekken.ts'
import { maakVerslagDefinitief } from '../domain/act/gesprek/maak-verslag-definitief.ts'
import { meldGehouden } from '../domain/act/gesprek/meld-gehouden.ts'
import { nodigDeelnemersUit } from '../domain/act/gesprek/nodig-deelnemers-uit.ts'
import { planGesprek } from '../domain/act/gesprek/plan-gesprek.ts'
import { listAgendapunten, listDeelnemers } from '../domain/act/gesprek/queries.ts'
import { reageerOpVerslag } from '../domain/act/gesprek/reageer-op-verslag.ts'
import { schrijfVerslagtekst } from '../domain/act/gesprek/schrijf-verslagtekst.ts'
import { vraagRapportage } from '../domain/act/gesprek/vraag-rapportage.ts'
import { zetActie } from '../domain/act/gesprek/zet-actie.ts'
import { listAlleAanbieders } from '../domain/plan/aanbieder/list-aanbieders.ts'
import { legKlasseVast } from '../domain/plan/risico/leg-klasse-vast.ts'
import type { Klasse } from '../domain/plan/risico/klasse.ts'
import type { Rol } from '../domain/rechten.ts'
import type { Context } from '../platform/context.ts'
import { inTransaction } from '../platform/transaction.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)

/** Meetings of the demonstration region in every state, with minutes, actions and classes. Made once, as a whole. */
export function vulGesprekken(ctx: Context, personen: ReadonlyMap<string, string>): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const als = (naam: string, rol: Rol, datum: string, agb: string | null = null): Context => {
      const today = dag(datum)
      const now = today.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '15:30' }).toInstant()
      const id = personen.get(naam) ?? ctx.regioId
      return { ...ctx, today, now, actor: { soort: 'gebruiker', id, naam, rollen: [{ rol, agb }], agb } }
    }
    const marloes = (datum: string) => als('Marloes de Wit', 'contractmanager', datum)
    const begin = marloes('2026-01-05')
    const { totaal } = await listGesprekken(begin, {}, { sorteer: 'datum', richting: 'op', pagina: 1 })
    if (totaal > 0) return
    const aanbieders = new Map(
      (await listAlleAanbieders(begin, {}, { sorteer: 'naam', richting: 'op', pagina: 1 })).map(({ agb, id }) => [
        agb,
        id,
      ]),
    )
    const plan = async (wie: Context, agb: string, datum: string, anders: Partial<Gespreksinvoer> = {}) => {
      const aanbiederId = agb === '' ? '' : aanbieders.get(agb)!
      const contactpersonen = aanbiederId === '' ? [] : await listContactpersonenVan(wie, aanbiederId)
      return planGesprek(wie, {
        soort: 'contractmanagementgesprek',
        titel: '',
        aanbiederId,
        gemeenteCode: '',
        overeenkomstIds: [],
        contactpersoonIds: contactpersonen.map(({ id }) => id),
        gebruikerIds: [],
        datum: dag(datum),
        begintijd: '10:00',
        eindtijd: '11:30',
        plaats: 'Stadhuis Zaanstad, zaal 2.14',
        wijze: 'fysiek',
        ...anders,
      })
    }
    const houd = async (wie: Context, id: string, teksten: Record<string, string>) => {
      await meldGehouden(
        wie,
        id,
        (await listDeelnemers(wie, id)).map((deelnemer) => deelnemer.id),
      )
      for (const punt of await listAgendapunten(wie, id)) {
        const tekst = Object.entries(teksten).find(([titel]) => punt.titel.startsWith(titel))?.[1]
        if (tekst) await schrijfVerslagtekst(wie, id, punt.id, { tekst, versie: 0 })
      }
    }
    const actie = (tekst: string, einddatum: string, eigenaar: string, collega = false) => ({
      tekst,
      kant: collega ? ('regio' as const) : ('aanbieder' as const),
      eigenaarId: collega ? personen.get(eigenaar)! : '',
      eigenaar: collega ? '' : eigenaar,
      einddatum: dag(einddatum),
      agendapuntId: '' as const,
      niveau: 'tactisch' as const,
    })

    for (const [agb, klasse, reden] of [
      ['98990115', 1, 'Veel cliënten in vijf gemeenten en een wachtlijst voor dagbesteding.'],
      ['98990101', 2, 'Groot aandeel huishoudelijke ondersteuning, weinig klachten.'],
      ['98990129', 4, 'Tijdelijk meer aandacht door het vertrek van de bestuurder; gebruikelijk klasse 2.'],
      ['98990108', 3, 'Klein en stabiel.'],
    ] as [string, Klasse, string][])
      await legKlasseVast(begin, aanbieders.get(agb)!, { klasse, geldigVanaf: dag('2026-01-01'), reden })

    // a full circle: last year's meeting, final, with an action accepted and one that is late
    const vorig = await plan(marloes('2025-10-20'), '98990115', '2025-11-20')
    await houd(marloes('2025-11-20'), vorig, {
      Vaststellen: 'De agenda is vastgesteld.',
      Wachttijden:
        'De wachttijd voor dagbesteding is elf weken. De aanbieder opent in het voorjaar een groep in Purmerend.',
      Personeel: 'Het verzuim daalt van 9 naar 7 procent. Er zijn drie vacatures.',
      'Lokale teams': 'De samenwerking met het lokale team in Edam-Volendam loopt goed.',
    })
    const gehouden = marloes('2025-11-20')
    const oud = await legActieVast(
      gehouden,
      vorig,
      actie('Opent een groep dagbesteding in Purmerend voor twaalf cliënten', '2026-04-01', 'Annemiek Bruin'),
    )
    await legActieVast(
      gehouden,
      vorig,
      actie('Stuurt elk kwartaal de wachttijd per product', '2026-10-15', 'Rachid Vos'),
    )
    await legBesluitVast(gehouden, vorig, {
      tekst: 'De wachttijd voor dagbesteding staat elk gesprek op de agenda.',
      agendapuntId: '',
      taak: '',
    })
    await deelVerslag(marloes('2025-11-25'), vorig)
    await maakVerslagDefinitief(marloes('2025-12-08'), vorig)
    await zetActie(marloes('2026-04-02'), oud, 'gereed melden', 'De groep is op 30 maart begonnen.')
    await zetActie(marloes('2026-04-07'), oud, 'accepteren', '')

    // this year's is planned, people are invited and the report is asked
    const komend = await plan(marloes('2026-11-02'), '98990115', '2026-12-10', {
      gebruikerIds: [personen.get('Imke Smit')!],
    })
    await nodigDeelnemersUit(marloes('2026-11-02'), komend)
    await vraagRapportage(marloes('2026-11-02'), komend)
    await bewaarRapportage(
      als('Annemiek Bruin', 'aanbieder', '2026-11-16', '98990115'),
      komend,
      [
        {
          code: 'klachten',
          tekst: 'Vier klachten: drie over de planning, één over bejegening. Alle vier besproken en afgesloten.',
          versie: 0,
        },
      ],
      false,
    )
    // shared, the term to react runs
    const dialoog = await plan(marloes('2026-11-02'), '98990115', '2026-11-16', { soort: 'prestatiedialoog' })
    await houd(marloes('2026-11-16'), dialoog, {
      Bespreking: 'De cijfers over start zorg zijn samen bekeken. De meeste late starts gaan over vervoer.',
    })
    await legActieVast(
      marloes('2026-11-16'),
      dialoog,
      actie('Levert een overzicht van late starts met de reden per maand', '2026-12-07', 'Rachid Vos'),
    )
    await legActieVast(
      marloes('2026-11-16'),
      dialoog,
      actie('Vraagt de vervoerder om de wachttijden van het najaar', '2026-11-30', 'Marloes de Wit', true),
    )
    await deelVerslag(marloes('2026-11-18'), dialoog)
    // held, the minutes are late
    const laat = await plan(marloes('2026-10-12'), '98990101', '2026-11-12')
    await nodigDeelnemersUit(marloes('2026-10-12'), laat)
    await houd(marloes('2026-11-12'), laat, {
      Vaststellen: 'De agenda is vastgesteld.',
      Wachttijden: 'Er is geen wachtlijst voor huishoudelijke ondersteuning.',
    })
    await legActieVast(marloes('2026-11-12'), laat, actie('Wachttijden bekijken', '2026-12-15', 'Wilma Terpstra'))
    // shared, with a remark
    const opmerking = await plan(marloes('2026-10-12'), '98990129', '2026-11-05', { soort: 'extra-gesprek' })
    await houd(marloes('2026-11-05'), opmerking, {
      Aanleiding: 'De bestuurder vertrekt per 1 januari. De raad van toezicht neemt waar.',
    })
    await legActieVast(
      marloes('2026-11-05'),
      opmerking,
      actie('Meldt de nieuwe bestuurder aan de gemeenten', '2027-01-08', 'Kees Dorland'),
    )
    await deelVerslag(marloes('2026-11-09'), opmerking)
    await reageerOpVerslag(als('Kees Dorland', 'aanbieder directie', '2026-11-12', '98990129'), opmerking, {
      soort: 'opmerking',
      tekst: 'De bestuurder vertrekt per 1 februari, niet per 1 januari.',
    })
    // planned, and some held earlier in the year
    for (const [agb, datum] of [
      ['98990108', '2026-06-04'],
      ['98990122', '2026-09-10'],
    ] as const) {
      const id = await plan(marloes('2026-03-02'), agb, datum)
      await houd(marloes(datum), id, {
        Vaststellen: 'De agenda is vastgesteld.',
        Governance: 'De zelfevaluatie is besproken.',
      })
      await deelVerslag(marloes(datum), id)
      await maakVerslagDefinitief(marloes(dag(datum).add({ days: 21 }).toString()), id)
    }
    await plan(marloes('2026-11-16'), '98990136', '2026-12-15')
    const weg = await plan(marloes('2026-11-02'), '98990157', '2026-11-19')
    await annuleerGesprek(marloes('2026-11-17'), weg, 'De aanbieder vraagt om een nieuwe datum na de verhuizing.')
    // with who gives the order, and among ourselves
    const opdracht = await plan(marloes('2026-04-13'), '', '2026-05-12', {
      soort: 'opdrachtgeversoverleg',
      gemeenteCode: '0479',
    })
    await houd(marloes('2026-05-12'), opdracht, { Actuele: 'De gemeente verwacht meer vraag naar begeleiding.' })
    await deelVerslag(marloes('2026-05-18'), opdracht)
    await maakVerslagDefinitief(marloes('2026-05-18'), opdracht)
    await plan(marloes('2026-11-02'), '', '2026-12-08', { soort: 'opdrachtgeversoverleg', gemeenteCode: '0439' })
    const intern = await plan(marloes('2026-11-16'), '', '2026-11-24', {
      soort: 'intern-overleg',
      gebruikerIds: [personen.get('Imke Smit')!, personen.get('Sven Postma')!],
      wijze: 'digitaal',
      plaats: '',
    })
    await nodigDeelnemersUit(marloes('2026-11-16'), intern)
  })
}
