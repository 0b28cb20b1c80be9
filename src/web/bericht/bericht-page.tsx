import type { Berichtregel } from '../../domain/do/bericht/list-berichtregels.ts'
import { aanvaardbareCodes, meldingVan, signaalteksten } from '../../domain/do/bericht/meldingen.ts'
import type { Bericht } from '../../domain/do/bericht/queries.ts'
import { routes } from '../routes.ts'
import { Afbreekbaar } from '../ui/afbreekbaar.tsx'
import { Feiten } from '../ui/feiten.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Gegevens } from '../ui/gegevens.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Kolommen, Zijdeel } from '../ui/kolommen.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, datum, getal, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { RegelTabel } from './regel-tabel.tsx'
import { bestandsnaam } from './ronde-delen.tsx'
import { berichtnaam, soortnamen, UitkomstTeken, uitkomstzin } from './woorden.tsx'

export const REGELS = 200

type Props = {
  raam: Raam
  bericht: Bericht
  regels: Berichtregel[]
  magAanvaarden: boolean
  gedaan: boolean
  invoer?: { regel: string; reden: string }
  fout?: string
}

/** One message: header, judgement with its reason, and its lines without anything personal. */
export function BerichtPage({ raam, bericht, regels, magAanvaarden, gedaan, invoer, fout }: Props) {
  const { wet, soort, identificatie, oordeel, code } = bericht
  const keuzes = magAanvaarden ? teAanvaarden(bericht, regels) : []
  return (
    <Pagina
      raam={raam}
      titel={`${soortnamen[soort]} ${identificatie}`}
      kruimels={[{ label: 'Berichten', href: routes.berichten() }]}
      fouten={fout !== undefined}
      lead={
        <>
          {berichtnaam(wet, soort)} van {datum(bericht.dagtekening)}.{' '}
          <b>
            {code && oordeel && oordeel !== 'geldig'
              ? meldingVan(code, oordeel)
              : oordeel
                ? uitkomstzin[oordeel]
                : 'Dit bericht is nog niet beoordeeld.'}
          </b>
        </>
      }
      melding={
        gedaan && (
          <Melding soort="gedaan">De aanvaarding is vastgelegd. Het bericht wordt zo opnieuw beoordeeld.</Melding>
        )
      }
    >
      <Feiten feiten={feiten(bericht)} />
      <Kolommen zijLabel="Gegevens" zij={<Zij bericht={bericht} />}>
        {bericht.signaal && (
          <Onderdeel titel="Signaal" conclusie="Het bericht telt mee, maar er is iets bijzonders aan.">
            <ul className="ov-lijst">
              {signaalteksten(bericht.signaal).map((tekst) => (
                <li key={tekst}>{tekst}</li>
              ))}
            </ul>
          </Onderdeel>
        )}
        <Onderdeel
          titel="Regels"
          noot={regels.length < REGELS ? aantal(regels.length, 'regel', 'regels') : `de eerste ${getal(REGELS)}`}
          conclusie={
            bericht.regelfouten > 0
              ? `${aantal(bericht.regelfouten, 'regel telt', 'regels tellen')} niet mee.`
              : undefined
          }
        >
          {regels.length > 0 && <RegelTabel bericht={bericht} regels={regels} />}
        </Onderdeel>
        {keuzes.length > 0 && <Aanvaarden raam={raam} bericht={bericht} keuzes={keuzes} invoer={invoer} fout={fout} />}
      </Kolommen>
    </Pagina>
  )
}

function feiten({ oordeel, ...bericht }: Bericht) {
  return [
    { label: 'Uitkomst', waarde: <UitkomstTeken uitkomst={oordeel} />, toelichting: bericht.plaats ?? undefined },
    {
      label: 'Aanbieder',
      waarde: bericht.aanbiederId ? (
        <a href={routes.aanbieder(bericht.aanbiederId)}>{bericht.aanbieder}</a>
      ) : (
        'onbekend'
      ),
      toelichting: `AGB ${bericht.agb}`,
    },
    { label: 'Gemeente', waarde: bericht.gemeentenaam ?? 'onbekend', toelichting: `code ${bericht.gemeente}` },
    {
      label: 'Dagtekening',
      waarde: datum(bericht.dagtekening),
      toelichting: `ingelezen ${moment(bericht.ingelezenOp)}`,
    },
  ]
}

