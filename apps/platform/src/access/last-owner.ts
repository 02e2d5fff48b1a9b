/** Whether a workspace would be left without anybody who can invite others. */
export function isLastOwner(owners: readonly string[], personId: string): boolean {
  return owners.length === 1 && owners[0] === personId;
}
