import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Melding } from '../ui/melding.tsx'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Ververs } from '../ui/ververs.tsx'
import { Voortgang } from '../ui/voortgang.tsx'

/** Progress, notices and emptiness. */
export function Meldingen() {
  return (
    <>
      <Onderdeel titel="Voortgang">
        <Ververs id="ronde" actief={false}>
          <Voortgang label="Berichten" gedaan={268} totaal={412} mis={7} noot="gestart 08.55 uur · nu bij iWmo305" />
          <Voortgang label="Nog niets" gedaan={0} totaal={412} />
          <Voortgang label="Alles" gedaan={412} totaal={412} noot="klaar om 08.57 uur" />
          <Voortgang label="Berichten van onbekend aantal" gedaan={1268} noot="het aantal is nog niet bekend" />
        </Ververs>
      </Onderdeel>
      <Onderdeel titel="Meldingen en leegte">
        <Melding titel="Deze cijfers zijn voorlopig.">Ze gelden tot de vaststelling voor 1 april 2027.</Melding>
        <Melding soort="fout" titel="Bericht 3 van 412 is afgekeurd: het BSN klopt niet.">
          Vraag de aanbieder het opnieuw te sturen.
        </Melding>
        <Melding soort="gedaan">Uw voorkeuren zijn bewaard.</Melding>
        <LegeStaat titel="Niets gevonden" />
        <LegeStaat
          titel="Nog geen signalen"
          actie={
            <Knop href="#leeg" soort="tweede">
              Eerste signaal vastleggen
            </Knop>
          }
        >
          Hier komen vragen en klachten van wijkteams, inwoners en toezichthouders over deze aanbieder.
        </LegeStaat>
      </Onderdeel>
    </>
  )
}

/** Sizes of type. */
export function Letter() {
  return (
    <Onderdeel titel="Letter">
      <h2>21/28 Onderdeel</h2>
      <h3>16/24 Kop in een lijst</h3>
      <p className="ov-lead">18/26 Eerste zin onder de titel</p>
      <p>16/24 Lopende tekst: € 1.234,56 · 61,2% · 49 van 80</p>
      <p className="ov-klein">13/20 Bijschrift: 111.111 en 888.888 zijn even breed</p>
    </Onderdeel>
  )
}
