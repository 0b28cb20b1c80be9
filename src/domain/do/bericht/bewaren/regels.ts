import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import type { Bericht } from '../bericht.ts'
import type { Pseudoniem } from '../clienten.ts'
import type { Berichtfout } from '../fout.ts'
import { plaatsTekst } from '../plaats.ts'
import { Kolommen, kolommen } from './kolommen.ts'

/** A message that was stored, ready for its lines. */
export type Bewaard = { id: number; bericht: Bericht<Pseudoniem>; prestatiefouten: readonly Berichtfout[] }

type Clienten = ReadonlyMap<Pseudoniem, string>

/** A table: its columns with their types, the columns that repeat its message, and how a message fills it. */
type Tabel = {
  naam: string
  kolommen: Record<string, string>
  vanBericht: readonly string[]
  vul: (rijen: Kolommen, bewaard: Bewaard, clienten: Clienten) => void
}

const SLEUTEL = { bericht_id: 'bigint', regel: 'int' }
const ZORG = { ...SLEUTEL, nummer: 'int', client_id: 'uuid', categorie: 'text', code: 'text' }
const VAN_BERICHT = ['wet', 'gemeente', 'agb', 'dagtekening']

const tabellen: readonly Tabel[] = [
  {
    naam: 'toewijzing_versie',
    kolommen: {
      ...ZORG,
      toewijzing_moment: 'timestamp',
      ingangsdatum: 'date',
      einddatum: 'date',
      reden_wijziging: 'text',
      volume: 'int',
      eenheid: 'text',
      frequentie: 'text',
      budget_cent: 'int',
    },
    vanBericht: [...VAN_BERICHT, 'identificatie'],
    vul(rijen, { id, bericht }, clienten) {
      if (bericht.soort !== '301') return
      const client = clienten.get(bericht.client)!
      for (const [i, p] of bericht.producten.entries()) {
        const moment = `${p.toewijzingsdatum} ${p.toewijzingstijd}`
        const zorg = [id, i + 1, p.toewijzingNummer, client, p.productcategorie, p.productcode] as const
        const omvang = [p.volume, p.eenheid, p.frequentie, p.budgetCent] as const
        rijen.voegToe(...zorg, moment, p.ingangsdatum, p.einddatum, p.redenWijziging, ...omvang)
      }
    },
  },
  {
    naam: 'start_melding',
    kolommen: { ...ZORG, begindatum: 'date', status_aanlevering: 'smallint' },
    vanBericht: VAN_BERICHT,
    vul(rijen, { id, bericht }, clienten) {
      if (bericht.soort !== '305') return
      const client = clienten.get(bericht.client)!
      for (const [i, p] of bericht.producten.entries()) {
        const zorg = [id, i + 1, p.toewijzingNummer, client, p.productcategorie, p.productcode] as const
        rijen.voegToe(...zorg, p.begindatum, p.statusAanlevering)
      }
    },
  },
  {
    naam: 'stop_melding',
    kolommen: {
      ...ZORG,
      begindatum: 'date',
      einddatum: 'date',
      reden_beeindiging: 'text',
      status_aanlevering: 'smallint',
    },
    vanBericht: VAN_BERICHT,
    vul(rijen, { id, bericht }, clienten) {
      if (bericht.soort !== '307') return
      const client = clienten.get(bericht.client)!
      for (const [i, p] of bericht.producten.entries()) {
        const zorg = [id, i + 1, p.toewijzingNummer, client, p.productcategorie, p.productcode] as const
        rijen.voegToe(...zorg, p.begindatum, p.einddatum, p.redenBeeindiging, p.statusAanlevering)
      }
    },
  },
  {
    naam: 'declaratie',
    kolommen: {
      bericht_id: 'bigint',
      declaratienummer: 'text',
      periode_van: 'date',
      periode_tot: 'date',
      totaal_cent: 'bigint',
    },
    vanBericht: [],
    vul(rijen, { id, bericht: b }) {
      if (b.soort === '323') rijen.voegToe(id, b.declaratienummer, b.periodeBegin, b.periodeEinde, b.totaalCent)
    },
  },
  {
    naam: 'declaratie_regel',
    kolommen: {
      ...ZORG,
      van: 'date',
      tot: 'date',
      volume: 'int',
      eenheid: 'text',
      tarief_cent: 'int',
      bedrag_cent: 'bigint',
      credit: 'boolean',
      referentie: 'text',
      vorige_referentie: 'text',
    },
    vanBericht: VAN_BERICHT,
    vul(rijen, { id, bericht }, clienten) {
      if (bericht.soort !== '323') return
      for (const p of bericht.prestaties) {
        const credit = p.debetCredit === 'C'
        const [volume, bedrag] = credit ? [-p.volume, -p.bedragCent] : [p.volume, p.bedragCent]
        const zorg = [
          id,
          p.volgnummer,
          p.toewijzingNummer,
          clienten.get(p.client)!,
          p.productcategorie,
          p.productcode,
        ] as const
        const geld = [volume, p.eenheid, p.tariefCent, bedrag, credit] as const
        rijen.voegToe(...zorg, p.periodeBegin, p.periodeEinde, ...geld, p.referentie, p.vorigeReferentie)
      }
    },
  },
  {
    naam: 'declaratie_regel_fout',
    kolommen: { ...SLEUTEL, code: 'text', melding: 'text', plaats: 'text' },
    vanBericht: [],
    vul(rijen, { id, prestatiefouten }) {
      for (const { code, melding, plaats } of prestatiefouten) {
        rijen.voegToe(id, plaats?.volgnummer ?? 0, code, melding, plaatsTekst(plaats))
      }
    },
  },
  {
    naam: 'declaratie_antwoord',
    kolommen: {
      bericht_id: 'bigint',
      declaratie_identificatie: 'text',
      geheel_afgekeurd: 'boolean',
      totaal_ingediend_cent: 'bigint',
      totaal_toegekend_cent: 'bigint',
    },
    vanBericht: [],
    vul(rijen, { id, bericht }) {
      if (bericht.soort !== '325') return
      const { antwoord, declaratie } = bericht
      // IV087: no DeclaratieAntwoord (level 2), or another code than 0200 or 8001 on it: nothing was processed.
      const verwerkt = antwoord?.retourcodes.every((code) => code === '0200' || code === '8001') ?? false
      const { ingediendCent = null, toegekendCent = null } = antwoord ?? {}
      rijen.voegToe(id, declaratie.identificatie, !verwerkt, ingediendCent, toegekendCent)
    },
  },
  {
    naam: 'declaratie_antwoord_regel',
    kolommen: { ...SLEUTEL, referentie: 'text', bedrag_cent: 'bigint', codes: 'text' },
    vanBericht: [],
    vul(rijen, { id, bericht }) {
      if (bericht.soort !== '325') return
      for (const p of bericht.antwoord?.prestaties ?? []) {
        const bedrag = p.debetCredit === 'C' ? -p.bedragCent : p.bedragCent
        rijen.voegToe(
          id,
          p.volgnummer,
          p.referentie,
          bedrag,
          `{${[...p.retourcodes, ...p.clientRetourcodes].join(',')}}`,
        )
      }
    },
  },
  {
    naam: 'retour',
    kolommen: {
      bericht_id: 'bigint',
      heen_soort: 'text',
      heen_afzender: 'text',
      heen_identificatie: 'text',
      afgekeurd: 'boolean',
      codes: 'text',
    },
    vanBericht: [],
    vul(rijen, { id, bericht: b }) {
      if (b.soort !== '302' && b.soort !== '306' && b.soort !== '308') return
      const codes = `{${b.retourcodes.join(',')}}`
      rijen.voegToe(id, heensoort[b.soort], b.afzender, b.identificatie, !b.goedgekeurd, codes)
    },
  },
]

