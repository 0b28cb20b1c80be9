/** ORG-10: the fields of policy an overeenkomst can be about; after the first two the "overige beleidsvelden". */
export const domeinen = {
  wmo: 'Wmo en zorg',
  jeugd: 'Jeugd',
  participatie: 'Participatie, werk en inkomen',
  recreatie: 'Recreatie',
  sport: 'Sport',
  cultuur: 'Cultuur',
  onderwijs: 'Onderwijs',
  economie: 'Economie',
  veiligheid: 'Veiligheid',
} as const

export type Domein = keyof typeof domeinen

export const domeincodes = Object.keys(domeinen) as [Domein, ...Domein[]]
