import type { ReactNode } from "react";
import type { Schema } from "../api/wire.ts";
import { fieldLabel } from "../text/format.ts";
import { kindWord } from "../text/own-words.ts";
import css from "./own-list.module.css";
import { OwnList } from "./own-list.tsx";

interface Props {
  readonly schema: Schema | undefined;
  readonly onAdd: () => void;
}

type OwnField = Schema["fields"][number];

/** The fields that this film has beside the trade's, and those of the trade's that it asks for. */
export function OwnFields({ schema, onAdd }: Props): ReactNode {
  const fields = schema?.fields ?? [];
  const required = schema?.required ?? [];
  return (
    <OwnList
      title="Its own fields"
      none="None yet. A blood type, a plate number: what this film must know of each."
      add="Add a field"
      empty={fields.length + required.length === 0}
      onAdd={onAdd}
    >
      {fields.map((field) => (
        <li key={`${field.kind}.${field.name}`} className={css.item}>
          <span className={css.name}>{field.label}</span>
          <span className={css.about}>
            {kindWord(schema, field.kind)}, {typeWords(field)}
            {field.required && ", must be filled in"}
          </span>
        </li>
      ))}
      {required.map((path) => (
        <li key={path} className={css.item}>
          <span className={css.name}>{fieldLabel(path.slice(path.indexOf(".") + 1))}</span>
          <span className={css.about}>
            {kindWord(schema, path.slice(0, path.indexOf(".")))}, must be filled in
          </span>
        </li>
      ))}
    </OwnList>
  );
}

const TYPES: Readonly<Record<OwnField["type"], string>> = {
  line: "short text",
  paragraph: "long text",
  number: "a number",
  boolean: "yes or no",
  list: "a list",
  select: "a choice",
};

const typeWords = ({ type, options }: OwnField): string =>
  type === "select" && options !== undefined && options.length > 0
    ? `one of ${options.join(", ")}`
    : TYPES[type];
