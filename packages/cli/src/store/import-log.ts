/** A log of JSON lines into a store: every line is checked before the first is written; lines it has already add nothing. */
import { categoryOf, type EventStore, exactly, type NewFact, noStream } from '@quittance/event-store'
import { type Instant, parseAccountStream } from '@quittance/kernel'
import { accountCodecs, type AccountFact, claimsOf, policyCodecs } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { existsSync, readFileSync } from 'node:fs'
import { CliFailure } from '../failure.js'
import { type LoggedFact, readLogLine } from './log-line.js'

/** How many lines the log has, and how many were new to the store. @category codecs @since 0.1.0 */
export interface LogImport {
  readonly lines: number
  readonly recorded: number
}

interface NumberedFact {
  readonly line: number
  readonly fact: LoggedFact
  readonly claims: ReadonlyArray<string>
}

/** Read a log into a store. Facts keep their streams, revisions, ids and times. @category codecs @since 0.1.0 */
export const importLog = async (store: EventStore, file: string): Promise<LogImport> => {
  if (!existsSync(file)) throw new CliFailure(`${file}: no such file`)
  const facts = readLines(file, readFileSync(file, 'utf8'))
  const importedAt = new Date().toISOString() as Instant
  let recorded = 0
  for (const run of runsOfStream(facts)) recorded += await appendRun(store, file, run, importedAt)
  return { lines: facts.length, recorded }
}

const readLines = (file: string, text: string): ReadonlyArray<NumberedFact> => {
  const facts: Array<NumberedFact> = []
  const problems: Array<string> = []
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  for (const [index, line] of lines.entries()) {
    const read = readLogLine(line)
    if ('problem' in read) {
      problems.push(`${file}:${index + 1}: ${read.field}: ${read.problem}`)
      continue
    }
    const isOfPolicies = categoryOf(read.stream) === 'policies'
    const decoded = (isOfPolicies ? policyCodecs : accountCodecs).decode(read)
    if (E.isLeft(decoded)) {
      const { _tag, type } = decoded.left
      const errors = _tag === 'UndecodableFact' ? decoded.left.errors.join('; ') : ''
      const what =
        _tag === 'UnknownFactType'
          ? 'is not a type this version knows'
          : _tag === 'UnknownSchemaVersion'
            ? 'has a newer schema version than this one knows'
            : errors
      problems.push(`${file}:${index + 1}: ${_tag === 'UndecodableFact' ? 'data' : 'type'}: ${type} ${what}`)
      continue
    }
    if (isOfPolicies) {
      facts.push({ line: index + 1, fact: read, claims: [] })
      continue
    }
    const entity = parseAccountStream(read.stream)?.entity
    if (entity === undefined) problems.push(`${file}:${index + 1}: stream: "${read.stream}" is not an account`)
    else facts.push({ line: index + 1, fact: read, claims: claimsOf(entity, [decoded.right as AccountFact]) })
  }
  if (problems.length > 0)
    throw new CliFailure(
      problems.slice(0, 20).join('\n') + (problems.length > 20 ? `\n… and ${problems.length - 20} more` : ''),
    )
  return facts
}

/** Neighbouring lines of one stream go in one append. */
const runsOfStream = (facts: ReadonlyArray<NumberedFact>): ReadonlyArray<ReadonlyArray<NumberedFact>> => {
  const runs: Array<Array<NumberedFact>> = []
  for (const one of facts) {
    const run = runs.at(-1)
    const previous = run?.at(-1)?.fact
    if (run !== undefined && previous?.stream === one.fact.stream && one.fact.revision === previous.revision + 1)
      run.push(one)
    else runs.push([one])
  }
  return runs
}

const appendRun = async (
  store: EventStore,
  file: string,
  run: ReadonlyArray<NumberedFact>,
  importedAt: Instant,
): Promise<number> => {
  const first = run[0] as NumberedFact
  const { stream, revision } = first.fact
  const facts = run.map(({ fact: { stream: _, revision: __, ...fact } }): NewFact => ({ importedAt, ...fact }))
  const claims = run.flatMap((one) => one.claims)
  const result = await store.append(stream, revision === 0 ? noStream : exactly(revision - 1), facts, { claims })
  switch (result._tag) {
    case 'Appended':
      return facts.length
    case 'Duplicate':
      return 0
    case 'Conflict':
      return appendRest(store, file, run, importedAt)
    case 'ClaimTaken':
      throw new CliFailure(`${file}:${first.line}: ${result.claim} is held by ${result.by} already`)
    case 'Unknown':
      throw new CliFailure(`${file}:${first.line}: the store could not say whether it wrote: ${result.reason}`)
  }
}

/** The store has the beginning of the run and not its end: the new facts are appended, if the old ones are the same. */
const appendRest = async (
  store: EventStore,
  file: string,
  run: ReadonlyArray<NumberedFact>,
  importedAt: Instant,
): Promise<number> => {
  const first = run[0] as NumberedFact
  const { stream } = first.fact
  const { facts: there } = await store.read(stream, first.fact.revision)
  const known = run.findIndex(({ fact }, index) => there[index]?.id !== fact.id)
  const fork = known >= 0 && there[known] !== undefined
  const missing = first.fact.revision > 0 && there.length === 0
  if (known <= 0 || fork || missing)
    throw new CliFailure(
      `${file}:${(run[Math.max(known, 0)] as NumberedFact).line}: ${stream} in the store has another history from revision ${first.fact.revision + Math.max(known, 0)} on`,
    )
  return appendRun(store, file, run.slice(known), importedAt)
}
