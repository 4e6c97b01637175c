/**
 * Random histories of accounts, made by running commands: what a room refuses leaves no trace, what it accepts is
 * recorded, some of it weeks after the day on which it counts. Amounts keep to the boundaries: all of what is open,
 * one minor unit less, one minor unit.
 */
import { addDays, type Instant, instantOn, type LocalDate, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import type { PointInTime } from '../../src/index.js'
import { type Book, newBook, run } from './book.js'
import { commandMakers, type Dice } from './random-commands.js'

/** One throw: which command, for whom, on what, how much, and how the calendar moves. */
const throwOfDice: fc.Arbitrary<Dice> = fc.record({
  kind: fc.nat(commandMakers.length - 1),
  customer: fc.constantFrom('C-1', 'C-1', 'C-1', 'C-1', 'C-2', 'C-2', 'C-3'),
  pick: fc.nat(11),
  amount: fc.nat(9),
  variant: fc.nat(11),
  /** Days that pass before the command is recorded. */
  wait: fc.constantFrom(0, 0, 1, 1, 3, 8, 20),
  /** How long before that day it counts; below zero is a post-dated payment. */
  late: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 5, 14, 40, -3, -10),
})

export const firstDay: LocalDate = localDate('2024-01-31')

export const play = (throws: ReadonlyArray<Dice>): Book => {
  const book = newBook()
  let today = firstDay
  for (const dice of throws) {
    today = addDays(today, dice.wait)
    const on = addDays(today, -dice.late)
    const commands = commandMakers[dice.kind]?.(book, dice, on) ?? []
    for (const { customer, command } of commands) run(book, customer, command, instantOn(today, '12:00:00.000'))
  }
  // A failing property prints the facts, one a line, and nothing else.
  const lines = (): string =>
    book.facts.map(({ recordedAt, fact }) => `${recordedAt} ${JSON.stringify(fact)}`).join('\n')
  return Object.defineProperty(book, fc.toStringMethod, { value: lines, enumerable: false })
}

/** A book of three customers; shrinks to the fewest commands that still show a fault. */
export const histories: fc.Arbitrary<Book> = fc
  .array(throwOfDice, { minLength: 20, maxLength: 90, size: 'max' })
  .map(play)

export const endOfTime: Instant = instantOn(localDate('9999-12-31'), '23:59:59.999')
export const latest: PointInTime = { asOf: localDate('9999-12-30'), knownAt: endOfTime }

/** Some day and some moment of knowledge, mostly within the book; both may lie before or after all of it. */
export const pointsInTime: fc.Arbitrary<PointInTime> = fc
  .record({ day: fc.integer({ min: -20, max: 520 }), known: fc.integer({ min: -5, max: 600 }) })
  .map(({ day, known }) => ({
    asOf: addDays(firstDay, day),
    knownAt: known > 560 ? endOfTime : instantOn(addDays(firstDay, known), '12:00:00.000'),
  }))
