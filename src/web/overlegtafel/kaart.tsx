import type { ReactNode } from 'react'
import type { Overlegtafel } from '../../domain/act/overlegtafel/queries.ts'
import { faseVan, weigerHandeling } from '../../domain/act/overlegtafel/toestand.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Knop, KnopFormulier } from '../ui/knop.tsx'
import { Meer, type MeerItem } from '../ui/meer.tsx'
import { Melding } from '../ui/melding.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabs } from '../ui/tabs.tsx'

export type Kaartgegevens = { raam: Raam; ctx: Context; tafel: Overlegtafel; gedaan?: string | undefined }

type Props = Kaartgegevens & {
  deel: 'overzicht' | 'samenstelling' | 'deelnemers'
  lead: ReactNode
  children: ReactNode
}

const meldingen: Record<string, string> = {
  gepland: 'De tafel is gepland. Stel haar nu samen.',
  gewijzigd: 'De tafel is gewijzigd.',
  samengesteld: 'Het voorstel staat klaar. Kijk of het klopt en wijk af waar dat nodig is.',
  afgeweken: 'Uw afwijking is vastgelegd.',
  uitgenodigd: 'De genodigden krijgen een bericht.',
  beantwoord: 'Het antwoord is vastgelegd.',
  vervangen: 'De uitnodiging is ingetrokken en een gelijksoortige aanbieder is uitgenodigd.',
  'niet-vervangen': 'De uitnodiging is ingetrokken. Er is geen gelijksoortige aanbieder meer om uit te nodigen.',
  gehouden: 'De aanwezigheid is vastgelegd.',
  gecorrigeerd: 'De aanwezigheid is gecorrigeerd.',
  besloten: 'Het besluit is vastgelegd.',
  teruggekoppeld: 'De terugkoppeling gaat naar alle betrokken aanbieders.',
  getoetst: 'De toets is vastgelegd.',
  gesloten: 'De tafel is gesloten.',
  vervallen: 'De tafel is vervallen.',
}

/** The frame of a table: title, the one next act, the other acts, and its parts. */
export function Tafelkaart({ raam, ctx, tafel, gedaan, deel, lead, children }: Props) {
  const melding = gedaan === undefined ? undefined : meldingen[gedaan]
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Overlegtafels', href: routes.overlegtafels() }]}
      titel={tafel.titel}
      lead={lead}
      actie={<Volgende raam={raam} ctx={ctx} tafel={tafel} />}
      acties={<Meer items={andere(ctx, raam, tafel)} />}
      melding={melding && <Melding soort="gedaan">{melding}</Melding>}
    >
      {ctx.actor.agb === null && (
        <Tabs
          label="Delen van de tafel"
          tabs={[
            { label: 'Overzicht', href: routes.overlegtafel(tafel.id), actief: deel === 'overzicht' },
            {
              label: 'Samenstelling',
              href: routes.overlegtafel(tafel.id, 'samenstelling'),
              actief: deel === 'samenstelling',
            },
            { label: 'Deelnemers', href: routes.overlegtafel(tafel.id, 'deelnemers'), actief: deel === 'deelnemers' },
          ]}
        />
      )}
      {children}
    </Pagina>
  )
}

/** The one act that brings the table further, for who may do it. */
function Volgende({ raam, ctx, tafel }: Kaartgegevens) {
  const { id, versie, eigen } = tafel
  if (mag(ctx.actor, 'overlegtafel:antwoorden')) {
    if (!eigen || weigerHandeling('antwoorden', tafel, ctx.today) !== null) return null
    return (
      <Knop href={routes.overlegtafel(id, 'antwoord')} soort={eigen.antwoord === null ? 'hoofd' : 'tweede'}>
        {eigen.antwoord === null ? 'Uitnodiging beantwoorden' : 'Antwoord wijzigen'}
      </Knop>
    )
  }
  const organiseert = mag(ctx.actor, 'overlegtafel:organiseren')
  const werktBij = mag(ctx.actor, 'overlegtafel:bijwerken')
  const doe = (deel: Parameters<typeof routes.overlegtafel>[1], knop: string, velden = {}) => (
    <KnopFormulier actie={routes.overlegtafel(id, deel)} csrf={raam.csrf} velden={velden}>
      {knop}
    </KnopFormulier>
  )
  switch (faseVan(tafel)) {
    case 'gepland':
      return organiseert && doe('samenstelling', 'Samenstelling voorstellen', { versie: String(versie) })
    case 'samengesteld':
      if (!organiseert) return null
      return tafel.samengesteldVoor?.equals(tafel.datum)
        ? doe('uitnodigingen', 'Uitnodigingen versturen', { versie: String(versie) })
        : doe('samenstelling', 'Opnieuw samenstellen', { versie: String(versie) })
    case 'uitgenodigd':
      return (
        werktBij &&
        weigerHandeling('houden', tafel, ctx.today) === null && (
          <Knop href={routes.overlegtafel(id, 'aanwezigheid')}>Aanwezigheid vastleggen</Knop>
        )
      )
    case 'gehouden':
      return werktBij && <Knop href={routes.overlegtafel(id, 'terugkoppeling')}>Terugkoppeling versturen</Knop>
    case 'teruggekoppeld':
      return organiseert && doe('sluiten', 'Tafel sluiten')
    default:
      return null
  }
}

function andere(ctx: Context, raam: Raam, tafel: Overlegtafel): MeerItem[] {
  if (!mag(ctx.actor, 'overlegtafel:organiseren')) return []
  const { id, versie } = tafel
  const kan = (handeling: Parameters<typeof weigerHandeling>[0]) =>
    weigerHandeling(handeling, tafel, ctx.today) === null
  return [
    ...(kan('afspraak') ? [{ label: 'Tafel wijzigen', href: routes.overlegtafel(id, 'wijzigen') }] : []),
    ...(faseVan(tafel) === 'samengesteld' && kan('samenstellen')
      ? [
          {
            label: 'Opnieuw samenstellen',
            actie: routes.overlegtafel(id, 'samenstelling'),
            csrf: raam.csrf,
            velden: { versie: String(versie) },
          },
        ]
      : []),
    ...(kan('vervallen') ? [{ label: 'Tafel laten vervallen', href: routes.overlegtafel(id, 'vervallen') }] : []),
  ]
}
