import type { ReactNode } from 'react'
import type { Ladderfout } from '../../domain/act/escalatie/controleer-ladder.ts'
import type { Ladder } from '../../domain/act/escalatie/ladder.ts'
import type { Ladderconcept } from '../../domain/act/escalatie/ladderconcept.ts'
import { ladderdelen, zoekDeel, type Ladderdeel } from '../../domain/act/escalatie/ladderdelen.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Knop, KnopFormulier } from '../ui/knop.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, datum, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { bestemmingZin, Ladderplaat } from './ladderplaat.tsx'
import { deelwoorden, partijen, toestandsoorten } from './woorden.ts'

type Props = {
  raam: Raam
  concept: Ladderconcept
  ladderfouten: Ladderfout[]
  vandaag: Temporal.PlainDate
  gedaan?: string | undefined
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

const meldingen: Record<string, string> = {
  begonnen: 'Het concept is begonnen. Wat nu geldt, verandert pas als u de ladder laat ingaan.',
  bewaard: 'Bewaard in het concept.',
  verwijderd: 'Uit het concept gehaald.',
}

export const ladderkruimels = [
  { label: 'Inrichting', href: routes.inrichting() },
  { label: 'Escalatieladder', href: routes.regelsetdeel('escalatieladder') },
]

/** The ladder somebody is composing: what is wrong with it, a picture, every part, and from when it applies. */
export function ConceptPage(props: Props) {
  const { raam, concept, ladderfouten, gedaan, fouten = [] } = props
  const { ladder, versie } = concept
  const melding = gedaan === undefined ? undefined : meldingen[gedaan]
  return (
    <Pagina
      raam={raam}
      kruimels={ladderkruimels}
      titel={`Concept: ${ladder.naam}`}
      lead={
        <>
          <b>
            {ladderfouten.length === 0
              ? 'De ladder klopt en kan ingaan.'
              : `Er ${ladderfouten.length === 1 ? 'is nog één ding' : `zijn nog ${aantal(ladderfouten.length, 'ding', 'dingen')}`} op te lossen.`}
          </b>{' '}
          Begonnen door {concept.begonnenDoor}, het laatst gewijzigd {moment(concept.gewijzigdOp)} door{' '}
          {concept.gewijzigdDoor}.
        </>
      }
      melding={melding && <Melding soort="gedaan">{melding}</Melding>}
      fouten={fouten.length > 0}
      acties={
        <Knop soort="tweede" href={routes.ladderconcept('kop')}>
          Naam en bron wijzigen
        </Knop>
      }
    >
      <Foutenlijst fouten={fouten} />
      {ladderfouten.length > 0 && <Ladderfouten ladder={ladder} fouten={ladderfouten} />}
      <Ladderplaat ladder={ladder} />
      {ladderdelen.map((deel) => (
        <Delen key={deel} {...{ raam, ladder, deel, versie }} />
      ))}
      <Ingaan {...props} />
    </Pagina>
  )
}

function Ladderfouten({ ladder, fouten }: { ladder: Ladder; fouten: Ladderfout[] }) {
  return (
    <Onderdeel titel="Nog op te lossen" id="op-te-lossen">
      <ul className="ov-lijst">
        {fouten.map(({ deel, waar, zin }) => {
          const naam = zoekDeel(ladder, deel, waar)?.naam
          return (
            <li key={`${deel} ${waar} ${zin}`}>
              {naam ? (
                <a href={routes.ladderconcept(deel, waar)}>
                  {deelwoorden[deel].een} “{naam}”
                </a>
              ) : (
                <b>De ladder</b>
              )}
              <div>{zin}</div>
            </li>
          )
        })}
      </ul>
    </Onderdeel>
  )
}

type Regel = { code: string; naam: string; feiten: ReactNode }

function Delen({ raam, ladder, deel, versie }: { raam: Raam; ladder: Ladder; deel: Ladderdeel; versie: number }) {
  const { een, veel, uitleg } = deelwoorden[deel]
  const rijen = regels(ladder, deel)
  const kolommen: Kolom<Regel>[] = [
    { naam: 'naam', kop: een, cel: ({ code, naam }) => <a href={routes.ladderconcept(deel, code)}>{naam}</a> },
    { naam: 'feiten', kop: 'In het kort', telefoon: 'breed', cel: ({ feiten }) => feiten },
  ]
  if (deel === 'stappen') {
    kolommen.push({
      naam: 'volgorde',
      kop: 'Volgorde',
      cel: ({ code, naam }) => (
        <KnopFormulier
          soort="tekst"
          actie={routes.ladderconcept(deel, code, 'verplaatsen')}
          csrf={raam.csrf}
          velden={{ gezien: String(versie), richting: 'omhoog' }}
        >
          Eerder<span className="ams-visually-hidden">: {naam}</span>
        </KnopFormulier>
      ),
    })
  }
  return (
    <Onderdeel titel={veel} noot={<a href={routes.ladderconcept(deel)}>{een} toevoegen</a>} conclusie={uitleg}>
      <Tabel
        bijschrift={veel}
        kolommen={kolommen}
        rijen={rijen}
        sleutel={({ code }) => code}
        klikbaar={false}
        leeg={<p className="ov-stil">Nog geen.</p>}
      />
    </Onderdeel>
  )
}

function regels(ladder: Ladder, deel: Ladderdeel): Regel[] {
  const naamVan = (lijst: readonly { code: string; naam: string }[], code: string) =>
    lijst.find((een) => een.code === code)?.naam ?? code
  switch (deel) {
    case 'stappen':
      return ladder.stappen.map(({ code, naam, uitleg }) => ({ code, naam, feiten: uitleg }))
    case 'toestanden':
      return ladder.toestanden.map(({ code, naam, stap, soort }) => ({
        code,
        naam,
        feiten: `${toestandsoorten[soort]}${stap === null ? '' : `; ${naamVan(ladder.stappen, stap)}`}`,
      }))
    case 'overgangen':
      return ladder.overgangen.map((overgang) => ({
        code: overgang.code,
        naam: overgang.naam,
        feiten: `${overgang.van.length === 0 ? 'Opent een zaak' : `Vanuit ${overgang.van.map((code) => naamVan(ladder.toestanden, code).toLowerCase()).join(', ')}`} → ${bestemmingZin(ladder, overgang)}`,
      }))
    case 'termijnen':
      return ladder.termijnen.map(({ code, naam, looptijd, wie }) => ({
        code,
        naam,
        feiten: `${looptijd ? `${String(looptijd.lengte)} ${looptijd.eenheid}` : 'De afgesproken dag'}; ${partijen[wie].toLowerCase()}`,
      }))
    case 'stukken':
      return ladder.stukken.map(({ code, naam, van, velden }) => ({
        code,
        naam,
        feiten: `${partijen[van]}; ${aantal(velden.length, 'veld', 'velden')}`,
      }))
    case 'maatregelen':
      return ladder.maatregelen.map(({ code, naam, taak, basis }) => ({
        code,
        naam,
        feiten: `Taak ${taak}; ${basis.document}, ${basis.paragraaf}`,
      }))
    case 'brieven':
      return ladder.brieven.map(({ code, naam, aangetekend, velden }) => ({
        code,
        naam,
        feiten: `${aangetekend ? 'Aangetekend; ' : ''}${aantal(velden.length, 'veld', 'velden')}`,
      }))
  }
}

function Ingaan({ raam, concept: { versie }, ladderfouten, vandaag, waarden = {}, fouten = [] }: Props) {
  const veld = (naam: string) => ({
    naam,
    waarde: waarden[naam],
    fout: fouten.find((een) => een.veld === naam)?.melding,
  })
  return (
    <Onderdeel
      titel="Laten ingaan"
      conclusie={
        ladderfouten.length === 0
          ? 'Nieuwe zaken beginnen vanaf die dag op deze ladder. Een zaak die loopt, houdt de ladder waarmee zij begon.'
          : 'Dat kan als alles is opgelost wat bovenaan staat.'
      }
    >
      {ladderfouten.length === 0 && (
        <Formulier
          actie={routes.ladderconcept('bewaren')}
          csrf={raam.csrf}
          knop="Ladder laten ingaan"
          verborgen={{ gezien: String(versie) }}
        >
          <Datumveld {...veld('geldigVanaf')} waarde={waarden['geldigVanaf'] ?? datum(vandaag)} label="Geldt vanaf" />
          <Tekstveld
            {...veld('reden')}
            label="Reden"
            regels={2}
            hulp="Bijvoorbeeld: afgesproken in het nieuwe contract."
          />
        </Formulier>
      )}
      <KnopFormulier
        soort="tweede"
        actie={routes.ladderconcept('verwerpen')}
        csrf={raam.csrf}
        velden={{ gezien: String(versie) }}
      >
        Concept weggooien
      </KnopFormulier>
    </Onderdeel>
  )
}
