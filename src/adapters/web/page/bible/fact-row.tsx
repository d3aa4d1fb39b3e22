import { HoverCard } from "@mantine/core";
import type { ReactNode } from "react";
import type { Fact } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import { clockTime, fieldLabel, fieldText } from "../text/format.ts";
import { useNow } from "../text/use-now.ts";
import css from "./fact-row.module.css";
import { quoted } from "./quoted.ts";

/** One fact. With evidence it can be hovered or focused to read the words that say so, and pressed to go to them. */
export function FactRow({ name, fact }: { readonly name: string; readonly fact: Fact }): ReactNode {
  const { showMessage } = useTalkTools();
  const { evidence } = fact;
  const value = fieldText(fact.value);
  return (
    <div className={css.fact}>
      <dt className="label">
        {fieldLabel(name)}
        {fact.status === "proposed" && <span className={css.proposed}> proposed</span>}
      </dt>
      <dd className={css.value}>
        {evidence === undefined ? (
          value
        ) : (
          <HoverCard role="tooltip" width={300} position="left" openDelay={150} withinPortal shadow="md">
            <HoverCard.Target>
              <button
                type="button"
                className={css.proven}
                onClick={() => showMessage(evidence.message_id)}
                aria-label={`${fieldLabel(name)}: ${value}. Show the message that says so`}
              >
                {value}
              </button>
            </HoverCard.Target>
            <HoverCard.Dropdown>
              <Proof fact={fact} evidence={evidence} />
            </HoverCard.Dropdown>
          </HoverCard>
        )}
      </dd>
    </div>
  );
}

interface ProofProps {
  readonly fact: Fact;
  readonly evidence: NonNullable<Fact["evidence"]>;
}

/** The words that say so, within what was said around them where the page holds it. */
function Proof({ fact, evidence }: ProofProps): ReactNode {
  const { nameOf, textOf } = useTalkTools();
  const now = useNow();
  const { before, quote, after } = quoted(evidence, textOf(evidence.message_id));
  return (
    <>
      <p className={css.quote}>
        {before}
        <mark>{quote}</mark>
        {after}
      </p>
      <p className={css.source}>
        {nameOf(fact.by)}, {clockTime(fact.at, now)}. Press to see it in the talk.
      </p>
    </>
  );
}
