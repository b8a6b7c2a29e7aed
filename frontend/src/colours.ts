/** Exchanges the colours of a chart for those of the page. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Which variable of the page's style each colour stands for, as the chart itself says. */
export function variables(spec: Json): Record<string, string> {
  const meta = member(spec, "usermeta");
  const told = member(meta, "colours");
  if (told === null || typeof told !== "object" || Array.isArray(told)) return {};
  return Object.fromEntries(
    Object.entries(told).filter((one): one is [string, string] => typeof one[1] === "string"),
  );
}

/** A copy of a chart in which every colour that has a variable is the page's. */
export function coloured(
  part: Json,
  names: Record<string, string>,
  valueOf: (name: string) => string,
): Json {
  if (typeof part === "string") {
    const name = names[part];
    return name === undefined ? part : valueOf(name) || part;
  }
  if (Array.isArray(part)) return part.map((one) => coloured(one, names, valueOf));
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      // Data are no colours, whatever they say.
      key === "data" || key === "usermeta" ? value : coloured(value, names, valueOf),
    ]),
  );
}

function member(value: Json, key: string): Json {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
  return value[key] ?? null;
}
