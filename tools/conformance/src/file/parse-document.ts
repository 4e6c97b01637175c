/** From YAML text to nodes that keep the written form. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  Scalar,
} from 'yaml'
import { BadFile } from './bad-file.js'
import type { Node } from './node.js'

/**
 * Read YAML with every scalar as text.
 *
 * @rejects BadFile when the text is not one YAML document
 */
export const nodesOf = (text: string): Node => {
  const lines = new LineCounter()
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false })
  const error = document.errors[0]
  if (error !== undefined) throw new BadFile(error.message, lines.linePos(error.pos[0]).line)
  if (document.contents === null) throw new BadFile('the file is empty')
  return nodeOf(document.contents, document, lines)
}

const nodeOf = (parsed: unknown, document: Document, lines: LineCounter): Node => {
  const line = lineOf(parsed, lines)
  if (isAlias(parsed)) {
    const target = parsed.resolve(document)
    if (target === undefined) throw new BadFile(`the alias *${parsed.source} names nothing`, line)
    return nodeOf(target, document, lines)
  }
  if (isSeq(parsed)) return { kind: 'list', items: parsed.items.map((item) => nodeOf(item, document, lines)), line }
  if (isMap(parsed)) {
    const entries = new Map<string, Node>()
    for (const { key, value } of parsed.items) entries.set(keyText(key, lines), nodeOf(value, document, lines))
    return { kind: 'map', entries, line }
  }
  if (isScalar(parsed)) return { kind: 'scalar', text: sourceOf(parsed), plain: parsed.type === Scalar.PLAIN, line }
  return { kind: 'scalar', text: '', plain: true, line }
}

const keyText = (key: unknown, lines: LineCounter): string => {
  if (!isScalar(key)) throw new BadFile('a key is a word', lineOf(key, lines))
  return sourceOf(key)
}

const sourceOf = (scalar: Scalar): string => scalar.source ?? String(scalar.value)

const lineOf = (parsed: unknown, lines: LineCounter): number => {
  const range = (parsed as ParsedNode | null | undefined)?.range
  return range === undefined || range === null ? 0 : lines.linePos(range[0]).line
}
