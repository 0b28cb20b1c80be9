/** What the rows about a client are called. */
export const tabelnamen: Record<string, string> = {
  client: 'Cliënt: label en wet',
  toewijzing: 'Toewijzingen, zoals ze nu gelden',
  toewijzing_versie: 'Toewijzingen in berichten (301)',
  start_melding: 'Starts in berichten (305)',
  stop_melding: 'Stops in berichten (307)',
  declaratie_regel: 'Gedeclareerde regels (323)',
  bericht: 'Berichten waarin de cliënt voorkomt',
  aanvaarding: 'Aanvaarde berichten',
  inleesbestand: 'Ingelezen bestanden met die berichten',
  retour: 'Antwoorden op die berichten',
  declaratie_antwoord_regel: 'Afgewezen regels (325)',
  evaluatie: 'Evaluaties',
  cto_respons: 'Antwoorden over cliënttevredenheid',
  kpi_gevallen: 'Gevallen in KPI’s',
}
