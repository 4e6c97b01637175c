/** Opens dossiers item by item, with what the items of one account share put together once. */
import { disputeRegister, type RegisteredDispute } from '../disputes/dispute-register.js'
import type { BalancesAt } from '../ledger-view/balances-at.js'
import { knownBy } from '../ledger-view/known-by.js'
import type { LedgerView, Subject } from '../ledger-view/ledger-view.js'
import { heldCreditsOf } from '../open-items/open-items.js'
import type { PointInTime } from '../point-in-time.js'
import type { AccountFile, CauseView } from './cause-view.js'
import { groupedBy } from './grouped-by.js'
import type { HeldMoney, ItemDossier, ItemStanding } from './item-dossier.js'
import { receiptNoteOf } from './cash-on-file.js'
import { openDossier, type OpenedAccount } from './open-dossier.js'

/** A function from an item's standing to its dossier; nothing where the causes were not filled with the item's facts. @internal */
export const dossiersOf = (
  { ledger, causes }: { readonly ledger: LedgerView; readonly causes: CauseView },
  at: PointInTime,
  balances: BalancesAt,
): ((standing: ItemStanding) => ItemDossier | undefined) => {
  const disputes = groupedBy(disputeRegister(ledger, at), ({ subject }) => subject)
  const held = groupedBy(heldCreditsOf(ledger, balances), ({ subject }) => fileOf(causes, ledger.subjects[subject]))
  const opened = new Map<AccountFile, OpenedAccount>()
  return (standing) => {
    const subject = ledger.subjects[standing.subject]
    const file = fileOf(causes, subject)
    if (subject === undefined || file === undefined) return undefined
    let account = opened.get(file)
    if (account === undefined) {
      const heldMoney = heldMoneyOf(file, at, held.get(file) ?? [])
      opened.set(file, (account = { at, customer: subject.customer, file, heldMoney }))
    }
    return openDossier(account, subject.id, standing, disputes.get(standing.subject) ?? noDisputes)
  }
}

const noDisputes: ReadonlyArray<RegisteredDispute> = []

const fileOf = (causes: CauseView, subject: Subject | undefined): AccountFile | undefined =>
  subject === undefined ? undefined : causes.accounts.get(subject.entity)?.get(subject.customer)

/** What was put on account on purpose is not lying about. */
const heldMoneyOf = (file: AccountFile, at: PointInTime, credits: ReadonlyArray<HeldMoney>): ReadonlyArray<HeldMoney> =>
  credits
    .filter(({ unappliedMinor, creditMinor }) => unappliedMinor > 0 || creditMinor > 0)
    .map((credit) => {
      const receipt = receiptNoteOf(knownBy(file.receipts.get(credit.id), at))
      return receipt === undefined ? credit : { ...credit, receipt }
    })
