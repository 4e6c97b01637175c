/** What a customer can say about an invoice, and how it is put: as a code, in the books, in words. */
import { type CustomerTrouble, customerTroubles, type UpstreamError, upstreamErrors } from './error-kind.js'

/** What a claim or an excuse is about. @internal */
export type Topic = UpstreamError | CustomerTrouble

/** Every wording of a topic: in X12 426 where there is one, in letters, as an excuse, on a credit note, in a letter. */
interface Wording {
  readonly x12: ReadonlyArray<string>
  readonly short: string
  readonly excuse: string
  readonly reason: string
  readonly words: string
}

const say = (x12: ReadonlyArray<string>, short: string, excuse: string, reason: string, words: string): Wording => ({
  x12,
  short,
  excuse,
  reason,
  words,
})

/** @internal */
export const wordings: Readonly<Record<Topic, Wording>> = {
  price: say(['01', '24'], 'PRICE', 'wrong-price', 'price difference', 'the price is not the one agreed'),
  quantity: say(['06', '22'], 'QTY', 'wrong-quantity', 'wrong quantity billed', 'more was billed than we ordered'),
  shortage: say(['59'], 'SHORT', 'goods-missing', 'short delivery', 'a part never arrived'),
  damage: say(['04'], 'DAMAGED', 'goods-damaged', 'damaged goods', 'cartons were crushed'),
  wrongProduct: say(['07'], 'WRONGITEM', 'wrong-goods', 'wrong article delivered', 'this is not what we ordered'),
  lateGoods: say(['41'], 'LATE', 'goods-late', 'late delivery', 'the goods came too late'),
  wrongPo: say(['17'], 'PO', 'purchase-order', 'purchase order corrected', 'we find no purchase order for it'),
  terms: say(['09'], 'TERMS', 'terms-differ', 'terms of payment corrected', 'we agreed a longer term'),
  discount: say(['57'], 'DISC', 'discount-agreed', 'discount as agreed', 'our discount is missing'),
  tax: say(['55'], 'TAX', 'wrong-tax', 'tax corrected', 'the tax is wrong'),
  duplicate: say(['19'], 'DUP', 'billed-twice', 'billed twice', 'we have had this invoice before'),
  lateInvoice: say(['18'], 'NOINV', 'invoice-late', 'invoice sent late', 'your invoice came only now'),
  bounced: say(['18'], 'NOINV', 'invoice-not-received', 'invoice not received', 'we have no such invoice'),
  wrongAddress: say(['40'], 'ADDRESS', 'wrong-address', 'address corrected', 'it went to another office'),
  freight: say(['30', '54'], 'FREIGHT', 'freight', 'freight credited', 'delivery was to be free'),
  cashMisapplied: say(['53'], 'PAID', 'already-paid', 'payment corrected', 'we have paid this'),
  cashPostedLate: say(['53'], 'PAID', 'already-paid', 'payment corrected', 'we have paid this'),
  cashLeftLying: say(['53'], 'PAID', 'already-paid', 'payment corrected', 'we have paid this'),
  cashFlow: say([], 'CASH', 'no-money', 'goodwill', 'money is short this month'),
  refusal: say([], 'REFUSED', 'refuses', 'goodwill', 'we do not see why we should pay'),
  admin: say([], 'APPROVAL', 'awaiting-approval', 'goodwill', 'it still has to be approved'),
  lateDiscount: say(['57'], 'DISC', 'discount-agreed', 'discount allowed', 'we always take the discount'),
}

/** @internal */
export const causeOf = (topic: Topic): string =>
  Object.hasOwn(upstreamErrors, topic)
    ? upstreamErrors[topic as UpstreamError]
    : customerTroubles[topic as CustomerTrouble]

/** What is claimed of goods and papers; these are also what a customer without a reason makes up. @internal */
export const claimTopics: ReadonlyArray<Topic> = [
  'price',
  'quantity',
  'shortage',
  'damage',
  'wrongProduct',
  'lateGoods',
  'freight',
  'tax',
]
