/** Telling facts of promises from others. */
import { promisesCodecs, type PromisesFact } from '@quittance/promises-to-pay'
import type { AccountFact } from '@quittance/receivables'

/** Whether a fact belongs to the promises of the account; none of them moves money. @internal */
export const isPromiseFact = (fact: AccountFact): fact is PromisesFact => Object.hasOwn(promisesCodecs.facts, fact._tag)
