/** What a central fund that tops up a share of outcome payments calls forth in all and from local bodies. */
export function outcomesFund(fund: number, topUpShare: number): { total: number; local: number } {
  const total = fund / topUpShare
  return { total, local: total - fund }
}
