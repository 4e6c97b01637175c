/** Area `aging`: items and money on real accounts, read by the aging report. */
import type { AgeBasis, AgingOptions, CreditTreatment } from '@quittance/projections'
import * as E from 'fp-ts/lib/Either.js'
import { currencyOf } from '../books/currency.js'
import { daysOf } from '../books/days.js'
import type { Adapter } from '../run/adapter.js'
import { answer } from '../run/ask.js'
import { play } from '../run/play.js'
import type { Reader } from '../run/reader.js'
import { GivenRefused } from '../run/unsupported.js'
import { text } from '../run/value.js'
import { agingAnswers } from './aging/answers.js'
import { agingActs, playEvents, takePayments } from './aging/events.js'
import { type Ledger, openItem } from './aging/open-items.js'
import { schemeOf } from './aging/scheme.js'

/** The adapter of aging. */
export const aging: Adapter = (given, asked) => {
  const ledger: Ledger = {
    accounts: new Map(),
    owners: new Map(),
    rankOf: new Map(),
    groups: new Map(),
    currency: currencyOf(given),
    days: daysOf(given),
  }
  given.oneOf('by', { instalment: true })
  const options = optionsOf(given)
  const scheme = schemeOf(given)
  for (const item of given.maps('items')) openItem(item, ledger)
  takePayments(given, ledger)
  playEvents(given, ledger)
  if (E.isLeft(scheme)) {
    if ([...asked.entries.keys()].some((key) => key !== 'outcome')) throw new GivenRefused(scheme.left)
    return answer({ outcome: () => text('refused') }, asked)
  }
  return play(given, asked, {
    acts: agingActs(ledger),
    answers: () => agingAnswers(ledger, scheme.right, options),
  })
}

const creditWords: Readonly<Record<string, CreditTreatment>> = {
  separate: 'separate',
  age_by_own_date: 'own-date',
  fifo_netted: 'fifo',
  own_rows: 'own-rows',
}

const basisWords: Readonly<Record<string, AgeBasis>> = { due: 'due', invoice_date: 'invoice' }

const optionsOf = (given: Reader): AgingOptions => {
  const policy = given.map('policy')
  return {
    credits: policy?.oneOf('credits', creditWords) ?? 'separate',
    basis: policy?.oneOf('basis', basisWords) ?? 'due',
  }
}
