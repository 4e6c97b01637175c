/** What runs asked for, held and came to. */
import { type CurrencyCode, currencyExponent, sumMinor } from '@quittance/kernel'
import type { NoticeLine } from '@quittance/dunning'
import type { Answers, Ask } from '../../run/ask.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, fields, list, map, nothing, set, text, type Value, whole, yesNo } from '../../run/value.js'
import { type Account, owedIds } from './account.js'
import type { KnownNotice, Run } from './runs.js'

/** Answers about runs. Asked for as one, a value is that of the last run. */
export const runAnswers = (runs: () => ReadonlyArray<Run>, account: Account): Answers => {
  const each = (ask: Ask, valueOf: (run: Run) => Value, depth = 0): Value => {
    const all = runs()
    if (isNested(ask, depth)) return list(all.map(valueOf))
    const last = all.at(-1)
    return last === undefined ? nothing : valueOf(last)
  }
  const inLines =
    (more: (line: NoticeLine) => boolean): Answers[string] =>
    (ask) => {
      const rowsOf = (run: Run): ReadonlyArray<Value> => run.proposal.lines.filter(more).map(lineValue)
      return isNested(ask, 2) ? list(runs().map((run) => set(rowsOf(run)))) : set(runs().flatMap(rowsOf))
    }
  return {
    lines: inLines(() => true),
    letters: inLines(({ channel }) => channel === 'letter'),
    dunned: (ask) => {
      const [only, ...others] = runs()
      const ids = owedIds(account)
      const isAsked = (id: string): Value =>
        yesNo(runs().some(({ proposal }) => proposal.lines.some(({ itemId }) => itemId === id)))
      if (ask.kind === 'map') return map(ids.map((id) => [id, isAsked(id)]))
      const isByItem = ask.kind === 'list' && only !== undefined && others.length === 0 && ids.length > 1
      return isByItem ? list(ids.map(isAsked)) : each(ask, (run) => yesNo(run.proposal.lines.length > 0))
    },
    dunned_items: (ask) =>
      isNested(ask, 1)
        ? list(runs().map((run) => set(itemsIn(run))))
        : set([...new Set(runs().flatMap(({ proposal }) => proposal.lines.map(({ itemId }) => itemId)))].map(text)),
    dunned_amounts: (ask) => {
      const rowsOf = ({ proposal }: Run): ReadonlyArray<Value> =>
        proposal.lines.map(({ amountMinor, currency }) => amount(amountMinor, currency))
      return isNested(ask, 1) ? list(runs().map((run) => set(rowsOf(run)))) : set(runs().flatMap(rowsOf))
    },
    held: (ask) => {
      const rowsOf = ({ proposal }: Run): ReadonlyArray<Value> =>
        proposal.held.map(({ itemId, reason, until }) =>
          fields({ id: text(itemId), reason: text(reason), until: until === undefined ? nothing : text(until) }),
        )
      return isNested(ask, 1) ? list(runs().map((run) => set(rowsOf(run)))) : set(runs().slice(-1).flatMap(rowsOf))
    },
    notice_total: (ask) => each(ask, (run) => totalOf(run, ask.kind === 'list' ? ask.items[0] : ask, account)),
  }
}

/** Whether a list stands so deep in what is asked for. */
const isNested = (ask: Ask | undefined, depth: number): boolean =>
  ask?.kind === 'list' && (depth === 0 || ask.items.some((item) => isNested(item, depth - 1)))

const itemsIn = ({ proposal }: Run): ReadonlyArray<Value> =>
  [...new Set(proposal.lines.map(({ itemId }) => itemId))].map(text)

const lineValue = ({ itemId, amountMinor, currency, level }: NoticeLine): Value =>
  list([text(itemId), amount(amountMinor, currency), whole(level)])

/** What a notice comes to, its credits taken off: in all, by level or by currency. */
const totalOf = ({ proposal }: Run, ask: Ask | undefined, account: Account): Value => {
  const rows = [
    ...proposal.lines.map(({ level, currency, amountMinor }) => ({ level, currency, minor: amountMinor })),
    ...proposal.credits.map(({ level, currency, amountMinor }) => ({ level, currency, minor: 0 - amountMinor })),
  ]
  return totalsOf(rows, ask, account.currency)
}

/** Amounts with their levels and currencies, in the shape asked for. */
export const totalsOf = (
  rows: ReadonlyArray<{ readonly level: number; readonly currency: CurrencyCode; readonly minor: number }>,
  ask: Ask | undefined,
  currency: CurrencyCode,
): Value => {
  const total = (some: typeof rows, of: CurrencyCode): Value => amount(sumMinor(some.map(({ minor }) => minor)), of)
  const currencies = [...new Set(rows.map((row) => row.currency))]
  if (ask?.kind === 'map' && [...ask.entries.keys()].every((key) => currencyExponent(key) !== undefined))
    return map(
      currencies.map((one) => [
        one,
        total(
          rows.filter((row) => row.currency === one),
          one,
        ),
      ]),
    )
  if (currencies.length > 1) return unsupported('one total of several currencies')
  const own = currencies[0] ?? currency
  if (ask?.kind !== 'map') return total(rows, own)
  const levels = [...new Set(rows.map(({ level }) => level))]
  return map(
    levels.map((one) => [
      String(one),
      total(
        rows.filter(({ level }) => level === one),
        own,
      ),
    ]),
  )
}

const stateWords: Readonly<Record<KnownNotice['state'], string>> = {
  due: 'draft',
  sent: 'sent',
  ignored: 'ignored',
  failed: 'failed',
}

/** The last notices of a history, as many as are asked for. */
export const historyValue = (notices: ReadonlyArray<KnownNotice>, ask: Ask): Value => {
  const rows = notices.map(noticeValue)
  return list(ask.kind === 'list' && ask.items.length > 0 ? rows.slice(-ask.items.length) : rows)
}

const noticeValue = ({ policy, level, on, state, replaced }: KnownNotice): Value =>
  fields({
    policy: policy === undefined ? nothing : text(policy),
    level: whole(level),
    date: text(on),
    state: text(replaced === true ? 'overridden' : stateWords[state]),
  })
