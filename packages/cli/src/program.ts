/** The command line as a whole. */
import { Command } from 'commander'
import { addAging } from './commands/aging.js'
import { addCauses } from './commands/causes.js'
import { addCommission } from './commands/commission.js'
import { addImport } from './commands/import.js'
import { addImportSap } from './commands/import-sap.js'
import { addByHand } from './commands/by-hand.js'
import { addCleanUp } from './commands/clean-up.js'
import { addDemand } from './commands/demand.js'
import { addCharges } from './commands/charges.js'
import { addCredit } from './commands/credit.js'
import { addDebtors } from './commands/debtors.js'
import { addDeductions } from './commands/deductions.js'
import { addDispute } from './commands/dispute.js'
import { addDisputes } from './commands/disputes.js'
import { addDunning } from './commands/dunning.js'
import { addExplain } from './commands/explain.js'
import { addHold } from './commands/hold.js'
import { addLog } from './commands/log.js'
import { addMatch } from './commands/match.js'
import { addMetrics } from './commands/metrics.js'
import { addPayers } from './commands/payers.js'
import { addPlacement } from './commands/placement.js'
import { addPromise } from './commands/promise.js'
import { addPromises } from './commands/promises.js'
import { addStatement } from './commands/statement.js'
import { addTimeline } from './commands/timeline.js'
import { addTouch } from './commands/touch.js'
import { addWhatIf } from './commands/what-if.js'
import { addWorklist } from './commands/worklist.js'
import type { Output } from './output/write.js'

/** All commands on one program; usage mistakes end with exit code 2. @category commands @since 0.1.0 */
export const quittanceProgram = (output: Output): Command => {
  const program = new Command('quittance')
    .description(
      'Order-to-cash from facts: import a ledger, age it, replay it, as of any day and as known at any moment',
    )
    .configureOutput({ writeErr: (text) => void output.err.write(text) })
    .showHelpAfterError('(add --help for the options and examples)')
    .exitOverride()
  for (const add of [
    addImport,
    addImportSap,
    addAging,
    addPayers,
    addDebtors,
    addCauses,
    addCommission,
    addDeductions,
    addDisputes,
    addDispute,
    addPromises,
    addPromise,
    addDunning,
    addWhatIf,
    addHold,
    addDemand,
    addCharges,
    addPlacement,
    addWorklist,
    addCredit,
    addTouch,
    addMetrics,
    addStatement,
    addTimeline,
    addMatch,
    addExplain,
    addByHand,
    addCleanUp,
    addLog,
  ])
    add(program, output)
  for (const command of [...program.commands, ...program.commands.flatMap((one) => one.commands)])
    command.exitOverride()
  return program
}
