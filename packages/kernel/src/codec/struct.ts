/**
 * Objects with required and optional fields, typed so that an optional field is absent rather than undefined.
 * Unknown fields are kept when reading: a newer writer may have added them.
 */
import * as t from 'io-ts'

type Fields = Readonly<Record<string, t.Mixed>>

/** The value that a struct reads. @category codecs @since 0.1.0 */
export type StructOf<Required extends Fields, Optional extends Fields> = {
  readonly [Key in keyof Required]: t.TypeOf<Required[Key]>
} & { readonly [Key in keyof Optional]?: t.TypeOf<Optional[Key]> }

/** A codec of an object, declared against the interface it stands for: the assignment holds the two equal both ways. @category codecs @since 0.1.0 */
export const struct = <Required extends Fields, Optional extends Fields = Record<never, never>>(
  required: Required,
  optional?: Optional,
): t.Type<Flat<StructOf<Required, Optional>>> =>
  (optional === undefined
    ? t.type(required as t.Props)
    : t.intersection([t.type(required as t.Props), t.partial(optional as t.Props)])) as unknown as t.Type<
    Flat<StructOf<Required, Optional>>
  >

type Flat<A> = { [Key in keyof A]: A[Key] }
