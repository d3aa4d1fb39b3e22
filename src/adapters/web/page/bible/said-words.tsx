import { HoverCard } from "@mantine/core";
import type { ReactNode } from "react";
import type { Fact } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import { clockTime } from "../text/format.ts";
import { useNow } from "../text/use-now.ts";
import { useBible } from "./bible-context.ts";
import { quoted } from "./quoted.ts";
import css from "./said-words.module.css";

const LINE_AROUND_CHARS = 18;

type Said = Pick<Fact, "evidence" | "by" | "at">;

interface Props {
  /** What the words tell, for those who do not see what stands above them. */
  readonly label: string;
  readonly words: string;
  readonly said: Said;
}

/** Words of the bible and, small beneath them, the words of the talk that say so and whose they are. Pressed, they lead to their message. */
export function SaidWords({ label, words, said }: Props): ReactNode {
  const { showMessage } = useTalkTools();
  const { personName } = useBible();
  const { evidence } = said;
  const person = personName(said.by);
  if (evidence === undefined)
    return (
      <>
        {words}
        <span className={css.source}>
          <span className={css.person}>set by {person === "You" ? "you" : person}</span>
        </span>
      </>
    );
  return (
    <HoverCard role="tooltip" width={300} position="left" openDelay={150} withinPortal shadow="md">
      <HoverCard.Target>
        <button
          type="button"
          className={css.proven}
          onClick={() => showMessage(evidence.message_id)}
          aria-label={`${label}: ${words}. ${person}: “${evidence.quote}”. Show the message that says so`}
        >
          <span className={css.words}>{words}</span>
          <span className={css.source}>
            <Line evidence={evidence} /> <span className={css.person}>{person}</span>
          </span>
        </button>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <Proof said={said} evidence={evidence} person={person} />
      </HoverCard.Dropdown>
    </HoverCard>
  );
}

type Evidence = NonNullable<Fact["evidence"]>;

/** The quote in one line, with a few of the words around it: alone it is often the value once more. */
function Line({ evidence }: { readonly evidence: Evidence }): ReactNode {
  const { textOf } = useTalkTools();
  const { before, quote, after } = quoted(evidence, textOf(evidence.message_id), LINE_AROUND_CHARS);
  return (
    <q className={css.quote}>
      {before}
      <strong>{quote}</strong>
      {after}
    </q>
  );
}

interface ProofProps {
  readonly said: Said;
  readonly evidence: Evidence;
  readonly person: string;
}

/** The words that say so, within what was said around them where the page holds it. */
function Proof({ said, evidence, person }: ProofProps): ReactNode {
  const { textOf } = useTalkTools();
  const now = useNow();
  const { before, quote, after } = quoted(evidence, textOf(evidence.message_id));
  return (
    <>
      <p className={css.proof}>
        {before}
        <mark>{quote}</mark>
        {after}
      </p>
      <p className={css.about}>
        {person}, {clockTime(said.at, now)}. Press to see it in the talk.
      </p>
    </>
  );
}
