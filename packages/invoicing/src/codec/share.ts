/** The written form of a share of payment terms. */
import { either, exactDecimal, struct, tagLiteral, wholeNumber } from '@quittance/kernel'
import type * as t from 'io-ts'
import type { Share } from '../model.js'

/** @internal */
export const shareCodec: t.Type<Share> = either(
  either(
    struct({ _tag: tagLiteral('PercentOfGross'), percent: exactDecimal }, { roundToMinor: wholeNumber }),
    struct({ _tag: tagLiteral('PercentOfNet'), percent: exactDecimal }, { roundToMinor: wholeNumber }),
  ),
  either(
    struct({ _tag: tagLiteral('EqualPart'), of: wholeNumber }),
    either(struct({ _tag: tagLiteral('Fixed'), amountMinor: wholeNumber }), struct({ _tag: tagLiteral('Balance') })),
  ),
)
