import { eigenDelen, vasteWoorden, type Sjabloon } from '../../domain/act/brief/sjabloon.ts'
import type { VerdeeldeTaak } from '../../domain/plan/bezetting/lees-taken.ts'
import type { Regelsetversie } from '../../domain/plan/inrichting/regelset-inhoud.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { datum } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'

type Props = {
  raam: Raam
  sjabloon: Sjabloon
  versie: number
  taken: VerdeeldeTaak[]
  versies: Regelsetversie[]
  magWijzigen: boolean
  waarden?: Record<string, string | undefined>
  fouten?: Veldfout[]
}

/** One template: its text, how it goes out, who approves; its words beside it. */
export function SjabloonPage({
  raam,
  sjabloon,
  versie,
  taken,
  versies,
  magWijzigen,
  waarden = {},
  fouten = [],
}: Props) {
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const verzending = sjabloon.wijze === 'mail' ? 'mail' : sjabloon.aangetekend ? 'aangetekend' : 'post'
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[{ label: 'Huisstijl en sjablonen', href: routes.huisstijlen() }]}
      titel={sjabloon.naam}
      lead={
        magWijzigen
          ? 'Wijzig de tekst rond de velden. Wat deze brief altijd moet zeggen, kan er niet uit; Overlap zegt dan wat er ontbreekt.'
          : 'De tekst van deze brief. Tussen accolades staat wat per brief wordt ingevuld; de functioneel beheerder wijzigt de sjabloon.'
      }
    >
      <Foutenlijst fouten={fouten} />
      {magWijzigen ? (
        <Formulier
          actie={routes.briefsjabloon(sjabloon.code)}
          csrf={raam.csrf}
          knop="Sjabloon wijzigen"
          verborgen={{ gezien: String(versie) }}
          terug={{ label: 'Terug', href: routes.huisstijlen() }}
        >
          <Tekstveld naam="naam" label="Naam" waarde={waarden['naam'] ?? sjabloon.naam} fout={fout('naam')} />
          <Tekstveld
            naam="tekst"
            label="Tekst"
            hulp="Een lege regel begint een alinea, ## een kop, - een punt van een lijst. Een zin met een leeg veld valt weg."
            regels={16}
            waarde={waarden['tekst'] ?? sjabloon.alineas.join('\n\n')}
            fout={fout('tekst')}
          />
          <Keuze
            naam="verzending"
            label="Verzending"
            soort="rondjes"
            opties={[
              { waarde: 'mail', label: 'Per e-mail' },
              { waarde: 'post', label: 'Per post' },
              { waarde: 'aangetekend', label: 'Aangetekend per post' },
            ]}
            waarde={waarden['verzending'] ?? verzending}
            fout={fout('verzending')}
          />
          <Keuze
            naam="taak"
            label="Goedkeuring"
            opties={[
              { waarde: '', label: 'niet nodig' },
              ...taken.map(({ code, naam, vierOgen }) => ({
                waarde: code,
                label: `${naam}${vierOgen ? ' (vier ogen)' : ''}`,
              })),
            ]}
            waarde={waarden['taak'] ?? sjabloon.taak ?? ''}
            fout={fout('taak')}
          />
          <Tekstveld
            naam="reden"
            label="Waarom wijzigt u de sjabloon?"
            waarde={waarden['reden']}
            fout={fout('reden')}
          />
        </Formulier>
      ) : (
        <article className="ov-brief" aria-label={sjabloon.naam}>
          {sjabloon.alineas.map((alinea, i) => (
            <p key={i} className="ov-tekst">
              {alinea}
            </p>
          ))}
        </article>
      )}
      <Onderdeel titel="Velden">
        <Tabel
          bijschrift="Velden die in de tekst kunnen staan"
          klikbaar={false}
          sleutel={({ code }) => code}
          rijen={[
            ...sjabloon.velden.map(({ code, naam, soort, verplicht }) => ({
              code,
              naam,
              wie:
                soort === 'termijn'
                  ? 'berekend vanaf de ontvangst'
                  : verplicht
                    ? 'verplicht, vult de schrijver in'
                    : 'vult de schrijver in',
            })),
            ...Object.entries({ ...vasteWoorden, ...eigenDelen }).map(([code, naam]) => ({
              code,
              naam,
              wie: 'vult Overlap in',
            })),
          ]}
          kolommen={[
            { naam: 'code', kop: 'In de tekst', cel: ({ code }) => <code>{`{${code}}`}</code> },
            { naam: 'naam', kop: 'Wat', cel: ({ naam }) => naam },
            { naam: 'wie', kop: 'Wie', cel: ({ wie }) => wie },
          ]}
        />
      </Onderdeel>
      <Onderdeel titel="Versies van de sjablonen">
        <Tabel
          bijschrift="Versies"
          klikbaar={false}
          rijen={versies}
          sleutel={({ id }) => id}
          kolommen={[
            { naam: 'versie', kop: 'Versie', cel: (rij) => rij.versie },
            { naam: 'vanaf', kop: 'Geldt vanaf', heel: true, cel: ({ geldigVanaf }) => datum(geldigVanaf) },
            { naam: 'reden', kop: 'Reden', cel: ({ reden, bron }) => reden ?? bron },
            { naam: 'door', kop: 'Door', cel: ({ vastgelegdDoor }) => vastgelegdDoor },
          ]}
        />
      </Onderdeel>
    </Pagina>
  )
}
