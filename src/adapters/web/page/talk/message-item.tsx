import { memo, type ReactNode } from "react";
import type { Message } from "../api/wire.ts";
import { Blocks } from "../blocks/blocks.tsx";
import { FileBlock } from "../blocks/file-block.tsx";
import { clockTime } from "../text/format.ts";
import { LongText } from "../text/long-text.tsx";
import { MarkdownView } from "../text/markdown-view.tsx";
import { useNow } from "../text/use-now.ts";
import css from "./message-item.module.css";

export const messageAnchor = (id: string): string => `message-${id}`;

/** Buttons are recorded as commands that name their object by id, which says nothing to a reader. */
const ID_OPTION = / [a-z_]+=[a-z]{3}_[\w-]+/g;

interface Props {
  readonly message: Message;
  readonly mine: boolean;
  /** Just jumped to: marked until the next jump. */
  readonly shown: boolean;
  /** A later reply has offers of its own: these step back. */
  readonly past: boolean;
}

/** A person's words are typed, as in a script; Backlot's reply is set, as on a form. */
export const MessageItem = memo(function MessageItem({ message, mine, shown, past }: Props): ReactNode {
  const now = useNow();
  const person = message.role === "person";
  const name = person ? (message.user_name ?? (mine ? "You" : message.user_id)) : "Backlot";
  return (
    <article
      id={messageAnchor(message.id)}
      className={css.message}
      data-role={message.role}
      data-shown={shown || undefined}
      data-past={past || undefined}
      tabIndex={-1}
      aria-label={`${name}, ${clockTime(message.at, now)}`}
    >
      <header className={css.cue}>
        <span className={css.name}>{name}</span>
        <time className={css.time} dateTime={message.at}>
          {clockTime(message.at, now)}
          {person && message.edited_at !== undefined && " (edited)"}
        </time>
      </header>
      <div className={css.body}>
        {person ? <PersonText text={message.text} /> : <Reply message={message} />}
        {message.files?.map((file) => (
          <FileBlock key={file.id} file={file} />
        ))}
      </div>
    </article>
  );
});

function PersonText({ text }: { readonly text: string }): ReactNode {
  if (text.startsWith("/"))
    return (
      <p className={css.command} title={text}>
        {text.replaceAll(ID_OPTION, "")}
      </p>
    );
  return <LongText className={css.words} text={text} />;
}

function Reply({ message }: { readonly message: Message }): ReactNode {
  return message.blocks.length === 0 ? (
    <MarkdownView text={message.text} />
  ) : (
    <Blocks blocks={message.blocks} />
  );
}
