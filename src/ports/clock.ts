export interface Clock {
  now(): Date;
  /** Calls back once after `ms`. Answers a function that calls it off. Never keeps the process alive. */
  after(ms: number, callback: () => void): () => void;
}
