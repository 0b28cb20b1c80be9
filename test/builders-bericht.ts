// Messages of release 3.2 from a few fields. Everything left out has a readable value that fits the rest.

type Kop = { wet?: 'wmo' | 'jw'; gemeente?: string; agb?: string; identificatie?: string; dagtekening?: string }
type Retourkop = Kop & { identificatieRetour?: string; dagtekeningRetour?: string; codes?: string[] }
type Product = { nummer?: number | null; categorie?: string | null; code?: string | null }

export type Toegewezen = Product & {
  moment?: string
  ingangsdatum?: string
  einddatum?: string | null
  reden?: string | null
  volume?: number
  eenheid?: string
  frequentie?: string
}
export type Gestart = Product & { begindatum?: string; status?: number }
export type Gestopt = Gestart & { einddatum?: string; reden?: string }
export type Prestatie = Product & {
  bsn?: string
  referentie?: string
  vorige?: string | null
  van?: string
  tot?: string
  volume?: number
  eenheid?: string
  tarief?: number | null
  bedrag?: number
  credit?: boolean
}

export const BSN = { jan: '999900006', truus: '999955330', piet: '999990998' }
export const AGB = '98990101'
export const ANDERE_AGB = '98990108'
export const GEMEENTE = '0439'
export const UURTARIEF = 3540

/** Two clients with care of two aanbieders in one gemeente, with what their messages and the CSV need to say. */
export const JAN = {
  agb: '98990101',
  kvk: '99331200',
  naam: 'Veenlicht',
  overeenkomst: 'ZW-HO-001',
  nummer: 1001,
  bsn: BSN.jan,
  gemeente: '0439',
}
export const TRUUS = {
  ...JAN,
  agb: '98990108',
  kvk: '99331217',
  naam: 'Dijk',
  overeenkomst: 'ZW-HO-002',
  nummer: 2001,
  bsn: BSN.truus,
}

const berichtcodes = {
  wmo: { 301: 414, 302: 415, 305: 418, 306: 419, 307: 420, 308: 421, 323: 484, 325: 485 },
  jw: { 301: 436, 302: 437, 305: 438, 306: 439, 307: 440, 308: 441, 323: 490, 325: 491 },
}
type Soort = keyof (typeof berichtcodes)['wmo']

const el = (naam: string, inhoud: string | number | null | undefined) =>
  inhoud === null || inhoud === undefined ? '' : `<${naam}>${inhoud}</${naam}>`
const versie = el('b:BasisschemaXsdVersie', '1.0.0') + el('b:BerichtXsdVersie', '1.0.0')

function bericht(soort: Soort, kop: Kop, extraKop: string, inhoud: string): string {
  const { wet = 'wmo', gemeente = GEMEENTE, agb = AGB, identificatie = 'ID1', dagtekening = '2024-02-01' } = kop
  const [afzender, ontvanger] = [301, 302, 325].includes(soort) ? [gemeente, agb] : [agb, gemeente]
  const basis = `http://www.istandaarden.nl/i${wet}/3_2`
  const header =
    el('m:BerichtCode', berichtcodes[wet][soort]) +
    el('m:BerichtVersie', 3) +
    el('m:BerichtSubversie', 2) +
    el('m:Afzender', afzender) +
    el('m:Ontvanger', ontvanger) +
    el('m:BerichtIdentificatie', el('b:Identificatie', identificatie) + el('b:Dagtekening', dagtekening)) +
    el('m:XsdVersie', versie) +
    extraKop
  return `<?xml version="1.0" encoding="UTF-8"?><m:Bericht xmlns:m="${basis}/${wet}${soort}/schema" xmlns:b="${basis}/basisschema/schema">${el('m:Header', header)}${inhoud}</m:Bericht>`
}

const naam = (extra: string) => el('m:Naam', el('b:Geslachtsnaam', el('b:Achternaam', 'Proefpersoon')) + extra)
const persoon = (bsn: string, extra: string) =>
  el('m:Bsn', bsn) + el('m:Geboortedatum', el('b:Datum', '1951-04-08')) + el('m:Geslacht', 2) + naam(extra)

const product = ({ categorie, code }: Product) =>
  categorie === null
    ? ''
    : el('m:Product', el('b:Categorie', categorie ?? '01') + el('b:Code', code === undefined ? '01A03' : code))

