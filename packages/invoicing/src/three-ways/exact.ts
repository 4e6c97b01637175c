/** Exact arithmetic on quantities and prices of any size: nothing is rounded before it is money. */
import { type Decimal, divideRounded, formatDecimal, normalDecimal } from '@quittance/kernel'

/** `value x 10^-scale`. @internal */
export interface Exact {
  readonly value: bigint
  readonly scale: number
}

/** @internal */
export const exact = ({ unscaled, scale }: Decimal): Exact => ({ value: BigInt(unscaled), scale })

/** @internal */
export const zero: Exact = { value: 0n, scale: 0 }

const raised = ({ value, scale }: Exact, to: number): bigint => value * 10n ** BigInt(to - scale)

/** @internal */
export const plus = (a: Exact, b: Exact): Exact => {
  const scale = Math.max(a.scale, b.scale)
  return { value: raised(a, scale) + raised(b, scale), scale }
}

/** @internal */
export const minus = (a: Exact, b: Exact): Exact => plus(a, { value: -b.value, scale: b.scale })

/** @internal */
export const times = (a: Exact, b: Exact): Exact => ({ value: a.value * b.value, scale: a.scale + b.scale })

/** Below, at or above zero. @internal */
export const sign = ({ value }: Exact): number => (value < 0n ? -1 : value > 0n ? 1 : 0)

/** The smaller of the two. @internal */
export const least = (a: Exact, b: Exact): Exact => (sign(minus(a, b)) < 0 ? a : b)

/** In words, without trailing zeros. @internal */
export const inWords = ({ value, scale }: Exact): string => {
  const unscaled = Number(value)
  if (Number.isSafeInteger(unscaled)) return formatDecimal(normalDecimal({ unscaled, scale }))
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0')
  const [whole, places] = [digits.slice(0, digits.length - scale), digits.slice(digits.length - scale)]
  return `${value < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${places.replace(/0+$/, '')}`}`.replace(/\.$/, '')
}

/** Rounded once to so many places, half away from zero, in units of the last; nothing where that is beyond the safe range. @internal */
export const toMinor = ({ value, scale }: Exact, places: number): number | undefined =>
  safe(scale > places ? divideRounded(value, 10n ** BigInt(scale - places)) : raised({ value, scale }, places))

/** `minor x part / whole`, rounded once. @internal */
export const shareOf = (minor: number, part: Exact, whole: Exact): number | undefined => {
  if (sign(whole) <= 0) return undefined
  const scale = Math.max(part.scale, whole.scale)
  return safe(divideRounded(BigInt(minor) * raised(part, scale), raised(whole, scale)))
}

const safe = (value: bigint): number | undefined => {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : undefined
}
