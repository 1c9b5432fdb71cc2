import type { ReactNode } from "react";
import type { FormAction } from "@/lib/desk/forms/form-state";
import { ActionButton } from "./action-button";

type Undo = {
  /** The id of the button that removed the item: the undo button has the same, and takes over the focus. */
  id: string;
  message: ReactNode;
  /** The button's accessible name. */
  label: string;
  values: Record<string, string>;
};

type UndoListProps = { items: Undo[]; action: FormAction; undo: string };

/** Recently removed items, each with an undo button. New ones are announced. */
export function UndoList({ items, action, undo }: UndoListProps) {
  return (
    <div role="status">
      {items.length > 0 && (
        <ul className="grid gap-2">
          {items.map(({ id, message, label, values }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-s-4 border-rule-strong bg-wash px-4 py-2 text-sm"
            >
              <p className="min-w-0 break-words">{message}</p>
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
