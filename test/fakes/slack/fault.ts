/** A fault for the next calls of one method. */
export interface Fault {
  readonly method: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The call is done, and its answer lost. */
  readonly after?: boolean;
  times: number;
}
