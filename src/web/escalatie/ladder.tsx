import { deelVan, hoogte, type Ladder } from '../../domain/act/escalatie/ladder.ts'
import type { GezetteStapRegel, Zaakdossier } from '../../domain/act/escalatie/find-dossier.ts'
import type { Mogelijk } from '../../domain/act/escalatie/vooruitzicht.ts'
import { rollen, type Rol } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { datum } from '../ui/notatie.ts'
import { Waarom } from '../ui/waarom.tsx'
import { doeltreden, grondzin } from './woorden.ts'

type Props = {
  id: string
  ladder: Ladder
  toestand: string
  dossier: Zaakdossier
  mogelijk: readonly Mogelijk[]
  wieMag: ReadonlyMap<string, string>
  /** An aanbieder sees where it stands, not what is weighed */
  aanbieder: boolean
  /** Whether this person takes steps; who does not reads only which there are */
  zet: boolean
}

/** The ladder drawn: what was, where the case stands, what can come and what not yet. */
export function Ladderbeeld(props: Props) {
  const { ladder, toestand, dossier } = props
  const nu = hoogte(ladder, toestand)
  return (
    <ol className="ov-ladder">
      {ladder.stappen.map(({ code, naam }, i) => {
        const bezoek = dossier.stappen.filter(({ naar }) => deelVan(ladder, 'toestanden', naar).stap === code)
        const stand = i + 1 === nu ? 'nu' : bezoek.length > 0 ? 'was' : 'niet'
        return (
          <li key={code} className={`ov-ladder-${stand}`} aria-current={stand === 'nu' ? 'step' : undefined}>
            <div>
              {stand === 'nu' ? (
                <Nu {...props} stap={code} bezoek={bezoek} />
              ) : stand === 'was' ? (
                <Was naam={naam} bezoek={bezoek} />
              ) : (
                <Later {...props} stap={code} nummer={i + 1} />
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function Was({ naam, bezoek }: { naam: string; bezoek: GezetteStapRegel[] }) {
  const eerste = bezoek[0]!
  const laatste = bezoek.at(-1)!
  return (
    <>
      <h3>
        {naam}
        <span className="ov-klein">
          {datum(eerste.datum)}
          {!laatste.datum.equals(eerste.datum) && ` – ${datum(laatste.datum)}`}
          {laatste.beslotenDoor && ` · besluit ${laatste.beslotenDoor}`}
        </span>
      </h3>
      {laatste.motivering && <p>{laatste.motivering}</p>}
    </>
  )
}

function Nu({ ladder, toestand, dossier, stap, bezoek }: Props & { stap: string; bezoek: GezetteStapRegel[] }) {
  const { naam, uitleg, bron } = deelVan(ladder, 'stappen', stap)
  const { naam: stand, zin } = deelVan(ladder, 'toestanden', toestand)
  const laatste = bezoek.at(-1)
  const besluit = bezoek.findLast(({ beslotenDoor }) => beslotenDoor !== null)
  return (
    <div className="ov-ladder-blok">
      <h3>
        {naam}
        {laatste && (
          <span className="ov-klein">
            sinds {datum(bezoek[0]!.datum)}
            {besluit &&
              ` · besluit ${besluit.beslotenDoor!}${besluit.beslotenAls ? `, ${rollen[besluit.beslotenAls as Rol].toLowerCase()}` : ''}`}
          </span>
        )}
      </h3>
      <p>
        <b>{stand}.</b> {zin}
      </p>
      {laatste?.motivering && (
        <p>
          <b>{grondzin(laatste.grond) ?? 'Motivering'}.</b> {laatste.motivering}
        </p>
      )}
      <Waarom
        bij={naam}
        regel={uitleg}
        bron={`${bron.document}, ${bron.paragraaf}`}
        gegevens={laatste?.mandaatGrond ? `Bevoegd: ${laatste.mandaatGrond}` : undefined}
        versie={`${ladder.naam}, versie ${String(dossier.kop.ladderVersie)}; een zaak houdt de versie waarmee zij begon`}
      />
    </div>
  )
}

function Later({
  id,
  ladder,
  toestand,
  mogelijk,
  wieMag,
  stap,
  nummer,
  aanbieder,
  zet,
}: Props & { stap: string; nummer: number }) {
  const { naam, uitleg } = deelVan(ladder, 'stappen', stap)
  // a step down leads to no rung above
  const wegen = aanbieder
    ? []
    : mogelijk.filter(
        ({ overgang: { naar, waarborgen } }) =>
          doeltreden(ladder, naar).includes(nummer) &&
          !waarborgen.some(({ waarborg }) => waarborg === 'lagere-stap' && nummer > hoogte(ladder, toestand)),
      )
  const kan = wegen.filter(({ belet }) => belet.length === 0)
  const eerste = kan[0] ?? wegen[0]
  return (
    <>
      <h3>
        {naam}
        {!aanbieder && (
          <span className="ov-klein">
            <b className="ov-inkt">
              {eerste === undefined ? 'niet vanaf hier' : kan.length > 0 ? 'kan nu' : 'mag nog niet'}
            </b>
            {eerste && ` · ${wieBesluit(eerste, wieMag)}`}
          </span>
        )}
      </h3>
      <p>
        {eerste === undefined ? (
          uitleg
        ) : kan.length > 0 ? (
          <>
            {kan.map(({ overgang }, i) => (
              <span key={overgang.code}>
                {i > 0 && ' of '}
                {zet ? <a href={routes.escalatiestap(id, overgang.code)}>{overgang.naam}</a> : overgang.naam}
              </span>
            ))}
            . Nodig: {eerste.nodig.length > 0 ? eerste.nodig.join(', ').replace(/\.$/, '') : 'niets meer'}.
          </>
        ) : (
          eerste.belet.join(' ')
        )}
      </p>
    </>
  )
}

/** Who decides on a step, in words. */
export function wieBesluit(
  { overgang, taken }: Pick<Mogelijk, 'overgang' | 'taken'>,
  wieMag: ReadonlyMap<string, string>,
): string {
  if (overgang.wie === 'aanbieder') return 'aanbieder'
  if (taken.length === 0) return overgang.wie === 'beide' ? 'aanbieder of contractmanager' : 'contractmanager'
  const namen = [...new Set(taken.map((taak) => wieMag.get(taak) ?? 'niemand heeft mandaat'))]
  return `beslist door ${namen.join(', ')}`
}
