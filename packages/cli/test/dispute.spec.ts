import { type Instant, localDate } from '@quittance/kernel'
import { type AccountCommand, openLedger } from '@quittance/receivables'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../src/index.js'
import { type Desk, desk } from './run-cli.js'

let at: Desk
let store: string

const invoice = (documentId: string, netMinor: number): AccountCommand => ({
  _tag: 'IssueInvoice',
  on: localDate('2026-04-01'),
  documentId,
  currency: 'EUR',
  lines: [{ netMinor }],
})

beforeEach(async () => {
  at = desk()
  store = `sqlite:${at.folder}/disputes.sqlite`
  const opened = await openStore(store, (file) => file, false)
  const ledger = openLedger({ store: opened, entity: 'acme', clock: () => '2026-04-01T12:00:00.000Z' as Instant })
  const credit: AccountCommand = {
    _tag: 'IssueCreditNote',
    on: localDate('2026-05-02'),
    documentId: 'CN-1',
    currency: 'EUR',
    lines: [{ netMinor: 40_00 }],
    reason: 'price',
  }
  const done = await ledger.runAll('globex', [invoice('INV-1', 500_00), invoice('INV-2', 300_00), credit], {
    commandId: 'c-1',
    actor: 'test',
  })
  if (done._tag === 'Left') throw new Error(JSON.stringify(done.left))
  await opened.close()
})
afterEach(() => at.clear())

const run = async (...args: ReadonlyArray<string>): Promise<string> => {
  const { code, out, err } = await at.run(...args, '--store', store)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}
const refused = async (...args: ReadonlyArray<string>): Promise<readonly [number, string]> => {
  const { code, out, err } = await at.run(...args, '--store', store)
  expect(out).toBe('')
  return [code, err]
}
const register = async (): Promise<unknown> =>
  (JSON.parse(await run('disputes', '--all', '--json')) as { readonly disputes: unknown }).disputes

