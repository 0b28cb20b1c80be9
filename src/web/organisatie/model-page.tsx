import type { Organisatie } from '../../domain/plan/organisatie/lees-organisatie.ts'
import { maatregelstand, type Maatregel } from '../../domain/plan/organisatie/maatregel.ts'
import { kiesModel } from '../../domain/plan/organisatie/model.ts'
import { modelsoorten, zoekModel, type Modelsoort } from '../../domain/plan/organisatie/regels.ts'
import { mag, rollen as rolnamen } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { aantal, datum, opsomming } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'
import type { Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Tijdlijn } from '../ui/tijdlijn.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { OrganisatieKader } from './kader.tsx'
import { maatregelstanden, modelnamen, uitvoerderVan } from './woorden.ts'

type Props = { raam: Raam; ctx: Context; organisatie: Organisatie; gedaan?: string | undefined }

/** Both models with what is known against them, and what is done about that (ORG-05, ORG-07, ORG-08). */
export function ModelPage({ raam, ctx, organisatie, gedaan }: Props) {
  const open = organisatie.maatregelen.filter((maatregel) => !maatregel.afloop).length
  return (
    <OrganisatieKader
      raam={raam}
      deel="model"
      gedaan={gedaan}
      lead={
        <>
          <b>
            {open === 0
              ? 'Er loopt geen maatregel'
              : `Er ${open === 1 ? 'loopt één maatregel' : `lopen ${String(open)} maatregelen`}`}
            .
          </b>{' '}
          Elk model heeft nadelen en risico’s; tegen elk ervan hoort een maatregel, met wie haar uitvoert en wanneer.
        </>
      }
    >
      {modelsoorten.map((soort) => (
        <Modeldeel key={soort} {...{ ctx, organisatie, soort }} />
      ))}
      <Maatregelen {...{ ctx, organisatie }} />
    </OrganisatieKader>
  )
}

type Deel = { ctx: Context; organisatie: Organisatie; soort: Modelsoort }

function Modeldeel({ ctx, organisatie, soort }: Deel) {
  const { regels, modellen, gemeenten, maatregelen } = organisatie
  const versies = modellen.filter((een) => een.soort === soort)
  const nu = kiesModel(versies, soort, ctx.today)
  const model = nu && zoekModel(regels, soort, nu.model)
  const wijzigt = mag(ctx.actor, 'organisatie:wijzigen')
  const knop = wijzigt && (
    <p>
      <a href={routes.organisatiemodel(soort)}>{model ? 'Ander model vastleggen' : 'Model vastleggen'}</a>
    </p>
  )
  if (!nu || !model) {
    return (
      <Onderdeel titel={modelnamen[soort]} id={soort}>
        <LegeStaat titel="Nog geen model vastgelegd" actie={knop}>
          {soort === 'positionering'
            ? 'Hier staat waar contractmanagement is belegd en sinds wanneer.'
            : 'Hier staat hoe inhoud, contract en beheer over functies zijn verdeeld. De rollen die daarbij horen, worden aangeboden bij het geven van rollen.'}
        </LegeStaat>
      </Onderdeel>
    )
  }
  const eigen = maatregelen.filter((een) => een.soort === soort && een.model === model.code)
  return (
    <Onderdeel
      titel={modelnamen[soort]}
      id={soort}
      conclusie={
        <>
          <b>{model.naam}</b>
          {soort === 'positionering' &&
            `: ${uitvoerderVan(nu, gemeenten)} ${(nu.centrumgemeente ?? nu.uitvoerder) ? 'voert' : 'voeren'} uit`}
          , sinds {datum(nu.geldigVanaf)}.{' '}
          {'bundels' in model &&
            `Bij het geven van rollen horen hier ${aantal(model.bundels.length, 'bundel', 'bundels')} bij: ${model.bundels.map(({ naam, rollen }) => `${naam.toLowerCase()} (${opsomming(rollen.map((rol) => rolnamen[rol].toLowerCase()))})`).join('; ')}.`}
        </>
      }
    >
      <Tabel
        bijschrift={`Nadelen en risico’s van ${model.naam}`}
        klikbaar={false}
        rijen={[
          ...model.nadelen.map((nadeel) => ({ ...nadeel, eigen: false })),
          ...eigen
            .filter(({ nadeelCode }) => nadeelCode === null)
            .map(({ nadeel }) => nadeel)
            .filter((tekst, i, alle) => alle.indexOf(tekst) === i)
            .map((tekst) => ({ code: null, soort: 'eigen' as const, tekst, eigen: true })),
        ]}
        sleutel={({ code, tekst }) => code ?? tekst}
        kolommen={[
          { naam: 'nadeel', kop: 'Nadeel of risico', cel: ({ tekst }) => tekst },
          {
            naam: 'soort',
            kop: 'Soort',
            cel: ({ soort: aard }) => (aard === 'eigen' ? 'zelf opgeschreven' : aard),
          },
          {
            naam: 'maatregel',
            kop: 'Maatregel',
            telefoon: 'breed',
            cel: ({ code, tekst }) => {
              const gevonden = eigen.filter((een) => (code === null ? een.nadeel === tekst : een.nadeelCode === code))
              const geldig = gevonden.some(({ vervallenOp }) => !vervallenOp)
              return (
                <>
                  {gevonden.map((maatregel) => (
                    <div key={maatregel.id}>
                      <a href={routes.modelmaatregel(maatregel.id)}>{maatregel.maatregel}</a>{' '}
                      <Oordeel {...maatregelstanden[maatregelstand(maatregel, ctx.today)]} />
                    </div>
                  ))}
                  {!geldig && <span className="ov-mist">Nog geen maatregel.</span>}
                  {!geldig && mag(ctx.actor, 'organisatie:bijhouden') && code !== null && (
                    <a href={routes.organisatie('maatregelen/nieuw', { soort, nadeel: code })}>
                      Maatregel vastleggen<span className="ams-visually-hidden">: {tekst}</span>
                    </a>
                  )}
                </>
              )
            },
          },
        ]}
      />
      {knop}
      <Waarom
        bij={model.naam}
        regel={model.bron.tekst}
        bron={`${model.bron.document}, ${model.bron.paragraaf}`}
        gegevens={`${nu.besluit}. ${nu.reden}`}
        versie={`Vastgelegd door ${nu.vastgelegdDoor}`}
      />
      {(versies.length > 1 || versies[0] !== nu) && (
        <Vouw titel="Alle versies">
          <Tijdlijn
            gebeurtenissen={versies.map((versie) => ({
              moment: `vanaf ${datum(versie.geldigVanaf)}`,
              datetime: versie.geldigVanaf.toString(),
              tekst: (
                <>
                  <b>{zoekModel(regels, soort, versie.model)?.naam ?? versie.model}</b>
                  {soort === 'positionering' && `, ${uitvoerderVan(versie, gemeenten)}`}. {versie.besluit}:{' '}
                  {versie.reden} Vastgelegd door {versie.vastgelegdDoor}.
                </>
              ),
            }))}
          />
        </Vouw>
      )}
    </Onderdeel>
  )
}

