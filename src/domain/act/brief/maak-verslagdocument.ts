import type { Afzender, Blok, Document } from '../../../platform/document/document.ts'
import { datumzin } from '../../begrippen/datumzin.ts'
import type { Verslag } from '../gesprek/verslag.ts'

/** The minutes as a document (D24): from what was kept, nothing else. */
export function maakVerslagdocument(verslag: Verslag, afzender: Afzender, gemaaktOp: Temporal.Instant): Document {
  const { doel, met, datum, van, tot, plaats, overeenkomsten, aanwezig, afwezig } = verslag
  const klok = (tijd: string) => tijd.replace(':', '.')
  const kenmerken: [string, string][] = [
    ['Datum', `${datumzin(Temporal.PlainDate.from(datum))}, ${klok(van)} – ${klok(tot)} uur`],
    ['Met', met],
    ['Plaats', plaats],
    ['Overeenkomst', overeenkomsten.join(', ')],
    ['Doel', doel],
    ['Aanwezig', aanwezig.join('; ')],
    ['Afwezig', afwezig.join('; ')],
  ]
  return {
    titel: verslagtitel(verslag),
    afzender,
    geadresseerde: null,
    kenmerken: kenmerken.filter(([, waarde]) => waarde !== ''),
    blokken: [...besluiten(verslag), ...acties(verslag), ...besproken(verslag), ...reacties(verslag)],
    auteur: afzender.naam,
    gemaaktOp,
  }
}

/** "Verslag: Contractmanagementgesprek Veenlicht", with the kind of meeting when its title does not say it. */
export function verslagtitel({ naam, titel }: Pick<Verslag, 'naam' | 'titel'>): string {
  return titel.toLowerCase().startsWith(naam.toLowerCase()) ? `Verslag: ${titel}` : `Verslag: ${naam}, ${titel}`
}

const kop = (tekst: string): Blok => ({ soort: 'kop', niveau: 2, tekst })
const alinea = (tekst: string): Blok => ({ soort: 'alinea', tekst })

function besluiten({ besluiten }: Verslag): Blok[] {
  if (besluiten.length === 0) return [kop('Besluiten'), alinea('Er is niets besloten.')]
  const punten = besluiten.map(({ tekst, maatregel, als }) =>
    maatregel === null ? tekst : `${tekst} (${maatregel}, besloten als ${als?.toLowerCase() ?? ''})`,
  )
  return [kop('Besluiten'), { soort: 'lijst', punten }]
}

function acties({ acties }: Verslag): Blok[] {
  if (acties.length === 0) return [kop('Acties'), alinea('Er zijn geen acties afgesproken.')]
  const rijen = acties.map(({ tekst, wie, kant, einddatum }) => [
    tekst,
    `${wie} (${kant.toLowerCase()})`,
    datumzin(Temporal.PlainDate.from(einddatum)),
  ])
  return [
    kop('Acties'),
    {
      soort: 'tabel',
      bijschrift: 'Acties uit het gesprek',
      koppen: ['Wat', 'Wie', 'Klaar op'],
      rijen,
      breedtes: [5, 3, 2],
    },
  ]
}

function besproken({ punten }: Verslag): Blok[] {
  const gevuld = punten.filter(({ tekst }) => tekst !== '')
  if (gevuld.length === 0) return [kop('Besproken'), alinea('Er is niets opgeschreven.')]
  return [
    kop('Besproken'),
    ...gevuld.flatMap(({ nummer, titel, tekst }): Blok[] => [
      { soort: 'kop', niveau: 3, tekst: `${nummer} ${titel}` },
      ...tekst.split(/\n\s*\n/).map(alinea),
    ]),
  ]
}

function reacties({ reacties }: Verslag): Blok[] {
  if (reacties.length === 0) return []
  const punten = reacties.map(({ soort, tekst, door, op, verwerking }) =>
    [
      `${soort === 'akkoord' ? 'Akkoord' : 'Opmerking'} van ${door}, ${datumzin(Temporal.Instant.from(op).toZonedDateTimeISO('Europe/Amsterdam').toPlainDate())}`,
      tekst,
      verwerking === null ? '' : `Wat ermee is gedaan: ${verwerking}`,
    ]
      .filter(Boolean)
      .join('\n'),
  )
  return [kop('Reacties'), { soort: 'lijst', punten }]
}
