import { beschrijf, beschrijvingen } from '../../src/domain/do/bericht/beschrijving/berichten.ts'
import type { Element, Waardetype } from '../../src/domain/do/bericht/beschrijving/vorm.ts'
import { xml301, xml305, xml307, xml323, xml325, xmlRetour } from '../builders-bericht.ts'
import { gewoon, maakBoom, schrijf, type Boom } from './bericht-boom.ts'
import { ANDERE_BSN, BSN, FOUTE_BSN, KANARIES, PERSOON } from './kanaries.ts'

type Bestanden = Record<string, string | Buffer>

/** What else is in a full message. Everything not named here is left out when it may, and else the first value of its type. */
const VELDEN: Record<string, string> = {
  toewijzingNummer: '1001',
  productcategorie: '01',
  productcode: '01A03',
  toewijzingsdatum: '2024-01-10',
  toewijzingstijd: '10:00:00',
  ingangsdatum: '2024-01-15',
  einddatum: '2026-12-31',
  volume: '10',
  eenheid: '04',
  frequentie: '2',
  begindatum: '2024-01-22',
  toewijzingIngangsdatum: '2024-01-15',
  statusAanlevering: '1',
  redenBeeindiging: '21',
  dagtekening: '2024-03-05',
  dagtekeningRetour: '2024-03-06',
  declaratieDagtekening: '2024-03-05',
  declaratiedagtekening: '2024-03-05',
  declaratienummer: 'DVOL',
  periodeBegin: '2024-02-01',
  periodeEinde: '2024-02-29',
  tariefCent: '3540',
  bedragCent: '35400',
  ingediendCent: '35400',
  toegekendCent: '0',
  debetCredit: 'D',
  ingediendDc: 'D',
  toegekendDc: 'D',
  retourcodes: '9019',
  clientRetourcodes: '9019',
  antwoordRetourcodes: '0200',
}

/** Elements about a client that hold a code, a letter or a small number, so that nothing in them can be recognised. */
export const onherkenbaar = new Set<string>()

/** A message in which every element about a client is filled with what can be found again, whatever the description holds. */
function volBericht(wortel: Element, velden: Record<string, string>): Boom[] {
  const { naam, basis, inhoud, verplicht } = wortel
  if ('groep' in inhoud) {
    const kinderen = inhoud.groep.elementen.flatMap((element) => volBericht(element, velden))
    return kinderen.length === 0 ? [] : [maakBoom(naam, basis, '', kinderen)]
  }
  const { doel, waarde } = inhoud
  if (doel.soort === 'persoon' || doel.soort === 'bsn') {
    return [maakBoom(naam, basis, naam === 'Bsn' ? BSN : persoonlijk(naam, waarde))]
  }
  const tekst = 'veld' in doel ? velden[doel.veld] : undefined
  return tekst === undefined && !verplicht ? [] : [maakBoom(naam, basis, tekst ?? eerste(waarde))]
}

function persoonlijk(naam: string, type: Waardetype): string {
  const waarde = (PERSOON as Partial<Record<string, string>>)[naam]
  if (type.soort === 'code' || type.soort === 'getal' || waarde === undefined || !KANARIES.includes(waarde)) {
    onherkenbaar.add(naam)
  }
  return type.soort === 'code' || type.soort === 'getal' ? eerste(type) : (waarde ?? eerste(type))
}

function eerste(type: Waardetype): string {
  switch (type.soort) {
    case 'code':
      return type.codes[0]!
    case 'getal':
      return type.letterlijk ?? '7'
    case 'datum':
      return '2024-01-15'
    case 'tijd':
      return '10:00:00'
    case 'tekst':
      return ['x', '1.0.0', '12'].find((tekst) => type.patroon?.test(tekst) ?? true)!
  }
}

