import type { BriefBlock } from "./published-shape.ts";
import { BriefBars } from "./brief-bars.tsx";
import { BriefTable } from "./brief-table.tsx";

/** A part of a review in the words of the customer pack. */
export function BriefBlocks({ blocks }: { readonly blocks: readonly BriefBlock[] }) {
  return (
    <div className="flex flex-col gap-2">
      {blocks.map((block, at) => (
        // What a document says does not change, so the place of a block is its key.
        // oxlint-disable-next-line react/no-array-index-key
        <BriefPart key={at} block={block} />
      ))}
    </div>
  );
}

function BriefPart({ block }: { readonly block: BriefBlock }) {
  switch (block.kind) {
    case "heading":
      return <h2 className="mt-3 text-lead font-semibold first:mt-0">{block.text}</h2>;
    case "paragraph":
      return <p className="max-w-[80ch]">{block.text}</p>;
    case "note":
      return <p className="text-small text-soft">{block.text}</p>;
    case "list":
      return (
        <ul className="flex max-w-[80ch] list-disc flex-col gap-1 pl-5">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "facts":
      return (
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_minmax(0,1fr)]">
          {block.pairs.map(([name, value]) => (
            <div key={name} className="grid grid-cols-subgrid sm:col-span-2">
              <dt className="text-soft">{name}</dt>
              <dd className="min-w-0 break-all">{value}</dd>
            </div>
          ))}
        </dl>
      );
    case "table":
      return <BriefTable block={block} />;
    case "bars":
      return <BriefBars caption={block.caption} bars={block.bars} />;
  }
}
