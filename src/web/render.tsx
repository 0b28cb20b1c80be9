import type { ReactElement } from 'react'
import { toHtml } from './to-html.ts'

/** A whole page; the element is `Pagina` or `KalePagina`. Static: the browser never hydrates. */
export function renderPage(element: ReactElement): string {
  return '<!doctype html>' + toHtml(element)
}
