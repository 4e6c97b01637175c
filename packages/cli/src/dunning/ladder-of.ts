/** Ladders that the command line names: files, and those that come with the tool. */
import {
  type AccountStates,
  decodeDunningPolicy,
  type DunningCampaign,
  type DunningPolicy,
  type ItemLadder,
} from '@quittance/dunning'
import * as E from 'fp-ts/lib/Either.js'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CliFailure } from '../failure.js'
import { parseJson } from '../import/read-json.js'
import { resolveFile } from '../options.js'

/** Names of the ladders that come with the tool. @category policies @since 0.1.0 */
export const shippedLadders: ReadonlyArray<string> = ['traffic-fines-penalty']

/**
 * A ladder out of a file, or one that comes with the tool by its name; a policy of another family has no run.
 *
 * @param option - as the user wrote it
 * @category policies
 * @since 0.1.0
 */
export const ladderOf = (nameOrFile: string, option: string = '--policy'): ItemLadder => {
  const policy = policyOf(nameOrFile, option)
  if (policy._tag !== 'ItemLadder') throw new CliFailure(`${nameOrFile}: ${policy._tag} is no ladder of items`)
  return policy
}

/** A policy that has runs: a ladder or a campaign. @category policies @since 0.1.0 */
export const runPolicyOf = (nameOrFile: string): ItemLadder | DunningCampaign => {
  const policy = policyOf(nameOrFile, '--policy')
  if (policy._tag === 'AccountStates')
    throw new CliFailure(`${nameOrFile}: states are derived and not run; see dunning states`)
  return policy
}

/** A policy of states. @category policies @since 0.1.0 */
export const statesPolicyOf = (nameOrFile: string): AccountStates => {
  const policy = policyOf(nameOrFile, '--policy')
  if (policy._tag !== 'AccountStates') throw new CliFailure(`${nameOrFile}: ${policy._tag} is no policy of states`)
  return policy
}

const policyOf = (nameOrFile: string, option: string): DunningPolicy => {
  const path = shippedLadders.includes(nameOrFile)
    ? fileURLToPath(new URL(`../../policies/${nameOrFile}.json`, import.meta.url))
    : resolveFile(nameOrFile)
  if (!existsSync(path)) throw new CliFailure(`${option} ${nameOrFile}: no such file`, 2)
  const read = decodeDunningPolicy(parseJson(nameOrFile, readFileSync(path, 'utf8')))
  if (E.isLeft(read)) throw new CliFailure(`${nameOrFile}: not a dunning policy\n  ${read.left.join('\n  ')}`)
  return read.right
}
