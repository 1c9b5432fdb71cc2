import type { ReactNode } from "react";
import { attributesOfLanguage, directionOfLanguage } from "@/lib/text/direction";
import { MixedText } from "./mixed-text";

type ForeignTextProps = {
  language: string;
  children: ReactNode;
  as?: "span" | "p" | "bdi" | "div";
  className?: string;
};

/** Text in a language of its own: it carries `lang` and `dir`, and does not disturb the text around it. */
export function ForeignText({ language, children, as: Tag = "bdi", className }: ForeignTextProps) {
  const direction = directionOfLanguage(language);
  return (
    <Tag {...attributesOfLanguage(language)} className={className}>
      {typeof children === "string" ? <MixedText text={children} direction={direction} /> : children}
    </Tag>
  );
}
