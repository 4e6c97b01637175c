/**
 * A plan becomes the commands that make the account look as it says, for one append: credits first, then the money,
 * then a name for each difference, last the rest of the money. Reads no account: a plan that no longer fits is
 * refused by the account itself, whole.
 */
import { addMinor, type LocalDate, money } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { ApplicationLine, CashCommand } from '../../commands.js'
import type { ApplicationPolicy, ChargebackPolicy, ReceiptId, WriteOffPolicy } from '../../model.js'
import { allotCredits, type AllottedCredit } from './allot-credits.js'
import type { Difference, MatchPlan, PlannedLine } from './model.js'
