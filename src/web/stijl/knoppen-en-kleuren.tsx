import { Betekenis } from '../ui/betekenis.tsx'
import { Feiten } from '../ui/feiten.tsx'
import { Knop, KnopFormulier } from '../ui/knop.tsx'
import { vanTotaal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'

/** A row of facts. */
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

/** The three meanings and all judgements. */
export function Kleuren() {
  return (
    <>
      <Onderdeel
        titel="Drie kleuren met betekenis"
        conclusie="Niets anders op het scherm is blauw, groen of oranje. Knoppen en koppelingen zijn inktzwart."
      >
        <p className="ov-legenda">
          <Betekenis soort="gecontracteerd" /> <Betekenis soort="geleverd" /> <Betekenis soort="gewenst" />
        </p>
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

/** Every kind of button. */
export function Knoppen({ csrf }: { csrf: string }) {
  return (
    <Onderdeel titel="Knoppen" conclusie="Eén gevulde knop per blad; wat nu niet kan, zegt ernaast waarom.">
      <div className="ov-acties">
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
        <KnopFormulier actie="#knop" csrf={csrf} soort="tweede">
          Vaststellen
        </KnopFormulier>
        <Knop uit="De hersteltermijn loopt tot en met vr 18 dec.">Naar trede 4</Knop>
      </div>
    </Onderdeel>
  )
}
