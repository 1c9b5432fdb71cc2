import { z } from "zod";

/** A field of a command that takes text: the way to it from the input, `*` for the elements of a list. */
export type TextField = string[];

type Json = { [key: string]: unknown };

/** Every field of text that the schema takes, also those within choices and lists; values of a fixed set are none. */
export function textFieldsOf(schema: z.ZodType): TextField[] {
  return fieldsOf(schema, (json) => [json.type].flat().includes("string"));
}

/** Those of {@link textFieldsOf} that are stored as they are typed: texts with a limit. */
export function limitedFieldsOf(schema: z.ZodType): TextField[] {
  return fieldsOf(schema, (json) => "maxLength" in json && !("minLength" in json));
}

function fieldsOf(schema: z.ZodType, isText: (json: Json) => boolean): TextField[] {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" });
  const found = new Map(walk(json as Json, isText).map((field) => [field.join("."), field]));
  return [...found.values()];
}

function walk(json: Json, isText: (json: Json) => boolean): TextField[] {
  if ("const" in json || "enum" in json) return [];
  const walkIn = (value: Json) => walk(value, isText);
  const inside = ["anyOf", "oneOf", "allOf"].flatMap((name) => (json[name] as Json[] | undefined) ?? []);
  const properties = Object.entries((json.properties as Record<string, Json> | undefined) ?? {});
  return [
    ...(isText(json) ? [[]] : []),
    ...inside.flatMap(walkIn),
    ...properties.flatMap(([name, value]) => walkIn(value).map((field) => [name, ...field])),
    ...(json.items ? walkIn(json.items as Json).map((field) => ["*", ...field]) : []),
  ];
}

/** The input with the text in that field; a list becomes one of that element. */
export function withText(input: unknown, field: TextField, text: string): unknown {
  const [name, ...rest] = field;
  if (name === undefined) return text;
  if (name === "*") return [withText(Array.isArray(input) ? input[0] : undefined, rest, text)];
  const object = typeof input === "object" && input !== null ? input : {};
  return { ...object, [name]: withText((object as Json)[name], rest, text) };
}
