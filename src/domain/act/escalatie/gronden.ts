/**
 * Every ground on which a step of a ladder can rest, with the sentence people read. A closed list: a ladder chooses from it, so that a
 * ground means the same in every region. Numbers are those of the specification; 3.19 is the contract standard Wmo.
 */
export const gronden = {
  // Why a case begins (ESA-01, ESB-01)
  kpi: 'Een KPI is onvoldoende',
  prestatieafspraak: 'Een prestatieafspraak is niet nagekomen',
  'andere-afspraak': 'Een andere afspraak of eis is niet nagekomen',
  signaal: 'Een signaal is onderzocht en geeft aanleiding',
  steekproef: 'In de steekproef voldoet meer dan tien procent niet',
  kwaliteit: 'Tekortkoming in de kwaliteit',
  continuiteit: 'Tekortkoming in de continuïteit',
  rechtmatigheid: 'Tekortkoming in de rechtmatigheid',
  tijdigheid: 'Tekortkoming in de tijdigheid',
  // From step 1 straight to step 3 (ESA-06, ESA-07)
  houding: 'Uit houding of mededeling blijkt dat verbeteren binnen de termijn niet lukt',
  'blijvend-onmogelijk': 'Nakoming is blijvend onmogelijk',
  // From step 2 to step 3 (ESA-15, ESA-17), and up the ladder of Flevoland
  'plan-onvoldoende': 'Het verbeterplan is onvoldoende',
  'uitvoering-onvoldoende': 'Het verbeterplan is onvoldoende uitgevoerd',
  'resultaat-onvoldoende': 'Het verbeterplan heeft onvoldoende resultaat',
  'plan-niet-ontvangen': 'Het verbeterplan is niet opgeleverd',
  'verbetering-niet-gerealiseerd': 'Een of meer verbeteringen zijn niet gerealiseerd zoals afgesproken',
  'niet-gerapporteerd': 'De gerealiseerde verbeteringen zijn niet gerapporteerd',
  'reactie-ontbreekt': 'De aanbieder heeft niet gereageerd',
  'reactie-onvoldoende': 'De reactie van de aanbieder is onvoldoende',
  'geen-herstel': 'Herstel is uitgebleven',
  'acuut-gevaar': 'De veiligheid van cliënten is acuut in gevaar',
  // What a measure rests on (ESA-18)
  'art-3.19.1': 'Artikel 3.19.1: bijstellen, terugvorderen, korten of opzeggen',
  'art-3.19.2': 'Artikel 3.19.2: schadevergoeding',
  'art-3.19.3': 'Artikel 3.19.3: onjuiste opgaven bij de inkoop',
  'art-3.19.4': 'Artikel 3.19.4: directe ontbinding',
  'art-3.19.5': 'Artikel 3.19.5: overmacht langer dan dertig dagen',
  inkoopvoorwaarden: 'Algemene inkoopvoorwaarden',
  wet: 'Een maatregel volgens de wet',
  // How a case ends
  'maatregel-voltooid': 'De maatregel is voltooid',
  'overeenkomst-geeindigd': 'De overeenkomst is geëindigd',
  verhaald: 'De kosten of schade zijn verhaald',
  hersteld: 'De tekortkoming is hersteld',
  ongegrond: 'Het onderzoek geeft geen grond',
  'risico-weg': 'Het risico is weggenomen',
} as const

export type Grond = keyof typeof gronden
