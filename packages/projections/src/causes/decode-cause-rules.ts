/** A rule set out of a JSON file, or what is wrong with which field. */
import { listOf, nonEmptyText, reportErrors, struct, wholeNumber } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { CauseTaxonomy } from '../disputes/cause-taxonomy.js'
import type { CodeMapping } from '../disputes/code-mapping.js'
import { decodeCauseTaxonomy, decodeCodeMapping } from '../disputes/decode-causes.js'
import type { CauseRule } from './cause-rule.js'
import type { CauseRules } from './cause-rules.js'
import { preparedRules } from './prepared-rules.js'
import { shippedRuleFunctions } from './shipped-rules.js'

type Errors = ReadonlyArray<string>

const frame = struct({
  id: nonEmptyText,
  version: wholeNumber,
  weighing: struct({
    minConfidence: wholeNumber,
    earlierWithin: wholeNumber,
    contradictedAtMost: wholeNumber,
    loneExcuseAtMost: wholeNumber,
    agreementAdds: wholeNumber,
    conflictTakes: wholeNumber,
  }),
  rules: listOf(struct({ rule: nonEmptyText })),
})

const names = ['id', 'version', 'taxonomy', 'codes', 'customerCodes', 'words', 'weighing', 'rules']

/**
 * Read a rule set. Every rule that it names has a function, every setting is one that its rule has, and every table names causes of the
 * taxonomy only.
 *
 * @param functions - the rules that there are: the shipped ones, and your own behind them
 * @rejects a line for each thing wrong, by field
 * @law a rule set written as JSON is the same when it is read
 * @category codecs
 * @since 0.1.0
 */
export const decodeCauseRules = (
  json: unknown,
  functions: ReadonlyArray<CauseRule> = shippedRuleFunctions,
): E.Either<Errors, CauseRules> => {
  const set = typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>) : {}
  const framed = frame.decode(set)
  const taxonomy = at('taxonomy', decodeCauseTaxonomy(set['taxonomy']))
  const known = E.isRight(taxonomy) ? taxonomy.right : undefined
  const tables = ['codes', 'words'].flatMap((name) =>
    set[name] === undefined ? [] : [tableAt(name, set[name], known)],
  )
  const errors = [
    ...(E.isLeft(framed) ? reportErrors(framed.left) : []),
    ...Object.keys(set)
      .filter((name) => !names.includes(name))
      .map((name) => `${name}: a rule set has no such field`),
    ...errorsOf(taxonomy),
    ...[...tables, ...customerTables(set['customerCodes'], known)].flatMap(errorsOf),
    ...(E.isRight(framed) ? errorsOf(preparedRules(set as unknown as CauseRules, functions)) : []),
  ]
  return errors.length > 0 ? E.left(errors) : E.right(set as unknown as CauseRules)
}

const errorsOf = (read: E.Either<Errors, unknown>): Errors => (E.isLeft(read) ? read.left : [])

const at = <A>(field: string, read: E.Either<Errors, A>): E.Either<Errors, A> =>
  E.isLeft(read) ? E.left(read.left.map((line) => `${field}.${line}`)) : read

const tableAt = (field: string, json: unknown, taxonomy: CauseTaxonomy | undefined): E.Either<Errors, CodeMapping> =>
  taxonomy === undefined ? E.right({ id: '', version: 0, causes: {} }) : at(field, decodeCodeMapping(json, taxonomy))

const customerTables = (
  json: unknown,
  taxonomy: CauseTaxonomy | undefined,
): ReadonlyArray<E.Either<Errors, CodeMapping>> => {
  if (json === undefined) return []
  if (typeof json !== 'object' || json === null) return [E.left(['customerCodes: expected tables by customer'])]
  return Object.entries(json).map(([customer, table]) => tableAt(`customerCodes.${customer}`, table, taxonomy))
}
