/** Keys that belong to work that comes later, so that `unsupported` says when. */

const foreignCurrency = [
  'bank_base',
  'base',
  'carrying_base',
  'cleared_base',
  'discount_base',
  'fx_rate',
  'open_base',
  'realised_fx_base',
  'realised_fx_total',
  'revalue_fx_rate',
  'unapplied_base',
  'unrealised_base',
]
const later: ReadonlyMap<string, string> = new Map(foreignCurrency.map((key) => [key, 'issue 2']))

/** The words for a key that nobody answers or reads: the key, with the issue that brings it where one is known. */
export const reasonFor = (path: string): string => {
  const key = path.split('.').at(-1) ?? path
  const issue = later.get(key)
  return issue === undefined ? path : `${issue} (${path})`
}

/** Keys of amounts in another currency than the document's. */
export const foreignKeys: ReadonlySet<string> = new Set(['fx_rate', 'bank_base', 'revalue_fx_rate'])
