import { getTranslations } from "next-intl/server";
import { Button, buttonClass } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import type { EventChoices } from "@/lib/desk/audit/queries";
import { type EventQuery, entities, SYSTEM_ACTOR } from "@/lib/desk/audit/schema";
import type { LocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { Link } from "@/lib/next/navigation";
import { FilterForm } from "./filter-form";
import { logSearch } from "./log-query";

type LogFiltersProps = { query: EventQuery; choices: EventChoices; locale: LocaleId };

/** The filters of the audit log: a form whose state is the URL. */
export async function LogFilters({ query, choices, locale }: LogFiltersProps) {
  const [t, log] = [await getTranslations("eventLog"), await getTranslations("log")];
  const people = choices.people.map(({ id, name }) => ({ value: id, label: name }));
  const actions = choices.actions.map((action) => ({
    value: action,
    label: log.has(action) ? log(action) : action,
  }));
  const kinds = entities.map((entity) => ({ value: entity, label: t(`entities.${entity}`) }));
  return (
    <FilterForm action={localPath("/desk/log", locale)} label={t("search")} query={logSearch(query)}>
      <Field id="q" label={t("q")} help={t("qHelp")}>
        {(control) => <Input {...control} type="search" name="q" defaultValue={query.q} dir="auto" />}
      </Field>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-5">
        <Choice
          name="actor"
          label={t("actor")}
          all={t("anybody")}
          value={query.actor}
          options={[...people, { value: SYSTEM_ACTOR, label: "Veritable" }]}
        />
        <Choice
          name="action"
          label={t("action")}
          all={t("anything")}
          value={query.action}
          options={actions}
        />
        <Choice name="entity" label={t("entity")} all={t("anything")} value={query.entity} options={kinds} />
        <DateField key={query.from} id="from" name="from" label={t("from")} value={query.from} compact />
        <DateField key={query.to} id="to" name="to" label={t("to")} value={query.to} compact />
      </div>
      <p className="flex flex-wrap gap-3">
        <Button variant="primary">{t("submit")}</Button>
        {logSearch(query) && (
          <Link href="/desk/log" prefetch={false} className={buttonClass("quiet")}>
            {t("all")}
          </Link>
        )}
      </p>
    </FilterForm>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  all: string;
  value?: string;
  options: Array<{ value: string; label: string }>;
};

function Choice({ name, label, all, value = "", options }: ChoiceProps) {
  return (
    <Field id={name} label={label}>
      {(control) => (
        <Select {...control} key={value} name={name} defaultValue={value}>
          <option value="">{all}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
