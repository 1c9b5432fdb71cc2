import { CharacterCount } from "./character-count";
import { PlainField, type PlainFieldProps } from "./plain-field";

type FieldProps = Omit<PlainFieldProps, "count"> & {
  /** How long the text may be, in code points. */
  limit?: number;
};

/** As {@link PlainField}; a text near its limit has its length under it. */
export function Field({ limit, ...props }: FieldProps) {
  const { id } = props;
  return (
    <PlainField
      {...props}
      count={limit && <CharacterCount id={`${id}-count`} control={id} limit={limit} />}
    />
  );
}
