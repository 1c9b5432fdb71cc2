// In this order: Edge and Opera also say that they are Chrome, and Chrome that it is Safari.
const browsers: Array<[RegExp, string]> = [
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/(?:Firefox|FxiOS)\//, "Firefox"],
  [/(?:Chrome|CriOS|Chromium)\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: Array<[RegExp, string]> = [
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

/** The browser and system that a User-Agent header tells of, such as "Firefox · Windows"; null where it tells neither. */
export function deviceName(userAgent: string | null): string | null {
  const told = [browsers, systems].flatMap((names) => {
    const found = names.find(([pattern]) => pattern.test(userAgent ?? ""));
    return found ? [found[1]] : [];
  });
  return told.length > 0 ? told.join(" · ") : null;
}
