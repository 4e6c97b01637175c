/** Moves that put a rule set's decision on record. */
import { keyedGet, keyedValues } from '@quittance/kernel'
import { dayNear, type Move, receiptsWith, someOf } from './world.js'

/** For the applications of one receipt, as a rule set would have made them. @internal */
export const recordMatch: Move = (world, dice) => {
  const receipt = someOf(
    dice,
    receiptsWith(world, dice, ({ applicationIds }) => applicationIds.length),
  )
  if (receipt === undefined) return []
  const made = receipt.applicationIds.flatMap((id) => keyedGet(world.state.cash.applications, id) ?? [])
  const itemIds = [...new Set(made.map(({ itemId }) => itemId))].sort()
  const documents = keyedValues(world.state.invoicing.documents)
  const other = someOf(dice, documents)
  return [
    {
      _tag: 'RecordMatch',
      on: dayNear(world, dice, receipt.receivedOn, ...made.map(({ on }) => on)),
      receiptId: receipt.receiptId,
      ruleSet: 'evidence@1#0f1e2d3c',
      asked: { revision: documents.length, itemsOn: world.today, hash: 'a1b2c3' },
      answered: {
        chosen: {
          itemIds: dice.oneIn(8) ? ['NOWHERE'] : itemIds,
          routes: [{ rule: 'single', membersCentibits: 0 }],
          terms: [{ what: 'single', centibits: -150 }],
          posteriorPpm: 999_000,
          interchangeable: [],
        },
        others:
          other === undefined ? [] : [{ itemIds: [other.documentId], routes: [], terms: [], interchangeable: [] }],
        otherCount: other === undefined ? 0 : 1,
        hash: 'd4e5f6',
      },
      applicationIds: made.map(({ applicationId }) => applicationId),
    },
  ]
}
