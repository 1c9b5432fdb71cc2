import { getTranslations } from "next-intl/server";
import { DisclosureIcon } from "@/components/claim-table/filter-group";
import type { FieldPair } from "@/lib/record/comparison/compare-fields";
import { FieldRow, fieldNamer, type Sides } from "./field-row";
import { SideFields } from "./side-fields";

/** The fields of a part: differing ones side by side, equal ones collapsed. */
export async function FieldList({ fields, sides }: { fields: FieldPair[]; sides: Sides }) {
  const [t, nameOf] = [await getTranslations("compare"), await fieldNamer(sides.locale)];
  const [changed, same] = [fields.filter((pair) => !pair.same), fields.filter((pair) => pair.same)];
  if (fields.length === 0) return <p className="text-soft">{t("absentInBoth")}</p>;
  return (
    <div className="grid gap-6">
      {changed.map((pair) => (
        <FieldRow key={`${pair.name}-${pair.language}`} pair={pair} sides={sides} />
      ))}
      {same.length > 0 && (
        <Disclosure summary={t("sameFields", { names: namesOf(same.map(nameOf), sides) })}>
          <SideFields fields={same} side="after" sides={sides} />
        </Disclosure>
      )}
    </div>
  );
}

function namesOf(names: string[], { locale }: Sides): string {
  return new Intl.ListFormat(locale, { type: "unit" }).format(names);
}

/** Collapsed content under a summary. */
export function Disclosure({ summary, children }: { summary: string; children: React.ReactNode }) {
  return (
    <details>
      <summary className="flex min-h-10 cursor-pointer list-none items-center justify-between gap-3 text-sm text-soft">
        {summary}
        <DisclosureIcon />
      </summary>
      <div className="pt-2 pb-3">{children}</div>
    </details>
  );
}
