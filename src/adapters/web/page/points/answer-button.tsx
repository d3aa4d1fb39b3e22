import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { Answer } from "../api/wire.ts";
import type { Answering } from "./use-answer.ts";

interface Props {
  readonly label: string;
  readonly given: Answer;
  readonly answering: Answering;
  /** The accent is spent on what is most likely wanted. */
  readonly main?: boolean;
  readonly quiet?: boolean;
}

export function AnswerButton({ label, given, answering, main = false, quiet = false }: Props): ReactNode {
  const { busy, answer } = answering;
  return (
    <Button
      size="compact-sm"
      variant={main ? "filled" : quiet ? "subtle" : "default"}
      {...(quiet ? { color: "gray" } : {})}
      loading={busy === label}
      onClick={() => void answer(label, given)}
    >
      {label}
    </Button>
  );
}
