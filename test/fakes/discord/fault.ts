/** A fault for the next requests that match: answered in place of the real answer. */
export interface Fault {
  readonly method: string;
  readonly path: RegExp;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The request is done, and its answer lost. */
  readonly after?: boolean;
  times: number;
}
