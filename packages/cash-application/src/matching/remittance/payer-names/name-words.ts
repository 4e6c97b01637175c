/** The words by which a payer is known, without what every company's name has. */

/** Legal forms, dots and gaps removed; dropped unless nothing else is left. */
const legalForms: ReadonlySet<string> = new Set(
  (
    'LLC LLP LP INC INCORPORATED CORP CORPORATION CO COMPANY LTD LIMITED PLC GMBH MBH GGMBH AG KG KGAA OHG GBR UG EK EV SE ' +
    'SA SAS SASU SARL EURL SNC SRL SPA BV NV BVBA SPRL VOF AB AS ASA APS OY OYJ KB HB KFT ZRT SRO DOO SPZOO SL SLU LDA LTDA ' +
    'PTY PTE PVT BHD SDN KK'
  ).split(' '),
)

/**
 * The words of a name, sorted, legal forms dropped: upper case, without accents and apostrophes; single letters side
 * by side are one word, so that `L.L.C.` is a legal form and `M & B` is `MB`. A name of legal forms only keeps them.
 *
 * @example
 * nameWords('Müller & Söhne GmbH') // => ['MULLER', 'SOHNE']
 * @category policies
 * @since 0.1.0
 */
export const nameWords = (name: string): ReadonlyArray<string> => {
  const plain = name
    .slice(0, longestName)
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[\p{M}'’‘`´]/gu, '')
  const words = joinSingles(plain.match(/[\p{L}\p{N}]+/gu) ?? [])
  const telling = words.filter((word) => !legalForms.has(word))
  return (telling.length === 0 ? words : telling).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

/** Banks cut names at 70 or 140 characters. */
const longestName = 200

const joinSingles = (words: ReadonlyArray<string>): Array<string> => {
  const joined: Array<string> = []
  let single = false
  for (const word of words) {
    if (single && word.length === 1) joined.push(`${joined.pop() ?? ''}${word}`)
    else joined.push(word)
    single = word.length === 1
  }
  return joined
}
