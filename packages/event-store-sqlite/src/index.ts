export type { SqliteOpened, SqliteOpenResult, SqliteRefused, SqliteStoreOptions } from './open-store.js'
export { openSqliteEventStore } from './open-store.js'
export type { SqliteEventStore } from './sqlite-store.js'
export type { ContentRow, ScanRow } from './fact-reader.js'
