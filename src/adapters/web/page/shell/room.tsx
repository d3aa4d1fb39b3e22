import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useRef } from "react";
import type { CommandInfo } from "../api/wire.ts";
import { TalkContext } from "../state/talk-context.ts";
import { LOG_ID } from "../talk/message-log.tsx";
import { TalkView } from "../talk/talk-view.tsx";
import css from "./room.module.css";
import { SideDrawer } from "./side-drawer.tsx";
import { SIDE_FIRST_ID, SidePanel } from "./side-panel.tsx";
import { SkipLinks } from "./skip-links.tsx";
import { SlateBar } from "./slate-bar.tsx";
import { useRoom } from "./use-room.ts";
import { useShortcuts } from "./use-shortcuts.ts";

interface Props {
  readonly session_id: string;
  readonly commands: readonly CommandInfo[];
  /** Opens the sessions where they do not stand beside the talk. */
  readonly onLeft: (() => void) | undefined;
  readonly onSwitch: () => void;
  /** Somebody said something here. */
  readonly onSpoken: () => void;
}

/** One session: its talk, and its project at the right. */
export function Room({ session_id, commands, onLeft, onSwitch, onSpoken }: Props): ReactNode {
  const { talk, data, tools, side, setSide, shownId, draft } = useRoom(session_id, commands, onSpoken);
  const input = useRef<HTMLTextAreaElement>(null);
  const beside = useMediaQuery("(min-width: 56em)", true, { getInitialValueInEffect: false });

  const startCommand = (): void =>
    input.current?.value === "" ? tools.prefill("/") : input.current?.focus();
  useShortcuts({ onSwitch, onSlash: startCommand });
  const openSide = (): void => setSide({ opened: true });
  const closeSide = (): void => setSide({ opened: false });
  const skips = [
    { label: "Skip to the talk", go: () => document.getElementById(LOG_ID)?.focus() },
    { label: "Skip to writing", go: () => input.current?.focus() },
    {
      label: "Skip to the bible",
      go: () => (beside ? document.getElementById(SIDE_FIRST_ID)?.focus() : openSide()),
    },
  ];
  const gone = talk.problem !== undefined && !talk.state.loaded;
  const panel = gone ? null : <SidePanel session_id={session_id} data={data} side={side} onSide={setSide} />;
  return (
    <TalkContext value={tools}>
      <SkipLinks targets={skips} />
      <main className={css.room}>
        <SlateBar
          talk={talk}
          production={(data.project.data ?? talk.project)?.title}
          workflow={data.workflow.data}
          points={data.points.data}
          onLeft={onLeft}
          onRight={beside ? undefined : openSide}
        />
        <TalkView talk={talk} commands={commands} shownId={shownId} draft={draft} input={input} />
      </main>
      {beside && panel !== null && (
        <aside className={css.side} aria-label="Bible and workflow">
          {panel}
        </aside>
      )}
      {!beside && (
        <SideDrawer side="right" title="Bible and workflow" opened={side.opened} onClose={closeSide}>
          {panel}
        </SideDrawer>
      )}
    </TalkContext>
  );
}
