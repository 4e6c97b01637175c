/** One invoice's causes as a person reads them. */
import type { CauseTag } from '@quittance/projections'
import type { EvidenceFact, ExplainedCause } from '../causes/explained-cause.js'
import { moment } from './moment.js'
import { shown } from './shown.js'
import { figure } from './table.js'

const lostWords: Readonly<Record<string, string>> = {
  rank: 'other evidence is of a stronger kind',
  'not-upstream': 'not an error of ours, where another is',
  confidence: 'other evidence is surer',
  day: 'another error came first',
  order: 'another error comes first in the chain',
  minimum: 'too weak to say anything',
  contradicted: 'our papers say otherwise',
  'no-such-cause': 'no table has this code',
}

/** The first cause, then every other piece of evidence with the reason why it lost; under each its facts. @category commands @since 0.1.0 */
export const explainedCauseText = ({ at, explanation, facts }: ExplainedCause): string => {
  const { item, rules, silentRules } = explanation
  const amount = item.state === 'past-due' ? item.openMinor : item.billedMinor
  const days = `${item.daysLate} ${item.daysLate === 1 ? 'day' : 'days'}`
  const standing =
    item.state === 'past-due'
      ? `past due by ${days}`
      : item.state === 'settled-late'
        ? `settled ${item.settledOn ?? ''}, ${days} late`
        : 'not late'
  const owner = item.department === undefined ? 'nobody owns it' : item.department
  const ours = item.upstream ? 'an error of ours' : 'not an error of ours'
  return [
    `${item.itemId} of ${item.customer} as of ${at.asOf}, as known at ${moment(at.knownAt)}, by ${rules.id}@${rules.version}`,
    `${figure(amount, item.currency)} ${item.currency}, due ${item.dueOn}, ${standing}`,
    item.tags.length === 0
      ? 'Nothing says why.'
      : `Cause: ${item.cause} (${item.stage}, ${owner}, ${ours}), ${item.confidence} % sure`,
    ...(item.conflicts.length === 0 ? [] : [`Also named for the same: ${item.conflicts.join(', ')}`]),
    ...item.tags.flatMap((tag) => ['', ...tagLines(tag, facts)]),
    ...(silentRules.length === 0
      ? []
      : ['', `${silentRules.length}${item.tags.length === 0 ? '' : ' other'} rules found nothing; --json names them.`]),
  ].join('\n')
}

const tagLines = (tag: CauseTag, facts: ReadonlyMap<number, EvidenceFact>): ReadonlyArray<string> => {
  const code = tag.rawCode === undefined ? '' : ` (written ${shown(tag.rawCode, 60)})`
  const lost = tag.lostBy === undefined ? '' : `: ${lostWords[tag.lostBy] ?? tag.lostBy}`
  return [
    `${tag.role}: ${tag.cause}${code}, ${tag.happenedOn}, by ${tag.rule} (${tag.rank}), ${tag.confidence} %${lost}`,
    `  ${reasonText(tag)}`,
    ...tag.positions.map((position) => {
      const fact = facts.get(position)
      return fact === undefined ? `  fact ${position}` : `  ${fact.on}  ${shown(fact.sentence, 160)}  [${fact.id}]`
    }),
  ]
}

const reasonText = ({ because: { kind, ...data } }: CauseTag): string => {
  const told = Object.entries(data).map(
    ([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return shown([kind, ...told].join(', '), 240)
}
