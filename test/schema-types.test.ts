import { describe, expect, test } from 'vitest'
import { listOf, renderColumn, toCamel } from '../scripts/schema/types.ts'

describe('listOf', () => {
  test.each([
    [`CHECK ((soort = ANY (ARRAY['a'::text, 'b'::text])))`, ['a', 'b']],
    [`CHECK (((soort IS NULL) OR (soort = ANY (ARRAY['a'::text, 'b c'::text]))))`, ['a', 'b c']],
    [`CHECK ((soort = 'enig'::text))`, ['enig']],
    [`CHECK (("end" = ANY (ARRAY['it''s'::text, ']'::text])))`, ["it's", ']']],
    [`CHECK ((VALUE = ANY (ARRAY['a'::text])))`, ['a']],
    [`CHECK ((length(soort) > 1))`, undefined],
    [`CHECK ((soort <> 'a'::text))`, undefined],
    [`CHECK (((soort = 'a'::text) OR (length(soort) > 3)))`, undefined],
    [`CHECK (((soort = ANY (ARRAY['a'::text, 'b'::text])) = (ander IS NULL)))`, undefined],
  ])('%s', (check, values) => {
    expect(listOf(check)).toEqual(values)
  })
})

describe('renderColumn', () => {
  const column = {
    table: 't',
    column: 'c',
    type: 'text',
    isArray: false,
    nullable: false,
    filled: '',
    checks: [],
    labels: null,
    view: false,
  } as const

  test.each([
    [{ type: 'date' }, 'Temporal.PlainDate'],
    [{ type: 'date', nullable: true }, 'Temporal.PlainDate | null'],
    [{ type: 'int8', filled: 'd' }, 'Generated<number>'],
    [{ type: 'int8', filled: 'a' }, 'GeneratedAlways<number>'],
    [{ type: 'numeric', filled: 's' }, 'ColumnType<string, never, never>'],
    [{ isArray: true, nullable: true }, 'Array<string> | null'],
    [{ type: 'jsonb' }, 'Json'],
    [{ type: 'jsonb', nullable: true }, 'ColumnType<unknown, string | null | undefined, string | null>'],
    [{ type: 'kleur', labels: ['rood', 'wit'] }, `'rood' | 'wit'`],
    [{ checks: [`CHECK ((c = ANY (ARRAY['a'::text, 'b'::text])))`] }, `'a' | 'b'`],
    [{ view: true }, 'ColumnType<string, never, never>'],
  ] as const)('%j', (change, type) => {
    expect(renderColumn({ ...column, ...change } as never)).toBe(type)
  })

  test('een onbekend type valt op', () => {
    expect(() => renderColumn({ ...column, type: 'polygon' } as never)).toThrow(/polygon/)
  })
})

test('een naam die niet heen en terug kan, valt op', () => {
  expect(toCamel('begindatum_van_iets')).toBe('begindatumVanIets')
  expect(() => toCamel('regel_1')).toThrow(/regel_1/)
})
