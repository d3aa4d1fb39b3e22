import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import type { LiveState } from "../api/live.ts";
import { openLive } from "../api/live.ts";
import { asProblem, type Problem } from "../api/problem.ts";
import type { Frame, ProjectSummary, SessionPage } from "../api/wire.ts";
import { useApp } from "./app-context.ts";
import { EMPTY_TALK, type TalkAction, type TalkState, talkReducer } from "./talk-state.ts";

const PAGE_MESSAGES = 50;
const TYPING_TICK_MS = 2_000;
/** Two typing hints are at least this far apart. */
const TYPING_EVERY_MS = 3_000;

export interface Talk {
  readonly session_id: string;
  readonly session: SessionPage["session"] | undefined;
  readonly project: ProjectSummary | undefined;
  readonly state: TalkState;
  readonly live: LiveState;
  readonly problem: Problem | undefined;
  readonly dispatch: (action: TalkAction) => void;
  readonly loadOlder: () => Promise<boolean>;
  readonly reload: () => void;
  readonly tellTyping: () => void;
}

/** One session's talk: its newest page, then whatever the WebSocket tells. Everything is read again after each (re)connection. */
export function useTalk(session_id: string, onFrame: (frame: Frame) => void): Talk {
  const { client, who, token, report } = useApp();
  const [state, dispatch] = useReducer(talkReducer, EMPTY_TALK);
  const [live, setLive] = useState<LiveState>("connecting");
  const [head, setHead] = useState<Omit<SessionPage, "messages">>();
  const [problem, setProblem] = useState<Problem>();

  const reload = useCallback(() => {
    client.session(session_id, { limit: PAGE_MESSAGES }).then((page) => {
      setProblem(undefined);
      setHead({ session: page.session, project: page.project });
      const hasOlder = page.messages.length >= PAGE_MESSAGES;
      dispatch({ type: "page", messages: page.messages, older: false, hasOlder });
    }, (thrown) => setProblem(asProblem(thrown)));
  }, [client, session_id]);
  useEffect(reload, [reload]);

  const onFrameNow = useRef(onFrame);
  onFrameNow.current = onFrame;
  const line = useRef<ReturnType<typeof openLive>>(undefined);
  useEffect(() => {
    const url = (since: number | undefined): string => liveUrl({ session_id, user_id: who.user_id, since, access_token: token() });
    const opened = openLive({
      url,
      onState: setLive,
      onFrame: (frame) => {
        dispatch({ type: "frame", frame, now: Date.now() });
        if (frame.type === "hello") reload();
        onFrameNow.current(frame);
      },
    });
    line.current = opened;
    return () => opened.close();
  }, [session_id, who.user_id, token, reload]);

  const oldest = state.messages[0]?.id;
  const loadOlder = useCallback(async () => {
    if (oldest === undefined) return false;
    try {
      const page = await client.session(session_id, { limit: PAGE_MESSAGES, before: oldest });
      dispatch({ type: "page", messages: page.messages, older: true, hasOlder: page.messages.length >= PAGE_MESSAGES });
      return page.messages.length > 0;
    } catch (thrown) {
      report(thrown);
      return false;
    }
  }, [client, session_id, oldest, report]);

  useTypingTick(state.typing, dispatch);
  const tellTyping = useTypingHint(line);
  return { session_id, session: head?.session, project: head?.project, state, live, problem, dispatch, loadOlder, reload, tellTyping };
}

function liveUrl(values: Record<string, string | number | undefined>): string {
  const url = new URL("/chat", window.location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  for (const [name, value] of Object.entries(values)) if (value !== undefined) url.searchParams.set(name, String(value));
  return url.href;
}

function useTypingTick(typing: TalkState["typing"], dispatch: (action: TalkAction) => void): void {
  const someone = Object.keys(typing).length > 0;
  useEffect(() => {
    if (!someone) return;
    const timer = window.setInterval(() => dispatch({ type: "tick", now: Date.now() }), TYPING_TICK_MS);
    return () => window.clearInterval(timer);
  }, [someone, dispatch]);
}

function useTypingHint(line: { readonly current: ReturnType<typeof openLive> | undefined }): () => void {
  const last = useRef(0);
  return useCallback(() => {
    if (Date.now() - last.current < TYPING_EVERY_MS) return;
    last.current = Date.now();
    line.current?.send({ type: "typing" });
  }, [line]);
}
