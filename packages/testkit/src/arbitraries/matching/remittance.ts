/** What payers and their banks make of the numbers of invoices. */
import type { Dice } from '../../history/dice.js'

/** A way in which a reference is written. The first is right, the last are mistakes. @category arbitraries @since 0.1.0 */
export type Corruption =
  | 'clean'
  | 'lower-case'
  | 'digits-only'
  | 'zeros-stripped'
  | 'split'
  | 'last-five'
  | 'substituted'
  | 'transposed'
  | 'lost'
  | 'added'

/** Every way. @category arbitraries @since 0.1.0 */
export const corruptions: ReadonlyArray<Corruption> = [
  'clean',
  'lower-case',
  'digits-only',
  'zeros-stripped',
  'split',
  'last-five',
  'substituted',
  'transposed',
  'lost',
  'added',
]

/**
 * A reference as it arrives.
 *
 * @param at - which of its characters is hit, counted from the end; any whole number from 0
 * @example
 * corrupted('INV-001234', 'zeros-stripped', 0) // => '1234'
 * corrupted('INV-001234', 'transposed', 1) // => 'INV-001324'
 * @category arbitraries
 * @since 0.1.0
 */
export const corrupted = (reference: string, how: Corruption, at: number): string => {
  const digits = reference.replace(/\D/g, '')
  const place = Math.max(reference.length - 1 - (at % 4), 0)
  const [before, hit, after] = [
    reference.slice(0, place),
    reference.slice(place, place + 1),
    reference.slice(place + 1),
  ]
  switch (how) {
    case 'clean':
      return reference
    case 'lower-case':
      return reference.toLowerCase()
    case 'digits-only':
      return digits
    case 'zeros-stripped':
      return digits.replace(/^0+/, '')
    case 'split':
      return `${before} ${hit}${after}`
    case 'last-five':
      return digits.slice(-5)
    case 'substituted':
      return `${before}${String((Number(hit) || 0) + 1).slice(-1)}${after}`
    case 'transposed':
      return `${before.slice(0, -1)}${hit}${before.slice(-1)}${after}`
    case 'lost':
      return `${before}${after}`
    case 'added':
      return `${before}${hit}${hit}${after}`
  }
}

const noise = [
  '',
  'THANK YOU',
  'FACTURE PAYEE',
  'TEL 0151 2345678',
  '2026-02-28',
  'PO 4711',
  'KD-NR 10023',
  'RESTBETRAG',
] as const
const separators = [' ', '\n', ', ', '/', ''] as const

/**
 * A text about some references, made from dice: most stand clean, some are corrupted, some are left out, and noise
 * stands between them.
 *
 * @category arbitraries
 * @since 0.1.0
 */
export const remittanceText = (references: ReadonlyArray<string>, dice: Dice): string => {
  const between = dice.pick(separators)
  const isCareless = dice.oneIn(3)
  const parts = references.flatMap((reference) => {
    if (isCareless && dice.oneIn(4)) return []
    const how = isCareless ? (corruptions[dice.below(corruptions.length)] ?? 'clean') : 'clean'
    return [corrupted(reference, how, dice.below(4))]
  })
  const words = dice.pick(noise)
  return (words === '' ? parts : [words, ...parts]).join(between === '' && words !== '' ? ' ' : between)
}
