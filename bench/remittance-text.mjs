// Reading 100,000 lines of remittance text against 10,000 open identifiers, slips of the hand included.
import {
  addIdentifiers,
  emptyIdentifierIndex,
  luhnOf,
  mentionsIn,
  removeIdentifiers,
} from '@quittance/cash-application'
import { cost, rate } from './measure/figure.mjs'
import { inTurns, median } from './measure/rounds.mjs'

/** Numbers in a fixed order that looks like chance, so that every run reads the same lines. */
const dice = (seed) => {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >>> 8) % below
  }
}

const filled = (number, length) => String(number).padStart(length, '0')

const formats = {
  'INV-2025-nnnnnn': (at) => `INV-2025-${filled(100_000 + at * 3, 6)}`,
  'SI0420nnnn, one after another': (at) => `SI0420${filled(at, 4)}`,
  'nine digits at random': (_, roll) => String(100_000_000 + roll(800_000_000)),
  'one after another with a Luhn digit': (at) => luhnOf(String(1_000_000 + at)),
}

/** One in eight swapped, cut to its end, without letters, or with a wrong digit; half as they are. */
const asWritten = (number, roll) => {
  const at = number.length - 2 - roll(3)
  switch (roll(8)) {
    case 0:
      return number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)
    case 1:
      return number.slice(-6)
    case 2:
      return number.replace(/\D/g, '')
    case 3:
      return number.slice(0, at) + roll(10) + number.slice(at + 1)
    default:
      return number
  }
}

const noise = (roll) =>
  [
    `PO 45${filled(roll(100_000_000), 8)}`,
    `${filled(roll(28) + 1, 2)}.${filled(roll(12) + 1, 2)}.2025`,
    `${roll(9999)}.${filled(roll(100), 2)}`,
    'ACME TRADING',
    `TEL 0${roll(1_000_000_000)}`,
    `KD ${roll(100_000)}`,
  ][roll(6)]

const linesAbout = (numbers, count, roll) =>
  Array.from({ length: count }, () => {
    const named = Array.from({ length: roll(5) }, () => asWritten(numbers[roll(numbers.length)], roll))
    return ['PAYMENT', ...named, ...(roll(10) < 6 ? [noise(roll)] : [])].join(' ')
  })

const indexOf = (numbers) => {
  const index = emptyIdentifierIndex()
  numbers.forEach((number, at) => addIdentifiers(index, `item-${at}`, [number]))
  return index
}

/** Run it. */
export const run = async ({ size }) => {
  const rounds = 3
  const results = []
  for (const [name, make] of Object.entries(formats)) {
    const roll = dice(7)
    const numbers = [...new Set(Array.from({ length: 10_000 }, (_, at) => make(at, roll)))]
    const lines = linesAbout(numbers, size(100_000), roll)
    const index = indexOf(numbers)
    let mentions = 0
    const read = () => {
      mentions = 0
      for (const line of lines) mentions += mentionsIn(line, index).mentions.length
    }
    read()
    const times = await inTurns(rounds, { read, build: () => indexOf(numbers) })
    const length = Math.round(lines.reduce((sum, line) => sum + line.length, 0) / lines.length)
    results.push(
      rate(`lines read, ${name}`, lines.length, times.read, {
        goal: 50_000,
        note: `${numbers.length.toLocaleString('en-US')} open; ${length} characters a line; ${mentions.toLocaleString('en-US')} mentions`,
      }),
      cost(`index of ${numbers.length.toLocaleString('en-US')}, ${name}`, median(times.build), 'ms', { rounds }),
    )
  }
  results.push(await changes(rounds))
  return { results, rivals: [] }
}

/** Items open and close while payments come in: an account of 2,000, each change followed by a question about slips. */
const changes = async (rounds) => {
  const numbers = Array.from({ length: 4_000 }, (_, at) => String(1_930_000_000 + at * 7))
  const work = (index) => {
    for (let at = 0; at < 2_000; at += 1) {
      addIdentifiers(index, `item-${at + 2_000}`, [numbers[at + 2_000]])
      mentionsIn('INV 1930567012', index)
      removeIdentifiers(index, `item-${at}`)
    }
  }
  const times = await inTurns(rounds, { change: { prepare: () => indexOf(numbers.slice(0, 2_000)), work } })
  return cost('one item in, one question, one item out, among 2,000', median(times.change) / 2_000, 'ms', { rounds })
}
