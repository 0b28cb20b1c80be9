import type { Waarneming } from '../../domain/plan/bezetting/queries.ts'
import { mag, rollen, type Rol } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { KnopFormulier } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, datum } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'

type Props = {
  raam: Raam
  ctx: Context
  waarnemingen: Waarneming[]
  personen: { id: string; naam: string }[]
  gedaan?: string | undefined
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

/** Who stands in for whom, between which days; a person arranges it for himself. */
export function WaarnemingenPage({ raam, ctx, waarnemingen, personen, gedaan, waarden = {}, fouten = [] }: Props) {
  const vandaag = (een: Waarneming) =>
    een.beeindigdOp === null &&
    Temporal.PlainDate.compare(een.begindatum, ctx.today) <= 0 &&
    Temporal.PlainDate.compare(een.einddatum, ctx.today) >= 0
  const lopend = waarnemingen.filter(vandaag).length
  const iedereen = mag(ctx.actor, 'mandaat:wijzigen')
  const veld = (naam: string) => ({
    naam,
    waarde: waarden[naam],
    fout: fouten.find((een) => een.veld === naam)?.melding,
  })
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Taken en mandaat', href: routes.taken() }]}
      titel="Waarnemingen"
      lead={
        <>
          <b>
            {lopend === 0
              ? 'Vandaag neemt niemand waar.'
              : `Vandaag ${lopend === 1 ? 'loopt' : 'lopen'} er ${aantal(lopend, 'waarneming', 'waarnemingen')}.`}
          </b>{' '}
          Wie waarneemt, heeft in die dagen de rollen van de ander, met dezelfde grenzen.
        </>
      }
      melding={
        gedaan && (
          <Melding soort="gedaan">
            {gedaan === 'geregeld' ? 'De waarneming is geregeld.' : 'De waarneming is beëindigd.'}
          </Melding>
        )
      }
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Tabel
        bijschrift="Waarnemingen"
        klikbaar={false}
        rijen={waarnemingen}
        sleutel={({ id }) => id}
        kolommen={[
          { naam: 'wie', kop: 'Wie is er niet', cel: ({ gebruiker }) => gebruiker },
          { naam: 'waarnemer', kop: 'Wie neemt waar', cel: ({ waarnemer }) => waarnemer },
          {
            naam: 'rollen',
            kop: 'Als',
            telefoon: 'breed',
            cel: (een) => een.rollen.map((rol) => rollen[rol as Rol]).join(', '),
          },
          {
            naam: 'dagen',
            kop: 'Van en tot en met',
            telefoon: 'breed',
            cel: ({ begindatum, einddatum }) => `${datum(begindatum)} – ${datum(einddatum)}`,
          },
          { naam: 'reden', kop: 'Reden', telefoon: 'breed', cel: ({ reden }) => reden },
          {
            naam: 'stand',
            kop: 'Stand',
            cel: (een) =>
              een.beeindigdOp || Temporal.PlainDate.compare(een.einddatum, ctx.today) < 0 ? (
                <span className="ov-stil">{een.beeindigdOp ? 'eerder beëindigd' : 'voorbij'}</span>
              ) : iedereen || een.gebruikerId === ctx.actor.id ? (
                <KnopFormulier soort="tweede" klein actie={routes.waarnemingBeeindigen(een.id)} csrf={raam.csrf}>
                  Beëindigen
                </KnopFormulier>
              ) : vandaag(een) ? (
                'loopt'
              ) : (
                'gepland'
              ),
          },
        ]}
        leeg={<LegeStaat titel="Geen waarnemingen">Hier staat wie voor wie waarneemt, en hoe lang.</LegeStaat>}
      />
      <Onderdeel titel="Waarneming regelen">
        <Formulier
          actie={routes.waarnemingen()}
          csrf={raam.csrf}
          knop="Waarneming regelen"
          verborgen={iedereen ? {} : { gebruikerId: ctx.actor.id }}
        >
          {iedereen && (
            <Keuze
              {...veld('gebruikerId')}
              label="Wie is er niet"
              leeg="Kies een persoon"
              opties={personen.map(({ id, naam }) => ({ waarde: id, label: naam }))}
            />
          )}
          <Keuze
            {...veld('waarnemerId')}
            label="Wie neemt waar"
            leeg="Kies een persoon"
            opties={personen
              .filter(({ id }) => iedereen || id !== ctx.actor.id)
              .map(({ id, naam }) => ({ waarde: id, label: naam }))}
          />
          <Datumveld {...veld('begindatum')} label="Eerste dag" />
          <Datumveld {...veld('einddatum')} label="Laatste dag" />
          <Tekstveld {...veld('reden')} label="Reden" />
        </Formulier>
      </Onderdeel>
    </Pagina>
  )
}
