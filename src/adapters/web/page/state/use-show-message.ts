import { useCallback, useEffect, useState } from "react";
import { Problem } from "../api/problem.ts";
import { messageAnchor } from "../talk/message-item.tsx";
import { useApp } from "./app-context.ts";
import { useRoute } from "./use-route.ts";
import type { Talk } from "./use-talk.ts";

const MOST_PAGES = 40;
/** A message of another session, to be shown once that one is open. */
const NEXT_KEY = "backlot.show";

export interface ShowMessage {
  readonly shownId: string | undefined;
  readonly showMessage: (message_id: string) => void;
}

/** Brings a message into view and marks it: from this talk, from its earlier pages, or from another session. */
export function useShowMessage(talk: Talk): ShowMessage {
  const { client, report } = useApp();
  const [, go] = useRoute();
  const [shownId, setShownId] = useState<string>();
  const [wanted, setWanted] = useState<{ id: string; pages: number }>();
  const { state, loadOlder, session_id } = talk;

  const showMessage = useCallback(
    (id: string) => {
      client.message(id).then((message) => {
        if (message.session_id === session_id) return setWanted({ id, pages: 0 });
        sessionStorage.setItem(NEXT_KEY, id);
        go(message.session_id);
      }, report);
    },
    [client, report, go, session_id],
  );

  useEffect(() => {
    const next = sessionStorage.getItem(NEXT_KEY);
    if (next === null) return;
    sessionStorage.removeItem(NEXT_KEY);
    setWanted({ id: next, pages: 0 });
  }, []);

  useEffect(() => {
    if (wanted === undefined || !state.loaded) return;
    if (state.messages.some(({ id }) => id === wanted.id)) {
      setWanted(undefined);
      setShownId(wanted.id);
      reveal(wanted.id);
    } else if (state.hasOlder && wanted.pages < MOST_PAGES) {
      let current = true;
      void loadOlder().then(
        (more) => current && setWanted(more ? { ...wanted, pages: wanted.pages + 1 } : undefined),
      );
      return () => {
        current = false;
      };
    } else {
      setWanted(undefined);
      report(
        new Problem(
          404,
          "That message lies too far back to show here.",
          "Scroll up and load earlier messages.",
        ),
      );
    }
    return undefined;
  }, [wanted, state.loaded, state.messages, state.hasOlder, loadOlder, report]);

  return { shownId, showMessage };
}

function reveal(id: string): void {
  window.requestAnimationFrame(() => {
    const element = document.getElementById(messageAnchor(id));
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    element?.scrollIntoView({ block: "center", behavior: still ? "instant" : "smooth" });
    element?.focus({ preventScroll: true });
  });
}
