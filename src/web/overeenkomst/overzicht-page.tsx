import { procent } from '../../domain/begrippen/percentage.ts'
import type { Contactpersoon } from '../../domain/plan/aanbieder/queries.ts'
import { volgendeVerlenging } from '../../domain/plan/overeenkomst/beslismoment.ts'
import { faseOp } from '../../domain/plan/overeenkomst/fase.ts'
import type { Overeenkomstregels } from '../../domain/plan/overeenkomst/lees-regels.ts'
import type { Ruimte } from '../../domain/plan/overeenkomst/lees-ruimte.ts'
import type {
  Overeenkomstfunctie,
  Overeenkomstjaar,
  Overeenkomstproduct,
} from '../../domain/plan/overeenkomst/queries.ts'
import { routes } from '../routes.ts'
import { bedragHeel, datum, decimaal, opsomming, relatief, teLaat, woord } from '../ui/notatie.ts'
import { Vragen, type Vraag } from '../ui/vragen.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { Budget } from './budget.tsx'
import { eenheid } from './eenheden.ts'
import { Overeenkomstkaart, type Kaartgegevens } from './kaart.tsx'
import { GemeentenEnMensen } from './gemeenten-en-mensen.tsx'
import { WaaromRuimte } from './waarom-ruimte.tsx'

export type Overzichtgegevens = Kaartgegevens & {
  gemeenten: { code: string; naam: string | null }[]
  producten: Overeenkomstproduct[]
  jaren: Overeenkomstjaar[]
  contactpersonen: Contactpersoon[]
  functies: Overeenkomstfunctie[]
  ontbrekend: { naam: string }[]
  regels: Overeenkomstregels
  ruimte: Ruimte | null
}

/** The seven questions of CTR-01 answered in one view, and where the money goes. */
export function OvereenkomstOverzichtPage(props: Overzichtgegevens) {
  const { ctx, jaren, regels } = props
  return (
    <Overeenkomstkaart {...props} deel="overzicht">
      <Vragen
        vragen={[
          metWie(props),
          waarvoor(props),
          wieBeltU(props),
          totWanneer(props),
          wanneerVerlengen(props),
          waarTeVinden(props),
          hoeveelRuimte(props),
        ]}
      />
      <Budget
        jaar={jaren.find(({ jaar }) => jaar === ctx.today.year)}
        jaartal={ctx.today.year}
        vandaag={ctx.today}
        regels={regels}
      />
      <GemeentenEnMensen {...props} />
    </Overeenkomstkaart>
  )
}

function metWie({ overeenkomst, gemeenten }: Overzichtgegevens): Vraag {
  const { aanbiederId, aanbieder, kvk, agb } = overeenkomst
  return {
    vraag: 'Met wie',
    antwoord: aanbiederId ? <a href={routes.aanbieder(aanbiederId)}>{aanbieder}</a> : 'Nog niet bekend',
    toelichting: `${kvk ? `KvK ${kvk}` : `AGB ${agb}`} · namens ${woord(gemeenten.length)} ${gemeenten.length === 1 ? 'gemeente' : 'gemeenten'}`,
  }
}

function waarvoor({ overeenkomst, producten }: Overzichtgegevens): Vraag {
  const wetten = [...new Set(producten.map(({ wet }) => (wet === 'wmo' ? 'Wmo' : 'Jeugdwet')))]
  const eenheden = [...new Set(producten.map(({ eenheidTarief }) => eenheid(eenheidTarief)))]
  return {
    vraag: 'Waarvoor',
    antwoord: opsomming(producten.slice(0, 4).map(({ naam }) => naam)) || overeenkomst.onderwerp,
    toelichting: [
      opsomming(producten.map(({ code }) => code)),
      opsomming(wetten),
      eenheden.length > 0 && `tarief per ${opsomming(eenheden)}`,
    ]
      .filter(Boolean)
      .join(' · '),
  }
}

function wieBeltU({ overeenkomst, contactpersonen, functies }: Overzichtgegevens): Vraag {
  const [eerste, tweede] = contactpersonen
  const manager = functies.find(({ functie }) => functie === 'contractmanager')
  const wij = manager && `contractmanager ${manager.naam}`
  if (!eerste) {
    return {
      vraag: 'Wie belt u',
      antwoord: overeenkomst.aanbiederId ? (
        <a href={routes.aanbieder(overeenkomst.aanbiederId, 'gegevens')}>Nog geen contactpersoon</a>
      ) : (
        'Nog geen contactpersoon'
      ),
      toelichting: wij ?? 'ook nog geen contractmanager',
    }
  }
  return {
    vraag: 'Wie belt u',
    antwoord: [eerste.naam, eerste.telefoon].filter(Boolean).join(', '),
    toelichting: (
      <>
        {eerste.email && <a href={`mailto:${eerste.email}`}>{eerste.email}</a>}
        {[tweede && [tweede.naam, tweede.functie].filter(Boolean).join(', '), wij]
          .filter(Boolean)
          .map((deel) => ` · ${deel!}`)}
      </>
    ),
  }
}

