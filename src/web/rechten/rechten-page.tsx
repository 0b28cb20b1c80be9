import { leesCel, mensen, objecten, type Matrixrij } from '../../domain/rechten/matrix.ts'
import { rollen, volgt, type Kolom, type Rol } from '../../domain/rechten.ts'
import type { Actor } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { klassen } from '../ui/klassen.ts'
import { opsomming, woord } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Bronnen } from './bronnen.tsx'
import { CelWoorden } from './cel.tsx'
import { KiesRol } from './kies-rol.tsx'
import { alleenWoorden } from './woorden.ts'

// Short enough for thirteen beside each other; a soft hyphen where they break.
const koppen: Record<string, string> = {
  contracteigenaar: 'Contract\u00adeigenaar',
  contractmanager: 'Contract\u00admanager',
  contractbeheerder: 'Contract\u00adbeheerder',
  rvm: 'RVM’er',
  'lokaal team': 'Lokaal team',
  backoffice: 'Back\u00adoffice',
  aanbieder: 'Aan\u00adbieder',
  toezichthouder: 'Toezicht\u00adhouder',
  beleid: 'Opdracht\u00adgever, beleid',
  budgethouder: 'Budget\u00adhouder',
  directie: 'Directie',
  'functioneel beheerder': 'Functio\u00adneel beheerder',
  privacyfunctionaris: 'Privacy\u00adfunctio\u00adnaris',
}

/** The permission matrix as it is in force: objects and roles, in words. */
export function RechtenPage({ raam, actor }: { raam: Raam; actor: Actor }) {
  const eigen = actor.rollen.map(({ rol }) => rollen[rol as Rol])
  return (
    <Pagina
      raam={raam}
      titel="Rechten"
      lead={
        <>
          Wie wat mag, zoals het programma het nu afdwingt. <b>Uw rol: {opsomming(eigen) || 'geen'}.</b>
        </>
      }
    >
      <KiesRol />
      <Onderdeel
        titel="Wat elke rol mag"
        conclusie="Wie iets mag maken, wijzigen of besluiten, mag het ook lezen. Een rol kan begrensd zijn tot gemeenten, een wet of categorieën; dan geldt dit alleen daarbinnen."
      >
        <div className="ov-schuif" role="region" aria-label="Wat elke rol mag" tabIndex={0}>
          <table className="ov-tabel ov-lijnen ov-rechten">
            <caption className="ams-visually-hidden">Per onderdeel wat elke rol mag</caption>
            <thead>
              <tr>
                <th scope="col">Onderdeel</th>
                {mensen.map((kolom) => (
                  <th key={kolom} scope="col">
                    {koppen[kolom]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {objecten.map((rij) => (
                <Rij key={rij.object} rij={rij} />
              ))}
            </tbody>
          </table>
        </div>
        <p className="ov-klein">
          Grijs, of met een rondje (<span className="ov-mag-rondje" aria-hidden="true" />
          ): afgesproken, maar het programma heeft er nog geen pagina voor. Een streepje: mag niet. Wie het toch vraagt,
          leest dat het met zijn rol niet mag, en dat blijft bewaard.
        </p>
      </Onderdeel>
      <Onderdeel
        titel="Rollen die een kolom volgen"
        conclusie={`Er zijn ${woord(Object.keys(volgt).length)} rollen zonder eigen kolom.`}
      >
        <Tabel
          bijschrift="Rollen die een kolom volgen"
          klikbaar={false}
          rijen={Object.entries(volgt) as [keyof typeof volgt, (typeof volgt)[keyof typeof volgt]][]}
          sleutel={([rol]) => rol}
          kolommen={[
            { naam: 'rol', kop: 'Rol', cel: ([rol]) => <a href={routes.rechten({ rol })}>{rollen[rol]}</a> },
            { naam: 'volgt', kop: 'Volgt', cel: ([, { kolom }]) => rollen[kolom] },
            {
              naam: 'daarvan',
              kop: 'Daarvan',
              telefoon: 'breed',
              cel: ([rol, { alleen }]) => (alleen ? alleenWoorden(rol) : 'alles'),
            },
          ]}
        />
      </Onderdeel>
    </Pagina>
  )
}

function Rij({ rij }: { rij: Matrixrij }) {
  return (
    <tr>
      <th scope="row">
        {rij.naam}
        <small>
          <Bronnen bron={rij.bron} />
        </small>
        {!rij.rechten && <small>nog geen pagina</small>}
      </th>
      {mensen.map((kolom: Kolom) => {
        const leeg = leesCel(rij, kolom).letters.length === 0
        return (
          <td key={kolom} data-kop={rollen[kolom]} className={klassen(leeg && 'ov-weg')}>
            {leeg ? (
              <>
                <span aria-hidden="true">–</span>
                <span className="ams-visually-hidden">niets</span>
              </>
            ) : (
              <CelWoorden rij={rij} kolom={kolom} />
            )}
          </td>
        )
      })}
    </tr>
  )
}
