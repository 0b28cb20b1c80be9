import type { Aanbieder } from '../../domain/plan/aanbieder/queries.ts'
import { klassen } from '../../domain/plan/risico/klasse.ts'
import type { Klasseversie } from '../../domain/plan/risico/list-klassen.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { dagMaand, datum } from '../ui/notatie.ts'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Tijdlijn } from '../ui/tijdlijn.tsx'

type Props = {
  raam: Raam
  ctx: Context
  aanbieder: Aanbieder
  versies: Klasseversie[]
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

/** Setting the class of an aanbieder by hand, with what it was before (CLS-01). */
export function KlassePage({ raam, ctx, aanbieder, versies, waarden = {}, fouten = [] }: Props) {
  const wijzigt = mag(ctx.actor, 'klasse:vastleggen')
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  return (
    <Pagina
      raam={raam}
      kruimels={[
        { label: 'Aanbieders', href: routes.aanbieders() },
        { label: aanbieder.naam, href: routes.aanbieder(aanbieder.id, 'gesprekken') },
      ]}
      titel={wijzigt ? 'Klasse vastleggen' : 'Klasse'}
      lead="De klasse volgt uit waarde en risico, en bepaalt hoeveel aandacht een aanbieder krijgt. De aanbieder ziet de eigen klasse."
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      {wijzigt && (
        <Formulier
          actie={routes.klasse(aanbieder.id)}
          csrf={raam.csrf}
          knop="Klasse vastleggen"
          terug={{ label: 'Terug', href: routes.aanbieder(aanbieder.id, 'gesprekken') }}
        >
          <Keuze
            naam="klasse"
            label="Klasse"
            soort="rondjes"
            opties={Object.entries(klassen).map(([nummer, naam]) => ({ waarde: nummer, label: `${nummer}. ${naam}` }))}
            waarde={waarden['klasse'] ?? (versies[0] && String(versies[0].klasse))}
            fout={fout('klasse')}
          />
          <Datumveld
            naam="geldigVanaf"
            label="Vanaf"
            waarde={waarden['geldigVanaf'] ?? `${dagMaand(ctx.today)} ${String(ctx.today.year)}`}
            fout={fout('geldigVanaf')}
          />
          <Tekstveld
            naam="reden"
            label="Reden"
            hulp="Waarde en risico, kort en feitelijk."
            regels={3}
            waarde={waarden['reden']}
            fout={fout('reden')}
          />
        </Formulier>
      )}
      {versies.length === 0 && !wijzigt && (
        <LegeStaat titel="Nog geen klasse">Hier staat de klasse zodra de contractmanager haar vastlegt.</LegeStaat>
      )}
      {versies.length > 0 && (
        <Onderdeel titel="Klassen">
          <Tijdlijn
            gebeurtenissen={versies.map(({ klasse, geldigVanaf, reden, vastgelegdDoor }) => ({
              moment: `vanaf ${datum(geldigVanaf)}`,
              datetime: geldigVanaf.toString(),
              tekst: (
                <>
                  <b>
                    {klasse}, {klassen[klasse].toLowerCase()}
                  </b>{' '}
                  door {vastgelegdDoor}
                  {ctx.actor.agb === null && `: ${reden}`}
                </>
              ),
            }))}
          />
        </Onderdeel>
      )}
    </Pagina>
  )
}
