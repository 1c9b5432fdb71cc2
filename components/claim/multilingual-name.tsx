import { Fragment } from "react";
import { ForeignText } from "@/components/ui/foreign-text";
import type { Localized } from "@/lib/i18n/localized";

/**
 * The names of a claimant or topic in all languages, which tell two of the same name in one language apart.
 */
export function MultilingualName({ names }: { names: Localized }) {
  return Object.entries(names).map(([language, name], index) => (
    <Fragment key={language}>
      {index > 0 && " · "}
      <ForeignText language={language}>{name}</ForeignText>
    </Fragment>
  ));
}
