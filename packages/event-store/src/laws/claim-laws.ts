/**
 * Natural keys: a document number belongs to one account, and an append takes it with its facts or not at all.
 */
import { any, exactly, noStream } from '../expected.js'
import { expectSame, law, reopenLaw, type StoreLaw } from './law.js'
import { appended, everything, sampleFact, sampleFacts } from './sample-fact.js'

const claims = ['acme:invoice:4711']

/** Laws of claims. @category laws @since 0.1.0 */
export const claimLaws: readonly StoreLaw[] = [
  law('a claim that nobody holds is taken with the facts', async ({ store }) => {
    expectSame(await store.claimedBy('acme:invoice:4711'), undefined, 'holder before')
    appended(await store.append('account-1', noStream, [sampleFact('fact')], { claims }))
    expectSame(await store.claimedBy('acme:invoice:4711'), 'account-1', 'holder after')
  }),
  law('a claim that another stream holds is refused and names the holder', async ({ store }) => {
    appended(await store.append('account-1', noStream, [sampleFact('a')], { claims }))
    const result = await store.append('account-2', noStream, [sampleFact('b')], { claims })
    expectSame(result, { _tag: 'ClaimTaken', claim: claims[0], by: 'account-1' }, 'answer')
    expectSame((await store.read('account-2')).revision, 'no-stream', 'stream of the refused')
    expectSame((await everything(store)).length, 1, 'facts in the store')
  }),
  law('a claim that the same stream holds is refused as well', async ({ store }) => {
    appended(await store.append('account-1', noStream, [sampleFact('a')], { claims }))
    const result = await store.append('account-1', exactly(0), [sampleFact('b')], { claims })
    expectSame(result, { _tag: 'ClaimTaken', claim: claims[0], by: 'account-1' }, 'answer')
    expectSame((await store.read('account-1')).revision, 0, 'end of the stream')
  }),
  law('a retry with its claims is a duplicate, not a taken claim', async ({ store }) => {
    const facts = sampleFacts('fact', 2)
    appended(await store.append('account-1', noStream, facts, { claims }))
    expectSame(
      await store.append('account-1', noStream, facts, { claims }),
      { _tag: 'Duplicate', revision: 1 },
      'answer',
    )
    expectSame(await store.claimedBy('acme:invoice:4711'), 'account-1', 'holder')
  }),
  law('a conflict goes before a taken claim', async ({ store }) => {
    appended(await store.append('account-1', noStream, [sampleFact('a')], { claims }))
    const result = await store.append('account-1', noStream, [sampleFact('b')], { claims })
    expectSame(result, { _tag: 'Conflict', expected: noStream, actual: 0 }, 'answer')
  }),
  law('an append that is refused takes no claim', async ({ store }) => {
    appended(await store.append('account-1', noStream, [sampleFact('a')], { claims: ['held'] }))
    await store.append('account-1', noStream, [sampleFact('b')], { claims: ['free-1'] })
    await store.append('account-2', noStream, [sampleFact('c')], { claims: ['free-2', 'held', 'free-3'] })
    for (const claim of ['free-1', 'free-2', 'free-3'])
      expectSame(await store.claimedBy(claim), undefined, `holder of ${claim}`)
    appended(await store.append('account-3', noStream, [sampleFact('d')], { claims: ['free-1', 'free-2', 'free-3'] }))
  }),
  law('the first claim that is taken is the one named', async ({ store }) => {
    appended(await store.append('account-1', noStream, [sampleFact('a')], { claims: ['one'] }))
    appended(await store.append('account-2', noStream, [sampleFact('b')], { claims: ['two'] }))
    const result = await store.append('account-3', any, [sampleFact('c')], { claims: ['free', 'two', 'one'] })
    expectSame(result, { _tag: 'ClaimTaken', claim: 'two', by: 'account-2' }, 'answer')
  }),
  law('one append may take many claims, and naming one twice is naming it once', async ({ store }) => {
    const many = Array.from({ length: 50 }, (_, at) => `claim-${at}`)
    appended(await store.append('account-1', noStream, [sampleFact('a')], { claims: [...many, 'claim-7', 'claim-7'] }))
    for (const claim of many) expectSame(await store.claimedBy(claim), 'account-1', `holder of ${claim}`)
  }),
  law('claims are compared letter by letter', async ({ store }) => {
    const names = ['INV-1', 'inv-1', 'INV-1 ', 'INV-%', 'é', 'e\u0301', '💶']
    for (const [at, claim] of names.entries()) {
      appended(await store.append(`account-${at}`, noStream, [sampleFact(`fact-${at}`)], { claims: [claim] }))
    }
    for (const [at, claim] of names.entries())
      expectSame(await store.claimedBy(claim), `account-${at}`, `holder of ${claim}`)
  }),
  law('an append without facts takes no claim', async ({ store }) => {
    appended(await store.append('account-1', any, [], { claims }))
    expectSame(await store.claimedBy('acme:invoice:4711'), undefined, 'holder')
  }),
  law('of ten accounts that claim one document exactly one gets it', async ({ store }) => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        store.append(`account-${at}`, noStream, [sampleFact(`fact-${at}`)], { claims }),
      ),
    )
    const winner = results.findIndex(({ _tag }) => _tag === 'Appended')
    expectSame(results.filter(({ _tag }) => _tag === 'ClaimTaken').length, 9, 'accounts refused')
    expectSame(await store.claimedBy('acme:invoice:4711'), `account-${winner}`, 'holder')
    expectSame((await everything(store)).length, 1, 'facts in the store')
  }),
  reopenLaw('a claim taken through one handle is taken for the other', async (store, reopen) => {
    const other = await reopen()
    appended(await store.append('account-1', noStream, [sampleFact('a')], { claims }))
    const result = await other.append('account-2', noStream, [sampleFact('b')], { claims })
    expectSame(result, { _tag: 'ClaimTaken', claim: claims[0], by: 'account-1' }, 'answer')
    expectSame(await other.claimedBy('acme:invoice:4711'), 'account-1', 'holder')
  }),
]
