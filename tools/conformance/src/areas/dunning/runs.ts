/** Runs one after another over an account: every run with what is known by its day, and what it leaves behind. */
import { addDays, isLocalDate, type LocalDate } from '@quittance/kernel'
import {
  type DunningHold,
  type ItemLadder,
  type ItemNotice,
  type NoticeLine,
  type NoticeProposal,
  type PolicyChange,
  proposeNotices,
  reachedLevel,
} from '@quittance/dunning'
import { dayOf, dayZero } from '../../books/days.js'
import type { Node } from '../../file/node.js'
import type { Reader } from '../../run/reader.js'
import { scalarText } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import type { Account } from './account.js'
import { creditsOn, itemsOn } from './items-on.js'

/** A notice for an item with the policy it was given under. */
export interface KnownNotice extends ItemNotice {
  readonly policy: string | undefined
  /** Another took its place by a change of policy. */
  readonly replaced?: true
}

/** A run that has taken place. */
export interface Run {
  readonly on: LocalDate
  readonly proposal: NoticeProposal
}

/** What was ever sent, and what the case changed by hand. */
export interface Correspondence {
  readonly notices: Map<string, ReadonlyArray<KnownNotice>>
  readonly changes: Map<string, ReadonlyArray<PolicyChange & { readonly policy: string | undefined }>>
  readonly runs: Array<Run>
}

/** Nothing sent yet. */
export const noCorrespondence = (): Correspondence => ({ notices: new Map(), changes: new Map(), runs: [] })

/** An item or instalment as a key. */
export const keyOf = (itemId: string, instalmentNo: number): string => `${itemId}/${instalmentNo}`

/** Which ladder items climb, and what keeps them from it. */
export interface RunRules {
  readonly ladderFor: (policy: string | undefined) => ItemLadder
  /** Holds of the whole account. */
  readonly holds?: ReadonlyArray<DunningHold>
  /** Items that the run passes by. */
  readonly passesBy?: (key: string) => boolean
}

/** One run: the items of each policy by that policy's ladder. */
export const runOn = (
  on: LocalDate,
  account: Account,
  letters: Correspondence,
  { ladderFor, holds = [], passesBy = () => false }: RunRules,
): Run => {
  const reached = (itemId: string, instalmentNo: number) =>
    reachedLevel(
      letters.notices.get(keyOf(itemId, instalmentNo)) ?? [],
      letters.changes.get(keyOf(itemId, instalmentNo)) ?? [],
    )
  const items = itemsOn(account, on, reached).filter(
    ({ itemId, instalmentNo }) => !passesBy(keyOf(itemId, instalmentNo)),
  )
  const credits = creditsOn(account, on)
  const policyOf = (itemId: string, instalmentNo: number): string | undefined =>
    letters.changes.get(keyOf(itemId, instalmentNo))?.at(-1)?.policy ?? account.items.get(itemId)?.policy
  const policies = new Set(items.map(({ itemId, instalmentNo }) => policyOf(itemId, instalmentNo)))
  const proposals = [...policies].map((policy) => {
    const own = items.filter(({ itemId, instalmentNo }) => policyOf(itemId, instalmentNo) === policy)
    const proposal = proposeNotices(ladderFor(policy), { on, items: own, credits, holds })
    for (const line of proposal.lines) note(line, on, policy, letters)
    return proposal
  })
  const run: Run = {
    on,
    proposal: {
      on,
      lines: proposals.flatMap(({ lines }) => lines),
      credits: proposals.flatMap((proposal) => proposal.credits),
      held: proposals.flatMap(({ held }) => held),
      skipped: proposals.flatMap(({ skipped }) => skipped),
    },
  }
  letters.runs.push(run)
  return run
}

const note = (
  { itemId, instalmentNo, level }: NoticeLine,
  on: LocalDate,
  policy: string | undefined,
  { notices }: Correspondence,
): void => {
  const key = keyOf(itemId, instalmentNo)
  notices.set(key, [...(notices.get(key) ?? []), { level, on, state: 'due', policy }])
}

/** Every notice that waits is sent. */
export const sendAll = ({ notices }: Correspondence): void => {
  for (const [key, all] of notices)
    notices.set(
      key,
      all.map((notice) => (notice.state === 'due' ? { ...notice, state: 'sent' } : notice)),
    )
}

/** A notice is ignored: that of an item on a run day. */
export const ignoreNotice = (
  { notices }: Correspondence,
  key: string,
  on: LocalDate,
  level: number | undefined,
): void => {
  notices.set(
    key,
    (notices.get(key) ?? []).map((notice) =>
      notice.on === on && (level === undefined || notice.level === level) ? { ...notice, state: 'ignored' } : notice,
    ),
  )
}

/** A day as a date, or as an offset from day 0. */
export const dayAt = (node: Node, path: string): LocalDate => {
  const word = scalarText(node, path)
  if (isLocalDate(word)) return word
  return /^[+-]?\d{1,6}$/.test(word) ? addDays(dayZero, Number(word)) : unsupported(`${path}: ${word}`)
}

/** The days of `run`, `run_day`, `runs: [..]` or `runs: {every_days, from, to}`; a list may hold offsets. */
export const runDaysOf = (given: Reader): ReadonlyArray<LocalDate> => {
  const one = dayOf(given, 'run', 'run_day')
  const runs = given.node('runs')
  if (runs === undefined) return one === undefined ? [] : [one]
  if (runs.kind === 'list')
    return [...runs.items.map((item, index) => dayAt(item, `runs[${index}]`)), ...(one === undefined ? [] : [one])]
  if (runs.kind === 'scalar') return unsupported(`runs: ${scalarText(runs, 'runs')}`)
  const every = given.map('runs') ?? unsupported('runs')
  const [from, to, days] = [
    dayOf(every, 'from', 'from_day'),
    dayOf(every, 'to', 'to_day'),
    every.whole('every_days') ?? 1,
  ]
  if (from === undefined || to === undefined || days < 1) return unsupported('runs without from and to')
  const found: Array<LocalDate> = []
  for (let day = from; day <= to; day = addDays(day, days)) found.push(day)
  return found
}
