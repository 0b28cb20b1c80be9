import type { ReactNode } from 'react'
import { faseOp } from '../../domain/plan/overeenkomst/fase.ts'
import type { Overeenkomst } from '../../domain/plan/overeenkomst/queries.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Knop } from '../ui/knop.tsx'
import { Meer } from '../ui/meer.tsx'
import { datum, punt, relatief } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabs } from '../ui/tabs.tsx'

export type Kaartdeel = 'overzicht' | 'producten' | 'geld' | 'verlenging' | 'functies' | 'dossier'

export type Kaartgegevens = { raam: Raam; ctx: Context; overeenkomst: Overeenkomst }

type Props = Kaartgegevens & {
  deel: Kaartdeel
  lead?: ReactNode
  melding?: ReactNode
  fouten?: boolean
  children: ReactNode
}

const delen: { deel: Kaartdeel; label: string }[] = [
  { deel: 'overzicht', label: 'Overzicht' },
  { deel: 'producten', label: 'Producten en tarieven' },
  { deel: 'geld', label: 'Geld' },
  { deel: 'verlenging', label: 'Verlenging' },
  { deel: 'functies', label: 'Functies' },
  { deel: 'dossier', label: 'Dossier' },
]

/** Frame of every page about one overeenkomst. */
export function Overeenkomstkaart({ raam, ctx, overeenkomst, deel, lead, melding, fouten = false, children }: Props) {
  const { id, nummer, onderwerp } = overeenkomst
  const meer = [
    ...(mag(ctx.actor, 'termijn:lezen')
      ? [{ label: 'Kalender', href: routes.kalender({ van: 'iedereen', overeenkomst: id }) }]
      : []),
    ...(mag(ctx.actor, 'overeenkomst:wijzigen')
      ? [{ label: 'Gegevens wijzigen', href: routes.overeenkomst(id, 'gegevens') }]
      : []),
  ]
  const label = delen.find((een) => een.deel === deel)!.label
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Overeenkomsten', href: routes.overeenkomsten() }]}
      titel={`${nummer} ${onderwerp}`}
      titelInTab={deel === 'overzicht' ? nummer : `${label}, ${nummer}`}
      lead={lead ?? <Looptijd ctx={ctx} overeenkomst={overeenkomst} />}
      melding={melding}
      fouten={fouten}
      actie={<Actie ctx={ctx} overeenkomst={overeenkomst} deel={deel} />}
      acties={<Meer items={meer} />}
    >
      <Tabs
        label="Onderdelen van deze overeenkomst"
        tabs={delen
          .filter(({ deel: een }) => een !== 'geld' || overeenkomst.metGeld)
          .filter(({ deel: een }) => een !== 'dossier' || mag(ctx.actor, 'document:lezen'))
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

/** The one act that matters most to this person: deciding for who decides, else giving people their function. */
function Actie({ ctx, overeenkomst, deel }: Pick<Props, 'ctx' | 'overeenkomst' | 'deel'>) {
  const { id, verlengingen, verlengd, nietVerlengdOp } = overeenkomst
  if (mag(ctx.actor, 'overeenkomst:verlengen') && verlengingen > verlengd && nietVerlengdOp === null) {
    return deel !== 'verlenging' && <Knop href={routes.overeenkomst(id, 'verlenging')}>Verlengen of niet</Knop>
  }
  return (
    mag(ctx.actor, 'overeenkomst:toewijzen') &&
    deel !== 'functies' && <Knop href={routes.overeenkomst(id, 'functies')}>Functies toewijzen</Knop>
  )
}

/** Who, and where it stands, in one sentence. */
export function Looptijd({ ctx, overeenkomst }: Pick<Kaartgegevens, 'ctx' | 'overeenkomst'>) {
  const { aanbieder, agb, looptTot, begindatum, nietVerlengdOp } = overeenkomst
  const wie = aanbieder ? aanbieder + punt(aanbieder) : `Aanbieder nog niet bekend (AGB ${agb}).`
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
      {nietVerlengdOp && ' Er is besloten niet te verlengen.'}
    </>
  )
}
