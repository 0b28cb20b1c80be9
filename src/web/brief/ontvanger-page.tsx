import type { BriefInLijst, Ontvanger } from '../../domain/act/brief/queries.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import type { Document } from '../../platform/document/document.ts'
import { datumZonderDag } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Knop } from '../ui/knop.tsx'
import { datum } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Briefdocument } from './brief-document.tsx'
import { uitkomst } from './brief-page.tsx'

type Props = {
  raam: Raam
  ctx: Context
  brief: BriefInLijst
  ontvanger: Ontvanger
  /** As it would be sent today; null when it was made: then it stands in the file */
  stuk: Document | null
  vorige: Ontvanger | undefined
  volgende: Ontvanger | undefined
  waarden?: Record<string, string | undefined>
  fouten?: Veldfout[]
}

/** The letter to one aanbieder: as it will look, or what became of it. */
export function OntvangerPage({
  raam,
  ctx,
  brief,
  ontvanger,
  stuk,
  vorige,
  volgende,
  waarden = {},
  fouten = [],
}: Props) {
  const { id, wijze } = brief
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const posten =
    wijze === 'post' &&
    ontvanger.documentId !== null &&
    ontvanger.verzondenDatum === null &&
    mag(ctx.actor, 'brief:opstellen')
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[
        { label: 'Brieven', href: routes.brieven() },
        { label: brief.onderwerp, href: routes.brief(id) },
      ]}
      titel={ontvanger.aanbieder}
      titelInTab={`${brief.onderwerp}, ${ontvanger.aanbieder}`}
      lead={
        stuk === null ? (
          <>
            <b>{ontvanger.nummer}</b>. {uitkomst(brief, ontvanger)}
            {ontvanger.ontvangenDatum && `, ontvangen op ${datum(ontvanger.ontvangenDatum)}`}
            {ontvanger.vastgelegdDoor && `. Vastgelegd door ${ontvanger.vastgelegdDoor}`}.
          </>
        ) : (
          'Zo gaat de brief uit. De datum en het nummer komen er bij het verzenden in.'
        )
      }
      actie={
        stuk === null ? (
          ontvanger.documentId !== null && (
            <Knop href={routes.document(ontvanger.documentId)}>Brief in het dossier</Knop>
          )
        ) : (
          <Knop soort="tweede" href={routes.briefontvanger(id, ontvanger.id, 'voorbeeld.pdf')}>
            Voorbeeld als PDF
          </Knop>
        )
      }
      acties={
        stuk !== null && (
          <Knop soort="tekst" href={routes.briefontvanger(id, ontvanger.id, 'voorbeeld.docx')}>
            Als Word
          </Knop>
        )
      }
    >
      <Foutenlijst fouten={fouten} />
      {posten && (
        <Onderdeel
          titel="Verzending vastleggen"
          conclusie="Druk de brief af uit het dossier, doe hem op de post en leg dat hier vast."
        >
          <Formulier
            actie={routes.briefontvanger(id, ontvanger.id, 'gepost')}
            csrf={raam.csrf}
            knop="Brief is op de post"
            terug={{ label: 'Terug', href: routes.brief(id) }}
          >
            <Datumveld
              naam="datum"
              label="Verstuurd op"
              waarde={waarden['datum'] ?? datumZonderDag(ctx.today)}
              fout={fout('datum')}
            />
            <Tekstveld
              naam="nummer"
              label="Nummer van de aangetekende brief"
              facultatief={!brief.aangetekend}
              breedte="half"
              waarde={waarden['nummer']}
              fout={fout('nummer')}
            />
            <Datumveld
              naam="ontvangen"
              label="Ontvangen op"
              facultatief
              hulp="Alleen met een bewijs van ontvangst. Leeg: de eerste werkdag na verzending."
              waarde={waarden['ontvangen']}
              fout={fout('ontvangen')}
            />
          </Formulier>
        </Onderdeel>
      )}
      {stuk !== null && <Briefdocument stuk={stuk} />}
      <nav className="ov-bestanden" aria-label="Andere ontvangers">
        {vorige && <a href={routes.briefontvanger(id, vorige.id)}>Vorige: {vorige.aanbieder}</a>}
        {volgende && <a href={routes.briefontvanger(id, volgende.id)}>Volgende: {volgende.aanbieder}</a>}
      </nav>
    </Pagina>
  )
}
