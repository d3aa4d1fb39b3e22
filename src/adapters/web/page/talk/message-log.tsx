import { Button } from "@mantine/core";
import { ArrowDown } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Loading } from "../shell/loading.tsx";
import { useApp } from "../state/app-context.ts";
import type { Talk } from "../state/use-talk.ts";
import { MessageList } from "./message-list.tsx";
import css from "./message-log.module.css";
import { OlderButton } from "./older-button.tsx";
import { ProgressAnnouncer } from "./progress-announcer.tsx";
import { TypingLine } from "./typing-line.tsx";
import { useFollowScroll } from "./use-follow-scroll.ts";

export const LOG_ID = "talk";

interface Props {
  readonly talk: Talk;
  readonly shownId: string | undefined;
}

export function MessageLog({ talk, shownId }: Props): ReactNode {
  const { identity } = useApp();
  const { state } = talk;
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { following, toEnd, keepPlace } = useFollowScroll(box, content, state.messages[0]?.id);
  const saying = state.pending.length;
  useEffect(() => {
    if (saying > 0) toEnd();
  }, [saying, toEnd]);
  const loadOlder = (): Promise<boolean> => {
    keepPlace();
    return talk.loadOlder();
  };
  return (
    <div className={css.frame}>
      <div
        ref={box}
        id={LOG_ID}
        className={`scroll ${css.box}`}
        role="log"
        aria-label="Talk"
        aria-live="polite"
        aria-relevant="additions"
        aria-busy={!state.loaded}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <div ref={content} className={css.content}>
          {state.hasOlder && <OlderButton onLoad={loadOlder} />}
          {!state.loaded && <Loading label="Loading the talk" />}
          <MessageList state={state} shownId={shownId} />
          <TypingLine typing={state.typing} waiting={state.waiting > 0} user_id={identity.user_id} />
        </div>
      </div>
      <ProgressAnnouncer messages={state.messages} operations={state.operations} />
      {!following && (
        <Button
          className={css.jump}
          variant="default"
          size="compact-md"
          onClick={toEnd}
          leftSection={<ArrowDown size={14} />}
        >
          Newest
        </Button>
      )}
    </div>
  );
}
