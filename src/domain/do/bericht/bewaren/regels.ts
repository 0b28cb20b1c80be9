import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import type { Bericht } from '../bericht.ts'
import type { Pseudoniem } from '../clienten.ts'
import type { Berichtfout } from '../fout.ts'
import { plaatsTekst } from '../plaats.ts'
import { kolommen } from './kolommen.ts'

/** A message that was stored, ready for its lines. */
export type Bewaard = { id: number; bericht: Bericht<Pseudoniem>; prestatiefouten: readonly Berichtfout[] }

type Clienten = ReadonlyMap<Pseudoniem, string>
type Rij = (string | number | boolean | null)[]
/** A table, its columns with their types, and the rows of one message. */
type Tabel = { naam: string; kolommen: [string, string][]; rijen: (bewaard: Bewaard, clienten: Clienten) => Rij[] }

const SLEUTEL: [string, string][] = [
  ['bericht_id', 'bigint'],
  ['regel', 'int'],
]
const ZORG: [string, string][] = [
  ...SLEUTEL,
  ['wet', 'text'],
  ['gemeente', 'text'],
  ['nummer', 'int'],
  ['client_id', 'uuid'],
  ['agb', 'text'],
  ['categorie', 'text'],
  ['code', 'text'],
]

const tabellen: Tabel[] = [
  {
    naam: 'toewijzing_versie',
    kolommen: [
      ...ZORG,
      ['toewijzing_moment', 'timestamp'],
      ['ingangsdatum', 'date'],
      ['einddatum', 'date'],
      ['reden_wijziging', 'text'],
      ['volume', 'int'],
      ['eenheid', 'text'],
      ['frequentie', 'text'],
      ['budget_cent', 'int'],
      ['dagtekening', 'date'],
      ['identificatie', 'text'],
    ],
    rijen: ({ id, bericht: b }, clienten) =>
      b.soort !== '301'
        ? []
        : b.producten.map((p, i) => [
            ...[id, i + 1, b.wet, b.gemeente, p.toewijzingNummer, clienten.get(b.client)!, b.aanbieder],
            ...[p.productcategorie, p.productcode, `${p.toewijzingsdatum} ${p.toewijzingstijd}`, p.ingangsdatum],
            ...[p.einddatum, p.redenWijziging, p.volume, p.eenheid, p.frequentie, p.budgetCent, b.dagtekening],
            b.identificatie,
          ]),
  },
  {
    naam: 'start_melding',
    kolommen: [...ZORG, ['begindatum', 'date'], ['status_aanlevering', 'smallint'], ['dagtekening', 'date']],
    rijen: ({ id, bericht: b }, clienten) =>
      b.soort !== '305'
        ? []
        : b.producten.map((p, i) => [
            ...[id, i + 1, b.wet, b.gemeente, p.toewijzingNummer, clienten.get(b.client)!, b.aanbieder],
            ...[p.productcategorie, p.productcode, p.begindatum, p.statusAanlevering, b.dagtekening],
          ]),
  },
  {
    naam: 'stop_melding',
    kolommen: [
      ...ZORG,
      ['begindatum', 'date'],
      ['einddatum', 'date'],
      ['reden_beeindiging', 'text'],
      ['status_aanlevering', 'smallint'],
      ['dagtekening', 'date'],
    ],
    rijen: ({ id, bericht: b }, clienten) =>
      b.soort !== '307'
        ? []
        : b.producten.map((p, i) => [
            ...[id, i + 1, b.wet, b.gemeente, p.toewijzingNummer, clienten.get(b.client)!, b.aanbieder],
            ...[p.productcategorie, p.productcode, p.begindatum, p.einddatum, p.redenBeeindiging],
            ...[p.statusAanlevering, b.dagtekening],
          ]),
  },
  {
    naam: 'declaratie',
    kolommen: [
      ['bericht_id', 'bigint'],
      ['declaratienummer', 'text'],
      ['periode_van', 'date'],
      ['periode_tot', 'date'],
      ['totaal_cent', 'bigint'],
    ],
    rijen: ({ id, bericht: b }) =>
      b.soort === '323' ? [[id, b.declaratienummer, b.periodeBegin, b.periodeEinde, b.totaalCent]] : [],
  },
  {
    naam: 'declaratie_regel',
    kolommen: [
      ...ZORG,
      ['van', 'date'],
      ['tot', 'date'],
      ['volume', 'int'],
      ['eenheid', 'text'],
      ['tarief_cent', 'int'],
      ['bedrag_cent', 'bigint'],
      ['credit', 'boolean'],
      ['referentie', 'text'],
      ['vorige_referentie', 'text'],
      ['dagtekening', 'date'],
    ],
    rijen: ({ id, bericht: b }, clienten) =>
      b.soort !== '323'
        ? []
        : b.prestaties.map((p) => {
            const teken = p.debetCredit === 'C' ? -1 : 1
            return [
              ...[id, p.volgnummer, b.wet, b.gemeente, p.toewijzingNummer, clienten.get(p.client)!, b.aanbieder],
              ...[p.productcategorie, p.productcode, p.periodeBegin, p.periodeEinde, teken * p.volume, p.eenheid],
              ...[p.tariefCent, teken * p.bedragCent, teken === -1, p.referentie, p.vorigeReferentie, b.dagtekening],
            ]
          }),
  },
  {
    naam: 'declaratie_regel_fout',
    kolommen: [...SLEUTEL, ['code', 'text'], ['melding', 'text'], ['plaats', 'text']],
    rijen: ({ id, prestatiefouten }) =>
      prestatiefouten.map((fout) => [
        id,
        fout.plaats?.volgnummer ?? 0,
        fout.code,
        fout.melding,
        plaatsTekst(fout.plaats),
      ]),
  },
  {
    naam: 'declaratie_antwoord',
    kolommen: [
      ['bericht_id', 'bigint'],
      ['declaratie_identificatie', 'text'],
      ['geheel_afgekeurd', 'boolean'],
      ['totaal_ingediend_cent', 'bigint'],
      ['totaal_toegekend_cent', 'bigint'],
    ],
    rijen: ({ id, bericht: b }) => {
      if (b.soort !== '325') {
        return []
      }
      const { antwoord } = b
      // IV087: no DeclaratieAntwoord (level 2), or another code than 0200 or 8001 on it: nothing was processed.
      const verwerkt = antwoord?.retourcodes.every((code) => code === '0200' || code === '8001') ?? false
      return [
        [id, b.declaratie.identificatie, !verwerkt, antwoord?.ingediendCent ?? null, antwoord?.toegekendCent ?? null],
      ]
    },
  },
  {
    naam: 'declaratie_antwoord_regel',
    kolommen: [...SLEUTEL, ['referentie', 'text'], ['bedrag_cent', 'bigint'], ['codes', 'text']],
    rijen: ({ id, bericht: b }) =>
      b.soort !== '325'
        ? []
        : (b.antwoord?.prestaties ?? []).map((p) => [
            ...[id, p.volgnummer, p.referentie, p.debetCredit === 'C' ? -p.bedragCent : p.bedragCent],
            `{${[...p.retourcodes, ...p.clientRetourcodes].join(',')}}`,
          ]),
  },
  {
    naam: 'retour',
    kolommen: [
      ['bericht_id', 'bigint'],
      ['heen_soort', 'text'],
      ['heen_afzender', 'text'],
      ['heen_identificatie', 'text'],
      ['afgekeurd', 'boolean'],
      ['codes', 'text'],
    ],
    rijen: ({ id, bericht: b }) =>
      b.soort !== '302' && b.soort !== '306' && b.soort !== '308'
        ? []
        : [[id, heensoort[b.soort], b.afzender, b.identificatie, !b.goedgekeurd, `{${b.retourcodes.join(',')}}`]],
  },
]

