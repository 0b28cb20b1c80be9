import { Weigering } from '../../../platform/errors.ts'
import type { Uitkomst } from './doe.ts'
import type { Gebrek } from './zaak.ts'

/** 422: the step is not sound; `gebreken` says what is missing, so that a form can point at it. */
export class Stapweigering extends Weigering {
  readonly gebreken: readonly Gebrek[]
  constructor(gebreken: readonly Gebrek[]) {
    super(422, 'stap-mag-niet', gebreken.map(({ zin }) => zin).join(' '))
    this.gebreken = gebreken
  }
}

/** What an act made of the case; throws 422 with what stood in the way. */
export function eisUitkomst(uitkomst: Uitkomst): Extract<Uitkomst, { gezet: boolean }> {
  if ('gebreken' in uitkomst) throw new Stapweigering(uitkomst.gebreken)
  return uitkomst
}
