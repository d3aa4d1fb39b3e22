/** A fault for the next calls of one method. */
export interface Fault {
  readonly method: string;
  /** Without it the real answer is given: late, or cut. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The call is done, and its answer lost. */
  readonly after?: boolean;
  /** How long until the answer comes, in milliseconds. */
  readonly delayMs?: number;
  /** The answer breaks off half-way, and the connection with it. */
  readonly cut?: boolean;
  times: number;
}
