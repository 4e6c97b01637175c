/**
 * The category of a stream: the text before the first `-`, or the whole name when there is none.
 *
 * @example
 * categoryOf('account-acme_globex-1') // => 'account'
 * @category streams
 * @since 0.1.0
 */
export const categoryOf = (stream: string): string => {
  const dash = stream.indexOf('-')
  return dash === -1 ? stream : stream.slice(0, dash)
}
