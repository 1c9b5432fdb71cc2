import { type FieldValues, isSameValue } from "@/lib/text/merge";
import { primaryNames } from "./listed-languages";

/** The values of a form by field name; of a group of checkboxes or radio buttons, those that are checked. */
export type FormValues = Record<string, string[]>;

/**
 * Returns the name of the radio buttons that choose between two versions of a field; not a field of the form.
 */
export const mergeChoiceName = (name: string) => `merge:${name}`;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const ignoredTypes = ["hidden", "password", "submit"];

/** Returns the controls that a person can fill in. */
export function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      ((element instanceof HTMLInputElement && !ignoredTypes.includes(element.type)) ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== "" &&
      !element.name.startsWith(mergeChoiceName("")),
  );
}

/** Whether the control is a checkbox or a radio button. */
export const isCheckable = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type);

/** Returns the values of the form without passwords. */
export function readForm(form: HTMLFormElement): FormValues {
  const values: FormValues = {};
  for (const control of controlsOf(form)) {
    values[control.name] ??= [];
    if (!isCheckable(control) || control.checked) values[control.name]?.push(control.value);
  }
  return values;
}

/** Returns the form's values of those fields that the row has. */
export function readFields(form: HTMLFormElement, row: FieldValues): FieldValues {
  const formValues = readForm(form);
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const values = formValues[name] ?? [];
      return [name, Array.isArray(value) ? values : (values[0] ?? "")];
    }),
  );
}

/** Whether a field that the row has differs from the row. */
export function differsFrom(form: HTMLFormElement, row: FieldValues): boolean {
  const values = readFields(form, row);
  return Object.entries(row).some(([name, value]) => !isSameValue(values[name] ?? "", value));
}

/** Whether the form has these values; fields that it does not have do not count. */
export function hasSameValues(form: HTMLFormElement, values: FormValues): boolean {
  return Object.entries(readForm(form)).every(
    ([name, now]) => !values[name] || JSON.stringify(values[name]) === JSON.stringify(now),
  );
}

/** The event of a form whose values were set by a script. */
export const valuesWrittenEvent = "form:written";

/** Sets values of the form; fields without a value stay as they are. */
export function writeForm(form: HTMLFormElement, values: Record<string, string | string[]>): void {
  for (const control of controlsOf(form)) {
    const value = values[control.name];
    if (value === undefined) continue;
    const list = typeof value === "string" ? [value] : value;
    if (isCheckable(control)) control.checked = list.includes(control.value);
    else control.value = list[0] ?? "";
  }
  form.dispatchEvent(new Event(valuesWrittenEvent));
}

/** Returns the controls of a field. */
export function controlsNamed(form: HTMLFormElement, name: string): Control[] {
  return controlsOf(form).filter((control) => control.name === name);
}

/** Returns a field's value as it is displayed: the label of a choice, or the value itself. */
export function displayedValue(form: HTMLFormElement, name: string, value: string): string {
  for (const control of controlsNamed(form, name)) {
    if (control instanceof HTMLSelectElement) {
      return [...control.options].find((option) => option.value === value)?.text ?? value;
    }
    const hasList = control instanceof HTMLInputElement && control.list instanceof HTMLDataListElement;
    if (hasList) {
      const option = [...control.list.options].find((each) => each.value === value);
      return option ? primaryNames(option.label) : value;
    }
    if (isCheckable(control) && control.value === value) return control.labels?.[0]?.textContent ?? value;
  }
  return value;
}
