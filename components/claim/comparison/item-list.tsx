import { getTranslations } from "next-intl/server";
import { type DiffLabels, DiffMark } from "@/components/ui/diff-text";
import { ForeignText } from "@/components/ui/foreign-text";
import type { ItemPair } from "@/lib/record/comparison/compare";
import { Disclosure, FieldList } from "./field-list";
import type { Sides } from "./field-row";
import { SideFields } from "./side-fields";

/** Pieces of evidence or appearances: those added, removed and changed, and the equal ones collapsed. */
export async function ItemList({ items, sides }: { items: ItemPair[]; sides: Sides }) {
  const t = await getTranslations("compare");
  const [changed, same] = [
    items.filter(({ change }) => change !== "same"),
    items.filter(({ change }) => change === "same"),
  ];
  if (items.length === 0) return <p className="text-soft">{t("absentInBoth")}</p>;
  return (
    <div className="grid gap-6">
      {changed.length > 0 && (
        <ol className="grid gap-8">
          {changed.map((item) => (
            <li key={item.key} className="grid gap-4">
              <ItemHeading item={item} sides={sides} />
              {item.change === "changed" ? (
                <FieldList fields={item.fields} sides={sides} />
              ) : (
                <OneSided item={item} sides={sides} />
              )}
            </li>
          ))}
        </ol>
      )}
      {same.length > 0 && (
        <Disclosure summary={t("sameItems", { count: same.length })}>
          <ul className="grid list-disc gap-2 ps-5">
            {same.map(({ key, title }) => (
              <li key={key}>
                <ForeignText language={title.language}>{title.text}</ForeignText>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

/** An item that only one side has. */
async function OneSided({ item, sides }: { item: ItemPair; sides: Sides }) {
  const t = await getTranslations("compare");
  const owner = item.change === "removed" ? "before" : "after";
  return (
    <div className="grid gap-x-8 gap-y-3 md:grid-cols-2">
      {(["before", "after"] as const).map((side) => (
        <div key={side} className="grid content-start gap-1 border-s-2 border-rule ps-4">
          <p className="text-sm text-soft">{sides[side]}</p>
          {side === owner ? (
            <SideFields fields={item.fields} side={side} sides={sides} />
          ) : (
            <p className="text-soft">{t("absent")}</p>
          )}
        </div>
      ))}
    </div>
  );
}

async function ItemHeading({ item: { change, title }, sides }: { item: ItemPair; sides: Sides }) {
  const t = await getTranslations("compare");
  // The label before the title says it; screen readers need not repeat it.
  const labels: DiffLabels = { removed: "", added: "", end: "", language: sides.locale };
  const heading = <ForeignText language={title.language}>{title.text}</ForeignText>;
  return (
    <p className="font-serif text-lg leading-snug">
      <strong className="font-sans text-sm">
        {t(`item.${change}`, { side: change === "removed" ? sides.before : sides.after })}
      </strong>{" "}
      {change === "added" || change === "removed" ? (
        <DiffMark kind={change} labels={labels}>
          {heading}
        </DiffMark>
      ) : (
        heading
      )}
    </p>
  );
}
