/**
 * Finds in a payer's text what it says of open items. Strong readings come first, and what they take is not read
 * again: references with check digits, identifiers in full, their endings, glued ones, and last those with one slip.
 * Nothing is guessed: a mention names every item that it may mean.
 */
import { type CheckScheme, referencesIn } from './check-digits/structured-references.js'
import { chances } from './chance.js'
import { type DigitWindow, digitWindows, leftovers } from './digit-windows.js'
import { endings } from './finders/endings.js'
import { type Found, isTaken, settle } from './finders/found.js'
import { gluedEndings, gluedWhole, longestRun } from './finders/glued.js'
import { lettered } from './finders/lettered.js'
import { slips } from './finders/slips.js'
import { wholeNumbers } from './finders/whole-numbers.js'
import { type Identifier, keyOf } from './identifier.js'
import type { IdentifierIndex } from './identifier-index.js'
import { lookalikeWindows } from './lookalikes.js'
import type { Mention, Mentions } from './mention.js'
import { type NormalText, normalText, placeOf } from './normal-text.js'
import { lookalikesAsDigits, type Tokens, tokensOf } from './tokens.js'

/** The most mentions of one text that are reported. @category policies @since 0.1.0 */
export const mostMentions = 4096

/** What else to look for. @category model @since 0.1.0 */
export interface ScanOptions {
  /** References with check digits; RF, QR and Belgian ones if nothing is said. */
  readonly schemes?: ReadonlyArray<CheckScheme>
}

/**
 * What a payer's text says of open items.
 *
 * Upper and lower case, gaps and leading zeros make no difference; O is read as 0 and I and L as 1 in words of at
 * least three digits. Nothing is read across the end of a line. Work is linear in the length of the text.
 *
 * @param text - all lines of one payment, of any length
 * @law case, separators and zero padding of a mention keep its candidates
 * @law appending words without digits changes no mention
 * @law a longer match wins over its own parts
 * @law every mention stands in the text where it says
 * @law a single number names what a search through every identifier names
 * @example
 * const index = emptyIdentifierIndex()
 * addIdentifiers(index, 'a', ['1930567021'])
 * addIdentifiers(index, 'b', ['1930570986'])
 * mentionsIn('INV 1930567021, 0570968', index).mentions.map(({ how, raw }) => [how, raw]) // => [['exact', '1930567021']]
 * @category policies
 * @since 0.1.0
 */
export const mentionsIn = (text: string, index: IdentifierIndex, options: ScanOptions = {}): Mentions => {
  const normal = normalText(text)
  const tokens = tokensOf(normal.chars)
  const longest = longestDigits(index)
  const windows = digitWindows(normal.chars, tokens, longest + 1)
  const found = findAll({ normal, tokens, windows, longest, index, options })
  const truncated = found.length > mostMentions || hasRunBeyond(tokens, longestRun)
  const kept = found.slice(0, mostMentions).sort((a, b) => a.start - b.start || b.end - a.end)
  const chanceOf = chances({ chars: normal.chars, tokens, windows }, index.counts)
  const itemsOf = itemLists()
  return { mentions: kept.map((one) => mentionOf(one, normal, itemsOf, chanceOf)), truncated }
}

interface Task {
  readonly normal: NormalText
  readonly tokens: Tokens
  readonly windows: ReadonlyArray<DigitWindow>
  readonly longest: number
  readonly index: IdentifierIndex
  readonly options: ScanOptions
}

const findAll = ({ normal, tokens, windows, longest, index, options }: Task): ReadonlyArray<Found> => {
  const { chars } = normal
  const taken = new Uint8Array(chars.length)
  const found: Array<Found> = []
  // Beyond the most that are reported nothing is looked for.
  const keep = (find: () => Array<Found>): void => {
    if (found.length <= mostMentions) for (const one of settle(find(), taken)) found.push(one)
  }
  keep(() => structured(normal, tokens, index, options))
  const read = lookalikesAsDigits(normal, tokens)
  const misread = read === undefined ? undefined : lookalikeWindows(chars, read, longest + 1)
  keep(() => {
    const whole = lettered(chars, tokens, index, taken)
    append(whole, wholeNumbers(chars, windows, index, taken))
    if (misread !== undefined) append(whole, wholeNumbers(chars, misread.within, index, taken, misread.edits))
    return whole
  })
  if (misread !== undefined) keep(() => wholeNumbers(chars, misread.atEdge, index, taken, misread.edits))
  const free = found.length === 0 ? windows : windows.filter(({ start, end }) => !isTaken(taken, start, end))
  if (free.length === 0 && !hasRunBeyond(tokens, longest + 1)) return found
  keep(() => endings(free, index, taken, longest))
  const before = found.length
  keep(() => gluedWhole(chars, tokens, index, taken))
  keep(() => slips(found.length === before ? free : [...free, ...leftovers(chars, tokens, taken)], index, taken))
  keep(() => gluedEndings(chars, tokens, index, taken, longest))
  return found
}

