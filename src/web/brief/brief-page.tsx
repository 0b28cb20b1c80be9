import type { Definitie } from '../../domain/check/kpi/definities.ts'
import type { Taak } from '../../domain/plan/bezetting/taken.ts'
import type { BriefInLijst, Ontvanger } from '../../domain/act/brief/queries.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Feiten } from '../ui/feiten.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Knop, KnopFormulier } from '../ui/knop.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, datum, getal, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Ververs } from '../ui/ververs.tsx'
import { Voortgang } from '../ui/voortgang.tsx'

type Props = {
  raam: Raam
  ctx: Context
  brief: BriefInLijst
  ontvangers: Ontvanger[]
  taak: Pick<Taak, 'naam' | 'vierOgen'> | null
  /** Changed norms that it tells (LIF-15) */
  normen: Definitie[]
  /** False when no mail server is set: mails would all fail */
  mail: boolean
  gedaan?: string | undefined
  fout?: string
  reden?: string | undefined
}

const GEDAAN: Record<string, string> = {
  opgesteld: 'Het concept is gemaakt. Er is nog niets verstuurd: bekijk hieronder elke brief.',
  weggehaald: 'Deze aanbieder krijgt de brief niet.',
  voorgelegd: 'De brief ligt voor. Wie mandaat heeft, keurt hem goed of geeft hem terug.',
  goedgekeurd: 'De brief is goedgekeurd en kan worden verstuurd.',
  teruggegeven: 'De brief is teruggegeven aan wie hem schreef.',
  verzonden: 'De brief gaat uit. Hieronder ziet u per aanbieder wat ervan is geworden.',
  opnieuw: 'Wat mislukte, wordt opnieuw geprobeerd.',
  gepost: 'De verzending is vastgelegd.',
  vervallen: 'De brief is vervallen. Er is niets verstuurd.',
}

/** One letter: where it stands, what may come next and by whom, and each addressee. */
export function BriefPage({ raam, ctx, brief, ontvangers, taak, normen, mail, gedaan = '', fout, reden }: Props) {
  const { id, onderwerp, naam, stand, wijze, telling } = brief
  const bezig =
    stand === 'verzonden' &&
    telling.ontvangers > (wijze === 'mail' ? telling.verzonden + telling.mislukt : telling.gemaakt)
  const zonder = wijze === 'mail' ? ontvangers.filter(({ email }) => email === '').length : 0
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Brieven', href: routes.brieven() }]}
      titel={onderwerp}
      lead={<Lead brief={brief} taak={taak} bezig={bezig} />}
      fouten={fout !== undefined}
      melding={
        fout === undefined ? (
          GEDAAN[gedaan] && <Melding soort="gedaan">{GEDAAN[gedaan]}</Melding>
        ) : (
          <Melding soort="fout">{fout}</Melding>
        )
      }
      ververs={bezig ? 5 : undefined}
      actie={<Actie {...{ raam, ctx, brief, mail }} />}
      acties={
        mag(ctx.actor, 'brief:opstellen') &&
        stand !== 'verzonden' &&
        stand !== 'vervallen' && (
          <KnopFormulier soort="tekst" actie={routes.brief(id, 'vervallen')} csrf={raam.csrf}>
            Laten vervallen
          </KnopFormulier>
        )
      }
    >
      <Feiten
        feiten={[
          { label: 'Soort', waarde: naam, toelichting: brief.soort },
          {
            label: 'Verzending',
            waarde: wijze === 'mail' ? 'per e-mail' : brief.aangetekend ? 'aangetekend per post' : 'per post',
          },
          { label: 'Aan', waarde: getal(telling.ontvangers), groot: true, toelichting: brief.selectie },
          ...(normen.length === 0
            ? []
            : [
                {
                  label: 'Deelt mee',
                  waarde: normen.map(({ id, code, naam, versie }) => (
                    <div key={id}>
                      <a href={routes.normVerteld(`kpi-${code}`, versie)}>norm {naam.toLowerCase()}</a>
                    </div>
                  )),
                },
              ]),
          {
            label: 'Opgesteld door',
            waarde: brief.opgesteldDoor,
            toelichting: datum(brief.opgesteldOp.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()),
          },
        ]}
      />
      {stand !== 'verzonden' && stand !== 'vervallen' && zonder > 0 && (
        <Melding>
          {zonder === 1 ? 'Eén aanbieder heeft' : `${getal(zonder)} aanbieders hebben`} geen contactpersoon met een
          e-mailadres. Daar mislukt de brief, tot u er een toevoegt of de aanbieder weghaalt.
        </Melding>
      )}
      {stand === 'voorgelegd' && mag(ctx.actor, 'brief:goedkeuren') && <Besluiten {...{ raam, brief, taak, reden }} />}
      <Ververs id="brief-voortgang" actief={bezig} elke={2000} klaar="Alle brieven zijn verwerkt">
        {stand === 'verzonden' && <Stand brief={brief} raam={raam} ctx={ctx} />}
        <Onderdeel titel="Ontvangers">
          <Tabel
            bijschrift={`Wie de brief ${onderwerp} krijgt`}
            rijen={ontvangers}
            sleutel={(rij) => rij.id}
            kolommen={kolommen(brief, raam, mag(ctx.actor, 'brief:opstellen'))}
          />
        </Onderdeel>
      </Ververs>
    </Pagina>
  )
}

