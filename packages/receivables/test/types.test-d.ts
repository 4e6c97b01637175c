// What must not compile. Checked by `tsc -p tsconfig.tests.json`; nothing here runs.
import { localDate } from '@quittance/kernel'
import {
  type AccountCommand,
  type AccountFact,
  type AccountRejection,
  type CommandMeta,
  inMemoryEventStore,
  openLedger,
} from '../src/index.js'

const on = localDate('2026-01-10')

// @ts-expect-error a ledger has no clock of its own
openLedger({ store: inMemoryEventStore(), entity: 'acme' })

// @ts-expect-error somebody asks
export const nobody: CommandMeta = { commandId: 'c1' }

// @ts-expect-error an account is closed for a reason
export const silent: AccountCommand = { _tag: 'CloseAccount', on }

// @ts-expect-error facts of no room
export const homeless: AccountFact = { _tag: 'AccountFrozen', on }

declare const rejection: AccountRejection
// @ts-expect-error a refusal is told apart by its tag before its fields are read
export const early = rejection.notBefore