/** All sixteen messages, full: `vol-wmo301.xml` … `vol-jw325.xml`. */
function volleBerichten(): Bestanden {
  const bestanden: Bestanden = {}
  for (const { wet, soort } of beschrijvingen) {
    const vanGemeente = ['301', '302', '325'].includes(soort)
    const jw = wet === 'jw'
    const beschrijving = beschrijf(wet, soort)
    const velden = {
      ...VELDEN,
      afzender: vanGemeente ? '0439' : '98990101',
      ontvanger: vanGemeente ? '98990101' : '0439',
      // the answers are about messages that never came: a rejected 301 would take the others with it
      identificatie: ['302', '306', '308'].includes(soort) ? `WEG${soort}` : `VOL${soort}`,
      identificatieRetour: `RET${soort}`,
      declaratieIdentificatie: 'VOL323',
      referentie: 'RVOL',
      ...(soort === '307' && { einddatum: '2024-05-31' }),
      ...(jw && { productcategorie: '45', productcode: '45A03', redenBeeindiging: '32' }),
    }
    const [boom] = volBericht(beschrijving.wortel, velden)
    bestanden[`vol-${wet}${soort}.xml`] = schrijf(boom!, beschrijving, gewoon)
  }
  return bestanden
}

/** Every way to be refused, each with somebody in what is wrong. */
function geweigerd(): Bestanden {
  const wie = { bsn: BSN }
  const stuk = metPersoon(xml301({ identificatie: 'X1', ...wie }, { nummer: 5 }))
  const fout = (van: string | RegExp, naar: string) => {
    const anders = stuk.replace(van, naar)
    if (anders === stuk) throw new Error(`nothing replaced: ${String(van)}`)
    return anders
  }
  return {
    'elfproef.xml': xml301({ identificatie: 'X2', bsn: FOUTE_BSN }),
    'kapot.xml': stuk.slice(0, -40),
    'bsn-als-geslacht.xml': fout('<m:Geslacht>2<', `<m:Geslacht>${BSN}<`),
    'naam-als-geslacht.xml': fout('<m:Geslacht>2<', '<m:Geslacht>Kanariezanger<'),
    'naam-als-datum.xml': fout('<b:Datum>1899-02-13<', '<b:Datum>Pietje Kwetter<'),
    'naam-als-bsn.xml': fout(`<m:Bsn>${BSN}<`, '<m:Bsn>Kanariezanger<'),
    'bsn-als-gemeente.xml': fout('<m:Afzender>0439<', `<m:Afzender>${BSN}<`),
    'bsn-als-nummer.xml': fout('<m:ToewijzingNummer>5<', `<m:ToewijzingNummer>${BSN}${BSN}<`),
    'naam-als-nummer.xml': fout('<m:ToewijzingNummer>5<', '<m:ToewijzingNummer>Kanariezanger<'),
    'bsn-te-lang.xml': fout('<b:Identificatie>X1<', `<b:Identificatie>${BSN}${BSN}<`),
    'naam-te-lang.xml': fout('<b:Identificatie>X1<', '<b:Identificatie>Kanariezanger<'),
    'element.xml': fout('<m:Geslacht>2</m:Geslacht>', '<m:Kanariezanger>2</m:Kanariezanger>'),
    'losse-tekst.xml': fout('</m:Client>', `Kanariezanger ${BSN}</m:Client>`),
    'attribuut.xml': fout('<m:Client>', `<m:Client wie="${BSN}" Kanariezanger="1">`),
    'naamruimte.xml': fout('/wmo301/schema', `/wmo301/Kanariezanger/${BSN}`),
    'doctype.xml': fout('<m:Bericht', `<!DOCTYPE x [<!ENTITY a "${BSN}">]><m:Bericht`),
    'entiteit.xml': fout('<m:Geslacht>2<', '<m:Geslacht>&Kanariezanger;<'),
    'latin.xml': Buffer.from(stuk.replace('Kanariezanger', 'Kanariezanger é'), 'latin1'),
    'prestatie.xml': metPersoon(
      xml323({ identificatie: 'D9' }, { bsn: BSN, referentie: 'R1' }, { bsn: FOUTE_BSN, referentie: FOUTE_BSN }),
    ),
    'evaluaties.csv': `gemeentecode;toewijzingNummer;datum;soort;resultaat;reden\n0439;${BSN}x;1899-02-13;Pietje Kwetter;behaald;Kanariezanger\n`,
    'cto.csv': `jaar;veldwerkEinde;gemeentecode;toewijzingNummer;cijfer;datumRespons\n2024;1899-02-13;0439;1001;${BSN};Kanariezanger\n`,
    'aanbieders.csv': `agb;kvk;naam;rechtsvorm;plaats;grootteklasse;medewerkers;contractVan\n98990199;99331299;Zorg ${BSN};bv;Tjilpstad;klein;3;1899-02-13\n`,
    'onbekende-kolom.csv': `agb;kvk;naam;${BSN};Kanariezanger\n1;2;Pietje Kwetter;4;5\n`,
  }
}

