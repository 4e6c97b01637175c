/**
 * When to turn an account over to an agency: signals from the field are counted, each with the facts that show it.
 * Three signals, or an item over 90 days past due that nobody has a plan for, advise placement; a person decides.
 */
import { daysBetween, type LocalDate } from '@quittance/kernel'

/** A sign that a debtor will not pay by himself. @category model @since 0.1.0 */
export type PlacementSignal =
  | 'over-age'
  | 'silence'
  | 'promises-slipping'
  | 'final-demand-ignored'
  | 'payment-bounced'
  | 'several-excuses'
  | 'trouble-admitted'
  | 'refuses-to-commit'

/** Something that happened, by its fact. @category model @since 0.1.0 */
export interface Witnessed {
  readonly factId: string
  readonly on: LocalDate
}

/** What is known of an account in the debt cycle that is judged. @category model @since 0.1.0 */
export interface PlacementEvidence {
  readonly on: LocalDate
  /** Open and undisputed items that are past due, by the fact that brought them. */
  readonly items: ReadonlyArray<Witnessed & { readonly dueOn: LocalDate }>
  /** A promise or plan that is open and in time covers what is past due. */
  readonly hasPlan: boolean
  /** Contacts that we made or tried. */
  readonly touches: ReadonlyArray<Witnessed & { readonly channel: string; readonly outcome: string }>
  readonly brokenPromises: ReadonlyArray<Witnessed & { readonly receivedMinor: number }>
  readonly excuses: ReadonlyArray<Witnessed & { readonly code: string }>
  readonly bouncedPayments: ReadonlyArray<Witnessed>
  /** Signs of distress that the debtor gave himself. */
  readonly admissions: ReadonlyArray<Witnessed>
  readonly finalDemand?: Witnessed & { readonly deadlineOn: LocalDate }
  /** The last day on which money came in. */
  readonly lastMoneyOn?: LocalDate
}

/** When the signals advise placement, as data. @category policies @since 0.1.0 */
export interface PlacementPolicy {
  readonly id: string
  readonly version: number
  /** So many signals advise it, inclusive. */
  readonly minSignals: number
  /** More than so many days past due advise it where nobody has a plan. */
  readonly overDays: number
  /** So many contacts without an answer, inclusive, on `silentChannels` channels at least, are silence. */
  readonly silentTouches: number
  readonly silentChannels: number
  /** So many broken promises without any money, inclusive, are slipping. */
  readonly brokenPromises: number
  /** So many different excuses, inclusive. */
  readonly differentExcuses: number
}

/** The shipped policy: three signals, or over 90 days without a plan. @category policies @since 0.1.0 */
export const shippedPlacementPolicy: PlacementPolicy = {
  id: 'placement',
  version: 1,
  minSignals: 3,
  overDays: 90,
  silentTouches: 3,
  silentChannels: 2,
  brokenPromises: 2,
  differentExcuses: 2,
}

/** A signal with the facts that show it. @category model @since 0.1.0 */
export interface FiredSignal {
  readonly signal: PlacementSignal
  readonly factIds: ReadonlyArray<string>
}

/** Whether to place, and why. @category model @since 0.1.0 */
export interface PlacementAdvice {
  readonly advised: boolean
  /** What advises it: enough signals, or age without a plan. */
  readonly because: ReadonlyArray<'signals' | 'age-without-plan'>
  readonly signals: ReadonlyArray<FiredSignal>
}

/** Somebody answered, whatever he said. */
const answered = new Set(['reached', 'hostile', 'refused', 'promised', 'paid', 'disputed'])

/**
 * Whether signals advise to turn an account over, with each signal and its facts. A signal that is there counts once,
 * however often it was seen; contacts count from the last answer or money on.
 *
 * @law every signal names a fact that shows it
 * @law more evidence never takes a signal away, but for an answer or money
 * @category policies
 * @since 0.1.0
 */
export const placementAdvice = (evidence: PlacementEvidence, policy: PlacementPolicy): PlacementAdvice => {
  const signals = (
    [
      ['over-age', overAge(evidence, policy)],
      ['silence', silence(evidence, policy)],
      ['promises-slipping', slipping(evidence, policy)],
      ['final-demand-ignored', ignoredDemand(evidence)],
      ['payment-bounced', evidence.bouncedPayments],
      ['several-excuses', excuses(evidence, policy)],
      ['trouble-admitted', evidence.admissions],
      ['refuses-to-commit', evidence.touches.filter(({ outcome }) => outcome === 'refused')],
    ] satisfies ReadonlyArray<readonly [PlacementSignal, ReadonlyArray<Witnessed>]>
  ).flatMap(([signal, facts]): ReadonlyArray<FiredSignal> =>
    facts.length === 0 ? [] : [{ signal, factIds: facts.map(({ factId }) => factId) }],
  )
  const because: PlacementAdvice['because'] = [
    ...(signals.length >= policy.minSignals ? (['signals'] as const) : []),
    ...(!evidence.hasPlan && signals.some(({ signal }) => signal === 'over-age')
      ? (['age-without-plan'] as const)
      : []),
  ]
  return { advised: because.length > 0, because, signals }
}

const overAge = ({ on, items }: PlacementEvidence, { overDays }: PlacementPolicy): ReadonlyArray<Witnessed> =>
  items.filter(({ dueOn }) => daysBetween(dueOn, on) > overDays)

const silence = (
  { touches, lastMoneyOn }: PlacementEvidence,
  { silentTouches, silentChannels }: PlacementPolicy,
): ReadonlyArray<Witnessed> => {
  const lastAnswer = touches
    .filter(({ outcome }) => answered.has(outcome))
    .reduce<LocalDate | undefined>((so, { on }) => (so === undefined || on > so ? on : so), lastMoneyOn)
  const silent = touches.filter(
    ({ on, outcome }) => !answered.has(outcome) && (lastAnswer === undefined || on > lastAnswer),
  )
  const channels = new Set(silent.map(({ channel }) => channel))
  return silent.length >= silentTouches && channels.size >= silentChannels ? silent : []
}

const slipping = ({ brokenPromises }: PlacementEvidence, policy: PlacementPolicy): ReadonlyArray<Witnessed> => {
  const empty = brokenPromises.filter(({ receivedMinor }) => receivedMinor === 0)
  return empty.length >= policy.brokenPromises ? empty : []
}

const ignoredDemand = ({ on, finalDemand, lastMoneyOn }: PlacementEvidence): ReadonlyArray<Witnessed> =>
  finalDemand === undefined ||
  on <= finalDemand.deadlineOn ||
  (lastMoneyOn !== undefined && lastMoneyOn >= finalDemand.on)
    ? []
    : [finalDemand]

const excuses = (
  { excuses: given }: PlacementEvidence,
  { differentExcuses }: PlacementPolicy,
): ReadonlyArray<Witnessed> => (new Set(given.map(({ code }) => code)).size >= differentExcuses ? given : [])
