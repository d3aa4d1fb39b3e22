import { type RefObject, useCallback, useEffect, useReducer, useRef, useState } from "react";
import { type Live, type LiveState, openLive } from "../api/live.ts";
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

/** One session's talk: its newest page, then whatever the WebSocket tells from there on, resumed after each break. */
export function useTalk(session_id: string, onFrame: (frame: Frame) => void): Talk {
  const { client, report } = useApp();
  const [state, dispatch] = useReducer(talkReducer, EMPTY_TALK);
  const [live, setLive] = useState<LiveState>("connecting");
  const [head, setHead] = useState<Omit<SessionPage, "messages">>();
  const [problem, setProblem] = useState<Problem>();
  const [seq, setSeq] = useState<number>();

  const reload = useCallback(() => {
    client.session(session_id, { limit: PAGE_MESSAGES }).then(
      (page) => {
        setProblem(undefined);
        setHead({ session: page.session, project: page.project });
        setSeq(page.seq ?? 0);
        const hasOlder = page.messages.length >= PAGE_MESSAGES;
        dispatch({ type: "page", messages: page.messages, older: false, hasOlder });
      },
      (thrown) => setProblem(asProblem(thrown)),
    );
  }, [client, session_id]);
  useEffect(reload, [reload]);

  const line = useLine({ session_id, since: seq, setLive, reload }, (frame) => {
    dispatch({ type: "frame", frame, now: Date.now() });
    onFrame(frame);
  });

  const oldest = state.messages[0]?.id;
  const loadOlder = useCallback(async () => {
    if (oldest === undefined) return false;
    try {
      const page = await client.session(session_id, { limit: PAGE_MESSAGES, before: oldest });
      dispatch({
        type: "page",
        messages: page.messages,
        older: true,
        hasOlder: page.messages.length >= PAGE_MESSAGES,
      });
      return page.messages.length > 0;
    } catch (thrown) {
      report(thrown);
      return false;
    }
  }, [client, session_id, oldest, report]);

  useTypingTick(state.typing, dispatch);
  const tellTyping = useTypingHint(line);
  return {
    session_id,
    session: head?.session,
    project: head?.project,
    state,
    live,
    problem,
    dispatch,
    loadOlder,
    reload,
    tellTyping,
  };
}

interface LineOptions {
  readonly session_id: string;
  /** Where the page that was read ends. Undefined until then: nothing is opened. */
  readonly since: number | undefined;
  readonly setLive: (live: LiveState) => void;
  readonly reload: () => void;
}

/** The WebSocket of a session. A new page read later does not open another: the line knows where it stands. */
function useLine(
  { session_id, since, setLive, reload }: LineOptions,
  onFrame: (frame: Frame) => void,
): RefObject<Live | undefined> {
  const { who, token } = useApp();
  const onFrameNow = useRef(onFrame);
  onFrameNow.current = onFrame;
  const line = useRef<Live>(undefined);
  const start = useRef(since);
  start.current = since;
  const ready = since !== undefined;
  useEffect(() => {
    if (!ready) return;
    const opened = openLive({
      since: start.current ?? 0,
      url: (last) => liveUrl({ session_id, user_id: who.user_id, since: last, access_token: token() }),
      onState: setLive,
      onFrame: (frame) => onFrameNow.current(frame),
      onRestart: reload,
    });
    line.current = opened;
    return () => opened.close();
  }, [ready, session_id, who.user_id, token, setLive, reload]);
  return line;
}

function liveUrl(values: Record<string, string | number | undefined>): string {
  const url = new URL("/chat", window.location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) url.searchParams.set(name, String(value));
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

function useTypingHint(line: RefObject<Live | undefined>): () => void {
  const last = useRef(0);
  return useCallback(() => {
    if (Date.now() - last.current < TYPING_EVERY_MS) return;
    last.current = Date.now();
    line.current?.send({ type: "typing" });
  }, [line]);
}
