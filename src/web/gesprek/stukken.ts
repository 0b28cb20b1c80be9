import { actiestanden } from '../../domain/act/gesprek/actiestand.ts'
import { bronnen } from '../../domain/check/bevinding/bevinding.ts'
import { klassen } from '../../domain/plan/risico/klasse.ts'
import type { Afzender, Blok, Document } from '../../platform/document/document.ts'
import { kpiNamen, uitkomstTekst } from '../kpi/uitkomst-tekst.ts'
import { bedragHeel, datum, datumLang } from '../ui/notatie.ts'
import type { Kader } from './lees-kader.ts'
import type { Pakket } from './voorbereiding-page.tsx'

const kop = (tekst: string): Blok => ({ soort: 'kop', niveau: 2, tekst })
const alinea = (tekst: string): Blok => ({ soort: 'alinea', tekst })
// notation of pages keeps words together with spaces that a document need not have
const gewoon = (tekst: string) => tekst.replaceAll('\u00a0', ' ')

function basis({ ctx, gesprek, overeenkomsten }: Kader, afzender: Afzender): Omit<Document, 'titel' | 'blokken'> {
  const klok = (tijd: string) => tijd.replace(':', '.')
  const kenmerken: [string, string][] = [
    ['Wanneer', `${gewoon(datumLang(gesprek.datum))}, ${klok(gesprek.begintijd)} – ${klok(gesprek.eindtijd)} uur`],
    ['Waar', gesprek.plaats],
    ['Met', gesprek.aanbieder ?? gesprek.gemeente ?? ''],
    ['Overeenkomst', overeenkomsten.map(({ nummer, onderwerp }) => `${nummer}, ${onderwerp}`).join('; ')],
  ]
  return {
    afzender,
    geadresseerde: null,
    kenmerken: kenmerken.filter(([, waarde]) => waarde !== ''),
    auteur: afzender.naam,
    gemaaktOp: ctx.now,
  }
}

function agenda({ punten }: Kader): Blok[] {
  if (punten.length === 0) return []
  const regels = punten.map(({ nummer, titel, toelichting }) => [
    nummer,
    toelichting === '' ? titel : `${titel}\n${toelichting}`,
  ])
  return [
    kop('Agenda'),
    { soort: 'tabel', bijschrift: 'Agenda', koppen: ['Nr.', 'Onderwerp'], rijen: regels, breedtes: [1, 8] },
  ]
}

/** The invitation to a meeting with its agenda, for the aanbieder or gemeente (GES-10). */
export function maakUitnodigingstuk(kader: Kader, afzender: Afzender): Document {
  const { gesprek, deelnemers } = kader
  const mensen = deelnemers.map(({ naam, functie }) => (functie ? `${naam}, ${functie}` : naam))
  return {
    ...basis(kader, afzender),
    titel: `Uitnodiging: ${gesprek.titel}`,
    geadresseerde: gesprek.aanbieder ?? gesprek.gemeente,
    blokken: [
      alinea('Geachte heer, mevrouw,'),
      alinea(`Wij nodigen u uit voor ${gesprek.titel}.`),
      ...(gesprek.rapportageUiterlijk === null
        ? []
        : [
            alinea(
              `Wij ontvangen uw rapportage graag uiterlijk op ${gewoon(datumLang(gesprek.rapportageUiterlijk))}. Noem geen cliënten bij naam.`,
            ),
          ]),
      ...(mensen.length === 0 ? [] : [kop('Wie er zijn'), { soort: 'lijst' as const, punten: mensen }]),
      ...agenda(kader),
      { soort: 'alinea', tekst: `Met vriendelijke groet,\n\n${gesprek.eigenaar}\nnamens ${afzender.naam}`, heel: true },
    ],
  }
}

