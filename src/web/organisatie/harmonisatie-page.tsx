import { positioneringOp } from '../../domain/plan/organisatie/gebreken.ts'
import { vatHarmonisatieSamen } from '../../domain/plan/organisatie/harmonisatie.ts'
import type { Organisatie } from '../../domain/plan/organisatie/lees-organisatie.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop } from '../ui/knop.tsx'
import { aantal, datum } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Tijdlijn } from '../ui/tijdlijn.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { kruimels, OrganisatieKader } from './kader.tsx'
import { maakVeld } from './model-form-page.tsx'
import { gemeentenamen } from './woorden.ts'

type Props = { raam: Raam; ctx: Context; organisatie: Organisatie; gedaan?: string | undefined }

/** What the gemeenten do alike, and who does not take part (ORG-18). */
export function HarmonisatiePage({ raam, ctx, organisatie, gedaan }: Props) {
  const { regels, gemeenten, modellen, harmonisatie } = organisatie
  const regelset = vatHarmonisatieSamen(regels.harmonisatie, harmonisatie, gemeenten, ctx.today)
  const nodig = positioneringOp(regels, modellen, ctx.today)?.model.vraagt.includes('harmonisatie') ?? false
  const heel = regelset.filter(({ ontbreken }) => ontbreken.length === 0).length
  return (
    <OrganisatieKader
      raam={raam}
      deel="harmonisatie"
      gedaan={gedaan}
      actie={
        mag(ctx.actor, 'organisatie:bijhouden') && (
          <Knop href={routes.organisatie('harmonisatie/nieuw')}>Gelijke afspraak vastleggen</Knop>
        )
      }
      lead={
        <>
          <b>
            Over {aantal(heel, 'onderwerp', 'onderwerpen')} van {String(regelset.length)} doen alle gemeenten hetzelfde.
          </b>{' '}
          {nodig
            ? 'Wie informeel samenwerkt, spreekt ten minste over deze onderwerpen gelijke afspraken af.'
            : 'Het gekozen model vraagt gelijke afspraken niet; voor aanbieders schelen ze wel.'}
        </>
      }
    >
      {regelset.map(({ onderwerp, naam, vereist, afspraak, ontbreken }) => {
        const andere = harmonisatie.filter(
          (een) => een.onderwerp.toLowerCase() === onderwerp.toLowerCase() && een.id !== afspraak?.id,
        )
        const mist = nodig && vereist ? 'ov-mist' : 'ov-stil'
        return (
          <Onderdeel
            key={onderwerp}
            titel={naam}
            noot={!vereist ? 'eigen onderwerp' : nodig ? 'ten minste nodig' : 'vast onderwerp'}
            conclusie={
              !afspraak ? (
                <span className={mist}>Nog niets afgesproken.</span>
              ) : ontbreken.length === 0 ? (
                `Alle gemeenten doen mee, sinds ${datum(afspraak.geldigVanaf)}.`
              ) : (
                <span className={mist}>Doet niet mee: {gemeentenamen(ontbreken, gemeenten)}.</span>
              )
            }
          >
            {afspraak && (
              <>
                <p className="ov-tekst">{afspraak.tekst}</p>
                <p className="ov-klein">
                  Doet mee: {gemeentenamen(afspraak.gemeenten, gemeenten)}.{' '}
                  {afspraak.vindplaats && `${afspraak.vindplaats}. `}
                  Vanaf {datum(afspraak.geldigVanaf)}, vastgelegd door {afspraak.vastgelegdDoor}.
                </p>
              </>
            )}
            {andere.length > 0 && (
              <Vouw titel={aantal(andere.length, 'andere versie', 'andere versies')}>
                <Tijdlijn
                  gebeurtenissen={andere.map((versie) => ({
                    moment: `vanaf ${datum(versie.geldigVanaf)}`,
                    datetime: versie.geldigVanaf.toString(),
                    tekst: `${versie.tekst} (${gemeentenamen(versie.gemeenten, gemeenten)})`,
                  }))}
                />
              </Vouw>
            )}
            {mag(ctx.actor, 'organisatie:bijhouden') && (
              <p>
                <a href={routes.organisatie('harmonisatie/nieuw', { onderwerp })}>
                  {afspraak ? 'Nieuwe versie vastleggen' : 'Afspraak vastleggen'}
                  <span className="ams-visually-hidden">: {naam}</span>
                </a>
              </p>
            )}
          </Onderdeel>
        )
      })}
    </OrganisatieKader>
  )
}

type FormProps = {
  raam: Raam
  vandaag: Temporal.PlainDate
  vereist: { code: string; naam: string }[]
  gemeenten: { code: string; naam: string }[]
  waarden: Partial<Record<string, string | string[]>>
  fouten?: Veldfout[]
}

export function HarmonisatieFormPage({ raam, vandaag, vereist, gemeenten, waarden, fouten = [] }: FormProps) {
  const losse = Object.fromEntries(
    Object.entries(waarden).flatMap(([naam, waarde]) => (typeof waarde === 'string' ? [[naam, waarde]] : [])),
  )
  const veld = maakVeld(losse, fouten)
  return (
    <Pagina
      raam={raam}
      kruimels={kruimels('harmonisatie')}
      titel="Gelijke afspraak vastleggen"
      lead="Wat gemeenten hetzelfde doen. Een nieuwe versie noemt alle gemeenten die meedoen; de vorige blijft te lezen."
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.organisatie('harmonisatie/nieuw')}
        csrf={raam.csrf}
        knop="Afspraak vastleggen"
        terug={{ label: 'Terug', href: routes.organisatie('harmonisatie') }}
      >
        <Keuze
          {...veld('bekend')}
          label="Onderwerp"
          leeg="Een eigen onderwerp"
          opties={vereist.map(({ code, naam }) => ({ waarde: code, label: naam }))}
        />
        <Tekstveld
          {...veld('onderwerp')}
          label="Eigen onderwerp"
          facultatief
          hulp="Alleen als het niet in de lijst hierboven staat."
        />
        <Tekstveld {...veld('tekst')} label="Wat er is afgesproken" regels={5} />
        <Keuze
          naam="gemeenten"
          label="Welke gemeenten doen mee"
          soort="vinkjes"
          waarde={[waarden['gemeenten'] ?? []].flat()}
          fout={fouten.find((een) => een.veld === 'gemeenten')?.melding}
          opties={gemeenten.map(({ code, naam }) => ({ waarde: code, label: naam }))}
        />
        <Tekstveld
          {...veld('vindplaats')}
          label="Document"
          facultatief
          hulp="Zaaknummer of adres, als het ook op papier staat."
        />
        <Datumveld {...veld('geldigVanaf', `${vandaag.day}-${vandaag.month}-${vandaag.year}`)} label="Geldt vanaf" />
      </Formulier>
    </Pagina>
  )
}
