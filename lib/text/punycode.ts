// The parameters of RFC 3492, section 5.
const [BASE, T_MIN, T_MAX, SKEW, DAMP, FIRST_BIAS] = [36, 1, 26, 38, 700, 72];
const [FIRST_CODE_POINT, LAST_CODE_POINT] = [0x80, 0x10ffff];
const DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Decodes a DNS label that begins with `xn--` (RFC 3492); null if it is malformed. */
export function decodePunycode(label: string): string | null {
  if (!/^xn--[\da-z_-]+$/.test(label)) return null;
  const encoded = label.slice("xn--".length);
  const basic = encoded.slice(0, Math.max(encoded.lastIndexOf("-"), 0));
  const output = [...basic].map((letter) => letter.charCodeAt(0));
  let [codePoint, bias, place, at] = [FIRST_CODE_POINT, FIRST_BIAS, 0, basic === "" ? 0 : basic.length + 1];
  for (let first = true; at < encoded.length; first = false) {
    const { delta, end } = readDelta(encoded, at, bias);
    const length = output.length + 1;
    codePoint += Math.floor((place + delta) / length);
    if (end === null || codePoint > LAST_CODE_POINT) return null;
    place = (place + delta) % length;
    output.splice(place, 0, codePoint);
    place += 1;
    bias = adaptBias(delta, length, first);
    at = end;
  }
  return String.fromCodePoint(...output);
}

/** Reads the variable-length integer at an index; `end` is null if it is incomplete. */
function readDelta(encoded: string, start: number, bias: number): { delta: number; end: number | null } {
  let [delta, weight] = [0, 1];
  for (let at = start, k = BASE; at < encoded.length; at += 1, k += BASE) {
    const digit = DIGITS.indexOf(encoded.charAt(at));
    if (digit < 0) break;
    delta += digit * weight;
    const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
    if (digit < threshold) return { delta, end: at + 1 };
    weight *= BASE - threshold;
  }
  return { delta, end: null };
}

function adaptBias(given: number, length: number, first: boolean): number {
  let delta = Math.floor(given / (first ? DAMP : 2));
  delta += Math.floor(delta / length);
  let k = 0;
  for (; delta > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) delta = Math.floor(delta / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * delta) / (delta + SKEW));
}
