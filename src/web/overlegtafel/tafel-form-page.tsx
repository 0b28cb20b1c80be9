import type { Tafelproduct } from '../../domain/act/overlegtafel/list-tafelproducten.ts'
import type { Subregio } from '../../domain/plan/inrichting/queries.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'

export type Waarden = Record<string, string | string[]>

type Props = {
  raam: Raam
  producten: Tafelproduct[]
  subregios: Subregio[]
  waarden: Waarden
  fouten?: Veldfout[]
  /** An existing table; with `vast` its subject and scope stand */
  tafel?: { id: string; titel: string; versie: number; vast: boolean; uitgenodigd: boolean } | undefined
}

/** Plans a table, or changes one: subject, scope, day and place. */
export function TafelFormPage({ raam, producten, subregios, waarden, fouten = [], tafel }: Props) {
  const een = (veld: string) => [waarden[veld] ?? ''].flat()[0]
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const terug = tafel ? routes.overlegtafel(tafel.id) : routes.overlegtafels()
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      titel={tafel ? 'Tafel wijzigen' : 'Overlegtafel plannen'}
      kruimels={[
        { label: 'Overlegtafels', href: routes.overlegtafels() },
        ...(tafel ? [{ label: tafel.titel, href: terug }] : []),
      ]}
      lead={
        tafel?.uitgenodigd
          ? 'Genodigden krijgen een bericht over de wijziging. Op een andere dag vraagt Overlap hun opnieuw of zij komen.'
          : tafel?.vast
            ? 'De tafel is samengesteld, dus het onderwerp staat vast. Stel haar na een andere dag opnieuw samen.'
            : undefined
      }
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={tafel ? routes.overlegtafel(tafel.id, 'wijzigen') : routes.overlegtafelPlannen()}
        csrf={raam.csrf}
        knop={tafel ? 'Wijziging bewaren' : 'Tafel plannen'}
        terug={{ label: 'Annuleren', href: terug }}
        {...(tafel && { verborgen: { versie: String(tafel.versie) } })}
      >
        {!tafel?.vast && (
          <>
            <Tekstveld
              naam="titel"
              label="Onderwerp"
              hulp="Zo heet de tafel in de uitnodiging, bijvoorbeeld “Begeleiding: wachtlijsten”"
              waarde={een('titel')}
              fout={fout('titel')}
            />
            <Keuze
              naam="categorieen"
              label="Producten"
              soort="vinkjes"
              facultatief
              hulp="Een of meer. Zij bepalen voor wie de tafel relevant is; zonder product zijn dat alle aanbieders."
              waarde={[waarden['categorieen'] ?? []].flat()}
              fout={fout('categorieen')}
              opties={producten.map(({ code, naam }) => ({ waarde: code, label: naam }))}
            />
            <Tekstveld
              naam="thema"
              label="Thema"
              facultatief
              hulp="Bijvoorbeeld een ontwikkeling, vernieuwing of proef binnen het product"
              waarde={een('thema')}
              fout={fout('thema')}
            />
            <Keuze
              naam="subregioId"
              label="Gebied"
              leeg="Hele regio"
              waarde={een('subregioId')}
              fout={fout('subregioId')}
              opties={subregios.map(({ id, naam }) => ({ waarde: id, label: naam }))}
            />
          </>
        )}
        <Datumveld naam="datum" label="Datum" waarde={een('datum')} fout={fout('datum')} />
        <Tekstveld
          naam="begintijd"
          label="Begintijd"
          facultatief
          breedte="kort"
          hulp="Bijvoorbeeld 13.30"
          waarde={een('begintijd')}
          fout={fout('begintijd')}
        />
        <Keuze
          naam="wijze"
          label="Hoe"
          soort="rondjes"
          hulp="In beginsel fysiek"
          waarde={een('wijze')}
          fout={fout('wijze')}
          opties={[
            { waarde: 'fysiek', label: 'Fysiek' },
            { waarde: 'online', label: 'Online' },
          ]}
        />
        <Tekstveld
          naam="plaats"
          label="Plaats"
          facultatief
          hulp="Adres en zaal, of hoe genodigden online meedoen"
          waarde={een('plaats')}
          fout={fout('plaats')}
        />
      </Formulier>
    </Pagina>
  )
}
