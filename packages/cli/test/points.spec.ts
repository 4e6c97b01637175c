import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { endOfDay } from '../src/index.js'

describe('the end of a day in the time zone of the entity', () => {
  it.each([
    ['2026-01-05', 'UTC', '2026-01-05T23:59:59.999Z'],
    ['2026-01-05', 'Europe/Berlin', '2026-01-05T22:59:59.999Z'],
    ['2026-07-05', 'Europe/Berlin', '2026-07-05T21:59:59.999Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-25T22:59:59.999Z'],
    ['2026-01-05', 'America/New_York', '2026-01-06T04:59:59.999Z'],
    ['2026-01-05', 'Asia/Kolkata', '2026-01-05T18:29:59.999Z'],
    ['9999-12-31', 'UTC', '9999-12-31T23:59:59.999Z'],
    ['9999-12-31', 'America/New_York', '9999-12-31T23:59:59.999Z'],
    ['2026-11-01', 'America/New_York', '2026-11-02T04:59:59.999Z'],
  ])('%s in %s is %s', (day, zone, instant) => {
    expect(endOfDay(localDate(day), zone)).toBe(instant)
  })
})
