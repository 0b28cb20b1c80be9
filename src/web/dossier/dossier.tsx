import { vormen } from '../../domain/plan/dossier/bestandsvorm.ts'
import { richtingen, type Documentsoort } from '../../domain/plan/dossier/documentsoorten.ts'
import type { DocumentInLijst } from '../../domain/plan/dossier/queries.ts'
import type { Lijst } from '../../domain/begrippen/lijst.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { bladstand, hoeveel } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { datum } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import type { Dossierkeuze, Plek } from './lijst.ts'

type Props = {
  ctx: Context
  plek: Plek
  id: string
  keuze: Dossierkeuze
  soorten: readonly Documentsoort[]
  lijst: Lijst<DocumentInLijst>
}

/** The file of an aanbieder or overeenkomst: what came in, what went out, what was made (DOC-01). */
export function Dossier({ ctx, plek, id, keuze, soorten, lijst }: Props) {
  const namen = new Map(soorten.map(({ code, naam }) => [code, naam]))
  const query = { soort: keuze.soort, richting: keuze.richting }
  return (
    <Onderdeel
      titel="Dossier"
      conclusie={lijst.totaal === 0 ? undefined : `${hoeveel(lijst.totaal, 'document', 'documenten')} in deze keuze.`}
      noot={mag(ctx.actor, 'document:toevoegen') && <a href={routes.documentToevoegen(plek, id)}>Document toevoegen</a>}
    >
      <FilterZin
        actie={routes.dossier(plek, id)}
        delen={[
          'Toon',
          {
            naam: 'richting',
            label: 'Richting',
            waarde: keuze.richting,
            opties: [
              { waarde: '', label: 'alle documenten' },
              ...Object.entries(richtingen).map(([waarde, label]) => ({
                waarde,
                label: `${label === 'intern' ? 'interne' : label} documenten`,
              })),
            ],
          },
          'van de soort',
          {
            naam: 'soort',
            label: 'Soort',
            waarde: keuze.soort,
            opties: [
              { waarde: '', label: 'elke soort' },
              ...soorten.map(({ code, naam }) => ({ waarde: code, label: naam })),
            ],
          },
        ]}
      />
      <Tabel
        bijschrift="Documenten in het dossier, de nieuwste eerst"
        rijen={lijst.rijen}
        sleutel={(rij) => rij.id}
        kolommen={kolommen(namen).filter(({ naam }) => plek === 'aanbieders' || naam !== 'overeenkomst')}
        leeg={
          <LegeStaat titel="Nog geen documenten">
            Hier staan brieven en verslagen die Overlap maakt, en wat u zelf toevoegt: rapportages, verklaringen,
            correspondentie.
          </LegeStaat>
        }
      />
      <Bladeren
        {...bladstand(keuze.pagina, lijst)}
        wat="documenten"
        href={(pagina) => routes.dossier(plek, id, { ...query, pagina })}
      />
    </Onderdeel>
  )
}

function kolommen(namen: ReadonlyMap<string, string>): Kolom<DocumentInLijst>[] {
  return [
    { naam: 'titel', kop: 'Document', cel: ({ id, titel }) => <a href={routes.document(id)}>{titel}</a> },
    { naam: 'soort', kop: 'Soort', cel: ({ soort }) => namen.get(soort) ?? soort, telefoon: 'weg' },
    { naam: 'datum', kop: 'Datum', heel: true, cel: (rij) => datum(rij.datum) },
    { naam: 'richting', kop: 'Richting', cel: ({ richting }) => richtingen[richting] },
    { naam: 'overeenkomst', kop: 'Overeenkomst', cel: ({ overeenkomst }) => overeenkomst ?? '–', telefoon: 'weg' },
    { naam: 'versie', kop: 'Versie', rechts: true, cel: ({ versie }) => versie, telefoon: 'weg' },
    { naam: 'bestand', kop: 'Openen', heel: true, cel: (rij) => <Bestanden {...rij} /> },
  ]
}

/** Links to the forms of the newest version. */
export function Bestanden({
  id,
  versie,
  vormen: deze,
  titel,
}: Pick<DocumentInLijst, 'id' | 'versie' | 'vormen' | 'titel'>) {
  return (
    <span className="ov-bestanden">
      {deze.map((vorm) => (
        <a key={vorm} href={routes.documentbestand(id, versie, vorm)} aria-label={`${titel} als ${vormen[vorm].naam}`}>
          {vormen[vorm].naam}
        </a>
      ))}
    </span>
  )
}
