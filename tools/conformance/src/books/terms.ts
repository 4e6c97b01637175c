/** Payment terms as a case words them. */
import type { BusinessCalendar, CurrencyCode, LocalDate } from '@quittance/kernel'
import type { DueRule, PaymentTerms, Share, TermPart } from '@quittance/invoicing'
import type { Reader } from '../run/reader.js'
import { unsupported } from '../run/unsupported.js'
import { minorOf } from './currency.js'

/** Terms without a discount: one rule, parts, or equal parts under one rule. */
export const termsOf = (term: Reader, currency: CurrencyCode): PaymentTerms => {
  const sequential = term.yes('sequential') === true
  return {
    id: 'case',
    version: 1,
    parts: partsOf(term, currency),
    ...(sequential ? { sequential } : {}),
  }
}

const partsOf = (term: Reader, currency: CurrencyCode): ReadonlyArray<TermPart> => {
  const equal = term.whole('equal_parts')
  if (equal !== undefined) {
    const due = dueRuleOf(term)
    return Array.from({ length: equal }, () => ({ share: { _tag: 'EqualPart', of: equal }, due }))
  }
  if (term.has('parts'))
    return term.maps('parts').map((part) => ({ share: shareOf(part, currency), due: dueRuleOf(part) }))
  return [{ share: { _tag: 'Balance' }, due: dueRuleOf(term) }]
}

const shareOf = (part: Reader, currency: CurrencyCode): Share => {
  const roundToMinor = minorOf(part, 'round_to', currency)
  const rounding = roundToMinor === undefined ? {} : { roundToMinor }
  const percent = part.decimal('percent')
  if (percent !== undefined) return { _tag: 'PercentOfGross', percent, ...rounding }
  const untaxed = part.decimal('percent_untaxed')
  if (untaxed !== undefined) return { _tag: 'PercentOfNet', percent: untaxed, ...rounding }
  return part.yes('balance') === true ? { _tag: 'Balance' } : unsupported(`${part.path} without percent or balance`)
}

const dueRuleOf = (rule: Reader): DueRule => {
  const base = rule.oneOf('base', {
    end_of_invoice_month: 'end-of-invoice-month',
    invoice_date: 'invoice-date',
  } as const)
  const months = rule.whole('months')
  const weeks = rule.whole('weeks')
  const days = rule.whole('days')
  const endOfMonth = rule.oneOf('then', { end_of_month: true })
  const dayOfNextMonth = rule.whole('day_of_next_month')
  const paymentDays = rule.wholes('payment_days')
  return {
    ...(base === undefined ? {} : { base }),
    ...(months === undefined ? {} : { months }),
    ...(weeks === undefined ? {} : { weeks }),
    ...(days === undefined ? {} : { days }),
    ...(endOfMonth === undefined ? {} : { endOfMonth }),
    ...(dayOfNextMonth === undefined ? {} : { dayOfNextMonth }),
    ...(paymentDays.length === 0 ? {} : { paymentDays }),
  }
}

/** `holidays [{day, to}]` as a calendar that moves just these days. */
export const calendarOf = (given: Reader): BusinessCalendar | undefined => {
  const holidays = given.maps('holidays')
  if (holidays.length === 0) return undefined
  const moved: Record<string, LocalDate> = {}
  for (const holiday of holidays) {
    const [day, to] = [holiday.date('day'), holiday.date('to')]
    if (day === undefined || to === undefined) return unsupported(`${holiday.path} without day and to`)
    moved[day] = to
  }
  return { id: 'case', weekend: [], holidays: [], moved }
}
