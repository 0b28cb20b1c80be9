import type { Dekking } from '../../domain/plan/organisatie/dienstverlening.ts'
import type { Gebrek } from '../../domain/plan/organisatie/gebreken.ts'
import type { Maatregelstand } from '../../domain/plan/organisatie/maatregel.ts'
import type { Modelversie } from '../../domain/plan/organisatie/model.ts'
import type { Modelsoort } from '../../domain/plan/organisatie/regels.ts'
import type { Onderwerp, Partner } from '../../domain/plan/organisatie/samenwerking.ts'
import { routes } from '../routes.ts'
import type { Oordeelsoort } from '../ui/oordeel.tsx'
import { aantal, datum, hoofdletter, opsomming } from '../ui/notatie.ts'

type Gemeenten = readonly { code: string; naam: string }[]

export const modelnamen: Record<Modelsoort, string> = { positionering: 'Positionering', functiemodel: 'Functiemodel' }
export const partnernamen: Record<Partner, string> = { beleid: 'beleid', wijkteam: 'de wijkteams' }
export const onderwerpnamen: Record<Onderwerp, string> = {
  verantwoordelijkheden: 'Wie waarvoor verantwoordelijk is',
  samenwerking: 'Hoe er wordt samengewerkt',
}

export const maatregelstanden: Record<Maatregelstand, { oordeel: Oordeelsoort; tekst: string }> = {
  loopt: { oordeel: 'loopt', tekst: 'loopt' },
  'te laat': { oordeel: 'onvoldoende', tekst: 'te laat' },
  gereed: { oordeel: 'voldoende', tekst: 'gedaan' },
  vervallen: { oordeel: 'niet meetbaar', tekst: 'vervallen' },
}

export const dekkingstanden: Record<Dekking<unknown>['stand'], { oordeel: Oordeelsoort; tekst: string }> = {
  geen: { oordeel: 'niet aangeleverd', tekst: 'geen overeenkomst' },
  'begint nog': { oordeel: 'onvoldoende', tekst: 'begint nog' },
  verlopen: { oordeel: 'onvoldoende', tekst: 'verlopen' },
  loopt: { oordeel: 'voldoende', tekst: 'loopt' },
  'loopt af': { oordeel: 'loopt', tekst: 'loopt af' },
}

/** "Purmerend en Oostzaan"; all of them are "alle gemeenten". */
export function gemeentenamen(codes: readonly string[], gemeenten: Gemeenten): string {
  if (codes.length === gemeenten.length && codes.length > 1)
    return `alle ${aantal(codes.length, 'gemeente', 'gemeenten')}`
  return opsomming(codes.map((code) => gemeenten.find((een) => een.code === code)?.naam ?? code))
}

/** Who does the work in this model: "gemeente Zaanstad", "Serviceteam", or the gemeenten themselves. */
export function uitvoerderVan({ centrumgemeente, uitvoerder }: Modelversie, gemeenten: Gemeenten): string {
  if (centrumgemeente !== null)
    return `gemeente ${gemeenten.find(({ code }) => code === centrumgemeente)?.naam ?? centrumgemeente}`
  return uitvoerder === '' ? 'de gemeenten zelf' : uitvoerder
}

/** What is missing, in a sentence, with where it is repaired. */
export function gebrekzin(gebrek: Gebrek, gemeenten: Gemeenten): { zin: string; href: string } {
  switch (gebrek.soort) {
    case 'geen model':
      return {
        zin: `Niet vastgelegd: ${gebrek.model === 'positionering' ? 'waar contractmanagement is belegd' : 'hoe inhoud en contract over functies zijn verdeeld'}`,
        href: `${routes.organisatie('model')}#${gebrek.model}`,
      }
    case 'model past niet':
      return {
        zin: `Het gekozen model past niet: ${gebrek.uitvoerder} voert contractmanagement regionaal uit`,
        href: `${routes.organisatie('model')}#positionering`,
      }
    case 'nadelen zonder maatregel':
      return {
        zin: `${modelnamen[gebrek.model]}: ${aantal(gebrek.aantal, 'bekend nadeel of risico', 'bekende nadelen en risico’s')} zonder maatregel`,
        href: `${routes.organisatie('model')}#${gebrek.model}`,
      }
    case 'maatregelen te laat':
      return {
        zin: `${aantal(gebrek.aantal, 'maatregel is', 'maatregelen zijn')} te laat`,
        href: `${routes.organisatie('model')}#maatregelen`,
      }
    case 'geen dienstverlening':
      return {
        zin: `Geen lopende dienstverleningsovereenkomst: ${gemeentenamen(gebrek.gemeenten, gemeenten)}`,
        href: routes.organisatie('dienstverlening'),
      }
    case 'dienstverlening loopt af':
      return {
        zin: `De dienstverleningsovereenkomst met ${gemeentenamen([gebrek.gemeente], gemeenten)} eindigt op ${datum(gebrek.tot)}`,
        href: routes.organisatie('dienstverlening'),
      }
    case 'samenwerking ontbreekt':
      return {
        zin: `Samenwerking met beleid en wijkteams: ${aantal(gebrek.aantal, 'afspraak ontbreekt', 'afspraken ontbreken')}, bij ${gemeentenamen(gebrek.gemeenten, gemeenten)}`,
        href: routes.organisatie('samenwerking'),
      }
    case 'harmonisatie ontbreekt':
      return {
        zin: `${hoofdletter(gebrek.onderwerp)}: geen gelijke afspraak met ${gemeentenamen(gebrek.gemeenten, gemeenten)}`,
        href: routes.organisatie('harmonisatie'),
      }
  }
}
