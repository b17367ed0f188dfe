import agencies from "./agencies.json" with { type: "json" };

/** A news agency as it signs its stories; one that is not listed is called by its id. */
export function agencyName(id: string): string {
  return (agencies as Record<string, string>)[id] ?? id;
}
