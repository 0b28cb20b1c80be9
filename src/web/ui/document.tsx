import type { ReactNode } from 'react'
import { asset } from '../assets/assets.ts'
import { Vormen } from './vormen.tsx'

type Props = {
  titel: string
  sneltoetsen: boolean
  ruim?: boolean
  ververs?: number | undefined
  children: ReactNode
}

/** The HTML document: head with hashed assets, the shapes, the link past the menu. */
export function Document({ titel, sneltoetsen, ruim = false, ververs, children }: Props) {
  return (
    <html lang="nl" data-sneltoetsen={sneltoetsen ? undefined : 'uit'} data-rijen={ruim ? 'ruim' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{titel}</title>
        <link rel="preload" as="font" type="font/woff2" href={asset('source-sans-3.woff2')} crossOrigin="" />
        <link rel="icon" href={asset('logo.svg')} type="image/svg+xml" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={asset('overlap.css')} />
        {ververs !== undefined && (
          <noscript>
            <meta httpEquiv="refresh" content={String(ververs)} />
          </noscript>
        )}
        <script src={asset('overlap.js')} defer />
      </head>
      <body>
        <a className="ov-sla-over ams-visually-hidden" href="#inhoud">
          Direct naar de inhoud
        </a>
        <Vormen />
        {children}
        <div id="meldplek" role="status" className="ams-visually-hidden" />
      </body>
    </html>
  )
}
