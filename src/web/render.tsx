import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** A whole page; the element is `Pagina` or `KalePagina`. Static: the browser never hydrates. */
export function renderPage(element: ReactElement): string {
  return '<!doctype html>' + renderToStaticMarkup(element)
}
