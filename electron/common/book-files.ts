/** What lies in a data folder under these names is the business of several parts of the program. */

/** The database. */
export const DATABASE_FILE = 'so-chat-luong.db';
/** The folder of the book's own copies. */
export const COPIES_FOLDER = 'backups';
