import type { InzageInLijst } from '../../domain/check/inzage/queries.ts'
import type { Inzageregels } from '../../domain/check/inzage/inzage.ts'
import type { Zegel } from '../../domain/check/inzage/zegels.ts'
import type { Actor } from '../../platform/context.ts'
import { bladstand, hoeveel } from '../lijst.ts'
import type { Blad } from '../logboek/blad.ts'
import { periodes } from '../logboek/periode.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { aantal, getal, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { InzageTabel } from './inzage-tabel.tsx'
import { taaknamen } from './woorden.ts'

export type Keuze = Record<'persoon' | 'taak' | 'periode' | 'uitkomst', string>

type Props = {
  raam: Raam
  actor: Actor
  keuze: Keuze
  personen: { id: string; naam: string }[]
  inzagen: InzageInLijst[]
  geteld: number
  blad: Blad
  regels: Inzageregels
  zegels: Zegel[]
}

/** Who looked at cases, when and what for; and the way to who looked at one client. */
export function InzagenPage({ raam, actor, keuze, personen, inzagen, geteld, blad, regels, zegels }: Props) {
  const gekozen = Object.values(keuze).some((waarde) => waarde !== '')
  return (
    <Pagina
      raam={raam}
      titel="Inzage in casussen"
      lead={
        <>
          Wie cliënten bekeek, wanneer en waarvoor: <b>{hoeveel(geteld, 'keer', 'keer')}</b>
          {gekozen ? ' in deze keuze' : ''}. Dat u hier kijkt, wordt ook vastgelegd.
        </>
      }
    >
      <Onderdeel titel="Wie keek naar een cliënt?">
        <Clientformulier raam={raam} />
      </Onderdeel>
      <Onderdeel titel="Alle inzagen">
        <FilterZin
          actie={routes.inzagen()}
          delen={[
            'Toon',
            {
              naam: 'uitkomst',
              label: 'Uitkomst',
              waarde: keuze.uitkomst,
              opties: [
                { waarde: '', label: 'alle inzagen' },
                { waarde: 'mislukt', label: 'alleen wat is geweigerd of mislukt' },
              ],
            },
            'van',
            {
              naam: 'persoon',
              label: 'Persoon',
              waarde: keuze.persoon,
              opties: [
                { waarde: '', label: 'iedereen' },
                ...personen.map(({ id, naam }) => ({ waarde: id, label: naam })),
                { waarde: 'opdrachtregel', label: 'beheer (opdrachtregel)' },
              ],
            },
            'voor',
            {
              naam: 'taak',
              label: 'Waarvoor',
              waarde: keuze.taak,
              opties: [
                { waarde: '', label: 'elk werk' },
                ...Object.entries(taaknamen).map(([waarde, label]) => ({ waarde, label })),
              ],
            },
            'over',
            { naam: 'periode', label: 'Periode', waarde: keuze.periode, opties: periodes },
          ]}
          einde={<Uitvoer xlsx={routes.inzagenUitvoer('xlsx', keuze)} csv={routes.inzagenUitvoer('csv', keuze)} />}
        />
        <InzageTabel bijschrift="Inzagen" inzagen={inzagen} redenen={regels.redenen} actor={actor} />
        <Bladeren
          {...bladstand(blad.pagina, { rijen: inzagen, totaal: geteld })}
          wat="inzagen"
          href={(pagina) => routes.inzagen({ ...keuze, pagina })}
        />
      </Onderdeel>
      <Onderdeel>
        <p className="ov-klein">{zegelzin(zegels)}</p>
        <Waarom
          bij="de inzagen"
          regel={`Per cliënt staat er een regel, zonder steekproef. De regels blijven ${aantal(regels.bewaartermijn.jaren, 'jaar', 'jaar')} bewaard, vanaf ${regels.bewaartermijn.vanaf}. Wat niet kan worden vastgelegd, wordt niet getoond.`}
          gegevens="De velden zijn die van de standaard Logboek Dataverwerkingen; wie, namens wie en waarvoor staan erbij."
          bron="docs/besluiten/017"
        />
      </Onderdeel>
    </Pagina>
  )
}

/** The label goes in the body of a request, never in a URL. */
export function Clientformulier({ raam, label = '', fout }: { raam: Raam; label?: string; fout?: string | undefined }) {
  return (
    <Formulier actie={routes.inzageClient()} csrf={raam.csrf} knop="Nagaan">
      <Tekstveld
        naam="label"
        label="Label van de cliënt"
        breedte="kort"
        hulp="Het label waaronder Overlap de cliënt kent, bijvoorbeeld C-7QK2M-X4T9B."
        waarde={label}
        fout={fout}
      />
    </Formulier>
  )
}

function zegelzin(zegels: Zegel[]): string {
  const laatste = zegels.at(-1)
  return laatste
    ? `Verzegeld tot en met inzage ${getal(laatste.tot)}, ${moment(laatste.tijdstip)}: een wijziging daarvoor komt uit bij de controle van het logboek.`
    : 'Er is nog niets verzegeld; dat gebeurt elke nacht.'
}
