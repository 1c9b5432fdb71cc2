/**
 * Between the two ways of counting: JavaScript strings and DOM ranges count UTF-16 code units; W3C Web
 * Annotation selectors, PostgreSQL and Python count Unicode code points. They differ after each character
 * outside the BMP (an emoji is 1 code point, 2 code units). A lone surrogate counts as one of each.
 */

/** Converts offsets of one text, in O(log n) or better each; built in O(n). */
export type CodePointTable = {
  /** The text's length in code points. */
  length: number;
  /** Code points → UTF-16. RangeError outside 0..length. */
  toCodeUnit(codePointIndex: number): number;
  /**
   * UTF-16 → code points. Inside a surrogate pair: the code point it belongs to. RangeError outside the text.
   */
  toCodePoint(utf16Index: number): number;
};

/** Returns the length of a text in Unicode code points. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/**
 * Returns the part of a text from `start` (inclusive) to `end` (exclusive), in code points. Throws RangeError
 * unless 0 <= start <= end <= length; unlike String.slice, clamps nothing.
 */
export function sliceCodePoints(text: string, start: number, end: number): string {
  const table = codePointTable(text);
  if (start > end) throw new RangeError(`A slice from ${start} to ${end} ends before it starts`);
  return text.slice(table.toCodeUnit(start), table.toCodeUnit(end));
}

/**
 * Converts a UTF-16 index to a code point index; inside a surrogate pair, to its code point. Throws
 * RangeError outside the text.
 */
export function codePointIndex(text: string, utf16Index: number): number {
  return codePointTable(text).toCodePoint(utf16Index);
}

/** Converts a code point index to a UTF-16 index. Throws RangeError outside the text. */
export function codeUnitIndex(text: string, codePointIndex: number): number {
  return codePointTable(text).toCodeUnit(codePointIndex);
}

/** Returns the conversion table of a text, for callers that convert many offsets. */
export function codePointTable(text: string): CodePointTable {
  const units = codeUnitOffsets(text);
  const length = units.length - 1;
  return {
    length,
    toCodeUnit(index) {
      assertIndex(index, length, "code points");
      return units[index] as number;
    },
    toCodePoint(index) {
      assertIndex(index, text.length, "UTF-16 code units");
      return length === text.length ? index : lastAtOrBefore(units, index);
    },
  };
}

/** Returns the UTF-16 offset of each code point and of the end. */
function codeUnitOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; count++) {
    offsets[count] = unit;
    unit += (text.codePointAt(unit) as number) > 0xffff ? 2 : 1;
  }
  offsets[count] = text.length;
  return offsets.subarray(0, count + 1);
}

/** Returns the index of the last value in `sorted` that is at most `value`. */
function lastAtOrBefore(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function assertIndex(index: number, length: number, unit: string): void {
  if (!Number.isInteger(index) || index < 0 || index > length) {
    throw new RangeError(`${index} is outside the text (0 to ${length} ${unit})`);
  }
}
