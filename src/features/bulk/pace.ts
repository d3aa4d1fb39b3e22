import type { Operation } from "../../domain/operation.ts";
import type { ItemPace, Tokens } from "./estimate.ts";

/** So many measurements say how things go now. */
const KEPT = 50;
/** Whatever takes longer an item waited for something else. */
const MAX_ITEM_MS = 120_000;

/** Before anything was measured: a slow laptop, and a middling model with several calls at once. */
const OFFLINE_MS = 5;
const MODEL_MS = 1_500;
const MODEL_TOKENS = { input: 900, output: 450 };

/** What items took lately in this process: their time by the operations that ended, their tokens by the model's answers. */
export class Pace {
  readonly #times = new Map<string, number[]>();
  #tokens: Tokens[] = [];

  /** An operation ended. One that was taken up again says nothing of how long its items take, and one of a few items little. */
  ended({ type, status, progress, round, started_at, ended_at }: Operation): void {
    if (status !== "completed" || ended_at === undefined || round > 0) return;
    const done = progress.completed + progress.failed;
    const ms = (Date.parse(ended_at) - Date.parse(started_at)) / Math.max(1, done);
    if (done === 0 || ms < 0 || ms > MAX_ITEM_MS) return;
    this.#times.set(type, [...(this.#times.get(type) ?? []), ms].slice(-KEPT));
  }

  /** A model answered for an item. */
  used(tokens: Tokens): void {
    this.#tokens = [...this.#tokens, tokens].slice(-KEPT);
  }

  /** What an item of this type takes, by what was measured or by a guess. */
  of(type: string, offline: boolean): ItemPace {
    const ms = mean(this.#times.get(type) ?? []) ?? (offline ? OFFLINE_MS : MODEL_MS);
    if (offline) return { ms };
    const input = mean(this.#tokens.map((each) => each.input)) ?? MODEL_TOKENS.input;
    const output = mean(this.#tokens.map((each) => each.output)) ?? MODEL_TOKENS.output;
    return { ms, tokens: { input, output } };
  }
}

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
