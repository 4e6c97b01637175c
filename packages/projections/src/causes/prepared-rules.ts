/** A rule set with its functions: every rule that it names, ready to run with its settings. */
import * as E from 'fp-ts/lib/Either.js'
import type { CauseRule, Found } from './cause-rule.js'
import type { CauseRules } from './cause-rules.js'
import type { ItemDossier } from './item-dossier.js'
import type { Evidence } from './weigh-evidence.js'

/** A rule with its settings. @internal */
export interface PreparedRule {
  readonly rule: CauseRule
  readonly settings: unknown
}

/**
 * The rules of a set in its order, or a line for each that has no function or settings that it cannot read.
 *
 * @internal
 */
export const preparedRules = (
  { rules }: Pick<CauseRules, 'rules'>,
  functions: ReadonlyArray<CauseRule>,
): E.Either<ReadonlyArray<string>, ReadonlyArray<PreparedRule>> => {
  const names = rules.map(({ rule }) => rule)
  const errors: Array<string> = []
  const prepared = rules.flatMap(({ rule: id, settings }, index) => {
    const rule = functions.find((one) => one.id === id)
    if (rule === undefined) errors.push(`rules.${index}.rule: there is no rule "${id}"`)
    if (names.indexOf(id) < index) errors.push(`rules.${index}.rule: "${id}" stands twice`)
    if (rule === undefined) return []
    if (settings === undefined) return [{ rule, settings: rule.settings.defaults }]
    const read = rule.settings.decode(settings)
    if (E.isRight(read)) return [{ rule, settings: read.right }]
    errors.push(...read.left.map((line) => `rules.${index}.settings.${line}`))
    return []
  })
  return errors.length > 0 ? E.left(errors) : E.right(prepared)
}

/** What the rules find in a dossier, in their order; what one rule finds is put in the order of the causes, so that no order of arrival shows. @internal */
export const evidenceIn = (dossier: ItemDossier, rules: ReadonlyArray<PreparedRule>): ReadonlyArray<Evidence> =>
  rules.flatMap(({ rule, settings }) => {
    const found = rule.find(dossier, settings)
    if (found.length === 0) return []
    const ordered = found.length === 1 ? found : found.toSorted(byCause)
    return ordered.map((one): Evidence => ({ ...one, rule: rule.id, rank: rule.rank }))
  })

const byCause = (a: Found, b: Found): number => {
  if (a.happenedOn !== b.happenedOn) return a.happenedOn < b.happenedOn ? -1 : 1
  if (a.cause !== b.cause) return a.cause < b.cause ? -1 : 1
  return (a.positions[0] ?? 0) - (b.positions[0] ?? 0)
}
