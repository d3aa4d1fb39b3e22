/** Live events between the parts of the program, and between processes. Lossy: what must not be lost is in a store. */
export interface Bus {
  publish(topic: string, payload: unknown): void;
  subscribe(topic: string, listener: (payload: unknown) => void): () => void;
  /** Calls back when events of other processes may have been missed, so that stores are looked at. Left out where that cannot be. */
  onMissed?(listener: () => void): () => void;
  close(): Promise<void>;
}
