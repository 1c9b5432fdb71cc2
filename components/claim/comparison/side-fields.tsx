import { ForeignText } from "@/components/ui/foreign-text";
import type { FieldPair } from "@/lib/record/comparison/compare-fields";
import { FieldValue, fieldNamer, type Sides } from "./field-row";

type SideFieldsProps = { fields: FieldPair[]; side: "before" | "after"; sides: Pick<Sides, "locale"> };

/** The fields of one side by name, where the other side is equal or does not have them. */
export async function SideFields({ fields, side, sides: { locale } }: SideFieldsProps) {
  const nameOf = await fieldNamer(locale);
  return (
    <dl className="grid gap-3">
      {fields.map((pair) => (
        <div key={`${pair.name}-${pair.language}`}>
          <dt className="text-sm text-soft">{nameOf(pair)}</dt>
          <dd>
            {pair.language ? (
              <ForeignText as="div" language={pair.language} className="whitespace-pre-wrap">
                {pair[side]}
              </ForeignText>
            ) : (
              <FieldValue name={pair.name} value={pair[side] ?? ""} locale={locale} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
