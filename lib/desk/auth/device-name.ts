// The order matters: Edge and Opera also name Chrome, and Chrome names Safari.
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

/** The browser and system of a User-Agent header, such as "Firefox · Windows"; null if neither is known. */
export function deviceName(userAgent: string | null): string | null {
  const names = [browsers, systems].flatMap((patterns) => {
    const match = patterns.find(([pattern]) => pattern.test(userAgent ?? ""));
    return match ? [match[1]] : [];
  });
  return names.length > 0 ? names.join(" · ") : null;
}
