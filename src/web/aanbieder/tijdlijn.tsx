import type { ReactNode } from 'react'
import type { Wijziging } from '../../domain/begrippen/csv.ts'
import type { Gebeurtenis } from '../../domain/plan/aanbieder/tijdlijn.ts'
import { routes } from '../routes.ts'
import { aantal, bedrag, datum, hoofdletter, maandnaam, punt } from '../ui/notatie.ts'
import { Tijdlijn } from '../ui/tijdlijn.tsx'

type Props = { gebeurtenissen: Gebeurtenis[]; alles?: { label: string; href: string } }

const berichtsoorten: Record<string, [enkel: string, meer: string]> = {
  '301': ['toewijzingsbericht', 'toewijzingsberichten'],
  '302': ['retourbericht op een toewijzing', 'retourberichten op toewijzingen'],
  '305': ['startbericht', 'startberichten'],
  '306': ['retourbericht op een start', 'retourberichten op starts'],
  '307': ['stopbericht', 'stopberichten'],
  '308': ['retourbericht op een stop', 'retourberichten op stops'],
  '323': ['declaratiebericht', 'declaratieberichten'],
  '325': ['antwoord op een declaratie', 'antwoorden op declaraties'],
}

/** What happened around an aanbieder, in words. */
export function AanbiederTijdlijn({ gebeurtenissen, alles }: Props) {
  return (
    <Tijdlijn
      gebeurtenissen={gebeurtenissen.map((gebeurtenis) => {
        const soort = betekenis(gebeurtenis)
        return {
          moment: datum(gebeurtenis.op),
          datetime: gebeurtenis.op.toString(),
          ...(soort && { soort }),
          tekst: tekst(gebeurtenis),
        }
      })}
      {...(alles && { alles })}
    />
  )
}

function berichten({ soort, aantal: hoeveel }: { soort: string; aantal: number | null }): string {
  const namen = berichtsoorten[soort] ?? ['bericht', 'berichten']
  return hoeveel === null ? hoofdletter(namen[1]) : aantal(hoeveel, ...namen)
}

function betekenis({ wat }: Gebeurtenis) {
  if (wat === 'overeenkomst begonnen' || wat === 'overeenkomst afgelopen') return 'gecontracteerd'
  return wat === 'berichten' || wat === 'kpis vastgesteld' ? 'geleverd' : undefined
}

function tekst(gebeurtenis: Gebeurtenis): ReactNode {
  switch (gebeurtenis.wat) {
    case 'overeenkomst begonnen':
    case 'overeenkomst afgelopen':
      return (
        <>
          <b>
            Overeenkomst <a href={routes.overeenkomst(gebeurtenis.id)}>{gebeurtenis.nummer}</a>
          </b>{' '}
          {gebeurtenis.wat === 'overeenkomst begonnen' ? 'ging in' : 'liep af'}:{' '}
          {gebeurtenis.onderwerp + punt(gebeurtenis.onderwerp)}
        </>
      )
    case 'berichten':
      return (
        <>
          {berichten(gebeurtenis)} in {maandnaam(gebeurtenis.maand.month)}.
        </>
      )
    case 'kpis vastgesteld':
      return <b>KPI’s {gebeurtenis.jaar} vastgesteld.</b>
    case 'bevinding':
      return (
        <>
          <b>Bevinding{gebeurtenis.indicatief && ' (indicatief)'}:</b>{' '}
          <a href={routes.bevinding(gebeurtenis.id)}>{gebeurtenis.titel}</a>
          {punt(gebeurtenis.titel)}
        </>
      )
    case 'besluit':
      return (
        <>
          <b>Besluit: {gebeurtenis.besluit}.</b> {gebeurtenis.door}, over{' '}
          <a href={routes.bevinding(gebeurtenis.id)}>{gebeurtenis.titel}</a>
          {punt(gebeurtenis.titel)}
        </>
      )
    case 'gewijzigd': {
      const persoon = contactpersoon(gebeurtenis)
      if (persoon !== null) {
        return (
          <>
            <b>{wijzigingsnaam[gebeurtenis.soort]}</b> door {gebeurtenis.door}: {persoon}.
          </>
        )
      }
      const wijzigingen = gebeurtenis.wijzigingen.filter(({ oud, nieuw }) => (oud ?? '') !== '' || (nieuw ?? '') !== '')
      return (
        <>
          <b>{wijzigingsnaam[gebeurtenis.soort] ?? 'Gewijzigd'}</b> door {gebeurtenis.door}
          {wijzigingen.length > 0 && <>: {wijzigingen.slice(0, 4).map(inWoorden).join('; ')}</>}
          {wijzigingen.length > 4 && ` en ${wijzigingen.length - 4} andere`}.
        </>
      )
    }
  }
}

