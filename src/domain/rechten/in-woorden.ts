import { geeft, rechten, type Recht } from '../rechten.ts'

/** What somebody sees with a right, or does with it: the words of the handbook and of the page about rights. */
export const woorden: Record<Recht, { ziet: string } | { doet: string }> = {
  'aanbieder:lezen': { ziet: 'aanbieders' },
  'overeenkomst:lezen': { ziet: 'overeenkomsten' },
  'budget:lezen': { ziet: 'budget' },
  'bericht:lezen': { ziet: 'berichten' },
  'casus:lezen': { ziet: 'casussen' },
  'kpi:lezen': { ziet: 'KPI’s' },
  'bevinding:lezen': { ziet: 'bevindingen' },
  'evaluatie:lezen': { ziet: 'ingelezen evaluaties' },
  'mandaat:lezen': { ziet: 'taakverdeling' },
  'inrichting:lezen': { ziet: 'inrichting' },
  'gebruiker:lezen': { ziet: 'gebruikers' },
  'bewaren:lezen': { ziet: 'bewaartermijnen en vernietigingen' },
  'client:lezen': { ziet: 'op verzoek alles over één cliënt' },
  'audit:lezen': { ziet: 'het logboek' },
  'aanbieder:wijzigen': { doet: 'wijst contractmanagers aan en houdt contactpersonen bij' },
  'overeenkomst:wijzigen': { doet: 'wijzigt overeenkomsten' },
  'overeenkomst:verlengen': { doet: 'verlengt overeenkomsten' },
  'overeenkomst:toewijzen': { doet: 'wijst functies toe' },
  'aanbieder:inlezen': { doet: 'leest aanbieders in' },
  'overeenkomst:inlezen': { doet: 'leest overeenkomsten in' },
  'bericht:inlezen': { doet: 'leest berichten in' },
  'bericht:aanvaarden': { doet: 'aanvaardt berichten' },
  'cto:inlezen': { doet: 'leest cliënttevredenheid in' },
  'evaluatie:inlezen': { doet: 'leest evaluaties in' },
  'kpi:berekenen': { doet: 'laat KPI’s berekenen' },
  'kpi:vaststellen': { doet: 'stelt KPI’s vast' },
  'bevinding:vastleggen': { doet: 'legt bevindingen vast' },
  'bevinding:beoordelen': { doet: 'besluit over bevindingen' },
  'budget:voorstellen': { doet: 'stelt plafonds voor' },
  'budget:besluiten': { doet: 'besluit met mandaat over plafonds' },
  'waarneming:eigen': { doet: 'regelt de eigen waarneming' },
  'werk:overdragen': { doet: 'draagt werk over' },
  'mandaat:wijzigen': { doet: 'wijzigt taken en mandaten' },
  'bewaren:voorbereiden': { doet: 'legt vernietigingen voor' },
  'bewaren:besluiten': { doet: 'besluit over vernietigen' },
  'client:verwijderen': { doet: 'verwijdert op verzoek een cliënt' },
  'gebruiker:wijzigen': { doet: 'beheert gebruikers' },
  'inrichting:wijzigen': { doet: 'wijzigt normen' },
}

/** What a role sees and does, in words, in the order above. `behalve`: rights no page asks for. */
export function inWoorden(rol: string, behalve: readonly Recht[]): { ziet: string[]; doet: string[] } {
  const eigen = (Object.keys(woorden) as Recht[])
    .filter((recht) => recht in rechten && geeft(rol, recht) && !behalve.includes(recht))
    .map((recht) => woorden[recht])
  return {
    ziet: eigen.flatMap((woord) => ('ziet' in woord ? [woord.ziet] : [])),
    doet: eigen.flatMap((woord) => ('doet' in woord ? [woord.doet] : [])),
  }
}
