import { Betekenis } from '../ui/betekenis.tsx'
import { Feiten } from '../ui/feiten.tsx'
import { Knop, KnopFormulier } from '../ui/knop.tsx'
import { vanTotaal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'

/** Rows of facts: with a figure, in words, of every number there may be. */
export function Eenheden() {
  return (
    <Feiten
      feiten={[
        {
          label: 'Geleverd',
          betekenis: 'geleverd',
          waarde: '59,4%',
          toelichting: `${vanTotaal(22, 37)} op tijd`,
          groot: true,
        },
        { label: 'Norm', betekenis: 'gecontracteerd', waarde: '80%', toelichting: 'goed vanaf 90%', groot: true },
        { label: 'Oordeel', waarde: <Oordeel oordeel="onvoldoende" />, toelichting: 'vastgesteld wo 1 apr 2026' },
        { label: 'Overeenkomst', waarde: <a href="#ov">ZW-HO-003</a>, toelichting: 'tot en met do 31 dec 2026' },
        { label: 'Vorige jaren', waarde: '85,1% in 2024', toelichting: '78,1% in 2026, voorlopig' },
      ]}
    />
  )
}

/** Three, four and six facts. */
export function MeerFeiten() {
  const feit = (n: number) => ({ label: `Feit ${n}`, waarde: `Waarde ${n}` })
  return (
    <Onderdeel titel="Feiten" conclusie="Drie tot zes; een cijfer is groter dan een woord.">
      <Feiten feiten={[1, 2, 3].map(feit)} />
      <Feiten
        feiten={[
          { label: 'Langste naam', waarde: 'Coöperatie Dijk & Doen Ondersteuning aan Huis U.A.' },
          { label: 'Zonder waarde', waarde: '–', toelichting: 'niet aangeleverd over 2025' },
          { label: 'Gewenst', betekenis: 'gewenst', waarde: '14', groot: true },
          feit(4),
        ]}
      />
      <Feiten feiten={[1, 2, 3, 4, 5, 6].map(feit)} />
    </Onderdeel>
  )
}

/** The three meanings and all judgements. */
export function Kleuren() {
  return (
    <>
      <Onderdeel
        titel="Drie kleuren met betekenis"
        conclusie="Niets anders op het scherm is blauw, groen of oranje. Knoppen en koppelingen zijn inktzwart."
      >
        <div className="ov-stalen">
          {KLEUREN.map(({ soort, wat, lijn }) => (
            <div key={soort}>
              <svg aria-hidden="true">
                <rect width="100%" height="100%" className={`ov-${soort}`} fill="currentColor" />
              </svg>
              <Betekenis soort={soort} />
              <p>
                {wat}
                <br />
                {lijn}
              </p>
            </div>
          ))}
        </div>
      </Onderdeel>
      <Onderdeel
        titel="Oordelen"
        conclusie="Altijd een woord en een vorm. Eén tint: wijnrood voor wat niet in orde is."
      >
        <p className="ov-legenda">
          <Oordeel oordeel="onvoldoende" /> <Oordeel oordeel="niet behaald" /> <Oordeel oordeel="voldoende" />{' '}
          <Oordeel oordeel="goed" /> <Oordeel oordeel="behaald" /> <Oordeel oordeel="niet meetbaar" />{' '}
          <Oordeel oordeel="niet aangeleverd" /> <Oordeel oordeel="loopt" />{' '}
          <Oordeel oordeel="onvoldoende" tekst="te laat" />
        </p>
      </Onderdeel>
    </>
  )
}

const KLEUREN = [
  { soort: 'gecontracteerd', wat: 'afspraken, normen, plafonds, plichten', lijn: 'doorgetrokken lijn · vierkant' },
  { soort: 'geleverd', wat: 'toewijzingen, starts, declaraties, rapportages', lijn: 'stippen · rondje' },
  { soort: 'gewenst', wat: 'doelen, beleid, vraag, signalen', lijn: 'streepjes · driehoek' },
] as const

/** Every kind of button, and what a pointer and the keyboard do to it. */
export function Knoppen({ csrf }: { csrf: string }) {
  const soorten = (
    <>
      <Knop href="#knop">Gesprek plannen</Knop>
      <Knop href="#knop" soort="tweede">
        Voorbereiden
      </Knop>
      <Knop href="#knop" soort="tweede" klein>
        Klein
      </Knop>
      <Knop href="#knop" soort="tekst">
        Als tekst
      </Knop>
      <a href="#knop">Een koppeling</a>
    </>
  )
  return (
    <Onderdeel titel="Knoppen" conclusie="Eén gevulde knop per blad; wat nu niet kan, zegt ernaast waarom.">
      <dl className="ov-toestanden">
        <dt>Gewoon</dt>
        <dd className="ov-acties">{soorten}</dd>
        <dt>Aangewezen</dt>
        <dd className="ov-acties" data-toestand="aangewezen">
          {soorten}
        </dd>
        <dt>Met het toetsenbord</dt>
        <dd className="ov-acties" data-toestand="in-beeld">
          {soorten}
        </dd>
        <dt>Kan nu niet</dt>
        <dd className="ov-acties">
          <Knop uit="De hersteltermijn loopt tot en met vr 18 dec.">Naar trede 4</Knop>
          <Knop klein uit="Eerst de aanbieder kiezen.">
            Toewijzen
          </Knop>
        </dd>
        <dt>Doet iets</dt>
        <dd className="ov-acties">
          <KnopFormulier actie="#knop" csrf={csrf} soort="tweede">
            Vaststellen
          </KnopFormulier>
          <KnopFormulier actie="#knop" csrf={csrf} soort="tekst">
            Afmelden
          </KnopFormulier>
        </dd>
      </dl>
    </Onderdeel>
  )
}
