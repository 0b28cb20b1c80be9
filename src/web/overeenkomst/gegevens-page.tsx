import { bekostigingsvormen } from '../../domain/plan/overeenkomst/bekostigingsvorm.ts'
import { domeinen } from '../../domain/plan/overeenkomst/domein.ts'
import type { Overeenkomstproduct } from '../../domain/plan/overeenkomst/list-producten.ts'
import type { Tussentijds } from '../../domain/plan/overeenkomst/list-wijzigingen-sinds.ts'
import type { Overeenkomst } from '../../domain/plan/overeenkomst/queries.ts'
import { relatietypen } from '../../domain/plan/overeenkomst/relatietype.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Melding } from '../ui/melding.tsx'
import { moment, opsomming } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { inWoorden } from '../aanbieder/tijdlijn.tsx'

type Props = {
  raam: Raam
  overeenkomst: Overeenkomst
  producten: Overeenkomstproduct[]
  waarden?: Record<string, string>
  fouten?: Veldfout[]
  /** What others changed while this form was open. */
  tussentijds?: Tussentijds[]
}

/** The name of the field for one product line. */
export const vormveld = (productregelId: string) => `vorm-${productregelId}`

/** What no file gives: type of relation with why, domein, where to find it, frameworks, and how each product is paid for. */
export function OvereenkomstGegevensPage({
  raam,
  overeenkomst,
  producten,
  waarden,
  fouten = [],
  tussentijds = [],
}: Props) {
  const { id, nummer, onderwerp, gegevensVersie } = overeenkomst
  const veld = veldmaker(overeenkomst, producten, waarden, fouten, tussentijds)
  const gemotiveerd = overeenkomst.motiveringJuridisch !== ''
  const domein = overeenkomst.domeinKeuze === null ? ` (${domeinen[overeenkomst.domein]})` : ''
  return (
    <Pagina
      raam={raam}
      kruimels={[
        { label: 'Overeenkomsten', href: routes.overeenkomsten() },
        { label: `${nummer} ${onderwerp}`, href: routes.overeenkomst(id) },
      ]}
      titel="Gegevens wijzigen"
      titelInTab={`Gegevens wijzigen, ${nummer}`}
      lead="Wat in geen bestand staat. Opnieuw inlezen laat dit staan."
      fouten={fouten.length > 0 || tussentijds.length > 0}
      melding={tussentijds.length > 0 && <Intussen tussentijds={tussentijds} />}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.overeenkomst(id, 'gegevens')}
        csrf={raam.csrf}
        knop="Vastleggen"
        terug={{ label: 'Terug zonder vastleggen', href: routes.overeenkomst(id) }}
        verborgen={{ versie: String(gegevensVersie) }}
      >
        <Onderdeel titel="Inkoop of subsidie">
          <Keuze
            {...veld('relatietype')}
            label="Relatietype"
            soort="rondjes"
            opties={[
              { waarde: 'inkoop', label: relatietypen.inkoop, hulp: 'Een opdracht tegen betaling.' },
              {
                waarde: 'subsidie',
                label: relatietypen.subsidie,
                hulp: 'Geld voor activiteiten van de ontvanger zelf.',
              },
            ]}
          />
          <Tekstveld
            {...veld(
              'motiveringJuridisch',
              'Waarom dit volgens de wet een opdracht is, of een subsidie. Nodig zodra u het relatietype wijzigt of een argument opschrijft.',
            )}
            label="Juridisch argument"
            regels={3}
            facultatief={!gemotiveerd}
          />
          <Tekstveld
            {...veld('motiveringBeleid', 'Waarom dit past bij wat de gemeenten willen bereiken.')}
            label="Argument uit het beleid"
            regels={3}
            facultatief={!gemotiveerd}
          />
        </Onderdeel>
        <Onderdeel titel="Waar het over gaat en waar het ligt">
          <Keuze
            {...veld('domeinKeuze')}
            label="Domein"
            leeg={`Volgt uit de producten${domein}`}
            opties={Object.entries(domeinen).map(([waarde, label]) => ({ waarde, label }))}
          />
          <Tekstveld
            {...veld(
              'vindplaats',
              'Een archiefnummer, een plaats, of een adres. Een adres dat met https:// begint, wordt een link.',
            )}
            label="Vindplaats van het document"
            facultatief
          />
        </Onderdeel>
        <Onderdeel titel="Kaders van de gemeenteraad">
          <Tekstveld
            {...veld('budgetkader', 'Bijvoorbeeld: programmabegroting 2026, programma 4.')}
            label="Budget"
            regels={2}
            facultatief
          />
          <Tekstveld
            {...veld(
              'beleidskader',
              'Bijvoorbeeld: beleidsplan sociaal domein 2024–2027, vastgesteld 14 december 2023.',
            )}
            label="Beleid"
            regels={2}
            facultatief
          />
        </Onderdeel>
        {producten.length > 0 && (
          <Onderdeel titel="Bekostigingsvorm per product">
            {producten.map((product) => (
              <Keuze
                key={product.id}
                {...veld(vormveld(product.id))}
                label={`${product.code} ${product.naam}`}
                leeg="Niet vastgelegd"
                opties={Object.entries(bekostigingsvormen).map(([waarde, label]) => ({ waarde, label }))}
              />
            ))}
          </Onderdeel>
        )}
      </Formulier>
    </Pagina>
  )
}

