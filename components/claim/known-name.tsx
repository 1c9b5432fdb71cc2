import { Fragment } from "react";
import { ForeignText } from "@/components/ui/foreign-text";
import type { Localized } from "@/lib/i18n/localized";

/** A claimant or topic by its names in all languages, so that two of one name in a language are told apart. */
export function KnownName({ names }: { names: Localized }) {
  return Object.entries(names).map(([language, name], index) => (
    <Fragment key={language}>
      {index > 0 && " · "}
      <ForeignText language={language}>{name}</ForeignText>
    </Fragment>
  ));
}
