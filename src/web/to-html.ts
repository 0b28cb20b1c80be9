import { createElement, Fragment, type ComponentType, type ReactElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { attributeOf, tagOf } from './html-names.ts'

type Props = Record<string, unknown> & { children?: ReactNode }

/**
 * Elements to HTML, byte for byte what React's `renderToStaticMarkup` makes of them, in half the time: React keeps books for
 * suspense, hydration and streams that our pages do not have. What is not plain (a component with hooks, a context, an attribute
 * that html-names.ts does not know) is left to React itself.
 */
export function toHtml(node: ReactNode): string {
  if (typeof node === 'string') return escape(node)
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node !== 'object') return String(node)
  if (Array.isArray(node)) {
    let html = ''
    for (const child of node as ReactNode[]) html += toHtml(child)
    return html
  }
  const { type, props } = node as ReactElement<Props>
  if (typeof type === 'string') return plainTag(type, props) ?? renderToStaticMarkup(node)
  if (typeof type === 'function') return component(type as ComponentType<Props>, props)
  if (type === Fragment) return toHtml(props.children)
  return renderToStaticMarkup(node)
}

// Components that turned out to need React itself: a hook outside React throws.
const needsReact = new Set<unknown>()

function component(type: ComponentType<Props>, props: Props): string {
  if (needsReact.size > 0 && needsReact.has(type)) return renderToStaticMarkup(createElement(type, props))
  let made: ReactNode
  try {
    made = (type as (props: Props) => ReactNode)(props)
  } catch {
    const html = renderToStaticMarkup(createElement(type, props))
    needsReact.add(type)
    return html
  }
  return toHtml(made)
}

/** Undefined when the tag needs React. */
function plainTag(type: string, props: Props): string | undefined {
  const tag = tagOf(type)
  if (tag === null) return type === 'select' ? select(props) : undefined
  const { last } = tag
  let html = tag.open
  let inner: string | undefined
  for (const name in props) {
    const value = props[name]
    if (value === null || value === undefined || name === 'children') continue
    if (last !== undefined && last.includes(name)) continue
    const attribute = attributeOf(name)
    if (typeof value === 'string' && attribute?.kind === 'text') html += attribute.opening + escape(value) + '"'
    else if (name === 'dangerouslySetInnerHTML') inner = (value as { __html: string }).__html
    else {
      const text = write(name, value)
      if (text === undefined) return undefined
      html += text
    }
  }
  if (last !== undefined) {
    const text = type === 'input' ? inputAttributes(last, props) : attributes(last, props)
    if (text === undefined) return undefined
    html += text
  }
  return tag.empty ? html + '/>' : html + '>' + (inner ?? toHtml(props.children)) + tag.close
}

/** One attribute with the space before it; undefined when it needs React. */
function write(name: string, value: unknown): string | undefined {
  const attribute = attributeOf(name)
  if (attribute === null) return undefined
  const { opening, kind } = attribute
  if (kind === 'flag') return typeof value === 'boolean' ? (value ? `${opening}"` : '') : undefined
  if (typeof value === 'number') return `${opening}${value}"`
  if (typeof value === 'boolean')
    return /^(aria|data)-/.test(name) ? `${opening}${value}"` : name === 'value' ? undefined : ''
  if (typeof value !== 'string' || (kind === 'address' && (value === '' || maybeScript.test(value)))) return undefined
  return `${opening}${escape(value)}"`
}

const maybeScript = /^[\u0000-\u001F ]*j/i

/** These attributes in this order; undefined when one needs React. */
function attributes(names: readonly string[], props: Props): string | undefined {
  let html = ''
  for (const name of names) {
    const value = props[name]
    if (value === null || value === undefined) continue
    const text = write(name, value)
    if (text === undefined) return undefined
    html += text
  }
  return html
}

function inputAttributes(
  last: readonly string[],
  { checked, defaultChecked, value, defaultValue, ...props }: Props,
): string | undefined {
  const first = attributes(last, props)
  const marked = checked ?? defaultChecked ?? false
  const content = value ?? defaultValue
  const text = content === null || content === undefined ? '' : write('value', content)
  if (first === undefined || text === undefined || typeof marked !== 'boolean') return undefined
  return first + (marked ? ' checked=""' : '') + text
}

/** A choice of plain options, one of which is marked by the value of the select. */
function select({ children, value, defaultValue, ...props }: Props): string | undefined {
  const start = attributes(Object.keys(props), props)
  const chosen = value ?? defaultValue
  if (start === undefined || typeof chosen !== 'string') return undefined
  let options = ''
  for (const child of [children].flat(3)) {
    const { type, props } = (child ?? {}) as Partial<ReactElement<Props>>
    const { value, children: text, ...rest } = props ?? {}
    if (type !== 'option' || typeof value !== 'string' || Object.keys(rest).length > 0) return undefined
    options += `<option value="${escape(value)}"${value === chosen ? ' selected=""' : ''}>${toHtml(text)}</option>`
  }
  return `<select${start}>${options}</select>`
}

const unsafe = /["'&<>]/

function escape(text: string): string {
  if (!unsafe.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
