import { type FieldValues, same } from "@/lib/text/merge";
import { firstNames } from "./chosen-language";

/** What stands in a form, by field name; the ticked values of a group of choices. */
export type FormValues = Record<string, string[]>;

/** The name of the controls that choose between two versions of a field; they are no part of what is typed. */
export const choiceOf = (name: string) => `merge:${name}`;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const unread = ["hidden", "password", "submit"];

/** Everything that a person can fill in. */
export function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      ((element instanceof HTMLInputElement && !unread.includes(element.type)) ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== "" &&
      !element.name.startsWith(choiceOf("")),
  );
}

/** Whether the control is a box or a button to tick. */
export const isTicked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type);

/** Reads everything that a person can fill in. Passwords are left out. */
export function readForm(form: HTMLFormElement): FormValues {
  const values: FormValues = {};
  for (const control of controlsOf(form)) {
    values[control.name] ??= [];
    if (!isTicked(control) || control.checked) values[control.name]?.push(control.value);
  }
  return values;
}

/** What stands in the form, in those fields that the row has. */
export function fieldsOf(form: HTMLFormElement, row: FieldValues): FieldValues {
  const typed = readForm(form);
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const values = typed[name] ?? [];
      return [name, Array.isArray(value) ? values : (values[0] ?? "")];
    }),
  );
}

/** Whether the form says something else than the row, in those fields that the row has. */
export function differs(form: HTMLFormElement, row: FieldValues): boolean {
  const typed = fieldsOf(form, row);
  return Object.entries(row).some(([name, value]) => !same(typed[name] ?? "", value));
}

/** Whether the form says the same as these values, in those fields of them that it has. */
export function saysTheSame(form: HTMLFormElement, values: FormValues): boolean {
  return Object.entries(readForm(form)).every(
    ([name, now]) => !values[name] || JSON.stringify(values[name]) === JSON.stringify(now),
  );
}

/** Happens to a form whose values were put in by the page. */
export const writtenEvent = "form:written";

/** Puts values into the form; fields that are not among them stay as they are. */
export function writeForm(form: HTMLFormElement, values: Record<string, string | string[]>): void {
  for (const control of controlsOf(form)) {
    const given = values[control.name];
    if (given === undefined) continue;
    const wanted = typeof given === "string" ? [given] : given;
    if (isTicked(control)) control.checked = wanted.includes(control.value);
    else control.value = wanted[0] ?? "";
  }
  form.dispatchEvent(new Event(writtenEvent));
}

/** The controls of a field. */
export function controlsNamed(form: HTMLFormElement, name: string): Control[] {
  return controlsOf(form).filter((control) => control.name === name);
}

/** A value of a field as the screen words it: the label of a choice, or the value itself. */
export function shownValue(form: HTMLFormElement, name: string, value: string): string {
  for (const control of controlsNamed(form, name)) {
    if (control instanceof HTMLSelectElement) {
      return [...control.options].find((option) => option.value === value)?.text ?? value;
    }
    const listed = control instanceof HTMLInputElement && control.list instanceof HTMLDataListElement;
    if (listed) {
      const option = [...control.list.options].find((each) => each.value === value);
      return option ? firstNames(option.label) : value;
    }
    if (isTicked(control) && control.value === value) return control.labels?.[0]?.textContent ?? value;
  }
  return value;
}
