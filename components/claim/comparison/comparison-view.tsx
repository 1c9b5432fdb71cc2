import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import { StatusBadge } from "@/components/verdict/status-badge";
import type { Comparison, ItemPair } from "@/lib/record/comparison/compare";
import type { FieldPair } from "@/lib/record/comparison/compare-fields";
import type { Status } from "@/lib/record/vocabulary";
import { FieldList } from "./field-list";
import { FieldRow, type Sides } from "./field-row";
import { ItemList } from "./item-list";

/** The heading of a side: its rating, and a line with the kind of revision and its date. */
export type SideHeading = { status: Status; line: ReactNode };

type ComparisonViewProps = {
  comparison: Comparison;
  sides: Sides;
  /** Only where verdicts are compared. */
  headings?: { before: SideHeading; after: SideHeading };
};

/** Two versions of a claim side by side, the older one first; parts in the order of the claim's page. */
export async function ComparisonView({ comparison, sides, headings }: ComparisonViewProps) {
  const [t, claim] = [await getTranslations("compare"), await getTranslations("claim")];
  const { evidence, appearances, source, order, ...texts } = comparison;
  const lists = (["note", "summary", "reasons", "claim"] as const).map((part) =>
    listPart(part, t(`parts.${part}`), texts[part], sides),
  );
  const parts = [
    ...lists,
    itemPart("evidence", t("parts.evidence"), { items: evidence, order: order.evidence, sides }),
    listPart("source", claim("source"), source, sides),
    itemPart("appearances", claim("appearances"), {
      items: appearances,
      order: order.appearances,
      sides,
    }),
  ];
  return (
    <div className={sides.compact ? "grid gap-6" : "grid gap-10"}>
      {headings && (
        <Part id="verdict" title={t("parts.verdict")} sides={sides}>
          <SideHeadings headings={headings} sides={sides} />
        </Part>
      )}
      {parts.map(({ id, title, content, isEmpty, isSame }) =>
        isEmpty || (sides.compact && isSame) ? null : (
          <Part key={id} id={id} title={title} sides={sides}>
            {content}
          </Part>
        ),
      )}
    </div>
  );
}

function listPart(id: string, title: string, fields: FieldPair[], sides: Sides) {
  return {
    id,
    title,
    content: <FieldList fields={fields} sides={sides} />,
    isEmpty: fields.length === 0,
    isSame: fields.every(({ same }) => same),
  };
}

type Items = { items: ItemPair[]; order: FieldPair[]; sides: Sides };

function itemPart(id: "evidence" | "appearances", title: string, { items, order, sides }: Items) {
  return {
    id,
    title,
    content: (
      <>
        {order.map((pair) => (
          <FieldRow key={pair.name} pair={pair} sides={sides} />
        ))}
        <ItemList items={items} sides={sides} />
      </>
    ),
    // Missing evidence is worth mentioning, missing appearances are not.
    isEmpty: items.length === 0 && id === "appearances",
    isSame: order.length === 0 && items.every(({ change }) => change === "same"),
  };
}

type PartProps = { id: string; title: string; sides: Sides; children: ReactNode };

/** A part under its heading; without an id where the comparison is compact. */
function Part({ id, title, sides, children }: PartProps) {
  if (!sides.compact)
    return (
      <Section id={id} title={title}>
        {children}
      </Section>
    );
  return (
    <div className="grid content-start gap-3">
      <h3 className="text-sm font-semibold text-soft">{title}</h3>
      {children}
    </div>
  );
}

async function SideHeadings({
  headings,
  sides,
}: {
  headings: { before: SideHeading; after: SideHeading };
  sides: Sides;
}) {
  const [t, names] = [await getTranslations("compare"), await getTranslations("status")];
  return (
    <>
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        {(["before", "after"] as const).map((side) => (
          <div
            key={side}
            className="grid content-start justify-items-start gap-2 border-s-2 border-rule ps-4"
          >
            <p className="text-sm text-soft">{sides[side]}</p>
            <StatusBadge status={headings[side].status} label={names(headings[side].status)} />
            <p className="text-sm text-soft">{headings[side].line}</p>
          </div>
        ))}
      </div>
      {headings.before.status === headings.after.status && (
        <p className="text-sm text-soft">{t("sameRating")}</p>
      )}
    </>
  );
}
