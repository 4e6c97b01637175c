/** A number less any one of its digits: what numbers one slip apart have in common. */

/** A number with a digit lost, as a key; leading zeros that appear by the loss do not count. */
export type LossKey = number | string

/** Up to so many digits a number is exact as a double, and faster to look up than a text. */
const mostExact = 15

/** The digits themselves, as such a key. */
export const lossKeyOf = (digits: string): LossKey => (digits.length <= mostExact ? Number(digits) : digits)

/** Each way to lose one digit, once: losing either of two equal neighbours is the same. */
export const eachLoss = (digits: string, visit: (loss: LossKey) => void): void => {
  if (digits.length > mostExact) {
    for (let at = 0; at < digits.length; at += 1)
      if (isFirstOfItsKind(digits, at)) visit(lossKeyOf(withoutDigit(digits, at)))
    return
  }
  const value = Number(digits)
  let place = 10 ** (digits.length - 1)
  for (let at = 0; at < digits.length; at += 1, place /= 10)
    if (isFirstOfItsKind(digits, at)) visit(Math.floor(value / (place * 10)) * place + (value % place))
}

/** The digits less the one at a place. */
export const withoutDigit = (digits: string, at: number): string => digits.slice(0, at) + digits.slice(at + 1)

/** Whether the digit before is another. */
export const isFirstOfItsKind = (digits: string, at: number): boolean =>
  at === 0 || digits.charCodeAt(at) !== digits.charCodeAt(at - 1)
