/**
 * Texts that stand once in the file and are named by number in the facts: types, actors, stream names.
 */
import { prepareRow, type Database, type RowStatement } from './binding.js'

const remembered = 100_000

/**
 * A table of texts and their numbers, remembered as far as memory allows.
 *
 * A number once given is never given to another text, so what is remembered stays true whoever writes; only a rollback
 * takes numbers back, and then everything must be forgotten.
 *
 * @category streams
 * @since 0.1.0
 */
export class Dictionary {
  readonly #byText = new Map<string, number>()
  readonly #byId = new Map<number, string>()
  readonly #findId: RowStatement
  readonly #findText: RowStatement
  readonly #insert: RowStatement
  readonly #extra: (text: string) => readonly string[]

  /**
   * @param columns - the column of the text, and those that follow from it
   * @param extra - values of the columns that follow from the text
   */
  constructor(
    database: Database,
    table: string,
    columns: readonly string[],
    extra: (text: string) => readonly string[] = () => [],
  ) {
    const text = columns[0] as string
    this.#findId = prepareRow(database, `SELECT id FROM ${table} WHERE ${text} = ?`)
    this.#findText = prepareRow(database, `SELECT ${text} FROM ${table} WHERE id = ?`)
    this.#insert = prepareRow(
      database,
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) RETURNING id`,
    )
    this.#extra = extra
  }

  /** The number of a text, if it has one. */
  idOf(text: string): number | undefined {
    const known = this.#byText.get(text)
    if (known !== undefined) return known
    const found = this.#findId.first(text)?.[0] as number | undefined
    return found === undefined ? undefined : this.#remember(text, found)
  }

  /** The number of a text, given now if it has none; only inside a write. */
  numberOf(text: string): number {
    const known = this.idOf(text)
    if (known !== undefined) return known
    return this.#remember(text, this.#insert.first(text, ...this.#extra(text))?.[0] as number)
  }

  /** The text of a number that stands in a fact. */
  textOf(id: number): string {
    const known = this.#byId.get(id)
    if (known !== undefined) return known
    const text = this.#findText.first(id)?.[0] as string
    this.#remember(text, id)
    return text
  }

  /** A text and its number as they stand in the table. */
  learn(text: string, id: number): void {
    if (!this.#byId.has(id)) this.#remember(text, id)
  }

  /** Trust nothing remembered: a write was taken back. */
  forget(): void {
    this.#byText.clear()
    this.#byId.clear()
  }

  #remember(text: string, id: number): number {
    if (this.#byId.size >= remembered) this.forget()
    this.#byText.set(text, id)
    this.#byId.set(id, text)
    return id
  }
}

/** The dictionaries of a ledger. @category streams @since 0.1.0 */
export interface Dictionaries {
  readonly words: Dictionary
  readonly streams: Dictionary
}
