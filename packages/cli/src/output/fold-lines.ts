/** Long texts over several lines, so that a table stays as wide as a screen. */

/**
 * A text with line breaks at blanks, no line longer than `width` characters; a word that is longer is cut, never dropped.
 *
 * @category model
 * @since 0.1.0
 */
export const foldLines = (text: string, width: number | undefined): string => {
  if (width === undefined || text.length <= width) return text
  const lines: Array<string> = []
  let line = ''
  for (const word of text.split(' ').flatMap((one) => piecesOf(one, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length > width && line !== '') {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].join('\n')
}

const piecesOf = (word: string, width: number): ReadonlyArray<string> =>
  word.length <= width ? [word] : (word.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [word])
