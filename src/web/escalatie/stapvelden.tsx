import type { Zaakgesprek } from '../../domain/act/gesprek/list-gesprekken-van.ts'
import { gronden } from '../../domain/act/escalatie/gronden.ts'
import { deelVan, type Ladder, type Overgang } from '../../domain/act/escalatie/ladder.ts'
import { veldenVan } from '../../domain/act/escalatie/toets.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { veldId } from '../ui/veld.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { stukkenBij } from './lees-invoer.ts'
import { Stukvelden } from './stukvelden.tsx'
import { dag, een, Velden, type Keuzelijsten, type Waarden } from './velden.tsx'

type Props = {
  ladder: Ladder
  overgang: Overgang
  /** Records that lie there already and count */
  aanwezig: ReadonlySet<string>
  waarden: Waarden
  fouten: readonly Veldfout[]
  keuzes: Keuzelijsten
  /** Meetings of the case, whose minutes can be a record */
  gesprekken: readonly Zaakgesprek[]
  vandaag: Temporal.PlainDate
}

/** Everything a step asks, in the order in which somebody thinks: where to, why, with what, and what the letter says. */
export function Stapvelden(props: Props) {
  const { ladder, overgang, waarden, fouten, vandaag } = props
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const { naar, gronden: kan } = overgang
  return (
    <>
      {typeof naar !== 'string' && naar.length > 1 && (
        <Keuze
          naam="doel"
          label="Waar gaat de zaak heen?"
          soort="rondjes"
          opties={naar.map((code) => {
            const { naam, stap } = deelVan(ladder, 'toestanden', code)
            const trede = stap === null ? '' : ` · ${deelVan(ladder, 'stappen', stap).naam}`
            return { waarde: code, label: `${naam}${trede}` }
          })}
          waarde={een(waarden['doel'])}
          fout={fout('doel')}
        />
      )}
      {kan.length > 1 ? (
        <Keuze
          naam="grond"
          label="Op welke grond?"
          soort="rondjes"
          opties={kan.map(({ grond }) => ({ waarde: grond, label: gronden[grond] }))}
          waarde={een(waarden['grond'])}
          fout={fout('grond')}
        />
      ) : (
        kan[0] && <input type="hidden" name="grond" value={kan[0].grond} />
      )}
      <Maatregelen {...props} />
      <Stukken {...props} />
      <Velden {...props} voor="veld." velden={veldenVan(ladder, overgang)} />
      {overgang.motivering && (
        <Tekstveld
          naam="motivering"
          label="Motivering"
          hulp="Waarom deze stap, en waarom nu. Kort en feitelijk. Noem geen cliënt."
          regels={4}
          waarde={een(waarden['motivering'])}
          fout={fout('motivering')}
        />
      )}
      <Datumveld
        naam="datum"
        label="Dag van de stap"
        hulp="Vandaag, of de dag waarop het gebeurde."
        waarde={een(waarden['datum']) ?? dag(vandaag)}
        fout={fout('datum')}
      />
    </>
  )
}

function Maatregelen({ ladder, overgang, waarden, fouten, keuzes }: Props) {
  const { start } = overgang.maatregelen
  if (start.length === 0) return null
  const gekozen = new Set([waarden['maatregel'] ?? (start.length === 1 ? start : [])].flat())
  return (
    <fieldset className="ov-veldgroep">
      <legend>{start.length === 1 ? 'Maatregel' : 'Welke maatregel?'}</legend>
      {fouten.some(({ veld }) => veld === 'maatregel') && (
        <p className="ams-error-message">{fouten.find(({ veld }) => veld === 'maatregel')!.melding}</p>
      )}
      {start.map((code, i) => {
        const { naam, basis, velden } = deelVan(ladder, 'maatregelen', code)
        return (
          <div key={code} className="ov-maatregel">
            <div className="ov-keuze">
              <input
                type="checkbox"
                id={i === 0 ? veldId('maatregel') : `${veldId('maatregel')}-${code}`}
                name="maatregel"
                value={code}
                defaultChecked={gekozen.has(code)}
                aria-describedby={`hulp-${code}`}
              />
              <label htmlFor={i === 0 ? veldId('maatregel') : `${veldId('maatregel')}-${code}`}>{naam}</label>
              <div className="ov-hulp" id={`hulp-${code}`}>
                {basis.document}, {basis.paragraaf}. {basis.tekst}
              </div>
            </div>
            {velden.length > 0 && (
              <div className="ov-inspring">
                <Velden voor={`maatregel.${code}.`} velden={velden} waarden={waarden} fouten={fouten} keuzes={keuzes} />
              </div>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

function Stukken(props: Props) {
  const { ladder, overgang, aanwezig, waarden, fouten } = props
  const { verplicht, mogelijk } = stukkenBij(overgang, ladder)
  const facultatief = mogelijk.filter((soort) => !aanwezig.has(soort))
  const open = (soort: string) =>
    fouten.some(({ veld }) => veld.startsWith(`stuk.${soort}.`)) ||
    Object.keys(waarden).some(
      (naam) => naam.startsWith(`stuk.${soort}.`) && !naam.endsWith('.dag') && een(waarden[naam]),
    )
  return (
    <>
      {verplicht
        .filter((soort) => !aanwezig.has(soort))
        .map((soort) => (
          <Stuk key={soort} {...props} soort={soort} />
        ))}
      {facultatief.map((soort) => (
        <Vouw key={soort} titel={`Erbij: ${deelVan(ladder, 'stukken', soort).naam.toLowerCase()}`} open={open(soort)}>
          <Stuk {...props} soort={soort} />
        </Vouw>
      ))}
    </>
  )
}

function Stuk({ ladder, soort, vandaag, ...rest }: Props & { soort: string }) {
  const stuk = deelVan(ladder, 'stukken', soort)
  return (
    <fieldset className="ov-veldgroep">
      <legend>{stuk.naam}</legend>
      {stuk.uitleg && <p className="ov-hulp">{stuk.uitleg}</p>}
      <Stukvelden {...rest} soort={stuk} dagnaam={`stuk.${soort}.dag`} vandaag={vandaag} />
    </fieldset>
  )
}
