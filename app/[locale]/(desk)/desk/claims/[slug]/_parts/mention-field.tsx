"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { Textarea } from "@/components/ui/input";
import type { FieldControl } from "@/components/ui/plain-field";
import type { MentionablePerson } from "@/lib/desk/comments/queries";
import { type MentionSuggestions, suggestMentions } from "./mention-suggestions";

type MentionFieldProps = {
  control: FieldControl;
  name: string;
  people: MentionablePerson[];
  defaultValue: string;
};

/**
 * A textarea with mentions: while a name is typed after an @, a listbox suggests matching people, to choose
 * by arrow keys and Enter, or the mouse. Without JavaScript the name is typed in full.
 */
export function MentionField({ control, name, people, defaultValue }: MentionFieldProps) {
  const t = useTranslations("discussion");
  const field = useRef<HTMLTextAreaElement>(null);
  const [open, setOpen] = useState<MentionSuggestions | null>(null);
  const [active, setActive] = useState(0);
  const listId = `${control.id}-people`;
  const updateSuggestions = () => {
    const { value = "", selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
    setOpen(selectionStart === selectionEnd ? suggestMentions(value, selectionStart, people) : null);
    setActive(0);
  };
  const choose = (person: MentionablePerson | undefined) => {
    if (!open || !person || !field.current) return;
    const { selectionStart } = field.current;
    field.current.setRangeText(`@${person.handle} `, open.start, selectionStart, "end");
    setOpen(null);
    field.current.dispatchEvent(new Event("input", { bubbles: true }));
    field.current.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || event.shiftKey || event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: open.people.length - 1 }[event.key];
    if (step) setActive((active + step) % open.people.length);
    else if (event.key === "Enter") choose(open.people[active]);
    else if (event.key === "Escape") setOpen(null);
    else return;
    event.preventDefault();
  };
  return (
    <div className="relative">
      <Textarea
        {...control}
        ref={field}
        name={name}
        dir="auto"
        rows={3}
        required
        defaultValue={defaultValue}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? `${listId}-${active}` : undefined}
        onInput={updateSuggestions}
        onClick={updateSuggestions}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(null)}
      />
      <p role="status" className="sr-only">
        {open && t("suggestions", { count: open.people.length })}
      </p>
      {open && (
        <div
          id={listId}
          role="listbox"
          aria-label={t("people")}
          tabIndex={-1}
          className="absolute inset-x-0 top-full z-20 max-h-60 overflow-y-auto border border-rule-strong bg-sheet shadow-lg"
        >
          {open.people.map((person, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the textarea has the focus and handles the keys
            <div
              key={person.handle}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
              className={clsx(
                "flex min-h-10 cursor-pointer flex-wrap items-center gap-x-3 px-3 py-1",
                index === active ? "bg-accent text-accent-ink" : "hover:bg-wash",
              )}
            >
              <bdi>{person.name}</bdi>
              {person.handle !== person.name && <bdi dir="ltr">@{person.handle}</bdi>}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
