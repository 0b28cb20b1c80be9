import type { ReactNode } from 'react'
import { faseOp } from '../../domain/plan/overeenkomst/fase.ts'
import type { Overeenkomst } from '../../domain/plan/overeenkomst/queries.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Knop } from '../ui/knop.tsx'
import { datum, relatief } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabs } from '../ui/tabs.tsx'

export type Kaartdeel = 'overzicht' | 'producten' | 'geld' | 'functies'

export type Kaartgegevens = { raam: Raam; ctx: Context; overeenkomst: Overeenkomst }

type Props = Kaartgegevens & { deel: Kaartdeel; lead?: ReactNode; melding?: ReactNode; children: ReactNode }

const delen: { deel: Kaartdeel; label: string }[] = [
  { deel: 'overzicht', label: 'Overzicht' },
  { deel: 'producten', label: 'Producten en tarieven' },
  { deel: 'geld', label: 'Geld' },
  { deel: 'functies', label: 'Functies' },
]

/** Frame of every page about one overeenkomst. */
export function Overeenkomstkaart({ raam, ctx, overeenkomst, deel, lead, melding, children }: Props) {
  const { id, nummer, onderwerp } = overeenkomst
  const label = delen.find((een) => een.deel === deel)!.label
  return (
    <Pagina
      raam={raam}
      kruimels={[
        { label: 'Plan', href: routes.overeenkomsten() },
        { label: 'Overeenkomsten', href: routes.overeenkomsten() },
      ]}
      titel={`${nummer} ${onderwerp}`}
      titelInTab={deel === 'overzicht' ? nummer : `${label}, ${nummer}`}
      lead={lead ?? <Looptijd ctx={ctx} overeenkomst={overeenkomst} />}
      melding={melding}
      actie={
        mag(ctx.actor, 'overeenkomst:toewijzen') &&
        deel !== 'functies' && <Knop href={routes.overeenkomst(id, 'functies')}>Functies toewijzen</Knop>
      }
    >
      <Tabs
        label="Onderdelen van deze overeenkomst"
        tabs={delen
          .filter(({ deel: een }) => een !== 'geld' || overeenkomst.metGeld)
          .map(({ deel: een, label }) => ({
            label,
            href: een === 'overzicht' ? routes.overeenkomst(id) : routes.overeenkomst(id, een),
            actief: een === deel,
          }))}
      />
      {children}
    </Pagina>
  )
}

/** Who, and where it stands, in one sentence. */
export function Looptijd({ ctx, overeenkomst }: Pick<Kaartgegevens, 'ctx' | 'overeenkomst'>) {
  const { aanbieder, agb, looptTot, begindatum } = overeenkomst
  const wie = aanbieder ?? `Aanbieder nog niet bekend (AGB ${agb}).`
  const zin = {
    implementatie: (
      <>
        In <b>implementatie</b>: gaat in op {datum(begindatum)}, {relatief(begindatum, ctx.today)}.
      </>
    ),
    loopt: (
      <>
        <b>Loopt</b> tot en met {datum(looptTot)}, {relatief(looptTot, ctx.today)}.
      </>
    ),
    verlengd: (
      <>
        <b>Verlengd</b> tot en met {datum(looptTot)}, {relatief(looptTot, ctx.today)}.
      </>
    ),
    afgelopen: (
      <>
        <b>Afgelopen</b> op {datum(looptTot)}, {relatief(looptTot, ctx.today)}.
      </>
    ),
  }[faseOp(overeenkomst, ctx.today)]
  return (
    <>
      {wie} {zin}
    </>
  )
}
