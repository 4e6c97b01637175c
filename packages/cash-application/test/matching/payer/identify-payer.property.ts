import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addIdentifiers,
  addName,
  emptyIdentifierIndex,
  emptyNameIndex,
  identifyPayer,
  type IdentifiedPayer,
  type PayerClues,
} from '../../../src/index.js'

interface Customer {
  readonly id: string
  readonly accounts: ReadonlyArray<string>
  readonly names: ReadonlyArray<string>
  readonly numbers: ReadonlyArray<string>
}

const accounts = ['DE1', 'DE2', 'DE3']
const names = ['Westin Foods', 'Eastern Foods', 'Nordwind Logistik', 'Nordwind Logistics']
const numbers = ['2026001101', '2026001102', '2026001103', '2026001104']

const customers: fc.Arbitrary<ReadonlyArray<Customer>> = fc
  .array(fc.record({ accounts: fc.subarray(accounts), names: fc.subarray(names), numbers: fc.subarray(numbers) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((drafts) => drafts.map((draft, at) => ({ id: `c-${at}`, ...draft })))

const clues: fc.Arbitrary<PayerClues> = fc.record({
  payerAccount: fc.constantFrom('', ...accounts),
  payerName: fc.constantFrom('', ...names),
  text: fc.subarray(numbers).map((some) => some.join(' ')),
})

const who = (asked: PayerClues, known: ReadonlyArray<Customer>): IdentifiedPayer => {
  const index = emptyIdentifierIndex()
  const nameIndex = emptyNameIndex()
  const byAccount = new Map<string, Set<string>>()
  const owners = new Map<string, string>()
  for (const { id, ...one } of known) {
    for (const account of one.accounts) byAccount.set(account, new Set([...(byAccount.get(account) ?? []), id]))
    for (const name of one.names) addName(nameIndex, id, name)
    for (const number of one.numbers) {
      addIdentifiers(index, `${id} ${number}`, [number])
      owners.set(`${id} ${number}`, id)
    }
  }
  const payers = {
    byAccount,
    byRemitter: new Map<string, Set<string>>(),
    names: nameIndex,
    ownerOf: (itemId: string) => owners.get(itemId),
    relatives: new Map(),
  }
  return identifyPayer(asked, payers, index)
}

describe('laws of payers', () => {
  it('a payer is never one of two that all clues fit alike', () => {
    fc.assert(
      fc.property(clues, customers, (asked, known) => {
        const doubled = known.flatMap((one) => [one, { ...one, id: `${one.id} again` }])
        expect(who(asked, doubled)._tag).not.toBe('KnownPayer')
      }),
    )
  })

  it('the order of what is known of payers makes no difference', () => {
    fc.assert(
      fc.property(clues, customers, (asked, known) => {
        expect(who(asked, [...known].reverse())).toEqual(who(asked, known))
      }),
    )
  })

  it('a known payer is one of whom some clue speaks', () => {
    fc.assert(
      fc.property(clues, customers, (asked, known) => {
        const found = who(asked, known)
        if (found._tag !== 'KnownPayer') return
        const one = known.find(({ id }) => id === found.customer)
        const speaks =
          one?.accounts.includes(asked.payerAccount ?? '') === true ||
          (one !== undefined && one.names.length > 0 && asked.payerName !== '') ||
          one?.numbers.some((number) => asked.text.includes(number)) === true
        expect(speaks).toBe(true)
      }),
    )
  })
})
