/**
 * TypeScript text with its comments, and if asked its strings, blanked out. Line numbers and columns stay, so
 * that a search in the result points into the file. A scanner, not a parser: it knows comments, quotes, templates
 * (with code inside) and regular expressions, which is all that a line-based check needs.
 */

/** The text without comments; strings stay, so that import specifiers can be read. */
export const withoutComments = (text: string): string => blank(text, false)

/** The text without comments and without the content of strings, templates and regular expressions. */
export const codeOnly = (text: string): string => blank(text, true)

const blank = (text: string, strings: boolean): string => {
  const out: string[] = []
  const openBraces: number[] = [] // one entry per template whose code part we are in: braces opened inside it
  let at = 0
  let last = '' // the last significant character, or word, of code
  const keep = (part: string): void => void out.push(part)
  const hide = (part: string): void => void out.push(part.replace(/[^\n]/g, ' '))
  const literal = (part: string): void => (strings ? hide(part) : keep(part))
  const template = (from: number): void => {
    const { end, code } = templatePart(text, from)
    literal(text.slice(from, end))
    if (code) openBraces.push(0)
    last = code ? '{' : '`'
    at = end
  }
  while (at < text.length) {
    const here = text.charAt(at)
    const comment = commentAt(text, at)
    if (comment > at) {
      hide(text.slice(at, comment))
      at = comment
    } else if (here === "'" || here === '"') {
      const end = quoteEnd(text, at)
      literal(text.slice(at, end))
      last = here
      at = end
    } else if (here === '`') {
      template(at)
    } else if (here === '}' && openBraces.at(-1) === 0) {
      openBraces.pop()
      template(at)
    } else if (here === '/' && startsRegex(last)) {
      const end = regexEnd(text, at)
      literal(text.slice(at, end))
      last = '/'
      at = end
    } else {
      const inner = openBraces.length - 1
      if (here === '{' && inner >= 0) openBraces[inner] = (openBraces[inner] ?? 0) + 1
      if (here === '}' && inner >= 0) openBraces[inner] = (openBraces[inner] ?? 0) - 1
      const word = /^[\w$]+/.exec(text.slice(at, at + 80))?.[0] ?? here
      keep(word)
      if (word.trim() !== '') last = word
      at += word.length
    }
  }
  return out.join('')
}

/** Where the comment that starts here ends; the start itself when none does. */
const commentAt = (text: string, at: number): number => {
  if (text.startsWith('//', at)) return endOr(text, text.indexOf('\n', at), 0)
  if (text.startsWith('/*', at)) return endOr(text, text.indexOf('*/', at + 2), 2)
  return at
}

const endOr = (text: string, found: number, length: number): number => (found < 0 ? text.length : found + length)

const quoteEnd = (text: string, from: number): number => {
  const quote = text.charAt(from)
  let at = from + 1
  while (at < text.length && text.charAt(at) !== quote && text.charAt(at) !== '\n')
    at += text.charAt(at) === '\\' ? 2 : 1
  return Math.min(at + 1, text.length)
}

/** The text part of a template that starts at a backtick or at the brace that closes a code part. */
const templatePart = (text: string, from: number): { readonly end: number; readonly code: boolean } => {
  let at = from + 1
  while (at < text.length) {
    if (text.charAt(at) === '\\') at += 2
    else if (text.charAt(at) === '`') return { end: at + 1, code: false }
    else if (text.startsWith('${', at)) return { end: at + 2, code: true }
    else at += 1
  }
  return { end: text.length, code: false }
}

const wordsBeforeRegex: ReadonlySet<string> = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'await',
  'yield',
  'void',
])

const startsRegex = (last: string): boolean =>
  last === '' || wordsBeforeRegex.has(last) || /^[([{,;=:!&|?+*%<>~^-]$/.test(last)

const regexEnd = (text: string, from: number): number => {
  let at = from + 1
  let inClass = false
  while (at < text.length && text.charAt(at) !== '\n') {
    const here = text.charAt(at)
    if (here === '\\') at += 1
    else if (here === '[') inClass = true
    else if (here === ']') inClass = false
    else if (here === '/' && !inClass) return at + 1
    at += 1
  }
  return from + 1
}

/** A specifier that a file imports or re-exports from, and the line (1-based) it stands on. */
export interface ImportedName {
  readonly specifier: string
  readonly line: number
}

/** Everything a file imports: static, dynamic, for types only and by re-export. */
export const importsOf = (text: string): readonly ImportedName[] => {
  const code = withoutComments(text)
  return [...code.matchAll(/(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*['"]([^'"\n]+)['"]/g)].map((match) => ({
    specifier: match[1] ?? '',
    line: code.slice(0, match.index).split('\n').length,
  }))
}

/** The folder of the package that a specifier or relative path leads to, when it is one of ours. */
export const ourPackage = (specifier: string): string | undefined => /^@quittance\/([^/]+)/.exec(specifier)?.[1]

/** The package part of a specifier: `fp-ts/lib/Either.js` is of `fp-ts`. */
export const packageOf = (specifier: string): string => /^(@[^/]+\/[^/]+|[^/]+)/.exec(specifier)?.[1] ?? specifier
