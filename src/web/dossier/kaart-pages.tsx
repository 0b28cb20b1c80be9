import { Aanbiederkaart, type Kaartgegevens } from '../aanbieder/kaart.tsx'
import { Overeenkomstkaart, type Kaartgegevens as Overeenkomstgegevens } from '../overeenkomst/kaart.tsx'
import { Dossier } from './dossier.tsx'
import type { leesDossierlijst } from './lijst.ts'

type Lijst = Awaited<ReturnType<typeof leesDossierlijst>>

export function AanbiederDossierPage(props: Kaartgegevens & Lijst) {
  const { ctx, aanbieder, keuze, soorten, lijst } = props
  return (
    <Aanbiederkaart {...props} deel="dossier">
      <Dossier {...{ ctx, keuze, soorten, lijst }} plek="aanbieders" id={aanbieder.id} />
    </Aanbiederkaart>
  )
}

export function OvereenkomstDossierPage(props: Overeenkomstgegevens & Lijst) {
  const { ctx, overeenkomst, keuze, soorten, lijst } = props
  return (
    <Overeenkomstkaart {...props} deel="dossier">
      <Dossier {...{ ctx, keuze, soorten, lijst }} plek="overeenkomsten" id={overeenkomst.id} />
    </Overeenkomstkaart>
  )
}