function Zij({ bericht }: { bericht: Bericht }) {
  return (
    <>
      <Zijdeel titel="Gegevens">
        <Gegevens
          rijen={[
            { naam: 'Afzender', waarde: bericht.afzender },
            { naam: 'Ontvanger', waarde: bericht.ontvanger },
            { naam: 'Identificatie', waarde: bericht.identificatie },
            ...(bericht.bestand
              ? [{ naam: 'Bestand', waarde: <Afbreekbaar tekst={bestandsnaam(bericht.bestand)} /> }]
              : []),
            ...(bericht.rondeId
              ? [{ naam: 'Levering', waarde: <a href={routes.inleesronde(bericht.rondeId)}>bekijken</a> }]
              : []),
          ]}
        />
        <Waarom
          bij="de uitkomst"
          regel={bericht.oordeel ? uitkomstzin[bericht.oordeel] : 'Dit bericht wordt zo beoordeeld.'}
          gegevens="Een bericht wordt beoordeeld met alles wat is ingelezen en afgesproken. De volgorde waarin berichten binnenkomen, maakt niet uit."
          bron="docs/besluiten/005"
        />
      </Zijdeel>
      {bericht.aanvaardingen.length > 0 && (
        <Zijdeel titel="Aanvaard">
          <ul className="ov-lijst">
            {bericht.aanvaardingen.map(({ regel, aanvaardOp, aanvaardDoor, reden }) => (
              <li key={regel}>
                <b>{regel === 0 ? 'Het hele bericht' : `Regel ${regel}`}</b>
                <div>{reden}</div>
                <div className="ov-klein">
                  {aanvaardDoor}, {moment(aanvaardOp)}
                </div>
              </li>
            ))}
          </ul>
        </Zijdeel>
      )}
    </>
  )
}

type Aanvaardkeuze = { waarde: string; label: string; hulp: string }

/** What a person may accept: the whole message, or lines of a declaratie. */
function teAanvaarden({ soort, oordeel, code }: Bericht, regels: Berichtregel[]): Aanvaardkeuze[] {
  const mag = (reden: string | null): reden is string => aanvaardbareCodes.some((kandidaat) => kandidaat === reden)
  if (soort !== '323' || code === 'identificatie-hergebruikt') {
    return oordeel && oordeel !== 'geldig' && mag(code)
      ? [{ waarde: '0', label: 'Het hele bericht', hulp: meldingVan(code, oordeel) }]
      : []
  }
  return regels.flatMap((regel) =>
    regel.oordeel && regel.oordeel !== 'geldig' && mag(regel.code)
      ? [
          {
            waarde: String(regel.regel),
            label: `Regel ${regel.regel}${regel.product ? `, ${regel.product}` : ''}`,
            hulp: meldingVan(regel.code, regel.oordeel),
          },
        ]
      : [],
  )
}

type AanvaardenProps = Pick<Props, 'raam' | 'bericht'> & {
  keuzes: Aanvaardkeuze[]
  invoer: Props['invoer']
  fout: string | undefined
}

function Aanvaarden({ raam, bericht, keuzes, invoer, fout }: AanvaardenProps) {
  return (
    <Onderdeel
      titel="Aanvaarden"
      id="aanvaarden"
      conclusie="Hebt u nagegaan dat het klopt? Dan telt het mee vanaf het moment dat u het aanvaardt. Uw naam en uw reden blijven erbij staan."
    >
      <Formulier actie={routes.berichtAanvaarden(bericht.id)} csrf={raam.csrf} knop="Aanvaarden">
        <Keuze
          naam="regel"
          label="Wat aanvaardt u?"
          soort="rondjes"
          opties={keuzes}
          waarde={invoer?.regel ?? keuzes[0]!.waarde}
        />
        <Tekstveld
          naam="reden"
          label="Waarom?"
          regels={3}
          waarde={invoer?.reden}
          fout={fout}
          hulp="Schrijf geen naam of ander gegeven van een cliënt op."
        />
      </Formulier>
    </Onderdeel>
  )
}
