import type { Rasciversie, VerdeeldeTaak } from '../../domain/plan/bezetting/lees-taken.ts'
import { wieMag } from '../../domain/plan/bezetting/mandaat.ts'
import type { Registermandaat } from '../../domain/plan/bezetting/queries.ts'
import { metLetter } from '../../domain/plan/bezetting/rasci.ts'
import { letters, type Belegging, type Letter, type Verdeling } from '../../domain/plan/bezetting/taken.ts'
import { mag, rollen } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Melding } from '../ui/melding.tsx'
import { datum, moment, opsomming } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { Vragen } from '../ui/vragen.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { combinaties, taakrollen } from './invoer.ts'
import { mandaatkolommen } from './mandaten-page.tsx'

type Props = {
  raam: Raam
  ctx: Context
  taak: VerdeeldeTaak
  ontbreekt: string[]
  gemeente: string | null
  gemeenten: { code: string; naam: string }[]
  mandaten: Registermandaat[]
  versies: Rasciversie[]
  belegging: Belegging | undefined
  gedaan?: string | undefined
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

/** One task: who decides and does it, on which mandate, since when, and dividing it anew. */
export function TaakPage(props: Props) {
  const { raam, ctx, taak, ontbreekt, gemeente, gemeenten, mandaten, versies, belegging, gedaan, fouten = [] } = props
  const plaats = gemeenten.find(({ code }) => code === gemeente)?.naam
  const volgensMatrix = zin(taak.verdeling, 'A')
  const beslist = opsomming([
    ...new Set(
      wieMag(taak.verdeling, mandaten, { gemeente, datum: ctx.today, bedragCent: 0, maanden: 1 }).map(
        ({ rol }) => rollen[rol],
      ),
    ),
  ])
  const metGrens = mandaten.some(
    ({ ingetrokken, hoogsteCent, hoogsteMaanden }) => !ingetrokken && (hoogsteCent !== null || hoogsteMaanden !== null),
  )
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Taken en mandaat', href: routes.taken({ gemeente }) }]}
      titel={taak.naam}
      lead={
        <>
          <b>{beslist || volgensMatrix} beslist</b>
          {plaats ? ` in ${plaats}` : ''}
          {beslist !== volgensMatrix && ' volgens het mandaatregister'}
          {beslist !== volgensMatrix && metGrens && `, boven de grens ${volgensMatrix.toLowerCase()}`};{' '}
          {uitvoering(taak.verdeling)}
          {belegging && ` Belegd bij ${belegging.bij}: ${belegging.naam} (${belegging.afspraak}).`}
          {taak.vierOgen && ' Wie het voorbereidt, besluit er niet over.'}
        </>
      }
      melding={
        <>
          {gedaan && (
            <Melding soort="gedaan">
              De nieuwe verdeling is vastgelegd. Eerdere besluiten houden hun eigen verdeling.
            </Melding>
          )}
          {ontbreekt.length > 0 && <Melding titel="Er ontbreekt nog iets.">{ontbreekt.join(' ')}</Melding>}
        </>
      }
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Vragen
        vragen={(Object.keys(letters) as Letter[])
          .filter((letter) => metLetter(taak.verdeling, letter).length > 0)
          .map((letter) => ({
            vraag: `Wie ${letter === 'A' ? 'beslist volgens de taakverdeling' : letters[letter]}?`,
            antwoord: zin(taak.verdeling, letter),
          }))}
      />
      <Waarom
        bij={taak.naam}
        regel={taak.bron.tekst}
        bron={`${taak.bron.document}, ${taak.bron.paragraaf}`}
        versie={
          taak.eigen
            ? `Eigen verdeling vanaf ${datum(taak.eigen.geldigVanaf)}, vastgelegd door ${taak.eigen.vastgelegdDoor}: ${taak.eigen.reden}`
            : 'Verdeling van de regelset; de regio koos geen eigen verdeling.'
        }
      />
      <Onderdeel
        titel="Mandaat"
        conclusie={
          mandaten.some(({ ingetrokken }) => !ingetrokken)
            ? 'Het register gaat voor de taakverdeling.'
            : `Het register noemt niemand: ${zin(taak.verdeling, 'A').toLowerCase()} beslist.`
        }
      >
        <Tabel
          bijschrift={`Mandaten voor ${taak.naam}`}
          rijen={mandaten}
          sleutel={({ id }) => id}
          klikbaar={false}
          kolommen={mandaatkolommen(raam, ctx)}
          leeg={
            <LegeStaat titel="Geen mandaat">Hier staat welke rol op grond van een besluit mandaat heeft.</LegeStaat>
          }
        />
      </Onderdeel>
      {versies.length > 0 && <Versies versies={versies} gemeenten={gemeenten} />}
      {mag(ctx.actor, 'mandaat:wijzigen') && <Verdeelformulier {...props} />}
    </Pagina>
  )
}

