import { type RefObject, useEffect, useRef, useState } from "react";
import type { Point } from "../api/wire.ts";
import { pointHeading } from "./card-title.tsx";
import type { Watch } from "./use-answer.ts";

interface NextFocus {
  /** Takes the focus when nothing is left. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** What Backlot said to the last answer. The talk shows it too, but for what was asked in another session. */
  readonly said: { readonly text: string; readonly elsewhere: boolean };
  readonly watch: Watch;
}

interface Pending {
  readonly id: string;
  readonly place: number;
  readonly done: boolean;
}

/** An answered card takes its buttons with it: the focus moves on to what comes next, or stays with a card that stays. */
export function useNextFocus(data: readonly Point[] | undefined, session_id: string): NextFocus {
  const heading = useRef<HTMLHeadingElement>(null);
  const pending = useRef<Pending>(undefined);
  const [said, setSaid] = useState({ text: "", elsewhere: false });
  useEffect(() => {
    const answered = pending.current;
    if (answered === undefined || data === undefined) return;
    const stays = data.some(({ id }) => id === answered.id);
    if (stays && !answered.done) return;
    pending.current = undefined;
    const next = data[answered.place] ?? data[answered.place - 1];
    const id = stays ? answered.id : next?.id;
    focusLost(id === undefined ? heading.current : document.getElementById(pointHeading(id)));
  }, [data]);
  const watch: Watch = {
    onStart: ({ id }) => {
      pending.current = { id, place: data?.findIndex((each) => each.id === id) ?? 0, done: false };
    },
    onEnd: ({ id, session_id: asked }, words) => {
      if (pending.current?.id === id) pending.current = { ...pending.current, done: true };
      if (words !== undefined)
        setSaid({ text: words.split("\n", 1)[0] ?? "", elsewhere: asked !== session_id });
    },
  };
  return { heading, said, watch };
}

/** Only where the focus went with what had it: nobody is called away from what they do meanwhile. */
function focusLost(element: HTMLElement | null): void {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) element?.focus();
}
