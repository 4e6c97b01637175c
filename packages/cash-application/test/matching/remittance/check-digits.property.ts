import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isValidKidMod11,
  isValidLuhn,
  isValidOgm,
  isValidQrr,
  isValidRf,
  isValidViite,
  kidMod11Of,
  luhnOf,
  ogmOf,
  qrrOf,
  rfOf,
  viiteOf,
} from '../../../src/index.js'

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((list) => list.join(''))

const made = (of: (body: string) => string | undefined, least: number, most: number): fc.Arbitrary<string> =>
  digits(least, most).map((body) => of(body) as string)

const luhn = made(luhnOf, 1, 24)
const mod11 = made(kidMod11Of, 1, 24)
const viite = made(viiteOf, 3, 19)
const qrr = made(qrrOf, 1, 26)
const ogm = made(ogmOf, 1, 10)
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const rf = fc
  .array(fc.constantFrom(...alphabet.split('')), { minLength: 1, maxLength: 21 })
  .map((list) => rfOf(list.join('')) as string)

const isDigit = (character: string | undefined): boolean => character !== undefined && /^[0-9]$/.test(character)

/** Every reference with one digit replaced by another. */
const wrongDigits = (reference: string): ReadonlyArray<string> =>
  reference.split('').flatMap((is, at) =>
    isDigit(is)
      ? '0123456789'
          .split('')
          .filter((other) => other !== is)
          .map((other) => put(reference, at, other))
      : [],
  )

const put = (reference: string, at: number, character: string): string =>
  reference.slice(0, at) + character + reference.slice(at + 1)

interface Swap {
  readonly swapped: string
  readonly one: string
  readonly other: string
}

/** Every reference with two unlike characters so far apart swapped, of the characters that `may` be. */
const swaps = (reference: string, apart: number, may: (one: string, other: string) => boolean): ReadonlyArray<Swap> =>
  reference.split('').flatMap((one, at) => {
    const other = reference[at + apart]
    if (other === undefined || other === one || !may(one, other)) return []
    return [{ swapped: put(put(reference, at, other), at + apart, one), one, other }]
  })

const bothDigits = (one: string, other: string): boolean => isDigit(one) && isDigit(other)
const gap = (one: string, other: string): number => Math.abs(Number(one) - Number(other))

const validOnes = { luhn, mod11, viite, qrr, ogm, rf }
const validBy = {
  luhn: isValidLuhn,
  mod11: isValidKidMod11,
  viite: isValidViite,
  qrr: isValidQrr,
  ogm: isValidOgm,
  rf: isValidRf,
}

const neverValid = (scheme: keyof typeof validBy, change: (reference: string) => ReadonlyArray<string>): void =>
  fc.assert(
    fc.property(validOnes[scheme], (reference) => {
      expect(change(reference).filter(validBy[scheme])).toEqual([])
    }),
  )

const swappedOnes = (apart: number) => (reference: string) =>
  swaps(reference, apart, bothDigits).map(({ swapped }) => swapped)

describe('references with check digits', () => {
  it('what is made is valid', () => {
    for (const scheme of Object.keys(validBy) as ReadonlyArray<keyof typeof validBy>)
      fc.assert(fc.property(validOnes[scheme], (reference) => validBy[scheme](reference)))
  })

  it('Luhn catches every single wrong digit', () => neverValid('luhn', wrongDigits))
  it('modulo 11 catches every single wrong digit', () => neverValid('mod11', wrongDigits))
  it('the viite catches every single wrong digit', () => neverValid('viite', wrongDigits))
  it('the QR reference catches every single wrong digit', () => neverValid('qrr', wrongDigits))
  it('the structured message catches every single wrong digit', () => neverValid('ogm', wrongDigits))

  it('the creditor reference catches every single wrong digit or letter', () => {
    neverValid('rf', wrongDigits)
    neverValid('rf', (reference) =>
      reference
        .slice(4)
        .split('')
        .flatMap((is, at) =>
          isDigit(is)
            ? []
            : alphabet
                .slice(10)
                .split('')
                .filter((other) => other !== is)
                .map((other) => put(reference, at + 4, other)),
        ),
    )
  })

  it('Luhn catches every swap of two neighbours but 0 and 9', () => {
    fc.assert(
      fc.property(luhn, (reference) => {
        for (const { swapped, one, other } of swaps(reference, 1, bothDigits))
          expect(isValidLuhn(swapped)).toBe(gap(one, other) === 9)
      }),
    )
  })

  it('modulo 11 catches every swap of neighbours and of digits two apart', () => {
    neverValid('mod11', swappedOnes(1))
    neverValid('mod11', swappedOnes(2))
  })

  it('the viite catches every swap of two neighbours but of digits five apart', () => {
    fc.assert(
      fc.property(viite, (reference) => {
        for (const { swapped, one, other } of swaps(reference, 1, bothDigits))
          expect(isValidViite(swapped)).toBe(gap(one, other) === 5)
      }),
    )
  })

  it('the QR reference catches more than 97 in 100 swaps of two neighbours', () => {
    const all = fc.sample(qrr, { numRuns: 500, seed: 7 }).flatMap((reference) => swappedOnes(1)(reference))
    expect(all.filter(isValidQrr).length / all.length).toBeLessThan(0.03)
  })

  it('the structured message catches every swap of neighbours and of digits two apart', () => {
    neverValid('ogm', swappedOnes(1))
    neverValid('ogm', swappedOnes(2))
  })

  it('the creditor reference catches every swap of two digits or two letters, next to each other or two apart', () => {
    const alike = (one: string, other: string): boolean => isDigit(one) === isDigit(other)
    for (const apart of [1, 2])
      fc.assert(
        fc.property(rf, (reference) => {
          const body = reference.slice(4)
          for (const { swapped } of swaps(body, apart, alike))
            expect(isValidRf(reference.slice(0, 4) + swapped)).toBe(false)
        }),
      )
  })
})
