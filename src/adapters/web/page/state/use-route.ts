import { useCallback, useSyncExternalStore } from "react";

/** The session in the address (`#ses_…`), so that a session can be linked to and the back button works. */
export function useRoute(): readonly [string | undefined, (session_id: string | undefined) => void] {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const go = useCallback((session_id: string | undefined) => {
    window.location.hash = session_id === undefined ? "" : encodeURIComponent(session_id);
  }, []);
  return [hash.length > 1 ? decode(hash.slice(1)) : undefined, go];
}

/** An address typed by hand may hold a broken escape. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function subscribe(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}
