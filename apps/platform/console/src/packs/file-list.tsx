import { CopyText } from "settled-console/app";
import { byteWords } from "../parts/byte-words.ts";
import { hashStart } from "../parts/hash-start.ts";
import { text } from "../text.ts";
import { DownloadButton } from "./download-button.tsx";
import type { PackFile } from "./pack-shape.ts";

/** The files of a pack with their sizes and hashes; `path` is where the API gives them out, null = it does not. */
export function FileList({
  files,
  path,
  staleKey,
}: {
  readonly files: readonly PackFile[];
  readonly path: string | null;
  readonly staleKey: readonly unknown[];
}) {
  return (
    <ul className="divide-y divide-line">
      {files.map((file) => (
        <li
          key={file.path}
          className="grid items-center gap-x-4 gap-y-1 py-2 sm:grid-cols-[minmax(0,1fr)_5rem_11rem_7.5rem]"
        >
          <span className="font-semibold break-all">{file.path}</span>
          <span
            className="text-soft tabular-nums sm:text-right"
            title={text("packs.bytes", { bytes: file.bytes })}
          >
            {byteWords(file.bytes)}
          </span>
          <span className="flex items-center gap-1 text-soft">
            <span className="sr-only">{text("packs.hash")}</span>
            <CopyText text={file.sha256} shown={hashStart(file.sha256)} />
          </span>
          {path === null ? null : (
            <DownloadButton
              path={`${path}/${encodeURIComponent(file.path)}`}
              name={file.path}
              sha256={file.sha256}
              label={text("download.file")}
              staleKey={staleKey}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
