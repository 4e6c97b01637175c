/** What contacts, or the lack of them, say of an account: silence, out of reach, and first contacts that came late. */
import { daysBetween, type LocalDate } from '@quittance/kernel'
import type { Channel, TouchOutcome } from '../../model.js'

/** A contact, as far as the signs look at it. @category model @since 0.1.0 */
export interface ContactNote {
  readonly on: LocalDate
  readonly channel: Channel
  readonly outcome: TouchOutcome
}

/** From when on an account counts as silent or out of reach. @category policies @since 0.1.0 */
export interface ContactSignPolicy {
  /** More than so many days without a word from the customer, while something is past due. */
  readonly silentAfterDays: number
  /** So many contacts in a row without an answer. */
  readonly unansweredTouches: number
  /** By at least so many ways. */
  readonly unansweredChannels: number
  /** More than so many days past due without a first contact. */
  readonly firstContactDays: number
}

/** The default: silent after 30 days, out of reach after five contacts by two ways, first contact within seven days. @category policies @since 0.1.0 */
export const contactSignPolicy: ContactSignPolicy = {
  silentAfterDays: 30,
  unansweredTouches: 5,
  unansweredChannels: 2,
  firstContactDays: 7,
}

/** In what the customer took part; the others leave the next word to him. */
const twoWay: ReadonlySet<TouchOutcome> = new Set(['reached', 'hostile', 'refused', 'promised', 'paid', 'disputed'])

/** Whether somebody of the customer's took part. @example isTwoWay('voicemail') // => false @category policies @since 0.1.0 */
export const isTwoWay = (outcome: TouchOutcome): boolean => twoWay.has(outcome)

/** The signs as of a day. @category projections @since 0.1.0 */
export interface ContactSigns {
  /** Since the last word from the customer; without one, since the oldest item fell due. */
  readonly silentDays: number
  readonly isSilent: boolean
  /** Contacts without an answer since that word. */
  readonly unanswered: number
  readonly isUnreachable: boolean
  /** From the due day of the oldest item to the first contact after it; absent while there is none. */
  readonly firstContactLagDays?: number
  /** The first contact came late, or should have come by now. */
  readonly isFirstContactLate: boolean
}

/**
 * The signs of an account with something past due.
 *
 * @param oldestDueOn - due day of the oldest item that is open and past due
 * @law a two-way contact ends silence, and what went unanswered before it counts no more
 * @category policies
 * @since 0.1.0
 */
export const contactSigns = (
  contacts: ReadonlyArray<ContactNote>,
  oldestDueOn: LocalDate,
  on: LocalDate,
  policy: ContactSignPolicy = contactSignPolicy,
): ContactSigns => {
  const made = contacts
    .filter((contact) => contact.on <= on)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const lastWord = made.findLastIndex(({ outcome }) => isTwoWay(outcome))
  const silentDays = Math.max(0, daysBetween(made[lastWord]?.on ?? oldestDueOn, on))
  const unanswered = made.slice(lastWord + 1)
  const ways = new Set(unanswered.map(({ channel }) => channel)).size
  const first = made.find((contact) => contact.on > oldestDueOn)
  const lagDays = daysBetween(oldestDueOn, first?.on ?? on)
  return {
    silentDays,
    isSilent: silentDays > policy.silentAfterDays,
    unanswered: unanswered.length,
    isUnreachable: unanswered.length >= policy.unansweredTouches && ways >= policy.unansweredChannels,
    ...(first === undefined ? {} : { firstContactLagDays: lagDays }),
    isFirstContactLate: lagDays > policy.firstContactDays,
  }
}
