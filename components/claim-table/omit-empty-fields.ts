/** A `formdata` listener that leaves empty fields out of the form's URL. */
export function omitEmptyFields({ formData }: FormDataEvent): void {
  for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
}