function Intussen({ tussentijds }: { tussentijds: Tussentijds[] }) {
  const wie = opsomming([...new Set(tussentijds.map(({ door }) => door))])
  return (
    <Melding soort="fout" titel={`${wie} heeft deze gegevens gewijzigd terwijl u bezig was.`}>
      Wat u typte, staat er nog. Bij elk veld dat anders is, leest u wat er nu is vastgelegd. Kies opnieuw Vastleggen
      als uw versie moet gelden.
      <ul>
        {tussentijds.flatMap(({ door, op, wijzigingen }, i) =>
          wijzigingen.map((wijziging, k) => (
            <li key={`${i} ${k}`}>
              {inWoorden(wijziging)} ({door}, {moment(op)})
            </li>
          )),
        )}
      </ul>
    </Melding>
  )
}

/** Value, help and fault of a field; after a change by somebody else the help says what is stored now. */
function veldmaker(
  overeenkomst: Overeenkomst,
  producten: Overeenkomstproduct[],
  waarden: Record<string, string> | undefined,
  fouten: Veldfout[],
  tussentijds: Tussentijds[],
) {
  const nu = vastgelegd(overeenkomst, producten)
  return (naam: string, hulp?: string) => {
    const waarde = waarden?.[naam] ?? nu[naam] ?? ''
    const anders = tussentijds.length > 0 && waarde.replaceAll('\r\n', '\n').trim() !== nu[naam]
    return {
      naam,
      waarde,
      fout: fouten.find((fout) => fout.veld === naam)?.melding,
      ...((hulp !== undefined || anders) && {
        hulp: (
          <>
            {hulp}
            {anders && (
              <>
                {hulp && ' '}
                <b>Nu vastgelegd: {inWoord(nu[naam])}.</b>
              </>
            )}
          </>
        ),
      }),
    }
  }
}

const namen: Record<string, string> = { ...relatietypen, ...domeinen, ...bekostigingsvormen }

function inWoord(waarde = ''): string {
  return waarde === '' ? 'niets' : (namen[waarde] ?? waarde)
}

/** What is stored, as the fields of the form hold it. */
function vastgelegd(overeenkomst: Overeenkomst, producten: Overeenkomstproduct[]): Record<string, string> {
  const { relatietype, motiveringJuridisch, motiveringBeleid, domeinKeuze, vindplaats, budgetkader, beleidskader } =
    overeenkomst
  return {
    relatietype,
    motiveringJuridisch,
    motiveringBeleid,
    domeinKeuze: domeinKeuze ?? '',
    vindplaats,
    budgetkader,
    beleidskader,
    ...Object.fromEntries(producten.map((product) => [vormveld(product.id), product.bekostigingsvorm ?? ''])),
  }
}
