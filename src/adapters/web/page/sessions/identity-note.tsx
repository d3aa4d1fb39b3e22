import { Button } from "@mantine/core";
import { UserRound } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { useApp } from "../state/app-context.ts";
import css from "./identity-note.module.css";

/** Who is talking: asked for gently, changed at any time. */
export function IdentityNote(): ReactNode {
  const { identity, setName } = useApp();
  const [editing, setEditing] = useState(false);
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setName?.(String(new FormData(event.currentTarget).get("name") ?? "").trim());
    setEditing(false);
  };
  if (setName === undefined) return <span className={css.fixed}>{identity.name}</span>;
  if (!editing) {
    return (
      <Button
        className={css.shown ?? ""}
        variant="subtle"
        color="gray"
        leftSection={<UserRound size={15} />}
        onClick={() => setEditing(true)}
        aria-label={identity.name === "" ? "Add your name" : `You are ${identity.name}. Change your name`}
      >
        {identity.name === "" ? "Add your name" : identity.name}
      </Button>
    );
  }
  return (
    <form className={css.form} onSubmit={save}>
      <input
        className={css.input}
        name="name"
        aria-label="Your name"
        defaultValue={identity.name}
        maxLength={60}
        autoComplete="name"
        ref={(field) => field?.focus()}
        onKeyDown={(event) => event.key === "Escape" && setEditing(false)}
      />
      <Button type="submit" size="compact-sm" variant="default">
        Keep
      </Button>
    </form>
  );
}
