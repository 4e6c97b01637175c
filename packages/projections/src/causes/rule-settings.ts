/** Settings of rules as data: the rule's own values, and whatever a rule set says otherwise. */
import { reportErrors } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { RuleSettings } from './cause-rule.js'

/** What reads a value or says what is wrong with which field: any io-ts codec. @category codecs @since 0.1.0 */
export interface SettingsCodec<Settings> {
  readonly decode: (json: unknown) => E.Either<Parameters<typeof reportErrors>[0], Settings>
}

/**
 * Settings with their defaults: a rule set says only what it wants otherwise. A name that the rule does not have is refused, for a
 * misspelt setting that does nothing is worse than none.
 *
 * @category policies
 * @since 0.1.0
 */
export const ruleSettings = <Settings extends object>(
  codec: SettingsCodec<Settings>,
  defaults: Settings,
): RuleSettings<Settings> => ({
  defaults,
  decode: (json) => {
    if (typeof json !== 'object' || json === null) return E.left(['value: expected an object'])
    const strange = Object.keys(json).filter((name) => !Object.hasOwn(defaults, name))
    const read = codec.decode({ ...defaults, ...json })
    const errors = [
      ...strange.map((name) => `${name}: the rule has no such setting`),
      ...(E.isLeft(read) ? reportErrors(read.left) : outOfRange(read.right)),
    ]
    return E.isLeft(read) || errors.length > 0 ? E.left(errors) : E.right(read.right)
  },
})

/** Days, counts and amounts are not below 0; a confidence is a percent. */
const outOfRange = (settings: object): ReadonlyArray<string> =>
  Object.entries(settings).flatMap(([name, value]: readonly [string, unknown]) => {
    if (typeof value !== 'number') return []
    if (name.toLowerCase().endsWith('confidence'))
      return value < 1 || value > 100 ? [`${name}: is ${value}, expected 1 to 100`] : []
    return value < 0 ? [`${name}: is ${value}, expected 0 or more`] : []
  })
