"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { codePointLength } from "@/lib/text/code-points";
import { normalizeLine, normalizeText } from "@/lib/text/normalize";
import { valuesWrittenEvent } from "./form-values";

/** The share of the limit from which on the count is shown. */
const SHOWN_FROM = 0.9;
/** The pause in typing before screen readers announce the count. */
const ANNOUNCE_AFTER_MS = 1000;

type CharacterCountProps = {
  id: string;
  /** The id of the input or textarea. */
  control: string;
  /** In code points. */
  limit: number;
};

/** The length of a text in its normal form, and its limit; shown from 90 % of the limit on. */
export function CharacterCount({ id, control, limit }: CharacterCountProps) {
  const t = useTranslations("form");
  const length = useLength(control, limit);
  const announced = useDebounced(length);
  const message = (count: number) =>
    count > limit ? t("over", { count: count - limit, limit }) : t("near", { count, limit });
  return (
    <>
      <p
        id={id}
        hidden={length === null}
        className={clsx("text-sm", (length ?? 0) > limit ? "font-semibold text-danger" : "text-soft")}
      >
        {length !== null && message(length)}
      </p>
      {length !== null && (
        <p aria-live="polite" className="sr-only">
          {announced !== null && message(announced)}
        </p>
      )}
    </>
  );
}

/**
 * Returns the length of the control's text in its normal form, in code points; null below 90 % of the limit.
 */
function useLength(id: string, limit: number): number | null {
  const [length, setLength] = useState<number | null>(null);
  useEffect(() => {
    const control = document.getElementById(id);
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return;
    const normal = control instanceof HTMLInputElement ? normalizeLine : normalizeText;
    const count = () => {
      const { value } = control;
      // Code points are never more than code units, which need no counting.
      const points = value.length < limit * SHOWN_FROM ? 0 : codePointLength(normal(value));
      setLength(points < limit * SHOWN_FROM ? null : points);
    };
    // The reset event comes before the controls are reset.
    const countLater = () => setTimeout(count);
    count();
    const { form } = control;
    control.addEventListener("input", count);
    form?.addEventListener(valuesWrittenEvent, count);
    form?.addEventListener("reset", countLater);
    return () => {
      control.removeEventListener("input", count);
      form?.removeEventListener(valuesWrittenEvent, count);
      form?.removeEventListener("reset", countLater);
    };
  }, [id, limit]);
  return length;
}

/** Returns the value, debounced. */
function useDebounced(value: number | null): number | null {
  const [debounced, setDebounced] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setDebounced(value), ANNOUNCE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return debounced;
}
