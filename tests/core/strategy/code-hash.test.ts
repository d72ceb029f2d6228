import { expect, test } from "bun:test";
import { codeHash, withName } from "../../../core/strategy/code-hash.ts";
import { moduleOf } from "./module-text.ts";

const text = moduleOf("return {};");

test("code hash: the SHA-256 of the text with the value of its name emptied", () => {
  const emptied = text.replace("Strategy_MOM_1f9c03ab", "");
  expect(codeHash(text)).toBe(new Bun.CryptoHasher("sha256").update(emptied).digest("hex"));
});

test("code hash: another name is the same strategy, another letter is not", () => {
  expect(codeHash(withName(text, "Strategy_REV_other"))).toBe(codeHash(text));
  expect(codeHash(text.replace("0.02", "0.03"))).not.toBe(codeHash(text));
});

test("code hash: the name may stand in a constant, and the same words elsewhere are left alone", () => {
  const before = 'const NAME = "Strategy_MOM_x"; // Strategy_MOM_x';
  const named = moduleOf("return {};", before).replace('"Strategy_MOM_1f9c03ab"', "NAME");
  expect(withName(named, "Strategy_MOM_y")).toContain('const NAME = "Strategy_MOM_y"; // Strategy_MOM_x');
});

test("code hash: any text has one", () => {
  expect(codeHash("not a module (")).toMatch(/^[0-9a-f]{64}$/);
});
