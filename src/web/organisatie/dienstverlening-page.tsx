import type { Dienstverlening } from '../../domain/plan/organisatie/dienstverlening.ts'
import { partnerdekking, positioneringOp } from '../../domain/plan/organisatie/gebreken.ts'
import type { Organisatie } from '../../domain/plan/organisatie/lees-organisatie.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { aantal, datum, relatief } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'
import type { Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { OrganisatieKader } from './kader.tsx'
import { dekkingstanden, gemeentenamen } from './woorden.ts'

type Props = { raam: Raam; ctx: Context; organisatie: Organisatie; gedaan?: string | undefined }

/** What the centrumgemeente does for each partner, until when, and with whom nothing runs (ORG-06). */
export function DienstverleningPage({ raam, ctx, organisatie, gedaan }: Props) {
  const { regels, gemeenten, modellen, dienstverlening } = organisatie
  const partners = partnerdekking(regels, organisatie, gemeenten, ctx.today)
  const zonder = partners.filter(({ dekking }) => !dekking.stand.startsWith('loopt'))
  const centrum = positioneringOp(regels, modellen, ctx.today)?.versie.centrumgemeente
  return (
    <OrganisatieKader
      raam={raam}
      deel="dienstverlening"
      gedaan={gedaan}
      actie={
        mag(ctx.actor, 'organisatie:bijhouden') && (
          <Knop href={routes.organisatie('dienstverlening/nieuw')}>Overeenkomst vastleggen</Knop>
        )
      }
      acties={<Uitvoer xlsx={routes.dienstverleningUitvoer('xlsx')} csv={routes.dienstverleningUitvoer('csv')} />}
      lead={
        !centrum ? (
          <>
            <b>Hier is geen centrumgemeente.</b> Dienstverleningsovereenkomsten zijn alleen nodig als één gemeente voor
            de andere uitvoert.
          </>
        ) : zonder.length === 0 ? (
          <>
            <b>Met elke partner loopt een overeenkomst.</b> Gemeente {gemeentenamen([centrum], gemeenten)} voert uit
            voor {aantal(partners.length, 'partner', 'partners')}.
          </>
        ) : (
          <>
            <b>
              Met {aantal(zonder.length, 'partner', 'partners')} loopt geen overeenkomst:{' '}
              {gemeentenamen(
                zonder.map(({ gemeente }) => gemeente.code),
                gemeenten,
              )}
              .
            </b>{' '}
            Gemeente {gemeentenamen([centrum], gemeenten)} voert uit voor{' '}
            {aantal(partners.length, 'partner', 'partners')}.
          </>
        )
      }
    >
      {partners.length > 0 && (
        <Onderdeel titel="Per partner">
          <Tabel
            bijschrift="Partners van de centrumgemeente, en tot wanneer er een overeenkomst loopt"
            rijen={partners}
            sleutel={({ gemeente }) => gemeente.code}
            kolommen={[
              {
                naam: 'partner',
                kop: 'Partner',
                cel: ({ gemeente, dekking }) =>
                  'laatste' in dekking ? (
                    <a href={routes.dienstverlening(dekking.laatste.id)}>{gemeente.naam}</a>
                  ) : (
                    gemeente.naam
                  ),
              },
              {
                naam: 'stand',
                kop: 'Stand',
                heel: true,
                cel: ({ dekking }) => <Oordeel {...dekkingstanden[dekking.stand]} />,
              },
              {
                naam: 'tot',
                kop: 'Tot en met',
                cel: ({ dekking }) =>
                  'laatste' in dekking ? (
                    dekking.tot ? (
                      <>
                        {datum(dekking.tot)} <span className="ov-klein">{relatief(dekking.tot, ctx.today)}</span>
                      </>
                    ) : (
                      'zonder einde'
                    )
                  ) : (
                    <span className="ov-stil">–</span>
                  ),
              },
              {
                naam: 'wat',
                kop: 'Waarvoor',
                telefoon: 'breed',
                cel: ({ dekking }) =>
                  'laatste' in dekking ? dekking.laatste.reikwijdte : <span className="ov-stil">–</span>,
              },
            ]}
          />
        </Onderdeel>
      )}
      <Onderdeel titel="Alle overeenkomsten">
        <Tabel
          bijschrift="Alle dienstverleningsovereenkomsten"
          rijen={[...dienstverlening]}
          sleutel={({ id }) => id}
          kolommen={[
            {
              naam: 'partij',
              kop: 'Partijen',
              cel: ({ id, dienstverlenerNaam, gemeenteNaam }: Dienstverlening) => (
                <a href={routes.dienstverlening(id)}>
                  {dienstverlenerNaam} voor {gemeenteNaam}
                </a>
              ),
            },
            { naam: 'van', kop: 'Van', heel: true, cel: ({ begindatum }) => datum(begindatum) },
            {
              naam: 'tot',
              kop: 'Tot en met',
              heel: true,
              cel: ({ einddatum, beeindigdOp }) => (
                <>
                  {einddatum ? datum(einddatum) : 'zonder einde'}
                  {beeindigdOp && <span className="ov-klein"> beëindigd</span>}
                </>
              ),
            },
            { naam: 'vindplaats', kop: 'Document', telefoon: 'breed', cel: ({ vindplaats }) => vindplaats },
          ]}
          leeg={
            <LegeStaat titel="Nog geen overeenkomsten">
              Hier staat welke gemeente voor welke andere uitvoert, waarvoor, van wanneer tot wanneer en waar het
              document is.
            </LegeStaat>
          }
        />
      </Onderdeel>
    </OrganisatieKader>
  )
}
