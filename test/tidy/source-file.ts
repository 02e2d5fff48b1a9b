/** One file of the repository; `path` from its root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One breach of a rule, with the line where it can be seen. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly problem: string;
}

export function findingAt(file: SourceFile, offset: number, problem: string): Finding {
  const line = file.text.slice(0, offset).split("\n").length;
  return { path: file.path, line, problem };
}

export function isTypeScript({ path }: SourceFile): boolean {
  return /\.(?:ts|tsx|mts)$/.test(path);
}

/** A test, something that only tests import, or what only the compiler reads. */
export function isTest({ path }: SourceFile): boolean {
  return /\.(?:test|test-kit|types)\.tsx?$/.test(path);
}
