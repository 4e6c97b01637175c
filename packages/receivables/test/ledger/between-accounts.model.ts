import type { EventStore } from '@quittance/event-store'
import { money } from '@quittance/kernel'
import { auditEntity, inTransitMinor, postTransfer, type TransferBook } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deeds, type Entity, logsOf, playEntity, steps } from './between-accounts.js'
import { by, ledgerOn, ok } from './stand.js'

const booksOf = async (store: EventStore): Promise<ReadonlyMap<string, TransferBook>> => {
  const books = new Map<string, TransferBook>()
  for (const log of await logsOf(store)) for (const recorded of log) postTransfer(books, recorded)
  return books
}

/** The transfers of which something is between the accounts: too much (+) or too little (-). */
const between = async (store: EventStore, sign: 1 | -1): Promise<ReadonlyArray<readonly [string, TransferBook]>> =>
  [...(await booksOf(store))].filter(([, book]) => sign * inTransitMinor(book) > 0)

/** Somebody who knows nothing but the books finds each transfer in transit and sends it home. */
const sendHome = async ({ store, today }: Entity): Promise<void> => {
  const ledger = ledgerOn(store)
  for (const [transferId, { source, outMinor }] of await between(store, 1)) {
    const transfer = {
      transferId,
      on: today,
      amount: money('EUR', outMinor),
      fromCustomer: source.customer ?? '',
      fromReceiptId: 'whatever it was',
      toCustomer: source.names ?? '',
      toReceiptId: `home/${transferId}`,
    }
    ok(await ledger.returnCash(transfer, 'never came through', by(`home/${transferId}`)))
  }
}

describe('money between three accounts, while processes die', () => {
  it('is made nowhere and lost nowhere, whatever is asked, dropped and asked again', async () => {
    await fc.assert(
      fc.asyncProperty(steps(30), async (played) => {
        const { store } = await playEntity(played)
        expect(auditEntity(await logsOf(store))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('comes to rest: what is in transit can always be sent home, and it stays there', async () => {
    await fc.assert(
      fc.asyncProperty(steps(30), async (played) => {
        const entity = await playEntity(played)
        await sendHome(entity)
        for (const ask of entity.asked) await ask(ledgerOn(entity.store))
        await sendHome(entity)
        expect(await between(entity.store, 1)).toEqual([])
        expect(auditEntity(await logsOf(entity.store))).toEqual([])
      }),
      { numRuns: 80 },
    )
  })

  it('reaches every deed, done and refused, and every stage of a transfer', async () => {
    const answers = new Set<string>()
    const stages = new Set<string>()
    for (const played of fc.sample(steps(30), { seed: 7, numRuns: 250 })) {
      const { store, done } = await playEntity(played)
      for (const { deed, answer } of done) answers.add(`${deed}: ${answer}`)
      for (const book of (await booksOf(store)).values()) stages.add(stageOf(book))
    }
    const wanted = [
      ...deeds.map((deed) => `${deed}: accepted`),
      ...deeds.map((deed) => `${deed}: OutcomeUnknown`),
      ...['SameAccount', 'NumberTaken', 'NotEnoughFree'].map((refusal) => `move: ${refusal}`),
      ...['NotFound', 'NumberTaken', 'NotEnoughFree', 'AlreadyEnded'].map((refusal) => `give back: ${refusal}`),
      ...['NotFound', 'NotBounced', 'MissingField', 'StillInUse'].map((refusal) => `recall: ${refusal}`),
      ...['bounce', 'reverse the card payment', 'void', 'cancel the return'].map(
        (deed) => `${deed}: ArrivedByTransfer`,
      ),
    ]
    expect(wanted.filter((one) => !answers.has(one))).toEqual([])
    expect([...stages].sort()).toEqual([
      'bounced, given back',
      'bounced, given up',
      'bounced, in transit',
      'bounced, there',
      'home, given back',
      'sent, given back',
      'sent, in transit',
      'sent, there',
    ])
  })
})

const stageOf = ({ homeMinor, bouncedMinor, arrivedMinor, givenBackMinor, recallAnswered }: TransferBook): string => {
  const source = homeMinor > 0 ? 'home' : bouncedMinor > 0 ? 'bounced' : 'sent'
  if (arrivedMinor === 0) return `${source}, in transit`
  return `${source}, ${givenBackMinor > 0 ? 'given back' : recallAnswered ? 'given up' : 'there'}`
}
