import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { counted } from "./format.ts";

/** What is longer is folded: a pasted script must not push the talk off the page. */
const FOLDED_FROM_CHARS = 1_600;
const SHOWN_CHARS = 900;

interface Props {
  readonly text: string;
  readonly className: string | undefined;
}

export function LongText({ text, className }: Props): ReactNode {
  const [opened, setOpened] = useState(false);
  if (text.length <= FOLDED_FROM_CHARS) return <p className={className}>{text}</p>;
  return (
    <div>
      <p className={className}>{opened ? text : `${text.slice(0, SHOWN_CHARS).trimEnd()}…`}</p>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        {opened ? "Show less" : `Show all ${counted(text.length, "character")}`}
      </Button>
    </div>
  );
}
