// What must not compile. Checked by `tsc -p tsconfig.tests.json`; nothing here runs.
import {
  addMoney,
  type DataOf,
  type Fact,
  firstVersion,
  localDate,
  type LocalDate,
  money,
  type RoomCodecs,
  struct,
  text,
  wholeNumber,
} from '../src/index.js'

// @ts-expect-error dollars are not added to euros
addMoney(money('EUR', 1), money('USD', 1))
addMoney(money('EUR', 1), money('EUR', 1))

// @ts-expect-error a text is no day before it was checked
export const bare: LocalDate = '2026-01-05'
export const checked: LocalDate = localDate('2026-01-05')

interface Waived {
  readonly _tag: 'Waived'
  readonly on: LocalDate
  readonly by: string
}
interface Charged {
  readonly _tag: 'Charged'
  readonly on: LocalDate
  readonly feeMinor: number
}

const waived = firstVersion<DataOf<Waived>>(struct({ by: text }))
const miswritten = firstVersion(struct({ by: wholeNumber }))
export const right: RoomCodecs<Waived> = { room: 'fees', facts: { Waived: waived } }

// @ts-expect-error a room writes down every fact it has
export const incomplete: RoomCodecs<Waived | Charged>['facts'] = { Waived: waived }

// @ts-expect-error the codec reads what the fact holds
export const wrong: RoomCodecs<Waived>['facts'] = { Waived: miswritten }

// @ts-expect-error the way from one version to the next ends where the next begins
firstVersion(struct({ euros: wholeNumber })).next(struct({ feeMinor: wholeNumber }), ({ euros }) => ({ euros }))

// @ts-expect-error every fact has its business day
export const timeless: Fact = { _tag: 'Waived' }
