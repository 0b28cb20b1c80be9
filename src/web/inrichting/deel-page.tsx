import { KpiDefinitie } from '../../domain/check/kpi/kpi-definitie.ts'
import type { Normwijzigingsversie } from '../../domain/check/kpi/list-mededelingen.ts'
import type { Regelsetversie } from '../../domain/plan/inrichting/regelset-inhoud.ts'
import { KleineAantallen } from '../../domain/plan/inrichting/kleine-aantallen.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Knop } from '../ui/knop.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, datum, decimaal, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { Waarom } from '../ui/waarom.tsx'
import type { Briefnamen } from './deel/briefsjablonen.tsx'
import { Deelinhoud } from './deelinhoud.tsx'
import { deelnamen } from './namen.ts'

type Props = {
  raam: Raam
  ctx: Context
  deel: string
  /** Newest first */
  versies: Regelsetversie[]
  /** Of a KPI: the versions that changed what an aanbieder is judged by (LIF-15) */
  wijzigingen: Normwijzigingsversie[]
  namen: Briefnamen
  gedaan?: string | undefined
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

// Parts that a page of their own changes.
const WIJZIGEN: Record<string, { label: string; href: string }> = {
  escalatieladder: { label: 'Ladder samenstellen', href: routes.ladderconcept() },
  verbeterplan: { label: 'Formulier wijzigen', href: routes.planformulierWijzigen() },
}

/** One part of the regelset: what it says, where that comes from, all its versions, and (for a KPI) a new norm. */
export function DeelPage({ raam, ctx, deel, versies, wijzigingen, namen, gedaan, waarden, fouten = [] }: Props) {
  const nieuwste = versies[0]
  // a version can be waiting for its first day: until then the one before it applies
  const plaats = versies.findIndex(({ geldigVanaf }) => Temporal.PlainDate.compare(geldigVanaf, ctx.today) <= 0)
  const geldend = versies[plaats === -1 ? 0 : plaats]!
  const komend = versies.slice(0, Math.max(plaats, 0))
  const eerdere = versies.slice(Math.max(plaats, 0) + 1)
  const naam = deelnamen[deel] ?? deel
  const definitie = deel.startsWith('kpi-') ? KpiDefinitie.safeParse(nieuwste!.inhoud).data : undefined
  const geldendeKpi = deel.startsWith('kpi-') ? KpiDefinitie.safeParse(geldend.inhoud).data : undefined
  const minimum = deel === 'kleine-aantallen' ? KleineAantallen.safeParse(nieuwste!.inhoud).data : undefined
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Inrichting', href: routes.inrichting() }]}
      titel={naam}
      lead={
        <>
          <b>Versie {geldend.versie}</b>, geldt vanaf {datum(geldend.geldigVanaf)}.{' '}
          {geldendeKpi && `${geldendeKpi.normtekst}. `}
          {komend.length > 0 && (
            <>
              <b>
                Versie {nieuwste!.versie} gaat in op {datum(nieuwste!.geldigVanaf)}.
              </b>
              {definitie && ` ${definitie.normtekst}.`}
            </>
          )}
        </>
      }
      acties={
        mag(ctx.actor, 'inrichting:wijzigen') &&
        (definitie ? (
          <Knop soort="tweede" href={routes.kpiEvaluatie(deel)}>
            Evaluatie vastleggen
          </Knop>
        ) : (
          WIJZIGEN[deel] && (
            <Knop soort="tweede" href={WIJZIGEN[deel].href}>
              {WIJZIGEN[deel].label}
            </Knop>
          )
        ))
      }
      melding={
        gedaan === 'gewijzigd' && (
          <Melding soort="gedaan">
            De nieuwe versie is vastgelegd. Wat al beoordeeld is, houdt zijn eigen versie.
            {wijzigingen[0]?.nieuw.versie === nieuwste!.versie &&
              ' Vertel de nieuwe norm aan de aanbieders voordat hij ingaat: tegen wie het niet weet, blijft de oude gelden.'}
          </Melding>
        )
      }
    >
      <Foutenlijst fouten={fouten} />
      <Onderdeel titel="Wat er geldt">
        <Deelinhoud deel={deel} inhoud={geldend.inhoud} actor={ctx.actor} namen={namen} />
        <Waarom
          bij={naam}
          regel={geldendeKpi?.omschrijving ?? `Onderdeel ${naam.toLowerCase()} van de regelset.`}
          bron={
            <>
              <p>{geldend.bron}</p>
              {geldendeKpi?.bronnen.map(({ document, paragraaf, tekst }) => (
                <p key={`${paragraaf}${tekst}`}>
                  {document}, {paragraaf}. {tekst}
                </p>
              ))}
            </>
          }
          versie={herkomst(geldend)}
        />
      </Onderdeel>
      {komend.map((versie) => (
        <Onderdeel
          key={versie.id}
          titel={`Wat gaat gelden vanaf ${datum(versie.geldigVanaf)}`}
          conclusie={herkomst(versie)}
        >
          <Vouw titel={`Versie ${String(versie.versie)} bekijken`}>
            <Deelinhoud deel={deel} inhoud={versie.inhoud} actor={ctx.actor} namen={namen} />
          </Vouw>
        </Onderdeel>
      ))}
      {wijzigingen.length > 0 && (
        <Onderdeel titel="Verteld aan de aanbieders" conclusie="Een gewijzigde norm geldt alleen tegen wie hem kende.">
          <ul className="ov-regellijst">
            {wijzigingen.map(({ nieuw }) => (
              <li key={nieuw.id}>
                <a href={routes.normVerteld(deel, nieuw.versie)}>
                  Wie versie {nieuw.versie} kent, vanaf {datum(nieuw.geldigVanaf)}
                </a>
              </li>
            ))}
          </ul>
        </Onderdeel>
      )}
      {eerdere.length > 0 && (
        <Onderdeel
          titel="Eerdere versies"
          conclusie={`${aantal(eerdere.length, 'eerdere versie blijft', 'eerdere versies blijven')} bewaard.`}
        >
          {eerdere.map((versie) => (
            <Vouw key={versie.id} titel={`Versie ${String(versie.versie)}, vanaf ${datum(versie.geldigVanaf)}`}>
              <Deelinhoud deel={deel} inhoud={versie.inhoud} actor={ctx.actor} namen={namen} />
            </Vouw>
          ))}
        </Onderdeel>
      )}
      {definitie && mag(ctx.actor, 'inrichting:wijzigen') && (
        <NormFormulier {...{ raam, deel, definitie, fouten }} waarden={waarden} />
      )}
      {minimum && mag(ctx.actor, 'inrichting:wijzigen') && (
        <MinimumFormulier {...{ raam, deel, fouten }} minimum={minimum.minimumClienten} waarden={waarden} />
      )}
    </Pagina>
  )
}

