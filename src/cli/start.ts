import { serve, type ServerType } from '@hono/node-server'
import { createApp } from '../app.ts'
import type { Diensten } from '../diensten.ts'
import { kanIemandAanmelden } from '../domain/plan/account/kan-iemand-aanmelden.ts'
import { listRegios } from '../domain/plan/inrichting/list-regios.ts'
import { readSessieduur, type Env } from '../platform/env.ts'
import { Stop } from '../platform/errors.ts'
import { startAuditstroom } from '../jobs/auditstroom.ts'
import { startWerk } from '../jobs/werk.ts'
import { readOrganisatie } from './organisatie.ts'
import { isMeegeleverd, laadVoorbeelden } from './voorbeeld.ts'
import { werkRegiosBij } from './werk-bij.ts'

type Opties = { poort?: string; alleen?: string }

/**
 * Node breaks a request off after five minutes, and a large upload takes longer: so that limit is off. It takes the one on headers
 * along unless that is named, and without it a sender of half a request holds a connection for ever.
 */
export const serverOptions = { requestTimeout: 0, headersTimeout: 60_000 }

type Verzoek = {
  headers: Record<string, string | string[] | undefined>
  complete: boolean
  socket: { destroy: () => unknown }
  once: (wat: 'end' | 'close', doe: () => void) => Verzoek
}

// A form is two megabytes at most: on the slowest line a matter of seconds.
const FORMULIER_MS = 60_000

/**
 * Breaks a request off that is not there after a minute: who sends a form byte by byte holds no connection. Not one with a file, which
 * may take long; only few paths take those.
 */
export function breekTrageAf(server: Pick<ServerType, 'on'>, ms = FORMULIER_MS) {
  const luister = server.on.bind(server) as (wat: 'request', doe: (verzoek: Verzoek) => void) => unknown
  luister('request', (verzoek) => {
    if (/^multipart\//i.test(String(verzoek.headers['content-type'] ?? ''))) return
    const klok = setTimeout(() => {
      if (!verzoek.complete) verzoek.socket.destroy()
    }, ms)
    const klaar = () => clearTimeout(klok)
    verzoek.once('end', klaar).once('close', klaar)
  })
}

/** Refuses demonstration mode where real people could be: throws Stop. */
export async function controleerVoorbeeld(diensten: Diensten, env: Env) {
  if (env.OVERLAP_VOORBEELD !== '1') return
  if (env.NODE_ENV === 'production') {
    throw new Stop(
      'De voorbeeldregio heeft geen wachtwoorden en start daarom niet met NODE_ENV=production. Laat OVERLAP_VOORBEELD weg.',
    )
  }
  const andere = (await listRegios(diensten.db)).filter((regio) => !isMeegeleverd(regio))
  if (andere.length > 0) {
    throw new Stop(
      'In deze database staat een andere regio. De voorbeeldregio’s starten alleen in een eigen database: kies een andere map met OVERLAP_MAP.',
    )
  }
}

/** Refuses a program for real people that nobody can enter: throws Stop, and says what to do. */
export async function controleerAanmelden(diensten: Diensten, env: Env) {
  if (env.NODE_ENV !== 'production') return
  if (readOrganisatie(env) === undefined && !(await kanIemandAanmelden(diensten.db, diensten.clock.now()))) {
    throw new Stop(
      'Niemand kan zich aanmelden: er is geen account en geen uitnodiging. Maak de eerste met: npx --no overlap gebruiker uitnodigen --naam "Voornaam Achternaam" --email naam@gemeente.nl --rol "functioneel beheerder"',
    )
  }
  if (env.OVERLAP_URL?.startsWith('https://') !== true) {
    throw new Stop(
      'Stel OVERLAP_URL in op het adres waarop mensen Overlap openen, met https, bijvoorbeeld https://overlap.voorbeeldregio.nl. Zonder https bewaart een browser de aanmelding niet.',
    )
  }
}

/** Starts web and worker (or one of them) and stays until it is told to stop. */
export async function start(diensten: Diensten, env: Env, opties: Opties, stopSein: Promise<void>): Promise<number> {
  const poort = Number(opties.poort ?? '3000')
  if (!/^\d{1,5}$/.test(opties.poort ?? '3000') || poort > 65535)
    throw new Stop('De poort moet een getal zijn tussen 0 en 65535.')
  if (opties.alleen !== undefined && !['web', 'werk'].includes(opties.alleen))
    throw new Stop('Kies --alleen web of --alleen werk.')
  const voorbeeld = env.OVERLAP_VOORBEELD === '1'
  await controleerVoorbeeld(diensten, env)
  await werkRegiosBij(diensten)
  await controleerAanmelden(diensten, env)
  if (env.NODE_ENV === 'production' && env.OVERLAP_BEVEILIGINGSCONTACT === undefined) {
    console.error(
      'Let op: OVERLAP_BEVEILIGINGSCONTACT is niet ingevuld. Gemeenten moeten laten weten waar een zwakke plek kan worden gemeld.',
    )
  }
  if ((await diensten.scanner?.antwoordt()) === false) {
    console.error(
      'Let op: de virusscanner van OVERLAP_CLAMAV antwoordt niet. Tot hij antwoordt, wordt geen enkel bestand ingelezen.',
    )
  }
  if (voorbeeld) await laadVoorbeelden(diensten, (regel) => console.log(regel))

  // In demonstration mode anybody who can reach the program is anybody: only this machine may.
  const hostname = voorbeeld ? '127.0.0.1' : (env.OVERLAP_ADRES ?? '127.0.0.1')
  // The port first: when it is taken, no worker may be left behind that keeps the program from ending.
  const web = opties.alleen === 'werk' ? undefined : await luister(diensten, env, hostname, poort)
  try {
    const werk = opties.alleen === 'web' ? undefined : await startWerk(diensten)
    const stroom =
      env.OVERLAP_AUDITSTROOM === '1' && werk ? startAuditstroom(diensten, (regel) => console.log(regel)) : undefined
    if (web) console.log(`Overlap draait op http://${hostname}:${web.poort}`)
    await stopSein
    await werk?.stop()
    await stroom?.stop()
  } finally {
    await web?.stop()
  }
  return 0
}

function luister(diensten: Diensten, env: Env, hostname: string, port: number) {
  const app = createApp({
    ...diensten,
    voorbeeld: env.OVERLAP_VOORBEELD === '1',
    sessieduur: readSessieduur(env),
    url: env.OVERLAP_URL,
    proxys: env.OVERLAP_PROXY ?? [],
    mail: diensten.post !== undefined,
    beveiligingscontact: env.OVERLAP_BEVEILIGINGSCONTACT,
    organisatie: readOrganisatie(env),
    // in the demonstration there is nobody but who sits at this machine
    gewoon: env.OVERLAP_VOORBEELD !== '1' && (env.OVERLAP_VERZOEKEN_PER_MINUUT ?? true),
  })
  return new Promise<{ poort: number; stop: () => Promise<void> }>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname, port, serverOptions }, ({ port }) =>
      resolve({
        poort: port,
        stop: () =>
          new Promise((done) => {
            server.close(() => done())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      }),
    )
    breekTrageAf(server)
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' ? new Stop(`Poort ${port} is al in gebruik. Kies een andere met --poort.`) : error,
      )
    })
  })
}
