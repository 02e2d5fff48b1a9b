import { useId, useState } from "react";
import { Card, PlainTable } from "settled-console/app";
import { CutNote } from "../parts/cut-note.tsx";
import { SeverityMark } from "../parts/severity-mark.tsx";
import { text } from "../text.ts";
import type { BaselineEntry, BaselineVersion } from "./baseline-shape.ts";

/** More rows than that do not help a reader. */
const ROWS_MAX = 300;

/** What a version expects, policy by policy, and what was left out when it was made. */
export function EntriesCard({ version }: { readonly version: BaselineVersion }) {
  const id = useId();
  const [words, setWords] = useState("");
  const wanted = version.entries.filter(({ policy, label }) =>
    `${policy} ${label}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  return (
    <Card title={text("baseline.entries", { version: String(version.version) })}>
      <div className="no-print mb-2 flex flex-col gap-1">
        <label htmlFor={id} className="text-small font-semibold">
          {text("baseline.entries.filter")}
        </label>
        <input
          id={id}
          type="search"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          className="min-h-8 w-64 max-w-full rounded-md border border-strong-line bg-card px-2.5 py-1"
        />
      </div>
      {wanted.length === 0 ? (
        <p className="text-soft">{text("baseline.entries.none")}</p>
      ) : (
        <EntryTable entries={wanted.slice(0, ROWS_MAX)} />
      )}
      <CutNote shown={ROWS_MAX} total={wanted.length} />
      <LeftOut version={version} />
    </Card>
  );
}

function EntryTable({ entries }: { readonly entries: readonly BaselineEntry[] }) {
  return (
    <PlainTable
      caption={text("baseline.column.entries")}
      rows={entries}
      keyOf={({ type, match_key }) => `${type} ${match_key}`}
      columns={[
        {
          name: text("baseline.policy"),
          render: ({ policy, label }) => (
            <>
              {policy}
              <span className="block text-small text-soft">{label}</span>
            </>
          ),
        },
        {
          name: text("baseline.severity"),
          render: ({ severity }) => <SeverityMark severity={severity} />,
        },
        {
          name: text("baseline.mode"),
          render: ({ mode }) => text("baseline.mode.name", { mode }),
        },
        {
          name: text("baseline.settings"),
          render: ({ settings }) => <Settings settings={settings} />,
        },
      ]}
    />
  );
}

function Settings({ settings }: Pick<BaselineEntry, "settings">) {
  const words = text("baseline.settings.show", { count: settings.length });
  if (settings.length === 0) return <span className="text-soft">{words}</span>;
  return (
    <details>
      <summary className="cursor-pointer">{words}</summary>
      <ul className="mt-1 flex flex-col gap-1">
        {settings.map(({ path, value }) => (
          <li key={path} className="font-mono text-tiny break-all">
            <span className="text-soft">{path}</span> = {JSON.stringify(value)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function LeftOut({ version }: { readonly version: BaselineVersion }) {
  if (version.left_out.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 mb-1 font-semibold">{text("baseline.left_out")}</h3>
      <PlainTable
        caption={text("baseline.left_out")}
        rows={version.left_out}
        keyOf={({ type, match_key }) => `${type} ${match_key}`}
        columns={[
          { name: text("baseline.policy"), render: ({ policy }) => policy },
          { name: text("items.type"), render: ({ label }) => label },
          {
            name: text("snapshot.why"),
            render: ({ because }) => text("baseline.left_out.why", { because }),
          },
        ]}
      />
    </>
  );
}
