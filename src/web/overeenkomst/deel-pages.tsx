import { bekostigingsvormen } from '../../domain/plan/overeenkomst/bekostigingsvorm.ts'
import { jarenZonderTarief } from '../../domain/plan/overeenkomst/jaren-zonder-tarief.ts'
import type { Overeenkomstregels } from '../../domain/plan/overeenkomst/lees-regels.ts'
import type { Overeenkomstproduct } from '../../domain/plan/overeenkomst/list-producten.ts'
import type { Overeenkomstjaar } from '../../domain/plan/overeenkomst/queries.ts'
import { procent } from '../../domain/begrippen/percentage.ts'
import { routes } from '../routes.ts'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { bedrag, bedragHeel, decimaal, opsomming } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Budget } from './budget.tsx'
import { eenheid } from './eenheden.ts'
import { Overeenkomstkaart, type Kaartgegevens } from './kaart.tsx'

/** Products with their tariffs through the years (CTR-03). */
export function OvereenkomstProductenPage(props: Kaartgegevens & { producten: Overeenkomstproduct[] }) {
  const jaren = [...new Set(props.producten.flatMap(({ tarieven }) => tarieven.map(({ van }) => van.year)))].sort(
    (a, b) => a - b,
  )
  const zonderTarief = jarenZonderTarief(props.overeenkomst, props.producten, props.ctx.today)
  const kolommen: Kolom<Overeenkomstproduct>[] = [
    { naam: 'code', kop: 'Product', heel: true, cel: ({ code }) => code },
    { naam: 'naam', kop: 'Naam', telefoon: 'breed', cel: ({ naam }) => naam },
    {
      naam: 'wet',
      kop: 'Wet',
      cel: ({ wet, categorie }) => `${wet === 'wmo' ? 'Wmo' : 'Jeugdwet'}, categorie ${categorie}`,
    },
    {
      naam: 'eenheid',
      kop: 'Tarief per',
      cel: ({ eenheidTarief, eenheidDeclaratie }) =>
        eenheidTarief === eenheidDeclaratie
          ? eenheid(eenheidTarief)
          : `${eenheid(eenheidTarief)}, gedeclareerd per ${eenheid(eenheidDeclaratie)}`,
    },
    {
      naam: 'bekostiging',
      kop: 'Bekostiging',
      cel: ({ bekostigingsvorm }) =>
        bekostigingsvorm ? bekostigingsvormen[bekostigingsvorm] : <span className="ov-stil">niet vastgelegd</span>,
    },
    ...jaren.map((jaar): Kolom<Overeenkomstproduct> => ({
      naam: `t${jaar}`,
      kop: String(jaar),
      rechts: true,
      heel: true,
      cel: ({ tarieven }) => {
        const tarief = tarieven.find(({ van }) => van.year === jaar)
        return tarief ? bedrag(tarief.cent) : '–'
      },
    })),
  ]
  return (
    <Overeenkomstkaart {...props} deel="producten">
      <Onderdeel
        titel="Producten en tarieven"
        noot="een tarief geldt van 1 januari tot en met 31 december"
        conclusie={
          zonderTarief.length > 0
            ? `Voor ${opsomming(zonderTarief.map(String))} is nog niet van elk product een tarief bekend: declaraties over dat jaar wachten.`
            : undefined
        }
      >
        <Tabel
          bijschrift={`Producten van ${props.overeenkomst.nummer}`}
          klikbaar={false}
          rijen={props.producten}
          sleutel={({ id }) => id}
          kolommen={kolommen}
          leeg={<LegeStaat titel="Geen producten">Hier staan de producten met hun tarieven.</LegeStaat>}
        />
      </Onderdeel>
    </Overeenkomstkaart>
  )
}

/** Ceiling and claims per year, and the chart of every year with figures. */
export function OvereenkomstGeldPage(props: Kaartgegevens & { jaren: Overeenkomstjaar[]; regels: Overeenkomstregels }) {
  const { ctx, jaren, regels } = props
  return (
    <Overeenkomstkaart {...props} deel="geld">
      <Onderdeel titel="Per jaar">
        <Tabel
          bijschrift={`Plafond en gedeclareerd per jaar van ${props.overeenkomst.nummer}`}
          plat
          smal
          klikbaar={false}
          rijen={jaren}
          sleutel={({ jaar }) => String(jaar)}
          kolommen={[
            { naam: 'jaar', kop: 'Jaar', cel: ({ jaar }) => jaar },
            {
              naam: 'plafond',
              kop: 'Plafond',
              rechts: true,
              cel: ({ plafondCent }) => (plafondCent === null ? '–' : bedragHeel(plafondCent)),
            },
            {
              naam: 'gedeclareerd',
              kop: 'Gedeclareerd',
              rechts: true,
              cel: ({ gedeclareerdCent }) => bedragHeel(gedeclareerdCent),
            },
            {
              naam: 'deel',
              kop: 'Deel',
              rechts: true,
              cel: ({ plafondCent, gedeclareerdCent }) =>
                plafondCent ? `${decimaal(procent(gedeclareerdCent, plafondCent, 1))}%` : '–',
            },
          ]}
          leeg={<LegeStaat titel="Nog geen bedragen">Hier staan de plafonds en wat er is gedeclareerd.</LegeStaat>}
        />
        {ctx.actor.agb === null && (
          <p>
            <a href={routes.budget(props.overeenkomst.id)}>Budget wijzigen en eerdere besluiten</a>
          </p>
        )}
      </Onderdeel>
      {jaren
        .filter(({ jaar }) => jaar <= ctx.today.year)
        .map((jaar) => (
          <Budget key={jaar.jaar} jaar={jaar} jaartal={jaar.jaar} vandaag={ctx.today} regels={regels} />
        ))}
    </Overeenkomstkaart>
  )
}
