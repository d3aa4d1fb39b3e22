import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { BlockOf } from "../api/wire.ts";

type Field = BlockOf<"form">["fields"][number];

interface Props {
  readonly field: Field;
  /** The id of words beside it that say what it asks for; without them it has a label of its own. */
  readonly labelledBy?: string;
}

export function FormField({ field, labelledBy }: Props): ReactNode {
  const shared = {
    name: field.name,
    ...(labelledBy === undefined ? { label: field.label } : { "aria-labelledby": labelledBy }),
    required: field.required ?? false,
    defaultValue: field.value ?? "",
  };
  switch (field.input) {
    case "paragraph":
      return <Textarea {...shared} autosize minRows={3} maxRows={12} />;
    case "select": {
      const empty = field.required === true && field.value !== undefined ? [] : [{ value: "", label: "–" }];
      return (
        <NativeSelect
          {...shared}
          data={[...empty, ...(field.options ?? []).map((value) => ({ value, label: value }))]}
        />
      );
    }
    case "number":
      return <TextInput {...shared} type="number" step="any" inputMode="decimal" />;
    case "text":
      return <TextInput {...shared} />;
  }
}
