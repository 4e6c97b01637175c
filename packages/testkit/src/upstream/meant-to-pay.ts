/** When a customer means to pay, if nothing comes between. */
import { addDays, type LocalDate } from '@quittance/kernel'
import type { Trade } from './trade.js'

/** The day on which a customer means to pay what is due then. @internal */
export const meantToPay = ({ luck, trader }: Trade, issuedOn: LocalDate, dueOn: LocalDate): LocalDate => {
  if (trader.isSlow) return addDays(dueOn, luck.perMille(150) ? luck.between(-3, 2) : luck.between(3, 45))
  if (trader.discountPercent > 0 && luck.perMille(600)) return addDays(issuedOn, luck.between(6, 10))
  const day = addDays(dueOn, luck.perMille(80) ? luck.between(1, 8) : -luck.between(0, 6))
  return day < issuedOn ? issuedOn : day
}
