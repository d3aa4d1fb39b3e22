import { Loader } from "@mantine/core";
import { Check } from "lucide-react";
import { type ReactNode, useId } from "react";
import type { OfferedChoice } from "../api/wire.ts";
import css from "./choices-block.module.css";

interface Props {
  readonly choice: Omit<OfferedChoice, "state" | "session_id" | "turn_id"> & {
    readonly state?: OfferedChoice["state"];
  };
  /** Pressed by who sits here. */
  readonly mine: boolean;
  readonly busy: boolean;
  /** Another press is under way. */
  readonly held: boolean;
  readonly onPress: () => void;
}

/** Stays in the tab order when it can no longer be pressed, so that focus is not lost and its state is read out. */
export function ChoiceButton({ choice, mine, busy, held, onPress }: Props): ReactNode {
  const id = useId();
  const { label, description, category, state = "open" } = choice;
  const closed = state !== "open";
  return (
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
        {category === "recommended" && !closed && <span className={css.tag}>recommended</span>}
        <span>{description}</span>
        <span className={css.details}>{detailsOf(choice, mine, state)}</span>
      </span>
    </button>
  );
}

function detailsOf({ difficulty, minutes, impact }: Props["choice"], mine: boolean, state: string): string {
  if (state === "pressed") return mine ? "You chose this" : "Chosen";
  if (state === "expired") return "No longer open";
  return [
    minutes === undefined ? "" : `${minutes} min`,
    difficulty ?? "",
    impact === undefined ? "" : `${impact} impact`,
  ]
    .filter((word) => word !== "")
    .join(" · ");
}
