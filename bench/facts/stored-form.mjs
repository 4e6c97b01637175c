// Facts as the ledger hands them to a store, and as a store gives them back.
import { accountStream } from '@quittance/kernel'
import { accountCodecs } from '@quittance/receivables'
import { randomUUID } from 'node:crypto'
import { accountFacts, longNumbers } from './account-facts.mjs'

const recordedAt = (index) => new Date(Date.UTC(2026, 0, 5) + index).toISOString()

// A text that owns its bytes: randomUUID hands out slices that would be flattened while the store is being timed.
const id = () => Buffer.from(randomUUID()).toString('latin1')

/** The stream of account number `account`. */
export const streamOf = (account) => accountStream('acme', `C-${account}`)

/** A fact in the form of an append. `data` belongs to this fact alone. */
export const newFact = (fact, index) => {
  const commandId = id()
  return {
    id: id(),
    ...accountCodecs.encode(fact),
    recordedAt: recordedAt(index),
    actor: `clerk-${index % 7}`,
    commandId,
    commandHash: id().replaceAll('-', ''),
    correlationId: commandId,
  }
}

/** A fact of the commonest kind, cash applied to an invoice: six fields, some 120 bytes. */
export const cashApplied = (index) =>
  newFact(
    {
      _tag: 'CashApplied',
      on: '2026-01-05',
      currency: 'EUR',
      applicationId: longNumbers('A', 0, index),
      receiptId: longNumbers('R', 0, index),
      itemId: longNumbers('I', 0, index),
      amountMinor: index,
      pennyMinor: 0,
    },
    index,
  )

/** All facts of an account in the form of an append. */
export const newFactsOf = (account, number = longNumbers) => {
  const facts = accountFacts(account, number)
  return facts.map((fact, at) => newFact(fact, account * facts.length + at))
}

/** All facts of an account as a projection receives them. */
export const recordedFactsOf = (account) => {
  const facts = accountFacts(account)
  const stream = streamOf(account)
  return facts.map((fact, revision) => {
    const position = account * facts.length + revision + 1
    return {
      id: `${position}`,
      stream,
      revision,
      position,
      effectiveOn: fact.on,
      recordedAt: `${fact.on}T12:00:00.000Z`,
      actor: 'clerk',
      commandId: `c${position}`,
      commandHash: 'h',
      correlationId: `c${position}`,
      fact,
    }
  })
}
