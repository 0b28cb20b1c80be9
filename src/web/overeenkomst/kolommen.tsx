import { procent } from '../../domain/begrippen/percentage.ts'
import { domeinen } from '../../domain/plan/overeenkomst/domein.ts'
import { faseOp } from '../../domain/plan/overeenkomst/fase.ts'
import type { OvereenkomstInLijst } from '../../domain/plan/overeenkomst/list-overeenkomsten.ts'
import { datumZonderDag } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Betekenis } from '../ui/betekenis.tsx'
import { bedragHeel, decimaal } from '../ui/notatie.ts'
import type { Kolom } from '../ui/tabel.tsx'
import { Uitputting } from '../ui/uitputting.tsx'

/** The columns of a list of overeenkomsten; money for who may read the budget. */
export function overeenkomstkolommen(vandaag: Temporal.PlainDate, metGeld: boolean): Kolom<OvereenkomstInLijst>[] {
  return [
    {
      naam: 'nummer',
      kop: 'Overeenkomst',
      sorteerbaar: true,
      cel: ({ id, nummer, relatietype }) => (
        <>
          <a href={routes.overeenkomst(id)}>{nummer}</a>
          {relatietype === 'subsidie' && <span className="ov-stil"> subsidie</span>}
        </>
      ),
    },
    {
      naam: 'onderwerp',
      kop: 'Onderwerp',
      sorteerbaar: true,
      telefoon: 'breed',
      cel: ({ onderwerp, domein }) => (
        <>
          {onderwerp}
          {domein !== 'wmo' && <div className="ov-klein">{domeinen[domein]}</div>}
        </>
      ),
    },
    {
      naam: 'aanbieder',
      kop: 'Aanbieder',
      telefoon: 'breed',
      cel: ({ aanbieder, agb }) => aanbieder ?? <span className="ov-stil">nog niet bekend (AGB {agb})</span>,
    },
    {
      naam: 'fase',
      kop: 'Stand',
      cel: (rij) => (
        <>
          {faseOp(rij, vandaag)}
          {rij.nietVerlengdOp && <div className="ov-klein">wordt niet verlengd</div>}
        </>
      ),
    },
    {
      naam: 'begindatum',
      kop: 'Vanaf',
      sorteerbaar: true,
      heel: true,
      telefoon: 'weg',
      cel: ({ begindatum }) => datumZonderDag(begindatum),
    },
    {
      naam: 'looptTot',
      kop: 'Tot en met',
      sorteerbaar: true,
      heel: true,
      cel: ({ looptTot }) => datumZonderDag(looptTot),
    },
    ...(metGeld ? geldkolommen(vandaag) : []),
  ]
}

function geldkolommen(vandaag: Temporal.PlainDate): Kolom<OvereenkomstInLijst>[] {
  return [
    {
      naam: 'plafond',
      kop: <Betekenis soort="gecontracteerd">Plafond {vandaag.year}</Betekenis>,
      label: `Plafond ${vandaag.year}`,
      rechts: true,
      cel: ({ plafondCent }) => (plafondCent === null ? '–' : bedragHeel(plafondCent)),
    },
    {
      naam: 'gedeclareerd',
      kop: <Betekenis soort="geleverd">Gedeclareerd</Betekenis>,
      label: 'Gedeclareerd',
      rechts: true,
      heel: true,
      cel: (rij) => <Deel {...rij} />,
    },
  ]
}

function Deel({ gedeclareerdCent, plafondCent }: OvereenkomstInLijst) {
  // a role may read the budget of some of its overeenkomsten only
  if (gedeclareerdCent === null) return '–'
  if (!plafondCent) {
    return bedragHeel(gedeclareerdCent)
  }
  return (
    <Uitputting
      deel={gedeclareerdCent / plafondCent}
      tekst={`${decimaal(procent(gedeclareerdCent, plafondCent, 1))}%`}
    />
  )
}