const append = (to: Array<Found>, more: ReadonlyArray<Found>): void => {
  for (const one of more) to.push(one)
}

/** References whose check holds and that an item carries, in full or by what they were made from. */
const structured = (normal: NormalText, tokens: Tokens, index: IdentifierIndex, options: ScanOptions): Array<Found> =>
  referencesIn(normal, tokens, options.schemes).flatMap(
    ({ scheme, reference, body, start, end }): ReadonlyArray<Found> => {
      // Twelve digits in a row pass the Belgian check too often for what stands in front to be read alone.
      const byBody = scheme !== 'ogm' || end - start > reference.length
      const identifiers = carrying(index, reference) ?? (byBody ? carrying(index, body) : undefined)
      const digits = identifiers?.[0]?.bare ?? ''
      return identifiers === undefined ? [] : [{ start, end, how: 'structured', identifiers, digits, edits: 0 }]
    },
  )

const carrying = (index: IdentifierIndex, reference: string): ReadonlyArray<Identifier> | undefined =>
  index.byKey.get(keyOf(reference)) ?? index.byBare.get(keyOf(reference))

const longestDigits = ({ counts }: IdentifierIndex): number => {
  for (let length = counts.digits.length - 1; length > 0; length -= 1) if (counts.digits[length] !== 0) return length
  return 0
}

const hasRunBeyond = ({ runStart, runEnd }: Tokens, digits: number): boolean => {
  for (let run = 0; run < runStart.length; run += 1)
    if ((runEnd[run] as number) - (runStart[run] as number) > digits) return true
  return false
}

/** Lists of items in the order of code units; a long one that is asked for again is the same list, and not sorted again. */
const itemLists = (): ((found: Found) => ReadonlyArray<string>) => {
  const known = new Map<
    string,
    { readonly identifiers: ReadonlyArray<Identifier>; readonly list: ReadonlyArray<string> }
  >()
  return ({ how, digits, identifiers }) => {
    const [only] = identifiers
    if (only !== undefined && identifiers.length === 1 && only.items.size === 1) return [...only.items]
    if (identifiers.length <= fewToSort && identifiers.every(({ items }) => items.size <= fewToSort))
      return sortedItems(identifiers)
    // Numbers tell most finds apart, not all: what is kept under a name may be of other identifiers.
    const name = `${how} ${digits} ${only?.alnum ?? ''}`
    const kept = known.get(name)
    if (kept !== undefined && isSame(kept.identifiers, identifiers)) return kept.list
    const list = sortedItems(identifiers)
    known.set(name, { identifiers, list })
    return list
  }
}

/** Of so few nothing is kept. */
const fewToSort = 8

const sortedItems = (identifiers: ReadonlyArray<Identifier>): ReadonlyArray<string> => {
  const items: Array<string> = []
  for (const identifier of identifiers) for (const item of identifier.items) items.push(item)
  return items.sort(byCodeUnit).filter((item, at) => item !== items[at - 1])
}

const isSame = (one: ReadonlyArray<Identifier>, other: ReadonlyArray<Identifier>): boolean =>
  one === other || (one.length === other.length && one.every((identifier, at) => identifier === other[at]))

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const mentionOf = (
  found: Found,
  normal: NormalText,
  itemsOf: (found: Found) => ReadonlyArray<string>,
  chanceOf: ReturnType<typeof chances>,
): Mention => {
  const span = placeOf(normal, found.start, found.end)
  const inFull = found.how !== 'glued' || isWhole(found)
  return {
    span,
    raw: normal.source.slice(span.start, span.end),
    how: found.how,
    candidates: itemsOf(found),
    edits: found.edits,
    chance: chanceOf(found, inFull),
  }
}

const isWhole = ({ digits, identifiers }: Found): boolean =>
  identifiers.some((identifier) => identifier.digits === digits || identifier.bare === digits)
