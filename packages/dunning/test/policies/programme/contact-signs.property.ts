import { addDays, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ContactNote, contactSigns, type TouchOutcome } from '../../../src/index.js'

const today = localDate('2026-06-30')
const oldest = addDays(today, -40)
const note = (daysAgo: number, outcome: TouchOutcome, channel: ContactNote['channel'] = 'call'): ContactNote => ({
  on: addDays(today, -daysAgo),
  channel,
  outcome,
})
const notes = fc.array(
  fc
    .tuple(
      fc.nat(60),
      fc.constantFrom<TouchOutcome>('sent', 'voicemail', 'no-answer', 'reached', 'promised', 'gatekeeper'),
      fc.constantFrom<ContactNote['channel']>('call', 'e-mail', 'letter'),
    )
    .map((args) => note(...args)),
  { maxLength: 12 },
)

describe('contactSigns', () => {
  it('a two-way contact ends silence, and what went unanswered before it counts no more', () => {
    fc.assert(
      fc.property(notes, (contacts) => {
        const signs = contactSigns([...contacts, note(0, 'reached')], oldest, today)
        expect(signs).toMatchObject({ silentDays: 0, isSilent: false, unanswered: 0, isUnreachable: false })
        expect(
          contactSigns(
            contacts.filter(({ on }) => on < today),
            oldest,
            addDays(today, -1),
          ).silentDays,
        ).toBe(contactSigns(contacts, oldest, addDays(today, -1)).silentDays)
      }),
    )
  })

  it('counts silence from the last word, and from the due day where there never was one', () => {
    expect(contactSigns([note(31, 'reached'), note(3, 'voicemail')], oldest, today)).toMatchObject({
      silentDays: 31,
      isSilent: true,
    })
    expect(contactSigns([note(30, 'reached')], oldest, today).isSilent).toBe(false)
    expect(contactSigns([note(3, 'sent')], oldest, today)).toMatchObject({ silentDays: 40, isSilent: true })
  })

  it('calls nobody out of reach by one way alone', () => {
    const calls = [9, 8, 7, 6, 5].map((days) => note(days, 'no-answer'))
    expect(contactSigns(calls, oldest, today)).toMatchObject({ unanswered: 5, isUnreachable: false })
    const both = [...calls.slice(1), note(4, 'sent', 'e-mail')]
    expect(contactSigns(both, oldest, today)).toMatchObject({ unanswered: 5, isUnreachable: true })
    expect(contactSigns(both.slice(1), oldest, today)).toMatchObject({ unanswered: 4, isUnreachable: false })
  })

  it('measures how long the first contact took, and does not wait for it in silence', () => {
    expect(contactSigns([note(33, 'sent')], oldest, today)).toMatchObject({
      firstContactLagDays: 7,
      isFirstContactLate: false,
    })
    expect(contactSigns([note(32, 'sent')], oldest, today)).toMatchObject({
      firstContactLagDays: 8,
      isFirstContactLate: true,
    })
    const none = contactSigns([], addDays(today, -8), today)
    expect(none).not.toHaveProperty('firstContactLagDays')
    expect(none.isFirstContactLate).toBe(true)
    expect(contactSigns([], addDays(today, -7), today).isFirstContactLate).toBe(false)
  })
})
