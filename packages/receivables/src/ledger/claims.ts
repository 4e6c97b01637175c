/** Natural keys that must be unused across all accounts of an entity; each also says which account holds the thing. */
import { parseAccountStream } from '@quittance/kernel'
import type { AccountFact } from '../account/account.js'
import type { NumberTaken } from './failures.js'

/** The claim of a document number. @example documentClaim('acme', 'INV-1') // => 'document:["acme","INV-1"]' @category streams @since 0.1.0 */
export const documentClaim = (entity: string, documentId: string): string =>
  `document:${JSON.stringify([entity, documentId])}`

/** The claim of a receipt id. @category streams @since 0.1.0 */
export const receiptClaim = (entity: string, receiptId: string): string =>
  `receipt:${JSON.stringify([entity, receiptId])}`

/** The claim of a transfer id, taken by the account that sends: both accounts know the transfer by it alone. @category streams @since 0.1.0 */
export const transferClaim = (entity: string, transferId: string): string =>
  `transfer:${JSON.stringify([entity, transferId])}`

/** The claims that facts take, in order: one for each new document number, receipt id and transfer id. @category streams @since 0.1.0 */
export const claimsOf = (entity: string, facts: ReadonlyArray<AccountFact>): ReadonlyArray<string> =>
  facts.flatMap((fact) => {
    switch (fact._tag) {
      case 'InvoiceIssued':
      case 'DebitNoteIssued':
      case 'CreditNoteIssued':
        return documentClaim(entity, fact.documentId)
      case 'ReceiptRecorded':
      case 'CashTransferredIn':
        return receiptClaim(entity, fact.receiptId)
      case 'CashTransferredOut':
        return transferClaim(entity, fact.transferId)
      default:
        return []
    }
  })

const kinds = ['document', 'receipt', 'transfer'] as const

/** @internal */
export const numberTaken = (claim: string, byStream: string): NumberTaken => {
  const kind = kinds.find((one) => claim.startsWith(`${one}:`)) ?? 'document'
  const parsed = JSON.parse(claim.slice(claim.indexOf(':') + 1)) as ReadonlyArray<string>
  return {
    _tag: 'NumberTaken',
    kind,
    id: parsed[1] ?? claim,
    byCustomer: parseAccountStream(byStream)?.customer ?? byStream,
  }
}
