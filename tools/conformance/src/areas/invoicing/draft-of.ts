/** A document of a case as a draft: lines or groups, allowances, charges, what was prepaid. */
import type { DraftAdjustment, DraftDocument, DraftLine, Tax, TaxRounding } from '@quittance/invoicing'
import { type CurrencyCode, decimal } from '@quittance/kernel'
import { minorOf } from '../../books/currency.js'
import { taxOf } from '../../books/documents.js'
import type { Reader } from '../../run/reader.js'

/** The draft that `given` describes under its own keys. */
export const draftOf = (
  given: Reader,
  documentId: string,
  currency: CurrencyCode,
  taxRounding: TaxRounding | undefined,
): DraftDocument => {
  const prepaidMinor = minorOf(given, 'prepaid', currency)
  return {
    documentId,
    currency,
    lines: [...given.maps('lines'), ...given.maps('groups')].map((line) => lineOf(line, currency)),
    allowances: given.maps('allowances').map((allowance) => adjustmentOf(allowance, currency)),
    charges: given.maps('charges').map((charge) => adjustmentOf(charge, currency)),
    ...(prepaidMinor === undefined ? {} : { prepaidMinor }),
    ...(taxRounding === undefined ? {} : { taxRounding }),
  }
}

const taxAt = (reader: Reader): { readonly tax?: Tax } => {
  const rate = reader.decimal('rate')
  const exempt = reader.yes('exempt') === true
  return rate === undefined && !exempt ? {} : { tax: taxOf(rate ?? decimal('0'), exempt) }
}

const lineOf = (line: Reader, currency: CurrencyCode): DraftLine => {
  line.text('id')
  const quantity = line.decimal('qty')
  const unitPrice = line.decimal('price')
  const netMinor = minorOf(line, 'net', currency)
  return {
    ...(netMinor === undefined ? {} : { netMinor }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(unitPrice === undefined ? {} : { unitPrice }),
    ...taxAt(line),
  }
}

const adjustmentOf = (adjustment: Reader, currency: CurrencyCode): DraftAdjustment => {
  const amountMinor = minorOf(adjustment, 'amount', currency)
  const percent = adjustment.decimal('percent')
  const ofMinor = minorOf(adjustment, 'of', currency)
  return {
    ...(amountMinor === undefined ? {} : { amountMinor }),
    ...(percent === undefined ? {} : { percent }),
    ...(ofMinor === undefined ? {} : { ofMinor }),
    ...taxAt(adjustment),
  }
}
