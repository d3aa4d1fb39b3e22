import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { createClient } from "../api/client.ts";
import { createHttp } from "../api/http.ts";
import { TokenGate } from "../shell/token-gate.tsx";
import { type App, AppContext } from "./app-context.ts";
import { loadToken, saveToken } from "./identity.ts";
import { useIdentity } from "./use-identity.ts";
import { useNotices } from "./use-notices.ts";

/** Holds what the whole page shares. A refused token puts the gate in front; giving one starts the page anew. */
export function AppProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [token, setToken] = useState(loadToken);
  const [refused, setRefused] = useState(false);
  const [round, setRound] = useState(0);
  const tokenNow = useRef(token);
  const readToken = useCallback(() => tokenNow.current, []);
  const client = useMemo(() => createClient(createHttp(readToken, () => setRefused(true))), [readToken]);
  const identity = useIdentity(token);
  const notices = useNotices();
  const app = useMemo<App>(
    () => ({ client, token: readToken, ...identity, ...notices }),
    [client, readToken, identity, notices],
  );

  const enter = (given: string): void => {
    tokenNow.current = given;
    saveToken(given);
    setToken(given);
    setRefused(false);
    setRound((each) => each + 1);
  };
  if (refused) return <TokenGate tried={token !== undefined} onToken={enter} />;
  return (
    <AppContext key={round} value={app}>
      {children}
    </AppContext>
  );
}
