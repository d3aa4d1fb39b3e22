import { Button } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { FormField } from "../blocks/form-field.tsx";
import type { FlatItem } from "./flat-item.ts";
import css from "./points.module.css";
import type { Answering } from "./use-answer.ts";

interface Props {
  readonly item: FlatItem;
  /** The id of the words that name the part. */
  readonly labelledBy: string;
  readonly answering: Answering;
  readonly onClose: () => void;
}

/** One part, changed where it stands and then written so. */
export function ProposedEdit({ item, labelledBy, answering, onClose }: Props): ReactNode {
  const form = useRef<HTMLFormElement>(null);
  const busy = `edit ${item.id}`;
  useEffect(() => form.current?.querySelector<HTMLElement>("input, textarea, select")?.focus(), []);
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const value = String(new FormData(event.currentTarget).get(item.input?.name ?? "") ?? "").trim();
    if (value !== "" && (await answering.answer(busy, { accept: [item.id], value }))) onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    // A drawer around it would close, too.
    event.stopPropagation();
    onClose();
  };
  if (item.input === undefined) return null;
  return (
    <form ref={form} className={css.inline} onSubmit={(event) => void send(event)} onKeyDown={onKeyDown}>
      <FormField field={{ ...item.input, required: true }} labelledBy={labelledBy} />
      <Button type="submit" size="compact-sm" variant="default" loading={answering.busy === busy}>
        Accept so
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onClose}>
        Cancel
      </Button>
    </form>
  );
}
