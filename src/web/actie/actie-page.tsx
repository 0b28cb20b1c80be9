import { actiestanden, isTeLaat, mogelijkeActieacten } from '../../domain/act/gesprek/actiestand.ts'
import { kanten } from '../../domain/act/gesprek/actie-invoer.ts'
import type { Actie } from '../../domain/act/gesprek/list-acties.ts'
import { smartTips } from '../../domain/act/gesprek/smart.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Actievelden } from '../gesprek/verslag-schrijven.tsx'
import { routes } from '../routes.ts'
import { Feiten } from '../ui/feiten.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { KnopFormulier } from '../ui/knop.tsx'
import { Meer } from '../ui/meer.tsx'
import { Melding } from '../ui/melding.tsx'
import { datum, moment, relatief } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Tijdlijn } from '../ui/tijdlijn.tsx'

type Props = {
  raam: Raam
  ctx: Context
  actie: Actie
  eigen: boolean
  waarden?: Record<string, string>
  fouten?: Veldfout[]
  gedaan?: string | undefined
}

/** One action: what, who, when, and what may be done with it now. */
export function ActiePage({ raam, ctx, actie, eigen, waarden = {}, fouten = [], gedaan }: Props) {
  const kan = mogelijkeActieacten(actie.stand)
  const aanvaardt = mag(ctx.actor, 'actie:aanvaarden')
  const magEigen = eigen && mag(ctx.actor, 'actie:afronden')
  const stap = routes.actie(actie.id, 'stappen')
  const veld = (naam: string) => ({
    naam,
    waarde: waarden[naam],
    fout: fouten.find((een) => een.veld === naam)?.melding,
  })
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Acties', href: routes.acties() }]}
      titel={actie.tekst}
      titelInTab="Actie"
      lead={
        <>
          <b>{isTeLaat(actie, ctx.today) ? 'Te laat' : actiestanden[actie.stand]}.</b>{' '}
          {actie.vervallenReden ?? (actie.stand === 'gereed' ? actie.gereedToelichting : '')}
        </>
      }
      melding={gedaan === 'gedaan' && <Melding soort="gedaan">Vastgelegd.</Melding>}
      fouten={fouten.length > 0}
      actie={
        kan.includes('accepteren') && aanvaardt ? (
          <KnopFormulier actie={stap} csrf={raam.csrf} velden={{ act: 'accepteren' }}>
            Accepteren
          </KnopFormulier>
        ) : (
          kan.includes('beginnen') &&
          magEigen && (
            <KnopFormulier soort="tweede" actie={stap} csrf={raam.csrf} velden={{ act: 'beginnen' }}>
              Beginnen
            </KnopFormulier>
          )
        )
      }
      acties={
        kan.includes('wijzigen') && mag(ctx.actor, 'gesprek:wijzigen') ? (
          <Meer items={[{ label: 'Actie wijzigen', href: routes.actie(actie.id, 'wijzigen') }]} />
        ) : undefined
      }
    >
      <Foutenlijst fouten={fouten} />
      <Feiten
        feiten={[
          { label: 'Wie', waarde: actie.eigenaar, toelichting: kanten[actie.kant].toLowerCase() },
          { label: 'Klaar op', waarde: datum(actie.einddatum), toelichting: relatief(actie.einddatum, ctx.today) },
          { label: 'Bij', waarde: actie.aanbieder ?? 'intern', ...(actie.niveau && { toelichting: actie.niveau }) },
          {
            label: 'Uit',
            waarde: <a href={routes.gesprek(actie.gesprekId)}>{actie.gesprek}</a>,
            toelichting: datum(actie.gesprekDatum),
          },
        ]}
      />
      {kan.includes('gereed melden') && magEigen && (
        <Onderdeel
          titel="Gereed melden"
          conclusie="Schrijf op wat er is gedaan; daarna wordt de actie geaccepteerd of komt zij terug."
        >
          {actie.gereedToelichting !== '' && <Melding titel="Teruggegeven:">{actie.gereedToelichting}</Melding>}
          <Formulier actie={stap} csrf={raam.csrf} knop="Gereed melden" verborgen={{ act: 'gereed melden' }}>
            <Tekstveld {...veld('woorden')} label="Wat is er gedaan?" facultatief regels={3} />
          </Formulier>
        </Onderdeel>
      )}
      {aanvaardt && (kan.includes('teruggeven') || kan.includes('laten vervallen')) && (
        <Onderdeel titel={kan.includes('teruggeven') ? 'Niet goed genoeg?' : 'Niet meer nodig?'}>
          <Formulier
            actie={stap}
            csrf={raam.csrf}
            knop={kan.includes('teruggeven') ? 'Teruggeven' : 'Laten vervallen'}
            soort="tweede"
            verborgen={{ act: kan.includes('teruggeven') ? 'teruggeven' : 'laten vervallen' }}
          >
            <Tekstveld {...veld('reden')} label="Reden" hulp="De eigenaar leest dit." />
          </Formulier>
        </Onderdeel>
      )}
      <Onderdeel titel="Wat er gebeurde">
        <Tijdlijn
          gebeurtenissen={[
            ...regel(actie.vervallenOp, `Vervallen: ${actie.vervallenReden ?? ''}`),
            ...regel(actie.geaccepteerdOp, `Geaccepteerd door ${actie.geaccepteerdDoor ?? ''}`),
            ...regel(actie.gereedOp, `Gereed gemeld door ${actie.gereedDoor ?? ''}. ${actie.gereedToelichting}`),
            ...regel(actie.begonnenOp, 'Begonnen'),
            {
              moment: datum(actie.gesprekDatum),
              datetime: actie.gesprekDatum.toString(),
              tekst: `Afgesproken in ${actie.gesprek}`,
            },
          ]}
        />
      </Onderdeel>
    </Pagina>
  )
}

