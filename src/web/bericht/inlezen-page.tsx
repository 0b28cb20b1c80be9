import { mag, type Recht } from '../../domain/rechten.ts'
import type { Actor } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Bestandveld } from '../ui/bestandveld.tsx'
import { Knop } from '../ui/knop.tsx'
import { Kolommen, Zijdeel } from '../ui/kolommen.tsx'
import { Foutenlijst } from '../ui/foutenlijst.tsx'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Verborgen } from '../ui/verborgen.tsx'

const BESTANDEN = 'bestanden'

// With a file of one kind somebody can first see what every row would do.
const SOORTEN: { recht: Recht; wat: string; vooraf?: string }[] = [
  {
    recht: 'bericht:inlezen',
    wat: 'iWmo- en iJw-berichten (301, 305, 307, 323, 325 en de antwoorden), los of in een zip',
  },
  { recht: 'aanbieder:inlezen', wat: 'aanbieders (CSV)', vooraf: routes.aanbiedersInlezen() },
  { recht: 'overeenkomst:inlezen', wat: 'overeenkomsten (CSV)', vooraf: routes.overeenkomstenInlezen() },
  { recht: 'evaluatie:inlezen', wat: 'evaluaties van het lokaal team (CSV)', vooraf: routes.evaluatiesInlezen() },
  { recht: 'cto:inlezen', wat: 'cliënttevredenheid (CSV)', vooraf: routes.ctoInlezen() },
]

/** Whether this person may read in anything at all. */
export function magIetsInlezen(actor: Actor): boolean {
  return SOORTEN.some(({ recht }) => mag(actor, recht))
}

/** Files in: several at once, read while they stream. With script a bar shows what the server has really read. */
export function InlezenPage({ raam, actor, fout }: { raam: Raam; actor: Actor; fout?: string }) {
  const soorten = SOORTEN.filter(({ recht }) => mag(actor, recht))
  return (
    <Pagina
      raam={raam}
      titel="Bestanden inlezen"
      fouten={fout !== undefined}
      lead="Kies een of meer bestanden. De volgorde maakt niet uit, en wat al is ingelezen telt één keer."
      kruimels={mag(actor, 'bericht:lezen') ? [{ label: 'Berichten', href: routes.berichten() }] : []}
    >
      <Kolommen
        zijLabel="Uitleg"
        zij={
          <>
            <Zijdeel titel="Wat u mag inlezen">
              <ul className="ov-lijst">
                {soorten.map(({ recht, wat, vooraf }) => (
                  <li key={recht}>
                    {wat}
                    {vooraf !== undefined && (
                      <>
                        {' '}
                        <a href={vooraf}>
                          eerst bekijken<span className="ams-visually-hidden"> wat {wat} doet</span>
                        </a>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </Zijdeel>
            <Zijdeel titel="Wat er bewaard blijft">
              <p className="ov-klein">
                Geen bestand en geen naam, burgerservicenummer, geboortedatum of adres. De bestanden worden gelezen
                terwijl ze binnenkomen; van een cliënt blijft alleen een label over.
              </p>
            </Zijdeel>
          </>
        }
      >
        <Onderdeel>
          <Foutenlijst fouten={fout === undefined ? [] : [{ veld: BESTANDEN, melding: fout }]} />
          <form
            method="post"
            action={routes.berichtenInlezen()}
            encType="multipart/form-data"
            className="ov-formulier"
            data-inlezen={routes.inleesrondes()}
            noValidate
          >
            <Verborgen csrf={raam.csrf} />
            <Bestandveld
              naam={BESTANDEN}
              label="Bestanden"
              accept=".xml,.zip,.csv"
              meerdere
              fout={fout}
              uitleg="XML, zip of CSV · ook grote leveringen · het bestand wordt niet bewaard"
            />
            <div className="ov-verstuur">
              <Knop>Inlezen</Knop>
            </div>
          </form>
          <p className="ov-klein" data-inlezen-melding role="status" />
          <div data-inlezen-stand />
        </Onderdeel>
      </Kolommen>
    </Pagina>
  )
}
