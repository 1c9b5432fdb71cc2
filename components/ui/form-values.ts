/** What stands in a form, by field name; the ticked values of a group of choices. */
export type FormValues = Record<string, string[]>;

/** The name of the controls that choose between two versions of a field; they are no part of what is typed. */
export const choiceOf = (name: string) => `merge:${name}`;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const unread = ["hidden", "password", "submit"];

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      ((element instanceof HTMLInputElement && !unread.includes(element.type)) ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== "" &&
      !element.name.startsWith(choiceOf("")),
  );
}

const isTicked = (control: Control): control is HTMLInputElement =>
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

/** Whether the form says the same as these values, in those fields of them that it has. */
export function saysTheSame(form: HTMLFormElement, values: FormValues): boolean {
  return Object.entries(readForm(form)).every(
    ([name, now]) => !values[name] || JSON.stringify(values[name]) === JSON.stringify(now),
  );
}

/** Puts values into the form; fields that are not among them stay as they are. */
export function writeForm(form: HTMLFormElement, values: Record<string, string | string[]>): void {
  for (const control of controlsOf(form)) {
    const given = values[control.name];
    if (given === undefined) continue;
    const wanted = typeof given === "string" ? [given] : given;
    if (isTicked(control)) control.checked = wanted.includes(control.value);
    else control.value = wanted[0] ?? "";
  }
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
    if (isTicked(control) && control.value === value) return control.labels?.[0]?.textContent ?? value;
  }
  return value;
}
