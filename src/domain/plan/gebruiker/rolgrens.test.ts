import { describe, expect, test } from 'vitest'
import { gegevenRollen, keurRol, type Rolkeuze } from './rolgrens.ts'

const dag = (tekst: string) => Temporal.PlainDate.from(tekst)
const rol = (naam: Rolkeuze['rol'], meer: Partial<Rolkeuze> = {}): Rolkeuze => ({
  rol: naam,
  agb: null,
  gemeenten: null,
  wet: null,
  categorieen: null,
  begindatum: dag('2026-01-01'),
  einddatum: null,
  ...meer,
})
const A = { agb: '98990101' }
const B = { agb: '98990108' }

describe('een rol geven', () => {
  test.each([
    ['een rol voor de hele regio', rol('contractmanager'), [], undefined],
    ['een rol voor één gemeente', rol('contractmanager', { gemeenten: ['0439'] }), [], undefined],
    [
      'een tweede rol met een andere grens',
      rol('beleid', { gemeenten: ['0479'] }),
      [rol('contractmanager')],
      undefined,
    ],
    [
      'dezelfde rol, andere gemeente',
      rol('rvm', { gemeenten: ['0479'] }),
      [rol('rvm', { gemeenten: ['0439'] })],
      undefined,
    ],
    ['ROL-09: twee rollen bij één aanbieder', rol('aanbieder rvm', A), [rol('aanbieder directie', A)], undefined],
    ['een rol van een aanbieder zonder aanbieder', rol('aanbieder'), [], /van welke aanbieder/],
    ['een rol van de regio met een aanbieder', rol('raad', A), [], /niet die van een aanbieder/],
    ['een aanbieder met een gemeente', rol('aanbieder', { ...A, gemeenten: ['0439'] }), [], /geen andere grens/],
    ['ROL-21: aanbieder en regio', rol('aanbieder', A), [rol('raad')], /nooit bij allebei/],
    ['ROL-21: regio en aanbieder', rol('raad'), [rol('aanbieder', A)], /nooit bij allebei/],
    ['ROL-21: twee aanbieders', rol('aanbieder', A), [rol('aanbieder', B)], undefined],
    ['twee keer dezelfde bij één aanbieder', rol('aanbieder', A), [rol('aanbieder', B), rol('aanbieder', A)], /al/],
    ['een beheerder voor één wet', rol('functioneel beheerder', { wet: 'jw' }), [], /hele regio/],
    ['een eind voor het begin', rol('raad', { einddatum: dag('2025-12-31') }), [], /voor de begindatum/],
    ['twee keer dezelfde', rol('raad'), [rol('raad', { begindatum: dag('2025-01-01') })], /al/],
    ['een rol van de opdrachtregel', rol('beheer (opdrachtregel)'), [], /Kies een rol/],
    [
      'ROL-21: naar een aanbieder nadat de rol in de regio voorbij is',
      rol('aanbieder', { ...A, begindatum: dag('2026-03-01') }),
      [rol('raad', { einddatum: dag('2026-02-28') })],
      undefined,
    ],
    [
      'ROL-21: een dag te vroeg',
      rol('aanbieder', { ...A, begindatum: dag('2026-02-28') }),
      [rol('raad', { einddatum: dag('2026-02-28') })],
      /nooit bij allebei/,
    ],
  ] as [string, Rolkeuze, Rolkeuze[], RegExp | undefined][])('ROL-02: %s', (_, keuze, nu, melding) => {
    if (melding === undefined) expect(keurRol(keuze, nu)).toBeUndefined()
    else expect(keurRol(keuze, nu)).toMatch(melding)
  })

  test('ROL-09: vijf rollen zijn van een aanbieder, en geen mens is de opdrachtregel', () => {
    expect(gegevenRollen.filter((rol) => rol.startsWith('aanbieder'))).toHaveLength(5)
    expect(gegevenRollen.filter((rol) => rol.includes('('))).toEqual([])
  })
})
