/** Every way in which a command fails is in the type: leave a case out, and this file does not compile. */
import type { LedgerFailure } from '@quittance/receivables'

/** What the person who asked can do. */
export type Advice =
  | 'ask again with the same command id'
  | 'it is there already'
  | 'correct what was written'
  | 'look up what was named'
  | 'it is over: nothing more happens to it'
  | 'give the transfer back, or recall it once its receipt has bounced'
  | 'choose a later day'
  | 'there is not so much left'
  | 'ask somebody who may'
  | 'settle what speaks against it first'
  | 'let the ledger run it: it reads what was known then'
  | 'update this program: a newer one wrote the ledger'

/** The advice on a failure; the failure itself carries the amounts, days and names to go with it. */
export const adviceOn = (failure: LedgerFailure): Advice => {
  switch (failure._tag) {
    case 'TooBusy':
    case 'OutcomeUnknown':
      return 'ask again with the same command id'
    case 'CommandIdReused':
    case 'NumberTaken':
    case 'IdAlreadyUsed':
    case 'DocumentAlreadyIssued':
    case 'DisputeAlreadyRaised':
    case 'AccountAlreadyOpen':
    case 'DueDateUnchanged':
    case 'OrderAlreadyAccepted':
    case 'DeliveryAlreadyRecorded':
    case 'PriceAlreadyAgreed':
    case 'PromiseAlreadyMade':
    case 'PromiseAlreadyConfirmed':
    case 'NoticeClaimedBefore':
    case 'ItemPlaced':
      return 'it is there already'
    case 'InvalidDocument':
    case 'InvalidDispute':
    case 'InvalidUpstream':
    case 'CreditDoesNotSettle':
    case 'CauseRequired':
    case 'InvalidTerms':
    case 'InvalidPromiseTerms':
    case 'InvalidLadder':
    case 'InvalidAmount':
    case 'InvalidExchange':
    case 'MissingField':
    case 'CurrencyMismatch':
    case 'WrongDocumentKind':
    case 'NotACardPayment':
    case 'SameAccount':
    case 'UnreadableCommand':
    case 'AmountDiffers':
    case 'NoRateKnown':
    case 'FeeWithoutRate':
      return 'correct what was written'
    case 'DocumentUnknown':
    case 'ItemUnknown':
    case 'PromiseUnknown':
    case 'ItemNotPlaced':
    case 'NotFound':
    case 'InstalmentUnknown':
    case 'DisputeUnknown':
    case 'DisputeNotOpen':
      return 'look up what was named'
    case 'DocumentVoided':
    case 'AlreadyEnded':
    case 'FeeChargedBefore':
    case 'PromiseEnded':
    case 'PromiseDayPassed':
    case 'NoticeExpired':
    case 'NoticeNotForSending':
    case 'AccountIsClosed':
      return 'it is over: nothing more happens to it'
    case 'ArrivedByTransfer':
    case 'NotBounced':
      return 'give the transfer back, or recall it once its receipt has bounced'
    case 'TooEarly':
    case 'DueBeforeIssue':
    case 'PromisedForThePast':
    case 'DayInThePast':
    case 'NoticeNotClaimed':
    case 'NothingToAssess':
    case 'NothingDue':
    case 'NothingToBill':
      return 'choose a later day'
    case 'OverApplied':
    case 'NothingOwed':
    case 'NothingToAsk':
    case 'MorePromisedThanOwed':
    case 'OverCredited':
    case 'OverDisputed':
    case 'OverDeducted':
    case 'NotEnoughFree':
    case 'StillInUse':
    case 'AccountNotSettled':
      return 'there is not so much left'
    case 'VoidNotAllowed':
    case 'ApprovalRequired':
    case 'BeyondTolerance':
    case 'NettingNotAgreed':
      return 'ask somebody who may'
    case 'DemandNotReady':
    case 'PlacementNotReady':
    case 'MoneyUnmatched':
      return 'settle what speaks against it first'
    case 'HistoryNotAtHand':
      return 'let the ledger run it: it reads what was known then'
    case 'UnreadableHistory':
      return 'update this program: a newer one wrote the ledger'
  }
}
