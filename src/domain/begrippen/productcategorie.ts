// The national code lists WMO020 (iWmo 3.2) and JZ020 (iJw 3.2), in short words.
const NAMEN: Record<string, string> = {
  '01': 'Hulp bij het huishouden',
  '02': 'Begeleiding',
  '03': 'Persoonlijke verzorging',
  '04': 'Kortdurend verblijf',
  '05': 'Woondiensten',
  '06': 'Overige individuele ondersteuning',
  '07': 'Dagbesteding',
  '08': 'Vervoerdiensten',
  '09': 'Overige groepsgerichte ondersteuning',
  '10': 'Overige maatwerkarrangementen',
  '11': 'Rolstoelen',
  '12': 'Vervoervoorzieningen',
  '13': 'Woonvoorzieningen',
  '14': 'Overige hulpmiddelen',
  '15': 'Beschermd wonen',
  '16': 'Opvang',
  '17': 'Spoedopvang',
  '18': 'Overige beschermd wonen en opvang',
  '40': 'Persoonlijke verzorging jeugd',
  '41': 'Dagbehandeling',
  '42': 'Vervoerdiensten jeugd',
  '43': 'Jeugdhulp met verblijf en behandeling',
  '44': 'Jeugdhulp met verblijf zonder behandeling',
  '45': 'Jeugdhulp ambulant',
  '46': 'Jeugdhulp crisis',
  '47': 'Jeugdreclassering',
  '48': 'Jeugdbescherming',
  '49': 'Activiteiten in het preventief justitieel kader',
  '50': 'Maatwerkarrangementen jeugd',
  '51': 'Generalistische basis-ggz',
  '52': 'Specialistische ggz',
  '53': 'Kindergeneeskunde',
  '54': 'Jeugd-ggz',
  '55': 'Landelijk ingekochte zorg',
}

/** "Begeleiding" for "02"; a code the lists do not know is shown as it is. */
export function categorienaam(code: string): string {
  return NAMEN[code] ?? `Categorie ${code}`
}
