/** The rule set that a person names: one that comes with the tool, or a JSON file. */
import {
  type BadRuleSet,
  decodeRuleSet,
  findMatcher,
  type Matcher,
  matcherNames,
  type MatcherRegistry,
  registerMatcher,
  shippedMatchers,
} from '@quittance/cash-application'
import * as E from 'fp-ts/lib/Either.js'
import { existsSync, readFileSync } from 'node:fs'
import { CliFailure } from '../failure.js'
import { parseJson } from '../import/read-json.js'
import { resolveFile } from '../options.js'

/** The rule set that decides when nobody names one. @category policies @since 0.1.0 */
export const usualRuleSet = 'evidence'

/** Find a rule set by `id` (its latest version), `id@version`, the whole name, or a file. @category policies @since 0.1.0 */
export const ruleSetNamed = (nameOrFile: string): Matcher => {
  const found = findMatcher(shippedMatchers, nameOrFile) ?? latestOf(nameOrFile)
  if (found !== undefined) return found
  const file = resolveFile(nameOrFile)
  if (existsSync(file)) return ruleSetIn(nameOrFile, file)
  throw new CliFailure(`--rule-set ${nameOrFile}: no such file; rule sets that come with the tool: ${shortNames()}`, 2)
}

const latestOf = (id: string): Matcher | undefined =>
  shippedMatchers.matchers.filter(({ ruleSet }) => ruleSet.id === id).at(-1)

const shortNames = (): string =>
  matcherNames(shippedMatchers)
    .map((name) => name.split('#')[0] ?? name)
    .join(', ')

const ruleSetIn = (name: string, file: string): Matcher => {
  const decoded = decodeRuleSet(parseJson(name, readFileSync(file, 'utf8')))
  if (E.isRight(decoded)) return decoded.right
  throw new CliFailure(`${name}: not a rule set\n  ${badRuleSet(decoded.left).join('\n  ')}`)
}

const badRuleSet = (bad: BadRuleSet): ReadonlyArray<string> =>
  bad._tag === 'UnknownKind' ? [`kind: "${bad.kind}" is none of ${bad.known.join(', ')}`] : bad.errors

/** The rule sets that come with the tool, and the one that a person names beside them. @category policies @since 0.1.0 */
export const registryWith = (nameOrFile: string | undefined): MatcherRegistry => {
  if (nameOrFile === undefined) return shippedMatchers
  const registered = registerMatcher(shippedMatchers, ruleSetNamed(nameOrFile))
  if (E.isRight(registered)) return registered.right
  throw new CliFailure(
    `${nameOrFile}: ${registered.left._tag === 'VersionTaken' ? 'its version is taken by other data' : 'its name cannot be used'}`,
  )
}
