import { deelVan } from '../../domain/act/escalatie/ladder.ts'
import { mag } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { Foutenlijst } from '../ui/foutenlijst.tsx'
import { Knop } from '../ui/knop.tsx'
import { Kolommen } from '../ui/kolommen.tsx'
import { Meer } from '../ui/meer.tsx'
import { Melding } from '../ui/melding.tsx'
import { datum, relatief } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina } from '../ui/pagina.tsx'
import { Gebeurtenissen } from './escalatie-gebeurtenissen.tsx'
import { Kop } from './escalatie-kop.tsx'
import { Zijkant } from './escalatie-zijkant.tsx'
import type { Escalatieprops } from './escalatiekader.ts'
import { Ladderbeeld } from './ladder.tsx'
import { loopt } from './loopt.ts'
import { Open } from './open-stap.tsx'
import { WatKan, Indienen, uitPlan } from './wat-kan.tsx'
import { opDeLadder } from './woorden.ts'

const meldingen: Record<string, string> = {
  geopend: 'De escalatie is geopend.',
  gezet: 'De stap is gezet.',
  voorgesteld: 'Uw voorstel ligt klaar voor een besluit.',
  voorbereid: 'De brief is klaar. De stap gaat in als hij is verstuurd.',
  besloten: 'Uw besluit is vastgelegd.',
  verstuurd: 'De verzending is vastgelegd en de stap is gezet.',
  ingetrokken: 'De stap is ingetrokken.',
  vastgelegd: 'Het stuk is vastgelegd.',
  ingediend: 'Wij hebben uw stuk ontvangen.',
}

/** One case: where it stands and why, what may be done next and by whom, what may not and why not, which terms run. */
export function EscalatiePage(props: Escalatieprops) {
  const { raam, ctx, geopend, dossier, gedaan, fouten = [] } = props
  const { rij, zaak, ladder } = geopend
  const aanbieder = ctx.actor.agb !== null
  const melding = gedaan === undefined ? undefined : meldingen[gedaan]
  const open = dossier.kop.geslotenOp === null
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[{ label: 'Escalaties', href: routes.escalaties() }]}
      titel={rij.titel}
      titelInTab={`${rij.nummer} ${rij.titel}`}
      lead={<Lead {...props} />}
      actie={<Hoofdknop {...props} />}
      acties={open && !aanbieder && mag(ctx.actor, 'escalatie:stap-zetten') ? <Stukmenu {...props} /> : undefined}
      melding={melding && <Melding soort="gedaan">{melding}</Melding>}
    >
      <Foutenlijst fouten={fouten} />
      <Kop {...props} />
      <Open {...props} />
      <Kolommen zijLabel="Termijnen en stukken" zij={<Zijkant {...props} />}>
        {aanbieder && <Indienen {...props} />}
        <Onderdeel titel="De ladder">
          <Ladderbeeld
            id={rij.id}
            toestand={zaak.toestand!}
            {...{ ladder, dossier, aanbieder }}
            zet={mag(ctx.actor, 'escalatie:stap-zetten')}
            mogelijk={props.mogelijk}
            wieMag={props.wieMag}
          />
        </Onderdeel>
        {!aanbieder && open && <WatKan {...props} />}
        <Onderdeel titel="Wat er gebeurde">
          <Gebeurtenissen {...props} />
        </Onderdeel>
      </Kolommen>
    </Pagina>
  )
}

function Lead({ geopend: { rij, ladder, zaak }, dossier, ctx }: Escalatieprops) {
  const { naam, zin, soort } = deelVan(ladder, 'toestanden', zaak.toestand!)
  const plek = opDeLadder(ladder, zaak.toestand!)
  if (soort === 'einde') {
    return (
      <>
        <b>Gesloten: {naam.toLowerCase()}.</b> {zin}
      </>
    )
  }
  const eerste = loopt(ladder, dossier, ctx.today)[0]
  return (
    <>
      {plek ? (
        <>
          Staat op{' '}
          <b>
            {plek}: {naam.toLowerCase()}
          </b>
          .
        </>
      ) : (
        <b>{naam}.</b>
      )}{' '}
      {zin}
      {eerste && (
        <>
          {' '}
          {deelVan(ladder, 'termijnen', eerste.code).naam}:{' '}
          {Temporal.PlainDate.compare(eerste.werkelijkEinde, ctx.today) < 0 ? 'liep tot en met' : 'tot en met'}{' '}
          {datum(eerste.werkelijkEinde)}, {relatief(eerste.werkelijkEinde, ctx.today)}.
        </>
      )}
      {rij.openStand !== null && ctx.actor.agb === null && ' Er staat een stap open.'}
    </>
  )
}

// The one act that matters most now.
function Hoofdknop({ geopend: { rij, ladder, zaak }, mogelijk, ctx, plan }: Escalatieprops) {
  if (zaak.open?.stand === 'besloten' && mag(ctx.actor, 'escalatie:versturen')) {
    return <Knop href={routes.escalatieVersturen(rij.id)}>Brief versturen</Knop>
  }
  if (zaak.open || !mag(ctx.actor, 'escalatie:stap-zetten')) return null
  // before the first rung nothing was looked into yet: ending the case is not what comes first
  const begint = deelVan(ladder, 'toestanden', zaak.toestand!).stap === null
  const einde = (naar: string) => deelVan(ladder, 'toestanden', naar).soort === 'einde'
  const eerste = mogelijk.find(
    ({ belet, overgang: { naar } }) => belet.length === 0 && typeof naar !== 'string' && !(begint && naar.every(einde)),
  )
  if (!eerste) return null
  if (plan && uitPlan(plan, eerste)) return <Knop href={routes.verbeterplan(plan.id)}>Verbeterplan openen</Knop>
  return <Knop href={routes.escalatiestap(rij.id, eerste.overgang.code)}>{eerste.overgang.naam}</Knop>
}

function Stukmenu({ geopend: { rij, ladder }, plan }: Escalatieprops) {
  return (
    <Meer
      label="Stuk vastleggen"
      items={ladder.stukken
        .filter(({ code }) => !['aanleiding', 'agendapunt'].includes(code) && !plan?.soorten.has(code))
        .map(({ code, naam }) => ({ label: naam, href: routes.escalatiestuk(rij.id, code) }))}
    />
  )
}
