import { join } from "node:path";
import { PROJECT_ROOT } from "../../core/paths.ts";

export type SourceFile = {
  /** Relative to the project. */
  path: string;
  text: string;
  /** What it imports: paths relative to the project for files of ours, specifiers as written for packages. */
  imports: string[];
};

const transpiler = new Bun.Transpiler({ loader: "tsx" });

/** The TypeScript files under the given folders of the project. */
export async function sourceFiles(...folders: string[]): Promise<SourceFile[]> {
  const glob = new Bun.Glob(`{${folders.join(",")}}/**/*.{ts,tsx}`);
  const paths = (await Array.fromAsync(glob.scan(PROJECT_ROOT))).filter((path) => !path.includes("golden/")).sort();
  return Promise.all(
    paths.map(async (path) => {
      const text = await Bun.file(join(PROJECT_ROOT, path)).text();
      return { path, text, imports: importsOf(path, text) };
    }),
  );
}

/** What runs, as the transpiler sees it, and what is imported for its types alone, which the transpiler leaves out. */
function importsOf(path: string, text: string): string[] {
  const scanned = transpiler.scanImports(text.replace(/^#!.*/, "")).map((found) => found.path);
  const declared = [...text.matchAll(/^(?:import|export)[^"';]*?from "([^"]+)"/gm)].map((match) => match[1] ?? "");
  const all = [...new Set([...scanned, ...declared])];
  return all.map((specifier) => (specifier.startsWith(".") ? join(path, "..", specifier) : specifier));
}
