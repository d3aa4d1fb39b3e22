import type { Usage } from "../../domain/operation.ts";
import type { ModelRun } from "../../ports/model.ts";
import { costOf, type Tokens } from "./estimate.ts";
import type { BulkParts } from "./parts.ts";

/** What the tries of one item used of a language model and no write has counted yet. */
export interface Meter {
  /** How the item asks the model: nobody waits for the answer, and what it used is noted. */
  run(signal: AbortSignal): ModelRun;
  /** Runs a write that counts what was used. One that fails has counted nothing: the next one counts it, too. */
  count<Answer>(write: (usage: Usage | undefined) => Promise<Answer>): Promise<Answer>;
  /** An earlier write had arrived after all, though its answer was lost. */
  forget(): void;
}

export type Meters = (operationId: string, index: number) => Meter;

/** The meters of the items at hand in this process. An item that owes nothing takes no room. */
export function createMeters({ pace, prices }: Pick<BulkParts, "pace" | "prices">): Meters {
  const owed = new Map<string, Tokens>();
  return (operationId, index) => {
    const key = `${operationId} ${index}`;
    const add = ({ input, output }: Tokens) => {
      const { input: in_ = 0, output: out = 0 } = owed.get(key) ?? {};
      owed.set(key, { input: in_ + input, output: out + output });
    };
    return {
      run: (signal) => ({
        signal,
        background: true,
        onUsage: (tokens) => {
          pace?.used(tokens);
          add(tokens);
        },
      }),
      count: async (write) => {
        const tokens = owed.get(key);
        owed.delete(key);
        try {
          return await write(tokens && usageOf(tokens, prices));
        } catch (error) {
          if (tokens) add(tokens);
          throw error;
        }
      },
      forget: () => void owed.delete(key),
    };
  };
}

function usageOf(tokens: Tokens, prices: BulkParts["prices"]): Usage {
  const cost = costOf(tokens, prices);
  return {
    input_tokens: tokens.input,
    output_tokens: tokens.output,
    ...(cost === undefined ? {} : { cost }),
  };
}
