import { ordenKerntaken, prioriteiten, type Advies, type Opdracht } from '../../domain/plan/organisatie/opdracht.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { aantal, hoofdletter, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Tijdlijn } from '../ui/tijdlijn.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { kruimels, OrganisatieKader } from './kader.tsx'
import { maakVeld } from './model-form-page.tsx'
import type { Waarden } from './velden.ts'

type Kerntaken = readonly { code: string; naam: string }[]

type Props = {
  raam: Raam
  ctx: Context
  jaar: number
  kerntaken: Kerntaken
  /** Newest first */
  opdrachten: Opdracht[]
  adviezen: Advies[]
  waarden?: Waarden
  fouten?: Veldfout[]
  gedaan?: string | undefined
}

/** What the opdrachtgever asks in a year, in order of priority, with the advice of contract management (ROL-11). */
export function OpdrachtPage(props: Props) {
  const { raam, ctx, jaar, kerntaken, opdrachten, adviezen, waarden = {}, fouten = [], gedaan } = props
  const [nu, ...eerdere] = opdrachten
  const veld = maakVeld(waarden, fouten)
  const taken = nu ? ordenKerntaken(kerntaken, nu.prioriteiten) : []
  const hoog = taken.filter(({ prioriteit }) => prioriteit === 'hoog').length
  return (
    <OrganisatieKader
      raam={raam}
      deel="opdracht"
      gedaan={gedaan}
      actie={
        mag(ctx.actor, 'opdracht:geven') && (
          <Knop href={routes.organisatie('opdracht/nieuw', { jaar })}>
            {nu ? 'Opdracht wijzigen' : 'Opdracht geven'}
          </Knop>
        )
      }
      lead={
        nu ? (
          <>
            <b>
              Voor {String(jaar)} {hoog === 1 ? 'heeft 1 kerntaak' : `hebben ${String(hoog)} kerntaken`} hoge
              prioriteit.
            </b>{' '}
            De opdrachtgever bepaalt; contractmanagement adviseert.
          </>
        ) : (
          <>
            <b>Er is nog geen opdracht voor {String(jaar)}.</b> De opdrachtgever bepaalt wat contractmanagement doet en
            wat voorgaat.
          </>
        )
      }
    >
      <Foutenlijst fouten={fouten} />
      <Onderdeel
        titel={`Opdracht ${String(jaar)}`}
        noot={
          <>
            <a href={routes.organisatie('opdracht', { jaar: jaar - 1 })}>{String(jaar - 1)}</a> ·{' '}
            <a href={routes.organisatie('opdracht', { jaar: jaar + 1 })}>{String(jaar + 1)}</a>
          </>
        }
      >
        {!nu && (
          <LegeStaat titel="Nog geen opdracht">
            Hier staat wat de opdrachtgever vraagt, met de prioriteit van elke kerntaak.
          </LegeStaat>
        )}
        {nu && (
          <>
            <p className="ov-tekst">{nu.tekst}</p>
            <p className="ov-klein">
              Gegeven door {nu.gegevenDoor} als {nu.gegevenAls.toLowerCase()}, {moment(nu.gegevenOp)}
            </p>
            <Tabel
              bijschrift="Kerntaken in de volgorde van de opdracht"
              klikbaar={false}
              smal
              rijen={taken}
              sleutel={({ code }) => code}
              kolommen={[
                { naam: 'taak', kop: 'Kerntaak', cel: ({ naam }) => naam },
                {
                  naam: 'prioriteit',
                  kop: 'Prioriteit',
                  cel: ({ prioriteit }) =>
                    prioriteit === 'hoog' ? <b>hoog</b> : <span className="ov-stil">{prioriteit}</span>,
                },
              ]}
            />
            {eerdere.length > 0 && (
              <Vouw titel={aantal(eerdere.length, 'eerdere opdracht', 'eerdere opdrachten')}>
                <Tijdlijn
                  gebeurtenissen={eerdere.map(({ tekst, gegevenOp, gegevenDoor }) => ({
                    moment: moment(gegevenOp),
                    datetime: gegevenOp.toString(),
                    tekst: `${tekst} (${gegevenDoor})`,
                  }))}
                />
              </Vouw>
            )}
          </>
        )}
      </Onderdeel>
      {nu && (
        <Onderdeel titel="Advies van contractmanagement" conclusie="Een advies verandert de opdracht niet.">
          {adviezen.length === 0 ? (
            <p className="ov-klein">Er is geen advies over deze opdracht.</p>
          ) : (
            <Tijdlijn
              gebeurtenissen={adviezen.map(({ opdrachtId, tekst, gegevenOp, gegevenDoor }) => ({
                moment: moment(gegevenOp),
                datetime: gegevenOp.toString(),
                tekst: (
                  <>
                    <b>Advies van {gegevenDoor}</b>
                    {opdrachtId !== nu.id && ' bij een eerdere opdracht'}: {tekst}
                  </>
                ),
              }))}
            />
          )}
          {mag(ctx.actor, 'opdracht:adviseren') && (
            <Formulier
              actie={routes.organisatie('opdracht/adviezen')}
              csrf={raam.csrf}
              soort="tweede"
              knop="Advies geven"
              verborgen={{ jaar: String(jaar) }}
            >
              <Tekstveld {...veld('advies')} label="Advies" regels={3} />
            </Formulier>
          )}
        </Onderdeel>
      )}
    </OrganisatieKader>
  )
}

type FormProps = {
  raam: Raam
  jaar: number
  kerntaken: Kerntaken
  nu: Opdracht | undefined
  waarden?: Waarden
  fouten?: Veldfout[]
}

export function OpdrachtFormPage({ raam, jaar, kerntaken, nu, waarden = {}, fouten = [] }: FormProps) {
  const veld = maakVeld(waarden, fouten)
  const gezet = new Map(
    ordenKerntaken(kerntaken, nu?.prioriteiten ?? {}).map(({ code, prioriteit }) => [code, prioriteit]),
  )
  return (
    <Pagina
      raam={raam}
      kruimels={kruimels('opdracht')}
      titel={`Opdracht voor ${waarden['jaar'] ?? String(jaar)}`}
      titelInTab="Opdracht geven"
      lead="Wat u van contractmanagement vraagt, en welke kerntaken voorgaan. Een eerdere opdracht van dit jaar blijft te lezen."
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.organisatie('opdracht/nieuw')}
        csrf={raam.csrf}
        knop="Opdracht geven"
        terug={{ label: 'Terug', href: routes.organisatie('opdracht', { jaar }) }}
      >
        <Tekstveld {...veld('jaar', String(jaar))} label="Jaar" breedte="kort" cijfers />
        <Tekstveld {...veld('tekst', nu?.tekst)} label="Opdracht" regels={6} />
        {kerntaken.map(({ code, naam }) => (
          <Keuze
            key={code}
            {...veld(`prioriteit-${code}`, gezet.get(code))}
            label={naam}
            opties={prioriteiten.map((een) => ({ waarde: een, label: hoofdletter(een) }))}
          />
        ))}
      </Formulier>
    </Pagina>
  )
}
