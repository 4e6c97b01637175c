/** Ladders as a case words them. */
import { type CurrencyCode, type Decimal, localDate, type Money } from '@quittance/kernel'
import type { Channel, ItemLadder, LadderStep, StepMode } from '@quittance/dunning'
import { minorOf } from '../../books/currency.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'

/** How a case wants its ladder; what it leaves out has the default. */
export interface LadderWords {
  readonly sequential: boolean
  readonly graceDays: number
  readonly intervalDays: number | undefined
  readonly toleranceMinor: number
  readonly ignoresCredits: boolean
  /** Of every step, where a step names none of its own. */
  readonly minimumMinor: number | undefined
  readonly minimumPercent: Decimal | undefined
}

const modes: Readonly<Record<string, StepMode>> = {
  net_days: 'net-days',
  end_of_month: 'end-of-month',
  previous_date: 'previous-date',
}

const channels: Readonly<Record<string, Channel>> = {
  email: 'e-mail',
  'e-mail': 'e-mail',
  letter: 'letter',
  text: 'text',
  call: 'call',
}

/** A ladder of steps, at most one a run unless the case says otherwise. */
export const ladderOf = (steps: ReadonlyArray<LadderStep>, words: LadderWords, currency: CurrencyCode): ItemLadder => ({
  _tag: 'ItemLadder',
  id: 'case',
  version: 1,
  steps: steps.map((step) => ({ ...minimumsOf(words, currency), ...step })),
  sequential: words.sequential,
  graceDays: words.graceDays,
  ...(words.intervalDays === undefined ? {} : { intervalDays: words.intervalDays }),
  tolerances: [{ currency, minor: words.toleranceMinor }],
  repeatsLastStep: false,
  credits: words.ignoresCredits ? 'left-aside' : 'in-notice',
  runDays: { _tag: 'EveryDays', from: localDate('0001-01-02'), days: 1 },
  sendWithinDays: 0,
})

/** `levels`: days after the due day, or maps of mode and delay. */
export const stepsOf = (reader: Reader, key: string, currency: CurrencyCode): ReadonlyArray<LadderStep> => {
  const node = reader.node(key)
  if (node === undefined) return []
  if (node.kind !== 'list') return unsupported(`${reader.path}.${key} that is no list`)
  return node.items.every(({ kind }) => kind === 'scalar')
    ? reader.wholes(key).map((days, index) => stepAt(index + 1, days))
    : reader.maps(key).map((step, index) => stepIn(step, index + 1, currency))
}

const stepAt = (level: number, delayDays: number): LadderStep => ({
  level,
  kind: level === 1 ? 'reminder' : 'past-due-notice',
  channel: 'e-mail',
  mode: 'net-days',
  delayDays,
})

const stepIn = (step: Reader, place: number, currency: CurrencyCode): LadderStep => {
  const [minMinor, minimumPercent] = [minorOf(step, 'min_amount', currency), step.decimal('min_percent')]
  const level = step.whole('level') ?? place
  return {
    ...stepAt(level, step.whole('delay') ?? step.whole('days') ?? 0),
    mode: step.oneOf('mode', modes) ?? 'net-days',
    channel: step.oneOf('channel', channels) ?? 'e-mail',
    ...(minMinor === undefined ? {} : { minimums: [{ currency, minor: minMinor }] }),
    ...(minimumPercent === undefined ? {} : { minimumPercent }),
  }
}

/** The minimums of a case as those of a step. */
export const minimumsOf = (
  { minimumMinor, minimumPercent }: Pick<LadderWords, 'minimumMinor' | 'minimumPercent'>,
  currency: CurrencyCode,
): { readonly minimums?: ReadonlyArray<Money>; readonly minimumPercent?: Decimal } => ({
  ...(minimumMinor === undefined ? {} : { minimums: [{ currency, minor: minimumMinor }] }),
  ...(minimumPercent === undefined ? {} : { minimumPercent }),
})
