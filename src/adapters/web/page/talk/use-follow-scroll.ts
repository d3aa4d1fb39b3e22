import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

const NEAR_PX = 80;

export interface FollowScroll {
  /** False once the reader has scrolled up. */
  readonly following: boolean;
  readonly toEnd: () => void;
  /** Call before older messages are put in on top: what is being read stays where it is. */
  readonly keepPlace: () => void;
}

/** Keeps the newest message in view while the reader is at the end, however the content grows, and never otherwise. */
export function useFollowScroll(
  box: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  firstId: string | undefined,
): FollowScroll {
  const [following, setFollowing] = useState(true);
  const stuck = useRef(true);
  const heightBefore = useRef<number | undefined>(undefined);

  const toEnd = useCallback(() => {
    const element = box.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
    stuck.current = true;
    setFollowing(true);
  }, [box]);
  const keepPlace = useCallback(() => {
    heightBefore.current = box.current?.scrollHeight;
  }, [box]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another message has become the first.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || heightBefore.current === undefined) return;
    element.scrollTop += element.scrollHeight - heightBefore.current;
    heightBefore.current = undefined;
  }, [box, firstId]);

  useEffect(() => {
    const element = box.current;
    if (element === null || content.current === null) return;
    const onScroll = (): void => {
      stuck.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
      setFollowing(stuck.current);
    };
    const observer = new ResizeObserver(() => {
      if (stuck.current) element.scrollTop = element.scrollHeight;
    });
    element.addEventListener("scroll", onScroll, { passive: true });
    observer.observe(content.current);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", onScroll);
      observer.disconnect();
    };
  }, [box, content]);
  return { following, toEnd, keepPlace };
}
