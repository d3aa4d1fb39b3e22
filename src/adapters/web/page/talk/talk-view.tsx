import type { ReactNode, RefObject } from "react";
import type { CommandInfo } from "../api/wire.ts";
import { Notices } from "../shell/notices.tsx";
import { ProblemNote } from "../shell/problem-note.tsx";
import { useTalkTools } from "../state/talk-context.ts";
import type { Talk } from "../state/use-talk.ts";
import { Composer } from "./composer.tsx";
import { DropZone } from "./drop-zone.tsx";
import { MessageLog } from "./message-log.tsx";
import css from "./talk-view.module.css";
import { useAttachments } from "./use-attachments.ts";

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