function totWanneer({ ctx, overeenkomst }: Overzichtgegevens): Vraag {
  const { looptTot, begindatum } = overeenkomst
  return {
    vraag: 'Tot wanneer',
    antwoord: `${datum(looptTot)} · ${relatief(looptTot, ctx.today)}`,
    toelichting: `vanaf ${datum(begindatum)} · ${faseOp(overeenkomst, ctx.today)}`,
  }
}

function wanneerVerlengen({ ctx, overeenkomst, regels }: Overzichtgegevens): Vraag {
  const optie = volgendeVerlenging(overeenkomst, regels)
  if (!optie) {
    return {
      vraag: 'Wanneer verlengen',
      antwoord: 'Geen verlenging meer mogelijk',
      toelichting: overeenkomst.verlengingen === 0 ? 'er zijn geen opties afgesproken' : 'alle opties zijn gebruikt',
    }
  }
  const rest = overeenkomst.verlengingen - overeenkomst.verlengd
  const laat = Temporal.PlainDate.compare(optie.uiterlijkBeslissen, ctx.today) < 0
  return {
    vraag: 'Wanneer verlengen',
    antwoord: (
      <span className={laat ? 'ov-mis' : undefined}>
        Besluit uiterlijk {datum(optie.uiterlijkBeslissen)}
        {laat && `, ${teLaat(optie.uiterlijkBeslissen, ctx.today)}`}
      </span>
    ),
    toelichting: (
      <>
        nog {rest} keer {overeenkomst.verlengingMaanden} maanden mogelijk; de eerste tot en met{' '}
        {datum(optie.metVerlengingTotEnMet)}
        <Waarom
          bij="de uiterste beslisdag"
          regel={`${regels.opzegtermijn.naam}. ${regels.opzegtermijn.bron.tekst}`}
          bron={`${regels.opzegtermijn.bron.document}, ${regels.opzegtermijn.bron.paragraaf}`}
          berekening={[
            { stap: 'Laatste dag zonder verlenging', uitkomst: datum(optie.zonderVerlengingTotEnMet) },
            { stap: 'Uiterlijk bekend bij de aanbieder', uitkomst: datum(optie.uiterlijkBeslissen) },
          ]}
          versie={`Regel verlenging, versie ${regels.bronnen.verlenging.versie}`}
        />
      </>
    ),
  }
}

function waarTeVinden({ overeenkomst }: Overzichtgegevens): Vraag {
  return {
    vraag: 'Waar te vinden',
    antwoord: overeenkomst.vindplaats || 'In dit register',
    toelichting: overeenkomst.vindplaats
      ? `nummer ${overeenkomst.nummer}`
      : `nummer ${overeenkomst.nummer}; de vindplaats van het document is niet vastgelegd`,
  }
}

function hoeveelRuimte({ ctx, jaren, ruimte }: Overzichtgegevens): Vraag {
  const jaar = jaren.find((een) => een.jaar === ctx.today.year)
  if (!jaar || jaar.plafondCent === null || !ruimte || ruimte.ruimteCent === null) {
    return {
      vraag: 'Hoeveel ruimte',
      antwoord: `Geen plafond in ${ctx.today.year}`,
      toelichting: `${bedragHeel(jaar?.gedeclareerdCent ?? 0)} gedeclareerd`,
    }
  }
  const { plafondCent, gedeclareerdCent } = jaar
  return {
    vraag: 'Hoeveel ruimte',
    antwoord: (
      <span className={ruimte.ruimteCent < 0 ? 'ov-mis' : undefined}>
        {`${ruimte.verplichtCent === null ? 'Hoogstens ' : ''}${bedragHeel(ruimte.ruimteCent)} van ${bedragHeel(plafondCent)}`}
      </span>
    ),
    toelichting: (
      <>
        {decimaal(procent(gedeclareerdCent, plafondCent || 1, 1))}% gedeclareerd in {jaar.jaar}
        {ruimte.verplichtCent === null && '; wat aan weinig cliënten is toegewezen, is afgeschermd'}
        {ruimte.verplichtCent !== null &&
          ruimte.verplichtCent > 0 &&
          `; ${bedragHeel(ruimte.verplichtCent)} is toegewezen en nog niet gedeclareerd`}
        <WaaromRuimte jaar={jaar} ruimte={ruimte} />
      </>
    ),
  }
}
