import { Button, TextInput } from "@mantine/core";
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import type { StepAction } from "./step-actions.ts";
import css from "./step-ask.module.css";

const MAX_REASON = 400;

interface Props {
  readonly action: StepAction;
  readonly onGo: (reason: string) => void;
  readonly onCancel: () => void;
}

/** What an action asks before it acts: why. The reason is kept beside the step. */
export function StepAsk({ action, onGo, onCancel }: Props): ReactNode {
  const id = useId();
  const [reason, setReason] = useState("");
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);

  const go = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() !== "") onGo(reason);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    // A drawer around it would close, too.
    event.stopPropagation();
    onCancel();
  };
  return (
    <form ref={form} className={css.ask} aria-labelledby={id} onSubmit={go} onKeyDown={onKeyDown}>
      <p id={id} className={css.about}>
        {action.question}
      </p>
      <TextInput
        aria-labelledby={id}
        required
        maxLength={MAX_REASON}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={css.buttons}>
        <Button type="submit" size="compact-sm" disabled={reason.trim() === ""}>
          {action.label}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
