/**
 * What a history knows while it is being made, and the small questions that its moves ask: which day, which
 * amount, which document.
 */
import { type ReceiptRecord, unappliedMinor } from '@quittance/cash-application'
import type { DocumentRecord } from '@quittance/invoicing'
import {
  addDays,
  decimal,
  keyedGet,
  keyedValues,
  type LocalDate,
  type Money,
  type StatedValue,
} from '@quittance/kernel'
import { type AccountCommand, type AccountState, openMinorOf } from '@quittance/receivables'
import type { Dice } from './dice.js'

/** The account so far, the business day, and the currency it mostly trades in. @category arbitraries @since 0.1.0 */
export interface World {
  state: AccountState
  today: LocalDate
  readonly currency: string
  /** That of the entity's books. */
  readonly base: string
  ids: number
}

/** Commands that somebody could give now; mostly one. @category arbitraries @since 0.1.0 */
export type Move = (world: World, dice: Dice) => ReadonlyArray<AccountCommand>

/** Ids that break careless code. */
const awkward: readonly [string, ...ReadonlyArray<string>] = [
  '__proto__',
  'constructor',
  '7',
  'Über-東',
  'a_b-c%2D',
  '',
]

/** A new id; now and then an awkward one, or the one that something got just before. @internal */
export const newId = (world: World, dice: Dice, prefix: string): string => {
  world.ids += 1
  if (dice.oneIn(40)) return dice.pick(awkward)
  return `${prefix}-${dice.oneIn(60) ? Math.max(world.ids - 1 - dice.below(5), 1) : world.ids}`
}

/** An id of something that is there, now and then of something that is not. @internal */
export const idOf = (dice: Dice, ids: ReadonlyArray<string>): string => {
  const [first, ...others] = ids
  return first === undefined || dice.oneIn(30) ? 'NOWHERE' : dice.pick([first, ...others])
}

/** A day at the edge of what is allowed, given the days that matter. @internal */
export const dayNear = (world: World, dice: Dice, ...marks: ReadonlyArray<LocalDate | undefined>): LocalDate => {
  const latest = marks.reduce<LocalDate>(
    (so, mark) => (mark !== undefined && mark > so ? mark : so),
    '0001-01-01' as LocalDate,
  )
  if (latest === '0001-01-01') return dice.oneIn(4) ? addDays(world.today, -dice.below(30)) : world.today
  return dice.pick([
    latest > world.today ? latest : world.today,
    world.today,
    latest,
    addDays(latest, 1),
    world.today,
    dice.oneIn(3) ? addDays(latest, -1) : latest,
  ])
}

/** An amount at the edge: all of it, one minor unit more or less, a part, one unit, now and then nonsense. @internal */
export const amountNear = (dice: Dice, targetMinor: number): number =>
  dice.pick([
    targetMinor,
    Math.max(Math.floor(targetMinor / 2), 1),
    targetMinor - 1,
    Math.max(Math.floor(targetMinor / 3), 1),
    targetMinor,
    1,
    targetMinor + 1,
    Math.max(Math.floor(targetMinor / 2), 1),
    dice.oneIn(6) ? dice.pick([0, -1, targetMinor * 2, 0.5]) : targetMinor,
  ])

/** Money in the currency of the thing, now and then in another. @internal */
export const moneyNear = (dice: Dice, currency: string, targetMinor: number): Money => ({
  currency: dice.oneIn(40) ? 'USD' : currency,
  minor: amountNear(dice, targetMinor),
})

/** A value in the base currency for about half of what comes onto the ledger, by a rate, as booked, or now and then wrong. @internal */
export const statedValue = (world: World, dice: Dice, currency: string): { readonly exchange?: StatedValue } => {
  if (!dice.oneIn(2)) return {}
  const baseCurrency = dice.oneIn(60) ? 'GBP' : world.base
  if (currency === baseCurrency) return { exchange: { baseCurrency, rate: decimal(dice.oneIn(9) ? '2' : '1.00') } }
  return { exchange: { baseCurrency, ...dice.pick(dice.oneIn(25) ? wrongValues : values) } }
}

type ValueByRate = Omit<StatedValue, 'baseCurrency'>

/** Rates and booked amounts that leave much to round. */
const values: readonly [ValueByRate, ...ReadonlyArray<ValueByRate>] = [
  { rate: decimal('1.0835') },
  { rate: decimal('0.3333') },
  { baseMinor: 100_00 },
  { rate: decimal('85') },
  { baseMinor: 7 },
  { rate: decimal('0.00001') },
  { baseMinor: 333_33 },
]

const wrongValues: readonly [ValueByRate, ...ReadonlyArray<ValueByRate>] = [
  { rate: decimal('0') },
  { baseMinor: -1 },
  {},
  { rate: decimal('1'), baseMinor: 1 },
]

/** Invoices and debit notes, those with something open first. @internal */
export const owedDocuments = (world: World): ReadonlyArray<DocumentRecord & { readonly openMinor: number }> =>
  keyedValues(world.state.invoicing.documents)
    .filter(({ kind }) => kind !== 'credit-note')
    .map((document) => ({ ...document, openMinor: openMinorOf(world.state, document.documentId) }))
    .sort((a, b) => Number(b.openMinor > 0) - Number(a.openMinor > 0))

/** Documents that still have something open, mostly; where there is none, any. @internal */
export const openDocuments = (
  world: World,
  dice: Dice,
): ReadonlyArray<DocumentRecord & { readonly openMinor: number }> => {
  const all = owedDocuments(world)
  const open = all.filter(({ openMinor }) => openMinor > 0)
  return open.length === 0 || dice.oneIn(10) ? all : open
}

/** Receipts that are alive and have money to spend, mostly; where there is none, any. @internal */
export const receiptsWith = (
  world: World,
  dice: Dice,
  spare: (receipt: ReceiptRecord) => number,
): ReadonlyArray<ReceiptRecord> => {
  const all = keyedValues(world.state.cash.receipts)
  const having = all.filter((receipt) => receipt.status === 'live' && spare(receipt) > 0)
  return having.length === 0 || dice.oneIn(10) ? all : having
}

/** One of a list, or nothing of an empty one. @internal */
export const someOf = <A>(dice: Dice, from: ReadonlyArray<A>): A | undefined =>
  from[dice.below(Math.max(from.length, 1))]

/** What is free of a credit note. @internal */
export const freeCreditMinor = (world: World, document: DocumentRecord): number => {
  const record = keyedGet(world.state.cash.credits, document.documentId)
  return document.grossMinor - document.offsetMinor - (record?.appliedMinor ?? 0) - (record?.refundedMinor ?? 0)
}

/** Credit notes with something free first. @internal */
export const creditNotes = (world: World): ReadonlyArray<DocumentRecord> =>
  keyedValues(world.state.invoicing.documents)
    .filter(({ kind }) => kind === 'credit-note')
    .sort((a, b) => Number(freeCreditMinor(world, b) > 0) - Number(freeCreditMinor(world, a) > 0))

/** Free money of a receipt. @internal */
export const freeMinor = (receipt: ReceiptRecord): number => unappliedMinor(receipt)
