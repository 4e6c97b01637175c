import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runDemo, type SettledDispute } from '../src/index.js'

const csv = fileURLToPath(new URL('../../data/ibm-accounts-receivable.csv', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'quittance-demo-'))

describe('the demo on the IBM ledger', () => {
  let [text, dispute] = ['', undefined as SettledDispute | undefined]

  beforeAll(async () => {
    const out = (more: string): Promise<void> => {
      text += more
      return Promise.resolve()
    }
    const err = new PassThrough() as unknown as NodeJS.WriteStream
    dispute = await runDemo({ ledger: join(folder, 'ledger.sqlite'), csv }, { out, err })
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('counts what was imported, billed and paid', () => {
    expect(text).toMatch(/^Customers +100 /m)
    expect(text).toMatch(/^Invoices +2,466 +147,703\.18 USD {2}billed$/m)
    expect(text).toMatch(/^Settlements +2,466 +147,703\.18 USD {2}paid$/m)
    expect(text).toMatch(/^Disputes +561 +36,746\.12 USD/m)
  })

  it('ages three days to the cent of the reference answers', () => {
    expect(text).toMatch(/^2012-06-30 +USD +4,594\.36 +909\.73 +- +- +- +- +5,504\.09 /m)
    expect(text).toMatch(/^2012-12-31 +USD +4,936\.32 +788\.74 +- +- +- +- +5,725\.06 /m)
    expect(text).toMatch(/^2013-06-30 +USD +4,284\.29 +835\.56 +- +- +- +- +5,119\.85 /m)
  })

  it('lists ten payers, the latest first', () => {
    const payers = text.split('The ten latest payers')[1]?.match(/^\d{4}-[A-Z]{5} +\d+ +\d+ +[\d.]+ +\d+$/gm) ?? []
    expect(payers).toHaveLength(10)
    expect(payers[0]).toMatch(/^2621-XCLEH +15 +14 +19\.6 +45$/)
  })

  it('tells the story of the disputed invoice that was paid latest after its due day', () => {
    expect(dispute).toEqual({
      documentId: '7619716138',
      customer: '2621-XCLEH',
      dueOn: '2012-12-18',
      settledOn: '2013-02-01',
      daysLate: 45,
    })
    expect(text).toContain('Document 7619716138 of customer 2621-XCLEH, USD')
    expect(text).toMatch(/Dispute D-7619716138 ended: paid/)
  })

  it('keeps to 110 columns', () => {
    expect(text.split('\n').filter((line) => line.length > 110)).toEqual([])
  })
})
