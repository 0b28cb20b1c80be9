import { inWoorden, woorden } from '../../domain/rechten/in-woorden.ts'
import { inWerking, leesCel, letters, objecten, zonderPagina, type Matrixrij } from '../../domain/rechten/matrix.ts'
import {
  geeft,
  heelRegio,
  rollen,
  vanAanbieder,
  volgt,
  type Kolom,
  type Recht,
  type Rol,
} from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { opsomming } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Bronnen } from './bronnen.tsx'
import { KiesRol } from './kies-rol.tsx'

/** What one role may do, object by object. */
export function RolPage({ raam, rol }: { raam: Raam; rol: Rol }) {
  const { kolom, alleen } = Object.hasOwn(volgt, rol)
    ? volgt[rol as keyof typeof volgt]
    : { kolom: rol as Kolom, alleen: undefined }
  const rijen = objecten
    .map((rij) => ({ rij, ...watMag(rij, rol, kolom, alleen === undefined) }))
    .filter(({ nu, later }) => nu.length + later.length > 0)
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Rechten', href: routes.rechten() }]}
      titel={rollen[rol]}
      lead={<Lead rol={rol} />}
    >
      <KiesRol rol={rol} />
      <Onderdeel titel="Wat deze rol mag" conclusie={volgzin(rol, kolom, alleen !== undefined)}>
        <Tabel
          bijschrift={`Wat de rol ${rollen[rol]} mag`}
          klikbaar={false}
          rijen={rijen}
          sleutel={({ rij }) => rij.object}
          kolommen={[
            { naam: 'onderdeel', kop: 'Onderdeel', cel: ({ rij }) => rij.naam },
            {
              naam: 'nu',
              kop: 'Mag nu',
              cel: ({ nu, noot }) =>
                nu.length === 0 ? (
                  <span className="ov-stil">–</span>
                ) : (
                  <>
                    {opsomming(nu)}
                    {noot !== '' && <small>{noot}</small>}
                  </>
                ),
            },
            {
              naam: 'later',
              kop: 'Zodra er een pagina is',
              cel: ({ nu, later, noot }) =>
                later.length === 0 ? (
                  <span className="ov-stil">–</span>
                ) : (
                  <>
                    <span className="ov-stil">{opsomming(later)}</span>
                    {noot !== '' && nu.length === 0 && <small>{noot}</small>}
                  </>
                ),
            },
            { naam: 'bron', kop: 'Waar het staat', telefoon: 'breed', cel: ({ rij }) => <Bronnen bron={rij.bron} /> },
          ]}
          leeg={<p>Er is nog niets wat deze rol in het programma kan zien of doen.</p>}
        />
        <Grenzen rol={rol} />
      </Onderdeel>
    </Pagina>
  )
}

function watMag(rij: Matrixrij, rol: Rol, kolom: Kolom, metLater: boolean) {
  const { letters: tekens, noot } = leesCel(rij, kolom)
  const nu = tekens.filter((letter) => inWerking(rij, rol, letter))
  const later = metLater ? tekens.filter((letter) => !nu.includes(letter)) : []
  return { nu: nu.map((letter) => letters[letter]), later: later.map((letter) => letters[letter]), noot }
}

function Lead({ rol }: { rol: Rol }) {
  const { ziet, doet } = inWoorden(rol, zonderPagina)
  if (ziet.length + doet.length === 0) return 'Ziet en doet nog niets in het programma.'
  return (
    <>
      Ziet <b>{opsomming(ziet)}</b>
      {vanAanbieder(rol) && ', alleen van de eigen organisatie'}
      {doet.length > 0 ? `; ${opsomming(doet)}` : '; leest mee'}.
    </>
  )
}

function volgzin(rol: Rol, kolom: Kolom, deels: boolean): string {
  if (rol === kolom) return 'Wat hier niet staat, mag deze rol niet.'
  return deels
    ? `Volgt de kolom ${rollen[kolom]}, maar heeft daarvan alleen wat hier staat.`
    : `Volgt de kolom ${rollen[kolom]} helemaal.`
}

function Grenzen({ rol }: { rol: Rol }) {
  const heel = [...heelRegio].filter((recht) => geeft(rol, recht) && !zonderPagina.includes(recht)).map(naamVan)
  if (vanAanbieder(rol)) {
    return <p className="ov-klein">Wie bij meer aanbieders een rol heeft, kiest in het menu voor wie hij nu werkt.</p>
  }
  return (
    <p className="ov-klein">
      Is de rol begrensd tot gemeenten, een wet of categorieën, dan geldt dit alleen daarbinnen.
      {heel.length > 0 && ` Alleen zonder grens: ${opsomming(heel)}.`}
    </p>
  )
}

function naamVan(recht: Recht): string {
  const woord = woorden[recht]
  return 'doet' in woord ? woord.doet : `ziet ${woord.ziet}`
}