const heensoort = { '302': '301', '306': '305', '308': '307' } as const

/** How the lines of new messages are stored: one insert per table that gets any. They read what a line repeats of its message from `kop`. */
export function insertRegels(ctx: Context, berichten: readonly Bewaard[], clienten: Clienten): RawBuilder<unknown>[] {
  const inserts: RawBuilder<unknown>[] = []
  for (const tabel of tabellen) {
    const rijen = new Kolommen()
    for (const bewaard of berichten) {
      tabel.vul(rijen, bewaard, clienten)
    }
    if (rijen.rijen > 0) {
      inserts.push(insert(ctx, tabel, rijen))
    }
  }
  return inserts
}

/** What lines repeat of their message, as rows: joined as a whole, where looking up message by message costs more than the lines. */
export function selectKop(berichten: readonly Bewaard[]): RawBuilder<unknown> {
  const rijen = berichten.map(({ id, bericht: b }) => [
    ...[id, b.wet, b.gemeente, b.aanbieder, b.dagtekening, b.identificatie],
  ])
  const [id, wet, gemeente, agb, dagtekening, identificatie] = kolommen(6, rijen)
  return sql`select * from unnest(${id}::bigint[], ${wet}::text[], ${gemeente}::text[], ${agb}::text[], ${dagtekening}::date[],
    ${identificatie}::text[]) as u (id, wet, gemeente, agb, dagtekening, identificatie)`
}

// An array of arrays must be a rectangle, so a list of codes goes as its own literal.
const keuze = (naam: string) => (naam === 'codes' ? 'u.codes::text[]' : `u.${naam}`)

function insert(ctx: Context, { naam, kolommen, vanBericht }: Tabel, rijen: Kolommen): RawBuilder<unknown> {
  const namen = Object.keys(kolommen)
  const waarden = rijen.literals().map((literal, i) => sql`${literal}::${sql.raw(kolommen[namen[i]!]!)}[]`)
  const doel = [...namen, ...vanBericht].join(', ')
  const gekozen = [...namen.map(keuze), ...vanBericht.map((kolom) => `kop.${kolom}`)].join(', ')
  const bericht = vanBericht.length === 0 ? sql`` : sql`join kop on kop.id = u.bericht_id`
  return sql`insert into ${sql.table(naam)} (regio_id, ${sql.raw(doel)}) select ${ctx.regioId}, ${sql.raw(gekozen)}
    from unnest(${sql.join(waarden)}) as u (${sql.raw(namen.join(', '))}) ${bericht}`
}
