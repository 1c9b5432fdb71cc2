import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { TextSelection } from "./text-selection";

const GAP_PX = 8;

type MarkerButtonProps = { form: string; purpose: "make" | "move"; selected: TextSelection };

/**
 * The button below the selected words, for mouse and touch. The toolbar has the same button, so this one is
 * left out of the tab order and the accessibility tree.
 */
export function MarkerButton({ form, purpose, selected }: MarkerButtonProps) {
  const t = useTranslations("marking");
  const button = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState({ insetBlockStart: 0, insetInlineStart: 0 });
  useLayoutEffect(() => {
    const [own, parent] = [button.current, button.current?.offsetParent?.getBoundingClientRect()];
    if (!own || !parent) return;
    const { box } = selected;
    const middle = (box.left + box.right) / 2;
    const fromStart =
      getComputedStyle(own).direction === "rtl" ? parent.right - middle : middle - parent.left;
    const maxInset = Math.max(0, parent.width - own.offsetWidth);
    setPosition({
      insetBlockStart: box.bottom - parent.top + GAP_PX,
      insetInlineStart: Math.min(maxInset, Math.max(0, fromStart - own.offsetWidth / 2)),
    });
  }, [selected]);
  return (
    <div ref={button} aria-hidden="true" className="absolute z-10 shadow-lg" style={position}>
      <Button variant="primary" form={form} tabIndex={-1} onMouseDown={(event) => event.preventDefault()}>
        {t(purpose)}
      </Button>
    </div>
  );
}
