import type { Verandering } from '../../domain/check/rapportage/veranderingen.ts'
import { houdersVan, mag, type Recht } from '../../domain/rechten.ts'
import { bereikVan } from '../../platform/bereik.ts'
import type { Actor } from '../../platform/context.ts'
import { gebeurtenisNaam } from '../logboek/gebeurtenis.ts'
import { onderwerpHref } from '../logboek/onderwerp-href.ts'
import type { Soort } from '../ui/betekenis.tsx'
import { aantal, getal, momentKort, punt } from '../ui/notatie.ts'
import type { Gebeurtenis } from '../ui/tijdlijn.tsx'

// Which right somebody needs to be told of an act, and which of the three colours it has.
const SOORTEN: Record<string, { recht: Recht; kleur?: Soort }> = {
  aanbieder: { recht: 'aanbieder:lezen', kleur: 'gecontracteerd' },
  aanbieders: { recht: 'aanbieder:lezen', kleur: 'gecontracteerd' },
  kernpartner: { recht: 'aanbieder:lezen', kleur: 'gecontracteerd' },
  certificaat: { recht: 'aanbieder:lezen' },
  omvang: { recht: 'aanbieder:lezen' },
  contactpersoon: { recht: 'aanbieder:lezen' },
  overeenkomst: { recht: 'overeenkomst:lezen', kleur: 'gecontracteerd' },
  overeenkomsten: { recht: 'overeenkomst:lezen', kleur: 'gecontracteerd' },
  functie: { recht: 'overeenkomst:lezen', kleur: 'gecontracteerd' },
  bericht: { recht: 'bericht:lezen', kleur: 'geleverd' },
  evaluaties: { recht: 'kpi:lezen', kleur: 'geleverd' },
  cto: { recht: 'kpi:lezen', kleur: 'geleverd' },
  kpi: { recht: 'kpi:lezen', kleur: 'geleverd' },
  kpis: { recht: 'kpi:lezen', kleur: 'geleverd' },
  bevinding: { recht: 'bevinding:lezen' },
  gesprek: { recht: 'gesprek:lezen' },
  agenda: { recht: 'gesprek:lezen' },
  agendapunt: { recht: 'gesprek:lezen' },
  rapportage: { recht: 'gesprek:lezen', kleur: 'geleverd' },
  verslag: { recht: 'gesprek:lezen' },
  besluit: { recht: 'gesprek:lezen' },
  actie: { recht: 'actie:lezen' },
  verbeterplan: { recht: 'verbeterplan:lezen' },
  realisatie: { recht: 'verbeterplan:lezen', kleur: 'geleverd' },
  klasse: { recht: 'klasse:lezen' },
  regelsetdeel: { recht: 'inrichting:lezen', kleur: 'gecontracteerd' },
  gebruiker: { recht: 'audit:lezen' },
}

// Subjects that have a name for whoever may see them.
const GENOEMD = ['aanbieder', 'overeenkomst', 'bevinding', 'gesprek', 'actie', 'verbeterplan']

/** What others did, as far as this person may know of it. `namen` by "type id". */
export function gebeurtenissen(actor: Actor, veranderingen: Verandering[], namen: Map<string, string>): Gebeurtenis[] {
  return veranderingen.flatMap((verandering) => {
    const soort = SOORTEN[verandering.soort.split(':')[0] ?? '']
    if (!soort || !mag(actor, soort.recht)) return []
    const { tijdstip, actorNaam, aantal: n, onderwerpType } = verandering
    const naam = namen.get(`${onderwerpType} ${verandering.onderwerpId}`)
    // What somebody may not see has no name here, and several things together may hold what he may not see.
    const begrensd = bereikVan(houdersVan(actor, soort.recht)) !== null
    if (GENOEMD.includes(onderwerpType) && (n === 1 ? naam === undefined : begrensd)) return []
    return [
      {
        moment: momentKort(tijdstip),
        datetime: tijdstip.toString(),
        ...(soort.kleur && { soort: soort.kleur }),
        tekst: (
          <>
            {zin(verandering)}
            <Onderwerp actor={actor} verandering={verandering} naam={naam} />
            <span className="ov-klein">
              {' '}
              {actorNaam}
              {n > 1 && `, ${getal(n)} keer`}
            </span>
          </>
        ),
      },
    ]
  })
}

function Onderwerp({ actor, verandering, naam }: { actor: Actor; verandering: Verandering; naam: string | undefined }) {
  const { onderwerpType, onderwerpId, aantal: n } = verandering
  if (n > 1) return '.'
  const href = onderwerpHref(actor, onderwerpType, onderwerpId)
  if (!href) return '.'
  const tekst = naam ?? (onderwerpType === 'inleesronde' ? 'Levering bekijken' : undefined)
  return tekst ? (
    <>
      {naam ? ': ' : '. '}
      <a href={href}>{tekst}</a>
      {punt(tekst)}
    </>
  ) : (
    '.'
  )
}

function zin({ soort, waarden, aantal: n }: Verandering): string {
  const gegevens = n === 1 && waarden ? (JSON.parse(waarden) as Record<string, unknown>) : {}
  const tel = (naam: string) => (typeof gegevens[naam] === 'number' ? gegevens[naam] : 0)
  if (soort === 'bericht:ingelezen' && n === 1) {
    const rest = [
      tel('afgekeurd') > 0 ? `${getal(tel('afgekeurd'))} afgekeurd` : '',
      tel('wachtend') > 0 ? `${getal(tel('wachtend'))} wachtend` : '',
    ].filter((deel) => deel !== '')
    return [`${aantal(tel('verwerkt'), 'bestand', 'bestanden')} verwerkt`, ...rest].join(', ')
  }
  const jaar = typeof gegevens['jaar'] === 'number' ? ` over ${gegevens['jaar']}` : ''
  return gebeurtenisNaam(soort) + jaar
}