function Versies({ versies, gemeenten }: Pick<Props, 'versies' | 'gemeenten'>) {
  return (
    <Onderdeel titel="Eigen verdelingen" conclusie="Een nieuwe verdeling verandert nooit wat eerder is besloten.">
      <Tabel
        bijschrift="Verdelingen die de regio koos"
        klikbaar={false}
        rijen={versies}
        sleutel={({ vastgelegdOp, gemeente }) => vastgelegdOp.toString() + (gemeente ?? '')}
        kolommen={[
          { naam: 'vanaf', kop: 'Vanaf', heel: true, cel: ({ geldigVanaf }) => datum(geldigVanaf) },
          {
            naam: 'waar',
            kop: 'Waar',
            cel: ({ gemeente }) => gemeenten.find(({ code }) => code === gemeente)?.naam ?? 'hele regio',
          },
          { naam: 'beslist', kop: 'Beslist', cel: ({ verdeling }) => zin(verdeling, 'A') },
          { naam: 'doet', kop: 'Doet', cel: ({ verdeling }) => zin(verdeling, 'R') },
          { naam: 'reden', kop: 'Reden', telefoon: 'breed', cel: ({ reden }) => reden },
          {
            naam: 'wie',
            kop: 'Vastgelegd',
            telefoon: 'breed',
            cel: ({ vastgelegdDoor, vastgelegdOp }) => `${vastgelegdDoor}, ${moment(vastgelegdOp)}`,
          },
        ]}
      />
    </Onderdeel>
  )
}

function Verdeelformulier({ raam, ctx, taak, gemeente, gemeenten, waarden, fouten = [] }: Props) {
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const nu = (rol: string) =>
    waarden?.[`rol-${rol}`] ??
    taak.verdeling
      .filter((een) => een.rol === rol)
      .map(({ letter }) => letter)
      .join('')
  return (
    <Onderdeel
      titel="Anders verdelen"
      id="verdelen"
      conclusie="Kies bij elke rol wat zij bij deze taak doet. Precies één rol beslist."
    >
      <Vouw titel="Verdeling kiezen" open={waarden !== undefined}>
        <Formulier actie={routes.taak(taak.code)} csrf={raam.csrf} knop="Verdeling vastleggen">
          <Keuze
            naam="gemeente"
            label="Waar"
            waarde={waarden?.['gemeente'] ?? gemeente ?? ''}
            opties={[
              { waarde: '', label: 'Hele regio' },
              ...gemeenten.map(({ code, naam }) => ({ waarde: code, label: naam })),
            ]}
          />
          <fieldset className="ov-rasci" id="veld-verdeling" tabIndex={-1}>
            <legend>Verdeling</legend>
            {fout('verdeling') && <p className="ams-error-message">{fout('verdeling')}</p>}
            {taakrollen.map((rol) => (
              <div key={rol}>
                <label htmlFor={`rol-${rol}`}>{rollen[rol]}</label>
                <select id={`rol-${rol}`} name={`rol-${rol}`} defaultValue={nu(rol)} className="ams-select">
                  <option value="">niets</option>
                  {combinaties.map((combinatie) => (
                    <option key={combinatie} value={combinatie}>
                      {opsomming(Array.from(combinatie).map((letter) => letters[letter as Letter]))}
                    </option>
                  ))}
                </select>
              </div>
            ))}
          </fieldset>
          <Datumveld
            naam="geldigVanaf"
            label="Geldt vanaf"
            waarde={waarden?.['geldigVanaf'] ?? `${ctx.today.day}-${ctx.today.month}-${ctx.today.year}`}
            fout={fout('geldigVanaf')}
          />
          <Tekstveld naam="reden" label="Reden" regels={3} waarde={waarden?.['reden']} fout={fout('reden')} />
        </Formulier>
      </Vouw>
    </Onderdeel>
  )
}

/** "contractmanager voert het uit", "contractmanager en contractbeheerder voeren het uit" */
function uitvoering(verdeling: Verdeling): string {
  const wie = metLetter(verdeling, 'R')
  return `${zin(verdeling, 'R').toLowerCase()} ${wie.length > 1 ? 'voeren' : 'voert'} het uit.`
}

function zin(verdeling: Verdeling, letter: Letter): string {
  return opsomming(metLetter(verdeling, letter).map((rol) => rollen[rol])) || 'Niemand'
}
