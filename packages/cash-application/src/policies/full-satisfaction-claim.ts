/**
 * Words by which a payer claims that a payment settles everything. Taking such money without a word may discharge the whole
 * claim (UCC 3-311, accord and satisfaction), so that a machine never applies it; a person reads the wording first.
 */

/** As payers write it in English, German, French, Spanish and Dutch; letters only, blanks between words. */
const phrases: ReadonlyArray<string> = [
  'paid in full',
  'payment in full',
  'full and final',
  'full satisfaction',
  'full settlement',
  'full release',
  'accord and satisfaction',
  'settles all claims',
  'settlement of all claims',
  'zur vollständigen erledigung',
  'zum vollständigen ausgleich',
  'damit sind alle forderungen',
  'solde de tout compte',
  'pago total y definitivo',
  'finiquito',
  'finale kwijting',
]

/**
 * The words in a text that claim full satisfaction, as they were written; nothing, if there are none. Better one look too many: a
 * payer who only means that one invoice is paid in full is read by a person, too.
 *
 * @law case, blanks and punctuation between words hide no claim
 * @example
 * fullSatisfactionClaim('INV 7: PAID  IN FULL.') // => 'PAID  IN FULL'
 * @example
 * fullSatisfactionClaim('INV 7 paid') // => undefined
 * @category policies
 * @since 0.1.0
 */
export const fullSatisfactionClaim = (text: string): string | undefined => {
  for (const phrase of phrases) {
    const words = phrase.split(' ').join(String.raw`[^\p{L}\p{N}]+`)
    const found = new RegExp(String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}])`, 'iu').exec(text.normalize('NFC'))
    if (found !== null) return found[0]
  }
  return undefined
}
