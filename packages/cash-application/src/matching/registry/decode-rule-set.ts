/** A rule set out of a JSON file: a matcher, or what is wrong with which field. */
import * as E from 'fp-ts/lib/Either.js'
import type { Matcher } from './model.js'
import { type RuleSetKind, shippedKinds } from './rule-set-kinds.js'

/** Why a JSON value is no rule set. @category rejections @since 0.1.0 */
export type BadRuleSet =
  | { readonly _tag: 'UnknownKind'; readonly kind: string; readonly known: ReadonlyArray<string> }
  /** A line for each field that is wrong, missing or not known, with its path. */
  | { readonly _tag: 'BadFields'; readonly kind: string; readonly errors: ReadonlyArray<string> }

/**
 * Read a rule set: an object with its `kind`, `id`, `version` and the fields of that kind.
 *
 * @param kinds - the kinds to look among; the shipped ones, if absent
 * @law a rule set written as JSON has the same name when it is read
 * @rejects UnknownKind, BadFields, in this order
 * @category codecs
 * @since 0.1.0
 */
export const decodeRuleSet = (
  json: unknown,
  kinds: ReadonlyArray<RuleSetKind> = shippedKinds,
): E.Either<BadRuleSet, Matcher> => {
  const { kind, ...fields } = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {}
  const found = kinds.find((one) => one.kind === kind)
  if (found === undefined)
    return E.left({ _tag: 'UnknownKind', kind: String(kind), known: kinds.map((one) => one.kind) })
  const read = found.read(fields)
  return E.isLeft(read) ? E.left({ _tag: 'BadFields', kind: found.kind, errors: read.left }) : read
}
