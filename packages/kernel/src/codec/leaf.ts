/** The leaves of every codec: texts, whole numbers, days and instants, each checked for what it means. */
import * as t from 'io-ts'
import { isCurrencyCode } from '../currency.js'
import { type Decimal, maxDecimalScale } from '../decimal.js'
import { isInstant, type Instant } from '../instant.js'
import { isLocalDate, type LocalDate } from '../local-date.js'
import { struct } from './struct.js'

const leaf = <A>(name: string, is: (value: unknown) => value is A): t.Type<A> =>
  new t.Type<A>(name, is, (value, context) => (is(value) ? t.success(value) : t.failure(value, context)), t.identity)

/** Any text. @category codecs @since 0.1.0 */
export const text: t.Type<string> = t.string

/** A text that says something. @category codecs @since 0.1.0 */
export const nonEmptyText: t.Type<string> = leaf(
  'nonEmptyText',
  (value): value is string => typeof value === 'string' && value !== '',
)

/** Yes or no. @category codecs @since 0.1.0 */
export const yesNo: t.Type<boolean> = t.boolean

/** A whole number in the safe range: minor units, days, counts. @category codecs @since 0.1.0 */
export const wholeNumber: t.Type<number> = leaf('wholeNumber', (value): value is number => Number.isSafeInteger(value))

/** A business day. @category codecs @since 0.1.0 */
export const day: t.Type<LocalDate> = leaf(
  'day',
  (value): value is LocalDate => typeof value === 'string' && isLocalDate(value),
)

/** A moment of recording. @category codecs @since 0.1.0 */
export const moment: t.Type<Instant> = leaf(
  'moment',
  (value): value is Instant => typeof value === 'string' && isInstant(value),
)

/** An ISO 4217 code. @category codecs @since 0.1.0 */
export const currencyCode: t.Type<string> = leaf(
  'currencyCode',
  (value): value is string => typeof value === 'string' && isCurrencyCode(value),
)

const decimalScale: t.Type<number> = leaf(
  'decimalScale',
  (value): value is number =>
    Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= maxDecimalScale,
)

/** An exact decimal. @category codecs @since 0.1.0 */
export const exactDecimal: t.Type<Decimal> = struct({ unscaled: wholeNumber, scale: decimalScale })

/** One of a closed list of words. @category codecs @since 0.1.0 */
export const oneOf = <Word extends string>(...words: ReadonlyArray<Word>): t.Type<Word> =>
  t.keyof(Object.fromEntries(words.map((word) => [word, null])) as Record<Word, null>) as unknown as t.Type<Word>

/** A list. @category codecs @since 0.1.0 */
export const listOf = <A>(item: t.Type<A>): t.Type<ReadonlyArray<A>> =>
  t.readonlyArray(item) as unknown as t.Type<ReadonlyArray<A>>

/** A flat map from text to text. @category codecs @since 0.1.0 */
export const textMap: t.Type<Readonly<Record<string, string>>> = t.record(t.string, t.string)

/** One of several shapes. @category codecs @since 0.1.0 */
export const either = <A, B>(a: t.Type<A>, b: t.Type<B>): t.Type<A | B> => t.union([a, b]) as unknown as t.Type<A | B>

/** An object told apart by its `_tag`. @category codecs @since 0.1.0 */
export const tagLiteral = <Tag extends string>(tag: Tag): t.Type<Tag> => t.literal(tag) as unknown as t.Type<Tag>
