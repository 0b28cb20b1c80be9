import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Weigering } from '../platform/errors.ts'

// U13: room for a form that is carried along a sign-in (terug.ts), each character written as three bytes of three characters.
const MAXIMUM = 2 * 1024 * 1024

// The pages that take files: messages and CSV, documents and their versions, a logo.
const MET_BESTAND = /\/inlezen$|\/dossier\/nieuw$|^\/documenten\/[^/]+\/versies$|^\/huisstijl\/(?:regio|[0-9]{4})$/

const telBytes = bodyLimit({
  maxSize: MAXIMUM,
  onError: () => {
    throw new Weigering(413, 'te-groot', 'Dit formulier is te groot. Ga terug en vul minder in.')
  },
})

/**
 * A form is read into memory, also before anybody signed in: it has a limit. Files go only to the pages that read them, which count
 * (csrf.ts) or stream (bericht/lees-upload.ts), and look for the proof of the page themselves.
 */
export const begrensFormulier: MiddlewareHandler = (c, next) => {
  if (c.req.header('content-type')?.startsWith('multipart/') !== true) return telBytes(c, next)
  if (!MET_BESTAND.test(c.req.path)) {
    throw new Weigering(400, 'geen-bestanden', 'Deze pagina neemt geen bestanden aan. Ga terug en probeer het opnieuw.')
  }
  return next()
}
