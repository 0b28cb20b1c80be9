import type { Kernpartner } from '../../domain/plan/aanbieder/find-kernpartner.ts'
import type { Aanbieder } from '../../domain/plan/aanbieder/queries.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { KnopFormulier } from '../ui/knop.tsx'
import { datum } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Tijdlijn } from '../ui/tijdlijn.tsx'

type Props = {
  raam: Raam
  aanbieder: Aanbieder
  kernpartnerschap: Kernpartner[]
  personen: { id: string; naam: string }[]
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

/** Making an aanbieder a kernpartner with its one aanspreekpunt, changing that, or ending it (CTR-11, ROL-10). */
export function KernpartnerPage({ raam, aanbieder, kernpartnerschap, personen, waarden = {}, fouten = [] }: Props) {
  const nu = kernpartnerschap.find(({ tot }) => tot === null)
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const terug = { label: 'Terug', href: `${routes.aanbieder(aanbieder.id, 'gegevens')}#kernpartner` }
  return (
    <Pagina
      raam={raam}
      kruimels={[
        { label: 'Aanbieders', href: routes.aanbieders() },
        { label: aanbieder.naam, href: routes.aanbieder(aanbieder.id, 'gegevens') },
      ]}
      titel={nu ? 'Kernpartner wijzigen' : 'Kernpartner aanwijzen'}
      lead="Een kernpartner is van strategisch belang: meer dan één domein, of grote overeenkomsten. Eén persoon is het aanspreekpunt voor alles."
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.kernpartner(aanbieder.id)}
        csrf={raam.csrf}
        knop={nu ? 'Wijzigen' : 'Aanwijzen'}
        terug={terug}
      >
        <Keuze
          naam="aanspreekpuntId"
          label="Aanspreekpunt"
          hulp="Voor alle domeinen en overeenkomsten samen. De contractmanager per overeenkomst blijft."
          leeg="Kies een persoon"
          waarde={waarden['aanspreekpuntId'] ?? nu?.aanspreekpuntId ?? ''}
          fout={fout('aanspreekpuntId')}
          opties={personen.map(({ id, naam }) => ({ waarde: id, label: naam }))}
        />
        <Tekstveld
          naam="motivering"
          label="Waarom kernpartner"
          regels={3}
          waarde={waarden['motivering'] ?? nu?.motivering}
          fout={fout('motivering')}
        />
      </Formulier>
      {nu && (
        <Onderdeel
          titel="Geen kernpartner meer"
          conclusie="Het aanspreekpunt vervalt vandaag; wat er was, blijft te lezen."
        >
          <div className="ov-acties">
            <KnopFormulier soort="tweede" actie={`${routes.kernpartner(aanbieder.id)}/beeindigen`} csrf={raam.csrf}>
              Kernpartnerschap beëindigen
            </KnopFormulier>
          </div>
        </Onderdeel>
      )}
      {kernpartnerschap.length > 0 && (
        <Onderdeel titel="Aanspreekpunten">
          <Tijdlijn
            gebeurtenissen={kernpartnerschap.map(({ aanspreekpunt, vanaf, tot, motivering }) => ({
              moment: tot ? `${datum(vanaf)} tot en met ${datum(tot)}` : `sinds ${datum(vanaf)}`,
              datetime: vanaf.toString(),
              tekst: (
                <>
                  <b>{aanspreekpunt}</b>: {motivering}
                </>
              ),
            }))}
          />
        </Onderdeel>
      )}
    </Pagina>
  )
}
