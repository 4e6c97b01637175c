/** Telling facts of dunning from others. */
import { dunningCodecs, type DunningFact } from '@quittance/dunning'
import type { Fact } from '@quittance/kernel'

/** Whether a fact says what we did about it; none of them moves money. @internal */
export const isDunningFact = (fact: Fact): fact is DunningFact => Object.hasOwn(dunningCodecs.facts, fact._tag)
