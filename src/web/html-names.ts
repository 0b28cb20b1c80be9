/** How React writes an attribute: as text, only when true, or as text that may not be a script. */
type Attribute = { opening: string; kind: 'text' | 'flag' | 'address' }

/** `last`: what React writes after all other attributes of the tag, in this order. */
type Tag = { open: string; close: string; empty: boolean; last: readonly string[] | undefined }

const attributes = new Map<string, Attribute | null>()
const tags = new Map<string, Tag | null>()

/** Null when only React knows how to write it. */
export function attributeOf(name: string): Attribute | null {
  let attribute = attributes.get(name)
  if (attribute === undefined) attributes.set(name, (attribute = findAttribute(name)))
  return attribute
}

/** Null when React does more than write it down. */
export function tagOf(type: string): Tag | null {
  let tag = tags.get(type)
  if (tag === undefined) tags.set(type, (tag = findTag(type)))
  return tag
}

function findAttribute(name: string): Attribute | null {
  if (flags.has(name)) return { opening: ` ${name === 'autoFocus' ? 'autofocus' : name}="`, kind: 'flag' }
  const written = renamed[name] ?? (sameName.has(name) || /^(aria|data)-[a-z-]+$/.test(name) ? name : undefined)
  if (written === undefined) return null
  return { opening: ` ${written}="`, kind: addresses.has(name) ? 'address' : 'text' }
}

function findTag(type: string): Tag | null {
  if (!/^[a-z][a-z0-9A-Z]*$/.test(type) || odd.has(type)) return null
  return { open: `<${type}`, close: `</${type}>`, empty: empty.has(type), last: last[type] }
}

const names = (text: string) => text.trim().split(/\s+/)

const flags = new Set(
  names('async autoFocus defer disabled download hidden inert noValidate open readOnly required reversed'),
)
const addresses = new Set(names('action formAction href src'))
const sameName = new Set(
  names(`abbr accept action as autoComplete charSet clipPathUnits colSpan content cx cy d dateTime dx dy encType fill for form formAction formMethod
    height href hrefLang id inputMode label lang max maxLength media method min minLength name opacity overflow pattern
    patternTransform patternUnits placeholder points preserveAspectRatio r rel role rx ry scope sizes src step stroke target
    title transform type value viewBox width x x1 x2 y y1 y2`),
)
const renamed: Record<string, string | undefined> = {
  className: 'class',
  clipPath: 'clip-path',
  crossOrigin: 'crossorigin',
  htmlFor: 'for',
  httpEquiv: 'http-equiv',
  shapeRendering: 'shape-rendering',
  strokeDasharray: 'stroke-dasharray',
  strokeLinecap: 'stroke-linecap',
  strokeLinejoin: 'stroke-linejoin',
  strokeWidth: 'stroke-width',
  tabIndex: 'tabindex',
  textAnchor: 'text-anchor',
  vectorEffect: 'vector-effect',
}

const empty = new Set(names('area base br col embed hr input link meta source track wbr'))
const odd = new Set(names('img keygen listing menuitem object option param picture pre select style textarea'))
const button = names('name formAction formEncType formMethod formTarget')
const last: Record<string, readonly string[] | undefined> = {
  input: [...button, 'checked', 'defaultChecked', 'value', 'defaultValue'],
  button,
  form: names('action encType method target'),
}
