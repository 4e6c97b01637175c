import type { Check, Finding } from '../finding.js'
import { codeOnly } from '../source.js'

/** Longest function, in lines, signature included. */
const longest = 60

/** A function fits on a screen. Its extent is read from the indentation, which the formatter keeps honest. */
export const functionLength: Check = {
  name: 'functions have at most 60 lines',
  run: (workspace) =>
    workspace.files
      .filter((file) => /^(packages|tools)\/[^/]+\/src\/.*\.ts$/.test(file))
      .flatMap((file) => longIn(file, codeOnly(workspace.read(file)).split('\n'))),
}

const longIn = (file: string, lines: readonly string[]): readonly Finding[] => {
  const starts = new Map<number, number>()
  lines.forEach((text, index) => {
    if (!opensFunction(text)) return
    const first = headOf(lines, index)
    starts.set(first, Math.max(starts.get(first) ?? 0, endOf(lines, index)))
  })
  return [...starts]
    .map(([first, last]) => ({ first, length: last - first + 1 }))
    .filter(({ length }) => length > longest)
    .map(({ first, length }) => ({ file, line: first + 1, says: `function of ${length} lines; at most ${longest}` }))
}

const method = /^\s+(?:(?:async|static|get|set|private|public|protected|override)\s+)*\*?[\w$#]+(?:<.*>)?\(.*\{\s*$/
const statement = /^\s+(?:if|for|while|switch|catch|with|return|else|do)\b/

/** A line on which a body begins: an arrow, a `function`, a method, or the closing line of a long parameter list. */
const opensFunction = (text: string): boolean =>
  /=>/.test(text) ||
  /\bfunction\b/.test(text) ||
  /^\s*\).*\{\s*$/.test(text) ||
  (method.test(text) && !statement.test(text))

const indentOf = (text: string): number => text.length - text.trimStart().length
const closes = (text: string): boolean => /^\s*[)\]}]/.test(text)

/** The first line of the signature: for a line that closes a parameter list, the line that opened it. */
const headOf = (lines: readonly string[], index: number): number => {
  const text = lines[index] ?? ''
  if (!/^\s*[)}]/.test(text)) return index
  let at = index - 1
  while (at > 0 && ((lines[at] ?? '').trim() === '' || indentOf(lines[at] ?? '') > indentOf(text))) at -= 1
  return Math.max(at, 0)
}

/** The last line of the body: everything indented deeper, and the closing line when it only closes. */
const endOf = (lines: readonly string[], index: number): number => {
  const indent = indentOf(lines[index] ?? '')
  let last = index
  for (let at = index + 1; at < lines.length; at += 1) {
    const text = lines[at] ?? ''
    if (text.trim() === '') continue
    if (indentOf(text) > indent) last = at
    else return indentOf(text) === indent && closes(text) ? at : last
  }
  return last
}
