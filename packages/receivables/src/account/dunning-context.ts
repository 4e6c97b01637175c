/** What dunning may know of documents, money and promises, read from one revision of the account. */
import type { DunningContext } from '@quittance/dunning'
import { keyedGet } from '@quittance/kernel'
import type { AccountState } from './state.js'

/** @internal */
export const dunningContext = ({ invoicing }: AccountState): DunningContext => ({
  itemOf: (itemId) => {
    const document = keyedGet(invoicing.documents, itemId)
    if (document === undefined || document.kind === 'credit-note') return undefined
    const { currency, issuedOn, voided } = document
    return { itemId, currency, issuedOn, voided }
  },
})
