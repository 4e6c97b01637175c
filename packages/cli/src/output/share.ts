/** Shares as percent, for people. */
import { scaleMinor } from '@quittance/kernel'

/** A part of a whole in percent to one place, rounded half away from zero; a dash where the whole is nothing. @category model @since 0.1.0 */
export const share = (part: number, whole: number): string => {
  if (whole === 0) return '-'
  const tenths = scaleMinor(part, 1000, whole)
  return `${tenths < 0 ? '-' : ''}${Math.trunc(Math.abs(tenths) / 10)}.${Math.abs(tenths) % 10} %`
}
