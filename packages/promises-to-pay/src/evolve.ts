/**
 * What a fact does to the memory of promises. Total over all history; refuses nothing.
 */
import { type Keyed, keyedDelete, keyedGet, keyedSet, laterOf, type LocalDate } from '@quittance/kernel'
import type { PromiseMade, PromiseReopened, PromisesFact, PromiseSuperseded, PromiseVerdictFact } from './events.js'
import type { PromiseId, VerdictState } from './model.js'
import type { Cover, PromiseRecord, PromisesState } from './state.js'

/**
 * Write one fact into the draft.
 *
 * @law both modes of the fold agree
 * @category decisions
 * @since 0.1.0
 */
export const evolvePromises = (draft: PromisesState, fact: PromisesFact): void => {
  switch (fact._tag) {
    case 'PromiseMade':
      return made(draft, fact)
    case 'PromiseConfirmed':
      return change(draft, fact.promiseId, fact.on, (record) => {
        record.confirmed = true
      })
    case 'PromiseSuperseded':
      return superseded(draft, fact)
    case 'PromiseWithdrawn':
      return change(draft, fact.promiseId, fact.on, (record) => {
        record.standing = 'withdrawn'
      })
    case 'PromiseKept':
      return judged(draft, fact, 'kept')
    case 'PromisePartlyKept':
      return judged(draft, fact, 'partly-kept')
    case 'PromiseBroken':
      return judged(draft, fact, 'broken')
    case 'PromiseVoided':
      return judged(draft, fact, 'void')
    case 'PromiseReopened':
      return reopened(draft, fact)
  }
}

const change = (
  draft: PromisesState,
  promiseId: PromiseId,
  on: LocalDate,
  write: (record: PromiseRecord) => void,
): void => {
  const record = keyedGet(draft.promises, promiseId)
  if (record === undefined) return
  write(record)
  record.lastOn = laterOf(record.lastOn, on)
  noteOpen(draft, record)
}

const made = (draft: PromisesState, fact: PromiseMade): void => {
  const { promiseId, currency, amountMinor, dueOn, windowEndsOn, terms, level, plan } = fact
  keyedSet(draft.promises, promiseId, {
    promiseId,
    sequence: draft.made,
    madeOn: fact.on,
    currency,
    amountMinor,
    dueOn,
    windowEndsOn,
    lines: fact.items.map((item) => ({ ...item, replaced: false })),
    terms,
    level,
    plan,
    receivedBefore: fact.receivedBefore ?? [],
    standing: 'open',
    countsAs: 'nothing',
    keptMinor: 0,
    counted: [],
    confirmed: false,
    judgedWindowEndsOn: undefined,
    accelerated: undefined,
    acceleratedIds: [],
    lastOn: fact.on,
  })
  draft.made += 1
  for (const { itemId } of fact.items) coverWith(draft, draft.lastOnItem, itemId, fact)
  if (fact.items.length === 0) coverWith(draft, draft.lastOnBalance, fact.currency, fact)
  const record = keyedGet(draft.promises, promiseId)
  if (record !== undefined) noteOpen(draft, record)
}

/** The parts of one plan cover an item together; any other promise covers it alone. */
const coverWith = (draft: PromisesState, covers: Keyed<Cover>, key: string, { promiseId, plan }: PromiseMade): void => {
  const cover = keyedGet(covers, key)
  const before = cover?.promiseIds[0]
  const sharesPlan = before !== undefined && keyedGet(draft.promises, before)?.plan?.planId === plan?.planId
  if (cover !== undefined && plan !== undefined && sharesPlan) cover.promiseIds.push(promiseId)
  else keyedSet(covers, key, { promiseIds: [promiseId] })
}

/** List or unlist a promise among the open ones of what it is still for. */
const noteOpen = (draft: PromisesState, { promiseId, currency, lines, standing }: PromiseRecord): void => {
  const note = (covers: Keyed<Cover>, key: string, isOpen: boolean): void => {
    const others = (keyedGet(covers, key)?.promiseIds ?? []).filter((id) => id !== promiseId)
    const promiseIds = isOpen ? [...others, promiseId] : others
    if (promiseIds.length === 0) keyedDelete(covers, key)
    else keyedSet(covers, key, { promiseIds })
  }
  const isOpen = standing === 'open'
  for (const { itemId, replaced } of lines) note(draft.openOnItem, itemId, isOpen && !replaced)
  if (lines.length === 0) note(draft.openOnBalance, currency, isOpen)
}

const superseded = (draft: PromisesState, fact: PromiseSuperseded): void =>
  change(draft, fact.promiseId, fact.on, (record) => {
    for (const line of record.lines)
      if (fact.itemIds.length === 0 || fact.itemIds.includes(line.itemId)) line.replaced = true
    if (record.lines.some(({ replaced }) => !replaced)) return
    record.standing = 'superseded'
    record.countsAs = fact.countsAs
    record.keptMinor = fact.keptMinor
  })

const judged = (draft: PromisesState, fact: PromiseVerdictFact, standing: VerdictState): void => {
  const accelerates = 'accelerates' in fact ? fact.accelerates : undefined
  draft.assessedOn = draft.assessedOn === undefined ? fact.on : laterOf(draft.assessedOn, fact.on)
  change(draft, fact.promiseId, fact.on, (record) => {
    record.standing = standing
    record.judgedWindowEndsOn = fact.windowEndsOn
    record.keptMinor = fact.keptMinor
    record.counted = fact.counted
    record.acceleratedIds = accelerates?.promiseIds ?? []
  })
  if (accelerates === undefined) return
  for (const promiseId of accelerates.promiseIds) {
    const record = keyedGet(draft.promises, promiseId)
    if (record !== undefined) record.accelerated = { by: fact.promiseId, on: accelerates.dueOn }
  }
}

const reopened = (draft: PromisesState, fact: PromiseReopened): void => {
  draft.assessedOn = draft.assessedOn === undefined ? fact.on : laterOf(draft.assessedOn, fact.on)
  change(draft, fact.promiseId, fact.on, (record) => {
    record.standing = 'open'
    record.keptMinor = 0
    record.counted = []
    for (const promiseId of record.acceleratedIds) {
      const other = keyedGet(draft.promises, promiseId)
      if (other?.accelerated?.by === fact.promiseId) other.accelerated = undefined
    }
    record.acceleratedIds = []
  })
}
