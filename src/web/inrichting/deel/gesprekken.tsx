import type { Gesprekssoort, Gespreksregels, Sjabloon, Vulling } from '../../../domain/act/gesprek/gespreksregels.ts'
import { aantal, hoofdletter, opsomming } from '../../ui/notatie.ts'
import { Onderdeel } from '../../ui/onderdeel.tsx'
import { Tabel } from '../../ui/tabel.tsx'
import { Bron, Termijnen } from '../inhoud.tsx'

/** Part "gesprekken": how often, which kinds, each agenda as it will stand on the table, and what is asked beforehand. */
export function GesprekkenDeel({ regels }: { regels: Gespreksregels }) {
  const { doel, soorten, sjablonen, rapportage, termijnen, niveaus, gedrag, duiding } = regels
  return (
    <>
      <p>{doel.tekst}</p>
      <Onderdeel niveau={3} titel="Hoe vaak">
        <p>{hoeVaak(regels)}</p>
      </Onderdeel>
      <Onderdeel niveau={3} titel="Soorten gesprekken">
        <Tabel
          bijschrift="Soorten gesprekken"
          klikbaar={false}
          rijen={soorten}
          sleutel={({ code }) => code}
          kolommen={[
            { naam: 'naam', kop: 'Gesprek', cel: ({ naam }) => naam },
            { naam: 'partij', kop: 'Met', telefoon: 'breed', cel: ({ partij }) => MET[partij] },
            {
              naam: 'agenda',
              kop: 'Agenda',
              telefoon: 'breed',
              cel: ({ sjabloon }) => sjablonen.find(({ code }) => code === sjabloon)?.naam ?? '–',
            },
            { naam: 'bijzonder', kop: 'Bijzonder', telefoon: 'breed', cel: bijzonder },
            { naam: 'bron', kop: 'Bron', telefoon: 'breed', cel: ({ bron }) => <Bron bron={bron} /> },
          ]}
        />
      </Onderdeel>
      {sjablonen.map((sjabloon) => (
        <Agenda key={sjabloon.code} sjabloon={sjabloon} />
      ))}
      {rapportage.delen.length > 0 && (
        <Onderdeel niveau={3} titel="Wat de aanbieder vooraf aanlevert">
          <Tabel
            bijschrift="Delen van de rapportage"
            klikbaar={false}
            rijen={rapportage.delen}
            sleutel={({ code }) => code}
            kolommen={[
              { naam: 'naam', kop: 'Onderwerp', cel: ({ naam }) => naam },
              { naam: 'vraag', kop: 'Vraag', telefoon: 'breed', cel: ({ vraag }) => vraag },
              { naam: 'bron', kop: 'Bron', telefoon: 'breed', cel: ({ bron }) => <Bron bron={bron} /> },
            ]}
          />
        </Onderdeel>
      )}
      {termijnen.length > 0 && (
        <Onderdeel niveau={3} titel="Termijnen">
          <Termijnen rijen={termijnen} naam="termijnen" />
        </Onderdeel>
      )}
      {niveaus.length > 0 && (
        <Onderdeel niveau={3} titel="Waarover op welk niveau">
          <Tabel
            bijschrift="Onderwerpen per niveau"
            klikbaar={false}
            rijen={niveaus}
            sleutel={({ niveau }) => niveau}
            kolommen={[
              { naam: 'niveau', kop: 'Niveau', cel: ({ niveau }) => hoofdletter(niveau) },
              {
                naam: 'onderwerpen',
                kop: 'Onderwerpen',
                telefoon: 'breed',
                cel: (rij) => hoofdletter(opsomming(rij.onderwerpen)),
              },
            ]}
          />
        </Onderdeel>
      )}
      <Zinnen titel="Wat van een aanbieder wordt verwacht" zinnen={gedrag.map(({ tekst }) => tekst)} />
      <Zinnen titel="Vragen bij elk cijfer" zinnen={duiding} />
    </>
  )
}

const MET = {
  aanbieder: 'een aanbieder',
  opdrachtgever: 'de opdrachtgever',
  intern: 'elkaar',
} as const satisfies Record<Gesprekssoort['partij'], string>

const VULT = {
  'vorig verslag': 'het vorige verslag',
  acties: 'de open acties',
  rapportage: 'de rapportage van de aanbieder',
  kpis: 'de KPI-resultaten',
  bevindingen: 'de bevindingen',
  meegenomen: 'de punten die u meeneemt',
} as const satisfies Record<Vulling, string>

function hoeVaak({ minimum, soorten }: Gespreksregels): string {
  const telt = opsomming(soorten.filter(({ teltMee }) => teltMee).map(({ naam }) => naam.toLowerCase()))
  if (minimum.wijze === 'frequentie') return `${minimum.bron.tekst} Dat is het ${telt}.`
  const perKlasse = minimum.klassen.map(
    ({ klasse, aantal: keer }) => `klasse ${String(klasse)} ${aantal(keer, 'gesprek', 'gesprekken')}`,
  )
  return `Per jaar: ${opsomming(perKlasse)}, en nooit minder dan ${String(minimum.laagste)}. Meetellen: ${telt}.`
}

function bijzonder({ teltMee, rapportage, maatregel }: Gesprekssoort): string {
  const delen = [
    teltMee && 'telt mee voor het aantal per jaar',
    rapportage && 'de aanbieder rapporteert vooraf',
    maatregel !== undefined && 'alleen met mandaat',
  ].filter((deel) => typeof deel === 'string')
  return delen.length === 0 ? '–' : hoofdletter(opsomming(delen))
}

function Agenda({ sjabloon: { naam, punten } }: { sjabloon: Sjabloon }) {
  return (
    <Onderdeel niveau={3} titel={`Agenda: ${naam.toLowerCase()}`}>
      <div className="ov-proza">
        <ol>
          {punten.map((punt) => (
            <li key={punt.code}>
              <Punt punt={punt} />
              {punt.onder.length > 0 && (
                <ul>
                  {punt.onder.map((onder) => (
                    <li key={onder.code}>
                      <Punt punt={onder} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      </div>
    </Onderdeel>
  )
}

function Punt({ punt: { titel, vult, toelichting } }: { punt: Omit<Sjabloon['punten'][number], 'onder'> }) {
  return (
    <>
      {titel}
      {vult.length > 0 && <span className="ov-stil">, met {opsomming(vult.map((wat) => VULT[wat]))}</span>}
      {toelichting !== '' && <div className="ov-klein ov-stil">{toelichting}</div>}
    </>
  )
}

function Zinnen({ titel, zinnen }: { titel: string; zinnen: string[] }) {
  if (zinnen.length === 0) return null
  return (
    <Onderdeel niveau={3} titel={titel}>
      <div className="ov-proza">
        <ul>
          {zinnen.map((zin) => (
            <li key={zin}>{zin}</li>
          ))}
        </ul>
      </div>
    </Onderdeel>
  )
}
