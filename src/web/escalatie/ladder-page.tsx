import { gronden } from '../../domain/act/escalatie/gronden.ts'
import { deelVan, type Ladder, type Overgang } from '../../domain/act/escalatie/ladder.ts'
import { takenVan } from '../../domain/act/escalatie/doe.ts'
import type { Ladderfout } from '../../domain/act/escalatie/controleer-ladder.ts'
import { routes } from '../routes.ts'
import { Ladderplaat } from '../ladder/ladderplaat.tsx'
import { Melding } from '../ui/melding.tsx'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { trednaam } from './woorden.ts'

type Props = { raam: Raam; ladder: Ladder; versie: number; wieMag: ReadonlyMap<string, string>; fouten: Ladderfout[] }

/** A ladder as the region has it: rungs, every step with what it asks, terms, measures and letters. */
export function LadderPage({ raam, ladder, versie, wieMag, fouten }: Props) {
  const trede = trednaam(ladder)
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Escalaties', href: routes.escalaties() }]}
      titel={ladder.naam}
      lead={
        <>
          <b>
            {ladder.stappen.length} {trede === 'stap' ? 'stappen' : 'treden'}
          </b>
          , {ladder.overgangen.length} overgangen, versie {versie}. {ladder.bron.tekst}
        </>
      }
    >
      {fouten.length > 0 ? (
        <Melding soort="fout" titel="Deze ladder klopt niet.">
          {fouten.map(({ waar, zin }) => `${waar}: ${zin}`).join(' ')}
        </Melding>
      ) : (
        <Melding>
          Gecontroleerd: elke toestand is te bereiken en heeft een weg naar een einde; elke termijn, brief en taak
          bestaat. De ladder is een deel van de regelset: de functioneel beheerder stelt haar samen bij Inrichting. Een
          zaak houdt de versie waarmee zij begon.
        </Melding>
      )}
      <Ladderplaat ladder={ladder} />
      {[null, ...ladder.stappen.map(({ code }) => code)].map((stap) => (
        <Stap key={stap ?? 'begin'} {...{ ladder, stap, wieMag, trede }} />
      ))}
      <Onderdeel titel="Termijnen">
        <Tabel
          bijschrift="Termijnen van de ladder"
          rijen={ladder.termijnen}
          sleutel={({ code }) => code}
          klikbaar={false}
          kolommen={[
            { naam: 'naam', kop: 'Termijn', cel: ({ naam }) => naam },
            {
              naam: 'lengte',
              kop: 'Lengte',
              cel: ({ looptijd }) => (looptijd ? `${looptijd.lengte} ${looptijd.eenheid}` : 'de dag in de brief'),
            },
            { naam: 'begin', kop: 'Begint bij', cel: ({ startgebeurtenis }) => startgebeurtenis },
            { naam: 'wie', kop: 'Voor', cel: ({ wie }) => wie },
            { naam: 'gevolg', kop: 'Daarna', cel: ({ gevolg }) => gevolg },
            { naam: 'bron', kop: 'Bron', cel: ({ bron }) => `${bron.paragraaf}: ${bron.tekst}` },
          ]}
        />
      </Onderdeel>
      <Onderdeel titel="Maatregelen">
        <Tabel
          bijschrift="Maatregelen van de ladder"
          rijen={ladder.maatregelen}
          sleutel={({ code }) => code}
          klikbaar={false}
          kolommen={[
            { naam: 'naam', kop: 'Maatregel', cel: ({ naam }) => naam },
            { naam: 'effect', kop: 'Werkt op', cel: ({ effect }) => (effect === 'geen' ? '–' : effect) },
            { naam: 'wie', kop: 'Beslist door', cel: ({ taak }) => beslisser(wieMag, taak) },
            { naam: 'basis', kop: 'Grondslag', cel: ({ basis }) => `${basis.document}, ${basis.paragraaf}` },
          ]}
        />
      </Onderdeel>
      <Onderdeel titel="Brieven">
        {ladder.brieven.map(({ code, naam, aangetekend, alineas }) => (
          <section key={code} className="ov-briefmal">
            <h3>
              {naam}{' '}
              <span className="ov-klein">
                {code}
                {aangetekend && ' · aangetekend'}
              </span>
            </h3>
            {alineas.map((alinea, i) => (
              <p key={i} className="ov-proza">
                {alinea}
              </p>
            ))}
          </section>
        ))}
      </Onderdeel>
    </Pagina>
  )
}

