"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { codePointLength } from "@/lib/text/code-points";
import { normalizeLine, normalizeText } from "@/lib/text/normalize";
import { writtenEvent } from "./form-values";

/** From which part of the limit on the count is shown. */
const NEAR = 0.9;
/** How long typing has to rest before the count is read out, in milliseconds. */
const REST_MS = 1000;

type CharacterCountProps = {
  id: string;
  /** The id of the control that is counted. */
  control: string;
  /** In code points. */
  limit: number;
};

/** How long what was typed is as it would be stored, beside how long it may be; from shortly before the limit on. */
export function CharacterCount({ id, control, limit }: CharacterCountProps) {
  const t = useTranslations("form");
  const length = useLength(control, limit);
  const said = useRested(length);
  const words = (count: number) =>
    count > limit ? t("over", { count: count - limit, limit }) : t("near", { count, limit });
  return (
    <>
      <p
        id={id}
        hidden={length === null}
        className={clsx("text-sm", (length ?? 0) > limit ? "font-semibold text-danger" : "text-soft")}
      >
        {length !== null && words(length)}
      </p>
      {length !== null && (
        <p aria-live="polite" className="sr-only">
          {said !== null && words(said)}
        </p>
      )}
    </>
  );
}

/** The length of the control's text in its normal form, in code points; null while it is far from the limit. */
function useLength(id: string, limit: number): number | null {
  const [length, setLength] = useState<number | null>(null);
  useEffect(() => {
    const control = document.getElementById(id);
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return;
    const normal = control instanceof HTMLInputElement ? normalizeLine : normalizeText;
    const count = () => {
      const { value } = control;
      // Counting code points takes its time: a text that is short in code units is short in code points.
      const counted = value.length < limit * NEAR ? 0 : codePointLength(normal(value));
      setLength(counted < limit * NEAR ? null : counted);
    };
    // A form that is emptied says so before its controls are empty.
    const later = () => setTimeout(count);
    count();
    const { form } = control;
    control.addEventListener("input", count);
    form?.addEventListener(writtenEvent, count);
    form?.addEventListener("reset", later);
    return () => {
      control.removeEventListener("input", count);
      form?.removeEventListener(writtenEvent, count);
      form?.removeEventListener("reset", later);
    };
  }, [id, limit]);
  return length;
}

/** The value once it has not changed for a while. */
function useRested(value: number | null): number | null {
  const [rested, setRested] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
