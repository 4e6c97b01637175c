/**
 * Words by which a payer claims that a payment settles everything. Taking such money without a word may discharge the whole
 * claim (UCC 3-311, accord and satisfaction), so that a machine never applies it; a person reads the wording first.
 */

/**
 * As payers write it in English, German, French, Spanish and Dutch; letters only, blanks between words. German umlauts stand here
 * as bank formats write them that know only Latin letters, too.
 *
 * @category policies
 * @since 0.1.0
 */
export const fullSatisfactionPhrases: ReadonlyArray<string> = [
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
  'zur vollstaendigen erledigung',
  'zum vollständigen ausgleich',
  'zum vollstaendigen ausgleich',
  'damit sind alle forderungen',
  'solde de tout compte',
  'pour solde de tous comptes',
  'pago total y definitivo',
  'finiquito',
  'finale kwijting',
]

/**
 * The words in a text that claim full satisfaction, as they were written; nothing, if there are none. Better one look too many: a
 * payer who only means that one invoice is paid in full is read by a person, too.
 *
 * @param phrases - one's own list; only letters and digits of a phrase count
 * @law case, blanks and punctuation between words hide no claim
 * @example
 * fullSatisfactionClaim('INV 7: PAID  IN FULL.') // => 'PAID  IN FULL'
 * @example
 * fullSatisfactionClaim('INV 7 paid') // => undefined
 * @category policies
 * @since 0.1.0
 */
export const fullSatisfactionClaim = (
  text: string,
  phrases: ReadonlyArray<string> = fullSatisfactionPhrases,
): string | undefined => {
  const plain = text.normalize('NFKC')
  for (const phrase of phrases) {
    const words = (phrase.match(/[\p{L}\p{N}]+/gu) ?? []).join(String.raw`[^\p{L}\p{N}]+`)
    if (words === '') continue
    const found = new RegExp(String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}])`, 'iu').exec(plain)
    if (found !== null) return found[0]
  }
  return undefined
}
