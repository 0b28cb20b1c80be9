import type { ReactNode } from 'react'
import { ontbreekt, hoedanigheden } from '../../domain/act/gesprek/aanwezigen.ts'
import { past } from '../../domain/act/gesprek/gespreksacten.ts'
import { staatNogTeGebeuren, standen } from '../../domain/act/gesprek/gespreksstand.ts'
import { wijzen } from '../../domain/act/gesprek/gesprek.ts'
import { waaromNietDefinitief } from '../../domain/act/gesprek/reactiestand.ts'
import { mag } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { Feiten, type Feit } from '../ui/feiten.tsx'
import { Knop, KnopFormulier } from '../ui/knop.tsx'
import { Meer, type MeerItem } from '../ui/meer.tsx'
import { datum, hoofdletter, opsomming, relatief, woord } from '../ui/notatie.ts'
import { Pagina } from '../ui/pagina.tsx'
import { Tabs } from '../ui/tabs.tsx'
import type { Kader } from './lees-kader.ts'
import { tijden } from './woorden.ts'

export type Gesprekdeel = 'gesprek' | 'voorbereiding' | 'rapportage' | 'verslag'

type Props = { kader: Kader; deel: Gesprekdeel; melding?: ReactNode; fouten?: boolean; children: ReactNode }

const namen: Record<Gesprekdeel, string> = {
  gesprek: 'Gesprek',
  voorbereiding: 'Voorbereiding',
  rapportage: 'Rapportage',
  verslag: 'Verslag',
}

/** Frame of every page about one meeting: state in words, facts, the one next act, parts. */
export function Gesprekkaart({ kader, deel, melding, fouten = false, children }: Props) {
  const { raam, ctx, gesprek } = kader
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Gesprekken', href: routes.gesprekken() }]}
      titel={gesprek.titel}
      titelInTab={deel === 'gesprek' ? gesprek.titel : `${namen[deel]}, ${gesprek.titel}`}
      lead={<Lead kader={kader} />}
      melding={melding}
      fouten={fouten}
      actie={<Volgende kader={kader} deel={deel} />}
      acties={<Meer items={meer(kader)} />}
    >
      <Feiten feiten={feiten(kader)} />
      <Tabs
        label="Onderdelen van dit gesprek"
        tabs={delen(kader).map((een) => ({
          label: namen[een],
          href: routes.gesprek(gesprek.id, een === 'gesprek' ? undefined : een),
          actief: een === deel,
        }))}
      />
      {children}
      {ctx.actor.agb === null && <p className="ov-klein ov-doel">Doel: {kader.regels.regels.doel.tekst}</p>}
    </Pagina>
  )
}

/** The parts that have something to read for this person. */
function delen({ ctx, gesprek, soort }: Kader): Gesprekdeel[] {
  const vanAanbieder = ctx.actor.agb !== null
  return [
    'gesprek',
    ...(!vanAanbieder && gesprek.aanbiederId !== null ? ['voorbereiding' as const] : []),
    ...(soort.rapportage && gesprek.rapportageGevraagdOp ? ['rapportage' as const] : []),
    ...(!vanAanbieder || gesprek.gedeeldOp ? ['verslag' as const] : []),
  ]
}

function Lead({ kader }: { kader: Kader }) {
  const { ctx, gesprek, soort, deelnemers } = kader
  const vandaag = ctx.today
  if (gesprek.stand === 'geannuleerd') {
    return (
      <>
        <b>Ging niet door.</b> {gesprek.annuleringReden}
      </>
    )
  }
  if (gesprek.stand === 'definitief') {
    const mist = ontbreekt(soort.aanwezig, deelnemers)
    return (
      <>
        <b>Het verslag is definitief.</b>{' '}
        {mist.length > 0 &&
          `Het heet “overig overleg” en telt niet mee: ${opsomming(mist.map((een) => hoedanigheden[een].toLowerCase()))} ontbrak.`}
      </>
    )
  }
  if (gesprek.stand === 'verslag gedeeld') {
    const klaar = waaromNietDefinitief(kader.reactie)
    const uiterlijk = gesprek.reactieUiterlijk
    return kader.reactie === 'wacht' && uiterlijk ? (
      <>
        <b>Het verslag is gedeeld.</b> Reageren kan tot en met {datum(uiterlijk)}; wie zwijgt, stemt in.
      </>
    ) : (
      <>
        <b>{klaar ? 'Er staat een opmerking open.' : 'Het verslag kan definitief worden.'}</b>{' '}
        {kader.reactie === 'akkoord' && 'De aanbieder is akkoord.'}
        {kader.reactie === 'stil akkoord' && gesprek.aanbiederId !== null && 'Er kwam geen reactie binnen de termijn.'}
      </>
    )
  }
  if (gesprek.stand === 'gehouden' || gesprek.stand === 'verslag concept') {
    return (
      <>
        <b>{standen[gesprek.stand]}.</b>{' '}
        {gesprek.verslagUiterlijk && `Deel het verslag uiterlijk ${datum(gesprek.verslagUiterlijk)}.`}
      </>
    )
  }
  const komen = deelnemers.filter(({ antwoord }) => antwoord === 'ja').length
  return (
    <>
      <b>
        {Temporal.PlainDate.compare(gesprek.datum, vandaag) < 0
          ? 'Dit gesprek is voorbij'
          : `Dit gesprek is ${relatief(gesprek.datum, vandaag)}`}
        .
      </b>{' '}
      {gesprek.uitgenodigdOp
        ? `${komen === 0 ? 'Nog niemand heeft' : `${hoofdletter(woord(komen))} van ${woord(deelnemers.length)} ${komen === 1 ? 'heeft' : 'hebben'}`} toegezegd.`
        : 'Er is nog niemand uitgenodigd.'}
    </>
  )
}

