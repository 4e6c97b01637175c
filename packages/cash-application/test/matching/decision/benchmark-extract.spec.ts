// Real payments of a published ledger: invoices of one customer that were settled on one day were paid together.
import { readFileSync } from 'node:fs'
import { type LocalDate, localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { decidePayment, evidenceRuleSet, type MatchDecision, type MatchItem, prepareItems } from '../../../src/index.js'

const file = new URL('../../../../../examples/data/ibm-accounts-receivable.csv', import.meta.url)

interface Invoice extends MatchItem {
  readonly customer: string
  readonly settledOn: LocalDate
}

interface Payment {
  readonly customer: string
  readonly receivedOn: LocalDate
  readonly paid: readonly Invoice[]
}

/** 2/9/2012 as 2012-02-09. */
const dayOf = (text: string): LocalDate => {
  const [month = '', day = '', year = ''] = text.split('/')
  return localDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
const columns = header.split(',')

const invoices = lines.map((line): Invoice => {
  const cells = line.split(',')
  const cell = (name: string): string => cells[columns.indexOf(name)] ?? ''
  const [whole = '', cents = ''] = cell('InvoiceAmount').split('.')
  return {
    customer: cell('customerID'),
    itemId: cell('invoiceNumber'),
    openMinor: Number(`${whole}${cents.padEnd(2, '0')}`),
    on: dayOf(cell('InvoiceDate')),
    dueOn: dayOf(cell('DueDate')),
    settledOn: dayOf(cell('SettledDate')),
    identifiers: [cell('invoiceNumber')],
  }
})

const paymentsOf = (all: readonly Invoice[]): readonly Payment[] => {
  const groups = new Map<string, Invoice[]>()
  for (const invoice of all) {
    const key = `${invoice.settledOn} ${invoice.customer}`
    groups.set(key, [...(groups.get(key) ?? []), invoice])
  }
  return [...groups.values()].flatMap((paid) => {
    const [first] = paid
    return first === undefined ? [] : [{ customer: first.customer, receivedOn: first.settledOn, paid }]
  })
}

const all = paymentsOf(invoices)
// Every payment of several invoices, and as many of one.
const extract = [
  ...all.filter(({ paid }) => paid.length > 1),
  ...all.filter(({ paid }) => paid.length === 1).slice(0, 40),
]

const texts = {
  'no text': () => '',
  'every number listed': (ids: readonly string[]) => `INVOICES ${ids.join(', ')}`,
  'the last six digits listed': (ids: readonly string[]) => ids.map((id) => id.slice(-6)).join('+'),
  'numbers run together': (ids: readonly string[]) => ids.join(''),
  'two digits swapped in one number': ([id = '', ...rest]: readonly string[]) =>
    [`${id.slice(0, 4)}${id.slice(5, 6)}${id.slice(4, 5)}${id.slice(6)}`, ...rest].join(' '),
  'words only': () => 'AS AGREED BY PHONE',
} satisfies Record<string, (ids: readonly string[]) => string>

type Style = keyof typeof texts

const openTo = ({ customer, receivedOn }: Payment): readonly MatchItem[] =>
  invoices.filter((one) => one.customer === customer && one.on <= receivedOn && one.settledOn >= receivedOn)

const decided = (payment: Payment, style: Style, moreMinor = 0): MatchDecision => {
  const { paid, receivedOn } = payment
  const question = {
    paymentId: `${payment.customer} ${receivedOn}`,
    amountMinor: paid.reduce((so, { openMinor }) => so + openMinor, 0) + moreMinor,
    receivedOn,
    text: texts[style](paid.map(({ itemId }) => itemId)),
  }
  return decidePayment(question, prepareItems(openTo(payment)), evidenceRuleSet)
}

/** What was applied, and what truly was paid, of each payment that was applied to anything else. */
const wrongIn = (style: Style): readonly unknown[] =>
  extract.flatMap((payment) => {
    const decision = decided(payment, style)
    if (decision._tag !== 'Apply') return []
    const paid = payment.paid.map(({ itemId }) => itemId).sort()
    const applied = [...decision.candidate.itemIds].sort()
    return applied.join() === paid.join() ? [] : [{ applied, paid }]
  })

const appliedIn = (style: Style): number =>
  extract.filter((payment) => decided(payment, style)._tag === 'Apply').length / extract.length

describe('payments of a published ledger', () => {
  it('has payments of one invoice and of several, on accounts with other open items', () => {
    expect(extract.length).toBeGreaterThanOrEqual(60)
    expect(extract.filter((payment) => openTo(payment).length > payment.paid.length).length).toBeGreaterThan(30)
  })

  for (const style of Object.keys(texts) as readonly Style[])
    it(`applies nothing wrongly with ${style}`, () => {
      expect(wrongIn(style)).toEqual([])
    })

  it('applies at least 95 of 100 payments whose text lists every number', () => {
    expect(appliedIn('every number listed')).toBeGreaterThanOrEqual(0.95)
  })

  it('applies no payment that is a cent off what any of the open items add up to', () => {
    const off = extract.filter((payment) => {
      const open = openTo(payment)
      return open.length <= 8 && !subsetSums(open).has(sumOf(payment.paid) + 1)
    })
    expect(off.length).toBeGreaterThan(50)
    for (const payment of off) expect(decided(payment, 'every number listed', 1)._tag).not.toBe('Apply')
  })
})

const sumOf = (items: readonly MatchItem[]): number => items.reduce((so, { openMinor }) => so + openMinor, 0)

const subsetSums = (items: readonly MatchItem[]): ReadonlySet<number> => {
  const sums = new Set([0])
  for (const { openMinor } of items) for (const sum of Array.from(sums)) sums.add(sum + openMinor)
  return sums
}