export function xml301(kop: Kop & { bsn?: string }, ...producten: Toegewezen[]): string {
  const regels = (producten.length > 0 ? producten : [{}]).map((p: Toegewezen) => {
    const [datum, tijd] = (p.moment ?? '2024-01-10 10:00:00').split(' ')
    const omvang =
      el('b:Volume', p.volume ?? 2) + el('b:Eenheid', p.eenheid ?? '04') + el('b:Frequentie', p.frequentie ?? '2')
    return el(
      'm:ToegewezenProduct',
      el('m:ToewijzingNummer', p.nummer ?? 1001) +
        product(p) +
        el('m:Toewijzingsdatum', datum) +
        el('m:Toewijzingstijd', tijd) +
        el('m:Ingangsdatum', p.ingangsdatum ?? '2024-01-15') +
        el('m:Einddatum', p.einddatum === undefined ? '2026-12-31' : p.einddatum) +
        el('m:RedenWijziging', p.reden) +
        el('m:Omvang', omvang),
    )
  })
  const contact = el('m:Contactgegevens', el('m:Contact', el('m:Soort', '01')))
  const client = persoon(kop.bsn ?? BSN.jan, el('b:NaamGebruik', 1)) + contact
  return bericht(301, kop, '', el('m:Client', client + el('m:ToegewezenProducten', regels.join(''))))
}

export function xml305(kop: Kop & { bsn?: string }, ...producten: Gestart[]): string {
  const regels = (producten.length > 0 ? producten : [{}]).map((p: Gestart) =>
    el(
      'm:StartProduct',
      el('m:ToewijzingNummer', p.nummer === undefined ? 1001 : p.nummer) +
        product(p) +
        el('m:Begindatum', p.begindatum ?? '2024-01-22') +
        el('m:StatusAanlevering', p.status ?? 1),
    ),
  )
  return bericht(
    305,
    kop,
    '',
    el('m:Client', persoon(kop.bsn ?? BSN.jan, '') + el('m:StartProducten', regels.join(''))),
  )
}

export function xml307(kop: Kop & { bsn?: string }, ...producten: Gestopt[]): string {
  const regels = (producten.length > 0 ? producten : [{}]).map((p: Gestopt) =>
    el(
      'm:StopProduct',
      el('m:ToewijzingNummer', p.nummer === undefined ? 1001 : p.nummer) +
        product(p) +
        el('m:Begindatum', p.begindatum ?? '2024-01-22') +
        el('m:RedenBeeindiging', p.reden ?? '20') +
        el('m:Einddatum', p.einddatum ?? '2024-01-31') +
        el('m:StatusAanlevering', p.status ?? 1),
    ),
  )
  return bericht(307, kop, '', el('m:Client', persoon(kop.bsn ?? BSN.jan, '') + el('m:StopProducten', regels.join(''))))
}

/** A claim; `totaal` differs from the sum only when given. */
export function xml323(
  kop: Kop & { nummer?: string; maand?: string; totaal?: number },
  ...prestaties: Prestatie[]
): string {
  const gekozen = prestaties.length > 0 ? prestaties : [{}]
  const begin = `${kop.maand ?? '2024-02'}-01`
  const einde = Temporal.PlainDate.from(begin).add({ months: 1 }).subtract({ days: 1 }).toString()
  let som = 0
  const regels = gekozen.map((p: Prestatie) => {
    const { volume = 10, tarief = UURTARIEF, credit = false } = p
    const bedrag = p.bedrag ?? volume * (tarief ?? UURTARIEF)
    som += credit ? -bedrag : bedrag
    const prestatie =
      el(
        'm:ProductReferentie',
        el('b:ReferentieNummer', p.referentie ?? 'R1') + el('b:VorigReferentieNummer', p.vorige),
      ) +
      el('m:ToewijzingNummer', p.nummer ?? 1001) +
      el('m:ProductCategorie', p.categorie ?? '01') +
      el('m:ProductCode', p.code ?? '01A03') +
      el('m:ProductPeriode', el('b:Begindatum', p.van ?? begin) + el('b:Einddatum', p.tot ?? einde)) +
      el('m:GeleverdVolume', volume) +
      el('m:Eenheid', p.eenheid ?? '04') +
      el('m:ProductTarief', tarief) +
      el('m:IngediendBedrag', el('b:Bedrag', bedrag) + el('b:DebetCredit', credit ? 'C' : 'D'))
    return el('m:Client', el('m:Bsn', p.bsn ?? BSN.jan) + el('m:Prestaties', el('m:Prestatie', prestatie)))
  })
  const totaal = kop.totaal ?? som
  const declaratie =
    el('m:DeclaratieNummer', kop.nummer ?? 'D1') +
    el('m:DeclaratiePeriode', el('b:Begindatum', begin) + el('b:Einddatum', einde)) +
    el('m:DeclaratieDagtekening', kop.dagtekening ?? '2024-03-05') +
    el(
      'm:TotaalIngediendBedrag',
      el('b:TotaalBedrag', Math.abs(totaal)) + el('b:DebetCredit', totaal < 0 ? 'C' : 'D'),
    ) +
    el('m:Clienten', regels.join(''))
  return bericht(323, { dagtekening: '2024-03-05', ...kop }, '', el('m:Declaratie', declaratie))
}

