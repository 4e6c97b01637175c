/** Moves on documents: issue, credit, void, redate, deliver. */
import {
  type DraftLine,
  dueOnReceipt,
  netDays,
  type PaymentTerms,
  type RecordDelivery,
  type Tax,
} from '@quittance/invoicing'
import { addDays, decimal } from '@quittance/kernel'
import type { Dice } from './dice.js'
import {
  amountNear,
  creditNotes,
  dayNear,
  idOf,
  type Move,
  newId,
  openDocuments,
  owedDocuments,
  someOf,
  statedValue,
} from './world.js'

const taxes: readonly [Tax | undefined, ...ReadonlyArray<Tax | undefined>] = [
  undefined,
  { category: 'S', ratePercent: decimal('19') },
  { category: 'S', ratePercent: decimal('7.00') },
  { category: 'Z', ratePercent: decimal('0') },
]

const discounted = (
  taxMode: 'reduce-on-payment' | 'always-reduced' | 'never-reduced',
  graceDays: number,
): PaymentTerms => ({
  ...netDays(60),
  id: `2-10-net-60-${taxMode}`,
  discount: {
    taxMode,
    base: 'total',
    graceDays,
    tiers: [
      { percent: decimal('3'), days: 10 },
      { percent: decimal('2'), days: 20 },
    ],
  },
})

const terms: readonly [PaymentTerms, ...ReadonlyArray<PaymentTerms>] = [
  netDays(30),
  dueOnReceipt,
  discounted('reduce-on-payment', 0),
  discounted('never-reduced', 2),
  discounted('always-reduced', 0),
  {
    id: '30-70',
    version: 1,
    parts: [
      { share: { _tag: 'PercentOfGross', percent: decimal('30') }, due: { days: 14 } },
      { share: { _tag: 'Balance' }, due: { endOfMonth: true, days: 45 } },
    ],
  },
  {
    id: 'half',
    version: 2,
    parts: [
      { share: { _tag: 'EqualPart', of: 2 }, due: {} },
      { share: { _tag: 'EqualPart', of: 2 }, due: { months: 1 } },
    ],
  },
]

/** Few different amounts, so that equal ones meet; now and then nonsense. */
const lineMinor = (dice: Dice): number =>
  dice.pick([
    100_00,
    250_00,
    100_00,
    99_99,
    1,
    3_333,
    119_00,
    1_000_01,
    dice.oneIn(8) ? dice.pick([0, -50_00, 0.5]) : 20_00,
  ])

const linesFrom = (dice: Dice): ReadonlyArray<DraftLine> =>
  Array.from({ length: dice.pick([1, 1, 2, 3]) }, (): DraftLine => {
    const tax = dice.pick(taxes)
    const amount = dice.oneIn(6)
      ? {
          quantity: { unscaled: 1 + dice.below(5000), scale: 3 },
          unitPrice: { unscaled: 1 + dice.below(99_999), scale: 4 },
        }
      : { netMinor: lineMinor(dice) }
    return { ...amount, ...(tax === undefined ? {} : { tax }) }
  })

/** @internal */
export const issueInvoice: Move = (world, dice) => {
  const on = dayNear(world, dice)
  const currency = dice.oneIn(8) ? 'USD' : world.currency
  return [
    {
      _tag: 'IssueInvoice',
      on,
      documentId: newId(world, dice, 'INV'),
      currency,
      lines: linesFrom(dice),
      terms: dice.pick(terms),
      ...(dice.oneIn(10) ? { allowances: [{ amountMinor: dice.pick([5_00, 1, 500_00]) }] } : {}),
      ...(dice.oneIn(12) ? { prepaidMinor: dice.pick([10_00, 1, 0.5]) } : {}),
      ...(dice.oneIn(15) ? { dueOn: addDays(on, dice.pick([0, 30, -1])) } : {}),
      ...(dice.oneIn(10) ? { taxRounding: 'per-line' } : {}),
      ...statedValue(world, dice, currency),
    },
  ]
}

