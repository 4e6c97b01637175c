/** Ladders, items and questions for tests, and arbitraries of them. */
import { addDays, type CurrencyCode, localDate, type LocalDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import type { DunnableItem, ItemLadder, LadderStep, RunQuestion, StepMode, UnappliedCredit } from '../src/index.js'

export const day = (text: string): LocalDate => localDate(text)

export const start: LocalDate = day('2026-01-01')

export const step = (level: number, delayDays: number, parts: Partial<LadderStep> = {}): LadderStep => ({
  level,
  kind: level === 1 ? 'reminder' : 'past-due-notice',
  channel: 'e-mail',
  mode: 'net-days',
  delayDays,
  ...parts,
})

export const ladder = (parts: Partial<ItemLadder> = {}): ItemLadder => ({
  _tag: 'ItemLadder',
  id: 'three-steps',
  version: 1,
  steps: [step(1, 10), step(2, 20), step(3, 30)],
  sequential: true,
  graceDays: 0,
  tolerances: [],
  repeatsLastStep: false,
  credits: 'matched-first',
  runDays: { _tag: 'EveryDays', from: start, days: 1 },
  sendWithinDays: 7,
  ...parts,
})

/** 100.00 EUR, due on 1 January 2026. */
export const item = (itemId: string, parts: Partial<DunnableItem> = {}): DunnableItem => ({
  itemId,
  instalmentNo: 1,
  currency: 'EUR',
  openMinor: 100_00,
  dueOn: start,
  issuedOn: addDays(start, -30),
  disputedMinor: 0,
  holds: [],
  ...parts,
})

export const question = (
  on: string,
  items: ReadonlyArray<DunnableItem>,
  parts: Partial<RunQuestion> = {},
): RunQuestion => ({ on: day(on), items, credits: [], holds: [], ...parts })

const currencies: fc.Arbitrary<CurrencyCode> = fc.constantFrom('EUR', 'USD')

const modes: fc.Arbitrary<StepMode> = fc.constantFrom('net-days', 'end-of-month', 'previous-date', 'delivered-days')

/** Ladders of up to four steps; by `mode` only of these. */
export const ladders = (mode: fc.Arbitrary<StepMode> = modes): fc.Arbitrary<ItemLadder> =>
  fc
    .record({
      delays: fc.array(fc.tuple(mode, fc.integer({ min: 0, max: 40 })), { maxLength: 4 }),
      sequential: fc.boolean(),
      graceDays: fc.integer({ min: 0, max: 5 }),
      intervalDays: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
      toleranceMinor: fc.constantFrom(0, 10, 500),
      repeatsLastStep: fc.boolean(),
      credits: fc.constantFrom('matched-first' as const, 'in-notice' as const, 'left-aside' as const),
    })
    .map(({ delays, intervalDays, toleranceMinor, ...rest }) =>
      ladder({
        ...rest,
        ...(intervalDays === undefined ? {} : { intervalDays }),
        tolerances: [{ currency: 'EUR', minor: toleranceMinor }],
        steps: delays.map(([chosen, delayDays], index) =>
          step(index + 1, delayDays, { mode: index === 0 && chosen === 'previous-date' ? 'net-days' : chosen }),
        ),
      }),
    )

export const days: fc.Arbitrary<LocalDate> = fc.integer({ min: 0, max: 120 }).map((offset) => addDays(start, offset))

export const items: fc.Arbitrary<ReadonlyArray<DunnableItem>> = fc
  .array(
    fc.record({
      currency: currencies,
      openMinor: fc.integer({ min: 0, max: 1000 }),
      dueOn: days,
      deliveredOn: fc.option(days, { nil: undefined }),
      disputedMinor: fc.constantFrom(0, 0, 0, 100, 2000),
      promised: fc.option(fc.record({ amountMinor: fc.integer({ min: 1, max: 1000 }), until: days }), {
        nil: undefined,
        freq: 2,
      }),
      lastNotice: fc.option(fc.record({ level: fc.integer({ min: 1, max: 4 }), on: days }), { nil: undefined }),
      holds: fc.array(fc.record({ reason: fc.constant('manual' as const), from: days, until: days }), {
        maxLength: 1,
      }),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all.map(({ deliveredOn, promised, lastNotice, ...rest }, index) =>
      item(`I${index + 1}`, {
        ...rest,
        ...(deliveredOn === undefined ? {} : { deliveredOn }),
        ...(promised === undefined ? {} : { promised }),
        ...(lastNotice === undefined ? {} : { lastNotice }),
      }),
    ),
  )

export const credits: fc.Arbitrary<ReadonlyArray<UnappliedCredit>> = fc
  .array(
    fc.record({
      currency: currencies,
      amountMinor: fc.integer({ min: 0, max: 1500 }),
      since: days,
      relatesTo: fc.option(fc.constantFrom('I1', 'I2'), { nil: undefined }),
    }),
    { maxLength: 3 },
  )
  .map((all) =>
    all.map(({ relatesTo, ...rest }, index) => ({
      creditId: `C${index + 1}`,
      ...rest,
      ...(relatesTo === undefined ? {} : { relatesTo }),
    })),
  )

export const questions: fc.Arbitrary<RunQuestion> = fc.record({
  on: days,
  items,
  credits,
  holds: fc.constant([]),
})
