import { readdirSync, readFileSync } from 'node:fs'
import { Marked, type Token, type Tokens } from 'marked'
import { routes } from '../routes.ts'

export type Handleidingpagina = {
  /** Last part of the URL; empty for the first page */
  naam: string
  titel: string
  /** First paragraph as plain text */
  lead: string
  /** Everything below it */
  html: string
}

const MAP = new URL('../../../docs/handleiding/', import.meta.url)

// In this order beside each page; a page that is not listed comes last.
const VOLGORDE = [
  '',
  'aanmelden',
  'vandaag',
  'aanbieders',
  'overeenkomsten',
  'contactpersonen',
  'kalender',
  'berichten',
  'evaluaties',
  'kpis',
  'bevindingen',
  'gesprekken',
  'verbeterplannen',
  'escalaties',
  'brieven',
  'dossier',
  'overlegtafels',
  'taken-en-mandaat',
  'organisatie',
  'inrichting',
  'bewaren',
  'voorkeuren',
  'gebruikers',
  'rollen',
  'inzage',
  'begrippen',
]

let gelezen: Map<string, Handleidingpagina> | undefined

/** Every page of the handbook in reading order, by name. Read once: the files come with the program. */
export function leesHandleiding(): Map<string, Handleidingpagina> {
  gelezen ??= leesAlles()
  return gelezen
}

function leesAlles(): Map<string, Handleidingpagina> {
  const namen = readdirSync(MAP).filter((bestand) => bestand.endsWith('.md'))
  const paginas = namen.map((bestand) => {
    const naam = bestand.replace(/\.md$/, '').replace(/^index$/, '')
    return maakPagina(naam, readFileSync(new URL(bestand, MAP), 'utf8'))
  })
  const plaats = ({ naam }: Handleidingpagina) => (VOLGORDE.includes(naam) ? VOLGORDE.indexOf(naam) : VOLGORDE.length)
  return new Map(paginas.sort((a, b) => plaats(a) - plaats(b)).map((pagina) => [pagina.naam, pagina]))
}

/** A page from Markdown: the first heading is its title, the paragraph below it its lead. */
export function maakPagina(naam: string, markdown: string): Handleidingpagina {
  const tokens = marked.lexer(markdown)
  const neem = (type: string) => {
    const plek = tokens.findIndex((token) => token.type !== 'space')
    return tokens[plek]?.type === type ? (tokens.splice(plek, 1)[0] as Tokens.Heading | Tokens.Paragraph) : undefined
  }
  const titel = neem('heading')
  const lead = neem('paragraph')
  return { naam, titel: platteTekst(titel?.tokens), lead: platteTekst(lead?.tokens), html: marked.parser(tokens) }
}

function platteTekst(tokens: Token[] = []): string {
  return tokens
    .map((token) => ('tokens' in token ? platteTekst(token.tokens) : 'text' in token ? String(token.text) : ''))
    .join('')
}

const marked = new Marked({
  renderer: {
    // Nothing but Markdown: no HTML from a file reaches the page.
    html: () => '',
    heading({ tokens, depth }) {
      const tekst = this.parser.parseInline(tokens)
      return `<h${depth} id="${anker(platteTekst(tokens))}">${tekst}</h${depth}>\n`
    },
    link({ href, tokens }) {
      return `<a href="${escape(verwijzing(href))}">${this.parser.parseInline(tokens)}</a>`
    },
    table({ header, rows }) {
      const inhoud = ({ tokens }: Tokens.TableCell) => this.parser.parseInline(tokens)
      const kop = header.map((cel) => `<th scope="col">${inhoud(cel)}</th>`).join('')
      // The first cell names the row, as in every table of the program.
      const lijf = rows.map(
        (rij) =>
          `<tr>${rij.map((cel, i) => (i === 0 ? `<th scope="row">${inhoud(cel)}</th>` : `<td>${inhoud(cel)}</td>`)).join('')}</tr>`,
      )
      return `<table class="ov-tabel"><thead><tr>${kop}</tr></thead><tbody>${lijf.join('')}</tbody></table>\n`
    },
  },
})

/** `kpis.md#waarom` as it is in the program: links work in the repository and here. */
function verwijzing(href: string): string {
  const [, pagina, anker = ''] = /^([a-z-]+)\.md(#.*)?$/.exec(href) ?? []
  if (pagina === undefined) return href
  return routes.handleiding(pagina === 'index' ? undefined : pagina) + anker
}

function anker(tekst: string): string {
  return tekst
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function escape(tekst: string): string {
  return tekst.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
