import { procent } from '../../domain/begrippen/percentage.ts'
import type { Contactpersoon } from '../../domain/plan/aanbieder/list-contactpersonen.ts'
import { volgendeVerlenging } from '../../domain/plan/overeenkomst/beslismoment.ts'
import { faseOp } from '../../domain/plan/overeenkomst/fase.ts'
import type { Overeenkomstregels } from '../../domain/plan/overeenkomst/lees-regels.ts'
import type { Ruimte } from '../../domain/plan/overeenkomst/lees-ruimte.ts'
import type { Overeenkomstproduct } from '../../domain/plan/overeenkomst/list-producten.ts'
import type { Overeenkomstfunctie, Overeenkomstjaar } from '../../domain/plan/overeenkomst/queries.ts'
import { vindplaatsLink } from '../../domain/plan/overeenkomst/vindplaats.ts'
import { routes } from '../routes.ts'
import { Melding } from '../ui/melding.tsx'
import { bedragHeel, datum, decimaal, opsomming, relatief, teLaat, woord } from '../ui/notatie.ts'
import { Vragen, type Vraag } from '../ui/vragen.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { Budget } from './budget.tsx'
import { eenheid } from './eenheden.ts'
import { Overeenkomstkaart, type Kaartgegevens } from './kaart.tsx'
import { RelatieEnKaders } from './relatie-en-kaders.tsx'
import { GemeentenEnMensen } from './gemeenten-en-mensen.tsx'
import { WaaromRuimte } from './waarom-ruimte.tsx'

export type Overzichtgegevens = Kaartgegevens & {
  gedaan?: string | undefined
  gemeenten: { code: string; naam: string | null }[]
  producten: Overeenkomstproduct[]
  /** null for who may not read the budget */
  jaren: Overeenkomstjaar[] | null
  contactpersonen: Contactpersoon[]
  functies: Overeenkomstfunctie[]
  ontbrekend: { naam: string }[]
  regels: Overeenkomstregels
  ruimte: Ruimte | null
}

const gedaanTekst: Record<string, string> = {
  gewijzigd: 'De gegevens zijn vastgelegd.',
  ongewijzigd: 'Er was niets gewijzigd.',
}

/** The seven questions of CTR-01 answered in one view, and where the money goes. */
export function OvereenkomstOverzichtPage(props: Overzichtgegevens) {
  const { ctx, jaren, regels, gedaan } = props
  const melding = gedaan === undefined ? undefined : gedaanTekst[gedaan]
  return (
    <Overeenkomstkaart {...props} deel="overzicht" melding={melding && <Melding soort="gedaan">{melding}</Melding>}>
      <Vragen
        vragen={[
          metWie(props),
          waarvoor(props),
          wieBeltU(props),
          totWanneer(props),
          wanneerVerlengen(props),
          waarTeVinden(props),
          ...(jaren ? [hoeveelRuimte(props, jaren)] : []),
        ]}
      />
      {jaren && (
        <Budget
          jaar={jaren.find(({ jaar }) => jaar === ctx.today.year)}
          jaartal={ctx.today.year}
          vandaag={ctx.today}
          regels={regels}
        />
      )}
      <GemeentenEnMensen {...props} />
      <RelatieEnKaders {...props} />
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
        {' · '}
        <a href={routes.contactpersonen({ overeenkomst: overeenkomst.id })}>alle contactpersonen</a>
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
  const alles = <a href={routes.overeenkomst(overeenkomst.id, 'verlenging')}>Verlengingen en besluiten</a>
  if (!optie) {
    const { nietVerlengdOp, verlengingen } = overeenkomst
    return {
      vraag: 'Wanneer verlengen',
      antwoord: nietVerlengdOp ? 'Wordt niet verlengd' : 'Geen verlenging meer mogelijk',
      toelichting: nietVerlengdOp ? (
        <>
          besloten op {datum(nietVerlengdOp)} · {alles}
        </>
      ) : verlengingen === 0 ? (
        'er zijn geen opties afgesproken'
      ) : (
        <>alle opties zijn gebruikt · {alles}</>
      ),
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
        {laat
          ? `zonder besluit eindigt zij vanzelf op ${datum(optie.zonderVerlengingTotEnMet)}`
          : `nog ${rest} keer ${overeenkomst.verlengingMaanden} maanden mogelijk; de eerste tot en met ${datum(optie.metVerlengingTotEnMet)}`}{' '}
        · {alles}
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

function waarTeVinden({ ctx, overeenkomst }: Overzichtgegevens): Vraag {
  const { nummer, vindplaats } = overeenkomst
  const link = vindplaatsLink(vindplaats)
  const zonder =
    ctx.actor.agb === null ? `nummer ${nummer}; de vindplaats van het document is niet vastgelegd` : `nummer ${nummer}`
  return {
    vraag: 'Waar te vinden',
    // the address of the archive is no business of what it links to
    antwoord: link ? (
      <a href={link} rel="noreferrer noopener external">
        {vindplaats}
      </a>
    ) : (
      vindplaats || 'In dit register'
    ),
    toelichting: vindplaats ? `nummer ${nummer}` : zonder,
  }
}

function hoeveelRuimte({ ctx, ruimte }: Overzichtgegevens, jaren: Overeenkomstjaar[]): Vraag {
  const jaar = jaren.find((een) => een.jaar === ctx.today.year)
  if (jaar?.plafondCent && !ruimte) {
    return {
      vraag: 'Hoeveel ruimte',
      antwoord: 'Niet te bepalen met uw rol',
      toelichting: `${bedragHeel(jaar.gedeclareerdCent)} gedeclareerd van ${bedragHeel(jaar.plafondCent)}; u ziet niet alle toewijzingen`,
    }
  }
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
