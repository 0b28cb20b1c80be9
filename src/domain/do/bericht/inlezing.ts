import { setImmediate } from 'node:timers/promises'
import { maskeerBestandsnaam } from '../../begrippen/bestandsnaam.ts'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { scanEerst } from '../../../platform/scan-eerst.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Virusscanner } from '../../../platform/virusscanner.ts'
import { mag } from '../../rechten.ts'
import { bestandsvorm } from './bestandsvorm.ts'
import type { Gelezen } from './gelezen.ts'
import { bewaarGroep } from './bewaar-groep.ts'
import { werkStatistiekBij } from './bewaren/statistiek.ts'
import type { Clientgeheugen, Pseudoniem } from './clienten.ts'
import { telVoortgang, type Telling } from './inleesronde.ts'
import { leesBericht } from './lees-bericht.ts'
import type { Opties } from './lezer/verzameling.ts'
import { leesCsvIn, meldWachtend, type Wachtvraag } from './lees-csv-in.ts'
import type { Stuk, Voortgang } from './lees-in.ts'
import { gluur, verzamel } from './stroom.ts'
import { MAX_BERICHT } from './voorcontrole.ts'
import type { Weigering } from './weigeringenlijst.ts'
import { leesZip } from './zip.ts'

const MAX_CSV = 200 * 1024 * 1024
const BERICHTEN_PER_GROEP = 500
const REGELS_PER_GROEP = 6_000
const BEGIN = 2_000
/** After so many milliseconds of reading, the database gets its turn: it stores the batch before while the next is read. */
const BEURT = 4
/** Batches being stored: while one waits for the program, the database works on the other. */
const TEGELIJK = 2
const MAX_NAAM = 400
/** While a file is put aside to be scanned nothing is counted; so often the round says that it goes on. */
const TEKEN = 10_000

type Zonderplek = Gelezen extends infer G ? (G extends Gelezen ? Omit<G, 'plek'> : never) : never

/** One run of reading in: takes files apart, reads each message and stores them in batches. */
export class Inlezing {
  gelezen = 0
  readonly #nu: () => Context
  readonly #rondeId: string
  readonly #scanner: Virusscanner | undefined
  readonly #opVoortgang: ((voortgang: Voortgang) => void) | undefined
  readonly #opties: Opties<Pseudoniem>
  readonly #magBerichten: boolean
  readonly #clienten: Clientgeheugen = new Map()
  readonly #wachtvragen: Wachtvraag[] = []
  /** Folders with nine digits in their name: what was given, by what is kept. */
  readonly #mappen = new Map<string, string>()
  readonly #stand: Telling = { bestanden: 0, verwerkt: 0, dubbel: 0, afgekeurd: 0 }
  #plek = 0
  #groep: Gelezen[] = []
  #regels = 0
  #groepen = 0
  readonly #opslag = new Set<Promise<void>>()
  #beurt = performance.now()