const codes = (lijst: string[]) => el('m:RetourCodes', lijst.map((code) => el('m:RetourCode', code)).join(''))

/** The receiver's answer to a 301, 305 or 307 with this header; without codes it approves. */
export function xmlRetour(soort: 302 | 306 | 308, kop: Retourkop): string {
  const extra =
    el('m:IdentificatieRetour', kop.identificatieRetour ?? 'RET1') +
    el('m:DagtekeningRetour', kop.dagtekeningRetour ?? '2024-02-05') +
    el('m:XsdVersieRetour', versie) +
    (kop.codes === undefined ? '' : codes(kop.codes))
  return bericht(soort, kop, extra, '')
}

/** The gemeente's answer to the 323 `declaratie`: nothing processed, or the listed lines refused. */
export function xml325(
  kop: Kop & { declaratie?: string; geheel?: boolean; ingediend?: number },
  ...afgewezen: Prestatie[]
): string {
  const { geheel = false, ingediend = 0 } = kop
  let af = 0
  const regels = afgewezen.map((p) => {
    const { volume = 10, tarief = UURTARIEF } = p
    const bedrag = p.bedrag ?? volume * (tarief ?? UURTARIEF)
    af += p.credit === true ? -bedrag : bedrag
    const prestatie =
      el('m:ProductReferentie', el('b:ReferentieNummer', p.referentie ?? 'R1')) +
      el('m:ToewijzingNummer', p.nummer ?? 1001) +
      el('m:ProductCategorie', '01') +
      el('m:ProductCode', '01A03') +
      el('m:ProductPeriode', el('b:Begindatum', p.van ?? '2024-02-01') + el('b:Einddatum', p.tot ?? '2024-02-29')) +
      el('m:GeleverdVolume', volume) +
      el('m:Eenheid', '04') +
      el('m:ProductTarief', tarief) +
      el('m:IngediendBedrag', el('b:Bedrag', bedrag) + el('b:DebetCredit', p.credit === true ? 'C' : 'D')) +
      codes(['9019'])
    const client = el('m:Bsn', p.bsn ?? BSN.jan) + el('m:Prestaties', el('m:Prestatie', prestatie)) + codes(['0200'])
    return el('m:Client', client)
  })
  const extra =
    el(
      'm:DeclaratieIdentificatie',
      el('b:Identificatie', kop.declaratie ?? 'ID1') + el('b:Dagtekening', '2024-03-05'),
    ) +
    el('m:XsdVersieDeclaratie', versie) +
    codes(['0200'])
  const bedrag = (naam: string, cent: number) =>
    el(naam, el('b:TotaalBedrag', Math.abs(cent)) + el('b:DebetCredit', cent < 0 ? 'C' : 'D'))
  const antwoord =
    el('m:DeclaratieNummer', 'D1') +
    bedrag('m:TotaalIngediendBedrag', ingediend) +
    bedrag('m:TotaalToegekendBedrag', geheel ? 0 : ingediend - af) +
    (regels.length === 0 ? '' : el('m:Clienten', regels.join(''))) +
    codes([geheel ? '8021' : regels.length === 0 ? '8001' : '0200'])
  return bericht(
    325,
    { identificatie: 'ANT1', dagtekening: '2024-03-15', ...kop },
    extra,
    el('m:DeclaratieAntwoord', antwoord),
  )
}
