import { sql, type RawBuilder } from 'kysely'
import { REGELTABELLEN } from '../bewaren/wis-clienten.ts'

type Vraag = (regioId: string, clientId: string) => RawBuilder<unknown>

/** Digests say nothing to anybody without a key, and with one too much. */
const NOOIT = ['regio_id', 'pseudoniem', 'inhoud_hmac']

const alles = (tabel: string, waar: Vraag): Vraag => {
  return (regioId, clientId) => sql`select to_jsonb(x) - ${NOOIT}::text[] as rij from ${sql.table(tabel)} x
    where x.regio_id = ${regioId} and ${waar(regioId, clientId)} order by 1`
}

const vanClient: Vraag = (_, clientId) => sql`x.client_id = ${clientId}`

/** Messages with a line about the client. */
const berichten: Vraag = (regioId, clientId) =>
  sql.join(
    REGELTABELLEN.map(
      (tabel) =>
        sql`select t.bericht_id from ${sql.table(tabel)} t where t.regio_id = ${regioId} and t.client_id = ${clientId}`,
    ),
    sql` union `,
  )

const vanBericht: Vraag = (regioId, clientId) => sql`x.bericht_id in (${berichten(regioId, clientId)})`

/** Evaluations and answers name a toewijzing by gemeente and number. */
const vanToewijzing: Vraag = (regioId, clientId) => sql`(x.gemeente, x.nummer) in (select t.gemeente, t.nummer
  from toewijzing_versie t where t.regio_id = ${regioId} and t.client_id = ${clientId})`

/** Everything about one client, by table: rows (rij jsonb). test/client-overal.test.ts holds it to the catalogue. */
export const clienttabellen: Record<string, Vraag> = {
  client: alles('client', (_, clientId) => sql`x.id = ${clientId}`),
  toewijzing: alles('toewijzing', vanClient),
  ...Object.fromEntries(REGELTABELLEN.map((tabel) => [tabel, alles(tabel, vanClient)])),
  bericht: alles('bericht', (regioId, clientId) => sql`x.id in (${berichten(regioId, clientId)})`),
  aanvaarding: alles('aanvaarding', vanBericht),
  inleesbestand: alles('inleesbestand', vanBericht),
  retour: alles(
    'retour',
    (
      regioId,
      clientId,
    ) => sql`exists (select from bericht h join bericht a on a.regio_id = h.regio_id and a.id = x.bericht_id and a.wet = h.wet
      where h.regio_id = ${regioId} and h.id in (${berichten(regioId, clientId)}) and h.soort = x.heen_soort
        and h.afzender = x.heen_afzender and h.identificatie = x.heen_identificatie)`,
  ),
  declaratie_antwoord_regel: alles(
    'declaratie_antwoord_regel',
    (
      regioId,
      clientId,
    ) => sql`(x.bericht_id, x.referentie) in (select d.bericht_id, r.referentie from declaratie_regel r
      join bericht h on h.regio_id = r.regio_id and h.id = r.bericht_id
      join declaratie_antwoord d on d.regio_id = h.regio_id and d.declaratie_identificatie = h.identificatie
      join bericht a on a.regio_id = d.regio_id and a.id = d.bericht_id and a.wet = h.wet and a.agb = h.agb
      where r.regio_id = ${regioId} and r.client_id = ${clientId})`,
  ),
  evaluatie: alles('evaluatie', vanToewijzing),
  cto_respons: alles('cto_respons', vanToewijzing),
  kpi_gevallen: (
    regioId,
    clientId,
  ) => sql`select jsonb_build_object('jaar', u.jaar, 'kpi', u.kpi, 'agb', k.agb, 'toewijzing_id', g.toewijzing,
      'uitkomst', g.uitkomst, 'referentiedatum', g.referentie, 'startdatum', g.start) as rij
    from kpi_gevallen k join kpi_uitkomst u on u.regio_id = k.regio_id and u.id = k.uitkomst_id
    cross join lateral unnest(k.client_id, k.toewijzing_id, k.uitkomst, k.referentiedatum, k.startdatum)
      as g (client, toewijzing, uitkomst, referentie, start)
    where k.regio_id = ${regioId} and k.client_id && array[${clientId}::uuid] and g.client = ${clientId} order by 1`,
}
