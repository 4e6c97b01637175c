/** Telling facts of dunning from others. */
import { dunningCodecs, type DunningFact } from '@quittance/dunning'
import type { AccountFact } from '@quittance/receivables'

/** Whether a fact says what we did about it; none of them moves money. @internal */
export const isDunningFact = (fact: AccountFact): fact is DunningFact => Object.hasOwn(dunningCodecs.facts, fact._tag)
