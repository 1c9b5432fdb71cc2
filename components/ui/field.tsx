import { CharacterCount } from "./character-count";
import { PlainField, type PlainFieldProps } from "./plain-field";

type FieldProps = Omit<PlainFieldProps, "count"> & {
  /** How long the text may be, in code points. */
  limit?: number;
};

/** A {@link PlainField} that shows the length of a text near its limit. */
export function Field({ limit, ...props }: FieldProps) {
  const { id } = props;
  return (
    <PlainField
      {...props}
      count={limit && <CharacterCount id={`${id}-count`} control={id} limit={limit} />}
    />
  );
}
