// How named causes compare with true ones, over the invoices that are late. What counts is written down in ../README.md.
import { causeEntry, shippedCauses } from '@quittance/projections'

const clean = 'nothing wrong'
const unknown = 'unknown'

const share = (part, whole) => (whole === 0 ? null : part / whole)

/** Counts that can be added up over several worlds. `named` gives the cause of a document, or nothing. */
export const countNamed = (late, truth, named) => {
  const counts = { late: late.length, confusion: {}, kinds: {} }
  for (const documentId of late) {
    const known = truth.get(documentId)
    const cause = named.get(documentId) ?? unknown
    const row = (counts.confusion[known?.cause ?? clean] ??= {})
    row[cause] = (row[cause] ?? 0) + 1
    if (known === undefined) continue
    const kind = (counts.kinds[known.kind] ??= { ours: known.isOurs, late: 0, right: 0, untraced: 0, untracedRight: 0 })
    kind.late += 1
    if (cause === known.cause) kind.right += 1
    if (known.tracedOn === undefined) {
      kind.untraced += 1
      if (cause === known.cause) kind.untracedRight += 1
    }
  }
  return counts
}

/** Several counts as one. */
export const addUp = (all) => {
  const sum = { late: 0, confusion: {}, kinds: {} }
  for (const { late, confusion, kinds } of all) {
    sum.late += late
    for (const [cause, row] of Object.entries(confusion))
      for (const [named, count] of Object.entries(row)) {
        const into = (sum.confusion[cause] ??= {})
        into[named] = (into[named] ?? 0) + count
      }
    for (const [kind, one] of Object.entries(kinds)) {
      const into = (sum.kinds[kind] ??= { ours: one.ours, late: 0, right: 0, untraced: 0, untracedRight: 0 })
      for (const field of ['late', 'right', 'untraced', 'untracedRight']) into[field] += one[field]
    }
  }
  return sum
}

const isBlame = (cause) => causeEntry(shippedCauses, cause).upstream

const total = (row, wanted = () => true) =>
  Object.entries(row).reduce((so, [named, count]) => so + (wanted(named) ? count : 0), 0)

/** The figures of counts. */
export const figuresOf = ({ confusion, kinds }) => {
  const ours = Object.values(kinds).filter((kind) => kind.ours)
  const theirs = Object.entries(confusion).filter(([cause]) => cause === clean || !isBlame(cause))
  const sum = (of, field) => of.reduce((so, kind) => so + kind[field], 0)
  const blamed = Object.values(confusion).reduce((so, row) => so + total(row, isBlame), 0)
  const right = sum(ours, 'right')
  const [late, untraced] = [sum(ours, 'late'), sum(ours, 'untraced')]
  const cleanLate = theirs.reduce((so, [, row]) => so + total(row), 0)
  const cleanBlamed = theirs.reduce((so, [, row]) => so + total(row, isBlame), 0)
  return {
    precision: share(right, blamed),
    recall: share(right - sum(ours, 'untracedRight'), late - untraced),
    recallWithUntraced: share(right, late),
    cleanBlamedShare: share(cleanBlamed, cleanLate),
    blamed,
    right,
    injectedLate: late,
    untraced,
    cleanLate,
    cleanBlamed,
    byCause: byCause(confusion),
  }
}

/** For each cause of ours: how often it was named, was there, and both. */
const byCause = (confusion) => {
  const names = new Set([...Object.keys(confusion), ...Object.values(confusion).flatMap((row) => Object.keys(row))])
  return Object.fromEntries(
    [...names]
      .filter(isBlame)
      .sort()
      .map((cause) => {
        const named = Object.values(confusion).reduce((so, row) => so + (row[cause] ?? 0), 0)
        const there = total(confusion[cause] ?? {})
        const right = confusion[cause]?.[cause] ?? 0
        return [cause, { there, named, right, precision: share(right, named), recall: share(right, there) }]
      }),
  )
}
