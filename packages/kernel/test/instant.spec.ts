import { describe, expect, it } from 'vitest'
import { instant, instantOn, isInstant, localDate, utcDayOf } from '../src/index.js'

describe('instants', () => {
  it('have one written form', () => {
    expect(isInstant('2026-01-05T10:00:00.000Z')).toBe(true)
    expect(
      [
        '2026-01-05T10:00:00Z',
        '2026-01-05T10:00:00.000+00:00',
        '2026-02-30T10:00:00.000Z',
        '2026-01-05T24:00:00.000Z',
      ].map(isInstant),
    ).toEqual([false, false, false, false])
  })

  it('fall on a day in UTC', () => {
    expect(utcDayOf(instant('2026-01-05T23:59:59.999Z'))).toBe('2026-01-05')
    expect(instantOn(localDate('2026-01-05'), '12:00:00.000')).toBe('2026-01-05T12:00:00.000Z')
  })

  it('stop a programmer who writes another form', () => {
    expect(() => instant('2026-01-05')).toThrow('Invariant broken')
  })
})
