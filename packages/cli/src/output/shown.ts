/** Texts that other people wrote, made fit for a screen. */

/**
 * A text as it is shown: characters that steer a terminal become blanks, and a text without an end is cut, saying how much is
 * missing. A program is given all of it.
 *
 * @category model
 * @since 0.1.0
 */
export const shown = (text: string, most: number = 1000): string => {
  const cut = text.length > most ? `${text.slice(0, most)}… (${text.length - most} more characters)` : text
  return cut.replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ')
}