function Stap({
  ladder,
  stap,
  wieMag,
  trede,
}: {
  ladder: Ladder
  stap: string | null
  wieMag: ReadonlyMap<string, string>
  trede: string
}) {
  const toestanden = ladder.toestanden
    .filter((toestand) => toestand.stap === stap && toestand.soort !== 'einde')
    .map(({ code }) => code)
  const overgangen = ladder.overgangen.filter(({ van }) =>
    van.length === 0 ? stap === null : van.some((code) => toestanden.includes(code)),
  )
  if (overgangen.length === 0) return null
  const kop = stap === null ? null : deelVan(ladder, 'stappen', stap)
  return (
    <Onderdeel
      titel={kop ? `${trede === 'stap' ? 'Stap' : 'Trede'} ${kop.code}: ${kop.naam}` : 'Openen en onderzoeken'}
      conclusie={kop?.uitleg}
    >
      <Tabel
        bijschrift={kop?.naam ?? 'Openen en onderzoeken'}
        rijen={overgangen}
        sleutel={({ code }) => code}
        klikbaar={false}
        kolommen={[
          {
            naam: 'naam',
            kop: 'Overgang',
            cel: ({ naam, regel }) => (
              <>
                {naam} <span className="ov-stil">{regel}</span>
              </>
            ),
          },
          { naam: 'naar', kop: 'Naar', cel: ({ naar }) => bestemming(ladder, naar) },
          { naam: 'wie', kop: 'Beslist', cel: (overgang) => wie(ladder, overgang, wieMag) },
          { naam: 'nodig', kop: 'Nodig', cel: (overgang) => nodig(ladder, overgang).join('; ') || 'niets' },
        ]}
      />
    </Onderdeel>
  )
}

function bestemming(ladder: Ladder, naar: Overgang['naar']): string {
  if (naar === 'zelfde') return 'blijft staan'
  if (naar === 'vorige') return 'terug naar waar zij vandaan kwam'
  return naar.map((code) => deelVan(ladder, 'toestanden', code).naam.toLowerCase()).join(', ')
}

function wie(ladder: Ladder, overgang: Overgang, wieMag: ReadonlyMap<string, string>): string {
  if (overgang.wie === 'beide') return 'aanbieder of contractmanager'
  if (overgang.wie === 'aanbieder') return 'aanbieder'
  const maatregelen = overgang.maatregelen.start.map((soort) => ({ soort, velden: {} }))
  const taken = takenVan(ladder, { overgang: overgang.code, maatregelen })
  const rol =
    taken.length === 0 ? 'contractmanager' : [...new Set(taken.map((taak) => beslisser(wieMag, taak)))].join(', ')
  return overgang.voorstel ? `${rol}, op voorstel van een ander` : rol
}

// How the region divides its work is not for an aanbieder.
function beslisser(wieMag: ReadonlyMap<string, string>, taak: string): string {
  return wieMag.size === 0 ? 'de regio' : (wieMag.get(taak) ?? 'niemand heeft mandaat')
}

function nodig(ladder: Ladder, { gronden: kan, stukken, motivering, brief }: Overgang): string[] {
  return [
    ...(kan.length > 0 ? [`grond: ${kan.map(({ grond }) => gronden[grond].toLowerCase()).join(' of ')}`] : []),
    ...stukken.map((soort) => deelVan(ladder, 'stukken', soort).naam.toLowerCase()),
    ...(motivering ? ['motivering'] : []),
    ...(brief ? [`brief: ${deelVan(ladder, 'brieven', brief).naam.toLowerCase()}`] : []),
  ]
}
