/** Commands on differences from one throw of dice: deductions and how they end, chargebacks, nettings. */
import { pendingDeductions, type WriteOffPolicy } from '@quittance/cash-application'
import { keyedEntries, keyedGet, type LocalDate, money } from '@quittance/kernel'
import { accountIn, type Book, openMinorOf } from './book.js'
import type { Aimed, Dice, Maker } from './random-commands.js'

interface Tools {
  readonly fresh: (book: Book, prefix: string, on: LocalDate) => string
  readonly share: (allMinor: number, dice: Dice) => number
  /** An invoice or debit note of the customer, mostly of the latest. */
  readonly itemOf: (book: Book, dice: Dice) => { readonly documentId: string; readonly currency: string } | undefined
}

const freely: WriteOffPolicy = {
  id: 'anybody',
  version: 1,
  smallBalanceMaxMinor: 0,
  deductionMaxMinor: 1_000_000_00,
  limits: [],
}

/** Makers with how often each is used. */
export const differenceMakers = ({ fresh, share, itemOf }: Tools): ReadonlyArray<readonly [Maker, number]> => {
  const ofItem =
    (
      make: (
        item: NonNullable<ReturnType<Tools['itemOf']>>,
        openMinor: number,
        book: Book,
        dice: Dice,
        on: LocalDate,
      ) => Aimed['command'],
    ): Maker =>
    (book, dice, on) => {
      const item = itemOf(book, dice)
      if (item === undefined) return []
      const openMinor = openMinorOf(accountIn(book, dice.customer), item.documentId)
      return [{ customer: dice.customer, command: make(item, openMinor, book, dice, on) }]
    }
  const deduct = ofItem(({ documentId, currency }, openMinor, book, dice, on) => ({
    _tag: 'RecordDeduction',
    on,
    deductionId: fresh(book, 'DED-', on),
    itemId: documentId,
    amount: money(currency, Math.max(share(openMinor, dice), 1)),
    reasonCode: 'none-stated',
  }))
  const chargeBack = ofItem(({ documentId, currency }, openMinor, book, dice, on) => ({
    _tag: 'RaiseChargeback',
    on,
    chargebackId: fresh(book, 'CB-', on),
    itemId: documentId,
    amount: money(currency, Math.max(share(openMinor, dice), 1)),
    reason: 'short pay',
    policy: { id: 'chargebacks', version: 1, ...(dice.variant % 3 === 0 ? { dueAfterDays: 30 } : {}) },
  }))
  const net = ofItem(({ documentId, currency }, openMinor, book, dice, on) => {
    const amount = money(currency, Math.max(share(openMinor, dice), 1))
    return {
      _tag: 'NetAgainstPayables',
      on,
      nettingId: fresh(book, 'NET-', on),
      lines: [{ itemId: documentId, payableId: 'V-1', amount }],
      payables: [{ payableId: 'V-1', dueOn: on, open: amount }],
      policy: { id: 'netting', version: 1, agreed: true },
    }
  })
  return [
    [deduct, 2],
    [endDeduction(fresh), 2],
    [chargeBack, 1],
    [cancelChargeback, 1],
    [net, 1],
    [reverseNetting, 1],
  ]
}

const endDeduction =
  (fresh: Tools['fresh']): Maker =>
  (book, dice, on) => {
    const account = accountIn(book, dice.customer)
    const [found] = [...keyedEntries(account.cash.deductions)].filter(([, { status }]) => status === 'pending')
    if (found === undefined) return []
    const [deductionId, { itemId, currency }] = found
    const standing = keyedGet(account.cash.items, itemId)?.deductions ?? []
    const pendingMinor =
      pendingDeductions(standing, openMinorOf(account, itemId)).find((one) => one.deductionId === deductionId)
        ?.pendingMinor ?? 0
    const ends: ReadonlyArray<Aimed['command']> = [
      { _tag: 'RejectDeduction', on, deductionId, reason: 'delivered in full' },
      {
        _tag: 'AcceptDeduction',
        on,
        deductionId,
        creditNoteId: fresh(book, 'CN-', on),
        lines: [{ netMinor: pendingMinor }],
      },
      {
        _tag: 'WriteOff',
        on,
        writeOffId: fresh(book, 'W-', on),
        itemId,
        amount: money(currency, Math.max(pendingMinor, 1)),
        reason: 'deduction',
        requestedBy: 'Bob',
        policy: freely,
        deductionId,
      },
    ]
    return ends.slice(dice.variant % 3, (dice.variant % 3) + 1).map((command) => ({ customer: dice.customer, command }))
  }

const cancelChargeback: Maker = (book, { customer }, on) => {
  const [found] = [...keyedEntries(accountIn(book, customer).cash.chargebacks)].filter(([, one]) => !one.cancelled)
  return found === undefined
    ? []
    : [{ customer, command: { _tag: 'CancelChargeback', on, chargebackId: found[0], reason: 'raised twice' } }]
}

const reverseNetting: Maker = (book, { customer }, on) => {
  const [found] = [...keyedEntries(accountIn(book, customer).cash.nettings)].filter(([, one]) => !one.reversed)
  return found === undefined
    ? []
    : [{ customer, command: { _tag: 'ReverseNetting', on, nettingId: found[0], reason: 'cancelled' } }]
}
