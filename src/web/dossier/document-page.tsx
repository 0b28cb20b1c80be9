import { vormen } from '../../domain/plan/dossier/bestandsvorm.ts'
import { richtingen, type Documentsoort } from '../../domain/plan/dossier/documentsoorten.ts'
import type { DocumentInLijst, Documentversie } from '../../domain/plan/dossier/queries.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Feiten } from '../ui/feiten.tsx'
import { Knop } from '../ui/knop.tsx'
import { Melding } from '../ui/melding.tsx'
import { datum, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'

type Props = {
  raam: Raam
  ctx: Context
  document: DocumentInLijst
  soort: Documentsoort | undefined
  versies: Documentversie[]
  gedaan?: string | undefined
}

const GEDAAN: Record<string, string> = {
  toegevoegd: 'Het document staat in het dossier.',
  versie: 'De nieuwe versie staat in het dossier. De vorige blijft te openen.',
}

/** One document: what it is, of whom, and all its versions. */
export function DocumentPage({ raam, ctx, document, soort, versies, gedaan = '' }: Props) {
  const { id, titel, richting, auteur, versie, aanbiederId, overeenkomstId, overeenkomst, onderwerp, voorAanbieder } =
    document
  const eigen = onderwerp !== null
  const vorm = document.vormen[0]
  return (
    <Pagina
      raam={raam}
      kruimels={kruimels(document)}
      titel={titel}
      lead={
        <>
          <b>{soort?.naam ?? document.soort}</b>, {richtingen[richting]}, van {datum(document.datum)}.
          {eigen && ' Overlap maakte dit document; het ligt vast.'}
        </>
      }
      melding={GEDAAN[gedaan] && <Melding soort="gedaan">{GEDAAN[gedaan]}</Melding>}
      actie={vorm && <Knop href={routes.documentbestand(id, versie, vorm)}>{`${vormen[vorm].naam} openen`}</Knop>}
      acties={
        !eigen &&
        mag(ctx.actor, 'document:toevoegen') && (
          <Knop soort="tweede" href={routes.document(id, 'versies')}>
            Nieuwe versie toevoegen
          </Knop>
        )
      }
    >
      <Feiten
        feiten={[
          { label: 'Van', waarde: auteur },
          { label: 'Kenmerk', waarde: document.kenmerk || 'geen' },
          {
            label: 'Hoort bij',
            waarde:
              overeenkomstId === null ? (
                aanbiederId === null ? (
                  'de regio'
                ) : (
                  <a href={routes.aanbieder(aanbiederId, 'dossier')}>{document.aanbieder}</a>
                )
              ) : (
                <a href={routes.overeenkomst(overeenkomstId, 'dossier')}>{overeenkomst}</a>
              ),
          },
          { label: 'Aanbieder leest mee', waarde: voorAanbieder ? 'ja' : 'nee' },
        ]}
      />
      <Onderdeel titel="Versies" conclusie="Niets wordt overschreven of verwijderd: elke versie blijft te openen.">
        <Tabel
          bijschrift={`Versies van ${titel}`}
          rijen={versies}
          klikbaar={false}
          sleutel={({ nr }) => String(nr)}
          kolommen={[
            { naam: 'nr', kop: 'Versie', cel: ({ nr }) => nr },
            { naam: 'datum', kop: 'Datum', heel: true, cel: (rij) => datum(rij.datum) },
            { naam: 'auteur', kop: 'Van', cel: (rij) => rij.auteur },
            { naam: 'toelichting', kop: 'Toelichting', cel: ({ toelichting }) => toelichting || '–' },
            {
              naam: 'toegevoegd',
              kop: 'Toegevoegd',
              cel: ({ toegevoegdOp, toegevoegdDoor }) => `${moment(toegevoegdOp)}, ${toegevoegdDoor}`,
            },
            {
              naam: 'bestand',
              kop: 'Openen',
              cel: ({ nr, bestanden }) => (
                <span className="ov-bestanden">
                  {bestanden.map((bestand) => (
                    <a key={bestand.vorm} href={routes.documentbestand(id, nr, bestand.vorm)}>
                      {vormen[bestand.vorm].naam} <span className="ov-stil">{kilo(bestand.omvang)}</span>
                    </a>
                  ))}
                </span>
              ),
            },
          ]}
        />
      </Onderdeel>
      <Onderdeel titel="Vingerafdrukken" niveau={3}>
        <dl className="ov-klein ov-vingers">
          {versies.flatMap(({ nr, bestanden }) =>
            bestanden.map(({ vorm, sha256 }) => (
              <div key={`${String(nr)}${vorm}`}>
                <dt>
                  Versie {nr}, {vormen[vorm].naam}
                </dt>
                <dd>
                  <code>{sha256}</code>
                </dd>
              </div>
            )),
          )}
        </dl>
      </Onderdeel>
    </Pagina>
  )
}

function kruimels({ aanbiederId, overeenkomstId, overeenkomst }: DocumentInLijst) {
  if (overeenkomstId !== null) {
    return [
      { label: 'Overeenkomsten', href: routes.overeenkomsten() },
      { label: overeenkomst ?? '', href: routes.overeenkomst(overeenkomstId) },
      { label: 'Dossier', href: routes.overeenkomst(overeenkomstId, 'dossier') },
    ]
  }
  const begin = [{ label: 'Aanbieders', href: routes.aanbieders() }]
  return aanbiederId === null ? begin : [...begin, { label: 'Dossier', href: routes.aanbieder(aanbiederId, 'dossier') }]
}

function kilo(bytes: number): string {
  return bytes < 1_000_000
    ? `${String(Math.max(1, Math.floor(bytes / 1000)))} kB`
    : `${String(Math.floor(bytes / 100_000) / 10).replace('.', ',')} MB`
}