function regel(op: Temporal.Instant | null, tekst: string) {
  return op ? [{ moment: moment(op), datetime: op.toString(), tekst }] : []
}

type WijzigProps = {
  raam: Raam
  ctx: Context
  actie: Actie
  collegas: { id: string; naam: string }[]
  punten: { waarde: string; label: string }[]
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

/** Changing what was agreed, with the hints that make it sharper. */
export function ActieWijzigenPage({ raam, ctx, actie, collegas, punten, waarden, fouten = [] }: WijzigProps) {
  const nu = {
    'actie-tekst': actie.tekst,
    'actie-kant': actie.kant,
    'actie-eigenaar': actie.kant === 'aanbieder' ? actie.eigenaar : '',
    'actie-eigenaarId': actie.eigenaarId ?? '',
    'actie-einddatum': datum(actie.einddatum).replace(/^\S+?\s/, ''),
    'actie-agendapuntId': actie.agendapuntId ?? '',
    'actie-niveau': actie.niveau ?? '',
    versie: String(actie.versie),
  }
  const tips = smartTips(actie, ctx.today)
  const ingevuld = { ...nu, ...waarden }
  return (
    <Pagina
      raam={raam}
      kruimels={[
        { label: 'Acties', href: routes.acties() },
        { label: 'Actie', href: routes.actie(actie.id) },
      ]}
      titel="Actie wijzigen"
      lead={tips.length > 0 ? tips.join(' ') : 'Wat, wie en wanneer.'}
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.actie(actie.id, 'wijzigen')}
        csrf={raam.csrf}
        knop="Wijzigen"
        terug={{ label: 'Terug', href: routes.actie(actie.id) }}
        verborgen={{ versie: ingevuld.versie }}
      >
        <Actievelden waarden={ingevuld} {...{ fouten, collegas, punten }} metAanbieder={actie.aanbiederId !== null} />
      </Formulier>
    </Pagina>
  )
}
