import { describe, expect, test } from 'vitest'
import { leesUpload } from './lees-upload.ts'

type Deel = { naam: string; bestand?: string; inhoud: string }

const GRENS = 'grens'

function multipart(delen: Deel[], { compleet = true } = {}): Buffer {
  const regels = delen.map(({ naam, bestand, inhoud }) => {
    const kop = bestand === undefined ? '' : `; filename="${bestand}"\r\nContent-Type: application/octet-stream`
    return `--${GRENS}\r\nContent-Disposition: form-data; name="${naam}"${kop}\r\n\r\n${inhoud}\r\n`
  })
  return Buffer.from(regels.join('') + (compleet ? `--${GRENS}--\r\n` : ''))
}

/** A body in small pieces; `gevraagd` tells how many were asked for. */
function stroom(bytes: Buffer, grootte: number, breekAf = false) {
  const stand = { gevraagd: 0 }
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const begin = stand.gevraagd++ * grootte
        if (begin < bytes.length) controller.enqueue(bytes.subarray(begin, begin + grootte))
        else if (breekAf) controller.error(new Error('weg'))
        else controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  return { body, stand }
}

const lees = (body: ReadableStream<Uint8Array>) => leesUpload(`multipart/form-data; boundary=${GRENS}`, body)

async function alles(body: ReadableStream<Uint8Array>) {
  const { velden, bestanden } = lees(body)
  const gelezen: [string, string][] = []
  for await (const { naam, inhoud } of bestanden) {
    const delen: Uint8Array[] = []
    for await (const deel of inhoud) delen.push(deel)
    gelezen.push([naam, Buffer.concat(delen).toString()])
  }
  return { velden: Object.fromEntries(velden), gelezen }
}

describe('een upload lezen terwijl hij binnenkomt', () => {
  test.each([1, 7, 64, 100_000])('velden en bestanden komen heel aan in stukken van %d bytes', async (grootte) => {
    const bytes = multipart([
      { naam: 'csrf', inhoud: 'geheim' },
      { naam: 'bestanden', bestand: 'een.xml', inhoud: '<a/>' },
      { naam: 'bestanden', bestand: 'map/naïef.zip', inhoud: 'x'.repeat(5000) },
      { naam: 'bestanden', bestand: 'leeg.csv', inhoud: '' },
    ])
    expect(await alles(stroom(bytes, grootte).body)).toEqual({
      velden: { csrf: 'geheim' },
      gelezen: [
        ['een.xml', '<a/>'],
        ['map/naïef.zip', 'x'.repeat(5000)],
        ['leeg.csv', ''],
      ],
    })
  })

  test('een leeg bestandsveld is geen bestand', async () => {
    const bytes = multipart([
      { naam: 'csrf', inhoud: 'geheim' },
      { naam: 'bestanden', bestand: '', inhoud: '' },
    ])
    expect(await alles(stroom(bytes, 64).body)).toEqual({ velden: { csrf: 'geheim' }, gelezen: [] })
  })

  test('de zender wacht op de lezer: er staat nooit meer dan een klein deel in het geheugen', async () => {
    const bytes = multipart([
      { naam: 'csrf', inhoud: 'geheim' },
      { naam: 'bestanden', bestand: 'groot.zip', inhoud: 'x'.repeat(20_000_000) },
    ])
    const { body, stand } = stroom(bytes, 16_384)
    const { velden, bestanden } = lees(body)
    for await (const { inhoud } of bestanden) {
      expect(velden.get('csrf')).toBe('geheim')
      const lezer = inhoud[Symbol.asyncIterator]()
      await lezer.next()
      for (let beurt = 0; beurt < 500; beurt++) await new Promise(setImmediate)
      expect(stand.gevraagd * 16_384).toBeLessThan(1_000_000)
      await lezer.return?.()
    }
    expect(stand.gevraagd * 16_384).toBeGreaterThan(20_000_000)
  })

  test('wie een bestand niet uitleest, krijgt toch het volgende', async () => {
    const bytes = multipart([
      { naam: 'bestanden', bestand: 'een.zip', inhoud: 'x'.repeat(500_000) },
      { naam: 'bestanden', bestand: 'twee.zip', inhoud: 'y'.repeat(500_000) },
      { naam: 'bestanden', bestand: 'drie.xml', inhoud: 'z' },
    ])
    const namen: string[] = []
    for await (const { naam, inhoud } of lees(stroom(bytes, 16_384).body).bestanden) {
      namen.push(naam)
      for await (const _ of inhoud) break
    }
    expect(namen).toEqual(['een.zip', 'twee.zip', 'drie.xml'])
  })

  test.each([
    ['het einde ontbreekt', false],
    ['de verbinding breekt', true],
  ])('een zending waarvan %s, wordt geweigerd', async (_, breekAf) => {
    const bytes = multipart([{ naam: 'bestanden', bestand: 'een.zip', inhoud: 'x'.repeat(50_000) }], {
      compleet: false,
    })
    await expect(alles(stroom(bytes, 16_384, breekAf).body)).rejects.toThrow(
      'De verzending is niet compleet aangekomen',
    )
  })

  test('iets anders dan een formulier met bestanden wordt geweigerd', () => {
    expect(() => leesUpload('text/plain', stroom(Buffer.from('x'), 1).body)).toThrow('Dit formulier is niet te lezen')
    expect(() => leesUpload('multipart/form-data', stroom(Buffer.from('x'), 1).body)).toThrow(
      'Dit formulier is niet te lezen',
    )
  })
})