describe('quittance dispute', () => {
  it('raises, assigns, tags and resolves, and the register shows it', async () => {
    expect(
      await run('dispute', 'raise', 'globex', 'INV-1', '40.00', '--on', '2026-05-03', '--words', 'old price list'),
    ).toBe('Dispute dispute-1 raised over 40.00 EUR, cause unknown\n')
    const assigned = ['--to', 'pricing', '--person', 'k.ito', '--by', '2026-05-12']
    await run('dispute', 'assign', 'globex', 'dispute-1', '--on', '2026-05-04', ...assigned)
    const because = ['--because', 'list of March', '--actor', 'k.ito']
    await run('dispute', 'tag', 'globex', 'dispute-1', 'pricing_error', '--on', '2026-05-05', ...because)
    await run('dispute', 'resolve', 'globex', 'dispute-1', 'accepted', '--on', '2026-05-10', '--credit-note', 'CN-1')
    expect(await register()).toMatchObject([
      {
        disputeId: 'dispute-1',
        itemId: 'INV-1',
        originalMinor: 40_00,
        department: 'pricing',
        person: 'k.ito',
        dueOn: '2026-05-12',
        cause: 'pricing_error',
        endedOn: '2026-05-10',
        outcome: 'accepted',
      },
    ])
  })

  it('takes all that is open and undisputed where no amount is given, and counts the ids on', async () => {
    await run('dispute', 'raise', 'globex', 'INV-1', '40.00', '--on', '2026-05-03')
    const told = await run('dispute', 'raise', 'globex', 'INV-1', '--on', '2026-05-03', '--json')
    expect(JSON.parse(told)).toMatchObject({ facts: [{ disputeId: 'dispute-2', disputedMinor: 460_00 }] })
  })

  it('tags a dispute anew, and gives it to somebody else', async () => {
    await run('dispute', 'raise', 'globex', 'INV-1', '--on', '2026-05-03')
    for (const cause of ['quantity', 'pricing_error', 'quantity'])
      await run('dispute', 'tag', 'globex', 'dispute-1', cause, '--on', '2026-05-04', '--because', 'asked')
    for (const to of ['sales', 'logistics', 'sales'])
      await run('dispute', 'assign', 'globex', 'dispute-1', '--on', '2026-05-04', '--to', to)
    expect(await register()).toMatchObject([{ cause: 'quantity', department: 'sales' }])
  })

  it('takes a claim with its code, papers and lines, or what was missing of it later', async () => {
    const claim = ['--code', '24', '--evidence', 'dms:1', 'dms:2', '--line', '1']
    const raised = await run('dispute', 'raise', 'globex', 'INV-1', '40.00', '--on', '2026-05-03', ...claim, '--json')
    expect(JSON.parse(raised)).toMatchObject({
      facts: [{ _tag: 'DisputeRaised', claimCode: '24', evidence: ['dms:1', 'dms:2'], lines: [1] }],
    })
    await run('dispute', 'raise', 'globex', 'INV-1', '50.00', '--on', '2026-05-03')
    const more = ['dispute-2', '--on', '2026-05-06', '--evidence', 'dms:3', '--json']
    expect(JSON.parse(await run('dispute', 'substantiate', 'globex', ...more))).toMatchObject({
      facts: [{ _tag: 'DisputeSubstantiated', disputeId: 'dispute-2', evidence: ['dms:3'] }],
    })
    expect((await refused('dispute', 'substantiate', 'globex', 'dispute-2', '--on', '2026-05-06'))[0]).toBe(1)
    expect(await refused('dispute', 'raise', 'globex', 'INV-1', '--line', 'two')).toEqual([
      2,
      '--line two: not the number of a line\n',
    ])
  })

  it('says what is wrong, and records nothing', async () => {
    expect(await refused('dispute', 'raise', 'initech', 'INV-1')).toEqual([
      1,
      'customer initech has no account in the ledger\n',
    ])
    expect(await refused('dispute', 'raise', 'globex', 'INV-9')).toEqual([
      1,
      'customer globex: no document INV-9 in the account\n',
    ])
    expect(await refused('dispute', 'raise', 'globex', 'INV-1', 'much')).toEqual([
      2,
      'amount much: not an amount of EUR\n',
    ])
    expect(await refused('dispute', 'raise', 'globex', 'INV-1', '500.01', '--on', '2026-05-03')).toEqual([
      1,
      'customer globex: INV-1 has 50000 minor units open and not in dispute, 50001 were to be disputed\n',
    ])
    expect(await refused('dispute', 'raise', 'globex', 'INV-1', '--on', '2026-03-31')).toEqual([
      1,
      'customer globex: day 2026-03-31 lies before 2026-04-01, on which it builds\n',
    ])
    expect(await refused('dispute', 'resolve', 'globex', 'dispute-1', 'rejected')).toEqual([
      1,
      'customer globex: no open dispute dispute-1 in the account\n',
    ])
    expect(await refused('dispute', 'assign', 'globex', 'dispute-1', '--to', 'sales', '--by', 'soon')).toEqual([
      2,
      '--by soon: not a day YYYY-MM-DD\n',
    ])
    expect((await refused('dispute', 'tag', 'globex', 'dispute-1', 'moon', '--because', 'x'))[1]).toContain(
      'cause moon: not in the taxonomy; it has pricing_error,',
    )
    const [code, err] = await refused('dispute', 'resolve', 'globex', 'dispute-1', 'lost')
    expect(code).toBe(2)
    expect(err).toContain('accepted, partly-accepted, rejected, withdrawn, paid, written-off')
    expect(await register()).toEqual([])
  })

  it('takes a claim over lines, and the papers that were missing', async () => {
    const told = await run('dispute', 'raise', 'globex', 'INV-1', '--line', '1', '--on', '2026-05-03', '--json')
    expect(JSON.parse(told)).toMatchObject({ facts: [{ lines: [1], disputedMinor: 500_00 }] })
    const papers = ['--code', 'PRC-01', '--evidence', 'offer.pdf', 'mail.txt', '--json']
    expect(
      JSON.parse(await run('dispute', 'substantiate', 'globex', 'dispute-1', '--on', '2026-05-04', ...papers)),
    ).toMatchObject({ facts: [{ claimCode: 'PRC-01', evidence: ['offer.pdf', 'mail.txt'] }] })
    expect(await refused('dispute', 'raise', 'globex', 'INV-2', '--line', '7', '--on', '2026-05-03')).toEqual([
      1,
      'customer globex: dispute dispute-2, lines[0]: it is no line of the document, or named twice\n',
    ])
  })

  it('accepts by a credit note over exactly what is disputed, and what was preventable with its cause', async () => {
    await run('dispute', 'raise', 'globex', 'INV-1', '41.00', '--on', '2026-05-03')
    const resolve = ['dispute', 'resolve', 'globex', 'dispute-1', '--on', '2026-05-10', '--class', 'preventable']
    expect(await refused(...resolve, 'accepted', '--credit-note', 'CN-1')).toEqual([
      1,
      'customer globex: dispute dispute-1: credit note CN-1 does not settle it, it is over 4000 minor units, 4100 are in dispute\n',
    ])
    expect(await refused(...resolve, 'partly-accepted', '--credit-note', 'CN-1')).toEqual([
      1,
      'customer globex: dispute dispute-1: an error that could have been prevented is accepted only with its cause; tag it first\n',
    ])
    await run('dispute', 'tag', 'globex', 'dispute-1', 'pricing_error', '--on', '2026-05-05', '--because', 'list')
    await run(...resolve, 'partly-accepted', '--credit-note', 'CN-1')
    expect(await register()).toMatchObject([{ outcome: 'partly-accepted' }])
  })

  it('raises none twice under one id', async () => {
    await run('dispute', 'raise', 'globex', 'INV-1', '40.00', '--id', 'D-1', '--on', '2026-05-03')
    expect(
      await refused('dispute', 'raise', 'globex', 'INV-2', '40.00', '--id', 'D-1', '--on', '2026-05-03'),
    ).toMatchObject([1, expect.stringContaining('customer globex: ')])
  })
})
