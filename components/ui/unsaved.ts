import { controlsOf, differs, isTicked } from "./form-values";

const typed = "textarea, select, input:not([type=checkbox], [type=radio], [type=submit], [type=button])";

/** Whether somebody is typing on this page, or typed something that is not saved. */
export function isEditing(): boolean {
  if (document.activeElement?.matches(`:is(${typed}):is(main *)`)) return true;
  return [...document.querySelectorAll<HTMLFormElement>("main form")].some(hasUnsaved);
}

/** Whether something stands in the form that it was not opened with: its hidden `base`, or else what the page put there. */
export function hasUnsaved(form: HTMLFormElement): boolean {
  const hidden = form.elements.namedItem("base");
  const base = hidden instanceof HTMLInputElement ? JSON.parse(hidden.value) : {};
  return (
    differs(form, base) || controlsOf(form).some((control) => !(control.name in base) && isTouched(control))
  );
}

function isTouched(control: ReturnType<typeof controlsOf>[number]): boolean {
  if (isTicked(control)) return control.checked !== control.defaultChecked;
  if (!(control instanceof HTMLSelectElement)) return control.value !== control.defaultValue;
  const options = [...control.options];
  const start = options.find((option) => option.defaultSelected) ?? options[0];
  return control.value !== (start?.value ?? "");
}
