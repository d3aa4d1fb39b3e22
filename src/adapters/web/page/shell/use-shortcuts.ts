import { useEffect, useRef } from "react";

export interface Shortcuts {
  /** Ctrl+K or Cmd+K. */
  readonly onSwitch: () => void;
  /** "/" typed where no text is being written. */
  readonly onSlash?: () => void;
}

export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { onSwitch, onSlash } = current.current;
      const command = event.ctrlKey || event.metaKey;
      if (command && event.key.toLowerCase() === "k") {
        event.preventDefault();
        onSwitch();
      } else if (
        event.key === "/" &&
        !command &&
        !event.altKey &&
        onSlash !== undefined &&
        !writes(event.target)
      ) {
        event.preventDefault();
        onSlash();
      }
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** Also true inside a dialog: its keys are its own. */
function writes(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable], [role=dialog]") !== null
  );
}
