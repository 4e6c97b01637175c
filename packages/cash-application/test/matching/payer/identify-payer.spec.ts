import { describe, expect, it } from 'vitest'
import {
  addIdentifiers,
  addName,
  emptyIdentifierIndex,
  emptyNameIndex,
  identifyPayer,
  type IdentifiedPayer,
  type KnownPayers,
  type PayerClues,
} from '../../../src/index.js'

const names = emptyNameIndex()
addName(names, 'westin', 'Westin Foods Inc')
addName(names, 'eastern', 'Eastern Foods Inc')
addName(names, 'holding', 'Westin Holding')
addName(names, 'twin-1', 'Nordwind Logistik GmbH')
addName(names, 'twin-2', 'Nordwind Logistik GmbH')

const owners = new Map([
  ['i-1', 'westin'],
  ['i-2', 'eastern'],
  ['i-3', 'twin-1'],
  ['i-4', 'eastern'],
])
const index = emptyIdentifierIndex()
addIdentifiers(index, 'i-1', ['2026001101'])
addIdentifiers(index, 'i-2', ['2026001102'])
addIdentifiers(index, 'i-3', ['2026001103'])
addIdentifiers(index, 'i-4', ['PO 77'])

const payers: KnownPayers = {
  byAccount: new Map([
    ['DE02120300000000202051', new Set(['westin'])],
    ['DE88500105175407324931', new Set(['twin-2', 'twin-1'])],
  ]),
  byRemitter: new Map([['LB-9', new Set(['eastern'])]]),
  names,
  ownerOf: (itemId) => owners.get(itemId),
  relatives: new Map([['holding', [{ customer: 'westin', costCentibits: 300 }]]]),
}

const who = (clues: Partial<PayerClues>): IdentifiedPayer => identifyPayer({ text: '', ...clues }, payers, index)

describe('identifyPayer', () => {
  it('knows the holder of a bank account, however it is written', () => {
    expect(who({ payerAccount: 'de02 1203 0000 0000 2020 51' })).toEqual({
      _tag: 'KnownPayer',
      customer: 'westin',
      by: 'account',
      accounts: [{ customer: 'westin', costCentibits: 0 }],
      against: [],
    })
  })

  it('believes the bank account, and says what speaks against it', () => {
    expect(who({ payerAccount: 'DE02120300000000202051', payerName: 'Eastern Foods' })).toMatchObject({
      customer: 'westin',
      against: [{ by: 'name', customers: ['eastern'] }],
    })
  })

  it('tells the holders of a shared account apart by what the text refers to', () => {
    const shared = 'DE88500105175407324931'
    expect(who({ payerAccount: shared, text: 'inv 2026001103' })).toMatchObject({ customer: 'twin-1', by: 'reference' })
    expect(who({ payerAccount: shared, payerName: 'Nordwind Logistik' })).toEqual({
      _tag: 'AmbiguousPayer',
      by: 'account',
      customers: ['twin-1', 'twin-2'],
    })
  })

  it.each([
    ['a remitter id', { remitterId: 'LB-9' }, 'eastern', 'remitter'],
    ['a name, cut and turned', { payerName: 'FOODS EASTER' }, 'eastern', 'name'],
    ['the number of an invoice', { text: 'payment 2026001101' }, 'westin', 'reference'],
  ] as const)('knows a payer by %s', (_, clues, customer, by) => {
    expect(who(clues)).toMatchObject({ _tag: 'KnownPayer', customer, by })
  })

  it('does not choose between two customers of one name', () => {
    expect(who({ payerName: 'Nordwind Logistik' })).toMatchObject({
      _tag: 'AmbiguousPayer',
      customers: ['twin-1', 'twin-2'],
    })
    expect(who({ payerName: 'Nordwind Logistik', text: '2026001103' })).toMatchObject({ customer: 'twin-1' })
  })

  it('does not choose between a name and a reference that mean different customers', () => {
    expect(who({ payerName: 'Eastern Foods', text: '2026001101' })).toEqual({
      _tag: 'AmbiguousPayer',
      by: 'name',
      customers: ['eastern', 'westin'],
    })
  })

  it('lets a parent pay for its child', () => {
    expect(who({ payerName: 'Westin Holding', text: '2026001101' })).toMatchObject({
      customer: 'holding',
      accounts: [
        { customer: 'holding', costCentibits: 0 },
        { customer: 'westin', costCentibits: 300 },
      ],
      against: [],
    })
  })

  it('does not choose when the text refers to items of two customers', () => {
    expect(who({ text: '2026001101 2026001102' })).toMatchObject({
      _tag: 'AmbiguousPayer',
      by: 'reference',
      customers: ['eastern', 'westin'],
    })
  })

  it('takes a name that is only somewhat alike for a hint', () => {
    expect(who({ payerName: 'Eastern Food Trading' })).toMatchObject({ _tag: 'AmbiguousPayer', by: 'name' })
  })

  it('takes no two digits for a reference', () => {
    expect(who({ text: 'week 77' })).toEqual({ _tag: 'UnknownPayer' })
  })

  it('says that it does not know', () => {
    expect(who({ payerName: 'Someone Else', payerAccount: 'GB00', text: 'hello' })).toEqual({ _tag: 'UnknownPayer' })
  })
})
