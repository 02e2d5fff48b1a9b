import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { HtmlTagDescriptor, Plugin, Rolldown, UserConfig } from "vite";

/** The list is the home of an operator: its files are asked for beside the page's own, and not once those have run. */
const HOME = /\/runs\/runs-page\.tsx$/;

function preloadHome(): Plugin {
  return {
    name: "preload-home",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }): HtmlTagDescriptor[] {
        const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
        const home = chunks.find(({ facadeModuleId }) => HOME.test(facadeModuleId ?? ""));
        if (home === undefined) throw new Error("The build has no list to preload.");
        return filesOf(home, chunks)
          .filter((file) => !html.includes(file))
          .map((file) => ({
            tag: "link",
            // Behind the base, which the server writes.
            injectTo: "head",
            attrs: { rel: "modulepreload", crossorigin: true, href: `./${file}` },
          }));
      },
    },
  };
}

/** The file of a chunk and those that it imports, each once. */
function filesOf(
  chunk: Rolldown.OutputChunk,
  among: readonly Rolldown.OutputChunk[],
  found = new Set<string>(),
): readonly string[] {
  if (found.has(chunk.fileName)) return [...found];
  found.add(chunk.fileName);
  for (const one of among) if (chunk.imports.includes(one.fileName)) filesOf(one, among, found);
  return [...found];
}

/**
 * How a console is built, the generic one and that of a host alike. Addresses are relative to the document's base, which
 * the server writes: a host mounts the console at any path.
 */
export const CONSOLE_BUILD: UserConfig = {
  base: "./",
  plugins: [react(), tailwindcss(), preloadHome()],
  build: {
    // Nothing is inlined, so that the content security policy needs no exception.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2023",
  },
};
