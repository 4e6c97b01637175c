/** The laws that matching rules are held to, as one list. */
import {
  asManyDaysLater,
  currencyIsAName,
  largerItemTurnsNothing,
  otherCurrencyIsNoise,
  toldTwiceAppliedOnce,
  usedUpIsUsedUp,
} from './change.js'
import { explanationsDiffer, noSilentChoice, noSilentTieBreak, twinsAreSaid } from './honesty.js'
import type { MatchingLaw } from './matching-law.js'
import {
  allOrNothing,
  currenciesStayApart,
  earnedDiscountsOnly,
  everyCentAccountedFor,
  linesAreReal,
  nothingCrossesZero,
  nothingTakenTwice,
} from './money.js'
import {
  askedAgain,
  dayByDay,
  idsRenamedAtWill,
  idsRenamedInOrder,
  oldestFirst,
  orderOfItems,
  orderOfPayments,
} from './order.js'
import { lettersAreNoise, linesAreASet, wordsAreNoise } from './text.js'

/**
 * Every law of matching that can be asked of any rules. The last, oldest first, is for rules that say they do so; rules
 * that pay items in part do not keep "all of a payment or nothing".
 *
 * @category laws
 * @since 0.1.0
 */
export const matchingLaws: ReadonlyArray<MatchingLaw> = [
  everyCentAccountedFor,
  nothingCrossesZero,
  nothingTakenTwice,
  linesAreReal,
  currenciesStayApart,
  earnedDiscountsOnly,
  orderOfItems,
  orderOfPayments,
  idsRenamedInOrder,
  idsRenamedAtWill,
  askedAgain,
  dayByDay,
  otherCurrencyIsNoise,
  largerItemTurnsNothing,
  usedUpIsUsedUp,
  currencyIsAName,
  asManyDaysLater,
  twinsAreSaid,
  wordsAreNoise,
  lettersAreNoise,
  linesAreASet,
  noSilentChoice,
  noSilentTieBreak,
  explanationsDiffer,
  allOrNothing,
  toldTwiceAppliedOnce,
  oldestFirst,
]
