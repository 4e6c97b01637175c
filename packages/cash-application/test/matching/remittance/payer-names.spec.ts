import { describe, expect, it } from 'vitest'
import {
  addName,
  bankNameThresholds,
  emptyNameIndex,
  nameSimilarity,
  nameWords,
  payerByName,
  removeNames,
} from '../../../src/index.js'

const customers = (): ReturnType<typeof emptyNameIndex> => {
  const index = emptyNameIndex()
  addName(index, 'c-1', 'Westin Foods Inc')
  addName(index, 'c-2', 'Eastern Foods Inc.')
  addName(index, 'c-3', 'Kraft Heinz Company')
  addName(index, 'c-4', 'KRAFT HEINZ CO')
  addName(index, 'c-4', 'Kraft Canada')
  return index
}

describe('payers by name', () => {
  it.each([
    ['Müller & Söhne GmbH & Co. KG', ['MULLER', 'SOHNE']],
    ["BJ's Wholesale Club, L.L.C.", ['BJS', 'CLUB', 'WHOLESALE']],
    ['M & B Systems', ['MB', 'SYSTEMS']],
    ['Acme S.p.A.', ['ACME']],
    ['Co Ltd', ['CO', 'LTD']],
    ['  —  ', []],
  ])('%s is known by its telling words', (name, words) => {
    expect(nameWords(name)).toEqual(words)
  })

  it('one customer is meant if it is alike enough and ahead of the others', () => {
    expect(payerByName(customers(), 'FOODS WESTIN LLC')).toEqual({
      found: 'one',
      ranked: [{ customer: 'c-1', perMille: 1000 }],
    })
    expect(payerByName(customers(), 'WESTI FOODS').found).toBe('one')
  })

  it('of customers of the same name none is chosen', () => {
    const { found, ranked } = payerByName(customers(), 'Kraft Heinz')
    expect(found).toBe('several')
    expect(payerByName(customers(), 'Kraft Heinz', { ...bankNameThresholds, margin: 0 }).found).toBe('several')
    expect(ranked.map(({ customer, perMille }) => [customer, perMille])).toEqual([
      ['c-3', 1000],
      ['c-4', 1000],
    ])
  })

  it('a name that is missing, empty or unlike any means nobody', () => {
    expect(payerByName(customers(), '')).toEqual({ found: 'none', ranked: [] })
    expect(payerByName(customers(), 'Zyx Qwv')).toEqual({ found: 'none', ranked: [] })
    expect(nameSimilarity('', '')).toBe(0)
    expect(payerByName(emptyNameIndex(), 'Westin')).toEqual({ found: 'none', ranked: [] })
  })

  it('a customer that is gone is no longer meant, and no more than asked for are listed', () => {
    const index = customers()
    removeNames(index, 'c-3')
    removeNames(index, 'c-3')
    expect(payerByName(index, 'Kraft Heinz').found).toBe('one')
    expect(payerByName(index, 'Foods', { ...bankNameThresholds, least: 0, most: 1 }).ranked.length).toBe(1)
    for (const customer of ['c-1', 'c-2', 'c-4']) removeNames(index, customer)
    expect([index.byTriple.size, index.byCustomer.size]).toEqual([0, 0])
  })
})
