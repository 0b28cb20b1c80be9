import { kanalen } from '../../domain/act/publicatie/publicaties.ts'
import type { Bericht, Ingelicht, Normwijzigingsversie } from '../../domain/check/kpi/list-mededelingen.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { waardeTekst } from '../kpi/uitkomst-tekst.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Feiten } from '../ui/feiten.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop, KnopFormulier } from '../ui/knop.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, datum, vanTotaal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { deelnamen } from './namen.ts'

type Props = {
  raam: Raam
  ctx: Context
  wijziging: Normwijzigingsversie
  ingelicht: Ingelicht[]
  gedaan?: string | undefined
  waarden?: Record<string, string | string[] | undefined>
  fouten?: Veldfout[]
}

const GEDAAN: Record<string, string> = {
  verteld: 'Vastgelegd. De resultaten worden opnieuw beoordeeld.',
  ingetrokken: 'De mededeling is ingetrokken. De resultaten worden opnieuw beoordeeld.',
}

/** Who was told of a changed norm, and against whom it holds (LIF-15). */
export function IngelichtPage({ raam, ctx, wijziging, ingelicht, gedaan = '', waarden = {}, fouten = [] }: Props) {
  const { nieuw, vorige } = wijziging
  const deel = `kpi-${nieuw.code}`
  const niet = ingelicht.filter(({ stand }) => stand === 'niet')
  const vertelt = mag(ctx.actor, 'publicatie:plaatsen')
  const begonnen = Temporal.PlainDate.compare(nieuw.geldigVanaf, ctx.today) <= 0
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[
        { label: 'Inrichting', href: routes.inrichting() },
        { label: deelnamen[deel] ?? deel, href: routes.regelsetdeel(deel) },
      ]}
      titel={`Wie versie ${String(nieuw.versie)} kent`}
      titelInTab={`Wie versie ${String(nieuw.versie)} kent, ${nieuw.naam}`}
      lead={
        niet.length === 0 ? (
          <>
            <b>Elke aanbieder kent deze norm.</b>
          </>
        ) : (
          <>
            <b>{aantal(niet.length, 'aanbieder weet', 'aanbieders weten')} nog niet van deze norm.</b> Zolang dat niet
            is vastgelegd, {begonnen ? 'geldt' : 'blijft'} voor hen versie {vorige.versie}
            {begonnen ? '' : ' gelden'}.
          </>
        )
      }
      melding={GEDAAN[gedaan] && <Melding soort="gedaan">{GEDAAN[gedaan]}</Melding>}
      actie={
        mag(ctx.actor, 'brief:opstellen') &&
        niet.length > 0 && <Knop href={routes.briefOpstellen({ norm: nieuw.id })}>Brief schrijven</Knop>
      }
    >
      <Foutenlijst fouten={fouten} />
      <Feiten
        feiten={[
          {
            label: 'Norm',
            betekenis: 'gecontracteerd',
            groot: true,
            waarde: waardeTekst(nieuw.code, nieuw.norm),
            toelichting: `was ${waardeTekst(vorige.code, vorige.norm)}`,
          },
          { label: 'Gaat in', waarde: datum(nieuw.geldigVanaf) },
          { label: 'Weten het', waarde: vanTotaal(ingelicht.length - niet.length, ingelicht.length) },
        ]}
      />
      <Waarom
        bij="wie deze norm kent"
        regel="Een gewijzigde norm geldt tegen een aanbieder vanaf de ingangsdatum, als hij het ervoor wist. Wie het later hoorde, wordt met de nieuwe norm beoordeeld in het meetjaar dat daarna begint. Wie het niet hoorde, houdt de vorige norm. Wie pas partij werd toen de norm al gold, sloot erop een overeenkomst."
        bron="Bijlage 19: «Dit wordt tijdig met de zorgaanbieders gecommuniceerd» (LIF-15). Dat later horen pas later telt, en dat een latere overeenkomst genoeg is, is een keuze van Overlap."
      />
      <Onderdeel titel="Per aanbieder">
        <Tabel
          bijschrift={`Wie weet van versie ${String(nieuw.versie)}`}
          klikbaar={false}
          rijen={ingelicht}
          sleutel={({ aanbiederId }) => aanbiederId}
          kolommen={kolommen({ raam, ctx, wijziging, vertelt })}
        />
      </Onderdeel>
      {vertelt && niet.length > 0 && (
        <Onderdeel titel="Op een andere manier verteld?">
          <Vouw titel="Met de hand vastleggen" open={fouten.length > 0}>
            <p>Een brief uit Overlap hoeft u niet vast te leggen: hij staat er vanzelf bij zodra hij is ontvangen.</p>
            <Formulier
              actie={routes.normVerteld(deel, nieuw.versie)}
              csrf={raam.csrf}
              knop="Mededeling vastleggen"
              soort="tweede"
            >
              <Keuze
                naam="aanbieders"
                label="Aan wie is het verteld?"
                soort="vinkjes"
                opties={niet.map(({ aanbiederId, aanbieder }) => ({ waarde: aanbiederId, label: aanbieder }))}
                waarde={waarden['aanbieders']}
                fout={fout(fouten, 'aanbieders')}
              />
              <Keuze
                naam="kanaal"
                label="Hoe?"
                leeg="Kies"
                opties={Object.entries(kanalen).map(([waarde, label]) => ({ waarde, label }))}
                waarde={waarden['kanaal']}
                fout={fout(fouten, 'kanaal')}
              />
              <Datumveld
                naam="datum"
                label="Wanneer wisten zij het?"
                hulp="Bij post de dag van ontvangst"
                waarde={enkel(waarden['datum'])}
                fout={fout(fouten, 'datum')}
              />
              <Tekstveld
                naam="toelichting"
                label="Waaruit blijkt dat?"
                hulp="Bijvoorbeeld het verslag van een bijeenkomst. Noem geen cliënten."
                regels={3}
                waarde={enkel(waarden['toelichting'])}
                fout={fout(fouten, 'toelichting')}
              />
            </Formulier>
          </Vouw>
        </Onderdeel>
      )}
    </Pagina>
  )
}

