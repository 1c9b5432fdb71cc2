import { getTranslations } from "next-intl/server";
import { Changed, type ChangeLabels } from "@/components/ui/changed-words";
import { ForeignText } from "@/components/ui/foreign-text";
import type { ItemPair } from "@/lib/record/comparison/compare";
import { Facts } from "./facts";
import { FieldList, Fold } from "./field-list";
import type { Sides } from "./field-row";

/** Pieces of evidence, or appearances: what was added, removed and changed, and how many stayed as they were. */
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
        <Fold summary={t("sameItems", { count: same.length })}>
          <ul className="grid list-disc gap-2 ps-5">
            {same.map(({ key, title }) => (
              <li key={key}>
                <ForeignText language={title.language}>{title.text}</ForeignText>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}

/** An item of one side alone, on that side. */
async function OneSided({ item, sides }: { item: ItemPair; sides: Sides }) {
  const t = await getTranslations("compare");
  const has = item.change === "removed" ? "before" : "after";
  return (
    <div className="grid gap-x-8 gap-y-3 md:grid-cols-2">
      {(["before", "after"] as const).map((side) => (
        <div key={side} className="grid content-start gap-1 border-s-2 border-rule ps-4">
          <p className="text-sm text-soft">{sides[side]}</p>
          {side === has ? (
            <Facts fields={item.fields} side={side} sides={sides} />
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
  // The word before the title says which it is: nothing is to be read aloud a second time.
  const labels: ChangeLabels = { removed: "", added: "", end: "", language: sides.locale };
  const words = <ForeignText language={title.language}>{title.text}</ForeignText>;
  return (
    <p className="font-serif text-lg leading-snug">
      <strong className="font-sans text-sm">
        {t(`item.${change}`, { side: change === "removed" ? sides.before : sides.after })}
      </strong>{" "}
      {change === "added" || change === "removed" ? (
        <Changed kind={change} labels={labels}>
          {words}
        </Changed>
      ) : (
        words
      )}
    </p>
  );
}
