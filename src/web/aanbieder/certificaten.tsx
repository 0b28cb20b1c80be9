import {
  certificaatstand,
  type Certificaatregels,
  type Certificaatstand,
} from '../../domain/plan/aanbieder/certificaatstand.ts'
import type { Certificaat } from '../../domain/plan/aanbieder/list-certificaten.ts'
import { mag } from '../../domain/rechten.ts'
import { datumZonderDag } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Knop, KnopFormulier } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { aantal, datum, relatief } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Waarom } from '../ui/waarom.tsx'
import type { Kaartgegevens } from './kaart.tsx'

type Props = Pick<Kaartgegevens, 'raam' | 'ctx' | 'aanbieder'> & {
  certificaten: Certificaat[]
  certificaatregels: Certificaatregels
}

const standen: Record<Certificaatstand, Parameters<typeof Oordeel>[0]> = {
  geldig: { oordeel: 'voldoende', tekst: 'geldig' },
  verloopt: { oordeel: 'loopt', tekst: 'verloopt binnenkort' },
  verlopen: { oordeel: 'niet behaald', tekst: 'verlopen' },
  vervangen: { oordeel: 'niet aangeleverd', tekst: 'vervangen' },
  'nog niet geldig': { oordeel: 'niet aangeleverd', tekst: 'nog niet geldig' },
}

/** The quality certificates of an aanbieder with where each stands (CTR-13). */
export function Certificaten({ raam, ctx, aanbieder, certificaten, certificaatregels }: Props) {
  const magWijzigen = mag(ctx.actor, 'aanbieder:wijzigen')
  const met = certificaten.map((een) => ({
    ...een,
    stand: certificaatstand(een, certificaten, ctx.today, certificaatregels),
  }))
  const { waarschuwing } = certificaatregels
  return (
    <Onderdeel
      titel="Kwaliteitscertificaten"
      id="certificaten"
      noot={magWijzigen && <a href={routes.certificaat(aanbieder.id)}>Certificaat toevoegen</a>}
      conclusie={met.length > 0 ? conclusie(met, ctx.today) : undefined}
    >
      <Tabel
        bijschrift={`Kwaliteitscertificaten van ${aanbieder.naam}`}
        klikbaar={false}
        rijen={met}
        sleutel={({ id }) => id}
        kolommen={[
          {
            naam: 'naam',
            kop: 'Certificaat',
            cel: ({ id, naam, nummer }) => (
              <>
                {magWijzigen ? <a href={routes.certificaat(aanbieder.id, id)}>{naam}</a> : naam}
                {nummer && <div className="ov-klein">{nummer}</div>}
              </>
            ),
          },
          { naam: 'instelling', kop: 'Afgegeven door', cel: ({ instelling }) => instelling || '–' },
          {
            naam: 'geldig',
            kop: 'Geldig',
            cel: ({ geldigVan, geldigTot }) => `${datumZonderDag(geldigVan)} tot en met ${datumZonderDag(geldigTot)}`,
          },
          { naam: 'stand', kop: 'Stand', cel: ({ stand }) => <Oordeel {...standen[stand]} /> },
          ...(magWijzigen
            ? [
                {
                  naam: 'weg',
                  kop: 'Doen',
                  cel: ({ id }: Certificaat) => (
                    <KnopFormulier
                      soort="tweede"
                      klein
                      actie={`${routes.certificaat(aanbieder.id, id)}/verwijderen`}
                      csrf={raam.csrf}
                    >
                      Weghalen
                    </KnopFormulier>
                  ),
                },
              ]
            : []),
        ]}
        leeg={
          <LegeStaat
            titel="Nog geen certificaten"
            actie={
              magWijzigen && (
                <Knop soort="tweede" href={routes.certificaat(aanbieder.id)}>
                  Certificaat toevoegen
                </Knop>
              )
            }
          >
            Hier staat welke certificaten de aanbieder heeft en tot wanneer zij gelden.
          </LegeStaat>
        }
      />
      {met.length > 0 && (
        <Waarom
          bij="de certificaten"
          regel={`Een certificaat geldt tot en met zijn laatste dag. ${waarschuwing ? `${waarschuwing.bron.tekst} ` : ''}Is het dan niet vervangen, dan komt er een bevinding. Een certificaat met dezelfde naam dat langer loopt en aansluit, vervangt het.`}
          bron={waarschuwing ? `${waarschuwing.bron.document}, ${waarschuwing.bron.paragraaf}` : undefined}
        />
      )}
    </Onderdeel>
  )
}

type MetStand = Certificaat & { stand: Certificaatstand }

function conclusie(met: MetStand[], vandaag: Temporal.PlainDate): string {
  const verlopen = met.filter(({ stand }) => stand === 'verlopen')
  const eerste = met.filter(({ stand }) => stand === 'verloopt').at(-1)
  const zinnen = [
    verlopen.length > 0 && `${aantal(verlopen.length, 'certificaat is', 'certificaten zijn')} verlopen.`,
    eerste && `${eerste.naam} verloopt na ${datum(eerste.geldigTot)}, ${relatief(eerste.geldigTot, vandaag)}.`,
  ].filter(Boolean)
  return zinnen.length > 0 ? zinnen.join(' ') : 'Er verloopt niets binnenkort.'
}
