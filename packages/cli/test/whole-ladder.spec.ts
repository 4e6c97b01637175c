import { decimal, localDate, money } from '@quittance/kernel'
import { type AccountCommand, type Instant, noticesToSend, openLedger } from '@quittance/receivables'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/index.js'
import { type Desk, desk } from './run-cli.js'

const golden = fileURLToPath(new URL('./golden/whole-ladder.txt', import.meta.url))

const ladder = {
  _tag: 'ItemLadder',
  id: 'standard',
  version: 1,
  steps: [
    { level: 1, kind: 'reminder', channel: 'e-mail', mode: 'net-days', delayDays: 5 },
    { level: 2, kind: 'past-due-notice', channel: 'letter', mode: 'previous-date', delayDays: 14 },
    { level: 3, kind: 'call', channel: 'call', mode: 'previous-date', delayDays: 7 },
  ],
  sequential: true,
  graceDays: 0,
  tolerances: [],
  repeatsLastStep: false,
  credits: 'matched-first',
  runDays: { _tag: 'Weekdays', weekdays: [1] },
  sendWithinDays: 5,
}
const escalation = {
  id: 'escalation',
  version: 1,
  finalDemandAfterDays: 14,
  agencyAfterDays: 12,
  agencyMinimums: [{ currency: 'EUR', minor: 25000 }],
  minimumPer: 'account',
  guardsHold: 'item',
  needsApproval: true,
  needsDocuments: true,
}

let at: Desk
let store: string
let [ladderFile, escalationFile] = ['', '']
const transcript: Array<string> = []

/** What another system tells the ledger: invoices, goods, what the mailer sent, money. */
const tell = async (...commands: ReadonlyArray<AccountCommand>): Promise<void> => {
  const opened = await openStore(store, (file) => file, false)
  for (const command of commands) {
    const clock = (): Instant => `${command.on}T12:00:00.000Z` as Instant
    const ledger = openLedger({ store: opened, entity: 'acme', clock })
    const done = await ledger.run('globex', command, { commandId: JSON.stringify(command), actor: 'other system' })
    if (done._tag === 'Left') throw new Error(JSON.stringify(done.left))
  }
  await opened.close()
}

/** Facts have ids of their own each time, and files stand where the test put them. */
const steady = (text: string): string =>
  text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'FACT')

const say = async (line: string, expected: 0 | 1 = 0): Promise<string> => {
  const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '')
  const files = args.map((word) =>
    word === 'ladder.json' ? ladderFile : word === 'escalation.json' ? escalationFile : word,
  )
  const { code, out, err } = await at.run(...files, '--store', store)
  transcript.push(`$ quittance ${line}\n${steady(`${out}${err}`).trimEnd()}\n`)
  expect([line, code, code === 0 ? '' : err]).toEqual([line, expected, expected === 0 ? '' : err])
  return `${out}${err}`
}
const heading = (text: string): void => void transcript.push(`# ${text}\n`)

/** What the mailer does with a notice that is due. */
const sends = async (day: string): Promise<void> => {
  const on = localDate(day)
  const opened = await openStore(store, (file) => file, false)
  const account = await openLedger({ store: opened, entity: 'acme', clock: systemClock }).account('globex')
  await opened.close()
  if (account._tag === 'Left') throw new Error(JSON.stringify(account.left))
  for (const { noticeId, channel } of noticesToSend(account.right.state, on, 'mailer'))
    await tell({ _tag: 'ClaimNotice', on, noticeId, by: 'mailer' }, { _tag: 'ReportNoticeSent', on, noticeId, channel })
}
const systemClock = (): Instant => '2026-12-31T12:00:00.000Z' as Instant

beforeAll(async () => {
  at = desk()
  store = `sqlite:${at.folder}/ladder.sqlite`
  ladderFile = at.write('ladder.json', JSON.stringify(ladder))
  escalationFile = at.write('escalation.json', JSON.stringify(escalation))
  const on = localDate('2026-02-02')
  const invoice = (documentId: string, netMinor: number, due: string): AccountCommand => ({
    _tag: 'IssueInvoice',
    on,
    documentId,
    currency: 'EUR',
    lines: [{ netMinor }],
    dueOn: localDate(due),
    references: { order: 'SO-1' },
  })
  await tell(
    {
      _tag: 'AcceptOrder',
      on,
      orderId: 'SO-1',
      currency: 'EUR',
      purchaseOrder: 'PO-77',
      lines: [{ lineNo: 1, productId: 'P-1', quantity: decimal('1'), unitPrice: decimal('1020') }],
    },
    invoice('INV-1', 900_00, '2026-03-02'),
    invoice('INV-2', 120_00, '2026-03-02'),
  )
})
afterAll(() => at.clear())

