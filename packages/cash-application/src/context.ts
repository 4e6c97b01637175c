/**
 * What this room needs to know of the rest of the account, filled from the same revision by whoever composes it.
 */
import type { BaseValue, Decimal, LocalDate } from '@quittance/kernel'

/** The discount that an item offers. @category model @since 0.1.0 */
export interface OfferedDiscount {
  readonly taxMode: 'reduce-on-payment' | 'always-reduced' | 'never-reduced'
  readonly baseMinor: number
  readonly graceDays: number
  readonly tiers: ReadonlyArray<{
    readonly lastDay: LocalDate
    readonly percent?: Decimal
    readonly amountMinor?: number
  }>
}

/** A document that is owed, before anything this room took off it. @category model @since 0.1.0 */
export interface OwedItem {
  readonly itemId: string
  readonly currency: string
  readonly issuedOn: LocalDate
  /** Payable less what linked credit notes took off it. */
  readonly owedMinor: number
  readonly netMinor: number
  readonly grossMinor: number
  /** Gross of the credit notes that name it. */
  readonly creditedMinor: number
  readonly taxes: ReadonlyArray<{ readonly category: string; readonly ratePercent: Decimal; readonly taxMinor: number }>
  readonly discount: OfferedDiscount | undefined
  /** What was payable, by due day as it stands now, in the order of the instalments. */
  readonly instalments: ReadonlyArray<{ readonly dueOn: LocalDate; readonly amountMinor: number }>
  readonly voided: boolean
  /** Its value as issued, of `payableMinor`, and what linked credit notes left of it. */
  readonly carrying?: { readonly value: BaseValue; readonly payableMinor: number; readonly owedBaseMinor: number }
}

/** What a credit note left with the customer. @category model @since 0.1.0 */
export interface CustomerCredit {
  readonly creditId: string
  readonly currency: string
  readonly issuedOn: LocalDate
  readonly creditMinor: number
  /** Its value as issued, of `grossMinor`, and what of it is the customer's. */
  readonly carrying?: { readonly value: BaseValue; readonly grossMinor: number; readonly creditBaseMinor: number }
}

/** Read-only look-ups. @category decisions @since 0.1.0 */
export interface CashContext {
  readonly itemOf: (itemId: string) => OwedItem | undefined
  readonly creditOf: (creditId: string) => CustomerCredit | undefined
}
