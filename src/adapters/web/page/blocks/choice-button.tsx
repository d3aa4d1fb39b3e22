import { Loader } from "@mantine/core";
import { Check, ChevronDown } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import type { ShownChoice } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import { LongText } from "../text/long-text.tsx";
import { endWords, voteWords, weightWords } from "./choice-words.ts";
import css from "./choices-block.module.css";

interface Props {
  readonly choice: ShownChoice;
  readonly busy: boolean;
  /** Another press is under way. */
  readonly held: boolean;
  readonly onPress: () => void;
}

/** Stays in the tab order when it can no longer be pressed, so that focus is not lost and its state is read out. */
export function ChoiceButton({ choice, busy, held, onPress }: Props): ReactNode {
  const id = useId();
  const { nameOf } = useTalkTools();
  const { label, description, category, details, state = "open" } = choice;
  const closed = state !== "open";
  const votes = voteWords(choice, nameOf);
  return (
    <div
      className={css.item}
      data-category={category}
      data-state={state}
      data-voted={votes === "" ? undefined : true}
      data-plain={details === undefined || undefined}
    >
      <button
        type="button"
        className={css.choice}
        data-category={category}
        data-state={state}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-about`}
        aria-disabled={closed || held || undefined}
        onClick={() => !closed && !held && onPress()}
      >
        <span className={css.label} id={`${id}-label`}>
          {busy && <Loader size={13} color="currentColor" aria-hidden="true" />}
          {state === "pressed" && <Check size={15} aria-hidden="true" />}
          {label}
        </span>
        <span className={css.about} id={`${id}-about`}>
          <span>{description} </span>
          <span className={css.weight}>{closed ? endWords(choice, nameOf) : weightWords(choice)}</span>
          {votes !== "" && <span className={css.votes}>{votes}</span>}
        </span>
      </button>
      {details !== undefined && <Details id={id} label={label} text={details} />}
    </div>
  );
}

/** More about a choice, folded. */
function Details({ id, label, text }: DetailsProps): ReactNode {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button
        type="button"
        className={css.toggle}
        aria-expanded={opened}
        aria-controls={`${id}-more`}
        aria-label={`${opened ? "Less" : "More"} about: ${label}`}
        onClick={() => setOpened(!opened)}
      >
        <ChevronDown size={16} aria-hidden="true" />
      </button>
      <div id={`${id}-more`} className={css.more} hidden={!opened}>
        {opened && <LongText className={css.text} text={text} />}
      </div>
    </>
  );
}

interface DetailsProps {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}
