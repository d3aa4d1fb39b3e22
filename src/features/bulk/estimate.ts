import type { Usage } from "../../domain/operation.ts";

export interface Tokens {
  readonly input: number;
  readonly output: number;
}

/** What one item takes on average. Tokens are those of a language model; the offline engine uses none. */
export interface ItemPace {
  /** Wall-clock time, with what runs side by side taken into account. */
  readonly ms: number;
  readonly tokens?: Tokens;
}

/** US dollars for a million tokens. */
export interface Prices {
  readonly input: number;
  readonly output: number;
}

export interface Estimate {
  readonly items: number;
  readonly seconds: number;
  readonly tokens?: Tokens;
  /** In US dollars; only where prices are known. */
  readonly cost?: number;
}

const PER_PRICE = 1_000_000;
/** Offline the work costs nothing; a bible of so many new entries is still worth a second look. */
const ASK_OVER_ITEMS_OFFLINE = 200;
const ASK_OVER_ITEMS = 25;
/** US dollars. */
const ASK_OVER_COST = 0.5;

/** What bulk work will take. Pure: the pace is measured elsewhere. */
export function estimate(items: number, { ms, tokens }: ItemPace, prices?: Prices): Estimate {
  const seconds = (items * ms) / 1_000;
  if (tokens === undefined) return { items, seconds };
  const used = { input: Math.round(items * tokens.input), output: Math.round(items * tokens.output) };
  const cost = costOf(used, prices);
  return { items, seconds, tokens: used, ...(cost === undefined ? {} : { cost }) };
}

/** In US dollars; undefined where nobody said what tokens cost. */
export const costOf = ({ input, output }: Tokens, prices: Prices | undefined): number | undefined =>
  prices && (input * prices.input + output * prices.output) / PER_PRICE;

/** What was counted: "48,210 tokens, $1.23". */
export const usageText = ({ input_tokens, output_tokens, cost }: Usage): string =>
  [
    `${(input_tokens + output_tokens).toLocaleString("en")} tokens`,
    ...(cost === undefined ? [] : [cost < 0.01 ? "less than $0.01" : `$${cost.toFixed(2)}`]),
  ].join(", ");

/** Whether so much work is worth a yes before it begins. */
export const needsYes = ({ items, tokens, cost = 0 }: Estimate): boolean =>
  items > (tokens === undefined ? ASK_OVER_ITEMS_OFFLINE : ASK_OVER_ITEMS) || cost > ASK_OVER_COST;

/** "about 7 minutes, about 480,000 tokens, about $1.20". */
export const estimateText = ({ seconds, tokens, cost }: Estimate): string =>
  [
    timeText(seconds),
    ...(tokens ? [`about ${rounded(tokens.input + tokens.output)} tokens`] : []),
    ...(cost === undefined ? [] : [costText(cost)]),
  ].join(", ");

/** Whole minutes, as buttons show them; at least one. */
export const minutesOf = ({ seconds }: Estimate): number => Math.max(1, Math.round(seconds / 60));

function timeText(seconds: number): string {
  if (seconds < 45) return "less than a minute";
  const minutes = Math.round(seconds / 60);
  if (minutes <= 1) return "about a minute";
  if (minutes < 90) return `about ${minutes} minutes`;
  return `about ${Math.round(minutes / 60)} hours`;
}

const costText = (cost: number): string => (cost < 0.01 ? "less than $0.01" : `about $${cost.toFixed(2)}`);

/** Two figures say all that an estimate knows. */
const rounded = (count: number): string => Number(count.toPrecision(2)).toLocaleString("en");
