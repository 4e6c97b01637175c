/**
 * Finds the examples of the documentation: `@example` parts of doc comments of exports, and `ts` blocks of a README that
 * say `// runs` on their first line. Only text is looked at; nothing is run here.
 */

/** An example as it stands in a file. */
export interface Example {
  /** What it is an example of: the export, or `README` for a block of a page. */
  readonly of: string
  /** Line (1-based) of its first line of code. */
  readonly line: number
  readonly code: string
}

const exported =
  /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*\nexport (?:declare |abstract |async )*(?:const|function\*?|class|interface|type) ([\w$]+)/g

const tags =
  /(?:^|\s)@(category|since|law|param|returns|rejects|remarks|see|typeParam|deprecated|public|internal|defaultValue|example)\b/g

/** Every example with a `// =>` line in the doc comments of a file's exports. */
export const docExamples = (text: string): readonly Example[] =>
  [...text.matchAll(exported)].flatMap((match) => {
    const firstLine = text.slice(0, match.index).split('\n').length
    return examplesIn(match[1] ?? '', firstLine).map((example) => ({ of: match[2] ?? '', ...example }))
  })

const examplesIn = (comment: string, firstLine: number): readonly Omit<Example, 'of'>[] => {
  // The star of each line is blanked, not cut, so that offsets still count lines.
  const body = comment.replace(/^[ \t]*\*(?!\/) ?/gm, '')
  const marks = [...body.matchAll(tags)]
  return marks.flatMap((mark, index) => {
    if (mark[1] !== 'example') return []
    const from = mark.index + mark[0].length
    const raw = body.slice(from, marks[index + 1]?.index ?? body.length)
    const code = raw.replace(/^\s*```\w*\s*$/gm, '').trim()
    if (!code.includes('// =>')) return []
    const before = body.slice(0, from) + (/^\s*/.exec(raw)?.[0] ?? '')
    return [{ line: firstLine + before.split('\n').length - 1, code }]
  })
}

/** Every block of a page that says `// runs` on its first line. */
export const pageExamples = (text: string): readonly Example[] =>
  [...text.matchAll(/^```ts\n\/\/ runs[^\n]*\n([\s\S]*?)^```$/gm)].map((match) => ({
    of: 'README',
    line: text.slice(0, match.index).split('\n').length + 2,
    code: (match[1] ?? '').trim(),
  }))

/** Whether an index file names an export as public. */
export const isPublic = (indexText: string, name: string): boolean => {
  const code = indexText.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
  return new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(code)
}
