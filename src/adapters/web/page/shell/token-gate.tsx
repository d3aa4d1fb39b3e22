import { Button, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import css from "./token-gate.module.css";

interface Props {
  /** Whether a token was sent and refused, as against none asked for yet. */
  readonly tried: boolean;
  readonly onToken: (token: string) => void;
}

/** A Backlot that others can reach wants to know who calls. */
export function TokenGate({ tried, onToken }: Props): ReactNode {
  const [token, setToken] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (token.trim() !== "") onToken(token.trim());
  };
  return (
    <main className={css.gate}>
      <form className={css.form} onSubmit={submit}>
        <h1 className={css.title}>This Backlot asks for a token</h1>
        <p className="quiet">Whoever runs it can give you one. It is kept until this tab is closed.</p>
        <TextInput
          label="Token"
          type="password"
          autoComplete="off"
          value={token}
          onChange={({ currentTarget }) => setToken(currentTarget.value)}
          error={
            tried && token === ""
              ? "The last token was refused. Check that it is whole and not out of date."
              : undefined
          }
          autoFocus
        />
        <Button type="submit">Enter</Button>
      </form>
    </main>
  );
}
