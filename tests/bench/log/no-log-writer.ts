// Stands in for electron/persistence/log/log-writer.ts in the process that measures without the log.

/** Takes what a transaction does and keeps nothing. */
export class LogWriter {
  changeSet(): void {}
  readonly dossierCame = (): void => {};
  readonly entryCame = (): void => {};
  object(): void {}
  document(): void {}
  event(): void {}
  finish(): void {}
}
