import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  codecsOf,
  type DataOf,
  exactDecimal,
  type Fact,
  firstVersion,
  localDate,
  type LocalDate,
  nonEmptyText,
  type RoomCodecs,
  struct,
  text,
  wholeNumber,
} from '../../src/index.js'

interface FeeCharged {
  readonly _tag: 'FeeCharged'
  readonly on: LocalDate
  readonly feeMinor: number
  readonly words: string
}
interface FeeWaived {
  readonly _tag: 'FeeWaived'
  readonly on: LocalDate
  readonly by: string
}
type FeeFact = FeeCharged | FeeWaived

/** Version 1 knew whole euros, version 2 minor units, version 3 also words. */
const charged = firstVersion(struct({ euros: wholeNumber }))
  .next(struct({ feeMinor: wholeNumber }), ({ euros }) => ({ feeMinor: euros * 100 }))
  .next(struct({ feeMinor: wholeNumber, words: text }), ({ feeMinor }) => ({ feeMinor, words: '' }))

const fees: RoomCodecs<FeeFact> = {
  room: 'fees',
  facts: { FeeCharged: charged, FeeWaived: firstVersion<DataOf<FeeWaived>>(struct({ by: nonEmptyText })) },
}
const codecs = codecsOf<FeeFact>(fees)
const on = localDate('2026-01-05')

describe('the versions of a fact', () => {
  it('are written as the newest', () => {
    expect(codecs.encode({ _tag: 'FeeCharged', on, feeMinor: 1500, words: 'late' })).toEqual({
      type: 'fees.FeeCharged',
      schemaVersion: 3,
      effectiveOn: on,
      data: { feeMinor: 1500, words: 'late' },
    })
  })

  it('are read from the oldest through every version between', () => {
    expect(codecs.decode({ type: 'fees.FeeCharged', schemaVersion: 1, effectiveOn: on, data: { euros: 15 } })).toEqual(
      E.right({ _tag: 'FeeCharged', on, feeMinor: 1500, words: '' }),
    )
    expect(
      codecs.decode({ type: 'fees.FeeCharged', schemaVersion: 2, effectiveOn: on, data: { feeMinor: 7 } }),
    ).toEqual(E.right({ _tag: 'FeeCharged', on, feeMinor: 7, words: '' }))
  })

  it('keep what a newer writer has added', () => {
    const data = { feeMinor: 7, words: 'late', later: [1] }
    expect(codecs.decode({ type: 'fees.FeeCharged', schemaVersion: 3, effectiveOn: on, data })).toEqual(
      E.right({ _tag: 'FeeCharged', on, ...data }),
    )
  })
})

describe('what cannot be read', () => {
  it('names an unknown type before its version and data', () => {
    expect(codecs.decode({ type: 'fees.FeeDoubled', schemaVersion: 9, effectiveOn: on, data: {} })).toEqual(
      E.left({ _tag: 'UnknownFactType', type: 'fees.FeeDoubled' }),
    )
  })

  it.each([0, 4, 1.5, -1])('names an unknown version (%d) before its data', (schemaVersion) => {
    expect(codecs.decode({ type: 'fees.FeeCharged', schemaVersion, effectiveOn: on, data: {} })).toEqual(
      E.left({ _tag: 'UnknownSchemaVersion', type: 'fees.FeeCharged', schemaVersion, newest: 3 }),
    )
  })

  it('says where the data is wrong', () => {
    const decoded = codecs.decode({ type: 'fees.FeeWaived', schemaVersion: 1, effectiveOn: on, data: { by: '' } })
    expect(decoded).toMatchObject({ left: { _tag: 'UndecodableFact', type: 'fees.FeeWaived', schemaVersion: 1 } })
    expect(JSON.stringify(decoded)).toContain('by: ')
  })

  it('is never taken for a property that every object has', () => {
    const strange: Fact['_tag'] = 'constructor'
    expect(codecs.decode({ type: strange, schemaVersion: 1, effectiveOn: on, data: {} })).toMatchObject({
      left: { _tag: 'UnknownFactType' },
    })
  })
})

describe('the list of types', () => {
  it('stands in the order of declaration', () => {
    expect(codecs.types).toEqual(['fees.FeeCharged', 'fees.FeeWaived'])
    expect(exactDecimal.is({ unscaled: 1, scale: 13 })).toBe(false)
  })
})
