/** Codes of a customer or a standard, read by a table. */
import { causeEntry, type CodeMapping, mapCode, shippedCauses, x12Reasons } from '@quittance/projections'
import type { Answers } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { list, map, nothing, text, type Value } from '../../run/value.js'

/** The table under a key: a known name, or a table of the case's own. */
export const mappingAt = (reader: Reader, key: string): CodeMapping | undefined => {
  const node = reader.node(key)
  if (node === undefined) return undefined
  if (node.kind === 'scalar') return reader.oneOf(key, { x12_426: x12Reasons })
  const table = reader.map(key)
  const causes = table?.map('map')
  return {
    id: table?.text('name') ?? unsupported(`${key} without name`),
    version: table?.whole('version') ?? 1,
    causes: Object.fromEntries((causes?.keys() ?? []).map((code) => [code, causes?.text(code) ?? ''])),
  }
}

/** The department that owns a cause before all, or nothing. */
export const departmentValue = (cause: string): Value => {
  const [department] = causeEntry(shippedCauses, cause).departments
  return department === undefined ? nothing : text(department)
}

/** What the codes of a case mean. */
export const codesOf = (given: Reader): Answers => {
  if (!given.has('codes')) return {}
  const mapping = mappingAt(given, 'code_system') ?? unsupported('codes without code_system')
  const codes = given.texts('codes')
  const causeOf = (code: string): string => mapCode(mapping, code).cause
  return {
    causes: () => list(codes.map((code) => text(causeOf(code)))),
    mapped: (ask) => {
      const mapped = codes.map((code) => [code, list([text(causeOf(code)), departmentValue(causeOf(code))])] as const)
      return ask.kind === 'list' ? list(mapped.map(([, value]) => value)) : map(mapped)
    },
  }
}