function Lead({ brief, taak, bezig }: { brief: BriefInLijst; taak: Props['taak']; bezig: boolean }) {
  const { stand, reden, telling, wijze } = brief
  switch (stand) {
    case 'concept':
      return (
        <>
          <b>Concept.</b> Er is nog niets verstuurd.
          {taak && ` Voor “${taak.naam}” is mandaat nodig${taak.vierOgen ? ', van een ander dan wie schreef' : ''}.`}
          {reden !== '' && ` Teruggegeven door ${brief.beslotenDoor ?? ''}: ${reden}`}
        </>
      )
    case 'voorgelegd':
      return (
        <>
          <b>Wacht op goedkeuring</b>
          {brief.voorgelegdOp && ` sinds ${moment(brief.voorgelegdOp)}`}. Wie mandaat heeft voor “
          {taak?.naam.toLowerCase()}” besluit
          {taak?.vierOgen ? ', niet wie de brief schreef' : ''}.
        </>
      )
    case 'goedgekeurd':
      return (
        <>
          <b>Goedgekeurd</b> door {brief.beslotenDoor} als {brief.beslotenAls}. De brief kan uit.
        </>
      )
    case 'vervallen':
      return (
        <>
          <b>Vervallen.</b> Er is niets verstuurd.
        </>
      )
    case 'verzonden': {
      const over = telling.ontvangers - telling.verzonden - telling.mislukt
      return (
        <>
          <b>
            {getal(telling.verzonden)} van {getal(telling.ontvangers)} verzonden
          </b>
          {telling.mislukt > 0 && `, ${getal(telling.mislukt)} mislukt`}
          {over > 0 &&
            (wijze === 'post' && !bezig ? `, ${getal(over)} nog op de post te doen` : `, ${getal(over)} onderweg`)}
          .
        </>
      )
    }
  }
}

function Actie({ raam, ctx, brief, mail }: Pick<Props, 'raam' | 'ctx' | 'brief' | 'mail'>) {
  const { id, stand, taak, versie, wijze } = brief
  if (!mag(ctx.actor, 'brief:opstellen')) return null
  const velden = { gezien: String(versie) }
  if (stand === 'concept' && taak !== null) {
    return (
      <KnopFormulier actie={routes.brief(id, 'voorleggen')} csrf={raam.csrf} velden={velden}>
        Voorleggen
      </KnopFormulier>
    )
  }
  if (stand !== 'goedgekeurd' && stand !== 'concept') return null
  if (wijze === 'mail' && !mail) return <Knop uit="Er is geen mailserver ingesteld.">Versturen</Knop>
  return (
    <KnopFormulier actie={routes.brief(id, 'versturen')} csrf={raam.csrf} velden={velden}>
      {wijze === 'mail' ? 'Versturen' : 'Brieven maken'}
    </KnopFormulier>
  )
}

