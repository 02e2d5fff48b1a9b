import { useNavigate, useRouter } from "@tanstack/react-router";
import { useShortcuts } from "../keys/use-shortcuts.ts";
import { message } from "../messages/message.ts";
import { lastListOf, wayBackFrom } from "./last-list.ts";

/**
 * The way from a run to where the person came from, past the runs in between; for whoever came by a link to the list as
 * it was seen last. A list is found as it was left, scrolled as it was. Escape goes that way, too.
 */
export function useWayToList(workspace: string): {
  /** Goes back to the list if that is where the person came from; false = it is not. */
  backToList(): boolean;
} {
  const navigate = useNavigate();
  const { history } = useRouter();
  const behind = () => {
    const { __TSR_index: index } = history.location.state;
    return wayBackFrom(index);
  };
  useShortcuts([
    {
      key: "Escape",
      words: message("keys.back"),
      run: () => {
        const way = behind();
        if (way !== null) return history.go(-way.steps);
        return void navigate({
          to: `/workspaces/${workspace}/runs`,
          search: lastListOf(workspace),
        });
      },
    },
  ]);
  return {
    backToList() {
      const way = behind();
      if (way?.list !== workspace) return false;
      history.go(-way.steps);
      return true;
    },
  };
}