function feiten({ ctx, gesprek, soort, overeenkomsten }: Kader): Feit[] {
  const magAanbieder = mag(ctx.actor, 'aanbieder:lezen')
  return [
    { label: 'Wanneer', waarde: datum(gesprek.datum), toelichting: tijden(gesprek) },
    {
      label: 'Met',
      waarde:
        gesprek.aanbiederId !== null && magAanbieder ? (
          <a href={routes.aanbieder(gesprek.aanbiederId, 'gesprekken')}>{gesprek.aanbieder}</a>
        ) : (
          (gesprek.aanbieder ?? gesprek.gemeente ?? 'Intern')
        ),
      toelichting:
        overeenkomsten.length === 0
          ? soort.naam
          : overeenkomsten.length === 1
            ? overeenkomsten[0]!.nummer
            : `${woord(overeenkomsten.length)} overeenkomsten`,
    },
    { label: 'Waar', waarde: gesprek.plaats || 'nog niet bekend', toelichting: wijzen[gesprek.wijze].toLowerCase() },
    { label: 'Leidt', waarde: gesprek.eigenaar, toelichting: standen[gesprek.stand].toLowerCase() },
  ]
}

/** The one next act; on the page itself where it happens it is not repeated. */
function Volgende({ kader, deel }: { kader: Kader; deel: Gesprekdeel }) {
  const { raam, ctx, gesprek, soort } = kader
  const post = (act: Parameters<typeof routes.gesprek>[1], label: string) => (
    <KnopFormulier actie={routes.gesprek(gesprek.id, act)} csrf={raam.csrf}>
      {label}
    </KnopFormulier>
  )
  const open = gesprek.rapportageGevraagdOp && !gesprek.rapportageIngediendOp
  if (ctx.actor.agb !== null) {
    if (
      open &&
      deel !== 'rapportage' &&
      past('rapportage indienen', gesprek.stand) &&
      mag(ctx.actor, 'gesprek:reageren')
    )
      return <Knop href={routes.gesprek(gesprek.id, 'rapportage')}>Rapportage invullen</Knop>
    return gesprek.gedeeldOp && deel !== 'verslag' ? (
      <Knop href={routes.gesprek(gesprek.id, 'verslag')}>Verslag lezen</Knop>
    ) : null
  }
  if (!mag(ctx.actor, 'gesprek:wijzigen')) return null
  if (staatNogTeGebeuren(gesprek.stand)) {
    if (Temporal.PlainDate.compare(gesprek.datum, ctx.today) <= 0)
      return deel === 'verslag' ? (
        <Knop href={routes.gesprek(gesprek.id, 'gehouden')}>Gehouden melden</Knop>
      ) : (
        <Knop href={routes.gesprek(gesprek.id, 'verslag')}>Verslag schrijven</Knop>
      )
    if (deel !== 'gesprek') return null
    if (!gesprek.uitgenodigdOp) return post('uitnodigen', 'Uitnodigen')
    if (soort.rapportage && !gesprek.rapportageGevraagdOp) return post('rapportage/vragen', 'Rapportage vragen')
    return past('voorbereid melden', gesprek.stand) ? post('voorbereid', 'Voorbereid melden') : null
  }
  if (deel !== 'verslag' && past('verslag schrijven', gesprek.stand) && !gesprek.gedeeldOp)
    return <Knop href={routes.gesprek(gesprek.id, 'verslag')}>Verslag schrijven</Knop>
  if (!mag(ctx.actor, 'gesprek:vaststellen')) return null
  if (gesprek.stand === 'verslag concept') return post('verslag/delen', 'Verslag delen')
  if (gesprek.stand === 'verslag gedeeld' && waaromNietDefinitief(kader.reactie) === null)
    return post('verslag/definitief', 'Definitief maken')
  return null
}

function meer({ raam, ctx, gesprek, soort }: Kader): MeerItem[] {
  if (ctx.actor.agb !== null || !mag(ctx.actor, 'gesprek:wijzigen')) return []
  const { csrf } = raam
  const actie = (label: string, deel: Parameters<typeof routes.gesprek>[1]) => ({
    label,
    actie: routes.gesprek(gesprek.id, deel),
    csrf,
  })
  const naar = (label: string, deel: Parameters<typeof routes.gesprek>[1]) => ({
    label,
    href: routes.gesprek(gesprek.id, deel),
  })
  const { stand } = gesprek
  return [
    ...(past('agenda wijzigen', stand)
      ? [naar('Agenda wijzigen', 'agenda'), actie('Agenda bijwerken', 'agenda/bijwerken')]
      : []),
    ...(past('uitnodigen', stand) ? [actie('Uitnodigingen versturen', 'uitnodigen')] : []),
    ...(past('rapportage vragen', stand) && soort.rapportage && !gesprek.rapportageGevraagdOp
      ? [actie('Rapportage vragen', 'rapportage/vragen')]
      : []),
    ...(past('voorbereid melden', stand) ? [actie('Voorbereid melden', 'voorbereid')] : []),
    // not before its day
    ...(past('gehouden melden', stand) && Temporal.PlainDate.compare(gesprek.datum, ctx.today) <= 0
      ? [naar('Gehouden melden', 'gehouden')]
      : []),
    ...(past('verplaatsen', stand) ? [naar('Verplaatsen', 'verplaatsen')] : []),
    ...(past('annuleren', stand) && mag(ctx.actor, 'gesprek:plannen') ? [naar('Annuleren', 'annuleren')] : []),
  ]
}
