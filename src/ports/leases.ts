export interface Lease {
  /** Grows with every holder of this name; a store can refuse a holder of the past. */
  readonly token: number;
  /** Aborted when the lease is lost (its heartbeat failed for too long). */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** One holder at a time for a name, kept by a heartbeat and not by a fixed time. */
export interface Leases {
  /** Answers undefined when someone else holds it. */
  tryAcquire(name: string): Promise<Lease | undefined>;
  close(): Promise<void>;
}
