"use client";

import { useTranslations } from "next-intl";
import { LocalizedFields } from "@/components/claim/localized-fields";
import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/input";
import { LanguageField } from "@/components/ui/language-field";
import type { FormState } from "@/lib/desk/forms/form-state";
import { articleKinds } from "@/lib/record/vocabulary";
import { limits } from "@/lib/text/limits";
import { type ArticleValues, readSubmittedArticle } from "./article-values";

type ArticleFieldsProps = {
  state: FormState;
  initial: ArticleValues;
};

/** The fields of an article, named after the article's schema. */
export function ArticleFields({ state, initial }: ArticleFieldsProps) {
  const [t, kinds, fieldErrors] = [
    useTranslations("articleForm"),
    useTranslations("article.kind"),
    useTranslations("fields.errors"),
  ];
  const values = readSubmittedArticle(state.typed, initial);
  const errorOf = (name: string) => state.fields[name]?.[0] && fieldErrors(state.fields[name][0]);
  const line = (name: "title" | "publisher" | "author", limit: number, required = false) => (
    <Field id={name} label={t(name)} limit={limit} error={errorOf(name)}>
      {(control) => (
        <Input
          {...control}
          name={name}
          dir="auto"
          autoComplete="off"
          required={required}
          defaultValue={values[name]}
        />
      )}
    </Field>
  );
  const address = (name: "url" | "archiveUrl") => (
    <Field id={name} label={t(name)} error={errorOf(name)}>
      {(control) => (
        <Input {...control} name={name} type="url" dir="ltr" autoComplete="off" defaultValue={values[name]} />
      )}
    </Field>
  );
  return (
    <>
      {line("title", limits.title, true)}
      <div className="grid gap-5 md:grid-cols-2">
        <Field id="kind" label={t("kind")} error={errorOf("kind")}>
          {(control) => (
            <Select {...control} key={values.kind} name="kind" defaultValue={values.kind}>
              {articleKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kinds(kind)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <LanguageField
          id="language"
          label={t("language")}
          error={errorOf("language")}
          value={values.language}
          required
        />
        {line("publisher", limits.publisher, true)}
        {line("author", limits.publisher)}
        {address("url")}
        {address("archiveUrl")}
        <DateField
          id="publishedOn"
          name="publishedOn"
          label={t("publishedOn")}
          error={errorOf("publishedOn")}
          value={values.publishedOn}
        />
      </div>
      <Field
        id="text"
        label={t("text")}
        help={t("textHelp")}
        limit={limits.articleText}
        error={errorOf("text")}
      >
        {(control) => (
          <Textarea
            {...control}
            name="text"
            dir="auto"
            rows={16}
            required
            defaultValue={values.text}
            className="font-serif"
          />
        )}
      </Field>
      <div className="grid gap-1.5">
        <Checkbox
          key={String(values.textPublic)}
          name="textPublic"
          label={t("textPublic")}
          aria-describedby="textPublic-help"
          defaultChecked={values.textPublic}
        />
        <p id="textPublic-help" className="text-sm text-soft">
          {t("textPublicHelp")}
        </p>
      </div>
      <LocalizedFields
        name="disclosure"
        legend={t("disclosure")}
        help={t("disclosureHelp")}
        limit={limits.disclosure}
        error={errorOf("disclosure")}
        errorOf={errorOf}
        labelOf={(language) => t("disclosureIn", { language })}
      >
        {(control, language) => (
          <Textarea {...control} rows={3} defaultValue={values.disclosure?.[language]} />
        )}
      </LocalizedFields>
    </>
  );
}
