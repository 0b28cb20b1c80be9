import type { Planvoorstel } from '../../domain/act/gesprek/stel-planning-voor.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Melding } from '../ui/melding.tsx'
import { datum, hoofdletter, woord } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Verborgen } from '../ui/verborgen.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { Gesprektabs } from './tabs.tsx'

type Props = {
  raam: Raam
  ctx: Context
  jaar: number
  van: 'mij' | ''
  voorstellen: Planvoorstel[]
  gedaan?: number | undefined
  fout?: string | undefined
}

type Rij = {
  aanbiederId: string
  naam: string
  contractmanager: string | null
  datum: Temporal.PlainDate
  nodig: number
}

/** Planning what the rule of the year still asks for: a proposal per aanbieder, to take or leave (CAT-05). */
export function PlannenPage({ raam, ctx, jaar, van, voorstellen, gedaan, fout }: Props) {
  const rijen: Rij[] = voorstellen.flatMap(({ aanbieder, datums }) =>
    datums.map((dag) => ({
      aanbiederId: aanbieder.id,
      naam: aanbieder.naam,
      contractmanager: aanbieder.contractmanager,
      datum: dag,
      nodig: aanbieder.nodig,
    })),
  )
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Gesprekken', href: routes.gesprekken() }]}
      titel="Jaar plannen"
      lead={
        rijen.length === 0 ? (
          <>
            <b>Er hoeft niets meer gepland</b> voor {jaar}.
          </>
        ) : (
          <>
            <b>{rijen.length === 1 ? 'Eén gesprek' : hoofdletter(`${woord(rijen.length)} gesprekken`)}</b>{' '}
            {rijen.length === 1 ? 'moet' : 'moeten'} nog in de kalender van {jaar}. Dit zijn voorstellen: haal weg wat
            niet past en verplaats later wat anders moet.
          </>
        )
      }
      melding={
        <>
          {gedaan !== undefined && (
            <Melding soort="gedaan">
              {gedaan === 1 ? 'Eén gesprek is gepland.' : `${String(gedaan)} gesprekken zijn gepland.`} Niemand is nog
              uitgenodigd.
            </Melding>
          )}
          {fout !== undefined && <Melding soort="fout">{fout}</Melding>}
        </>
      }
      fouten={fout !== undefined}
    >
      <Gesprektabs ctx={ctx} deel="plannen" />
      <FilterZin
        actie={routes.gesprekkenPlannen()}
        delen={[
          'Voorstellen voor',
          {
            naam: 'jaar',
            label: 'Jaar',
            waarde: String(jaar),
            opties: [ctx.today.year, ctx.today.year + 1].map(String).map((waarde) => ({ waarde, label: waarde })),
          },
          'van',
          {
            naam: 'van',
            label: 'Contractmanager',
            waarde: van,
            opties: [
              { waarde: '', label: 'wie dan ook' },
              { waarde: 'mij', label: 'mij' },
            ],
          },
        ]}
      />
      {rijen.length === 0 ? (
        <LegeStaat titel="Alles staat in de kalender">
          Wie genoeg gesprekken heeft gehad of gepland, staat hier niet.
        </LegeStaat>
      ) : (
        <form method="post" action={routes.gesprekkenPlannen({ jaar, van })}>
          <Verborgen csrf={raam.csrf} />
          <Tabel
            bijschrift="Voorstellen voor gesprekken"
            rijen={rijen}
            sleutel={({ aanbiederId, datum: dag }) => `${aanbiederId} ${dag.toString()}`}
            klikbaar={false}
            kolommen={[
              {
                naam: 'aanbieder',
                kop: 'Aanbieder',
                cel: ({ aanbiederId, naam, datum: dag }) => (
                  <label className="ov-kies-rij">
                    <input type="checkbox" name="voorstel" value={`${aanbiederId} ${dag.toString()}`} defaultChecked />{' '}
                    {naam}
                  </label>
                ),
              },
              {
                naam: 'contractmanager',
                kop: 'Contractmanager',
                cel: ({ contractmanager }) => contractmanager ?? 'geen',
              },
              { naam: 'nodig', kop: 'Nodig per jaar', rechts: true, cel: ({ nodig }) => nodig },
              { naam: 'datum', kop: 'Voorstel', heel: true, cel: ({ datum: dag }) => `${datum(dag)}, 10.00 uur` },
            ]}
          />
          <div className="ov-verstuur">
            <Knop>Gekozen gesprekken plannen</Knop>
            <a href={routes.gezien({ jaar })}>Terug</a>
          </div>
        </form>
      )}
      <Waarom
        bij="de voorgestelde data"
        regel="De tijd die nog over is, wordt verdeeld in even grote stukken als er gesprekken nodig zijn; in elk stuk komen de aanbieders na elkaar, op een werkdag."
        gegevens="Vanaf drie weken vooruit, zodat de aanbieder de rapportage op tijd kan aanleveren, tot en met 18 december."
      />
    </Pagina>
  )
}
