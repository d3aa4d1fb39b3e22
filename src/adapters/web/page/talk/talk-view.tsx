import { type ReactNode, type RefObject, useCallback } from "react";
import type { CommandInfo } from "../api/wire.ts";
import { Notices } from "../shell/notices.tsx";
import { ProblemNote } from "../shell/problem-note.tsx";
import { useApp } from "../state/app-context.ts";
import { useTalkTools } from "../state/talk-context.ts";
import type { Talk } from "../state/use-talk.ts";
import { Composer } from "./composer.tsx";
import { DropZone } from "./drop-zone.tsx";
import { MessageLog } from "./message-log.tsx";
import css from "./talk-view.module.css";
import { useAttachments } from "./use-attachments.ts";
import type { Complete } from "./use-completion.ts";

interface Props {
  readonly talk: Talk;
  readonly commands: readonly CommandInfo[];
  readonly shownId: string | undefined;
  readonly draft: { readonly text: string } | undefined;
  readonly input: RefObject<HTMLTextAreaElement | null>;
}

export function TalkView({ talk, commands, shownId, draft, input }: Props): ReactNode {
  const { say, sendFiles } = useTalkTools();
  const attachments = useAttachments(sendFiles);
  const { client } = useApp();
  const { session_id } = talk;
  const complete: Complete = useCallback(
    (typing, signal) => client.complete(session_id, typing, signal),
    [client, session_id],
  );
  if (talk.problem !== undefined && !talk.state.loaded) {
    return <ProblemNote problem={talk.problem} onRetry={talk.reload} />;
  }
  return (
    <DropZone onFiles={attachments.add}>
      <MessageLog talk={talk} shownId={shownId} />
      <div className={css.foot}>
        <Notices />
        <Composer
          commands={commands}
          complete={complete}
          attachments={attachments}
          draft={draft}
          input={input}
          onSay={(text) => void say(text)}
          onTyping={talk.tellTyping}
        />
        <p className={css.keys} aria-hidden="true">
          Enter sends · Shift Enter for a new line · / for commands · Ctrl K switches session
        </p>
      </div>
    </DropZone>
  );
}
