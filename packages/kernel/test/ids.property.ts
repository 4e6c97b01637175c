import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountStream, factId, parseAccountStream, sha256Hex, uuidV5 } from '../src/index.js'

const parts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('a-b_c', '%2D', 'Größe/東京 🧾', ''),
)

describe('streams', () => {
  it('a stream name parses back to the parts it was made of', () => {
    fc.assert(
      fc.property(parts, parts, (entity, customer) => {
        const stream = accountStream(entity, customer)
        expect(parseAccountStream(stream)).toEqual({ entity, customer })
        expect(stream.slice(0, stream.indexOf('-'))).toBe('account')
        expect(stream).toMatch(/^[A-Za-z0-9.%_-]+$/)
      }),
    )
  })

  it('of two accounts never share a name', () => {
    fc.assert(
      fc.property(parts, parts, parts, parts, (a, b, c, d) => {
        fc.pre(a !== c || b !== d)
        expect(accountStream(a, b)).not.toBe(accountStream(c, d))
      }),
    )
  })

  it.each(['policies-acme', 'account-acme', 'account-a_b_c', 'account-%E0%A4_x', 'account-a b_c', ''])(
    '"%s" is no account',
    (stream) => {
      expect(parseAccountStream(stream)).toBeUndefined()
    },
  )
})

describe('ids by content', () => {
  it('one command, one set of ids', () => {
    const texts = fc.tuple(parts, parts, parts, fc.nat(5))
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b)
        expect(factId(...a) === factId(...b)).toBe(same)
        expect(factId(...a)).toBe(factId(...a))
        expect(factId(...a)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      }),
    )
  })

  it('are those of RFC 9562 and of every other machine, for ever', () => {
    expect(uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    )
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(factId('acme', 'account-acme_C%2D17', 'c-1', 0)).toMatchInlineSnapshot(
      `"80fe6d18-7953-5cb3-9060-dcc35feebdc2"`,
    )
  })
})
