import type { ReactNode } from "react";
import type { Message } from "../api/wire.ts";
import { Examples } from "../start/examples.tsx";
import { useApp } from "../state/app-context.ts";
import { useTalkTools } from "../state/talk-context.ts";
import type { Pending, TalkState } from "../state/talk-state.ts";
import { MessageItem } from "./message-item.tsx";
import { PendingItem } from "./pending-item.tsx";

interface Props {
  readonly state: TalkState;
  readonly shownId: string | undefined;
}

/** What was said, then what is on its way. */
export function MessageList({ state, shownId }: Props): ReactNode {
  const { identity } = useApp();
  const { say, drop, prefill } = useTalkTools();
  const empty = state.loaded && state.messages.length === 0 && state.pending.length === 0;
  if (empty) return <Examples onPick={prefill} />;
  const newestOffer = state.messages.findLast(hasChoices)?.id;
  const change = ({ id, text }: Pending): void => {
    drop(id);
    prefill(text);
  };
  return (
    <>
      {state.messages.map((message) => (
        <MessageItem
          key={message.id}
          message={message}
          mine={message.user_id === identity.user_id}
          shown={message.id === shownId}
          past={message.id !== newestOffer}
        />
      ))}
      {state.pending.map((pending) => (
        <PendingItem
          key={pending.id}
          pending={pending}
          name={identity.name === "" ? "You" : identity.name}
          onRetry={() => void say(pending.text, pending.id)}
          onEdit={() => change(pending)}
        />
      ))}
    </>
  );
}

const hasChoices = ({ blocks }: Message): boolean => blocks.some(({ type }) => type === "choices");
