import { describe, expect, it } from "vitest";
import { coloured, variables } from "./colours";

const SPEC = {
  usermeta: { colours: { "#0b5f66": "--accent", "#ffffff": "--card" } },
  data: { values: [{ said: "#0b5f66" }] },
  mark: { stroke: "#0b5f66", size: 4 },
  range: ["#0b5f66", "#ffffff", "circle"],
};
const PAGE: Record<string, string> = { "--accent": "rgb(1, 2, 3)", "--card": "" };

describe("the colours of a chart", () => {
  it("are those of the page", () => {
    const drawn = coloured(SPEC, variables(SPEC), (name) => PAGE[name] ?? "");
    expect(drawn).toMatchObject({
      mark: { stroke: "rgb(1, 2, 3)", size: 4 },
      range: ["rgb(1, 2, 3)", "#ffffff", "circle"],
    });
  });

  it("are never looked for in the data", () => {
    const drawn = coloured(SPEC, variables(SPEC), (name) => PAGE[name] ?? "");
    expect(drawn).toMatchObject({ data: SPEC.data });
  });

  it("stay where a chart names none", () => {
    expect(coloured({ fill: "#0b5f66" }, variables({}), () => "red")).toEqual({ fill: "#0b5f66" });
  });
});
