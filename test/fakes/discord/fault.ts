/** A fault for the next requests that match: answered in place of the real answer. */
export interface Fault {
  readonly method: string;
  readonly path: RegExp;
  /** Without it the real answer is given: late, or cut. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The request is done, and its answer lost. */
  readonly after?: boolean;
  /** How long until the answer comes, in milliseconds. */
  readonly delayMs?: number;
  /** The answer breaks off half-way, and the connection with it. */
  readonly cut?: boolean;
  times: number;
}
