import { functies as soorten } from '../../domain/plan/overeenkomst/functies.ts'
import type { Overeenkomstfunctie } from '../../domain/plan/overeenkomst/queries.ts'
import { mag } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { KnopFormulier } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Melding } from '../ui/melding.tsx'
import { datum, opsomming } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { Overeenkomstkaart, type Kaartgegevens } from './kaart.tsx'

type Props = Kaartgegevens & {
  functies: Overeenkomstfunctie[]
  ontbrekend: { naam: string; bron: { document: string; paragraaf: string; tekst: string } }[]
  personen: { id: string; naam: string }[]
  fout?: string | undefined
  gedaan?: string | undefined
  waarden?: Record<string, string>
}

export const functienaam: Record<string, string> = {
  contracteigenaar: 'Contracteigenaar',
  contractmanager: 'Contractmanager',
  achtervanger: 'Achtervanger',
  rvm: 'Realisatie- en verificatiemanager (RVM’er)',
}

/** Who looks after this overeenkomst (ROL-23), and giving somebody a function. */
export function OvereenkomstFunctiesPage(props: Props) {
  const { raam, ctx, overeenkomst, functies, ontbrekend, personen, fout, gedaan, waarden = {} } = props
  const magToewijzen = mag(ctx.actor, 'overeenkomst:toewijzen')
  const pad = routes.overeenkomst(overeenkomst.id, 'functies')
  const melding = fout ? (
    <Melding soort="fout">{fout}</Melding>
  ) : gedaan === 'toegewezen' ? (
    <Melding soort="gedaan">De functie is toegewezen.</Melding>
  ) : gedaan === 'ingetrokken' ? (
    <Melding soort="gedaan">De functie is ingetrokken.</Melding>
  ) : undefined
  return (
    <Overeenkomstkaart {...props} deel="functies" melding={melding}>
      <Onderdeel
        titel="Functies"
        conclusie={
          ontbrekend.length === 0
            ? 'Alle functies zijn toegewezen.'
            : `Er ${ontbrekend.length === 1 ? 'ontbreekt' : 'ontbreken'} nog: ${opsomming(ontbrekend.map(({ naam }) => naam))}.`
        }
      >
        <Tabel
          bijschrift={`Functies bij ${overeenkomst.nummer}`}
          klikbaar={false}
          rijen={functies}
          sleutel={({ functie, gebruikerId }) => `${functie} ${gebruikerId}`}
          kolommen={[
            { naam: 'functie', kop: 'Functie', cel: ({ functie }) => functienaam[functie] ?? functie },
            { naam: 'naam', kop: 'Wie', cel: ({ naam }) => naam },
            {
              naam: 'vanaf',
              kop: 'Vanaf',
              cel: ({ vanaf, eigen }) =>
                eigen && vanaf ? datum(vanaf) : <span className="ov-stil">van de aanbieder</span>,
            },
            ...(magToewijzen
              ? [
                  {
                    naam: 'doen',
                    kop: 'Doen',
                    cel: ({ functie, gebruikerId, eigen }: Overeenkomstfunctie) =>
                      eigen && (
                        <KnopFormulier
                          soort="tweede"
                          klein
                          actie={`${pad}/intrekken`}
                          csrf={raam.csrf}
                          velden={{ functie, gebruikerId }}
                        >
                          Intrekken
                        </KnopFormulier>
                      ),
                  },
                ]
              : []),
          ]}
          leeg={<LegeStaat titel="Nog niemand">Hier staat wie deze overeenkomst beheert.</LegeStaat>}
        />
        <Waarom
          bij="de functies"
          regel="Een overeenkomst heeft een contracteigenaar, een contractmanager, een achtervanger en ten minste één RVM’er nodig. Contractmanager en achtervanger zijn verschillende personen. Heeft de overeenkomst geen eigen contractmanager of achtervanger, dan gelden die van de aanbieder."
          bron={
            ontbrekend[0] ? `${ontbrekend[0].bron.document}, ${ontbrekend[0].bron.paragraaf}` : 'Regelset, deel rollen'
          }
        />
      </Onderdeel>
      {magToewijzen && (
        <Onderdeel titel="Functie toewijzen">
          <Formulier actie={pad} csrf={raam.csrf} knop="Toewijzen">
            <Keuze
              naam="functie"
              label="Functie"
              soort="rondjes"
              waarde={waarden['functie']}
              opties={soorten.map((waarde) => ({ waarde, label: functienaam[waarde]! }))}
            />
            <Keuze
              naam="gebruikerId"
              label="Wie"
              leeg="Kies een persoon"
              waarde={waarden['gebruikerId']}
              opties={personen.map(({ id, naam }) => ({ waarde: id, label: naam }))}
            />
          </Formulier>
        </Onderdeel>
      )}
    </Overeenkomstkaart>
  )
}
