import { useCallback, useMemo, useRef, useState } from "react";
import type { Change, CommandInfo, Frame } from "../api/wire.ts";
import { useApp } from "../state/app-context.ts";
import { namesIn } from "../state/names.ts";
import type { TalkTools } from "../state/talk-context.ts";
import { type ProjectData, useProjectData } from "../state/use-project-data.ts";
import { useShowMessage } from "../state/use-show-message.ts";
import { type Talk, useTalk } from "../state/use-talk.ts";
import { useTalkActions } from "../state/use-talk-actions.ts";
import { LOG_ID } from "../talk/message-log.tsx";
import { fieldLabel } from "../text/format.ts";
import { ownLabel } from "../text/own-words.ts";
import type { Side } from "./side.ts";

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
  const data = useProjectData(talk.project?.id);
  takeFrame.current = (frame) => {
    data.onFrame(frame);
    if (frame.type === "message.created") onSpoken();
  };
  const actions = useTalkActions(talk, data.refresh);
  const { shownId, showMessage } = useShowMessage(talk);
  const { messages, operations } = talk.state;
  const undone = useUndone(talk.state.undone, data.history.data);
  const names = useMemo(() => namesIn(messages), [messages]);
  const schema = data.project.data?.schema;
  const prefill = useCallback((text: string) => setDraft({ text }), []);

  const tools = useMemo<TalkTools>(
    () => ({
      ...actions,
      operations,
      undone,
      user_id: identity.user_id,
      points: data.points.data,
      labelOf: (field, kind) => ownLabel(schema, kind, field) ?? fieldLabel(field),
      nameOf: (id) => (id === identity.user_id ? "You" : (names.get(id) ?? id)),
      textOf: (id) => messages.find((message) => message.id === id)?.text,
      prefill,
      showMessage: (id) => {
        setSide({ opened: false });
        showMessage(id);
      },
      showEntry: (entry_id, kind) => setSide({ tab: "bible", kind, focus: { entry_id, kind }, opened: true }),
      editorOf: (kind) =>
        editorOf(kind, commands, (line) => {
          setSide({ opened: false });
          void actions.say(line).then(focusForm);
        }),
    }),
    [
      actions,
      commands,
      operations,
      undone,
      identity.user_id,
      data.points.data,
      schema,
      messages,
      names,
      prefill,
      showMessage,
      setSide,
    ],
  );
  return { talk, data, tools, side, setSide, shownId, draft };
}

/** What this page saw undone, and what was undone before it looked. */
function useUndone(seen: ReadonlySet<string>, history: readonly Change[] | undefined): ReadonlySet<string> {
  return useMemo(() => {
    const before = (history ?? []).filter((change) => change.undone).map(({ id }) => id);
    return new Set([...seen, ...before]);
  }, [seen, history]);
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

/** Opens an entry's form by the command of its kind, or by /entry for a kind that the film adds. */
function editorOf(
  kind: string,
  commands: readonly CommandInfo[],
  say: (line: string) => void,
): ReturnType<TalkTools["editorOf"]> {
  const word = [kind, "entry"].find((each) => commands.some(({ name }) => name === each));
  if (word === undefined) return undefined;
  const command = word === kind ? kind : `entry ${kind}`;
  return ({ id, name }) => say(`/${command} edit "${name.replaceAll('"', "")}" id=${id}`);
}
