import type { BibleFocus } from "../bible/bible.tsx";

export const SIDE_TABS = ["bible", "waiting", "workflow", "history", "project"] as const;
type SideTab = (typeof SIDE_TABS)[number];

/** What the right side shows. */
export interface Side {
  readonly tab: SideTab;
  readonly kind: string;
  readonly focus: BibleFocus | undefined;
  /** Whether the drawer is out, where the side is one. */
  readonly opened: boolean;
}
