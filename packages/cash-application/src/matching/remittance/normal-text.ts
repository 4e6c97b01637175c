/**
 * Text as matching reads it: Unicode NFKC, upper case, everything but letters and digits a gap. Every character
 * remembers where it stands in the text that came in, so that a mention can be shown to a person.
 */

/** Kinds of characters. */
export const gap = 0
/** A decimal digit, 0 to 9. */
export const digit = 1
/** A letter, of any script. */
export const letter = 2
/** The end of a line; nothing is read across it. */
export const lineEnd = 3

/** A text made ready for reading. @category model @since 0.1.0 */
export interface NormalText {
  /** The text that came in. */
  readonly source: string
  /** Upper case; of the characters outside ASCII only letters are left. */
  readonly chars: string
  /** Where each of `chars` begins and ends in `source`; absent if they stand at the same places. */
  readonly places: { readonly starts: ReadonlyArray<number>; readonly ends: ReadonlyArray<number> } | undefined
}

const kinds = new Uint8Array(128)
for (let code = 48; code <= 57; code += 1) kinds[code] = digit
for (let code = 65; code <= 90; code += 1) kinds[code] = letter
for (let code = 97; code <= 122; code += 1) kinds[code] = letter
for (const code of [10, 11, 12, 13]) kinds[code] = lineEnd

/** What kind of character stands there; beyond ASCII a normal text holds letters only. */
export const kindOf = (code: number): number => (code < 128 ? (kinds[code] as number) : letter)

/**
 * Make a text ready for reading. Work is linear in its length.
 *
 * @law every mention stands in the text where it says
 */
export const normalText = (source: string): NormalText => {
  for (let at = 0; at < source.length; at += 1) if (source.charCodeAt(at) > 127) return beyondAscii(source)
  return { source, chars: source.toUpperCase(), places: undefined }
}

/** Where a stretch of normal characters stands in the text that came in. */
export const placeOf = (
  text: NormalText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } =>
  text.places === undefined
    ? { start, end }
    : { start: text.places.starts[start] ?? 0, end: text.places.ends[end - 1] ?? 0 }

const isMark = (character: string): boolean => /^\p{M}$/u.test(character)
const isLetter = (character: string): boolean => /^[\p{L}\p{N}]$/u.test(character)

// Longer stacks of accents are cut, as UAX 15 does in its stream-safe form: sorting them is not linear.
const mostMarks = 30

/** A character with the accents that follow it is normalised as one; its places are those of the whole cluster. */
const beyondAscii = (source: string): NormalText => {
  const parts: Array<string> = []
  const starts: Array<number> = []
  const ends: Array<number> = []
  let at = 0
  while (at < source.length) {
    const start = at
    at += widthAt(source, at)
    for (let marks = 0; marks < mostMarks && at < source.length && source.charCodeAt(at) > 0x2ff; marks += 1) {
      const width = widthAt(source, at)
      if (!isMark(source.slice(at, at + width))) break
      at += width
    }
    const normal = readable(source.slice(start, at), parts.at(-1))
    parts.push(normal)
    for (let unit = 0; unit < normal.length; unit += 1) {
      starts.push(start)
      ends.push(at)
    }
  }
  return { source, chars: parts.join(''), places: { starts, ends } }
}

const widthAt = (source: string, at: number): number => ((source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

/** The normal form of one cluster: ASCII as it is, letters as they are, anything else one gap. */
const readable = (cluster: string, before: string | undefined): string => {
  if (cluster.length === 1 && cluster.charCodeAt(0) < 128) return cluster.toUpperCase()
  if (/^[\u0085\u2028\u2029]$/.test(cluster)) return '\n'
  let normal = ''
  for (const character of cluster.normalize('NFKC').toUpperCase()) {
    if (character.charCodeAt(0) < 128 || isLetter(character)) normal += character
    else if (!isMark(character)) normal += ' '
    else if (kindOf((normal || before || ' ').charCodeAt((normal || before || ' ').length - 1)) === letter)
      normal += character
  }
  return normal === '' ? ' ' : normal
}
