import { useState } from "react";
import { useMe } from "../access/use-me.ts";
import { useCapabilities } from "../access/use-capabilities.ts";
import { NeedingButton } from "../access/needing-button.tsx";
import { useAnnounce } from "../announce/announcer.tsx";
import { faultAt } from "../api/api-problem.ts";
import { usePathPart } from "../app/use-path-part.ts";
import { isKnownZone } from "../clock/shown-zone.ts";
import { momentWords } from "../clock/time-words.ts";
import { useNow } from "../clock/use-now.ts";
import { message } from "../messages/message.ts";
import { Card } from "../parts/card.tsx";
import { FIELD, LabelledField } from "../parts/field.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { useSetZone } from "./use-set-zone.ts";

const MANAGE = "workspace.manage";
const POINTER = "/time_zone";
/** What is offered; others that the server knows can be typed. The list of browsers leaves this one out. */
const ZONES = ["UTC", ...Intl.supportedValuesOf("timeZone")];

/** What is chosen once for everybody in the workspace. Not shown where its host keeps nothing of it. */
export function WorkspaceCard() {
  const workspace = usePathPart("workspace");
  const { data: me } = useMe();
  const zone = me?.workspaces.find(({ id }) => id === workspace)?.time_zone;
  if (zone === undefined) return null;
  return (
    <Card title={message("settings.workspace")}>
      <ZoneForm key={zone} workspace={workspace} zone={zone ?? ""} />
    </Card>
  );
}

/** An empty field stands for no zone. */
function ZoneForm({ workspace, zone }: { readonly workspace: string; readonly zone: string }) {
  const [typed, setTyped] = useState(zone);
  const set = useSetZone(workspace);
  const announce = useAnnounce();
  const mayManage = useCapabilities(workspace).has(MANAGE);
  const wanted = typed.trim();
  const save = () => {
    if (wanted === zone || set.isPending) return;
    set.mutate(wanted === "" ? null : wanted, {
      onSuccess: () => announce(message("settings.workspace.saved")),
    });
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <LabelledField
        label={message("settings.workspace.zone")}
        hint={useZoneHint(wanted)}
        fault={set.isError ? faultAt(set.error, POINTER) : null}
      >
        {(ids) => (
          <>
            <input
              {...ids}
              list={`${ids.id}zones`}
              className={FIELD}
              autoComplete="off"
              spellCheck={false}
              readOnly={!mayManage}
              value={typed}
              onChange={({ currentTarget }) => {
                set.reset();
                setTyped(currentTarget.value);
              }}
            />
            <datalist id={`${ids.id}zones`}>
              {ZONES.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </>
        )}
      </LabelledField>
      {set.isError ? <ProblemNote error={set.error} fields={[POINTER]} /> : null}
      <div>
        <NeedingButton
          workspace={workspace}
          capability={MANAGE}
          disabled={mayManage && (wanted === zone || set.isPending)}
          onClick={save}
        >
          {message("settings.workspace.save")}
        </NeedingButton>
      </div>
    </form>
  );
}

/** The time that it is there shows whether the right one was chosen. */
function useZoneHint(zone: string): string {
  const now = useNow();
  if (zone === "") return message("settings.workspace.zone.empty");
  return isKnownZone(zone)
    ? message("settings.workspace.zone.now", { moment: momentWords(now, zone) })
    : message("settings.workspace.zone.unknown");
}
