import type { Verslag } from '../../domain/act/gesprek/verslag.ts'
import { datum, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tabel } from '../ui/tabel.tsx'

/** The minutes as they were kept: reads the stored version, nothing else. */
export function VerslagDocument({ verslag }: { verslag: Verslag }) {
  const dag = (iso: string) => datum(Temporal.PlainDate.from(iso))
  const besproken = verslag.punten.filter(({ tekst }) => tekst !== '')
  return (
    <article className="ov-verslag">
      <Onderdeel titel={`Verslag ${verslag.naam.charAt(0).toLowerCase()}${verslag.naam.slice(1)}`}>
        <p className="ov-tekst">
          {[
            `${dag(verslag.datum)}, ${verslag.van.replace(':', '.')} – ${verslag.tot.replace(':', '.')} uur`,
            verslag.plaats,
            verslag.met,
            verslag.overeenkomsten.join(', '),
          ]
            .filter(Boolean)
            .join('\n')}
        </p>
        <p className="ov-klein">
          Aanwezig: {verslag.aanwezig.join('; ') || 'niemand vastgelegd'}.
          {verslag.afwezig.length > 0 && ` Afwezig: ${verslag.afwezig.join('; ')}.`}
        </p>
      </Onderdeel>
      <Onderdeel titel="Besluiten" niveau={3}>
        {verslag.besluiten.length === 0 ? (
          <p>Er is niets besloten.</p>
        ) : (
          <ul className="ov-lijst">
            {verslag.besluiten.map(({ tekst, maatregel, als }, i) => (
              <li key={i}>
                {tekst}
                {maatregel !== null && (
                  <span className="ov-klein">
                    {' '}
                    {maatregel}, besloten als {als?.toLowerCase()}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Onderdeel>
      <Onderdeel titel="Acties" niveau={3}>
        <Tabel
          bijschrift="Acties uit het gesprek"
          rijen={verslag.acties}
          sleutel={({ tekst, einddatum }) => `${tekst} ${einddatum}`}
          klikbaar={false}
          leeg={<p>Er zijn geen acties afgesproken.</p>}
          kolommen={[
            { naam: 'wat', kop: 'Wat', cel: ({ tekst }) => tekst },
            { naam: 'wie', kop: 'Wie', cel: ({ wie, kant }) => `${wie} (${kant.toLowerCase()})` },
            { naam: 'wanneer', kop: 'Klaar op', heel: true, cel: ({ einddatum }) => dag(einddatum) },
          ]}
        />
      </Onderdeel>
      <Onderdeel titel="Besproken" niveau={3}>
        {besproken.length === 0 && <p>Er is niets opgeschreven.</p>}
        {besproken.map(({ nummer, titel, tekst }) => (
          <section key={nummer} className="ov-verslag-deel">
            <h4>
              {nummer} {titel}
            </h4>
            <p className="ov-tekst">{tekst}</p>
          </section>
        ))}
      </Onderdeel>
      {verslag.reacties.length > 0 && (
        <Onderdeel titel="Reacties" niveau={3}>
          <ul className="ov-lijst">
            {verslag.reacties.map(({ soort, tekst, door, op, verwerking }, i) => (
              <li key={i}>
                <b>{soort === 'akkoord' ? 'Akkoord' : 'Opmerking'}</b> van {door}, {moment(Temporal.Instant.from(op))}
                {tekst !== '' && <p className="ov-tekst">{tekst}</p>}
                {verwerking !== null && <p className="ov-klein">Wat ermee is gedaan: {verwerking}</p>}
              </li>
            ))}
          </ul>
        </Onderdeel>
      )}
    </article>
  )
}
