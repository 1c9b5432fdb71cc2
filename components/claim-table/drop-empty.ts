/** Keeps empty fields of a form out of the address that it leads to: a listener of `formdata`. */
export function dropEmpty({ formData }: FormDataEvent): void {
  for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
}
