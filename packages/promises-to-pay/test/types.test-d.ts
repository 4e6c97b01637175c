// What must not compile. Checked by `tsc -p tsconfig.tests.json`; nothing here runs.
import { localDate } from '@quittance/kernel'
import {
  defaultPromiseTerms,
  type MakePromise,
  type PromiseBroken,
  type PromisesFact,
  type PromiseTerms,
  type VerdictState,
} from '../src/index.js'

const on = localDate('2026-05-01')
const making = { on, promiseId: 'P1', currency: 'EUR', amountMinor: 1, terms: defaultPromiseTerms } as const

// @ts-expect-error a promise has a calendar day: "soon" is no promise
export const soon: MakePromise = { _tag: 'MakePromise', ...making }

// @ts-expect-error a promise has an amount
export const some: MakePromise = { _tag: 'MakePromise', ...making, dueOn: on, amountMinor: undefined }

// @ts-expect-error a promise is judged by terms
export const lawless: MakePromise = { _tag: 'MakePromise', ...making, dueOn: on, terms: undefined }

// @ts-expect-error a verdict names its proof
export const unproven: PromiseBroken = { _tag: 'PromiseBroken', on, promiseId: 'P1' }

// @ts-expect-error names of facts are for ever
export const renamed: PromisesFact = { _tag: 'PromiseLapsed', on, promiseId: 'P1' }

// @ts-expect-error a percent is a decimal, not a float
export const floating: PromiseTerms = { ...defaultPromiseTerms, tolerancePercent: 1.5 }

// @ts-expect-error a verdict is one of the list
export const perhaps: VerdictState = 'promising'
