/**
 * Nothing moves under a reader's eyes: a page is shown in the letters that are there in its first moments, and a font
 * that comes later serves the next page. The packages' own rules would change the letters of a page being read.
 * Browsers that cannot read WOFF2 have their own letters.
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
