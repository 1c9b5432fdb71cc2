"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { LocalizedFields } from "@/components/claim/localized-fields";
import { MultilingualName } from "@/components/claim/multilingual-name";
import { type Disambiguation, useDisambiguation } from "@/components/claim/use-disambiguation";
import { Checkbox } from "@/components/ui/checkbox";
import { DeskForm } from "@/components/ui/desk-form";
import { Input } from "@/components/ui/input";
import type { FormAction, FormState } from "@/lib/desk/forms/form-state";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { Link } from "@/lib/next/navigation";
import { limits } from "@/lib/text/limits";

type Named = { key: string; version: number; names: Localized };

type RenameFormProps = { named: Named; folder: "claimants" | "topics"; action: FormAction };

/** The form that renames a claimant or topic. */
export function RenameForm({ named, folder, action }: RenameFormProps) {
  const t = useTranslations("named");
  return (
    <DeskForm
      action={action}
      version={named.version}
      base={{ "names.en": named.names.en ?? "", "names.ar": named.names.ar ?? "" }}
      label={t("rename")}
      submit={t("rename")}
      names={{
        "names.en": t("nameIn", { language: "en" }),
        "names.ar": t("nameIn", { language: "ar" }),
      }}
    >
      {(state) => <RenameFields named={named} folder={folder} state={state} />}
    </DeskForm>
  );
}

type RenameFieldsProps = Omit<RenameFormProps, "action"> & { state: FormState };

function RenameFields({ named, folder, state }: RenameFieldsProps) {
  const [t, fieldErrors] = [useTranslations("named"), useTranslations("fields.errors")];
  const typed = state.outcome === "saved" ? null : localizedSchema.safeParse(state.typed?.names).data;
  const offered = state.candidates.names;
  const { question } = useDisambiguation(offered, offered && typed ? typed : null, String(named.version));
  const errorOf = (name: string) => {
    const key = state.fields[name]?.[0];
    return key && fieldErrors.has(key) ? fieldErrors(key) : undefined;
  };
  return (
    <>
      <input type="hidden" name="key" value={named.key} />
      <LocalizedFields
        name="names"
        legend={t("names")}
        help={t("namesHelp")}
        limit={limits.name}
        required
        error={question ? t("alike") : errorOf("names")}
        errorOf={errorOf}
        labelOf={(language) => t("nameIn", { language })}
      >
        {(control, language) => (
          <Input {...control} autoComplete="off" defaultValue={(typed ?? named.names)[language]} />
        )}
      </LocalizedFields>
      {question && <SimilarNames question={question} folder={folder} checked={checkedKeys(state)} />}
    </>
  );
}

const checkedSchema = z.union([z.string().transform((key) => [key]), z.array(z.string())]).catch([]);
const checkedKeys = ({ typed }: FormState) => checkedSchema.parse(typed?.distinctFrom);

type SimilarNamesProps = { question: Disambiguation; folder: RenameFormProps["folder"]; checked: string[] };

/** Claimants or topics with similar names, each with a checkbox to confirm that it is a different one. */
function SimilarNames({ question, folder, checked }: SimilarNamesProps) {
  const t = useTranslations("named");
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="font-semibold">{t("alikeLegend")}</legend>
      {Object.entries(question.names).map(([language, name]) => (
        <input key={language} type="hidden" name={`asked.${language}`} value={name} />
      ))}
      {question.candidates.map(({ key, names, claims = 0 }) => (
        <div key={key} className="border-b border-rule py-1">
          <p>
            <Link href={`/desk/${folder}/${encodeURIComponent(key)}`} target="_blank">
              <MultilingualName names={names} />
            </Link>{" "}
            <span className="text-sm text-soft">{t("claims", { count: claims })}</span>
          </p>
          <Checkbox
            name="distinctFrom"
            value={key}
            defaultChecked={checked.includes(key)}
            label={
              <>
                {t("keepBoth")}
                <span className="sr-only">
                  : <MultilingualName names={names} />
                </span>
              </>
            }
          />
        </div>
      ))}
    </fieldset>
  );
}