describe('one account on its way up the ladder', () => {
  it('is reminded, noticed, called, believed, demanded from, placed, paid for and taken back', async () => {
    heading('A reminder, a week late')
    await say('dunning run --on 2026-03-09 --policy ladder.json --since 2026-03-01')
    await sends('2026-03-09')
    heading('A past-due notice, two weeks later')
    await say('dunning run --on 2026-03-23 --policy ladder.json')
    await sends('2026-03-23')
    heading('The call of the ladder is on the desk, and the customer names a day')
    await say('dunning run --on 2026-03-30 --policy ladder.json')
    expect(await say('call globex --on 2026-03-30 --ladder ladder.json')).toMatch(/INV-1 +call|INV-1 +contact/)
    await say(
      'touch record globex reached --on 2026-03-30 --actor carla --spoke-with "Ms Lind" --excuse short-of-money --resolve-on 2026-04-07 --words "the bank has to agree"',
    )
    expect(await say('worklist --on 2026-04-06 --ladder ladder.json')).toContain('they named a day')
    heading('On their day they promise, and no demand goes out meanwhile')
    await say(
      'touch record globex promised --on 2026-04-07 --actor carla --excuse system-change --words "new software, by Friday"',
    )
    await say('promise make globex 1020.00 --by 2026-04-10 --on 2026-04-07 --taken-by carla')
    const early = 'demand send globex --to "Ms Lind" --address "1 Road, Town" --approved-by dan --on 2026-04-13'
    expect(await say(`${early} --item INV-1 INV-2`, 1)).toContain('must not go out: promised')
    heading('The promise breaks, and the next morning they are called first')
    await say('promise assess --on 2026-04-14')
    expect(await say('worklist --on 2026-04-14 --ladder ladder.json')).toContain('a promise broken yesterday')
    await say('touch record globex refused --on 2026-04-14 --actor carla --words "no day, no amount"')
    heading('The final demand')
    await say('demand propose --on 2026-04-15 --policy escalation.json --after-level 3')
    await say(
      'demand send globex --to "Ms Lind" --address "1 Road, Town" --approved-by dan --on 2026-04-15 --after-level 3',
    )
    expect(
      await say(
        'demand send globex --to "Ms Lind" --address "1 Road, Town" --approved-by dan --on 2026-04-16 --item INV-1 INV-2',
        1,
      ),
    ).toContain('must not go out: demanded before')
    expect(await say('demand carry-out globex demand-1 --on 2026-04-24 --actor dan', 1)).toContain('2026-04-25')
    heading('Nothing comes: the signs, each with its facts, and the papers')
    expect(await say('placement advise globex --on 2026-04-28')).toContain('globex: place with an agency, enough signs')
    await say('placement file globex --on 2026-04-28')
    const place =
      'placement place globex --agency inkasso-nord --approved-by dan --item INV-1 INV-2 --demand demand-1 --on 2026-04-28 --policy escalation.json'
    expect(await say(place, 1)).toContain('not placed: INV-1 (documents), INV-2 (documents)')
    const papers =
      'contract=cabinet-4 credit-application=cabinet-4 proof-of-delivery:INV-1=pod-1.pdf proof-of-delivery:INV-2=pod-1.pdf'
    await say(`${place} --have ${papers}`)
    await say('demand carry-out globex demand-1 --on 2026-04-28 --actor dan')
    heading('While they are placed we ask for nothing')
    expect(await say('dunning run --on 2026-05-04 --policy ladder.json')).toBe('Nothing to record.\n')
    expect(await say('worklist --on 2026-05-04 --ladder ladder.json')).toContain('others collect it')
    heading('The agency pays a part, and gives the rest back')
    await tell({
      _tag: 'RecordReceipt',
      on: localDate('2026-06-15'),
      receiptId: 'R-1',
      amount: money('EUR', 900_00),
      method: 'wire',
    })
    await say('placement remitted globex placement-1 1000.00 --commission 100.00 --receipt R-1 --on 2026-06-15')
    await say('placement recall globex placement-1 --reason "the agency had its time" --on 2026-06-16')
    await say('demand propose --on 2026-06-16 --policy escalation.json')
    heading('Paid money is matched first, and what is left is ours again, at the level it had reached')
    expect(await say('call globex --on 2026-06-17 --ladder ladder.json')).toContain('INV-2')
    const text = transcript.join('\n')
    if (!existsSync(golden) || process.env['QUITTANCE_UPDATE_GOLDEN'] === 'yes') writeFileSync(golden, text)
    expect(text).toBe(readFileSync(golden, 'utf8'))
  })

  it('is told what is wrong with what was typed', async () => {
    const wrong = async (line: string): Promise<string> => {
      const { code, err } = await at.run(...line.split(' '), '--store', store)
      return `${code} ${err}`
    }
    expect(await wrong('placement file globex --have contract')).toContain('2 --have contract: KIND=WHERE')
    expect(await wrong('placement advise nobody')).toContain('1 no customer nobody')
    expect(await wrong('demand propose --after-level high')).toContain('2 --after-level high')
    expect(await wrong('placement remitted globex placement-9 1.00')).toContain('no placement placement-9')
    expect(await wrong('demand send globex --to X --address Y --approved-by Z --on 2026-02-03')).toContain(
      'nothing is past due on 2026-02-03',
    )
  })
})