const heensoort = { '302': '301', '306': '305', '308': '307' } as const
const LIJST = new Set(['codes'])

/** Stores the lines of new messages: one statement per table. */
export async function bewaarRegels(ctx: Context, berichten: readonly Bewaard[], clienten: Clienten) {
  for (const tabel of tabellen) {
    const rijen = berichten.flatMap((bewaard) => tabel.rijen(bewaard, clienten))
    if (rijen.length > 0) {
      await insert(ctx, tabel, rijen)
    }
  }
}

async function insert(ctx: Context, tabel: Tabel, rijen: Rij[]) {
  const namen = tabel.kolommen.map(([naam]) => naam)
  const waarden = kolommen(namen.length, rijen).map((kolom, i) => sql`${kolom}::${sql.raw(tabel.kolommen[i]![1])}[]`)
  const gekozen = namen.map((naam) => (LIJST.has(naam) ? `u.${naam}::text[]` : `u.${naam}`))
  await sql`insert into ${sql.raw(tabel.naam)} (regio_id, ${sql.raw(namen.join(', '))})
    select ${ctx.regioId}, ${sql.raw(gekozen.join(', '))} from unnest(${sql.join(waarden)}) as u (${sql.raw(namen.join(', '))})`.execute(
    ctx.db,
  )
}
