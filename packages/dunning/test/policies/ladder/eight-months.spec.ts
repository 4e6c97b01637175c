import { describe, expect, it } from 'vitest'
import { eightMonths } from './eight-months.js'

describe('eight months of two ladders', () => {
  const [january, february, march, april, may, june, july, august] = eightMonths()

  it('begin with a reminder ten days after the first due day', () => {
    expect(january).toEqual(['SI_10 1 300 1'])
  })

  it('rise step by step, each instalment by itself', () => {
    expect(february).toEqual(['SI_10 1 300 2', 'SI_11 1 360 1', 'SI_13 1 1000 1'])
  })

  it('ask for what is left of an instalment that is partly paid, and end on paper', () => {
    expect(march).toEqual([
      'SI_4 1 1000 1',
      'SI_7 1 1000 1',
      'SI_10 1 300 3*',
      'SI_10 2 700 1',
      'SI_11 1 360 2',
      'SI_12 1 449.99 1',
      'SI_13 1 1000 2',
      'SI_14 1 1200 1',
      'SI_18 1 450 1',
      'SI_19 1 150 1',
    ])
    expect(april).toEqual([
      'SI_5 1 1200 1',
      'SI_8 1 1200 1',
      'SI_10 2 700 2',
      'SI_11 1 360 3*',
      'SI_11 2 840 1',
      'SI_12 1 449.99 2',
      'SI_13 1 1000 3*',
      'SI_14 1 1200 2',
      'SI_15 1 1500 1',
      'SI_16 1 1500 1',
      'SI_17 1 1500 1',
      'SI_18 1 450 2',
      'SI_19 1 150 2',
    ])
  })

  it('leave out what was paid, and ask for the rest of what was paid in part', () => {
    expect(may).toEqual([
      'SI_4 1 1000 2*',
      'SI_6 1 1500 1',
      'SI_7 1 1000 2*',
      'SI_9 1 1500 1',
      'SI_10 2 700 3*',
      'SI_11 2 840 2',
      'SI_12 1 449.99 3*',
      'SI_12 2 1050.01 1',
      'SI_14 1 1200 3*',
      'SI_15 1 1500 2',
      'SI_17 1 500 2',
      'SI_18 2 1050 1',
      'SI_19 1 150 3*',
      'SI_19 2 1050 1',
    ])
  })

  it('count the days of the last step from the notice before it', () => {
    expect(june).toEqual([
      'SI_5 1 1200 2*',
      'SI_8 1 1200 2*',
      'SI_11 2 840 3*',
      'SI_12 2 1050.01 2',
      'SI_15 1 1500 3*',
      'SI_17 1 500 3*',
      'SI_18 2 1050 2',
      'SI_19 2 1050 2',
    ])
    expect(july).toEqual([
      'SI_6 1 1500 2*',
      'SI_9 1 1500 2*',
      'SI_12 2 1050.01 3*',
      'SI_18 2 1050 3*',
      'SI_19 2 1050 3*',
    ])
  })

  it('have nothing left to ask once every ladder has ended', () => {
    expect(august).toEqual([])
  })

  it('ask again at the same level for what was ignored', () => {
    expect(eightMonths({ of: 'SI_19 2', on: '2013-07-31' }).at(-1)).toEqual(['SI_19 2 1050 3*'])
  })
})