function Maatregelen({ ctx, organisatie }: Omit<Deel, 'soort'>) {
  const { maatregelen, regels, modellen } = organisatie
  const kan = modelsoorten.some((soort) => kiesModel(modellen, soort, ctx.today))
  return (
    <Onderdeel titel="Alle maatregelen" id="maatregelen">
      <Tabel
        bijschrift="Maatregelen, wat het eerst moet bovenaan"
        rijen={[...maatregelen]}
        sleutel={({ id }) => id}
        kolommen={kolommen(ctx, (soort, model) => zoekModel(regels, soort, model)?.naam ?? model)}
        leeg={
          <LegeStaat titel="Nog geen maatregelen">
            Hier staat wat er tegen de nadelen van de gekozen modellen wordt gedaan, door wie en wanneer.
          </LegeStaat>
        }
      />
      {kan && mag(ctx.actor, 'organisatie:bijhouden') && (
        <p>
          <a href={routes.organisatie('maatregelen/nieuw')}>Maatregel tegen een eigen nadeel vastleggen</a>
        </p>
      )}
    </Onderdeel>
  )
}

function kolommen(ctx: Context, modelnaam: (soort: Modelsoort, model: string) => string): Kolom<Maatregel>[] {
  return [
    {
      naam: 'maatregel',
      kop: 'Maatregel',
      cel: ({ id, maatregel }) => <a href={routes.modelmaatregel(id)}>{maatregel}</a>,
    },
    { naam: 'tegen', kop: 'Tegen', telefoon: 'breed', cel: ({ nadeel }) => nadeel },
    { naam: 'model', kop: 'Model', telefoon: 'weg', cel: ({ soort, model }) => modelnaam(soort, model) },
    { naam: 'wie', kop: 'Wie', cel: ({ eigenaar }) => eigenaar },
    { naam: 'uiterlijk', kop: 'Uiterlijk', heel: true, cel: ({ uiterlijk }) => datum(uiterlijk) },
    {
      naam: 'stand',
      kop: 'Stand',
      heel: true,
      cel: (maatregel) => <Oordeel {...maatregelstanden[maatregelstand(maatregel, ctx.today)]} />,
    },
  ]
}
