/**
 * Eight monthly runs of two ladders over invoices and instalments: the figures of a published scenario
 * (OCA account-financial-tools 8.0, account_credit_control/scenarios), as a naive ledger plays them.
 */
import { decimal, type LocalDate, money, scaleMinor } from '@quittance/kernel'
import {
  type DunnableItem,
  type ItemLadder,
  type ItemNotice,
  type LadderStep,
  proposeNotices,
  reachedLevel,
} from '../../../src/index.js'
import { day, item, ladder, step } from '../../ladders.js'

/** Whole amounts and cents as written, in minor units. */
const minorOf = (text: string): number => {
  const { unscaled, scale } = decimal(text)
  return scaleMinor(unscaled, 100, 10 ** scale)
}

const by = (id: string, steps: ReadonlyArray<LadderStep>): ItemLadder =>
  ladder({ id, steps, tolerances: [money('EUR', 10)] })

const ladders = {
  'no-follow': by('no-follow', []),
  'two-time': by('two-time', [
    step(1, 30, { mode: 'end-of-month' }),
    step(2, 60, { mode: 'previous-date', channel: 'letter' }),
  ]),
  'three-time': by('three-time', [
    step(1, 10),
    step(2, 30, { mode: 'end-of-month' }),
    step(3, 10, { mode: 'previous-date', channel: 'letter' }),
  ]),
}

interface Row {
  readonly item: DunnableItem
  readonly ladder: ItemLadder
}

const row = (name: string, amount: string, policy: keyof typeof ladders, dueOn: string, no = 1): Row => ({
  item: item(name, { openMinor: minorOf(amount), dueOn: day(dueOn), instalmentNo: no }),
  ladder: ladders[policy],
})

const rows: ReadonlyArray<Row> = [
  row('SI_1', '2000', 'no-follow', '2013-02-28'),
  row('SI_2', '1200', 'no-follow', '2013-03-31'),
  row('SI_3', '1500', 'no-follow', '2013-04-30'),
  row('SI_4', '1000', 'two-time', '2013-02-28'),
  row('SI_5', '1200', 'two-time', '2013-03-31'),
  row('SI_6', '1500', 'two-time', '2013-04-30'),
  row('SI_7', '1000', 'two-time', '2013-02-17'),
  row('SI_8', '1200', 'two-time', '2013-03-17'),
  row('SI_9', '1500', 'two-time', '2013-04-14'),
  row('SI_10', '300', 'three-time', '2013-01-18'),
  row('SI_10', '700', 'three-time', '2013-02-28', 2),
  row('SI_11', '360', 'three-time', '2013-02-15'),
  row('SI_11', '840', 'three-time', '2013-03-31', 2),
  row('SI_12', '449.99', 'three-time', '2013-03-15'),
  row('SI_12', '1050.01', 'three-time', '2013-04-30', 2),
  row('SI_13', '1000', 'three-time', '2013-02-17'),
  row('SI_14', '1200', 'three-time', '2013-03-17'),
  row('SI_15', '1500', 'three-time', '2013-04-14'),
  row('SI_16', '1500', 'three-time', '2013-04-14'),
  row('SI_17', '1500', 'three-time', '2013-04-14'),
  row('SI_18', '450', 'three-time', '2013-03-15'),
  row('SI_18', '1050', 'three-time', '2013-04-30', 2),
  row('SI_19', '450', 'three-time', '2013-03-15'),
  row('SI_19', '1050', 'three-time', '2013-04-30', 2),
  row('SI_20', '0.09', 'three-time', '2013-04-22'),
]

const runDays = ['01-31', '02-28', '03-31', '04-30', '05-31', '06-30', '07-31', '08-30'].map((one) =>
  day(`2013-${one}`),
)

const payments: ReadonlyArray<{ readonly after: LocalDate; readonly of: string; readonly minor: number }> = [
  { after: day('2013-02-28'), of: 'SI_19 1', minor: 300_00 },
  { after: day('2013-04-30'), of: 'SI_16 1', minor: 1500_00 },
  { after: day('2013-04-30'), of: 'SI_17 1', minor: 1000_00 },
  { after: day('2013-04-30'), of: 'SI_18 1', minor: 450_00 },
]

/** A notice that a person ignores after its run. */
export interface Ignored {
  readonly of: string
  readonly on: string
}

/** What each run asks for: `item instalment amount level`, a letter with a star. */
export const eightMonths = (ignored?: Ignored): ReadonlyArray<ReadonlyArray<string>> => {
  const notices = new Map<string, ReadonlyArray<ItemNotice>>()
  const nameOf = ({ itemId, instalmentNo }: { readonly itemId: string; readonly instalmentNo: number }): string =>
    `${itemId} ${instalmentNo}`
  return runDays.map((on) =>
    rows.flatMap((one) => {
      const name = nameOf(one.item)
      const paidMinor = payments
        .filter(({ of, after }) => of === name && after < on)
        .reduce((so, { minor }) => so + minor, 0)
      const lastNotice = reachedLevel(notices.get(name) ?? [])
      const known = { ...one.item, openMinor: one.item.openMinor - paidMinor }
      const items = [lastNotice === undefined ? known : { ...known, lastNotice }]
      const { lines } = proposeNotices(one.ladder, { on, items, credits: [], holds: [] })
      return lines.map(({ level, amountMinor, channel }) => {
        const state = ignored?.of === name && ignored.on === on ? 'ignored' : 'sent'
        notices.set(name, [...(notices.get(name) ?? []), { level, on, state }])
        return `${name} ${amountMinor / 100} ${level}${channel === 'letter' ? '*' : ''}`
      })
    }),
  )
}