/** A BSN where a number that the sender made up belongs: the messages are good and count. */
function verkeerdVeld(): Bestanden {
  const bsn = ANDERE_BSN
  const regel = { bsn, nummer: 2002, referentie: `${bsn}202402` }
  const afgewezen = { ...regel, referentie: `${bsn}.B` }
  return {
    'verkeerd-301.xml': xml301({ identificatie: bsn, bsn }, { nummer: 2002 }),
    'verkeerd-302.xml': xmlRetour(302, { identificatie: bsn, identificatieRetour: BSN }),
    'verkeerd-305.xml': xml305({ identificatie: BSN, bsn }, { nummer: 2002 }),
    'verkeerd-307.xml': xml307(
      { identificatie: `X-${BSN}`, bsn },
      { nummer: 2002, einddatum: '2024-05-31', reden: '21' },
    ),
    'verkeerd-323.xml': xml323({ identificatie: `D${bsn}`, nummer: bsn }, regel, afgewezen),
    'verkeerd-credit.xml': xml323(
      { identificatie: 'DCREDIT', nummer: `D${bsn}` },
      { ...regel, referentie: bsn, vorige: regel.referentie, credit: true },
    ),
    'verkeerd-325.xml': xml325({ identificatie: BSN, declaratie: `D${bsn}`, ingediend: 70_800 }, afgewezen),
  }
}

/** Good messages from the plain builders, and names of files with nine digits. */
function gewone(): Bestanden {
  const wie = { bsn: BSN }
  const berichten = {
    't1.xml': xml301({ identificatie: 'T1', ...wie }, { nummer: 1500 }),
    's1.xml': xml305({ identificatie: 'S1', ...wie }, { nummer: 1500 }),
    'p1.xml': xml307({ identificatie: 'P1', ...wie }, { nummer: 1500 }),
    'd1.xml': xml323({ identificatie: 'D1' }, { ...wie, nummer: 1500, referentie: 'R11' }),
    'wacht.xml': xml305({ identificatie: 'S2', bsn: ANDERE_BSN }, { nummer: 77 }),
    [`${BSN}.xml`]: xml305({ identificatie: 'S3', bsn: ANDERE_BSN }, { nummer: 78 }),
    [`dossier 9999.32.172 ${ANDERE_BSN}.xml`]: xml305({ identificatie: 'S4', bsn: ANDERE_BSN }, { nummer: 79 }),
    [`leeg-${BSN}.xml`]: '',
  }
  return Object.fromEntries(
    Object.entries(berichten).map(([naam, inhoud]) => [naam, inhoud === '' ? '' : metPersoon(inhoud)]),
  )
}

function metPersoon(xml: string): string {
  return xml.replaceAll('Proefpersoon', PERSOON.Achternaam).replaceAll('1951-04-08', PERSOON.Datum)
}

export function kanariebestanden(): Bestanden {
  return { ...volleBerichten(), ...geweigerd(), ...verkeerdVeld(), ...gewone() }
}
