/** Live events between the parts of the program, and between processes. Lossy: what must not be lost is in a store. */
export interface Bus {
  publish(topic: string, payload: unknown): void;
  subscribe(topic: string, listener: (payload: unknown) => void): () => void;
  close(): Promise<void>;
}
