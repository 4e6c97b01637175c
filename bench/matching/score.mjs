// Held against the truth: is an allocation exactly right, and how much of its money is?

/** What truly happened, as kind and invoice to minor units. */
const truthOf = (rows) => {
  const sums = new Map()
  for (const { kind, invoice, minor } of rows)
    sums.set(`${kind} ${invoice.id}`, (sums.get(`${kind} ${invoice.id}`) ?? 0) + minor)
  for (const [key, minor] of sums) if (minor === 0) sums.delete(key)
  return sums
}

const linesOf = (truth, nameOf) =>
  [...truth]
    .map(([key, minor]) => {
      const kind = key.slice(0, key.indexOf(' '))
      return `${kind} ${nameOf(key.slice(kind.length + 1))} ${minor}`
    })
    .sort()
    .join('\n')

/**
 * Names under which invoices of a group that the rule set calls interchangeable are one and the same. A group is believed only
 * as far as amounts and dates are truly equal.
 */
const classNames = (groups, itemOf) => {
  const names = new Map()
  for (const group of groups)
    for (const id of group) {
      const { openMinor, on, dueOn } = itemOf(id)
      names.set(id, `any of ${openMinor} ${on} ${dueOn}`)
    }
  return (id) => names.get(id) ?? id
}

/**
 * `right`: the same invoices with the same amounts and kinds as the truth. `interchangeable`: right but for the choice among
 * invoices of equal amount and dates. `rightMinor`: of the money that is applied, what went to an invoice that it truly paid.
 *
 * @param lines - `{ itemId, minor }`, all of them cash
 */
export const scored = ({ lines, interchangeable = [] }, rows, items) => {
  const truth = truthOf(rows)
  const said = new Map(lines.map(({ itemId, minor }) => [`cash ${itemId}`, minor]))
  const plain = (id) => id
  const appliedMinor = lines.reduce((so, { minor }) => so + minor, 0)
  if (linesOf(said, plain) === linesOf(truth, plain))
    return { isRight: true, isInterchangeable: false, appliedMinor, rightMinor: appliedMinor }
  if (interchangeable.length > 0) {
    const itemOf = (id) => items.find(({ itemId }) => itemId === id)
    const name = classNames(interchangeable, itemOf)
    if (linesOf(said, name) === linesOf(truth, name))
      return { isRight: true, isInterchangeable: true, appliedMinor, rightMinor: appliedMinor }
  }
  const rightMinor = lines.reduce((so, { itemId, minor }) => so + rightPart(minor, truth.get(`cash ${itemId}`) ?? 0), 0)
  return { isRight: false, isInterchangeable: false, appliedMinor, rightMinor }
}

const rightPart = (minor, trueMinor) => Math.max(0, Math.min(minor, trueMinor))