/** Who or what came or left: the name says enough. */
function contactpersoon({ soort, wijzigingen }: { soort: string; wijzigingen: Wijziging[] }): string | null {
  if (!/^(contactpersoon|certificaat):(toegevoegd|verwijderd)$/.test(soort)) return null
  const naam = wijzigingen.find(({ veld }) => veld === 'naam')
  return naam?.nieuw ?? naam?.oud ?? null
}

const wijzigingsnaam: Record<string, string> = {
  'aanbieder:gewijzigd': 'Gegevens gewijzigd',
  'aanbieder:contractmanager-gewijzigd': 'Contractmanager gewijzigd',
  'contactpersoon:toegevoegd': 'Contactpersoon toegevoegd',
  'contactpersoon:gewijzigd': 'Contactpersoon gewijzigd',
  'contactpersoon:verwijderd': 'Contactpersoon verwijderd',
  'kernpartner:aangewezen': 'Kernpartner aangewezen',
  'kernpartner:beeindigd': 'Kernpartnerschap beëindigd',
  'certificaat:toegevoegd': 'Certificaat toegevoegd',
  'certificaat:gewijzigd': 'Certificaat verbeterd',
  'certificaat:verwijderd': 'Certificaat weggehaald',
  'omvang:vastgelegd': 'Medewerkers vastgelegd',
  'overeenkomst:gewijzigd': 'Overeenkomst gewijzigd',
  'overeenkomst:verlengd': 'Overeenkomst verlengd',
  'overeenkomst:niet-verlengd': 'Overeenkomst niet verlengd',
  'overeenkomst:verlenging-ingetrokken': 'Besluit over verlenging ingetrokken',
  'functie:toegewezen': 'Functie toegewezen',
  'functie:ingetrokken': 'Functie ingetrokken',
}

const veldnaam: Record<string, string> = {
  looptTot: 'laatste dag',
  geldigVan: 'eerste dag',
  geldigTot: 'laatste dag',
  motiveringJuridisch: 'juridisch argument',
  motiveringBeleid: 'argument uit het beleid',
  domeinKeuze: 'domein',
  budgetkader: 'budget van de raad',
  beleidskader: 'beleid van de raad',
  contractVan: 'eerste contractdag',
  verlengingMaanden: 'maanden per verlenging',
  eenheidTarief: 'eenheid van het tarief',
  eenheidDeclaratie: 'eenheid in de declaratie',
  kvk: 'KvK-nummer',
  agb: 'AGB-code',
  rvm: 'RVM’er',
  email: 'e-mail',
}

/** "tarief 01A03, 2026 van € 35,40 naar € 36,00" */
export function inWoorden({ veld, bij, oud, nieuw }: Wijziging): string {
  const geld = veld === 'tarief' || veld === 'plafond'
  const toon = (waarde: string) => {
    if (geld) return bedrag(Number(waarde))
    if (waarde === '') return 'leeg'
    return /^\d{4}-\d{2}-\d{2}$/.test(waarde) ? datum(Temporal.PlainDate.from(waarde)) : waarde
  }
  const wat = [veldnaam[veld] ?? veld, bij].filter((deel) => deel !== undefined).join(' ')
  // a text of lines says little in one
  if ([oud, nieuw].some((waarde) => (waarde?.length ?? 0) > 80)) return `${wat} gewijzigd`
  if (oud === null || oud === '') {
    return nieuw === null || nieuw === '' ? wat : `${wat} wordt ${toon(nieuw)}`
  }
  return nieuw === null ? `${wat} vervalt (was ${toon(oud)})` : `${wat} van ${toon(oud)} naar ${toon(nieuw)}`
}
