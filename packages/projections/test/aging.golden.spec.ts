import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addFacts, agingReport, balanceForward, emptyLedgerView } from '../src/index.js'
import { asOf } from './account/scene.js'
import { printAging } from './print-aging.js'
import { ibmBook } from './real-data/ledger-files.js'

const file = (name: string): URL => new URL(`./golden/${name}`, import.meta.url)
const { facts } = ibmBook(readFileSync(file('ibm-extract.csv'), 'utf8'))
const view = addFacts(emptyLedgerView(), facts)

describe('the aging of 59 real invoices of six customers', () => {
  it.each(['2013-01-31', '2013-05-26', '2013-06-30'])('on %s reads as the golden file says', (day) => {
    const golden = file(`aging-${day}.txt`)
    expect(existsSync(golden)).toBe(true)
    expect(printAging(agingReport(view, asOf(day, day)))).toBe(readFileSync(golden, 'utf8'))
  })

  it('comes to nothing once all is paid, and the statements of the customers agree', () => {
    const { currencies, rows } = agingReport(view, asOf('2013-12-31'))
    expect({ currencies, rows }).toEqual({ currencies: [], rows: [] })
    for (const customer of new Set(view.subjects.map((subject) => subject.customer))) {
      const { asOf: to, knownAt } = asOf('2013-12-31')
      const [statement] = balanceForward(view, customer, { from: asOf('2012-10-01').asOf, to, knownAt })
      expect([statement?.openingMinor, statement?.closingMinor]).toEqual([0, 0])
    }
  })
})
