import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { createClient } from "../api/client.ts";
import { createHttp } from "../api/http.ts";
import { asProblem } from "../api/problem.ts";
import { TokenGate } from "../shell/token-gate.tsx";
import { type App, AppContext, type Notice } from "./app-context.ts";
import { loadIdentity, loadToken, saveIdentity, saveToken } from "./identity.ts";

const MOST_NOTICES = 3;
const NONE: readonly Notice[] = [];

/** Holds what the whole page shares. A refused token puts the gate in front; giving one starts the page anew. */
export function AppProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [identity, setIdentity] = useState(loadIdentity);
  const [notices, setNotices] = useState(NONE);
  const [refused, setRefused] = useState(false);
  const [round, setRound] = useState(0);
  const token = useRef(loadToken());
  const nextNotice = useRef(1);

  const client = useMemo(
    () =>
      createClient(
        createHttp(
          () => token.current,
          () => setRefused(true),
        ),
      ),
    [],
  );
  const report = useCallback((thrown: unknown) => {
    const problem = asProblem(thrown);
    if (problem.status === 401 || isAbort(thrown)) return;
    const id = nextNotice.current++;
    setNotices((shown) =>
      [...shown.filter((each) => each.problem.message !== problem.message), { id, problem }].slice(
        -MOST_NOTICES,
      ),
    );
  }, []);
  const dismiss = useCallback(
    (id: number) => setNotices((shown) => shown.filter((each) => each.id !== id)),
    [],
  );
  const dismissAll = useCallback(() => setNotices(NONE), []);
  const setName = useCallback((name: string) => {
    setIdentity((known) => {
      const next = { ...known, name };
      saveIdentity(next);
      return next;
    });
  }, []);

  const app = useMemo<App>(() => {
    const { user_id, name } = identity;
    const who = name === "" ? { user_id } : { user_id, user_name: name };
    return {
      client,
      who,
      identity,
      setName,
      token: () => token.current,
      notices,
      report,
      dismiss,
      dismissAll,
    };
  }, [client, identity, setName, notices, report, dismiss, dismissAll]);

  const enter = (given: string): void => {
    token.current = given;
    saveToken(given);
    setRefused(false);
    setRound((each) => each + 1);
  };
  return (
    <AppContext value={app}>
      {refused ? (
        <TokenGate tried={token.current !== undefined} onToken={enter} />
      ) : (
        <div key={round} style={{ display: "contents" }}>
          {children}
        </div>
      )}
    </AppContext>
  );
}

const isAbort = (thrown: unknown): boolean => thrown instanceof DOMException && thrown.name === "AbortError";
