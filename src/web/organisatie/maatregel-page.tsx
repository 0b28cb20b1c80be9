import { maatregelstand, type Maatregel } from '../../domain/plan/organisatie/maatregel.ts'
import { zoekModel, type Organisatieregels } from '../../domain/plan/organisatie/regels.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Feiten } from '../ui/feiten.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { datum, moment, relatief } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { kruimels } from './kader.tsx'
import { maakVeld } from './model-form-page.tsx'
import type { Waarden } from './velden.ts'
import { maatregelstanden, modelnamen } from './woorden.ts'

type Props = {
  raam: Raam
  ctx: Context
  regels: Organisatieregels
  maatregel: Maatregel
  waarden?: Waarden
  fouten?: Veldfout[]
}

/** One measure: against what, by whom, by when, and how it ended. */
export function MaatregelPage({ raam, ctx, regels, maatregel, waarden = {}, fouten = [] }: Props) {
  const { soort, model, nadeel, eigenaar, uiterlijk, afloop, gereedOp, vervallenOp, geslotenDoor } = maatregel
  const veld = maakVeld(waarden, fouten)
  const op = gereedOp ?? vervallenOp
  return (
    <Pagina
      raam={raam}
      kruimels={kruimels('model')}
      titel={maatregel.maatregel}
      titelInTab="Maatregel"
      lead={`Tegen: ${nadeel}`}
      fouten={fouten.length > 0}
    >
      <Feiten
        feiten={[
          { label: 'Stand', waarde: <Oordeel {...maatregelstanden[maatregelstand(maatregel, ctx.today)]} /> },
          { label: 'Wie', waarde: eigenaar },
          {
            label: 'Uiterlijk',
            waarde: datum(uiterlijk),
            ...(afloop === null && { toelichting: relatief(uiterlijk, ctx.today) }),
          },
          { label: modelnamen[soort], waarde: zoekModel(regels, soort, model)?.naam ?? model },
        ]}
      />
      {afloop !== null && op && (
        <Onderdeel titel={gereedOp ? 'Wat er is gedaan' : 'Waarom het niet meer nodig is'}>
          <p className="ov-tekst">{afloop}</p>
          <p className="ov-klein">
            {datum(op)}, door {geslotenDoor}
          </p>
        </Onderdeel>
      )}
      <p className="ov-klein">
        Vastgelegd door {maatregel.vastgelegdDoor}, {moment(maatregel.vastgelegdOp)}
      </p>
      {afloop === null && mag(ctx.actor, 'organisatie:bijhouden') && (
        <Onderdeel titel="Afronden">
          <Foutenlijst fouten={fouten} />
          <Formulier
            actie={routes.modelmaatregel(maatregel.id)}
            csrf={raam.csrf}
            knop="Maatregel afronden"
            terug={{ label: 'Terug', href: routes.organisatie('model') }}
          >
            <Keuze
              {...veld('als', 'gereed')}
              label="Hoe"
              soort="rondjes"
              opties={[
                { waarde: 'gereed', label: 'Gedaan' },
                { waarde: 'vervallen', label: 'Niet meer nodig' },
              ]}
            />
            <Tekstveld {...veld('afloop')} label="Wat er is gedaan, of waarom het niet meer nodig is" regels={3} />
          </Formulier>
        </Onderdeel>
      )}
    </Pagina>
  )
}
