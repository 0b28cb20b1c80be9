import { makeWeb, type WebDiensten } from './web/app.tsx'

/** The whole program as a function from Request to Response; tests need no server. */
export function createApp(diensten: WebDiensten) {
  return makeWeb(diensten)
}