  constructor(
    nu: () => Context,
    rondeId: string,
    scanner: Virusscanner | undefined,
    opVoortgang: ((voortgang: Voortgang) => void) | undefined,
  ) {
    this.#nu = nu
    this.#rondeId = rondeId
    this.#scanner = scanner
    this.#opVoortgang = opVoortgang
    const { sleutels, regioId, actor } = nu()
    this.#magBerichten = mag(actor, 'bericht:inlezen')
    const sleutel = { wmo: sleutels.vind(regioId, 'wmo'), jw: sleutels.vind(regioId, 'jw') }
    this.#opties = {
      pseudoniem: (bsn, wet) => sleutel[wet].hmac().update(`bsn ${bsn}`).digest('hex'),
      hmac: (wet) => sleutel[wet].hmac().update('bericht '),
    }
  }

  /** Reads one file, once the virus scanner (when there is one) found it clean. Its bytes are seen and dropped. */
  async lees({ naam, inhoud }: Stuk) {
    this.#onthoudMap(naam)
    const bron = this.#scanner === undefined ? inhoud : this.#metTeken(inhoud)
    const fout = await scanEerst(this.#scanner, bron, (inhoud) => this.#leesInhoud(naam, inhoud))
    if (fout === null) return
    const { code, melding, virus, omvang } = fout
    this.gelezen += omvang
    if (virus !== undefined) await this.#meldVirus(virus)
    await this.#voegToe({ naam: bewaarnaam(naam), fout: { code, melding }, kop: {} })
  }

  async #leesInhoud(naam: string, inhoud: AsyncIterable<Uint8Array>) {
    const { begin, geheel } = await gluur(inhoud, BEGIN, (aantal) => (this.gelezen += aantal))
    switch (bestandsvorm(naam, begin)) {
      case 'zip':
        await this.#leesZip(naam, geheel)
        break
      case 'csv':
        await this.#leesCsv(naam, await verzamel(geheel, MAX_CSV))
        break
      case 'bericht':
        await this.#leesBericht(naam, await verzamel(geheel, MAX_BERICHT))
    }
  }

  /** Stores what was read and not stored yet. */
  async bewaarRest() {
    await this.#bewaarGroep()
    await Promise.allSettled(this.#opslag)
    await Promise.all(this.#opslag)
  }

  /** After the judgement: which rows of the CSV files of this run still wait. */
  async meldWachtendeCsv(regio: () => Context) {
    for (const vraag of this.#wachtvragen) {
      await meldWachtend(regio(), vraag)
    }
  }

  /** Puts back the folders as they were given; what is kept of their names is masked. */
  async *metGegevenNaam(weigeringen: AsyncIterable<Weigering>): AsyncGenerator<Weigering> {
    for await (const weigering of weigeringen) {
      const map = [...this.#mappen].find(([gemaskeerd]) => weigering.bestand.startsWith(gemaskeerd))
      yield map ? { ...weigering, bestand: map[1] + weigering.bestand.slice(map[0].length) } : weigering
    }
  }

  async #leesZip(naam: string, bron: AsyncIterable<Uint8Array>) {
    for await (const deel of leesZip(bron)) {
      const pad = deel.naam === null ? naam : `${naam}/${deel.naam}`
      if ('fout' in deel) {
        await this.#voegToe({ naam: bewaarnaam(pad), fout: deel.fout, kop: {} })
      } else if (bestandsvorm(deel.naam, deel.bytes.subarray(0, BEGIN)) === 'csv') {
        await this.#leesCsv(pad, deel.bytes)
      } else {
        await this.#leesBericht(pad, deel.bytes)
      }
    }
  }

  async #leesBericht(pad: string, bytes: Uint8Array | null) {
    const naam = bewaarnaam(pad)
    if (!this.#magBerichten) {
      await this.#voegToe({ naam, fout: GEEN_RECHT, kop: {} })
      return
    }
    if (bytes === null) {
      await this.#voegToe({ naam, fout: TE_GROOT, kop: {} })
      return
    }
    const gelezen = leesBericht(bytes, this.#opties)
    if (!gelezen.goed) {
      await this.#voegToe({ naam, fout: gelezen.fout, kop: gelezen.kop })
      return
    }
    const { bericht, prestatiefouten, inhoudHmac } = gelezen
    if (bericht.soort === '323' && bericht.prestaties.length === 0) {
      // no line of it can ever count
      await this.#voegToe({ naam, fout: prestatiefouten[0]!, kop: bericht })
    } else {
      await this.#voegToe({ naam, goed: { bericht, prestatiefouten, inhoudHmac } })
      this.#regels +=
        'producten' in bericht ? bericht.producten.length : 'prestaties' in bericht ? bericht.prestaties.length : 1
    }
  }

  async #leesCsv(pad: string, bytes: Uint8Array | null) {
    await this.bewaarRest()
    const { telling, wachtvraag } = await leesCsvIn(
      this.#nu(),
      this.#rondeId,
      ++this.#plek,
      bewaarnaam(pad),
      pad,
      bytes,
      this.gelezen,
    )
    if (wachtvraag !== null) {
      this.#wachtvragen.push(wachtvraag)
    }
    this.#meld(telling)
  }

  async #voegToe(gelezen: Zonderplek) {
    this.#groep.push({ ...gelezen, plek: ++this.#plek })
    // A small first batch, so that statistics exist before the bulk: see statistiek.ts.
    const hoogstens = this.#groepen === 0 ? 50 : BERICHTEN_PER_GROEP
    if (this.#groep.length >= hoogstens || this.#regels >= REGELS_PER_GROEP) {
      await this.#bewaarGroep()
    }
    if (performance.now() - this.#beurt > BEURT) {
      await setImmediate()
      this.#beurt = performance.now()
    }
  }

  async #bewaarGroep() {
    const [groep, bytes] = [this.#groep, this.gelezen]
    this.#groep = []
    this.#regels = 0
    // the first batch goes alone: the statistics after it make the plans of all others
    while (this.#opslag.size >= (this.#groepen === 1 ? 1 : TEGELIJK)) {
      await Promise.race(this.#opslag)
    }
    if (groep.length === 0) {
      return
    }
    const opslag = this.#bewaar(groep, bytes, ++this.#groepen).then(() => void this.#opslag.delete(opslag))
    // one that failed stays, and is heard at the next await; without this it would end the program before
    opslag.catch(() => undefined)
    this.#opslag.add(opslag)
  }

  async #bewaar(groep: readonly Gelezen[], bytes: number, nummer: number) {
    this.#meld(await bewaarGroep(this.#nu(), this.#rondeId, groep, bytes, this.#clienten))
    await werkStatistiekBij(this.#nu(), nummer)
  }

  #meld(telling: Telling) {
    for (const soort of ['bestanden', 'verwerkt', 'dubbel', 'afgekeurd'] as const) {
      this.#stand[soort] += telling[soort]
    }
    this.#opVoortgang?.({ ...this.#stand, gelezen: this.gelezen })
  }

  async *#metTeken(inhoud: AsyncIterable<Uint8Array>) {
    let gegeven = performance.now()
    for await (const deel of inhoud) {
      yield deel
      if (performance.now() - gegeven < TEKEN) continue
      await inTransaction(this.#nu(), (ctx) => telVoortgang(ctx, this.#rondeId, NIETS, this.gelezen))
      gegeven = performance.now()
    }
  }

  #meldVirus(virus: string) {
    const onderwerp = { type: 'inleesronde', id: this.#rondeId }
    return inTransaction(this.#nu(), (ctx) =>
      recordEvent(ctx, { soort: 'virus:gevonden', onderwerp, gegevens: { virus } }),
    )
  }

  #onthoudMap(naam: string) {
    const map = naam.slice(0, Math.max(naam.lastIndexOf('/'), naam.lastIndexOf('\\')) + 1)
    const gemaskeerd = bewaarnaam(map)
    if (gemaskeerd !== map && this.#mappen.size < 1_000) {
      this.#mappen.set(gemaskeerd, map)
    }
  }
}

const NIETS: Telling = { bestanden: 0, verwerkt: 0, dubbel: 0, afgekeurd: 0 }
const GEEN_RECHT = {
  code: 'geen-recht',
  melding: 'Met uw rol mag u geen berichten inlezen. Vraag een collega die dat wel mag.',
}
const TE_GROOT = {
  code: 'te-groot',
  melding: 'Het bestand is groter dan 25 MB. Vraag de afzender het bericht te splitsen.',
}

/** The name as it is kept: nothing that can be a BSN, no control characters. */
function bewaarnaam(pad: string): string {
  return maskeerBestandsnaam(
    pad
      .toWellFormed()
      .replace(/[\u0000-\u001f\u007f]/g, '\ufffd')
      .slice(-MAX_NAAM),
  )
}
