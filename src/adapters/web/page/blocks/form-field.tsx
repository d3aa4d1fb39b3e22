import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { BlockOf } from "../api/wire.ts";

type Field = BlockOf<"form">["fields"][number];

export function FormField({ field }: { readonly field: Field }): ReactNode {
  const shared = {
    name: field.name,
    label: field.label,
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
