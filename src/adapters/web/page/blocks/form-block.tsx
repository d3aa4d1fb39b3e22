import { Button } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import type { BlockOf } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import css from "./form-block.module.css";
import { FormField } from "./form-field.tsx";

export function FormBlock({ block }: { readonly block: BlockOf<"form"> }): ReactNode {
  const { submitForm } = useTalkTools();
  const [state, setState] = useState<"open" | "sending" | "sent">("open");

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const values = Object.fromEntries(block.fields.map(({ name }) => [name, String(given.get(name) ?? "")]));
    setState("sending");
    setState((await submitForm(block.form_id, values)) ? "sent" : "open");
  };
  return (
    <form className={css.form} onSubmit={submit} aria-label={block.title}>
      <p className={css.title}>{block.title}</p>
      <fieldset className={css.fields} disabled={state !== "open"}>
        {block.fields.map((field) => (
          <FormField key={field.name} field={field} />
        ))}
      </fieldset>
      <div className={css.foot}>
        <Button type="submit" loading={state === "sending"} disabled={state === "sent"}>
          {state === "sent" ? "Saved" : "Save"}
        </Button>
      </div>
    </form>
  );
}