/** The preparation pack on paper (GES-14, GES-18): what the page shows this person, no more. */
export function maakVoorbereidingstuk(kader: Kader, pakket: Pakket, afzender: Afzender): Document {
  const { klasse, kpi, acties, bevindingen, geld, certificaten, rapportage } = pakket
  const subregios = new Map(kpi?.subregios.map(({ id, naam }) => [id, naam]))
  const cellen = kpi?.punten.filter(({ jaar }) => jaar === Math.max(...kpi.punten.map((punt) => punt.jaar))) ?? []
  const tabel = (bijschrift: string, koppen: string[], rijen: string[][], leeg: string, breedtes?: number[]): Blok =>
    rijen.length === 0
      ? alinea(leeg)
      : {
          soort: 'tabel',
          bijschrift,
          koppen,
          rijen: rijen.map((rij) => rij.map(gewoon)),
          ...(breedtes && { breedtes }),
        }
  return {
    ...basis(kader, afzender),
    titel: `Voorbereiding: ${kader.gesprek.titel}`,
    blokken: [
      alinea(
        klasse === null
          ? 'Er is nog geen klasse vastgesteld.'
          : `Klasse ${String(klasse)}: ${klassen[klasse].toLowerCase()}.`,
      ),
      ...(kpi === null
        ? []
        : [
            kop('KPI’s'),
            tabel(
              cellen[0]
                ? `Resultaten over ${String(cellen[0].jaar)}${cellen[0].voorlopig ? ', voorlopig' : ''}`
                : 'Resultaten',
              ['KPI', 'Subregio', 'Resultaat', 'Oordeel'],
              cellen.map((cel) => [
                kpiNamen[cel.kpi],
                subregios.get(cel.subregioId) ?? '',
                uitkomstTekst(cel),
                cel.oordeel ?? '–',
              ]),
              'Er zijn nog geen resultaten.',
              [3, 3, 3, 2],
            ),
          ]),
      ...(bevindingen === null
        ? []
        : [
            kop('Open bevindingen'),
            tabel(
              'Open bevindingen',
              ['Bevinding', 'Bron', 'Subregio'],
              bevindingen.map(({ titel, bron, subregio }) => [titel, bronnen[bron], subregio ?? '']),
              'Er staan geen bevindingen open.',
              [4, 2, 2],
            ),
          ]),
      kop('Lopende acties'),
      tabel(
        'Lopende acties',
        ['Wat', 'Wie', 'Klaar op', 'Stand'],
        acties.map(({ tekst, eigenaar, einddatum, stand }) => [tekst, eigenaar, datum(einddatum), actiestanden[stand]]),
        'Er lopen geen acties.',
        [5, 3, 2, 2],
      ),
      ...(geld === null
        ? []
        : [
            kop('Budget'),
            tabel(
              'Gedeclareerd en plafond per jaar',
              ['Jaar', 'Gedeclareerd', 'Plafond'],
              geld
                .slice(0, 3)
                .map(({ jaar, gedeclareerdCent, plafondCent }) => [
                  String(jaar),
                  bedragHeel(gedeclareerdCent),
                  plafondCent === null ? 'geen' : bedragHeel(plafondCent),
                ]),
              'Er is nog niets gedeclareerd.',
            ),
          ]),
      kop('Certificaten'),
      certificaten.length === 0
        ? alinea('Er zijn geen certificaten vastgelegd.')
        : {
            soort: 'lijst',
            punten: certificaten.map(({ naam, geldigTot }) => gewoon(`${naam}, geldig tot en met ${datum(geldigTot)}`)),
          },
      ...(rapportage.length === 0
        ? []
        : [
            kop('Rapportage van de aanbieder'),
            ...kader.regels.regels.rapportage.delen.flatMap(({ code, naam }): Blok[] => [
              { soort: 'kop', niveau: 3, tekst: naam },
              alinea(rapportage.find((deel) => deel.code === code)?.tekst ?? 'Niet ingevuld.'),
            ]),
          ]),
      ...agenda(kader),
    ],
  }
}
