/**
 * The rule sets that an application knows. A version, once registered, says the same for ever: what was decided under
 * it can be decided again, whatever came after.
 */
import * as E from 'fp-ts/lib/Either.js'
import { ruleSetName } from '../decision/rule-set-identity.js'
import type { Matcher } from './model.js'

/** Rule sets by id, then version. @category policies @since 0.1.0 */
export interface MatcherRegistry {
  readonly matchers: ReadonlyArray<Matcher>
}

/** Why a rule set is not registered. @category rejections @since 0.1.0 */
export type RegistryRejection =
  /** The id is empty or has a sign that names need (`@`, `#`), or the version is no whole number above zero. */
  | { readonly _tag: 'UnusableName'; readonly name: string }
  /** The name is not that of the data: somebody changed one of the two. */
  | { readonly _tag: 'NameOfOtherData'; readonly name: string; readonly should: string }
  /** This version is registered with other data. */
  | { readonly _tag: 'VersionTaken'; readonly name: string; readonly held: string }

/** No rule sets. @category policies @since 0.1.0 */
export const emptyRegistry: MatcherRegistry = { matchers: [] }

/**
 * The registry with one rule set more. The same name again changes nothing; the same version with other data is refused.
 *
 * @law a registered version never changes
 * @rejects UnusableName, NameOfOtherData, VersionTaken, in this order
 * @category policies
 * @since 0.1.0
 */
export const registerMatcher = (
  registry: MatcherRegistry,
  matcher: Matcher,
): E.Either<RegistryRejection, MatcherRegistry> => {
  const { name, ruleSet } = matcher
  if (!/^[^@#\s]+$/.test(ruleSet.id) || !Number.isSafeInteger(ruleSet.version) || ruleSet.version < 1)
    return E.left({ _tag: 'UnusableName', name })
  const should = ruleSetName(ruleSet)
  if (name !== should) return E.left({ _tag: 'NameOfOtherData', name, should })
  const held = findMatcher(registry, versionOf(name))
  if (held !== undefined)
    return held.name === name ? E.right(registry) : E.left({ _tag: 'VersionTaken', name, held: held.name })
  return E.right({ matchers: [...registry.matchers, matcher].sort(byIdThenVersion) })
}

/**
 * A rule set by its whole name, or by `id@version`; a whole name finds only exactly that data.
 *
 * @category policies
 * @since 0.1.0
 */
export const findMatcher = (registry: MatcherRegistry, name: string): Matcher | undefined =>
  registry.matchers.find((matcher) => matcher.name === name || versionOf(matcher.name) === name)

/** The names of all rule sets, by id, then version. @category policies @since 0.1.0 */
export const matcherNames = ({ matchers }: MatcherRegistry): ReadonlyArray<string> => matchers.map(({ name }) => name)

const versionOf = (name: string): string => name.split('#', 1)[0] ?? name

const byIdThenVersion = ({ ruleSet: a }: Matcher, { ruleSet: b }: Matcher): number =>
  a.id === b.id ? a.version - b.version : a.id < b.id ? -1 : 1
