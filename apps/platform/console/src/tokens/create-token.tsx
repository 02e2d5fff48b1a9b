import { useState } from "react";
import { ConfirmDialog, FIELD, LabelledField } from "settled-console/app";
import { EnvironmentChoice } from "../access/environment-choice.tsx";
import { text } from "../text.ts";
import { type TokenMight, TokenPower } from "./token-power.tsx";
import { type CreatedToken, type TokenOrder, useCreateToken } from "./use-tokens.ts";

const NAME_CHARS_MAX = 100;
const DAYS_MAX = 366;
const DAYS_AT_FIRST = 90;
const MIGHT_AT_FIRST: TokenMight = { kind: "role", role: "viewer" };

/** Makes a token for a program; its secret is handed to whoever asked. */
export function CreateToken({
  workspace,
  onClose,
  onCreated,
}: {
  readonly workspace: string;
  onClose(): void;
  onCreated(created: CreatedToken): void;
}) {
  const [name, setName] = useState("");
  const [days, setDays] = useState(String(DAYS_AT_FIRST));
  const [might, setMight] = useState(MIGHT_AT_FIRST);
  const [environments, setEnvironments] = useState<readonly string[] | null>(null);
  const create = useCreateToken(workspace);
  const order: TokenOrder = {
    name,
    valid_days: Number(days),
    environment_ids: environments === null ? null : [...environments],
    ...(might.kind === "role" ? { role: might.role } : { scopes: [...might.scopes] }),
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={text("tokens.create.title")}
      detail={text("tokens.create.detail")}
      confirm={text("tokens.create.confirm")}
      asked={create}
      onConfirm={() =>
        create.mutate(order, {
          onSuccess: (created) => {
            onClose();
            onCreated(created);
          },
        })
      }
    >
      <LabelledField label={text("tokens.name")}>
        {(ids) => (
          <input
            {...ids}
            required
            maxLength={NAME_CHARS_MAX}
            autoComplete="off"
            className={FIELD}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
        )}
      </LabelledField>
      <LabelledField label={text("tokens.days")} hint={text("tokens.days.hint")}>
        {(ids) => (
          <input
            {...ids}
            type="number"
            required
            min={1}
            max={DAYS_MAX}
            className={FIELD}
            value={days}
            onChange={({ currentTarget }) => setDays(currentTarget.value)}
          />
        )}
      </LabelledField>
      <TokenPower workspace={workspace} might={might} onChange={setMight} />
      <EnvironmentChoice workspace={workspace} value={environments} onChange={setEnvironments} />
    </ConfirmDialog>
  );
}
