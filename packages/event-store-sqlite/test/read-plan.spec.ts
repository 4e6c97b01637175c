import { describe, expect, it } from 'vitest'
import { connect } from '../src/binding.js'
import { pageSql } from '../src/fact-page.js'
import { filteredCondition } from '../src/fact-reader.js'
import { migrate } from '../src/schema.js'

interface Explained {
  readonly all: () => ReadonlyArray<{ readonly detail: string }>
}

/** What SQLite would do for a page, step by step. */
const planOf = (condition: string): ReadonlyArray<string> => {
  const database = connect(':memory:')
  migrate(database)
  const statement = database.prepare(
    `EXPLAIN QUERY PLAN ${pageSql(condition, 'position', '?3')}`,
  ) as unknown as Explained
  const plan = statement.all()
  const steps = plan.map(({ detail }) => detail)
  database.close()
  return steps
}

/** Steps that go through all streams, or make a list of many. */
const ofAllStreams = (steps: ReadonlyArray<string>): ReadonlyArray<string> =>
  steps.filter((step) => /streams/.test(step) && !/\(rowid=\?\)/.test(step))

describe('a page of a category', () => {
  it('is read without a list of its streams', () => {
    expect(ofAllStreams(planOf(filteredCondition))).toEqual([])
  })

  it('would be caught with one', () => {
    const withList = 'position > ?1 AND position <= ?2 AND +stream_id IN (SELECT id FROM streams WHERE category = ?4)'
    expect(ofAllStreams(planOf(withList))).not.toEqual([])
  })

  it('is read in the order of positions', () => {
    expect(planOf(filteredCondition).some((step) => /facts USING INTEGER PRIMARY KEY/.test(step))).toBe(true)
  })
})
