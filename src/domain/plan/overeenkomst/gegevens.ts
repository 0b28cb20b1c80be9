import { z } from 'zod'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'
import { bekostigingsvormcodes } from './bekostigingsvorm.ts'
import { domeincodes } from './domein.ts'
import { relatietypeCodes, type Relatietype } from './relatietype.ts'

const leegIsNiets = <T extends string>(waarde: T | '') => (waarde === '' ? null : waarde)

/** What no file gives about an overeenkomst: ORG-10, ORG-11, ORG-13, CTR-01, CTR-05, CTR-06. */
export const Overeenkomstgegevens = z.object({
  relatietype: z.enum(relatietypeCodes, 'Kies inkoop of subsidie'),
  motiveringJuridisch: vrijeTekst(4000),
  motiveringBeleid: vrijeTekst(4000),
  /** null: as the products say. */
  domeinKeuze: z.enum([...domeincodes, ''], 'Kies een domein uit de lijst').transform(leegIsNiets),
  vindplaats: vrijeTekst(500),
  budgetkader: vrijeTekst(1000),
  beleidskader: vrijeTekst(1000),
  /** By the id of the product line. */
  bekostigingsvormen: z.record(
    z.uuid(),
    z.enum([...bekostigingsvormcodes, ''], 'Kies een bekostigingsvorm uit de lijst').transform(leegIsNiets),
  ),
})

export type Overeenkomstgegevens = z.infer<typeof Overeenkomstgegevens>

export type Motivering = { relatietype: Relatietype; motiveringJuridisch: string; motiveringBeleid: string }

/**
 * ORG-13: the choice for inkoop or subsidie has a juridical and a policy argument. Both, as soon as the type of relation changes or one
 * of them was ever written; an overeenkomst that came from a file may still be without. Gives the fields that are missing.
 */
export function ontbrekendeMotivering(
  oud: Motivering,
  nieuw: Motivering,
): ('motiveringJuridisch' | 'motiveringBeleid')[] {
  const gevraagd =
    oud.relatietype !== nieuw.relatietype ||
    [oud, nieuw].some(
      ({ motiveringJuridisch, motiveringBeleid }) => motiveringJuridisch !== '' || motiveringBeleid !== '',
    )
  return gevraagd ? (['motiveringJuridisch', 'motiveringBeleid'] as const).filter((veld) => nieuw[veld] === '') : []
}
