/** One value of a closed choice, with what it is called. */
export interface InputChoice {
  readonly value: string | number | boolean | null;
  readonly label: string;
}

interface FieldBase {
  /** The member of the input that it fills; null = the input as a whole. */
  readonly name: string | null;
  readonly label: string;
  readonly hint: string | null;
  readonly isRequired: boolean;
}

/** What a person fills in for one member of an operation's input. */
export type InputField = FieldBase &
  (
    | { readonly kind: "text" | "number" | "integer" | "texts" | "json"; readonly first: string }
    | { readonly kind: "choice"; readonly choices: readonly InputChoice[]; readonly first: string }
    | { readonly kind: "choices"; readonly choices: readonly InputChoice[] }
  );

/** Where the API tells what is wrong with it: a JSON pointer into the body of a start. */
export function pointerOf({ name }: Pick<InputField, "name">): string {
  if (name === null) return "/input";
  return `/input/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
