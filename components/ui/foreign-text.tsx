import type { ReactNode } from "react";
import { directionOfLanguage, langAttribute } from "@/lib/text/direction";
import { directionOfText } from "@/lib/text/direction-of-text";
import { MixedText } from "./mixed-text";

type ForeignTextProps = {
  language: string;
  children: ReactNode;
  as?: "span" | "p" | "bdi" | "div";
  className?: string;
};

/**
 * Text in its own language, isolated from the text around it, with `lang` and `dir`. A text wholly in another
 * script than its language's has that script's direction.
 */
export function ForeignText({ language, children, as: Tag = "bdi", className }: ForeignTextProps) {
  const usual = directionOfLanguage(language);
  const direction = typeof children === "string" ? directionOfText(children, usual) : usual;
  return (
    <Tag lang={langAttribute(language)} dir={direction} className={className}>
      {typeof children === "string" ? <MixedText text={children} direction={direction} /> : children}
    </Tag>
  );
}
