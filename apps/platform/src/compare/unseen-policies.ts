import { normalisedName } from "../normal-form/normalised-name.ts";
import { nameOfFile } from "../provider/item-identity.ts";
import { mayHoldMany } from "../provider/may-hold-many.ts";
import type { ComparedPolicy } from "./compared-policy.ts";
import type { ComparedSide } from "./compared-side.ts";
import { keyText } from "./policy-key.ts";

// What file systems forbid in a name: one export tool leaves it out, another writes "_" for it.
// oxlint-disable-next-line no-control-regex -- control characters are forbidden in file names too
const NOT_IN_FILE_NAMES = /[<>:"/\\|?*\u0000-\u001f]/g;

/**
 * Whether a policy of the other side may be in what this side could not read. Then nobody knows that it is gone:
 * - a file hides the policies of its key: its folder's type (any type where the folder says nothing) and its name,
 *   which is that of the policy, of the policy's file, or of the policy as tools spell it in file names;
 * - a file hides the policy that lies at the same path in the other export, whatever it is called;
 * - a folder, or a link that may be one, hides all of its type, or everything where its type is unknown;
 * - a type that the export says it could not collect hides all of that type.
 */
export function unseenPolicies(side: ComparedSide): (policy: ComparedPolicy) => boolean {
  const files = side.unreadable.filter((entry) => !mayHoldMany(entry));
  const folders = side.unreadable.filter(mayHoldMany);
  const paths = new Set(files.map(({ file }) => file));
  const names = new Set(
    files
      .filter(({ typeHint }) => typeHint === null)
      .map((entry) => normalisedName(entry.nameHint)),
  );
  const keys = new Set(
    files.map(({ typeHint, nameHint }) =>
      keyText({ type: typeHint ?? "", name: normalisedName(nameHint) }),
    ),
  );
  const types = new Set<string | null>([
    ...folders.map(({ typeHint }) => typeHint),
    ...side.uncollected.map(({ type }) => type),
  ]);
  return (policy) => {
    const { type } = policy.key;
    if (types.has(null) || types.has(type) || paths.has(policy.file)) return true;
    return namesInFiles(policy).some(
      (name) => names.has(name) || keys.has(keyText({ type, name })),
    );
  };
}

function namesInFiles({ displayName, file, key }: ComparedPolicy): readonly string[] {
  const spelled = [
    displayName.replaceAll(NOT_IN_FILE_NAMES, ""),
    displayName.replaceAll(NOT_IN_FILE_NAMES, "_"),
    nameOfFile(file),
  ];
  return [key.name, ...spelled.map(normalisedName)];
}
