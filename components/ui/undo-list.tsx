import type { ReactNode } from "react";
import type { FormAction } from "@/lib/desk/forms/form-state";
import { ActionButton } from "./action-button";

type Undo = {
  /** The id of the button that did it: the one that undoes it takes it over. */
  id: string;
  words: ReactNode;
  /** What the button does, in whole words. */
  label: string;
  values: Record<string, string>;
};

type UndoListProps = { items: Undo[]; action: FormAction; undo: string };

/** What was removed lately, each with the way to put it back. What comes here is read out. */
export function UndoList({ items, action, undo }: UndoListProps) {
  return (
    <div role="status">
      {items.length > 0 && (
        <ul className="grid gap-2">
          {items.map(({ id, words, label, values }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-s-4 border-rule-strong bg-wash px-4 py-2 text-sm"
            >
              <p className="min-w-0 break-words">{words}</p>
              <ActionButton id={id} action={action} values={values} label={label}>
                {undo}
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
