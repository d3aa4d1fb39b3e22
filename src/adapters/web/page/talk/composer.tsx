import { ActionIcon, Textarea } from "@mantine/core";
import { ArrowUp } from "lucide-react";
import { type FormEvent, type ReactNode, type RefObject, useEffect, useId } from "react";
import type { CommandInfo } from "../api/wire.ts";
import { AttachButton } from "./attach-button.tsx";
import { AttachmentList } from "./attachment-list.tsx";
import { CommandList, suggestionId } from "./command-list.tsx";
import css from "./composer.module.css";
import type { Attachments } from "./use-attachments.ts";
import type { Complete } from "./use-completion.ts";
import { type ComposerState, useComposer } from "./use-composer.ts";

interface Props {
  readonly commands: readonly CommandInfo[];
  readonly complete: Complete;
  readonly attachments: Attachments;
  /** Words put in from elsewhere; a new object each time. */
  readonly draft: { readonly text: string } | undefined;
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly onSay: (text: string) => void;
  readonly onTyping: () => void;
}

export function Composer({
  commands,
  complete,
  attachments,
  draft,
  input,
  onSay,
  onTyping,
}: Props): ReactNode {
  const listId = useId();
  const send = async (): Promise<void> => {
    const said = composer.text.trim();
    const hasFiles = attachments.files.length > 0;
    if ((said === "" && !hasFiles) || attachments.progress !== undefined) return;
    composer.setText("");
    if (!hasFiles) onSay(said);
    else if (!(await attachments.send(said))) composer.setText(said);
  };
  const composer = useComposer(commands, complete, () => void send());
  useDraft(draft, input, composer.setText);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  const { suggestions, active, pick, text } = composer;
  return (
    <form className={css.composer} onSubmit={submit} aria-label="Say something">
      {suggestions !== undefined && (
        <CommandList id={listId} suggestions={suggestions} active={active} onPick={pick} />
      )}
      <AttachmentList attachments={attachments} />
      <div className={css.row}>
        <AttachButton onFiles={attachments.add} />
        <Field
          composer={composer}
          listId={listId}
          input={input}
          onFiles={attachments.add}
          onTyping={onTyping}
        />
        <ActionIcon
          type="submit"
          variant="filled"
          color="tungsten"
          aria-label="Send"
          disabled={text.trim() === "" && attachments.files.length === 0}
          loading={attachments.progress !== undefined}
        >
          <ArrowUp size={18} />
        </ActionIcon>
      </div>
    </form>
  );
}

interface FieldProps extends Pick<Props, "input" | "onTyping"> {
  readonly composer: ComposerState;
  readonly listId: string;
  readonly onFiles: (files: Iterable<File>) => void;
}

function Field({ composer, listId, input, onFiles, onTyping }: FieldProps): ReactNode {
  const { text, setText, suggestions, active, onKeyDown } = composer;
  const hasItems = suggestions !== undefined && suggestions.items.length > 0;
  return (
    <Textarea
      ref={input}
      className={css.field}
      classNames={{ input: css.input ?? "" }}
      variant="unstyled"
      autosize
      minRows={1}
      maxRows={9}
      value={text}
      placeholder="Say what happens, or /"
      aria-label="Message"
      aria-autocomplete="list"
      aria-controls={hasItems ? listId : undefined}
      aria-activedescendant={hasItems ? suggestionId(listId, active) : undefined}
      enterKeyHint="send"
      onKeyDown={onKeyDown}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        onTyping();
      }}
      onPaste={({ clipboardData }) => onFiles(clipboardData.files)}
    />
  );
}

function useDraft(draft: Props["draft"], input: Props["input"], setText: (text: string) => void): void {
  useEffect(() => {
    if (draft === undefined) return;
    setText(draft.text);
    const field = input.current;
    field?.focus();
    window.requestAnimationFrame(() => field?.setSelectionRange(draft.text.length, draft.text.length));
  }, [draft, input, setText]);
}