function Besluiten({ raam, brief, taak, reden }: Pick<Props, 'raam' | 'brief' | 'taak' | 'reden'>) {
  return (
    <Onderdeel
      titel="Goedkeuren"
      conclusie={`Bekijk de brieven hieronder. U besluit als "${taak?.naam.toLowerCase() ?? ''}".`}
    >
      <Formulier
        actie={routes.brief(brief.id, 'besluiten')}
        csrf={raam.csrf}
        knop="Goedkeuren"
        verborgen={{ gezien: String(brief.versie) }}
        knoppen={
          <Knop soort="tweede" naam="besluit" waarde="terug">
            Teruggeven
          </Knop>
        }
      >
        <Tekstveld
          naam="reden"
          label="Wat moet er anders?"
          facultatief
          hulp="Alleen nodig bij teruggeven."
          regels={3}
          waarde={reden}
        />
      </Formulier>
    </Onderdeel>
  )
}

function Stand({ brief, raam, ctx }: Pick<Props, 'brief' | 'raam' | 'ctx'>) {
  const { telling, wijze, id } = brief
  const gedaan = wijze === 'mail' ? telling.verzonden + telling.mislukt : telling.gemaakt
  return (
    <Onderdeel titel={wijze === 'mail' ? 'Verzending' : 'Brieven maken'}>
      <Voortgang
        label="Brieven"
        gedaan={gedaan}
        totaal={telling.ontvangers}
        mis={wijze === 'mail' ? telling.mislukt : 0}
        misLabel="mislukt"
        gedaanLabel={wijze === 'mail' ? 'door de mailserver aangenomen' : 'gemaakt en in het dossier'}
      />
      {telling.mislukt > 0 && mag(ctx.actor, 'brief:opstellen') && (
        <KnopFormulier soort="tweede" actie={routes.brief(id, 'opnieuw')} csrf={raam.csrf}>
          {`${aantal(telling.mislukt, 'brief', 'brieven')} opnieuw proberen`}
        </KnopFormulier>
      )}
    </Onderdeel>
  )
}

function kolommen(brief: BriefInLijst, raam: Raam, magWijzigen: boolean): Kolom<Ontvanger>[] {
  const { id, stand, wijze } = brief
  return [
    {
      naam: 'aanbieder',
      kop: 'Aanbieder',
      cel: (rij) => <a href={routes.briefontvanger(id, rij.id)}>{rij.aanbieder}</a>,
    },
    { naam: 'tav', kop: 'Ter attentie van', cel: ({ tav }) => tav || '–' },
    ...(wijze === 'mail'
      ? [
          {
            naam: 'email',
            kop: 'E-mailadres',
            cel: ({ email }: Ontvanger) => email || <span className="ov-mis">geen</span>,
          },
        ]
      : []),
    ...(stand === 'verzonden'
      ? [
          { naam: 'nummer', kop: 'Nummer', heel: true, cel: ({ nummer }: Ontvanger) => nummer ?? '–' },
          { naam: 'stand', kop: 'Wat ervan werd', cel: (rij: Ontvanger) => uitkomst(brief, rij) },
        ]
      : []),
    ...(stand === 'concept' && magWijzigen
      ? [
          {
            naam: 'weg',
            kop: <span className="ams-visually-hidden">Weghalen</span>,
            label: '',
            cel: (rij: Ontvanger) => (
              <KnopFormulier soort="tekst" klein actie={routes.briefontvanger(id, rij.id, 'weghalen')} csrf={raam.csrf}>
                Weghalen<span className="ams-visually-hidden">: {rij.aanbieder}</span>
              </KnopFormulier>
            ),
          },
        ]
      : []),
  ]
}

/** What became of the letter to one addressee, without guessing. */
export function uitkomst({ wijze, aangetekend }: Pick<BriefInLijst, 'wijze' | 'aangetekend'>, rij: Ontvanger) {
  if (rij.verzondenDatum !== null) {
    const hoe =
      wijze === 'mail'
        ? 'Door de mailserver aangenomen op'
        : aangetekend
          ? `Aangetekend verstuurd (${rij.aangetekendNummer}) op`
          : 'Verstuurd op'
    return `${hoe} ${datum(rij.verzondenDatum)}`
  }
  if (rij.misluktOp !== null) return <span className="ov-mis">Mislukt: {rij.laatsteFout}</span>
  if (wijze === 'post') return rij.documentId === null ? 'Wordt gemaakt' : 'Klaar: druk af en leg de verzending vast'
  return rij.laatsteFout === null
    ? 'Onderweg'
    : `Wacht: de mailserver nam hem nog niet aan (${aantal(rij.pogingen, 'poging', 'pogingen')}, ${rij.laatsteFout})`
}
