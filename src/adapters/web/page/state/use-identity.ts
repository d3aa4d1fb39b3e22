import { useCallback, useMemo, useState } from "react";
import type { Who } from "../api/client.ts";
import { type Identity, loadIdentity, saveIdentity } from "./identity.ts";
import { tokenOwner } from "./token-owner.ts";

export interface KnownIdentity {
  readonly identity: Identity;
  /** What each call says of who speaks. A token says it by itself. */
  readonly who: Who;
  /** Undefined where the token names its owner. */
  readonly setName: ((name: string) => void) | undefined;
}

/** Who sits here: the token's owner, or whom the browser remembers. */
export function useIdentity(token: string | undefined): KnownIdentity {
  const [kept, setKept] = useState(loadIdentity);
  const setName = useCallback((name: string) => {
    setKept((known) => {
      const next = { ...known, name };
      saveIdentity(next);
      return next;
    });
  }, []);
  return useMemo(() => {
    const named = kept.name === "" ? {} : { user_name: kept.name };
    if (token === undefined) return { identity: kept, who: { user_id: kept.user_id, ...named }, setName };
    const owner = tokenOwner(token);
    const identity = { user_id: owner?.user_id ?? "", name: owner?.name ?? kept.name };
    return { identity, who: named, setName: owner?.name === undefined ? setName : undefined };
  }, [kept, token, setName]);
}
