import { PlainTable } from "settled-console/app";
import { text } from "../text.ts";
import type { Snapshot } from "./snapshot-shape.ts";

/** The files of the export that hold no policy, folded away. */
export function IgnoredCard({ ignored }: { readonly ignored: NonNullable<Snapshot["ignored"]> }) {
  if (ignored.length === 0) return null;
  return (
    <details className="rounded-lg border border-line bg-card px-4 py-3">
      <summary className="cursor-pointer font-semibold">
        {text("snapshot.ignored", { count: ignored.length })}
      </summary>
      <PlainTable
        caption={text("snapshot.ignored.caption")}
        rows={ignored}
        keyOf={({ file }) => file}
        columns={[
          { name: text("snapshot.file"), render: ({ file }) => file },
          { name: text("snapshot.why"), render: ({ meaning }) => meaning },
        ]}
      />
    </details>
  );
}
