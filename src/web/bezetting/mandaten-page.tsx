import type { VerdeeldeTaak } from '../../domain/plan/bezetting/lees-taken.ts'
import type { Registermandaat } from '../../domain/plan/bezetting/queries.ts'
import { mag, rollen } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, bedragHeel, datum } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { taakrollen } from './invoer.ts'

type Props = {
  raam: Raam
  ctx: Context
  mandaten: Registermandaat[]
  taken: VerdeeldeTaak[]
  gedaan?: string | undefined
}

const KRUIMEL = [{ label: 'Taken en mandaat', href: routes.taken() }]

/** The mandate register: which role may decide on what, where, on which ground and within which limits (ROL-13). */
export function MandatenPage({ raam, ctx, mandaten, taken, gedaan }: Props) {
  const naam = new Map(taken.map((taak) => [taak.code, taak.naam]))
  const geldig = mandaten.filter(
    ({ ingetrokken, geldigTot }) =>
      !ingetrokken && (!geldigTot || Temporal.PlainDate.compare(geldigTot, ctx.today) >= 0),
  )
  return (
    <Pagina
      raam={raam}
      kruimels={KRUIMEL}
      titel="Mandaatregister"
      lead={
        <>
          <b>{aantal(geldig.length, 'mandaat geldt', 'mandaten gelden')}.</b> Zonder mandaat in dit register beslist de
          rol die dat volgens de taakverdeling doet.
        </>
      }
      actie={mag(ctx.actor, 'mandaat:wijzigen') && <Knop href={routes.mandaatGeven()}>Mandaat geven</Knop>}
      acties={<Uitvoer xlsx={routes.mandatenUitvoer('xlsx')} csv={routes.mandatenUitvoer('csv')} />}
      melding={
        gedaan && (
          <Melding soort="gedaan">
            {gedaan === 'gegeven'
              ? 'Het mandaat is vastgelegd.'
              : 'Het mandaat is ingetrokken. Besluiten van eerder blijven geldig.'}
          </Melding>
        )
      }
    >
      <Tabel
        bijschrift="Mandaten"
        rijen={mandaten}
        sleutel={({ id }) => id}
        klikbaar={false}
        kolommen={[
          {
            naam: 'taak',
            kop: 'Taak of maatregel',
            cel: ({ taak }) => <a href={routes.taak(taak)}>{naam.get(taak) ?? taak}</a>,
          },
          ...mandaatkolommen(raam, ctx),
        ]}
        leeg={
          <LegeStaat titel="Nog geen mandaten">
            Hier staat welke rol op grond van een besluit mag beslissen, tot welk bedrag en hoe lang.
          </LegeStaat>
        }
      />
    </Pagina>
  )
}

export function mandaatkolommen(raam: Raam, ctx: Context): Kolom<Registermandaat>[] {
  return [
    { naam: 'rol', kop: 'Rol', cel: ({ rol }) => rollen[rol] },
    { naam: 'waar', kop: 'Waar', cel: ({ gemeentenaam }) => gemeentenaam ?? 'hele regio' },
    {
      naam: 'grens',
      kop: 'Grens',
      cel: ({ hoogsteCent, hoogsteMaanden }) =>
        [
          hoogsteCent === null ? '' : `tot en met ${bedragHeel(hoogsteCent)}`,
          hoogsteMaanden === null ? '' : `ten hoogste ${aantal(hoogsteMaanden, 'maand', 'maanden')}`,
        ]
          .filter(Boolean)
          .join(', ') || 'geen',
    },
    { naam: 'grond', kop: 'Grond', telefoon: 'breed', cel: ({ grond }) => grond },
    {
      naam: 'geldig',
      kop: 'Geldig',
      telefoon: 'breed',
      cel: ({ geldigVanaf, geldigTot }) =>
        `vanaf ${datum(geldigVanaf)}${geldigTot ? ` tot en met ${datum(geldigTot)}` : ''}`,
    },
    {
      naam: 'stand',
      kop: 'Stand',
      telefoon: 'breed',
      cel: ({ id, ingetrokkenOp, ingetrokkenDoor, intrekkingReden }) =>
        ingetrokkenOp ? (
          <span className="ov-stil">
            ingetrokken door {ingetrokkenDoor}: {intrekkingReden}
          </span>
        ) : mag(ctx.actor, 'mandaat:wijzigen') ? (
          <details className="ov-vouw">
            <summary>
              <span>Intrekken</span>
            </summary>
            <form method="post" action={routes.mandaatIntrekken(id)} className="ov-kleinformulier">
              <input type="hidden" name="csrf" value={raam.csrf} />
              <label htmlFor={`reden-${id}`}>Reden</label>
              <input id={`reden-${id}`} name="reden" className="ams-text-input" required maxLength={500} />
              <Knop soort="tweede" klein>
                Intrekken
              </Knop>
            </form>
          </details>
        ) : (
          'geldt'
        ),
    },
  ]
}

type FormProps = {
  raam: Raam
  taken: VerdeeldeTaak[]
  gemeenten: { code: string; naam: string }[]
  waarden: Record<string, string>
  fouten?: Veldfout[]
}

export function MandaatGevenPage({ raam, taken, gemeenten, waarden, fouten = [] }: FormProps) {
  const veld = (naam: string) => ({
    naam,
    waarde: waarden[naam],
    fout: fouten.find((een) => een.veld === naam)?.melding,
  })
  return (
    <Pagina
      raam={raam}
      kruimels={[...KRUIMEL, { label: 'Mandaatregister', href: routes.mandaten() }]}
      titel="Mandaat geven"
      lead="Leg vast welke rol mag beslissen, op welke grond en tot welke grens. Boven de grens beslist de rol die dat volgens de taakverdeling doet."
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.mandaatGeven()}
        csrf={raam.csrf}
        knop="Mandaat vastleggen"
        terug={{ label: 'Terug naar het register', href: routes.mandaten() }}
      >
        <Keuze
          {...veld('taak')}
          label="Taak of maatregel"
          leeg="Kies een taak"
          opties={taken.map(({ code, naam }) => ({ waarde: code, label: naam }))}
        />
        <Keuze
          {...veld('rol')}
          label="Rol die mag beslissen"
          leeg="Kies een rol"
          opties={taakrollen.filter((rol) => rol !== 'aanbieder').map((rol) => ({ waarde: rol, label: rollen[rol] }))}
        />
        <Keuze
          {...veld('gemeente')}
          label="Waar"
          opties={[
            { waarde: '', label: 'Hele regio' },
            ...gemeenten.map(({ code, naam }) => ({ waarde: code, label: naam })),
          ]}
        />
        <Tekstveld {...veld('grond')} label="Grond" hulp="Het besluit of artikel waarop het mandaat berust" />
        <Tekstveld
          {...veld('hoogsteBedrag')}
          label="Tot en met welk bedrag"
          facultatief
          breedte="kort"
          cijfers
          achter="euro"
        />
        <Tekstveld
          {...veld('hoogsteMaanden')}
          label="Voor hoogstens hoeveel maanden"
          facultatief
          breedte="kort"
          cijfers
          achter="maanden"
        />
        <Datumveld {...veld('geldigVanaf')} label="Eerste dag" />
        <Datumveld {...veld('geldigTot')} label="Laatste dag" facultatief />
      </Formulier>
    </Pagina>
  )
}
