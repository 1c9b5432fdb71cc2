import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Selected } from "./shown-text";

const GAP_PX = 8;

type MarkerButtonProps = { form: string; purpose: "make" | "move"; selected: Selected };

/**
 * The button just below the selected words, for mouse and touch. The toolbar has the same one for everybody else, so
 * this one is left out of the tab order and of the accessibility tree.
 */
export function MarkerButton({ form, purpose, selected }: MarkerButtonProps) {
  const t = useTranslations("marking");
  const button = useRef<HTMLDivElement>(null);
  const [spot, setSpot] = useState({ insetBlockStart: 0, insetInlineStart: 0 });
  useLayoutEffect(() => {
    const [own, around] = [button.current, button.current?.offsetParent?.getBoundingClientRect()];
    if (!own || !around) return;
    const { box } = selected;
    const middle = (box.left + box.right) / 2;
    const fromStart =
      getComputedStyle(own).direction === "rtl" ? around.right - middle : middle - around.left;
    const most = Math.max(0, around.width - own.offsetWidth);
    setSpot({
      insetBlockStart: box.bottom - around.top + GAP_PX,
      insetInlineStart: Math.min(most, Math.max(0, fromStart - own.offsetWidth / 2)),
    });
  }, [selected]);
  return (
    <div ref={button} aria-hidden="true" className="absolute z-10 shadow-lg" style={spot}>
      <Button look="primary" form={form} tabIndex={-1} onMouseDown={(event) => event.preventDefault()}>
        {t(purpose)}
      </Button>
    </div>
  );
}
