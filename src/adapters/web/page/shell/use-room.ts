import { useCallback, useMemo, useRef, useState } from "react";
import type { CommandInfo, Frame } from "../api/wire.ts";
import type { BibleFocus } from "../bible/bible.tsx";
import { useApp } from "../state/app-context.ts";
import { namesIn } from "../state/names.ts";
import type { TalkTools } from "../state/talk-context.ts";
import { type ProjectData, useProjectData } from "../state/use-project-data.ts";
import { useShowMessage } from "../state/use-show-message.ts";
import { type Talk, useTalk } from "../state/use-talk.ts";
import { useTalkActions } from "../state/use-talk-actions.ts";
import { LOG_ID } from "../talk/message-log.tsx";
import type { SideTab } from "./side-panel.tsx";

export interface Side {
  readonly tab: SideTab;
  readonly kind: string;
  readonly focus: BibleFocus | undefined;
  /** Whether the drawer is out, where the side is one. */
  readonly opened: boolean;
}

export interface RoomState {
  readonly talk: Talk;
  readonly data: ProjectData;
  readonly tools: TalkTools;
  readonly side: Side;
  readonly setSide: (change: Partial<Side>) => void;
  readonly shownId: string | undefined;
  readonly draft: { readonly text: string } | undefined;
}

/** What a session's talk and its project's side share. */
export function useRoom(
  session_id: string,
  commands: readonly CommandInfo[],
  onSpoken: () => void,
): RoomState {
  const { identity } = useApp();
  const [draft, setDraft] = useState<{ readonly text: string }>();
  const [side, setWholeSide] = useState<Side>({
    tab: "bible",
    kind: "character",
    focus: undefined,
    opened: false,
  });
  const setSide = useCallback(
    (change: Partial<Side>) => setWholeSide((known) => ({ ...known, ...change })),
    [],
  );

  const takeFrame = useRef<(frame: Frame) => void>(() => undefined);
  const talk = useTalk(session_id, (frame) => takeFrame.current(frame));
  const data = useProjectData(talk.project?.id, side.tab === "history");
  takeFrame.current = (frame) => {
    data.onFrame(frame);
    if (frame.type === "message.created") onSpoken();
  };
  const actions = useTalkActions(talk);
  const { shownId, showMessage } = useShowMessage(talk);
  const { messages, operations, undone } = talk.state;
  const names = useMemo(() => namesIn(messages), [messages]);
  const prefill = useCallback((text: string) => setDraft({ text }), []);

  const tools = useMemo<TalkTools>(
    () => ({
      ...actions,
      operations,
      undone,
      user_id: identity.user_id,
      nameOf: (id) => (id === identity.user_id ? "You" : (names.get(id) ?? id)),
      prefill,
      showMessage: (id) => {
        setSide({ opened: false });
        showMessage(id);
      },
      showEntry: (entry_id, kind) => setSide({ tab: "bible", kind, focus: { entry_id, kind }, opened: true }),
      editorOf: (kind) => {
        if (!commands.some(({ name }) => name === kind)) return undefined;
        return ({ id, name }) => {
          setSide({ opened: false });
          void actions.say(`/${kind} edit "${name.replaceAll('"', "")}" id=${id}`).then(focusForm);
        };
      },
    }),
    [actions, commands, operations, undone, identity.user_id, names, prefill, showMessage, setSide],
  );
  return { talk, data, tools, side, setSide, shownId, draft };
}

/** The form that was asked for is the talk's last one. */
function focusForm(): void {
  window.requestAnimationFrame(() => {
    const forms = document.querySelectorAll(`#${LOG_ID} form`);
    forms
      .item(forms.length - 1)
      ?.querySelector<HTMLElement>("input, textarea, select")
      ?.focus();
  });
}
