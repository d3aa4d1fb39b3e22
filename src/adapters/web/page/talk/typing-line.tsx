import type { ReactNode } from "react";
import type { TalkState } from "../state/talk-state.ts";
import css from "./typing-line.module.css";

interface Props {
  readonly typing: TalkState["typing"];
  readonly waiting: boolean;
  readonly user_id: string;
}

/** Keeps its height when nobody types, so that the talk does not jump. */
export function TypingLine({ typing, waiting, user_id }: Props): ReactNode {
  const others = Object.entries(typing).filter(([id]) => id !== user_id);
  const people = others.filter(([id]) => id !== "backlot").map(([, { name }]) => name);
  const working = waiting || others.some(([id]) => id === "backlot");
  const said = [working ? "Backlot is at work" : "", peopleTyping(people)]
    .filter((text) => text !== "")
    .join(", ");
  return (
    <p className={css.line} role="status">
      {said}
      {said !== "" && (
        <span className={css.dots} aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
      )}
    </p>
  );
}

function peopleTyping(names: readonly string[]): string {
  if (names.length === 0) return "";
  if (names.length > 2) return "several people are typing";
  return `${names.join(" and ")} ${names.length === 1 ? "is" : "are"} typing`;
}