const fout = (fouten: Veldfout[], veld: string) => fouten.find((een) => een.veld === veld)?.melding
const enkel = (waarde: string | string[] | undefined) => (Array.isArray(waarde) ? waarde[0] : waarde)

type Kolomprops = Pick<Props, 'raam' | 'ctx' | 'wijziging'> & { vertelt: boolean }

function kolommen({ raam, ctx, wijziging, vertelt }: Kolomprops): Kolom<Ingelicht>[] {
  const { nieuw, vorige } = wijziging
  return [
    {
      naam: 'aanbieder',
      kop: 'Aanbieder',
      cel: ({ aanbiederId, aanbieder }) =>
        mag(ctx.actor, 'aanbieder:lezen') ? <a href={routes.aanbieder(aanbiederId)}>{aanbieder}</a> : aanbieder,
    },
    {
      naam: 'stand',
      kop: 'Weet het',
      telefoon: 'breed',
      cel: ({ stand, berichten }) =>
        berichten.length === 0
          ? stand === 'overeenkomst'
            ? 'sloot later een overeenkomst'
            : 'nog niet verteld'
          : berichten.map((bericht) => (
              <Verteld
                key={bericht.id}
                bericht={bericht}
                raam={raam}
                intrekken={vertelt ? routes.normVerteldIntrekken(`kpi-${nieuw.code}`, nieuw.versie, bericht.id) : null}
                leestDocument={mag(ctx.actor, 'document:lezen')}
              />
            )),
    },
    {
      naam: 'geldt',
      kop: 'Voor deze aanbieder',
      telefoon: 'breed',
      cel: ({ stand, vanaf }) =>
        vanaf === null
          ? `versie ${String(vorige.versie)} blijft gelden`
          : stand === 'laat'
            ? `te laat verteld: telt in meetjaren vanaf ${datum(vanaf)}`
            : `vanaf ${datum(vanaf)}`,
    },
  ]
}

type Verteldprops = { bericht: Bericht; raam: Raam; intrekken: string | null; leestDocument: boolean }

function Verteld({ bericht, raam, intrekken, leestDocument }: Verteldprops) {
  const { documentId, kanaal, toelichting, vastgelegdDoor, ingetrokkenOp } = bericht
  const hoe = `${datum(bericht.datum)}, ${documentId === null ? kanalen[kanaal] : `brief per ${kanalen[kanaal]}`}`
  return (
    <div>
      {documentId !== null && leestDocument ? <a href={routes.document(documentId)}>{hoe}</a> : hoe}
      {ingetrokkenOp && <span className="ov-stil"> ingetrokken</span>}
      <div className="ov-klein">
        {toelichting === '' ? '' : `${toelichting} `}
        {documentId === null && `Vastgelegd door ${vastgelegdDoor}.`}
      </div>
      {documentId === null && ingetrokkenOp === null && intrekken !== null && (
        <KnopFormulier soort="tekst" klein actie={intrekken} csrf={raam.csrf}>
          Intrekken<span className="ams-visually-hidden">: mededeling van {datum(bericht.datum)}</span>
        </KnopFormulier>
      )}
    </div>
  )
}
