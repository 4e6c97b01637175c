import { decimal } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeDeskPolicy, type DeskPolicy, deskPolicy } from '../src/index.js'

const policy: fc.Arbitrary<DeskPolicy> = fc
  .record({
    version: fc.nat(9),
    overDays: fc.nat(90),
    maxNamed: fc.constantFrom(1 as const, 2 as const),
    share: fc.constantFrom(decimal('0.5'), decimal('75'), decimal('100')),
    weight: fc.constantFrom(decimal('10'), decimal('33.3')),
    quietOnLastDay: fc.boolean(),
    small: fc.nat(),
  })
  .map(({ version, overDays, maxNamed, share, weight, quietOnLastDay, small }) => ({
    ...deskPolicy,
    id: 'own',
    version,
    call: { overDays, maxNamed, largeSharePercent: share },
    work: { weights: [{ component: 'exposure', weight }], tiers: ['new'], ties: ['over-60-share'] },
    quiet: { quietDays: overDays, quietOnLastDay },
    brokenFirstDays: version + 1,
    coverage: { coverageDays: 7, smallBelowMinor: { JPY: small } },
  }))

describe('decodeDeskPolicy', () => {
  it('a desk policy written as JSON is the same when it is read', () => {
    fc.assert(
      fc.property(policy, (one) => {
        expect(decodeDeskPolicy(JSON.parse(JSON.stringify(one)))).toEqual(E.right(one))
      }),
    )
  })

  it('has the defaults for what is left out', () => {
    const read = decodeDeskPolicy({ id: 'own', version: 2, call: { overDays: 30 } })
    expect(read).toEqual(E.right({ ...deskPolicy, id: 'own', version: 2, call: { ...deskPolicy.call, overDays: 30 } }))
  })

  it('names what is wrong, not known or impossible', () => {
    expect(decodeDeskPolicy({ id: '', call: { overDays: 'x', loud: true }, quiet: [], tone: 1 })).toEqual(
      E.left([
        'id: is "", expected nonEmptyText',
        'version: is missing, expected wholeNumber',
        'tone: there is no such field',
        'call.overDays: is "x", expected wholeNumber',
        'call.loud: there is no such field',
        'quiet: expected an object',
      ]),
    )
    const impossible = {
      call: { overDays: -1, maxNamed: 3, largeSharePercent: decimal('100.01') },
      floor: { touches: 0 },
      quiet: { quietDays: -1 },
      programme: { fromDaysPastDue: 0 },
      brokenFirstDays: 0,
      brokenPromiseDays: -1,
      coverage: { smallBelowMinor: { EURO: 1 } },
    }
    const read = decodeDeskPolicy({ id: 'own', version: 1, ...impossible })
    expect(E.isLeft(read) ? read.left.map((line) => line.split(':')[0]) : []).toEqual([
      'call.maxNamed',
      'call.overDays',
      'call.largeSharePercent',
      'floor',
      'quiet.quietDays',
      'programme.fromDaysPastDue',
      'brokenFirstDays',
      'brokenPromiseDays',
      'coverage.smallBelowMinor.EURO',
    ])
    expect(E.isLeft(decodeDeskPolicy(null))).toBe(true)
  })
})
