import { ActionIcon, Tooltip } from "@mantine/core";
import { Paperclip } from "lucide-react";
import { type ChangeEvent, type ReactNode, useRef } from "react";

export function AttachButton({ onFiles }: { readonly onFiles: (files: Iterable<File>) => void }): ReactNode {
  const picker = useRef<HTMLInputElement>(null);
  const take = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    onFiles(currentTarget.files ?? []);
    // The same file, picked again, must count as a change.
    currentTarget.value = "";
  };
  return (
    <>
      <input ref={picker} type="file" multiple hidden onChange={take} />
      <Tooltip label="Attach files">
        <ActionIcon aria-label="Attach files" onClick={() => picker.current?.click()}>
          <Paperclip size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
