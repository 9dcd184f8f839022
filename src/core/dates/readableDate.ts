const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2013-11-05` as `5 Nov 2013`; anything else as it is. */
export function readableDate(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const month = months[Number(parts?.[2]) - 1];
  return parts === null || month === undefined ? iso : `${Number(parts[3])} ${month} ${parts[1] ?? ""}`;
}
