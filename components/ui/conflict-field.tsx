"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useId, useState } from "react";
import { type DiffSpan, diffWords } from "@/lib/text/diff";
import { same } from "@/lib/text/merge";
import { ChangedWords } from "./changed-words";
import { Checkbox } from "./checkbox";
import { choiceOf, controlsNamed, readForm, shownValue, writeForm } from "./form-values";

type Side = "theirs" | "mine" | "hand";

type ConflictFieldProps = {
  name: string;
  label: string;
  mine: string | string[];
  theirs: string | string[];
  theirName: string | undefined;
  form: RefObject<HTMLFormElement | null>;
};

/** One field in two versions side by side, and the choice of one, or of neither: then the field itself is edited. */
export function ConflictField({ name, label, mine, theirs, theirName, form }: ConflictFieldProps) {
  const t = useTranslations("form");
  const [side, setSide] = useState<Side>("mine");
  const shown = useShown(form, name, { mine, theirs });
  const language = languageOf(name, shown.mine + shown.theirs);
  const { before, after } = diffWords(shown.theirs, shown.mine, language);
  useEffect(() => {
    const element = form.current;
    const follow = () => {
      const values = element ? (readForm(element)[name] ?? []) : [];
      const value = Array.isArray(theirs) ? values : (values[0] ?? "");
      setSide(same(value, mine) ? "mine" : same(value, theirs) ? "theirs" : "hand");
    };
    element?.addEventListener("input", follow);
    return () => element?.removeEventListener("input", follow);
  }, [form, name, mine, theirs]);
  const choose = (wanted: Side) => {
    const [control] = form.current ? controlsNamed(form.current, name) : [];
    if (wanted === "hand" || !form.current) return control?.focus();
    writeForm(form.current, { [name]: wanted === "mine" ? mine : theirs });
    control?.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const option = (value: Side, text: string) => (
    <Checkbox
      type="radio"
      name={choiceOf(name)}
      value={value}
      checked={side === value}
      onChange={() => choose(value)}
      label={text}
    />
  );
  return (
    <fieldset className="grid min-w-0 gap-2 border-t border-rule-strong pt-2">
      <legend className="float-start w-full font-semibold">{label}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <Version
          field={label}
          title={theirName ? t.rich("theirsBy", { name: () => <bdi>{theirName}</bdi> }) : t("theirs")}
          spans={before}
          language={language}
        />
        <Version field={label} title={t("mine")} spans={after} language={language} />
      </div>
      <div className="flex flex-wrap gap-x-6 noscript:hidden">
        {option("theirs", t("takeTheirs"))}
        {option("mine", t("keepMine"))}
        {option("hand", t("byHand"))}
      </div>
    </fieldset>
  );
}

type VersionProps = { field: string; title: ReactNode; spans: DiffSpan[]; language: string };

/** A version with the words marked that the other one does not have. */
function Version({ field, title, spans, language }: VersionProps) {
  const [t, locale, id] = [useTranslations("form"), useLocale(), useId()];
  const marked = spans.map(({ text, kind }) => ({ text, kind: kind === "same" ? kind : ("added" as const) }));
  const labels = { added: t("differs"), removed: t("differs"), end: t("differsEnd"), language: locale };
  return (
    <div className="grid min-w-0 content-start gap-1 border border-rule bg-sheet px-3 py-2">
      <p id={id} className="font-semibold text-soft">
        <span className="sr-only">{field}: </span>
        {title}
      </p>
      {spans.length === 0 ? (
        <p>{t("empty")}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard from here
        <section tabIndex={0} aria-labelledby={id} className="max-h-80 overflow-y-auto wrap-anywhere">
          <ChangedWords spans={marked} language={language} labels={labels} />
        </section>
      )}
    </div>
  );
}

/** Both versions in the words of the screen: the names of choices are known once the form is there. */
function useShown(
  form: RefObject<HTMLFormElement | null>,
  name: string,
  { mine, theirs }: Pick<ConflictFieldProps, "mine" | "theirs">,
) {
  const plain = (value: string | string[]) => [value].flat().join("\n");
  const [shown, setShown] = useState({ mine: plain(mine), theirs: plain(theirs) });
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const inWords = (value: string | string[]) =>
      [value]
        .flat()
        .map((item) => shownValue(element, name, item))
        .join("\n");
    setShown({ mine: inWords(mine), theirs: inWords(theirs) });
  }, [form, name, mine, theirs]);
  return shown;
}

/** The language that the field says it is in; else only the script that the words are in. */
function languageOf(name: string, text: string): string {
  const told = /\.([a-z]{2})$/.exec(name)?.[1];
  if (told) return told;
  const letter = /\p{L}/u.exec(text)?.[0] ?? "";
  return /\p{Script=Arabic}/u.test(letter) ? "und-Arab" : "und";
}
