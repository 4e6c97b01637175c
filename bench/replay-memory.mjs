// Replays in memory: one narrow stream of a million facts, and the account's own evolve over 50,000 accounts.
import { addDays, foldOwned, localDate } from '@quittance/kernel'
import { evolveAccount, initialAccount } from '@quittance/receivables'
import { accountFacts, factsPerAccount, mixOfFacts } from './facts/account-facts.mjs'
import { missing, rate, rivalRate } from './measure/figure.mjs'
import { inTurns } from './measure/rounds.mjs'
import { rivalFrom } from './rivals/install.mjs'

/** As it would come out of a store: parsed, on days that go by, with totals beyond 32 bits. */
const narrowFact = (index) =>
  JSON.parse(
    JSON.stringify({
      _tag: index % 3 === 0 ? 'Charged' : 'Paid',
      on: addDays(localDate('2020-01-01'), Math.floor(index / 500)),
      amountMinor: 10_000 + ((index * 7919) % 900_000),
    }),
  )

const narrowState = () => ({ facts: 0, chargedMinor: 0, paidMinor: 0, lastOn: '' })

const evolveNarrow = (draft, fact) => {
  draft.facts += 1
  if (fact.on > draft.lastOn) draft.lastOn = fact.on
  switch (fact._tag) {
    case 'Charged':
      draft.chargedMinor += fact.amountMinor
      return
    case 'Paid':
      draft.paidMinor += fact.amountMinor
      return
  }
}

const checked = (state, facts) => {
  if (state.facts !== facts) throw new Error(`${state.facts} facts were folded instead of ${facts}`)
}

const replayAccounts = (accounts) => {
  let items = 0
  for (const facts of accounts) items += foldOwned(evolveAccount, initialAccount(), facts).invoicing.documents.size
  if (items !== accounts.length * 7) throw new Error(`${items} documents`)
}

const besideRivals = async (narrow, rounds) => {
  const found = []
  const events = narrow.map((fact) => ({ type: fact._tag, data: fact }))
  for (const file of ['emmett.mjs', 'castore.mjs']) {
    const { rival, reason } = await rivalFrom('memory', file)
    if (rival === undefined) {
      found.push(missing(`${file.replace('.mjs', '')}: replay`, reason))
      continue
    }
    const stream = await rival.filledStream(events)
    const contestants = {
      ours: () => checked(foldOwned(evolveNarrow, narrowState(), narrow), narrow.length),
      rival: async () => checked(await stream.fold(narrowState, evolveNarrow), narrow.length),
    }
    await inTurns(2, contestants, false)
    const times = await inTurns(rounds, contestants, false)
    const note = 'folding in place as ours does'
    const name = `${rival.name}: replay one stream of ${narrow.length.toLocaleString('en-US')}`
    found.push(rivalRate(name, narrow.length, times.rival, times.ours, { note }))
  }
  return found
}

/** Run it. */
export const run = async ({ size, withRivals }) => {
  const rounds = 9
  const narrow = Array.from({ length: size(1_000_000) }, (_, index) => narrowFact(index))
  const accounts = Array.from({ length: size(50_000) }, (_, account) => accountFacts(account))
  const contestants = {
    narrow: () => checked(foldOwned(evolveNarrow, narrowState(), narrow), narrow.length),
    accounts: () => replayAccounts(accounts),
  }
  await inTurns(2, contestants, false)
  const times = await inTurns(rounds, contestants, false)
  const facts = accounts.length * factsPerAccount
  const results = [
    rate(`replay one narrow stream of ${narrow.length.toLocaleString('en-US')}`, narrow.length, times.narrow, {
      goal: 8_000_000,
      note: 'foldOwned, two kinds of fact, four fields of state',
    }),
    rate(`replay ${accounts.length.toLocaleString('en-US')} accounts of ${factsPerAccount}`, facts, times.accounts, {
      goal: 2_000_000,
      note: `foldOwned with evolveAccount; ${mixOfFacts}`,
    }),
  ]
  accounts.length = 0
  return { results, rivals: withRivals ? await besideRivals(narrow, rounds) : [] }
}
