import type { Overeenkomstjaar } from '../../domain/plan/overeenkomst/queries.ts'
import type { Plafondvoorstel } from '../../domain/plan/overeenkomst/list-plafondvoorstellen.ts'
import { mag, rollen, type Rol } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop, KnopFormulier } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Melding } from '../ui/melding.tsx'
import { bedrag, bedragHeel, momentKort } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Waarom } from '../ui/waarom.tsx'

type Props = {
  raam: Raam
  ctx: Context
  overeenkomst: { id: string; nummer: string }
  jaren: Overeenkomstjaar[]
  voorstellen: Plafondvoorstel[]
  /** Who may decide, as words: "contracteigenaar" */
  beslisser: string
  gedaan?: string | undefined
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

/** The ceiling of a year: one proposes, another with mandate decides (ROL-01, FIN-14). */
export function BudgetPage(props: Props) {
  const { raam, ctx, overeenkomst, voorstellen, beslisser, gedaan, waarden = {}, fouten = [] } = props
  const open = voorstellen.filter(({ besluit }) => besluit === null)
  const veld = (naam: string) => ({
    naam,
    waarde: waarden[naam],
    fout: fouten.find((een) => een.veld === naam)?.melding,
  })
  return (
    <Pagina
      raam={raam}
      kruimels={[
        { label: 'Overeenkomsten', href: routes.overeenkomsten() },
        { label: overeenkomst.nummer, href: routes.overeenkomst(overeenkomst.id) },
        { label: 'Geld', href: routes.overeenkomst(overeenkomst.id, 'geld') },
      ]}
      titel="Budget wijzigen"
      lead={
        <>
          <b>
            {open.length === 0
              ? 'Er wacht geen voorstel op een besluit.'
              : `Een voorstel wacht op een besluit van de ${beslisser}.`}
          </b>{' '}
          De een stelt een bedrag voor, een ander met mandaat besluit.
        </>
      }
      melding={gedaan && <Melding soort="gedaan">{GEDAAN[gedaan] ?? 'Vastgelegd.'}</Melding>}
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      {open.map((voorstel) => (
        <OpenVoorstel key={voorstel.id} {...props} voorstel={voorstel} />
      ))}
      <Onderdeel titel="Eerdere besluiten">
        <Tabel
          bijschrift={`Besluiten over het budget van ${overeenkomst.nummer}`}
          klikbaar={false}
          rijen={voorstellen.filter(({ besluit }) => besluit !== null)}
          sleutel={({ id }) => id}
          kolommen={[
            { naam: 'jaar', kop: 'Jaar', cel: ({ jaar }) => jaar },
            {
              naam: 'van',
              kop: 'Van',
              rechts: true,
              cel: ({ oudCent }) => (oudCent === null ? '–' : bedragHeel(oudCent)),
            },
            { naam: 'naar', kop: 'Naar', rechts: true, cel: ({ nieuwCent }) => bedragHeel(nieuwCent) },
            { naam: 'besluit', kop: 'Besluit', cel: ({ besluit }) => besluit },
            {
              naam: 'wie',
              kop: 'Door',
              telefoon: 'breed',
              cel: ({ beslotenDoor, beslotenAls, beslotenOp }) =>
                `${beslotenDoor ?? ''}${beslotenAls ? ` als ${rollen[beslotenAls as Rol].toLowerCase()}` : ''}, ${momentKort(beslotenOp!)}`,
            },
            {
              naam: 'reden',
              kop: 'Reden',
              telefoon: 'breed',
              cel: ({ besluitReden, grond }) => [besluitReden, grond && `Grond: ${grond}.`].filter(Boolean).join(' '),
            },
          ]}
          leeg={<LegeStaat titel="Nog geen besluiten">Hier staat wie wanneer en waarom het budget wijzigde.</LegeStaat>}
        />
        <Waarom
          bij="het budget"
          regel="Alleen wie er mandaat voor heeft, vernieuwt het jaarbudget of vult het aan. Wie het voorstelt, besluit er niet over."
          bron="Presentatie Ketenbureau i-Sociaal Domein, 2 april 2026: de contracteigenaar besluit over het (jaarlijkse) contractbudget."
        />
      </Onderdeel>
      {mag(ctx.actor, 'budget:voorstellen') && (
        <Onderdeel titel="Ander bedrag voorstellen" id="voorstellen">
          <Formulier actie={routes.budget(overeenkomst.id)} csrf={raam.csrf} knop="Voorstel indienen">
            <Keuze
              {...veld('jaar')}
              waarde={waarden['jaar'] ?? String(ctx.today.year)}
              label="Jaar"
              opties={jaarkeuze(props).map(({ jaar, plafondCent }) => ({
                waarde: String(jaar),
                label: `${jaar}: nu ${plafondCent === null ? 'geen plafond' : bedrag(plafondCent)}`,
              }))}
            />
            <Tekstveld {...veld('bedrag')} label="Nieuw budget" breedte="kort" cijfers achter="euro" />
            <Tekstveld {...veld('motivering')} label="Waarom" regels={3} />
          </Formulier>
        </Onderdeel>
      )}
    </Pagina>
  )
}

const GEDAAN: Record<string, string> = {
  voorgesteld: 'Het voorstel is ingediend.',
  goedgekeurd: 'Het nieuwe budget geldt.',
  afgewezen: 'Het voorstel is afgewezen. Het budget blijft zoals het was.',
  ingetrokken: 'Het voorstel is ingetrokken.',
}

function OpenVoorstel({ raam, ctx, voorstel, beslisser }: Props & { voorstel: Plafondvoorstel }) {
  const { id, jaar, oudCent, nieuwCent, motivering, voorgesteldDoor, voorgesteldDoorId, voorgesteldOp } = voorstel
  const eigen = voorgesteldDoorId === ctx.actor.id
  return (
    <Onderdeel
      titel={`Voorstel voor ${jaar}: ${bedrag(nieuwCent)}`}
      noot={`${voorgesteldDoor}, ${momentKort(voorgesteldOp)}`}
      conclusie={oudCent === null ? motivering : `Nu is het ${bedrag(oudCent)}. ${motivering}`}
    >
      {eigen ? (
        <div className="ov-acties">
          <span className="ov-klein">U stelde dit voor; een ander besluit.</span>
          {mag(ctx.actor, 'budget:voorstellen') && (
            <KnopFormulier soort="tweede" actie={routes.budgetbesluit(id, 'intrekken')} csrf={raam.csrf}>
              Voorstel intrekken
            </KnopFormulier>
          )}
        </div>
      ) : mag(ctx.actor, 'budget:besluiten') ? (
        <form method="post" action={routes.budgetbesluit(id, 'besluiten')} className="ov-formulier">
          <input type="hidden" name="csrf" value={raam.csrf} />
          <Tekstveld naam="reden" label="Reden van het besluit" regels={2} />
          <div className="ov-verstuur">
            <Knop naam="besluit" waarde="goedgekeurd">
              Goedkeuren
            </Knop>
            <Knop soort="tweede" naam="besluit" waarde="afgewezen">
              Afwijzen
            </Knop>
          </div>
        </form>
      ) : (
        <p className="ov-klein">Hierover besluit de {beslisser}.</p>
      )}
    </Onderdeel>
  )
}

function jaarkeuze({ jaren, ctx }: Props): { jaar: number; plafondCent: number | null }[] {
  const volgend = ctx.today.year + 1
  const bekend = jaren.filter(({ jaar }) => jaar >= ctx.today.year)
  const los = [ctx.today.year, volgend]
    .filter((jaar) => !bekend.some((een) => een.jaar === jaar))
    .map((jaar) => ({ jaar, plafondCent: null }))
  return [...bekend, ...los].toSorted((a, b) => a.jaar - b.jaar)
}
