/** Which rule set a receipt runs under: that of the customer's site, else the customer's, else the system's. */

/** Where rule sets are set, by name. @category policies @since 0.1.0 */
export interface RuleSetChoices {
  readonly system: string
  readonly byCustomer: Readonly<Record<string, string>>
  /** By `customer/site`. */
  readonly bySite: Readonly<Record<string, string>>
}

/**
 * The name of the rule set for a receipt of a customer, at a site where one is known.
 *
 * @example
 * ruleSetFor({ system: 'std', byCustomer: { c1: 'own' }, bySite: {} }, 'c1', undefined) // => 'own'
 * @category policies
 * @since 0.1.0
 */
export const ruleSetFor = (choices: RuleSetChoices, customer: string, site: string | undefined): string =>
  (site === undefined ? undefined : own(choices.bySite, `${customer}/${site}`)) ??
  own(choices.byCustomer, customer) ??
  choices.system

const own = (names: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(names, key) ? names[key] : undefined
