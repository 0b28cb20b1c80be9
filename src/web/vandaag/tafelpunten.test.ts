import { describe, expect, test } from 'vitest'
import type { TafelInLijst } from '../../domain/act/overlegtafel/queries.ts'
import type { Rol } from '../../domain/rechten.ts'
import { tafelPunten } from './tafelpunten.ts'

const vandaag = Temporal.PlainDate.from('2026-11-22')
const op = Temporal.Instant.from('2026-11-01T10:00:00Z')
const wie = (rol: Rol, agb: string | null = null) => ({
  soort: 'gebruiker' as const,
  id: 'x',
  naam: 'x',
  rollen: [{ rol, agb }],
  agb,
})
const tafel = (anders: Partial<TafelInLijst>): TafelInLijst => ({
  id: 'een',
  titel: 'Begeleiding',
  thema: '',
  categorieen: ['02'],
  subregioId: null,
  subregio: null,
  datum: vandaag,
  genodigd: 0,
  aanwezig: 0,
  eigen: null,
  samengesteldOp: null,
  uitgenodigdOp: null,
  gehoudenOp: null,
  teruggekoppeldOp: null,
  geslotenOp: null,
  vervallenOp: null,
  ...anders,
})
const samengesteld = { samengesteldOp: op }
const uitgenodigd = { ...samengesteld, uitgenodigdOp: op }
const gehouden = { ...uitgenodigd, gehoudenOp: op }
const morgen = vandaag.add({ days: 1 })

describe('wat een overlegtafel vraagt', () => {
  test.each<[string, Partial<TafelInLijst>, string | null, string | null]>([
    ['gepland', {}, 'Samenstellen', null],
    ['samengesteld', samengesteld, 'Uitnodigen', null],
    ['uitgenodigd, vandaag', uitgenodigd, 'Vastleggen', 'Vastleggen'],
    ['uitgenodigd, morgen', { ...uitgenodigd, datum: morgen }, null, null],
    ['gehouden', gehouden, 'Versturen', 'Versturen'],
    ['teruggekoppeld', { ...gehouden, teruggekoppeldOp: op }, null, null],
    ['vervallen', { ...uitgenodigd, vervallenOp: op }, null, null],
  ])('STM-08, ROL-18: %s', (_fase, momenten, manager, beheerder) => {
    const actie = (rol: Rol) => tafelPunten(wie(rol), [tafel(momenten)], vandaag)[0]?.actie ?? null
    expect([actie('contractmanager'), actie('contractbeheerder')]).toEqual([manager, beheerder])
  })

  test.each<[string, Partial<TafelInLijst>, boolean]>([
    ['nog te beantwoorden', { ...uitgenodigd, eigen: { antwoord: null, aanwezigheid: null } }, true],
    ['beantwoord', { ...uitgenodigd, eigen: { antwoord: 'komt', aanwezigheid: null } }, false],
    ['niet uitgenodigd', uitgenodigd, false],
    [
      'voorbij',
      { ...uitgenodigd, datum: vandaag.subtract({ days: 1 }), eigen: { antwoord: null, aanwezigheid: null } },
      false,
    ],
    ['vervallen', { ...uitgenodigd, vervallenOp: op, eigen: { antwoord: null, aanwezigheid: null } }, false],
  ])('ROL-09: van een aanbieder het antwoord: %s', (_geval, momenten, gevraagd) => {
    const punten = tafelPunten(wie('aanbieder', '98990101'), [tafel(momenten)], vandaag)
    expect(punten.map(({ href }) => href)).toEqual(gevraagd ? ['/overlegtafels/een/antwoord'] : [])
  })
})
