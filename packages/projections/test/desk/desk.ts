/** A desk over a story: invoices and money by commands, promises and contacts as facts. */
import type {
  CollectorAssigned,
  ExcuseGiven,
  ItemLadder,
  NoticeDue,
  OrderPlaced,
  TouchRecorded,
} from '@quittance/dunning'
import { accountStream, type Fact, type LocalDate, localDate, type Recorded } from '@quittance/kernel'
import { defaultPromiseTerms, type PromiseMade } from '@quittance/promises-to-pay'
import {
  accountPromises,
  addFacts,
  type ContactBook,
  type DeskBooks,
  emptyLedgerView,
  type HoldingFact,
  type LadderFact,
  noteContact,
  type PointInTime,
} from '../../src/index.js'
import { noon, type Scene } from '../account/scene.js'

const on = (day: string): LocalDate => localDate(day)

/** A promise of the balance, or of one item, with three days of grace. */
export const promised = (
  made: string,
  dueOn: string,
  windowEndsOn: string,
  minor: number,
  itemId?: string,
): PromiseMade => ({
  _tag: 'PromiseMade',
  on: on(made),
  promiseId: `P-${made}`,
  currency: 'EUR',
  amountMinor: minor,
  dueOn: on(dueOn),
  windowEndsOn: on(windowEndsOn),
  items: itemId === undefined ? [] : [{ itemId, amountMinor: minor }],
  terms: defaultPromiseTerms,
  level: 1,
})

export const touch = (day: string, more: Partial<TouchRecorded> = {}): TouchRecorded => ({
  _tag: 'TouchRecorded',
  on: on(day),
  touchId: `T-${day}`,
  channel: 'call',
  role: 'collector',
  outcome: 'reached',
  ...more,
})

export const excuse = (day: string, code: string, resolveOn?: string): ExcuseGiven => ({
  _tag: 'ExcuseGiven',
  on: on(day),
  excuseId: `E-${day}`,
  code,
  ...(resolveOn === undefined ? {} : { resolveOn: on(resolveOn) }),
})

/** A reminder, a call and a notice, every Monday. */
export const mondays: ItemLadder = {
  _tag: 'ItemLadder',
  id: 'mondays',
  version: 1,
  steps: [
    { level: 1, kind: 'reminder', channel: 'e-mail', mode: 'net-days', delayDays: 5 },
    { level: 2, kind: 'call', channel: 'call', mode: 'previous-date', delayDays: 10 },
    { level: 3, kind: 'past-due-notice', channel: 'letter', mode: 'previous-date', delayDays: 10 },
  ],
  sequential: true,
  graceDays: 0,
  tolerances: [],
  repeatsLastStep: false,
  credits: 'matched-first',
  runDays: { _tag: 'Weekdays', weekdays: [1] },
  sendWithinDays: 5,
}

/** The notice of a level for one item of 300.00. */
export const notice = (day: string, itemId: string, level: number, more: Partial<NoticeDue> = {}): NoticeDue => ({
  _tag: 'NoticeDue',
  on: on(day),
  noticeId: `N-${itemId}-${level}`,
  origin: 'run',
  level,
  kind: mondays.steps[level - 1]?.kind ?? 'reminder',
  channel: mondays.steps[level - 1]?.channel ?? 'e-mail',
  currency: 'EUR',
  amountMinor: 300_00,
  lines: [{ itemId, instalmentNo: 1, dueOn: on(day), daysPastDue: 0, openMinor: 300_00, amountMinor: 300_00 }],
  sendBy: on(day),
  ...more,
})

type Said = PromiseMade | TouchRecorded | ExcuseGiven | HoldingFact | OrderPlaced | LadderFact | CollectorAssigned

/** The books of a story, with what was said to whom. */
export const deskOf = (
  { facts, book }: Pick<Scene, 'facts' | 'book'>,
  said: ReadonlyArray<readonly [string, Said]>,
  at: PointInTime,
): DeskBooks => {
  const told = said.map(([customer, fact], index): Recorded<Fact> => {
    const position = book.facts.length + index + 1
    return {
      id: `said-${index}`,
      stream: accountStream('acme', customer),
      revision: position,
      position,
      effectiveOn: fact.on,
      recordedAt: noon(fact.on),
      actor: 'test',
      commandId: `s${index}`,
      commandHash: '',
      correlationId: `s${index}`,
      fact,
    }
  })
  const contacts: ContactBook = new Map()
  for (const one of told) noteContact(contacts, one)
  return {
    ledger: addFacts(emptyLedgerView(), facts),
    contacts,
    promisesOf: (customer) => {
      const own = [...facts, ...told].filter(({ stream }) =>
        stream.endsWith(accountStream('', customer).slice(-customer.length)),
      )
      return accountPromises(own, at)
    },
  }
}
