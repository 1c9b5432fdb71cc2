import { controlsOf, differsFrom, isCheckable } from "./form-values";

const textControls =
  "textarea, select, input:not([type=checkbox], [type=radio], [type=submit], [type=button])";

/** Whether a text control of this page has the focus, or one of its forms has unsaved changes. */
export function isEditing(): boolean {
  if (document.activeElement?.matches(`:is(${textControls}):is(main *)`)) return true;
  return [...document.querySelectorAll<HTMLFormElement>("main form")].some(hasUnsavedChanges);
}

/** Whether the form's values differ from its hidden `base`, or without one from its default values. */
export function hasUnsavedChanges(form: HTMLFormElement): boolean {
  const hidden = form.elements.namedItem("base");
  const base = hidden instanceof HTMLInputElement ? JSON.parse(hidden.value) : {};
  return (
    differsFrom(form, base) ||
    controlsOf(form).some((control) => !(control.name in base) && isTouched(control))
  );
}

function isTouched(control: ReturnType<typeof controlsOf>[number]): boolean {
  if (isCheckable(control)) return control.checked !== control.defaultChecked;
  if (!(control instanceof HTMLSelectElement)) return control.value !== control.defaultValue;
  const options = [...control.options];
  const start = options.find((option) => option.defaultSelected) ?? options[0];
  return control.value !== (start?.value ?? "");
}
