/** Moves on what happened before an invoice was owed: orders, deliveries of goods, prices, causes; and remittance advices. */
import { addDays, decimal, keyedEntries, type Keyed, type LocalDate } from '@quittance/kernel'
import type { Dice } from './dice.js'
import { dayNear, idOf, type Move, newId, openDocuments, someOf, type World } from './world.js'

const ids = (keyed: Keyed<LocalDate>): ReadonlyArray<string> => [...keyedEntries(keyed)].map(([id]) => id)

/** Mostly a usable number, now and then one below zero. */
const quantity = (dice: Dice): string => (dice.oneIn(12) ? '-1' : dice.pick(['10', '2.5', '0', '100.000']))

/** They come early, late and in no order. */
const someDay = (world: World, dice: Dice): LocalDate => addDays(world.today, dice.pick([0, -3, 5, -40]))

/** @internal */
export const acceptOrder: Move = (world, dice) => [
  {
    _tag: 'AcceptOrder',
    on: someDay(world, dice),
    orderId: newId(world, dice, 'SO'),
    currency: world.currency,
    lines: dice.oneIn(12)
      ? []
      : [
          {
            lineNo: 10,
            quantity: decimal(quantity(dice)),
            ...(dice.oneIn(2) ? { productId: 'P-1', unitPrice: decimal('12.50') } : {}),
          },
        ],
    ...(dice.oneIn(2) ? { purchaseOrder: 'PO-1', purchaseOrderRequired: true } : {}),
  },
]

/** @internal */
export const deliverGoods: Move = (world, dice) => {
  const { orders, deliveries } = world.state.invoicing
  const on = someDay(world, dice)
  return [
    {
      _tag: 'RecordGoodsDelivered',
      on,
      deliveryId: dice.oneIn(12) ? idOf(dice, ids(deliveries)) : newId(world, dice, 'DL'),
      ...(dice.oneIn(3) ? {} : { orderId: idOf(dice, ids(orders)) }),
      ...(dice.oneIn(2) ? { shippedOn: addDays(on, dice.oneIn(8) ? 1 : -2) } : {}),
      lines: [{ lineNo: 1, quantity: decimal(quantity(dice)), ...(dice.oneIn(3) ? { damaged: decimal('1') } : {}) }],
    },
  ]
}

/** @internal */
export const agreePrice: Move = (world, dice) => {
  const on = someDay(world, dice)
  return [
    {
      _tag: 'AgreePrice',
      on,
      agreementId: newId(world, dice, 'PA'),
      productId: 'P-1',
      currency: world.currency,
      unitPrice: decimal(quantity(dice)),
      ...(dice.oneIn(2) ? { until: addDays(on, dice.oneIn(8) ? -1 : 90) } : {}),
    },
  ]
}

/** @internal */
export const confirmRootCause: Move = (world, dice) => {
  const document = someOf(dice, openDocuments(world, dice))
  return [
    {
      _tag: 'ConfirmRootCause',
      on: dayNear(world, dice, document?.issuedOn),
      documentId: document?.documentId ?? 'NOWHERE',
      cause: dice.oneIn(2) ? 'quantity' : 'pricing_error',
      by: dice.oneIn(8) ? '' : 'k.ito',
      because: 'the order says otherwise',
    },
  ]
}

/** @internal */
export const recordRemittance: Move = (world, dice) => {
  const document = someOf(dice, openDocuments(world, dice))
  const openMinor = Math.max(document?.openMinor ?? 0, 1)
  return [
    {
      _tag: 'RecordRemittance',
      on: dayNear(world, dice, document?.issuedOn),
      remittanceId: newId(world, dice, 'RA'),
      currency: world.currency,
      lines: [
        {
          documentId: document?.documentId ?? 'NOWHERE',
          paidMinor: dice.oneIn(8) ? -1 : openMinor,
          ...(dice.oneIn(2) ? { deductions: [{ amountMinor: dice.oneIn(8) ? 0 : 1, code: '24' }] } : {}),
        },
      ],
    },
  ]
}
