import { positioneringOp } from '../../domain/plan/organisatie/gebreken.ts'
import type { Organisatie } from '../../domain/plan/organisatie/lees-organisatie.ts'
import {
  kiesSamenwerking,
  onderwerpen,
  ontbrekendeSamenwerking,
  partners,
} from '../../domain/plan/organisatie/samenwerking.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { datum, vanTotaal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Tijdlijn } from '../ui/tijdlijn.tsx'
import { kruimels, OrganisatieKader } from './kader.tsx'
import { maakVeld } from './model-form-page.tsx'
import type { Waarden } from './velden.ts'
import { onderwerpnamen, partnernamen } from './woorden.ts'

type Props = { raam: Raam; ctx: Context; organisatie: Organisatie; gedaan?: string | undefined }

type Gemeente = { code: string; naam: string }

/** What was agreed with policy and wijkteams, per gemeente, and what was not (ORG-17). */
export function SamenwerkingPage({ raam, ctx, organisatie, gedaan }: Props) {
  const { regels, gemeenten, modellen, samenwerking } = organisatie
  const nodig = positioneringOp(regels, modellen, ctx.today)?.model.vraagt.includes('samenwerking') ?? false
  const mist = ontbrekendeSamenwerking(gemeenten, samenwerking, ctx.today)
  const totaal = gemeenten.length * partners.length * onderwerpen.length
  return (
    <OrganisatieKader
      raam={raam}
      deel="samenwerking"
      gedaan={gedaan}
      lead={
        <>
          <b>
            {mist.length === 0
              ? 'Met elke gemeente is alles afgesproken.'
              : `${vanTotaal(totaal - mist.length, totaal)} afspraken zijn gemaakt.`}
          </b>{' '}
          {nodig
            ? 'Wie regionaal uitvoert, spreekt met elke gemeente af wie waarvoor verantwoordelijk is en hoe er wordt samengewerkt, met beleid en met de wijkteams.'
            : 'Het gekozen model vraagt deze afspraken niet; vastleggen kan wel.'}
        </>
      }
    >
      <Onderdeel titel="Per gemeente">
        <Tabel
          bijschrift="Per gemeente wat er is afgesproken"
          rijen={gemeenten}
          sleutel={({ code }) => code}
          kolommen={[
            {
              naam: 'gemeente',
              kop: 'Gemeente',
              cel: ({ code, naam }) => <a href={routes.samenwerking(code)}>{naam}</a>,
            },
            ...partners.flatMap((met) =>
              onderwerpen.map((onderwerp): Kolom<Gemeente> => ({
                naam: `${met}-${onderwerp}`,
                kop: `${onderwerp === 'verantwoordelijkheden' ? 'Verantwoordelijk' : 'Samenwerken'}, ${met === 'beleid' ? 'beleid' : 'wijkteams'}`,
                cel: ({ code }) => {
                  const afspraak = kiesSamenwerking(samenwerking, { gemeente: code, met, onderwerp }, ctx.today)
                  return afspraak ? (
                    <Oordeel oordeel="voldoende" tekst={`sinds ${String(afspraak.geldigVanaf.year)}`} />
                  ) : (
                    <Oordeel oordeel="niet aangeleverd" tekst="nog niet" />
                  )
                },
              })),
            ),
          ]}
        />
      </Onderdeel>
    </OrganisatieKader>
  )
}

type GemeenteProps = Omit<Props, 'gedaan'> & {
  gemeente: Gemeente
  waarden?: Waarden
  fouten?: Veldfout[]
  gedaan?: string | undefined
}

/** All that was agreed with one gemeente, and recording what was agreed now. */
export function GemeentePage({ raam, ctx, organisatie, gemeente, waarden = {}, fouten = [] }: GemeenteProps) {
  const eigen = organisatie.samenwerking.filter((een) => een.gemeente === gemeente.code)
  const veld = maakVeld(waarden, fouten)
  return (
    <Pagina
      raam={raam}
      kruimels={kruimels('samenwerking')}
      titel={`Samenwerking met ${gemeente.naam}`}
      lead="Wat contractmanagement met deze gemeente heeft afgesproken, en sinds wanneer."
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      {eigen.length === 0 && (
        <LegeStaat titel="Nog niets afgesproken">
          Hier staat wie waarvoor verantwoordelijk is en hoe er wordt samengewerkt, met beleid en met de wijkteams.
        </LegeStaat>
      )}
      {partners.map((met) => {
        const versies = eigen.filter((een) => een.met === met)
        return versies.length === 0 ? null : (
          <Onderdeel key={met} titel={`Met ${partnernamen[met]}`}>
            <Tijdlijn
              gebeurtenissen={versies.map(({ id, onderwerp, tekst, vindplaats, geldigVanaf, vastgelegdDoor }) => ({
                moment: `vanaf ${datum(geldigVanaf)}`,
                datetime: geldigVanaf.toString(),
                tekst: (
                  <>
                    <b>{onderwerpnamen[onderwerp]}</b>
                    {kiesSamenwerking(eigen, { gemeente: gemeente.code, met, onderwerp }, ctx.today)?.id !== id &&
                      ' (geldt nu niet)'}
                    : {tekst}
                    <span className="ov-klein">
                      {' '}
                      {vindplaats && `${vindplaats}. `}Vastgelegd door {vastgelegdDoor}.
                    </span>
                  </>
                ),
              }))}
            />
          </Onderdeel>
        )
      })}
      {mag(ctx.actor, 'organisatie:bijhouden') && (
        <Onderdeel
          titel="Afspraak vastleggen"
          conclusie="Een nieuwe afspraak over hetzelfde komt in de plaats van de vorige; die blijft te lezen."
        >
          <Formulier
            actie={routes.samenwerking(gemeente.code)}
            csrf={raam.csrf}
            knop="Afspraak vastleggen"
            terug={{ label: 'Terug', href: routes.organisatie('samenwerking') }}
          >
            <Keuze
              {...veld('met', 'beleid')}
              label="Met wie"
              soort="rondjes"
              opties={partners.map((met) => ({ waarde: met, label: met === 'beleid' ? 'Beleid' : 'De wijkteams' }))}
            />
            <Keuze
              {...veld('onderwerp', 'verantwoordelijkheden')}
              label="Waarover"
              soort="rondjes"
              opties={onderwerpen.map((onderwerp) => ({ waarde: onderwerp, label: onderwerpnamen[onderwerp] }))}
            />
            <Tekstveld {...veld('tekst')} label="Wat er is afgesproken" regels={5} />
            <Tekstveld
              {...veld('vindplaats')}
              label="Document"
              facultatief
              hulp="Zaaknummer of adres, als het ook op papier staat."
            />
            <Datumveld
              {...veld('geldigVanaf', `${ctx.today.day}-${ctx.today.month}-${ctx.today.year}`)}
              label="Geldt vanaf"
            />
          </Formulier>
        </Onderdeel>
      )}
    </Pagina>
  )
}
