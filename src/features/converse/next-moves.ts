import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Offer } from "../../domain/choice.ts";
import { somethingElse } from "../../domain/workflow/offers.ts";
import { reworded, wordingId } from "../../domain/workflow/reworded.ts";
import type { ConverseParts } from "./parts.ts";

/** Nobody waits longer for nicer words. */
const WORDING_MS = 2_500;

type Parts = Pick<ConverseParts, "model" | "clock" | "logger">;
type Offers = DraftBlock & { type: "offers" };

/**
 * Presents the workflow's next moves where a reply has them: in words for this film where a language model finds some in
 * time, and with a way out of the list. `mayAsk`: the model has not been asked for this reply yet.
 */
export async function presentNext(
  parts: Parts,
  turn: Turn,
  outcome: Outcome,
  mayAsk: boolean,
): Promise<Outcome> {
  const at = outcome.blocks.findIndex((each) => each.type === "offers" && (each.next ?? 0) > 0);
  const block = outcome.blocks[at];
  if (block?.type !== "offers") return outcome;
  const next = block.offers.slice(0, block.next);
  const worded = mayAsk ? await inOtherWords(parts, turn, next) : next;
  const rest = block.offers.slice(next.length);
  const shown: Offers = { ...block, offers: [...worded, somethingElse(), ...rest] };
  return { ...outcome, blocks: outcome.blocks.with(at, shown) };
}

async function inOtherWords(
  { model, clock, logger }: Parts,
  turn: Turn,
  offers: readonly Offer[],
): Promise<readonly Offer[]> {
  if (!model.word) return offers;
  const late = new AbortController();
  const { promise: tooLate, resolve } = Promise.withResolvers<undefined>();
  const stop = clock.after(WORDING_MS, () => {
    late.abort();
    resolve(undefined);
  });
  const { concept, logline } = turn.project.documents;
  const film = {
    title: turn.project.title,
    documents: { ...(concept ? { concept } : {}), ...(logline ? { logline } : {}) },
  };
  const asked = offers.map(({ label, description }, index) => ({
    id: wordingId(index),
    label,
    description,
  }));
  try {
    const answer = await Promise.race([
      model.word({ film, offers: asked }, { signal: AbortSignal.any([turn.signal, late.signal]) }),
      tooLate,
    ]);
    return answer ? reworded(offers, answer) : offers;
  } catch (error) {
    logger.warn({ err: error, turn_id: turn.id }, "the next moves keep their own words");
    return offers;
  } finally {
    stop();
  }
}
