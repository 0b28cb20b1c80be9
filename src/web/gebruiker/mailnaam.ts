import type { Mailsoort } from '../../domain/plan/account/mailtekst.ts'

const namen: Record<Mailsoort, string> = {
  uitnodiging: 'Uitnodiging',
  'toegang-hersteld': 'Toegang opnieuw ingesteld',
  wachtwoord: 'Link voor een nieuw wachtwoord',
  'geen-wachtwoord': 'Uitleg: geen wachtwoord',
  'wachtwoord-gewijzigd': 'Wachtwoord gewijzigd',
  'tweede-factor-gewijzigd': 'Tweede factor gewijzigd',
  'herstelcode-gebruikt': 'Herstelcode gebruikt',
  herinnering: 'Herinnering aan termijnen',
}

/** What a mail is called in a list. */
export function maakMailnaam(soort: string): string {
  return namen[soort as Mailsoort]
}
