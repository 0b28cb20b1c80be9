import { describe, expect, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { eisVersleuteld } from './eis-versleuteld.ts'

describe('ASVS V12.3.1, V12.3.2: een databaseserver op een andere machine', () => {
  test.each([
    'postgres://overlap:x@db.gemeente.example/overlap',
    'postgres://overlap:x@10.0.0.5:5432/overlap',
    'postgres://overlap:x@db.example/overlap?sslmode=require',
    'postgres://overlap:x@db.example/overlap?sslmode=verify-ca',
    'postgres://overlap:x@db.example/overlap?sslmode=verify-full&sslmode=disable',
    'postgres://overlap:x@localhost/overlap?host=db.example',
    'postgres://overlap:x@localhost.example/overlap',
    'postgres://overlap:x@[2001:db8::1]/overlap?ssl=true',
  ])('zonder nagegaan certificaat niet: %s', (adres) => {
    expect(() => eisVersleuteld('DATABASE_URL', adres, false)).toThrow(/DATABASE_URL.*sslmode=verify-full/s)
    expect(() => eisVersleuteld('DATABASE_URL', adres, true)).not.toThrow()
  })

  test.each([
    'postgres://overlap:x@db.gemeente.example/overlap?sslmode=verify-full',
    'postgres://overlap:x@db.example/overlap?sslmode=disable&sslmode=verify-full&sslrootcert=ca.pem',
    'postgres://overlap:x@localhost:5432/overlap',
    'postgres://overlap:x@127.0.0.1/overlap?sslmode=disable',
    'postgres://overlap:x@[::1]/overlap',
    'postgres:///overlap?host=/run/postgresql',
    'postgres://overlap@%2Frun%2Fpostgresql/overlap',
  ])('wel met, of op deze machine: %s', (adres) => {
    expect(() => eisVersleuteld('DATABASE_URL', adres, false)).not.toThrow()
  })

  test('het programma begint er niet aan: er gaat niets over de lijn', async () => {
    // a name that does not exist: reaching for it would be another error
    const adres = 'postgres://overlap:geheim@db.invalid/overlap'
    await expect(openDatabase({ databaseUrl: adres, map: 'nergens' })).rejects.toThrow(
      /in DATABASE_URL staat op een andere machine/,
    )
    await expect(
      openDatabase({ databaseUrl: 'postgres://o@localhost:1/x', databaseUrlEigenaar: adres, map: 'nergens' }),
    ).rejects.toThrow(/in DATABASE_URL_EIGENAAR staat op een andere machine/)
    await expect(openDatabase({ databaseUrl: adres, map: 'nergens' })).rejects.not.toThrow(/geheim/)
  })
})
