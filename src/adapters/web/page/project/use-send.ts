import { useCallback } from "react";
import { useTalkTools } from "../state/talk-context.ts";
import { LOG_ID } from "../talk/message-log.tsx";

/** Sends a command from beside the talk. `onLeave` makes room for the talk, which answers it; a form it answers with takes the focus. */
export function useSend(onLeave: () => void): (text: string) => Promise<void> {
  const { say } = useTalkTools();
  return useCallback(
    async (text) => {
      const before = forms().length;
      onLeave();
      await say(text);
      window.requestAnimationFrame(() => {
        const form = forms().length > before ? forms().at(-1) : undefined;
        form?.querySelector<HTMLElement>("input, textarea, select")?.focus();
      });
    },
    [say, onLeave],
  );
}

const forms = (): readonly HTMLFormElement[] => [
  ...document.querySelectorAll<HTMLFormElement>(`#${LOG_ID} form`),
];
