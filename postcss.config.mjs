/**
 * Sets `font-display: optional`, so that a font that loads late is used from the next page on, without layout shifts.
 * Removes the WOFF sources: browsers without WOFF2 use their own fonts.
 */
const fontsInTime = {
  postcssPlugin: "fonts-in-time",
  OnceExit(css) {
    css.walkAtRules("font-face", (face) => {
      face.walkDecls("font-display", (display) => {
        display.value = "optional";
      });
      face.walkDecls("src", (src) => {
        src.value = src.value.replace(/,\s*url\([^)]*\.woff\)\s*format\([^)]*\)/, "");
      });
    });
  },
};

export default { plugins: [["@tailwindcss/postcss", {}], fontsInTime] };
