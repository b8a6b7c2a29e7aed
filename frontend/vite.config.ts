import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "/static/",
  publicDir: "public",
  build: {
    outDir: "../src/rhomboid/web/static",
    // The models and MediaPipe's wasm lie there too; the build of rhomboid cleans up.
    emptyOutDir: false,
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    target: "es2022",
    rolldownOptions: { input: ["src/site.ts", "src/live.ts", "src/standing.ts", "src/chart.ts"] },
  },
  // A classic worker: MediaPipe loads its wasm by importScripts, which a module lacks.
  worker: { format: "iife" },
  test: { environment: "happy-dom", include: ["src/**/*.test.ts"] },
});
