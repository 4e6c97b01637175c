// Why a payment was not applied: what the decision says, and what the truth and the text show.

/** Reasons in the order in which they are printed; the first that holds is the one. */
export const obstacles = [
  'a discount was taken',
  'a part was deducted',
  'a few cents off',
  'other than whole open invoices',
  'another set explains it as well',
  'chance could have made it',
  'what is named was paid short',
  'the rule set wants a person',
  'a claim of full satisfaction',
  'the search was cut',
  'suspect',
  'no text, one invoice',
  'no text, 2 to 5 invoices',
  'no text, 6 to 25 invoices',
  'no text, over 25 invoices',
  'the text names none',
  'the text breaks off at 140 characters',
  'the text leaves out 1',
  'the text leaves out 2 or 3',
  'the text leaves out more',
  'the text names all',
]

/** A text of the format has at most 140 characters; one that is cut may end in blanks. */
const breaksOff = (text) => text.length >= 138

/** Named as far as a plain search sees: in full, or its last six digits. The engine sees more. */
const isSeen = (text, id) => text.includes(id) || (id.length > 6 && text.includes(id.slice(-6)))

const difference = (rows, items) => {
  const kinds = new Set(rows.map(({ kind }) => kind))
  if (kinds.has('discount')) return 'a discount was taken'
  if (kinds.has('deduction')) return 'a part was deducted'
  if (kinds.has('rounding')) return 'a few cents off'
  const open = new Map(items.map(({ itemId, openMinor }) => [itemId, openMinor]))
  const isWhole =
    rows.length > 0 && rows.every(({ kind, invoice, minor }) => kind === 'cash' && open.get(invoice.id) === minor)
  return isWhole ? undefined : 'other than whole open invoices'
}

const said = {
  rival: 'another set explains it as well',
  weak: 'chance could have made it',
  'short-pay': 'what is named was paid short',
  policy: 'the rule set wants a person',
}

const decided = ({ _tag, because }) => {
  if (_tag === 'Undecided') return 'the search was cut'
  if (_tag === 'Suspect') return 'suspect'
  if (_tag !== 'Ambiguous') return undefined
  if (because === 'full-satisfaction') return 'a claim of full satisfaction'
  return said[because] ?? 'the search was cut'
}

const byText = (text, rows) => {
  const ids = [...new Set(rows.map(({ invoice }) => invoice.id))]
  const count = ids.length
  if (text === '')
    return count === 1
      ? 'no text, one invoice'
      : count <= 5
        ? 'no text, 2 to 5 invoices'
        : count <= 25
          ? 'no text, 6 to 25 invoices'
          : 'no text, over 25 invoices'
  const left = ids.filter((id) => !isSeen(text, id)).length
  if (left === count) return 'the text names none'
  if (left === 0) return 'the text names all'
  if (breaksOff(text)) return 'the text breaks off at 140 characters'
  return left === 1 ? 'the text leaves out 1' : left <= 3 ? 'the text leaves out 2 or 3' : 'the text leaves out more'
}

/** The reason of one payment that was not applied. */
export const obstacleOf = (answer, rows, items, text) =>
  difference(rows, items) ?? decided(answer) ?? byText(text, rows)
