import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import type { FieldControl } from "@/components/ui/plain-field";
import { type LocaleId, localeIds, locales } from "@/lib/i18n/locales";

/** The props of the control for one language. */
export type LocalizedControl = FieldControl & { name: string; lang: string; dir: "ltr" | "rtl" };

type LocalizedFieldsProps = {
  /** The prefix of the field names `NAME.en` and `NAME.ar`. */
  name: string;
  /** Makes ids unique where a page has several such forms. */
  idPrefix?: string;
  legend: ReactNode;
  help?: ReactNode;
  /** The error of the whole group. */
  error?: string;
  /** The maximum length of each text, in code points. */
  limit?: number;
  /** Whether a text is required in at least one language. */
  required?: boolean;
  labelOf: (language: LocaleId) => string;
  errorOf: (name: string) => string | undefined;
  children: (control: LocalizedControl, language: LocaleId) => ReactNode;
};

/** A text in each language of the interface: a fieldset with one field per language, in its own direction. */
export function LocalizedFields({
  name,
  idPrefix = "",
  legend,
  help,
  error,
  limit,
  required,
  labelOf,
  errorOf,
  children,
}: LocalizedFieldsProps) {
  const [helpId, errorId] = [`${idPrefix}${name}-help`, `${idPrefix}${name}-error`];
  return (
    <fieldset
      aria-describedby={help ? helpId : undefined}
      data-required={required}
      className="grid min-w-0 gap-2"
    >
      <legend className="pb-1 font-semibold">{legend}</legend>
      {help && (
        <p id={helpId} className="text-sm text-soft">
          {help}
        </p>
      )}
      {error && (
        <p id={errorId} className="text-sm font-semibold text-danger">
          {error}
        </p>
      )}
      <div className="grid gap-4 md:grid-cols-2">
        {localeIds.map((language) => {
          const field = `${name}.${language}`;
          const { lang, dir } = locales[language];
          return (
            <Field
              key={field}
              id={`${idPrefix}${field}`}
              label={labelOf(language)}
              limit={limit}
              error={errorOf(field)}
            >
              {(control) =>
                children(
                  {
                    ...control,
                    "aria-describedby":
                      [error && errorId, control["aria-describedby"]].filter(Boolean).join(" ") || undefined,
                    "aria-invalid": control["aria-invalid"] ?? (error ? true : undefined),
                    name: field,
                    lang,
                    dir,
                  },
                  language,
                )
              }
            </Field>
          );
        })}
      </div>
    </fieldset>
  );
}
