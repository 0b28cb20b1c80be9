import type { Gesprekssoort } from '../../domain/act/gesprek/gespreksregels.ts'
import type { Nodig } from '../../domain/act/gesprek/hoeveel-gesprekken.ts'
import type { Actie } from '../../domain/act/gesprek/list-acties.ts'
import type { GesprekInLijst } from '../../domain/act/gesprek/list-gesprekken.ts'
import { klassen } from '../../domain/plan/risico/klasse.ts'
import type { Klasseversie } from '../../domain/plan/risico/list-klassen.ts'
import { mag } from '../../domain/rechten.ts'
import { actiekolommen } from '../actie/acties-page.tsx'
import { kolommen } from '../gesprek/gesprekken-page.tsx'
import { routes } from '../routes.ts'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { datum } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { Aanbiederkaart, type Kaartgegevens } from './kaart.tsx'

type Props = Kaartgegevens & {
  soorten: readonly Gesprekssoort[]
  gesprekken: GesprekInLijst[]
  acties: Actie[]
  klasse: Klasseversie | null
  metKlasse: boolean
  nodig: Nodig
}

/** The meetings with one aanbieder and what was agreed in them (GES-01, GES-16). */
export function AanbiederGesprekkenPage(props: Props) {
  const { ctx, aanbieder, soorten, gesprekken, acties, klasse, metKlasse, nodig } = props
  const vandaag = ctx.today
  const soortnaam = new Map(soorten.map(({ code, naam }) => [code, naam]))
  return (
    <Aanbiederkaart {...props} deel="gesprekken">
      <Onderdeel
        titel="Gesprekken"
        conclusie={nodig.reden}
        noot={
          <>
            {mag(ctx.actor, 'gesprek:plannen') && (
              <a href={routes.gesprekPlannen({ aanbieder: aanbieder.id })}>Gesprek plannen</a>
            )}

            <a href={routes.gesprekken({ stand: 'alle', aanbieder: aanbieder.id })}>Sorteren, kiezen en uitvoeren</a>
          </>
        }
      >
        <Tabel
          bijschrift={`Gesprekken met ${aanbieder.naam}`}
          rijen={gesprekken}
          sleutel={({ id }) => id}
          kolommen={kolommen(vandaag, soortnaam)
            .map((kolom) => ({ ...kolom, sorteerbaar: false }))
            .filter(({ naam }) => naam !== 'aanbieder')}
          leeg={
            <LegeStaat titel="Nog geen gesprekken">
              Hier staan de gesprekken met deze aanbieder, van de uitnodiging tot het definitieve verslag.
            </LegeStaat>
          }
        />
      </Onderdeel>
      <Onderdeel
        titel="Lopende acties"
        noot={<a href={routes.acties({ stand: 'alle', aanbieder: aanbieder.id })}>Alle acties</a>}
      >
        <Tabel
          bijschrift={`Lopende acties bij ${aanbieder.naam}`}
          rijen={acties}
          sleutel={({ id }) => id}
          kolommen={actiekolommen(vandaag)
            .map((kolom) => ({ ...kolom, sorteerbaar: false }))
            .filter(({ naam }) => naam !== 'aanbieder')}
          leeg={<LegeStaat titel="Geen lopende acties">Hier staat wat in gesprekken is afgesproken.</LegeStaat>}
        />
      </Onderdeel>
      {metKlasse && (
        <Onderdeel
          titel="Klasse"
          conclusie={
            klasse
              ? `Klasse ${String(klasse.klasse)}, ${klassen[klasse.klasse].toLowerCase()}, sinds ${datum(klasse.geldigVanaf)}.`
              : 'Er is nog geen klasse vastgesteld.'
          }
          noot={
            mag(ctx.actor, 'klasse:vastleggen') ? (
              <a href={routes.klasse(aanbieder.id)}>Klasse vastleggen</a>
            ) : undefined
          }
        >
          {klasse && (
            <Waarom
              bij="de klasse"
              regel={ctx.actor.agb === null ? klasse.reden : 'De klasse volgt uit waarde en risico.'}
              versie={`Vastgelegd door ${klasse.vastgelegdDoor}`}
            />
          )}
        </Onderdeel>
      )}
    </Aanbiederkaart>
  )
}
