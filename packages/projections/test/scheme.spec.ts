import { localDate } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { bucketFinder, type EdgeRule, fiveBuckets, monthEndBounds, schemeOfLabels } from '../src/index.js'

const refusal = (labels: ReadonlyArray<string>, edges?: EdgeRule): string => {
  const scheme = schemeOfLabels(labels, edges)
  return E.isLeft(scheme) ? scheme.left : `accepted: ${labels.join(', ')}`
}

const bucketsOf = (
  labels: ReadonlyArray<string>,
  edges: EdgeRule,
  ages: ReadonlyArray<number>,
): ReadonlyArray<string> => {
  const scheme = schemeOfLabels(labels, edges)
  if (E.isLeft(scheme)) throw new Error(scheme.left)
  const find = bucketFinder(scheme.right, localDate('2026-06-30'))
  return ages.map((age) => labels[find(localDate('2026-06-30'), age)] as string)
}

const standard = ['current', '1-30', '31-60', '61-90', '90+']

describe('the five buckets', () => {
  it('call what is due today or later current, and close each bucket at its upper bound', () => {
    const find = bucketFinder(fiveBuckets, localDate('2026-06-30'))
    const labels = [-400, -1, 0, 1, 30, 31, 60, 61, 90, 91, 4000].map(
      (age) => fiveBuckets.buckets[find(localDate('2026-06-30'), age)]?.label,
    )
    const older = ['61-90', '61-90', '90+', '90+']
    expect(labels).toEqual(['current', 'current', 'current', '1-30', '1-30', '31-60', '31-60', ...older])
  })

  it('are what their labels say', () => {
    const scheme = schemeOfLabels(standard)
    expect(E.isRight(scheme) && scheme.right.buckets).toEqual(fiveBuckets.buckets)
  })
})

describe('half-open bounds', () => {
  it('put day 30 into the next bucket, and day 90 into the last', () => {
    expect(bucketsOf(standard, 'half-open-upper', [29, 30, 59, 60, 89, 90])).toEqual([
      '1-30',
      '31-60',
      '31-60',
      '61-90',
      '61-90',
      '90+',
    ])
  })

  it('still call what is due today current', () => {
    expect(bucketsOf(standard, 'half-open-upper', [-1, 0, 1])).toEqual(['current', 'current', '1-30'])
  })
})

describe('buckets without one for what is current', () => {
  it('take what is not due yet into the first, if that begins at 0', () => {
    expect(bucketsOf(['0-30', '31-60', '60+'], 'closed-upper', [-5, 0, 30, 31, 61])).toEqual([
      '0-30',
      '0-30',
      '0-30',
      '31-60',
      '60+',
    ])
  })
})

describe('labels that are refused', () => {
  it('overlap', () => {
    expect(refusal(['1-30', '25-30'])).toBe('"1-30" leaves no bucket for what is current')
    expect(refusal(['current', '1-30', '25-60', '60+'])).toBe('"25-60" overlaps the bucket before it')
    expect(refusal(['current', '0-30', '30+'])).toBe('"0-30" overlaps the bucket before it')
    expect(refusal(['current', '1-30', '20+'])).toBe('"20+" overlaps the bucket before it')
  })

  it('leave a gap', () => {
    expect(refusal(['current', '1-30', '32-60', '60+'])).toBe('"32-60" leaves a gap after the bucket before it')
    expect(refusal(['current', '1-30', '32+'])).toBe('"32+" leaves a gap after the bucket before it')
    expect(refusal(['current', '1-30', '>31'])).toBe('">31" leaves a gap after the bucket before it')
    expect(refusal(['current', '1-30', 'over_31'])).toBe('"over_31" leaves a gap after the bucket before it')
  })

  it('have no open end, or an open end too early', () => {
    expect(refusal(['current', '1-30', '31-60'])).toBe('"31-60" leaves no bucket for what is older')
    expect(refusal(['current'])).toBe('"current" leaves no bucket for what is older')
    expect(refusal(['current', '1+', '2+'])).toBe('"1+" is not last')
  })

  it('leave no bucket for what is current', () => {
    expect(refusal(['1-30', '30+'])).toBe('"1-30" leaves no bucket for what is current')
    expect(refusal(['90+'])).toBe('"90+" leaves no bucket for what is current')
    expect(refusal(['>90'])).toBe('">90" leaves no bucket for what is current')
  })

  it('stand in the wrong place, run backwards, say the same twice, or say nothing', () => {
    expect(refusal(['0-30', 'current', '30+'])).toBe('"current" does not come first')
    expect(refusal(['current', '30-1', '30+'])).toBe('"30-1" ends before it begins')
    expect(refusal(['current', '1-30', '1-30', '30+'])).toBe('two buckets have the same label')
    expect(refusal(['current', 'a month', '30+'])).toBe('"a month" is not a bucket (current, 1-30, 90+)')
    expect(refusal([])).toBe('a scheme has at least one bucket')
    expect(refusal(['current'], 'month-ends')).toContain('one for what is older')
  })
})

describe('an open end', () => {
  it('is written 90+, 91+, >90 or over_90 after 61-90, and means the same', () => {
    for (const open of ['90+', '91+', '>90', 'over_90'])
      expect(bucketsOf(['current', '1-90', open], 'closed-upper', [90, 91])).toEqual(['1-90', open])
  })

  it('alone takes everything from day 0 on and what is not due yet', () => {
    expect(bucketsOf(['0+'], 'closed-upper', [-1, 0, 500])).toEqual(['0+', '0+', '0+'])
  })
})

describe('month ends', () => {
  const labels = ['current', 'month_1', 'month_2', 'month_3', 'month_4', 'older']
  const scheme = schemeOfLabels(labels, 'month-ends')
  const byMonth = (asOf: string, days: ReadonlyArray<string>): ReadonlyArray<string | undefined> => {
    if (E.isLeft(scheme)) throw new Error(scheme.left)
    const find = bucketFinder(scheme.right, localDate(asOf))
    return days.map((day) => labels[find(localDate(day), 0)])
  }

  it('are the day itself and the last days of the months before it', () => {
    expect(E.isRight(scheme) && monthEndBounds(scheme.right, localDate('2026-06-30'))).toEqual([
      '2026-06-30',
      '2026-05-31',
      '2026-04-30',
      '2026-03-31',
      '2026-02-28',
    ])
    expect(E.isRight(scheme) && monthEndBounds(scheme.right, localDate('2024-03-01'))).toEqual([
      '2024-03-01',
      '2024-02-29',
      '2024-01-31',
      '2023-12-31',
      '2023-11-30',
    ])
  })

  it('put an item due on a month end into the older of the two columns', () => {
    const days = ['2026-07-01', '2026-06-30', '2026-06-29', '2026-06-01', '2026-05-31', '2026-04-30', '2026-02-28']
    const months = ['current', 'current', 'month_1', 'month_1', 'month_2', 'month_3', 'older']
    expect(byMonth('2026-06-30', days)).toEqual(months)
  })

  it('work on any day of the month, not only the last', () => {
    const days = ['2026-06-15', '2026-06-14', '2026-05-31', '2026-05-01', '2026-04-30']
    expect(byMonth('2026-06-15', days)).toEqual(['current', 'month_1', 'month_2', 'month_2', 'month_3'])
    expect(byMonth('2026-06-01', ['2026-06-01', '2026-05-31'])).toEqual(['current', 'month_2'])
  })
})
