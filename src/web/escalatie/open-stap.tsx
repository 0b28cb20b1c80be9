import { deelVan } from '../../domain/act/escalatie/ladder.ts'
import { maatregelzin } from '../../domain/act/escalatie/maak-brief.ts'
import { mag } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { hoofdletter, moment } from '../ui/notatie.ts'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vouw } from '../ui/vouw.tsx'
import type { Escalatieprops } from './escalatiekader.ts'
import { wieBesluit } from './ladder.tsx'
import { Paar } from '../ui/paar.tsx'
import { een } from './velden.tsx'
import { grondzin } from './woorden.ts'

/** The step that waits: what it is, and the decision or the letter it waits for. */
export function Open(props: Escalatieprops) {
  const { raam, ctx, geopend, dossier, wieMag, mogelijk, waarden = {}, fouten = [] } = props
  const { rij, ladder, zaak } = geopend
  const voorstel = dossier.voorstellen.find(({ stand }) => stand === 'voorgesteld' || stand === 'besloten')
  if (!zaak.open || !voorstel || ctx.actor.agb !== null) return null
  const overgang = deelVan(ladder, 'overgangen', voorstel.overgang)
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const { zet } = voorstel
  const bekend = mogelijk.find((een) => een.overgang.code === overgang.code)
  const eigen = zaak.open.zet.door === ctx.actor.id
  const magBesluiten = voorstel.stand === 'voorgesteld' && mag(ctx.actor, 'escalatie:besluiten') && !eigen
  return (
    <section className="ov-open" aria-labelledby="open-kop">
      <h2 id="open-kop">
        {voorstel.stand === 'voorgesteld' ? `Voorgesteld: ${overgang.naam}` : `Klaar om te versturen: ${overgang.naam}`}
      </h2>
      <p>
        Door {voorstel.voorgesteldDoor}, {moment(voorstel.voorgesteldOp)}.{' '}
        {voorstel.stand === 'besloten' && voorstel.beslotenDoor && `Besluit: ${voorstel.beslotenDoor}. `}
        {voorstel.stand === 'voorgesteld' &&
          bekend &&
          `${hoofdletter(wieBesluit(bekend, wieMag))}, niet door wie het voorstelde.`}
      </p>
      <dl className="ov-paren">
        {zet.grond && <Paar naam="Grond">{grondzin(zet.grond)}</Paar>}
        {zet.doel && <Paar naam="Naar">{deelVan(ladder, 'toestanden', zet.doel).naam}</Paar>}
        {zet.motivering && <Paar naam="Motivering">{zet.motivering}</Paar>}
        {zet.maatregelen.map((maatregel) => (
          <Paar key={maatregel.soort} naam="Maatregel">
            {hoofdletter(maatregelzin(ladder, maatregel, props.namen))}
          </Paar>
        ))}
      </dl>
      {props.brief && (
        <Vouw titel={`Brief: ${props.brief.naam}`}>
          {props.brief.alineas.map((alinea, i) => (
            <p key={i} className="ov-proza">
              {alinea}
            </p>
          ))}
        </Vouw>
      )}
      {magBesluiten && (
        <Formulier
          actie={routes.escalatieBesluiten(rij.id)}
          csrf={raam.csrf}
          knop="Besluit vastleggen"
          verborgen={{ gezien: String(rij.versie) }}
        >
          <Keuze
            naam="besluit"
            label="Uw besluit"
            soort="rondjes"
            opties={[
              {
                waarde: 'akkoord',
                label: 'Akkoord',
                hulp:
                  overgang.brief === null
                    ? 'De stap gaat meteen in.'
                    : 'Daarna wordt de brief verstuurd; dan gaat de stap in.',
              },
              {
                waarde: 'afwijzen',
                label: 'Afwijzen',
                hulp: 'De zaak blijft waar zij was. Het voorstel blijft met uw reden te lezen.',
              },
            ]}
            waarde={een(waarden['besluit'])}
            fout={fout('besluit')}
          />
          <Tekstveld
            naam="reden"
            label="Reden"
            facultatief
            hulp="Verplicht als u afwijst."
            regels={3}
            waarde={een(waarden['reden'])}
            fout={fout('reden')}
          />
        </Formulier>
      )}
      {mag(ctx.actor, 'escalatie:stap-zetten') && (
        <Vouw titel="Deze stap intrekken" open={fout('redenIntrekken') !== undefined}>
          <Formulier
            actie={routes.escalatieIntrekken(rij.id)}
            csrf={raam.csrf}
            knop="Stap intrekken"
            soort="tweede"
            verborgen={{ gezien: String(rij.versie) }}
          >
            <Tekstveld
              naam="redenIntrekken"
              label="Waarom trekt u haar in"
              regels={2}
              waarde={een(waarden['redenIntrekken'])}
              fout={fout('redenIntrekken')}
            />
          </Formulier>
        </Vouw>
      )}
    </section>
  )
}