type NormProps = {
  raam: Raam
  deel: string
  definitie: KpiDefinitie
  waarden: Record<string, string> | undefined
  fouten: Veldfout[]
}

function NormFormulier({ raam, deel, definitie, waarden, fouten }: NormProps) {
  const fout = (veld: string) => fouten.find((fout) => fout.veld === veld)?.melding
  const waarde = (veld: string, nu: string) => waarden?.[veld] ?? nu
  return (
    <Onderdeel
      titel="Norm wijzigen"
      conclusie="Dit maakt een nieuwe versie. Een meetjaar wordt beoordeeld met de versie die op zijn eerste dag gold. Tegen een aanbieder geldt zij pas als hij het vooraf wist."
    >
      <Formulier actie={`${routes.regelsetdeel(deel)}/versies`} csrf={raam.csrf} knop="Nieuwe versie vastleggen">
        <Tekstveld
          naam="norm"
          label="Norm"
          breedte="kort"
          cijfers
          achter={definitie.eenheid === 'percentage' ? 'procent' : 'als cijfer'}
          waarde={waarde('norm', decimaal(definitie.norm))}
          fout={fout('norm')}
        />
        <Tekstveld
          naam="minimumClienten"
          label="Meten vanaf hoeveel cliënten in zorg"
          breedte="kort"
          cijfers
          waarde={waarde('minimumClienten', String(definitie.minimumClienten))}
          fout={fout('minimumClienten')}
        />
        <Tekstveld
          naam="minimumWaarnemingen"
          label="Oordelen vanaf hoeveel gevallen"
          breedte="kort"
          cijfers
          waarde={waarde('minimumWaarnemingen', String(definitie.minimumWaarnemingen))}
          fout={fout('minimumWaarnemingen')}
        />
        <Datumveld
          naam="geldigVanaf"
          label="Geldt vanaf"
          waarde={waarde('geldigVanaf', '')}
          fout={fout('geldigVanaf')}
        />
        <Tekstveld naam="bron" label="Waar is dit besloten?" waarde={waarde('bron', '')} fout={fout('bron')} />
        <Tekstveld naam="reden" label="Reden" regels={3} waarde={waarde('reden', '')} fout={fout('reden')} />
      </Formulier>
    </Onderdeel>
  )
}

type MinimumProps = Omit<NormProps, 'definitie'> & { minimum: number }

function MinimumFormulier({ raam, deel, minimum, waarden, fouten }: MinimumProps) {
  const fout = (veld: string) => fouten.find((fout) => fout.veld === veld)?.melding
  return (
    <Onderdeel
      titel="Ondergrens wijzigen"
      conclusie="Cijfers over minder cliënten zijn alleen te zien voor wie met casussen werkt. De nieuwe grens geldt voor alle jaren, vanaf de dag die u kiest."
    >
      <Formulier actie={`${routes.regelsetdeel(deel)}/versies`} csrf={raam.csrf} knop="Nieuwe versie vastleggen">
        <Tekstveld
          naam="minimumClienten"
          label="Tonen vanaf hoeveel cliënten"
          breedte="kort"
          cijfers
          waarde={waarden?.['minimumClienten'] ?? String(minimum)}
          fout={fout('minimumClienten')}
        />
        <Datumveld
          naam="geldigVanaf"
          label="Geldt vanaf"
          waarde={waarden?.['geldigVanaf'] ?? ''}
          fout={fout('geldigVanaf')}
        />
        <Tekstveld naam="bron" label="Waar is dit besloten?" waarde={waarden?.['bron'] ?? ''} fout={fout('bron')} />
        <Tekstveld naam="reden" label="Reden" regels={3} waarde={waarden?.['reden'] ?? ''} fout={fout('reden')} />
      </Formulier>
    </Onderdeel>
  )
}

function herkomst({ versie, vastgelegdOp, vastgelegdDoor, reden }: Regelsetversie): string {
  return `Versie ${String(versie)}, vastgelegd ${moment(vastgelegdOp)} door ${vastgelegdDoor}${reden ? `: ${reden}` : ''}`
}
