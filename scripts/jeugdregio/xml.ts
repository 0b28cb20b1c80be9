/** `<soort:Naam>` around what is inside; in the second namespace of the message `ijw` where the schema says so. */
export const el = (naam: string, ...binnen: readonly string[]) => `<${naam}>${binnen.join('')}</${naam}>`

type Kop = { soort: '301' | '305' | '307' | '323'; afzender: string; ontvanger: string; nummer: string; datum: string }

const BERICHTCODE = { '301': '436', '305': '438', '307': '440', '323': '490' } as const

/** A whole message of iJw 3.2: the header, and what is inside. */
export function bericht({ soort, afzender, ontvanger, nummer, datum }: Kop, binnen: string): string {
  const versies = el('i:BasisschemaXsdVersie', '1.0.0') + el('i:BerichtXsdVersie', '1.0.0')
  const kop = el(
    'Header',
    el('BerichtCode', BERICHTCODE[soort]),
    el('BerichtVersie', '3'),
    el('BerichtSubversie', '2'),
    el('Afzender', afzender),
    el('Ontvanger', ontvanger),
    el('BerichtIdentificatie', el('i:Identificatie', nummer), el('i:Dagtekening', datum)),
    el('XsdVersie', versies),
  )
  const ruimten = `xmlns="http://www.istandaarden.nl/ijw/3_2/jw${soort}/schema" xmlns:i="http://www.istandaarden.nl/ijw/3_2/basisschema/schema"`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Bericht ${ruimten}>${kop}${binnen}</Bericht>\n`
}
