/** How far long work is: records or parts, of how many. */
export interface Steps {
  readonly done: number;
  readonly total: number;
}
