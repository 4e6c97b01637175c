/** An application of cash or credit is taken back, whole or in part, and the discount goes with it. */
import { accept, keyedGet, laterOf, type LocalDate, refuse, scaleMinor } from '@quittance/kernel'
import type { Unapply } from '../commands.js'
import type { CashDecided } from '../decided.js'
import type { CashFact, CashUnapplied } from '../events.js'
import type { CrossAmount } from '../model.js'
import { partOfExchange } from '../policies/part-of-exchange.js'
import type { ApplicationRecord, CashState } from '../state.js'
import { badAmount, tooEarly } from './checks.js'
import { withdrawnWith } from './write-off-reversed.js'

/** @internal */
export const unapply = (command: Unapply, state: CashState): CashDecided => {
  const { applicationId, reason } = command
  const application = keyedGet(state.applications, applicationId)
  const askedMinor = command.amountMinor ?? application?.amountMinor ?? 0
  const bad = command.amountMinor === undefined ? undefined : badAmount('amountMinor', askedMinor)
  if (bad !== undefined) return refuse(bad)
  if (application === undefined) return refuse({ _tag: 'NotFound', kind: 'application', id: applicationId })
  if (application.amountMinor === 0)
    return refuse({ _tag: 'AlreadyEnded', kind: 'application', id: applicationId, ended: 'unapplied' })
  // A mistake was never true, so it is taken back as of the day it was made.
  const on = command.because === 'mistake' ? application.on : command.on
  const early = tooEarly(command.on, application.on)
  if (early !== undefined) return refuse(early)
  if (askedMinor > application.amountMinor)
    return refuse({
      _tag: 'NotEnoughFree',
      kind: 'application',
      id: applicationId,
      freeMinor: application.amountMinor,
      askedMinor,
    })
  const withdrawn = withdrawnWith([applicationId], on, state)
  if (application.source === 'credit-note') {
    const exchange = partOfExchange(application, { amountMinor: askedMinor, discountMinor: 0, cross: undefined })
    return accept<CashFact>(
      {
        _tag: 'CreditUnapplied',
        on,
        currency: application.currency,
        applicationId,
        creditId: application.sourceId,
        itemId: application.itemId,
        amountMinor: askedMinor,
        reason,
        ...(exchange === undefined ? {} : { exchange }),
      },
      ...withdrawn,
    )
  }
  return accept<CashFact>(cashUnapplied(application, askedMinor, on, reason), ...withdrawn)
}

/** The fact that takes back so much of an application of cash; a part takes its part of the discount, the last part what is left. @internal */
export const cashUnapplied = (
  application: ApplicationRecord,
  amountMinor: number,
  on: LocalDate,
  reason: string,
): CashUnapplied => {
  const whole = amountMinor === application.amountMinor
  const discountMinor = whole
    ? application.discountMinor
    : scaleMinor(application.discountMinor, amountMinor, application.amountMinor)
  const cross = partOfCross(application, amountMinor)
  const exchange = partOfExchange(application, { amountMinor, discountMinor, cross })
  return {
    _tag: 'CashUnapplied',
    on: laterOf(on, application.on),
    currency: application.currency,
    applicationId: application.applicationId,
    receiptId: application.sourceId,
    itemId: application.itemId,
    amountMinor,
    discountMinor,
    pennyMinor: whole ? application.pennyMinor : 0,
    reason,
    ...(cross === undefined ? {} : { cross }),
    ...(exchange === undefined ? {} : { exchange }),
  }
}

/** What goes back to the receipt in its own currency: its part, and all that is left with the last part. */
const partOfCross = ({ amountMinor, cross }: ApplicationRecord, askedMinor: number): CrossAmount | undefined =>
  cross === undefined || askedMinor === amountMinor
    ? cross
    : { currency: cross.currency, amountMinor: scaleMinor(cross.amountMinor, askedMinor, amountMinor) }
