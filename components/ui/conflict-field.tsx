"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useId, useState } from "react";
import { type DiffSpan, diffWords } from "@/lib/text/diff";
import { isSameValue } from "@/lib/text/merge";
import { Checkbox } from "./checkbox";
import { DiffText } from "./diff-text";
import { controlsNamed, displayedValue, mergeChoiceName, readForm, writeForm } from "./form-values";

type Side = "theirs" | "mine" | "hand";

type ConflictFieldProps = {
  name: string;
  label: string;
  mine: string | string[];
  theirs: string | string[];
  theirName: string | undefined;
  form: RefObject<HTMLFormElement | null>;
};

/**
 * A field in conflict: both versions side by side, and the choice of one, or of editing the field by hand.
 */
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
      setSide(isSameValue(value, mine) ? "mine" : isSameValue(value, theirs) ? "theirs" : "hand");
    };
    element?.addEventListener("input", follow);
    return () => element?.removeEventListener("input", follow);
  }, [form, name, mine, theirs]);
  const choose = (chosen: Side) => {
    const [control] = form.current ? controlsNamed(form.current, name) : [];
    if (chosen === "hand" || !form.current) return control?.focus();
    writeForm(form.current, { [name]: chosen === "mine" ? mine : theirs });
    control?.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const option = (value: Side, text: string) => (
    <Checkbox
      type="radio"
      name={mergeChoiceName(name)}
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

/** A version; words that the other version does not have are marked. */
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
          <DiffText spans={marked} language={language} labels={labels} />
        </section>
      )}
    </div>
  );
}

/** Returns both versions as the form displays them: the labels of choices are known once it is mounted. */
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
    const displayed = (value: string | string[]) =>
      [value]
        .flat()
        .map((item) => displayedValue(element, name, item))
        .join("\n");
    setShown({ mine: displayed(mine), theirs: displayed(theirs) });
  }, [form, name, mine, theirs]);
  return shown;
}

/** Returns the language in the field's name (`text.en`), else `und`, with `Arab` for Arabic script. */
function languageOf(name: string, text: string): string {
  const named = /\.([a-z]{2})$/.exec(name)?.[1];
  if (named) return named;
  const letter = /\p{L}/u.exec(text)?.[0] ?? "";
  return /\p{Script=Arabic}/u.test(letter) ? "und-Arab" : "und";
}
