/** The three KPI's in the order people read them, with the letter that stands for each in narrow columns. */
export const kpis = [
  { code: 'clienttevredenheid', letter: 'T', naam: 'Cliënttevredenheid' },
  { code: 'resultaat-behaald', letter: 'R', naam: 'Resultaat behaald' },
  { code: 'start-zorg', letter: 'S', naam: 'Start zorg' },
] as const