/** @internal */
export const issueDebitNote: Move = (world, dice) => {
  const preceding = dice.oneIn(2) ? someOf(dice, owedDocuments(world)) : undefined
  return [
    {
      _tag: 'IssueDebitNote',
      on: dayNear(world, dice, preceding?.issuedOn),
      documentId: newId(world, dice, 'DN'),
      currency: preceding?.currency ?? world.currency,
      lines: linesFrom(dice),
      reason: 'short charge',
      ...statedValue(world, dice, preceding?.currency ?? world.currency),
      ...(preceding === undefined ? {} : { precedingId: preceding.documentId }),
    },
  ]
}

/** For an invoice: all that is left to credit, a part of it, or a little too much. @internal */
export const creditInvoice: Move = (world, dice) => {
  const invoice = someOf(dice, openDocuments(world, dice))
  if (invoice === undefined) return standaloneCredit(world, dice)
  const group = someOf(dice, invoice.taxGroups)
  const whole = dice.oneIn(4)
  const lines: ReadonlyArray<DraftLine> =
    whole || group === undefined
      ? invoice.taxGroups.map(({ tax, baseMinor, creditedBaseMinor }) => ({
          tax,
          netMinor: baseMinor - creditedBaseMinor,
        }))
      : [{ tax: group.tax, netMinor: amountNear(dice, Math.floor((group.baseMinor - group.creditedBaseMinor) / 2)) }]
  return [
    {
      _tag: 'IssueCreditNote',
      on: dayNear(world, dice, invoice.issuedOn),
      documentId: newId(world, dice, 'CN'),
      currency: dice.oneIn(40) ? 'USD' : invoice.currency,
      lines,
      reason: 'goods returned',
      precedingId: invoice.documentId,
      ...(dice.oneIn(4) ? { offset: false } : {}),
      ...(dice.oneIn(3) ? statedValue(world, dice, invoice.currency) : {}),
    },
  ]
}

/** @internal */
export const standaloneCredit: Move = (world, dice) => [
  {
    _tag: 'IssueCreditNote',
    on: dayNear(world, dice),
    documentId: newId(world, dice, 'CN'),
    currency: world.currency,
    lines: linesFrom(dice),
    reason: 'bonus',
    ...statedValue(world, dice, world.currency),
  },
]

/** @internal */
export const voidInvoice: Move = (world, dice) => {
  const untouched = owedDocuments(world).filter(
    ({ payableMinor, openMinor, deliveredOn }) => payableMinor === openMinor && deliveredOn === undefined,
  )
  const document = someOf(dice, untouched.length === 0 || dice.oneIn(4) ? owedDocuments(world) : untouched)
  return [
    {
      _tag: 'VoidInvoice',
      on: dayNear(world, dice, document?.lastOn),
      documentId: document?.documentId ?? 'NOWHERE',
      reason: 'issued twice',
      policy: { voidAllowed: !dice.oneIn(10) },
    },
  ]
}

/** @internal */
export const changeDueDate: Move = (world, dice) => {
  const document = someOf(dice, openDocuments(world, dice))
  const instalment = someOf(dice, document?.instalments ?? [])
  const on = dayNear(world, dice, document?.issuedOn)
  return [
    {
      _tag: 'ChangeDueDate',
      on,
      documentId: document?.documentId ?? 'NOWHERE',
      ...(instalment === undefined || dice.oneIn(3) ? {} : { instalmentNo: instalment.no }),
      dueOn: dice.pick([
        addDays(on, 30),
        instalment?.dueOn ?? on,
        addDays(document?.issuedOn ?? on, dice.oneIn(2) ? -1 : 0),
      ]),
      reason: 'agreed by telephone',
    },
  ]
}

/** @internal */
export const recordDelivery: Move = (world, dice) => {
  const all = [...owedDocuments(world), ...(dice.oneIn(10) ? creditNotes(world) : [])]
  const document = someOf(dice, all)
  return [
    {
      _tag: 'RecordDelivery',
      on: dayNear(world, dice, document?.issuedOn),
      documentId: idOf(dice, document === undefined ? [] : [document.documentId]),
      outcome: dice.pick<RecordDelivery['outcome']>([
        { _tag: 'Delivered', channel: 'e-mail' },
        { _tag: 'Bounced', channel: 'e-mail', reason: 'mailbox full' },
        { _tag: 'Rejected', reason: 'no order number' },
        { _tag: 'Viewed' },
      ]),
    },
  ]
}
