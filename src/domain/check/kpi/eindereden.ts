import type { Wet } from '../../../platform/sleutels.ts'

/**
 * What a RedenBeeindiging counts as (FRM-15): `voortijdig`; `gewoon` when care ended otherwise; `telt niet` when it ended for what
 * neither client nor aanbieder chose; `geen einde` when care goes on, later or under another toewijzing.
 */
export type Einde = 'voortijdig' | 'gewoon' | 'telt niet' | 'geen einde'

const beide: Record<string, Einde> = {
  '02': 'telt niet', // overlijden
  '20': 'geen einde', // tijdelijk
  '36': 'telt niet', // gemeente
  '37': 'geen einde', // wijzigingsverzoek
  '38': 'gewoon', // andere aanbieder
  '39': 'telt niet', // ander domein
}

/**
 * The codes of iStandaarden 3.2 (lists WMO588 and JZ588). The same number can mean something else: 31 is a removal in the Wmo and
 * care that went as planned in the Jeugdwet, where a removal is reported as 35 (mapping of RedenWijziging 07).
 */
export const eindredenen: Record<Wet, Record<string, Einde>> = {
  wmo: { ...beide, '19': 'gewoon', '21': 'voortijdig', '22': 'voortijdig', '23': 'voortijdig', '31': 'telt niet' },
  jw: { ...beide, '31': 'gewoon', '32': 'voortijdig', '33': 'voortijdig', '34': 'voortijdig', '35': 'telt niet' },
}
