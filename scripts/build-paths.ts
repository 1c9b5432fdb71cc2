import path from "node:path";

/** The folder of the production build. */
export const BUILD_FOLDER = process.env.NEXT_DIST_DIR || ".next";

/** The HTTP server, bundled by the build so that it runs without a compiler. */
export const APP_SERVER = path.join(BUILD_FOLDER, "veritable-server.mjs");
